/* M101, M103 to M112: the numbers of one bullet. */
#include <math.h>

#include "pack/lexicon.h"
#include "rule.h"

static size_t
text_len(const struct check_bullet *bullet)
{
    return bullet->prose->plain.len;
}

static bool
has_records(const struct check_bullet *bullet)
{
    return bullet->highlight && bullet->highlight->metrics.count;
}

/* ---- M101, M103 -------------------------------------------------------- */

/* Firsts, awards and promotions are achievements without a figure. */
static bool
is_honour(const struct check_bullet *bullet)
{
    static const char *const openers[] = {
        "Named ",     "Selected ", "Awarded ",   "Elected ", "Promoted ",
        "Received ",  "Honored ",  "Appointed ", "Invited ", "Recognized ",
        "Nominated ", "Inducted ", "Patented ",  "First "};
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (str_starts(bullet->prose->plain, str_from(openers[i])))
            return true;
    return false;
}

static void
unquantified(struct check *check, const struct check_bullet *bullet)
{
    if (!bullet->is_result || bullet->is_old || bullet->scope_exempt ||
        has_records(bullet) || bullet->reading->verdict != VERDICT_NONE)
        return;
    struct str ask = check_ask(check, bullet->prose->plain, bullet->reading);
    struct finding *finding =
        check_on_bullet(check, CODE_M101, bullet, 0, text_len(bullet),
                        "Quantify this achievement: %.*s?", STR_ARG(ask));
    finding_help(finding, "write what it was before and after; mark a plain "
                          "duty with kind: duty");
    if ((check->beginner || is_honour(bullet)) &&
        finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
}

static struct str
list_numbers(struct check *check, const struct check_bullet *bullet,
             enum number_class class, size_t *from, size_t *to)
{
    const struct reading *reading = bullet->reading;
    struct buf out = buf_new(check->arena);
    for (size_t i = 0; i < reading->numbers.count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        if (number->class != class)
            continue;
        if (!out.len)
            *from = number->whole_from;
        *to = number->whole_to;
        buf_print(&out, "%s\"%.*s\"", out.len ? ", " : "",
                  STR_ARG(check_number_text(bullet, i)));
    }
    return buf_str(&out);
}

static void
size_or_effort(struct check *check, const struct check_bullet *bullet)
{
    enum verdict verdict = bullet->reading->verdict;
    bool activity = verdict == VERDICT_ACTIVITY;
    size_t from = 0, to = text_len(bullet);
    if (!bullet->is_result || bullet->scope_exempt || has_records(bullet) ||
        bullet->is_old || (!activity && verdict != VERDICT_SCOPE))
        return;
    struct str numbers = list_numbers(
        check, bullet, activity ? NUMBER_ACTIVITY : NUMBER_SCOPE, &from, &to);
    struct finding *finding =
        check_on_bullet(check, CODE_M103, bullet, from, to,
                        "Add the effect; %s alone is no result: %.*s.",
                        activity ? "effort" : "size", STR_ARG(numbers));
    struct str ask = check_ask(check, bullet->prose->plain, bullet->reading);
    finding_help(finding, "what came of it: %.*s?", STR_ARG(ask));
    if (!activity)
        finding_help(finding, "a line on size for each position is welcome: "
                              "mark it kind: scope");
}

/* ---- M104 -------------------------------------------------------------- */

static bool
sentence_has_outcome(const struct reading *reading, size_t from, size_t to)
{
    for (size_t i = 0; i < reading->numbers.count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        if (number->class == NUMBER_OUTCOME && number->from >= from &&
            number->to <= to)
            return true;
    }
    for (size_t i = 0; i < reading->zeros.count; i++)
        if (reading->zeros.at[i].from >= from && reading->zeros.at[i].to <= to)
            return true;
    return false;
}

/* The sentence around a byte: between ". " marks. */
static void
sentence_around(struct str text, size_t at, size_t *from, size_t *to)
{
    *from = at;
    *to = at;
    while (*from > 1 &&
           !(text.at[*from - 1] == ' ' &&
             (text.at[*from - 2] == '.' || text.at[*from - 2] == ';')))
        (*from)--;
    if (*from == 1)
        *from = 0;
    while (*to < text.len &&
           !(text.at[*to] == '.' &&
             (*to + 1 == text.len || text.at[*to + 1] == ' ')) &&
           text.at[*to] != ';')
        (*to)++;
}

static void
find_vague(struct check *check, const struct prose *prose, struct str path,
           const struct reading *reading)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, prose->plain);
    size_t count, term, sentence_end = 0, found = 0;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_VAGUE, &count);
    for (size_t i = 0; i < tokens.count && found < FINDINGS_PER_TEXT; i++) {
        if (tokens.at[i].from < sentence_end)
            continue;
        size_t literal = lexicon_match(&tokens, i, LEXICON_NOT_VAGUE, &term);
        if (literal) {
            i += literal - 1;
            continue;
        }
        if (!(tokens_phrase_classes(&tokens, i) & LEXICON_BIT(VAGUE)))
            continue;
        size_t len = lexicon_match(&tokens, i, LEXICON_VAGUE, &term);
        size_t from, to, end = tokens.at[i + len - 1].to;
        /* A name ("Several Sources Shelter") means itself. */
        if (!len || term >= count || (i && tokens.at[i].capital))
            continue;
        sentence_around(prose->plain, tokens.at[i].from, &from, &to);
        sentence_end = to; /* one for each sentence is enough */
        if (sentence_has_outcome(reading, from, to))
            continue;
        found++;
        struct finding *finding = finding_add(
            check->findings, CODE_M104,
            check_span(check, prose, tokens.at[i].from, end),
            "Replace \"%.*s\" with a number: %.*s?",
            STR_ARG(str_slice(prose->plain, tokens.at[i].from, end)),
            STR_ARG(terms[term].advice));
        finding->path = path;
        finding_help(finding, "an approximate figure or a range will do: "
                              "about 40, 30-35");
    }
}

static void
vague(struct check *check, const struct check_bullet *bullet)
{
    if (bullet->is_result && !bullet->is_old && !has_records(bullet) &&
        bullet->kind == HIGHLIGHT_RESULT)
        find_vague(check, bullet->prose, bullet->path, bullet->reading);
}

static void
vague_summary(struct check *check)
{
    const struct prose *summary = &check->candidate->basics.summary;
    if (summary->plain.len)
        find_vague(check, summary, STR("basics.summary"),
                   reading_of(check->arena, check->pack, summary->plain));
}

/* ---- M105, M106 -------------------------------------------------------- */

static bool
has_baseline(const struct reading *reading)
{
    if (reading->pairs.count)
        return true;
    for (size_t i = 0; i < reading->numbers.count; i++)
        if (reading->numbers.at[i].class == NUMBER_BASELINE)
            return true;
    return false;
}

/* The number that says how much, not from what; or SIZE_MAX. */
static size_t
bare_change(const struct reading *reading)
{
    if (has_baseline(reading))
        return SIZE_MAX;
    for (size_t i = 0; i < reading->numbers.count; i++)
        if (reading->numbers.at[i].class == NUMBER_OUTCOME &&
            reading->numbers.at[i].relative_change)
            return i;
    return SIZE_MAX;
}

/* A record that is referred to shows both values beside the words. */
static bool
record_has_baseline(const struct check_bullet *bullet)
{
    for (size_t i = 0;
         has_records(bullet) && i < bullet->highlight->metrics.count; i++)
        if (bullet->highlight->metrics.at[i]->before.given ||
            bullet->highlight->metrics.at[i]->confidential.value)
            return true;
    return false;
}

/* Printed from a record, which keeps its own baseline. */
static bool
from_placeholder(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = 0; i < prose->pieces.count; i++) {
        const struct prose_piece *piece = &prose->pieces.at[i];
        if (!piece->exact && piece->plain <= from &&
            to <= piece->plain + piece->len)
            return true;
    }
    return false;
}

static void
no_baseline(struct check *check, const struct check_bullet *bullet)
{
    size_t n = bare_change(bullet->reading);
    if (!bullet->is_result || n == SIZE_MAX || record_has_baseline(bullet))
        return;
    const struct reading_number *number = &bullet->reading->numbers.at[n];
    struct str value = check_number_text(bullet, n);
    if (from_placeholder(bullet->prose, number->from, number->to))
        return;
    struct finding *finding = check_on_bullet(
        check, CODE_M105, bullet, number->whole_from, number->whole_to,
        "Say from what to what; \"%.*s\" has no baseline.", STR_ARG(value));
    finding_help(finding, "%.*s, from ... to ...", STR_ARG(value));
}

static int
record_score(const struct metric *metric)
{
    int score = metric->after.given || metric->change_percent.given ? 30 : 0;
    score += metric->before.given ? 25 : metric->after.given ? 10 : 0;
    score += metric->period.node ? 15 : 0;
    score += metric->method.s.len ? 15 : 0;
    score += metric->source.s.len ? 10 : 0;
    score += metric->target.given || metric->benchmark.value.given ? 5 : 0;
    return score;
}

static int
best_score(const struct check_bullet *bullet)
{
    int score = bullet->reading->score;
    for (size_t i = 0;
         has_records(bullet) && i < bullet->highlight->metrics.count; i++) {
        int one = record_score(bullet->highlight->metrics.at[i]);
        score = one > score ? one : score;
    }
    return score;
}

static struct str
missing_parts(struct check *check, const struct reading *reading)
{
    const struct reading_score *parts = &reading->parts;
    const struct {
        int lost;
        const char *name;
    } all[] = {
        {25 - parts->baseline, "the baseline"},
        {15 - parts->time, "the time frame"},
        {15 - parts->attribution, "the method"},
        {10 - parts->source, "the source"},
    };
    struct buf out = buf_new(check->arena);
    size_t shown = 0;
    for (int lost = 25; lost >= 10; lost--)
        for (size_t i = 0; i < sizeof all / sizeof *all && shown < 3; i++)
            if (all[i].lost == lost)
                buf_print(&out, "%s%s", shown++ ? ", " : "", all[i].name);
    return buf_str(&out);
}

static void
thin_context(struct check *check, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    int score = best_score(bullet);
    if (!bullet->is_result || bullet->is_old ||
        reading->verdict != VERDICT_OUTCOME ||
        score >= check_param(check, CODE_M106, "min_score") ||
        bare_change(reading) != SIZE_MAX)
        return;
    size_t from = 0, to = text_len(bullet);
    if (!list_numbers(check, bullet, NUMBER_OUTCOME, &from, &to).len &&
        reading->zeros.count) {
        from = reading->zeros.at[0].from;
        to = reading->zeros.at[0].to;
    }
    struct str missing = missing_parts(check, reading);
    struct finding *finding = check_on_bullet(
        check, CODE_M106, bullet, from, to,
        "Strengthen the result (%d/100); add %.*s.", score, STR_ARG(missing));
    finding_help(finding, "for example: from A to B within six months by "
                          "doing ... (source)");
}

/* ---- M107, M112: claims ------------------------------------------------ */

static struct str
value_text(struct check *check, const struct check_bullet *bullet,
           size_t number)
{
    const struct reading_number *n = &bullet->reading->numbers.at[number];
    (void)check;
    return str_slice(
        bullet->prose->plain,
        n->unit == UNIT_PERCENT || n->unit == UNIT_MONEY ? n->whole_from
                                                         : n->from,
        n->unit == UNIT_PERCENT || n->unit == UNIT_MONEY ? n->whole_to : n->to);
}

static struct str
expected_text(struct check *check, const struct reading_claim *claim,
              const struct reading_number *number)
{
    double expected = claim->expected;
    switch (number->unit) {
    case UNIT_MULTIPLE:
        return str_format(check->arena, "%.*s times",
                          STR_ARG(check_print_value(
                              check->arena, round(expected * 100) / 100)));
    case UNIT_POINTS:
        return str_format(check->arena, "%.*s points",
                          STR_ARG(check_print_value(check->arena, expected)));
    case UNIT_MONEY:
        return str_format(check->arena, "$%.*s",
                          STR_ARG(check_print_value(check->arena, expected)));
    default:
        break;
    }
    if (number->last_place >= 1 || number->unit == UNIT_FRACTION)
        expected = round(expected);
    else
        expected = round(expected * 10) / 10;
    return str_format(check->arena, "%.*s%%",
                      STR_ARG(check_print_value(check->arena, expected)));
}

static void
wrong_claim(struct check *check, const struct check_bullet *bullet,
            const struct reading_claim *claim)
{
    const struct reading *reading = bullet->reading;
    const struct reading_pair *pair = &reading->pairs.at[claim->pair];
    const struct reading_number *number = &reading->numbers.at[claim->number];
    struct str before = value_text(check, bullet, pair->before);
    struct str after = value_text(check, bullet, pair->after);
    struct str claimed = check_number_text(bullet, claim->number);
    struct str expected = expected_text(check, claim, number);
    if (claim->fault == CLAIM_FROM_ZERO) {
        check_on_bullet(check, CODE_M107, bullet, number->whole_from,
                        number->whole_to,
                        "Drop the percent: a change from 0 has none.");
        return;
    }
    struct finding *finding = check_on_bullet(
        check, CODE_M107, bullet, number->whole_from, number->whole_to,
        "Correct the figure: %.*s to %.*s is %.*s, not \"%.*s\".",
        STR_ARG(before), STR_ARG(after), STR_ARG(expected), STR_ARG(claimed));
    if (claim->fault == CLAIM_WRONG_BASE)
        finding_help(finding,
                     "it was computed on the value after; the base "
                     "is the value before, %.*s",
                     STR_ARG(before));
    if (number->unit == UNIT_PERCENT) {
        finding->has_edit = true;
        finding->edit.span =
            check_span(check, bullet->prose, number->from, number->to);
        finding->edit.text = str_slice(expected, 0, expected.len - 1);
    }
}

static void
points_as_percent(struct check *check, const struct check_bullet *bullet,
                  const struct reading_claim *claim)
{
    const struct reading_number *number =
        &bullet->reading->numbers.at[claim->number];
    struct str diff = str_slice(bullet->prose->plain, number->from, number->to);
    double relative = round(claim->expected);
    struct finding *finding = check_on_bullet(
        check, CODE_M112, bullet, number->whole_from, number->whole_to,
        "Write %.*s percentage points, or %.*s%%.", STR_ARG(diff),
        STR_ARG(check_print_value(check->arena, relative)));
    finding_help(finding, "%.*s percentage points (%.*s%%)", STR_ARG(diff),
                 STR_ARG(check_print_value(check->arena, relative)));
}

static void
arithmetic(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->claims.count; i++) {
        const struct reading_claim *claim = &bullet->reading->claims.at[i];
        if (claim->fault != CLAIM_FITS && claim->fault != CLAIM_POINTS)
            wrong_claim(check, bullet, claim);
    }
}

static void
percent_or_points(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->claims.count; i++)
        if (bullet->reading->claims.at[i].fault == CLAIM_POINTS)
            points_as_percent(check, bullet, &bullet->reading->claims.at[i]);
}

/* ---- M108 to M111: oddities -------------------------------------------- */

static const struct pack_kpi *
kpi_of(const struct check *check, size_t kpi)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    return kpi < count ? &kpis[kpi] : NULL;
}

static struct finding *
on_oddity(struct check *check, enum code code,
          const struct check_bullet *bullet,
          const struct reading_oddity *oddity, struct str message)
{
    const struct reading_number *number =
        &bullet->reading->numbers.at[oddity->number];
    return check_on_bullet(check, code, bullet, number->whole_from,
                           number->whole_to, "%.*s", STR_ARG(message));
}

static void
impossible(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &bullet->reading->oddities.at[i];
        struct str value = check_number_text(bullet, oddity->number);
        const struct pack_kpi *kpi = kpi_of(check, oddity->kpi);
        struct str reason;
        if (oddity->kind == ODDITY_DECREASE_OVER_100)
            reason = STR("nothing falls by more than 100 percent");
        else if (oddity->kind == ODDITY_NO_CHANGE)
            reason = STR("before and after are the same");
        else if (oddity->kind == ODDITY_OUTSIDE_HARD && kpi)
            reason = str_format(
                check->arena, "%.*s lies within %.*s", STR_ARG(kpi->name),
                STR_ARG(check_print_bounds(check->arena, kpi->hard)));
        else
            continue;
        (void)on_oddity(check, CODE_M108, bullet, oddity,
                        str_format(check->arena, "Fix \"%.*s\": %.*s.",
                                   STR_ARG(value), STR_ARG(reason)));
    }
}

static struct str
why_implausible(struct check *check, const struct check_bullet *bullet,
                const struct reading_oddity *oddity)
{
    struct str value = check_number_text(bullet, oddity->number);
    const struct pack_kpi *kpi = kpi_of(check, oddity->kpi);
    switch (oddity->kind) {
    case ODDITY_OUTSIDE_PLAUSIBLE:
        return str_format(
            check->arena, "Check \"%.*s\" for %.*s; usual range is %.*s %.*s.",
            STR_ARG(value), STR_ARG(kpi->name),
            STR_ARG(check_print_bounds(check->arena, kpi->plausible)),
            STR_ARG(kpi->unit));
    case ODDITY_LARGE_CHANGE:
        return str_format(
            check->arena,
            "Check \"%.*s\": %.*s seldom moves by more than "
            "%.*s%%.",
            STR_ARG(value), STR_ARG(kpi->name),
            STR_ARG(check_print_value(check->arena, kpi->max_change)));
    case ODDITY_LARGE_INCREASE:
        return str_format(check->arena,
                          "Give the values behind \"%.*s\"; so large a rise "
                          "often comes from a small number.",
                          STR_ARG(value));
    case ODDITY_TOTAL_DECREASE:
        return str_format(check->arena,
                          "Say \"eliminated\" when \"%.*s\" is meant.",
                          STR_ARG(value));
    default:
        return STR("");
    }
}

static void
implausible(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &bullet->reading->oddities.at[i];
        struct str why = why_implausible(check, bullet, oddity);
        if (why.len)
            finding_help(on_oddity(check, CODE_M109, bullet, oddity, why),
                         "when it is right: lint: {ignore: [M109]} on this "
                         "entry");
    }
}

static void
units(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &bullet->reading->oddities.at[i];
        if (oddity->kind != ODDITY_UNITS)
            continue;
        const struct reading_pair *pair =
            &bullet->reading->pairs.at[oddity->pair];
        struct str before = check_number_text(bullet, pair->before);
        struct str after = check_number_text(bullet, pair->after);
        (void)on_oddity(check, CODE_M110, bullet, oddity,
                        str_format(check->arena,
                                   "Use one unit: \"%.*s\" against "
                                   "\"%.*s\".",
                                   STR_ARG(before), STR_ARG(after)));
    }
}

static void
direction(struct check *check, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    for (size_t i = 0; i < reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &reading->oddities.at[i];
        if (oddity->kind != ODDITY_DIRECTION)
            continue;
        const struct reading_pair *pair = &reading->pairs.at[oddity->pair];
        const struct pack_kpi *kpi = kpi_of(check, oddity->kpi);
        bool up = reading->numbers.at[pair->after].value >
                  reading->numbers.at[pair->before].value;
        struct str message;
        if (kpi && kpi->good != PACK_GOOD_BAND)
            message = str_format(check->arena,
                                 "Check direction: %.*s went %s, better is %s.",
                                 STR_ARG(kpi->name), up ? "up" : "down",
                                 kpi->good == PACK_GOOD_UP ? "up" : "down");
        else
            message = str_format(check->arena,
                                 "Check direction: the figure went %s, the "
                                 "verb says %s.",
                                 up ? "up" : "down", up ? "down" : "up");
        finding_help(on_oddity(check, CODE_M111, bullet, oddity, message),
                     "swap the two figures, change the verb, or say what was "
                     "gained in exchange");
    }
}

const struct rule rules_metrics[] = {
    {.code = CODE_M101,
     .bullet = unquantified,
     .params = {{"scope_bullets", 1}, {"older_years", 15}}},
    {.code = CODE_M103, .bullet = size_or_effort},
    {.code = CODE_M104, .bullet = vague},
    {.code = CODE_M104, .document = vague_summary},
    {.code = CODE_M105, .bullet = no_baseline},
    {.code = CODE_M106, .bullet = thin_context, .params = {{"min_score", 55}}},
    {.code = CODE_M107, .bullet = arithmetic},
    {.code = CODE_M108, .bullet = impossible},
    {.code = CODE_M109, .bullet = implausible},
    {.code = CODE_M110, .bullet = units},
    {.code = CODE_M111, .bullet = direction},
    {.code = CODE_M112, .bullet = percent_or_points},
    {.document = NULL},
};
