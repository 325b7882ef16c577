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

/* What is known of items before one. Arrays of all items and the end. */
struct search {
    const struct break_item *items;
    size_t count;
    struct break_room room;
    upt *tops;      /* of the item, its gap left out, on an endless page */
    upt *ends;      /* of all items before it */
    int64_t *from;  /* the least cost of all before it and of its own break */
    size_t *before; /* the item that begins the last page before it */
    upt repeat;     /* the highest of all */
    /* Of the items that may begin the page, those which no later one beats:
       least[0] costs least, least[1] least of those behind it, and so on. */
    size_t *least;
    size_t least_first, least_end;
};

static struct search
search_new(struct arena *arena, const struct break_item *items, size_t count,
           struct break_room room)
{
    struct search search = {
        .items = items,
        .count = count,
        .room = room,
        .tops = arena_bytes(arena, (count + 1) * sizeof *search.tops),
        .ends = arena_bytes(arena, (count + 1) * sizeof *search.ends),
        .from = arena_bytes(arena, (count + 1) * sizeof *search.from),
        .before = arena_bytes(arena, (count + 1) * sizeof *search.before),
        .least = arena_bytes(arena, (count + 1) * sizeof *search.least),
    };
    search.from[0] = 0;
    search.before[0] = 0;
    search.ends[0] = 0;
    for (size_t i = 0; i < count; i++) {
        search.tops[i] = search.ends[i] + items[i].gap;
        search.ends[i + 1] = search.tops[i] + items[i].height;
        if (items[i].repeat > search.repeat)
            search.repeat = items[i].repeat;
    }
    return search;
}

/* The first item that may begin a page which ends before item `end`, `first`
   being that of the item before. */
static size_t
first_on_page(const struct search *search, size_t first, size_t end)
{
    upt height = search->ends[end];
    while (first + 1 < end && height - search->tops[first] > search->room.page)
        first++;
    return search->items[end - 1].forced ? end - 1 : first;
}

/* The window of starts is now from `first` to before `end`. */
static void
slide(struct search *search, size_t first, size_t end)
{
    int64_t added = search->from[end - 1];
    while (search->least_end > search->least_first &&
           search->from[search->least[search->least_end - 1]] >= added)
        search->least_end--;
    search->least[search->least_end++] = end - 1;
    while (search->least[search->least_first] < first)
        search->least_first++;
}

/* No page which ends before item `end` and begins with item `start` or a later
   one costs less: it is emptier. */
static int64_t
least_page_cost(const struct search *search, size_t start, size_t end)
{
    upt height = search->ends[end] - search->tops[start] + search->repeat;
    if (end == search->count || height >= search->room.page)
        return BREAK_PAGE;
    return page_cost(height, search->room.page, false, false);
}

static int64_t
start_cost(const struct search *search, size_t start, size_t end)
{
    upt height = search->ends[end] - search->tops[start];
    return search->from[start] + page_cost(height + search->items[start].repeat,
                                           room_of(search->room, start == 0),
                                           end == search->count, start == 0);
}

/* The best start of a page that ends before item `end`, from `first` on; the
   last one of equals. */
static void
find_start(struct search *search, size_t first, size_t end)
{
    const int64_t *from = search->from;
    int64_t best = INT64_MAX;
    const size_t *least = search->least + search->least_first;
    for (size_t i = first; i < end; i++) {
        /* No page costs less than BREAK_PAGE. */
        if (from[i] > best - BREAK_PAGE)
            continue;
        while (*least < i)
            least++;
        if (i > first && from[*least] + least_page_cost(search, i, end) > best)
            break;
        int64_t cost = start_cost(search, i, end);
        if (cost > best)
            continue;
        best = cost;
        search->before[end] = i;
    }
    search->from[end] =
        best + (end < search->count ? search->items[end].cost : 0);
}

size_t
breaks_find(struct arena *arena, const struct break_item *items, size_t count,
            struct break_room room, size_t **starts)
{
    struct search search = search_new(arena, items, count, room);
    size_t pages = 0, first = 0;
    for (size_t end = 1; end <= count; end++) {
        first = first_on_page(&search, first, end);
        slide(&search, first, end);
        find_start(&search, first, end);
    }
    for (size_t at = count; at > 0; at = search.before[at])
        pages++;
    pages = pages ? pages : 1;
    *starts = ARENA_ARRAY(arena, pages, size_t);
    size_t page = pages;
    for (size_t at = count; at > 0; at = search.before[at])
        (*starts)[--page] = search.before[at];
    return pages;
}
