/* Dates, places, settings and units as they are printed, in the language of
   the document. */
#ifndef COMPOSE_WORDS_H
#define COMPOSE_WORDS_H

#include "base/buf.h"
#include "locale/locale.h"
#include "model/candidate.h"

/* Whose words, and where they are put together. */
struct words {
    struct arena *arena;
    const struct locale *locale;
};

struct str words_of(const struct words *w, enum word word);
/* A label with the language's colon: "Notes:". */
struct str words_label(const struct words *w, enum word word);

/* "Feb 2020", "2020", "present"; days are not printed. What was typed in
   another calendar is printed as it was typed. */
struct str words_date(const struct words *w, const struct date *date);
/* "February 2020" */
struct str words_month(const struct words *w, const struct date *date);
/* "February 14, 2020", as letters have it; no more than the date says. */
struct str words_day(const struct words *w, const struct date *date);
/* "Feb 2020 – present"; a missing end is present when `open` says so. The same
   month twice is printed once. */
struct str words_range(const struct words *w, const struct date *start,
                       const struct date *end, bool open);
/* As words_range; within one year it is named once: "Jan – Jun 2022". */
struct str words_period(const struct words *w, const struct period *period);
/* "9 months", "2 years 6 months", counting first and last; empty unless both
   months are known. */
struct str words_length(const struct words *w, const struct period *period);
/* "Springfield, IL"; the country where it is not the one at home, or where no
   region says more. */
struct str words_location(const struct words *w,
                          const struct location *location, struct str home);
/* The person's own, whole as it was given: "12 Main Street, Springfield, IL
   62701". */
struct str words_address(const struct words *w,
                         const struct location *location);
/* "Rural health center, 5 providers" */
struct str words_setting(const struct words *w, const struct setting *setting);
/* "9 people: physicians, nurses, IT; reporting to the medical director" */
struct str words_team(const struct words *w, const struct team *team);
/* "38 FTE · 3 sites · 6.1M USD budget", without what is `said` before it. */
struct str words_scope(const struct words *w, const struct scope *scope,
                       struct str said);
/* Items joined by the language's comma, which stands for the full stop of a
   sentence. */
struct str words_list(const struct words *w, const text_list *list);
/* First letter upper case. */
struct str words_capitalized(struct arena *arena, struct str s);
/* The word of a choice: `first` is that of value 1, there are `count` in a row;
   of other values what was typed, "other-thing" as "other thing". */
struct str words_choice(const struct words *w, const struct choice *choice,
                        enum word first, int count);
/* Up to the first full stop that ends a sentence, not an abbreviation. */
struct str words_first_sentence(struct str text);
/* "linkedin.com/in/jordan-avery" */
struct str words_url(struct str url);
/* Adds text, and "separator" before it when there is text already. */
void words_join(struct buf *out, const char *separator, struct str text);
/* The same with a separator of the language: WORD_COMMA, WORD_SEMICOLON,
   WORD_COLON. */
void words_join_by(const struct words *w, struct buf *out, enum word separator,
                   struct str text);
/* That separator between two texts that end and begin with these bytes. */
struct str words_between(const struct words *w, enum word separator,
                         char before, char after);

/* A figure with its unit: "26 minutes", "14%", "$1.2M". */
struct str words_value(const struct words *w, const struct decimal *value,
                       struct str unit);
/* The same in little room: "$9.8M" for 9,800,000, where that is exact. */
struct str words_brief_value(const struct words *w, const struct decimal *value,
                             struct str unit);
/* What stands behind a figure: " minutes", "%", "" for counts. */
struct str words_unit(const struct words *w, struct str unit);
/* "1,900" */
struct str words_count(const struct words *w, int64_t count);
/* A number that was typed, in the notation of the language; what is none is
   printed as it was typed. */
struct str words_number(const struct words *w, struct str typed);
/* Hyphens before negative figures become minus signs, U+2212. */
struct str words_minus(struct arena *arena, struct str figure);
/* "1:20 min" of seconds */
struct str words_duration(const struct words *w, int64_t seconds);

#endif
