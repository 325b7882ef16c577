/* The reference of the format as Markdown: a table for each mapping. */
#include "model/fields.h"

#include "base/bug.h"
#include "shapes.h"
#include "tables.h"
#include "words.h"

static const char *const type_names[] = {[FIELD_TEXT] = "text",
                                         [FIELD_PROSE] = "prose",
                                         [FIELD_LINE] = "prose, one line",
                                         [FIELD_DATE] = "date",
                                         [FIELD_MONTH] = "month",
                                         [FIELD_PERIOD] = "period",
                                         [FIELD_INTEGER] = "whole number",
                                         [FIELD_DECIMAL] = "number",
                                         [FIELD_FLAG] = "yes or no",
                                         [FIELD_CHOICE] = "one of",
                                         [FIELD_URL] = "web address",
                                         [FIELD_EMAIL] = "e-mail address",
                                         [FIELD_PHONE] = "phone number",
                                         [FIELD_PATH] = "file",
                                         [FIELD_ID] = "id",
                                         [FIELD_DURATION] = "duration",
                                         [FIELD_COUNTRY] = "country",
                                         [FIELD_LANGUAGE] = "language",
                                         [FIELD_PAGES] = "pages",
                                         [FIELD_REF] = "id of a metric",
                                         [FIELD_NODE] = "map"};

const char *
field_type_name(enum field_type type)
{
    return type_names[type];
}

static const char introduction[] =
    "# The candidate file\n"
    "\n"
    "One YAML file about one person. Every key below may be left out unless\n"
    "it is called required. A key that begins with `x_` is yours and is "
    "passed\n"
    "over; any other key that is not in these tables is reported.\n"
    "\n"
    "- **text** is one line, printed as it is but for placeholders.\n"
    "- **prose** may hold `*emphasis*`, `**strong**`, `[links](https://...)`\n"
    "  and placeholders: `{id.before}`, `{id.after}`, `{id.change}`,\n"
    "  `{id.points}`, `{id.unit}`, `{id.period}`, `{id.label}`, `{id.target}`\n"
    "  of the metric record with that id, and `{years}`, the years of work.\n"
    "- Texts and lists of them may be given in several languages:\n"
    "  `{en: Manager, de: Leiterin}`. The one that is printed is that of\n"
    "  `language`, or of `--lang`.\n"
    "- **date** is `2019`, `2019-05` or `2019-05-21`; an end may be "
    "`present`.\n"
    "- **period** is `2023-01/2023-06`, one date, or `{start: ..., end: "
    "...}`.\n"
    "- **id** is made of small letters, digits and hyphens.\n"
    "- **pages** is `2` (at most), `1-2` (from, to) or `any`.\n"
    "- **file** is a path relative to the YAML file.\n";

static void
add_anchor(struct buf *out, const struct field_shape *shape)
{
    struct str name = words_normal(out->arena, str_from(shape->name), '-');
    buf_print(out, "[%s](#%.*s)", shape->name, STR_ARG(name));
}

static void
add_type(struct buf *out, const struct field *field)
{
    buf_add_text(out, field->is_list ? "list of " : "");
    if (field->type == FIELD_MAP)
        add_anchor(out, field->shape);
    else if (!field->choices)
        buf_add_text(out, field_type_name(field->type));
    for (size_t i = 0; field->choices && field->choices[i]; i++)
        if (field->choices[i][0])
            buf_print(out, "%s`%s`", i && field->choices[i - 1][0] ? ", " : "",
                      field->choices[i]);
    if (field->type == FIELD_MAP && field->also && field->is_list)
        buf_add_text(out, " or ids");
    if (field->limit)
        buf_print(out, ", %u at most", field->limit);
}

/* A bar would end the cell of the table. */
static void
add_cell(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            buf_add_byte(out, '\\');
        buf_add_byte(out, *text);
    }
}

static void
add_row(struct buf *out, const struct field *field)
{
    buf_print(out, "| `%s` | ", field->key);
    add_type(out, field);
    buf_add_text(out, field->need == FIELD_REQUIRED ? " | required. " : " | ");
    add_cell(out, field->meaning);
    if (field->accepted) {
        struct str rest = str_from(field->accepted);
        buf_add_text(out, " Also read:");
        while (rest.len) {
            struct str word = words_next(&rest);
            buf_print(out, " `%.*s`", STR_ARG(word));
        }
        buf_add_byte(out, '.');
    }
    buf_add_text(out, " | `");
    add_cell(out, field->example);
    buf_add_text(out, "` |\n");
}

static void
add_table(struct buf *out, const struct field *fields)
{
    buf_add_text(out, "\n| key | type | meaning | example |\n"
                      "|---|---|---|---|\n");
    for (const struct field *field = fields; field->key; field++)
        if (!field->is_hidden)
            add_row(out, field);
}

static void
add_one_of(struct buf *out, const struct field_shape *shape)
{
    struct str rest = str_from(shape->one_of);
    const char *joint = "\nNeeded is one of ";
    while (rest.len) {
        struct str word = words_next(&rest);
        buf_print(out, "%s`%.*s`", joint, STR_ARG(word));
        joint = ", ";
    }
    buf_add_text(out, ".\n");
}

static void
add_shape(struct buf *out, const struct field_shape *shape)
{
    bool is_root = shape == fields_root();
    buf_print(out, "\n## %s\n\n%s\n", is_root ? "Top level" : shape->name,
              shape->meaning);
    if (shape->scalar_key)
        buf_print(out, "\nPlain text in its place is read as `%s`.\n",
                  shape->scalar_key);
    add_table(out, shape->fields);
    if (shape->one_of)
        add_one_of(out, shape);
    if (shape->also) {
        buf_add_text(out, "\nWithout `positions`, the keys of one ");
        add_anchor(out, shape->also);
        buf_add_text(out, " stand here.\n");
    }
    if (shape->common == COMMON_ENTRY)
        buf_add_text(out, "\nAnd the keys of [every entry](#every-entry).\n");
}

void
fields_print_reference(struct buf *out, const struct field_extra *extra)
{
    struct shape_list shapes = shapes_all(out->arena);
    buf_add_text(out, introduction);
    for (size_t i = 0; i < shapes.count; i++) {
        add_shape(out, shapes.at[i]);
        if (extra && extra->shape == shapes.at[i])
            buf_add(out, extra->reference);
    }
    buf_add_text(out,
                 "\n## Every entry\n\nWhat any entry of a list may carry. "
                 "`private`, `audience` and `lint` may stand\nin the smaller "
                 "mappings as well.\n");
    add_table(out, fields_common(COMMON_ENTRY));
}
