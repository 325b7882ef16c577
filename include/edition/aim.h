/*
 * What an edition aims at, from all who say so: the target role, the posting,
 * the variant's keywords. One list with weights, which selection, match and
 * the reasons of both go by, so that they never differ.
 */
#ifndef EDITION_AIM_H
#define EDITION_AIM_H

#include "job/job.h"
#include "model/candidate.h"

enum aim_kind {
    AIM_SKILL, /* of pack_skills */
    AIM_KPI,   /* of pack_kpis */
    AIM_WORDS  /* keywords of the variant, names in the posting: by their
                  stems, all in one text */
};

enum aim_source { AIM_OF_ROLE, AIM_OF_JOB, AIM_OF_VARIANT };

struct aim_term {
    enum aim_kind kind;
    size_t index;            /* of the pack's skill or KPI */
    struct str text;         /* as who asked for it says it */
    int weight;              /* 1..100 */
    bool is_required;
    enum aim_source source;  /* whose weight it is, the largest */
    const struct job_term *term; /* of the posting, or NULL */
};

struct aim {
    const struct pack *pack;
    const struct pack_role *role; /* NULL: none */
    const struct job *job;        /* NULL: none */
    LIST(struct aim_term) terms;  /* each skill, KPI and keyword once; the
                                     heaviest first, then as they were said */
    /* For aim_of_text, when there are terms: by number in the pack, or NULL;
       the words of the others. */
    const struct aim_term **of_skill, **of_kpi;
    const struct aim_words *words;
};

/* Never NULL; without role, job and keywords nothing is aimed at and every
   text is as relevant as any other (0). */
const struct aim *aim_make(struct arena *arena, const struct pack *pack,
                           const struct pack_role *role, const struct job *job,
                           const struct variant *variant);

/* Terms of the aim that a text names or shows, each once. */
struct aim_hits {
    const struct aim_term *const *at;
    size_t count;
    int relevance; /* 0..100: a function of this text and the aim alone, so
                      that what else stands in the file changes nothing */
};
struct aim_hits aim_of_text(struct arena *arena, const struct aim *aim,
                            struct str text);

#endif
