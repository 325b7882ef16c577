/*
 * The check: reads a candidate as a demanding and kind editor would. Rules
 * stand in tables, one file for each family (src/check/family_*.c).
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/buf.h"
#include "diag/finding.h"
#include "job/job.h"
#include "load/yaml.h"
#include "model/candidate.h"
#include "pack/pack.h"

/* What no output may have, whatever it is asked for: an entry, or one text of
   it, that an error of privacy stands on. */
struct check_withheld {
    const struct node *node;
    enum code code;
    struct str path; /* "experience[0].highlights[2]" */
};
typedef LIST(struct check_withheld) check_withheld_list;

struct check_options {
    const struct pack *pack; /* NULL: the one of the file, or the default */
    struct date today;       /* `lint: {today: ...}` of the file wins */
    struct str role;         /* of the command line: id or title; else of
                                the variants */
    struct str variant;      /* the one asked for; empty: any */
    /* Reads what the file refers to, to look into it; NULL: not looked at. */
    const struct load_files *files;
    const bool *ignored;   /* CODE_COUNT, those of the command line; or NULL */
    const struct job *job; /* the posting asked for, or NULL */
    /* No advice is asked for: only rules run that withhold something (group P)
       or tell what cannot be read (X). */
    bool without_advice;
    /* Gives the posting of a variant by its path, NULL: it is not there. What
       is wrong with it is told by whoever reads it. NULL: the check reads it
       itself, for nobody else. */
    const struct job *(*read_job)(void *context, struct str path);
    void *job_context;
    /* Gets what is withheld; NULL: nobody asks. In the arena of the findings.
       Lower severities and `lint: {ignore: ...}` for the whole file change
       nothing here; ignoring it on the line or the entry does. */
    check_withheld_list *withheld;
};

/*
 * Adds what the rules find, then applies `lint:` of the file (ignore,
 * severity, params) and `# lint: ignore M105` comments. The candidate may be
 * empty. Prose is judged when its language is English. Gives what has been
 * read, for check_variant; it lives in the arena, NULL when there was nothing
 * to judge.
 */
struct check *check_run(struct arena *arena, struct findings *findings,
                        const struct candidate *candidate,
                        const struct check_options *options);

/* A variant of the file and what it shows; see edition/edition.h. */
struct check_variant {
    const struct variant *variant;
    const struct candidate *shown;
    struct str role; /* id or title, may be empty */
};

/*
 * Adds what the rules that depend on the role or on what is shown find in a
 * variant, and the run on the whole file did not find at the same place.
 * Nothing is read a second time.
 */
void check_variant(struct check *whole, const struct check_variant *variant);

/* Adds a finding (X185) for each wish to ignore a rule that had nothing to say
   there. Comes last, after all that may find. */
void check_unused_ignores(struct findings *findings);

/* A threshold of a rule, which `lint: {params: {M106: {min_score: 60}}}` of a
   file may change. */
struct check_param_info {
    const char *name;
    double standard;
};

/* The i-th of a rule; false when it has fewer. */
bool check_param_at(enum code code, size_t i, struct check_param_info *param);

/* A document whose pages are laid out. */
struct check_pages {
    const struct candidate *whole, *shown;
    const struct variant *variant; /* NULL: the file as it is */
    struct str role;               /* id or title, may be empty */
    bool is_resume;
    size_t asked; /* the most that the person asks for; 0: did not say */
    size_t count;
    double last_fill; /* what of the last page's height is used, 0..1 */
};

/* R107: adds what there is to say about the number of pages. */
void check_page_count(struct arena *arena, struct findings *findings,
                      const struct check_options *options,
                      const struct check_pages *pages);

/*
 * The pack of that name, else of the file's `pack:`, else the default; the
 * general one for a file that names none, has nothing of the default's field
 * and is not asked about one of its roles (X187). An unknown name is a finding
 * (X180) and gives the default; never NULL.
 */
const struct pack *pack_choose(struct findings *findings,
                               const struct candidate *candidate,
                               struct str name, struct str role);

/* For each bullet what the metric detector saw, as text. */
void check_metrics_print(struct buf *out, const struct candidate *candidate,
                         const struct pack *pack);

/* The same as JSON, with the line and the codes of the findings on each:
   {"bullets": [{"text", "path", "line", "verdict", "numbers": [{"text",
   "class"}], "pair": [before, after] or null, "score", "findings"}]}
   Line 0: the bullet stands in no source. */
void check_metrics_json(struct buf *out, const struct candidate *candidate,
                        const struct pack *pack,
                        const struct findings *findings);

#endif
