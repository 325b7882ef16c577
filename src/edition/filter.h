/* Taking out of a candidate what an edition does not show. */
#ifndef EDITION_FILTER_H
#define EDITION_FILTER_H

#include "edition/edition.h"

struct filter {
    struct arena *arena;
    enum audience audience;
    const struct variant *variant; /* NULL: no tags are filtered */
    struct edition *edition;       /* gets what was withheld and why */
};

/* A copy without what is withheld; lists are new, entries shared by value. */
struct candidate *filter_candidate(struct filter *filter,
                                   const struct candidate *candidate);

/* Quotes without consent, pictures without authorization, numbers of
   licences, letters of credentials that are not held: consent.c */
void filter_consent(struct filter *filter, struct candidate *shown);

/* References to metric records that are not shown go, the others lead to the
   copies in `shown`: refs.c */
void filter_refs(struct arena *arena, struct candidate *shown);
/* The same for cases and samples that prove something. */
void filter_evidence(struct arena *arena, const struct candidate *whole,
                     struct candidate *shown);

void filter_note(struct filter *filter, struct str path, const char *reason);

#endif
