#include "cmap.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"

#define MOST_CODE_BYTES 4
#define MOST_TEXT_BYTES 512
/* Codes of one range: those of two bytes. */
#define MOST_RANGE 0x10000u

struct str
utf16_text(struct arena *arena, struct str bytes)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i + 1 < bytes.len; i += 2) {
        uint32_t unit = (uint32_t)(unsigned char)bytes.at[i] << 8 |
                        (unsigned char)bytes.at[i + 1];
        if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.len) {
            uint32_t low = (uint32_t)(unsigned char)bytes.at[i + 2] << 8 |
                           (unsigned char)bytes.at[i + 3];
            if (low >= 0xDC00 && low < 0xE000) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        buf_add_code_point(&out,
                           unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    }
    return buf_str(&out);
}

static uint32_t
code_of(struct str bytes)
{
    uint32_t code = 0;
    for (size_t i = 0; i < bytes.len && i < MOST_CODE_BYTES; i++)
        code = code << 8 | (unsigned char)bytes.at[i];
    return code;
}

/* ---- reading --------------------------------------------------------------
 */

struct reading {
    struct cmap *cmap;
    struct arena *arena;
    struct pdf_scan scan;
};

/* One byte says a character below 256 in some files. */
static struct str
text_of(struct arena *arena, const struct pdf_value *value)
{
    struct str bytes = str_slice(value->text, 0, MOST_TEXT_BYTES);
    struct buf out = buf_new(arena);
    if (value->kind != PDF_STRING)
        return STR("");
    if (bytes.len != 1)
        return utf16_text(arena, bytes);
    buf_add_code_point(&out, (unsigned char)bytes.at[0]);
    return buf_str(&out);
}

static void
add_range(struct reading *reading, uint32_t low, uint32_t high,
          const struct pdf_value *to)
{
    *list_add(reading->arena, &reading->cmap->ranges) = (struct cmap_range){
        .low = low,
        .high = high,
        .text = text_of(reading->arena, to),
        .glyph = (uint32_t)(pdf_whole(to, 0) & 0xFFFFFF),
    };
}

/* <low> <high> <first> or [<each> ...] */
static void
add_span(struct reading *reading, uint32_t low, uint32_t high,
         const struct pdf_value *to)
{
    if (high < low || high - low > MOST_RANGE)
        return;
    if (to->kind != PDF_ARRAY) {
        add_range(reading, low, high, to);
        return;
    }
    for (size_t i = 0; i < to->count && i <= high - low; i++)
        add_range(reading, low + (uint32_t)i, low + (uint32_t)i, &to->items[i]);
}

static void
add_start(struct cmap *cmap, struct str low, struct str high)
{
    size_t bytes = low.len;
    if (!bytes || bytes > MOST_CODE_BYTES || high.len != bytes)
        return;
    unsigned from = (unsigned char)low.at[0], to = (unsigned char)high.at[0];
    bool is_there = cmap->starts[bytes - 1].is_there;
    unsigned *known = &cmap->starts[bytes - 1].from;
    if (!is_there || from < *known)
        *known = from;
    known = &cmap->starts[bytes - 1].to;
    if (!is_there || to > *known)
        *known = to;
    cmap->starts[bytes - 1].is_there = true;
}

enum block { BLOCK_NONE, BLOCK_SPACE, BLOCK_CHARS, BLOCK_RANGES };

static enum block
block_of(struct str word)
{
    static const struct {
        const char *word;
        enum block block;
    } blocks[] = {
        {"begincodespacerange", BLOCK_SPACE}, {"beginbfchar", BLOCK_CHARS},
        {"begincidchar", BLOCK_CHARS},        {"beginbfrange", BLOCK_RANGES},
        {"begincidrange", BLOCK_RANGES},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (str_is(word, blocks[i].word))
            return blocks[i].block;
    return BLOCK_NONE;
}

/* The lines of a block, up to the word that ends it. */
static void
read_block(struct reading *reading, enum block block)
{
    size_t count = block == BLOCK_RANGES ? 3 : 2;
    for (;;) {
        struct pdf_value line[3];
        for (size_t i = 0; i < count; i++) {
            line[i] = pdf_scan_value(&reading->scan);
            if (line[i].kind == PDF_END || line[i].kind == PDF_OPERATOR)
                return;
        }
        if (line[0].kind != PDF_STRING)
            continue;
        uint32_t low = code_of(line[0].text);
        if (block == BLOCK_CHARS)
            add_range(reading, low, low, &line[1]);
        else if (line[1].kind == PDF_STRING && block == BLOCK_SPACE)
            add_start(reading->cmap, line[0].text, line[1].text);
        else if (line[1].kind == PDF_STRING)
            add_span(reading, low, code_of(line[1].text), &line[2]);
    }
}

static int
by_code(const void *a, const void *b)
{
    const struct cmap_range *x = a, *y = b;
    return (x->low > y->low) - (x->low < y->low);
}

void
cmap_read(struct cmap *cmap, struct arena *arena, struct str bytes,
          size_t *work)
{
    struct reading reading = {
        .cmap = cmap,
        .arena = arena,
        .scan = {.arena = arena,
                 .bytes = bytes,
                 .work = work,
                 .in_content = true},
    };
    for (;;) {
        struct pdf_value value = pdf_scan_value(&reading.scan);
        if (value.kind == PDF_END)
            break;
        enum block block =
            value.kind == PDF_OPERATOR ? block_of(value.text) : BLOCK_NONE;
        if (block != BLOCK_NONE)
            read_block(&reading, block);
    }
    if (cmap->ranges.count)
        qsort(cmap->ranges.at, cmap->ranges.count, sizeof *cmap->ranges.at,
              by_code);
}

/* ---- asking ---------------------------------------------------------------
 */

static const struct cmap_range *
find(const struct cmap *cmap, uint32_t code)
{
    size_t from = 0, to = cmap->ranges.count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (cmap->ranges.at[middle].low <= code)
            from = middle + 1;
        else
            to = middle;
    }
    const struct cmap_range *range = from ? &cmap->ranges.at[from - 1] : NULL;
    return range && code <= range->high ? range : NULL;
}

/* The last character, counted up. */
static struct str
counted_up(struct arena *arena, struct str text, uint32_t by)
{
    struct buf out = buf_new(arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (at >= text.len)
            c += by;
        bool is_fine = c < 0xD800 || (c >= 0xE000 && c < 0x110000);
        buf_add_code_point(&out, is_fine ? c : 0xFFFD);
    }
    return buf_str(&out);
}

bool
cmap_text(struct arena *arena, const struct cmap *cmap, uint32_t code,
          struct str *text)
{
    const struct cmap_range *range = find(cmap, code);
    if (!range)
        return false;
    *text = code == range->low
                ? range->text
                : counted_up(arena, range->text, code - range->low);
    return true;
}

bool
cmap_glyph(const struct cmap *cmap, uint32_t code, uint32_t *glyph)
{
    const struct cmap_range *range = find(cmap, code);
    if (!range)
        return false;
    *glyph = range->glyph + (code - range->low);
    return true;
}

size_t
cmap_code_len(const struct cmap *cmap, struct str bytes, size_t otherwise)
{
    unsigned first = bytes.len ? (unsigned char)bytes.at[0] : 0;
    for (size_t i = 0; i < MOST_CODE_BYTES; i++)
        if (cmap->starts[i].is_there && first >= cmap->starts[i].from &&
            first <= cmap->starts[i].to)
            return i + 1;
    return otherwise;
}
