/* Blocks of running text: paragraphs, lists, labelled lines. */
#include "setters.h"

#include "base/bug.h"
#include "compose/template.h"
#include "options.h"

static void (*const setters[BLOCK_KINDS])(struct flow *flow,
                                          const struct block *block) = {
    [BLOCK_HEAD] = head_set,
    [BLOCK_COVER] = cover_set,
    [BLOCK_SECTION] = section_set,
    [BLOCK_PARAGRAPH] = paragraph_block_set,
    [BLOCK_LIST] = list_set,
    [BLOCK_ITEM] = item_set,
    [BLOCK_ENTRY] = entry_set,
    [BLOCK_LINES] = lines_set,
    [BLOCK_FACTS] = facts_set,
    [BLOCK_TABLE] = table_set,
    [BLOCK_STRIP] = strip_set,
    [BLOCK_COMPARISON] = comparison_set,
    [BLOCK_QUOTE] = quote_set,
    [BLOCK_CALLOUT] = callout_set,
    [BLOCK_CONTENTS] = contents_set,
    [BLOCK_CODE] = code_set,
    [BLOCK_IMAGE] = image_set,
    [BLOCK_CHART] = chart_set,
    [BLOCK_PAGE_BREAK] = page_break_set,
};

/* The entry that stands right below a title, or NULL. */
static const struct block *
entry_below(const struct block *block)
{
    size_t i = 0;
    while (i < block->children.count &&
           block->children.at[i]->kind == BLOCK_PARAGRAPH &&
           block->children.at[i]->role == ROLE_META)
        i++;
    if (i == block->children.count ||
        block->children.at[i]->kind != BLOCK_ENTRY)
        return NULL;
    return block->children.at[i];
}

/* A title goes to the new page with the entry below it. */
static bool
begins_page(const struct flow *flow, const struct block *block)
{
    if (block->kind == BLOCK_SECTION && block->level <= 1 &&
        option_list_has(flow->look->page_breaks, block->section))
        return true;
    if (block->new_page ||
        (block->kind != BLOCK_SECTION && block->kind != BLOCK_ENTRY))
        return block->new_page;
    for (block = entry_below(block); block; block = entry_below(block))
        if (block->new_page)
            return true;
    return false;
}

void
block_set(struct flow *flow, const struct block *block)
{
    ENSURE((unsigned)block->kind < BLOCK_KINDS);
    if (begins_page(flow, block) && !flow->fresh)
        flow_new_page(flow);
    flow_anchor(flow, block->anchor);
    size_t first = flow->bands.count;
    setters[block->kind](flow, block);
    if (flow->options->goal.part_count && !span_is_none(block->span))
        *list_add(flow->arena, &flow->extents) = (struct extent){
            .span = block->span, .first = first, .end = flow->bands.count};
}

void
blocks_set(struct flow *flow, struct block *const *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        block_set(flow, blocks[i]);
}

void
page_break_set(struct flow *flow, const struct block *block)
{
    (void)block;
    flow_new_page(flow);
}

struct column_box
column_indent(struct flow *flow, upt indent)
{
    struct column_box outer = flow->column;
    /* Something always remains to set text in. */
    if (indent > outer.width / 2)
        indent = outer.width / 2;
    flow->column.x += indent;
    flow->column.width -= indent;
    return outer;
}

/* ---- paragraphs ---------------------------------------------------------- */

static const enum text_style_id role_styles[] = {
    [ROLE_BODY] = STYLE_BODY,     [ROLE_SUMMARY] = STYLE_SUMMARY,
    [ROLE_META] = STYLE_META,     [ROLE_NOTE] = STYLE_NOTE,
    [ROLE_LABELLED] = STYLE_BODY, [ROLE_PROMISE] = STYLE_PROMISE,
};

static void
space_before_paragraph(struct flow *flow, enum paragraph_role role)
{
    const struct look *look = flow->look;
    flow_space(flow, role == ROLE_META ? look->space.paragraph / 2
                                       : look->space.paragraph);
}

void
paragraph_block_set(struct flow *flow, const struct block *block)
{
    if (block->role >= ROLE_DATE) {
        letter_part_set(flow, block);
        return;
    }
    bool is_running = block->role == ROLE_BODY || block->role == ROLE_SUMMARY;
    bool is_below_title = flow->fresh && block->role == ROLE_META;
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct column_box outer = flow->column;
    space_before_paragraph(flow, block->role);
    flow_keep(flow, COST_PARAGRAPH);
    if (flow->entry_depth && block->role == ROLE_BODY) {
        flow_more_space(flow, flow->look->entry.summary_space);
        column_indent(flow, flow->look->entry.summary_indent);
    }
    struct set_text text = text_set(
        flow, &block->text, role_styles[block->role], tag, flow->column.width,
        is_running ? text_body_alignment(flow) : ALIGN_START);
    text_flow(flow, &text, flow->column.x);
    flow->column = outer;
    /* The line below an entry's title belongs to it. */
    if (is_below_title)
        flow_title_space(flow, flow->look->space.entry_body);
}

/* ---- lists --------------------------------------------------------------- */

/* Deeper lists stand where the one around them does. */
#define MOST_INDENTS 4
/* Drawn for every item, set only once. */
static const struct set_text *
bullet_of(struct flow *flow, bool is_nested)
{
    if (!flow->bullets[is_nested]) {
        struct set_text *bullet = ARENA_NEW(flow->arena, struct set_text);
        *bullet = bullet_set(flow, is_nested ? flow->look->list.nested_bullet
                                             : flow->look->list.bullet);
        flow->bullets[is_nested] = bullet;
    }
    return flow->bullets[is_nested];
}

static struct set_text
number_of(struct flow *flow, size_t number)
{
    return text_set_plain(flow, str_format(flow->arena, "%zu.", number),
                          STYLE_BODY, NULL, flow->column.width, ALIGN_START);
}

/* The sign goes into the band of the item's first line: it is placed before
   the text, so that it is read first. */
struct item_sign {
    struct set_text text;
    upt x;
    struct tag *tag;
};

static void
set_item_text(struct flow *flow, const struct block *item,
              const struct item_sign *sign, struct tag *body)
{
    struct set_text text =
        text_set(flow, &item->text, STYLE_BODY, body, flow->column.width,
                 text_body_alignment(flow));
    struct tag *outer = flow->tag;
    flow->tag = sign->tag;
    text_flow_item(flow, &text, flow->column.x, &sign->text, sign->x);
    flow->tag = outer;
}

static void
set_item(struct flow *flow, const struct block *item,
         const struct item_sign *sign)
{
    struct tag *outer = flow->tag;
    struct item_sign own = *sign;
    struct tag *tag = flow_tag(flow, TAG_ITEM, outer);
    own.tag = flow_tag(flow, TAG_LABEL, tag);
    if (own.text.shape)
        own.tag->actual_text = flow->list_depth ? flow->look->list.nested_bullet
                                                : flow->look->list.bullet;
    flow->tag = flow_tag(flow, TAG_BODY, tag);
    set_item_text(flow, item, &own, flow->tag);
    flow->list_depth++;
    blocks_set(flow, BLOCK_CHILDREN(item));
    flow->list_depth--;
    flow->tag = outer;
}

/* A break that leaves one item alone on a page is worse than another. */
static int64_t
item_cost(size_t i, size_t count)
{
    if (i == 0)
        return COST_PARAGRAPH;
    return i == 1 || i + 1 == count ? COST_LONELY : COST_ITEM;
}

static upt
sign_width(struct flow *flow, const struct block *list)
{
    if (list->ordered)
        return number_of(flow, list->children.count).lines.widest;
    return bullet_of(flow, flow->list_depth > 0)->lines.widest;
}

void
list_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    struct tag *outer_tag = flow->tag;
    struct column_box outer = flow->column, outer_list = flow->list_column;
    if (flow->list_depth >= MOST_INDENTS)
        flow->column = flow->list_column;
    flow->list_column = flow->column;
    struct item_sign sign = {.x = flow->column.x + look->list.indent};
    column_indent(flow,
                  look->list.indent + sign_width(flow, block) + look->list.gap);
    flow->tag = flow_tag(flow, TAG_LIST, outer_tag);
    if (block->role == ROLE_LETTER)
        flow_space(flow, look->letter.paragraph / 2);
    for (size_t i = 0; i < block->children.count; i++) {
        sign.text = block->ordered ? number_of(flow, i + 1)
                                   : *bullet_of(flow, flow->list_depth > 0);
        flow_space(flow, look->space.item);
        if (i == 0 && !flow->list_depth)
            flow_more_space(flow, look->list.space);
        flow_keep(flow, item_cost(i, block->children.count));
        flow_anchor(flow, block->children.at[i]->anchor);
        set_item(flow, block->children.at[i], &sign);
    }
    flow->tag = outer_tag;
    flow->column = outer;
    flow->list_column = outer_list;
}

/* An item outside of a list is a paragraph. */
void
item_set(struct flow *flow, const struct block *block)
{
    paragraph_block_set(flow, block);
    blocks_set(flow, BLOCK_CHILDREN(block));
}

/* ---- labelled lines ------------------------------------------------------ */

/* By the person's template: what is strong is the label. */
static void
set_templated_line(struct flow *flow, const struct labelled *line,
                   struct text_builder *builder)
{
    const struct placeholder values[] = {{"label", {NULL, 0}, &line->label},
                                         {"details", {NULL, 0}, &line->text},
                                         {0}};
    struct inline_text text =
        template_fill(flow->arena, flow->look->line_template, values);
    for (size_t i = 0; i < text.runs.count; i++) {
        struct inline_run run = text.runs.at[i];
        const struct inline_text one = {.runs = {&run, 1, 1}};
        bool is_strong = run.style & INLINE_STRONG;
        run.style &= ~(unsigned)INLINE_STRONG;
        text_add(builder, &one, is_strong ? STYLE_LABEL : STYLE_BODY);
    }
    struct set_text set = text_end(builder, STYLE_BODY, flow->column.width,
                                   text_body_alignment(flow));
    text_flow(flow, &set, flow->column.x);
}

static void
set_labelled(struct flow *flow, const struct labelled *line)
{
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct text_builder builder = text_begin(flow, tag);
    if (flow->look->line_template.len) {
        set_templated_line(flow, line, &builder);
        return;
    }
    text_add(&builder, &line->label, STYLE_LABEL);
    if (!text_is_empty(&line->label) && !text_is_empty(&line->text))
        text_add_plain(&builder,
                       flow->document->words.colon.len
                           ? flow->document->words.colon
                           : STR(": "),
                       STYLE_LABEL, SPAN_NONE);
    text_add(&builder, &line->text, STYLE_BODY);
    struct set_text text = text_end(&builder, STYLE_BODY, flow->column.width,
                                    text_body_alignment(flow));
    text_flow(flow, &text, flow->column.x);
}

void
lines_set(struct flow *flow, const struct block *block)
{
    flow_space(flow, flow->look->space.paragraph);
    for (size_t i = 0; i < block->lines.count; i++) {
        flow_space(flow, flow->look->space.item);
        flow_keep(flow, item_cost(i, block->lines.count));
        set_labelled(flow, &block->lines.at[i]);
    }
}
