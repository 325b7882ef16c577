#include "walk.h"

#include <string.h>

struct any_list
list_at(const void *object, size_t offset)
{
    struct any_list list;
    memcpy(&list, (const char *)object + offset, sizeof list);
    return list;
}

size_t
field_item_size(const struct field *field)
{
    switch (field->type) {
    case FIELD_MAP:
        return field->shape->size;
    case FIELD_PROSE:
    case FIELD_LINE:
        return sizeof(struct prose);
    default:
        return sizeof(struct text);
    }
}

bool
field_is_given(const struct field *field, const void *slot)
{
    const struct node *node = NULL;
    switch (field->type) {
    case FIELD_DATE:
    case FIELD_MONTH:
        return date_is_given(slot);
    case FIELD_PERIOD:
        return date_is_given(&((const struct period *)slot)->start);
    case FIELD_DECIMAL:
        return ((const struct decimal *)slot)->given;
    case FIELD_CHOICE:
        return ((const struct choice *)slot)->typed.node != NULL;
    case FIELD_PROSE:
    case FIELD_LINE:
        return ((const struct prose *)slot)->plain.len > 0;
    case FIELD_INTEGER:
        return ((const struct integer *)slot)->given;
    case FIELD_FLAG:
        return ((const struct flag *)slot)->given;
    case FIELD_NODE:
        memcpy(&node, slot, sizeof node);
        return node != NULL;
    case FIELD_MAP:
        return true;
    default:
        return ((const struct text *)slot)->s.len > 0;
    }
}

bool
field_has_ids(const struct field *field, const struct field_shape *shape)
{
    bool takes_ids = field->type == FIELD_LINE ||
                     (field->type == FIELD_MAP && field->is_list);
    if (!field->also || !takes_ids)
        return false;
    for (const struct field *other = shape->fields; other->key; other++)
        if (other->offset == field->also)
            return false;
    return true;
}
