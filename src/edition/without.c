/* An edition without some of its parts. Only lists are new: what refers to
   something that was cut for want of room keeps it. */
#include <stdlib.h>
#include <string.h>

#include "edition/budget.h"
#include "model/fields.h"
#include "parts.h"

/* All LIST(...) have this shape. */
typedef LIST(char) any_list;

struct removal {
    struct arena *arena;
    const struct node **nodes; /* sorted by address, for looking up only */
    size_t count;
};

static int
compare_nodes(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t) * (const struct node *const *)a;
    uintptr_t y = (uintptr_t) * (const struct node *const *)b;
    return (x > y) - (x < y);
}

static bool
is_removed(const struct removal *removal, const struct item *item)
{
    return item->node && bsearch(&item->node, removal->nodes, removal->count,
                                 sizeof removal->nodes[0], compare_nodes);
}

/* The shapes nest a handful deep: the table bounds the recursion. */
static void
remove_from(const struct removal *removal, const struct field_shape *shape,
            void *map)
{
    for (const struct field *field = shape->fields; field->key; field++) {
        any_list *list = (void *)((char *)map + field->offset);
        if (field->type != FIELD_MAP || !field->is_list)
            continue;
        size_t size = field->shape->size, count = list->count;
        const char *old = list->at;
        list->at = arena_array(removal->arena, count, size);
        list->count = 0;
        for (size_t i = 0; i < count; i++) {
            const void *entry = old + i * size;
            if (is_removed(removal, entry))
                continue;
            void *copy = list->at + list->count++ * size;
            memcpy(copy, entry, size);
            remove_from(removal, field->shape, copy);
        }
        list->room = list->count;
    }
}

const struct edition *
edition_without(struct arena *arena, const struct edition *edition,
                const struct edition_part *const *parts, size_t count)
{
    struct removal removal = {.arena = arena};
    LIST(const struct node *) nodes = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < parts[i]->item_count; k++)
            *list_add(arena, &nodes) = parts[i]->items[k]->node;
    if (!nodes.count)
        return edition;
    qsort(nodes.at, nodes.count, sizeof nodes.at[0], compare_nodes);
    removal.nodes = nodes.at;
    removal.count = nodes.count;
    struct edition *left = ARENA_NEW(arena, struct edition);
    struct candidate *shown = ARENA_NEW(arena, struct candidate);
    *left = *edition;
    *shown = *edition->shown;
    remove_from(&removal, fields_root(), shown);
    drop_empty_jobs(shown);
    left->shown = shown;
    return left;
}
