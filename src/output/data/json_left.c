/*
 * What an edition shows and JSON Resume has no place for. Every text that is
 * shown is looked at, so that a new field of ours is told of until somebody
 * finds a place for it.
 */
#include "json_writer.h"
#include "model/texts.h"

/* Paths of texts that are in the file, without the numbers of lists. */
static const struct str held[] = {
    STR_INIT("basics.name"),
    STR_INIT("basics.headline"),
    STR_INIT("basics.image"),
    STR_INIT("basics.email"),
    STR_INIT("basics.phone"),
    STR_INIT("basics.url"),
    STR_INIT("basics.summary"),
    STR_INIT("basics.location.text"),
    STR_INIT("basics.location.address"),
    STR_INIT("basics.location.postal_code"),
    STR_INIT("basics.location.city"),
    STR_INIT("basics.location.country_code"),
    STR_INIT("basics.location.region"),
    STR_INIT("basics.profiles.network"),
    STR_INIT("basics.profiles.username"),
    STR_INIT("basics.profiles.url"),
    STR_INIT("basics.pronouns"),
    STR_INIT("experience.organization"),
    STR_INIT("experience.position"),
    STR_INIT("experience.url"),
    STR_INIT("experience.summary"),
    STR_INIT("experience.highlights.text"),
    STR_INIT("experience.location.text"),
    STR_INIT("experience.location.city"),
    STR_INIT("experience.location.region"),
    STR_INIT("experience.location.country_code"),
    STR_INIT("experience.setting.kind"),
    STR_INIT("experience.setting.size"),
    STR_INIT("volunteer.organization"),
    STR_INIT("volunteer.position"),
    STR_INIT("volunteer.url"),
    STR_INIT("volunteer.summary"),
    STR_INIT("volunteer.highlights.text"),
    STR_INIT("volunteer.location.text"),
    STR_INIT("volunteer.location.city"),
    STR_INIT("volunteer.location.region"),
    STR_INIT("volunteer.location.country_code"),
    STR_INIT("education.institution"),
    STR_INIT("education.url"),
    STR_INIT("education.area"),
    STR_INIT("education.degree"),
    STR_INIT("education.gpa"),
    STR_INIT("education.courses"),
    STR_INIT("education.location.text"),
    STR_INIT("education.location.city"),
    STR_INIT("education.location.region"),
    STR_INIT("education.location.country_code"),
    STR_INIT("education.concentration"),
    STR_INIT("education.honors"),
    STR_INIT("education.highlights.text"),
    STR_INIT("awards.title"),
    STR_INIT("awards.awarder"),
    STR_INIT("awards.summary"),
    STR_INIT("awards.url"),
    STR_INIT("certifications.name"),
    STR_INIT("certifications.abbr"),
    STR_INIT("certifications.issuer"),
    STR_INIT("certifications.verify_url"),
    STR_INIT("publications.title"),
    STR_INIT("publications.publisher"),
    STR_INIT("publications.url"),
    STR_INIT("publications.doi"),
    STR_INIT("publications.summary"),
    STR_INIT("publications.authors"),
    STR_INIT("skills.name"),
    STR_INIT("skills.level"),
    STR_INIT("skills.keywords"),
    STR_INIT("systems.name"),
    STR_INIT("languages.language"),
    STR_INIT("languages.fluency"),
    STR_INIT("languages.keywords"),
    STR_INIT("testimonials.quote"),
    STR_INIT("testimonials.author"),
    STR_INIT("testimonials.title"),
    STR_INIT("testimonials.organization"),
    STR_INIT("case_studies.title"),
    STR_INIT("case_studies.situation"),
    STR_INIT("case_studies.challenge"),
    STR_INIT("case_studies.actions"),
    STR_INIT("case_studies.results.text"),
    STR_INIT("case_studies.role"),
    STR_INIT("case_studies.organization"),
    STR_INIT("case_studies.systems"),
    STR_INIT("case_studies.compliance"),
    STR_INIT("case_studies.url"),
};

#define HELD_COUNT (sizeof held / sizeof *held)

/* A section, and which of its fields have no place. */
struct left {
    struct str section;
    const struct node *node; /* the first of them */
    LIST(struct str) fields;
};

struct search {
    const struct output_task *task;
    LIST(struct left) left;
};

static bool
is_held_section(struct str section)
{
    for (size_t i = 0; i < HELD_COUNT; i++)
        if (str_starts(held[i], section) && held[i].len > section.len &&
            held[i].at[section.len] == '.')
            return true;
    return false;
}

/* "experience[0].positions[1].highlights[2].text" is
   "experience.highlights.text". */
static struct str
bare_path(struct arena *arena, struct str path)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < path.len; i++) {
        while (i < path.len && path.at[i] == '[') {
            i = str_find_byte(path, ']', i);
            i = i == SIZE_MAX ? path.len : i + 1;
        }
        if (str_starts(str_slice(path, i, path.len), STR(".positions[")))
            i += STR(".positions").len - 1;
        else if (i < path.len)
            buf_add_byte(&out, path.at[i]);
    }
    return buf_str(&out);
}

static struct left *
left_of(struct search *search, struct str section)
{
    for (size_t i = 0; i < search->left.count; i++)
        if (str_equal(search->left.at[i].section, section))
            return &search->left.at[i];
    struct left *left = list_add(search->task->arena, &search->left);
    left->section = section;
    return left;
}

static void
add_left(struct search *search, struct str section, struct str field,
         const struct node *node)
{
    struct left *left = left_of(search, section);
    if (!left->node)
        left->node = node;
    if (!str_among(field, left->fields.at, left->fields.count))
        *list_add(search->task->arena, &left->fields) = field;
}

static bool
is_shown(const struct search *search, struct str section)
{
    return str_is(section, "basics") ||
           json_resume_shows(search->task->edition, section);
}

static void
look_at(void *context, const struct field_text *text)
{
    struct search *search = context;
    struct arena *arena = search->task->arena;
    if (field_is_common(text->shape, text->field) || text->field->is_hidden)
        return;
    struct str rest = bare_path(arena, field_text_path(arena, text));
    struct str path = rest, section = str_cut(&rest, '.');
    if (!is_shown(search, section) || str_among(path, held, HELD_COUNT) ||
        str_find(path, STR("metrics"), 0) != SIZE_MAX)
        return;
    add_left(search, section, rest, field_text_node(text));
}

/* ---- what is no text ----------------------------------------------------- */

static void
look_at_dates(struct search *search)
{
    const struct candidate *shown = search->task->edition->shown;
    const struct str section = STR("certifications");
    if (!json_resume_shows(search->task->edition, section))
        return;
    for (size_t i = 0; i < shown->certifications.count; i++) {
        const struct certification *of = &shown->certifications.at[i];
        if (date_is_given(&of->renewed))
            add_left(search, section, STR("renewed"), of->renewed.typed.node);
        if (date_is_given(&of->expected))
            add_left(search, section, STR("expected"), of->expected.typed.node);
    }
}

static void
look_at_kinds(struct search *search)
{
    const struct candidate *shown = search->task->edition->shown;
    const struct str work = STR("experience"), cases = STR("case_studies");
    for (size_t i = 0; i < shown->experience.count; i++)
        if (shown->experience.at[i].kind.value > EXPERIENCE_EMPLOYMENT &&
            is_shown(search, work))
            add_left(search, work, STR("kind"),
                     shown->experience.at[i].kind.typed.node);
    for (size_t i = 0; i < shown->case_studies.count; i++)
        if (shown->case_studies.at[i].kind.value > CASE_UNKNOWN &&
            is_shown(search, cases))
            add_left(search, cases, STR("kind"),
                     shown->case_studies.at[i].kind.typed.node);
}

static void
look_at_records(struct search *search)
{
    const struct candidate *shown = search->task->edition->shown;
    if (shown->all_metrics.count)
        add_left(search, STR("metrics"), STR(""),
                 shown->all_metrics.at[0]->item.node);
}

/* A quotation goes only where its author let it go. */
static void
look_at_quotes(struct search *search)
{
    const struct candidate *shown = search->task->edition->shown;
    if (!json_resume_shows(search->task->edition, STR("testimonials")))
        return;
    const struct testimonial *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < shown->testimonials.count; i++) {
        if (json_resume_may_quote(&shown->testimonials.at[i]))
            continue;
        first = first ? first : &shown->testimonials.at[i];
        count++;
    }
    if (!first)
        return;
    struct finding *finding = finding_add(
        search->task->findings, CODE_F110, node_span(first->item.node),
        "JSON Resume is a format for the web, and consent to this endorsement "
        "does not reach so far: it is left out.");
    if (count > 1)
        finding_help(finding, "the first of %zu", count);
    finding_help(finding, "ask for it, then write it down: "
                          "consent: {scope: [portfolio, web]}");
}

/* ---- telling ------------------------------------------------------------- */

static void
tell(const struct search *search, const struct left *left)
{
    struct arena *arena = search->task->arena;
    struct buf fields = buf_new(arena);
    struct span span = node_span(left->node);
    for (size_t i = 0; i < left->fields.count; i++)
        buf_print(&fields, "%s%.*s", i ? ", " : "",
                  STR_ARG(left->fields.at[i]));
    if (!is_held_section(left->section))
        (void)finding_add(search->task->findings, CODE_F110, span,
                          "JSON Resume has no place for %.*s.",
                          STR_ARG(left->section));
    else
        (void)finding_add(search->task->findings, CODE_F110, span,
                          "JSON Resume has no place in %.*s for %.*s.",
                          STR_ARG(left->section), STR_ARG(buf_str(&fields)));
}

/* Values that stand where others of their kind have a place. */
static void
tell_values(const struct output_task *task, const struct json_out *json)
{
    if (json->lost_date)
        (void)finding_add(task->findings, CODE_F110, node_span(json->lost_date),
                          "JSON Resume has no form for this date: it takes "
                          "2023, 2023-05 and 2023-05-14.");
    if (json->lost_address)
        (void)finding_add(task->findings, CODE_F110,
                          node_span(json->lost_address),
                          "JSON Resume takes only addresses of the web and of "
                          "mail here: this one is left out.");
}

void
json_resume_tell_left(const struct output_task *task,
                      const struct json_out *json)
{
    struct search search = {.task = task};
    candidate_each_text(task->edition->shown, look_at, &search);
    look_at_dates(&search);
    look_at_kinds(&search);
    look_at_records(&search);
    for (size_t i = 0; i < search.left.count; i++)
        tell(&search, &search.left.at[i]);
    look_at_quotes(&search);
    tell_values(task, json);
}
