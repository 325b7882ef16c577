/*
 * Stems of English words, coarse on purpose: what is asked is whether a word
 * stands anywhere in some form, and a form that is missed would accuse.
 */
#include <string.h>

#include "base/index.h"
#include "skills.h"

#define STEM_LEAST 3
#define STEM_LETTERS 7

#define LAST(letter) ((letter) - 'a')

/* By their last letter; the longest that fits is cut. */
static const struct ending {
    char text[9];
    unsigned char len;
} endings[26][18] = {
    [LAST('c')] = {{"ic", 2}},
    [LAST('d')] = {{"ated", 4}, {"ied", 3}, {"ed", 2}},
    [LAST('e')] = {{"ance", 4},
                   {"ence", 4},
                   {"able", 4},
                   {"ate", 3},
                   {"ive", 3},
                   {"e", 1}},
    [LAST('g')] = {{"ating", 5}, {"ing", 3}},
    [LAST('l')] = {{"ical", 4}, {"al", 2}},
    [LAST('n')] =
        {{"ization", 7}, {"isation", 7}, {"ation", 5}, {"tion", 4}, {"ion", 3}},
    [LAST('p')] = {{"ership", 6}},
    [LAST('r')] = {{"ator", 4}, {"er", 2}, {"or", 2}},
    [LAST('s')] = {{"izations", 8},
                   {"ations", 6},
                   {"ators", 5},
                   {"ments", 5},
                   {"ities", 5},
                   {"tions", 5},
                   {"ates", 4},
                   {"ings", 4},
                   {"ness", 4},
                   {"ants", 4},
                   {"ies", 3},
                   {"ers", 3},
                   {"ors", 3},
                   {"ics", 3},
                   {"es", 2},
                   {"'s", 2},
                   {"s", 1}},
    [LAST('t')] = {{"ment", 4}, {"ant", 3}, {"ent", 3}},
    [LAST('y')] = {{"ity", 3}, {"ly", 2}, {"y", 1}},
};

static size_t
cut_ending(const char *word, size_t len)
{
    char last = len ? word[len - 1] : '\0';
    if (last < 'a' || last > 'z' ||
        (len > 1 && last == 's' && word[len - 2] == 's'))
        return len; /* process, business */
    for (const struct ending *ending = endings[LAST(last)]; ending->len;
         ending++)
        if (len >= ending->len + (size_t)STEM_LEAST &&
            memcmp(word + len - ending->len, ending->text, ending->len) == 0)
            return len - ending->len;
    return len;
}

size_t
stem_of(struct str word, char stem[STEM_ROOM])
{
    size_t len = 0;
    if (word.len >= STEM_ROOM)
        return 0;
    for (; len < word.len; len++)
        stem[len] = ascii_lower(word.at[len]);
    if (len >= 5 && memcmp(stem, "analy", 5) == 0)
        return 5; /* analysis, analytics, analyzed */
    len = cut_ending(stem, len);
    if (len > STEM_LEAST && stem[len - 1] == stem[len - 2] &&
        !strchr("aeiouls", stem[len - 1]))
        len--; /* planned, programming */
    if (len > STEM_LEAST && stem[len - 1] == 'i')
        stem[len - 1] = 'y';
    return len < STEM_LETTERS ? len : STEM_LETTERS;
}

uint64_t
stem_key(struct str word)
{
    char stem[STEM_ROOM];
    size_t len = stem_of(word, stem);
    return len ? index_of_text((struct str){stem, len}) : 0;
}
