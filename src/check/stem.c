/*
 * Stems of English words, coarse on purpose: what is asked is whether a word
 * stands anywhere in some form, and a form that is missed would accuse.
 */
#include <string.h>

#include "skills.h"

#define STEM_LEAST 3
#define STEM_LETTERS 7

/* The longest that fits is cut. */
static const char *const endings[] = {
    "izations", "ization", "isation", "ership", "ations", "ation", "ating",
    "ators",    "ator",    "ments",   "ment",   "ities",  "ated",  "ates",
    "tions",    "ical",    "ings",    "ness",   "ance",   "ence",  "able",
    "tion",     "ants",    "ing",     "ity",    "ies",    "ied",   "ers",
    "ors",      "ate",     "ive",     "ion",    "ant",    "ent",   "ics",
    "er",       "or",      "ed",      "es",     "al",     "ly",    "ic",
    "'s",       "s",       "e",       "y",
};

static bool
ends_with(const char *word, size_t len, const char *ending)
{
    size_t size = strlen(ending);
    return len >= size + STEM_LEAST &&
           memcmp(word + len - size, ending, size) == 0;
}

static size_t
cut_ending(const char *word, size_t len)
{
    if (len > 1 && word[len - 1] == 's' && word[len - 2] == 's')
        return len; /* process, business */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(word, len, endings[i]))
            return len - strlen(endings[i]);
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
