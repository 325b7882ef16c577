/* Sections told in lines: skills, systems, memberships and their like. */
#include "composer.h"

#define MIDDLE_DOT " \xc2\xb7 "

static struct block *
lines_of(const struct composer *c, struct block *section)
{
    size_t count = section->children.count;
    if (count > 0 && section->children.at[count - 1]->kind == BLOCK_LINES)
        return section->children.at[count - 1];
    return block_add(c->arena, section, BLOCK_LINES);
}

static struct labelled *
add_line(const struct composer *c, struct block *section,
         const struct text *label)
{
    struct block *lines = lines_of(c, section);
    struct labelled *line = list_add(c->arena, &lines->lines);
    inline_add_text(c->arena, &line->label, label, 0);
    return line;
}

static struct block *
add_entry(const struct composer *c, struct block *section,
          const struct item *item)
{
    struct block *entry = block_add(c->arena, section, BLOCK_ENTRY);
    entry->keep_whole = true;
    if (item->node)
        entry->span = item->node->span;
    return entry;
}

static void
add_meta(const struct composer *c, struct block *entry, struct str text)
{
    if (str_is_empty(text))
        return;
    inline_add(c->arena, &block_add_paragraph(c->arena, entry, ROLE_META)->text,
               text, 0);
}

/* ---- compliance and systems
 * --------------------------------------------------- */

static void
add_compliance_line(const struct composer *c, struct block *section,
                    const struct compliance *entry)
{
    struct labelled *line = add_line(c, section, &entry->framework);
    inline_add_text(c->arena, &line->text, &entry->role, 0);
    if (entry->activity.node) {
        inline_separate(c->arena, &line->text, ", ");
        inline_add_prose(c->arena, &line->text, &entry->activity, 0);
    }
    if (entry->result.node) {
        inline_separate(c->arena, &line->text, ": ");
        inline_add_prose(c->arena, &line->text, &entry->result, 0);
    }
}

static void
add_column(const struct composer *c, struct block *table, const char *title,
           unsigned share)
{
    *list_add(c->arena, &table->columns) =
        (struct column){.title = str_from(title), .share = share};
}

static struct inline_text *
add_cell(const struct composer *c, struct row *row)
{
    return &list_add(c->arena, &row->cells)->text;
}

static void
add_compliance_row(const struct composer *c, struct block *table,
                   const struct compliance *entry)
{
    struct row *row = list_add(c->arena, &table->rows);
    struct cell *name = list_add(c->arena, &row->cells);
    name->is_header = true;
    inline_add_text(c->arena, &name->text, &entry->framework, 0);
    if (!str_is_empty(entry->body.s)) {
        inline_separate(c->arena, &name->text, ", ");
        inline_add_text(c->arena, &name->text, &entry->body, 0);
    }
    struct inline_text *role = add_cell(c, row);
    inline_add_text(c->arena, role, &entry->role, 0);
    if (entry->activity.node) {
        inline_separate(c->arena, role, ": ");
        inline_add_prose(c->arena, role, &entry->activity, 0);
    }
    inline_add_prose(c->arena, add_cell(c, row), &entry->result, 0);
    inline_add(c->arena, add_cell(c, row), words_date(c->arena, &entry->date),
               0);
}

void
fill_compliance(const struct composer *c, struct block *section)
{
    struct block *table = NULL;
    for (size_t i = 0; i < c->shown->compliance.count; i++) {
        const struct compliance *entry = &c->shown->compliance.at[i];
        if (composes_resume(c)) {
            add_compliance_line(c, section, entry);
            continue;
        }
        if (!table) {
            table = block_add(c->arena, section, BLOCK_TABLE);
            add_column(c, table, "Framework", 3);
            add_column(c, table, "Role and activity", 4);
            add_column(c, table, "Result", 4);
            add_column(c, table, "Date", 2);
        }
        add_compliance_row(c, table, entry);
    }
}

/* "implementation lead, 3 sites, 46 people trained, 97% adoption" */
static struct str
system_details(const struct composer *c, const struct system *system)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", words_choice(c->arena, &system->role));
    words_join(&out, ", ", system->level.s);
    words_join(&out, ", ", system->scope.s);
    if (system->trained.given)
        words_join(&out, ", ",
                   str_format(c->arena, "%lld people trained",
                              (long long)system->trained.value));
    if (!str_is_empty(system->adoption.s))
        words_join(
            &out, ", ",
            str_format(c->arena, "%.*s adoption", STR_ARG(system->adoption.s)));
    return buf_str(&out);
}

/* All on one line: "athenahealth (scheduling, billing), Tableau". */
static void
add_systems_line(const struct composer *c, struct block *section)
{
    struct block *text = NULL;
    for (size_t i = 0; i < c->shown->systems.count; i++) {
        const struct system *system = &c->shown->systems.at[i];
        if (!text)
            text = block_add_paragraph(c->arena, section, ROLE_BODY);
        else
            inline_add(c->arena, &text->text, STR("; "), 0);
        inline_add_text(c->arena, &text->text, &system->name, 0);
        struct buf more = buf_new(c->arena);
        words_join(&more, ", ", words_list(c->arena, &system->modules));
        words_join(&more, "; ", system_details(c, system));
        if (more.len > 0)
            inline_add(c->arena, &text->text,
                       str_format(c->arena, " (%.*s)", STR_ARG(buf_str(&more))),
                       0);
    }
}

static void
add_system_row(const struct composer *c, struct block *table,
               const struct system *system)
{
    struct row *row = list_add(c->arena, &table->rows);
    struct cell *name = list_add(c->arena, &row->cells);
    name->is_header = true;
    inline_add_text(c->arena, &name->text, &system->name, 0);
    struct buf what = buf_new(c->arena);
    struct str kind = words_choice(c->arena, &system->kind);
    words_join(&what, ": ",
               str_is(kind, "ehr") ? STR("EHR")
                                   : words_capitalized(c->arena, kind));
    words_join(&what, ": ", words_list(c->arena, &system->modules));
    inline_add(c->arena, add_cell(c, row), buf_str(&what), 0);
    inline_add(c->arena, add_cell(c, row),
               words_capitalized(c->arena, system_details(c, system)), 0);
    inline_add(c->arena, add_cell(c, row),
               words_date(c->arena, &system->go_live), 0);
}

void
fill_systems(const struct composer *c, struct block *section)
{
    if (c->shown->systems.count == 0)
        return;
    if (composes_resume(c)) {
        add_systems_line(c, section);
        return;
    }
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    add_column(c, table, "System", 3);
    add_column(c, table, "Kind and modules", 4);
    add_column(c, table, "Role and reach", 4);
    add_column(c, table, "Go-live", 2);
    for (size_t i = 0; i < c->shown->systems.count; i++)
        add_system_row(c, table, &c->shown->systems.at[i]);
}

/* ---- adaptability
 * ---------------------------------------------------------------- */

/* Adds a text once, whatever its case. */
static void
add_once(const struct composer *c, text_list *list, struct str text)
{
    if (str_is_empty(text))
        return;
    for (size_t i = 0; i < list->count; i++)
        if (str_equal_nocase(list->at[i].s, text))
            return;
    *list_add(c->arena, list) = (struct text){.s = text};
}

struct reach {
    text_list settings, disciplines;
    int64_t least, most;
};

static void
reach_team(const struct composer *c, struct reach *reach,
           const struct team *team)
{
    for (size_t i = 0; i < team->disciplines.count; i++)
        add_once(c, &reach->disciplines, team->disciplines.at[i].s);
    if (!team->size.given || team->size.value <= 0)
        return;
    if (!reach->least || team->size.value < reach->least)
        reach->least = team->size.value;
    if (team->size.value > reach->most)
        reach->most = team->size.value;
}

/* Settings differ by kind: the same kind twice says nothing more. */
static void
reach_setting(const struct composer *c, struct reach *reach,
              const struct setting *setting)
{
    for (size_t i = 0; i < reach->settings.count; i++)
        if (str_starts(reach->settings.at[i].s,
                       words_capitalized(c->arena, setting->kind.s)))
            return;
    add_once(c, &reach->settings, words_setting(c->arena, setting));
}

static void
reach_by_entries(const struct composer *c, struct reach *reach)
{
    for (size_t i = 0; i < c->shown->experience.count; i++) {
        const struct experience *job = &c->shown->experience.at[i];
        reach_setting(c, reach, &job->setting);
        for (size_t j = 0; j < job->positions.count; j++) {
            reach_setting(c, reach, &job->positions.at[j].setting);
            reach_team(c, reach, &job->positions.at[j].team);
        }
    }
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        reach_setting(c, reach, &c->shown->case_studies.at[i].setting);
        reach_team(c, reach, &c->shown->case_studies.at[i].team);
    }
}

static struct str
team_sizes(const struct composer *c, const struct reach *reach)
{
    if (!reach->most)
        return (struct str){NULL, 0};
    if (reach->least == reach->most)
        return str_format(c->arena, "%lld people", (long long)reach->most);
    return str_format(c->arena, "%lld to %lld people", (long long)reach->least,
                      (long long)reach->most);
}

static void
add_fact(const struct composer *c, struct block *facts, const char *label,
         struct str text)
{
    if (str_is_empty(text))
        return;
    inline_add(c->arena,
               &block_add_line(c->arena, facts, str_from(label))->text, text,
               0);
}

void
fill_adaptability(const struct composer *c, struct block *section)
{
    const struct settings_and_teams *told = &c->shown->settings_and_teams;
    struct reach reach = {0};
    block_add_prose(c->arena, section, &told->summary, ROLE_BODY);
    if (told->settings.count + told->teams.count > 0) {
        for (size_t i = 0; i < told->settings.count; i++)
            reach_setting(c, &reach, &told->settings.at[i]);
        for (size_t i = 0; i < told->teams.count; i++)
            reach_team(c, &reach, &told->teams.at[i]);
    } else {
        reach_by_entries(c, &reach);
    }
    if (reach.settings.count + reach.disciplines.count == 0 && !reach.most)
        return;
    struct block *facts = block_add(c->arena, section, BLOCK_FACTS);
    struct buf settings = buf_new(c->arena);
    for (size_t i = 0; i < reach.settings.count; i++)
        words_join(&settings, "; ", reach.settings.at[i].s);
    add_fact(c, facts, "Settings", buf_str(&settings));
    add_fact(c, facts, "Teams led", team_sizes(c, &reach));
    add_fact(
        c, facts, "Worked with",
        words_capitalized(c->arena, words_list(c->arena, &reach.disciplines)));
}

/* ---- learning and belonging
 * ------------------------------------------------------ */

#define NEWEST_IN_RESUME 3

/* Indices by date, newest first, the order of the file among equals. */
static size_t *
newest_first(const struct composer *c)
{
    size_t count = c->shown->development.count;
    size_t *order = ARENA_ARRAY(c->arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        const struct date *date = &c->shown->development.at[i].date;
        while (at > 0 &&
               date_compare(&c->shown->development.at[order[at - 1]].date,
                            date) < 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
    return order;
}

static struct str
development_details(const struct composer *c, const struct development *course)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", course->provider.s);
    if (course->hours.given)
        words_join(
            &out, ", ",
            str_format(c->arena, "%.*s hours", STR_ARG(course->hours.typed.s)));
    if (course->topic.value > TOPIC_UNKNOWN &&
        course->topic.value < TOPIC_OTHER)
        words_join(&out, ", ",
                   course->topic.value == TOPIC_EHR
                       ? STR("EHR")
                       : words_choice(c->arena, &course->topic));
    return buf_str(&out);
}

void
fill_development(const struct composer *c, struct block *section)
{
    size_t count = c->shown->development.count;
    const size_t *order = newest_first(c);
    if (composes_resume(c) && count > NEWEST_IN_RESUME)
        count = NEWEST_IN_RESUME;
    for (size_t i = 0; i < count; i++) {
        const struct development *course = &c->shown->development.at[order[i]];
        struct block *entry = add_entry(c, section, &course->item);
        inline_add_link(c->arena, &entry->title, &course->title, course->url.s,
                        0);
        inline_add(c->arena, &entry->subtitle, development_details(c, course),
                   0);
        inline_add(c->arena, &entry->aside, words_date(c->arena, &course->date),
                   0);
    }
}

void
fill_memberships(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->memberships.count; i++) {
        const struct membership *member = &c->shown->memberships.at[i];
        struct block *entry = add_entry(c, section, &member->item);
        inline_add_text(c->arena, &entry->title, &member->organization, 0);
        inline_add_text(c->arena, &entry->subtitle, &member->role, 0);
        inline_add(c->arena, &entry->aside,
                   words_range(c->arena, &member->since, &member->until, true),
                   0);
        add_meta(c, entry, words_list(c->arena, &member->activities));
    }
}

/* ---- skills and languages
 * --------------------------------------------------------- */

/* What proves a skill: the case or the record of that id. */
static void
add_evidence(const struct composer *c, struct labelled *line,
             const struct skill *skill)
{
    for (size_t i = 0; i < skill->evidence.count; i++) {
        struct str id = skill->evidence.at[i].s;
        for (size_t j = 0; j < c->shown->case_studies.count; j++) {
            const struct case_study *study = &c->shown->case_studies.at[j];
            if (!str_equal(study->item.id.s, id))
                continue;
            inline_add(c->arena, &line->text, STR(" \xe2\x80\x94 "),
                       INLINE_MUTED);
            inline_add_target(c->arena, &line->text, study->title.s,
                              case_anchor(c, j));
        }
    }
}

void
fill_skills(const struct composer *c, struct block *section)
{
    const struct skills_options *options = &c->shown->skills_options;
    size_t most = SIZE_MAX, printed = 0;
    if (options->max.given && options->max.value >= 0)
        most = (size_t)options->max.value;
    for (size_t i = 0; i < c->shown->skills.count && printed < most; i++) {
        const struct skill *skill = &c->shown->skills.at[i];
        if (options->evidence_only.value && skill->evidence.count == 0)
            continue;
        struct labelled *line = add_line(c, section, &skill->name);
        struct buf text = buf_new(c->arena);
        words_join(&text, ", ", words_list(c->arena, &skill->keywords));
        words_join(&text, "; ", skill->level.s);
        inline_add(c->arena, &line->text, buf_str(&text), 0);
        if (!composes_resume(c))
            add_evidence(c, line, skill);
        printed++;
    }
}

void
fill_languages(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->languages.count; i++) {
        const struct language *language = &c->shown->languages.at[i];
        struct labelled *line = add_line(c, section, &language->language);
        struct buf text = buf_new(c->arena);
        words_join(&text, ", ", language->fluency.s);
        words_join(&text, "; ", words_list(c->arena, &language->keywords));
        inline_add(c->arena, &line->text, buf_str(&text), 0);
    }
}

/* ---- awards, publications, breaks
 * --------------------------------------------------- */

void
fill_awards(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->awards.count; i++) {
        const struct award *award = &c->shown->awards.at[i];
        struct block *entry = add_entry(c, section, &award->item);
        inline_add_link(c->arena, &entry->title, &award->title, award->url.s,
                        0);
        inline_add_text(c->arena, &entry->subtitle, &award->awarder, 0);
        inline_add(c->arena, &entry->aside, words_date(c->arena, &award->date),
                   0);
        block_add_prose(c->arena, entry, &award->summary, ROLE_BODY);
    }
}

static struct str
publication_url(const struct composer *c, const struct publication *publication)
{
    struct str doi = publication->doi.s;
    if (str_is_empty(doi))
        return publication->url.s;
    if (str_starts(doi, STR("http")))
        return doi;
    return str_format(c->arena, "https://doi.org/%.*s", STR_ARG(doi));
}

void
fill_publications(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->publications.count; i++) {
        const struct publication *publication = &c->shown->publications.at[i];
        struct block *entry = add_entry(c, section, &publication->item);
        inline_add_link(c->arena, &entry->title, &publication->title,
                        publication_url(c, publication), 0);
        inline_add_text(c->arena, &entry->subtitle, &publication->publisher, 0);
        inline_add(c->arena, &entry->aside,
                   words_date(c->arena, &publication->date), 0);
        struct block *authors = NULL;
        for (size_t j = 0; j < publication->authors.count; j++) {
            if (!authors)
                authors = block_add_paragraph(c->arena, entry, ROLE_META);
            inline_separate(c->arena, &authors->text, ", ");
            inline_add_prose(c->arena, &authors->text,
                             &publication->authors.at[j], 0);
        }
        block_add_prose(c->arena, entry, &publication->summary, ROLE_BODY);
        if (!str_is_empty(publication->doi.s))
            add_meta(
                c, entry,
                str_format(c->arena, "doi:%.*s", STR_ARG(publication->doi.s)));
    }
}

void
fill_career_breaks(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->career_breaks.count; i++) {
        const struct career_break *gap = &c->shown->career_breaks.at[i];
        struct block *entry = add_entry(c, section, &gap->item);
        if (str_is_empty(gap->reason.s))
            inline_add(c->arena, &entry->title, STR("Career break"), 0);
        else
            inline_add_text(c->arena, &entry->title, &gap->reason, 0);
        inline_add(c->arena, &entry->aside,
                   words_range(c->arena, &gap->start, &gap->end, true), 0);
    }
}
