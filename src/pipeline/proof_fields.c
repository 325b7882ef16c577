/* A document as the fields that its pages must hold, in reading order. */
#include "base/buf.h"
#include "proof.h"

static void
add_text(struct proof_fields *fields, size_t node, enum field_role role,
         struct str text, struct span span)
{
    if (text.len)
        *list_add(fields->arena, &fields->fields) =
            (struct proof_field){.role = role,
                                 .text = text,
                                 .span = span,
                                 .node = node,
                                 .at = SIZE_MAX};
}

/* Most texts are one run. */
static void
add_inline(struct proof_fields *fields, size_t node, enum field_role role,
           const struct inline_text *text)
{
    struct buf all = buf_new(fields->arena);
    if (!text->runs.count)
        return;
    if (text->runs.count == 1) {
        add_text(fields, node, role, text->runs.at[0].text,
                 text->runs.at[0].span);
        return;
    }
    for (size_t i = 0; i < text->runs.count; i++)
        buf_add(&all, text->runs.at[i].text);
    add_text(fields, node, role, buf_str(&all), text->runs.at[0].span);
}

static void
add_head(struct proof_fields *fields, size_t node, const struct block *block)
{
    bool is_head = block->kind == BLOCK_HEAD || block->kind == BLOCK_COVER;
    add_inline(fields, node, is_head ? FIELD_NAME : FIELD_TITLE, &block->title);
    add_inline(fields, node, FIELD_BESIDE, &block->subtitle);
    add_inline(fields, node, FIELD_BESIDE, &block->aside);
    add_inline(fields, node, FIELD_BESIDE, &block->place);
    add_inline(fields, node, FIELD_BESIDE, &block->lead);
    for (size_t i = 0; i < block->contacts.count; i++)
        add_text(fields, node, FIELD_CONTACT, block->contacts.at[i].text,
                 block->contacts.at[i].span);
}

static void
add_lines(struct proof_fields *fields, size_t node, const struct block *block)
{
    for (size_t i = 0; i < block->lines.count; i++) {
        add_inline(fields, node, FIELD_BODY, &block->lines.at[i].label);
        add_inline(fields, node, FIELD_BODY, &block->lines.at[i].text);
    }
    for (size_t i = 0; i < block->rows.count; i++)
        for (size_t k = 0; k < block->rows.at[i].cells.count; k++)
            add_inline(fields, node, FIELD_BODY,
                       &block->rows.at[i].cells.at[k].text);
}

static void
add_figures(struct proof_fields *fields, size_t node, const struct block *block)
{
    for (size_t i = 0; i < block->tiles.count; i++) {
        const struct tile *tile = &block->tiles.at[i];
        add_text(fields, node, FIELD_BODY, tile->value, tile->span);
        add_text(fields, node, FIELD_BODY, tile->label, tile->span);
    }
    for (size_t i = 0; i < block->comparisons.count; i++)
        add_text(fields, node, FIELD_BODY, block->comparisons.at[i].label,
                 block->comparisons.at[i].span);
    if (block->chart)
        add_text(fields, node, FIELD_BODY, block->chart->title,
                 block->chart->span);
}

static void add_blocks(struct proof_fields *fields, size_t parent,
                       struct block *const *blocks, size_t count);

/* What layout makes of its own accord (contents, codes, what a picture shows)
   is not asked for. */
static void
add_block(struct proof_fields *fields, size_t parent, const struct block *block)
{
    size_t node = fields->nodes.count;
    bool is_flow = block->kind == BLOCK_ENTRY || block->kind == BLOCK_ITEM ||
                   block->kind == BLOCK_PARAGRAPH;
    *list_add(fields->arena, &fields->nodes) =
        (struct proof_node){.parent = parent,
                            .is_ordered = is_flow && parent != SIZE_MAX,
                            .low = SIZE_MAX,
                            .first = fields->fields.count};
    if (block->kind == BLOCK_CONTENTS || block->kind == BLOCK_CODE)
        return;
    add_head(fields, node, block);
    bool is_cover = block->kind == BLOCK_HEAD || block->kind == BLOCK_COVER;
    add_inline(fields, node, is_cover ? FIELD_BESIDE : FIELD_BODY,
               &block->text);
    add_inline(fields, node, FIELD_BODY, &block->attribution);
    add_lines(fields, node, block);
    add_figures(fields, node, block);
    add_blocks(fields, node, block->children.at, block->children.count);
}

static void
add_blocks(struct proof_fields *fields, size_t parent,
           struct block *const *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_block(fields, parent, blocks[i]);
}

struct proof_fields
proof_fields_of(struct arena *arena, const struct document *document)
{
    struct proof_fields fields = {.arena = arena};
    add_blocks(&fields, SIZE_MAX, document->blocks.at, document->blocks.count);
    return fields;
}
