/* Taking out of a candidate what an edition does not show. */
#ifndef EDITION_FILTER_H
#define EDITION_FILTER_H

#include "edition/edition.h"
#include "model/fields.h"

struct filter {
    struct arena *arena;
    enum audience audience;
    const struct variant *variant; /* NULL: no tags are filtered */
    struct edition *edition;       /* gets what was withheld and why */
    check_withheld_list secrets;   /* by node */
};

/* A copy without what is withheld; lists are new, entries shared by value. */
struct candidate *filter_candidate(struct filter *filter,
                                   const struct candidate *candidate);

/* Quotes without consent, pictures without authorization, numbers of
   licences, letters of credentials that are not held: consent.c */
void filter_consent(struct filter *filter, struct candidate *shown);

/* As files say it: edition.c */
const char *audience_word(enum audience audience);

/* ---- mask.c, leaks.c: what an audience does not get to see ---- */

/* Phone, street, numbers of licenses, names of referees and supervisors, by the
   table of edition/audience.def. */
void mask_audience(struct filter *filter, struct candidate *shown);
/* Sentences of `shown` that hold what it keeps back are told of; for the
   public and recruiters they are added to the secrets: true when there are
   such, and `shown` must be made anew. */
bool mask_leaks(struct filter *filter, struct findings *findings,
                const struct candidate *whole, const struct candidate *shown);

/* References to metric records that are not shown go, the others lead to the
   copies in `shown`, which say no more than the audience may know: refs.c */
void filter_refs(struct arena *arena, struct candidate *shown,
                 enum audience audience);
/* The same for cases and samples that prove something. */
void filter_evidence(struct arena *arena, const struct candidate *whole,
                     struct candidate *shown);

/* ---- secrets.c: what an error of privacy stands on ---- */

/* In the order that filter_secret needs; NULL gives an empty list. */
check_withheld_list secrets_sorted(struct arena *arena,
                                   const check_withheld_list *list);
/* Why nothing may have what was written at this node, "privacy: P101"; NULL:
   nothing speaks against it. */
const char *filter_secret(struct filter *filter, const struct node *node);
/* The same of an entry: it is one itself, or it means nothing without a text
   that is. */
const char *filter_secret_entry(struct filter *filter,
                                const struct field_shape *shape,
                                const void *entry);
/* Takes single texts and items of lists of texts out of a mapping. */
void filter_secret_texts(struct filter *filter, const struct field_shape *shape,
                         void *map);

/* Employers of whom no position is left go. */
void drop_empty_jobs(struct candidate *shown);

void filter_note(struct filter *filter, struct str path, const char *reason);

#endif
