/* Step 7: how complete a result is told, 0 to 100. */
#include "scan.h"

static bool
is_outcome(const struct scan_number *number)
{
    return number->out.class == NUMBER_OUTCOME;
}

static int
baseline_points(const struct scan *scan)
{
    int points = 0;
    if (scan->pairs.count)
        return 25;
    if (scan->zeros.count)
        points = 15;
    for (size_t n = 0; n < scan->numbers.count; n++) {
        const struct scan_number *number = &scan->numbers.at[n];
        enum unit_kind unit = number->out.unit;
        if (number->out.class == NUMBER_BASELINE)
            return 25;
        if (!is_outcome(number) || number->out.relative_change)
            continue;
        bool level = unit == UNIT_PERCENT || unit == UNIT_SCORE ||
                     unit == UNIT_PERCENTILE || unit == UNIT_RANK ||
                     unit == UNIT_SHARE || unit == UNIT_POINTS;
        int worth = level ? 10 : 15;
        points = worth > points ? worth : points;
    }
    return points;
}

static bool
says_when(const struct scan *scan)
{
    for (size_t n = 0; n < scan->numbers.count; n++)
        if (scan->numbers.at[n].out.class == NUMBER_TIME)
            return true;
    for (size_t i = 0; i < scan->tokens.count; i++)
        if (scan->at[i].mask == MASK_TIME ||
            (!scan->at[i].mask && scan_classes(scan, i) & CLASS(TIME_PHRASE)))
            return true;
    return false;
}

/* "through appointments": a thing, not "through 2023" or "through May". */
static bool
names_means(const struct scan *scan, size_t i)
{
    size_t next = i + 1;
    if (!scan_word_is(scan, i, "through via") || next >= scan->tokens.count)
        return false;
    while (scan_has(scan, next, CLASS(DETERMINER)))
        next++;
    return next < scan->tokens.count && !scan->at[next].mask &&
           scan->at[next].number == SIZE_MAX &&
           scan->tokens.at[next].kind == TOKEN_WORD &&
           !scan_has(scan, next,
                     CLASS(UNIT_TIME) | CLASS(TIME_PHRASE) | CLASS(SCHEDULE) |
                         CLASS(MASK_MONTH));
}

/* by, through ... with a gerund or a thing one does within six words. */
static bool
marks_method(const struct scan *scan, size_t i)
{
    if (names_means(scan, i))
        return true;
    if (!(scan_has(scan, i, CLASS(ATTRIBUTION))))
        return false;
    for (size_t at = i + 1; at < i + 8 && at < scan->tokens.count; at++) {
        if (scan_is_stop(scan, at) || scan_is_symbol(scan, at, ','))
            return false;
        struct str word = token_text(&scan->tokens, at);
        if (scan_has(scan, at, CLASS(INITIATIVE)) ||
            (str_ends(word, STR("ing")) && word.len > 5))
            return true;
    }
    return false;
}

/* A clause of method first, the result behind it: ", cutting", "that cut". */
static bool
result_follows(const struct scan *scan, size_t i)
{
    if (!scan->at[i].is_verb || i == 0)
        return false;
    uint64_t forms = scan_verb_classes(scan, i);
    bool participle =
        forms & CLASS(FORM_ING) && scan_is_symbol(scan, i - 1, ',');
    bool relative = scan_word_is(scan, i - 1, "that which to and so");
    if (scan_word_is(scan, i - 1, "and to") &&
        !(forms & (VERB_CHANGE | CLASS(VERB_MONEY))))
        return false;
    if (!participle && !relative)
        return false;
    for (size_t n = 0; n < scan->numbers.count; n++)
        if (is_outcome(&scan->numbers.at[n]) && scan->numbers.at[n].verb == i)
            return true;
    return false;
}

static bool
says_how(const struct scan *scan)
{
    for (size_t i = 0; i < scan->tokens.count; i++)
        if (marks_method(scan, i) || result_follows(scan, i))
            return true;
    return false;
}

static bool
has_class(const struct scan *scan, uint64_t classes)
{
    for (size_t i = 0; i < scan->tokens.count; i++)
        if (!scan->at[i].mask && scan_classes(scan, i) & classes)
            return true;
    return false;
}

static bool
compares(const struct scan *scan)
{
    for (size_t n = 0; n < scan->numbers.count; n++)
        if (scan->numbers.at[n].out.class == NUMBER_TARGET)
            return true;
    return has_class(scan, CLASS(TARGET)) ||
           (has_class(scan, CLASS(COMPARATIVE)) &&
            has_class(scan, CLASS(PLAN)));
}

void
scan_score(const struct scan *scan, struct reading *reading)
{
    struct reading_score *parts = &reading->parts;
    if (reading->verdict != VERDICT_OUTCOME)
        return;
    parts->result = 30;
    parts->baseline = baseline_points(scan);
    parts->time = says_when(scan) ? 15 : 0;
    parts->attribution = says_how(scan) ? 15 : 0;
    parts->source = has_class(scan, CLASS(SOURCE)) ? 10 : 0;
    parts->comparator = compares(scan) ? 5 : 0;
    reading->score = parts->result + parts->baseline + parts->time +
                     parts->attribution + parts->source + parts->comparator;
}
