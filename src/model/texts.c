#include "model/texts.h"

#include "base/bug.h"
#include "tables.h"
#include "walk.h"

struct visit {
    field_text_fn *fn;
    void *context;
    const struct item *item, *entry;
};

static bool
is_text(const struct field *field)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_PROSE:
    case FIELD_LINE:
    case FIELD_URL:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_PATH:
        return field->choices == NULL;
    default:
        return false;
    }
}

static bool
is_prose(const struct field *field)
{
    return field->type == FIELD_PROSE || field->type == FIELD_LINE;
}

static void
visit_value(const struct visit *visit, const struct field_shape *shape,
            const struct field *field, const void *map, const void *slot,
            size_t index)
{
    struct field_text text = {
        .shape = shape,
        .field = field,
        .map = map,
        .item = visit->item,
        .entry = visit->entry,
        .index = index,
    };
    if (is_prose(field))
        text.prose = slot;
    else
        text.text = slot;
    if (field_text_plain(&text).len)
        visit->fn(visit->context, &text);
}

static void
visit_texts(const struct visit *visit, const struct field_shape *shape,
            const struct field *field, const void *map)
{
    const char *slot = (const char *)map + field->offset;
    if (!field->is_list) {
        visit_value(visit, shape, field, map, slot, SIZE_MAX);
        return;
    }
    struct any_list list = list_at(map, field->offset);
    size_t size = field_item_size(field);
    for (size_t i = 0; i < list.count; i++)
        visit_value(visit, shape, field, map, (const char *)list.at + i * size,
                    i);
}

static void visit_map(struct visit visit, const struct field_shape *shape,
                      const void *map, bool is_entry);

static void
visit_maps(const struct visit *visit, const struct field *field,
           const void *map)
{
    if (!field->is_list) {
        visit_map(*visit, field->shape, (const char *)map + field->offset,
                  false);
        return;
    }
    struct any_list list = list_at(map, field->offset);
    for (size_t i = 0; i < list.count; i++)
        visit_map(*visit, field->shape,
                  (const char *)list.at + i * field->shape->size, true);
}

/* An employer written with one position holds that position's place and
   setting a second time. */
static bool
stands_twice(const struct field_shape *shape, const struct field *field,
             const void *map)
{
    return shape == &shape_experience && field->type == FIELD_MAP &&
           !field->is_list && !((const struct experience *)map)->has_positions;
}

/* The shapes nest a handful deep: the table bounds the recursion. */
static void
visit_map(struct visit visit, const struct field_shape *shape, const void *map,
          bool is_entry)
{
    if (shape->common != COMMON_NONE) {
        visit.item = map;
        if (is_entry || !visit.entry)
            visit.entry = map;
    }
    for (const struct field *field = shape->fields; field->key; field++) {
        if (field->is_hidden || stands_twice(shape, field, map))
            continue;
        if (field->type == FIELD_MAP)
            visit_maps(&visit, field, map);
        else if (is_text(field))
            visit_texts(&visit, shape, field, map);
    }
    if (shape->common != COMMON_ENTRY)
        return;
    for (const struct field *field = fields_common(COMMON_ENTRY); field->key;
         field++)
        if (is_prose(field))
            visit_texts(&visit, shape, field, map);
}

void
candidate_each_text(const struct candidate *candidate, field_text_fn *fn,
                    void *context)
{
    static const struct item nowhere;
    struct visit visit = {
        .fn = fn, .context = context, .item = &nowhere, .entry = NULL};
    const struct field_shape *root = fields_root();
    for (const struct field *field = root->fields; field->key; field++) {
        visit.item = &nowhere;
        visit.entry = NULL;
        if (field->type == FIELD_MAP && !field->is_hidden)
            visit_maps(&visit, field, candidate);
    }
}

void
map_each_text(const struct field_shape *shape, const void *map,
              field_text_fn *fn, void *context)
{
    static const struct item nowhere;
    const struct visit visit = {
        .fn = fn, .context = context, .item = &nowhere, .entry = NULL};
    visit_map(visit, shape, map, true);
}

struct str
field_text_plain(const struct field_text *text)
{
    ENSURE(text->prose || text->text);
    return text->prose ? text->prose->plain : text->text->s;
}

const struct node *
field_text_node(const struct field_text *text)
{
    return text->prose ? text->prose->node : text->text->node;
}

struct str
field_text_path(struct arena *arena, const struct field_text *text)
{
    struct str at = text->item->path;
    const char *dot = at.len ? "." : "";
    if (text->index == SIZE_MAX)
        return str_format(arena, "%.*s%s%s", STR_ARG(at), dot,
                          text->field->key);
    return str_format(arena, "%.*s%s%s[%zu]", STR_ARG(at), dot,
                      text->field->key, text->index);
}
