/*
 * JSON Schema 2020-12 of the format, for editors. Types are as a YAML 1.2
 * editor sees them: an unquoted 2020 is a number there and a text here, so
 * both are allowed; a key without a value is null and means "not given".
 */
#include "model/fields.h"

#include "base/bug.h"
#include "base/list.h"
#include "load/yaml.h"
#include "shapes.h"
#include "tables.h"
#include "words.h"

struct schema {
    struct arena *arena;
    struct buf *out;
    const struct field_extra *extra;
};

static void
add_json(struct schema *schema, const char *text)
{
    buf_add_json(schema->out, str_from(text));
}

/* ---- examples: the table's YAML as JSON --------------------------------- */

static bool
is_json_number(struct str s)
{
    size_t at = s.len && s.at[0] == '-';
    if (at == s.len || (s.at[at] == '0' && s.len > at + 1))
        return false;
    for (; at < s.len; at++)
        if (!ascii_is_digit(s.at[at]))
            return false;
    return s.len < 16;
}

static void
add_scalar(struct schema *schema, const struct node *node)
{
    bool is_plain = node->style == SCALAR_PLAIN;
    bool is_flag = str_is(node->text, "true") || str_is(node->text, "false");
    if (node->is_null)
        buf_add_text(schema->out, "null");
    else if (is_plain && (is_flag || is_json_number(node->text)))
        buf_add(schema->out, node->text);
    else
        buf_add_json(schema->out, node->text);
}

/* As deep as the examples of the table. */
static void
add_node(struct schema *schema, const struct node *node)
{
    switch (node->kind) {
    case NODE_SCALAR:
        add_scalar(schema, node);
        return;
    case NODE_LIST:
        buf_add_byte(schema->out, '[');
        for (size_t i = 0; i < node->items.count; i++) {
            buf_add_text(schema->out, i ? "," : "");
            add_node(schema, node->items.at[i]);
        }
        buf_add_byte(schema->out, ']');
        return;
    case NODE_MAP:
        buf_add_byte(schema->out, '{');
        for (size_t i = 0; i < node->pairs.count; i++) {
            buf_add_text(schema->out, i ? "," : "");
            buf_add_json(schema->out, node->pairs.at[i].key);
            buf_add_byte(schema->out, ':');
            add_node(schema, node->pairs.at[i].value);
        }
        buf_add_byte(schema->out, '}');
        return;
    }
    BUG("no such kind of node: %d", (int)node->kind);
}

static void
add_example(struct schema *schema, const struct field *field)
{
    struct sources *sources = sources_new(schema->arena);
    struct findings *findings = findings_new(schema->arena, sources);
    struct str text =
        str_format(schema->arena, "example: %s\n", field->example);
    uint32_t source = sources_add(sources, STR("example"), text);
    const struct node *root = yaml_load(schema->arena, findings, source);
    const struct node *value = node_get(root, "example");
    if (!value)
        BUG("the example of %s is no YAML: %s", field->key, field->example);
    buf_add_text(schema->out, ",\"examples\":[");
    add_node(schema, value);
    buf_add_byte(schema->out, ']');
}

/* ---- types -------------------------------------------------------------- */

#define DATE_PATTERN "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

/* Tags of languages. */
#define LANGUAGE_PATTERN "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
/* {en: text, de: text}: members that count for objects only. */
#define BY_LANGUAGE(one)                                                       \
    "\"patternProperties\":{\"" LANGUAGE_PATTERN "\":{" one                    \
    "}},\"additionalProperties\":false"
#define ANY_TEXT                                                               \
    "\"type\":[\"string\",\"number\",\"object\",\"null\"]," BY_LANGUAGE(       \
        "\"type\":[\"string\",\"number\",\"null\"]")

static const char *const types[] = {
    [FIELD_TEXT] = ANY_TEXT,
    [FIELD_PROSE] = ANY_TEXT,
    [FIELD_LINE] = ANY_TEXT,
    [FIELD_DATE] = "\"type\":[\"string\",\"integer\",\"null\"],\"pattern\":"
                   "\"^" DATE_PATTERN "$\"",
    [FIELD_MONTH] = "\"type\":[\"string\",\"integer\",\"null\"],\"pattern\":"
                    "\"^" DATE_PATTERN "$\"",
    [FIELD_PERIOD] =
        "\"anyOf\":[{\"type\":[\"string\",\"integer\"],\"pattern\":"
        "\"^" DATE_PATTERN "(/(" DATE_PATTERN "|present))?$\"},"
        "{\"type\":\"object\",\"properties\":{"
        "\"start\":{\"type\":[\"string\",\"integer\"]},"
        "\"end\":{\"type\":[\"string\",\"integer\"]}},"
        "\"additionalProperties\":false}]",
    [FIELD_INTEGER] = "\"type\":[\"integer\",\"string\",\"null\"],"
                      "\"pattern\":\"^[0-9][0-9,]*$\",\"minimum\":0",
    [FIELD_DECIMAL] = "\"type\":[\"number\",\"string\",\"null\"]",
    [FIELD_FLAG] = "\"enum\":[true,false,\"true\",\"false\",\"yes\","
                   "\"no\",\"on\",\"off\",null]",
    [FIELD_URL] = "\"type\":[\"string\",\"null\"],\"format\":\"uri\","
                  "\"pattern\":\"^https?://\"",
    [FIELD_EMAIL] = "\"type\":[\"string\",\"null\"],\"format\":\"email\"",
    [FIELD_PHONE] = "\"type\":[\"string\",\"integer\",\"null\"]",
    [FIELD_PATH] = "\"type\":[\"string\",\"null\"]",
    [FIELD_ID] = "\"type\":[\"string\",\"integer\"],"
                 "\"pattern\":\"^[a-z0-9-]+$\"",
    [FIELD_REF] = "\"type\":[\"string\",\"integer\"],"
                  "\"pattern\":\"^[a-z0-9-]+$\"",
    [FIELD_DURATION] = "\"type\":[\"string\",\"integer\",\"null\"]",
    [FIELD_COUNTRY] = "\"type\":[\"string\",\"null\"],"
                      "\"pattern\":\"^[A-Z]{2}$\"",
    [FIELD_LANGUAGE] = "\"type\":[\"string\",\"null\"]",
    [FIELD_PAGES] = "\"type\":[\"string\",\"integer\",\"null\"],"
                    "\"pattern\":\"^([1-9][0-9]{0,2}( *[-\xe2\x80\x93] *"
                    "[1-9][0-9]{0,2})?|any)$\"",
};

/* What editors show beside each word: `enumDescriptions`, which validators
   pass over. */
static void
add_meanings(struct schema *schema, const struct field *field)
{
    struct str rest = str_from(field->choices_mean);
    const char *joint = "";
    buf_add_text(schema->out, ",\"enumDescriptions\":[");
    for (size_t i = 0; field->choices[i]; i++) {
        if (!field->choices[i][0])
            continue;
        struct str meaning = str_cut(&rest, '\n');
        bool is_twice = str_is(STR("resume"), field->choices[i]);
        for (int times = is_twice ? 2 : 1; times; times--) {
            buf_add_text(schema->out, joint);
            buf_add_json(schema->out, meaning);
            joint = ",";
        }
    }
    buf_add_byte(schema->out, ']');
}

static void
add_choices(struct schema *schema, const struct field *field)
{
    const char *joint = "";
    buf_add_text(schema->out, "\"enum\":[");
    for (size_t i = 0; field->choices[i]; i++) {
        if (!field->choices[i][0])
            continue;
        buf_add_text(schema->out, joint);
        add_json(schema, field->choices[i]);
        joint = ",";
        if (str_is(STR("resume"), field->choices[i])) /* as it is spelled */
            buf_add_text(schema->out, ",\"r\u00e9sum\u00e9\"");
    }
    buf_add_byte(schema->out, ']');
    add_meanings(schema, field);
}

/* The members of the schema of one value, without its braces. */
static void
add_one(struct schema *schema, const struct field *field)
{
    if (field->choices) {
        add_choices(schema, field);
    } else if (field->type == FIELD_MAP) {
        buf_add_text(schema->out, "\"$ref\":\"#/$defs/");
        buf_add(schema->out,
                words_normal(schema->arena, str_from(field->shape->name), '_'));
        buf_add_byte(schema->out, '"');
    } else if (field->type == FIELD_NODE) {
        buf_add(schema->out, str_slice(str_from(field->schema), 1,
                                       str_from(field->schema).len - 1));
    } else if (field->may_be_present) {
        buf_add_text(schema->out,
                     "\"type\":[\"string\",\"integer\",\"null\"],"
                     "\"pattern\":\"^(" DATE_PATTERN "|present)$\"");
    } else {
        buf_add_text(schema->out, types[field->type]);
    }
}

static void
add_items(struct schema *schema, const struct field *field)
{
    bool takes_ids = field->type == FIELD_MAP && field->also;
    buf_add_text(schema->out,
                 "\"type\":[\"array\",\"object\",\"null\"]," BY_LANGUAGE(
                     "\"type\":[\"array\",\"string\",\"null\"]") ","
                                                                 "\"items\":{");
    if (takes_ids) {
        buf_add_text(schema->out, "\"anyOf\":[{");
        buf_add_text(schema->out, types[FIELD_REF]);
        buf_add_text(schema->out, "},{");
    }
    add_one(schema, field);
    buf_add_text(schema->out, takes_ids ? "}]}" : "}");
    if (field->limit)
        buf_print(schema->out, ",\"maxItems\":%u", field->limit);
}

static void
add_value(struct schema *schema, const struct field *field)
{
    bool is_line_or_ids = field->type == FIELD_LINE && field->also;
    if (field->is_list && field->scalar_is_list) {
        buf_add_text(schema->out, "\"anyOf\":[{");
        add_items(schema, field);
        buf_add_text(schema->out, "},{\"type\":[\"string\",\"number\"]}]");
    } else if (field->is_list) {
        add_items(schema, field);
    } else if (is_line_or_ids) {
        buf_add_text(schema->out, "\"anyOf\":[{");
        add_one(schema, field);
        buf_print(schema->out, "},{\"type\":\"array\",\"items\":{%s}}]",
                  types[FIELD_REF]);
    } else {
        add_one(schema, field);
    }
}

/* ---- mappings ----------------------------------------------------------- */

static void
add_property(struct schema *schema, const struct field *field, struct str key,
             bool is_first)
{
    bool is_accepted = words_hold(field->accepted, key);
    buf_add_text(schema->out, is_first ? "" : ",");
    buf_add_json(schema->out, key);
    buf_add_text(schema->out, ":{\"description\":");
    if (!is_accepted)
        add_json(schema, field->meaning);
    else
        buf_add_json(schema->out,
                     str_format(schema->arena, "The same as %s.", field->key));
    buf_add_byte(schema->out, ',');
    add_value(schema, field);
    if (!is_accepted)
        add_example(schema, field);
    buf_add_byte(schema->out, '}');
}

static bool
is_own_key(const struct field_shape *shape, struct str key)
{
    for (const struct field *field = shape->fields; field->key; field++)
        if (!field->is_hidden && str_is(key, field->key))
            return true;
    return false;
}

/* `first_of`: keys of this shape are there already and win. */
static bool
add_properties(struct schema *schema, const struct field *fields,
               const struct field_shape *first_of, bool is_first)
{
    for (const struct field *field = fields; field && field->key; field++) {
        struct str key = str_from(field->key);
        if (field->is_hidden || (first_of && is_own_key(first_of, key)))
            continue;
        add_property(schema, field, key, is_first);
        is_first = false;
        struct str rest = str_from(field->accepted ? field->accepted : "");
        while (rest.len)
            add_property(schema, field, words_next(&rest), false);
    }
    return is_first;
}

/* What any mapping may carry is defined once, under $defs. */
static void
add_common(struct schema *schema, const struct field_shape *shape,
           bool is_first)
{
    const struct field *field = fields_common(shape->common);
    for (; field && field->key; field++) {
        if (is_own_key(shape, str_from(field->key)))
            continue;
        buf_print(schema->out, "%s\"%s\":{\"$ref\":\"#/$defs/any_%s\"}",
                  is_first ? "" : ",", field->key, field->key);
        is_first = false;
    }
}

static void
add_common_definitions(struct schema *schema)
{
    const struct field *field = fields_common(COMMON_ENTRY);
    for (; field->key; field++)
        add_property(schema, field,
                     str_format(schema->arena, "any_%s", field->key), false);
}

/* {"required":["a"]} or, with other spellings, any of them. */
static void
add_required(struct schema *schema, const struct field *field)
{
    struct str rest = str_from(field->accepted ? field->accepted : "");
    bool is_plain = !rest.len;
    buf_print(schema->out, "%s{\"required\":[\"%s\"]}",
              is_plain ? "" : "{\"anyOf\":[", field->key);
    while (rest.len) {
        struct str word = words_next(&rest);
        buf_print(schema->out, ",{\"required\":[\"%.*s\"]}", STR_ARG(word));
    }
    buf_add_text(schema->out, is_plain ? "" : "]}");
}

static void
add_all_required(struct schema *schema, const struct field_shape *shape,
                 const char **joint)
{
    for (const struct field *field = shape->fields; field->key; field++) {
        if (field->need != FIELD_REQUIRED)
            continue;
        buf_add_text(schema->out, *joint);
        add_required(schema, field);
        *joint = ",";
    }
    if (!shape->one_of)
        return;
    struct str rest = str_from(shape->one_of);
    const char *inner = "";
    buf_print(schema->out, "%s{\"anyOf\":[", *joint);
    while (rest.len) {
        const struct field *field = field_find(shape, words_next(&rest));
        ENSURE(field != NULL);
        buf_add_text(schema->out, inner);
        add_required(schema, field);
        inner = ",";
    }
    buf_add_text(schema->out, "]}");
    *joint = ",";
}

static void
add_requirements(struct schema *schema, const struct field_shape *shape)
{
    const char *joint = "", *inner = "";
    size_t start = schema->out->len;
    buf_add_text(schema->out, ",\"allOf\":[");
    add_all_required(schema, shape, &joint);
    if (shape->also) {
        buf_print(schema->out,
                  "%s{\"anyOf\":[{\"required\":[\"positions\"]},"
                  "{\"allOf\":[",
                  joint);
        add_all_required(schema, shape->also, &inner);
        buf_add_text(schema->out, "]}]}");
        joint = ",";
    }
    if (joint[0])
        buf_add_byte(schema->out, ']');
    else
        schema->out->len = start;
}

static void
add_object(struct schema *schema, const struct field_shape *shape)
{
    buf_add_text(schema->out, "\"type\":[\"object\",\"null\"],"
                              "\"properties\":{");
    bool is_first = add_properties(schema, shape->fields, NULL, true);
    if (shape->also)
        is_first = add_properties(schema, shape->also->fields, shape, is_first);
    add_common(schema, shape, is_first);
    bool has_extra = schema->extra && schema->extra->shape == shape;
    if (has_extra) {
        buf_add_byte(schema->out, ',');
        buf_add(schema->out, schema->extra->properties);
    }
    buf_add_byte(schema->out, '}');
    if (!shape->is_open || has_extra)
        buf_add_text(schema->out, ",\"patternProperties\":{\"^x_\":true},"
                                  "\"additionalProperties\":false");
    add_requirements(schema, shape);
}

static void
add_definition(struct schema *schema, const struct field_shape *shape)
{
    buf_add_json(schema->out,
                 words_normal(schema->arena, str_from(shape->name), '_'));
    buf_add_text(schema->out, ":{\"title\":");
    add_json(schema, shape->name);
    buf_add_text(schema->out, ",\"description\":");
    add_json(schema, shape->meaning);
    buf_add_byte(schema->out, ',');
    if (shape->scalar_key)
        buf_add_text(schema->out,
                     "\"anyOf\":[{\"type\":[\"string\",\"number\"]},"
                     "{\"type\":\"object\",\"minProperties\":1," BY_LANGUAGE(
                         "\"type\":[\"string\",\"number\",\"null\"]") "},{");
    if (shape == &shape_result)
        buf_add_text(schema->out, "\"$ref\":\"#/$defs/metric\"},{");
    add_object(schema, shape);
    buf_add_text(schema->out, shape->scalar_key ? "}]}" : "}");
}

/* ---- print -------------------------------------------------------------- */

static void
break_line(struct buf *out, int depth)
{
    buf_add_byte(out, '\n');
    for (int i = 0; i < depth; i++)
        buf_add_text(out, "  ");
}

/* The end of a text in quotes that begins at `at`. */
static size_t
end_of_text(struct str json, size_t at)
{
    for (at++; json.at[at] != '"'; at++)
        at += json.at[at] == '\\';
    return at + 1;
}

/* The end of a list without lists or objects in it, or `at`. */
static size_t
end_of_flat_list(struct str json, size_t at)
{
    size_t end = at + 1;
    while (json.at[at] == '[' && json.at[end] != ']') {
        if (json.at[end] == '[' || json.at[end] == '{')
            return at;
        end = json.at[end] == '"' ? end_of_text(json, end) : end + 1;
    }
    return json.at[at] == '[' ? end + 1 : at;
}

/* Compact JSON, two blanks for each level; plain lists stay on a line. */
static void
print_indented(struct buf *out, struct str json)
{
    int depth = 0;
    for (size_t i = 0; i < json.len;) {
        char c = json.at[i];
        size_t end =
            c == '"' ? end_of_text(json, i) : end_of_flat_list(json, i);
        if (end > i) {
            buf_add(out, str_slice(json, i, end));
            i = end;
            continue;
        }
        bool closes = c == '}' || c == ']';
        bool opens = c == '{' || c == '[';
        if (closes && json.at[i - 1] != '{')
            break_line(out, depth - 1);
        buf_add_byte(out, c);
        depth += opens - closes;
        if ((opens && json.at[i + 1] != '}') || c == ',')
            break_line(out, depth);
        if (c == ':')
            buf_add_byte(out, ' ');
        i++;
    }
    buf_add_byte(out, '\n');
}

void
fields_print_schema(struct buf *out, const struct field_extra *extra)
{
    struct buf json = buf_new(out->arena);
    struct schema schema = {out->arena, &json, extra};
    struct shape_list shapes = shapes_all(out->arena);
    buf_add_text(&json, "{\"$schema\":"
                        "\"https://json-schema.org/draft/2020-12/schema\","
                        "\"title\":\"Dossier candidate file\","
                        "\"description\":");
    add_json(&schema, fields_root()->meaning);
    buf_add_byte(&json, ',');
    add_object(&schema, fields_root());
    buf_add_text(&json, ",\"$defs\":{");
    for (size_t i = 1; i < shapes.count; i++) {
        buf_add_text(&json, i > 1 ? "," : "");
        add_definition(&schema, shapes.at[i]);
    }
    add_common_definitions(&schema);
    if (extra) {
        buf_add_byte(&json, ',');
        buf_add(&json, extra->definitions);
    }
    buf_add_text(&json, "}}");
    print_indented(out, buf_str(&json));
}
