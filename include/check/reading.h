/*
 * The metric detector: what the numbers of one sentence or bullet are. A pure
 * function of the text and the pack; linear in the length of the text; in
 * English.
 */
#ifndef CHECK_READING_H
#define CHECK_READING_H

#include "base/list.h"
#include "pack/lexicon.h"
#include "pack/pack.h"

enum verdict {
    VERDICT_NONE,     /* no measurement */
    VERDICT_SCOPE,    /* how large what one was in charge of */
    VERDICT_ACTIVITY, /* how much one did */
    VERDICT_OUTCOME   /* what came of it */
};

enum number_class {
    NUMBER_NONE,
    NUMBER_SCOPE,
    NUMBER_ACTIVITY,
    NUMBER_TIME,
    NUMBER_TARGET,
    NUMBER_BASELINE,
    NUMBER_OUTCOME
};

enum unit_kind {
    UNIT_NONE,
    UNIT_COUNT, /* of things: patients, orders, tons */
    UNIT_TIME,
    UNIT_PERCENT,
    UNIT_POINTS, /* percentage points, points of a score, basis points */
    UNIT_MONEY,
    UNIT_SCORE, /* 4.7 of 5, 4.8/5, 4.9 stars */
    UNIT_PERCENTILE,
    UNIT_RANK,     /* 3rd of 24, #1 */
    UNIT_RATIO,    /* 1:6 */
    UNIT_SHARE,    /* 9 of 12 */
    UNIT_MULTIPLE, /* doubled, 3x, 3-fold */
    UNIT_FRACTION  /* a third, half */
};

struct reading_number {
    size_t from, to;             /* bytes: as written, without sign and unit */
    size_t whole_from, whole_to; /* with currency, suffix, %, unit */
    enum number_class class;
    enum unit_kind unit;
    double value;         /* scaled: $1.2 million is 1200000 */
    double last_place;    /* unit of the last printed digit */
    double seconds;       /* of one unit, when unit is time */
    struct str unit_text; /* the unit as written, may be empty */
    bool approximate;     /* about, nearly, over, ~ */
    bool is_rate;         /* per something */
    bool relative_change; /* a percent or fraction of an earlier value */
    bool decrease;        /* the change went down */
};

/* Numbers of reading.numbers: from A to B. */
struct reading_pair {
    size_t before, after;
    size_t kpi; /* of the pack, SIZE_MAX when none is named */
};

enum claim_fault {
    CLAIM_FITS,
    CLAIM_WRONG,      /* expected says what it should be */
    CLAIM_WRONG_BASE, /* computed on the value after */
    CLAIM_FROM_ZERO,  /* a percent of nothing */
    CLAIM_POINTS      /* percentage points called percent */
};

/* A number that says how large the change of a pair was. */
struct reading_claim {
    size_t number, pair;
    enum claim_fault fault;
    double expected; /* percent, multiple or difference; >= 0 */
};

/* What step 9 finds implausible about a number or a pair. */
enum oddity_kind {
    ODDITY_DECREASE_OVER_100, /* impossible */
    ODDITY_OUTSIDE_HARD,      /* impossible for its KPI */
    ODDITY_NO_CHANGE,         /* both sides equal, impossible */
    ODDITY_OUTSIDE_PLAUSIBLE,
    ODDITY_LARGE_INCREASE, /* above 300 percent without absolute numbers */
    ODDITY_LARGE_CHANGE,   /* above what is usual for the KPI */
    ODDITY_TOTAL_DECREASE, /* of just 100 percent, without "eliminated" */
    ODDITY_UNITS,          /* the sides of a pair differ in kind */
    ODDITY_DIRECTION       /* moved the wrong way, or not as the verb says */
};

struct reading_oddity {
    enum oddity_kind kind;
    size_t number; /* or the after side of the pair */
    size_t pair;   /* SIZE_MAX when it is about one number */
    size_t kpi;    /* SIZE_MAX when none */
};

/* A phrase that says zero: "without deficiencies", "citation-free". */
struct reading_zero {
    size_t from, to;
};

/* A KPI named in the text. */
struct reading_kpi {
    size_t kpi;
    size_t from, to;
};

/* The parts of the completeness score. */
struct reading_score {
    int result, baseline, time, attribution, source, comparator;
};

struct reading {
    struct tokens tokens;
    const bool *masked; /* for each token: part of a name, a code, a date */
    enum verdict verdict;
    LIST(struct reading_number) numbers;
    LIST(struct reading_pair) pairs;
    LIST(struct reading_claim) claims;
    LIST(struct reading_oddity) oddities;
    LIST(struct reading_zero) zeros;
    LIST(struct reading_kpi) kpis;
    struct reading_score parts;
    int score; /* 0..100 */
};

const struct reading *reading_of(struct arena *arena, const struct pack *pack,
                                 struct str text);

const char *verdict_name(enum verdict verdict);
const char *number_class_name(enum number_class class);
const char *unit_kind_name(enum unit_kind unit);

#endif
