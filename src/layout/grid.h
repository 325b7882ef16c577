/* One grid of baselines: lines of body text at multiples of half the
   leading. */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include "fit.h"

/* The distance of its lines in this chapter. */
upt grid_step(const struct flow *flow, const struct chapter *chapter);

/* Fits the spaces of a run to the grid: fills chapter->gaps and ->leads of its
   bands. */
void grid_fit(const struct flow *flow, struct chapter *chapter,
              const struct run *run);

#endif
