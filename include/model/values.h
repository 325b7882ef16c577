/*
 * Values as people type them: dates, periods, numbers, each with the node it
 * came from so that a finding can point at the exact words.
 */
#ifndef MODEL_VALUES_H
#define MODEL_VALUES_H

#include "base/upt.h"
#include "load/markdown.h"
#include "load/node.h"
#include "locale/locale.h"

/* One line of text; absent when node is NULL. Never NULL bytes, trimmed. */
struct text {
    struct str s;
    const struct node *node;
};

/* YYYY, YYYY-MM, YYYY-MM-DD or present. month and day are 0 when not typed. */
struct date {
    int year;                /* 0: absent or present */
    int month;
    int day;
    bool is_present;
    bool is_as_typed;        /* of another calendar: printed as typed; year and
                                month are about right */
    struct text typed;       /* as it stands in the file */
};

/* A period "2023-01/2023-06", or a single date as start and end. */
struct period {
    struct date start, end;
    const struct node *node;
};

/* A decimal as typed: value = digits / 10^decimals, exact. Thousands
   separators, currency signs, % and K, M, B (or thousand, million, billion)
   are accepted and kept in `typed`. */
struct decimal {
    bool given;
    int64_t digits;
    int decimals;            /* 0..9 */
    struct text typed;
};

struct integer {
    bool given;
    int64_t value;
    const struct node *node;
};

struct flag {
    bool given;
    bool value;
    const struct node *node;
};

/* One of a fixed list; `value` is the position in the list of its field: 0,
   the field's default, when absent; -1, or the most careful choice where
   privacy hangs on it, when the word is none of the list. `typed.node` says
   whether it was given. */
struct choice {
    int value;
    struct text typed;
};

typedef LIST(struct text) text_list;
typedef LIST(struct prose) prose_list;

bool date_is_given(const struct date *date);
/* Months since year 0; a missing month counts as January (`end` false) or
   December (`end` true). */
int date_months(const struct date *date, bool end);
/* <0, 0, >0; by what both of them say. present is after everything. */
int date_compare(const struct date *a, const struct date *b);
/* Parses the typed forms; false when it is none of them or impossible. */
bool date_parse(struct str s, struct date *date);
/*
 * What people write instead: "May 2019", "05/2019", "2019-5", "current".
 * Gives the same in our notation ("2019-05", "present"), empty when it cannot
 * be told for sure. The result lives in the arena.
 */
struct str date_suggest(struct arena *arena, struct str s);
/* "2023-01/2023-06", a single date, "2023-01/present". */
bool period_parse(struct str s, struct period *period);
/* "January-June 2023" with an en dash, "June 2023", "2023". */
struct str period_print(struct arena *arena, const struct locale *locale,
                        const struct period *period);
double decimal_value(const struct decimal *decimal);
bool decimal_parse(struct str s, struct decimal *decimal);
/* "00:01:20", "1:20", "80s", "1h 5m", "90 seconds". */
bool duration_parse(struct str s, int64_t *seconds);

#endif
