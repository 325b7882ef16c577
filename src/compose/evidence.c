/* Rules kept and systems run. */
#include "composer.h"

/* ---- compliance -------------------------------------------------------- */

/* "Privacy lead: yearly access-log audit" */
static void
add_part_played(const struct composer *c, struct inline_text *to,
                const struct compliance *entry)
{
    inline_add_text(c->arena, to, &entry->role, 0);
    if (entry->activity.blocks.count == 0)
        return;
    inline_separate(c->arena, to, ": ");
    inline_add_prose(c->arena, to, &entry->activity, 0);
}

/* All in one paragraph: results stand in the bullets of a resume. */
static void
add_compliance_line(const struct composer *c, struct block *section)
{
    struct block *line = block_add_paragraph(c->arena, section, ROLE_BODY);
    for (size_t i = 0; i < c->shown->compliance.count; i++) {
        const struct compliance *entry = &c->shown->compliance.at[i];
        struct buf more = buf_new(c->arena);
        words_join(&more, ", ", entry->role.s);
        words_join(&more, ", ", words_date(c->arena, &entry->date));
        inline_separate(c->arena, &line->text, "; ");
        inline_add_text(c->arena, &line->text, &entry->framework, 0);
        if (more.len > 0)
            inline_add(c->arena, &line->text,
                       str_format(c->arena, " (%.*s)", STR_ARG(buf_str(&more))),
                       0);
    }
}

static void
add_compliance_row(const struct composer *c, struct block *table,
                   const struct compliance *entry)
{
    struct row *row = row_add(c, table);
    struct inline_text *name = header_cell_add(c, row);
    inline_add_text(c->arena, name, &entry->framework, 0);
    if (!str_is_empty(entry->body.s))
        inline_separate(c->arena, name, ", ");
    inline_add_text(c->arena, name, &entry->body, 0);
    struct inline_text *part = cell_add(c, row);
    add_part_played(c, part, entry);
    inline_capitalize(c->arena, part);
    struct inline_text *result = cell_add(c, row);
    inline_add_prose(c->arena, result, &entry->result, 0);
    inline_capitalize(c->arena, result);
    inline_add(c->arena, cell_add(c, row), words_date(c->arena, &entry->date),
               INLINE_NO_BREAK);
}

static void
add_compliance_table(const struct composer *c, struct block *section)
{
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    column_add(c, table, "Framework", 3);
    column_add(c, table, "Role and activity", 4);
    column_add(c, table, "Result", 4);
    column_add(c, table, "Date", 2);
    for (size_t i = 0; i < c->shown->compliance.count; i++)
        add_compliance_row(c, table, &c->shown->compliance.at[i]);
    table_trim(table);
}

void
fill_compliance(const struct composer *c, struct block *section)
{
    size_t count = c->shown->compliance.count;
    if (count == 0)
        return;
    if (composes_resume(c))
        add_compliance_line(c, section);
    else
        add_compliance_table(c, section);
    for (size_t i = 0; i < count; i++) {
        const struct compliance *entry = &c->shown->compliance.at[i];
        notes_add(c, section, entry->framework.s, &entry->item);
    }
}

/* ---- systems ----------------------------------------------------------- */

/* "implementation lead, 3 sites, 46 people trained, 97% adoption" */
static struct str
system_details(const struct composer *c, const struct system *system)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", words_choice(c->arena, &system->role));
    words_join(&out, ", ", system->level.s);
    words_join(&out, ", ", system->scope.s);
    if (system->trained.given)
        words_join(
            &out, ", ",
            str_format(c->arena, "%.*s people trained",
                       STR_ARG(words_count(c->arena, system->trained.value))));
    if (!str_is_empty(system->adoption.s))
        words_join(
            &out, ", ",
            str_format(c->arena, "adoption %.*s", STR_ARG(system->adoption.s)));
    return buf_str(&out);
}

/* Behind a name on a resume: "scheduling, billing; implementation lead". */
static struct str
system_brief(const struct composer *c, const struct system *system)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", words_list(c->arena, &system->modules));
    words_join(&out, "; ", words_choice(c->arena, &system->role));
    if (system->role.value <= SYSTEM_ROLE_UNKNOWN)
        words_join(&out, "; ", system->level.s);
    return buf_str(&out);
}

/* All in one paragraph. */
static void
add_systems_line(const struct composer *c, struct block *section)
{
    struct block *line = block_add_paragraph(c->arena, section, ROLE_BODY);
    for (size_t i = 0; i < c->shown->systems.count; i++) {
        const struct system *system = &c->shown->systems.at[i];
        struct str brief = system_brief(c, system);
        inline_separate(c->arena, &line->text, "; ");
        inline_add_text(c->arena, &line->text, &system->name, 0);
        if (!str_is_empty(brief))
            inline_add(c->arena, &line->text,
                       str_format(c->arena, " (%.*s)", STR_ARG(brief)), 0);
    }
}

static struct str
system_kind(const struct composer *c, const struct system *system)
{
    if (system->kind.value == SYSTEM_EHR)
        return STR("EHR");
    if (system->kind.value == SYSTEM_OTHER)
        return (struct str){NULL, 0};
    return words_capitalized(c->arena, words_choice(c->arena, &system->kind));
}

static void
add_system_row(const struct composer *c, struct block *table,
               const struct system *system)
{
    struct row *row = row_add(c, table);
    struct buf what = buf_new(c->arena);
    words_join(&what, ": ", system_kind(c, system));
    words_join(&what, ": ", words_list(c->arena, &system->modules));
    inline_add_text(c->arena, header_cell_add(c, row), &system->name, 0);
    inline_add(c->arena, cell_add(c, row),
               words_capitalized(c->arena, buf_str(&what)), 0);
    inline_add(c->arena, cell_add(c, row),
               words_capitalized(c->arena, system_details(c, system)), 0);
    inline_add(c->arena, cell_add(c, row),
               words_date(c->arena, &system->go_live), INLINE_NO_BREAK);
}

static void
add_systems_table(const struct composer *c, struct block *section)
{
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    column_add(c, table, "System", 3);
    column_add(c, table, "Kind and modules", 4);
    column_add(c, table, "Role and reach", 4);
    column_add(c, table, "Go-live", 2);
    for (size_t i = 0; i < c->shown->systems.count; i++)
        add_system_row(c, table, &c->shown->systems.at[i]);
    table_trim(table);
}

void
fill_systems(const struct composer *c, struct block *section)
{
    size_t count = c->shown->systems.count;
    if (count == 0)
        return;
    if (composes_resume(c))
        add_systems_line(c, section);
    else
        add_systems_table(c, section);
    for (size_t i = 0; i < count; i++) {
        const struct system *system = &c->shown->systems.at[i];
        notes_add(c, section, system->name.s, &system->item);
    }
}
