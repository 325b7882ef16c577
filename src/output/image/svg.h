/* A page as SVG 1.1, while it is written. */
#ifndef OUTPUT_IMAGE_SVG_H
#define OUTPUT_IMAGE_SVG_H

#include "output/output.h"
#include "painter.h"

struct svg {
    const struct output_task *task;
    const struct page *page;
    struct outlines outlines;
    struct buf shapes; /* of the glyphs: <path id="g0" d="..."/> */
    struct buf clips;  /* of pictures with round corners */
    struct buf drawing;
    size_t glyph_count; /* that are in `shapes` */
    size_t clip_count;
};

/* ---- svg_values.c ---------------------------------------------------------
 */

/* ` name="1.25"`, points. */
void svg_length(struct buf *out, const char *name, upt value);
/* Lengths of dashes and of what is between them. */
void svg_dashes(struct buf *out, upt on, upt off);
/* ` name="a &amp; b"` */
void svg_attribute(struct buf *out, const char *name, struct str value);
/* ` fill="#123456"` */
void svg_color(struct buf *out, const char *name, rgb color);
/* ` d="M1 2..."`, in points and in font units. */
void svg_path_data(struct buf *out, const struct path *path);
void svg_outline_data(struct buf *out, const struct face_outline *outline);
/* A ratio in billionths: "0.005126953". */
void svg_billionths(struct buf *out, int64_t value);

/* ---- svg_words.c ----------------------------------------------------------
 */

/* What the glyphs say, not drawn, to be selected, found and read; and the
   links. */
void svg_add_words(struct buf *out, const struct page *page);
void svg_add_links(struct buf *out, struct arena *arena,
                   const struct page *page);

#endif
