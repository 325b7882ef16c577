#include "html_parts.h"

#include <stdlib.h>
#include <string.h>

/* Sorted by name. */
static const struct html_element elements[] = {
    {"a", HTML_LINK},
    {"address", HTML_BLOCK},
    {"area", HTML_VOID},
    {"article", HTML_BLOCK | HTML_ROOT | HTML_MAIN},
    {"aside", HTML_BLOCK | HTML_PAGE},
    {"audio", HTML_DROPS},
    {"b", HTML_BOLD},
    {"base", HTML_VOID},
    {"blockquote", HTML_BLOCK},
    {"body", HTML_BLOCK | HTML_ROOT},
    {"br", HTML_VOID | HTML_BREAK},
    {"button", HTML_BLOCK | HTML_PAGE},
    {"canvas", HTML_DROPS},
    {"caption", HTML_BLOCK | HTML_SCOPE},
    {"center", HTML_BLOCK},
    {"col", HTML_VOID},
    {"colgroup", 0},
    {"datalist", HTML_DROPS},
    {"dd", HTML_BLOCK | HTML_DD},
    {"details", HTML_BLOCK},
    {"dialog", HTML_BLOCK | HTML_PAGE},
    {"dir", HTML_BLOCK | HTML_LIST},
    {"div", HTML_BLOCK},
    {"dl", HTML_BLOCK | HTML_LIST},
    {"dt", HTML_BLOCK | HTML_DT},
    {"embed", HTML_VOID},
    {"fieldset", HTML_BLOCK},
    {"figcaption", HTML_BLOCK},
    {"figure", HTML_BLOCK},
    {"footer", HTML_BLOCK | HTML_PAGE},
    {"form", HTML_BLOCK | HTML_FORM},
    {"h1", HTML_BLOCK | HTML_H},
    {"h2", HTML_BLOCK | HTML_H},
    {"h3", HTML_BLOCK | HTML_H},
    {"h4", HTML_BLOCK | HTML_H},
    {"h5", HTML_BLOCK | HTML_H},
    {"h6", HTML_BLOCK | HTML_H},
    {"head", HTML_BLOCK},
    {"header", HTML_BLOCK | HTML_HEADER},
    {"hr", HTML_VOID | HTML_BREAK},
    {"html", HTML_BLOCK | HTML_ROOT},
    {"iframe", HTML_DROPS | HTML_RAW},
    {"img", HTML_VOID},
    {"input", HTML_VOID},
    {"label", HTML_BLOCK},
    {"legend", HTML_BLOCK},
    {"li", HTML_BLOCK | HTML_LI},
    {"link", HTML_VOID},
    {"listing", HTML_BLOCK | HTML_PRE},
    {"main", HTML_BLOCK | HTML_ROOT | HTML_MAIN},
    {"map", 0},
    {"math", HTML_DROPS},
    {"menu", HTML_BLOCK | HTML_LIST},
    {"meta", HTML_VOID | HTML_META},
    {"nav", HTML_BLOCK | HTML_PAGE},
    {"noframes", HTML_DROPS},
    {"noscript", HTML_DROPS},
    {"object", HTML_DROPS},
    {"ol", HTML_BLOCK | HTML_LIST},
    {"optgroup", HTML_DROPS},
    {"option", HTML_DROPS},
    {"p", HTML_BLOCK | HTML_P},
    {"param", HTML_VOID},
    {"picture", 0},
    {"pre", HTML_BLOCK | HTML_PRE},
    {"progress", HTML_DROPS},
    {"script", HTML_DROPS | HTML_RAW | HTML_SCRIPT},
    {"search", HTML_BLOCK | HTML_PAGE},
    {"section", HTML_BLOCK},
    {"select", HTML_DROPS},
    {"source", HTML_VOID},
    {"strong", HTML_BOLD},
    {"style", HTML_DROPS | HTML_RAW},
    {"summary", HTML_BLOCK},
    {"svg", HTML_DROPS},
    {"table", HTML_BLOCK | HTML_TABLE | HTML_SCOPE},
    {"tbody", HTML_BLOCK},
    {"td", HTML_BLOCK | HTML_CELL | HTML_SCOPE},
    {"template", HTML_DROPS},
    {"textarea", HTML_DROPS | HTML_RAW},
    {"tfoot", HTML_BLOCK},
    {"th", HTML_BLOCK | HTML_CELL | HTML_SCOPE},
    {"thead", HTML_BLOCK},
    {"title", HTML_DROPS | HTML_RAW | HTML_TITLE},
    {"tr", HTML_BLOCK | HTML_ROW},
    {"track", HTML_VOID},
    {"u", HTML_BOLD},
    {"ul", HTML_BLOCK | HTML_LIST},
    {"video", HTML_DROPS},
    {"wbr", HTML_VOID},
    {"xmp", HTML_BLOCK | HTML_PRE},
};

/* Letters without case, the shorter name first. */
static int
compare_names(struct str a, const char *b)
{
    for (size_t i = 0; i < a.len; i++) {
        int difference =
            (unsigned char)ascii_lower(a.at[i]) - (unsigned char)b[i];
        if (difference || !b[i])
            return difference;
    }
    return b[a.len] ? -1 : 0;
}

static int
compare_element(const void *key, const void *entry)
{
    const struct html_element *element = entry;
    return compare_names(*(const struct str *)key, element->name);
}

const struct html_element *
html_element_find(struct str name)
{
    return bsearch(&name, elements, sizeof elements / sizeof *elements,
                   sizeof *elements, compare_element);
}

/* ---- tags -------------------------------------------------------------- */

static size_t
skip_spaces(struct str s, size_t at)
{
    while (at < s.len && (ascii_is_space(s.at[at]) || s.at[at] == '/'))
        at++;
    return at;
}

static struct str
read_name(struct str s, size_t *at)
{
    size_t from = *at;
    while (*at < s.len && !ascii_is_space(s.at[*at]) && s.at[*at] != '/' &&
           s.at[*at] != '>' && (s.at[*at] != '=' || *at == from))
        ++*at;
    return str_slice(s, from, *at);
}

static struct str
read_value(struct str s, size_t *at)
{
    size_t i = *at;
    while (i < s.len && ascii_is_space(s.at[i]))
        i++;
    if (i >= s.len || s.at[i] != '=')
        return (struct str){NULL, 0};
    do
        i++;
    while (i < s.len && ascii_is_space(s.at[i]));
    size_t from = i;
    if (i < s.len && (s.at[i] == '"' || s.at[i] == '\'')) {
        size_t end = str_find_byte(s, s.at[i], i + 1);
        from = i + 1;
        i = end == SIZE_MAX ? s.len : end;
        *at = i + 1 < s.len ? i + 1 : s.len;
        return str_slice(s, from, i);
    }
    while (i < s.len && !ascii_is_space(s.at[i]) && s.at[i] != '>')
        i++;
    *at = i;
    return str_slice(s, from, i);
}

static void
take_attribute(struct html_attributes *to, struct str name, struct str value)
{
    const struct {
        struct str name;
        struct str *value;
    } known[] = {
        {STR_INIT("class"), &to->class_names},
        {STR_INIT("style"), &to->style},
        {STR_INIT("id"), &to->id},
        {STR_INIT("role"), &to->role},
        {STR_INIT("type"), &to->type},
        {STR_INIT("property"), &to->property},
        {STR_INIT("name"), &to->property},
        {STR_INIT("content"), &to->content},
        {STR_INIT("aria-hidden"), &to->aria_hidden},
        {STR_INIT("href"), &to->href},
        {STR_INIT("src"), &to->src},
        {STR_INIT("alt"), &to->alt},
    };
    if (name.len < 2 || name.len > 11)
        return;
    if (str_equal_nocase(name, STR("hidden")))
        to->is_hidden = true;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].name.len == name.len &&
            str_equal_nocase(known[i].name, name) && !known[i].value->len)
            *known[i].value = value;
}

static void
read_attributes(struct str s, size_t *at, struct html_tag *tag)
{
    size_t i = *at;
    for (;;) {
        i = skip_spaces(s, i);
        if (i >= s.len || s.at[i] == '>')
            break;
        struct str name = read_name(s, &i);
        struct str value = read_value(s, &i);
        if (!tag->is_end)
            take_attribute(&tag->attributes, name, value);
    }
    tag->closes_itself = i < s.len && i > 0 && s.at[i - 1] == '/';
    *at = i < s.len ? i + 1 : s.len;
}

/* Behind the end of a comment, or of what else begins with <! or <?. */
static size_t
skip_comment(struct str s, size_t at)
{
    struct str end = STR(">");
    size_t from = at + 2;
    if (str_starts(str_slice(s, at, s.len), STR("<!--"))) {
        struct str inner = str_slice(s, at + 4, s.len);
        if (str_starts(inner, STR(">")))
            return at + 5;
        if (str_starts(inner, STR("->")))
            return at + 6;
        end = STR("-->");
        from = at + 4;
    }
    size_t found = str_find(s, end, from);
    return found == SIZE_MAX ? s.len : found + end.len;
}

bool
html_tag_read(struct str s, size_t *at, struct html_tag *tag)
{
    size_t i = *at + 1;
    *tag = (struct html_tag){0};
    if (i < s.len && (s.at[i] == '!' || s.at[i] == '?')) {
        *at = skip_comment(s, *at);
        return false;
    }
    tag->is_end = i < s.len && s.at[i] == '/';
    i += tag->is_end;
    if (i >= s.len || !ascii_is_alpha(s.at[i]))
        return false;
    tag->name = read_name(s, &i);
    read_attributes(s, &i, tag);
    *at = i;
    return true;
}
