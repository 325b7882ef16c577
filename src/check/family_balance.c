/* B: technical, leadership and patient-focused work; adaptability. */
#include "base/index.h"
#include "balance.h"

/* Of a role's target, the part below which it says so; never above. */
#define TARGET_PART 0.34
#define TARGET_CAP 0.75
#define SETTINGS_WANTED 2
#define DISCIPLINES_WANTED 3

static struct span
key_span(const struct check *check, const char *key)
{
    const struct node_pair *pair =
        node_find_pair(check->candidate->node, str_from(key));
    return pair ? pair->key_span : SPAN_NONE;
}

/* ---- B101 -------------------------------------------------------------- */

/* What of all work one pillar should be: 0..1. */
static double
target_of(const struct pack_role *role, enum pillar pillar)
{
    if (!role)
        return 1.0 / PILLAR_COUNT;
    return pillar == PILLAR_TECHNICAL    ? role->technical
           : pillar == PILLAR_LEADERSHIP ? role->leadership
                                         : role->patient;
}

static double
least_of(const struct check *check, enum pillar pillar)
{
    double least = check_param(check, CODE_B101, "min_share");
    double target = target_of(check->role, pillar);
    double wanted = target * TARGET_PART > least && check->role
                        ? target * TARGET_PART
                        : least;
    return wanted < target * TARGET_CAP ? wanted : target * TARGET_CAP;
}

static struct str
pillar_name(struct check *check, enum pillar pillar)
{
    if (pillar == PILLAR_TECHNICAL)
        return STR("technical");
    if (pillar == PILLAR_LEADERSHIP)
        return STR("leadership");
    return str_format(check->arena, "%.*s-focused",
                      STR_ARG(pack_served(check->pack)));
}

/* The pillar that falls shortest of its target, or PILLAR_COUNT. */
static enum pillar
weakest(const struct check *check, const struct balance *balance,
        const int shares[PILLAR_COUNT])
{
    enum pillar worst = PILLAR_COUNT;
    double furthest = 1;
    /* Lines that count twice push the third share down: of all lines it must
       be few as well. */
    double weight =
        (double)(balance->lines + 2 * check->candidate->case_studies.count);
    for (enum pillar p = 0; p < PILLAR_COUNT; p++) {
        double part = shares[p] / 100.0 / target_of(check->role, p);
        double least = least_of(check, p);
        if (shares[p] / 100.0 < least &&
            (double)balance->counts[p] < least * weight && part < furthest) {
            worst = p;
            furthest = part;
        }
    }
    return worst;
}

/* Without a role, only a profession that needs all three can be held to
   them. */
static void
unbalanced(struct check *check)
{
    int shares[PILLAR_COUNT];
    size_t least = (size_t)check_param(check, CODE_B101, "min_evidence");
    if (check->beginner || (!check->role && !pack_is_balanced(check->pack)))
        return;
    struct balance balance = check_balance(check);
    if (balance.lines < least)
        return;
    check_balance_percent(check, shares);
    enum pillar pillar = weakest(check, &balance, shares);
    if (pillar == PILLAR_COUNT || !(shares[0] + shares[1] + shares[2]))
        return;
    bool at_role = check->variant && check->variant->target_role.node;
    struct finding *finding =
        finding_add(check->findings, CODE_B101,
                    at_role ? check->variant->target_role.node->span
                            : key_span(check, "experience"),
                    "Add %.*s evidence: %d%% now, target %d%%.",
                    STR_ARG(pillar_name(check, pillar)), shares[pillar],
                    (int)(target_of(check->role, pillar) * 100 + 0.5));
    finding->path = at_role ? check->variant->item.path : STR("experience");
    finding_help(finding, "one line may count twice: say what a technical "
                          "result meant for people");
}

/* ---- B102 -------------------------------------------------------------- */

struct variety {
    struct index kinds;
    bool mixed_team;
};

/* Kinds of workplaces named in a text; a kind nobody knows is one as well. */
static void
see_setting(struct check *check, struct variety *variety, struct str text,
            bool is_kind)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    bool known = false;
    for (size_t i = 0; i < tokens.count; i++) {
        size_t term;
        if (!lexicon_match(&tokens, i, LEXICON_SETTING, &term))
            continue;
        known = true;
        (void)index_add(check->arena, &variety->kinds, term + 1, 0);
    }
    if (is_kind && text.len && !known)
        (void)index_add(check->arena, &variety->kinds, index_of_text(text), 0);
}

/* Where the kind is not told, the name may tell it. */
static void
see_place(struct check *check, struct variety *variety,
          const struct setting *setting, struct str name)
{
    bool told = setting->kind.s.len;
    see_setting(check, variety, told ? setting->kind.s : name, told);
}

static void
see_team(struct variety *variety, const struct team *team)
{
    variety->mixed_team |= team->disciplines.count >= DISCIPLINES_WANTED;
}

static void
see_experience(struct check *check, struct variety *variety)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *job = &candidate->experience.at[i];
        see_place(check, variety, &job->setting, job->organization.s);
        for (size_t j = 0; j < job->positions.count; j++) {
            see_setting(check, variety, job->positions.at[j].setting.kind.s,
                        true);
            see_setting(check, variety, job->positions.at[j].position.s, false);
            see_team(variety, &job->positions.at[j].team);
        }
    }
}

static struct variety
see_variety(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    const struct settings_and_teams *told = &candidate->settings_and_teams;
    struct variety variety = {.mixed_team = false};
    see_experience(check, &variety);
    for (size_t i = 0; i < candidate->case_studies.count; i++) {
        const struct case_study *study = &candidate->case_studies.at[i];
        see_place(check, &variety, &study->setting, study->organization.s);
        see_team(&variety, &study->team);
    }
    for (size_t i = 0; i < told->settings.count; i++)
        see_setting(check, &variety, told->settings.at[i].kind.s, true);
    for (size_t i = 0; i < told->teams.count; i++)
        see_team(&variety, &told->teams.at[i]);
    return variety;
}

static bool
tells_of_mixed_team(struct check *check)
{
    for (size_t t = 0; t < check->texts.count; t++) {
        const struct check_text *text = &check->texts.at[t];
        size_t term;
        if (!(text->uses & TEXT_EVIDENCE))
            continue;
        const struct tokens *tokens = check_tokens(check, text);
        for (size_t i = 0; i < tokens->count; i++)
            if (lexicon_match(tokens, i, LEXICON_DIVERSE_TEAM, &term))
                return true;
    }
    return false;
}

/* For those who show cases: a resume alone has no place for it. */
static void
adaptability(struct check *check)
{
    size_t known;
    (void)lexicon_terms(check->pack, LEXICON_SETTING, &known);
    if (!known || check->beginner || !check->candidate->case_studies.count ||
        check->candidate->settings_and_teams.summary.plain.len)
        return;
    struct variety variety = see_variety(check);
    if (variety.kinds.count >= SETTINGS_WANTED || variety.mixed_team ||
        tells_of_mixed_team(check))
        return;
    struct finding *finding =
        finding_add(check->findings, CODE_B102, key_span(check, "case_studies"),
                    "Show adaptability: a second setting or a mixed team.");
    finding->path = STR("case_studies");
    finding_help(finding, "add setting and team to the cases you have: team: "
                          "{size: 14, disciplines: [...]}");
}

const struct rule rules_balance[] = {
    {.code = CODE_B101,
     .document = unbalanced,
     .in_variants = true,
     .params = {{"min_share", 0.12}, {"min_evidence", 12}}},
    {.code = CODE_B102, .document = adaptability},
    {.document = NULL},
};
