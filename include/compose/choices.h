/*
 * What a theme and `layout:` choose of the words on a page, handed over by the
 * pipeline: layout knows the options, compose the words. Empty texts leave
 * things as the language has them.
 */
#ifndef COMPOSE_CHOICES_H
#define COMPOSE_CHOICES_H

#include "base/str.h"

/* Templates, see compose/template.h. */
struct date_choices {
    struct str single; /* "{month_abbreviation} {year}" */
    struct str range;  /* "{start_date} – {end_date}" */
    struct str span;   /* "{how_many_years} {years}, {how_many_months} ..." */
    struct str spans_in; /* sections whose entries say how long */
};

enum entry_kind {
    ENTRY_EDUCATION,
    ENTRY_EXPERIENCE,
    ENTRY_PUBLICATION,
    ENTRY_OTHER,
    ENTRY_KINDS
};

/* The lines of an entry's title, of what stands at their end, and the column
   before it. */
struct entry_template {
    struct str main, side, lead;
};

enum entry_first { FIRST_POSITION, FIRST_ORGANIZATION };

struct entry_choices {
    int first; /* enum entry_first */
    struct entry_template of[ENTRY_KINDS];
};

#endif
