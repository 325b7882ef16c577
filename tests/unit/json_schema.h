/*
 * JSON Schema 2020-12, as much of it as the schemas of this project use; a
 * keyword that is not known here fails the test, so that none is believed to
 * be checked when it is not.
 */
#ifndef UNIT_JSON_SCHEMA_H
#define UNIT_JSON_SCHEMA_H

#include "json.h"

/* The first thing that is wrong, and where. */
struct json_check {
    struct arena *arena;
    const struct json *root; /* of the schema, for $ref */
    struct str problem;      /* empty: none */
};

static inline void json_validate(struct json_check *check,
                                 const struct json *schema,
                                 const struct json *value, struct str path);

static inline void
json_complain(struct json_check *check, struct str path, const char *what)
{
    if (check->problem.len == 0)
        check->problem =
            str_format(check->arena, "%.*s: %s", STR_ARG(path), what);
}

static inline bool
json_is_type(const struct json *value, struct str type)
{
    static const char *const names[] = {"null",   "boolean", "number",
                                        "string", "array",   "object"};

    if (str_is(type, "integer"))
        return value->kind == JSON_NUMBER &&
               floor(value->number) >= value->number;
    return str_is(type, names[value->kind]);
}

/* "#/$defs/name" */
static inline const struct json *
json_resolve(struct json_check *check, struct str reference)
{
    const struct json *at = check->root;

    (void)str_cut(&reference, '/');
    while (at && reference.len > 0)
        at = json_member(
            at, str_terminated(check->arena, str_cut(&reference, '/')));
    return at;
}

static inline void
json_validate_members(struct json_check *check, const struct json *schema,
                      const struct json *value, struct str path)
{
    const struct json *known = json_member(schema, "properties");
    const struct json *others = json_member(schema, "additionalProperties");

    for (size_t i = 0; i < value->items.count; i++) {
        const struct json *member = value->items.at[i];
        const char *key = str_terminated(check->arena, member->key);
        struct str place =
            str_format(check->arena, "%.*s/%s", STR_ARG(path), key);
        const struct json *own = known ? json_member(known, key) : NULL;

        if (json_member(value, key) != member)
            json_complain(check, place, "stands twice");
        if (own)
            json_validate(check, own, member, place);
        else if (others && others->number == 0)
            json_complain(check, place, "is not in the schema");
    }
}

static inline void
json_validate_items(struct json_check *check, const struct json *schema,
                    const struct json *value, struct str path)
{
    const struct json *items = json_member(schema, "items");
    const struct json *unique = json_member(schema, "uniqueItems");

    for (size_t i = 0; i < value->items.count; i++) {
        struct str place =
            str_format(check->arena, "%.*s/%zu", STR_ARG(path), i);

        if (items)
            json_validate(check, items, value->items.at[i], place);
        for (size_t k = 0; unique && k < i; k++)
            if (json_equal(value->items.at[k], value->items.at[i]))
                json_complain(check, place, "stands twice");
    }
}

/* ---- keywords ----------------------------------------------------------- */

typedef void json_keyword(struct json_check *check, const struct json *keyword,
                          const struct json *value, struct str path);

static inline void
json_type(struct json_check *check, const struct json *keyword,
          const struct json *value, struct str path)
{
    if (!json_is_type(value, keyword->text))
        json_complain(check, path, "is of another type");
}

static inline void
json_const(struct json_check *check, const struct json *keyword,
           const struct json *value, struct str path)
{
    if (!json_equal(keyword, value))
        json_complain(check, path, "has another value");
}

static inline void
json_enum(struct json_check *check, const struct json *keyword,
          const struct json *value, struct str path)
{
    for (size_t i = 0; i < keyword->items.count; i++)
        if (json_equal(keyword->items.at[i], value))
            return;
    json_complain(check, path, "is none of the words");
}

static inline void
json_required(struct json_check *check, const struct json *keyword,
              const struct json *value, struct str path)
{
    for (size_t i = 0; value->kind == JSON_OBJECT && i < keyword->items.count;
         i++) {
        const char *key =
            str_terminated(check->arena, keyword->items.at[i]->text);

        if (!json_member(value, key))
            json_complain(check, path,
                          str_format(check->arena, "lacks %s", key).at);
    }
}

static inline void
json_any_of(struct json_check *check, const struct json *keyword,
            const struct json *value, struct str path)
{
    for (size_t i = 0; i < keyword->items.count; i++) {
        struct json_check own = {check->arena, check->root, STR("")};

        json_validate(&own, keyword->items.at[i], value, path);
        if (own.problem.len == 0)
            return;
    }
    json_complain(check, path, "fits none of the choices");
}

static inline void
json_reference(struct json_check *check, const struct json *keyword,
               const struct json *value, struct str path)
{
    const struct json *schema = json_resolve(check, keyword->text);

    if (schema)
        json_validate(check, schema, value, path);
    else
        json_complain(check, path, "has a $ref to nothing");
}

/* How much there is of a value, for the bounds below. */
static inline double
json_measure(const struct json *value)
{
    switch (value->kind) {
    case JSON_NUMBER:
        return value->number;
    case JSON_STRING:
        return (double)utf8_count(value->text);
    default:
        return (double)value->items.count;
    }
}

static inline void
json_least(struct json_check *check, const struct json *keyword,
           const struct json *value, struct str path)
{
    if (json_measure(value) < keyword->number)
        json_complain(check, path, "is too little");
}

static inline void
json_most(struct json_check *check, const struct json *keyword,
          const struct json *value, struct str path)
{
    if (json_measure(value) > keyword->number)
        json_complain(check, path, "is too much");
}

/* NULL: says nothing of the value, or is looked at beside the members. */
static const struct {
    const char *name;
    json_keyword *check;
} json_keywords[] = {
    {"type", json_type},
    {"const", json_const},
    {"enum", json_enum},
    {"required", json_required},
    {"anyOf", json_any_of},
    {"$ref", json_reference},
    {"minimum", json_least},
    {"minLength", json_least},
    {"minItems", json_least},
    {"maximum", json_most},
    {"maxItems", json_most},
    {"properties", NULL},
    {"additionalProperties", NULL},
    {"items", NULL},
    {"uniqueItems", NULL},
    {"$schema", NULL},
    {"$defs", NULL},
    {"title", NULL},
    {"description", NULL},
};

static inline void
json_apply(struct json_check *check, const struct json *keyword,
           const struct json *value, struct str path)
{
    for (size_t i = 0; i < sizeof json_keywords / sizeof *json_keywords; i++) {
        if (!str_is(keyword->key, json_keywords[i].name))
            continue;
        if (json_keywords[i].check)
            json_keywords[i].check(check, keyword, value, path);
        return;
    }
    json_complain(check, path,
                  str_format(check->arena, "is under the unknown keyword %.*s",
                             STR_ARG(keyword->key))
                      .at);
}

static inline void
json_validate(struct json_check *check, const struct json *schema,
              const struct json *value, struct str path)
{
    for (size_t i = 0; i < schema->items.count; i++)
        json_apply(check, schema->items.at[i], value, path);
    if (value->kind == JSON_OBJECT)
        json_validate_members(check, schema, value, path);
    if (value->kind == JSON_ARRAY)
        json_validate_items(check, schema, value, path);
}

/* Empty when the value is as the schema says. */
static inline struct str
json_problem(struct arena *arena, const struct json *schema,
             const struct json *value)
{
    struct json_check check = {arena, schema, STR("")};

    json_validate(&check, schema, value, STR("#"));
    return check.problem;
}

#endif
