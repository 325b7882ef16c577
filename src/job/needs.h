/*
 * How requirements are read. A posting is cut into blocks (a line, or lines
 * that an editor broke), a block into words and a block's words into
 * sentences. In a sentence the readers of years, degrees, licenses and other
 * wants leave hits in order; what stands between hits says whether they are
 * alternatives, and which of them a "preferred" is about.
 */
#ifndef JOB_NEEDS_H
#define JOB_NEEDS_H

#include "parts.h"

/* What a word may be in a requirement; needs_words.c has the words. */
enum need_class {
    WORD_NUMBER,  /* value: hundredths */
    WORD_YEAR,    /* years, Jahre, ans */
    WORD_MONTH,   /*                                                       */
    WORD_LEAST,   /* minimum, at least, mindestens */
    WORD_MORE,    /* "or more", "plus" */
    WORD_EXP,     /* experience, Berufserfahrung */
    WORD_WORK,    /* role, position, setting: where years are spent */
    WORD_OR,      /*                                                       */
    WORD_AND,     /*                                                       */
    WORD_WITH,    /*                                                       */
    WORD_REQ,     /* required, must, essential */
    WORD_PREF,    /* preferred, desirable, ideally */
    WORD_NOT,     /*                                                       */
    WORD_LEVEL,   /* bachelor, master: value is enum degree_level */
    WORD_SURE,    /* of a level: needs no "degree" beside it */
    WORD_DEGREE,  /* degree, Studium, diploma */
    WORD_LICENSE, /* license, licensure, registration */
    WORD_LICENSED,
    WORD_CERT, /* certification, certificate, credential */
    WORD_CERTIFIED,
    WORD_ORG,      /* our, founded, hospital: the employer speaks of itself */
    WORD_SEEK,     /* candidate, applicant, you: of the person wanted */
    WORD_HAVE,     /* have, hold, possess */
    WORD_IN,       /* in, as, with: what a field or a job follows */
    WORD_LEAD,     /* management, supervisory: in charge of people */
    WORD_OF_WHAT,  /* project, case: their management leads nobody */
    WORD_FILL,     /* a, an, the, full, related: skipped */
    WORD_NOT_EXP,  /* contract, probation, old: years of something else */
    WORD_BEFORE,   /* past, every, within: no requirement follows */
    WORD_SKILL,    /* knowledge of, familiarity with */
    WORD_LIKE,     /* equivalent, related, similar */
    WORD_LIEU,     /* in lieu, substitute */
    WORD_WITHIN,   /*                                                       */
    WORD_HIRE,     /* hire, employment: "within a year of hire" */
    WORD_OBTAIN,   /* obtain, willingness, eligible */
    WORD_STOP,     /* ends a field of study */
    WORD_STUDY,    /* college, university: "four-year college" */
    WORD_SCHOOL,   /* high school */
    WORD_CONNECT,  /* a word that a line cannot end on */
    WORD_WANT,     /* begins what needs_other.c looks for */
    WORD_ACCOUNTS, /* the field of accounting */
    WORD_STATE,    /* current, valid, active: before a license */
    WORD_CLASS_COUNT
};

#define WORD_BIT(name) (UINT64_C(1) << WORD_##name)

enum degree_level {
    DEGREE_NONE,
    DEGREE_ASSOCIATE,
    DEGREE_BACHELOR,
    DEGREE_MASTER,
    DEGREE_DOCTOR
};

struct need_word {
    char word[24]; /* lower case; in place, as a pointer would be relocated */
    uint64_t classes;
    int value;
};

struct need_token {
    unsigned from, to; /* of the block's text */
    char symbol;       /* '\0': a word or a number */
    bool is_number;
    bool breaks; /* a sentence was pasted to the one before: "requiredValid" */
    bool capital, all_caps, dotted;
    unsigned char name_words; /* pack_name_begins() of it */
    unsigned hundredths;      /* of a number */
    uint64_t classes;
    int value;
};
typedef LIST(struct need_token) need_tokens;

struct need_index {
    unsigned short *words;  /* slots by hash: number of the word + 1 */
    struct need_memo *memo; /* words of the posting that were looked up */
};

struct need_index need_index_new(struct arena *arena);

void need_tokens_read(struct arena *arena, const struct need_index *index,
                      struct str text, need_tokens *tokens);

enum need_mode { MODE_NONE, MODE_REQUIRED, MODE_PREFERRED };

/* How a hit is tied to the one before it. */
enum need_link { LINK_NONE, LINK_COMMA, LINK_OR, LINK_AND };

struct need_hit {
    struct job_need need;
    size_t first, end; /* tokens: what was read */
    enum need_link link;
    enum need_mode mode;
    bool is_tentative; /* counts only where something is asked for */
    bool is_dropped;
    enum degree_level level;
};

/* A block that is being read. */
struct need_scan {
    struct arena *arena;
    const struct pack *pack;
    struct need_index index;
    const struct job_line *line; /* the first of the block */
    enum job_place place; /* of the line, by the heading it stands under */
    struct str text;
    need_tokens tokens;
    LIST(struct need_hit) hits; /* of the sentence */
    size_t first, end;          /* tokens of the sentence */
    uint64_t classes;           /* of all its words */
    unsigned groups;            /* given so far */
};

static inline bool
need_is(const struct need_scan *scan, size_t i, uint64_t classes)
{
    return i < scan->end && (scan->tokens.at[i].classes & classes) != 0;
}

static inline bool
need_is_symbol(const struct need_scan *scan, size_t i, char symbol)
{
    return i < scan->end && scan->tokens.at[i].symbol == symbol;
}

/* The token, which is no sign, is this word, case ignored. */
bool need_equals(const struct need_scan *scan, const struct need_token *token,
                 const char *word);

/* The token is this word, in small letters here. Most are told apart by their
   length and first letter. */
static inline bool
need_is_word(const struct need_scan *scan, size_t i, const char *word)
{
    if (i >= scan->end)
        return false;
    const struct need_token *token = &scan->tokens.at[i];
    return ascii_lower(scan->text.at[token->from]) == word[0] &&
           !token->symbol && token->to - token->from == strlen(word) &&
           need_equals(scan, token, word);
}

/* Bytes of the block from token `first` to the one before `end`. */
struct str need_text(const struct need_scan *scan, size_t first, size_t end);
/* Some word of [first, end) has one of the classes. */
bool need_holds(const struct need_scan *scan, size_t first, size_t end,
                uint64_t classes);

/* The longest name of a credential that begins at token i: the token behind
   it and whose it is, or i. */
size_t need_known(const struct need_scan *scan, size_t i,
                  const struct pack_credential **known);

/* Each looks for something that begins at token i; gives the token behind it
   after adding a hit, or i. */
size_t need_read_years(struct need_scan *scan, size_t i);
size_t need_read_degree(struct need_scan *scan, size_t i);
size_t need_read_credential(struct need_scan *scan, size_t i);
size_t need_read_other(struct need_scan *scan, size_t i);

struct need_hit *need_add(struct need_scan *scan, enum job_need_kind kind,
                          size_t first, size_t end);

/* Links, modes and groups of the sentence's hits. */
void need_relate(struct need_scan *scan);

#endif
