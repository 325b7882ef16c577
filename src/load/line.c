#include "line.h"

#include "base/buf.h"
#include "scalar_map.h"

/* Longer texts are shown by their beginning. */
#define SHOWN 160

size_t
skip_blanks(struct str text, size_t at, size_t to)
{
    while (at < to && ascii_is_blank(text.at[at]))
        at++;
    return at;
}

size_t
line_end(struct str text, size_t at)
{
    while (at < text.len && text.at[at] != '\n' && text.at[at] != '\r')
        at++;
    return at;
}

static bool
is_name_byte(char c)
{
    return ascii_is_alnum(c) || c == '_' || c == '-';
}

/* The colon of "name:" at `at`, or `at`. */
static size_t
find_name(struct str text, size_t at, size_t to)
{
    size_t end = at;

    if (at < to && (ascii_is_alpha(text.at[at]) || text.at[at] == '_'))
        while (end < to && is_name_byte(text.at[end]))
            end++;
    if (end == at || end == to || text.at[end] != ':' ||
        (end + 1 < to && !ascii_is_blank(text.at[end + 1])))
        return at;
    return end;
}

/* Where a remark or the blanks at the end of a value begin. */
static size_t
find_value_end(struct str text, size_t at, size_t to)
{
    size_t hash = at;

    for (; hash + 1 < to; hash++) {
        if (ascii_is_blank(text.at[hash]) && text.at[hash + 1] == '#' &&
            (hash + 2 == to || ascii_is_blank(text.at[hash + 2])))
            break;
    }
    if (hash + 1 < to)
        to = hash;
    while (to > at && ascii_is_blank(text.at[to - 1]))
        to--;
    return to;
}

static void
find_parts(struct str text, struct line *line)
{
    size_t at = skip_blanks(text, line->from, line->to);

    line->dash = SIZE_MAX;
    while (at < line->to && text.at[at] == '-' &&
           (at + 1 == line->to || ascii_is_blank(text.at[at + 1]))) {
        line->dash = at;
        at = skip_blanks(text, at + 1, line->to);
    }
    line->content = at;
    line->name_to = find_name(text, at, line->to);
    line->value = line->name_to;
    if (line->name_to > at)
        line->value = skip_blanks(text, line->name_to + 1, line->to);
    line->value_to = find_value_end(text, line->value, line->to);
}

struct line
line_at(struct str text, size_t at)
{
    struct line line = {0};

    if (at > text.len)
        at = text.len;
    line.from = at;
    while (line.from > 0 && text.at[line.from - 1] != '\n')
        line.from--;
    line.to = str_find_byte(text, '\n', at);
    if (line.to == SIZE_MAX)
        line.to = text.len;
    if (line.to > line.from && text.at[line.to - 1] == '\r')
        line.to--;
    find_parts(text, &line);
    return line;
}

static bool
is_empty(struct str text, const struct line *line)
{
    return line->content == line->to || text.at[line->content] == '#';
}

bool
line_before(struct str text, const struct line *line, struct line *before)
{
    size_t from = line->from;

    while (from > 0) {
        *before = line_at(text, from - 1);
        if (!is_empty(text, before) || before->dash != SIZE_MAX)
            return true;
        from = before->from;
    }
    return false;
}

bool
line_after(struct str text, const struct line *line, struct line *after)
{
    size_t to = line->to;

    while ((to += line_break_len(text, to)) < text.len) {
        *after = line_at(text, to);
        if (!is_empty(text, after) || after->dash != SIZE_MAX)
            return true;
        to = after->to;
        if (line_break_len(text, to) == 0)
            break;
    }
    return false;
}

bool
line_has_name(const struct line *line)
{
    return line->name_to > line->content;
}

bool
line_has_value(const struct line *line)
{
    return line->value_to > line->value;
}

size_t
line_column(const struct line *line)
{
    return line->content - line->from;
}

/* ---- quotes and brackets ----------------------------------------------- */

size_t
quote_end(struct str text, size_t at, size_t to)
{
    char quote = text.at[at];

    for (size_t i = at + 1; i < to; i++) {
        if (quote == '"' && text.at[i] == '\\')
            i++;
        else if (text.at[i] == quote && quote == '\'' && i + 1 < to &&
                 text.at[i + 1] == quote)
            i++;
        else if (text.at[i] == quote)
            return i + 1;
    }
    return SIZE_MAX;
}

size_t
bracket_end(struct str text, size_t at, size_t to)
{
    size_t depth = 0;

    for (size_t i = at; i < to; i++) {
        char c = text.at[i];

        if (c == '[' || c == '{')
            depth++;
        else if ((c == ']' || c == '}') && --depth == 0)
            return i + 1;
    }
    return SIZE_MAX;
}

struct str
quoted(struct arena *arena, struct str text)
{
    bool has_double = str_find_byte(text, '"', 0) != SIZE_MAX ||
                      str_find_byte(text, '\\', 0) != SIZE_MAX;
    char quote = has_double ? '\'' : '"';
    struct buf buf = buf_new(arena);

    buf_add_byte(&buf, quote);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];

        if (quote == '\'' && c == '\'')
            buf_add_byte(&buf, c);
        buf_add_byte(&buf, c == '\n' || c == '\r' ? ' ' : c);
    }
    buf_add_byte(&buf, quote);
    return buf_str(&buf);
}

static size_t
back_to_character(struct str text, size_t at)
{
    while (at > 0 && at < text.len &&
           ((unsigned char)text.at[at] & 0xC0) == 0x80)
        at--;
    return at;
}

struct str
line_mended(struct arena *arena, struct str text, const struct line *line,
            size_t from, size_t to, struct str better)
{
    struct buf buf = buf_new(arena);
    size_t begin = skip_blanks(text, line->from, line->to);
    struct str before, after;

    before = str_slice(text, begin < from ? begin : from, from);
    after = str_slice(text, to, line->to > to ? line->to : to);
    if (before.len > SHOWN) {
        buf_add_text(&buf, "... ");
        before = str_slice(
            before, back_to_character(before, before.len - SHOWN), before.len);
    }
    buf_add(&buf, before);
    if (better.len > SHOWN) {
        buf_add(&buf,
                str_slice(better, 0, back_to_character(better, SHOWN - 1)));
        buf_add_text(&buf, " ... ");
        buf_add_byte(&buf, better.at[better.len - 1]);
    } else {
        buf_add(&buf, better);
    }
    if (after.len > SHOWN)
        after = str_slice(after, 0, back_to_character(after, SHOWN));
    buf_add(&buf, after);
    return buf_str(&buf);
}
