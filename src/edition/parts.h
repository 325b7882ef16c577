/* The steps that make an edition. */
#ifndef EDITION_PARTS_H
#define EDITION_PARTS_H

#include "filter.h"
#include "pack/lexicon.h"

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

/* ---- what is aimed at: aim.c, aim_words.c ---- */

/* Texts that are one thing: an entry with all it says, a bullet with the
   figures of its records. */
struct aim_texts {
    LIST(struct str) plain, kpis; /* kpis: ids */
};
struct aim_hits aim_of_texts(struct arena *arena, const struct aim *aim,
                             const struct aim_texts *texts);

/* NULL: the aim has no words of its own. */
const struct aim_words *aim_words_of(struct arena *arena,
                                     const struct aim *aim);
/* Sets the share of each term whose words all stand in the text to 100. */
void aim_words_meet(struct arena *arena, const struct aim_words *words,
                    const struct tokens *tokens, unsigned char *shares);

#endif
