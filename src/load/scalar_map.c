#include "scalar_map.h"

#include "line.h"

/* How many bytes of the decoded text an escape gives, and its length. */
struct escape {
    char letter;
    size_t digits; /* hexadecimal digits that follow the letter */
    size_t len;    /* of the text; 0: depends on the digits */
};

static const struct escape escapes[] = {
    {'x', 2, 0}, {'u', 4, 0}, {'U', 8, 0}, {'N', 0, 2},
    {'_', 0, 2}, {'L', 0, 3}, {'P', 0, 3},
};

size_t
line_break_len(struct str s, size_t at)
{
    if (at >= s.len)
        return 0;
    if (s.at[at] == '\n')
        return 1;
    if (s.at[at] != '\r')
        return 0;
    return at + 1 < s.len && s.at[at + 1] == '\n' ? 2 : 1;
}

/*
 * Blanks of the first line of a text that holds more than blanks; newlines
 * before it are passed.
 */
static size_t
first_indent(struct str s, size_t at)
{
    size_t content = skip_blanks(s, at, s.len), len;

    while ((len = line_break_len(s, content)) > 0) {
        at = content + len;
        content = skip_blanks(s, at, s.len);
    }
    return content < s.len ? content - at : SIZE_MAX;
}

/*
 * What the lines of a block scalar are indented by, however it was decided:
 * the blanks of the first line that are not in the decoded text.
 */
static size_t
block_indent(struct str raw, struct str text, size_t body)
{
    size_t written = first_indent(raw, body);
    size_t kept = first_indent(text, 0);

    return written == SIZE_MAX || kept == SIZE_MAX || kept > written
               ? 0
               : written - kept;
}

struct scalar_walk
scalar_walk_start(struct str raw, struct str text, enum scalar_style style)
{
    struct scalar_walk walk = {
        .raw = raw, .style = style, .text_len = text.len};

    switch (style) {
    case SCALAR_PLAIN:
        break;
    case SCALAR_SINGLE_QUOTED:
    case SCALAR_DOUBLE_QUOTED:
        walk.at = raw.len > 0 ? 1 : 0;
        if (raw.len > 1)
            walk.raw.len--;
        break;
    case SCALAR_LITERAL:
    case SCALAR_FOLDED:
        walk.at = line_end(raw, 0);
        walk.at += line_break_len(raw, walk.at);
        walk.indent = block_indent(raw, text, walk.at);
        break;
    }
    return walk;
}

/* Fills the piece, cut to what the text can hold, and moves on. */
static bool
give(struct scalar_walk *walk, struct text_piece *piece, size_t len,
     size_t raw_end, bool exact)
{
    size_t left = walk->text_len - walk->text;

    *piece = (struct text_piece){.text = walk->text,
                                 .len = len < left ? len : left,
                                 .raw = walk->at,
                                 .raw_len = raw_end - walk->at,
                                 .exact = exact};
    walk->text += piece->len;
    walk->at = raw_end;
    return true;
}

/* ---- plain and quoted scalars ------------------------------------------ */

static size_t
utf8_len(uint32_t code_point)
{
    if (code_point < 0x80)
        return 1;
    if (code_point < 0x800)
        return 2;
    return code_point < 0x10000 ? 3 : 4;
}

static uint32_t
hex_value(struct str s, size_t from, size_t digits)
{
    uint32_t value = 0;

    for (size_t i = from; i < s.len && i < from + digits; i++) {
        char c = ascii_lower(s.at[i]);

        value =
            value * 16 + (uint32_t)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

static bool
give_escape(struct scalar_walk *walk, struct text_piece *piece)
{
    size_t letter = walk->at + 1, end = walk->at + 2, len = 1;

    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
        const struct escape *escape = &escapes[i];

        if (letter >= walk->raw.len || walk->raw.at[letter] != escape->letter)
            continue;
        len = escape->len;
        if (len == 0)
            len = utf8_len(hex_value(walk->raw, end, escape->digits));
        end += escape->digits;
        break;
    }
    if (end > walk->raw.len)
        end = walk->raw.len;
    return give(walk, piece, len, end, false);
}

/*
 * Folds the blanks and line breaks at walk->at: one break is a blank, of
 * several the first one goes. False when there is no break among them.
 */
static bool
give_fold(struct scalar_walk *walk, struct text_piece *piece)
{
    size_t end = skip_blanks(walk->raw, walk->at, walk->raw.len), breaks = 0,
           len;

    while ((len = line_break_len(walk->raw, end)) > 0) {
        breaks++;
        end = skip_blanks(walk->raw, end + len, walk->raw.len);
    }
    if (breaks == 0)
        return false;
    return give(walk, piece, breaks == 1 ? 1 : breaks - 1, end, false);
}

/* A backslash before a line break joins the lines without a blank. */
static bool
give_join(struct scalar_walk *walk, struct text_piece *piece)
{
    size_t end = walk->at + 1 + line_break_len(walk->raw, walk->at + 1);
    size_t breaks = 0, len;

    end = skip_blanks(walk->raw, end, walk->raw.len);
    while ((len = line_break_len(walk->raw, end)) > 0) {
        breaks++;
        end = skip_blanks(walk->raw, end + len, walk->raw.len);
    }
    return give(walk, piece, breaks, end, false);
}

static bool
is_special(const struct scalar_walk *walk, size_t at)
{
    char c = walk->raw.at[at];

    if (c == '\n' || c == '\r')
        return true;
    return (c == '\\' && walk->style == SCALAR_DOUBLE_QUOTED) ||
           (c == '\'' && walk->style == SCALAR_SINGLE_QUOTED);
}

static bool
next_of_flow(struct scalar_walk *walk, struct text_piece *piece)
{
    struct str raw = walk->raw;
    size_t end = walk->at;

    if (walk->at >= raw.len)
        return false;
    while (end < raw.len && !is_special(walk, end))
        end++;
    if (line_break_len(raw, end) > 0)
        while (end > walk->at && ascii_is_blank(raw.at[end - 1]))
            end--;
    if (end > walk->at)
        return give(walk, piece, end - walk->at, end, true);
    if (raw.at[end] == '\'' && walk->style == SCALAR_SINGLE_QUOTED)
        return give(walk, piece, 1, end + 1 < raw.len ? end + 2 : end + 1,
                    false);
    if (give_fold(walk, piece))
        return true;
    return line_break_len(raw, end + 1) > 0 ? give_join(walk, piece)
                                            : give_escape(walk, piece);
}

/* ---- block scalars ----------------------------------------------------- */

/* Length of the text between two lines of a block scalar. */
static size_t
separator_len(const struct scalar_walk *walk, size_t breaks, bool indented)
{
    if (!walk->started || walk->style == SCALAR_LITERAL || walk->indented ||
        indented)
        return breaks;
    return breaks == 1 ? 1 : breaks - 1;
}

/* The start of the next line that is not empty, and the breaks before it. */
static size_t
find_content(const struct scalar_walk *walk, size_t *breaks)
{
    size_t at = walk->at, len;

    *breaks = 0;
    if (walk->started) {
        at += line_break_len(walk->raw, at);
        *breaks = 1;
    }
    for (;;) {
        size_t content = at;

        while (content < walk->raw.len && content - at < walk->indent &&
               walk->raw.at[content] == ' ')
            content++;
        len = line_break_len(walk->raw, content);
        if (len == 0)
            return content;
        at = content + len;
        ++*breaks;
    }
}

static bool
next_of_block(struct scalar_walk *walk, struct text_piece *piece)
{
    size_t breaks, len, content;
    bool indented;

    if (walk->at < walk->raw.len && line_break_len(walk->raw, walk->at) == 0 &&
        walk->at_line) {
        len = line_end(walk->raw, walk->at) - walk->at;
        walk->at_line = false;
        return give(walk, piece, len, walk->at + len, true);
    }
    content = find_content(walk, &breaks);
    if (content >= walk->raw.len) /* what chomping left of the breaks */
        return walk->text < walk->text_len &&
               give(walk, piece, walk->text_len - walk->text, walk->raw.len,
                    false);
    indented = ascii_is_blank(walk->raw.at[content]);
    len = separator_len(walk, breaks, indented);
    walk->started = true;
    walk->indented = indented;
    walk->at_line = true;
    return give(walk, piece, len, content, false);
}

bool
scalar_walk_next(struct scalar_walk *walk, struct text_piece *piece)
{
    if (walk->style == SCALAR_LITERAL || walk->style == SCALAR_FOLDED)
        return next_of_block(walk, piece);
    return next_of_flow(walk, piece);
}
