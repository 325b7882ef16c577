/*
 * The words of a pack. A text is split into tokens once; each token knows its
 * classes and the longest phrase that begins with it. Everything that looks
 * for words walks tokens, so that cost is linear in the length of the text
 * and phrases match alike everywhere: whole words, case ignored, a hyphen
 * equal to a blank, typographic marks equal to plain ones.
 */
#ifndef PACK_LEXICON_H
#define PACK_LEXICON_H

#include "base/list.h"
#include "base/word_heads.h"
#include "pack/pack.h"

enum lexicon_list {
#define LEXICON_CLASS(name, path, mode) LEXICON_##name,
#define LEXICON_LIST(name, path, mode) LEXICON_##name,
#include "pack/lists.def"
#undef LEXICON_CLASS
#undef LEXICON_LIST
    LEXICON_LIST_COUNT
};

#define LEXICON_BIT(name) (UINT64_C(1) << LEXICON_##name)

#define LEXICON_SET_WORDS ((LEXICON_LIST_COUNT + 63) / 64)

/* Some of the lists. */
struct lexicon_set {
    uint64_t bits[LEXICON_SET_WORDS];
};

static inline bool
lexicon_set_has(const struct lexicon_set *set, enum lexicon_list list)
{
    return set->bits[list / 64] >> (list % 64) & 1;
}

/* An entry of a list, as its file has it. */
struct lexicon_term {
    double value;                 /* of number words */
    uint32_t name, advice, group; /* where the texts stand: term_name() */
    uint16_t name_len, advice_len, group_len;
    bool known; /* abbreviations that need no expansion */
    bool case_sensitive;
};

/* Base form, or the wrong form of a misspelling. */
struct str term_name(const struct lexicon_term *term);
/* What to ask or to write instead; may be empty. */
struct str term_advice(const struct lexicon_term *term);
/* Class, category; may be empty. */
struct str term_group(const struct lexicon_term *term);

/* A phrase's place in a list; KPI aliases have list LEXICON_KPI and the
   number of the KPI as term. */
struct lexicon_use {
    unsigned short list, term;
};

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SYMBOL };

struct token {
    unsigned from, to;  /* bytes of the text */
    unsigned char kind; /* enum token_kind */
    /* Of a symbol: the ASCII sign it stands for; 'E' euro, 'L' pound, '>' an
       arrow, '_' an em dash, 'x' a multiplication sign, '*' a bullet. */
    char symbol;
    bool space_before;
    bool capital, all_caps;
    unsigned short word;       /* of the pack's vocabulary; 0 unknown */
    unsigned short node;       /* the word alone as a phrase; 0 none */
    unsigned short phrase;     /* node of the longest phrase from here */
    unsigned short phrase_len; /* its tokens, at least 1 */
    unsigned short asked;      /* as `word`, with the words of postings */
    uint64_t classes;          /* of the word alone */
    /* With phrases that begin with the word, whatever stands behind it. */
    const struct lexicon_set *lists;
};

struct tokens {
    struct str text;
    const struct pack *pack;
    struct token *at;
    size_t count;
    struct lexicon_set lists; /* of all its words */
};

struct tokens tokens_read(struct arena *arena, const struct pack *pack,
                          struct str text);

/* Classes of the longest phrase that begins at token i. */
uint64_t tokens_phrase_classes(const struct tokens *tokens, size_t i);

static inline struct str
token_text(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    return (struct str){tokens->text.at + token->from, token->to - token->from};
}

/* The lower-case word of token i equals `word`. */
static inline bool
token_is(const struct tokens *tokens, size_t i, const char *word)
{
    return i < tokens->count &&
           tokens->at[i].to - tokens->at[i].from == strlen(word) &&
           str_equal_nocase(token_text(tokens, i), str_from(word));
}

static inline bool
token_is_symbol(const struct tokens *tokens, size_t i, char symbol)
{
    return i < tokens->count && tokens->at[i].kind == TOKEN_SYMBOL &&
           tokens->at[i].symbol == symbol;
}

/* False: no phrase of the list stands in the text. */
static inline bool
tokens_may_hold(const struct tokens *tokens, enum lexicon_list list)
{
    return lexicon_set_has(&tokens->lists, list);
}

/* False: no phrase of the list begins at token i. */
static inline bool
token_may_begin(const struct tokens *tokens, size_t i, enum lexicon_list list)
{
    return lexicon_set_has(tokens->at[i].lists, list);
}

/*
 * Looks for a phrase of `list` that begins at token i (the longest); gives
 * the number of tokens and the term, or 0.
 */
size_t lexicon_walk(const struct tokens *tokens, size_t i,
                    enum lexicon_list list, size_t *term);

/* The same, at no cost where no such phrase begins. */
static inline size_t
lexicon_match(const struct tokens *tokens, size_t i, enum lexicon_list list,
              size_t *term)
{
    return token_may_begin(tokens, i, list)
               ? lexicon_walk(tokens, i, list, term)
               : 0;
}

/* Some phrase of the list stands in the text. */
bool tokens_hold(const struct tokens *tokens, enum lexicon_list list);

/* A skill of the pack that a phrase names, or shows in action. */
struct lexicon_skill {
    unsigned short skill; /* of pack_skills */
    unsigned short len;   /* tokens of the phrase */
    bool is_sign;
    bool is_name; /* of a tool, a method or a standard that belongs to it */
};

#define LEXICON_SKILLS 32

/* Skills of all phrases that begin at token i, the shorter first; gives how
   many, LEXICON_SKILLS at most. */
size_t lexicon_skills(const struct tokens *tokens, size_t i,
                      struct lexicon_skill found[LEXICON_SKILLS]);

/* A phrase of the lists ASKED_...: words of postings. */
struct lexicon_asked {
    unsigned short list, term;
    unsigned short len; /* tokens */
};

/* All such phrases that begin at token i, the shorter first; LEXICON_SKILLS at
   most. */
size_t lexicon_asked(const struct tokens *tokens, size_t i,
                     struct lexicon_asked found[LEXICON_SKILLS]);

/* The term of a node in a list, or SIZE_MAX. */
size_t lexicon_term_of(const struct pack *pack, unsigned node,
                       enum lexicon_list list);

/* The term of a single word, case ignored, or SIZE_MAX. */
size_t lexicon_term_of_word(const struct pack *pack, struct str word,
                            enum lexicon_list list);

/* Classes of a single word, case ignored; 0 when it is unknown. */
uint64_t lexicon_classes_of_word(const struct pack *pack, struct str word);

/* ---- phrases by stems: aliases of skills and KPIs of the tables, of two to
   five telling words, for those who look for other forms of them ----------- */

enum { PACK_PHRASE_MOST = 5 };

/* Words of the same stem that begin alike. */
struct pack_stem {
    struct pack_text text; /* its stem; the word itself when !is_stem */
    unsigned short head, head_of_three;
    bool keeps_three, is_stem;
};

struct pack_phrase {
    unsigned short stems[PACK_PHRASE_MOST]; /* of pack_stems */
    unsigned short of;                      /* skill or KPI */
    unsigned char count;
    bool is_kpi;
    bool is_loose; /* may stand where its stems say it cannot */
};

const struct pack_stem *pack_stems(const struct pack *pack, size_t *count);
/* Those of skills, then those of KPIs. */
const struct pack_phrase *pack_phrases(const struct pack *pack, size_t *count);
/* Of three letters, of all words of all aliases. */
const struct word_heads *pack_phrase_heads(const struct pack *pack);

const struct lexicon_term *lexicon_terms(const struct pack *pack,
                                         enum lexicon_list list, size_t *count);

#endif
