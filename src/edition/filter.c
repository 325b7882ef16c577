/*
 * Every list of entries begins with `struct item`, so one walk over a table of
 * lists serves them all: private entries, entries for fewer eyes, entries that
 * a variant's tags exclude. What is not copied cannot be printed later.
 */
#include "filter.h"

#include <string.h>

/* All LIST(...) have this shape. */
typedef LIST(char) any_list;

struct level {
    size_t offset;             /* of the list in what holds it */
    size_t size;               /* of an entry */
    const struct level *inner; /* lists in an entry, ends with size 0 */
};

#define LEVEL(holder, list, type, inner_levels)                                \
    {                                                                          \
        offsetof(struct holder, list), sizeof(struct type), inner_levels       \
    }
#define LEVEL_END                                                              \
    {                                                                          \
        0, 0, NULL                                                             \
    }

static const struct level in_metric[] = {
    LEVEL(metric, series, metric_point, NULL), LEVEL_END};
static const struct level in_highlight[] = {
    LEVEL(highlight, own_metrics, metric, in_metric), LEVEL_END};
static const struct level in_education[] = {
    LEVEL(education, highlights, highlight, in_highlight), LEVEL_END};
static const struct level in_position[] = {
    LEVEL(position, highlights, highlight, in_highlight),
    LEVEL(position, metrics, metric, in_metric), LEVEL_END};
static const struct level in_experience[] = {
    LEVEL(experience, positions, position, in_position), LEVEL_END};
static const struct level in_case[] = {
    LEVEL(case_study, results, highlight, in_highlight),
    LEVEL(case_study, metrics, metric, in_metric), LEVEL_END};
static const struct level in_volunteer[] = {
    LEVEL(volunteer, highlights, highlight, in_highlight), LEVEL_END};
static const struct level in_custom_entry[] = {
    LEVEL(custom_entry, highlights, highlight, in_highlight), LEVEL_END};
static const struct level in_custom[] = {
    LEVEL(custom_section, entries, custom_entry, in_custom_entry), LEVEL_END};

static const struct level in_candidate[] = {
    LEVEL(candidate, basics.profiles, profile, NULL),
    LEVEL(candidate, education, education, in_education),
    LEVEL(candidate, certifications, certification, NULL),
    LEVEL(candidate, experience, experience, in_experience),
    LEVEL(candidate, case_studies, case_study, in_case),
    LEVEL(candidate, metrics, metric, in_metric),
    LEVEL(candidate, compliance, compliance, NULL),
    LEVEL(candidate, systems, system, NULL),
    LEVEL(candidate, work_samples, work_sample, NULL),
    LEVEL(candidate, testimonials, testimonial, NULL),
    LEVEL(candidate, multimedia, multimedia, NULL),
    LEVEL(candidate, development, development, NULL),
    LEVEL(candidate, memberships, membership, NULL),
    LEVEL(candidate, skills, skill, NULL),
    LEVEL(candidate, languages, language, NULL),
    LEVEL(candidate, volunteer, volunteer, in_volunteer),
    LEVEL(candidate, awards, award, NULL),
    LEVEL(candidate, publications, publication, NULL),
    LEVEL(candidate, career_breaks, career_break, NULL),
    LEVEL(candidate, custom, custom_section, in_custom),
    LEVEL_END};

/* ---- what stays ---------------------------------------------------------- */

static bool
has_any(const text_list *tags, const text_list *wanted)
{
    for (size_t i = 0; i < tags->count; i++)
        for (size_t j = 0; j < wanted->count; j++)
            if (str_equal(tags->at[i].s, wanted->at[j].s))
                return true;
    return false;
}

/* NULL: it stays. */
static const char *
reason_by_tags(const struct filter *filter, const struct item *item)
{
    const struct variant *variant = filter->variant;
    if (!variant || item->tags.count == 0)
        return NULL;
    if (has_any(&item->tags, &variant->exclude))
        return "a tag of it is excluded";
    if (variant->include.count > 0 && !has_any(&item->tags, &variant->include))
        return "none of its tags is included";
    return NULL;
}

static const char *
reason_to_withhold(const struct filter *filter, const struct item *item)
{
    if (item->is_private.given && item->is_private.value)
        return "private";
    if (item->audience.typed.node &&
        item->audience.value > (int)filter->audience)
        return "meant for fewer eyes";
    return reason_by_tags(filter, item);
}

static void
note_withheld(struct filter *filter, struct str path, const char *reason)
{
    *list_add(filter->arena, &filter->edition->withheld) =
        (struct withheld){path, reason};
}

static void filter_levels(struct filter *filter, void *holder,
                          const struct level *levels);

/* The depth of the tables bounds the recursion. */
static void
filter_list(struct filter *filter, void *holder, const struct level *level)
{
    any_list *list = (any_list *)(void *)((char *)holder + level->offset);
    const char *old = list->at;
    size_t count = list->count;
    char *kept = arena_array(filter->arena, count, level->size);
    list->at = kept;
    list->count = list->room = 0;
    for (size_t i = 0; i < count; i++) {
        const void *entry = old + i * level->size;
        const struct item *item = entry;
        const char *reason = reason_to_withhold(filter, item);
        if (reason) {
            note_withheld(filter, item->path, reason);
            continue;
        }
        char *copy = kept + list->count++ * level->size;
        memcpy(copy, entry, level->size);
        if (level->inner)
            filter_levels(filter, copy, level->inner);
    }
    list->room = list->count;
}

static void
filter_levels(struct filter *filter, void *holder, const struct level *levels)
{
    for (const struct level *level = levels; level->size; level++)
        filter_list(filter, holder, level);
}

/* ---- mappings that are no entries: place, setting, team, scope --------------
 */

static bool
is_yes(const struct node *node)
{
    static const char *const words[] = {"true", "yes", "on"};
    for (size_t i = 0; node && i < sizeof words / sizeof words[0]; i++)
        if (str_equal_nocase(node->text, str_from(words[i])))
            return true;
    return false;
}

static bool
map_is_withheld(const struct filter *filter, const struct node *node)
{
    static const char *const audiences[] = {"public", "recruiter", "employer",
                                            "interview"};
    if (!node || node->kind != NODE_MAP)
        return false;
    if (is_yes(node_get(node, "private")))
        return true;
    const struct node *audience = node_get(node, "audience");
    for (int i = 0; audience && i < 4; i++)
        if (str_is(audience->text, audiences[i]))
            return i > (int)filter->audience;
    return false;
}

static void
withhold_location(struct filter *filter, struct location *location)
{
    if (map_is_withheld(filter, location->node))
        *location = (struct location){0};
}

static void
withhold_place(struct filter *filter, struct setting *setting,
               struct team *team, struct scope *scope)
{
    if (map_is_withheld(filter, setting->node))
        *setting = (struct setting){0};
    if (team && map_is_withheld(filter, team->node))
        *team = (struct team){0};
    if (scope && map_is_withheld(filter, scope->node))
        *scope = (struct scope){0};
}

static void
withhold_maps(struct filter *filter, struct candidate *shown)
{
    withhold_location(filter, &shown->basics.location);
    for (size_t i = 0; i < shown->education.count; i++)
        withhold_location(filter, &shown->education.at[i].location);
    for (size_t i = 0; i < shown->volunteer.count; i++)
        withhold_location(filter, &shown->volunteer.at[i].location);
    for (size_t i = 0; i < shown->case_studies.count; i++) {
        struct case_study *study = &shown->case_studies.at[i];
        withhold_place(filter, &study->setting, &study->team, NULL);
        if (map_is_withheld(filter, study->adoption.node))
            study->adoption = (struct adoption){0};
    }
    for (size_t i = 0; i < shown->experience.count; i++) {
        struct experience *job = &shown->experience.at[i];
        withhold_location(filter, &job->location);
        withhold_place(filter, &job->setting, NULL, &job->scope);
        for (size_t j = 0; j < job->positions.count; j++) {
            struct position *position = &job->positions.at[j];
            withhold_location(filter, &position->location);
            withhold_place(filter, &position->setting, &position->team,
                           &position->scope);
        }
    }
    if (map_is_withheld(filter, shown->settings_and_teams.node))
        shown->settings_and_teams = (struct settings_and_teams){0};
}

/* ---- consent, numbers, references
 * --------------------------------------------- */

static bool
consents_to_portfolio(const struct consent *consent)
{
    if (!consent->given.given || !consent->given.value)
        return false;
    for (size_t i = 0; i < consent->scope.count; i++)
        if (str_is(consent->scope.at[i].s, "portfolio"))
            return true;
    return consent->scope.count == 0;
}

static void
keep_consented(struct filter *filter, struct candidate *shown)
{
    size_t kept = 0;
    bool forbidden = shown->testimonials_policy.value == 1;
    for (size_t i = 0; i < shown->testimonials.count; i++) {
        struct testimonial *testimonial = &shown->testimonials.at[i];
        bool is_shown =
            !forbidden && consents_to_portfolio(&testimonial->consent);
        if (is_shown)
            shown->testimonials.at[kept++] = *testimonial;
        else
            note_withheld(filter, testimonial->item.path,
                          "no consent to print it");
    }
    shown->testimonials.count = kept;
}

static void
withhold_numbers(struct candidate *shown)
{
    for (size_t i = 0; i < shown->certifications.count; i++) {
        struct certification *held = &shown->certifications.at[i];
        bool may_show =
            held->item.is_private.given && !held->item.is_private.value;
        if (!may_show)
            held->number = (struct text){0};
    }
}

static bool
metric_is_shown(const struct filter *filter, const struct metric *metric)
{
    return reason_to_withhold(filter, &metric->item) == NULL;
}

static void
keep_shown_refs(struct filter *filter, metric_refs *refs)
{
    metric_refs kept = {0};
    for (size_t i = 0; i < refs->count; i++)
        if (metric_is_shown(filter, refs->at[i]))
            *list_add(filter->arena, &kept) = refs->at[i];
    *refs = kept;
}

static void
keep_highlight_refs(struct filter *filter, highlight_list *highlights)
{
    for (size_t i = 0; i < highlights->count; i++)
        keep_shown_refs(filter, &highlights->at[i].metrics);
}

static void
keep_refs(struct filter *filter, struct candidate *shown)
{
    keep_shown_refs(filter, &shown->key_metric_refs);
    any_list *all = (any_list *)(void *)&shown->all_metrics;
    keep_shown_refs(filter, (metric_refs *)(void *)all);
    for (size_t i = 0; i < shown->experience.count; i++)
        for (size_t j = 0; j < shown->experience.at[i].positions.count; j++)
            keep_highlight_refs(
                filter, &shown->experience.at[i].positions.at[j].highlights);
    for (size_t i = 0; i < shown->case_studies.count; i++) {
        keep_highlight_refs(filter, &shown->case_studies.at[i].results);
        keep_shown_refs(filter, &shown->case_studies.at[i].balancing_metrics);
    }
}

/* An employer of whom no position is shown is not shown either. */
static void
drop_empty_jobs(struct candidate *shown)
{
    size_t kept = 0;
    for (size_t i = 0; i < shown->experience.count; i++)
        if (shown->experience.at[i].positions.count > 0)
            shown->experience.at[kept++] = shown->experience.at[i];
    shown->experience.count = kept;
}

struct candidate *
filter_candidate(struct filter *filter, const struct candidate *candidate)
{
    struct candidate *shown = ARENA_NEW(filter->arena, struct candidate);
    *shown = *candidate;
    filter_levels(filter, shown, in_candidate);
    withhold_maps(filter, shown);
    keep_consented(filter, shown);
    withhold_numbers(shown);
    keep_refs(filter, shown);
    drop_empty_jobs(shown);
    return shown;
}
