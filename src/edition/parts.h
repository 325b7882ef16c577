/* The steps that make an edition. */
#ifndef EDITION_PARTS_H
#define EDITION_PARTS_H

#include "filter.h"
#include "pack/lexicon.h"

/* How complete its result is, 0 to 100: the metric detector's points, or those
   of the records it refers to: bullets.c */
int bullet_score(struct arena *arena, const struct edition *edition,
                 const struct highlight *highlight);

/* How many of the variant's keywords are in it: bullets.c */
size_t bullet_keywords(const struct variant *variant,
                       const struct highlight *highlight);

/* Points as the metric detector gives them, for a record: bullets.c */
int metric_score(const struct metric *metric);

/* The best first: by priority, score, keywords, order of the file. For qsort:
   bullets.c */
struct ranked_bullet {
    size_t index; /* in its list */
    int64_t priority;
    int score;       /* total of its choice_score */
    size_t keywords; /* 0 with an aim, which has them */
};
int bullet_compare(const void *a, const void *b);

/* ---- what things are worth: score.c ---- */

struct scored {
    struct choice_score score;
    struct aim_hits hits;
};

/* Something is aimed at: relevance counts. */
bool edition_has_aim(const struct edition *edition);
/* Its own, or what is usual for it. */
int64_t item_priority(const struct item *item, int64_t standard);
int recency_of(const struct date *today, const struct date *end);
int position_recency(const struct edition *edition,
                     const struct position *position);
struct scored score_bullet(struct arena *arena, const struct edition *edition,
                           const struct highlight *bullet, int64_t standard,
                           int recency);
struct scored score_entry(struct arena *arena, const struct edition *edition,
                          const struct field_shape *shape, const void *entry,
                          int64_t standard);
/* The first words that its fields say. */
struct str entry_words(const struct field_shape *shape, const void *entry);
/* What of the aim an entry meets. */
struct aim_hits entry_hits(struct arena *arena, const struct edition *edition,
                           const struct field_shape *shape, const void *entry);
struct scored score_position(struct arena *arena, const struct edition *edition,
                             const struct position *position, int64_t standard);
/* All of them, the best first. */
struct ranked_bullet *rank_bullets(struct arena *arena,
                                   const struct edition *edition,
                                   const highlight_list *bullets,
                                   int64_t standard, int recency);

/* Keeps the best bullets of each position: bullets.c */
void limit_bullets(struct filter *filter, struct candidate *shown);

/* Which sections each document has, in which order: sections.c */
void choose_sections(struct arena *arena, struct edition *edition,
                     struct candidate *shown);

/* Cases about the figures a role is hired for come first, then those that are
   nearer to what is aimed at: sections.c */
void order_cases(struct arena *arena, struct candidate *shown,
                 const struct edition *edition);

/* Fills `choices`: choices.c */
void explain_choices(struct arena *arena, struct edition *edition,
                     const struct candidate *candidate,
                     const check_withheld_list *secrets);

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
