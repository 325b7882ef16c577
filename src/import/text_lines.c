/*
 * Bytes to lines. The text of a line is what stands in the file, wherever it
 * can be: then a finding in it points at the very letters.
 */
#include "text_lines.h"

#include "base/utf8.h"

/* One line of the file while its marks are read. */
struct raw_line {
    struct str text; /* without its end */
    size_t at;       /* byte of the file */
    bool is_last;    /* ends by two blanks or a backslash */
};

/* ---- one line ------------------------------------------------------------ */

static struct node *
make_node(struct text_page *page, const struct raw_line *raw, struct str text)
{
    struct node *node = ARENA_NEW(page->arena, struct node);
    node->kind = NODE_SCALAR;
    node->text = text;
    bool is_inside = text.at >= raw->text.at &&
                     text.at + text.len <= raw->text.at + raw->text.len;
    size_t from = is_inside ? (size_t)(text.at - raw->text.at) : 0;
    size_t to = is_inside ? from + text.len : raw->text.len;
    while (!is_inside && from < to && ascii_is_space(raw->text.at[from]))
        from++;
    node->span = (struct span){page->source, (uint32_t)(raw->at + from),
                               (uint32_t)(raw->at + to)};
    return node;
}

static unsigned
indent_of(struct str s)
{
    unsigned columns = 0;
    for (size_t i = 0; i < s.len && ascii_is_blank(s.at[i]); i++)
        columns += s.at[i] == '\t' ? 4 : 1;
    return columns;
}

/* Lines that are for other programs: "{% include %}", ":::", "@import". */
static bool
is_machinery(struct str s)
{
    static const char *const begins[] = {
        "```",         "~~~",           ":::",       "{%",
        "{:",          "{::",           "@import",   "\\newpage",
        "\\begin{",    "\\end{",        "\\vspace",  "\\pagebreak",
        "\\clearpage", "<!--pagebreak", "\\hrule",   "\\columnbreak",
        "[//]:",       "[comment]:",    "\\noindent"};
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (str_starts(s, str_from(begins[i])))
            return true;
    return false;
}

static bool
is_fence(struct str s)
{
    return str_starts(s, STR("```")) || str_starts(s, STR("~~~")) ||
           str_starts(s, STR(":::"));
}

/* Letters or digits, of any script. */
static bool
has_words(struct str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c < 0x80 ? ascii_is_alnum((char)c) : utf8_is_letter(c))
            return true;
    }
    return false;
}

static unsigned
first_word(struct str raw)
{
    struct str s = str_trim(raw);
    size_t end = 0;
    while (end < s.len && !ascii_is_blank(s.at[end]))
        end++;
    return (unsigned)utf8_columns(str_slice(s, 0, end));
}

static void
add_line(struct text_page *page, const struct raw_line *raw, bool is_apart)
{
    struct text_line line = {.is_apart = is_apart, .is_last = raw->is_last};
    struct str text = text_clean(page->arena, raw->text);
    unsigned level = text_html_heading(text);
    bool is_item = text_is_html_item(text);
    line.columns = (unsigned)utf8_columns(text);
    line.first = first_word(raw->text);
    line.indent = indent_of(text);
    if (text_has_tag(text) || str_find_byte(text, '&', 0) != SIZE_MAX)
        text = text_without_tags(page->arena, text);
    text = text_without_attributes(str_trim(text));
    if (!text.len)
        return;
    text_marks_read(&line, &text);
    if (level && line.kind == LINE_TEXT) {
        line.kind = LINE_HEADING;
        line.level = level;
    }
    if (is_item && line.kind == LINE_TEXT) {
        line.kind = LINE_BULLET;
        line.inner = line.indent + 4;
    }
    if (line.kind == LINE_TEXT)
        text = text_without_decoration(text);
    text_emphasis_read(&line, &text);
    if (!has_words(text))
        return;
    line.node = make_node(page, raw, text);
    if (line.columns > page->width && line.columns <= 120)
        page->width = line.columns;
    *list_add(page->arena, &page->lines) = line;
}

/* ---- all lines ----------------------------------------------------------- */

/* "Page 2 of 3", "2/3": of the paper, not of the person. */
static bool
is_page_number(struct str s)
{
    s = str_trim(s);
    size_t digits = 0, at = 0;
    if (s.len < 3 || s.len > 24)
        return false;
    if (!str_starts(s, STR("Page ")) && !str_starts(s, STR("Seite ")) &&
        !str_starts(s, STR("page ")))
        return false;
    for (; at < s.len; at++)
        if (ascii_is_digit(s.at[at]))
            digits++;
    return digits > 0 && ascii_is_digit(s.at[s.len - 1]);
}

/* A line drawn below words makes them a heading. Below a table's first row it
   says that those are the heads of its columns. */
static bool
draws_below(struct text_page *page, struct str s, bool is_apart)
{
    if (!page->lines.count || is_apart)
        return false;
    struct text_line *above = &page->lines.at[page->lines.count - 1];
    if (text_is_delimiter_row(s) &&
        (above->kind == LINE_ROW ||
         str_find_byte(text_of(above), '|', 0) != SIZE_MAX)) {
        above->kind = LINE_ROW;
        above->is_head_row = true;
        return true;
    }
    if (above->kind == LINE_TEXT && text_is_rule(s)) {
        above->is_ruled = true;
        above->level = *s.at == '=' ? 1 : 2;
    }
    return false;
}

/* What is for programs or for paper. */
static void
put_aside(struct text_page *page, const struct raw_line *raw, const char *why)
{
    struct str s = str_trim(raw->text);
    if (s.len)
        *list_add(page->arena, &page->asides) =
            (struct text_aside){make_node(page, raw, s), why};
}

static bool
is_in_comment(struct text_page *page, const struct raw_line *raw, bool *inside)
{
    struct str s = str_trim(raw->text);
    size_t end = str_find(s, STR("-->"), 0);
    bool begins = str_starts(s, STR("<!--"));
    if (!*inside && !begins)
        return false;
    *inside = end == SIZE_MAX;
    if (end != SIZE_MAX && end + 3 < s.len)
        return false; /* words behind it: the tags are taken out of the line */
    put_aside(page, raw, "a remark");
    return true;
}

static void
read_line(struct text_page *page, const struct raw_line *raw, bool *is_apart)
{
    struct str s = str_trim(text_clean(page->arena, raw->text));
    if (str_find_byte(raw->text, '\f', 0) != SIZE_MAX)
        *is_apart = true;
    if (!s.len) {
        *is_apart = true;
        return;
    }
    if (text_is_rule(s) || text_is_delimiter_row(s)) {
        bool is_table = draws_below(page, s, *is_apart);
        *is_apart = !is_table;
        return;
    }
    if (is_machinery(s)) {
        put_aside(page, raw, is_fence(s) ? NULL : "for another program");
        return;
    }
    if (is_page_number(s)) {
        put_aside(page, raw, "the number of a page");
        return;
    }
    add_line(page, raw, *is_apart);
    *is_apart = false;
}

/* Most lines begin with >: somebody's answer to a mail. */
static bool
is_quoted(struct str text)
{
    size_t lines = 0, quoted = 0;
    struct str rest = text;
    while (rest.len) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        lines += line.len > 0;
        quoted += str_starts(line, STR(">"));
    }
    return lines > 4 && quoted * 10 > lines * 8;
}

static struct raw_line
raw_of(struct str line, size_t at, bool drops_quote)
{
    struct raw_line raw = {.text = line, .at = at};
    if (str_ends(raw.text, STR("\r")))
        raw.text.len--;
    while (drops_quote && str_starts(raw.text, STR(">"))) {
        size_t skip = str_starts(raw.text, STR("> ")) ? 2 : 1;
        raw.text = str_slice(raw.text, skip, raw.text.len);
        raw.at += skip;
    }
    raw.is_last =
        str_ends(raw.text, STR("  ")) || str_ends(raw.text, STR("\\")) ||
        str_ends(raw.text, STR("<br>")) || str_ends(raw.text, STR("<br/>")) ||
        str_ends(raw.text, STR("<br />"));
    if (str_ends(raw.text, STR("\\")))
        raw.text.len--;
    return raw;
}

void
text_lines_read(struct text_page *page, struct str text)
{
    size_t at = text_front_read(page, text);
    bool drops_quote = is_quoted(text), is_apart = true, in_comment = false;
    if (at == 0 && str_starts(text, STR("\xEF\xBB\xBF")))
        at = 3;
    while (at < text.len) {
        size_t end = at;
        while (end < text.len && text.at[end] != '\n' &&
               !(text.at[end] == '\r' &&
                 (end + 1 >= text.len || text.at[end + 1] != '\n')))
            end++;
        struct raw_line raw = raw_of(str_slice(text, at, end), at, drops_quote);
        if (!is_in_comment(page, &raw, &in_comment))
            read_line(page, &raw, &is_apart);
        at = end + 1;
    }
}
