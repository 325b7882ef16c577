#include "base/list.h"

#include <stdint.h>
#include <string.h>

#define FIRST_ROOM 8

void *
list_make_room(struct arena *arena, void *items, size_t count, size_t *room,
               size_t item_size)
{
    size_t more;

    if (count < *room) {
        /* The place may have been used before the list was shortened. */
        memset((char *)items + count * item_size, 0, item_size);
        return items;
    }
    more = *room < FIRST_ROOM ? FIRST_ROOM : *room * 2;
    if (more > SIZE_MAX / item_size || more < *room)
        more = SIZE_MAX / item_size; /* more than any arena can give */
    items = arena_grow(arena, items, count * item_size, more * item_size);
    *room = more;
    memset((char *)items + count * item_size, 0, item_size);
    return items;
}
