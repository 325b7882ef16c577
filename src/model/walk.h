/* What every walk over the field table needs to read a struct with it. */
#ifndef MODEL_WALK_H
#define MODEL_WALK_H

#include "model/candidate.h"
#include "model/fields.h"

/* What any LIST() holds, whatever its items are. */
struct any_list {
    const void *at;
    size_t count, room;
};

struct any_list list_at(const void *object, size_t offset);
/* Size of one item of a list field. */
size_t field_item_size(const struct field *field);
/* Whether a single value holds something; true for mappings. */
bool field_is_given(const struct field *field, const void *slot);
/* Whether `also` is a second place for ids of its own, not that of `ref`. */
bool field_has_ids(const struct field *field, const struct field_shape *shape);

#endif
