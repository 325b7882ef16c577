/* The steps that make an edition. */
#ifndef EDITION_PARTS_H
#define EDITION_PARTS_H

#include "filter.h"

/* How complete its result is, 0 to 100: the metric detector's points, or those
   of the records it refers to: bullets.c */
int bullet_score(struct arena *arena, const struct pack *pack,
                 const struct highlight *highlight);

/* How many of the variant's keywords are in it: bullets.c */
size_t bullet_keywords(const struct variant *variant,
                       const struct highlight *highlight);

/* The best first: by priority, score, keywords, order of the file. For qsort:
   bullets.c */
struct ranked_bullet {
    size_t index; /* in its list */
    int64_t priority;
    int score;
    size_t keywords;
};
int bullet_compare(const void *a, const void *b);

/* Keeps the best bullets of each position: bullets.c */
void limit_bullets(struct filter *filter, struct candidate *shown);

/* Which sections each document has, in which order: sections.c */
void choose_sections(struct arena *arena, struct edition *edition);

/* Cases about the figures a role is hired for come first: sections.c */
void order_cases(struct arena *arena, struct candidate *shown,
                 const struct pack_role *role);

#endif
