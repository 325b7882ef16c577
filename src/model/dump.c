/*
 * The candidate as text, by walking the field table: a line for each given
 * value, indented as in the file, with the place it was written at. Stable,
 * for golden tests.
 */
#include "model/decode.h"

#include <string.h>

#include "base/bug.h"
#include "tables.h"
#include "walk.h"

struct dump {
    struct buf *out;
    struct sources *sources;
    int depth;
};

static void
print_indent(struct dump *dump)
{
    for (int i = 0; i < dump->depth; i++)
        buf_add_text(dump->out, "  ");
}

static void
print_place(struct dump *dump, const struct node *node)
{
    if (node && !span_is_none(node->span)) {
        struct place place =
            source_place(dump->sources, node->span.source, node->span.from);
        buf_print(dump->out, " @%zu:%zu", place.line, place.column);
    }
    buf_add_byte(dump->out, '\n');
}

/* ---- single values ------------------------------------------------------ */

static const struct node *
print_date(struct dump *dump, const struct date *date)
{
    if (date->is_present)
        buf_add_text(dump->out, "present");
    else
        buf_print(dump->out, "%04d", date->year);
    if (date->month)
        buf_print(dump->out, "-%02d", date->month);
    if (date->day)
        buf_print(dump->out, "-%02d", date->day);
    return date->typed.node;
}

static const struct node *
print_decimal(struct dump *dump, const struct decimal *decimal)
{
    buf_print(dump->out, "%lld", (long long)decimal->digits);
    if (decimal->decimals)
        buf_print(dump->out, "e-%d", decimal->decimals);
    return decimal->typed.node;
}

static const struct node *
print_period(struct dump *dump, const struct period *period)
{
    print_date(dump, &period->start);
    buf_add_byte(dump->out, '/');
    print_date(dump, &period->end);
    return period->node;
}

static const struct node *
print_choice(struct dump *dump, const struct field *field,
             const struct choice *choice)
{
    if (choice->value < 0)
        buf_add_text(dump->out, "(none of the list)");
    else
        buf_add_text(dump->out, field->choices[choice->value]);
    return choice->typed.node;
}

static const struct node *
print_text(struct dump *dump, const struct text *text)
{
    buf_add_json(dump->out, text->s);
    return text->node;
}

static const struct node *
print_prose(struct dump *dump, const struct prose *prose)
{
    buf_add_json(dump->out, prose->plain);
    return prose->node;
}

/* Prints the value and gives its node. */
static const struct node *
print_value(struct dump *dump, const struct field *field, const void *slot)
{
    const struct node *node = NULL;
    switch (field->type) {
    case FIELD_DATE:
    case FIELD_MONTH:
        return print_date(dump, slot);
    case FIELD_PERIOD:
        return print_period(dump, slot);
    case FIELD_DECIMAL:
        return print_decimal(dump, slot);
    case FIELD_CHOICE:
        return print_choice(dump, field, slot);
    case FIELD_PROSE:
    case FIELD_LINE:
        return print_prose(dump, slot);
    case FIELD_INTEGER:
        buf_print(dump->out, "%lld",
                  (long long)((const struct integer *)slot)->value);
        return ((const struct integer *)slot)->node;
    case FIELD_FLAG:
        buf_add_text(dump->out,
                     ((const struct flag *)slot)->value ? "true" : "false");
        return ((const struct flag *)slot)->node;
    case FIELD_NODE:
        memcpy(&node, slot, sizeof node);
        buf_add_text(dump->out, "(as written)");
        return node;
    case FIELD_MAP:
        BUG("a map is no single value: %s", field->key);
    default:
        return print_text(dump, slot);
    }
}

/* ---- lists and mappings ------------------------------------------------- */

static bool print_fields(struct dump *dump, const struct field_shape *shape,
                         const void *object);

/* Prints "key:" and the fields below it; takes the line back when there are
   none. */
static void
print_map(struct dump *dump, const struct field_shape *shape,
          const char *before, const char *after, const void *object)
{
    size_t start = dump->out->len;
    print_indent(dump);
    buf_print(dump->out, "%s%s\n", before, after);
    dump->depth++;
    if (!print_fields(dump, shape, object))
        dump->out->len = start;
    dump->depth--;
}

static void
print_list(struct dump *dump, const struct field *field, const char *key,
           struct any_list list)
{
    size_t size = field_item_size(field);
    print_indent(dump);
    buf_print(dump->out, "%s:\n", key);
    dump->depth++;
    for (size_t i = 0; i < list.count; i++) {
        const char *slot = (const char *)list.at + i * size;
        if (field->type == FIELD_MAP) {
            print_map(dump, field->shape, "-", "", slot);
            continue;
        }
        print_indent(dump);
        buf_add_text(dump->out, "- ");
        print_place(dump, print_value(dump, field, slot));
    }
    dump->depth--;
}

static bool
print_any_list(struct dump *dump, const struct field *field, const char *key,
               const void *object, size_t offset)
{
    struct any_list list = list_at(object, offset);
    if (list.count)
        print_list(dump, field, key, list);
    return list.count > 0;
}

static const char *
ids_key(const struct dump *dump, const struct field *field)
{
    return str_format(dump->out->arena, "(ids in %s)", field->key).at;
}

static bool
print_field(struct dump *dump, const struct field_shape *shape,
            const struct field *field, const void *object)
{
    const void *slot = (const char *)object + field->offset;
    const struct field ids = {.key = "ids", .type = FIELD_REF};
    bool printed = false;
    if (field_has_ids(field, shape))
        printed = print_any_list(dump, &ids, ids_key(dump, field), object,
                                 field->also);
    if (field->is_list)
        return print_any_list(dump, field, field->key, object, field->offset) ||
               printed;
    if (field->is_hidden || !field_is_given(field, slot))
        return printed;
    if (field->type == FIELD_MAP) {
        size_t start = dump->out->len;
        print_map(dump, field->shape, field->key, ":", slot);
        return dump->out->len > start;
    }
    print_indent(dump);
    buf_print(dump->out, "%s: ", field->key);
    print_place(dump, print_value(dump, field, slot));
    return true;
}

static void
print_refs(struct dump *dump, const char *what, const metric_refs *refs)
{
    if (!refs->count)
        return;
    print_indent(dump);
    buf_print(dump->out, "(%s)", what);
    for (size_t i = 0; i < refs->count; i++) {
        struct str path = refs->at[i]->item.path;
        buf_print(dump->out, " %.*s", STR_ARG(path));
    }
    buf_add_byte(dump->out, '\n');
}

static void
print_derived(struct dump *dump, const struct field_shape *shape,
              const void *object)
{
    if (shape->fields == shape_highlight.fields) {
        print_refs(dump, "measured by",
                   &((const struct highlight *)object)->metrics);
    } else if (shape == &shape_position) {
        print_refs(dump, "measured by",
                   &((const struct position *)object)->metric_refs);
    } else if (shape == &shape_case_study) {
        const struct case_study *study = object;
        print_refs(dump, "measured by", &study->metric_refs);
        print_refs(dump, "balanced by", &study->balancing_metrics);
    }
}

static bool
print_fields(struct dump *dump, const struct field_shape *shape,
             const void *object)
{
    bool any = false;
    const struct field *field = shape->fields;
    for (; field->key; field++)
        any |= print_field(dump, shape, field, object);
    for (field = fields_common(shape->common); field && field->key; field++)
        any |= print_field(dump, shape, field, object);
    if (any)
        print_derived(dump, shape, object);
    return any;
}

void
candidate_dump(struct buf *out, const struct candidate *candidate,
               struct sources *sources)
{
    struct dump dump = {out, sources, 0};
    (void)print_fields(&dump, fields_root(), candidate);
    print_refs(&dump, "key metrics", &candidate->key_metric_refs);
    buf_print(out, "(years) %d\n", candidate->years);
}
