/* Sections of the person's own: texts, lines and entries in any order. */
#include "composer.h"

static void
add_line(const struct composer *c, struct block *section,
         const struct custom_entry *entry)
{
    if (str_is_empty(entry->label.s) && !entry->details.blocks.count)
        return;
    struct labelled *line = line_add(c, section, &entry->label);
    inline_add_prose(c->arena, &line->text, &entry->details, 0);
}

static void
add_entry(const struct composer *c, struct block *section,
          const struct custom_entry *from)
{
    struct block *entry = entry_add(c, section, &from->item);
    struct str dates = words_date(&c->words, &from->date);
    if (str_is_empty(dates))
        dates =
            words_range(&c->words, &from->start_date, &from->end_date, false);
    inline_add_link(c->arena, &entry->title, &from->title, from->url.s, 0);
    inline_add_text(c->arena, &entry->subtitle, &from->subtitle, 0);
    entry_place(c, entry, &from->location);
    inline_add(c->arena, &entry->aside, dates, INLINE_NO_BREAK);
    entry_form(c, entry,
               &(struct entry_form){.kind = ENTRY_OTHER,
                                    .section = "custom",
                                    .start = &from->start_date,
                                    .end = &from->end_date});
    add_line(c, entry, from);
    block_add_prose(c->arena, entry, &from->text, ROLE_BODY);
    block_add_prose(c->arena, entry, &from->summary, ROLE_BODY);
    block_add_highlights(&c->words, entry, &from->highlights);
}

/* Texts one below the other are a list; one alone is a paragraph. */
static bool
is_in_list(const struct custom_section *custom, size_t i)
{
    const struct custom_entry *entries = custom->entries.at;
    bool has_before = i > 0 && entries[i - 1].shape == CUSTOM_TEXT;
    bool has_after =
        i + 1 < custom->entries.count && entries[i + 1].shape == CUSTOM_TEXT;
    return has_before || has_after;
}

static void
add_text(const struct composer *c, struct block *section,
         const struct custom_section *custom, size_t i)
{
    const struct custom_entry *entry = &custom->entries.at[i];
    if (!is_in_list(custom, i)) {
        block_add_prose(c->arena, section, &entry->text, ROLE_BODY);
        return;
    }
    size_t count = section->children.count;
    struct block *list = count ? section->children.at[count - 1] : NULL;
    if (!list || list->kind != BLOCK_LIST)
        list = block_add(c->arena, section, BLOCK_LIST);
    struct block *item = block_add(c->arena, list, BLOCK_ITEM);
    inline_add_prose(c->arena, &item->text, &entry->text, 0);
    if (entry->item.node)
        item->span = entry->item.node->span;
}

static void
fill(const struct composer *c, struct block *section,
     const struct custom_section *custom)
{
    for (size_t i = 0; i < custom->entries.count; i++) {
        const struct custom_entry *entry = &custom->entries.at[i];
        if (entry->shape == CUSTOM_TEXT)
            add_text(c, section, custom, i);
        else if (entry->shape == CUSTOM_ONE_LINE)
            add_line(c, section, entry);
        else
            add_entry(c, section, entry);
        notes_add(c, section, (struct str){NULL, 0}, &entry->item);
    }
    notes_add(c, section, (struct str){NULL, 0}, &custom->item);
}

/* It stands elsewhere: its id is in the list of sections. */
static bool
is_named(const struct composer *c, const struct custom_section *custom)
{
    const struct edition *edition = c->edition;
    bool is_resume = composes_resume(c);
    const struct str *ids = is_resume ? edition->resume_sections.at
                                      : edition->portfolio_sections.at;
    size_t count = is_resume ? edition->resume_sections.count
                             : edition->portfolio_sections.count;
    return custom->item.id.s.len && str_among(custom->item.id.s, ids, count);
}

void
add_custom_sections(const struct composer *c, struct str id)
{
    for (size_t i = 0; i < c->shown->custom.count; i++) {
        const struct custom_section *custom = &c->shown->custom.at[i];
        bool is_here =
            id.len ? str_equal(custom->item.id.s, id) : !is_named(c, custom);
        if (!is_here)
            continue;
        struct block *section = section_open(c, STR("custom"), custom->title.s);
        section->anchor = str_format(c->arena, "custom-%zu", i + 1);
        fill(c, section, custom);
        if (section->children.count > 0)
            *list_add(c->arena, &c->document->blocks) = section;
    }
}
