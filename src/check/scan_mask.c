/*
 * Step 1: numbers that measure nothing. Names, codes, addresses and idioms
 * are masked; dates, years and fiscal periods too, but remembered as saying
 * when. Each mask looks at the tokens from one place on and gives how many of
 * them it covers; earlier masks win. Word lists are in the pack's `masks`,
 * forms are here.
 */
#include "scan.h"

struct masker {
    const char *what;
    enum mask mask;
    size_t (*covers)(const struct scan *scan, size_t i);
};

static const struct token *
token_at(const struct scan *scan, size_t i)
{
    static const struct token none;
    return i < scan->tokens.count ? &scan->tokens.at[i] : &none;
}

static size_t
digits_at(const struct scan *scan, size_t i)
{
    const struct token *token = token_at(scan, i);
    return token->kind == TOKEN_NUMBER ? token->to - token->from : 0;
}

static bool
is_plain(const struct scan *scan, size_t i)
{
    struct str text = token_text(&scan->tokens, i);
    for (size_t at = 0; at < text.len; at++)
        if (!ascii_is_digit(text.at[at]))
            return false;
    return text.len != 0;
}

/* The value of plain digits, 0 for anything else. */
static uint64_t
plain_value(const struct scan *scan, size_t i)
{
    uint64_t value;
    if (!digits_at(scan, i) || digits_at(scan, i) > 9 || !is_plain(scan, i) ||
        !str_to_u64(token_text(&scan->tokens, i), &value))
        return 0;
    return value;
}

static bool
is_year(const struct scan *scan, size_t i)
{
    uint64_t value = plain_value(scan, i);
    return digits_at(scan, i) == 4 && value >= 1900 && value < 2100;
}

static bool
glued(const struct scan *scan, size_t i)
{
    return i < scan->tokens.count && i > 0 && !scan->tokens.at[i].space_before;
}

static size_t
run_end(const struct scan *scan, size_t i)
{
    for (i++; glued(scan, i); i++)
        ;
    return i;
}

/* ---- the masks ---------------------------------------------------------- */

static size_t
mask_phrase(const struct scan *scan, size_t i)
{
    size_t term;
    return lexicon_match(&scan->tokens, i, LEXICON_MASK_PHRASE, &term);
}

/* Addresses: a run without blanks that holds @ or ://, or begins with www. */
static size_t
mask_address(const struct scan *scan, size_t i)
{
    if (glued(scan, i))
        return 0;
    size_t end = run_end(scan, i);
    bool found = token_is(&scan->tokens, i, "www") && end > i + 2;
    for (size_t at = i; at < end && !found; at++)
        found = scan_is_symbol(scan, at, '@') ||
                (scan_is_symbol(scan, at, ':') &&
                 scan_is_symbol(scan, at + 1, '/') &&
                 scan_is_symbol(scan, at + 2, '/'));
    return found && end > i + 1 ? end - i : 0;
}

/* 45 CFR 164.514, 29 U.S.C. 701 */
static size_t
mask_law(const struct scan *scan, size_t i)
{
    size_t at = i + 1;
    if (scan_is_symbol(scan, i, '#') && digits_at(scan, at) &&
        token_text(&scan->tokens, i).len > 1)
        return 2;
    if (!digits_at(scan, i) || !scan_word_is(scan, at, "cfr usc u"))
        return 0;
    while (at < scan->tokens.count &&
           (scan_word_is(scan, at, "cfr usc u s c part") ||
            scan_is_symbol(scan, at, '.') || digits_at(scan, at)))
        at++;
    return at - i;
}

/* (312) 555-0142, 312.555.0142, 555-0142 */
static size_t
mask_phone(const struct scan *scan, size_t i)
{
    size_t at = i + scan_is_symbol(scan, i, '(');
    if (digits_at(scan, at) == 12 && !is_plain(scan, at))
        return 1; /* 312.555.0142 reads as one number */
    if (digits_at(scan, at) != 3)
        return 0;
    size_t next = at + 1;
    next += scan_is_symbol(scan, next, ')');
    next += scan_is_symbol(scan, next, '-');
    if (digits_at(scan, next) == 3 && next > at + 1) {
        next++;
        next += scan_is_symbol(scan, next, '-');
        return digits_at(scan, next) == 4 ? next + 1 - i : 0;
    }
    return digits_at(scan, next) == 4 && next == at + 2 && glued(scan, next)
               ? next + 1 - i
               : 0;
}

/* 2024-03-14, 2019-2023, 2019/20, 3/14/2023 */
static size_t
mask_date(const struct scan *scan, size_t i)
{
    bool sign =
        scan_is_symbol(scan, i + 1, '-') || scan_is_symbol(scan, i + 1, '/');
    if (!digits_at(scan, i) || !sign || !glued(scan, i + 1))
        return 0;
    bool third = (scan_is_symbol(scan, i + 3, '-') ||
                  scan_is_symbol(scan, i + 3, '/')) &&
                 glued(scan, i + 4) && digits_at(scan, i + 4);
    if (third && digits_at(scan, i + 2) <= 2 &&
        (is_year(scan, i) || digits_at(scan, i) <= 2))
        return 5;
    if (digits_at(scan, i) <= 2 && plain_value(scan, i) <= 12 &&
        is_year(scan, i + 2) && glued(scan, i + 2))
        return 3; /* 09/2024 */
    if (!is_year(scan, i))
        return 0;
    if (glued(scan, i + 2) &&
        (is_year(scan, i + 2) || digits_at(scan, i + 2) == 2))
        return 3;
    return scan_word_is(scan, i + 2, "present now") ? 3 : 0;
}

static size_t
mask_month(const struct scan *scan, size_t i)
{
    size_t at = i;
    if (digits_at(scan, at) && plain_value(scan, at) <= 31)
        at++;
    if (at > i && scan_word_is(scan, at, "st nd rd th"))
        at++;
    const struct token *month = token_at(scan, at);
    if (!(month->classes & CLASS(MASK_MONTH)) || !month->capital)
        return 0;
    size_t named = at++;
    at += scan_is_symbol(scan, at, '.') && digits_at(scan, at + 1);
    if (is_year(scan, at))
        return at + 1 - i;
    if (named > i)
        return at - i;
    if (!plain_value(scan, at) || plain_value(scan, at) > 31 ||
        scan_is_symbol(scan, at + 1, '%'))
        return 0;
    at++;
    at += scan_word_is(scan, at, "st nd rd th") && glued(scan, at);
    if (scan_is_symbol(scan, at, ',') && is_year(scan, at + 1))
        at += 2;
    return at - i;
}

/* FY24, FY 2024, CY23, Q3, H1, '23 */
static size_t
mask_fiscal(const struct scan *scan, size_t i)
{
    struct str text = token_text(&scan->tokens, i);
    const struct token *token = token_at(scan, i);
    if (token->kind != TOKEN_WORD || text.len < 2 || !token->capital)
        return scan_is_symbol(scan, i, '\'') && digits_at(scan, i + 1) == 2 &&
                       glued(scan, i + 1)
                   ? 2
                   : 0;
    bool named = str_equal(text, STR("FY")) || str_equal(text, STR("CY")) ||
                 str_equal(text, STR("AY"));
    if (named)
        return digits_at(scan, i + 1) ? 2 : 1;
    bool part = text.len == 2 && (text.at[0] == 'Q' || text.at[0] == 'H') &&
                text.at[1] >= '1' && text.at[1] <= '4';
    bool year = text.len >= 4 && text.at[1] == 'Y' &&
                ascii_is_digit(text.at[2]) && ascii_is_digit(text.at[3]);
    return part || year;
}

/* 09:00, 9 a.m., 5 PM; 1:6 is a ratio */
static size_t
mask_clock(const struct scan *scan, size_t i)
{
    size_t at = i + 1;
    if (!digits_at(scan, i) || digits_at(scan, i) > 2)
        return 0;
    if (scan_is_symbol(scan, at, ':') && glued(scan, at + 1) &&
        digits_at(scan, at + 1) == 2)
        at += 2;
    bool minutes = at > i + 1 && plain_value(scan, at - 1) % 15 == 0 &&
                   !scan_word_is(scan, at, "ratio student patient");
    if (scan_word_is(scan, at, "am pm"))
        return at + 1 - i;
    if (scan_word_is(scan, at, "a p") && scan_is_symbol(scan, at + 1, '.') &&
        scan_word_is(scan, at + 2, "m"))
        return at + 3 - i;
    return minutes ? at - i : 0;
}

/* COVID-19, ICD-10, K-12, 5S, 3PL, v2.5, 2.0.1, CVE-2023-1234 */
static size_t
mask_code(const struct scan *scan, size_t i)
{
    const struct token *token = token_at(scan, i);
    struct str text = token_text(&scan->tokens, i);
    if (token->kind == TOKEN_NUMBER) {
        size_t points = 0;
        for (size_t at = 0; at < text.len; at++)
            points += text.at[at] == '.';
        return points > 1;
    }
    if (token->kind != TOKEN_WORD)
        return 0;
    bool digit = false, upper = false;
    for (size_t at = 0; at < text.len; at++) {
        digit = digit || ascii_is_digit(text.at[at]);
        upper = upper || (text.at[at] >= 'A' && text.at[at] <= 'Z');
    }
    bool joint = (scan_is_symbol(scan, i + 1, '-') && upper) ||
                 (scan_is_symbol(scan, i + 1, '.') && digit) ||
                 (scan_is_symbol(scan, i + 1, '/') && upper);
    if (!joint || !glued(scan, i + 1) || !glued(scan, i + 2) ||
        !digits_at(scan, i + 2) || scan_is_symbol(scan, i + 3, '%'))
        return digit && i + 1 < scan->tokens.count && glued(scan, i + 1) &&
                       scan_is_symbol(scan, i + 1, '-') &&
                       digits_at(scan, i + 2)
                   ? 3
                   : 0;
    size_t at = i + 3;
    while (glued(scan, at) && glued(scan, at + 1) &&
           scan_is_symbol(scan, at, '-') && digits_at(scan, at + 1))
        at += 2;
    return at - i;
}

/* Signs that make a number a measurement whatever stands before it. */
static bool
measures(const struct scan *scan, size_t i)
{
    size_t next = i + 1;
    return (i && (scan_is_symbol(scan, i - 1, '$') ||
                  scan_is_symbol(scan, i - 1, 'E') ||
                  scan_is_symbol(scan, i - 1, 'L'))) ||
           scan_is_symbol(scan, next, '%') || scan_is_symbol(scan, next, '+') ||
           scan_is_symbol(scan, next, '>') ||
           scan_word_is(scan, next,
                        "percent pct percentage points point pp "
                        "million billion thousand bps basis to") ||
           (glued(scan, next) && token_at(scan, next)->kind == TOKEN_WORD) ||
           scan_has(scan, next, CLASS(UNIT_TIME) | CLASS(UNIT_POINTS));
}

static bool
is_plural_unit(const struct scan *scan, size_t i)
{
    return scan_has(scan, i, UNIT_PEOPLE | UNIT_THINGS) &&
           (str_ends(token_text(&scan->tokens, i), STR("s")) ||
            scan_word_is(scan, i, "people staff children faculty lives"));
}

/* Level 1, Grade 5, Section 8, Form 2567, ISO 27001, Windows 11, HCA 501 */
static size_t
mask_named(const struct scan *scan, size_t i)
{
    size_t number = i + 1;
    const struct token *word = token_at(scan, i);
    bool verb = word->classes & VERB_FORMS;
    if (word->kind != TOKEN_WORD)
        return 0;
    number += scan_is_joint(scan, i + 1) ? 1 : 0;
    if (!digits_at(scan, number) || measures(scan, number))
        return 0;
    if (number == i + 2 && scan_word_is(scan, i, "under over u age mid top"))
        return 3; /* under-12 soccer */
    if (word->classes & CLASS(MASK_BEFORE)) {
        /* "Grade 120 essays" opens with a verb. */
        bool opens = i == 0 && verb && is_plural_unit(scan, number + 1);
        return opens && plain_value(scan, number) > 9 ? 0 : number + 1 - i;
    }
    if (!word->capital || number != i + 1 || digits_at(scan, number) > 5 ||
        scan_has(scan, i, CLASS(KPI) | CLASS(MASK_MONTH)))
        return 0;
    if (i == 0 && str_ends(token_text(&scan->tokens, i), STR("ed")))
        return 0;
    if (i == 0 && (word->node || !word->all_caps) &&
        (verb || word->node || is_plural_unit(scan, number + 1)))
        return 0;
    if (word->classes & (CLASS(PREPOSITION) | CLASS(DETERMINER) |
                         CLASS(APPROX) | CLASS(CLAUSE) | CLASS(AUXILIARY)))
        return 0;
    return !is_plain(scan, number) && digits_at(scan, number) > 4 ? 0 : 2;
}

/* Top 100, but "ranked in the top 10" and "top 5 of 140" are ranks. */
static size_t
mask_top(const struct scan *scan, size_t i)
{
    if (!scan_word_is(scan, i, "top") || !digits_at(scan, i + 1) ||
        measures(scan, i + 1))
        return 0;
    if (scan_word_is(scan, i + 2, "of out among") ||
        scan_find(scan, i > 4 ? i - 4 : 0, i, CLASS(VERB_RANK)) != NO_TOKEN)
        return 0;
    return 2;
}

/* 4 West, 12 Main Street, 3 credits, 65 years old, 3.8 GPA */
static size_t
mask_counted(const struct scan *scan, size_t i)
{
    size_t at = i + 1;
    if (!digits_at(scan, i))
        return 0;
    if (scan_is_symbol(scan, at, '/') && digits_at(scan, at + 1) &&
        scan_word_is(scan, at + 2, "gpa"))
        return 4;
    at += scan_is_joint(scan, at) || scan_is_symbol(scan, at, '%');
    if (!is_plain(scan, i) &&
        scan_word_is(scan, at, "release version launch update upgrade"))
        return at - i;
    if (scan_has(scan, at, CLASS(MASK_AFTER)) && scan_classes(scan, at))
        return at + scan_phrase_len(scan, at) - i;
    if (scan_word_is(scan, at, "year month week") &&
        scan_is_joint(scan, at + 1) && scan_word_is(scan, at + 2, "old olds"))
        return at + 3 - i;
    for (size_t step = 0; step < 3; step++, at++) {
        if (!token_at(scan, at)->capital)
            return 0;
        if (scan_has(scan, at, CLASS(MASK_PLACE)))
            return at + 1 - i;
    }
    return 0;
}

/* GPA of 3.8, aged 65 and older, ages 5 to 12 */
static size_t
mask_introduced(const struct scan *scan, size_t i)
{
    if (!scan_word_is(scan, i, "gpa aged age ages"))
        return 0;
    size_t at = i + 1;
    while (scan_word_is(scan, at, "of a from over under") ||
           scan_is_symbol(scan, at, ':'))
        at++;
    if (!digits_at(scan, at))
        return 0;
    at++;
    if ((scan_is_symbol(scan, at, '/') || scan_is_symbol(scan, at, '-') ||
         scan_word_is(scan, at, "to and")) &&
        digits_at(scan, at + 1))
        at += 2;
    return at - i;
}

/* 1. or 1) at the beginning; 4 x 100; 30 Under 30; on the 15th */
static size_t
mask_other(const struct scan *scan, size_t i)
{
    if (!digits_at(scan, i))
        return 0;
    if (i == 0 &&
        (scan_is_symbol(scan, 1, ')') ||
         (scan_is_symbol(scan, 1, '.') && scan->tokens.count > 2)) &&
        glued(scan, 1))
        return 2;
    if ((scan_word_is(scan, i + 1, "x") || scan_is_symbol(scan, i + 1, 'x')) &&
        digits_at(scan, i + 2))
        return 3;
    if (scan_is_symbol(scan, i + 1, '/') && digits_at(scan, i + 2) &&
        scan_word_is(scan, i + 3, "v kv hz a w kw mm cm in") &&
        glued(scan, i + 3))
        return 4; /* 120/208V */
    const struct token *behind = token_at(scan, i + 2);
    if (scan_is_joint(scan, i + 1) && behind->kind == TOKEN_WORD &&
        behind->capital && behind->to - behind->from == 1)
        return 3; /* 10-K */
    if (scan_is_joint(scan, i + 1) && digits_at(scan, i + 2) &&
        ((plain_value(scan, i) == 24 && plain_value(scan, i + 2) == 7) ||
         (plain_value(scan, i) == 9 && plain_value(scan, i + 2) == 5)))
        return 3; /* 24-7, 9-5 */
    if (scan_is_joint(scan, i + 1) && digits_at(scan, i + 2) &&
        scan_word_is(scan, i + 3,
                     "schedule schedules shift shifts split "
                     "rotation week workweek"))
        return 3;
    if (scan_word_is(scan, i + 1, "under") && token_at(scan, i + 1)->capital &&
        digits_at(scan, i + 2))
        return 3;
    if (i > 1 && scan_word_is(scan, i - 1, "the") &&
        scan_word_is(scan, i - 2, "on by") && glued(scan, i + 1) &&
        scan_word_is(scan, i + 1, "st nd rd th") &&
        !scan_word_is(scan, i + 2, "percentile place of"))
        return 2;
    return 0;
}

static size_t
mask_year(const struct scan *scan, size_t i)
{
    if (!is_year(scan, i))
        return 0;
    if (glued(scan, i + 1) && scan_word_is(scan, i + 1, "s"))
        return 2;
    if (measures(scan, i) && !scan_word_is(scan, i + 1, "to"))
        return 0;
    bool placed = i && scan_word_is(scan, i - 1,
                                    "in since by during until from of the "
                                    "through year spring summer fall winter "
                                    "early late mid to and between before "
                                    "after class for");
    if (!placed && is_plural_unit(scan, i + 1))
        return 0;
    return 1;
}

static const struct masker maskers[] = {
    {"idioms and names with numbers", MASK_NAME, mask_phrase},
    {"web and mail addresses", MASK_NAME, mask_address},
    {"laws", MASK_NAME, mask_law},
    {"telephone numbers", MASK_NAME, mask_phone},
    {"dates and spans of years", MASK_TIME, mask_date},
    {"dates with a month", MASK_TIME, mask_month},
    {"fiscal periods", MASK_TIME, mask_fiscal},
    {"times of day", MASK_NAME, mask_clock},
    {"codes and versions", MASK_NAME, mask_code},
    {"grade point averages and ages", MASK_NAME, mask_introduced},
    {"lists and prizes", MASK_NAME, mask_top},
    {"streets, wards, credits", MASK_NAME, mask_counted},
    {"named by number", MASK_NAME, mask_named},
    {"markers and sizes", MASK_NAME, mask_other},
    {"years", MASK_TIME, mask_year},
};

#define MASKER_COUNT (sizeof maskers / sizeof *maskers)

/* Farther from a number than this, only idioms and addresses are masked. */
#define NUMBER_REACH 4

static bool
has_digit(const struct scan *scan, size_t i)
{
    struct str text = token_text(&scan->tokens, i);
    for (size_t at = 0; at < text.len; at++)
        if (ascii_is_digit(text.at[at]))
            return true;
    return false;
}

static size_t
mask_at(const struct scan *scan, size_t i, bool near_number, enum mask *mask)
{
    size_t count = near_number ? MASKER_COUNT : 2;
    for (size_t m = 0; m < count; m++) {
        size_t covered = maskers[m].covers(scan, i);
        if (covered) {
            *mask = maskers[m].mask;
            return covered;
        }
    }
    return 0;
}

void
scan_mask(struct scan *scan)
{
    size_t number = 0;
    for (size_t i = 0; i < scan->tokens.count;) {
        enum mask mask = MASK_NONE;
        if (number < i)
            number = i;
        while (number < scan->tokens.count && number <= i + NUMBER_REACH &&
               !has_digit(scan, number))
            number++;
        bool near = number < scan->tokens.count && number <= i + NUMBER_REACH;
        size_t covered = mask_at(scan, i, near, &mask);
        for (size_t at = i; at < i + covered && at < scan->tokens.count; at++)
            scan->at[at].mask = (unsigned char)mask;
        i += covered ? covered : 1;
    }
}
