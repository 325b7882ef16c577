/*
 * Pictures: JPEG files are checked and pass through without their metadata
 * (no GPS in what is sent to employers); PNG files are decoded with libpng.
 * Those with more dots than printers print are made smaller.
 */
#ifndef LAYOUT_IMAGE_H
#define LAYOUT_IMAGE_H

#include "diag/finding.h"
#include "layout/pages.h"

/* Where the picture is named, and how it is called in messages. */
struct image_source {
    struct span span;
    struct str name;
    struct str bytes;
};

/*
 * Every picture that can be drawn, or NULL with a finding (X310-X313) at the
 * span. The result is in the arena and may borrow `bytes`; its `number` is
 * the caller's to set.
 */
struct image *image_decode(struct arena *arena, struct findings *findings,
                           const struct image_source *source);

/* What is printed of it in a box of that size, which it fills: cut at the
   sides, or above and below, where its shape is another, and with no more
   dots than IMAGE_MOST_DOTS to the inch. What is not shown is not in it. The
   picture itself when there is nothing to do. */
#define IMAGE_MOST_DOTS 300
struct image *image_fit(struct arena *arena, struct image *image, upt width,
                        upt height);

/* ---- as a file of its own ------------------------------------------------ */

/* The picture itself, or upright where its rows are stored in another way:
   not every program that shows a JPEG file turns it. */
struct image *image_upright(struct arena *arena, struct image *image);

/* The bytes of a PNG file; not of a JPEG picture, whose `bytes` are a file. */
struct str image_png(struct arena *arena, const struct image *image);
/* The same, with so many dots to a metre. */
struct str image_png_at(struct arena *arena, const struct image *image,
                        uint32_t dots_per_metre);

/* Upright and as samples, IMAGE_RGB or IMAGE_GRAY; NULL when it cannot be
   decoded. */
const struct image *image_samples(struct arena *arena, struct image *image);

#endif
