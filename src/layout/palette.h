/* Colours: reading, names of a look's palette, contrast. */
#ifndef LAYOUT_PALETTE_H
#define LAYOUT_PALETTE_H

#include "look.h"

/* "#1f4e79", "1f4e79", "#abc", "rgb(31, 78, 121)", "hsl(209, 59%, 30%)",
   "navy". */
bool color_parse(struct str text, rgb *color);
struct str color_name(struct arena *arena, rgb color);

bool palette_is_name(struct str text);
bool palette_find(struct str name, const struct look *look, rgb *color);

/* Contrast ratio in hundredths (WCAG 2.2, 1.4.3): 450 is 4.5:1. */
int64_t color_contrast(rgb a, rgb b);
/* The nearest darker colour with at least this contrast on `ground`. */
rgb color_darkened(rgb color, rgb ground, int64_t contrast);
/* The nearest colour that can be read on `ground`, darker or lighter. */
rgb color_on(rgb color, rgb ground, int64_t contrast);

#endif
