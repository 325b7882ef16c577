/*
 * What a language sets on a page: the words that we print, the forms of dates
 * and numbers, quotation marks, the direction of writing. Compiled from
 * templates/locales/<tag>.yaml; nothing is read at start-up.
 *
 * A locale is immutable. NULL stands for English wherever one is asked for.
 */
#ifndef LOCALE_LOCALE_H
#define LOCALE_LOCALE_H

#include "base/buf.h"

/* Words by place; a COUNTED one takes six places in a row, MONTHS twelve. */
enum plural_form {
    PLURAL_FORM_ZERO,
    PLURAL_FORM_ONE,
    PLURAL_FORM_TWO,
    PLURAL_FORM_FEW,
    PLURAL_FORM_MANY,
    PLURAL_FORM_OTHER,
    PLURAL_FORMS
};
enum { MONTHS_OF_YEAR = 12 };

enum word {
#define WORD(id, key) WORD_##id,
#define COUNTED(id, key)                                                       \
    WORD_##id, WORD_##id##_END = WORD_##id + PLURAL_FORMS - 1,
#define MONTHS(id, key)                                                        \
    WORD_##id, WORD_##id##_END = WORD_##id + MONTHS_OF_YEAR - 1,
#include "locale/words.def"
#undef WORD
#undef COUNTED
#undef MONTHS
    WORD_COUNT
};

struct locale;

/* ---- languages ---------------------------------------------------------- */

/* The language of a tag ("de-CH"), by way of what its tag begins with when it
   has no words of its own (de); NULL when there are none. */
const struct locale *locale_find(struct arena *arena, struct str tag);
/* What is meant by a tag in any case ("DE_ch" is "de-CH") or a name ("german",
   "Deutsch", "mandarin_chinese"): a tag as BCP 47 writes it. Empty when it is
   neither; `guess` is then the tag of the nearest name, or empty. */
struct str locale_tag(struct arena *arena, struct str typed, struct str *guess);
/* A copy whose words may be set to others; texts are borrowed. */
struct locale *locale_copy(struct arena *arena, const struct locale *locale);
void locale_set(struct locale *locale, enum word word, struct str text);
/* The usual word has {x} or {y}, and this text has not. Words that are said
   before or behind something may do without. */
bool locale_lacks_place(const struct locale *locale, enum word word,
                        struct str text);

/* The word with that key of the files ("sections.skills") and whether it is one
   text, one for each plural form, or one for each month. */
enum word_kind { WORD_IS_ONE, WORD_IS_COUNTED, WORD_IS_MONTHS };
bool locale_word_find(struct str key, enum word *word, enum word_kind *kind);
/* Some words stand under that key: "sections". */
bool locale_has_group(struct str key);
/* What is meant by a key of that group, "" for the top; or empty. */
struct str locale_word_nearest(struct arena *arena, struct str group,
                               struct str wrong);

/* ---- the list of all languages ------------------------------------------ */

struct locale_info {
    struct str tag, name, own_name;
    struct str aliases; /* other names that are accepted */
    unsigned missing;   /* words that are printed in English */
};
size_t locale_count(void);
struct locale_info locale_info(size_t i);

/* ---- what a language is -------------------------------------------------- */

struct str locale_tag_of(const struct locale *locale);
bool locale_is_english(const struct locale *locale);
/* Also of languages that have no words here. */
bool tag_is_right_to_left(struct str tag);
/* The first subtag: "de" of "de-CH". */
struct str tag_primary(struct str tag);

/* ---- words --------------------------------------------------------------- */

struct str locale_word(const struct locale *locale, enum word word);
/* With {x} filled in; {y} as well. */
struct str locale_say(struct arena *arena, const struct locale *locale,
                      enum word word, struct str x);
struct str locale_say_two(struct arena *arena, const struct locale *locale,
                          enum word word, struct str x, struct str y);
/* The same for a pattern that is no word of the language. */
struct str locale_fill(struct arena *arena, struct str pattern, struct str x,
                       struct str y);
/* A COUNTED word: "1 year", "2,400 people". */
struct str locale_count_of(struct arena *arena, const struct locale *locale,
                           enum word word, int64_t count);
/* The same where the number is printed in another way ("2.5"): `count` chooses
   the form. A number that is not whole takes the form that -1 gives. */
struct str locale_counted(struct arena *arena, const struct locale *locale,
                          enum word word, int64_t count, struct str number);

/* ---- dates --------------------------------------------------------------- */

/* Month and day are 0 when not known. */
struct locale_date {
    int year, month, day;
};
/* A pattern of the names of words.def: "MONTH_ABBREVIATION YEAR", "DAY.
   MONTH_NAME YEAR". What a date does not hold is left out with the blank or
   sign before it. */
struct str locale_date(struct arena *arena, const struct locale *locale,
                       struct str pattern, struct locale_date date);
/* By one of the language's own patterns; a date without a month is a year. */
struct str locale_date_as(struct arena *arena, const struct locale *locale,
                          enum word pattern, struct locale_date date);
/* "Jan – Jun 2022"; within a sentence "January–June 2022". */
struct str locale_same_year(struct arena *arena, const struct locale *locale,
                            bool in_prose, int year, int first, int last);
/* "2 years 6 months" of months; in months below `least_years` years. */
struct str locale_span(struct arena *arena, const struct locale *locale,
                       int months, int least_years);

/* ---- numbers ------------------------------------------------------------- */

/* "1,240.50" of 124050 with two decimals. The sign is a hyphen. */
struct str locale_number(struct arena *arena, const struct locale *locale,
                         int64_t digits, int decimals);
/* A number that a person typed in plain or English notation ("1240", "1,240.5",
   "-4.8"), in that of the language; as it is when it is neither. */
struct str locale_typed_number(struct arena *arena, const struct locale *locale,
                               struct str typed);

#endif
