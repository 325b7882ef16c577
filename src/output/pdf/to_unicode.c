#include "to_unicode.h"

#include "value.h"

/* A CMap block holds at most this many lines (Adobe Technical Note 5014). */
#define LINES_PER_BLOCK 100

static const char head[] =
    "/CIDInit/ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000><FFFF>\n"
    "endcodespacerange\n";

static const char tail[] = "endcmap\n"
                           "CMapName currentdict/CMap defineresource pop\n"
                           "end\n"
                           "end\n";

/* Prints the lines of one block from *code on; gives their number. */
static size_t
print_lines(struct buf *out, const struct glyph_use *const *by_code,
            size_t code_count, size_t *code)
{
    size_t lines = 0;

    for (; *code < code_count && lines < LINES_PER_BLOCK; ++*code) {
        if (by_code[*code] == NULL)
            continue;
        buf_add_byte(out, '<');
        value_hex(out, (unsigned)*code, 4);
        buf_add(out, STR("><"));
        value_utf16_hex(out, by_code[*code]->text);
        buf_add_text(out, ">\n");
        lines++;
    }
    return lines;
}

struct str
to_unicode_print(struct arena *arena, const struct glyph_use *const *by_code,
                 size_t code_count)
{
    struct buf out = buf_new(arena), block = buf_new(arena);
    size_t code = 0, lines;

    buf_add_text(&out, head);
    while ((lines = print_lines(&block, by_code, code_count, &code)) > 0) {
        buf_print(&out, "%zu beginbfchar\n", lines);
        buf_add(&out, buf_str(&block));
        buf_add_text(&out, "endbfchar\n");
        block.len = 0;
    }
    buf_add_text(&out, tail);
    return buf_str(&out);
}
