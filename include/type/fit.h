/*
 * Total fit: which breaks to take so that a paragraph's lines are best as a
 * whole (Knuth and Plass, "Breaking Paragraphs into Lines", 1981). Knows
 * widths only; integers throughout.
 */
#ifndef TYPE_FIT_H
#define TYPE_FIT_H

#include "base/arena.h"
#include "base/upt.h"

/* A place where a line may end. Widths count from the paragraph's start. */
struct fit_break {
    upt end;          /* of all text before, without blanks dropped here */
    upt start;        /* where the next line's text begins */
    upt end_extra;    /* added to the line that ends here: a hyphen */
    upt start_extra;  /* added to the line that begins here */
    upt blanks_end;   /* of the stretchable blanks before `end` */
    upt blanks_start; /* before `start` */
    int32_t penalty;  /* 0 = a good place */
    bool hyphen;
    bool forced; /* the line must end here; the last break always */
};

struct fit_options {
    upt measure, first_measure; /* of the first line, when indented */
    bool justify;
    upt ragged_room; /* at the end of a ragged line, badness 100 */
    int shrink;      /* per mille that blanks may lose when justified */
};

/* Badness: 0 perfect, 100 tolerable, 10000 as bad as it gets. */
struct fit_line {
    size_t at; /* index of the break that ends it */
    int64_t badness;
    bool overfull;
};

/*
 * `count` breaks in order, the last one forced. Gives the number of lines,
 * `*lines` in the arena. Takes time in proportion to the breaks in a line.
 */
size_t fit_lines(struct arena *arena, const struct fit_break *breaks,
                 size_t count, const struct fit_options *options,
                 struct fit_line **lines);

/* Demerits of lines that end at these breaks; INT64_MAX when one is overfull.
   What fit_lines makes smallest. */
int64_t fit_cost(const struct fit_break *breaks, const size_t *ends,
                 size_t line_count, const struct fit_options *options);

/* Lines when each is filled as far as it goes. */
size_t fit_greedy_count(const struct fit_break *breaks, size_t count,
                        upt measure);

#endif
