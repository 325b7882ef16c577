/* What the files match*.c share. */
#ifndef EDITION_MATCH_PRIVATE_H
#define EDITION_MATCH_PRIVATE_H

#include "edition/match.h"

/* Points of a need; terms have the weights of the aim, 1 to 100. */
#define NEED_REQUIRED 100
#define NEED_PREFERRED 40

/* A reason beside those of struct withheld. */
#define MATCH_NO_SECTION "its section is not printed"

struct matching {
    struct arena *arena;
    const struct match_task *task;
    struct match *match;
    const struct withheld **withheld; /* by path */
    size_t withheld_count;
};

struct match_requirement *match_add(struct matching *matching,
                                    enum match_kind kind, struct str text,
                                    bool is_required);
struct match_place *match_add_place(struct matching *matching,
                                    struct match_requirement *requirement,
                                    struct str path, struct span span);
/* Why the edition does not show what stands at a path; NULL: it does. */
const char *match_why_hidden(const struct matching *matching, struct str path);

/* ---- match_needs.c: years, degrees, credentials ---- */

void match_needs_of_job(struct matching *matching);
void match_needs_of_role(struct matching *matching);
/* "7 years 4 months" */
struct str match_months_text(struct arena *arena, int months);

/* ---- match_either.c ---- */

/* Gives groups to skills that stand for each other. */
void match_find_either(struct matching *matching);
/* "Tableau"; of a group "Tableau or Power BI", where the one is shown "Tableau
   (or Power BI)". */
struct str match_either_text(struct arena *arena, const struct match *match,
                             const struct match_requirement *term);

/* ---- match_changes.c ---- */

void match_find_changes(struct matching *matching);

#endif
