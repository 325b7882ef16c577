/*
 * What the charts share: a drawing in one band, all marks of which belong to
 * one figure, and the texts in it, which keep out of each other's way.
 */
#ifndef LAYOUT_CHART_H
#define LAYOUT_CHART_H

#include "text.h"

struct chart_box {
    upt x, y, width, height;
};

struct canvas {
    struct flow *flow;
    const struct chart *chart;
    struct tag *figure;
    LIST(struct chart_box) taken; /* by texts */
};

/* ---- scales -------------------------------------------------------------- */

/* Values first..last stand at start..start + length. */
struct chart_scale {
    int64_t first, last;
    upt start, length; /* negative: upwards */
};

upt scale_place(const struct chart_scale *scale, int64_t value);

/* ---- lines and signs ----------------------------------------------------- */

struct pen {
    upt width;
    rgb color;
    upt dash; /* 0: solid */
};

struct chart_place {
    upt x, y;
};

/* One stroke through these places, two at least. */
void canvas_stroke(struct canvas *canvas, const struct chart_place *places,
                   size_t count, struct pen pen);
void canvas_line(struct canvas *canvas, struct chart_place from,
                 struct chart_place to, struct pen pen);
/* A disc, or with a pen a ring on white. */
void canvas_disc(struct canvas *canvas, struct chart_place center, upt radius,
                 rgb color);
void canvas_ring(struct canvas *canvas, struct chart_place center, upt radius,
                 struct pen pen);

/* ---- texts --------------------------------------------------------------- */

struct set_text canvas_text(struct canvas *canvas, struct str text,
                            enum text_style_id style, upt measure);
/* Its top at y; the place is taken then. */
void canvas_place(struct canvas *canvas, const struct set_text *text, upt x,
                  upt y);
/* The same unless something stands there already. */
bool canvas_place_if_free(struct canvas *canvas, const struct set_text *text,
                          upt x, upt y);

/* Labels beside each other's lines: moved apart, least of all the first ones,
   and kept between top and bottom. */
struct side_label {
    struct set_text text;
    upt y;         /* of its middle, as wanted; after spreading of its top */
    size_t number; /* the caller's own: spreading sorts them */
};
void labels_spread(struct side_label *labels, size_t count, upt top,
                   upt bottom);

/* Labels of times below y, at their places; of round ones as many as fit. */
void canvas_times(struct canvas *canvas, const struct chart_scale *scale,
                  struct chart_box room);
/* Every so many of the round times have room for a label. */
int64_t canvas_time_step(struct canvas *canvas,
                         const struct chart_scale *scale);

/* ---- kinds --------------------------------------------------------------- */

void run_draw(struct canvas *canvas);
void rows_draw(struct canvas *canvas);
void slope_draw(struct canvas *canvas);
/* A series without words, in that box of the last band. */
void spark_draw(struct canvas *canvas, struct chart_box box);

/* A part of the small print, behind a dot. */
void chart_add_note(struct text_builder *note, struct str text);

#endif
