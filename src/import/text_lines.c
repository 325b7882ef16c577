/*
 * Bytes to lines. The text of a line is what stands in the file, wherever it
 * can be: then a finding in it points at the very letters.
 */
#include "text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "load/html.h"

/* One line of the file while its marks are read. */
struct raw_line {
    struct str text; /* without its end */
    size_t at;       /* byte of the file */
    bool is_last;    /* ends by two blanks or a backslash */
};

/* ---- signs that say nothing ---------------------------------------------- */

/* What stands for one: a blank, nothing, or itself. */
static bool
is_blank_sign(uint32_t c)
{
    return c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == '\f' || c == '\v';
}

static bool
is_no_sign(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c < 0x20 && c != '\t') || c == 0x7F || c == 0xFE0F;
}

static bool
is_clean(struct str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (is_blank_sign(c) || is_no_sign(c))
            return false;
    }
    return true;
}

static struct str
clean(struct arena *arena, struct str s)
{
    if (is_clean(s))
        return s;
    struct buf out = buf_new(arena);
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        if (is_blank_sign(c))
            buf_add_byte(&out, ' ');
        else if (!is_no_sign(c))
            buf_add(&out, str_slice(s, from, at));
    }
    return buf_str(&out);
}

/* ---- markup that is no Markdown ------------------------------------------ */

static bool
has_tag(struct str s)
{
    for (size_t i = 0; i + 1 < s.len; i++)
        if (s.at[i] == '<' &&
            (ascii_is_alpha(s.at[i + 1]) || s.at[i + 1] == '/' ||
             s.at[i + 1] == '!') &&
            str_find_byte(s, '>', i) != SIZE_MAX)
            return true;
    return false;
}

static bool
is_address_at(struct str s, size_t at)
{
    size_t end = str_find_byte(s, '>', at);
    struct str inner = str_slice(s, at + 1, end);
    return str_find(inner, STR("://"), 0) != SIZE_MAX
               ? str_find_byte(inner, ' ', 0) == SIZE_MAX
               : str_find_byte(inner, '@', 0) != SIZE_MAX &&
                     str_find_byte(inner, ' ', 0) == SIZE_MAX;
}

/* The address of an attribute: href="...". */
static struct str
attribute(struct str tag, const char *name)
{
    size_t at = str_find(tag, str_from(name), 0);
    if (at == SIZE_MAX)
        return STR("");
    at += strlen(name);
    if (at + 1 >= tag.len || (tag.at[at] != '"' && tag.at[at] != '\''))
        return STR("");
    size_t end = str_find_byte(tag, tag.at[at], at + 1);
    return str_slice(tag, at + 1, end);
}

struct tag_state {
    struct str line;    /* from the tag on */
    struct str address; /* of an open link */
    size_t open;        /* marks of emphasis */
    size_t items;
    bool skips_blanks; /* right behind a mark that opens */
};

/* Bold and slanted text that begins and ends in the line; Markdown allows no
   blanks at its inner ends. */
static void
add_emphasis(struct buf *out, struct tag_state *state, struct str name,
             bool closes)
{
    static const char *const marks[][3] = {{"b", "**", "</b>"},
                                           {"strong", "**", "</strong>"},
                                           {"i", "*", "</i>"},
                                           {"em", "*", "</em>"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!str_equal_nocase(name, str_from(marks[i][0])))
            continue;
        if (!closes &&
            str_find(state->line, str_from(marks[i][2]), 0) == SIZE_MAX)
            return;
        if (closes && !state->open)
            return;
        state->open += closes ? (size_t)-1 : 1;
        while (closes && out->len && ascii_is_space(out->at[out->len - 1]))
            out->len--;
        buf_add_text(out, marks[i][1]);
        state->skips_blanks = !closes;
    }
}

/* What a tag means in Markdown. */
static void
add_tag(struct buf *out, struct tag_state *state, struct str tag)
{
    static const char *const marks[][2] = {
        {"br", "\t"}, {"br/", "\t"}, {"td", "\t"}, {"th", "\t"}};
    struct str rest = tag, name;
    bool closes = str_starts(rest, STR("/"));
    if (closes)
        rest = str_slice(rest, 1, rest.len);
    name = str_slice(rest, 0, str_find_byte(rest, ' ', 0));
    if (str_equal_nocase(name, STR("a"))) {
        if (closes && state->address.len)
            buf_print(out, "](%.*s)", STR_ARG(state->address));
        state->address = closes ? STR("") : attribute(rest, "href=");
        if (!closes && state->address.len)
            buf_add_byte(out, '[');
        return;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_equal_nocase(name, str_from(marks[i][0])) && !closes)
            buf_add_text(out, marks[i][1]);
    if (str_equal_nocase(name, STR("li")) && !closes && state->items++ > 0)
        buf_add_byte(out, '\t');
    add_emphasis(out, state, name, closes);
}

/* HTML tags of a line as Markdown; addresses in < > stay. */
static struct str
without_tags(struct arena *arena, struct str s)
{
    struct buf out = buf_new(arena);
    struct tag_state state = {0};
    for (size_t i = 0; i < s.len; i++) {
        size_t end = s.at[i] == '<' ? str_find_byte(s, '>', i) : SIZE_MAX;
        bool is_tag = end != SIZE_MAX && i + 1 < s.len &&
                      (ascii_is_alpha(s.at[i + 1]) || s.at[i + 1] == '/' ||
                       s.at[i + 1] == '!');
        if (!is_tag || is_address_at(s, i)) {
            state.skips_blanks &= ascii_is_space(s.at[i]);
            if (!state.skips_blanks)
                buf_add_byte(&out, s.at[i]);
            continue;
        }
        state.line = str_slice(s, i, s.len);
        add_tag(&out, &state, str_slice(s, i + 1, end));
        i = end;
    }
    if (state.address.len)
        buf_print(&out, "](%.*s)", STR_ARG(state.address));
    return html_decode(arena, buf_str(&out));
}

/* "{: .center}", "{#id}", "{.class}" at the end of a line. */
static struct str
without_attributes(struct str s)
{
    s = str_trim(s);
    if (!str_ends(s, STR("}")))
        return s;
    size_t open = s.len;
    while (open > 0 && s.at[open - 1] != '{' && s.len - open < 80)
        open--;
    if (open == 0 || s.at[open - 1] != '{' || open >= s.len)
        return s;
    char first = s.at[open];
    return first == ':' || first == '.' || first == '#' || first == '@'
               ? str_trim(str_slice(s, 0, open - 1))
               : s;
}

/* ---- rules and marks ----------------------------------------------------- */

/* A drawn line: three or more of one sign, blanks between. */
static bool
is_rule(struct str s)
{
    uint32_t sign = 0;
    size_t count = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c == ' ' || c == '\t')
            continue;
        bool draws = c == '-' || c == '=' || c == '_' || c == '*' || c == '~' ||
                     c == '#' || c == '.' || c == '+' || c == '\\' ||
                     c == 0xB7 || c == 0x2022 || (c >= 0x2010 && c <= 0x2015) ||
                     c == 0x2026 || (c >= 0x2500 && c <= 0x259F) || c == 0xAF ||
                     (c >= 0x25A0 && c <= 0x25AF) || c == '<' || c == '>' ||
                     c == ':';
        if (!draws || (sign && c != sign && count < 2))
            return false;
        sign = c;
        count++;
    }
    return count >= 3;
}

/* A row of a table that only parts: |---|:--:|. */
static bool
is_delimiter_row(struct str s)
{
    bool has_dash = false, has_pipe = false;
    for (size_t i = 0; i < s.len; i++) {
        has_dash = has_dash || s.at[i] == '-' || s.at[i] == '=';
        has_pipe = has_pipe || s.at[i] == '|' || s.at[i] == '+';
        if (!ascii_is_space(s.at[i]) && s.at[i] != '-' && s.at[i] != '|' &&
            s.at[i] != ':' && s.at[i] != '=' && s.at[i] != '+')
            return false;
    }
    return has_dash && has_pipe;
}

/* Bytes of a sign of a list with the blanks behind it; 0: there is none. */
static size_t
bullet_len(struct str s)
{
    static const uint32_t signs[] = {
        0x2022, 0x25AA, 0x25CF, 0x25CB, 0x25E6, 0x2023, 0xB7,   0x25A0, 0x25A1,
        0x27A2, 0x27A4, 0x25BA, 0x25B6, 0x2713, 0x2714, 0xF0B7, 0xF0A7, 0xF0D8,
        0x2043, 0x25B8, 0x25FE, 0x2756, 0x25C6, 0x2219, 0x30FB, 0xF076, 0x2605,
        0x25AB, 0x2192, 0x203A, 0xBB,   0x2666, 0x27A5, 0x2611, 0x25FC, 0x2B29};
    size_t at = 0;
    uint32_t c = utf8_next(s, &at);
    bool is_sign = c == '*' || c == '-' || c == '+' || c == 0x2013 ||
                   c == 0x2014 || (c == 'o' && s.len > 2);
    if (is_sign)
        return at < s.len && ascii_is_blank(s.at[at]) ? at : 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == c)
            return at < s.len ? at : 0;
    return 0;
}

/* "1. ", "2) ", "(3) ". */
static size_t
number_len(struct str s)
{
    size_t at = str_starts(s, STR("(")) ? 1 : 0, from = at;
    while (at < s.len && at - from < 2 && ascii_is_digit(s.at[at]))
        at++;
    if (at == from || at + 1 >= s.len || (s.at[at] != '.' && s.at[at] != ')'))
        return 0;
    return ascii_is_blank(s.at[at + 1]) ? at + 1 : 0;
}

/* A hyphen right before a word: "-Led a team". */
static size_t
tight_hyphen_len(struct str s)
{
    return s.len > 3 && (s.at[0] == '-' || s.at[0] == '*') &&
                   (unsigned char)s.at[1] > '@' && s.at[1] != '_' &&
                   str_find_byte(s, s.at[0], 1) == SIZE_MAX
               ? 1
               : 0;
}

static size_t
heading_level(struct str s, size_t *skip)
{
    size_t level = 0;
    while (level < s.len && level < 7 && s.at[level] == '#')
        level++;
    if (level == 0 || level > 6 || level >= s.len)
        return 0;
    *skip = level;
    return ascii_is_blank(s.at[level]) || (unsigned char)s.at[level] > '9' ||
                   s.at[level] == '*'
               ? level
               : 0;
}

/* ---- emphasis ------------------------------------------------------------ */

/* One pair of marks around all of it is taken off. */
static bool
take_marks(struct str *s, const char *mark)
{
    struct str sign = str_from(mark);
    if (s->len <= 2 * sign.len || !str_starts(*s, sign) || !str_ends(*s, sign))
        return false;
    struct str inner = str_slice(*s, sign.len, s->len - sign.len);
    if (str_find(inner, sign, 0) != SIZE_MAX || ascii_is_blank(*inner.at))
        return false;
    *s = inner;
    return true;
}

static bool
is_upper_text(struct str s)
{
    size_t letters = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (utf8_lower(c) != utf8_upper(c)) {
            if (utf8_upper(c) != c)
                return false;
            letters++;
        }
    }
    return letters >= 2;
}

static struct str
trim_span(struct str s)
{
    return str_trim(s);
}

/* Emphasis around all of the line, the colon behind it, signs of headings. */
static void
read_emphasis(struct text_line *line, struct str *text)
{
    struct str s = trim_span(*text);
    if (take_marks(&s, "***") || take_marks(&s, "___"))
        line->is_bold = line->is_italic = true;
    if (take_marks(&s, "**") || take_marks(&s, "__"))
        line->is_bold = true;
    if (take_marks(&s, "*") || take_marks(&s, "_"))
        line->is_italic = true;
    if (line->is_italic && (take_marks(&s, "**") || take_marks(&s, "__")))
        line->is_bold = true;
    line->is_caps = is_upper_text(s);
    *text = s;
}

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
indent_of(struct str s, size_t *behind)
{
    unsigned columns = 0;
    size_t i = 0;
    for (; i < s.len && ascii_is_blank(s.at[i]); i++)
        columns += s.at[i] == '\t' ? 4 : 1;
    *behind = i;
    return columns;
}

static struct str
without_closing(struct str s)
{
    s = str_trim(s);
    size_t end = s.len;
    while (end > 0 && s.at[end - 1] == '#')
        end--;
    bool closes = end > 0 && (ascii_is_blank(s.at[end - 1]) || s.len - end > 1);
    return closes ? str_trim(str_slice(s, 0, end)) : s;
}

/* Decoration around a heading: "=== Skills ===", "[ Skills ]". */
static struct str
without_decoration(struct str s)
{
    static const char signs[] = "=-~*_:<>";
    size_t from = 0, to = s.len;
    while (from < to && (strchr(signs, s.at[from]) || s.at[from] == ' '))
        from++;
    while (to > from && (strchr(signs, s.at[to - 1]) || s.at[to - 1] == ' '))
        to--;
    /* Emphasis touches its words. */
    bool is_emphasis = from > 0 && from < s.len &&
                       (s.at[from - 1] == '*' || s.at[from - 1] == '_');
    return from >= 2 && s.len - to >= 2 && to > from && !is_emphasis
               ? str_slice(s, from, to)
               : s;
}

static void
read_row(struct text_line *line, struct str *text)
{
    struct str s = str_trim(*text);
    line->kind = LINE_ROW;
    if (str_starts(s, STR("|")))
        s = str_slice(s, 1, s.len);
    if (str_ends(s, STR("|")))
        s = str_slice(s, 0, s.len - 1);
    *text = str_trim(s);
}

static void
read_marks(struct text_line *line, struct str *text)
{
    size_t skip = 0;
    struct str s = *text;
    size_t len = heading_level(s, &skip);
    if (len) {
        line->kind = LINE_HEADING;
        line->level = (unsigned)len;
        *text = without_closing(str_slice(s, skip, s.len));
        return;
    }
    if (str_starts(s, STR("|")) && str_find_byte(s, '|', 1) != SIZE_MAX) {
        read_row(line, text);
        return;
    }
    if (str_starts(s, STR(">"))) {
        line->kind = LINE_QUOTE;
        *text = s = str_trim(str_slice(s, 1, s.len));
        if (!s.len)
            return;
    }
    if (str_starts(s, STR(": "))) {
        line->is_definition = true;
        *text = s = str_trim(str_slice(s, 1, s.len));
    }
    len = bullet_len(s);
    if (!len)
        len = number_len(s);
    if (!len)
        len = tight_hyphen_len(s);
    if (!len)
        return;
    line->kind = LINE_BULLET;
    while (len < s.len && ascii_is_blank(s.at[len]))
        len++;
    line->inner = line->indent + (unsigned)utf8_columns(str_slice(s, 0, len));
    *text = str_slice(s, len, s.len);
}

/* A heading or a list's item may stand behind the sign of a list again:
   "* ##### Title", "- [ ] task". */
static void
read_inner_marks(struct text_line *line, struct str *text)
{
    size_t skip = 0;
    if (line->kind != LINE_BULLET)
        return;
    size_t level = heading_level(*text, &skip);
    if (level)
        *text = without_closing(str_slice(*text, skip, text->len));
    if (str_starts(*text, STR("[ ] ")) || str_starts(*text, STR("[x] ")))
        *text = str_slice(*text, 4, text->len);
    *text = str_trim(*text);
}

/* "<h2 class=...>Skills</h2>". */
static unsigned
html_heading(struct str s)
{
    s = str_trim(s);
    return s.len > 4 && s.at[0] == '<' && ascii_lower(s.at[1]) == 'h' &&
                   s.at[2] >= '1' && s.at[2] <= '6' &&
                   (s.at[3] == '>' || s.at[3] == ' ')
               ? (unsigned)(s.at[2] - '0')
               : 0;
}

static bool
is_html_item(struct str s)
{
    s = str_trim(s);
    while (str_starts(s, STR("<ul>")) || str_starts(s, STR("<ol>")))
        s = str_trim(str_slice(s, 4, s.len));
    return s.len > 4 &&
           (str_starts(s, STR("<li>")) || str_starts(s, STR("<li ")) ||
            str_starts(s, STR("<LI>")));
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
    size_t behind;
    struct str text = clean(page->arena, raw->text);
    line.columns = (unsigned)utf8_columns(text);
    line.first = first_word(raw->text);
    unsigned level = html_heading(text);
    bool is_item = is_html_item(text);
    line.indent = indent_of(text, &behind);
    if (has_tag(text) || str_find_byte(text, '&', 0) != SIZE_MAX)
        text = without_tags(page->arena, text);
    text = without_attributes(str_trim(text));
    if (!text.len)
        return;
    read_marks(&line, &text);
    if (line.kind == LINE_HEADING && has_tag(raw->text))
        text = str_trim(text);
    read_inner_marks(&line, &text);
    if (level && line.kind == LINE_TEXT) {
        line.kind = LINE_HEADING;
        line.level = level;
    }
    if (is_item && line.kind == LINE_TEXT) {
        line.kind = LINE_BULLET;
        line.inner = line.indent + 4;
    }
    if (line.kind == LINE_TEXT)
        text = without_decoration(text);
    read_emphasis(&line, &text);
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
    if (is_delimiter_row(s) &&
        (above->kind == LINE_ROW ||
         str_find_byte(text_of(above), '|', 0) != SIZE_MAX)) {
        above->kind = LINE_ROW;
        above->is_head_row = true;
        return true;
    }
    if (above->kind == LINE_TEXT && is_rule(s)) {
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
    struct str s = str_trim(clean(page->arena, raw->text));
    if (str_find_byte(raw->text, '\f', 0) != SIZE_MAX)
        *is_apart = true;
    if (!s.len) {
        *is_apart = true;
        return;
    }
    if (is_rule(s) || is_delimiter_row(s)) {
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
