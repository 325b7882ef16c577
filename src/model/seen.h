/* Which fields a mapping has given, and what is missing then. */
#ifndef MODEL_SEEN_H
#define MODEL_SEEN_H

#include "decoder.h"

/* The pair that gave each field, by the field's position in its table. */
struct seen {
    const struct node_pair *own[64], *common[16];
};

const struct node_pair **seen_at(struct seen *seen,
                                 const struct field_shape *shape,
                                 const struct field *field);

/* One finding for all that an entry lacks. `object` is what was decoded. */
void seen_check_missing(struct decoder *decoder, const struct where *where,
                        const struct field_shape *shape, struct seen *seen,
                        const struct node *map, const void *object);

#endif
