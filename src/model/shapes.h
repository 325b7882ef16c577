/* All shapes of the format, each once. */
#ifndef MODEL_SHAPES_H
#define MODEL_SHAPES_H

#include "base/list.h"
#include "model/fields.h"

struct shape_list {
    const struct field_shape **at;
    size_t count, room;
};

/* The root first, then in the order in which they are met. */
struct shape_list shapes_all(struct arena *arena);

/* For people: "date". */
const char *field_type_name(enum field_type type);

#endif
