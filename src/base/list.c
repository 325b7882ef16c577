#include "base/list.h"

#include <stdint.h>

#define FIRST_ROOM 8

void *
list_grow(struct arena *arena, void *items, size_t count, size_t *room,
          size_t item_size)
{
    size_t more = *room < FIRST_ROOM ? FIRST_ROOM : *room * 2;

    if (more > SIZE_MAX / item_size || more < *room)
        more = SIZE_MAX / item_size; /* more than any arena can give */
    items = arena_grow(arena, items, count * item_size, more * item_size);
    *room = more;
    return items;
}
