/* The words in figures and in their descriptions. In the templates {1}, {2} ...
   stand for what is filled in. */
#ifndef COMPOSE_FIGURE_WORDS_H
#define COMPOSE_FIGURE_WORDS_H

#include "base/buf.h"

struct figure_words {
    const char *lower_is_better, *higher_is_better;
    const char *before, *after; /* above the two parts of a run chart */
    const char *target;         /* "target {1}" */
    const char *median;         /* "median {1}" */
    const char *scale_begins;   /* "the scale begins at {1}" */
    /* Name, first figure, its date, last figure, its date, how many. */
    const char *run;
    const char *run_range;   /* lowest, its date, highest, its date */
    const char *run_medians; /* of the points before and after */
    const char *and_earlier; /* "and {1} earlier" */
    const char *career;      /* from, to; the rows follow */
    const char *validity;    /* title of the chart of credentials */
    const char *validity_on; /* on what day; the rows follow */
    const char *today;       /* "today, {1}" */
    const char *expires, *expired, *since, *expected; /* "expires {1}" */
    const char *shown_by;                  /* title of the chart of skills */
    const char *case_study, *case_studies; /* one; "{1} case studies" */
    const char *work_sample, *work_samples;
    const char *credential, *credentials;
    const char *record, *records;
};

const struct figure_words *figure_words(struct str language);

/* The template with these texts in its places. */
struct str figure_words_fill(struct arena *arena, const char *template,
                             const struct str *texts, size_t count);
#define FILL(arena, template, ...)                                             \
    figure_words_fill(arena, template, (const struct str[]){__VA_ARGS__},      \
                      sizeof((const struct str[]){__VA_ARGS__}) /              \
                          sizeof(struct str))

#endif
