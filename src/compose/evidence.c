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
    separate(c, to, WORD_COLON);
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
        words_join_by(&c->words, &more, WORD_COMMA, entry->role.s);
        words_join_by(&c->words, &more, WORD_COMMA,
                      words_date(&c->words, &entry->date));
        separate(c, &line->text, WORD_SEMICOLON);
        inline_add_text(c->arena, &line->text, &entry->framework, 0);
        if (more.len > 0)
            inline_add(c->arena, &line->text,
                       said(c, WORD_PARENTHESES, buf_str(&more)), 0);
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
        separate(c, name, WORD_COMMA);
    inline_add_text(c->arena, name, &entry->body, 0);
    struct inline_text *part = cell_add(c, row);
    add_part_played(c, part, entry);
    inline_capitalize(c->arena, part);
    struct inline_text *result = cell_add(c, row);
    inline_add_prose(c->arena, result, &entry->result, 0);
    inline_capitalize(c->arena, result);
    inline_add(c->arena, cell_add(c, row), words_date(&c->words, &entry->date),
               INLINE_NO_BREAK);
}

static void
add_compliance_table(const struct composer *c, struct block *section)
{
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    column_add(c, table, WORD_FRAMEWORK, 3);
    column_add(c, table, WORD_ROLE_AND_ACTIVITY, 4);
    column_add(c, table, WORD_RESULT, 4);
    column_add(c, table, WORD_DATE, 2);
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
    words_join_by(
        &c->words, &out, WORD_COMMA,
        words_choice(&c->words, &system->role, WORD_IMPLEMENTATION_LEAD, 5));
    words_join_by(&c->words, &out, WORD_COMMA, system->level.s);
    words_join_by(&c->words, &out, WORD_COMMA, system->scope.s);
    if (system->trained.given)
        words_join_by(&c->words, &out, WORD_COMMA,
                      locale_count_of(c->arena, c->words.locale, WORD_TRAINED,
                                      system->trained.value));
    if (!str_is_empty(system->adoption.s))
        words_join_by(&c->words, &out, WORD_COMMA,
                      said(c, WORD_ADOPTION_OF,
                           words_number(&c->words, system->adoption.s)));
    return buf_str(&out);
}

/* Behind a name on a resume: "scheduling, billing; implementation lead". */
static struct str
system_brief(const struct composer *c, const struct system *system)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_list(&c->words, &system->modules));
    words_join_by(
        &c->words, &out, WORD_SEMICOLON,
        words_choice(&c->words, &system->role, WORD_IMPLEMENTATION_LEAD, 5));
    if (system->role.value <= SYSTEM_ROLE_UNKNOWN)
        words_join_by(&c->words, &out, WORD_SEMICOLON, system->level.s);
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
        separate(c, &line->text, WORD_SEMICOLON);
        inline_add_text(c->arena, &line->text, &system->name, 0);
        if (!str_is_empty(brief))
            inline_add(c->arena, &line->text, said(c, WORD_PARENTHESES, brief),
                       0);
    }
}

static struct str
system_kind(const struct composer *c, const struct system *system)
{
    if (system->kind.value == SYSTEM_OTHER)
        return (struct str){NULL, 0};
    return words_capitalized(
        c->arena, words_choice(&c->words, &system->kind, WORD_SYSTEM_EHR, 6));
}

static void
add_system_row(const struct composer *c, struct block *table,
               const struct system *system)
{
    struct row *row = row_add(c, table);
    struct buf what = buf_new(c->arena);
    words_join_by(&c->words, &what, WORD_COLON, system_kind(c, system));
    words_join_by(&c->words, &what, WORD_COLON,
                  words_list(&c->words, &system->modules));
    inline_add_text(c->arena, header_cell_add(c, row), &system->name, 0);
    inline_add(c->arena, cell_add(c, row),
               words_capitalized(c->arena, buf_str(&what)), 0);
    inline_add(c->arena, cell_add(c, row),
               words_capitalized(c->arena, system_details(c, system)), 0);
    inline_add(c->arena, cell_add(c, row),
               words_date(&c->words, &system->go_live), INLINE_NO_BREAK);
}

static void
add_systems_table(const struct composer *c, struct block *section)
{
    struct block *table = block_add(c->arena, section, BLOCK_TABLE);
    column_add(c, table, WORD_SYSTEM, 3);
    column_add(c, table, WORD_KIND_AND_MODULES, 4);
    column_add(c, table, WORD_ROLE_AND_REACH, 4);
    column_add(c, table, WORD_GO_LIVE, 2);
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
