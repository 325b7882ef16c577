/* Which sections each document has, and in which order. */
#include <stdlib.h>

#include "parts.h"

typedef LIST(struct str) str_list;

/* A section is in a document, out of it, or there when it is asked for: by the
   person's own list or by the target role. */
enum presence { OUT, IN, ASKED };

struct section_rule {
    const char *id;
    enum presence presence;
};

/* The orders that are used when neither person nor role say another: the
   portfolio's is that of a manager in mid-career, what it does not name comes
   last. */
static const struct section_rule resume_rules[] = {{"summary", IN},
                                                   {"key_metrics", ASKED},
                                                   {"certifications", IN},
                                                   {"experience", IN},
                                                   {"education", IN},
                                                   {"case_studies", IN},
                                                   {"skills", IN},
                                                   {"systems", IN},
                                                   {"languages", IN},
                                                   {"compliance", IN},
                                                   {"memberships", IN},
                                                   {"development", IN},
                                                   {"awards", IN},
                                                   {"publications", IN},
                                                   {"volunteer", IN},
                                                   {"career_breaks", IN},
                                                   {"custom", IN},
                                                   {"multimedia", ASKED},
                                                   {NULL, OUT}};
static const struct section_rule portfolio_rules[] = {
    {"summary", IN},      {"education", IN},     {"certifications", IN},
    {"key_metrics", IN},  {"case_studies", IN},  {"compliance", IN},
    {"systems", IN},      {"experience", IN},    {"work_samples", IN},
    {"testimonials", IN}, {"multimedia", IN},    {"adaptability", IN},
    {"development", IN},  {"memberships", IN},   {"skills", IN},
    {"languages", IN},    {"volunteer", IN},     {"awards", IN},
    {"publications", IN}, {"career_breaks", IN}, {"custom", IN},
    {NULL, OUT}};

static enum presence
presence_of(const struct section_rule *rules, struct str id)
{
    for (; rules->id; rules++)
        if (str_is(id, rules->id))
            return rules->presence;
    return OUT;
}

static bool
is_custom_id(const struct candidate *shown, struct str id)
{
    for (size_t i = 0; i < shown->custom.count; i++)
        if (id.len && str_equal(shown->custom.at[i].item.id.s, id))
            return true;
    return false;
}

static void
add_section(struct arena *arena, str_list *list,
            const struct section_rule *rules, const struct candidate *shown,
            struct str id)
{
    /* The key of the section `adaptability`. */
    if (str_is(id, "settings_and_teams"))
        id = STR("adaptability");
    if ((presence_of(rules, id) != OUT || is_custom_id(shown, id)) &&
        !str_among(id, list->at, list->count))
        *list_add(arena, list) = id;
}

/* The sections that the person named: these and no others. */
static const text_list *
named_sections(const struct edition *edition)
{
    const struct variant *variant = edition->variant;
    if (variant && variant->sections.count > 0)
        return &variant->sections;
    return &edition->shown->layout_settings.sections;
}

/* A role says what comes first; whatever else the person wrote follows. */
static str_list
order_sections(struct arena *arena, const struct edition *edition,
               const struct section_rule *rules,
               const struct pack_list *by_role)
{
    str_list list = {0};
    const text_list *named = named_sections(edition);
    for (size_t i = 0; i < named->count; i++)
        add_section(arena, &list, rules, edition->shown, named->at[i].s);
    if (named->count > 0)
        return list;
    for (size_t i = 0; by_role && i < by_role->count; i++)
        add_section(arena, &list, rules, edition->shown,
                    pack_list_at(*by_role, i));
    for (; rules->id; rules++)
        if (rules->presence == IN &&
            !str_among(str_from(rules->id), list.at, list.count))
            *list_add(arena, &list) = str_from(rules->id);
    return list;
}

/*
 * Sections of the person's own stand where they are named by their id, all
 * others where `custom` is; where that is not named, no document has them.
 */
static void
drop_unnamed(struct arena *arena, struct edition *edition,
             struct candidate *shown)
{
    const text_list *named = named_sections(edition);
    bool names_one = false;
    size_t kept = 0;
    for (size_t i = 0; i < named->count; i++) {
        if (str_is(named->at[i].s, "custom"))
            return;
        names_one |= is_custom_id(shown, named->at[i].s);
    }
    if (!names_one)
        return;
    struct custom_section *custom =
        ARENA_ARRAY(arena, shown->custom.count, struct custom_section);
    for (size_t i = 0; i < shown->custom.count; i++) {
        const struct custom_section *one = &shown->custom.at[i];
        bool is_named = false;
        for (size_t j = 0; j < named->count; j++)
            is_named |=
                one->item.id.s.len && str_equal(one->item.id.s, named->at[j].s);
        if (is_named)
            custom[kept++] = *one;
        else
            *list_add(arena, &edition->withheld) = (struct withheld){
                one->item.path, "the list of sections does not name it"};
    }
    shown->custom.at = custom;
    shown->custom.count = kept;
}

/* Who asks for entries of the person's own asks for `custom`. */
static void
add_rest(struct arena *arena, const struct candidate *shown, str_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_custom_id(shown, list->at[i])) {
            if (!str_among(STR("custom"), list->at, list->count))
                *list_add(arena, list) = STR("custom");
            return;
        }
}

void
choose_sections(struct arena *arena, struct edition *edition,
                struct candidate *shown)
{
    drop_unnamed(arena, edition, shown);
    const struct pack_role *role = edition->pack && !str_is_empty(edition->role)
                                       ? pack_role(edition->pack, edition->role)
                                       : NULL;
    str_list resume = order_sections(arena, edition, resume_rules,
                                     role ? &role->sections_resume : NULL);
    str_list portfolio =
        order_sections(arena, edition, portfolio_rules,
                       role ? &role->sections_portfolio : NULL);
    add_rest(arena, shown, &resume);
    add_rest(arena, shown, &portfolio);
    edition->resume_sections.at = resume.at;
    edition->resume_sections.count = resume.count;
    edition->portfolio_sections.at = portfolio.at;
    edition->portfolio_sections.count = portfolio.count;
}

/* ---- cases ------------------------------------------------------------- */

/* Whether a record is of a figure that the role is hired for. */
static bool
is_core(const metric_refs *metrics, const struct pack_role *role)
{
    for (size_t i = 0; i < metrics->count; i++)
        if (pack_list_has(role->kpis_core, metrics->at[i]->kpi.s))
            return true;
    return false;
}

static bool
case_is_core(const struct case_study *study, const struct pack_role *role)
{
    bool found = is_core(&study->metric_refs, role);
    for (size_t i = 0; i < study->results.count; i++)
        found |= is_core(&study->results.at[i].metrics, role);
    return found;
}

struct ordered_case {
    const struct case_study *study;
    size_t place;
    int relevance;
    bool is_core;
};

static int
compare_cases(const void *a, const void *b)
{
    const struct ordered_case *x = a, *y = b;
    if (x->is_core != y->is_core)
        return x->is_core ? -1 : 1;
    if (x->relevance != y->relevance)
        return x->relevance > y->relevance ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Cases that differ by less are equally near, and stand as in the file. */
#define RELEVANCE_STEP 20

void
order_cases(struct arena *arena, struct candidate *shown,
            const struct edition *edition)
{
    const struct pack_role *role = edition->aim->role;
    const struct field_shape *shape = fields_shape("case_studies");
    size_t count = shown->case_studies.count;
    if (count < 2 || !edition_has_aim(edition))
        return;
    struct case_study *ordered = ARENA_ARRAY(arena, count, struct case_study);
    struct ordered_case *order = ARENA_ARRAY(arena, count, struct ordered_case);
    for (size_t i = 0; i < count; i++) {
        const struct case_study *study = &shown->case_studies.at[i];
        order[i] = (struct ordered_case){
            .study = study,
            .place = i,
            .is_core = role && case_is_core(study, role),
            .relevance = entry_hits(arena, edition, shape, study).relevance /
                         RELEVANCE_STEP,
        };
    }
    qsort(order, count, sizeof *order, compare_cases);
    for (size_t i = 0; i < count; i++)
        ordered[i] = *order[i].study;
    shown->case_studies.at = ordered;
}
