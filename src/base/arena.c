#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#endif

#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
/* Poisoned bytes behind every allocation: an overrun hits them. */
#define GAP ((size_t)16)
#define POISON(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION((at), (size))
#else
#define GAP ((size_t)0)
#define POISON(at, size) ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
#endif

#define ALIGNMENT ((size_t)alignof(max_align_t))
/* Many arenas hold a page. The others take what calloc gives as fresh pages of
   the system, which are zero without being touched. */
#define CHUNK_FIRST ((size_t)4 * 1024)
#define CHUNK_MIN ((size_t)128 * 1024)
#define CHUNK_MAX ((size_t)1024 * 1024)

/* The bytes follow the header. */
struct chunk {
    alignas(max_align_t) struct chunk *older;
    size_t size;
    bool is_used; /* else fresh from calloc, and never zeroed again */
};

struct arena {
    char *at, *end; /* what is free in the newest chunk */
    struct chunk *newest;
    size_t next_size;
    size_t used;
    bool clears;          /* the newest chunk is a used one */
    struct arena *keeper; /* of chunks that are given back; NULL: nobody */
    struct chunk *spare;  /* those it keeps */
    void (*told)(void *context);
    void *context;
};

ATTR_NORETURN static void
stop_for_want_of_memory(struct arena *arena)
{
    if (arena != NULL && arena->told != NULL)
        arena->told(arena->context);
    fputs("dossier: error: out of memory\n", stderr);
    exit(3);
}

static size_t
round_up(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

struct arena *
arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);

    if (arena == NULL)
        stop_for_want_of_memory(NULL);
    arena->next_size = CHUNK_FIRST;
    return arena;
}

struct arena *
arena_new_beside(struct arena *older)
{
    struct arena *arena = arena_new();

    arena->keeper = older->keeper ? older->keeper : older;
    return arena;
}

static void
free_chunk(struct chunk *chunk)
{
    UNPOISON(chunk + 1, chunk->size);
    free(chunk);
}

static bool
is_worth_keeping(const struct chunk *chunk)
{
    return chunk->size >= CHUNK_MIN && chunk->size <= CHUNK_MAX;
}

void
arena_free(struct arena *arena)
{
    struct chunk *chunk, *older;

    if (arena == NULL)
        return;
    for (chunk = arena->newest; chunk != NULL; chunk = older) {
        older = chunk->older;
        if (arena->keeper == NULL || !is_worth_keeping(chunk)) {
            free_chunk(chunk);
            continue;
        }
        POISON(chunk + 1, chunk->size);
        chunk->is_used = true;
        chunk->older = arena->keeper->spare;
        arena->keeper->spare = chunk;
    }
    for (chunk = arena->spare; chunk != NULL; chunk = older) {
        older = chunk->older;
        free_chunk(chunk);
    }
    free(arena);
}

static struct chunk *
take_spare(struct arena *keeper, size_t size)
{
    struct chunk **at = keeper ? &keeper->spare : NULL;

    for (; at != NULL && *at != NULL; at = &(*at)->older) {
        struct chunk *chunk = *at;

        if (chunk->size < size || chunk->size / 2 > size)
            continue;
        *at = chunk->older;
        chunk->older = NULL;
        return chunk;
    }
    return NULL;
}

/* `zeroed`: if it costs nothing. */
static struct chunk *
add_chunk(struct arena *arena, size_t size, bool zeroed)
{
    struct chunk *chunk = take_spare(arena->keeper, size);

    if (chunk != NULL)
        return chunk;
    if (size <= SIZE_MAX - sizeof *chunk)
        chunk = zeroed ? calloc(1, sizeof *chunk + size)
                       : malloc(sizeof *chunk + size);
    if (chunk == NULL)
        stop_for_want_of_memory(arena);
    *chunk = (struct chunk){.size = size, .is_used = !zeroed};
    POISON(chunk + 1, size);
    return chunk;
}

/* A chunk of its own, linked behind the newest, which stays in use. */
static struct chunk *
alloc_alone(struct arena *arena, size_t need, bool zeroed)
{
    struct chunk *chunk = add_chunk(arena, need, zeroed);

    if (arena->newest == NULL) {
        arena->newest = chunk;
    } else {
        chunk->older = arena->newest->older;
        arena->newest->older = chunk;
    }
    return chunk;
}

/* Gives the chunk whose first bytes are to be had. */
static struct chunk *
alloc_slowly(struct arena *arena, size_t need, bool zeroed)
{
    struct chunk *chunk;

    if (need > arena->next_size / 4)
        return alloc_alone(arena, need, zeroed);
    chunk = add_chunk(arena, arena->next_size, true);
    chunk->older = arena->newest;
    arena->newest = chunk;
    arena->clears = chunk->is_used;
    if (arena->next_size < CHUNK_MIN)
        arena->next_size = CHUNK_MIN;
    else if (arena->next_size < CHUNK_MAX)
        arena->next_size *= 2;
    arena->at = (char *)(chunk + 1) + need;
    arena->end = (char *)(chunk + 1) + chunk->size;
    return chunk;
}

static void *
take(struct arena *arena, size_t size, bool zeroed)
{
    size_t need = round_up(size + (size == 0)) + GAP;
    bool is_used = arena->clears;
    char *at = arena->at;

    if (need < size)
        stop_for_want_of_memory(arena);
    if (need <= (size_t)(arena->end - at)) {
        arena->at += need;
    } else {
        struct chunk *chunk = alloc_slowly(arena, need, zeroed);

        at = (char *)(chunk + 1);
        is_used = chunk->is_used;
    }
    arena->used += size;
    UNPOISON(at, size + (size == 0));
    if (zeroed && is_used)
        memset(at, 0, size);
    return at;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    return take(arena, size, true);
}

void *
arena_bytes(struct arena *arena, size_t size)
{
    return take(arena, size, false);
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        stop_for_want_of_memory(arena);
    return arena_alloc(arena, count * size);
}

/* Grows the last allocation of the newest chunk where it stands. */
static bool
grow_in_place(struct arena *arena, char *old, size_t old_size, size_t new_size)
{
    size_t more;

    if (old + round_up(old_size) + GAP != arena->at || old_size == 0)
        return false;
    more = round_up(new_size) - round_up(old_size);
    if (new_size > SIZE_MAX / 2 || more > (size_t)(arena->end - arena->at))
        return false;
    arena->at += more;
    arena->used += new_size - old_size;
    UNPOISON(old, new_size);
    return true;
}

void *
arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
    char *grown;

    if (new_size <= old_size && old != NULL)
        return old;
    if (old != NULL && grow_in_place(arena, old, old_size, new_size))
        return old;
    grown = arena_bytes(arena, new_size);
    if (old != NULL)
        memcpy(grown, old, old_size);
    return grown;
}

size_t
arena_used(const struct arena *arena)
{
    return arena->used;
}

void
arena_on_exhaustion(struct arena *arena, void (*told)(void *context),
                    void *context)
{
    arena->told = told;
    arena->context = context;
}
