/* Education and credentials: what a portfolio opens with. */
#include "composer.h"

/* ---- education --------------------------------------------------------- */

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
    return words_capitalized(c->arena, buf_str(&out));
}

static void
add_courses(const struct composer *c, struct block *entry,
            const text_list *courses)
{
    if (courses->count > 0)
        meta_add(c, entry,
                 str_format(c->arena, "Courses: %.*s",
                            STR_ARG(words_list(c->arena, courses))));
}

/* Resumes have short entries; at the beginning of a career, what was done at
   school still says something. */
#define YEARS_OF_BEGINNING 5

static bool
is_brief(const struct composer *c)
{
    return composes_resume(c) && c->shown->years >= YEARS_OF_BEGINNING;
}

void
fill_education(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->education.count; i++) {
        const struct education *education = &c->shown->education.at[i];
        struct block *entry = entry_add(c, section, &education->item);
        inline_add_text(c->arena, &entry->title, &education->degree, 0);
        if (!str_is_empty(education->area.s))
            inline_separate(c->arena, &entry->title, ", ");
        inline_add_text(c->arena, &entry->title, &education->area, 0);
        inline_add_link(c->arena, &entry->subtitle, &education->institution,
                        education->url.s, 0);
        entry_place(c, entry, &education->location);
        inline_add_parts(c->arena, &entry->aside, education_dates(c, education),
                         ", ");
        meta_add(c, entry, education_details(c, education));
        if (!is_brief(c)) {
            add_courses(c, entry, &education->courses);
            block_add_highlights(c->arena, entry, &education->highlights);
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
    struct str expected = words_date(c->arena, &held->expected);
    if (held->status.value == CERTIFICATION_HELD || !held->status.typed.node)
        return has_expired(c, held) ? STR("Expired") : STR("Current");
    struct str status =
        words_capitalized(c->arena, words_choice(c->arena, &held->status));
    if (held->status.value != CERTIFICATION_IN_PROGRESS ||
        str_is_empty(expected))
        return status;
    return str_format(c->arena, "%.*s, expected %.*s", STR_ARG(status),
                      STR_ARG(expected));
}

/* "Jun 2018, expires Jun 2027"; the renewal matters when no end is known. */
static struct str
certification_dates(const struct composer *c, const struct certification *held)
{
    struct buf out = buf_new(c->arena);
    struct str renewed = words_date(c->arena, &held->renewed);
    struct str expires = words_date(c->arena, &held->expires);
    if (held->status.value == CERTIFICATION_IN_PROGRESS)
        words_join(&out, ", ", certification_status(c, held));
    words_join(&out, ", ", words_date(c->arena, &held->issued));
    if (!str_is_empty(expires))
        words_join(&out, ", ",
                   str_format(c->arena, "%s %.*s",
                              has_expired(c, held) ? "expired" : "expires",
                              STR_ARG(expires)));
    else if (!str_is_empty(renewed))
        words_join(&out, ", ",
                   str_format(c->arena, "renewed %.*s", STR_ARG(renewed)));
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
add_certification_entry(const struct composer *c, struct block *section,
                        const struct certification *held)
{
    struct block *entry = entry_add(c, section, &held->item);
    add_certification_title(c, &entry->title, held);
    inline_add(c->arena, &entry->subtitle, certification_place(c, held), 0);
    inline_add_parts(c->arena, &entry->aside, certification_dates(c, held),
                     ", ");
    notes_add(c, entry, (struct str){NULL, 0}, &held->item);
}

static void
add_certification_row(const struct composer *c, struct block *table,
                      const struct certification *held)
{
    struct row *row = row_add(c, table);
    struct str renewed = words_date(c->arena, &held->renewed);
    struct buf issued = buf_new(c->arena);
    add_certification_title(c, header_cell_add(c, row), held);
    inline_add(c->arena, cell_add(c, row), certification_place(c, held), 0);
    words_join(&issued, ", ", words_date(c->arena, &held->issued));
    if (!str_is_empty(renewed))
        words_join(&issued, ", ",
                   str_format(c->arena, "renewed %.*s", STR_ARG(renewed)));
    inline_add_parts(c->arena, cell_add(c, row), buf_str(&issued), ", ");
    inline_add(c->arena, cell_add(c, row), words_date(c->arena, &held->expires),
               INLINE_NO_BREAK);
    inline_add_parts(c->arena, cell_add(c, row), certification_status(c, held),
                     ", ");
}

static void
add_certification_table(const struct composer *c, struct block *section)
{
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    column_add(c, table, "Credential", 5);
    column_add(c, table, "Issuer", 3);
    column_add(c, table, "Issued", 3);
    column_add(c, table, "Expires", 2);
    column_add(c, table, "Status", 3);
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
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (!is_lapsed(&c->shown->certifications.at[i]))
            add_certification_entry(c, section,
                                    &c->shown->certifications.at[i]);
}
