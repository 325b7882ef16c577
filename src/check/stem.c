/*
 * Stems of English words, coarse on purpose: what is asked is whether a word
 * stands anywhere in some form, and a form that is missed would accuse.
 */
#include <string.h>

#include "skills.h"

#define STEM_LEAST 3
#define STEM_LETTERS 7

/* The longest that fits is cut. */
static const struct ending {
    char text[9];
    unsigned char len;
} endings[] = {
    {"izations", 8}, {"ization", 7}, {"isation", 7}, {"ership", 6},
    {"ations", 6},   {"ation", 5},   {"ating", 5},   {"ators", 5},
    {"ator", 4},     {"ments", 5},   {"ment", 4},    {"ities", 5},
    {"ated", 4},     {"ates", 4},    {"tions", 5},   {"ical", 4},
    {"ings", 4},     {"ness", 4},    {"ance", 4},    {"ence", 4},
    {"able", 4},     {"tion", 4},    {"ants", 4},    {"ing", 3},
    {"ity", 3},      {"ies", 3},     {"ied", 3},     {"ers", 3},
    {"ors", 3},      {"ate", 3},     {"ive", 3},     {"ion", 3},
    {"ant", 3},      {"ent", 3},     {"ics", 3},     {"er", 2},
    {"or", 2},       {"ed", 2},      {"es", 2},      {"al", 2},
    {"ly", 2},       {"ic", 2},      {"'s", 2},      {"s", 1},
    {"e", 1},        {"y", 1},

};

static size_t
cut_ending(const char *word, size_t len)
{
    char last = len ? word[len - 1] : '\0';
    if (len > 1 && last == 's' && word[len - 2] == 's')
        return len; /* process, business */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const struct ending *ending = &endings[i];
        if (ending->text[ending->len - 1] == last &&
            len >= ending->len + (size_t)STEM_LEAST &&
            memcmp(word + len - ending->len, ending->text, ending->len) == 0)
            return len - ending->len;
    }
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
