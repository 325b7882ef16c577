/* Words and sentences as the rules of privacy look at them. */
#include "privacy.h"

bool
privacy_is_in(const struct tokens *tokens, size_t i, enum lexicon_list list)
{
    size_t term;
    return i < tokens->count && lexicon_match(tokens, i, list, &term) > 0;
}

const struct lexicon_term *
privacy_term(const struct tokens *tokens, size_t i, enum lexicon_list list,
             size_t *length)
{
    size_t term, count;
    *length = i < tokens->count ? lexicon_match(tokens, i, list, &term) : 0;
    return *length ? &lexicon_terms(tokens->pack, list, &count)[term] : NULL;
}

bool
privacy_is_word(const struct tokens *tokens, size_t i)
{
    return i < tokens->count && tokens->at[i].kind == TOKEN_WORD;
}

bool
privacy_is_capital(const struct tokens *tokens, size_t i)
{
    return privacy_is_word(tokens, i) && tokens->at[i].capital &&
           !tokens->at[i].all_caps;
}

bool
privacy_is_lower(const struct tokens *tokens, size_t i)
{
    return privacy_is_word(tokens, i) && !tokens->at[i].capital;
}

/* A point that ends a sentence; not that of "Mrs. Lopez" or "J. Lopez". */
static bool
is_end(const struct tokens *tokens, size_t i)
{
    if (!token_is_symbol(tokens, i, '.') || i + 1 >= tokens->count ||
        !tokens->at[i + 1].space_before)
        return false;
    bool is_initial = i > 0 && privacy_is_word(tokens, i - 1) &&
                      tokens->at[i - 1].capital &&
                      tokens->at[i - 1].to - tokens->at[i - 1].from == 1;
    return !is_initial &&
           !(i > 0 && privacy_is_in(tokens, i - 1, LEXICON_PERSON_TITLE));
}

struct piece
privacy_sentence(const struct tokens *tokens, size_t i)
{
    struct piece sentence = {i, i};
    while (sentence.from > 0 && i - sentence.from < 40 &&
           !is_end(tokens, sentence.from - 1))
        sentence.from--;
    while (sentence.to < tokens->count && sentence.to - i < 40 &&
           !is_end(tokens, sentence.to))
        sentence.to++;
    return sentence;
}

bool
privacy_holds(const struct tokens *tokens, size_t from, size_t to,
              enum lexicon_list list)
{
    for (size_t i = from; i < to && i < tokens->count; i++)
        if (privacy_is_in(tokens, i, list))
            return true;
    return false;
}

bool
privacy_ends_phrase(const struct tokens *tokens, size_t i)
{
    return i >= tokens->count || tokens->at[i].kind != TOKEN_WORD ||
           tokens->at[i].classes &
               (LEXICON_BIT(PREPOSITION) | LEXICON_BIT(CLAUSE) |
                LEXICON_BIT(AUXILIARY)) ||
           privacy_is_in(tokens, i, LEXICON_CARE_LINK) ||
           privacy_is_in(tokens, i, LEXICON_CARE_WORD);
}

size_t
privacy_person(const struct tokens *tokens, size_t i)
{
    size_t length;
    return privacy_term(tokens, i, LEXICON_PERSON, &length) &&
                   !token_is_symbol(tokens, i + length, '-') &&
                   privacy_ends_phrase(tokens, i + length)
               ? length
               : 0;
}
