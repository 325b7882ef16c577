/*
 * What a file says of a person, for those who hold it against something asked
 * for: where a skill, a figure or a name stands and whether work is told
 * there, and what dates, degrees and credentials come to. Facts only; what is
 * asked, and what an edition shows of it, is others' business.
 *
 * Everything lives in the arena of the check, in the order of the file.
 */
#ifndef CHECK_EVIDENCE_H
#define CHECK_EVIDENCE_H

#include "base/list.h"
#include "model/candidate.h"
#include "pack/pack.h"

struct check;

/* ---- where something stands ---------------------------------------------- */

enum evidence_kind {
    EVIDENCE_OF_SKILL, /* of pack_skills */
    EVIDENCE_OF_KPI,   /* of pack_kpis: named, or a record of it */
    EVIDENCE_OF_WORDS  /* all words, by their stems, in one text */
};

struct evidence_wanted {
    enum evidence_kind kind;
    size_t index;
    struct str words;
};

/*
 * A text that has it. `tells` is set where work is told: a bullet, a case, a
 * result, a record, a system somebody ran, a sample, a credential that is
 * held. A list of skills, a headline, a summary, and a text that is only a row
 * of keywords tell nothing, however often they are there.
 */
struct evidence {
    struct str path;  /* "experience[0].highlights[2]" */
    struct span span; /* of the words that say so */
    struct str plain; /* the text; its address is the same in an edition */
    struct str words; /* that say so, of `plain` */
    bool tells;
    bool is_name; /* of a post, a case, a credential: says less than a line */
    bool is_sign; /* shows it without naming it */
};
typedef LIST(struct evidence) evidence_list;

/* One list for each of what is wanted; one walk over the file for all. */
const evidence_list *check_evidence(struct check *check,
                                    const struct evidence_wanted *wanted,
                                    size_t count);

/* A name as others write it: an abbreviation and what it stands for, "Golang"
   for "Go", "Excel" for "Microsoft Excel". The first is the name itself. */
#define NAME_FORMS 5
struct name_forms {
    struct str at[NAME_FORMS];
    size_t count;
};
struct name_forms name_forms_of(const struct pack *pack, struct str name);

/* What a form has besides words (signs, a figure) stands in the text, and a
   name of one or two letters as it is written. */
bool name_stands(struct str form, struct str text);

/* Capitals that stand for words: "CMS", "KPIs". */
bool word_is_letters(struct str word);
/* Those that could be a word in small letters: "DOT" is no "dot", while "sql"
   can only be SQL. */
bool word_needs_capitals(struct str word);

/* ---- work ---------------------------------------------------------------- */

/* A position. Months since year 0, `to` the first one outside; `sure` as the
   placeholder {years} counts, `widest` where only years are given. */
struct evidence_job {
    struct str path;
    struct span span;
    const struct position *position;
    struct evidence_months {
        int from, to;
    } sure, widest;
    struct str organization;
    bool is_in_charge;
    bool is_by_scope; /* in charge by people that are told, not by title */
    bool is_internship;
};
typedef LIST(struct evidence_job) evidence_job_list;

const evidence_job_list *check_jobs(struct check *check);

/* Months of those that are `counted`, overlaps once. */
int check_months_worked(struct arena *arena, const evidence_job_list *jobs,
                        const bool *counted, bool widest);

/*
 * For each job whether it was in the field: title, employer or setting name
 * it, or two of its texts do. NULL: the words name no field ("related",
 * "progressive"), so that any job counts. A whole sentence has fields where it
 * names tools, technical skills and care.
 */
const bool *check_jobs_in_field(struct check *check, struct str field,
                                bool is_sentence);

/* For each job whether it was where the words say care is given: a hospital, a
   practice, a nursing home. One whose names say nothing of it may have been.
   NULL: the words name no such place. */
const bool *check_jobs_in_setting(struct check *check, struct str text);

/* ---- learning and credentials -------------------------------------------- */

enum evidence_standing {
    EVIDENCE_HELD,
    EVIDENCE_COMING, /* in progress, expected, not yet issued */
    EVIDENCE_ENDED,  /* said to be expired, inactive or retired, or its date
                        is past */
    EVIDENCE_LETTERS /* only letters behind the name */
};

struct evidence_degree {
    struct str path;
    struct span span;
    const struct education *entry;
    int level; /* 0 unknown, 1 none, 2 associate ... 5 doctor */
    enum evidence_standing standing;
    const struct pack_credential *const *known; /* degrees it names */
    size_t known_count;
};
typedef LIST(struct evidence_degree) evidence_degree_list;

const evidence_degree_list *check_degrees(struct check *check);
/* "bachelor" is 3; 0: no such level. */
int check_degree_level(struct str id);
/* "a bachelor's degree" */
const char *check_degree_name(int level);
/* Degree or area is in the field; words that name none ("related") fit. */
bool check_degree_in_field(struct check *check,
                           const struct evidence_degree *degree,
                           struct str field);
/* Not in the field, and in one that is near it: software engineering, where
   computer science is asked for. */
bool check_degree_near_field(struct check *check,
                             const struct evidence_degree *degree,
                             struct str field);
/* "or a related field", "or equivalent": others may do as well. */
bool check_field_is_open(struct str field);

struct evidence_credential {
    struct str path;
    struct span span;
    const struct certification *entry;   /* NULL: letters */
    const struct pack_credential *known; /* NULL: none of the list */
    struct str label;                    /* "RN" */
    enum evidence_standing standing;
};
typedef LIST(struct evidence_credential) evidence_credential_list;

const evidence_credential_list *check_held(struct check *check);
/* The same by name, where the pack knows neither. */
bool check_same_credential(struct check *check,
                           const struct evidence_credential *held,
                           struct str name);

#endif
