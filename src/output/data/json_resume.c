/*
 * What an edition shows as JSON Resume. The schema lets a file have keys of
 * its own: what has no key there and is common in such files (a place and
 * honours of a school, authors of a paper) stands under the usual name, behind
 * those of the schema.
 */
#include "json_writer.h"
#include "locale/locale.h"
#include "output/moment.h"
#include "output/uri.h"

#define SCHEMA                                                                 \
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.2.1/"       \
    "schema.json"

/* By this our reader knows cases from other projects. */
#define CASE_TYPE "case study"

static void
add_prose(struct json_out *json, const char *key, const struct prose *prose)
{
    json_text(json, key, json_prose(json->arena, prose));
}

static void
add_texts(struct json_out *json, const char *key, const text_list *texts)
{
    size_t list = json_open(json, key, '[');
    for (size_t i = 0; i < texts->count; i++)
        json_text(json, NULL, texts->at[i].s);
    json_close(json, list);
}

static void
add_lines(struct json_out *json, const char *key, const prose_list *lines)
{
    size_t list = json_open(json, key, '[');
    for (size_t i = 0; i < lines->count; i++)
        add_prose(json, NULL, &lines->at[i]);
    json_close(json, list);
}

static void
add_highlights(struct json_out *json, const prose_list *actions,
               const highlight_list *highlights)
{
    size_t list = json_open(json, "highlights", '[');
    for (size_t i = 0; actions && i < actions->count; i++)
        add_prose(json, NULL, &actions->at[i]);
    for (size_t i = 0; i < highlights->count; i++)
        add_prose(json, NULL, &highlights->at[i].text);
    json_close(json, list);
}

/* ---- the person ---------------------------------------------------------- */

static void
add_location(struct json_out *json, const struct location *location)
{
    size_t map = json_open(json, "location", '{');
    json_text(json, "address", location->address.s);
    json_text(json, "postalCode", location->postal_code.s);
    json_text(json, "city",
              location->city.s.len ? location->city.s : location->text.s);
    json_text(json, "countryCode", location->country_code.s);
    json_text(json, "region", location->region.s);
    json_close(json, map);
}

static void
add_profiles(struct json_out *json, const struct basics *basics)
{
    size_t list = json_open(json, "profiles", '[');
    for (size_t i = 0; i < basics->profiles.count; i++) {
        const struct profile *profile = &basics->profiles.at[i];
        size_t map = json_open(json, NULL, '{');
        json_text(json, "network", profile->network.s);
        json_text(json, "username", profile->username.s);
        json_add_uri(json, "url", &profile->url);
        json_close(json, map);
    }
    json_close(json, list);
}

static void
add_basics(struct json_out *json, const struct candidate *shown)
{
    const struct basics *basics = &shown->basics;
    size_t map = json_open(json, "basics", '{');
    json_text(json, "name", basics->name.s);
    json_text(json, "label", basics->headline.s);
    if (uri_has_scheme(basics->image.s))
        json_add_uri(json, "image", &basics->image);
    else if (basics->image.s.len)
        json->lost_address = basics->image.node;
    if (json_is_email(basics->email.s))
        json_text(json, "email", basics->email.s);
    else if (basics->email.s.len)
        json->lost_address = basics->email.node;
    json_text(json, "phone", basics->phone.s);
    json_add_uri(json, "url", &basics->url);
    add_prose(json, "summary", &basics->summary);
    add_location(json, &basics->location);
    add_profiles(json, basics);
    json_text(json, "pronouns", basics->pronouns.s);
    json_close(json, map);
}

/* ---- work ---------------------------------------------------------------- */

/* What the employer is: "outpatient clinic, 14 providers". */
static struct str
description_of(struct arena *arena, const struct experience *job,
               const struct position *position)
{
    const struct setting *setting =
        position->setting.node ? &position->setting : &job->setting;
    struct buf out = buf_new(arena);
    buf_add(&out, setting->kind.s);
    if (out.len && setting->size.s.len)
        buf_add_text(&out, ", ");
    buf_add(&out, setting->size.s);
    struct str about = json_prose(arena, &job->summary);
    if (job->has_positions && about.len)
        buf_print(&out, "%s%.*s", out.len ? "\n\n" : "", STR_ARG(about));
    return buf_str(&out);
}

static void
add_position(struct json_out *json, const struct experience *job,
             const struct position *position)
{
    struct arena *arena = json->arena;
    struct str place = json_place(arena, &position->location);
    size_t map = json_open(json, NULL, '{');
    json_text(json, "name", job->organization.s);
    json_text(json, "location",
              place.len ? place : json_place(arena, &job->location));
    json_text(json, "description", description_of(arena, job, position));
    json_text(json, "position", position->position.s);
    json_add_uri(json, "url", &job->url);
    json_date(json, "startDate", &position->start_date);
    json_date(json, "endDate", &position->end_date);
    add_prose(json, "summary", &position->summary);
    add_highlights(json, NULL, &position->highlights);
    json_close(json, map);
}

/* Positions at one employer are one item each. */
static void
add_work(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->experience.count; i++) {
        const struct experience *job = &shown->experience.at[i];
        for (size_t p = 0; p < job->positions.count; p++)
            add_position(json, job, &job->positions.at[p]);
    }
}

static void
add_volunteer(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->volunteer.count; i++) {
        const struct volunteer *work = &shown->volunteer.at[i];
        size_t map = json_open(json, NULL, '{');
        json_text(json, "organization", work->organization.s);
        json_text(json, "position", work->position.s);
        json_add_uri(json, "url", &work->url);
        json_date(json, "startDate", &work->start_date);
        json_date(json, "endDate", &work->end_date);
        add_prose(json, "summary", &work->summary);
        add_highlights(json, NULL, &work->highlights);
        json_text(json, "location", json_place(json->arena, &work->location));
        json_close(json, map);
    }
}

static void
add_education(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->education.count; i++) {
        const struct education *school = &shown->education.at[i];
        bool has_end = date_is_given(&school->end_date);
        size_t map = json_open(json, NULL, '{');
        json_text(json, "institution", school->institution.s);
        json_add_uri(json, "url", &school->url);
        json_text(json, "area", school->area.s);
        json_text(json, "studyType", school->degree.s);
        json_date(json, "startDate", &school->start_date);
        json_date(json, "endDate",
                  has_end ? &school->end_date : &school->expected);
        json_text(json, "score", school->gpa.s);
        add_texts(json, "courses", &school->courses);
        json_text(json, "location", json_place(json->arena, &school->location));
        json_text(json, "minor", school->concentration.s);
        json_text(json, "honors", school->honors.s);
        add_highlights(json, NULL, &school->highlights);
        json_close(json, map);
    }
}

/* ---- honours and papers -------------------------------------------------- */

static void
add_awards(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->awards.count; i++) {
        const struct award *award = &shown->awards.at[i];
        size_t map = json_open(json, NULL, '{');
        json_text(json, "title", award->title.s);
        json_date(json, "date", &award->date);
        json_text(json, "awarder", award->awarder.s);
        add_prose(json, "summary", &award->summary);
        json_add_uri(json, "url", &award->url);
        json_close(json, map);
    }
}

/* What is not held is not to look as if it were: the file has no other place
   for that. "Lean Six Sigma Green Belt (in progress)" */
static struct str
certificate_name(struct arena *arena, const struct candidate *shown,
                 const struct certification *certificate)
{
    static const enum word words[] = {
        [CERTIFICATION_IN_PROGRESS] = WORD_IN_PROGRESS,
        [CERTIFICATION_EXPIRED] = WORD_EXPIRED,
        [CERTIFICATION_INACTIVE] = WORD_INACTIVE,
        [CERTIFICATION_RETIRED] = WORD_RETIRED,
    };
    int status = certificate->status.value;
    struct str name = certificate->name.s, abbr = certificate->abbr.s;
    if (!name.len)
        name = abbr;
    else if (abbr.len && !str_holds_nocase(name, abbr))
        name = str_format(arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(abbr));
    if (status <= CERTIFICATION_HELD || status > CERTIFICATION_RETIRED)
        return name;
    return str_format(arena, "%.*s (%.*s)", STR_ARG(name),
                      STR_ARG(locale_word(shown->locale, words[status])));
}

static void
add_certificates(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->certifications.count; i++) {
        const struct certification *certificate = &shown->certifications.at[i];
        size_t map = json_open(json, NULL, '{');
        json_text(json, "name",
                  certificate_name(json->arena, shown, certificate));
        bool is_held = certificate->status.value != CERTIFICATION_IN_PROGRESS;
        if (is_held)
            json_date(json, "date", &certificate->issued);
        json_add_uri(json, "url", &certificate->verify_url);
        json_text(json, "issuer", certificate->issuer.s);
        if (is_held)
            json_date(json, "expiryDate", &certificate->expires);
        json_close(json, map);
    }
}

static void
add_publications(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->publications.count; i++) {
        const struct publication *paper = &shown->publications.at[i];
        struct str url = json_uri(json->arena, paper->url.s);
        if (!url.len && paper->doi.s.len)
            url =
                uri_has_scheme(paper->doi.s)
                    ? uri_clean(json->arena, paper->doi.s)
                    : uri_clean(json->arena,
                                str_format(json->arena, "https://doi.org/%.*s",
                                           STR_ARG(paper->doi.s)));
        size_t map = json_open(json, NULL, '{');
        json_text(json, "name", paper->title.s);
        json_text(json, "publisher", paper->publisher.s);
        json_date(json, "releaseDate", &paper->date);
        json_text(json, "url", url);
        add_prose(json, "summary", &paper->summary);
        add_lines(json, "authors", &paper->authors);
        json_text(json, "doi", paper->doi.s);
        json_close(json, map);
    }
}

/* ---- skills -------------------------------------------------------------- */

/* Systems are skills by their names, under the heading they have in print. */
static void
add_systems(struct json_out *json, const struct candidate *shown)
{
    if (!shown->systems.count)
        return;
    size_t map = json_open(json, NULL, '{');
    json_text(json, "name", locale_word(shown->locale, WORD_SYSTEMS));
    size_t list = json_open(json, "keywords", '[');
    for (size_t i = 0; i < shown->systems.count; i++)
        json_text(json, NULL, shown->systems.at[i].name.s);
    json_close(json, list);
    json_close(json, map);
}

static void
add_skills(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->skills.count; i++) {
        const struct skill *skill = &shown->skills.at[i];
        size_t map = json_open(json, NULL, '{');
        json_text(json, "name", skill->name.s);
        json_text(json, "level", skill->level.s);
        add_texts(json, "keywords", &skill->keywords);
        json_close(json, map);
    }
}

static void
add_languages(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->languages.count; i++) {
        const struct language *language = &shown->languages.at[i];
        size_t map = json_open(json, NULL, '{');
        json_text(json, "language", language->language.s);
        json_text(json, "fluency", language->fluency.s);
        add_texts(json, "keywords", &language->keywords);
        json_close(json, map);
    }
}

/* ---- what others say, what was led --------------------------------------- */

bool
json_resume_may_quote(const struct testimonial *testimonial)
{
    static const struct str wide[] = {STR_INIT("web"), STR_INIT("resume"),
                                      STR_INIT("résumé")};
    const text_list *scope = &testimonial->consent.scope;
    if (!testimonial->consent.given.value)
        return false;
    for (size_t i = 0; i < scope->count; i++)
        if (str_among(scope->at[i].s, wide, sizeof wide / sizeof *wide))
            return true;
    return false;
}

/* "Dr. L. Kim, Medical Director, Lakeside"; the name only where it may be
   said in full. */
static void
add_references(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->testimonials.count; i++) {
        const struct testimonial *of = &shown->testimonials.at[i];
        bool is_full = of->attribution.value == ATTRIBUTION_FULL;
        const struct str parts[] = {is_full ? of->author.s : STR(""),
                                    of->title.s,
                                    is_full ? of->organization.s : STR("")};
        struct buf name = buf_new(json->arena);
        if (!json_resume_may_quote(of))
            continue;
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            buf_print(&name, "%s%.*s", name.len && parts[p].len ? ", " : "",
                      STR_ARG(parts[p]));
        size_t map = json_open(json, NULL, '{');
        json_text(json, "name", buf_str(&name));
        add_prose(json, "reference", &of->quote);
        json_close(json, map);
    }
}

static struct str
story_of(struct arena *arena, const struct case_study *project)
{
    struct str situation = json_prose(arena, &project->situation);
    struct str challenge = json_prose(arena, &project->challenge);
    if (!situation.len || !challenge.len)
        return situation.len ? situation : challenge;
    return str_format(arena, "%.*s\n\n%.*s", STR_ARG(situation),
                      STR_ARG(challenge));
}

static void
add_project(struct json_out *json, const struct case_study *project)
{
    size_t map = json_open(json, NULL, '{');
    json_text(json, "name", project->title.s);
    json_text(json, "description", story_of(json->arena, project));
    add_highlights(json, &project->actions, &project->results);
    size_t list = json_open(json, "keywords", '[');
    for (size_t i = 0; i < project->systems.count; i++)
        json_text(json, NULL, project->systems.at[i].s);
    for (size_t i = 0; i < project->compliance.count; i++)
        json_text(json, NULL, project->compliance.at[i].s);
    json_close(json, list);
    json_date(json, "startDate", &project->period.start);
    json_date(json, "endDate", &project->period.end);
    json_add_uri(json, "url", &project->url);
    list = json_open(json, "roles", '[');
    json_text(json, NULL, project->role.s);
    json_close(json, list);
    json_text(json, "entity", project->organization.s);
    json_text(json, "type", STR(CASE_TYPE));
    json_close(json, map);
}

static void
add_projects(struct json_out *json, const struct candidate *shown)
{
    for (size_t i = 0; i < shown->case_studies.count; i++)
        add_project(json, &shown->case_studies.at[i]);
}

/* ---- the file ------------------------------------------------------------ */

static void
add_meta(struct json_out *json, const struct output_task *task)
{
    const struct candidate *shown = task->edition->shown;
    const struct date *day = &shown->meta.last_modified;
    struct buf changed = buf_new(json->arena);
    if (day->year && day->month && day->day)
        buf_print(&changed, "%04d-%02d-%02dT00:00:00Z", day->year, day->month,
                  day->day);
    else
        moment_print_iso(&changed, task->created);
    size_t map = json_open(json, "meta", '{');
    json_add_uri(json, "canonical", &shown->meta.canonical);
    json_text(json, "version", STR("v1.2.1"));
    json_text(json, "lastModified", buf_str(&changed));
    json_text(json, "language", shown->main_language);
    json_close(json, map);
}

/* In the order of the schema. */
static const struct part {
    const char *key;
    struct str section; /* as we call it */
    void (*add)(struct json_out *json, const struct candidate *shown);
} parts[] = {
    {"work", STR_INIT("experience"), add_work},
    {"volunteer", STR_INIT("volunteer"), add_volunteer},
    {"education", STR_INIT("education"), add_education},
    {"awards", STR_INIT("awards"), add_awards},
    {"certificates", STR_INIT("certifications"), add_certificates},
    {"publications", STR_INIT("publications"), add_publications},
    {"skills", STR_INIT("skills"), add_skills},
    {"skills", STR_INIT("systems"), add_systems},
    {"languages", STR_INIT("languages"), add_languages},
    {"references", STR_INIT("testimonials"), add_references},
    {"projects", STR_INIT("case_studies"), add_projects},
};

#define PART_COUNT (sizeof parts / sizeof *parts)

bool
json_resume_shows(const struct edition *edition, struct str section)
{
    bool makes_none = !edition->makes_resume && !edition->makes_portfolio;
    return ((edition->makes_resume || makes_none) &&
            str_among(section, edition->resume_sections.at,
                      edition->resume_sections.count)) ||
           ((edition->makes_portfolio || makes_none) &&
            str_among(section, edition->portfolio_sections.at,
                      edition->portfolio_sections.count));
}

static void
add_parts(struct json_out *json, const struct edition *edition)
{
    for (size_t i = 0; i < PART_COUNT;) {
        const char *key = parts[i].key;
        size_t list = json_open(json, key, '[');
        for (; i < PART_COUNT && strcmp(parts[i].key, key) == 0; i++)
            if (json_resume_shows(edition, parts[i].section))
                parts[i].add(json, edition->shown);
        json_close(json, list);
    }
}

struct output_result
json_resume_write(const struct output_task *task)
{
    struct json_out json = {.arena = task->arena, .out = buf_new(task->arena)};
    size_t map = json_open(&json, NULL, '{');
    json_text(&json, "$schema", STR(SCHEMA));
    add_basics(&json, task->edition->shown);
    add_parts(&json, task->edition);
    add_meta(&json, task);
    json_close(&json, map);
    buf_add_byte(&json.out, '\n');
    json_resume_tell_left(task, &json);
    return (struct output_result){.bytes = buf_str(&json.out)};
}
