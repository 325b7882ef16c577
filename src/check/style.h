/*
 * How a bullet opens, shared by the rules of style: where its first verb
 * stands, which verb it is, in which form.
 */
#ifndef CHECK_STYLE_H
#define CHECK_STYLE_H

#include "rule.h"

enum verb_form { VERB_NONE, VERB_BASE, VERB_THIRD, VERB_ING, VERB_PAST };

enum opener_kind {
    OPENER_VERB,
    OPENER_WEAK,  /* "responsible for": a phrase of weak_openers */
    OPENER_OTHER, /* a label, a number, a quote, a clause, an honour */
    OPENER_NOUN   /* begins with what no verb opens */
};

struct verb {
    enum verb_form form;
    struct str base; /* empty when told by its ending alone */
    struct str past;
    bool noun_too;
};

struct opener {
    enum opener_kind kind;
    struct verb verb; /* of OPENER_VERB */
    size_t first;     /* first token that counts; the count when none does */
    size_t at;        /* of the verb or phrase */
    size_t len;       /* its tokens */
    size_t weak;      /* the term of weak_openers */
};

const struct opener *style_opener(struct check *check,
                                  const struct check_bullet *bullet);

/* What verb a word is, listed or by its ending. */
struct verb verb_of(struct check *check, struct str word);
/* The past of a listed verb, or its base, as `like` is capitalised. */
struct str verb_text(struct check *check, struct str word, struct str like);

/* Three verbs that fit the words of a bullet, in the tense of its position,
   other ones for each bullet: "negotiated, budgeted or audited". `except` may
   be empty. */
/* " (cut, reduced or lowered)" for the opening of a bullet; empty when nothing
   in it says which verbs would fit. */
struct str style_offer(struct check *check, const struct check_bullet *bullet);
struct str style_verbs(struct check *check, const struct check_bullet *bullet,
                       struct str except);

/* Ended before today; a position without an end is not. */
bool style_is_past(const struct check *check,
                   const struct check_bullet *bullet);
bool style_is_current(const struct check *check,
                      const struct check_bullet *bullet);

/* Inside quotation marks, code, emphasis: for each token. */
const bool *style_quoted(struct check *check, const struct check_text *text);
/* Words as a reader counts them. */
size_t style_words(struct str text);
/* Whether token i ends a sentence and another begins behind it. */
bool style_sentence_ends(const struct tokens *tokens, size_t i);
/* Whether a token is one of the first of a sentence. */
bool style_sentence_begins(const struct tokens *tokens, size_t i);
/* Sets a safe edit when the source has the very bytes of the text. */
void style_edit(struct check *check, struct finding *finding,
                const struct check_text *text, size_t from, size_t to,
                struct str instead);

/* family_style_words.c */
void style_first_person(struct check *check, const struct check_text *text);
/* Tokens of the first passive from *at on, 0 when there is none. */
size_t style_find_passive(const struct tokens *tokens, size_t *at);
void style_passive(struct check *check, const struct check_bullet *bullet);
void style_buzzwords(struct check *check, const struct check_text *text);
/* family_style_tense.c */
void style_tense(struct check *check, const struct check_text *text);
void style_repeated(struct check *check);
/* family_style_form.c */
void style_lengths(struct check *check);
void style_endings(struct check *check);
void style_marks(struct check *check, const struct check_text *text);
/* family_style_blank.c */
void style_placeholder(struct check *check, const struct check_text *text);
/* A figure of the bullet may be among what is still to be filled in. */
bool style_is_unfinished(const struct check *check,
                         const struct check_bullet *bullet);
/* "Scrum", "Tools: Excel, Tableau": no sentence on what was done. */
bool style_is_label(const struct check_bullet *bullet);

#endif
