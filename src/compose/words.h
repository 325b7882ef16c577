/* Dates, places, settings and units as they are printed. English only so far;
   the words stand here and nowhere else. */
#ifndef COMPOSE_WORDS_H
#define COMPOSE_WORDS_H

#include "base/buf.h"
#include "model/candidate.h"

/* "Feb 2020", "2020", "present"; days are not printed. */
struct str words_date(struct arena *arena, const struct date *date);
/* "February 2020" */
struct str words_month(struct arena *arena, const struct date *date);
/* "February 3, 2020": the whole date, for letters. */
struct str words_day(struct arena *arena, const struct date *date);
/* "Feb 2020 – present"; a missing end is present when `open` says so. The same
   month twice is printed once. */
struct str words_range(struct arena *arena, const struct date *start,
                       const struct date *end, bool open);
/* As words_range; within one year it is named once: "Jan – Jun 2022". */
struct str words_period(struct arena *arena, const struct period *period);
/* "9 months", "2 years 6 months", counting first and last; empty unless both
   months are known. */
struct str words_length(struct arena *arena, const struct period *period);
/* "Springfield, IL"; the country where it is not the one at home, or where no
   region says more. */
struct str words_location(struct arena *arena, const struct location *location,
                          struct str home);
/* The person's own, whole as it was given: "12 Main Street, Springfield, IL
   62701". */
struct str words_address(struct arena *arena, const struct location *location);
/* "Rural health center, 5 providers" */
struct str words_setting(struct arena *arena, const struct setting *setting);
/* "9 people: physicians, nurses, IT; reporting to the medical director" */
struct str words_team(struct arena *arena, const struct team *team);
/* "38 FTE · 3 sites · 6.1M USD budget" */
struct str words_scope(struct arena *arena, const struct scope *scope);
/* Items joined by ", ". */
struct str words_list(struct arena *arena, const text_list *list);
/* First letter upper case. */
struct str words_capitalized(struct arena *arena, struct str s);
/* The words of a choice: "implementation_lead" gives "implementation lead". */
struct str words_choice(struct arena *arena, const struct choice *choice);
/* Up to the first full stop that ends a sentence, not an abbreviation. */
struct str words_first_sentence(struct str text);
/* "linkedin.com/in/jordan-avery" */
struct str words_url(struct str url);
/* Adds text, and "separator" before it when there is text already. */
void words_join(struct buf *out, const char *separator, struct str text);

/* A figure with its unit: "26 minutes", "14%", "$1.2M". */
struct str words_value(struct arena *arena, const struct decimal *value,
                       struct str unit);
/* The same in little room: "$9.8M" for 9,800,000, where that is exact. */
struct str words_brief_value(struct arena *arena, const struct decimal *value,
                             struct str unit);
/* What stands behind a figure: " minutes", "%", "" for counts. */
struct str words_unit(struct arena *arena, struct str unit);
/* "1,900" */
struct str words_count(struct arena *arena, int64_t count);
/* Hyphens of negative figures become minus signs, U+2212. */
struct str words_minus(struct arena *arena, struct str figure);
/* "1:20 min" of seconds */
struct str words_duration(struct arena *arena, int64_t seconds);

#endif
