/* Lines end between two parts, not behind the dot that parts them. */
#include "dots.h"

#define LINE_SEPARATOR STR("\xe2\x80\xa8") /* U+2028 */

/* More lines than these are no title. */
#define MOST_LINES 6

struct paragraph
dots_set(struct arena *arena, struct font_book *fonts, struct text_run *runs,
         size_t count, size_t dot, upt measure,
         const struct paragraph_options *options, struct paragraph lines)
{
    const struct str usual = runs[dot].text;
    if (lines.line_count < 2 || lines.line_count > MOST_LINES)
        return lines;
    runs[dot].text = LINE_SEPARATOR;
    const struct paragraph without =
        paragraph_set(arena, fonts, runs, count, measure, options);
    if (without.line_count <= lines.line_count)
        return without;
    runs[dot].text = usual;
    return lines;
}
