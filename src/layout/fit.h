/* Bands onto pages: where pages end and how tight or loose each run of pages
   is set, so that no last page is nearly empty. */
#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

#include "flow.h"

/* One stream of bands over the pages of its chapter. */
struct run {
    size_t first, end; /* bands */
    /* How many of its bands stand before each page. */
    const size_t *starts;
    size_t first_page, page_count;
    upt height; /* of all of it and of what stands above it */
    upt spare;  /* what it leaves free at the foot of pages */
    upt top;    /* on its first page, below the top margin */
    upt bottom; /* on its last page, likewise */
};

/* Pages between two forced breaks: bands first..end, set alike. */
struct chapter {
    size_t first, end;
    struct run runs[MOST_STREAMS];
    size_t run_count, page_count;
    int64_t gap_change; /* per mille of every space, 0 = as designed */
    int64_t leading_change;
    bool is_off_grid;   /* where that saves a page */
    upt *gaps, *leads;  /* of each band, on the grid; NULL: no grid */
    int64_t page_price; /* added to the cost of every page but the first */
    int64_t cost;       /* of the breaks, in goal.c */
    const bool *gone;   /* by number of a goal's part; NULL: all are there */
    upt height;         /* on one endless page */
    int64_t last_fill;  /* of the last page, per mille */
};

/* Bands first..end of a run, `top` below the top margin of a page. */
struct page_part {
    size_t first, end;
    upt top;
};

struct page_part page_part(const struct chapter *chapter, size_t run,
                           size_t page);

typedef LIST(struct chapter) chapter_list;

chapter_list chapters_fit(struct flow *flow);

/* Breaks a chapter into pages, its spaces and leading changed as it says;
   gives the cost of the breaks. */
int64_t chapter_break(const struct flow *flow, struct chapter *chapter);
upt page_room(const struct look *look);

/* Makes the chapters have as many pages as the flow's goal asks for, or says
   in the fit of its pages what is missing: goal.c */
void chapters_meet(struct flow *flow, chapter_list *chapters);

/* As set in this chapter. */
upt band_gap(const struct band *band, const struct chapter *chapter);
upt band_height(const struct band *band, const struct chapter *chapter);
/* The space above a band, as the grid has it. */
upt chapter_gap(const struct flow *flow, const struct chapter *chapter,
                size_t number);
/* The space above it where it begins a page, so that the text below stands on
   the grid. */
upt chapter_lead(const struct chapter *chapter, size_t number);
/* Height of the table's head that is repeated where it begins a page. */
upt band_repeat(const struct flow *flow, size_t number,
                const struct chapter *chapter);

#endif
