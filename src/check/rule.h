/*
 * What the families of rules share: the candidate spread out into bullets and
 * records, and the tables of rules. A family is a file family_*.c with one
 * table; adding a rule is a function and a line there.
 */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include "check/check.h"
#include "check/reading.h"
#include "model/texts.h"
#include "pack/lexicon.h"

struct opener;

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
    bool is_result;          /* of experience or of case results */
    bool is_old;             /* ended longer ago than M101's older_years */
    bool scope_exempt;       /* marked as scope or duty */
    bool in_unmeasured_case; /* no result of its case has a figure: K103 */
    const struct reading *reading;
    struct opener *opener; /* of style_opener, read when first asked for */
};

/* What may be asked of a text; a text has several uses. */
enum text_use {
    TEXT_SENTENCES = 1 << 0, /* running text, not a name or a label */
    TEXT_BULLET = 1 << 1,    /* `bullet` is set */
    TEXT_SUMMARY = 1 << 2,   /* the person's, also of a variant */
    TEXT_CASE = 1 << 3,      /* sentences of a case but its bullets */
    TEXT_EVIDENCE = 1 << 4,  /* tells what was done: all but basics, skills,
                                quotes and settings */
    TEXT_QUOTE = 1 << 5,     /* of somebody else */
    TEXT_NAME = 1 << 6,      /* a name, a title, a label */
    TEXT_ADDRESS = 1 << 7,   /* URL, e-mail, phone, path */
    TEXT_BASICS = 1 << 8,    /* of the person: name, contact, profiles */
    TEXT_VARIANT = 1 << 9,   /* of a variant or its letter */
    TEXT_SILENT = 1 << 10,   /* never printed: meta, layout, lint */
    TEXT_NOTES = 1 << 11,    /* printed in the interview edition only */
    TEXT_ANY = (1 << 12) - 1,
    TEXT_PROPER = 1 << 12 /* a name of the person's own: employer, school */
};

/* A text of the candidate, whatever its field. */
struct check_text {
    struct field_text in;
    struct str plain;
    unsigned uses; /* enum text_use, or-ed */
    size_t number; /* its place among the texts of the whole file */
    const struct check_bullet *bullet;
    const struct tokens *tokens; /* of check_tokens */
};

struct check {
    struct arena *arena;
    struct findings *findings;
    struct sources *sources;
    const struct candidate *candidate;
    const struct pack *pack;
    const struct rule_param *const *params; /* by code, or NULL */
    const struct pack_role *role;           /* the target, or NULL */
    struct str asked_variant;               /* on the command line, or empty */
    bool role_is_asked; /* on the command line, or of the variant */
    /* While a variant is judged: the variant, and the run on the file. */
    const struct variant *variant;
    struct check *whole;
    struct variant_memory *memory; /* of the whole, for its variants */
    struct skill_memory *skills;   /* of the whole; see skills.h */
    const struct reading *summary; /* of basics, read when first asked for */
    struct {
        bool *at; /* texts that count, by number */
        unsigned uses;
    } counting;
    struct date today;
    bool english;
    bool without_advice; /* of check_options */
    bool beginner;  /* feeder or entry role, or under two years of work */
    bool cut_short; /* an error of YAML may have swallowed parts of the file */
    const struct load_files *files;    /* to look at attachments, or NULL */
    LIST(struct check_bullet) bullets; /* none when not English */
    LIST(struct check_text) texts;     /* in the order of the field table */
    check_withheld_list *withheld;     /* or NULL */
    const struct job *job;             /* the posting asked for, or NULL */
    const struct job *(*read_job)(void *context, struct str path); /* or NULL */
    void *job_context;
    struct posting *postings; /* of the whole: those of its variants */
    struct ask_index *asks;   /* of check_ask, made when first needed */
    struct index *proper;     /* of H105: which words stand in proper names */
    const struct credentials *credentials; /* of check_credentials */
    const struct check_years *years;  /* of check_years (years.h), likewise */
    struct evidence_memory *evidence; /* of check/evidence.h, likewise */
};

/* A threshold that `lint: {params: {M106: {min_score: 60}}}` may change. */
struct rule_param {
    const char *name;
    double standard;
};

#define RULE_PARAMS 4

/* Exactly one of the functions is set. Of several rows of a code the first
   has the parameters. */
struct rule {
    enum code code;
    void (*document)(struct check *check);
    void (*bullet)(struct check *check, const struct check_bullet *bullet);
    void (*metric)(struct check *check, const struct metric *metric);
    /* Called for texts that have one of `uses`. */
    void (*text)(struct check *check, const struct check_text *text);
    unsigned uses;
    bool any_language; /* needs no English */
    bool in_variants;  /* also on what each variant shows, for its role */
    struct rule_param params[RULE_PARAMS + 1]; /* ends with name NULL */
};

bool rule_is_last(const struct rule *rule);

/* All tables, ending with NULL. A table ends with all functions NULL. */
extern const struct rule *const check_families[];
extern const struct rule rules_fields[];
extern const struct rule rules_structure[];
extern const struct rule rules_metrics[];
extern const struct rule rules_records[];
extern const struct rule rules_series[];
extern const struct rule rules_overview[];
extern const struct rule rules_cases[];
extern const struct rule rules_domain[];
extern const struct rule rules_credentials[];
extern const struct rule rules_education[];
extern const struct rule rules_dates[];
extern const struct rule rules_years[];
extern const struct rule rules_twice[];
extern const struct rule rules_privacy[];
extern const struct rule rules_style[];
extern const struct rule rules_proof[];
extern const struct rule rules_links[];
extern const struct rule rules_balance[];
extern const struct rule rules_role[];
extern const struct rule rules_role_words[];
extern const struct rule rules_role_skills[];
extern const struct rule rules_role_fit[];
extern const struct rule rules_letter[];
extern const struct rule rules_form[];

/* Reads all that rules ask for; no rule runs. Findings come from wrong names
   of a pack only. */
void check_begin(struct check *check, struct arena *arena,
                 struct findings *findings, const struct candidate *candidate,
                 const struct check_options *options);
/* For each KPI of the pack: has a record, or stands in a line with a result.
   The array has one more than there are. */
bool *check_seen_kpis(struct check *check);

/* ---- parameters (params.c): `lint: {params: {M106: {min_score: 60}}}` ---- */

double check_param(const struct check *check, enum code code, const char *name);
/* Those of all codes (CODE_COUNT), NULL for a code that has none. */
const struct rule_param *const *check_params(struct arena *arena);
/* The parameters of a code, NULL when it has none. */
const struct rule_param *check_rule_params(enum code code);

/* ---- configuration (config.c) ---- */

/* Ignore lists, severities and unknown names of them; before the rules.
   `ignored` as in check_options. */
void check_configure(struct check *check, const bool *ignored);

/* ---- findings on text ---- */

/* Source bytes behind bytes from..to of a prose. */
struct span check_span(const struct check *check, const struct prose *prose,
                       size_t from, size_t to);
/* Adds a finding on words of a bullet, with its path. */
ATTR_PRINTF(6, 7)
struct finding *check_on_bullet(struct check *check, enum code code,
                                const struct check_bullet *bullet, size_t from,
                                size_t to, const char *format, ...);
/* The same on words of any text. */
ATTR_PRINTF(6, 7)
struct finding *check_on_text(struct check *check, enum code code,
                              const struct check_text *text, size_t from,
                              size_t to, const char *format, ...);
/* Source bytes of words of a text. */
struct span check_text_span(const struct check *check,
                            const struct check_text *text, size_t from,
                            size_t to);
/* The top-level key, or the beginning of the file when it is not there. */
struct span check_key_span(const struct check *check, const char *key);
bool check_has_finding(const struct check *check, enum code code);
/* "41 minutes", as the number stands in the text, with its unit. */
struct str check_number_text(const struct check_bullet *bullet, size_t number);
/* 12, 8.5, 1,140: at most two decimals. */
struct str check_print_value(struct arena *arena, double value);
/* "5-60", "at least 5", "at most 60". */
struct str check_print_bounds(struct arena *arena, struct pack_bounds bounds);

/* ---- bullets (bullets.c) ---- */

void check_collect_bullets(struct check *check);
/* Sets in_unmeasured_case (family_cases_results.c). */
void cases_mark_unmeasured(struct check *check);
/* Months from a date to today; INT_MIN when it is absent. */
int check_months_since(const struct check *check, const struct date *date);

/* ---- running (check.c) ---- */

/* All rules; of a variant, those that judge variants. */
void check_rules(struct check *check);
/* The role of that id or title, or NULL. */
const struct pack_role *check_find_role(const struct pack *pack,
                                        struct str name);
bool check_is_beginner(const struct check *check);

/* ---- what was measured (family_overview.c) ---- */

/* Without any result there is nothing to complete; other rules say so. */
bool check_has_results(const struct check *check);

/* ---- records (family_records.c) ---- */

/* From before to after it moved against what is good. */
bool record_goes_wrong(const struct check *check, const struct metric *metric);

/* ---- what the file is about (subject.c) ---- */

/* Something in the file belongs to the profession of the pack, or there is
   too little of it to tell. */
bool check_is_of_field(const struct candidate *candidate,
                       const struct pack *pack);
/* The name of the language the prose is in when it is not English, with the
   code for `meta: {language: ...}`; else NULL. */
const char *check_foreign_language(const struct candidate *candidate,
                                   const char **code);

/* ---- texts (texts.c) ---- */

/* The reading of a prose, read once for the file and its variants
   (variants.c). */
const struct reading *check_reading(struct check *check,
                                    const struct prose *prose);
/* After the bullets. */
void check_collect_texts(struct check *check);
/* The place of a text among those of the whole file; SIZE_MAX: none. */
size_t check_text_number(const struct check *check, struct str plain);
/* Read once, when first asked for. */
const struct tokens *check_tokens(struct check *check,
                                  const struct check_text *text);

/* ---- what to ask for (ask.c) ---- */

/* Up to three figures that fit the words of a text: "wait time, no-show rate
   or staff turnover"; of the target role when there is one. Never empty. */
struct str check_ask(struct check *check, struct str text,
                     const struct reading *reading);

#endif
