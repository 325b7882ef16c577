/*
 * What stands around a number (the preposition and the verb that govern it),
 * and step 4: which two numbers are before and after of one value.
 */
#include "scan.h"

/* Prepositions that are approximations when another one or a verb precedes:
   "by over 30%", "saved around $5K". */
#define WEAK_PREPOSITIONS "over under about around above below within"

static void
mark_approximations(struct scan *scan)
{
    for (size_t i = 0; i < scan->tokens.count; i++) {
        size_t len = scan_phrase_len(scan, i);
        bool symbol = scan_is_symbol(scan, i, '~');
        if (!symbol && !(scan_classes(scan, i) & CLASS(APPROX)))
            continue;
        for (size_t at = i; at < i + len; at++) {
            scan->at[at].in_approx = true;
            scan->at[at].approx_from = (unsigned)i;
        }
        i += len - 1;
    }
}

static bool
is_hedge(const struct scan *scan, size_t i)
{
    return scan_has(scan, i, CLASS(HEDGE)) || scan_is_symbol(scan, i, '~');
}

/* Goes left over approximations, articles and adverbs; gives the token that
   stands before them, or NO_TOKEN. */
static size_t
skip_left(const struct scan *scan, struct scan_number *number, size_t i)
{
    while (i > 0) {
        size_t at = i - 1;
        const struct token *token = &scan->tokens.at[at];
        if (scan_word_is(scan, at, "about around")) {
            number->out.approximate = true;
            i--;
        } else if (scan->at[at].in_approx &&
                   !(token->classes & CLASS(PREPOSITION) &&
                     scan->at[at].approx_from == at)) {
            number->out.approximate = number->out.approximate ||
                                      is_hedge(scan, scan->at[at].approx_from);
            i = scan->at[at].approx_from;
        } else if (scan_is_symbol(scan, at, '.') && !scan_is_stop(scan, at)) {
            i--; /* "approx." */
        } else if (token->classes & CLASS(DETERMINER) ||
                   token->classes & CLASS(MORE) || scan_is_adverb(scan, at)) {
            if (scan_word_is(scan, at, "to"))
                return at;
            i--;
        } else {
            return at;
        }
    }
    return NO_TOKEN;
}

static bool
is_preposition(const struct scan *scan, size_t i)
{
    return i != NO_TOKEN && (scan_has(scan, i, CLASS(PREPOSITION)) ||
                             scan_word_is(scan, i, "to"));
}

static void
find_preposition(struct scan *scan, struct scan_number *number)
{
    size_t at = skip_left(scan, number, number->first);
    number->prep = number->prep_outer = NO_TOKEN;
    number->lead = at;
    if (!is_preposition(scan, at))
        return;
    size_t verb = at ? scan->at[at - 1].verb : NO_TOKEN;
    if (verb != NO_TOKEN && verb + scan_phrase_len(scan, verb) > at)
        return; /* "brought in", "worked with" */
    number->prep = at;
    if (at && scan_word_is(scan, at, "of") &&
        scan_word_is(scan, at - 1, "factor"))
        number->out.unit = UNIT_MULTIPLE; /* by a factor of three */
    if (!scan_word_is(scan, at, WEAK_PREPOSITIONS))
        return;
    size_t outer = skip_left(scan, number, at);
    if (is_preposition(scan, outer)) {
        number->prep_outer = outer;
    } else if (outer != NO_TOKEN && scan->at[outer].is_verb &&
               number->out.unit != UNIT_TIME) {
        number->out.approximate = number->out.approximate || is_hedge(scan, at);
        number->prep = NO_TOKEN;
        number->lead = outer;
    }
}

void
scan_context(struct scan *scan)
{
    mark_approximations(scan);
    for (size_t n = 0; n < scan->numbers.count; n++) {
        struct scan_number *number = &scan->numbers.at[n];
        find_preposition(scan, number);
        number->verb =
            number->first ? scan->at[number->first - 1].verb : NO_TOKEN;
        if (number->first && scan_is_stop(scan, number->first - 1))
            number->verb = NO_TOKEN;
        if (scan->at[number->first].is_verb)
            number->verb = number->first;
        number->verb_classes = scan_verb_classes(scan, number->verb);
        number->distance =
            number->verb == NO_TOKEN ? SIZE_MAX : number->first - number->verb;
    }
}

/* ---- pairs ------------------------------------------------------------- */

static struct scan_number *
number_at(struct scan *scan, size_t i)
{
    if (i >= scan->tokens.count || scan->at[i].number == SIZE_MAX)
        return NULL;
    return &scan->numbers.at[scan->at[i].number];
}

/* The number that begins within `reach` tokens from i, nothing but words,
   masks and approximations between. */
static struct scan_number *
number_from(struct scan *scan, size_t i, size_t reach)
{
    for (size_t at = i; at < i + reach && at < scan->tokens.count; at++) {
        struct scan_number *number = number_at(scan, at);
        if (number)
            return number;
        if (scan_is_stop(scan, at) || scan_has(scan, at, CLASS(CLAUSE)) ||
            scan->at[at].is_verb || scan_is_symbol(scan, at, ','))
            break;
    }
    return NULL;
}

/* The same, a verb passed over. */
static struct scan_number *
number_after_verb(struct scan *scan, size_t i)
{
    if (i < scan->tokens.count && scan->at[i].is_verb)
        i++;
    return number_from(scan, i, 3);
}

static bool
is_absolute(const struct scan_number *number)
{
    return number->out.unit != UNIT_MULTIPLE &&
           number->out.unit != UNIT_FRACTION;
}

/* One side without its own unit takes the other's. */
static void
share_units(struct scan_number *a, struct scan_number *b)
{
    if (a->out.unit == b->out.unit && a->unit != NO_TOKEN)
        return;
    bool a_lacks = a->out.unit == UNIT_NONE ||
                   (a->out.unit == UNIT_COUNT && a->unit == NO_TOKEN) ||
                   a->out.unit == UNIT_RANK;
    bool b_lacks = b->out.unit == UNIT_NONE ||
                   (b->out.unit == UNIT_COUNT && b->unit == NO_TOKEN);
    struct scan_number *from = a_lacks ? b : a, *to = a_lacks ? a : b;
    if (!a_lacks && !b_lacks)
        return;
    to->out.unit = from->out.unit;
    to->out.seconds = from->out.seconds;
    to->unit_classes = from->unit_classes;
    if (str_is_empty(to->out.unit_text))
        to->out.unit_text = from->out.unit_text;
    /* "$2 to 4 million" */
    if (from->out.unit == UNIT_MONEY && a_lacks && b->out.last_place >= 1e3 &&
        a->out.last_place < 1e3 && a->out.value < 1000) {
        double scale = b->out.last_place >= 1e6 ? 1e6 : 1e3;
        a->out.value *= scale;
        a->out.last_place *= scale;
    }
}

/* "from 1 to 10" of a questionnaire */
static bool
is_scale(const struct scan *scan, size_t from)
{
    size_t low = from + 1, high = from + 3;
    return (token_is(&scan->tokens, low, "1") ||
            token_is(&scan->tokens, low, "0")) &&
           (token_is(&scan->tokens, high, "5") ||
            token_is(&scan->tokens, high, "7") ||
            token_is(&scan->tokens, high, "10") ||
            token_is(&scan->tokens, high, "100"));
}

/* How far back a noun may stand that governs a pair; bounds the work. */
#define FAR_BACK 24

/* Ranges, ages, projects "from $1M to $5M": size, not change. */
static bool
spans_range(const struct scan *scan, size_t from)
{
    size_t verb = from ? scan->at[from - 1].verb : NO_TOKEN;
    uint64_t classes = scan_verb_classes(scan, verb);
    if (from && scan_word_is(scan, from - 1,
                             "ranging ranged range ranges varying varied "
                             "anywhere spanning sized aged ages sizes"))
        return true;
    if (verb == NO_TOKEN)
        return is_scale(scan, from);
    if (scan_word_is(scan, verb, "build built grow grew scale scaled"))
        return false;
    if (classes & (VERB_CHANGE | VERB_LEVEL) &&
        !(classes & CLASS(VERB_SCOPE) && !(classes & VERB_CHANGE)))
        return false;
    size_t near = from - verb > FAR_BACK ? from - FAR_BACK : verb + 1;
    if (scan_find(scan, near, from, CLASS(CHANGE_NOUN)) != NO_TOKEN)
        return false;
    /* An earlier verb of change governs: "cut time spent on ... from",
       "brought patients who left without being seen from". */
    size_t earlier = verb;
    do
        earlier = earlier ? scan->at[earlier - 1].verb : NO_TOKEN;
    while (earlier != NO_TOKEN && earlier &&
           scan_word_is(scan, earlier - 1, "who that which without being"));
    if (scan_verb_classes(scan, earlier) & VERB_CHANGE)
        return false;
    return classes &
           (CLASS(VERB_SCOPE) | CLASS(VERB_ACTIVITY) | CLASS(VERB_MONEY));
}

static bool
same_number(const struct scan_number *a, const struct scan_number *b)
{
    return !a || !b || a == b;
}

static void
add_pair(struct scan *scan, struct scan_number *before,
         struct scan_number *after)
{
    share_units(before, after);
    struct reading_pair *pair = list_add(scan->arena, &scan->pairs);
    pair->before = (size_t)(before - scan->numbers.at);
    pair->after = (size_t)(after - scan->numbers.at);
    pair->kpi = SIZE_MAX;
    before->out.class = NUMBER_BASELINE;
    after->out.class = NUMBER_OUTCOME;
}

static bool
is_paired(const struct scan_number *number)
{
    return number->out.class == NUMBER_BASELINE ||
           number->out.class == NUMBER_OUTCOME ||
           number->out.class == NUMBER_SCOPE;
}

static bool
is_arrow(const struct scan *scan, size_t i)
{
    return scan_is_symbol(scan, i, '>') ||
           (scan_is_symbol(scan, i, '-') && scan_is_symbol(scan, i + 1, '>'));
}

/* "to nothing in three years" */
static bool
says_when(const struct scan *scan, const struct scan_number *before,
          const struct scan_number *after)
{
    return after->out.unit == UNIT_TIME && before->out.unit != UNIT_TIME &&
           after->prep != NO_TOKEN &&
           scan_word_is(scan, after->prep,
                        "in within over after during for by");
}

/* from A [words] to B */
static bool
pair_from_to(struct scan *scan, size_t i)
{
    if (!scan_word_is(scan, i, "from"))
        return false;
    struct scan_number *before = number_from(scan, i + 1, 5);
    if (!before || !is_absolute(before))
        return false;
    for (size_t at = before->direct; at < before->direct + 8; at++) {
        if (scan_is_stop(scan, at) || number_at(scan, at) == before)
            break;
        if (number_at(scan, at) || scan_is_symbol(scan, at, ','))
            break;
        if (!scan_word_is(scan, at, "to") && !is_arrow(scan, at))
            continue;
        struct scan_number *after = number_from(scan, at + 1, 6);
        if (same_number(before, after) || !is_absolute(after) ||
            says_when(scan, before, after))
            return false;
        if (spans_range(scan, i)) {
            before->out.class = after->out.class = NUMBER_SCOPE;
            return true;
        }
        add_pair(scan, before, after);
        return true;
    }
    return false;
}

/* The token behind "18% (2020)" without the brackets that end before i. */
static size_t
before_brackets(const struct scan *scan, size_t i)
{
    if (!i || !scan_is_symbol(scan, i - 1, ')'))
        return i;
    for (size_t back = 2; back <= 5 && back <= i; back++)
        if (scan_is_symbol(scan, i - back, '('))
            return i - back;
    return i;
}

/* A -> B */
static bool
pair_arrow(struct scan *scan, size_t i)
{
    if (!is_arrow(scan, i) || i == 0)
        return false;
    struct scan_number *before = NULL;
    size_t end = before_brackets(scan, i);
    for (size_t back = 1; back <= 4 && back <= end && !before; back++)
        before = number_at(scan, end - back);
    struct scan_number *after = number_from(scan, i + 1, 4);
    if (same_number(before, after) || is_paired(before))
        return false;
    add_pair(scan, before, after);
    return true;
}

/* B, down from A; to B from A; B (from A); B (was A) */
static bool
pair_after_first(struct scan *scan, size_t i)
{
    bool was = scan_is_symbol(scan, i - 1, '(') &&
               scan_word_is(scan, i, "was previously formerly");
    if (!scan_word_is(scan, i, "from") && !was)
        return false;
    struct scan_number *before = number_from(scan, i + 1, 4), *after = NULL;
    if (!before || is_paired(before) || !is_absolute(before))
        return false;
    size_t back = i;
    bool signalled = was;
    while (back > 0 && i - back < 8 && !after) {
        back--;
        after = number_at(scan, back);
        signalled = signalled || scan_is_symbol(scan, back, '(') ||
                    scan_word_is(scan, back,
                                 "down up improved reduced "
                                 "increased rose fell dropped");
    }
    if (same_number(before, after) || is_paired(after) || !is_absolute(after))
        return false;
    bool to = after->prep != NO_TOKEN && scan_word_is(scan, after->prep, "to");
    signalled = signalled || (to && after->prep &&
                              scan_word_is(scan, after->prep - 1, "down up"));
    bool change = after->verb_classes & (VERB_CHANGE | VERB_LEVEL);
    bool alike =
        before->out.unit == after->out.unit || before->out.unit == UNIT_NONE;
    if (!alike || !(signalled || (to && change)))
        return false;
    if (before->unit_classes && after->unit_classes &&
        !(before->unit_classes & after->unit_classes))
        return false;
    add_pair(scan, before, after);
    return true;
}

/* "29 in 2020", "29 in FY19" */
static bool
in_a_year(const struct scan *scan, size_t i)
{
    return scan_word_is(scan, i, "in") && i + 1 < scan->tokens.count &&
           scan->at[i + 1].mask;
}

/* The number up to six tokens before i; with a unit, one of the same unit up to
   twelve before: "96% of complaints within 7 days, against 61% before". */
static struct scan_number *
alike_before(struct scan *scan, size_t i, const struct scan_number *before)
{
    bool has_unit =
        before->out.unit != UNIT_NONE && before->out.unit != UNIT_COUNT;
    struct scan_number *nearest = NULL;
    for (size_t back = 1; back <= 12 && back <= i; back++) {
        struct scan_number *number = number_at(scan, i - back);
        if (scan_is_stop(scan, i - back))
            break;
        if (!number)
            continue;
        if (number->out.unit == before->out.unit)
            return number;
        nearest = nearest || back > 6 ? nearest : number;
    }
    bool other = nearest && has_unit && nearest->out.unit == UNIT_TIME;
    return other ? NULL : nearest;
}

/* B versus A before, B compared with A at baseline */
static bool
pair_versus(struct scan *scan, size_t i)
{
    if (!(scan_classes(scan, i) & CLASS(COMPARE)) &&
        !scan_word_is(scan, i, "from"))
        return false;
    size_t next = i + scan_phrase_len(scan, i);
    struct scan_number *before = number_from(scan, next, 3), *after = NULL;
    if (!before || is_paired(before))
        return false;
    if (!scan_word_is(scan, i, "instead rather") &&
        scan_find(scan, before->direct, before->direct + 6, CLASS(BASELINE)) ==
            NO_TOKEN &&
        !in_a_year(scan, before->direct))
        return false;
    after = alike_before(scan, i, before);
    if (same_number(before, after) || is_paired(after))
        return false;
    add_pair(scan, before, after);
    return true;
}

/* "Supply cost per case $412 to $351", "room turnover 24 min to 13 min": right
   behind the name of a figure that nothing else governs. */
static bool
moves_kpi(const struct scan *scan, const struct scan_number *before,
          const struct scan_number *after)
{
    enum unit_kind a = before->out.unit, b = after->out.unit;
    size_t from = before->first > 5 ? before->first - 5 : 0;
    bool written = a == UNIT_PERCENT || a == UNIT_MONEY || b == UNIT_TIME ||
                   b == UNIT_PERCENT;
    if (!written || (a != b && a != UNIT_NONE) || before->prep != NO_TOKEN ||
        before->hyphenated || !before->first ||
        (before->verb != NO_TOKEN && !(before->verb_classes & VERB_CHANGE)))
        return false;
    for (size_t i = before->first; i-- > from;) {
        if (scan->tokens.at[i].kind == TOKEN_SYMBOL &&
            !scan_is_joint(scan, i) && !scan_is_symbol(scan, i, '"'))
            return false;
        if (scan_has(scan, i, CLASS(KPI) | CLASS(RATE_NOUN)))
            return true;
    }
    return false;
}

/* A% to B%, (A to B) with a verb of change: "62% to 74%" */
static bool
pair_bare_to(struct scan *scan, size_t i)
{
    if (!scan_word_is(scan, i, "to") || i == 0)
        return false;
    struct scan_number *before = NULL;
    size_t end = before_brackets(scan, i);
    for (size_t back = 1; back <= 3 && back <= end && !before; back++)
        before = number_at(scan, end - back);
    struct scan_number *after = number_from(scan, i + 1, 3);
    if (same_number(before, after) || is_paired(before) || is_paired(after) ||
        !is_absolute(before) || !is_absolute(after))
        return false;
    bool parens = before->first && scan_is_symbol(scan, before->first - 1, '(');
    bool colon = before->first && scan_is_symbol(scan, before->first - 1, ':');
    bool change = (before->verb_classes |
                   scan_verb_classes(
                       scan, before->first ? scan->at[before->first - 1].verb
                                           : NO_TOKEN)) &
                  VERB_CHANGE;
    bool ranged = before->prep != NO_TOKEN;
    bool both =
        before->out.unit == after->out.unit && before->out.unit != UNIT_NONE;
    if (colon || (change && parens) || (change && !ranged && both) ||
        moves_kpi(scan, before, after)) {
        add_pair(scan, before, after);
        return true;
    }
    return false;
}

/* "what used to take 9 days takes 2" */
static bool
says_once(const struct scan *scan, const struct scan_number *before)
{
    size_t first = before->first;
    return first > 3 && scan_word_is(scan, first - 2, "to") &&
           scan_word_is(scan, first - 3, "used");
}

/* "a queue of 340 became 25", "what used to take 9 days takes 2" */
static bool
pair_became(struct scan *scan, size_t i)
{
    bool takes = scan_word_is(scan, i, "takes take needs need");
    if (!takes && !scan_word_is(scan, i, "became become"))
        return false;
    struct scan_number *after = number_from(scan, i + 1, 2), *before = NULL;
    for (size_t back = 1; back <= 4 && back <= i && !before; back++)
        before = number_at(scan, i - back);
    if (same_number(before, after) || is_paired(before) || is_paired(after) ||
        (takes && !says_once(scan, before)))
        return false;
    add_pair(scan, before, after);
    return true;
}

/* "what took 3 days now takes 40 minutes" */
static bool
pair_now(struct scan *scan, size_t i)
{
    if (!scan_word_is(scan, i, "now"))
        return false;
    struct scan_number *after = number_after_verb(scan, i + 1), *before = NULL;
    for (size_t back = 1; back <= 8 && back <= i && !before; back++)
        before = number_at(scan, i - back);
    if (same_number(before, after) || is_paired(before) || is_paired(after) ||
        before->verb == NO_TOKEN || before->out.unit != after->out.unit ||
        !scan_word_is(scan, before->verb,
                      "took taken needed required used was were had"))
        return false;
    add_pair(scan, before, after);
    return true;
}

void
scan_pairs(struct scan *scan)
{
    static bool (*const forms[])(struct scan *, size_t) = {
        pair_from_to, pair_arrow, pair_after_first, pair_versus,
        pair_bare_to, pair_now,   pair_became};
    if (scan->numbers.count < 2)
        return;
    for (size_t i = 1; i < scan->tokens.count; i++) {
        if (scan->at[i].mask)
            continue;
        for (size_t f = 0; f < sizeof forms / sizeof *forms; f++)
            if (forms[f](scan, i))
                break;
    }
    if (scan->tokens.count)
        (void)pair_from_to(scan, 0);
}
