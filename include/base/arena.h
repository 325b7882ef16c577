/*
 * Memory that dies together. One arena serves one build; nothing in it is
 * freed singly. Under AddressSanitizer its unused part is poisoned.
 *
 * Allocation never returns NULL: when memory ends, the arena's owner is told
 * through `arena_on_exhaustion`, then the program says so and stops with exit
 * status 3. No output file exists under its final name at that time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/attr.h"

struct arena;

/* Owned by the caller; give back with arena_free. */
ATTR_RETURNS_NONNULL struct arena *arena_new(void);

/*
 * For work that is done again and again: what such an arena gives back when it
 * is freed serves the next one beside the same `older`, which must outlive it.
 */
ATTR_RETURNS_NONNULL struct arena *arena_new_beside(struct arena *older);

/* Frees the arena and all that was allocated from it; NULL is fine. */
void arena_free(struct arena *arena);

/* Zeroed, aligned for any type; size 0 gives a valid unique pointer. */
ATTR_RETURNS_NONNULL void *arena_alloc(struct arena *arena, size_t size);

/* The same, but with anything in them: bytes that are written at once. */
ATTR_RETURNS_NONNULL void *arena_bytes(struct arena *arena, size_t size);

/* count * size bytes, the product checked; zeroed. */
ATTR_RETURNS_NONNULL void *arena_array(struct arena *arena, size_t count,
                                       size_t size);

/*
 * The `old_size` bytes at `old` in a place with room for `new_size`, the rest
 * with anything in it. What was allocated last grows where it is, anything else
 * is copied; `old` must not be used afterwards. NULL with size 0 is an empty
 * beginning.
 */
ATTR_RETURNS_NONNULL void *arena_grow(struct arena *arena, void *old,
                                      size_t old_size, size_t new_size);

/* Bytes handed out so far (for budgets and tests). */
size_t arena_used(const struct arena *arena);

/*
 * Called once when memory ends, before the program stops with status 3: for
 * releasing what the process would leave behind. It must not allocate from
 * the arena.
 */
void arena_on_exhaustion(struct arena *arena, void (*told)(void *context),
                         void *context);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type)                                        \
    ((type *)arena_array((arena), (count), sizeof(type)))

#endif
