/*
 * The Gregorian calendar, counted in days. Months are 1 to 12, days of a month
 * 1 to 31; day 0 is 1970-01-01. After Howard Hinnant, "chrono-compatible
 * low-level date algorithms": eras of 400 years that begin on 1 March, so that
 * the leap day is the last of its year.
 */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <stdint.h>

struct calendar_day {
    int year, month, day;
};

int calendar_days_in(int year, int month);
/* The day of a date; of a day that its month does not have, so many days
   behind the month's first one. */
int64_t calendar_days_since_1970(int year, int month, int day);
struct calendar_day calendar_day_of(int64_t days_since_1970);

#endif
