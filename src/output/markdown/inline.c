#include "inline.h"

#include "base/utf8.h"
#include "output/plain.h"

/* What is written, and the letters right before the next one. */
struct line {
    struct buf *out;
    enum markdown_place place;
    size_t begin;    /* of the line in `out` */
    uint32_t before; /* the last character that is read; 0 at its beginning */
    bool in_link;
    bool is_last; /* nothing follows the run that is being written */
};

/* ---- characters ---------------------------------------------------------- */

static bool
is_space(uint32_t c)
{
    return !c || c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x3000;
}

static bool
is_word(uint32_t c)
{
    return c < 0x80 ? ascii_is_alnum((char)c) : utf8_is_letter(c);
}

static bool
is_line_end(uint32_t c)
{
    return c == 0x2028 || c == 0x2029;
}

static uint32_t
char_at(struct str text, size_t at)
{
    return at < text.len ? utf8_next(text, &at) : 0;
}

static size_t
count_of(struct str text, size_t at, char c)
{
    size_t from = at;
    while (at < text.len && text.at[at] == c)
        at++;
    return at - from;
}

/* ---- what must be escaped ------------------------------------------------ */

/* "&amp;", "&#38;"; or the beginning of one that goes on elsewhere. */
static bool
is_entity(struct str text, size_t at, bool is_last)
{
    size_t end = at + 1;
    if (end < text.len && text.at[end] == '#')
        end++;
    while (end < text.len && ascii_is_alnum(text.at[end]))
        end++;
    if (end == text.len)
        return !is_last;
    return end > at + 1 && text.at[end] == ';';
}

/* "<b", "</b", "<!--", "<?": a tag or an address in angles. */
static bool
begins_tag(struct str text, size_t at, bool is_last)
{
    if (at + 1 == text.len)
        return !is_last;
    char next = text.at[at + 1];
    return ascii_is_alpha(next) || next == '/' || next == '!' || next == '?';
}

static bool
ends_block_mark(struct str text, size_t at)
{
    return at >= text.len || is_space(char_at(text, at));
}

/* A sign that makes a heading, a quote, a list, a rule or a fence of the
   line that it begins. */
static bool
begins_block(struct str text, size_t at)
{
    char c = text.at[at];
    size_t count = count_of(text, at, c);
    switch (c) {
    case '#':
        return count <= 6 && ends_block_mark(text, at + count);
    case '>':
        return true;
    case '+':
        return ends_block_mark(text, at + 1);
    case '-':
    case '=':
        return count > 1 || ends_block_mark(text, at + 1);
    case '~':
        return count > 2;
    case '[':
        return at + 2 < text.len && text.at[at + 2] == ']';
    default:
        return false;
    }
}

/* The end of "1." or "1)" that begins a line of an ordered list. */
static bool
ends_number(const struct line *line, struct str text, size_t at)
{
    struct str before =
        str_slice(buf_str(line->out), line->begin, line->out->len);
    if (!before.len || before.len > 9 || line->place != MARKDOWN_LINES)
        return false;
    for (size_t i = 0; i < before.len; i++)
        if (!ascii_is_digit(before.at[i]))
            return false;
    return ends_block_mark(text, at + 1);
}

/* Only "#" up to the end: it would close the heading. */
static bool
closes_heading(const struct line *line, struct str text, size_t at)
{
    return line->place == MARKDOWN_HEADING && is_space(line->before) &&
           at + count_of(text, at, '#') == text.len;
}

static bool
is_special(const struct line *line, struct str text, size_t at)
{
    uint32_t next = char_at(text, at + 1);
    bool is_first =
        line->place == MARKDOWN_LINES && line->out->len == line->begin;
    bool is_apart =
        is_space(line->before) && at + 1 < text.len && is_space(next);
    if (is_first && begins_block(text, at))
        return true;
    switch (text.at[at]) {
    case '`':
        return true;
    case '\\':
        return !next ||
               (next < 0x80 && next > ' ' && !ascii_is_alnum((char)next));
    case '*':
        return is_first || !is_apart;
    case '_':
        return !is_apart && !(is_word(line->before) && is_word(next));
    case '~':
        return !is_space(line->before);
    case '[':
        return line->in_link;
    case ']':
        return line->in_link || next == '(' || next == ':' ||
               (!next && !line->is_last);
    case '!':
        return !next && !line->is_last;
    case '<':
        return begins_tag(text, at, line->is_last);
    case '&':
        return is_entity(text, at, line->is_last);
    case '|':
        return line->place == MARKDOWN_CELL;
    case '#':
        return closes_heading(line, text, at);
    case '.':
    case ')':
        return ends_number(line, text, at);
    default:
        return false;
    }
}

/* ---- text ---------------------------------------------------------------- */

static void
add_break(struct line *line)
{
    struct buf *out = line->out;
    while (out->len > line->begin && out->at[out->len - 1] == ' ')
        out->len--;
    if (line->place == MARKDOWN_LINES && out->len > line->begin) {
        buf_add_text(out, "\\\n");
        line->begin = out->len;
    } else if (out->len > line->begin) {
        buf_add_byte(out, ' ');
    }
    line->before = 0;
}

static void
add_char(struct line *line, struct str text, size_t from, size_t to, uint32_t c)
{
    if (is_line_end(c)) {
        add_break(line);
        return;
    }
    bool is_blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (is_blank) {
        if (line->out->len > line->begin && line->before != ' ')
            buf_add_byte(line->out, ' ');
        line->before = ' ';
        return;
    }
    if (c < ' ' || c == 0x7F)
        return;
    if (is_special(line, text, from))
        buf_add_byte(line->out, '\\');
    buf_add(line->out, str_slice(text, from, to));
    line->before = c;
}

static void
add_words(struct line *line, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        add_char(line, text, from, at, c);
    }
}

/* Between more backticks than it holds. */
static void
add_code(struct line *line, struct str text)
{
    size_t most = 0;
    for (size_t at = 0; at < text.len; at++) {
        size_t count = count_of(text, at, '`');
        most = count > most ? count : most;
    }
    bool is_padded =
        text.len && (text.at[0] == '`' || str_ends(text, STR("`")));
    for (size_t i = 0; i <= most; i++)
        buf_add_byte(line->out, '`');
    if (is_padded)
        buf_add_byte(line->out, ' ');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '|' && line->place == MARKDOWN_CELL)
            buf_add_byte(line->out, '\\');
        buf_add_byte(line->out, text.at[i]);
    }
    if (is_padded)
        buf_add_byte(line->out, ' ');
    for (size_t i = 0; i <= most; i++)
        buf_add_byte(line->out, '`');
    line->before = '`';
}

/* ---- emphasis ------------------------------------------------------------ */

#define EMPHASIZED ((unsigned)INLINE_STRONG | (unsigned)INLINE_EMPHASIS)

static uint32_t
last_char(struct str text)
{
    size_t at = text.len;
    while (at > 0 && ((unsigned char)text.at[at - 1] & 0xC0) == 0x80)
        at--;
    return at > 0 ? char_at(text, at - 1) : 0;
}

/* Marks do what they should where words meet blanks or signs (CommonMark 6.2,
   flanking); elsewhere tags say it. */
static bool
marks_work(const struct line *line, char mark, struct str words, uint32_t after)
{
    uint32_t first = char_at(words, 0), last = last_char(words);
    bool opens = is_word(first) || !is_word(line->before);
    bool closes = (is_word(last) && mark == '*') || !is_word(after);
    return opens && closes;
}

static void
add_emphasized(struct line *line, struct str words, unsigned style,
               uint32_t after)
{
    static const char *const marks[][4] = {{"", "*", "**", "***"},
                                           {"", "_", "__", "___"}};
    bool is_strong = style & INLINE_STRONG, is_em = style & INLINE_EMPHASIS;
    /* Two kinds of marks that follow each other are not to melt. */
    const char *mark = marks[line->before == '*'][is_em + 2 * is_strong];
    if (marks_work(line, *mark, words, after)) {
        buf_add_text(line->out, mark);
        line->before = (unsigned char)*mark;
        add_words(line, words);
        buf_add_text(line->out, mark);
        line->before = (unsigned char)*mark;
        return;
    }
    buf_add_text(line->out, is_strong ? "<strong>" : "<em>");
    add_words(line, words);
    buf_add_text(line->out, is_strong ? "</strong>" : "</em>");
    line->before = '>';
}

/* ---- runs ---------------------------------------------------------------- */

static void
add_url(struct buf *out, struct str url)
{
    for (size_t i = 0; i < url.len; i++) {
        char c = url.at[i];
        if ((unsigned char)c <= ' ' || c == '<' || c == '>' || c == 0x7F)
            buf_print(out, "%%%02X", (unsigned char)c);
        else if (c == '(' || c == ')' || c == '\\' || c == '|' ||
                 (c == '&' && is_entity(url, i, true)))
            buf_print(out, "\\%c", c);
        else
            buf_add_byte(out, c);
    }
}

static struct str
trimmed(struct line *line, struct str words, struct str *blanks)
{
    while (words.len && ascii_is_space(words.at[0])) {
        add_words(line, STR(" "));
        words = str_slice(words, 1, words.len);
    }
    struct str core = str_trim(words);
    *blanks = str_slice(words, core.len, words.len);
    return core;
}

static void
add_styled(struct line *line, const struct inline_run *run, uint32_t after)
{
    struct str blanks, words = trimmed(line, run->text, &blanks);
    unsigned style = run->style & EMPHASIZED;
    bool has_break = str_find(words, STR(PLAIN_LINE_END), 0) != SIZE_MAX;
    if (line->place == MARKDOWN_HEADING)
        style &= ~(unsigned)INLINE_STRONG;
    if (blanks.len)
        after = ' ';
    if (!words.len)
        return;
    /* In code nothing can be escaped: it must not end the link around it. */
    bool is_code = run->style & INLINE_CODE &&
                   !(line->in_link && str_find_byte(words, ']', 0) != SIZE_MAX);
    if (is_code)
        add_code(line, words);
    else if (style && !has_break)
        add_emphasized(line, words, style, after);
    else
        add_words(line, words);
    if (blanks.len)
        add_words(line, STR(" "));
}

static void
add_link(struct line *line, const struct inline_run *run)
{
    struct buf *out = line->out;
    struct inline_run core = *run;
    struct str blanks;
    core.text = trimmed(line, run->text, &blanks);
    buf_add_byte(out, '[');
    line->before = '[';
    line->in_link = true;
    add_styled(line, &core, ']');
    line->in_link = false;
    buf_add_text(out, "](");
    add_url(out, run->url);
    buf_add_byte(out, ')');
    line->before = ')';
    if (blanks.len)
        add_words(line, STR(" "));
}

static bool
is_alike(const struct inline_run *a, const struct inline_run *b)
{
    const unsigned counts = EMPHASIZED | (unsigned)INLINE_CODE;
    return (a->style & counts) == (b->style & counts) &&
           str_equal(a->url, b->url);
}

/* Runs that look alike here are one. */
static size_t
join_alike(struct arena *arena, const struct inline_text *text, size_t from,
           struct inline_run *joined)
{
    struct buf words = buf_new(arena);
    size_t end = from;
    *joined = text->runs.at[from];
    while (end < text->runs.count && is_alike(joined, &text->runs.at[end]))
        buf_add(&words, text->runs.at[end++].text);
    joined->text = buf_str(&words);
    return end;
}

void
markdown_inline(struct buf *out, const struct inline_text *text,
                enum markdown_place place)
{
    struct line line = {.out = out, .place = place, .begin = out->len};
    for (size_t i = 0; i < text->runs.count;) {
        struct inline_run run;
        i = join_alike(out->arena, text, i, &run);
        line.is_last = i == text->runs.count;
        uint32_t after =
            i < text->runs.count ? char_at(text->runs.at[i].text, 0) : 0;
        if (run.url.len && str_trim(run.text).len)
            add_link(&line, &run);
        else
            add_styled(&line, &run, after);
    }
    while (out->len > line.begin && out->at[out->len - 1] == ' ')
        out->len--;
}
