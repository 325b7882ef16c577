/*
 * From a key to the place of a thing in a list: open addressing, grows as it
 * fills. Texts go by their hash, what is shared between a file and its editions
 * by address.
 */
#ifndef BASE_INDEX_H
#define BASE_INDEX_H

#include "base/arena.h"
#include "base/str.h"

struct index {
    struct index_slot {
        uint64_t key; /* 0: free */
        size_t value;
    } * slots;
    size_t room, count; /* room: a power of two, or 0 */
};

/* Keeps the first value of a key; false when there was one. */
bool index_add(struct arena *arena, struct index *index, uint64_t key,
               size_t value);
/* SIZE_MAX when the key is not there. */
size_t index_find(const struct index *index, uint64_t key);

/* A key for an address; never 0. */
uint64_t index_of_address(const void *address);
/* A key for a text, case ignored; never 0. */
uint64_t index_of_text(struct str text);

#endif
