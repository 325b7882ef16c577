/* Bands onto pages: where pages end and how tight or loose each run of pages
   is set, so that no last page is nearly empty. */
#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

#include "flow.h"

/* Pages between two forced breaks: bands first..end, set alike. */
struct chapter {
    size_t first, end;
    const size_t *starts; /* the first band of each page */
    size_t page_count;
    int64_t gap_change; /* per mille of every space, 0 = as designed */
    int64_t leading_change;
};

typedef LIST(struct chapter) chapter_list;

chapter_list chapters_fit(struct flow *flow);

/* As set in this chapter. */
upt band_gap(const struct band *band, const struct chapter *chapter);
upt band_height(const struct band *band, const struct chapter *chapter);

#endif
