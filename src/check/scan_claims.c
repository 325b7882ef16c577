/*
 * Steps 8 and 9: does a claimed change fit its before and after, and can a
 * value be. Each number may stand anywhere within half a unit of its last
 * printed place, so what is asked is whether intervals meet.
 */
#include "scan.h"

#include <math.h>

struct interval {
    double low, high;
};

static double
scaled(const struct scan_number *number)
{
    double seconds = number->out.seconds;
    return number->out.value * (seconds > 0 ? seconds : 1);
}

static double
half_place(const struct scan_number *number)
{
    double seconds = number->out.seconds;
    return number->out.last_place / 2 * (seconds > 0 ? seconds : 1);
}

static struct interval
widen(struct interval span, double by)
{
    return (struct interval){span.low - by, span.high + by};
}

static bool
holds(struct interval span, double value)
{
    return value >= span.low - 1e-9 && value <= span.high + 1e-9;
}

/* |after - before| / |base| in percent, over the corners of rounding. */
static struct interval
change_percent(const struct scan_number *before,
               const struct scan_number *after, bool on_after)
{
    struct interval span = {INFINITY, -INFINITY};
    for (int corner = 0; corner < 4; corner++) {
        double a = scaled(before) + (corner & 1 ? 1 : -1) * half_place(before);
        double b = scaled(after) + (corner & 2 ? 1 : -1) * half_place(after);
        double base = fabs(on_after ? b : a);
        double change = base > 0 ? 100 * fabs(b - a) / base : 0;
        span.low = fmin(span.low, change);
        span.high = fmax(span.high, change);
    }
    return span;
}

static double
expected_percent(const struct scan_number *before,
                 const struct scan_number *after)
{
    double base = fabs(scaled(before));
    return base > 0 ? 100 * fabs(scaled(after) - scaled(before)) / base : 0;
}

/* ---- which number claims the change of a pair -------------------------- */

static bool
in_pair(const struct scan *scan, size_t number)
{
    for (size_t p = 0; p < scan->pairs.count; p++)
        if (scan->pairs.at[p].before == number ||
            scan->pairs.at[p].after == number)
            return true;
    return false;
}

static bool
verb_between(const struct scan *scan, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (scan->at[i].is_verb || scan_is_stop(scan, i))
            return true;
    return false;
}

static bool
has_change_noun(const struct scan *scan, size_t i)
{
    for (size_t at = i; at < i + 3 && at < scan->tokens.count; at++)
        if (scan_has(scan, at, CLASS(CHANGE_NOUN)))
            return true;
    return false;
}

/* "from 41 to 26 and errors by 40%": what follows "and" is another fact. */
static bool
names_another(const struct scan *scan, size_t from, size_t to)
{
    for (size_t i = from; i + 2 < to; i++)
        if (scan_word_is(scan, i, "and"))
            return true;
    return false;
}

/* In parentheses behind the pair; or behind it with a noun of change, an
   article or a direction; or just before it as the object of the change. */
static bool
claims_change(const struct scan *scan, const struct scan_number *number,
              const struct scan_number *before, const struct scan_number *after)
{
    size_t start = before->first < after->first ? before->first : after->first;
    size_t end = before->after > after->after ? before->after : after->after;
    if (number->first >= end) {
        size_t at = number->first;
        if (verb_between(scan, end, at) ||
            names_another(scan, after->first, at) || at - end > 8)
            return false;
        bool parens = at && scan_is_symbol(scan, at - 1, '(');
        bool lead = number->lead != NO_TOKEN &&
                    scan_word_is(scan, number->lead, "down up by about nearly");
        bool hedged = at && (scan->at[at - 1].in_approx ||
                             scan_word_is(scan, at - 1, "a an down up by"));
        bool comma = at && scan_is_symbol(scan, at - 1, ',');
        return (parens && at - end <= 2) || lead || hedged ||
               has_change_noun(scan, number->direct) ||
               (comma && number->out.unit == UNIT_FRACTION);
    }
    if (number->direct > start || start - number->direct > 3)
        return false;
    /* "diabetics with an A1c above 9% from 31% to 18%" */
    size_t prep =
        number->prep_outer != NO_TOKEN ? number->prep_outer : number->prep;
    if (prep != NO_TOKEN && scan_word_is(scan, prep, "above below over under"))
        return false;
    return number->verb_classes & VERB_CHANGE &&
           !verb_between(scan, number->direct, start);
}

static void
judge_percent(struct reading_claim *claim, const struct scan_number *number,
              const struct scan_number *before, const struct scan_number *after)
{
    double claimed = number->out.value, difference;
    bool fraction = number->out.unit == UNIT_FRACTION;
    bool percents =
        before->out.unit == UNIT_PERCENT && after->out.unit == UNIT_PERCENT;
    double place = number->out.last_place / 2;
    if (fraction)
        claimed *= 100;
    claim->expected = expected_percent(before, after);
    difference = fabs(after->out.value - before->out.value);
    double slack =
        fmax(place, 0.5) +
        (number->out.approximate || fraction ? 0.06 * claim->expected : 0);
    if (scaled(before) == 0)
        claim->fault = CLAIM_FROM_ZERO;
    else if (holds(widen(change_percent(before, after, false), slack), claimed))
        claim->fault = CLAIM_FITS;
    else if (percents && fabs(claimed - difference) <=
                             place + half_place(before) + half_place(after))
        claim->fault = CLAIM_POINTS;
    else if (holds(widen(change_percent(before, after, true), slack), claimed))
        claim->fault = CLAIM_WRONG_BASE;
    else
        claim->fault = CLAIM_WRONG;
}

static void
judge_points(struct reading_claim *claim, const struct scan_number *number,
             const struct scan_number *before, const struct scan_number *after)
{
    double slack =
        number->out.last_place / 2 + half_place(before) + half_place(after);
    claim->expected = fabs(after->out.value - before->out.value);
    claim->fault = fabs(number->out.value - claim->expected) <= slack + 1e-9
                       ? CLAIM_FITS
                       : CLAIM_WRONG;
}

/* "doubled" holds from -7 to +10 percent of the multiple. */
static void
judge_multiple(struct reading_claim *claim, const struct scan_number *number,
               const struct scan_number *before,
               const struct scan_number *after)
{
    double a = fabs(scaled(before)), b = fabs(scaled(after));
    double times = number->out.value;
    if (a <= 0 || b <= 0 || times <= 0) {
        claim->fault = CLAIM_FITS;
        return;
    }
    claim->expected = b / a;
    double ratio = b / a;
    if (times > 1 && ratio < 1) {
        ratio = a / b;
        claim->expected = ratio;
    }
    double low = times * 0.93, high = times * 1.10;
    if (number->out.approximate) {
        low = times * 0.85;
        high = times * 1.35;
    }
    claim->fault = ratio >= low && ratio <= high ? CLAIM_FITS : CLAIM_WRONG;
}

static void
judge_difference(struct reading_claim *claim, const struct scan_number *number,
                 const struct scan_number *before,
                 const struct scan_number *after)
{
    claim->expected = fabs(after->out.value - before->out.value);
    double slack = number->out.last_place / 2 + before->out.last_place / 2 +
                   after->out.last_place / 2;
    claim->fault = fabs(number->out.value - claim->expected) <= slack + 1e-9 ||
                           number->out.approximate || number->out.is_rate
                       ? CLAIM_FITS
                       : CLAIM_WRONG;
}

/* "by $5M, from $10M to $18M": nothing but that between them. */
static bool
is_difference(const struct scan *scan, const struct scan_number *number,
              const struct scan_number *before)
{
    if (number->prep == NO_TOKEN || !scan_word_is(scan, number->prep, "by") ||
        number->direct > before->first || before->first - number->direct > 3)
        return false;
    for (size_t i = number->direct; i < before->first; i++)
        if (!scan_is_symbol(scan, i, ',') && !scan_is_symbol(scan, i, '(') &&
            !scan_word_is(scan, i, "from"))
            return false;
    return true;
}

static void
add_claim(const struct scan *scan, struct reading *reading, size_t n, size_t p)
{
    const struct scan_number *number = &scan->numbers.at[n];
    const struct reading_pair *pair = &scan->pairs.at[p];
    const struct scan_number *before = &scan->numbers.at[pair->before];
    const struct scan_number *after = &scan->numbers.at[pair->after];
    struct reading_claim claim = {n, p, CLAIM_FITS, 0};
    if (before->out.unit != after->out.unit)
        return;
    switch (number->out.unit) {
    case UNIT_PERCENT:
    case UNIT_FRACTION:
        judge_percent(&claim, number, before, after);
        break;
    case UNIT_POINTS:
        if (after->out.unit != UNIT_PERCENT && after->out.unit != UNIT_POINTS)
            return;
        judge_points(&claim, number, before, after);
        break;
    case UNIT_MULTIPLE:
        judge_multiple(&claim, number, before, after);
        break;
    case UNIT_MONEY:
        if (after->out.unit != UNIT_MONEY ||
            (!is_difference(scan, number, before) &&
             (!(number->verb_classes & CLASS(VERB_MONEY)) ||
              number->first < after->first)))
            return;
        judge_difference(&claim, number, before, after);
        break;
    default:
        return;
    }
    *list_add(scan->arena, &reading->claims) = claim;
}

static bool
is_claim_unit(enum unit_kind unit)
{
    return unit == UNIT_PERCENT || unit == UNIT_FRACTION ||
           unit == UNIT_POINTS || unit == UNIT_MULTIPLE;
}

/* "doubled ... from 400 to 790": the verb of the pair is the claim. */
static bool
governs_pair(const struct scan_number *number, const struct scan_number *before,
             const struct scan_number *after)
{
    return number->out.unit == UNIT_MULTIPLE &&
           (number->first == before->verb || number->first == after->verb);
}

/* The pair that a number tells the change of, SIZE_MAX: none. A pair right
   behind it comes before one that stands earlier in the sentence: "from 41 to
   26 minutes and turnover by 36%, from 22% to 14%". */
static size_t
claimed_pair(const struct scan *scan, const struct scan_number *number)
{
    size_t found = SIZE_MAX;
    for (size_t p = 0; p < scan->pairs.count; p++) {
        const struct reading_pair *pair = &scan->pairs.at[p];
        const struct scan_number *before = &scan->numbers.at[pair->before];
        const struct scan_number *after = &scan->numbers.at[pair->after];
        bool behind =
            number->first < before->first && number->first < after->first;
        if ((found == SIZE_MAX || behind) &&
            (governs_pair(number, before, after) ||
             claims_change(scan, number, before, after)))
            found = p;
        if (behind)
            break;
    }
    return found;
}

void
scan_claims(const struct scan *scan, struct reading *reading)
{
    for (size_t n = 0; n < scan->numbers.count; n++) {
        const struct scan_number *number = &scan->numbers.at[n];
        if (!(is_claim_unit(number->out.unit) ||
              number->out.unit == UNIT_MONEY) ||
            in_pair(scan, n) || number->out.class == NUMBER_TARGET ||
            scan->pairs.count > 4)
            continue;
        size_t pair = claimed_pair(scan, number);
        bool money = number->out.unit == UNIT_MONEY;
        if (pair != SIZE_MAX &&
            (!money ||
             is_difference(scan, number,
                           &scan->numbers.at[scan->pairs.at[pair].before])))
            add_claim(scan, reading, n, pair);
    }
}

/* ---- step 9 ------------------------------------------------------------ */

/* A text with more of them is no bullet. */
#define MOST_ODDITIES 16

static void
add_oddity(const struct scan *scan, struct reading *reading,
           enum oddity_kind kind, size_t number, size_t pair, size_t kpi)
{
    if (reading->oddities.count == MOST_ODDITIES)
        return;
    *list_add(scan->arena, &reading->oddities) =
        (struct reading_oddity){kind, number, pair, kpi};
}

static const struct {
    const char *unit;
    enum unit_kind kind;
    double seconds;
} kpi_units[] = {
    {"percent", UNIT_PERCENT, 0},       {"points", UNIT_POINTS, 0},
    {"seconds", UNIT_TIME, 1},          {"minutes", UNIT_TIME, 60},
    {"hours", UNIT_TIME, 3600},         {"days", UNIT_TIME, 86400},
    {"weeks", UNIT_TIME, 604800},       {"months", UNIT_TIME, 2629800},
    {"milliseconds", UNIT_TIME, 1e-3},  {"usd", UNIT_MONEY, 0},
    {"percentile", UNIT_PERCENTILE, 0}, {"score5", UNIT_SCORE, 0},
};

/* The value in the KPI's own unit; false when it is in another one. */
static bool
in_kpi_unit(const struct pack_kpi *kpi, const struct scan_number *number,
            double *value)
{
    for (size_t u = 0; u < sizeof kpi_units / sizeof *kpi_units; u++) {
        if (!str_is(pack_str(kpi->unit), kpi_units[u].unit) ||
            kpi_units[u].kind != number->out.unit)
            continue;
        *value = number->out.value;
        if (kpi_units[u].seconds > 0)
            *value = scaled(number) / kpi_units[u].seconds;
        return true;
    }
    return false;
}

static bool
term_in(const struct scan *scan, size_t verb, enum lexicon_list list)
{
    return verb != NO_TOKEN &&
           (lexicon_term_of(scan->pack, scan->tokens.at[verb].node, list) !=
                SIZE_MAX ||
            lexicon_term_of(scan->pack, scan->tokens.at[verb].phrase, list) !=
                SIZE_MAX);
}

/* The verb of a pair: of the side that stands first. */
static size_t
pair_verb(const struct scan_number *before, const struct scan_number *after)
{
    return before->first < after->first ? before->verb : after->verb;
}

/* "a $14M loss" lies below zero without a sign. */
static bool
is_loss(const struct scan *scan, const struct scan_number *number)
{
    return number->out.unit == UNIT_MONEY &&
           scan_word_is(scan, number->direct, "loss deficit shortfall");
}

static void
check_direction(const struct scan *scan, struct reading *reading, size_t p)
{
    const struct reading_pair *pair = &scan->pairs.at[p];
    const struct scan_number *before = &scan->numbers.at[pair->before];
    const struct scan_number *after = &scan->numbers.at[pair->after];
    size_t verb = pair_verb(before, after), count;
    const struct pack_kpi *kpis = pack_kpis(scan->pack, &count);
    double moved = scaled(after) - scaled(before);
    bool up = term_in(scan, verb, LEXICON_STRICT_UP);
    bool down = term_in(scan, verb, LEXICON_STRICT_DOWN);
    bool wrong = (up && moved < 0) || (down && moved > 0);
    if (before->out.unit != after->out.unit || moved == 0 ||
        before->out.unit == UNIT_RATIO || before->out.unit == UNIT_RANK ||
        is_loss(scan, before) || is_loss(scan, after))
        return;
    if (pair->kpi < count && scan_verb_classes(scan, verb) & VERB_CHANGE) {
        const struct pack_kpi *kpi = &kpis[pair->kpi];
        double ignored;
        if (in_kpi_unit(kpi, after, &ignored) && kpi->good != PACK_GOOD_BAND)
            wrong =
                wrong || (kpi->good == PACK_GOOD_DOWN ? moved > 0 : moved < 0);
    }
    if (wrong)
        add_oddity(scan, reading, ODDITY_DIRECTION, pair->after, p, pair->kpi);
}

static void
check_bounds(const struct scan *scan, struct reading *reading, size_t p)
{
    const struct reading_pair *pair = &scan->pairs.at[p];
    size_t count, sides[2] = {pair->before, pair->after};
    const struct pack_kpi *kpis = pack_kpis(scan->pack, &count);
    if (pair->kpi >= count)
        return;
    const struct pack_kpi *kpi = &kpis[pair->kpi];
    bool fits = true;
    for (size_t s = 0; s < 2; s++) {
        double value;
        if (!in_kpi_unit(kpi, &scan->numbers.at[sides[s]], &value)) {
            fits = false; /* visits, where the figure is their share */
            continue;
        }
        if (!pack_bounds_hold(kpi->hard, value)) {
            add_oddity(scan, reading, ODDITY_OUTSIDE_HARD, sides[s], p,
                       pair->kpi);
            return;
        }
        if (!pack_bounds_hold(kpi->plausible, value)) {
            add_oddity(scan, reading, ODDITY_OUTSIDE_PLAUSIBLE, sides[s], p,
                       pair->kpi);
            return;
        }
    }
    double change = expected_percent(&scan->numbers.at[pair->before],
                                     &scan->numbers.at[pair->after]);
    if (fits && kpi->max_change > 0 && change > kpi->max_change + 0.5)
        add_oddity(scan, reading, ODDITY_LARGE_CHANGE, pair->after, p,
                   pair->kpi);
}

static void
check_pair(const struct scan *scan, struct reading *reading, size_t p)
{
    const struct reading_pair *pair = &scan->pairs.at[p];
    const struct scan_number *before = &scan->numbers.at[pair->before];
    const struct scan_number *after = &scan->numbers.at[pair->after];
    enum unit_kind a = before->out.unit, b = after->out.unit;
    bool plain = a == UNIT_NONE || b == UNIT_NONE || a == UNIT_COUNT ||
                 b == UNIT_COUNT || a == UNIT_POINTS || b == UNIT_POINTS ||
                 a == UNIT_SCORE || b == UNIT_SCORE || a == UNIT_RANK ||
                 b == UNIT_RANK || a == UNIT_PERCENTILE ||
                 b == UNIT_PERCENTILE || a == UNIT_SHARE || b == UNIT_SHARE;
    if (a != b && !plain) {
        add_oddity(scan, reading, ODDITY_UNITS, pair->after, p, pair->kpi);
        return;
    }
    if (a == b && scaled(before) == scaled(after) &&
        pair_verb(before, after) != NO_TOKEN &&
        scan_verb_classes(scan, pair_verb(before, after)) & VERB_CHANGE)
        add_oddity(scan, reading, ODDITY_NO_CHANGE, pair->after, p, pair->kpi);
    check_direction(scan, reading, p);
    check_bounds(scan, reading, p);
}

static void
check_number(const struct scan *scan, struct reading *reading, size_t n)
{
    const struct scan_number *number = &scan->numbers.at[n];
    bool percent = number->out.unit == UNIT_PERCENT;
    if (number->out.class != NUMBER_OUTCOME || !percent ||
        !number->out.relative_change || in_pair(scan, n))
        return;
    bool down = number->verb == NO_TOKEN
                    ? false
                    : term_in(scan, number->verb, LEXICON_STRICT_DOWN);
    bool up = number->verb_classes & CLASS(VERB_UP);
    if (down && number->out.value > 100)
        add_oddity(scan, reading, ODDITY_DECREASE_OVER_100, n, SIZE_MAX,
                   SIZE_MAX);
    else if (down && number->out.value == 100)
        add_oddity(scan, reading, ODDITY_TOTAL_DECREASE, n, SIZE_MAX, SIZE_MAX);
    else if (up && number->out.value > 300 && !scan->pairs.count)
        add_oddity(scan, reading, ODDITY_LARGE_INCREASE, n, SIZE_MAX, SIZE_MAX);
}

void
scan_oddities(const struct scan *scan, struct reading *reading)
{
    for (size_t p = 0; p < scan->pairs.count; p++)
        check_pair(scan, reading, p);
    for (size_t n = 0; n < scan->numbers.count; n++)
        check_number(scan, reading, n);
}
