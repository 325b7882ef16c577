/*
 * A file held against what is asked for: each requirement of a posting, or of
 * a role, with what the file has to show for it, and one figure over all. The
 * figure can be done again with a pencil: each requirement has its points,
 * and those of what is met or shown at work are summed up.
 *
 * What is only listed raises nothing, so that no pile of keywords does. What
 * an edition leaves out is not shown by it, and is told with the reason; of
 * what is withheld nothing but the place is told.
 */
#ifndef EDITION_MATCH_H
#define EDITION_MATCH_H

#include "base/buf.h"
#include "check/evidence.h"
#include "edition/edition.h"

enum match_kind {
    MATCH_YEARS,
    MATCH_DEGREE,
    MATCH_LICENSE,
    MATCH_CERTIFICATION,
    MATCH_SKILL, /* a skill, a figure, a tool: what terms of a posting are */
    MATCH_OTHER  /* a language is looked up; a clearance, travel, a shift
                    nobody can compute: it stays `absent` with no points,
                    and is_judged is false */
};

enum match_status {
    MATCH_EVIDENCED, /* shown at work */
    MATCH_LISTED,    /* named where nothing is told; of a license: only
                        letters behind the name */
    MATCH_ELSEWHERE, /* in the file, not in this edition */
    MATCH_ABSENT,
    MATCH_MET, /* of what is computed: years, degrees, credentials */
    MATCH_UNMET
};

/* "years" ..., "evidenced" ... */
const char *match_kind_name(enum match_kind kind);
const char *match_status_name(enum match_status status);

struct match_place {
    struct str path;
    struct span span;
    struct str words; /* that say so; empty when not shown */
    struct str plain; /* the text that they stand in; may be empty */
    const char *note; /* for people, or NULL */
    const char *why;  /* the edition leaves it out; NULL: it is shown */
    bool tells;
};

struct match_requirement {
    enum match_kind kind;
    enum match_status status;
    struct str text;  /* as it is asked for */
    struct str id;    /* of skill, figure, degree level, credential; may be
                         empty */
    double years;     /* MATCH_YEARS */
    size_t line;      /* of the posting; 0: a role asks for it */
    int weight;       /* its points; 0: not judged */
    bool is_required; /* else preferred, or not said */
    bool is_judged;
    /* Those of one group other than 0 stand for each other, of one branch
       belong together. A group has its points once, with the first. */
    unsigned group, branch;
    bool group_is_met;
    size_t next;     /* the next of its group, plus one; 0: none */
    bool counts;     /* its points are among the sums */
    bool speaks;     /* of a skill: it is told, with those that stand for it */
    bool is_undated; /* a credential that says neither since when nor until */
    struct str said; /* what the file comes to: "yours 7 years 4 months" */
    LIST(struct match_place) evidence;
};

struct match_sum {
    int points, of;    /* of what is met or shown; of all */
    size_t met, count; /* groups count once */
};

struct match_change {
    struct str text;
    struct str path;
    struct span span;
    int points; /* that it would add; 0: it helps readers alone */
};

#define MATCH_CHANGES 3

struct match {
    const struct edition *edition;
    const struct job *job;        /* NULL: the role asks */
    const struct pack_role *role; /* asked for or nearest; may be NULL */
    LIST(struct match_requirement)
    requirements; /* needs by line, then terms,
                     the heaviest first */
    struct match_sum needs, terms;
    int coverage; /* per cent, rounded down; 0 when nothing is asked */
    struct match_change changes[MATCH_CHANGES];
    size_t change_count;
};

struct match_task {
    const struct candidate *whole; /* of which the edition is a part */
    const struct edition *edition;
    struct check *check;          /* of the whole file; not NULL */
    const struct job *job;        /* NULL: none */
    const struct pack_role *role; /* asks where there is no posting */
};

/* Never NULL. Job or role is not NULL. */
const struct match *match_make(struct arena *arena,
                               const struct match_task *task);

/* Text of at most `width` columns; 0: as long as it gets. */
void match_print(struct buf *out, const struct match *match,
                 struct sources *sources, struct str file, size_t width);

/* As the JSON Schema beside says (`dossier schema match`). */
void match_json(struct buf *out, const struct match *match,
                struct sources *sources, struct str file);

#endif
