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

/* As set in this chapter. */
upt band_gap(const struct band *band, const struct chapter *chapter);
upt band_height(const struct band *band, const struct chapter *chapter);

#endif
