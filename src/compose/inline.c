#include "inline.h"

#include "words.h"

void
inline_add(struct arena *arena, struct inline_text *to, struct str text,
           unsigned style)
{
    if (str_is_empty(text))
        return;
    *list_add(arena, &to->runs) =
        (struct inline_run){.text = text, .style = style, .span = SPAN_NONE};
}

void
inline_add_link(struct arena *arena, struct inline_text *to,
                const struct text *text, struct str url, unsigned style)
{
    if (str_is_empty(text->s))
        return;
    *list_add(arena, &to->runs) = (struct inline_run){
        .text = text->s,
        .style = style,
        .url = url,
        .span = node_span(text->node),
    };
}

void
inline_add_text(struct arena *arena, struct inline_text *to,
                const struct text *text, unsigned style)
{
    inline_add_link(arena, to, text, (struct str){NULL, 0}, style);
}

void
inline_add_target(struct arena *arena, struct inline_text *to, struct str text,
                  struct str target)
{
    if (str_is_empty(text))
        return;
    *list_add(arena, &to->runs) =
        (struct inline_run){.text = text, .target = target, .span = SPAN_NONE};
}

static unsigned
style_of(const struct prose_run *run)
{
    unsigned style = 0;
    if (run->style & PROSE_EMPHASIS)
        style |= INLINE_EMPHASIS;
    if (run->style & PROSE_STRONG)
        style |= INLINE_STRONG;
    if (run->style & PROSE_CODE)
        style |= INLINE_CODE;
    return style;
}

static void
add_block_runs(struct arena *arena, struct inline_text *to,
               const struct prose *prose, const struct prose_block *block,
               unsigned style)
{
    for (size_t i = 0; i < block->run_count; i++) {
        const struct prose_run *run = &prose->runs.at[block->first_run + i];
        *list_add(arena, &to->runs) = (struct inline_run){
            .text = str_slice(prose->plain, run->from, run->to),
            .style = style_of(run) | style,
            .url = run->url,
            .span = node_span(prose->node),
        };
    }
}

void
inline_add_prose(struct arena *arena, struct inline_text *to,
                 const struct prose *prose, unsigned style)
{
    for (size_t i = 0; i < prose->blocks.count; i++) {
        if (i > 0)
            inline_add(arena, to, STR(" "), style);
        add_block_runs(arena, to, prose, &prose->blocks.at[i], style);
    }
}

void
inline_separate(struct arena *arena, struct inline_text *to,
                const char *separator)
{
    if (to->runs.count > 0)
        inline_add(arena, to, str_from(separator), 0);
}

void
inline_capitalize(struct arena *arena, struct inline_text *text)
{
    if (text->runs.count > 0)
        text->runs.at[0].text = words_capitalized(arena, text->runs.at[0].text);
}

static void
add_runs(struct arena *arena, struct inline_text *to,
         const struct inline_text *from)
{
    for (size_t i = 0; i < from->runs.count; i++)
        *list_add(arena, &to->runs) = from->runs.at[i];
}

/* " (text)", around runs that keep their styles. */
static void
add_in_parentheses(const struct words *w, struct inline_text *to,
                   const struct inline_text *text)
{
    struct str pattern = words_of(w, WORD_PARENTHESES);
    size_t at = str_find(pattern, STR("{x}"), 0);
    inline_add(w->arena, to, str_slice(pattern, 0, at), 0);
    add_runs(w->arena, to, text);
    inline_add(w->arena, to, str_slice(pattern, at + 3, pattern.len), 0);
}

void
inline_add_block(const struct words *w, struct inline_text *to,
                 const struct block *block)
{
    struct arena *arena = w->arena;
    add_runs(arena, to, &block->text);
    for (size_t i = 0; i < block->lines.count; i++) {
        const struct labelled *line = &block->lines.at[i];
        if (to->runs.count > 0)
            inline_add(arena, to, words_of(w, WORD_SEMICOLON), 0);
        add_runs(arena, to, &line->label);
        if (line->text.runs.count > 0)
            add_in_parentheses(w, to, &line->text);
    }
}

bool
inline_is_empty(const struct inline_text *text)
{
    return text->runs.count == 0;
}

/* Longer parts than this may break: they would leave gaps. */
#define LONGEST_PART 44

void
inline_add_parts(struct arena *arena, struct inline_text *to, struct str text,
                 const char *separator)
{
    const struct str between = str_from(separator);
    while (!str_is_empty(text)) {
        size_t end = str_find(text, between, 0);
        struct str part = text;
        if (end != SIZE_MAX)
            part = str_slice(text, 0, end);
        inline_add(arena, to, part,
                   part.len <= LONGEST_PART ? INLINE_NO_BREAK : 0);
        if (end == SIZE_MAX)
            return;
        inline_add(arena, to, between, 0);
        text = str_slice(text, end + between.len, text.len);
    }
}

/* ---- blocks ------------------------------------------------------------ */

struct block *
block_new(struct arena *arena, enum block_kind kind, struct str section)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = kind;
    block->section = section;
    block->span = SPAN_NONE;
    return block;
}

struct block *
block_add(struct arena *arena, struct block *parent, enum block_kind kind)
{
    struct block *block = block_new(arena, kind, parent->section);
    block->level = parent->level + 1;
    *list_add(arena, &parent->children) = block;
    return block;
}

struct block *
block_add_paragraph(struct arena *arena, struct block *parent,
                    enum paragraph_role role)
{
    struct block *block = block_add(arena, parent, BLOCK_PARAGRAPH);
    block->role = role;
    return block;
}

static struct block *
last_child(const struct block *block)
{
    size_t count = block->children.count;
    return count ? block->children.at[count - 1] : NULL;
}

/* The list that the parent ends with, or a new one. */
static struct block *
list_at_end(struct arena *arena, struct block *parent, bool ordered)
{
    struct block *list = last_child(parent);
    if (list && list->kind == BLOCK_LIST && list->ordered == ordered)
        return list;
    list = block_add(arena, parent, BLOCK_LIST);
    list->ordered = ordered;
    return list;
}

/* Where an item goes. Deeper lists than two are set as the second: that is all
   a page of this kind bears. */
static struct block *
list_for(struct arena *arena, struct block *parent,
         const struct prose_block *item)
{
    bool ordered = item->kind == PROSE_NUMBERED;
    struct block *outer = last_child(parent);
    bool is_nested = item->depth > 0 && outer && outer->kind == BLOCK_LIST &&
                     last_child(outer);
    if (is_nested)
        return list_at_end(arena, last_child(outer), ordered);
    return list_at_end(arena, parent, ordered);
}

/* One block of prose as a child. */
static void
add_prose_block(struct arena *arena, struct block *parent,
                const struct prose *prose, const struct prose_block *from,
                enum paragraph_role role)
{
    struct block *block;
    if (from->kind == PROSE_PARAGRAPH)
        block = block_add_paragraph(arena, parent, role);
    else
        block = block_add(arena, list_for(arena, parent, from), BLOCK_ITEM);
    block->span = node_span(prose->node);
    add_block_runs(arena, &block->text, prose, from, 0);
}

void
block_add_prose(struct arena *arena, struct block *parent,
                const struct prose *prose, enum paragraph_role role)
{
    for (size_t i = 0; i < prose->blocks.count; i++)
        add_prose_block(arena, parent, prose, &prose->blocks.at[i], role);
}

void
block_add_labelled(struct arena *arena, struct block *parent,
                   enum paragraph_role role, struct str label,
                   const struct prose *prose)
{
    if (prose->blocks.count == 0)
        return;
    struct block *block = block_add_paragraph(arena, parent, role);
    inline_add(arena, &block->text, label, INLINE_STRONG);
    /* A colon of full width has its blank in it. */
    if (label.len && (unsigned char)label.at[label.len - 1] < 0x80)
        inline_add(arena, &block->text, STR(" "), 0);
    add_block_runs(arena, &block->text, prose, &prose->blocks.at[0], 0);
    block->span = node_span(prose->node);
    for (size_t i = 1; i < prose->blocks.count; i++)
        add_prose_block(arena, parent, prose, &prose->blocks.at[i], role);
}

static void
add_highlight(const struct words *w, struct block *list,
              const struct highlight *highlight)
{
    struct arena *arena = w->arena;
    const struct prose *prose = &highlight->text;
    struct block *item = block_add(arena, list, BLOCK_ITEM);
    item->span = node_span(prose->node);
    add_block_runs(arena, &item->text, prose, &prose->blocks.at[0], 0);
    /* What follows the first paragraph hangs below the bullet. */
    for (size_t i = 1; i < prose->blocks.count; i++)
        add_prose_block(arena, item, prose, &prose->blocks.at[i], ROLE_BODY);
    block_add_labelled(arena, item, ROLE_NOTE, words_label(w, WORD_NOTES),
                       &highlight->item.notes);
}

void
block_add_highlights(const struct words *w, struct block *parent,
                     const highlight_list *highlights)
{
    struct block *list = NULL;
    for (size_t i = 0; i < highlights->count; i++) {
        if (highlights->at[i].text.blocks.count == 0)
            continue;
        if (!list)
            list = block_add(w->arena, parent, BLOCK_LIST);
        add_highlight(w, list, &highlights->at[i]);
    }
}

struct labelled *
block_add_line(struct arena *arena, struct block *block, struct str label)
{
    struct labelled *line = list_add(arena, &block->lines);
    inline_add(arena, &line->label, label, 0);
    return line;
}
