/* What a candidate file holds of what the tips ask for. */
#ifndef CHECK_SCORECARD_PRIVATE_H
#define CHECK_SCORECARD_PRIVATE_H

#include "check/scorecard.h"
#include "rule.h"

struct proof {
    struct check check;
    const bool *kpis; /* with a result; by number of the pack's KPI */
};

void proof_begin(struct proof *proof, struct arena *arena,
                 const struct candidate *candidate,
                 const struct check_options *options);
/* All of a list; the words are those at the head of a pack's tips.yaml. */
bool proof_holds(struct proof *proof, const struct pack_list *wanted);
void proof_figures(struct proof *proof, struct scorecard *card);

#endif
