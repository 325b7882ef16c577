#include "edition/edition.h"

#include "base/buf.h"
#include "filter.h"

/* What each document may hold, in the order used when nothing else is said. */
static const char *const resume_order[] = {
    "summary",    "key_metrics",   "certifications",
    "experience", "education",     "case_studies",
    "skills",     "systems",       "compliance",
    "languages",  "memberships",   "development",
    "awards",     "publications",  "volunteer",
    "multimedia", "career_breaks", "custom",
    NULL};
static const char *const portfolio_order[] = {"summary",        "education",
                                              "certifications", "key_metrics",
                                              "adaptability",   "case_studies",
                                              "compliance",     "systems",
                                              "experience",     "work_samples",
                                              "testimonials",   "multimedia",
                                              "development",    "memberships",
                                              "skills",         "languages",
                                              "volunteer",      "awards",
                                              "publications",   "career_breaks",
                                              "custom",         NULL};

typedef LIST(struct str) str_list;

static bool
holds(const str_list *list, struct str id)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_equal(list->at[i], id))
            return true;
    return false;
}

static bool
is_in(const char *const *order, struct str id)
{
    for (; *order; order++)
        if (str_is(id, *order))
            return true;
    return false;
}

/* `settings_and_teams` is the key of the section `adaptability`. */
static struct str
section_id(struct str typed)
{
    return str_is(typed, "settings_and_teams") ? STR("adaptability") : typed;
}

static void
add_section(struct arena *arena, str_list *list, const char *const *allowed,
            struct str id)
{
    id = section_id(id);
    if (is_in(allowed, id) && !holds(list, id))
        *list_add(arena, list) = id;
}

/* The sections that the person named: these and no others. */
static bool
add_named(struct arena *arena, str_list *list, const char *const *allowed,
          const struct edition *edition)
{
    const struct variant *variant = edition->variant;
    if (variant && variant->sections.count > 0) {
        for (size_t i = 0; i < variant->sections.count; i++)
            add_section(arena, list, allowed, variant->sections.at[i].s);
        return true;
    }
    const struct node *named = node_get(edition->shown->layout, "sections");
    if (!named || named->kind != NODE_LIST || named->items.count == 0)
        return false;
    for (size_t i = 0; i < named->items.count; i++)
        add_section(arena, list, allowed, named->items.at[i]->text);
    return true;
}

/* A role says what comes first; whatever else the person wrote follows. */
static void
order_sections(struct arena *arena, str_list *list, const char *const *allowed,
               const struct pack_list *by_role, const struct edition *edition)
{
    if (add_named(arena, list, allowed, edition))
        return;
    for (size_t i = 0; by_role && i < by_role->count; i++)
        add_section(arena, list, allowed, by_role->at[i]);
    for (; *allowed; allowed++)
        if (!holds(list, str_from(*allowed)))
            *list_add(arena, list) = str_from(*allowed);
}

/* The strip of figures belongs to executive resumes, where it was asked for. */
static void
drop_unasked_strip(str_list *resume, bool asked)
{
    size_t kept = 0;
    for (size_t i = 0; i < resume->count; i++)
        if (asked || !str_is(resume->at[i], "key_metrics"))
            resume->at[kept++] = resume->at[i];
    resume->count = kept;
}

static bool
role_wants_strip(const struct pack_role *role)
{
    for (size_t i = 0; role && i < role->sections_resume.count; i++)
        if (str_is(role->sections_resume.at[i], "key_metrics"))
            return true;
    return false;
}

static bool
names_sections(const struct edition *edition)
{
    return (edition->variant && edition->variant->sections.count > 0) ||
           node_get(edition->shown->layout, "sections");
}

static void
choose_sections(struct arena *arena, struct edition *edition)
{
    const struct pack_role *role = edition->pack && !str_is_empty(edition->role)
                                       ? pack_role(edition->pack, edition->role)
                                       : NULL;
    str_list resume = {0}, portfolio = {0};
    order_sections(arena, &resume, resume_order,
                   role ? &role->sections_resume : NULL, edition);
    order_sections(arena, &portfolio, portfolio_order,
                   role ? &role->sections_portfolio : NULL, edition);
    drop_unasked_strip(&resume,
                       names_sections(edition) || role_wants_strip(role));
    edition->resume_sections.at = resume.at;
    edition->resume_sections.count = resume.count;
    edition->portfolio_sections.at = portfolio.at;
    edition->portfolio_sections.count = portfolio.count;
}

/* ---- variants ---------------------------------------------------------------
 */

static const struct variant *
find_variant(struct arena *arena, struct findings *findings,
             const struct candidate *candidate, struct str name)
{
    size_t count = candidate->variants.count;
    struct str *names = ARENA_ARRAY(arena, count, struct str);
    for (size_t i = 0; i < count; i++) {
        names[i] = candidate->variants.at[i].name.s;
        if (str_equal(names[i], name))
            return &candidate->variants.at[i];
    }
    struct finding *finding =
        finding_add(findings, CODE_X230, SPAN_NONE,
                    "There is no variant \"%.*s\" in this file", STR_ARG(name));
    size_t nearest = str_nearest(name, names, count);
    if (nearest != SIZE_MAX)
        finding_help(finding, "Did you mean %.*s?", STR_ARG(names[nearest]));
    else if (count == 0)
        finding_help(finding, "The file has no `variants:` yet.");
    return NULL;
}

static int64_t
priority_of(const struct highlight *highlight)
{
    const struct integer *priority = &highlight->item.priority;
    return priority->given ? priority->value : 3;
}

static size_t
count_from(const highlight_list *highlights, int64_t priority)
{
    size_t count = 0;
    for (size_t i = 0; i < highlights->count; i++)
        count += priority_of(&highlights->at[i]) >= priority;
    return count;
}

/* The highest priorities stay, in the order of the file. */
static void
keep_best(struct arena *arena, highlight_list *highlights, size_t most)
{
    highlight_list kept = {0};
    if (highlights->count <= most)
        return;
    int64_t least = 5;
    while (least > 1 && count_from(highlights, least) < most)
        least--;
    size_t sure = count_from(highlights, least + 1);
    size_t room = most > sure ? most - sure : 0;
    for (size_t i = 0; i < highlights->count && kept.count < most; i++) {
        int64_t priority = priority_of(&highlights->at[i]);
        if (priority < least || (priority == least && room == 0))
            continue;
        room -= priority == least;
        *list_add(arena, &kept) = highlights->at[i];
    }
    *highlights = kept;
}

static void
limit_bullets(struct arena *arena, struct candidate *shown,
              const struct variant *variant)
{
    const struct integer *current = &variant->max_bullets.current;
    const struct integer *previous = &variant->max_bullets.previous;
    for (size_t i = 0; i < shown->experience.count; i++) {
        struct experience *job = &shown->experience.at[i];
        for (size_t j = 0; j < job->positions.count; j++) {
            struct position *position = &job->positions.at[j];
            bool is_current = !position->end_date.year;
            const struct integer *most = is_current ? current : previous;
            if (most->given && most->value >= 0)
                keep_best(arena, &position->highlights, (size_t)most->value);
        }
    }
}

static void
apply_variant(struct arena *arena, struct candidate *shown,
              const struct variant *variant)
{
    if (!str_is_empty(variant->headline.s))
        shown->basics.headline = variant->headline;
    if (variant->summary.node)
        shown->basics.summary = variant->summary;
    if (!str_is_empty(variant->locale.s))
        shown->meta.language = variant->locale;
    limit_bullets(arena, shown, variant);
}

const struct edition *
edition_make(struct arena *arena, struct findings *findings,
             const struct candidate *candidate,
             const struct edition_options *options)
{
    struct edition *edition = ARENA_NEW(arena, struct edition);
    edition->audience = options->audience;
    edition->pack = options->pack;
    edition->role = options->role;
    if (!str_is_empty(options->variant)) {
        edition->variant =
            find_variant(arena, findings, candidate, options->variant);
        if (!edition->variant)
            return NULL;
    }
    const struct variant *variant = edition->variant;
    struct filter filter = {.arena = arena,
                            .audience = options->audience,
                            .variant = variant,
                            .edition = edition};
    struct candidate *shown = filter_candidate(&filter, candidate);
    if (variant)
        apply_variant(arena, shown, variant);
    edition->shown = shown;
    if (str_is_empty(edition->role) && variant)
        edition->role = variant->target_role.s;
    int output = variant ? variant->output.value : OUTPUT_BOTH;
    edition->makes_resume = output != OUTPUT_PORTFOLIO;
    edition->makes_portfolio = output != OUTPUT_RESUME;
    choose_sections(arena, edition);
    return edition;
}

static void
dump_sections(struct buf *out, const char *what, const struct str *ids,
              size_t count)
{
    buf_print(out, "%s:", what);
    for (size_t i = 0; i < count; i++)
        buf_print(out, " %.*s", STR_ARG(ids[i]));
    buf_add_byte(out, '\n');
}

void
edition_dump(struct buf *out, const struct edition *edition)
{
    static const char *const audiences[] = {"public", "recruiter", "employer",
                                            "interview"};
    buf_print(
        out, "variant: %.*s\nrole: %.*s\naudience: %s\n",
        STR_ARG(edition->variant ? edition->variant->name.s : STR("none")),
        STR_ARG(str_is_empty(edition->role) ? STR("none") : edition->role),
        audiences[edition->audience]);
    dump_sections(out, "resume", edition->resume_sections.at,
                  edition->makes_resume ? edition->resume_sections.count : 0);
    dump_sections(out, "portfolio", edition->portfolio_sections.at,
                  edition->makes_portfolio ? edition->portfolio_sections.count
                                           : 0);
    for (size_t i = 0; i < edition->withheld.count; i++)
        buf_print(out, "withheld: %.*s (%s)\n",
                  STR_ARG(edition->withheld.at[i].path),
                  edition->withheld.at[i].reason);
}
