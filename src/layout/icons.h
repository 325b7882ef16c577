/* Small drawings before contacts, in outlines of one weight. */
#ifndef LAYOUT_ICONS_H
#define LAYOUT_ICONS_H

#include "flow.h"

struct icon;

/* By the kind of a contact ("email", "phone", "location", "web") or, of a
   profile, by its network; a network that has none gets the link. */
const struct icon *icon_find(struct str kind, struct str network);

/* Draws it into the last band, in a square of `size` with its left edge at x
   and its top at y. */
void icon_draw(struct flow *flow, const struct icon *icon, struct tag *tag,
               upt x, upt y, upt size, rgb color);

#endif
