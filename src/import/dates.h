/*
 * Dates as people type them.
 *
 *   date_words.c  what a word of a date says, in any language of the locales
 *   date_forms.c  dates that are digits alone, and years of other calendars
 *   dates.c       everything else: numbers, words and signs
 *   date_spans.c  two dates
 */
#ifndef IMPORT_DATES_H
#define IMPORT_DATES_H

#include "convert.h"

/* What a word says; a month is DATE_MONTH + 1 to 12. */
enum date_word {
    DATE_NONE,
    DATE_PRESENT, /* only as the whole text */
    DATE_FILLER,
    DATE_VAGUE,
    DATE_SEASON,
    DATE_MONTH = 100
};

int date_word(struct arena *arena, const struct import_options *options,
              struct str text);

/* The value of a digit of any script, -1: it is none. */
int date_digit(uint32_t c);
/* Our own forms: 2020, 2020-03, 2020-03-31, and the last with a time. */
bool date_is_plain(struct str s);
/* Years of other calendars; the decoder prints such a date as it is typed. */
bool date_is_of_calendar(struct str s);
/* Digits alone: 20200131, 202001, seconds or milliseconds since 1970. */
bool date_read_digits(struct arena *arena, struct str s,
                      struct date_read *read);

#endif
