/* Sections of the native format as sections of RenderCV. */
#include "locale/locale.h"
#include "rendercv_writer.h"

/* ---- a section ----------------------------------------------------------- */

static bool
is_taken(const struct rcv *w, struct str title)
{
    return str_among(title, w->titles.at, w->titles.count);
}

size_t
rcv_section_open(struct rcv *w, struct str title)
{
    size_t start = w->out.len;
    struct str unique = title;
    for (size_t i = 2; is_taken(w, unique); i++)
        unique = str_format(w->arena, "%.*s (%zu)", STR_ARG(title), i);
    *list_add(w->arena, &w->titles) = unique;
    rcv_open(w, unique);
    return start;
}

void
rcv_section_close(struct rcv *w, size_t start)
{
    size_t title = start;
    rcv_close(w);
    while (title < w->out.len && w->out.at[title] != '\n')
        title++;
    if (title + 1 < w->out.len)
        return;
    w->out.len = start;
    w->titles.count--;
}

/* ---- work and schools ---------------------------------------------------- */

static void
write_summary(struct rcv *w)
{
    const struct prose *prose = &w->shown->basics.summary;
    for (size_t i = 0; i < prose->blocks.count; i++) {
        struct prose block = *prose;
        block.blocks.at = &prose->blocks.at[i];
        block.blocks.count = 1;
        rcv_item_text(w, rcv_prose(w->arena, &block));
    }
}

static bool
has_location(const struct location *location)
{
    return location->node != NULL;
}

static void
leave_details(struct rcv *w, const struct setting *setting,
              const struct scope *scope, const struct team *team)
{
    if (setting->node)
        rcv_leave(w, "the setting of a job", setting->node);
    if (scope->node)
        rcv_leave(w, "the scope of a job", scope->node);
    if (team->node)
        rcv_leave(w, "the team of a job", team->node);
}

static void
write_position(struct rcv *w, const struct experience *job,
               const struct position *position, bool is_first)
{
    const struct location *place = has_location(&position->location)
                                       ? &position->location
                                       : &job->location;
    struct str summary = rcv_prose(w->arena, &position->summary);
    struct str about = rcv_prose(w->arena, &job->summary);
    rcv_item(w);
    rcv_required(w, "company",
                 rcv_link(w->arena, job->organization.s, job->url.s));
    rcv_required(w, "position", rcv_markdown(w->arena, position->position.s));
    rcv_span(w, &position->start_date, &position->end_date);
    rcv_text(w, "location", rcv_place(w->arena, place));
    if (is_first && job->has_positions && about.len)
        summary = summary.len ? str_format(w->arena, "%.*s\n\n%.*s",
                                           STR_ARG(about), STR_ARG(summary))
                              : about;
    rcv_text(w, "summary", summary);
    rcv_highlights(w, &position->highlights, NULL);
    rcv_item_end(w);
    leave_details(w, &position->setting, &position->scope, &position->team);
}

static void
write_experience(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->experience.count; i++) {
        const struct experience *job = &w->shown->experience.at[i];
        for (size_t j = 0; j < job->positions.count; j++)
            write_position(w, job, &job->positions.at[j], j == 0);
        if (job->has_positions && job->positions.count > 1)
            rcv_leave(w,
                      "several positions at one employer: they are entries "
                      "of their own",
                      job->item.node);
        if (job->has_positions)
            leave_details(w, &job->setting, &job->scope,
                          &(const struct team){.node = NULL});
        if (job->kind.value != EXPERIENCE_EMPLOYMENT)
            rcv_leave(w, "the kind of a job", job->kind.typed.node);
        if (job->aliases.count)
            rcv_leave(w, "former names of an employer",
                      job->aliases.at[0].node);
    }
}

/* What RenderCV has no field for, as a sentence that it prints. */
static struct str
education_details(struct rcv *w, const struct education *school)
{
    const struct locale *locale = w->shown->locale;
    struct buf out = buf_new(w->arena);
    rcv_join(&out, rcv_markdown(w->arena, school->concentration.s));
    rcv_join(&out, rcv_markdown(w->arena, school->honors.s));
    if (school->gpa.s.len)
        rcv_join(&out,
                 rcv_markdown(w->arena, locale_say(w->arena, locale, WORD_GPA,
                                                   school->gpa.s)));
    if (school->accreditation.s.len)
        rcv_join(
            &out,
            rcv_markdown(w->arena, locale_say(w->arena, locale, WORD_ACCREDITED,
                                              school->accreditation.s)));
    if (school->courses.count) {
        buf_add_text(&out, out.len ? ". " : "");
        buf_print(&out, "%.*s: %.*s",
                  STR_ARG(locale_word(locale, WORD_COURSES)),
                  STR_ARG(rcv_list(w->arena, &school->courses)));
    }
    return buf_str(&out);
}

static void
write_education(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->education.count; i++) {
        const struct education *school = &w->shown->education.at[i];
        const struct date *end = date_is_given(&school->end_date)
                                     ? &school->end_date
                                     : &school->expected;
        rcv_item(w);
        rcv_required(w, "institution",
                     rcv_link(w->arena, school->institution.s, school->url.s));
        rcv_required(w, "area", rcv_markdown(w->arena, school->area.s));
        rcv_text(w, "degree", rcv_markdown(w->arena, school->degree.s));
        rcv_span(w, &school->start_date, end);
        rcv_text(w, "location", rcv_place(w->arena, &school->location));
        rcv_text(w, "summary", education_details(w, school));
        rcv_highlights(w, &school->highlights, NULL);
        rcv_kept(w, fields_shape("education"), school,
                 "institution area degree url");
        rcv_kept_date(w, "expected", &school->expected);
        rcv_item_end(w);
    }
}

static void
write_volunteer(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->volunteer.count; i++) {
        const struct volunteer *work = &w->shown->volunteer.at[i];
        rcv_item(w);
        rcv_required(w, "company",
                     rcv_link(w->arena, work->organization.s, work->url.s));
        rcv_required(w, "position", rcv_markdown(w->arena, work->position.s));
        rcv_span(w, &work->start_date, &work->end_date);
        rcv_text(w, "location", rcv_place(w->arena, &work->location));
        rcv_text(w, "summary", rcv_prose(w->arena, &work->summary));
        rcv_highlights(w, &work->highlights, NULL);
        rcv_item_end(w);
    }
}

/* ---- entries with a name ------------------------------------------------- */

static struct str
short_date(struct rcv *w, const struct date *date)
{
    return locale_date_as(
        w->arena, w->shown->locale, WORD_DATE_SHORT,
        (struct locale_date){date->year, date->month, date->day});
}

/* Who gave it, and how long it holds. */
static struct str
certification_details(struct rcv *w, const struct certification *one)
{
    struct buf details = buf_new(w->arena);
    rcv_join(&details, rcv_markdown(w->arena, one->issuer.s));
    rcv_join(&details, rcv_markdown(w->arena, one->state.s));
    if (one->status.value > CERTIFICATION_HELD)
        rcv_join(&details,
                 locale_word(w->shown->locale,
                             (enum word)(WORD_IN_PROGRESS + one->status.value -
                                         CERTIFICATION_IN_PROGRESS)));
    /* RenderCV would print a date as that of what is held. */
    if (date_is_given(&one->expected) && !date_is_given(&one->issued))
        rcv_join(&details, locale_say(w->arena, w->shown->locale, WORD_EXPECTED,
                                      short_date(w, &one->expected)));
    if (date_is_given(&one->expires))
        rcv_join(&details,
                 locale_say(w->arena, w->shown->locale, WORD_EXPIRES_ON,
                            short_date(w, &one->expires)));
    return buf_str(&details);
}

static void
write_certifications(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->certifications.count; i++) {
        const struct certification *one = &w->shown->certifications.at[i];
        struct str name = one->name.s.len ? one->name.s : one->abbr.s;
        if (one->name.s.len && one->abbr.s.len)
            name = str_format(w->arena, "%.*s (%.*s)", STR_ARG(name),
                              STR_ARG(one->abbr.s));
        rcv_item(w);
        rcv_required(w, "name", rcv_link(w->arena, name, one->verify_url.s));
        rcv_date(w, &one->issued);
        rcv_text(w, "summary", certification_details(w, one));
        rcv_kept(w, fields_shape("certifications"), one,
                 "name verify_url number");
        rcv_kept_date(w, "renewed", &one->renewed);
        rcv_kept_date(w, "expires", &one->expires);
        rcv_kept_date(w, "expected", &one->expected);
        rcv_text(w, "status", one->status.typed.s);
        rcv_item_end(w);
    }
}

static void
write_cases(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->case_studies.count; i++) {
        const struct case_study *study = &w->shown->case_studies.at[i];
        struct str situation = rcv_prose(w->arena, &study->situation);
        struct str challenge = rcv_prose(w->arena, &study->challenge);
        const char *between = situation.len && challenge.len ? "\n\n" : "";
        rcv_item(w);
        rcv_required(w, "name",
                     rcv_link(w->arena, study->title.s, study->url.s));
        if (date_is_given(&study->period.end))
            rcv_span(w, &study->period.start, &study->period.end);
        else
            rcv_date(w, &study->period.start);
        rcv_text(w, "summary",
                 str_format(w->arena, "%.*s%s%.*s", STR_ARG(situation), between,
                            STR_ARG(challenge)));
        rcv_highlights(w, &study->results, &study->actions);
        rcv_kept(w, fields_shape("case_studies"), study,
                 "title url situation challenge actions results metrics "
                 "evidence");
        rcv_item_end(w);
        leave_details(w, &study->setting, &(const struct scope){.node = NULL},
                      &study->team);
    }
}

static void
write_awards(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->awards.count; i++) {
        const struct award *award = &w->shown->awards.at[i];
        struct str awarder = rcv_markdown(w->arena, award->awarder.s);
        struct str summary = rcv_prose(w->arena, &award->summary);
        const char *between = awarder.len && summary.len ? "\n\n" : "";
        rcv_item(w);
        rcv_required(w, "name",
                     rcv_link(w->arena, award->title.s, award->url.s));
        rcv_date(w, &award->date);
        rcv_text(w, "summary",
                 str_format(w->arena, "%.*s%s%.*s", STR_ARG(awarder), between,
                            STR_ARG(summary)));
        rcv_text(w, "awarder", awarder);
        rcv_item_end(w);
    }
}

static void
write_memberships(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->memberships.count; i++) {
        const struct membership *member = &w->shown->memberships.at[i];
        struct str role = rcv_markdown(w->arena, member->role.s);
        rcv_item(w);
        rcv_required(w, "name", rcv_markdown(w->arena, member->organization.s));
        rcv_span(w, &member->since, &member->until);
        rcv_text(w, "summary", role);
        if (member->activities.count) {
            rcv_open(w, STR("highlights"));
            for (size_t j = 0; j < member->activities.count; j++)
                rcv_item_text(
                    w, rcv_markdown(w->arena, member->activities.at[j].s));
            rcv_close(w);
        }
        rcv_text(w, "role", role);
        rcv_item_end(w);
    }
}

static void
write_development(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->development.count; i++) {
        const struct development *course = &w->shown->development.at[i];
        struct str provider = rcv_markdown(w->arena, course->provider.s);
        rcv_item(w);
        rcv_required(w, "name",
                     rcv_link(w->arena, course->title.s, course->url.s));
        rcv_date(w, &course->date);
        rcv_text(w, "summary", provider);
        rcv_text(w, "provider", provider);
        rcv_text(w, "hours", course->hours.typed.s);
        rcv_text(w, "topic", course->topic.typed.s);
        rcv_item_end(w);
    }
}

static void
write_publications(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->publications.count; i++) {
        const struct publication *work = &w->shown->publications.at[i];
        rcv_item(w);
        rcv_required(w, "title", rcv_markdown(w->arena, work->title.s));
        rcv_open(w, STR("authors"));
        for (size_t j = 0; j < work->authors.count; j++)
            rcv_item_text(w, rcv_prose(w->arena, &work->authors.at[j]));
        if (!work->authors.count)
            rcv_item_text(w, rcv_markdown(w->arena, w->shown->basics.name.s));
        rcv_close(w);
        if (str_starts(work->doi.s, STR("10.")))
            rcv_text(w, "doi", work->doi.s);
        else if (work->doi.s.len)
            rcv_leave(w, "a DOI that does not begin with 10.", work->doi.node);
        rcv_text(w, "url", work->url.s);
        rcv_text(w, "journal", rcv_markdown(w->arena, work->publisher.s));
        rcv_date(w, &work->date);
        rcv_text(w, "summary", rcv_prose(w->arena, &work->summary));
        rcv_item_end(w);
    }
}

static void
write_compliance(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->compliance.count; i++) {
        const struct compliance *one = &w->shown->compliance.at[i];
        struct buf summary = buf_new(w->arena);
        rcv_join(&summary, rcv_markdown(w->arena, one->role.s));
        rcv_join(&summary, rcv_markdown(w->arena, one->body.s));
        rcv_join(&summary, rcv_prose(w->arena, &one->activity));
        rcv_join(&summary, rcv_prose(w->arena, &one->result));
        rcv_item(w);
        rcv_required(w, "name", rcv_markdown(w->arena, one->framework.s));
        rcv_date(w, &one->date);
        rcv_text(w, "summary", buf_str(&summary));
        rcv_item_end(w);
    }
}

static void
write_breaks(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->career_breaks.count; i++) {
        const struct career_break *gap = &w->shown->career_breaks.at[i];
        struct str title = locale_word(w->shown->locale, WORD_CAREER_BREAKS);
        rcv_item(w);
        rcv_required(w, "name",
                     gap->reason.s.len ? rcv_markdown(w->arena, gap->reason.s)
                                       : title);
        rcv_span(w, &gap->start, &gap->end);
        rcv_item_end(w);
    }
}

static void
write_multimedia(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->multimedia.count; i++) {
        const struct multimedia *one = &w->shown->multimedia.at[i];
        struct buf summary = buf_new(w->arena);
        rcv_join(&summary, rcv_markdown(w->arena, one->event.s));
        rcv_join(&summary, rcv_markdown(w->arena, one->topic.s));
        rcv_join(&summary, rcv_markdown(w->arena, one->duration.s));
        rcv_item(w);
        rcv_required(w, "name", rcv_link(w->arena, one->title.s, one->url.s));
        rcv_date(w, &one->date);
        rcv_text(w, "summary", buf_str(&summary));
        rcv_item_end(w);
    }
}

/* ---- a label and details ------------------------------------------------- */

static void
write_line(struct rcv *w, struct str label, struct str details)
{
    rcv_item(w);
    rcv_required(w, "label", label);
    rcv_required(w, "details", details);
    rcv_item_end(w);
}

/* Skills that are nothing but names stand one below the other. */
static bool
are_names(const struct candidate *shown)
{
    for (size_t i = 0; i < shown->skills.count; i++)
        if (shown->skills.at[i].keywords.count ||
            shown->skills.at[i].level.s.len)
            return false;
    return true;
}

static void
write_skills(struct rcv *w)
{
    bool is_list = are_names(w->shown);
    for (size_t i = 0; i < w->shown->skills.count; i++) {
        const struct skill *skill = &w->shown->skills.at[i];
        struct str name = rcv_markdown(w->arena, skill->name.s);
        struct str level = rcv_markdown(w->arena, skill->level.s);
        struct buf details = buf_new(w->arena);
        rcv_join(&details, rcv_list(w->arena, &skill->keywords));
        if (level.len && details.len)
            buf_print(&details, " (%.*s)", STR_ARG(level));
        else
            buf_add(&details, level);
        if (is_list) {
            rcv_item(w);
            rcv_required(w, "bullet", name);
            rcv_item_end(w);
            continue;
        }
        rcv_item(w);
        rcv_required(w, "label", name);
        rcv_required(w, "details", buf_str(&details));
        rcv_kept(w, fields_shape("skills"), skill,
                 level.len ? "name evidence" : "name keywords evidence");
        rcv_item_end(w);
    }
}

static void
write_languages(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->languages.count; i++) {
        const struct language *language = &w->shown->languages.at[i];
        struct buf details = buf_new(w->arena);
        rcv_join(&details, rcv_markdown(w->arena, language->fluency.s));
        rcv_join(&details, rcv_list(w->arena, &language->keywords));
        rcv_item(w);
        rcv_required(w, "label", rcv_markdown(w->arena, language->language.s));
        rcv_required(w, "details", buf_str(&details));
        if (language->keywords.count)
            rcv_kept(w, fields_shape("languages"), language, "language");
        rcv_item_end(w);
    }
}

static void
write_systems(struct rcv *w)
{
    for (size_t i = 0; i < w->shown->systems.count; i++) {
        const struct system *one = &w->shown->systems.at[i];
        struct buf details = buf_new(w->arena);
        rcv_join(&details, rcv_list(w->arena, &one->modules));
        rcv_join(&details, rcv_markdown(w->arena, one->role.typed.s));
        rcv_join(&details, rcv_markdown(w->arena, one->scope.s));
        rcv_join(&details, rcv_markdown(w->arena, one->level.s));
        write_line(w, rcv_markdown(w->arena, one->name.s), buf_str(&details));
    }
}

static void
write_figures(struct rcv *w)
{
    if (w->shown->key_metrics.count)
        rcv_leave(w, "figures beside the text",
                  w->shown->key_metrics.at[0].node);
}

/* ---- all of them --------------------------------------------------------- */

static const struct section {
    const char *id;
    enum word title;
    void (*write)(struct rcv *w);
} sections[] = {
    {"summary", WORD_SUMMARY, write_summary},
    {"key_metrics", WORD_KEY_METRICS, write_figures},
    {"certifications", WORD_CERTIFICATIONS, write_certifications},
    {"experience", WORD_EXPERIENCE, write_experience},
    {"education", WORD_EDUCATION, write_education},
    {"case_studies", WORD_PROJECTS, write_cases},
    {"skills", WORD_SKILLS, write_skills},
    {"systems", WORD_SYSTEMS, write_systems},
    {"compliance", WORD_COMPLIANCE, write_compliance},
    {"multimedia", WORD_MULTIMEDIA, write_multimedia},
    {"development", WORD_DEVELOPMENT, write_development},
    {"memberships", WORD_MEMBERSHIPS, write_memberships},
    {"languages", WORD_LANGUAGES, write_languages},
    {"volunteer", WORD_VOLUNTEER, write_volunteer},
    {"awards", WORD_AWARDS, write_awards},
    {"publications", WORD_PUBLICATIONS, write_publications},
    {"career_breaks", WORD_CAREER_BREAKS, write_breaks},
};

/* What the person calls the section, or its usual name in the language. */
static struct str
title_of(const struct rcv *w, const struct section *section)
{
    const struct node *headings = w->shown->layout_settings.headings;
    const struct node *own = headings && headings->kind == NODE_MAP
                                 ? node_get(headings, section->id)
                                 : NULL;
    if (own && own->kind == NODE_SCALAR && own->text.len)
        return own->text;
    return locale_word(w->shown->locale, section->title);
}

void
rcv_section(struct rcv *w, struct str id)
{
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (!str_is(id, sections[i].id))
            continue;
        size_t start = rcv_section_open(w, title_of(w, &sections[i]));
        sections[i].write(w);
        rcv_section_close(w, start);
        return;
    }
    rcv_custom(w, id);
}
