/* M101, M103 to M106: whether a bullet has a figure and what it lacks; the
   table of the numbers of a bullet. */
#include "metrics.h"
#include "style.h"

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
        has_records(bullet) || bullet->reading->verdict != VERDICT_NONE ||
        bullet->in_unmeasured_case || style_is_unfinished(check, bullet) ||
        style_is_label(bullet))
        return;
    bool honour = is_honour(bullet);
    struct str ask = check_ask(check, bullet->prose->plain, bullet->reading);
    struct finding *finding =
        honour ? check_on_bullet(check, CODE_M101, bullet, 0, text_len(bullet),
                                 "Say which result earned this.")
               : check_on_bullet(check, CODE_M101, bullet, 0, text_len(bullet),
                                 "%s: %.*s?",
                                 bullet->reading->numbers.count
                                     ? "Say what came of it"
                                     : "Quantify this achievement",
                                 STR_ARG(ask));
    finding_help(finding,
                 honour ? "the figure it was given for; a prize can stand "
                          "under awards"
                        : "write what it was before and after; mark a plain "
                          "duty with kind: duty");
    if ((check->beginner || honour) && finding->severity == SEVERITY_WARNING)
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

/* "Passed two surveys", "an A, up from a C": others found it good. */
static bool
tells_verdict(const struct reading *reading)
{
    size_t term;
    for (size_t i = 0; i < reading->tokens.count; i++)
        if (lexicon_match(&reading->tokens, i, LEXICON_VERDICT_WORD, &term))
            return true;
    return false;
}

static void
size_or_effort(struct check *check, const struct check_bullet *bullet)
{
    enum verdict verdict = bullet->reading->verdict;
    bool activity = verdict == VERDICT_ACTIVITY;
    size_t from = 0, to = text_len(bullet);
    if (!bullet->is_result || bullet->scope_exempt || has_records(bullet) ||
        bullet->is_old || (!activity && verdict != VERDICT_SCOPE) ||
        bullet->in_unmeasured_case || style_is_unfinished(check, bullet) ||
        tells_verdict(bullet->reading))
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
    struct tokens tokens = reading->tokens;
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
            STR_ARG(term_advice(&terms[term])));
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
                   check_reading(check, summary));
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

/* "Closed 42,000 gaps, 28% more than in 2022": the base can be reckoned. */
static bool
is_reckoned(const struct reading *reading, size_t n)
{
    const struct reading_number *number = &reading->numbers.at[n];
    const struct tokens *tokens = &reading->tokens;
    bool absolute = false, compared = false;
    for (size_t i = 0; i < n; i++)
        absolute |= (reading->numbers.at[i].class == NUMBER_OUTCOME ||
                     reading->numbers.at[i].class == NUMBER_ACTIVITY) &&
                    reading->numbers.at[i].unit != UNIT_PERCENT;
    for (size_t i = 0; i + 1 < tokens->count; i++)
        compared |= tokens->at[i].from >= number->whole_to &&
                    tokens->at[i].from <= number->whole_to + 1 &&
                    token_is(tokens, i + 1, "than");
    /* "by $680K a year (40%)" */
    bool aside =
        number->whole_from && tokens->text.at[number->whole_from - 1] == '(';
    return absolute && (compared || aside);
}

/* The number that says how much, not from what; or SIZE_MAX. */
static size_t
bare_change(const struct reading *reading)
{
    if (has_baseline(reading))
        return SIZE_MAX;
    for (size_t i = 0; i < reading->numbers.count; i++)
        if (reading->numbers.at[i].class == NUMBER_OUTCOME &&
            reading->numbers.at[i].relative_change && !is_reckoned(reading, i))
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

static void
no_baseline(struct check *check, const struct check_bullet *bullet)
{
    size_t n = bare_change(bullet->reading);
    if (!bullet->is_result || n == SIZE_MAX || record_has_baseline(bullet))
        return;
    const struct reading_number *number = &bullet->reading->numbers.at[n];
    struct str value = check_number_text(bullet, n);
    if (metrics_is_printed(bullet->prose, number->from, number->to))
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
        {parts->baseline < 15 ? 25 - parts->baseline : 0, "the baseline"},
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
    if (!bullet->is_result || bullet->is_old || bullet->scope_exempt ||
        reading->verdict != VERDICT_OUTCOME ||
        score >= check_param(check, CODE_M106, "min_score") ||
        bare_change(reading) != SIZE_MAX || style_is_unfinished(check, bullet))
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

const struct rule rules_metrics[] = {
    {.code = CODE_M101,
     .bullet = unquantified,
     .params = {{"scope_bullets", 1}, {"older_years", 15}}},
    {.code = CODE_M103, .bullet = size_or_effort},
    {.code = CODE_M104, .bullet = vague},
    {.code = CODE_M104, .document = vague_summary},
    {.code = CODE_M105, .bullet = no_baseline},
    {.code = CODE_M106, .bullet = thin_context, .params = {{"min_score", 55}}},
    {.code = CODE_M107, .bullet = metrics_arithmetic},
    {.code = CODE_M107, .text = metrics_in_summary, .uses = TEXT_SUMMARY},
    {.code = CODE_M108, .bullet = metrics_impossible},
    {.code = CODE_M109, .bullet = metrics_implausible},
    {.code = CODE_M110, .bullet = metrics_units},
    {.code = CODE_M111, .bullet = metrics_direction},
    {.code = CODE_M112, .bullet = metrics_points},
    {.document = NULL},
};
