/* Two columns: the blocks of a document set as streams of bands. */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "setters.h"

/* All blocks of the document, in one column or as the look says. */
void columns_set(struct flow *flow);

/* What is free at the foot of pages: beside a ground that reaches down there.
 */
struct column_box columns_clear(const struct flow *flow);

#endif
