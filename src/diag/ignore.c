#include "ignore.h"

#include <stdlib.h>

#define NO_PARENT SIZE_MAX

struct entry {
    struct ignore ignore;
    size_t parent; /* the nearest one before that reaches to its beginning */
    size_t order;
};

struct ignores {
    struct arena *arena;
    LIST(struct entry) entries;
    size_t sorted; /* so many are in order */
};

struct ignores *
ignores_new(struct arena *arena)
{
    struct ignores *ignores = ARENA_NEW(arena, struct ignores);

    ignores->arena = arena;
    return ignores;
}

void
ignores_add(struct ignores *ignores, const struct ignore *ignore)
{
    size_t order = ignores->entries.count;

    *list_add(ignores->arena, &ignores->entries) =
        (struct entry){.ignore = *ignore, .order = order};
}

size_t
ignores_count(const struct ignores *ignores)
{
    return ignores->entries.count;
}

const struct ignore *
ignores_at(const struct ignores *ignores, size_t i)
{
    return &ignores->entries.at[i].ignore;
}

/* ---- in order ---------------------------------------------------------- */

static int
compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Where an interval begins. */
static int
compare_begin(const struct ignore *ignore, enum code code, struct span span)
{
    int order = compare_numbers((size_t)ignore->code, (size_t)code);

    if (order == 0)
        order = compare_numbers(ignore->within.source, span.source);
    return order != 0 ? order : compare_numbers(ignore->within.from, span.from);
}

static int
compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = compare_begin(&a->ignore, b->ignore.code, b->ignore.within);

    if (order == 0)
        order = compare_numbers(b->ignore.within.to, a->ignore.within.to);
    return order != 0 ? order : compare_numbers(a->order, b->order);
}

static bool
reaches(const struct ignore *outer, const struct ignore *inner)
{
    return outer->code == inner->code &&
           outer->within.source == inner->within.source &&
           outer->within.to >= inner->within.from;
}

static void
put_in_order(struct ignores *ignores)
{
    struct entry *at = ignores->entries.at;
    size_t open = NO_PARENT;

    if (ignores->sorted == ignores->entries.count)
        return;
    qsort(at, ignores->entries.count, sizeof *at, compare_entries);
    for (size_t i = 0; i < ignores->entries.count; i++) {
        while (open != NO_PARENT && !reaches(&at[open].ignore, &at[i].ignore))
            open = at[open].parent;
        at[i].parent = open;
        open = i;
    }
    ignores->sorted = ignores->entries.count;
}

/* ---- look-up ----------------------------------------------------------- */

/* The last of the code that begins at or before the span. */
static size_t
last_before(const struct ignores *ignores, enum code code, struct span span)
{
    size_t low = 0, high = ignores->entries.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare_begin(&ignores->entries.at[middle].ignore, code, span) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : NO_PARENT;
}

static bool
covers(const struct ignore *ignore, struct span span)
{
    if (!ignore->begins)
        return span_is_none(ignore->within) || span_holds(ignore->within, span);
    return ignore->within.source == span.source &&
           ignore->within.from <= span.from && span.from <= ignore->within.to;
}

static bool
cover_from(struct ignores *ignores, size_t i, enum code code, struct span span)
{
    bool found = false;

    for (; i != NO_PARENT; i = ignores->entries.at[i].parent) {
        struct ignore *ignore = &ignores->entries.at[i].ignore;

        if (ignore->code != code || !covers(ignore, span))
            continue;
        ignore->is_used = found = true;
    }
    return found;
}

bool
ignores_cover(struct ignores *ignores, enum code code, struct span span)
{
    bool everywhere, here = false;

    put_in_order(ignores);
    everywhere = cover_from(ignores, last_before(ignores, code, SPAN_NONE),
                            code, SPAN_NONE);
    if (!span_is_none(span))
        here =
            cover_from(ignores, last_before(ignores, code, span), code, span);
    return everywhere || here;
}

bool
ignores_cover_here(struct ignores *ignores, enum code code, struct span span)
{
    if (span_is_none(span))
        return false;
    put_in_order(ignores);
    for (size_t i = last_before(ignores, code, span); i != NO_PARENT;
         i = ignores->entries.at[i].parent) {
        const struct ignore *ignore = &ignores->entries.at[i].ignore;

        if (ignore->code == code && covers(ignore, span))
            return true;
    }
    return false;
}
