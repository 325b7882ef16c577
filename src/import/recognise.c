#include "recognise.h"

struct str
text_without_mark(struct str text)
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
    text = text_without_mark(text);
    size_t at = first_byte(text);
    return at < text.len && (text.at[at] == '{' || text.at[at] == '[');
}

bool
text_is_json(struct str text)
{
    text = text_without_mark(text);
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
    text = text_without_mark(text);
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

/* Some key of a map or of the maps in a list has a capital in it: startDate. */
static bool
has_humped_key(const struct node *node)
{
    for (size_t i = 0; i < node->items.count; i++)
        if (has_humped_key(node->items.at[i]))
            return true;
    for (size_t i = 0; i < node->pairs.count; i++) {
        struct str key = node->pairs.at[i].key;
        for (size_t at = 1; at < key.len; at++)
            if (key.at[at] >= 'A' && key.at[at] <= 'Z' &&
                key.at[at - 1] >= 'a' && key.at[at - 1] <= 'z')
                return true;
    }
    return false;
}

/* Names that JSON Resume has for what we call otherwise. */
bool
tree_is_of_json_resume(const struct node *tree)
{
    static const char *const lists[] = {"work", "education", "projects",
                                        "publications", "volunteer"};
    const struct node *basics = node_get(tree, "basics");
    if (basics && (node_get(basics, "label") || node_get(basics, "picture") ||
                   node_get(basics, "website")))
        return true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct node *list = node_get(tree, lists[i]);
        if (list && list->kind == NODE_LIST && has_humped_key(list))
            return true;
    }
    return false;
}

/* Which of these keys stand somewhere in the upper levels, as bits. */
static unsigned
keys_within(const struct node *node, int levels)
{
    static const char *const keys[] = {
        "startDate",  "endDate",     "studyType",   "releaseDate",
        "postalCode", "countryCode", "lastModified"};
    unsigned found = 0;
    if (!levels)
        return 0;
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        found |= node_get(node, keys[k]) ? 1u << k : 0;
    for (size_t i = 0; i < node->items.count; i++)
        found |= keys_within(node->items.at[i], levels - 1);
    for (size_t i = 0; i < node->pairs.count; i++)
        found |= keys_within(node->pairs.at[i].value, levels - 1);
    return found;
}

bool
tree_is_yaml_of_json_resume(const struct node *tree)
{
    unsigned found = keys_within(tree, 4), count = 0;
    for (; found; found &= found - 1)
        count++;
    return count >= 3;
}

bool
tree_is_native(const struct node *tree)
{
    static const char *const sure[] = {"case_studies",
                                       "key_metrics",
                                       "compliance",
                                       "work_samples",
                                       "multimedia",
                                       "settings_and_teams",
                                       "memberships",
                                       "skills_options",
                                       "career_breaks",
                                       "variants",
                                       "pack",
                                       "lint",
                                       "testimonials_policy",
                                       "multimedia_policy"};
    static const char *const likely[] = {
        "experience",   "certifications", "systems", "development",
        "testimonials", "metrics",        "custom",  "layout",
        "include",      "theme"};
    if (tree->kind != NODE_MAP || node_has_map(tree, "cv") ||
        node_get(tree, "$schema"))
        return false;
    for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
        if (node_get(tree, sure[i]))
            return true;
    for (size_t i = 0; i < sizeof likely / sizeof *likely; i++)
        if (node_get(tree, likely[i]))
            return node_get(tree, "basics") && !tree_is_of_json_resume(tree);
    return false;
}
