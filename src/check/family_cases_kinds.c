/* K106, K108: cases of several kinds, and what balances a saving. */
#include "cases.h"

/* ---- K106 -------------------------------------------------------------- */

enum kind { KIND_WORKFLOW = 1, KIND_COST = 2, KIND_QUALITY = 4 };

/* Categories of KPIs, of any pack, and tags. */
static const struct {
    const char *word;
    unsigned kind;
} kinds[] = {
    {"access", KIND_WORKFLOW},     {"delivery", KIND_WORKFLOW},
    {"technology", KIND_WORKFLOW}, {"workflow", KIND_WORKFLOW},
    {"operations", KIND_WORKFLOW}, {"flow", KIND_WORKFLOW},
    {"finance", KIND_COST},        {"cost", KIND_COST},
    {"revenue", KIND_COST},        {"quality", KIND_QUALITY},
    {"safety", KIND_QUALITY},      {"experience", KIND_QUALITY},
    {"customers", KIND_QUALITY},   {"learning", KIND_QUALITY},
    {"compliance", KIND_QUALITY},
};

static const unsigned kinds_of_case[] = {
    [CASE_WORKFLOW] = KIND_WORKFLOW,
    [CASE_COST] = KIND_COST,
    [CASE_QUALITY] = KIND_QUALITY,
    [CASE_COMPLIANCE] = KIND_QUALITY,
    [CASE_EHR] = KIND_WORKFLOW,
    [CASE_TELEHEALTH] = KIND_WORKFLOW,
    [CASE_PEOPLE] = 0,
};

static unsigned
kind_of_word(struct str word)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_is(word, kinds[i].word))
            return kinds[i].kind;
    return 0;
}

static const struct pack_kpi *
kpi_at(const struct check *check, size_t number)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    return number < count ? &kpis[number] : NULL;
}

static unsigned
kinds_of_metrics(const struct check *check, const metric_refs *metrics)
{
    unsigned found = 0;
    for (size_t i = 0; i < metrics->count; i++) {
        const struct pack_kpi *kpi =
            pack_kpi(check->pack, metrics->at[i]->kpi.s);
        if (kpi)
            found |= kind_of_word(pack_str(kpi->category));
    }
    return found;
}

static unsigned
kinds_of_bullet(const struct check *check, const struct check_bullet *bullet)
{
    unsigned found = 0;
    for (size_t i = 0;
         bullet->place == BULLET_RESULT && i < bullet->reading->kpis.count;
         i++) {
        const struct pack_kpi *kpi =
            kpi_at(check, bullet->reading->kpis.at[i].kpi);
        if (kpi)
            found |= kind_of_word(pack_str(kpi->category));
    }
    if (bullet->highlight)
        found |= kinds_of_metrics(check, &bullet->highlight->metrics);
    return found;
}

static unsigned
kinds_of_view(const struct check *check, const struct case_view *view)
{
    const struct case_study *study = view->study;
    int kind = study->kind.value;
    unsigned found = kinds_of_metrics(check, &study->metric_refs);
    if (kind > 0 && (size_t)kind < sizeof kinds_of_case / sizeof(unsigned))
        found |= kinds_of_case[kind];
    for (size_t i = 0; i < study->item.tags.count; i++)
        found |= kind_of_word(study->item.tags.at[i].s);
    for (size_t i = 0; i < view->bullet_count; i++)
        found |= kinds_of_bullet(check, &view->bullets[i]);
    return found;
}

static struct str
name_kinds(struct check *check, unsigned wanted, const char *between)
{
    static const char *const names[] = {"workflow", "cost", "quality"};
    struct buf out = buf_new(check->arena);
    size_t left = 0, shown = 0;
    for (unsigned k = 0; k < 3; k++)
        left += (wanted >> k) & 1;
    for (unsigned k = 0; k < 3; k++) {
        if (!((wanted >> k) & 1))
            continue;
        buf_print(&out, "%s%s",
                  !shown             ? ""
                  : shown + 1 < left ? ", "
                                     : between,
                  names[k]);
        shown++;
    }
    return buf_str(&out);
}

static void
report_narrow(struct check *check, unsigned found, size_t cases)
{
    const struct node_pair *pair =
        node_find_pair(check->candidate->node, STR("case_studies"));
    struct str wanted = name_kinds(check, ~found & 7u, " or ");
    struct str have = name_kinds(check, found, " and ");
    struct finding *finding =
        found ? finding_add(check->findings, CODE_K106,
                            pair ? pair->key_span : SPAN_NONE,
                            "Add a %.*s case; all %zu cases are about %.*s.",
                            STR_ARG(wanted), cases, STR_ARG(have))
              : finding_add(check->findings, CODE_K106,
                            pair ? pair->key_span : SPAN_NONE,
                            "Add a %.*s case; none of the %zu cases is one.",
                            STR_ARG(wanted), cases);
    finding->path = STR("case_studies");
    finding_help(finding, "kind: workflow, cost or quality on a case says "
                          "what it is about; so do its figures");
}

/* A specialist's cases are alike on purpose, and a guide must ask for more. */
void
cases_narrow(struct check *check)
{
    unsigned found = 0;
    size_t cases = 0;
    if (!pack_has_guide(check) ||
        (check->role && str_is(check->role->kind, "specialization")))
        return;
    for (struct case_walk walk = {0}; cases_next(check, &walk);) {
        found |= kinds_of_view(check, &walk.at);
        cases++;
    }
    if ((double)cases >= check_param(check, CODE_K106, "min_cases") &&
        !(found & (found - 1)))
        report_narrow(check, found, cases);
}

/* ---- K108 -------------------------------------------------------------- */

/* What the results of a case are about. */
struct gains {
    bool saving; /* money not spent, or time */
    bool speed;
    bool other;
};

static bool
is_expense(const struct pack_kpi *kpi)
{
    return str_is(pack_str(kpi->id), "overtime") ||
           str_is(pack_str(kpi->id), "agency");
}

static bool
saves_money(const struct pack_kpi *kpi)
{
    return kpi->good == PACK_GOOD_DOWN ||
           str_ends(pack_str(kpi->id), STR("savings"));
}

static void
see_kpi(struct gains *gains, const struct pack_kpi *kpi)
{
    if (!kpi) {
        gains->other = true;
    } else if (is_expense(kpi)) {
        gains->saving = true;
    } else if (str_is(pack_str(kpi->category), "finance")) {
        /* Grants and revenue took nothing from anybody. */
        if (saves_money(kpi))
            gains->saving = true;
        else
            gains->other = true;
    } else if (str_is(pack_str(kpi->category), "access") ||
               str_is(pack_str(kpi->category), "delivery")) {
        gains->speed = true;
    } else {
        gains->other = true;
    }
}

/* A figure without a KPI: by its unit and the verb before it. */
static void
see_number(struct gains *gains, const struct reading *reading,
           const struct reading_number *number)
{
    uint64_t seen = 0;
    if (number->class != NUMBER_OUTCOME)
        return;
    for (size_t i = 0;
         i < reading->tokens.count && reading->tokens.at[i].from < number->from;
         i++)
        seen |= tokens_phrase_classes(&reading->tokens, i);
    if (number->unit == UNIT_TIME)
        gains->speed = true;
    else if (number->unit == UNIT_MONEY && seen & LEXICON_BIT(VERB_DOWN))
        gains->saving = true;
    else
        gains->other = true;
}

static void
see_result(const struct check *check, struct gains *gains,
           const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    if (reading->verdict != VERDICT_OUTCOME)
        return;
    for (size_t i = 0; i < reading->kpis.count; i++)
        see_kpi(gains, kpi_at(check, reading->kpis.at[i].kpi));
    for (size_t i = 0; !reading->kpis.count && i < reading->numbers.count; i++)
        see_number(gains, reading, &reading->numbers.at[i]);
    for (size_t i = 0; !reading->kpis.count && i < reading->zeros.count; i++)
        gains->other = true;
}

static void
see_metrics(const struct check *check, struct gains *gains,
            const metric_refs *metrics)
{
    for (size_t i = 0; i < metrics->count; i++)
        see_kpi(gains, pack_kpi(check->pack, metrics->at[i]->kpi.s));
}

static struct gains
gains_of(const struct check *check, const struct case_view *view)
{
    const struct case_study *study = view->study;
    struct gains gains = {0};
    see_metrics(check, &gains, &study->metric_refs);
    for (size_t i = 0; i < view->bullet_count; i++)
        if (view->bullets[i].place == BULLET_RESULT)
            see_result(check, &gains, &view->bullets[i]);
    for (size_t i = 0; i < study->results.count; i++)
        if (!study->results.at[i].text.plain.len)
            see_metrics(check, &gains, &study->results.at[i].metrics);
    return gains;
}

static bool
tells_result(const struct case_study *study, const struct check_text *text)
{
    return (text->bullet && text->bullet->place == BULLET_RESULT) ||
           text->in.prose == &study->patient_impact ||
           text->in.prose == &study->takeaway;
}

/* Words that say what did not get worse, or a KPI of another kind. */
static bool
is_balanced(struct check *check, const struct case_view *view)
{
    const struct case_study *study = view->study;
    if (study->balancing.plain.len || study->balancing_ref.count)
        return true;
    for (size_t i = 0; i < view->text_count; i++)
        if (tells_result(study, &view->texts[i]) &&
            tokens_hold(check_tokens(check, &view->texts[i]),
                        LEXICON_BALANCING))
            return true;
    struct str impact = study->patient_impact.plain;
    if (!impact.len)
        return false;
    const struct reading *reading =
        reading_of(check->arena, check->pack, impact);
    struct gains gains = {0};
    for (size_t i = 0; i < reading->kpis.count; i++)
        see_kpi(&gains, kpi_at(check, reading->kpis.at[i].kpi));
    return gains.other;
}

static bool
is_about_money(const struct pack_role *role)
{
    return role && str_starts(role->id, STR("finance"));
}

static void
demand_balance(struct check *check, const struct case_view *view)
{
    struct gains gains = gains_of(check, view);
    /* Speed is bought with care where care is given; elsewhere it may be all
       that was wanted. */
    bool one_sided = gains.saving || (gains.speed && pack_has_guide(check));
    if (!one_sided || gains.other || is_balanced(check, view))
        return;
    struct str name = case_name(check, view);
    struct finding *finding = case_report(
        check, CODE_K108, view, case_span(view),
        str_format(check->arena,
                   "Add a balancing measure to %.*s (quality, safety, staff).",
                   STR_ARG(name)));
    finding_help(finding, "what did not get worse: \"balancing: Complaints "
                          "stayed under two a month.\"");
}

void
cases_unbalanced(struct check *check)
{
    if (is_about_money(check->role))
        return;
    for (struct case_walk walk = {0}; cases_next(check, &walk);)
        demand_balance(check, &walk.at);
}
