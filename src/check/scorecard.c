#include "check/scorecard.h"

#include "scorecard.h"

const char *
tip_status_name(enum tip_status status)
{
    static const char *const names[] = {
        [TIP_MET] = "met",
        [TIP_PARTLY] = "partly",
        [TIP_NOT_MET] = "not met",
        [TIP_NOT_APPLICABLE] = "not applicable",
    };
    return names[status];
}

/* ---- one tip ----------------------------------------------------------- */

/* Findings of each code, so that a tip finds its own without a search. */
struct by_code {
    const struct findings *findings;
    size_t *first, *next; /* by code, by finding; SIZE_MAX ends */
};

static struct by_code
sort_by_code(struct arena *arena, const struct findings *findings)
{
    size_t count = findings_count(findings);
    struct by_code by = {
        .findings = findings,
        .first = ARENA_ARRAY(arena, CODE_COUNT + 1, size_t),
        .next = ARENA_ARRAY(arena, count + 1, size_t),
    };
    for (size_t i = 0; i <= CODE_COUNT; i++)
        by.first[i] = SIZE_MAX;
    for (size_t i = count; i-- > 0;) {
        enum code code = findings_at(findings, i)->code;
        by.next[i] = by.first[code];
        by.first[code] = i;
    }
    return by;
}

/* Rules that say of several things that one is not there: what the evidence
   of a tip says of just that one is more exact. */
static bool
says_absent(enum code code)
{
    static const char *const ids[] = {"M115", "K106", "B101", "B102", "R106"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (str_is(str_from(code_entry(code)->id), ids[i]))
            return true;
    return false;
}

static void
collect_findings(struct arena *arena, const struct by_code *by,
                 struct tip_score *score)
{
    const struct pack_list *rules = &score->tip->rules;
    bool is_exact = score->tip->evidence.count > 0;
    for (size_t r = 0; r < rules->count; r++) {
        enum code code;
        if (!code_find(pack_list_at(*rules, r), &code) ||
            (is_exact && says_absent(code)))
            continue;
        for (size_t i = by->first[code]; i != SIZE_MAX; i = by->next[i])
            *list_add(arena, &score->findings) = findings_at(by->findings, i);
    }
}

static struct tip_score
score_tip(struct proof *proof, const struct by_code *by,
          const struct pack_tip *tip)
{
    struct tip_score score = {.tip = tip};
    if (!proof_holds(proof, &tip->when)) {
        score.status = TIP_NOT_APPLICABLE;
        return score;
    }
    bool is_there = proof_holds(proof, &tip->evidence);
    collect_findings(proof->check.arena, by, &score);
    if (!is_there)
        score.status = TIP_NOT_MET;
    else
        score.status = score.findings.count ? TIP_PARTLY : TIP_MET;
    return score;
}

/* ---- what to do first -------------------------------------------------- */

static bool
is_open(const struct tip_score *score)
{
    return score->status == TIP_PARTLY || score->status == TIP_NOT_MET;
}

static int
level_weight(const struct pack_tip *tip)
{
    return str_is(pack_str(tip->level), "must")     ? 3
           : str_is(pack_str(tip->level), "should") ? 2
                                                    : 1;
}

/* For each code what mending it serves: the weights of its open tips. */
static int *
weigh_codes(struct arena *arena, const struct scorecard *card)
{
    int *weights = ARENA_ARRAY(arena, CODE_COUNT + 1, int);
    for (size_t g = 0; g < card->groups.count; g++)
        for (size_t t = 0; t < card->groups.at[g].tips.count; t++) {
            const struct pack_tip *tip = card->groups.at[g].tips.at[t].tip;
            enum code code;
            if (!is_open(&card->groups.at[g].tips.at[t]))
                continue;
            for (size_t r = 0; r < tip->rules.count; r++)
                if (code_find(pack_list_at(tip->rules, r), &code))
                    weights[code] += level_weight(tip);
        }
    return weights;
}

/* The finding that weighs most, the first of those; an error outweighs all
   that is merely absent. */
static struct tip_step
step_of(const struct tip_score *score, const int *weights)
{
    static const int by_severity[] = {
        [SEVERITY_HINT] = 1, [SEVERITY_WARNING] = 3, [SEVERITY_ERROR] = 30};
    struct tip_step step = {.tip = score, .text = pack_str(score->tip->next)};
    if (score->status == TIP_NOT_MET)
        step.weight = 3 * level_weight(score->tip);
    for (size_t i = 0; i < score->findings.count; i++) {
        const struct finding *finding = score->findings.at[i];
        int weight = by_severity[finding->severity] * weights[finding->code];
        if (weight <= step.weight)
            continue;
        step.finding = finding;
        step.text = finding->message;
        step.weight = weight;
    }
    return step;
}

static void
choose_steps(struct arena *arena, struct scorecard *card)
{
    const int *weights = weigh_codes(arena, card);
    for (size_t g = 0; g < card->groups.count; g++) {
        struct tip_group_score *group = &card->groups.at[g];
        for (size_t t = 0; t < group->tips.count; t++) {
            if (!is_open(&group->tips.at[t]))
                continue;
            struct tip_step step = step_of(&group->tips.at[t], weights);
            if (step.weight > group->next.weight && step.text.len)
                group->next = step;
        }
        if (group->next.weight > card->next.weight)
            card->next = group->next;
    }
}

/* ---- a group ----------------------------------------------------------- */

static bool
is_optional(const struct tip_score *score)
{
    return str_is(pack_str(score->tip->level), "may");
}

static enum tip_status
status_of(const struct tip_group_score *group)
{
    size_t asked = 0, met = 0, partly = 0;
    bool any_asked = false;
    for (size_t i = 0; i < group->tips.count; i++)
        any_asked |= group->tips.at[i].status != TIP_NOT_APPLICABLE &&
                     !is_optional(&group->tips.at[i]);
    for (size_t i = 0; i < group->tips.count; i++) {
        const struct tip_score *score = &group->tips.at[i];
        if (score->status == TIP_NOT_APPLICABLE ||
            (any_asked && is_optional(score)))
            continue;
        asked++;
        met += score->status == TIP_MET;
        partly += score->status == TIP_PARTLY;
    }
    if (asked == 0)
        return TIP_NOT_APPLICABLE;
    if (!any_asked && met && !partly)
        return TIP_MET; /* of what is optional, one is enough */
    return met == asked ? TIP_MET : met + partly ? TIP_PARTLY : TIP_NOT_MET;
}

static void
score_group(struct scorecard *card, struct proof *proof,
            const struct by_code *by, const struct pack_tip_group *group)
{
    struct arena *arena = proof->check.arena;
    struct tip_group_score *score = list_add(arena, &card->groups);
    score->group = group;
    for (size_t i = 0; i < group->tips.count; i++) {
        const struct pack_tip *tip =
            pack_tip(card->pack, pack_list_at(group->tips, i));
        if (!tip)
            continue;
        struct tip_score one = score_tip(proof, by, tip);
        *list_add(arena, &score->tips) = one;
        card->counts[one.status]++;
        score->met += one.status == TIP_MET;
        score->of += one.status != TIP_NOT_APPLICABLE;
    }
    score->status = status_of(score);
}

const struct scorecard *
scorecard_make(struct arena *arena, const struct findings *findings,
               const struct candidate *candidate,
               const struct check_options *options)
{
    size_t count;
    struct proof proof;
    proof_begin(&proof, arena, candidate, options);
    const struct pack_tip_group *groups =
        pack_tip_groups(proof.check.pack, &count);
    if (!count)
        return NULL;
    struct scorecard *card = ARENA_NEW(arena, struct scorecard);
    const struct by_code by = sort_by_code(arena, findings);
    card->pack = proof.check.pack;
    for (size_t i = 0; i < count; i++)
        score_group(card, &proof, &by, &groups[i]);
    choose_steps(arena, card);
    proof_figures(&proof, card);
    return card;
}
