/*
 * A content stream being written: marked content, and what the graphics state
 * is known to be, so that only changes are written. Paths and pictures may
 * not stand inside BT ... ET, marked content may not cross its bounds: the
 * functions here open and close both as needed.
 */
#ifndef OUTPUT_PDF_SHEET_H
#define OUTPUT_PDF_SHEET_H

#include "base/list.h"
#include "value.h"
#include "writer.h"

/* A line below words, drawn when the page's text is done: an artifact, which
   may not stand inside tagged content. */
struct underline {
    milli x, y, width, height;
    rgb color;
};

struct sheet {
    struct writer *writer;
    size_t page;
    upt height;
    struct buf out;
    enum { OUTSIDE, IN_ARTIFACT, IN_TAG } where;
    const struct tag *tag;
    bool in_text;
    rgb fill, stroke;
    upt stroke_width;
    upt dash, gap;
    bool round_caps;
    const struct face *face;
    upt size;
    upt rise;
    milli line_x, line_y; /* start of the current line of text */
    bool *fonts_used;     /* by place in the writer's fonts */
    bool *images_used;    /* by number */
    bool has_transparency;
    LIST(struct underline) underlines;
};

struct sheet sheet_new(struct writer *writer, size_t page);
/* Closes text and marked content. */
void sheet_end_content(struct sheet *sheet);
/* Marked content of the tag, NULL for an artifact. */
void sheet_enter(struct sheet *sheet, const struct tag *tag);
/* Content of the tag of its own whose text is said here. Ends with
   sheet_end_content: poppler loses track of marked content that is nested. */
void sheet_enter_actual_text(struct sheet *sheet, const struct tag *tag,
                             struct str text);
void sheet_begin_text(struct sheet *sheet);
void sheet_end_text(struct sheet *sheet);
void sheet_fill_color(struct sheet *sheet, rgb color);
void sheet_stroke_color(struct sheet *sheet, rgb color);
void sheet_stroke_style(struct sheet *sheet, upt width, bool round_caps,
                        upt dash, upt gap);
/* Height on the page from the top into PDF's, from the bottom. */
milli sheet_y(const struct sheet *sheet, upt y);
/* x y width height re */
void sheet_rectangle(struct sheet *sheet, milli x, milli y, milli width,
                     milli height);

/* In text.c, path.c, picture.c: */
void sheet_draw_glyphs(struct sheet *sheet, const struct mark *mark);
void sheet_draw_path(struct sheet *sheet, const struct path *path);
void sheet_draw_image(struct sheet *sheet, const struct mark *mark);
void sheet_draw_underlines(struct sheet *sheet);

#endif
