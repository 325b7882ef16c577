/*
 * A growing array in an arena.
 *
 *     LIST(struct node *) children = {0};
 *     *list_add(arena, &children) = node;
 *     for (size_t i = 0; i < children.count; i++) use(children.at[i]);
 *
 * Growing moves the array: pointers into it hold only until the next add.
 */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stddef.h>
#include <string.h>

#include "base/arena.h"

#define LIST(type)                                                             \
    struct {                                                                   \
        type *at;                                                              \
        size_t count, room;                                                    \
    }

/* Adds one zeroed item and gives a pointer to it. */
#define list_add(arena, list)                                                  \
    ((list)->at = list_with_room((arena), (list)->at, (list)->count,           \
                                 &(list)->room, sizeof *(list)->at),           \
     &(list)->at[(list)->count++])

/* A larger array with the same items. */
ATTR_RETURNS_NONNULL void *list_grow(struct arena *arena, void *items,
                                     size_t count, size_t *room,
                                     size_t item_size);

/* The array with room for one more than `count` items, the new one zeroed: the
   place may have been used before the list was shortened. */
static inline void *
list_with_room(struct arena *arena, void *items, size_t count, size_t *room,
               size_t item_size)
{
    if (count >= *room)
        items = list_grow(arena, items, count, room, item_size);
    memset((char *)items + count * item_size, 0, item_size);
    return items;
}

#endif
