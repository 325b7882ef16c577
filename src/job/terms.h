/*
 * What the search for terms shares between its files: the posting's words
 * with what is known of each, and the list of what was found.
 */
#ifndef JOB_TERMS_H
#define JOB_TERMS_H

#include "base/index.h"
#include "base/stem.h"
#include "base/word_heads.h"
#include "pack/lexicon.h"
#include "parts.h"

/* Tokens of a sentence; longer ones are cut, so that cost stays linear. */
#define SENTENCE_MOST 200

/* A word that alone says too little to be a skill. */
enum weakness {
    WORD_TELLS,
    WORD_WEAK,      /* "communication": only where skills are asked for */
    WORD_WEAK_NAME, /* "Word", "Epic": a name, or a word like others */
};

/* What phrases of asked.yaml say of a token; lengths are of the longest that
   begins there, in tokens, 0 none. */
struct word_note {
    bool masked;   /* inside of a phrase that is no skill */
    bool taken;    /* inside of a term that was found */
    bool cue_ends; /* behind it stands what is asked for */
    bool soft, hard;
    bool is_figure;         /* a KPI by a word of its own */
    unsigned char weakness; /* enum weakness, of the phrase of weak_len */
    unsigned char weak_len, noun_len, not_len, name_len, thing_len;
    unsigned short name, thing; /* terms of the lists */
};

/* One line, or one sentence of it. */
struct reading {
    struct term_search *search;
    const struct job_line *line;
    struct tokens tokens;
    struct word_note *notes; /* by token */
    bool capitals;           /* are no sign of a name: a line of titles */
    size_t from, to;         /* the sentence */
    size_t cue;              /* where its first cue ends; SIZE_MAX: none */
};

/* Something found; `key` makes it one with others of its kind. */
struct found_term {
    enum job_term_kind kind;
    size_t index;
    uint64_t key;
    size_t from, len; /* tokens */
};

struct phrases;
struct small_words;

struct term_search {
    struct arena *arena;
    struct job *job;
    const struct pack *pack;
    struct stemmer *stemmer;
    struct index found;      /* to the place in job->terms */
    LIST(size_t) last_lines; /* that named a term, by its place */
    struct phrases *phrases;
    struct small_words *small; /* words that the posting also writes small */
    struct word_heads heads;   /* of all words of the posting */
    struct word_heads threes;  /* the same, of three letters */
};

/* terms.c */
void terms_add(struct reading *reading, const struct found_term *found);
uint64_t terms_key(struct str text);

/* terms_context.c */
bool is_sign(const struct reading *reading, size_t i, char sign);
bool is_separator(const struct reading *reading, size_t i);
/* A cue stands in the sentence before token i. */
bool follows_cue(const struct reading *reading, size_t i);
/* A phrase of asked.yaml's `nouns` stands behind, perhaps at the end of a
   list: "communication, writing and leadership skills". */
bool precedes_noun(const struct reading *reading, size_t i);
/* `len` tokens at i are meant as a skill, though they alone say little. */
bool is_meant(const struct reading *reading, size_t i, size_t len);
/* The same for a name that is a word like others. */
bool is_meant_as_name(const struct reading *reading, size_t i, size_t len);
/* Letters in brackets that stand for a term before them. */
bool is_short_form(const struct reading *reading, size_t i);
bool is_first(const struct reading *reading, size_t i);

/* terms_skills.c */
struct phrases *phrases_of(struct term_search *search);
void find_skills(struct reading *reading);

/* terms_names.c */
struct small_words *small_words_of(struct term_search *search);
void find_names(struct reading *reading);

#endif
