/*
 * The problem: items of given heights follow each other down a column; the
 * column is cut into pages. Each cut has a cost (inside an entry, next to a
 * heading, between two lines that belong together), and so has white space at
 * the foot of a page, a page that overflows and a last page that is nearly
 * empty. Wanted: the cuts with the least sum.
 *
 * Dynamic programming over the cuts, as Knuth and Plass do for lines: the
 * best way to end a page before item j is the best over all items i that may
 * begin that page. Only as many i are looked at as a page holds.
 */
#include "breaks.h"

#include <stdint.h>

#define OVERFULL_COST (INT64_C(1) << 40)
/* A last page with less than this looks forgotten; per mille. */
#define LEAST_LAST_FILL 300
#define SHORT_LAST_COST 30

static int64_t
per_mille(upt part, upt whole)
{
    return part / (whole / 1000 + 1);
}

/* Of a page that is `height` high out of `room`. */
static int64_t
page_cost(upt height, upt room, bool is_last, bool is_first)
{
    int64_t fill = per_mille(height, room);
    if (height > room)
        return OVERFULL_COST + fill;
    if (!is_last)
        return BREAK_PAGE + (1000 - fill) * (1000 - fill) / 100;
    if (is_first || fill >= LEAST_LAST_FILL)
        return BREAK_PAGE;
    return BREAK_PAGE + (LEAST_LAST_FILL - fill) * SHORT_LAST_COST;
}

upt
breaks_height(const struct break_item *items, size_t from, size_t to)
{
    upt height = items[from].repeat - items[from].gap;
    for (size_t i = from; i < to; i++)
        height += items[i].gap + items[i].height;
    return height;
}

static upt
room_of(struct break_room room, bool is_first)
{
    return is_first ? room.first : room.page;
}

/* What no page may have: an item inside that was to begin one. */
static int64_t
forced_inside(const struct break_item *items, size_t from, size_t to)
{
    int64_t cost = 0;
    for (size_t i = from + 1; i < to; i++)
        cost += items[i].forced ? OVERFULL_COST : 0;
    return cost;
}

int64_t
breaks_cost(const struct break_item *items, size_t count,
            struct break_room room, const size_t *starts, size_t pages)
{
    int64_t cost = 0;
    for (size_t p = 0; p < pages; p++) {
        size_t end = p + 1 < pages ? starts[p + 1] : count;
        upt height = breaks_height(items, starts[p], end);
        cost += page_cost(height, room_of(room, p == 0), end == count, p == 0);
        cost += forced_inside(items, starts[p], end);
        if (p > 0)
            cost += items[starts[p]].cost;
    }
    return cost;
}

/* The best start of a page that ends before item `end`. */
static void
find_start(const struct break_item *items, size_t count, struct break_room room,
           size_t end, int64_t *best, size_t *before)
{
    upt height = 0;
    best[end] = INT64_MAX;
    for (size_t i = end; i-- > 0;) {
        height += items[i].height;
        if (height > room.page && i + 1 < end)
            return;
        int64_t cost = best[i] + (i > 0 ? items[i].cost : 0);
        /* No page costs less than BREAK_PAGE. */
        if (cost + BREAK_PAGE < best[end]) {
            upt page = height + items[i].repeat;
            cost +=
                page_cost(page, room_of(room, i == 0), end == count, i == 0);
            if (cost < best[end]) {
                best[end] = cost;
                before[end] = i;
            }
        }
        if (items[i].forced)
            return;
        height += items[i].gap;
    }
}

size_t
breaks_find(struct arena *arena, const struct break_item *items, size_t count,
            struct break_room room, size_t **starts)
{
    int64_t *best = ARENA_ARRAY(arena, count + 1, int64_t);
    size_t *before = ARENA_ARRAY(arena, count + 1, size_t);
    size_t pages = 0;
    for (size_t end = 1; end <= count; end++)
        find_start(items, count, room, end, best, before);
    for (size_t at = count; at > 0; at = before[at])
        pages++;
    pages = pages ? pages : 1;
    *starts = ARENA_ARRAY(arena, pages, size_t);
    size_t page = pages;
    for (size_t at = count; at > 0; at = before[at])
        (*starts)[--page] = before[at];
    return pages;
}
