/* Where words stand that alone would say little. */
#include "terms.h"

/* Tokens between a word and what makes a skill of it. */
#define LIST_MOST 12

bool
is_sign(const struct reading *reading, size_t i, char sign)
{
    return i < reading->to && token_is_symbol(&reading->tokens, i, sign);
}

static bool
is_and(const struct reading *reading, size_t i)
{
    return i < reading->to && (token_is(&reading->tokens, i, "and") ||
                               token_is(&reading->tokens, i, "or") ||
                               token_is_symbol(&reading->tokens, i, '&'));
}

/* Between the items of a list. */
bool
is_separator(const struct reading *reading, size_t i)
{
    return is_and(reading, i) || is_sign(reading, i, ',') ||
           is_sign(reading, i, '/') || is_sign(reading, i, '|') ||
           is_sign(reading, i, '(') || is_sign(reading, i, ')') ||
           is_sign(reading, i, '+');
}

static bool
is_small_word(const struct reading *reading, size_t i)
{
    uint64_t small = LEXICON_BIT(PREPOSITION) | LEXICON_BIT(DETERMINER) |
                     LEXICON_BIT(CLAUSE) | LEXICON_BIT(AUXILIARY);
    return reading->tokens.at[i].classes & small;
}

/* At the head of the sentence, or behind what opens one. */
bool
is_first(const struct reading *reading, size_t i)
{
    return i == reading->from || is_sign(reading, i - 1, ':') ||
           is_sign(reading, i - 1, '_') || is_sign(reading, i - 1, '-') ||
           is_sign(reading, i - 1, '.') || is_sign(reading, i - 1, '"');
}

bool
follows_cue(const struct reading *reading, size_t i)
{
    return reading->cue < i;
}

bool
precedes_noun(const struct reading *reading, size_t i)
{
    size_t end = i + LIST_MOST < reading->to ? i + LIST_MOST : reading->to;
    for (; i < end; i++) {
        if (reading->notes[i].noun_len)
            return true;
        if (reading->tokens.at[i].kind != TOKEN_WORD &&
            !is_separator(reading, i))
            return false;
        if (is_small_word(reading, i) && !is_and(reading, i))
            return false;
    }
    return false;
}

/* The item of a list, or what stands before its colon. */
static bool
is_whole_item(const struct reading *reading, size_t i, size_t len)
{
    enum job_place place = reading->line->place;
    bool asked = place == JOB_REQUIRED || place == JOB_PREFERRED;
    size_t end = i + len;
    if (!is_first(reading, i) || !(asked || reading->line->is_item))
        return false;
    return end >= reading->to || is_sign(reading, end, ':') ||
           is_sign(reading, end, '_') || is_sign(reading, end, '(') ||
           is_sign(reading, end, ',');
}

/* Directly behind a cue, or in the list that it opens. */
static bool
is_in_cued_list(const struct reading *reading, size_t i, size_t len)
{
    size_t end = i + len;
    bool opens = i > reading->from && (reading->notes[i - 1].cue_ends ||
                                       is_separator(reading, i - 1));
    bool closes = end >= reading->to || is_separator(reading, end) ||
                  reading->tokens.at[end].kind == TOKEN_SYMBOL ||
                  is_small_word(reading, end);
    return opens && closes && follows_cue(reading, i);
}

/* "first article inspection (FAI)": the letters of the words before. */
bool
is_short_form(const struct reading *reading, size_t i)
{
    struct str letters = token_text(&reading->tokens, i);
    size_t at = i - 1, left = letters.len;
    if (i < reading->from + 3 || !is_sign(reading, i - 1, '(') ||
        !reading->tokens.at[i].all_caps)
        return false;
    while (left > 0 && at > reading->from) {
        const struct token *token = &reading->tokens.at[--at];
        if (token->kind != TOKEN_WORD)
            continue;
        char first = ascii_lower(reading->tokens.text.at[token->from]);
        if (first == ascii_lower(letters.at[left - 1]))
            left--;
        else if (!is_small_word(reading, at))
            return false;
    }
    return left == 0 && reading->notes[at].taken;
}

bool
is_meant(const struct reading *reading, size_t i, size_t len)
{
    if (is_whole_item(reading, i, len) || is_in_cued_list(reading, i, len))
        return true;
    return precedes_noun(reading, i + len);
}

/* A name with a capital next to it in a list: "Word, Excel". */
static bool
is_among_names(const struct reading *reading, size_t i, size_t len)
{
    size_t end = i + len;
    bool before = i >= reading->from + 2 && is_separator(reading, i - 1) &&
                  reading->notes[i - 2].taken;
    bool behind = end + 1 < reading->to && is_separator(reading, end) &&
                  reading->tokens.at[end + 1].capital &&
                  reading->notes[end + 1].name_len;
    return before || behind;
}

bool
is_meant_as_name(const struct reading *reading, size_t i, size_t len)
{
    size_t end = i + len;
    if (!reading->tokens.at[i].capital)
        return false;
    if (is_in_cued_list(reading, i, len) || is_among_names(reading, i, len))
        return true;
    if (end < reading->to && (reading->notes[end].noun_len ||
                              reading->tokens.at[end].kind == TOKEN_NUMBER))
        return true;
    if (reading->capitals || is_first(reading, i))
        return is_whole_item(reading, i, len) && !reading->capitals;
    /* "our Epic team", not "the Access Center" */
    bool alone = end >= reading->to || !reading->tokens.at[end].capital;
    bool follows = reading->tokens.at[i - 1].capital;
    bool means = token_is(&reading->tokens, i - 1, "in") ||
                 token_is(&reading->tokens, i - 1, "with") ||
                 token_is(&reading->tokens, i - 1, "using");
    return alone && !follows && (means || reading->line->place != JOB_OTHER);
}
