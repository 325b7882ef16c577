/*
 * What the pictures of pages have in common: the marks of a page one after
 * the other, with what a PDF draws beside them (underlines, boxes in place of
 * missing glyphs), and the outlines of its glyphs.
 */
#ifndef OUTPUT_IMAGE_PAINTER_H
#define OUTPUT_IMAGE_PAINTER_H

#include "layout/pages.h"

/* ---- a page -------------------------------------------------------------- */

struct painter {
    void *context;
    /* The baseline of its first glyph begins at x, y. */
    void (*run)(void *context, const struct glyph_run *run, upt x, upt y);
    void (*path)(void *context, const struct path *path);
    void (*image)(void *context, const struct mark *mark);
};

/* Marks in their order, then the underlines. */
void page_paint(struct arena *arena, const struct page *page,
                const struct painter *painter);

/* A box with round corners, clockwise, of `radius` 0 or more. */
struct path rounded_box(struct arena *arena, upt x, upt y, upt width,
                        upt height, upt radius);

/* ---- glyphs -------------------------------------------------------------- */

struct glyph_outline {
    size_t number; /* in the order of their first use, from 0 */
    struct face_outline outline;
};

struct face_outlines {
    const struct glyph_outline **at; /* by glyph; NULL: not used so far */
    size_t room;
};

struct outlines {
    struct arena *arena;
    struct face_outlines *faces; /* by face_index */
    size_t face_count, count;
};

struct outlines outlines_new(struct arena *arena, const struct pages *pages);
const struct glyph_outline *outlines_get(struct outlines *outlines,
                                         const struct face *face,
                                         uint32_t glyph);

#endif
