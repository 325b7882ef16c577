/* Blocks that many sections are made of. */
#include "composer.h"

/* ---- words ------------------------------------------------------------- */

struct str
word_of(const struct composer *c, enum word word)
{
    return words_of(&c->words, word);
}

struct str
said(const struct composer *c, enum word word, struct str x)
{
    return locale_say(c->arena, c->words.locale, word, x);
}

struct str
counted(const struct composer *c, enum word word, struct str typed)
{
    struct decimal value = {0};
    bool is_whole = decimal_parse(typed, &value) && !value.decimals;
    return locale_counted(c->arena, c->words.locale, word,
                          is_whole && value.digits >= 0 ? value.digits : -1,
                          words_number(&c->words, typed));
}

void
separate(const struct composer *c, struct inline_text *to, enum word separator)
{
    if (to->runs.count > 0)
        inline_add(c->arena, to, word_of(c, separator), 0);
}

struct str
label_of(const struct composer *c, enum word word)
{
    return words_label(&c->words, word);
}

/* ---- entries ----------------------------------------------------------- */

struct block *
entry_add(const struct composer *c, struct block *parent,
          const struct item *item)
{
    struct block *entry = block_add(c->arena, parent, BLOCK_ENTRY);
    entry->keep_whole = true;
    entry->new_page = item->page_break.value == PAGE_BREAK_BEFORE;
    entry->unbroken = item->page_break.value == PAGE_BREAK_AVOID;
    if (item->node)
        entry->span = item->node->span;
    return entry;
}

void
logo_add(struct block *entry, const struct text *logo)
{
    if (!logo->node)
        return;
    entry->file = logo->s;
    entry->file_span = logo->node->span;
}

void
entry_place(const struct composer *c, struct block *entry,
            const struct location *location)
{
    const struct str home = c->shown->basics.location.country_code.s;
    inline_add(c->arena, &entry->place,
               words_location(&c->words, location, home), 0);
}

void
meta_add(const struct composer *c, struct block *parent, struct str text)
{
    if (str_is_empty(text))
        return;
    struct block *meta = block_add_paragraph(c->arena, parent, ROLE_META);
    inline_add_parts(c->arena, &meta->text, text, MIDDLE_DOT);
}

void
notes_add(const struct composer *c, struct block *parent, struct str name,
          const struct item *item)
{
    struct buf label = buf_new(c->arena);
    if (item->notes.blocks.count == 0)
        return;
    if (!str_is_empty(name)) {
        words_join(&label, "", word_of(c, WORD_NOTES));
        words_join_by(&c->words, &label, WORD_COMMA, name);
        buf_add(&label, str_trim(word_of(c, WORD_COLON)));
    }
    block_add_labelled(c->arena, parent, ROLE_NOTE,
                       label.len ? buf_str(&label) : label_of(c, WORD_NOTES),
                       &item->notes);
}

/* ---- labels and what they say ------------------------------------------ */

struct labelled *
line_add(const struct composer *c, struct block *section,
         const struct text *label)
{
    size_t count = section->children.count;
    struct block *lines = count ? section->children.at[count - 1] : NULL;
    if (!lines || lines->kind != BLOCK_LINES)
        lines = block_add(c->arena, section, BLOCK_LINES);
    struct labelled *line = list_add(c->arena, &lines->lines);
    inline_add_text(c->arena, &line->label, label, 0);
    return line;
}

void
fact_add(const struct composer *c, struct block *facts, enum word label,
         struct str text)
{
    if (str_is_empty(text))
        return;
    struct labelled *fact = block_add_line(c->arena, facts, word_of(c, label));
    inline_add(c->arena, &fact->text, text, 0);
}

/* ---- tables ------------------------------------------------------------ */

void
column_add(const struct composer *c, struct block *table, enum word title,
           unsigned share)
{
    *list_add(c->arena, &table->columns) =
        (struct column){.title = word_of(c, title), .share = share};
}

struct row *
row_add(const struct composer *c, struct block *table)
{
    return list_add(c->arena, &table->rows);
}

struct inline_text *
cell_add(const struct composer *c, struct row *row)
{
    return &list_add(c->arena, &row->cells)->text;
}

struct inline_text *
header_cell_add(const struct composer *c, struct row *row)
{
    struct cell *cell = list_add(c->arena, &row->cells);
    cell->is_header = true;
    return &cell->text;
}

static bool
column_is_empty(const struct block *table, size_t column)
{
    for (size_t i = 0; i < table->rows.count; i++)
        if (!inline_is_empty(&table->rows.at[i].cells.at[column].text))
            return false;
    return true;
}

static void
remove_column(struct block *table, size_t column)
{
    for (size_t i = column + 1; i < table->columns.count; i++)
        table->columns.at[i - 1] = table->columns.at[i];
    table->columns.count--;
    for (size_t i = 0; i < table->rows.count; i++) {
        struct row *row = &table->rows.at[i];
        for (size_t j = column + 1; j < row->cells.count; j++)
            row->cells.at[j - 1] = row->cells.at[j];
        row->cells.count--;
    }
}

void
table_trim(struct block *table)
{
    for (size_t i = table->columns.count; i-- > 0;)
        if (column_is_empty(table, i))
            remove_column(table, i);
}
