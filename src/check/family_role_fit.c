/* R105 and R106: years and figures against the role. */
#include "rule.h"
#include "years.h"

#define KPIS_NAMED 2
/* Years below and above the range of a role that still pass. */
#define YEARS_BELOW 1
#define YEARS_ABOVE 5

static struct span
place_of_role(const struct check *check)
{
    const struct node *root = check->candidate->node;
    const struct node_pair *pair = node_find_pair(root, STR("experience"));
    if (check->variant && check->variant->target_role.node)
        return check->variant->target_role.node->span;
    if (check->variant)
        return node_span(check->variant->item.node);
    return pair ? pair->key_span : SPAN_NONE;
}

static struct finding *
on_role(struct check *check, enum code code, struct str message)
{
    struct finding *finding = finding_add(
        check->findings, code, place_of_role(check), "%.*s", STR_ARG(message));
    if (check->variant)
        finding->path = check->variant->item.path;
    return finding;
}

/* ---- R105 -------------------------------------------------------------- */

/* Whether the role is one of being in charge; else all work counts. */
static bool
is_in_charge(struct check *check)
{
    size_t term;
    struct tokens tokens =
        tokens_read(check->arena, check->pack, check->role->title);
    for (size_t i = 0; i < tokens.count; i++)
        if (lexicon_match(&tokens, i, LEXICON_MANAGING, &term))
            return true;
    return str_is(check->role->kind, "tier");
}

/* Who holds the post already knows what it asks for. */
static bool
holds_role(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count; j++)
            if (check_find_role(
                    check->pack,
                    candidate->experience.at[i].positions.at[j].position.s) ==
                check->role)
                return true;
    return false;
}

static void
years_of_role(struct check *check)
{
    if (!check->role || !check->role_is_asked ||
        !check->candidate->experience.count || holds_role(check))
        return;
    struct pack_range range = check->role->years;
    const struct check_years *years = check_years(check);
    bool in_charge = is_in_charge(check);
    int most =
        in_charge ? years->managing_most_months : years->work_most_months;
    int least =
        in_charge ? years->managing_least_months : years->work_least_months;
    /* Of positions the upper end is a guess, of tiers it is not. */
    bool above = range.max && !str_is(check->role->kind, "position") &&
                 !str_is(check->role->kind, "specialization") &&
                 least > (range.max + YEARS_ABOVE) * 12;
    if (most >= (range.min - YEARS_BELOW) * 12 && !above)
        return;
    int shown = (above ? least : most) / 12;
    const char *kind = in_charge ? " in charge" : "";
    struct finding *finding = on_role(
        check, CODE_R105,
        range.max
            ? str_format(check->arena,
                         "Check the aim: %.*s usually asks for %d-%d years%s; "
                         "entries show %d.",
                         STR_ARG(check->role->title), range.min, range.max,
                         kind, shown)
            : str_format(check->arena,
                         "Check the aim: %.*s usually asks for %d years%s and "
                         "more; entries show %d.",
                         STR_ARG(check->role->title), range.min, kind, shown));
    finding_help(finding, above ? "a role with more responsibility may fit "
                                  "better; `dossier list roles` shows them"
                                : "aim one tier up at most; lead with scope "
                                  "and results when years are short");
}

/* ---- R106 -------------------------------------------------------------- */

static void
core_figures(struct check *check)
{
    if (!check->role || !check->role_is_asked || !check_has_results(check))
        return;
    size_t all, named = 0;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &all);
    const struct pack_list *core = &check->role->kpis_core;
    const bool *seen = check_seen_kpis(check);
    struct buf names = buf_new(check->arena);
    for (size_t i = 0; i < core->count; i++) {
        const struct pack_kpi *kpi =
            pack_kpi(check->pack, pack_list_at(*core, i));
        if (kpi && seen[kpi - kpis])
            return;
        if (kpi && named < KPIS_NAMED)
            buf_print(&names, "%s%.*s", named++ ? " or " : "",
                      STR_ARG(pack_str(kpi->name)));
    }
    if (!named)
        return;
    struct finding *finding = on_role(
        check, CODE_R106,
        str_format(check->arena, "Add a core result for %.*s: %.*s.",
                   STR_ARG(check->role->title), STR_ARG(buf_str(&names))));
    finding_help(finding, "in a bullet, or as a record under metrics");
}

const struct rule rules_role_fit[] = {
    {.code = CODE_R105, .document = years_of_role, .in_variants = true},
    {.code = CODE_R106, .document = core_figures, .in_variants = true},
    {.document = NULL},
};
