/* Shared by the files that read dates. */
#ifndef MODEL_DATES_H
#define MODEL_DATES_H

#include "model/values.h"

/* month and day may be 0 (not typed). */
bool date_is_possible(int year, int month, int day);

/* Like date_suggest for periods: "Jan 2023 - June 2023", "Q1 2023". */
struct str period_suggest(struct arena *arena, struct str s);

#endif
