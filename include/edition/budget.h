/*
 * What an edition could do without when its pages are few: entries and bullets
 * in the order in which they may go, and the edition without the first of
 * them. What is cut for want of room is not secret: what refers to it stays.
 */
#ifndef EDITION_BUDGET_H
#define EDITION_BUDGET_H

#include "edition/edition.h"

struct edition_part {
    struct str path;   /* "experience[2].highlights[0]" */
    struct span span;  /* of all that goes with it */
    struct str words;  /* what it says first */
    int64_t priority;  /* 1 to 5; its own, or that of its entry */
    bool is_marked;    /* says by its own priority that it stays */
    bool is_unprinted; /* goes so that it does not fill the gap */
    const struct item *const *items; /* one, or those of a joined line */
    size_t item_count;
};

struct edition_parts {
    LIST(struct edition_part) at;
    size_t cut_count; /* the first of them, in the order of going; what
                         follows stays and is there to be measured */
};

/*
 * The lowest priority goes first. At the same priority: bullets with the least
 * complete result, with fewer of the variant's keywords, of older positions
 * first, until each entry has two; then entries without bullets, from the last
 * section on; second bullets; entries other than jobs, after their last
 * bullets; jobs from the oldest on, each after its last bullet; skills. No
 * entry goes before its bullets. Priority 5 never goes, nor does the newest
 * position; education and credentials only where their own priority is below
 * the usual 3, and never all of them.
 */
const struct edition_parts *edition_parts(struct arena *arena,
                                          const struct edition *edition,
                                          bool is_resume);

/* The edition without these parts. */
const struct edition *edition_without(struct arena *arena,
                                      const struct edition *edition,
                                      const struct edition_part *const *parts,
                                      size_t count);

#endif
