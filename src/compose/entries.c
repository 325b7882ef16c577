/* Sections of entries: education, credentials, experience, volunteer work. */
#include "composer.h"

#define MIDDLE_DOT " \xc2\xb7 "

void
fill_summary(const struct composer *c, struct block *section)
{
    block_add_prose(c->arena, section, &c->shown->basics.summary, ROLE_SUMMARY);
}

static struct block *
add_entry(const struct composer *c, struct block *parent,
          const struct item *item)
{
    struct block *entry = block_add(c->arena, parent, BLOCK_ENTRY);
    entry->keep_whole = true;
    if (item->node)
        entry->span = item->node->span;
    return entry;
}

static void
add_place(const struct composer *c, struct block *entry,
          const struct location *location)
{
    inline_add(c->arena, &entry->place, words_location(c->arena, location), 0);
}

static void
add_meta(const struct composer *c, struct block *entry, struct str text)
{
    if (str_is_empty(text))
        return;
    struct block *meta = block_add_paragraph(c->arena, entry, ROLE_META);
    inline_add(c->arena, &meta->text, text, 0);
}

/* ---- education
 * ------------------------------------------------------------------ */

static struct str
education_dates(const struct composer *c, const struct education *education)
{
    struct str range = words_range(c->arena, &education->start_date,
                                   &education->end_date, false);
    struct str expected = words_date(c->arena, &education->expected);
    if (str_is_empty(expected))
        return range;
    if (str_is_empty(range))
        return str_format(c->arena, "expected %.*s", STR_ARG(expected));
    return str_format(c->arena, "%.*s, expected %.*s", STR_ARG(range),
                      STR_ARG(expected));
}

static struct str
education_details(const struct composer *c, const struct education *education)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, MIDDLE_DOT, education->concentration.s);
    words_join(&out, MIDDLE_DOT, education->honors.s);
    if (!str_is_empty(education->gpa.s))
        words_join(&out, MIDDLE_DOT,
                   str_format(c->arena, "GPA %.*s", STR_ARG(education->gpa.s)));
    if (!str_is_empty(education->accreditation.s))
        words_join(&out, MIDDLE_DOT,
                   str_format(c->arena, "%.*s accredited",
                              STR_ARG(education->accreditation.s)));
    if (education->courses.count > 0)
        words_join(
            &out, MIDDLE_DOT,
            str_format(c->arena, "Courses: %.*s",
                       STR_ARG(words_list(c->arena, &education->courses))));
    return buf_str(&out);
}

void
fill_education(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->education.count; i++) {
        const struct education *education = &c->shown->education.at[i];
        struct block *entry = add_entry(c, section, &education->item);
        inline_add_text(c->arena, &entry->title, &education->degree, 0);
        if (!str_is_empty(education->area.s))
            inline_separate(c->arena, &entry->title, ", ");
        inline_add_text(c->arena, &entry->title, &education->area, 0);
        inline_add_link(c->arena, &entry->subtitle, &education->institution,
                        education->url.s, 0);
        add_place(c, entry, &education->location);
        inline_add(c->arena, &entry->aside, education_dates(c, education), 0);
        add_meta(c, entry, education_details(c, education));
        block_add_highlights(c->arena, entry, &education->highlights);
    }
}

/* ---- certifications
 * ---------------------------------------------------------------- */

static struct str
certification_name(const struct composer *c, const struct certification *held)
{
    if (str_is_empty(held->name.s))
        return held->abbr.s;
    if (str_is_empty(held->abbr.s) || str_equal(held->abbr.s, held->name.s))
        return held->name.s;
    return str_format(c->arena, "%.*s (%.*s)", STR_ARG(held->name.s),
                      STR_ARG(held->abbr.s));
}

static bool
has_expired(const struct composer *c, const struct certification *held)
{
    return held->expires.year && date_compare(&held->expires, &c->today) < 0;
}

/* "current", "expired", "in progress, expected May 2026" */
static struct str
certification_status(const struct composer *c, const struct certification *held)
{
    struct str expected = words_date(c->arena, &held->expected);
    switch (held->status.value) {
    case CERTIFICATION_IN_PROGRESS:
        if (str_is_empty(expected))
            return STR("In progress");
        return str_format(c->arena, "In progress, expected %.*s",
                          STR_ARG(expected));
    case CERTIFICATION_EXPIRED:
        return STR("Expired");
    case CERTIFICATION_INACTIVE:
        return STR("Inactive");
    case CERTIFICATION_RETIRED:
        return STR("Retired");
    default:
        return has_expired(c, held) ? STR("Expired") : STR("Current");
    }
}

static struct str
certification_dates(const struct composer *c, const struct certification *held)
{
    struct buf out = buf_new(c->arena);
    struct str renewed = words_date(c->arena, &held->renewed);
    struct str expires = words_date(c->arena, &held->expires);
    bool is_plain = held->status.value <= CERTIFICATION_HELD;
    if (!is_plain)
        words_join(&out, ", ", certification_status(c, held));
    words_join(&out, ", ", words_date(c->arena, &held->issued));
    if (!str_is_empty(renewed))
        words_join(&out, ", ",
                   str_format(c->arena, "renewed %.*s", STR_ARG(renewed)));
    if (!str_is_empty(expires))
        words_join(&out, ", ",
                   str_format(c->arena, "%s %.*s",
                              has_expired(c, held) ? "expired" : "valid to",
                              STR_ARG(expires)));
    return buf_str(&out);
}

static void
add_certification_title(const struct composer *c, struct inline_text *to,
                        const struct certification *held)
{
    const struct text name = {
        .s = certification_name(c, held),
        .node = held->name.node ? held->name.node : held->abbr.node,
    };
    inline_add_link(c->arena, to, &name, held->verify_url.s, 0);
}

static struct str
certification_place(const struct composer *c, const struct certification *held)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", held->issuer.s);
    words_join(&out, ", ", held->state.s);
    if (!str_is_empty(held->number.s))
        words_join(&out, ", ",
                   str_format(c->arena, "no. %.*s", STR_ARG(held->number.s)));
    return buf_str(&out);
}

static void
add_certification_lines(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->certifications.count; i++) {
        const struct certification *held = &c->shown->certifications.at[i];
        struct block *entry = add_entry(c, section, &held->item);
        add_certification_title(c, &entry->title, held);
        inline_add(c->arena, &entry->subtitle, certification_place(c, held), 0);
        inline_add(c->arena, &entry->aside, certification_dates(c, held), 0);
    }
}

static void
add_column(const struct composer *c, struct block *table, const char *title,
           unsigned share)
{
    *list_add(c->arena, &table->columns) =
        (struct column){.title = str_from(title), .share = share};
}

static struct cell *
add_cell(const struct composer *c, struct row *row, struct str text)
{
    struct cell *cell = list_add(c->arena, &row->cells);
    inline_add(c->arena, &cell->text, text, 0);
    return cell;
}

static void
add_certification_table(const struct composer *c, struct block *section)
{
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    add_column(c, table, "Credential", 5);
    add_column(c, table, "Issuer", 3);
    add_column(c, table, "Issued", 2);
    add_column(c, table, "Expires", 2);
    add_column(c, table, "Status", 2);
    for (size_t i = 0; i < c->shown->certifications.count; i++) {
        const struct certification *held = &c->shown->certifications.at[i];
        struct row *row = list_add(c->arena, &table->rows);
        struct cell *name = add_cell(c, row, (struct str){NULL, 0});
        name->is_header = true;
        add_certification_title(c, &name->text, held);
        add_cell(c, row, certification_place(c, held));
        struct str renewed = words_date(c->arena, &held->renewed);
        struct str issued = words_date(c->arena, &held->issued);
        if (!str_is_empty(renewed))
            issued = str_format(c->arena, "%.*s, renewed %.*s", STR_ARG(issued),
                                STR_ARG(renewed));
        add_cell(c, row, issued);
        add_cell(c, row, words_date(c->arena, &held->expires));
        add_cell(c, row, certification_status(c, held));
    }
}

void
fill_certifications(const struct composer *c, struct block *section)
{
    if (c->shown->certifications.count == 0)
        return;
    if (composes_resume(c))
        add_certification_lines(c, section);
    else
        add_certification_table(c, section);
}

/* ---- experience
 * ---------------------------------------------------------------------- */

/* "Fellowship" and the like behind the title; employment says nothing. */
static void
add_kind(const struct composer *c, struct inline_text *title,
         const struct experience *job)
{
    if (job->kind.value <= EXPERIENCE_EMPLOYMENT)
        return;
    inline_add(c->arena, title,
               str_format(c->arena, " (%.*s)",
                          STR_ARG(words_choice(c->arena, &job->kind))),
               INLINE_MUTED);
}

static struct str
scope_line(const struct composer *c, const struct setting *setting,
           const struct scope *scope, const struct team *team)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, MIDDLE_DOT, words_setting(c->arena, setting));
    words_join(&out, MIDDLE_DOT, words_scope(c->arena, scope));
    if (team)
        words_join(&out, MIDDLE_DOT, words_team(c->arena, team));
    return buf_str(&out);
}

/* Portfolios show the best bullet: measured before all others. */
static const struct highlight *
best_highlight(const highlight_list *highlights)
{
    const struct highlight *best = NULL;
    for (size_t i = 0; i < highlights->count; i++) {
        const struct highlight *highlight = &highlights->at[i];
        if (highlight->text.blocks.count == 0)
            continue;
        if (highlight->metrics.count > 0)
            return highlight;
        if (!best || (best->kind.value > HIGHLIGHT_RESULT &&
                      highlight->kind.value <= HIGHLIGHT_RESULT))
            best = highlight;
    }
    return best;
}

static void
add_position_body(const struct composer *c, struct block *entry,
                  const struct position *position)
{
    block_add_prose(c->arena, entry, &position->summary, ROLE_BODY);
    if (composes_resume(c)) {
        block_add_highlights(c->arena, entry, &position->highlights);
        return;
    }
    const struct highlight *best = best_highlight(&position->highlights);
    if (best) {
        highlight_list one = {0};
        *list_add(c->arena, &one) = *best;
        block_add_highlights(c->arena, entry, &one);
    }
    if (position->metrics.count == 0)
        return;
    struct block *figures = block_add(c->arena, entry, BLOCK_COMPARISON);
    for (size_t i = 0; i < position->metrics.count; i++)
        add_comparison(c, figures, &position->metrics.at[i]);
}

static struct str
position_dates(const struct composer *c, const struct position *position)
{
    return words_range(c->arena, &position->start_date, &position->end_date,
                       true);
}

/* From the earliest start to the latest end of an employer's positions. */
static struct str
employer_dates(const struct composer *c, const struct experience *job)
{
    struct date start = job->positions.at[0].start_date;
    struct date end = job->positions.at[0].end_date;
    bool is_open = false;
    for (size_t i = 0; i < job->positions.count; i++) {
        const struct position *position = &job->positions.at[i];
        if (position->start_date.year &&
            date_compare(&position->start_date, &start) < 0)
            start = position->start_date;
        is_open |= !date_is_given(&position->end_date) ||
                   position->end_date.is_present;
        if (date_compare(&position->end_date, &end) > 0)
            end = position->end_date;
    }
    if (is_open)
        end = (struct date){0};
    return words_range(c->arena, &start, &end, is_open);
}

/* Cases led at this employer, as links into the portfolio. */
static void
add_case_links(const struct composer *c, struct block *entry,
               const struct experience *job)
{
    struct block *links = NULL;
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        const struct case_study *study = &c->shown->case_studies.at[i];
        if (str_is_empty(study->organization.s) ||
            !str_equal_nocase(study->organization.s, job->organization.s))
            continue;
        if (!links) {
            links = block_add_paragraph(c->arena, entry, ROLE_META);
            inline_add(c->arena, &links->text, STR("Case study: "), 0);
        } else {
            inline_add(c->arena, &links->text, STR("; "), 0);
        }
        inline_add_target(c->arena, &links->text, study->title.s,
                          case_anchor(c, i));
    }
}

static void
add_single_position(const struct composer *c, struct block *section,
                    const struct experience *job)
{
    const struct position *position = &job->positions.at[0];
    struct block *entry = add_entry(c, section, &job->item);
    inline_add_text(c->arena, &entry->title, &position->position, 0);
    add_kind(c, &entry->title, job);
    inline_add_link(c->arena, &entry->subtitle, &job->organization, job->url.s,
                    0);
    add_place(c, entry, &job->location);
    inline_add(c->arena, &entry->aside, position_dates(c, position), 0);
    const struct setting *setting =
        job->setting.node ? &job->setting : &position->setting;
    const struct scope *scope =
        job->scope.node ? &job->scope : &position->scope;
    add_meta(c, entry, scope_line(c, setting, scope, &position->team));
    block_add_prose(c->arena, entry, &job->summary, ROLE_BODY);
    add_position_body(c, entry, position);
    if (!composes_resume(c))
        add_case_links(c, entry, job);
}

static void
add_positions(const struct composer *c, struct block *section,
              const struct experience *job)
{
    struct block *entry = add_entry(c, section, &job->item);
    inline_add_link(c->arena, &entry->title, &job->organization, job->url.s, 0);
    add_kind(c, &entry->title, job);
    add_place(c, entry, &job->location);
    inline_add(c->arena, &entry->aside, employer_dates(c, job), 0);
    add_meta(c, entry, scope_line(c, &job->setting, &job->scope, NULL));
    block_add_prose(c->arena, entry, &job->summary, ROLE_BODY);
    for (size_t i = 0; i < job->positions.count; i++) {
        const struct position *position = &job->positions.at[i];
        struct block *inner = add_entry(c, entry, &position->item);
        inline_add_text(c->arena, &inner->title, &position->position, 0);
        add_place(c, inner, &position->location);
        inline_add(c->arena, &inner->aside, position_dates(c, position), 0);
        add_meta(c, inner,
                 scope_line(c, &position->setting, &position->scope,
                            &position->team));
        add_position_body(c, inner, position);
    }
    if (!composes_resume(c))
        add_case_links(c, entry, job);
}

void
fill_experience(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->experience.count; i++) {
        const struct experience *job = &c->shown->experience.at[i];
        if (job->has_positions)
            add_positions(c, section, job);
        else if (job->positions.count > 0)
            add_single_position(c, section, job);
    }
}

/* ---- volunteer work
 * ------------------------------------------------------------------- */

void
fill_volunteer(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->volunteer.count; i++) {
        const struct volunteer *work = &c->shown->volunteer.at[i];
        struct block *entry = add_entry(c, section, &work->item);
        bool has_position = !str_is_empty(work->position.s);
        inline_add_text(c->arena, &entry->title, &work->position, 0);
        inline_add_link(c->arena,
                        has_position ? &entry->subtitle : &entry->title,
                        &work->organization, work->url.s, 0);
        add_place(c, entry, &work->location);
        inline_add(
            c->arena, &entry->aside,
            words_range(c->arena, &work->start_date, &work->end_date, true), 0);
        block_add_prose(c->arena, entry, &work->summary, ROLE_BODY);
        block_add_highlights(c->arena, entry, &work->highlights);
    }
}

/* ---- the person's own sections
 * ---------------------------------------------------------- */

static void
add_custom_lines(const struct composer *c, struct block *section,
                 const struct custom_entry *entry)
{
    size_t count = section->children.count;
    struct block *lines = count ? section->children.at[count - 1] : NULL;
    if (!lines || lines->kind != BLOCK_LINES)
        lines = block_add(c->arena, section, BLOCK_LINES);
    struct labelled *line = list_add(c->arena, &lines->lines);
    inline_add_text(c->arena, &line->label, &entry->label, 0);
    inline_add_prose(c->arena, &line->text, &entry->details, 0);
}

static void
add_custom_entry(const struct composer *c, struct block *section,
                 const struct custom_entry *from)
{
    struct block *entry = add_entry(c, section, &from->item);
    inline_add_link(c->arena, &entry->title, &from->title, from->url.s, 0);
    inline_add_text(c->arena, &entry->subtitle, &from->subtitle, 0);
    add_place(c, entry, &from->location);
    struct str dates = words_date(c->arena, &from->date);
    if (str_is_empty(dates))
        dates =
            words_range(c->arena, &from->start_date, &from->end_date, false);
    inline_add(c->arena, &entry->aside, dates, 0);
    block_add_prose(c->arena, entry, &from->text, ROLE_BODY);
    block_add_prose(c->arena, entry, &from->summary, ROLE_BODY);
    block_add_highlights(c->arena, entry, &from->highlights);
}

static void
fill_custom(const struct composer *c, struct block *section,
            const struct custom_section *custom)
{
    for (size_t i = 0; i < custom->entries.count; i++) {
        const struct custom_entry *entry = &custom->entries.at[i];
        if (entry->shape == CUSTOM_TEXT)
            block_add_prose(c->arena, section, &entry->text, ROLE_BODY);
        else if (entry->shape == CUSTOM_ONE_LINE)
            add_custom_lines(c, section, entry);
        else
            add_custom_entry(c, section, entry);
    }
}

void
add_custom_sections(const struct composer *c)
{
    for (size_t i = 0; i < c->shown->custom.count; i++) {
        const struct custom_section *custom = &c->shown->custom.at[i];
        struct block *section = section_open(c, STR("custom"), custom->title.s);
        section->anchor = str_format(c->arena, "custom-%zu", i + 1);
        fill_custom(c, section, custom);
        if (section->children.count > 0)
            *list_add(c->arena, &c->document->blocks) = section;
    }
}
