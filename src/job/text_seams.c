/*
 * Seams: places where two lines were joined without even a blank, as programs
 * do that take the tags out of a page: "within 30 days.Minimum Qualifications",
 * "in GeorgiaEducational Requirements: Associates Degree". What stands on the
 * two sides of a seam were lines of their own, headings among them.
 *
 * A sentence's end before a capital is one. A capital behind small letters may
 * as well be a name ("PowerPoint"), so that one counts only before a word that
 * items begin with (text_openers.def), and beside a known heading.
 */
#include "text_parts.h"

#include <stdlib.h>

#define HEADING_MOST 60

/* Words that items begin with, in small letters. */
static const char openers[][16] = {
#define OPENS(word) word,
#include "text_openers.def"
};

static bool
is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool
is_large(char c)
{
    return c >= 'A' && c <= 'Z';
}

static int
order_of(const void *word, const void *opener)
{
    const struct str *a = word;
    return str_compare(*a, str_from(opener));
}

bool
posting_opens_item(struct str s, size_t at)
{
    char low[16];
    size_t n = 0;
    if (s.at[at] == 'A' && at + 1 < s.len && s.at[at + 1] == ' ')
        at += 2;
    for (; at < s.len && ascii_is_alpha(s.at[at]) && n < sizeof low; at++)
        low[n++] = ascii_lower(s.at[at]);
    struct str rest = str_slice(s, at, s.len);
    bool is_owner =
        str_starts(rest, STR("'s")) || str_starts(rest, STR("\342\200\231s"));
    if (is_owner && n < sizeof low)
        low[n++] = 's';
    struct str word = {low, n};
    return n < sizeof low &&
           bsearch(&word, openers, sizeof openers / sizeof *openers,
                   sizeof *openers, order_of);
}

/* All of the text is a heading that is known, but for words that say nothing
   in one. */
static bool
is_heading(struct posting *posting, struct str s)
{
    if (s.len < 6 || s.len > HEADING_MOST || !is_large(s.at[0]))
        return false;
    const sign_hit_list *hits = posting_look(posting, s);
    const struct words *words = &posting->words;
    size_t covered = 0, known = 0;
    for (size_t i = 0, k = 0; i < words->list.count; i++) {
        for (; k < hits->count && hits->at[k].from <= i; k++)
            if (hits->at[k].sign->kind <= SIGN_HEADING_WEAK &&
                hits->at[k].from + hits->at[k].count > covered)
                known = covered = hits->at[k].from + hits->at[k].count;
        if (i >= covered && !posting_is_fill(words_at(words, i)))
            return false;
    }
    return known > 0;
}

/* "Educational Requirements: ..." */
static bool
begins_heading(struct posting *posting, struct str s, size_t at)
{
    struct str rest = str_slice(s, at, at + HEADING_MOST);
    size_t colon = str_find_byte(rest, ':', 0);
    return colon != SIZE_MAX && is_heading(posting, str_slice(rest, 0, colon));
}

bool
posting_is_item(struct posting *posting, struct str s)
{
    return s.len && posting_opens_item(s, 0) && !is_heading(posting, s) &&
           !begins_heading(posting, s, 0);
}

/* "the following:Nurses", not "Location:Boise", which is a field. */
static bool
follows_small(struct str s, size_t at)
{
    size_t from = at;
    while (from > 0 && is_small(s.at[from - 1]))
        from--;
    return from > 0 && s.at[from - 1] == ' ' && at - from > 3;
}

/* "desired5 years", "ICU1-2 years": a number of years behind letters. */
static bool
begins_years(struct str s, size_t at)
{
    size_t i = at;
    if (!ascii_is_alpha(s.at[at - 1]) || !ascii_is_alpha(s.at[at - 2]))
        return false;
    while (i < s.len && i < at + 8 &&
           (ascii_is_digit(s.at[i]) || strchr("+- ", s.at[i])))
        i++;
    struct str unit = str_slice(s, i, i + 4);
    return str_equal_nocase(unit, STR("year")) ||
           str_equal_nocase(str_slice(unit, 0, 3), STR("yrs"));
}

/* "days.Minimum", "days.A minimum", "(RN)Current", "hire).Current"; not
   "Node.js", "e.g.", "www.Name". */
static bool
ends_before(struct str s, size_t at)
{
    char last = s.at[at - 1], before = s.at[at - 2];
    bool is_article = s.at[at] == 'A' && s.at[at + 1] == ' ';
    bool is_word = is_small(s.at[at + 1]) && is_small(s.at[at + 2]);
    if (at < 4 || !strchr(".!?;):", last) || !(is_word || is_article))
        return false;
    if (last == ':')
        return follows_small(s, at - 1);
    if (last == ')')
        return ascii_is_alpha(before) && is_word;
    bool is_even = (is_small(before) && is_small(s.at[at - 3])) ||
                   (is_large(before) && is_large(s.at[at - 3]));
    return before == ')' || (is_even && s.at[at - 4] != '.');
}

/* "GeorgiaEducational", "QUALIFICATIONSEducation". */
static bool
is_pasted(struct str s, size_t at)
{
    if (at < 6)
        return false;
    if (is_small(s.at[at - 1]) && is_small(s.at[at - 2]))
        return true;
    for (size_t i = 1; i <= 5; i++)
        if (!is_large(s.at[at - i]))
            return false;
    return is_small(s.at[at + 1]) && is_small(s.at[at + 2]);
}

/* "careProject", "degreeCPHQ": no name has four small letters and goes on
   so. */
static bool
ends_small(struct str s, size_t at)
{
    size_t from = at;
    while (from > 0 && is_small(s.at[from - 1]))
        from--;
    if (at - from < 4 || (from > 0 && s.at[from - 1] != ' '))
        return false;
    return (is_small(s.at[at + 1]) && is_small(s.at[at + 2])) ||
           (is_large(s.at[at + 1]) && is_large(s.at[at + 2]));
}

/* Where a word begins that is a heading of its own before the capital at `at`:
   "Software BenefitsHealth insurance"; 0: none does. */
static size_t
heading_before(struct posting *posting, struct str s, size_t from, size_t at)
{
    size_t word = at;
    while (word > from && ascii_is_alpha(s.at[word - 1]))
        word--;
    if (at - word < 8 || word == from || s.at[word - 1] != ' ' ||
        !is_large(s.at[word]))
        return 0;
    const sign_hit_list *hits = posting_look(posting, str_slice(s, word, at));
    for (size_t i = 0; i < hits->count; i++) {
        const struct sign *sign = hits->at[i].sign;
        bool is_sure = sign->section == SECTION_BOILERPLATE ||
                       sign->section == SECTION_DUTIES ||
                       str_starts(sign_words(sign), STR("requirement")) ||
                       str_starts(sign_words(sign), STR("qualification"));
        if (sign->kind <= SIGN_HEADING_ALONE && is_sure)
            return word;
    }
    return 0;
}

/* "discussions.- Identify and evaluate" */
static bool
begins_item(struct str s, size_t at)
{
    return s.at[at] == '-' && s.at[at + 1] == ' ' && is_large(s.at[at + 2]) &&
           strchr(".:;!)", s.at[at - 1]);
}

size_t
posting_find_seam(struct posting *posting, struct str s, size_t from)
{
    const char *at = s.at;
    size_t end = s.len > 3 ? s.len - 3 : 0;
    for (size_t i = from + 3; i < end; i++) {
        while (i < end && at[i] >= 'a') /* most of a text */
            i++;
        if (i >= end || (unsigned char)(at[i] - '-') > 'Z' - '-' ||
            at[i - 1] == ' ')
            continue;
        if (begins_item(s, i))
            return i;
        if (ascii_is_digit(s.at[i]) && begins_years(s, i))
            return i;
        if (!is_large(s.at[i]))
            continue;
        if (ends_before(s, i))
            return i;
        if (!is_pasted(s, i))
            continue;
        bool has_word =
            is_small(s.at[i + 1]) || (s.at[i] == 'A' && s.at[i + 1] == ' ');
        if ((has_word && posting_opens_item(s, i)) || ends_small(s, i) ||
            is_heading(posting, str_slice(s, from, i)) ||
            begins_heading(posting, s, i))
            return i;
        size_t word = heading_before(posting, s, from, i);
        if (word)
            return word;
    }
    return s.len;
}
