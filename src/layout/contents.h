/* Page numbers for the table of contents, once they are known. */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include "setters.h"

/* Where the line's band begins. */
struct contents_place {
    struct page *page;
    upt y;
};

void contents_number(struct flow *flow, const struct contents_line *line,
                     struct str number, const struct contents_place *place);

#endif
