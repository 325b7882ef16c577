/*
 * An item added to a list at the top level of a file, as an editor's hand
 * would: every byte that is there stays where it is, the new ones are written
 * as their neighbours are (block or flow, indentation, line ends).
 */
#ifndef LOAD_ADD_ITEM_H
#define LOAD_ADD_ITEM_H

#include "base/arena.h"
#include "base/list.h"
#include "base/str.h"

/* `key: value`, or `key: {key: value, ...}` when it has parts. */
struct item_field {
    const char *key;
    struct str value;
    const struct item_field *parts; /* NULL: none; last one's key is NULL */
};

struct added_item {
    struct str text;     /* of the whole file; valid without a problem */
    const char *problem; /* why nothing was added, for people; or NULL */
};

/*
 * Adds a map of fields (the last one's key is NULL) at the end of the list
 * `list`, which is made where there is none. The result was read again: it
 * says what `bytes` say and the new item, nothing else; when that cannot be,
 * there is a problem.
 */
struct added_item yaml_add_item(struct arena *arena, struct str bytes,
                                const char *list,
                                const struct item_field *fields);

#endif
