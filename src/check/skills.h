/*
 * Skills in the texts of a file: those the pack knows, found by the words of
 * the pack, and the words of the person's own list of skills and of the
 * variants' keywords, found by their stems. Both are looked for once, in one
 * pass over the words of the file.
 */
#ifndef CHECK_SKILLS_H
#define CHECK_SKILLS_H

#include "rule.h"

struct skill_hit {
    unsigned token;
    unsigned short skill; /* of pack_skills */
    unsigned short len;   /* tokens */
    bool is_sign;         /* shows it without naming it */
};

struct skill_hits {
    const struct skill_hit *at;
    size_t count;
};

/* In a text of the file; by check_text.number. */
struct skill_hits check_skill_hits(struct check *check, size_t number);

/* Skills of the pack that the texts with one of `uses` name or show, by
   number of skill. */
bool *check_skills_in(struct check *check, unsigned uses);

/* What the reader of a document sees: neither settings nor notes, nor what is
   only meant for a variant. */
bool check_text_is_shown(const struct check_text *text);

/*
 * Whether words stand in a text of the file that has one of `uses` and that
 * is among the texts of this check. Only for words of skills and of keywords.
 * Forms of a word are alike: scheduling, schedules, scheduled.
 */
enum words_wanted {
    WORDS_ALL_IN_ONE, /* every word, in one text */
    WORDS_ANY_TELLING /* one that is not generic; else all, anywhere */
};
bool check_words_stand(struct check *check, struct str words, unsigned uses,
                       enum words_wanted wanted);

/* ---- stems (stem.c) ---- */

#define STEM_ROOM 24

/* "scheduling", "Schedules" -> "schedul"; the number of bytes, 0 when the word
   is too long to have one. */
size_t stem_of(struct str word, char stem[STEM_ROOM]);
/* The stem as a key of an index; 0: the word has none. */
uint64_t stem_key(struct str word);

#endif
