/* Jobs, volunteer work and sections of the person's own. */
#include "composer.h"

/* ---- positions --------------------------------------------------------- */

/* "Administrative Intern" needs no "internship": six letters tell. */
#define STEM 6

static bool
says_kind(struct str title, struct str kind)
{
    for (size_t at = 0; kind.len >= STEM && at + STEM <= title.len; at++)
        if (str_equal_nocase(str_slice(title, at, at + STEM),
                             str_slice(kind, 0, STEM)))
            return true;
    return false;
}

/* "(fellowship)" and the like behind the title; employment says nothing. */
static void
add_kind(const struct composer *c, struct inline_text *title,
         const struct experience *job)
{
    struct str kind = words_choice(&c->words, &job->kind, WORD_INTERNSHIP, 4);
    if (job->kind.value <= EXPERIENCE_EMPLOYMENT ||
        says_kind(job->positions.at[0].position.s, kind))
        return;
    inline_add(c->arena, title, said(c, WORD_PARENTHESES, kind), INLINE_MUTED);
}

static struct str
scope_line(const struct composer *c, const struct setting *setting,
           const struct scope *scope, const struct team *team)
{
    struct buf out = buf_new(c->arena);
    struct str size = words_scope(&c->words, scope, setting->size.s);
    words_join(&out, MIDDLE_DOT, words_setting(&c->words, setting));
    words_join(&out, MIDDLE_DOT, size);
    /* A resume has room for one of the two. */
    if (team && !(composes_resume(c) && !str_is_empty(size)))
        words_join(&out, MIDDLE_DOT, words_team(&c->words, team));
    return buf_str(&out);
}

static void
add_position_body(const struct composer *c, struct block *entry,
                  const struct position *position)
{
    block_add_prose(c->arena, entry, &position->summary, ROLE_BODY);
    if (composes_resume(c)) {
        block_add_highlights(&c->words, entry, &position->highlights);
        return;
    }
    const struct highlight *best =
        edition_best_bullet(c->arena, c->edition, position);
    if (best) {
        highlight_list one = {0};
        *list_add(c->arena, &one) = *best;
        block_add_highlights(&c->words, entry, &one);
    }
    add_results_of(c, entry, &position->metric_refs, DRAWN_AUTO);
}

static struct str
position_dates(const struct composer *c, const struct position *position)
{
    return words_range(&c->words, &position->start_date, &position->end_date,
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
    return words_range(&c->words, &start, &end, is_open);
}

/* ---- employers --------------------------------------------------------- */

/* Cases led at this employer, as links into the portfolio. */
static void
add_case_links(const struct composer *c, struct block *entry,
               const struct experience *job)
{
    struct block *links = NULL;
    if (composes_resume(c))
        return;
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        const struct case_study *study = &c->shown->case_studies.at[i];
        if (str_is_empty(study->organization.s) ||
            !str_equal_nocase(study->organization.s, job->organization.s))
            continue;
        if (!links) {
            links = block_add_paragraph(c->arena, entry, ROLE_META);
            inline_add(c->arena, &links->text,
                       str_format(c->arena, "%.*s%.*s",
                                  STR_ARG(word_of(c, WORD_CASE_STUDIES)),
                                  STR_ARG(word_of(c, WORD_COLON))),
                       0);
        } else {
            inline_add(c->arena, &links->text, word_of(c, WORD_SEMICOLON), 0);
        }
        inline_add_target(c->arena, &links->text, study->title.s,
                          case_anchor(c, i));
    }
    if (links && links->text.runs.count == 2)
        links->text.runs.at[0].text = str_format(
            c->arena, "%.*s%.*s", STR_ARG(word_of(c, WORD_CASE_STUDY)),
            STR_ARG(word_of(c, WORD_COLON)));
}

/* The names under which an employer was known before. */
static void
add_aliases(const struct composer *c, struct block *entry,
            const struct experience *job)
{
    if (job->aliases.count > 0)
        meta_add(c, entry,
                 said(c, WORD_FORMERLY, words_list(&c->words, &job->aliases)));
}

static void
add_single_position(const struct composer *c, struct block *section,
                    const struct experience *job)
{
    const struct position *position = &job->positions.at[0];
    struct block *entry = entry_add(c, section, &job->item);
    inline_add_text(c->arena, &entry->title, &position->position, 0);
    add_kind(c, &entry->title, job);
    logo_add(entry, &job->logo);
    inline_add_link(c->arena, &entry->subtitle, &job->organization, job->url.s,
                    0);
    entry_place(c, entry, &job->location);
    inline_add(c->arena, &entry->aside, position_dates(c, position),
               INLINE_NO_BREAK);
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_EXPERIENCE,
                                    .section = "experience",
                                    .title = "position",
                                    .subtitle = "organization",
                                    .start = &position->start_date,
                                    .end = &position->end_date,
                                    .is_open = true});
    meta_add(c, entry,
             scope_line(c, &job->setting, &job->scope, &position->team));
    add_aliases(c, entry, job);
    add_position_body(c, entry, position);
    add_case_links(c, entry, job);
    notes_add(c, entry, (struct str){NULL, 0}, &job->item);
}

static void
add_position(const struct composer *c, struct block *employer,
             const struct position *position)
{
    struct block *entry = entry_add(c, employer, &position->item);
    inline_add_text(c->arena, &entry->title, &position->position, 0);
    entry_place(c, entry, &position->location);
    inline_add(c->arena, &entry->aside, position_dates(c, position),
               INLINE_NO_BREAK);
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_EXPERIENCE,
                                    .section = "experience",
                                    .title = "position",
                                    .subtitle = "organization",
                                    .start = &position->start_date,
                                    .end = &position->end_date,
                                    .is_open = true});
    meta_add(
        c, entry,
        scope_line(c, &position->setting, &position->scope, &position->team));
    add_position_body(c, entry, position);
    notes_add(c, entry, (struct str){NULL, 0}, &position->item);
}

static void
add_positions(const struct composer *c, struct block *section,
              const struct experience *job)
{
    struct block *entry = entry_add(c, section, &job->item);
    logo_add(entry, &job->logo);
    inline_add_link(c->arena, &entry->title, &job->organization, job->url.s, 0);
    add_kind(c, &entry->title, job);
    entry_place(c, entry, &job->location);
    if (job->positions.count > 1)
        inline_add(c->arena, &entry->aside, employer_dates(c, job),
                   INLINE_NO_BREAK);
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_EXPERIENCE,
                                    .section = "",
                                    .title = "organization"});
    meta_add(c, entry, scope_line(c, &job->setting, &job->scope, NULL));
    add_aliases(c, entry, job);
    block_add_prose(c->arena, entry, &job->summary, ROLE_BODY);
    for (size_t i = 0; i < job->positions.count; i++)
        add_position(c, entry, &job->positions.at[i]);
    add_case_links(c, entry, job);
    notes_add(c, entry, (struct str){NULL, 0}, &job->item);
}

void
fill_experience(const struct composer *c, struct block *section)
{
    add_career_chart(c, section);
    for (size_t i = 0; i < c->shown->experience.count; i++) {
        const struct experience *job = &c->shown->experience.at[i];
        if (job->has_positions)
            add_positions(c, section, job);
        else if (job->positions.count > 0)
            add_single_position(c, section, job);
    }
}

/* ---- volunteer work ---------------------------------------------------- */

void
fill_volunteer(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->volunteer.count; i++) {
        const struct volunteer *work = &c->shown->volunteer.at[i];
        struct block *entry = entry_add(c, section, &work->item);
        bool has_position = !str_is_empty(work->position.s);
        inline_add_text(c->arena, &entry->title, &work->position, 0);
        inline_add_link(c->arena,
                        has_position ? &entry->subtitle : &entry->title,
                        &work->organization, work->url.s, 0);
        entry_place(c, entry, &work->location);
        inline_add(
            c->arena, &entry->aside,
            words_range(&c->words, &work->start_date, &work->end_date, true),
            INLINE_NO_BREAK);
        entry_form(c, entry,
                   &(struct entry_form){
                       .kind = ENTRY_EXPERIENCE,
                       .section = "volunteer",
                       .title = has_position ? "position" : "organization",
                       .subtitle = has_position ? "organization" : NULL,
                       .start = &work->start_date,
                       .end = &work->end_date,
                       .is_open = true});
        block_add_prose(c->arena, entry, &work->summary, ROLE_BODY);
        block_add_highlights(&c->words, entry, &work->highlights);
        notes_add(c, entry, (struct str){NULL, 0}, &work->item);
    }
}
