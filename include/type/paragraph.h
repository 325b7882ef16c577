/*
 * Paragraphs: styled text is split by script, direction and face, shaped with
 * HarfBuzz, and broken into lines at Unicode opportunities by total fit
 * (Knuth and Plass, "Breaking Paragraphs into Lines", 1981), ragged or
 * justified. All lengths in upt. Lines hold glyphs in visual order from left
 * to right; which side a line starts on follows from the base direction.
 */
#ifndef TYPE_PARAGRAPH_H
#define TYPE_PARAGRAPH_H

#include "type/face.h"

/* 0xRRGGBB */
typedef uint32_t rgb;

/* One stretch of text with one look. */
struct text_run {
    struct str text;         /* UTF-8; U+2028 or "\n" forces a line break */
    struct font_style style;
    rgb color;
    const void *mark;        /* the caller's (a link, a tag); carried to the
                                glyph runs, never looked at */
    struct span span;        /* source of the text, for findings */
    bool underline;
    bool no_break;           /* no line break inside */
};

enum alignment { ALIGN_START, ALIGN_END, ALIGN_CENTER, ALIGN_JUSTIFY };
enum base_direction { DIRECTION_AUTO, DIRECTION_LTR, DIRECTION_RTL };

struct paragraph_options {
    enum alignment alignment;
    enum base_direction direction;
    bool hyphenate;
    struct str language;     /* BCP 47, "en-US": hyphenation, shaping */
    upt indent_first;        /* of the first line; may be negative */
    upt leading;             /* distance of baselines */
    bool balance;            /* lines of similar length (headings) */
    bool hang;               /* light marks at lines' ends stand a little
                                outside the measure, so that edges look
                                straight: lines may be wider by that */
};

struct glyph {
    uint32_t id;             /* in the face */
    uint32_t cluster;        /* byte in glyph_run.text where its cluster is */
    upt advance;             /* with justification and letter space */
    upt dx, dy;              /* offset of the drawing, y up */
};

/* Glyphs of one face, size, colour and mark on one line; x from the left edge
   of the measure (line.x is in it already), y is the line's baseline. */
struct glyph_run {
    const struct face *face;
    upt size;                /* may be less than the style's: scaled capitals */
    upt x;                   /* where the first glyph stands */
    upt width;               /* without the blank at the line's end */
    upt rise;                /* baseline shift, up positive */
    rgb color;
    bool underline;
    bool rtl;
    const struct glyph *glyphs;
    size_t glyph_count;
    struct str text;         /* what the glyphs say, in logical order; a hyphen
                                from hyphenation is a "-" here too. A line that
                                was broken at a blank keeps it, text and glyph,
                                so that the words stay apart for readers */
    const void *mark;
    struct span span;
    size_t number;           /* of its text_run in the paragraph */
};

struct line {
    const struct glyph_run *runs;
    size_t run_count;
    upt x;                   /* where the line's ink begins in the measure */
    upt width;               /* of the ink, without the trailing blank */
    upt ascent, descent;     /* largest of its runs, descent positive */
    bool hyphenated;
    bool hard_end;           /* ended by a forced break or the text's end */
    int64_t badness;         /* 0..10000, for tests and statistics */
};

struct paragraph {
    const struct line *lines;
    size_t line_count;
    upt measure;
    upt widest;              /* of the lines */
};

/* Shapes and breaks. Blanks in a row count as one, blanks at both ends as
   none; a text without ink has no lines. Never fails: a character that no face
   has is a finding (X4..) and is drawn as the face's missing glyph. A word
   wider than the measure is broken where it must. */
struct paragraph paragraph_set(struct arena *arena, struct font_book *book,
                               const struct text_run *runs, size_t run_count,
                               upt measure,
                               const struct paragraph_options *options);

/* Width on one line, unbroken; in the language of the last paragraph set. */
upt text_width(struct arena *arena, struct font_book *book,
               const struct text_run *runs, size_t run_count);

#endif
