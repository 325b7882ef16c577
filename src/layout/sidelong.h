/* How programs that take text out of a page would read two columns. */
#ifndef LAYOUT_SIDELONG_H
#define LAYOUT_SIDELONG_H

#include "base/list.h"
#include "layout/pages.h"

/* The texts of a page, those that are read first and those beside them. */
struct side_texts {
    struct arena *arena;
    LIST(struct text_box) columns[2];
};

/* A run of glyphs where it stands. */
struct text_box {
    upt left, right, top, bottom, base, size;
};

void side_texts_add(struct side_texts *page, size_t column,
                    const struct glyph_run *run, upt x, upt baseline);

/* Spaces of a column that may grow. */
struct side_space {
    size_t column;
    upt em, room;    /* size of the text; how much they may grow in all */
    const upt *tops; /* of what stands below each; the first is the top */
    upt *added;      /* to each */
    size_t count;
};

/* Widens spaces where programs would else go from one column to the other. */
void side_texts_part(struct side_texts *page, struct side_space *spaces);

#endif
