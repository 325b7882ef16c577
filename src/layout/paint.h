/* Bands become pages: marks get their places, grounds and rules are drawn
   behind them, links, destinations and page numbers are filled in. */
#ifndef LAYOUT_PAINT_H
#define LAYOUT_PAINT_H

#include "fit.h"

void pages_paint(struct flow *flow, const chapter_list *chapters);

/* The marks of each row of a table on the page, cell after cell. */
void rows_order(struct arena *arena, struct page *page);

#endif
