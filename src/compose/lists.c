/* Sections told in lines: learning, belonging, skills and their like. */
#include <stdlib.h>

#include "composer.h"

/* ---- development and memberships --------------------------------------- */

#define NEWEST_IN_RESUME 3

static int
compare_newest(const void *a, const void *b)
{
    const struct development *const *x = a, *const *y = b;
    int order = date_compare(&(*y)->date, &(*x)->date);
    if (order != 0)
        return order;
    return (*x > *y) - (*x < *y); /* as in the file */
}

/* By date, newest first. */
static const struct development **
newest_first(const struct composer *c)
{
    size_t count = c->shown->development.count;
    const struct development **order =
        ARENA_ARRAY(c->arena, count, const struct development *);
    for (size_t i = 0; i < count; i++)
        order[i] = &c->shown->development.at[i];
    if (count > 1)
        qsort(order, count, sizeof order[0], compare_newest);
    return order;
}

static struct str
development_details(const struct composer *c, const struct development *course)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_COMMA, course->provider.s);
    if (course->hours.given)
        words_join_by(&c->words, &out, WORD_COMMA,
                      counted(c, WORD_COURSE_HOURS, course->hours.typed.s));
    if (!composes_resume(c) && course->topic.value > TOPIC_UNKNOWN &&
        course->topic.value < TOPIC_OTHER)
        words_join_by(
            &c->words, &out, WORD_COMMA,
            words_choice(&c->words, &course->topic, WORD_TOPIC_LAW, 7));
    return buf_str(&out);
}

static void
add_course(const struct composer *c, struct block *section,
           const struct development *course)
{
    struct block *entry = entry_add(c, section, &course->item);
    inline_add_link(c->arena, &entry->title, &course->title, course->url.s, 0);
    inline_add(c->arena, &entry->subtitle, development_details(c, course), 0);
    inline_add(c->arena, &entry->aside, words_date(&c->words, &course->date),
               INLINE_NO_BREAK);
    entry_form(
        c, entry,
        &(struct entry_form){.kind = ENTRY_OTHER, .section = "development"});
    notes_add(c, entry, (struct str){NULL, 0}, &course->item);
}

void
fill_development(const struct composer *c, struct block *section)
{
    size_t count = c->shown->development.count;
    const struct development **order = newest_first(c);
    if (composes_resume(c) && count > NEWEST_IN_RESUME)
        count = NEWEST_IN_RESUME;
    for (size_t i = 0; i < count; i++)
        add_course(c, section, order[i]);
}

/* "since 2018", "2016 – 2019" */
static struct str
membership_dates(const struct composer *c, const struct membership *member)
{
    bool is_open = !member->until.year;
    struct str since = words_date(&c->words, &member->since);
    if (is_open && !str_is_empty(since) && !member->since.is_present)
        return said(c, WORD_SINCE, since);
    return words_range(&c->words, &member->since, &member->until, false);
}

static void
add_member(const struct composer *c, struct block *section,
           const struct membership *member)
{
    struct block *entry = entry_add(c, section, &member->item);
    inline_add_text(c->arena, &entry->title, &member->organization, 0);
    inline_add_text(c->arena, &entry->subtitle, &member->role, 0);
    inline_add(c->arena, &entry->aside, membership_dates(c, member),
               INLINE_NO_BREAK);
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_OTHER,
                                    .section = "memberships",
                                    .start = &member->since,
                                    .end = &member->until,
                                    .is_open = true});
    meta_add(c, entry,
             words_capitalized(c->arena,
                               words_list(&c->words, &member->activities)));
    notes_add(c, entry, (struct str){NULL, 0}, &member->item);
}

/* On a resume all stand in one paragraph: "PAHCOM (Member, since 2018)". */
static void
add_member_brief(const struct composer *c, struct inline_text *to,
                 const struct membership *member)
{
    struct buf more = buf_new(c->arena);
    words_join_by(&c->words, &more, WORD_COMMA, member->role.s);
    words_join_by(&c->words, &more, WORD_COMMA, membership_dates(c, member));
    separate(c, to, WORD_SEMICOLON);
    inline_add_text(c->arena, to, &member->organization, 0);
    if (more.len > 0)
        inline_add(c->arena, to, said(c, WORD_PARENTHESES, buf_str(&more)), 0);
}

void
fill_memberships(const struct composer *c, struct block *section)
{
    size_t count = c->shown->memberships.count;
    struct block *line = NULL;
    if (composes_resume(c) && count > 0)
        line = block_add_paragraph(c->arena, section, ROLE_BODY);
    for (size_t i = 0; i < count; i++)
        if (line)
            add_member_brief(c, &line->text, &c->shown->memberships.at[i]);
        else
            add_member(c, section, &c->shown->memberships.at[i]);
}

/* ---- skills and languages ---- */

/* The case or sample that proves a skill, as a link to it. */
static void
add_evidence(const struct composer *c, struct labelled *line,
             const struct skill *skill)
{
    struct str before =
        str_format(c->arena, " (%.*s ", STR_ARG(word_of(c, WORD_SHOWN_IN)));
    bool any = false;
    for (size_t i = 0; i < skill->evidence.count; i++) {
        size_t study = case_index(c, skill->evidence.at[i].s);
        size_t sample = sample_index(c, skill->evidence.at[i].s);
        if (study == SIZE_MAX && sample == SIZE_MAX)
            continue;
        inline_add(c->arena, &line->text, before, INLINE_MUTED);
        if (study != SIZE_MAX)
            inline_add_target(c->arena, &line->text,
                              c->shown->case_studies.at[study].title.s,
                              case_anchor(c, study));
        else
            inline_add_target(c->arena, &line->text,
                              c->shown->work_samples.at[sample].title.s,
                              sample_anchor(c, sample));
        before = word_of(c, WORD_SEMICOLON);
        any = true;
    }
    if (any)
        inline_add(c->arena, &line->text, STR(")"), INLINE_MUTED);
}

static void
add_skill(const struct composer *c, struct block *section,
          const struct skill *skill)
{
    struct labelled *line = line_add(c, section, &skill->name);
    inline_add(c->arena, &line->text, words_list(&c->words, &skill->keywords),
               0);
    if (!str_is_empty(skill->level.s)) {
        separate(c, &line->text, WORD_SEMICOLON);
        inline_add_text(c->arena, &line->text, &skill->level, 0);
    }
    if (!composes_resume(c))
        add_evidence(c, line, skill);
}

/* A name, and a level at most. */
static bool
is_bare(const struct composer *c, const struct skill *skill)
{
    return skill->keywords.count == 0 && !str_is_empty(skill->name.s) &&
           (composes_resume(c) || skill->evidence.count == 0);
}

/* Bare skills share a line: "Billing, Excel (expert)". */
static void
add_bare_skill(const struct composer *c, struct inline_text *to,
               const struct skill *skill)
{
    separate(c, to, WORD_COMMA);
    inline_add_text(c->arena, to, &skill->name, 0);
    if (!str_is_empty(skill->level.s))
        inline_add(c->arena, to, said(c, WORD_PARENTHESES, skill->level.s), 0);
}

static void
add_skills(const struct composer *c, struct block *section,
           const struct skill *const *skills, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && is_bare(c, skills[end]);)
            end++;
        if (end < i + 2) {
            end = i + 1;
            add_skill(c, section, skills[i]);
            continue;
        }
        struct labelled *line = line_add(c, section, &(struct text){0});
        for (size_t k = i; k < end; k++)
            add_bare_skill(c, &line->text, skills[k]);
    }
}

void
fill_skills(const struct composer *c, struct block *section)
{
    const struct skills_options *options = &c->shown->skills_options;
    size_t most = SIZE_MAX, count = 0;
    const struct skill **skills =
        ARENA_ARRAY(c->arena, c->shown->skills.count, const struct skill *);
    if (options->max.given && options->max.value >= 0)
        most = (size_t)options->max.value;
    for (size_t i = 0; i < c->shown->skills.count && count < most; i++) {
        const struct skill *skill = &c->shown->skills.at[i];
        if (!options->evidence_only.value || skill->evidence.count > 0)
            skills[count++] = skill;
    }
    add_skills(c, section, skills, count);
    add_skill_chart(c, section);
    for (size_t i = 0; i < c->shown->skills.count; i++)
        notes_add(c, section, c->shown->skills.at[i].name.s,
                  &c->shown->skills.at[i].item);
}

void
fill_languages(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->languages.count; i++) {
        const struct language *language = &c->shown->languages.at[i];
        struct labelled *line = line_add(c, section, &language->language);
        struct buf text = buf_new(c->arena);
        words_join_by(&c->words, &text, WORD_COMMA, language->fluency.s);
        words_join_by(&c->words, &text, WORD_SEMICOLON,
                      words_list(&c->words, &language->keywords));
        inline_add(c->arena, &line->text, buf_str(&text), 0);
    }
    for (size_t i = 0; i < c->shown->languages.count; i++)
        notes_add(c, section, c->shown->languages.at[i].language.s,
                  &c->shown->languages.at[i].item);
}

/* ---- awards, publications, breaks ---- */

void
fill_awards(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->awards.count; i++) {
        const struct award *award = &c->shown->awards.at[i];
        struct block *entry = entry_add(c, section, &award->item);
        inline_add_link(c->arena, &entry->title, &award->title, award->url.s,
                        0);
        inline_add_text(c->arena, &entry->subtitle, &award->awarder, 0);
        inline_add(c->arena, &entry->aside, words_date(&c->words, &award->date),
                   INLINE_NO_BREAK);
        entry_form(
            c, entry,
            &(struct entry_form){.kind = ENTRY_OTHER, .section = "awards"});
        if (!composes_resume(c))
            block_add_prose(c->arena, entry, &award->summary, ROLE_BODY);
        notes_add(c, entry, (struct str){NULL, 0}, &award->item);
    }
}

static struct str
doi_url(const struct composer *c, const struct publication *publication)
{
    struct str doi = publication->doi.s;
    if (str_is_empty(doi) || str_starts(doi, STR("http")))
        return doi;
    return str_format(c->arena, "https://doi.org/%.*s", STR_ARG(doi));
}

/* "R. Castellan, D. Okpara", and where the text lies for good. */
static void
add_publication_meta(const struct composer *c, struct block *entry,
                     const struct publication *publication)
{
    struct inline_text meta = {0};
    for (size_t i = 0; i < publication->authors.count; i++) {
        separate(c, &meta, WORD_COMMA);
        inline_add_prose(c->arena, &meta, &publication->authors.at[i], 0);
    }
    if (!str_is_empty(publication->doi.s)) {
        struct str url = doi_url(c, publication);
        const struct text doi = {.s = words_url(url),
                                 .node = publication->doi.node};
        inline_separate(c->arena, &meta, MIDDLE_DOT);
        inline_add_link(c->arena, &meta, &doi, url, 0);
    }
    if (!inline_is_empty(&meta))
        block_add_paragraph(c->arena, entry, ROLE_META)->text = meta;
}

static void
form_publication(const struct composer *c, struct block *entry,
                 const struct publication *publication)
{
    struct inline_text authors = {0};
    for (size_t i = 0; i < publication->authors.count; i++) {
        inline_separate(c->arena, &authors, ", ");
        inline_add_prose(c->arena, &authors, &publication->authors.at[i], 0);
    }
    const struct placeholder values[] = {
        {"authors", {NULL, 0}, &authors},
        {"doi", publication->doi.s, NULL},
        {"url", publication->url.s, NULL},
        {"journal", publication->publisher.s, NULL},
        {0}};
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_PUBLICATION,
                                    .section = "publications",
                                    .subtitle = "publisher",
                                    .values = values});
}

static void
add_publication(const struct composer *c, struct block *section,
                const struct publication *publication)
{
    struct block *entry = entry_add(c, section, &publication->item);
    struct str url = publication->url.s;
    inline_add_link(c->arena, &entry->title, &publication->title,
                    str_is_empty(url) ? doi_url(c, publication) : url, 0);
    inline_add_text(c->arena, &entry->subtitle, &publication->publisher, 0);
    inline_add(c->arena, &entry->aside,
               words_date(&c->words, &publication->date), INLINE_NO_BREAK);
    form_publication(c, entry, publication);
    if (!composes_resume(c)) {
        add_publication_meta(c, entry, publication);
        block_add_prose(c->arena, entry, &publication->summary, ROLE_BODY);
    }
    notes_add(c, entry, (struct str){NULL, 0}, &publication->item);
}

void
fill_publications(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->publications.count; i++)
        add_publication(c, section, &c->shown->publications.at[i]);
}

void
fill_career_breaks(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->career_breaks.count; i++) {
        const struct career_break *gap = &c->shown->career_breaks.at[i];
        struct block *entry = entry_add(c, section, &gap->item);
        if (str_is_empty(gap->reason.s))
            inline_add(c->arena, &entry->title, word_of(c, WORD_CAREER_BREAK),
                       0);
        else
            inline_add_text(c->arena, &entry->title, &gap->reason, 0);
        inline_add(c->arena, &entry->aside,
                   words_range(&c->words, &gap->start, &gap->end, true),
                   INLINE_NO_BREAK);
        entry_form(c, entry,
                   &(struct entry_form){.kind = ENTRY_OTHER,
                                        .section = "career_breaks",
                                        .start = &gap->start,
                                        .end = &gap->end,
                                        .is_open = true});
        notes_add(c, entry, (struct str){NULL, 0}, &gap->item);
    }
}
