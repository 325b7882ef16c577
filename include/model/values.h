/*
 * Values as people type them: dates, periods, numbers, each with the node it
 * came from so that a finding can point at the exact words.
 */
#ifndef MODEL_VALUES_H
#define MODEL_VALUES_H

#include "base/upt.h"
#include "load/markdown.h"
#include "load/node.h"

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
    struct text typed;       /* as it stands in the file */
};

/* A period "2023-01/2023-06", or a single date as start and end. */
struct period {
    struct date start, end;
    const struct node *node;
};

/* A decimal as typed: value = digits / 10^decimals, exact. Thousands
   separators, currency signs and % are accepted and kept in `typed`. */
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

/* One of a fixed list; `value` is the position in the list of its field, -1
   when absent or unknown. 0 is always the field's default. */
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
double decimal_value(const struct decimal *decimal);
bool decimal_parse(struct str s, struct decimal *decimal);

#endif
