#include "prose_html.h"

/* Longer tags and addresses are text. */
#define LONGEST 300

static const char *const tags[] = {
    "a",      "abbr",  "b",   "big",  "blockquote", "br",    "center", "code",
    "del",    "div",   "em",  "font", "h1",         "h2",    "h3",     "h4",
    "h5",     "h6",    "hr",  "i",    "img",        "ins",   "li",     "mark",
    "ol",     "p",     "pre", "s",    "script",     "small", "span",   "strike",
    "strong", "style", "sub", "sup",  "table",      "tbody", "td",     "th",
    "thead",  "tr",    "tt",  "u",    "ul",
};

struct entity {
    const char *name;
    struct str value;
};

static const struct entity entities[] = {
    {"amp", STR_INIT("&")},
    {"apos", STR_INIT("'")},
    {"bull", STR_INIT("\342\200\242")},
    {"copy", STR_INIT("\302\251")},
    {"gt", STR_INIT(">")},
    {"hellip", STR_INIT("\342\200\246")},
    {"ldquo", STR_INIT("\342\200\234")},
    {"lsquo", STR_INIT("\342\200\230")},
    {"lt", STR_INIT("<")},
    {"mdash", STR_INIT("\342\200\224")},
    {"nbsp", STR_INIT("\302\240")},
    {"ndash", STR_INIT("\342\200\223")},
    {"quot", STR_INIT("\"")},
    {"rdquo", STR_INIT("\342\200\235")},
    {"reg", STR_INIT("\302\256")},
    {"rsquo", STR_INIT("\342\200\231")},
    {"trade", STR_INIT("\342\204\242")},
    {"#39", STR_INIT("'")},
    {"#160", STR_INIT("\302\240")},
    {"#8211", STR_INIT("\342\200\223")},
    {"#8217", STR_INIT("\342\200\231")},
};

static bool
is_tag_name(struct str name)
{
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (str_equal_nocase(name, str_from(tags[i])))
            return true;
    return false;
}

/* The byte behind the next ">" on the same line, or SIZE_MAX. */
static size_t
find_end(struct str text, size_t at)
{
    struct str near = str_slice(text, 0, at + LONGEST);

    for (size_t i = at; i < near.len && near.at[i] != '\n'; i++)
        if (near.at[i] == '>')
            return i + 1;
    return SIZE_MAX;
}

size_t
html_tag_end(struct str text, size_t at, bool *breaks_line)
{
    size_t from = at + 1, to, end;
    struct str name;

    *breaks_line = false;
    if (str_starts(str_slice(text, at, text.len), STR("<!--"))) {
        end = find_end(text, at);
        return end == SIZE_MAX ? at : end;
    }
    if (from < text.len && text.at[from] == '/')
        from++;
    for (to = from; to < text.len && ascii_is_alnum(text.at[to]);)
        to++;
    name = str_slice(text, from, to);
    if (to == text.len || name.len > 10 || !is_tag_name(name))
        return at;
    if (text.at[to] != '>' && text.at[to] != '/' && text.at[to] != ' ')
        return at;
    end = find_end(text, to);
    if (end == SIZE_MAX)
        return at;
    *breaks_line = str_equal_nocase(name, STR("br"));
    return end;
}

bool
html_is_address(struct str text, size_t at)
{
    struct str near = str_slice(text, at + 1, at + LONGEST);
    bool known = false;

    for (size_t i = 0; i < near.len; i++) {
        if (near.at[i] == '>')
            return known;
        if (ascii_is_space(near.at[i]) || near.at[i] == '<')
            return false;
        known = known || near.at[i] == ':' || near.at[i] == '@';
    }
    return false;
}

size_t
html_entity_end(struct str text, size_t at, struct str *value)
{
    size_t end = at + 1;
    struct str name;

    *value = (struct str){0};
    if (end < text.len && text.at[end] == '#')
        end++;
    while (end < text.len && end - at < 12 && ascii_is_alnum(text.at[end]))
        end++;
    name = str_slice(text, at + 1, end);
    if (end == text.len || text.at[end] != ';' || name.len < 2)
        return at;
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (str_is(name, entities[i].name))
            *value = entities[i].value;
    return end + 1;
}
