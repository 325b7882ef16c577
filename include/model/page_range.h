/* How many pages a document may have. */
#ifndef MODEL_PAGE_RANGE_H
#define MODEL_PAGE_RANGE_H

#include "base/str.h"

/* `least` 0: no lower end, `most` 0: any number. */
struct page_range {
    size_t least, most;
};

/* "2" (at most), "1-2" (from, to), also with an en dash or blanks; "any". */
bool page_range_parse(struct str s, struct page_range *range);

#endif
