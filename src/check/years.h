/*
 * Months of a life: how many of them were work, how many of those in charge
 * of something, and what no entry covers. Shared by the rules on dates,
 * credentials and roles, so that all of them count alike.
 */
#ifndef CHECK_YEARS_H
#define CHECK_YEARS_H

#include "rule.h"

/* Months since year 0; `to` is the first one outside. Empty: to <= from. */
struct stretch {
    int from, to;
};
typedef LIST(struct stretch) stretch_list;

/* A year without a month: 2016-2018 is two years (narrow: July to June, as
   the placeholder {years} counts) or three (wide: January to December). */
enum stretch_width { STRETCH_NARROW, STRETCH_WIDE };

/* No end means until today, and nothing lasts longer. Empty without a start
   that can be read. */
struct stretch stretch_between(const struct check *check,
                               const struct date *start, const struct date *end,
                               enum stretch_width width);

void stretches_add(struct arena *arena, stretch_list *list,
                   struct stretch stretch);
/* Sorts; joins what overlaps or touches; drops what is empty. */
void stretches_join(stretch_list *list);
/* Of a joined list: overlaps count once. */
int stretches_months(const stretch_list *list);
/* What a joined list leaves open, inside `within`. */
stretch_list stretches_gaps(struct arena *arena, const stretch_list *joined,
                            struct stretch within);

/* Joined lists and their months. `least` is narrow and leaves out
   internships, as {years} does; `most` is wide and counts every entry of
   experience: to accuse somebody of too few years, or of too many, ask for
   the one that speaks for them. */
struct check_years {
    stretch_list work_least, work_most;
    stretch_list managing_least, managing_most;
    int work_least_months, work_most_months;
    int managing_least_months, managing_most_months;
    const bool *managing; /* by position, in the order of the file */
};

/* Reckoned once. Without English nobody is known to manage. */
const struct check_years *check_years(struct check *check);

/* The title is one of somebody in charge: manager, director, lead ... */
bool check_is_managing(struct check *check, const struct position *position);

#endif
