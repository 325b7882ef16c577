/*
 * An edition: what one variant of the file shows. `shown` is a copy of the
 * candidate in which everything withheld is gone (private, not consented,
 * outside the audience, excluded by tags), so that nothing later can print it
 * by mistake; `withheld` says what is not there and why.
 */
#ifndef EDITION_EDITION_H
#define EDITION_EDITION_H

#include "check/check.h"
#include "diag/finding.h"
#include "edition/aim.h"
#include "model/candidate.h"
#include "pack/pack.h"

struct withheld {
    struct str path;          /* "testimonials[1]" */
    const char *reason;       /* for people */
};

/* What the choice of an entry or a bullet goes by. Points depend on nothing
   but the thing itself, the aim and today; whole numbers only. */
struct choice_score {
    int64_t priority; /* 1..5, decides before all points */
    int relevance;    /* 0..100, to role, posting and keywords */
    int completeness; /* 0..100, of its best result */
    int recency;      /* 0..100 */
    int total;        /* with an aim the three, weighed 5, 3, 2; 0..100. Without
                         one completeness */
};

/* An entry or a bullet, in or out, and the rule that decided. Of what is
   withheld for privacy there is only the path and the rule. */
struct edition_choice {
    struct str path;    /* "experience[0].highlights[2]" */
    struct str section; /* id: "experience" */
    struct span span;
    struct str words;   /* what it says first, or its name; may be empty */
    bool is_bullet;
    size_t rank, of;    /* among the bullets of its entry, the entries of its
                           section; 0: not ranked */
    bool is_withheld;   /* for privacy: no words, no points */
    bool in_resume, in_portfolio; /* of the documents that are made */
    struct str rule;    /* for people: "a tag of it is excluded" */
    struct choice_score score;
    struct aim_hits hits;
};

struct edition {
    const struct candidate *shown;
    const struct variant *variant;      /* NULL: the file as it is */
    const struct pack *pack;
    struct bullet_memory *memory; /* or NULL */
    enum audience audience;
    struct str role;                    /* target role id or empty */
    const char *role_by;                /* who chose it, for people; NULL */
    bool is_ad_hoc; /* the variant is no block of the file */
    bool makes_resume, makes_portfolio, makes_letter;
    /* Ids of sections in the order of printing. */
    LIST(struct str) resume_sections, portfolio_sections;
    LIST(struct withheld) withheld;
    const struct aim *aim;              /* never NULL */
    struct date today;                  /* recency counts from it */
    /* Section by section, each in the order of the file; empty unless asked
       for. */
    LIST(struct edition_choice) choices;
};

struct edition_options {
    struct str variant;       /* name, empty for none */
    struct str role;          /* overrides the variant's */
    enum audience audience;
    const struct pack *pack;
    struct bullet_memory *memory; /* of editions of one file; or NULL */
    const check_withheld_list *secrets; /* what no edition has; or NULL */
    const struct job *job;    /* the posting, or NULL */
    bool ad_hoc;              /* cut for role or job without a variant's block:
                                 pages and bullets as the role has them */
    struct str ad_hoc_name;   /* of such a cut; empty: after the posting's file
                                 or the role */
    bool explains;            /* fill `choices` */
    struct date today;        /* recency counts from it; year 0: nothing is
                                 more recent than anything else */
};

/* What was found about bullets, for editions that show the same ones. In the
   arena, which must outlive them. */
struct bullet_memory *bullet_memory_new(struct arena *arena);

/* NULL with a finding (X2..) when the variant does not exist. */
const struct edition *edition_make(struct arena *arena,
                                   struct findings *findings,
                                   const struct candidate *candidate,
                                   const struct edition_options *options);

/* The variant of that name with what it takes from those it extends; NULL with
   a finding (X230, X233) when there is none. */
const struct variant *variant_find(struct arena *arena,
                                   struct findings *findings,
                                   const struct candidate *candidate,
                                   struct str name);

/*
 * What is wrong with variants whoever asks for them: X230 and X233 (what they
 * extend is not there, or themselves), X235 (two of one name). When pages are
 * made, and not only checked, it is a warning in those that are not asked for.
 */
void variants_check(struct arena *arena, struct findings *findings,
                    const struct candidate *candidate, struct str asked,
                    bool is_check);
/* X232: tags and sections leave nothing of a document that the variant makes,
   though the file has something for it. */
void edition_check(struct arena *arena, struct findings *findings,
                   const struct candidate *candidate,
                   const struct edition *edition);

/*
 * The block that a file would have for a role (id or title; may be empty) or
 * for a posting (or NULL), under that name or, when it is empty, under that of
 * the posting's file or the role. Without a role of its own it aims at the
 * posting's. Holds: name, target_role, job_description, pages. Nothing in it
 * has a node.
 */
const struct variant *variant_ad_hoc(struct arena *arena,
                                     const struct candidate *candidate,
                                     const struct pack *pack, struct str role,
                                     const struct job *job, struct str name);

/* A role by its id or one of its titles; NULL: not known. */
const struct pack_role *edition_find_role(const struct pack *pack,
                                          struct str asked);

/* The one bullet of a position that a portfolio shows: what ranks highest, or,
   when nothing is aimed at, what the person and its figures say is the best;
   NULL when there is none. */
const struct highlight *edition_best_bullet(struct arena *arena,
                                            const struct edition *edition,
                                            const struct position *position);

/* What is withheld, each thing once, in the order of the file. */
check_withheld_list secrets_in_order(struct arena *arena,
                                     const check_withheld_list *list);

void edition_dump(struct buf *out, const struct edition *edition);

#endif
