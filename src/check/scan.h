/*
 * The workbench of the metric detector: tokens of one text, what each of them
 * is in its sentence, and the numbers found so far. Filled step by step, each
 * step one pass over the tokens.
 */
#ifndef CHECK_SCAN_H
#define CHECK_SCAN_H

#include "check/reading.h"
#include "pack/lexicon.h"

#define NO_TOKEN SIZE_MAX

enum mask {
    MASK_NONE,
    MASK_NAME, /* part of a name, an address, a code, an idiom */
    MASK_TIME  /* a date, a year, a fiscal period: says when */
};

struct scan_token {
    unsigned char mask;
    bool is_verb;
    bool sentence_start;  /* the first token of a sentence */
    bool segment_start;   /* of a clause or of what a comma cuts off */
    bool in_approx;       /* inside "more than", "an average of" */
    unsigned approx_from; /* where that begins */
    size_t verb;          /* nearest verb at or left, same sentence, or
                             NO_TOKEN */
    size_t number;        /* covers this token, or SIZE_MAX */
    size_t kpi;           /* a KPI of the pack ends here, or SIZE_MAX */
};

/* A number and where its parts stand among the tokens. */
struct scan_number {
    struct reading_number out;
    size_t first, last; /* tokens with sign, currency, suffix, % */
    size_t digits_first, digits_last;
    size_t unit;           /* token of the unit word, or NO_TOKEN */
    size_t after;          /* first token behind number and unit */
    size_t direct;         /* first token behind number, suffix and % */
    uint64_t unit_classes; /* of the unit word */
    bool hyphenated;       /* 200-bed */
    bool ordinal;
    bool negative;
    bool has_more;     /* 40 fewer, 12 more */
    bool is_word;      /* written in letters */
    size_t prep;       /* preposition that governs it, or NO_TOKEN */
    size_t prep_outer; /* the one before: "by over 30%" */
    size_t lead;       /* first token left of approximations */
    size_t verb;       /* governing verb, or NO_TOKEN */
    uint64_t verb_classes;
    size_t distance; /* tokens between verb and number */
};

struct scan {
    struct arena *arena;
    const struct pack *pack;
    struct tokens tokens;
    struct scan_token *at; /* as many as tokens */
    LIST(struct scan_number) numbers;
    LIST(struct reading_pair) pairs;
    LIST(struct reading_zero) zeros;
    LIST(struct reading_kpi) kpis;
};

/* ---- words (scan_words.c) ---- */

#define CLASS(name) LEXICON_BIT(name)
#define VERB_FORMS                                                             \
    (CLASS(FORM_BASE) | CLASS(FORM_PAST) | CLASS(FORM_ING) | CLASS(FORM_THIRD))
#define VERB_CHANGE (CLASS(VERB_DOWN) | CLASS(VERB_UP) | CLASS(VERB_MOVE))
#define VERB_LEVEL (CLASS(VERB_REACH) | CLASS(VERB_HOLD))
#define UNIT_PEOPLE (CLASS(UNIT_STAFF) | CLASS(UNIT_CLIENTS))
#define UNIT_THINGS                                                            \
    (CLASS(UNIT_PLACES) | CLASS(UNIT_MONEY) | CLASS(UNIT_ARTIFACTS) |          \
     CLASS(UNIT_VOLUME) | CLASS(UNIT_EVENTS))
#define UNIT_ANY                                                               \
    (UNIT_PEOPLE | UNIT_THINGS | CLASS(UNIT_TIME) | CLASS(UNIT_SCORE) |        \
     CLASS(UNIT_POINTS))

/* Classes of the longest phrase at i, joined with those of its first word
   when the phrase has none of `wanted`. */
uint64_t scan_classes(const struct scan *scan, size_t i);
/* Some of `classes` at i, as the longest phrase or as a word. */
bool scan_has(const struct scan *scan, size_t i, uint64_t classes);
size_t scan_phrase_len(const struct scan *scan, size_t i);
/* One of the words of the list, which is in small letters with blanks. */
bool scan_word_is(const struct scan *scan, size_t i, const char *blank_list);
/* Ends a sentence, or separates clauses as ; does. */
bool scan_is_stop(const struct scan *scan, size_t i);
bool scan_is_symbol(const struct scan *scan, size_t i, char symbol);
/* A hyphen glued on both sides. */
bool scan_is_joint(const struct scan *scan, size_t i);
bool scan_is_adverb(const struct scan *scan, size_t i);
void scan_mark_verbs(struct scan *scan);
/* Classes of the verb at token i, of the phrase when that is a verb. */
uint64_t scan_verb_classes(const struct scan *scan, size_t i);
/* A word of `classes` in tokens from..to (exclusive), same sentence; its
   token or NO_TOKEN. */
size_t scan_find(const struct scan *scan, size_t from, size_t to,
                 uint64_t classes);

/* ---- steps ---- */

void scan_mask(struct scan *scan);    /* step 1 */
void scan_numbers(struct scan *scan); /* steps 2 and 3 */
void scan_context(struct scan *scan); /* prepositions, verbs of numbers */
void scan_pairs(struct scan *scan);   /* step 4 */
void scan_zeros(struct scan *scan);
void scan_kpis(struct scan *scan);
void scan_classify(struct scan *scan); /* step 5 */
void scan_score(const struct scan *scan, struct reading *reading);
void scan_claims(const struct scan *scan, struct reading *reading);
void scan_oddities(const struct scan *scan, struct reading *reading);

/* Classes by kind of unit, each says whether the number is an outcome. */
enum number_class scan_percent_class(const struct scan *scan,
                                     const struct scan_number *number);
enum number_class scan_money_class(const struct scan *scan,
                                   const struct scan_number *number);
enum number_class scan_time_class(const struct scan *scan,
                                  const struct scan_number *number);
enum number_class scan_count_class(const struct scan *scan,
                                   const struct scan_number *number);

#endif
