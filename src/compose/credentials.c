/* Education and credentials: what a portfolio opens with. */
#include "composer.h"

/* Between parts of a line that may break there. */
static const char *
comma_of(const struct composer *c)
{
    return str_terminated(c->arena, word_of(c, WORD_COMMA));
}

/* ---- education --------------------------------------------------------- */

static struct str
education_dates(const struct composer *c, const struct education *education)
{
    struct str range = words_range(&c->words, &education->start_date,
                                   &education->end_date, false);
    struct str expected = words_date(&c->words, &education->expected);
    if (str_is_empty(expected))
        return range;
    if (str_is_empty(range))
        return said(c, WORD_EXPECTED, expected);
    return str_format(c->arena, "%.*s%s%.*s", STR_ARG(range), comma_of(c),
                      STR_ARG(said(c, WORD_EXPECTED, expected)));
}

static struct str
education_details(const struct composer *c, const struct education *education)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, MIDDLE_DOT, education->concentration.s);
    words_join(&out, MIDDLE_DOT, education->honors.s);
    if (!str_is_empty(education->gpa.s))
        words_join(&out, MIDDLE_DOT, said(c, WORD_GPA, education->gpa.s));
    if (!str_is_empty(education->accreditation.s))
        words_join(&out, MIDDLE_DOT,
                   said(c, WORD_ACCREDITED, education->accreditation.s));
    return words_capitalized(c->arena, buf_str(&out));
}

static void
add_courses(const struct composer *c, struct block *entry,
            const text_list *courses)
{
    if (courses->count > 0)
        meta_add(c, entry,
                 str_format(c->arena, "%.*s%.*s%.*s",
                            STR_ARG(word_of(c, WORD_COURSES)),
                            STR_ARG(word_of(c, WORD_COLON)),
                            STR_ARG(words_list(&c->words, courses))));
}

/* Resumes have short entries; at the beginning of a career, what was done at
   school still says something. */
#define YEARS_OF_BEGINNING 5

static bool
is_brief(const struct composer *c)
{
    return composes_resume(c) && c->shown->years >= YEARS_OF_BEGINNING;
}

static void
form_education(const struct composer *c, struct block *entry,
               const struct education *education)
{
    const struct placeholder values[] = {
        {"degree", education->degree.s, NULL},
        {"area", education->area.s, NULL},
        {"gpa", education->gpa.s, NULL},
        {"honors", education->honors.s, NULL},
        {"concentration", education->concentration.s, NULL},
        {"url", education->url.s, NULL},
        {0}};
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_EDUCATION,
                                    .section = "education",
                                    .title = "degree_with_area",
                                    .subtitle = "institution",
                                    .start = &education->start_date,
                                    .end = &education->end_date,
                                    .values = values});
}

/* "MHA, Health Administration"; the two keep their places in the file. */
static void
add_degree(const struct composer *c, struct inline_text *to,
           const struct education *education)
{
    const struct text *degree = &education->degree, *area = &education->area;
    struct str pattern = word_of(c, WORD_DEGREE_WITH_AREA);
    size_t x = str_find(pattern, STR("{x}"), 0);
    size_t y = str_find(pattern, STR("{y}"), 0);
    if (str_is_empty(degree->s) || str_is_empty(area->s)) {
        inline_add_text(c->arena, to, degree, 0);
        inline_add_text(c->arena, to, area, 0);
        return;
    }
    size_t first = x < y ? x : y, last = x < y ? y : x;
    inline_add(c->arena, to, str_slice(pattern, 0, first), 0);
    inline_add_text(c->arena, to, x < y ? degree : area, 0);
    inline_add(c->arena, to, str_slice(pattern, first + 3, last), 0);
    inline_add_text(c->arena, to, x < y ? area : degree, 0);
    inline_add(c->arena, to, str_slice(pattern, last + 3, pattern.len), 0);
}

void
fill_education(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->education.count; i++) {
        const struct education *education = &c->shown->education.at[i];
        struct block *entry = entry_add(c, section, &education->item);
        logo_add(entry, &education->logo);
        add_degree(c, &entry->title, education);
        inline_add_link(c->arena, &entry->subtitle, &education->institution,
                        education->url.s, 0);
        entry_place(c, entry, &education->location);
        inline_add_parts(c->arena, &entry->aside, education_dates(c, education),
                         comma_of(c));
        form_education(c, entry, education);
        meta_add(c, entry, education_details(c, education));
        if (!is_brief(c)) {
            add_courses(c, entry, &education->courses);
            block_add_highlights(&c->words, entry, &education->highlights);
        }
        notes_add(c, entry, (struct str){NULL, 0}, &education->item);
    }
}

/* ---- certifications ---------------------------------------------------- */

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

/* Lapsed credentials stay out of resumes; the portfolio says how they stand. */
static bool
is_lapsed(const struct certification *held)
{
    return held->status.value == CERTIFICATION_EXPIRED ||
           held->status.value == CERTIFICATION_INACTIVE ||
           held->status.value == CERTIFICATION_RETIRED;
}

/* "Current", "Expired", "In progress, expected May 2026" */
static struct str
certification_status(const struct composer *c, const struct certification *held)
{
    struct str expected = words_date(&c->words, &held->expected);
    if (held->status.value == CERTIFICATION_HELD || !held->status.typed.node)
        return words_capitalized(
            c->arena,
            word_of(c, has_expired(c, held) ? WORD_EXPIRED : WORD_CURRENT));
    struct str status = words_capitalized(
        c->arena, words_choice(&c->words, &held->status, WORD_IN_PROGRESS, 4));
    if (held->status.value != CERTIFICATION_IN_PROGRESS ||
        str_is_empty(expected))
        return status;
    return str_format(c->arena, "%.*s%s%.*s", STR_ARG(status), comma_of(c),
                      STR_ARG(said(c, WORD_EXPECTED, expected)));
}

/* "Jun 2018, expires Jun 2027"; the renewal matters when no end is known. */
static struct str
certification_dates(const struct composer *c, const struct certification *held)
{
    struct buf out = buf_new(c->arena);
    struct str renewed = words_date(&c->words, &held->renewed);
    struct str expires = words_date(&c->words, &held->expires);
    if (held->status.value == CERTIFICATION_IN_PROGRESS)
        words_join_by(&c->words, &out, WORD_COMMA,
                      certification_status(c, held));
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_date(&c->words, &held->issued));
    if (!str_is_empty(expires))
        words_join_by(
            &c->words, &out, WORD_COMMA,
            said(c, has_expired(c, held) ? WORD_EXPIRED_ON : WORD_EXPIRES_ON,
                 expires));
    else if (!str_is_empty(renewed))
        words_join_by(&c->words, &out, WORD_COMMA,
                      said(c, WORD_RENEWED_ON, renewed));
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
    words_join_by(&c->words, &out, WORD_COMMA, held->issuer.s);
    words_join_by(&c->words, &out, WORD_COMMA, held->state.s);
    if (!str_is_empty(held->number.s))
        words_join_by(&c->words, &out, WORD_COMMA,
                      said(c, WORD_NUMBER, held->number.s));
    return buf_str(&out);
}

static void
add_certification_entry(const struct composer *c, struct block *section,
                        const struct certification *held)
{
    struct block *entry = entry_add(c, section, &held->item);
    logo_add(entry, &held->logo);
    add_certification_title(c, &entry->title, held);
    inline_add(c->arena, &entry->subtitle, certification_place(c, held), 0);
    inline_add_parts(c->arena, &entry->aside, certification_dates(c, held),
                     comma_of(c));
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_OTHER,
                                    .section = "certifications",
                                    .subtitle = "issuer"});
    notes_add(c, entry, (struct str){NULL, 0}, &held->item);
}

static void
add_certification_row(const struct composer *c, struct block *table,
                      const struct certification *held)
{
    struct row *row = row_add(c, table);
    struct str renewed = words_date(&c->words, &held->renewed);
    struct buf issued = buf_new(c->arena);
    add_certification_title(c, header_cell_add(c, row), held);
    inline_add(c->arena, cell_add(c, row), certification_place(c, held), 0);
    words_join_by(&c->words, &issued, WORD_COMMA,
                  words_date(&c->words, &held->issued));
    if (!str_is_empty(renewed))
        words_join_by(&c->words, &issued, WORD_COMMA,
                      said(c, WORD_RENEWED_ON, renewed));
    inline_add_parts(c->arena, cell_add(c, row), buf_str(&issued), comma_of(c));
    inline_add(c->arena, cell_add(c, row),
               words_date(&c->words, &held->expires), INLINE_NO_BREAK);
    inline_add_parts(c->arena, cell_add(c, row), certification_status(c, held),
                     comma_of(c));
}

static void
add_certification_table(const struct composer *c, struct block *section)
{
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    column_add(c, table, WORD_CREDENTIAL, 5);
    column_add(c, table, WORD_ISSUER, 3);
    column_add(c, table, WORD_ISSUED, 3);
    column_add(c, table, WORD_EXPIRES, 2);
    column_add(c, table, WORD_STATUS, 3);
    for (size_t i = 0; i < c->shown->certifications.count; i++)
        add_certification_row(c, table, &c->shown->certifications.at[i]);
    table_trim(table);
    for (size_t i = 0; i < c->shown->certifications.count; i++) {
        const struct certification *held = &c->shown->certifications.at[i];
        notes_add(c, section, certification_name(c, held), &held->item);
    }
}

void
fill_certifications(const struct composer *c, struct block *section)
{
    size_t count = c->shown->certifications.count;
    if (!composes_resume(c) && count > 0) {
        add_certification_table(c, section);
        add_credential_chart(c, section);
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (!is_lapsed(&c->shown->certifications.at[i]))
            add_certification_entry(c, section,
                                    &c->shown->certifications.at[i]);
    add_credential_chart(c, section);
}
