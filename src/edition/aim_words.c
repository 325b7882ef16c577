/*
 * Keywords of a variant and names in a posting, which no pack knows: found in
 * a text when all their words stand in it, in any form and order. An
 * abbreviation and what it stands for are one.
 */
#include "base/list.h"
#include "base/stem.h"
#include "check/evidence.h"
#include "pack/lexicon.h"
#include "parts.h"

/* A term in one of its forms: numbers of words. */
struct aim_form {
    size_t term; /* of the aim */
    LIST(size_t) words;
    struct str text;
};

struct aim_words {
    LIST(uint64_t) keys; /* of the stems, each once */
    uint64_t heads[64];  /* some word begins with these letters */
    LIST(struct aim_form) forms;
};

/* ---- words -------------------------------------------------------------- */

#define HEAD_LETTERS 3

static unsigned
head_of(struct str word)
{
    unsigned head = 0;
    for (size_t i = 0; i < HEAD_LETTERS; i++)
        head = head * 31 +
               (i < word.len ? (unsigned char)ascii_lower(word.at[i]) : 0);
    return head & 4095;
}

/* Of its stem: "coding", "coded" and "codes" are one. */
static uint64_t
key_of(struct stemmer *stemmer, struct str word)
{
    unsigned number = stemmer_number(stemmer, word);
    return number ? str_hash(stemmer_text(stemmer, number)) : str_hash(word);
}

static size_t
find_key(const struct aim_words *words, uint64_t key)
{
    for (size_t i = 0; i < words->keys.count; i++)
        if (words->keys.at[i] == key)
            return i;
    return SIZE_MAX;
}

/* "and", "of", "the" tell nothing. */
static bool
is_telling(const struct token *token)
{
    uint64_t small = LEXICON_BIT(PREPOSITION) | LEXICON_BIT(DETERMINER) |
                     LEXICON_BIT(CLAUSE) | LEXICON_BIT(AUXILIARY);
    return token->kind == TOKEN_NUMBER ||
           (token->kind == TOKEN_WORD &&
            (token->all_caps || !(token->classes & small)));
}

/* ---- making ------------------------------------------------------------- */

static void
add_form(struct arena *arena, struct stemmer *stemmer, struct aim_words *words,
         const struct aim *aim, size_t term, struct str text)
{
    struct aim_form form = {.term = term, .text = text};
    struct tokens tokens = tokens_read(arena, aim->pack, text);
    for (size_t i = 0; i < tokens.count; i++) {
        struct str word = token_text(&tokens, i);
        if (!is_telling(&tokens.at[i]))
            continue;
        uint64_t key = key_of(stemmer, word);
        size_t at = find_key(words, key);
        if (at == SIZE_MAX) {
            at = words->keys.count;
            *list_add(arena, &words->keys) = key;
        }
        *list_add(arena, &form.words) = at;
        words->heads[head_of(word) >> 6] |= UINT64_C(1) << (head_of(word) & 63);
    }
    if (form.words.count)
        *list_add(arena, &words->forms) = form;
}

const struct aim_words *
aim_words_of(struct arena *arena, const struct aim *aim)
{
    struct aim_words *words = ARENA_NEW(arena, struct aim_words);
    struct stemmer *stemmer = NULL;
    for (size_t i = 0; i < aim->terms.count; i++) {
        const struct aim_term *term = &aim->terms.at[i];
        if (term->kind != AIM_WORDS)
            continue;
        if (!stemmer)
            stemmer = stemmer_new(arena);
        struct name_forms forms = name_forms_of(aim->pack, term->text);
        for (size_t k = 0; k < forms.count; k++)
            add_form(arena, stemmer, words, aim, i, forms.at[k]);
    }
    stemmer_free(stemmer);
    return words->forms.count ? words : NULL;
}

/* ---- a text ------------------------------------------------------------- */

static bool
stands(const struct aim_form *form, const bool *seen, struct str text)
{
    for (size_t i = 0; i < form->words.count; i++)
        if (!seen[form->words.at[i]])
            return false;
    return name_stands(form->text, text);
}

void
aim_words_meet(struct arena *arena, const struct aim_words *words,
               const struct tokens *tokens, unsigned char *shares)
{
    bool *seen = ARENA_ARRAY(arena, words->keys.count, bool);
    struct stemmer *stemmer = NULL; /* most texts need none */
    for (size_t i = 0; i < tokens->count; i++) {
        struct str word = token_text(tokens, i);
        unsigned head = head_of(word);
        if (!(words->heads[head >> 6] >> (head & 63) & 1))
            continue;
        if (!stemmer)
            stemmer = stemmer_new(arena);
        size_t at = find_key(words, key_of(stemmer, word));
        if (at != SIZE_MAX)
            seen[at] = true;
    }
    stemmer_free(stemmer);
    for (size_t i = 0; stemmer && i < words->forms.count; i++)
        if (stands(&words->forms.at[i], seen, tokens->text))
            shares[words->forms.at[i].term] = 100;
}
