#include "recognise.h"

static struct str
without_mark(struct str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? str_slice(text, 3, text.len)
                                                 : text;
}

/* The first byte that is no blank, or the end. */
static size_t
first_byte(struct str text)
{
    size_t at = 0;
    while (at < text.len && ascii_is_space(text.at[at]))
        at++;
    return at;
}

bool
text_opens_group(struct str text)
{
    text = without_mark(text);
    size_t at = first_byte(text);
    return at < text.len && (text.at[at] == '{' || text.at[at] == '[');
}

bool
text_is_json(struct str text)
{
    text = without_mark(text);
    size_t at = first_byte(text);
    text = str_slice(text, at + 1, text.len);
    at = first_byte(text);
    return at >= text.len || text.at[at] == '"' || text.at[at] == '{' ||
           text.at[at] == '}' || text.at[at] == ']' || text.at[at] == '[';
}

/* Remarks, the start of a document and directives come before the keys. */
static bool
is_before_keys(struct str line)
{
    return !line.len || line.at[0] == '#' || line.at[0] == '%' ||
           str_starts(line, STR("---"));
}

bool
text_begins_with_key(struct str text)
{
    struct str line = {NULL, 0};
    text = without_mark(text);
    while (text.len && is_before_keys(line))
        line = str_trim(str_cut(&text, '\n'));
    size_t at = 0;
    char quote = line.len && (line.at[0] == '"' || line.at[0] == '\'')
                     ? line.at[0]
                     : '\0';
    if (quote) {
        at = str_find_byte(line, quote, 1);
        at = at == SIZE_MAX ? line.len : at + 1;
    } else {
        while (at < line.len &&
               (ascii_is_alnum(line.at[at]) || line.at[at] == '_' ||
                line.at[at] == '-' || line.at[at] == '$'))
            at++;
    }
    return at > 0 && at < line.len && line.at[at] == ':' &&
           (at + 1 == line.len || ascii_is_blank(line.at[at + 1]));
}

/* ---- trees --------------------------------------------------------------- */

bool
node_has_list(const struct node *map, const char *key)
{
    const struct node *node = node_get(map, key);
    return node && node->kind == NODE_LIST;
}

bool
node_has_map(const struct node *map, const char *key)
{
    const struct node *node = node_get(map, key);
    return node && node->kind == NODE_MAP;
}

bool
tree_is_native(const struct node *tree)
{
    static const char *const keys[] = {"experience",
                                       "certifications",
                                       "case_studies",
                                       "key_metrics",
                                       "compliance",
                                       "systems",
                                       "work_samples",
                                       "multimedia",
                                       "settings_and_teams",
                                       "development",
                                       "memberships",
                                       "skills_options",
                                       "career_breaks",
                                       "custom",
                                       "variants",
                                       "pack",
                                       "layout",
                                       "lint",
                                       "include",
                                       "testimonials_policy",
                                       "multimedia_policy",
                                       "metrics"};
    if (tree->kind != NODE_MAP || node_has_map(tree, "cv") ||
        node_get(tree, "$schema"))
        return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (node_get(tree, keys[i]))
            return true;
    return false;
}
