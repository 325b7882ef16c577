/*
 * Painting with coverage: a shape is a list of lines in 1/256 of a dot; how
 * much of each dot it covers is added up exactly, row by row, from what each
 * line leaves to its right (the way of LibArt and FreeType's smooth renderer).
 * Whole numbers only.
 */
#ifndef OUTPUT_IMAGE_RASTER_H
#define OUTPUT_IMAGE_RASTER_H

#include "layout/pages.h"

/* In 1/256 of a dot, from the top left corner. */
struct raster_point {
    int64_t x, y;
};

struct raster_outline {
    size_t first, count; /* points */
    bool is_closed;
};

struct raster {
    struct arena *arena;
    unsigned dots;
    size_t width, height;
    uint8_t *samples; /* red, green, blue */
    /* The shape at hand; its lines by the row they begin in, and those that
       cross the row at hand. */
    LIST(struct raster_point) points;
    LIST(struct raster_outline) outlines;
    LIST(struct raster_edge) edges;
    LIST(size_t) active;
    size_t *begin;         /* of each row: 1 + the first edge; 0: none */
    int32_t *cover, *area; /* of one row */
};

struct raster_edge {
    struct raster_point a, b;
    int64_t last; /* row */
    size_t next;  /* 1 + another one that begins in the same row */
};

struct raster_pen {
    upt width, dash, gap; /* as in paths */
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
int64_t raster_length(const struct raster *raster, upt length);

/* Adds to the shape at hand; `verb` as in paths, points in upt. */
void raster_verb(struct raster *raster, unsigned verb, const upt *points);
void raster_path(struct raster *raster, const struct path *path);

/* Paint the shape and forget it. */
void raster_fill(struct raster *raster, rgb color, bool even_odd);
void raster_stroke(struct raster *raster, rgb color,
                   const struct raster_pen *pen);
/* Samples of a picture, stretched over the box, where the shape is. */
void raster_picture(struct raster *raster, const struct image *image,
                    const struct raster_box *box);

/* ---- for the parts of the painter -----------------------------------------
 */

/* Gives each dot that the shape covers, 1 to 255, and forgets the shape. */
typedef void (*raster_paint)(struct raster *raster, const void *context,
                             size_t x, size_t y, unsigned opacity);
void raster_paint_shape(struct raster *raster, bool even_odd,
                        raster_paint paint, const void *context);
void raster_blend(uint8_t *sample, const uint8_t *color, unsigned opacity);
/* An outline of its own. */
void raster_polygon(struct raster *raster, const struct raster_point *points,
                    size_t count);

#endif
