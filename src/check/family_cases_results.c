/* K103, K105: what came of a case, and what was learned. */
#include "cases.h"

/* ---- K103 -------------------------------------------------------------- */

static bool
has_figure(const metric_refs *metrics)
{
    for (size_t i = 0; i < metrics->count; i++)
        if (metrics->at[i]->after.given || metrics->at[i]->change_percent.given)
            return true;
    return false;
}

/* "Magnet status for 3 hospitals": a milestone counts beside a number. */
static bool
is_milestone(const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    bool number = false;
    for (size_t i = 0; i < reading->numbers.count; i++)
        number = number || reading->numbers.at[i].class != NUMBER_NONE;
    return number && tokens_hold(&reading->tokens, LEXICON_MILESTONE);
}

static bool
is_measured(struct check *check, const struct case_view *view)
{
    const struct case_study *study = view->study;
    if (has_figure(&study->metric_refs))
        return true;
    for (size_t i = 0; i < study->results.count; i++)
        if (has_figure(&study->results.at[i].metrics))
            return true;
    for (size_t i = 0; i < view->bullet_count; i++) {
        const struct check_bullet *bullet = &view->bullets[i];
        if (bullet->place == BULLET_RESULT &&
            (bullet->reading->verdict == VERDICT_OUTCOME ||
             is_milestone(bullet)))
            return true;
    }
    /* What patients or customers gained is a result as well. */
    struct str impact = study->patient_impact.plain;
    return impact.len &&
           reading_of(check->arena, check->pack, impact)->verdict ==
               VERDICT_OUTCOME;
}

/* A sketch, with neither actions nor results, lacks more than a figure: K102.
 */
bool
case_lacks_figure(struct check *check, const struct case_view *view)
{
    bool told = view->study->actions.count || view->study->results.count;
    return check->english && told && !is_measured(check, view);
}

void
cases_mark_unmeasured(struct check *check)
{
    for (size_t i = 0; i < check->bullets.count;) {
        struct check_bullet *first = &check->bullets.at[i];
        struct case_view view = {.study = first->case_study, .bullets = first};
        for (; i < check->bullets.count &&
               check->bullets.at[i].case_study == view.study;
             i++)
            view.bullet_count++;
        if (!view.study || view.study->item.is_private.value ||
            !case_lacks_figure(check, &view))
            continue;
        for (size_t k = 0; k < view.bullet_count; k++)
            first[k].in_unmeasured_case = true;
    }
}

/* An action that tells a figure: it only stands in the wrong place. */
static const struct check_bullet *
measured_action(const struct case_view *view)
{
    for (size_t i = 0; i < view->bullet_count; i++)
        if (view->bullets[i].place == BULLET_ACTION &&
            view->bullets[i].reading->verdict == VERDICT_OUTCOME)
            return &view->bullets[i];
    return NULL;
}

/* The words of the case that say what should be measured. */
static struct str
subject_of(struct check *check, const struct case_view *view)
{
    struct buf out = buf_new(check->arena);
    buf_print(&out, "%.*s. %.*s", STR_ARG(view->study->title.s),
              STR_ARG(view->study->challenge.plain));
    for (size_t i = 0; i < view->bullet_count; i++)
        if (view->bullets[i].place == BULLET_RESULT)
            buf_print(&out, ". %.*s", STR_ARG(view->bullets[i].prose->plain));
    return buf_str(&out);
}

/* Where no word of the case tells what was measured: what such a case is
   mostly measured by. */
static struct str
figures_of_kind(struct str ask, int kind)
{
    static const char *const figures[] = {
        [CASE_WORKFLOW] = "waiting time, turnaround time or hours saved",
        [CASE_COST] = "money saved, cost per unit or budget variance",
        [CASE_QUALITY] = "errors, complaints or satisfaction",
        [CASE_COMPLIANCE] = "findings closed, audit score or days to close",
        [CASE_EHR] = "share of users, time per task or errors",
        [CASE_TELEHEALTH] = "share of remote visits, no-shows or miles saved",
        [CASE_CRISIS] = "services kept open, funding secured or days of supply",
        [CASE_GROWTH] = "new customers, revenue or sites opened",
        [CASE_PEOPLE] = "turnover, vacancies or engagement",
    };
    if (kind <= 0 || (size_t)kind >= sizeof figures / sizeof *figures ||
        !str_starts(ask, STR("how much,")))
        return ask;
    return str_from(figures[kind]);
}

static struct span
result_span(const struct check *check, const struct case_view *view)
{
    for (size_t i = 0; i < view->bullet_count; i++)
        if (view->bullets[i].place == BULLET_RESULT)
            return check_span(check, view->bullets[i].prose, 0,
                              view->bullets[i].prose->plain.len);
    const struct node_pair *pair =
        node_find_pair(view->study->item.node, STR("results"));
    return pair ? pair->key_span : case_span(view);
}

static void
demand_figure(struct check *check, const struct case_view *view)
{
    const struct check_bullet *action = measured_action(view);
    if (!case_lacks_figure(check, view))
        return;
    struct str name = case_name(check, view);
    struct finding *finding = case_report(
        check, CODE_K103, view, result_span(check, view),
        str_format(check->arena, "Give %s%.*s a measured result.",
                   view->study->title.s.len ? "case " : "", STR_ARG(name)));
    if (cases_are_projects(check) && finding->severity == SEVERITY_ERROR)
        finding->severity = SEVERITY_WARNING;
    if (action) {
        finding_help(finding,
                     "move the figure of the action into results: "
                     "%.*s",
                     STR_ARG(action->prose->plain));
        if (finding->severity == SEVERITY_ERROR)
            finding->severity = SEVERITY_WARNING;
        return;
    }
    struct str ask = check_ask(check, subject_of(check, view), NULL);
    ask = figures_of_kind(ask, view->study->kind.value);
    finding_help(finding, "what moved, from what to what: %.*s?", STR_ARG(ask));
    finding_help(finding, "confidential figures may be a percent, or 100 "
                          "before and 62 after");
}

void
cases_unmeasured(struct check *check)
{
    for (struct case_walk walk = {0}; cases_next(check, &walk);)
        demand_figure(check, &walk.at);
}

/* ---- K105 -------------------------------------------------------------- */

static bool
ends_sentence(struct str text, size_t at)
{
    char c = text.at[at];
    if (c != '.' && c != '!' && c != '?')
        return false;
    size_t next = at + 1;
    while (next < text.len && text.at[next] == ' ')
        next++;
    /* "vs. 14", "Dr. Kim": a new sentence opens with a capital behind a word
       of four letters or more. */
    size_t word = at;
    while (word > 0 && text.at[word - 1] != ' ')
        word--;
    return next > at + 1 && next < text.len && at - word >= 4 &&
           text.at[next] >= 'A' && text.at[next] <= 'Z';
}

static size_t
count_sentences(struct str text)
{
    size_t count = 1;
    for (size_t i = 0; i < text.len; i++)
        count += ends_sentence(text, i);
    return count;
}

static size_t
count_words(struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.at[i] != ' ' && (i == 0 || text.at[i - 1] == ' ');
    return count;
}

static struct str
judge_takeaway(struct check *check, const struct case_view *view)
{
    struct str text = view->study->takeaway.plain;
    struct str name = case_name(check, view);
    size_t words = count_words(text), sentences = count_sentences(text);
    if (!words || (double)words < check_param(check, CODE_K105, "min_words"))
        return str_format(check->arena,
                          "End %.*s with a one-sentence takeaway.",
                          STR_ARG(name));
    if ((double)words > check_param(check, CODE_K105, "max_words"))
        return str_format(check->arena,
                          "Shorten the takeaway of %.*s: it has %zu words.",
                          STR_ARG(name), words);
    if (sentences > 1)
        return str_format(check->arena,
                          "Put the takeaway of %.*s into one sentence.",
                          STR_ARG(name));
    return STR("");
}

static void
demand_takeaway(struct check *check, const struct case_view *view)
{
    const struct prose *takeaway = &view->study->takeaway;
    struct str message = judge_takeaway(check, view);
    if (!message.len)
        return;
    struct span span = takeaway->plain.len
                           ? check_span(check, takeaway, 0, takeaway->plain.len)
                           : case_span(view);
    struct finding *finding =
        case_report(check, CODE_K105, view, span, message);
    finding_help(finding, "what would you do again, and what not: \"takeaway: "
                          "Training time, not software, decided how fast "
                          "adoption came.\"");
}

void
cases_takeaways(struct check *check)
{
    if (cases_are_projects(check))
        return;
    for (struct case_walk walk = {0}; cases_next(check, &walk);)
        demand_takeaway(check, &walk.at);
}
