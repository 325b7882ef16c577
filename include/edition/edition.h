/*
 * An edition: what one variant of the file shows. `shown` is a copy of the
 * candidate in which everything withheld is gone (private, not consented,
 * outside the audience, excluded by tags), so that nothing later can print it
 * by mistake; `withheld` says what is not there and why.
 */
#ifndef EDITION_EDITION_H
#define EDITION_EDITION_H

#include "check/check.h"
#include "diag/finding.h"
#include "model/candidate.h"
#include "pack/pack.h"

struct withheld {
    struct str path;          /* "testimonials[1]" */
    const char *reason;       /* for people */
};

struct edition {
    const struct candidate *shown;
    const struct variant *variant;      /* NULL: the file as it is */
    const struct pack *pack;
    enum audience audience;
    struct str role;                    /* target role id or empty */
    bool makes_resume, makes_portfolio, makes_letter;
    /* Ids of sections in the order of printing. */
    LIST(struct str) resume_sections, portfolio_sections;
    LIST(struct withheld) withheld;
};

struct edition_options {
    struct str variant;       /* name, empty for none */
    struct str role;          /* overrides the variant's */
    enum audience audience;
    const struct pack *pack;
    const check_withheld_list *secrets; /* what no edition has; or NULL */
};

/* NULL with a finding (X2..) when the variant does not exist. */
const struct edition *edition_make(struct arena *arena,
                                   struct findings *findings,
                                   const struct candidate *candidate,
                                   const struct edition_options *options);

/* What is withheld, each thing once, in the order of the file. */
check_withheld_list secrets_in_order(struct arena *arena,
                                     const check_withheld_list *list);

void edition_dump(struct buf *out, const struct edition *edition);

#endif
