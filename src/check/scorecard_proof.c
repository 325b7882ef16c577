#include "scorecard.h"

#include <string.h>

#include "balance.h"
#include "base/bug.h"
#include "model/fields.h"

void
proof_begin(struct proof *proof, struct arena *arena,
            const struct candidate *candidate,
            const struct check_options *options)
{
    memset(proof, 0, sizeof *proof);
    check_begin(&proof->check, arena, NULL, candidate, options);
    proof->kpis = check_seen_kpis(&proof->check);
}

/* ---- sections ---------------------------------------------------------- */

/* Entries of a top-level list; 1 for a mapping that says something. */
static size_t
count_section(const struct proof *proof, struct str name)
{
    const struct candidate *candidate = proof->check.candidate;
    const struct field *field = field_find(fields_root(), name);
    LIST(char) list;
    if (!field || field->type != FIELD_MAP)
        BUG("a tip asks for a section %.*s", STR_ARG(name));
    if (!field->is_list)
        return node_get(candidate->node, field->key) != NULL;
    memcpy(&list, (const char *)candidate + field->offset, sizeof list);
    return list.count;
}

/* ---- cases ------------------------------------------------------------- */

static bool
kpi_is_of(const struct proof *proof, const struct pack_kpi *kpi,
          struct str name)
{
    size_t count;
    const struct pack_kpi_group *groups =
        pack_kpi_groups(proof->check.pack, &count);
    if (str_equal(pack_str(kpi->category), name))
        return true;
    for (size_t g = 0; g < count; g++)
        if (str_equal(pack_str(groups[g].id), name) &&
            pack_list_has(groups[g].kpis, pack_str(kpi->id)))
            return true;
    return false;
}

static bool
has_case(struct proof *proof, struct str kind)
{
    const struct candidate *candidate = proof->check.candidate;
    for (size_t i = 0; i < candidate->case_studies.count; i++) {
        const struct case_study *study = &candidate->case_studies.at[i];
        if (str_equal(study->kind.typed.s, kind))
            return true;
        for (size_t t = 0; t < study->item.tags.count; t++)
            if (str_equal(study->item.tags.at[t].s, kind))
                return true;
    }
    return false;
}

static bool
case_has_kpi(const struct proof *proof, const struct case_study *study,
             struct str category)
{
    const struct pack *pack = proof->check.pack;
    for (size_t m = 0; m < study->metric_refs.count; m++) {
        const struct pack_kpi *kpi =
            pack_kpi(pack, study->metric_refs.at[m]->kpi.s);
        if (kpi && kpi_is_of(proof, kpi, category))
            return true;
    }
    return false;
}

static bool
has_case_kpi(struct proof *proof, struct str category)
{
    const struct check *check = &proof->check;
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    for (size_t i = 0; i < check->candidate->case_studies.count; i++)
        if (case_has_kpi(proof, &check->candidate->case_studies.at[i],
                         category))
            return true;
    for (size_t b = 0; b < check->bullets.count; b++) {
        const struct check_bullet *bullet = &check->bullets.at[b];
        if (bullet->place != BULLET_RESULT ||
            bullet->reading->verdict != VERDICT_OUTCOME)
            continue;
        for (size_t k = 0; k < bullet->reading->kpis.count; k++)
            if (kpi_is_of(proof, &kpis[bullet->reading->kpis.at[k].kpi],
                          category))
                return true;
    }
    return false;
}

static bool
has_case_role(struct proof *proof, struct str unused)
{
    (void)unused;
    const struct candidate *candidate = proof->check.candidate;
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        if (candidate->case_studies.at[i].role.s.len)
            return true;
    return false;
}

/* ---- results ----------------------------------------------------------- */

static bool
has_kpi(struct proof *proof, struct str group)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(proof->check.pack, &count);
    for (size_t i = 0; i < count; i++)
        if (proof->kpis[i] && kpi_is_of(proof, &kpis[i], group))
            return true;
    return false;
}

static bool
has_outcome(struct proof *proof, struct str unused)
{
    (void)unused;
    if (proof->check.candidate->all_metrics.count)
        return true;
    for (size_t i = 0; i < proof->check.bullets.count; i++)
        if (proof->check.bullets.at[i].reading->verdict == VERDICT_OUTCOME)
            return true;
    return false;
}

static bool
has_pair(struct proof *proof, struct str unused)
{
    (void)unused;
    const struct check *check = &proof->check;
    for (size_t i = 0; i < check->candidate->all_metrics.count; i++)
        if (check->candidate->all_metrics.at[i]->before.given &&
            check->candidate->all_metrics.at[i]->after.given)
            return true;
    for (size_t i = 0; i < check->bullets.count; i++)
        if (check->bullets.at[i].reading->pairs.count)
            return true;
    return false;
}

/* ---- samples, media, people -------------------------------------------- */

static bool
has_sample(struct proof *proof, struct str kind)
{
    const struct candidate *candidate = proof->check.candidate;
    for (size_t i = 0; i < candidate->work_samples.count; i++)
        if (str_equal(candidate->work_samples.at[i].kind.typed.s, kind))
            return true;
    return false;
}

static bool
has_media(struct proof *proof, struct str kind)
{
    const struct candidate *candidate = proof->check.candidate;
    for (size_t i = 0; i < candidate->multimedia.count; i++)
        if (str_equal(candidate->multimedia.at[i].kind.typed.s, kind))
            return true;
    return false;
}

/* Above, beside or below, outside: from where somebody speaks. */
static unsigned
side_of(int relationship)
{
    switch (relationship) {
    case RELATIONSHIP_SUPERVISOR:
    case RELATIONSHIP_BOARD:
    case RELATIONSHIP_MENTOR:
        return 1;
    case RELATIONSHIP_PEER:
    case RELATIONSHIP_DIRECT_REPORT:
    case RELATIONSHIP_PHYSICIAN_PARTNER:
        return 2;
    default:
        return 4;
    }
}

static size_t
count_relations(const struct proof *proof)
{
    unsigned sides = 0;
    const struct candidate *candidate = proof->check.candidate;
    for (size_t i = 0; i < candidate->testimonials.count; i++)
        sides |= side_of(candidate->testimonials.at[i].relationship.value);
    return (sides & 1) + (sides >> 1 & 1) + (sides >> 2 & 1);
}

static bool
has_team(struct proof *proof, struct str unused)
{
    (void)unused;
    const struct candidate *candidate = proof->check.candidate;
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        if (candidate->case_studies.at[i].team.node)
            return true;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count; j++)
            if (candidate->experience.at[i].positions.at[j].team.node)
                return true;
    return candidate->settings_and_teams.teams.count > 0;
}

/* Kinds of workplace, each once; two are all that is ever asked for. */
struct kinds {
    struct str first;
    size_t count;
};

static void
add_kind(struct kinds *kinds, struct str kind)
{
    if (!kind.len || (kinds->count && str_equal_nocase(kinds->first, kind)))
        return;
    if (kinds->count++ == 0)
        kinds->first = kind;
}

static size_t
count_settings(const struct proof *proof)
{
    struct kinds kinds = {.count = 0};
    const struct candidate *candidate = proof->check.candidate;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *employer = &candidate->experience.at[i];
        add_kind(&kinds, employer->setting.kind.s);
        for (size_t j = 0; j < employer->positions.count; j++)
            add_kind(&kinds, employer->positions.at[j].setting.kind.s);
    }
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        add_kind(&kinds, candidate->case_studies.at[i].setting.kind.s);
    return kinds.count;
}

/* ---- words ------------------------------------------------------------- */

static bool
has_word(struct proof *proof, enum lexicon_list list)
{
    struct check *check = &proof->check;
    for (size_t t = 0; t < check->texts.count; t++) {
        const struct check_text *text = &check->texts.at[t];
        if (!(text->uses & TEXT_EVIDENCE))
            continue;
        if (tokens_hold(check_tokens(check, text), list))
            return true;
    }
    return false;
}

static bool
has_framework(struct proof *proof, struct str unused)
{
    (void)unused;
    return has_word(proof, LEXICON_FRAMEWORK);
}

static bool
has_system(struct proof *proof, struct str unused)
{
    (void)unused;
    return has_word(proof, LEXICON_SYSTEM);
}

/* ---- the file ---------------------------------------------------------- */

static bool
has_role(struct proof *proof, struct str unused)
{
    (void)unused;
    return proof->check.role != NULL;
}

static bool
has_last_modified(struct proof *proof, struct str unused)
{
    (void)unused;
    return date_is_given(&proof->check.candidate->meta.last_modified);
}

static bool
has_no_testimonials(struct proof *proof, struct str unused)
{
    (void)unused;
    return proof->check.candidate->testimonials_policy.value > 0;
}

static bool
has_no_multimedia(struct proof *proof, struct str unused)
{
    (void)unused;
    return proof->check.candidate->multimedia_policy.value > 0;
}

/* A pillar that is all but missing is not there. */
#define PILLAR_LEAST 12 /* percent; min_share of B101 */

static bool
has_pillar(struct proof *proof, struct str name)
{
    int shares[3];
    check_balance_percent(&proof->check, shares);
    return shares[str_is(name, "technical")    ? 0
                  : str_is(name, "leadership") ? 1
                                               : 2] >= PILLAR_LEAST;
}

/* ---- the language of tips.yaml ----------------------------------------- */

static const struct {
    const char *name; /* what stands before ":" */
    bool (*holds)(struct proof *proof, struct str argument);
} kinds_of_proof[] = {
    {"case", has_case},
    {"case-kpi", has_case_kpi},
    {"case-role", has_case_role},
    {"kpi", has_kpi},
    {"outcome", has_outcome},
    {"pair", has_pair},
    {"sample", has_sample},
    {"media", has_media},
    {"team", has_team},
    {"framework", has_framework},
    {"system", has_system},
    {"role", has_role},
    {"last_modified", has_last_modified},
    {"no-testimonials", has_no_testimonials},
    {"no-multimedia", has_no_multimedia},
    {"pillar", has_pillar},
};

static bool
holds_count(struct proof *proof, struct str name, struct str number)
{
    uint64_t least = 1;
    if (number.len && !str_to_u64(number, &least))
        BUG("a tip counts to %.*s", STR_ARG(number));
    if (str_is(name, "relations"))
        return count_relations(proof) >= least;
    if (str_is(name, "settings"))
        return count_settings(proof) >= least;
    return count_section(proof, name) >= least;
}

static bool
holds_one(struct proof *proof, struct str wanted)
{
    struct str name = str_cut(&wanted, ':');
    for (size_t i = 0; i < sizeof kinds_of_proof / sizeof *kinds_of_proof; i++)
        if (str_is(name, kinds_of_proof[i].name))
            return kinds_of_proof[i].holds(proof, wanted);
    return holds_count(proof, name, wanted);
}

bool
proof_holds(struct proof *proof, const struct pack_list *wanted)
{
    for (size_t i = 0; i < wanted->count; i++) {
        struct str choices = pack_list_at(*wanted, i);
        bool any = false;
        while (choices.len && !any)
            any = holds_one(proof, str_cut(&choices, '/'));
        if (!any)
            return false;
    }
    return true;
}

/* ---- figures ----------------------------------------------------------- */

void
proof_figures(struct proof *proof, struct scorecard *card)
{
    struct check *check = &proof->check;
    for (size_t i = 0; i < check->bullets.count; i++) {
        const struct check_bullet *bullet = &check->bullets.at[i];
        if (!bullet->is_result || bullet->kind != HIGHLIGHT_RESULT)
            continue;
        card->quantified.of++;
        card->quantified.count +=
            bullet->reading->verdict == VERDICT_OUTCOME ||
            (bullet->highlight && bullet->highlight->metrics.count);
    }
    card->sourced.of = check->candidate->all_metrics.count;
    for (size_t i = 0; i < card->sourced.of; i++)
        card->sourced.count +=
            check->candidate->all_metrics.at[i]->source.s.len > 0;
    check_skills_evidenced(check, &card->evidenced.count, &card->evidenced.of);
    check_balance_percent(check, card->balance);
}
