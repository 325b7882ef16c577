/*
 * Painting with coverage: a shape is a list of lines in 1/256 of a dot; how
 * much of each dot it covers is added up exactly, row by row, from what each
 * line leaves to its right (the way of LibArt and FreeType's smooth renderer).
 * Whole numbers only.
 */
#ifndef OUTPUT_IMAGE_RASTER_H
#define OUTPUT_IMAGE_RASTER_H

#include "layout/pages.h"

struct raster;

struct raster_pen {
    upt width, dash;
    bool is_round;
};

struct raster_box {
    upt x, y, width, height;
};

/* White, `dots` to the inch. */
struct raster *raster_new(struct arena *arena, size_t width, size_t height,
                          unsigned dots);
/* What was painted so far, borrowed. */
struct image raster_image(const struct raster *raster);

/* Adds to the shape at hand; `verb` as in paths, points in upt. */
void raster_verb(struct raster *raster, unsigned verb, const upt *points);
void raster_rectangle(struct raster *raster, upt x, upt y, upt width,
                      upt height);
void raster_round_box(struct raster *raster, const struct raster_box *box,
                      upt radius);

/* Paint the shape and forget it. */
void raster_fill(struct raster *raster, rgb color, bool even_odd);
void raster_stroke(struct raster *raster, rgb color,
                   const struct raster_pen *pen);
/* Samples of a picture, stretched over the box, where the shape is. */
void raster_picture(struct raster *raster, const struct image *image,
                    const struct raster_box *box);

#endif
