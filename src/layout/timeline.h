/* A thin line down the entries of a section, with a node at each. */
#ifndef LAYOUT_TIMELINE_H
#define LAYOUT_TIMELINE_H

#include "fit.h"

/* What entries of a section with a timeline leave free for it. */
upt timeline_gutter(const struct flow *flow);

void timeline_begin(struct flow *flow, const struct block *section);
void timeline_end(struct flow *flow, const struct block *section);
/* The entry that begins with the next band; `leading` is its title's. */
void timeline_add_node(struct flow *flow, upt leading);

/* Bands first..end on a page, and where they stand. */
struct timeline_part {
    const struct chapter *chapter;
    struct page *page;
    size_t first, end;
    const upt *tops;
};
void timeline_paint(const struct flow *flow, const struct timeline_part *part);

#endif
