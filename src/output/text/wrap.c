#include "wrap.h"

#include "base/utf8.h"

/* ---- characters ---------------------------------------------------------- */

enum {
    SOFT_HYPHEN = 0xAD,
    NO_BREAK_SPACE = 0xA0,
    NARROW_NO_BREAK_SPACE = 0x202F,
    FIGURE_SPACE = 0x2007,
    ZERO_WIDTH_SPACE = 0x200B,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029,
    WORD_JOINER = 0x2060,
    BYTE_ORDER_MARK = 0xFEFF
};

static bool
is_line_end(uint32_t c)
{
    return c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

static bool
is_fixed_space(uint32_t c)
{
    return c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE ||
           c == FIGURE_SPACE;
}

static bool
is_blank(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') ||
           (c >= 0x2000 && c <= 0x200A && c != FIGURE_SPACE);
}

/* Says nothing in a text that is not set. */
static bool
is_dropped(uint32_t c)
{
    return c < ' ' || (c >= 0x7F && c < 0xA0) || c == SOFT_HYPHEN ||
           c == WORD_JOINER || c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE;
}

/* Scripts that are written without blanks and may be broken anywhere: Han,
   kana, and the signs of their width (UAX 14: ID, and CJ, which is looser). */
static bool
is_ideographic(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x303F) || (c >= 0x3040 && c <= 0x31FF) ||
           (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFD);
}

static bool
is_among(uint32_t c, struct str set)
{
    for (size_t at = 0; at < set.len;)
        if (utf8_next(set, &at) == c)
            return true;
    return false;
}

/* No line begins with these, and none ends with those (JIS X 4051). */
static bool
may_break_between(uint32_t before, uint32_t after)
{
    static const struct str closing =
        STR_INIT("、。，．・：；？！」』）］｝〉》】〕〗’”ーぁぃぅぇぉっゃゅょ"
                 "ゎァィゥェォ"
                 "ッャュョヮヵヶ々〻…‥,.:;?!)]}%％℃");
    static const struct str opening =
        STR_INIT("「『（［｛〈《【〔〖‘“([{$￥＄");
    if (!is_ideographic(before) && !is_ideographic(after))
        return false;
    return !is_among(after, closing) && !is_among(before, opening);
}

/* ---- lines --------------------------------------------------------------- */

struct line {
    struct buf *out;
    const struct wrap *wrap;
    bool is_begun; /* its prefix stands there */
    bool is_first;
    bool wants_blank; /* before the next piece */
    size_t width;
};

static void
line_end(struct line *line)
{
    if (line->is_begun)
        buf_add_byte(line->out, '\n');
    line->is_begun = line->wants_blank = false;
    line->width = 0;
}

static void
line_begin(struct line *line)
{
    struct str prefix = line->is_first ? line->wrap->first : line->wrap->rest;
    buf_add(line->out, prefix);
    line->width = utf8_columns(prefix);
    line->is_begun = true;
    line->is_first = false;
}

static void
line_add(struct line *line, struct str piece)
{
    size_t width = utf8_columns(piece), columns = line->wrap->columns;
    bool has_blank = line->wants_blank && line->is_begun;
    if (!piece.len)
        return;
    if (columns && line->is_begun &&
        line->width + has_blank + width > columns) {
        line_end(line);
        has_blank = false;
    }
    if (!line->is_begun)
        line_begin(line);
    if (has_blank) {
        buf_add_byte(line->out, ' ');
        line->width++;
    }
    buf_add(line->out, piece);
    line->width += width;
    line->wants_blank = false;
}

/* A piece that holds together, unless no line is as long: then it comes apart
   at its blanks. */
static void
add_piece(struct line *line, struct str piece)
{
    size_t columns = line->wrap->columns,
           needed = utf8_columns(line->wrap->rest) + utf8_columns(piece);
    if (!columns || needed <= columns) {
        line_add(line, piece);
        return;
    }
    while (piece.len) {
        line_add(line, str_cut(&piece, ' '));
        line->wants_blank = true;
    }
    line->wants_blank = false;
}

void
wrap_add(struct buf *out, struct str text, const struct wrap *wrap)
{
    struct line line = {.out = out, .wrap = wrap, .is_first = true};
    struct buf piece = buf_new(out->arena);
    uint32_t before = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool ends = is_line_end(c) || is_blank(c);
        if (ends || (piece.len && may_break_between(before, c))) {
            add_piece(&line, str_trim(buf_str(&piece)));
            piece.len = 0;
        }
        if (is_line_end(c))
            line_end(&line);
        else if (is_blank(c))
            line.wants_blank = true;
        else if (is_fixed_space(c))
            buf_add_byte(&piece, ' ');
        else if (!is_dropped(c))
            buf_add_code_point(&piece, c);
        if (!is_dropped(c))
            before = c;
    }
    add_piece(&line, str_trim(buf_str(&piece)));
    line_end(&line);
}
