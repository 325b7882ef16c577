/*
 * What the families of rules share: the candidate spread out into bullets and
 * records, and the tables of rules. A family is a file family_*.c with one
 * table; adding a rule is a function and a line there.
 */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include "check/check.h"
#include "check/reading.h"

enum bullet_place {
    BULLET_EXPERIENCE,
    BULLET_RESULT, /* of a case study */
    BULLET_ACTION, /* of a case study */
    BULLET_VOLUNTEER
};

/* No text needs more findings of one rule; a place costs a walk over it. */
#define FINDINGS_PER_TEXT 16

/* One line that tells what was done; read once for all rules. */
struct check_bullet {
    enum bullet_place place;
    const struct prose *prose;
    struct str path;
    const struct highlight *highlight; /* NULL for actions */
    const struct position *position;   /* of experience, else NULL */
    const struct case_study *case_study;
    enum highlight_kind kind;
    bool is_result;    /* of experience or of case results */
    bool is_old;       /* ended longer ago than M101's older_years */
    bool scope_exempt; /* marked as scope or duty */
    const struct reading *reading;
};

struct check {
    struct arena *arena;
    struct findings *findings;
    struct sources *sources;
    const struct candidate *candidate;
    const struct pack *pack;
    const struct pack_role *role; /* the target, or NULL */
    struct date today;
    bool english;
    bool beginner; /* feeder or entry role, or under two years of work */
    LIST(struct check_bullet) bullets;
    struct ask_index *asks; /* of check_ask, made when first needed */
};

/* Exactly one of the functions is set. */
struct rule {
    enum code code;
    void (*document)(struct check *check);
    void (*bullet)(struct check *check, const struct check_bullet *bullet);
    void (*metric)(struct check *check, const struct metric *metric);
    void (*prose)(struct check *check, const struct prose *prose,
                  struct str path);
    bool any_language; /* needs no English */
};

/* Tables end with all functions NULL. */
extern const struct rule rules_fields[];
extern const struct rule rules_structure[];
extern const struct rule rules_metrics[];
extern const struct rule rules_records[];
extern const struct rule rules_overview[];

/* ---- parameters (params.c): `lint: {params: {M106: {min_score: 60}}}` ---- */

double check_param(const struct check *check, enum code code, const char *name);
/* The parameters of a code, for advice: names with defaults. */
struct check_param_entry {
    enum code code;
    const char *name;
    double standard;
};
const struct check_param_entry *check_params(size_t *count);

/* ---- configuration (config.c) ---- */

/* Ignore lists, severities and unknown names of them; before the rules. */
void check_configure(struct check *check);

/* ---- findings on text ---- */

/* Source bytes behind bytes from..to of a prose. */
struct span check_span(const struct check *check, const struct prose *prose,
                       size_t from, size_t to);
/* Adds a finding on words of a bullet, with its path. */
ATTR_PRINTF(6, 7)
struct finding *check_on_bullet(struct check *check, enum code code,
                                const struct check_bullet *bullet, size_t from,
                                size_t to, const char *format, ...);
bool check_has_finding(const struct check *check, enum code code);
/* "41 minutes", as the number stands in the text, with its unit. */
struct str check_number_text(const struct check_bullet *bullet, size_t number);
/* 12, 8.5, 1,140: at most two decimals. */
struct str check_print_value(struct arena *arena, double value);
/* "5-60", "at least 5", "at most 60". */
struct str check_print_bounds(struct arena *arena, struct pack_bounds bounds);

/* ---- bullets (bullets.c) ---- */

void check_collect_bullets(struct check *check);
/* Calls back for the summary, bullets and other prose that is judged. */
void check_each_prose(struct check *check, const struct rule *rule);
/* Months from a date to today; INT_MIN when it is absent. */
int check_months_since(const struct check *check, const struct date *date);

/* ---- what to ask for (ask.c) ---- */

/* Up to three figures that fit the words of a text: "wait time, no-show rate
   or staff turnover"; of the target role when there is one. Never empty. */
struct str check_ask(struct check *check, struct str text,
                     const struct reading *reading);

#endif
