#include "shapes.h"

static void
meet(struct arena *arena, struct shape_list *list,
     const struct field_shape *shape)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i] == shape)
            return;
    *list_add(arena, list) = shape;
}

static void
meet_fields(struct arena *arena, struct shape_list *list,
            const struct field *fields)
{
    for (const struct field *field = fields; field && field->key; field++)
        if (field->shape)
            meet(arena, list, field->shape);
}

struct shape_list
shapes_all(struct arena *arena)
{
    struct shape_list list = {0};
    meet(arena, &list, fields_root());
    for (size_t i = 0; i < list.count; i++) {
        const struct field_shape *shape = list.at[i];
        meet_fields(arena, &list, shape->fields);
        if (shape->also)
            meet(arena, &list, shape->also);
        meet_fields(arena, &list, fields_common(shape->common));
    }
    return list;
}
