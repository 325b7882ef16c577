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
    struct str in, key;
    enum schema_type type;
} rules[] = {
    {STR_INIT(""), STR_INIT("$schema"), SCHEMA_URI},
    {STR_INIT(""), STR_INIT("basics"), SCHEMA_MAP},
    {STR_INIT(""), STR_INIT("work"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("volunteer"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("education"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("awards"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("certificates"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("publications"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("skills"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("languages"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("interests"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("references"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("projects"), SCHEMA_MAPS},
    {STR_INIT(""), STR_INIT("meta"), SCHEMA_MAP},
    {STR_INIT("basics"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("basics"), STR_INIT("label"), SCHEMA_TEXT},
    {STR_INIT("basics"), STR_INIT("image"), SCHEMA_TEXT},
    {STR_INIT("basics"), STR_INIT("picture"), SCHEMA_TEXT},
    {STR_INIT("basics"), STR_INIT("email"), SCHEMA_EMAIL},
    {STR_INIT("basics"), STR_INIT("phone"), SCHEMA_TEXT},
    {STR_INIT("basics"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("basics"), STR_INIT("website"), SCHEMA_URI},
    {STR_INIT("basics"), STR_INIT("summary"), SCHEMA_TEXT},
    {STR_INIT("basics"), STR_INIT("location"), SCHEMA_MAP},
    {STR_INIT("basics"), STR_INIT("profiles"), SCHEMA_MAPS},
    {STR_INIT("location"), STR_INIT("address"), SCHEMA_TEXT},
    {STR_INIT("location"), STR_INIT("postalCode"), SCHEMA_TEXT},
    {STR_INIT("location"), STR_INIT("city"), SCHEMA_TEXT},
    {STR_INIT("location"), STR_INIT("countryCode"), SCHEMA_TEXT},
    {STR_INIT("location"), STR_INIT("region"), SCHEMA_TEXT},
    {STR_INIT("profiles"), STR_INIT("network"), SCHEMA_TEXT},
    {STR_INIT("profiles"), STR_INIT("username"), SCHEMA_TEXT},
    {STR_INIT("profiles"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("work"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("work"), STR_INIT("company"), SCHEMA_TEXT},
    {STR_INIT("work"), STR_INIT("location"), SCHEMA_TEXT},
    {STR_INIT("work"), STR_INIT("description"), SCHEMA_TEXT},
    {STR_INIT("work"), STR_INIT("position"), SCHEMA_TEXT},
    {STR_INIT("work"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("work"), STR_INIT("website"), SCHEMA_URI},
    {STR_INIT("work"), STR_INIT("startDate"), SCHEMA_DATE},
    {STR_INIT("work"), STR_INIT("endDate"), SCHEMA_DATE},
    {STR_INIT("work"), STR_INIT("summary"), SCHEMA_TEXT},
    {STR_INIT("work"), STR_INIT("highlights"), SCHEMA_TEXTS},
    {STR_INIT("volunteer"), STR_INIT("organization"), SCHEMA_TEXT},
    {STR_INIT("volunteer"), STR_INIT("position"), SCHEMA_TEXT},
    {STR_INIT("volunteer"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("volunteer"), STR_INIT("website"), SCHEMA_URI},
    {STR_INIT("volunteer"), STR_INIT("startDate"), SCHEMA_DATE},
    {STR_INIT("volunteer"), STR_INIT("endDate"), SCHEMA_DATE},
    {STR_INIT("volunteer"), STR_INIT("summary"), SCHEMA_TEXT},
    {STR_INIT("volunteer"), STR_INIT("highlights"), SCHEMA_TEXTS},
    {STR_INIT("education"), STR_INIT("institution"), SCHEMA_TEXT},
    {STR_INIT("education"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("education"), STR_INIT("area"), SCHEMA_TEXT},
    {STR_INIT("education"), STR_INIT("studyType"), SCHEMA_TEXT},
    {STR_INIT("education"), STR_INIT("startDate"), SCHEMA_DATE},
    {STR_INIT("education"), STR_INIT("endDate"), SCHEMA_DATE},
    {STR_INIT("education"), STR_INIT("score"), SCHEMA_TEXT},
    {STR_INIT("education"), STR_INIT("gpa"), SCHEMA_TEXT},
    {STR_INIT("education"), STR_INIT("courses"), SCHEMA_TEXTS},
    {STR_INIT("awards"), STR_INIT("title"), SCHEMA_TEXT},
    {STR_INIT("awards"), STR_INIT("date"), SCHEMA_DATE},
    {STR_INIT("awards"), STR_INIT("awarder"), SCHEMA_TEXT},
    {STR_INIT("awards"), STR_INIT("summary"), SCHEMA_TEXT},
    {STR_INIT("certificates"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("certificates"), STR_INIT("date"), SCHEMA_DATE},
    {STR_INIT("certificates"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("certificates"), STR_INIT("issuer"), SCHEMA_TEXT},
    {STR_INIT("publications"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("publications"), STR_INIT("publisher"), SCHEMA_TEXT},
    {STR_INIT("publications"), STR_INIT("releaseDate"), SCHEMA_DATE},
    {STR_INIT("publications"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("publications"), STR_INIT("website"), SCHEMA_URI},
    {STR_INIT("publications"), STR_INIT("summary"), SCHEMA_TEXT},
    {STR_INIT("skills"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("skills"), STR_INIT("level"), SCHEMA_TEXT},
    {STR_INIT("skills"), STR_INIT("keywords"), SCHEMA_TEXTS},
    {STR_INIT("languages"), STR_INIT("language"), SCHEMA_TEXT},
    {STR_INIT("languages"), STR_INIT("fluency"), SCHEMA_TEXT},
    {STR_INIT("interests"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("interests"), STR_INIT("keywords"), SCHEMA_TEXTS},
    {STR_INIT("references"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("references"), STR_INIT("reference"), SCHEMA_TEXT},
    {STR_INIT("projects"), STR_INIT("name"), SCHEMA_TEXT},
    {STR_INIT("projects"), STR_INIT("description"), SCHEMA_TEXT},
    {STR_INIT("projects"), STR_INIT("highlights"), SCHEMA_TEXTS},
    {STR_INIT("projects"), STR_INIT("keywords"), SCHEMA_TEXTS},
    {STR_INIT("projects"), STR_INIT("startDate"), SCHEMA_DATE},
    {STR_INIT("projects"), STR_INIT("endDate"), SCHEMA_DATE},
    {STR_INIT("projects"), STR_INIT("url"), SCHEMA_URI},
    {STR_INIT("projects"), STR_INIT("roles"), SCHEMA_TEXTS},
    {STR_INIT("projects"), STR_INIT("entity"), SCHEMA_TEXT},
    {STR_INIT("projects"), STR_INIT("type"), SCHEMA_TEXT},
    {STR_INIT("meta"), STR_INIT("canonical"), SCHEMA_URI},
    {STR_INIT("meta"), STR_INIT("version"), SCHEMA_TEXT},
    {STR_INIT("meta"), STR_INIT("lastModified"), SCHEMA_TEXT},
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
    while (i < RULE_COUNT && !str_equal(section, rules[i].in))
        i++;
    return i;
}

static void
check_map(struct conversion *c, const struct node *map, struct str section)
{
    size_t first = rules_of(section);
    for (size_t p = 0; p < map->pairs.count; p++) {
        const struct node_pair *pair = &map->pairs.at[p];
        for (size_t i = first;
             i < RULE_COUNT && str_equal(section, rules[i].in); i++)
            if (str_equal(pair->key, rules[i].key)) {
                check_value(c, pair, rules[i].type);
                break;
            }
    }
}

bool
json_schema_knows(struct str key)
{
    for (size_t i = 0; i < RULE_COUNT && !rules[i].in.len; i++)
        if (str_equal(key, rules[i].key))
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
