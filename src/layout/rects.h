/* Many filled rectangles as one path: dots, modules of a code. */
#ifndef LAYOUT_RECTS_H
#define LAYOUT_RECTS_H

#include "flow.h"

struct rects {
    struct arena *arena;
    LIST(uint8_t) verbs;
    LIST(upt) points;
};

void rects_add(struct rects *rects, upt x, upt y, upt width, upt height);
/* Empty (no verbs) when nothing was added. */
struct path rects_path(const struct rects *rects, rgb color);

#endif
