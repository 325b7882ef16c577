/*
 * Words of a posting and the phrases among them that tell what a line is
 * about: text_headings.def and text_phrases.def, looked up by their first
 * word, so that the cost does not grow with the tables.
 */
#ifndef JOB_TEXT_SIGNS_H
#define JOB_TEXT_SIGNS_H

#include "base/buf.h"
#include "base/list.h"

/* A text in lower case, without apostrophes, "and" for &, one blank for
   whatever else parts words. */
struct word {
    uint32_t from, len; /* in the folded text */
    uint32_t key;       /* its first four bytes */
    uint32_t at;        /* of its first byte in the text that was folded */
    bool is_capital;
};

struct words {
    struct buf folded;
    LIST(struct word) list;
};

enum sign_kind {
    SIGN_HEADING_PART,
    SIGN_HEADING_START,
    SIGN_HEADING_ALONE,
    SIGN_HEADING_WEAK,
    SIGN_CERTAIN,
    SIGN_LIKELY,
    SIGN_HINT,
    SIGN_NOT_SO,
    SIGN_ASKS,
    SIGN_ASKS_FOR,
    SIGN_NAMES,
    SIGN_BOASTS,
    SIGN_WISHES,
    SIGN_DOES,
    SIGN_MENU
};

/* What a heading begins; the first six in the order in which they win. */
enum section {
    SECTION_END,
    SECTION_PREFERRED,
    SECTION_BOILERPLATE,
    SECTION_CONDITIONS,
    SECTION_REQUIRED,
    SECTION_DUTIES,
    SECTION_OTHER,
    SECTION_ASKING /* behind requirements, below a heading nobody knows */
};

struct sign {
    uint16_t at, len;      /* of sign_words() */
    unsigned char kind;    /* enum sign_kind */
    unsigned char section; /* enum section, of headings */
};

/* Of a byte: the letter or digit of ASCII in lower case; 0: none of them. */
extern const char word_letters[256];

struct str sign_words(const struct sign *sign);

/* A phrase that was found: `count` words from word `from` on. */
struct sign_hit {
    const struct sign *sign;
    size_t from, count;
};
typedef LIST(struct sign_hit) sign_hit_list;

struct signs;

/* The tables, ready for looking up. */
const struct signs *signs_new(struct arena *arena);
/* All signs, for tests. */
const struct sign *signs_table(size_t *count);

struct words words_new(struct arena *arena);
/* Folds the text; what was there before is gone. */
void words_fold(struct words *words, struct str text);
struct str words_at(const struct words *words, size_t i);
/* Whether the whole folded text is this. */
bool words_are(const struct words *words, const char *folded);

/* At each word the longest heading and the longest phrase that begin there;
   `hits` is emptied first. */
void signs_find(struct arena *arena, const struct signs *signs,
                const struct words *words, sign_hit_list *hits);
/* The same at word i only. */
void signs_find_at(struct arena *arena, const struct signs *signs,
                   const struct words *words, size_t i, sign_hit_list *hits);

#endif
