/* Lines end between two parts, not behind the dot that parts them. */
#include "dots.h"

#define LINE_SEPARATOR STR("\xe2\x80\xa8") /* U+2028 */

/* More lines than these are prose, whose dots are its own. */
#define MOST_LINES 6

struct paragraph
dots_set(struct arena *arena, struct font_book *fonts, struct text_run *runs,
         size_t count, upt measure, const struct paragraph_options *options,
         struct paragraph lines)
{
    if (lines.line_count < 2 || lines.line_count > MOST_LINES)
        return lines;
    for (size_t i = count; i-- > 0;) {
        const struct str dot = runs[i].text;
        if (!str_equal(dot, STR(" \xc2\xb7 ")))
            continue;
        runs[i].text = LINE_SEPARATOR;
        const struct paragraph without =
            paragraph_set(arena, fonts, runs, count, measure, options);
        if (without.line_count <= lines.line_count)
            lines = without;
        else
            runs[i].text = dot;
    }
    return lines;
}
