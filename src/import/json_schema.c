/*
 * The rules of the JSON Resume schema, 1.0.0 to 1.3, with the older names of
 * 0.x beside them: what each key of each section is. Other keys of an entry
 * are free; other sections are not.
 */
#include "json_schema.h"

enum schema_type {
    SCHEMA_TEXT,
    SCHEMA_DATE,
    SCHEMA_EMAIL,
    SCHEMA_URI,
    SCHEMA_TEXTS, /* list of texts */
    SCHEMA_MAP,
    SCHEMA_MAPS /* list of maps */
};

static const char *const type_names[] = {
    [SCHEMA_TEXT] = "a text in quotation marks",
    [SCHEMA_DATE] = "a date as \"2020\", \"2020-03\" or \"2020-03-31\"",
    [SCHEMA_EMAIL] = "an e-mail address",
    [SCHEMA_URI] = "an address such as https://www.example.org",
    [SCHEMA_TEXTS] = "a list of texts",
    [SCHEMA_MAP] = "a map { ... }",
    [SCHEMA_MAPS] = "a list of maps [{ ... }]",
};

/* `in` is the section; "" the top level. */
static const struct {
    const char *in, *key;
    enum schema_type type;
} rules[] = {
    {"", "$schema", SCHEMA_URI},
    {"", "basics", SCHEMA_MAP},
    {"", "work", SCHEMA_MAPS},
    {"", "volunteer", SCHEMA_MAPS},
    {"", "education", SCHEMA_MAPS},
    {"", "awards", SCHEMA_MAPS},
    {"", "certificates", SCHEMA_MAPS},
    {"", "publications", SCHEMA_MAPS},
    {"", "skills", SCHEMA_MAPS},
    {"", "languages", SCHEMA_MAPS},
    {"", "interests", SCHEMA_MAPS},
    {"", "references", SCHEMA_MAPS},
    {"", "projects", SCHEMA_MAPS},
    {"", "meta", SCHEMA_MAP},
    {"basics", "name", SCHEMA_TEXT},
    {"basics", "label", SCHEMA_TEXT},
    {"basics", "image", SCHEMA_TEXT},
    {"basics", "picture", SCHEMA_TEXT},
    {"basics", "email", SCHEMA_EMAIL},
    {"basics", "phone", SCHEMA_TEXT},
    {"basics", "url", SCHEMA_URI},
    {"basics", "website", SCHEMA_URI},
    {"basics", "summary", SCHEMA_TEXT},
    {"basics", "location", SCHEMA_MAP},
    {"basics", "profiles", SCHEMA_MAPS},
    {"location", "address", SCHEMA_TEXT},
    {"location", "postalCode", SCHEMA_TEXT},
    {"location", "city", SCHEMA_TEXT},
    {"location", "countryCode", SCHEMA_TEXT},
    {"location", "region", SCHEMA_TEXT},
    {"profiles", "network", SCHEMA_TEXT},
    {"profiles", "username", SCHEMA_TEXT},
    {"profiles", "url", SCHEMA_URI},
    {"work", "name", SCHEMA_TEXT},
    {"work", "company", SCHEMA_TEXT},
    {"work", "location", SCHEMA_TEXT},
    {"work", "description", SCHEMA_TEXT},
    {"work", "position", SCHEMA_TEXT},
    {"work", "url", SCHEMA_URI},
    {"work", "website", SCHEMA_URI},
    {"work", "startDate", SCHEMA_DATE},
    {"work", "endDate", SCHEMA_DATE},
    {"work", "summary", SCHEMA_TEXT},
    {"work", "highlights", SCHEMA_TEXTS},
    {"volunteer", "organization", SCHEMA_TEXT},
    {"volunteer", "position", SCHEMA_TEXT},
    {"volunteer", "url", SCHEMA_URI},
    {"volunteer", "website", SCHEMA_URI},
    {"volunteer", "startDate", SCHEMA_DATE},
    {"volunteer", "endDate", SCHEMA_DATE},
    {"volunteer", "summary", SCHEMA_TEXT},
    {"volunteer", "highlights", SCHEMA_TEXTS},
    {"education", "institution", SCHEMA_TEXT},
    {"education", "url", SCHEMA_URI},
    {"education", "area", SCHEMA_TEXT},
    {"education", "studyType", SCHEMA_TEXT},
    {"education", "startDate", SCHEMA_DATE},
    {"education", "endDate", SCHEMA_DATE},
    {"education", "score", SCHEMA_TEXT},
    {"education", "gpa", SCHEMA_TEXT},
    {"education", "courses", SCHEMA_TEXTS},
    {"awards", "title", SCHEMA_TEXT},
    {"awards", "date", SCHEMA_DATE},
    {"awards", "awarder", SCHEMA_TEXT},
    {"awards", "summary", SCHEMA_TEXT},
    {"certificates", "name", SCHEMA_TEXT},
    {"certificates", "date", SCHEMA_DATE},
    {"certificates", "url", SCHEMA_URI},
    {"certificates", "issuer", SCHEMA_TEXT},
    {"publications", "name", SCHEMA_TEXT},
    {"publications", "publisher", SCHEMA_TEXT},
    {"publications", "releaseDate", SCHEMA_DATE},
    {"publications", "url", SCHEMA_URI},
    {"publications", "website", SCHEMA_URI},
    {"publications", "summary", SCHEMA_TEXT},
    {"skills", "name", SCHEMA_TEXT},
    {"skills", "level", SCHEMA_TEXT},
    {"skills", "keywords", SCHEMA_TEXTS},
    {"languages", "language", SCHEMA_TEXT},
    {"languages", "fluency", SCHEMA_TEXT},
    {"interests", "name", SCHEMA_TEXT},
    {"interests", "keywords", SCHEMA_TEXTS},
    {"references", "name", SCHEMA_TEXT},
    {"references", "reference", SCHEMA_TEXT},
    {"projects", "name", SCHEMA_TEXT},
    {"projects", "description", SCHEMA_TEXT},
    {"projects", "highlights", SCHEMA_TEXTS},
    {"projects", "keywords", SCHEMA_TEXTS},
    {"projects", "startDate", SCHEMA_DATE},
    {"projects", "endDate", SCHEMA_DATE},
    {"projects", "url", SCHEMA_URI},
    {"projects", "roles", SCHEMA_TEXTS},
    {"projects", "entity", SCHEMA_TEXT},
    {"projects", "type", SCHEMA_TEXT},
    {"meta", "canonical", SCHEMA_URI},
    {"meta", "version", SCHEMA_TEXT},
    {"meta", "lastModified", SCHEMA_TEXT},
};
#define RULE_COUNT (sizeof rules / sizeof *rules)

/* ---- forms --------------------------------------------------------------- */

/* One of the digits 0 to `most`, one beside the other as in `form`. */
static bool
has_form(struct str s, const char *form)
{
    for (size_t i = 0; i < s.len; i++) {
        bool is_digit = ascii_is_digit(s.at[i]);
        if (form[i] == '-' ? s.at[i] != '-' : !is_digit || s.at[i] > form[i])
            return false;
    }
    return s.len && s.at[0] >= '1';
}

static bool
is_date(struct str s)
{
    return (s.len == 4 || s.len == 7 || s.len == 10) &&
           has_form(s, "2999-19-39");
}

static bool
is_email(struct str s)
{
    size_t at = str_find_byte(s, '@', 0);
    if (at == SIZE_MAX || at == 0 || at + 1 >= s.len)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] <= ' ' || (i > at && s.at[i] == '@'))
            return false;
    return s.at[at + 1] != '.' && s.at[s.len - 1] != '.';
}

/* A scheme, a colon and more, without blanks. */
static bool
is_uri(struct str s)
{
    size_t at = 0;
    while (at < s.len && (ascii_is_alnum(s.at[at]) || s.at[at] == '+' ||
                          s.at[at] == '-' || s.at[at] == '.'))
        at++;
    if (!at || !ascii_is_alpha(s.at[0]) || at + 1 >= s.len || s.at[at] != ':')
        return false;
    for (size_t i = at; i < s.len; i++)
        if ((unsigned char)s.at[i] <= ' ' || s.at[i] == '<' || s.at[i] == '>' ||
            s.at[i] == '"' || s.at[i] == '{' || s.at[i] == '}')
            return false;
    return true;
}

/* Plain scalars of JSON are numbers, true, false and null; in YAML they may
   be texts. */
static bool
is_text(const struct conversion *c, const struct node *node)
{
    if (node->kind != NODE_SCALAR || node->is_null)
        return false;
    return node->style != SCALAR_PLAIN || !c->is_json;
}

static bool
is_of(const struct conversion *c, const struct node *node,
      enum schema_type type)
{
    switch (type) {
    case SCHEMA_TEXT:
        return is_text(c, node);
    case SCHEMA_DATE:
        return is_text(c, node) && is_date(node->text);
    case SCHEMA_EMAIL:
        return is_text(c, node) && is_email(node->text);
    case SCHEMA_URI:
        return is_text(c, node) && is_uri(node->text);
    case SCHEMA_TEXTS:
    case SCHEMA_MAPS:
        return node->kind == NODE_LIST;
    case SCHEMA_MAP:
        return node->kind == NODE_MAP;
    }
    return true;
}

/* ---- the walk ------------------------------------------------------------ */

static void
tell(struct conversion *c, const struct node *node, const char *wanted)
{
    bool is_short = node->kind == NODE_SCALAR && !node->is_null;
    struct str path = foreign_path(c, node);
    struct str shown =
        is_short ? foreign_shown(c, node->text, 200) : (struct str){NULL, 0};
    const char *what = node->kind == NODE_LIST  ? "a list"
                       : node->kind == NODE_MAP ? "a map"
                       : node->is_null          ? "null"
                       : !node->text.len        ? "empty"
                                                : NULL;
    struct finding *finding =
        what ? foreign_report(c, CODE_I105, node,
                              "`%.*s` is %s; JSON Resume wants %s.",
                              STR_ARG(path), what, wanted)
             : foreign_report(c, CODE_I105, node,
                              "`%.*s` is \"%.*s\"; JSON Resume wants %s.",
                              STR_ARG(path), STR_ARG(shown), wanted);
    if (node->is_null || (is_short && !node->text.len))
        finding_help(finding, "Leave the key out when there is nothing to "
                              "say.");
}

static void check_map(struct conversion *c, const struct node *map,
                      struct str section);

/* Items are maps or texts, as the type says. */
static void
check_items(struct conversion *c, const struct node *list, struct str section,
            enum schema_type type)
{
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *item = list->items.at[i];
        enum schema_type wanted =
            type == SCHEMA_MAPS ? SCHEMA_MAP : SCHEMA_TEXT;
        if (!is_of(c, item, wanted))
            tell(c, item, type_names[wanted]);
        else if (type == SCHEMA_MAPS)
            check_map(c, item, section);
    }
}

static void
check_value(struct conversion *c, const struct node_pair *pair,
            enum schema_type type)
{
    if (!is_of(c, pair->value, type))
        tell(c, pair->value, type_names[type]);
    else if (type == SCHEMA_MAP)
        check_map(c, pair->value, pair->key);
    else if (type == SCHEMA_MAPS || type == SCHEMA_TEXTS)
        check_items(c, pair->value, pair->key, type);
}

/* The first rule of a section, RULE_COUNT when it has none. */
static size_t
rules_of(struct str section)
{
    size_t i = 0;
    while (i < RULE_COUNT && !str_is(section, rules[i].in))
        i++;
    return i;
}

static void
check_map(struct conversion *c, const struct node *map, struct str section)
{
    size_t first = rules_of(section);
    for (size_t p = 0; p < map->pairs.count; p++) {
        const struct node_pair *pair = &map->pairs.at[p];
        for (size_t i = first; i < RULE_COUNT && str_is(section, rules[i].in);
             i++)
            if (str_is(pair->key, rules[i].key)) {
                check_value(c, pair, rules[i].type);
                break;
            }
    }
}

bool
json_schema_knows(struct str key)
{
    for (size_t i = 0; i < RULE_COUNT && !*rules[i].in; i++)
        if (str_is(key, rules[i].key))
            return true;
    return false;
}

void
json_schema_check(struct conversion *c)
{
    check_map(c, c->foreign, STR(""));
    for (size_t i = 0; i < c->foreign->pairs.count; i++) {
        const struct node_pair *pair = &c->foreign->pairs.at[i];
        if (json_schema_knows(pair->key) || str_is(pair->key, "bio") ||
            str_is(pair->key, "hobbies"))
            continue;
        struct finding *finding = finding_add(
            c->findings, CODE_I105, pair->key_span,
            "`%.*s` is no section of JSON Resume.", STR_ARG(pair->key));
        finding->path = pair->key;
    }
}
