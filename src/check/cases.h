/* What the rules about case studies share (family_cases*.c). */
#ifndef CHECK_CASES_H
#define CHECK_CASES_H

#include "rule.h"

/* A case with its bullets and all its texts, which stand together. */
struct case_view {
    const struct case_study *study;
    const struct check_bullet *bullets; /* actions, then results */
    size_t bullet_count;
    const struct check_text *texts;
    size_t text_count;
};

/* Walks the cases that are printed; begins with all zero. */
struct case_walk {
    size_t next, bullet, text;
    struct case_view at;
};
bool cases_next(const struct check *check, struct case_walk *walk);

/* "Faster discharge in four units" in quotes, cut when long; or this case. */
struct str case_name(struct check *check, const struct case_view *view);
/* Where to point when the part in question is absent. */
struct span case_span(const struct case_view *view);
struct finding *case_report(struct check *check, enum code code,
                            const struct case_view *view, struct span span,
                            struct str message);
/* A text of the case has a phrase of the list. */
bool case_holds(struct check *check, const struct case_view *view,
                enum lexicon_list list);

/* A tip of the pack asks for case studies: they stand for a portfolio as its
   guide wants it. */
bool pack_has_guide(const struct check *check);

/* Written as `projects:`, as resumes of other tools have them: lines, not the
   stories of a portfolio. */
bool cases_are_projects(const struct check *check);

/* What K103 speaks of. */
bool case_lacks_figure(struct check *check, const struct case_view *view);

void cases_unmeasured(struct check *check); /* K103 */
void cases_unled(struct check *check);      /* K104 */
void cases_takeaways(struct check *check);  /* K105 */
void cases_narrow(struct check *check);     /* K106 */
void cases_rollouts(struct check *check);   /* K107, cases */
void bullets_rollouts(struct check *check); /* K107, experience */
void cases_unbalanced(struct check *check); /* K108 */

#endif
