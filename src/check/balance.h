/*
 * What kinds of work the lines of a file show. A line may count for more than
 * one; a case counts three times, as whole cases weigh more than lines.
 */
#ifndef CHECK_BALANCE_H
#define CHECK_BALANCE_H

#include "rule.h"

/* PILLAR_SERVED: patients, clients, learners: whom the profession serves. */
enum pillar {
    PILLAR_TECHNICAL,
    PILLAR_LEADERSHIP,
    PILLAR_SERVED,
    PILLAR_COUNT
};

struct balance {
    size_t counts[PILLAR_COUNT];
    size_t lines; /* lines and cases that were read */
};

struct balance check_balance(struct check *check);
/* Shares in percent, sum 100; all 0 when nothing counts. */
void check_balance_percent(struct check *check, int shares[PILLAR_COUNT]);
/* The pillars that one line shows, as bits 1 << enum pillar. */
unsigned check_pillars(struct check *check, const struct check_bullet *bullet);
/* Skills that stand in a line of work, of all that are listed. */
void check_skills_evidenced(struct check *check, size_t *count, size_t *of);

#endif
