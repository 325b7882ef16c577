/* Markup that is no Markdown, and signs that say nothing. */
#include "text_lines.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "load/html.h"

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

struct str
text_clean(struct arena *arena, struct str s)
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

/* ---- tags ---------------------------------------------------------------- */

static bool
is_tag_at(struct str s, size_t at, size_t *end)
{
    if (at + 1 >= s.len || s.at[at] != '<')
        return false;
    char next = s.at[at + 1];
    if (!ascii_is_alpha(next) && next != '/' && next != '!')
        return false;
    *end = str_find_byte(s, '>', at);
    return *end != SIZE_MAX;
}

bool
text_has_tag(struct str s)
{
    size_t end;
    for (size_t i = 0; i + 1 < s.len; i++)
        if (is_tag_at(s, i, &end))
            return true;
    return false;
}

static bool
is_address_at(struct str s, size_t at)
{
    size_t end = str_find_byte(s, '>', at);
    struct str inner = str_slice(s, at + 1, end);
    return str_find_byte(inner, ' ', 0) == SIZE_MAX &&
           (str_find(inner, STR("://"), 0) != SIZE_MAX ||
            str_find_byte(inner, '@', 0) != SIZE_MAX);
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

/* The end of a link is written when its tag closes. */
static void
add_link(struct buf *out, struct tag_state *state, struct str tag, bool closes)
{
    if (closes && state->address.len)
        buf_print(out, "](%.*s)", STR_ARG(state->address));
    state->address = closes ? STR("") : attribute(tag, "href=");
    if (!closes && state->address.len)
        buf_add_byte(out, '[');
}

/* What a tag means in Markdown; cells and lines are parted by a tabulator. */
static void
add_tag(struct buf *out, struct tag_state *state, struct str tag)
{
    static const char *const parts[] = {"br", "br/", "td", "th"};
    bool closes = str_starts(tag, STR("/"));
    if (closes)
        tag = str_slice(tag, 1, tag.len);
    struct str name = str_slice(tag, 0, str_find_byte(tag, ' ', 0));
    if (str_equal_nocase(name, STR("a"))) {
        add_link(out, state, tag, closes);
        return;
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_equal_nocase(name, str_from(parts[i])) && !closes)
            buf_add_byte(out, '\t');
    if (str_equal_nocase(name, STR("li")) && !closes && state->items++ > 0)
        buf_add_byte(out, '\t');
    add_emphasis(out, state, name, closes);
}

struct str
text_without_tags(struct arena *arena, struct str s)
{
    struct buf out = buf_new(arena);
    struct tag_state state = {0};
    for (size_t i = 0; i < s.len; i++) {
        size_t end;
        if (!is_tag_at(s, i, &end) || is_address_at(s, i)) {
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

/* "<h2 class=...>Skills</h2>". */
unsigned
text_html_heading(struct str s)
{
    s = str_trim(s);
    return s.len > 4 && s.at[0] == '<' && ascii_lower(s.at[1]) == 'h' &&
                   s.at[2] >= '1' && s.at[2] <= '6' &&
                   (s.at[3] == '>' || s.at[3] == ' ')
               ? (unsigned)(s.at[2] - '0')
               : 0;
}

bool
text_is_html_item(struct str s)
{
    s = str_trim(s);
    while (str_starts(s, STR("<ul>")) || str_starts(s, STR("<ol>")))
        s = str_trim(str_slice(s, 4, s.len));
    return s.len > 4 &&
           (str_starts(s, STR("<li>")) || str_starts(s, STR("<li ")) ||
            str_starts(s, STR("<LI>")));
}

/* ---- attributes ---------------------------------------------------------- */

/* "{: .center}", "{#id}", "{.class}" at the end of a line. */
struct str
text_without_attributes(struct str s)
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
