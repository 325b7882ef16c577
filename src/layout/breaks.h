/*
 * Where pages end: the breaks that make a run of pages best as a whole. Knows
 * heights only; integers throughout.
 */
#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

#include "base/arena.h"
#include "base/upt.h"

/* What a page break costs. An empty tenth of a page costs 100, an empty half
   2500, a further page 3000. Even a forbidden break is taken before ink
   leaves the page. */
#define BREAK_FREE 0
#define BREAK_PAGE 3000 /* each page */
#define BREAK_FORBIDDEN 1000000
/* A line that would stand alone is worse than a title away from its text. */
#define BREAK_ALONE 4000000

/* One indivisible part of the column. */
struct break_item {
    upt gap; /* above it; dropped at the top of a page */
    upt height;
    int64_t cost; /* of a page break before it */
    upt repeat;   /* what stands above it when it begins a page: the head
                     of its table */
    bool forced;  /* it begins a page */
};

/* How much items may take: less on the first page where something stands above
   them. */
struct break_room {
    upt first, page;
};

/*
 * starts[p] is the first item of page p; gives the number of pages, at least
 * 1. Takes time in proportion to count times the items on a page.
 */
size_t breaks_find(struct arena *arena, const struct break_item *items,
                   size_t count, struct break_room room, size_t **starts);

/* Cost of these pages: what breaks_find makes smallest. */
int64_t breaks_cost(const struct break_item *items, size_t count,
                    struct break_room room, const size_t *starts,
                    size_t pages);

/* Height of a page that holds items from..to, at least one. */
upt breaks_height(const struct break_item *items, size_t from, size_t to);

#endif
