/* What may be left out to meet a number of pages. */
#ifndef LAYOUT_GOAL_H
#define LAYOUT_GOAL_H

#include "fit.h"

/* Numbers the bands with the part of the goal they belong to: the first that
   takes them with it. Gives for each part, by number from 1, the number of the
   one it lies in; 0: none. */
const size_t *parts_mark(struct flow *flow);

#endif
