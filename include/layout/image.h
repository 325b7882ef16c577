/*
 * Pictures: JPEG files are checked and pass through without their metadata
 * (no GPS in what is sent to employers); PNG files are decoded with libpng.
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

#endif
