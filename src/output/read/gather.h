/*
 * Glyphs in the order of the content into lines of words. Where one glyph
 * stands against the one before says what is between them: nothing, a blank,
 * or the end of a line.
 */
#ifndef OUTPUT_READ_GATHER_H
#define OUTPUT_READ_GATHER_H

#include "base/buf.h"
#include "object.h"
#include "output/pdf_text.h"

struct matrix {
    fixed a, b, c, d, e, f; /* ISO 32000-1, 8.3.3 */
};

struct gather {
    struct arena *arena;
    struct buf text;
    size_t line_start;
    bool line_turns; /* there are characters from right to left in it */
    bool has_last;   /* on this page */
    bool is_upright; /* the last glyph's line goes up or down the page */
    bool is_back;    /* against the page's directions */
    fixed along, across, size; /* where the last glyph ended */
    struct pdf_text *result;
};

struct placed_glyph {
    struct str text;
    const struct matrix *matrix; /* of the text's space on the page */
    fixed x, rise, width, size;  /* in the text's space */
    bool is_decoration;
};

struct gather gather_new(struct arena *arena, struct pdf_text *result);
void gather_glyph(struct gather *gather, const struct placed_glyph *glyph);
/* Only the place counts: its text was said by a glyph before. */
void gather_silent(struct gather *gather, const struct placed_glyph *glyph);
void gather_end_page(struct gather *gather);

struct matrix matrix_times(const struct matrix *first,
                           const struct matrix *then);
fixed fixed_times(fixed a, fixed b);

/* ---- turn.c ---- */

/* A line as its glyphs stand, from left to right, into the order in which it
   is read. */
void line_turn(struct arena *arena, char *line, size_t len);
/* Of a script written from right to left. */
bool turns(uint32_t c);

#endif
