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

/* The first letters of the keys of a map, as bits: most keys that a table asks
   for are not there. */
uint64_t foreign_letters(const struct node *map);
const struct node *foreign_get_of(struct conversion *c, const struct node *map,
                                  const char *keys, uint64_t letters);

/* Control characters as blanks, separators of lines as their ends. */
struct str convert_controls(struct arena *arena, struct str text);

#endif
