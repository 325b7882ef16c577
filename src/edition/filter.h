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

#endif
