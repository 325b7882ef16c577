/* What a conversion remembers of the foreign tree. */
#ifndef IMPORT_TAKEN_H
#define IMPORT_TAKEN_H

#include "base/index.h"
#include "convert.h"

/* Where a node hangs. */
struct taken_place {
    size_t parent; /* SIZE_MAX: the root */
    size_t item;
    struct str key;
    bool is_key;
};

struct taken_loss {
    struct str path, words;
};

struct taken {
    struct index nodes;              /* by address */
    LIST(struct taken_place) places; /* made when a path is asked for */
    struct index place_of;           /* by address */
    LIST(struct taken_loss) losses;  /* in the order they were told */
};

bool foreign_is_taken(const struct conversion *c, const struct node *node);

#endif
