/* Blocks of running text: sections, paragraphs, lists, labelled lines. */
#include "setters.h"

#include "base/bug.h"
#include "compose/template.h"
#include "options.h"
#include "timeline.h"

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

/* ---- sections ------------------------------------------------------------ */

enum tag_kind
title_tag(unsigned level)
{
    static const enum tag_kind kinds[] = {TAG_H2, TAG_H2, TAG_H3, TAG_H4};
    return kinds[level < 4 ? level : 3];
}

static enum text_style_id
section_style(const struct block *block)
{
    if (block->level > 2)
        return STYLE_MINOR;
    if (block->level == 2)
        return STYLE_SUBSECTION;
    return text_is_empty(&block->subtitle) ? STYLE_SECTION : STYLE_CASE_TITLE;
}

/* The title's own size at both sides of it stays white. */
static upt
rule_gap(const struct set_text *title)
{
    return title->style->size / 2;
}

/* A centred title has a rule at both sides. */
static void
draw_rules_beside(struct flow *flow, const struct set_text *title)
{
    const struct look *look = flow->look;
    const struct column_box *column = &flow->column;
    upt width = look->section.rule_width, gap = rule_gap(title);
    upt end = text_end_of_last(flow, title) + gap;
    upt start = text_start_of_last(flow, title) - gap;
    upt rise = look->section.rule_level == LEVEL_MIDDLE
                   ? upt_scale(title->style->size, 32, 100)
                   : width;
    upt y = style_baseline(title->style) - rise;
    if (column->width > end)
        flow_rect(flow, NULL, column->x + end, y, column->width - end, width,
                  look->section.rule_color);
    if (start > 0)
        flow_rect(flow, NULL, column->x, y, start, width,
                  look->section.rule_color);
}

/* How far a bar, or the column of dates it stands in, moves the title. */
static upt
bar_width(const struct flow *flow)
{
    const struct look *look = flow->look;
    return look->entry.dates == DATES_COLUMN
               ? look->entry.date_column
               : look->text[STYLE_SECTION].size * 5 / 2;
}

static void
draw_bar(struct flow *flow, const struct set_text *title)
{
    const struct look *look = flow->look;
    upt width = look->section.rule_width, bar = bar_width(flow);
    flow_rect(flow, NULL, flow->column.x - look->table.gap - bar,
              style_baseline(title->style) -
                  upt_scale(title->style->size, 33, 100) - width / 2,
              bar, width, look->section.rule_color);
}

static upt
aligned_in(const struct column_box *column, int side, upt width)
{
    upt room = column->width - width;
    return column->x + (side == SIDE_CENTER ? room / 2
                        : side == SIDE_END  ? room
                                            : 0);
}

/* Lines of the rule that stand below or beside the title just set. */
static void
draw_title_rule(struct flow *flow, const struct set_text *title)
{
    const struct look *look = flow->look;
    const struct column_box *column = &flow->column;
    upt width = look->section.rule_width, length = column->width;
    struct band *band = &flow->bands.at[flow->bands.count - 1];
    switch ((enum rule_place)look->section.rule) {
    case RULE_BELOW:
    case RULE_SHORT:
        band->height += look->section.rule_space + width;
        flow->ruled = look->section.rule == RULE_BELOW;
        if (look->section.rule == RULE_SHORT)
            length = title->style->size * 5 / 2;
        flow_rect(
            flow, NULL, aligned_in(column, look->section.alignment, length),
            band->height - width, length, width, look->section.rule_color);
        return;
    case RULE_BESIDE:
        draw_rules_beside(flow, title);
        return;
    case RULE_BAR:
        draw_bar(flow, title);
        return;
    case RULE_ABOVE:
    case RULE_NONE:
        return;
    }
}

static void
draw_rule_above(struct flow *flow)
{
    const struct look *look = flow->look;
    upt width = look->section.rule_width;
    flow_band(flow, width + look->section.rule_space);
    flow_rect(flow, NULL, flow->column.x, 0, flow->column.width, width,
              look->section.rule_color);
    flow_keep(flow, BREAK_FORBIDDEN);
}

static void
set_kicker(struct flow *flow, const struct block *block)
{
    if (text_is_empty(&block->subtitle))
        return;
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct set_text kicker = text_set(flow, &block->subtitle, STYLE_KICKER, tag,
                                      flow->column.width, ALIGN_START);
    text_flow_title(flow, &kicker, flow->column.x);
}

/* Titles beside the text; a sidebar has no room for that. */
static bool
has_side_title(const struct flow *flow, const struct block *block)
{
    return flow->look->section.side_column > 0 && block->level <= 1 &&
           !flow->is_narrow && section_style(block) == STYLE_SECTION;
}

/* A line above goes over title and text. */
static void
make_room_beside(struct flow *flow)
{
    const struct look *look = flow->look;
    if (look->section.rule == RULE_ABOVE)
        draw_rule_above(flow);
    flow->side_x = flow->column.x;
    column_indent(flow, look->section.side_column + look->table.gap);
}

/* Gives the height of the title. */
static upt
set_side_title(struct flow *flow, const struct block *block, struct tag *tag)
{
    struct set_text *title = ARENA_NEW(flow->arena, struct set_text);
    *title = text_set_narrow(flow, &block->title, section_style(block), tag,
                             flow->look->section.side_column);
    flow->side_title = title;
    flow_title_space(flow, flow->next_gap);
    return text_height(title);
}

/* Gives the height of a title that stands beside the text. */
static upt
set_section_title(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    enum text_style_id style = section_style(block);
    bool is_main = style == STYLE_SECTION;
    struct tag *tag = flow_tag(flow, title_tag(block->level), flow->tag);
    if (has_side_title(flow, block))
        return set_side_title(flow, block, tag);
    if (is_main && look->section.rule == RULE_ABOVE)
        draw_rule_above(flow);
    struct column_box outer = flow->column;
    if (is_main && look->section.rule == RULE_BAR)
        column_indent(flow, bar_width(flow) + look->table.gap);
    set_kicker(flow, block);
    struct set_text title =
        text_set(flow, &block->title, style, tag, flow->column.width,
                 is_main ? alignment_of(look->section.alignment) : ALIGN_START);
    text_flow_title(flow, &title, flow->column.x);
    if (is_main && title.lines.line_count > 0)
        draw_title_rule(flow, &title);
    flow->column = outer;
    flow_title_space(flow, block->level > 1 ? look->space.entry_body
                                            : look->space.section_title);
    return 0;
}

static void
add_to_outline(struct flow *flow, const struct block *block)
{
    if (!block->anchor.len || text_is_empty(&block->title) || block->level > 2)
        return;
    *list_add(flow->arena, &flow->pages->outline) = (struct outline_item){
        .title = text_plain(flow->arena, &block->title),
        .level = block->level > 1 ? 1 : 0,
        .target = block->anchor,
    };
}

/* A short entry alone on its page looks lost. */
static int64_t
child_cost(const struct block *section, size_t i)
{
    const struct block *child = section->children.at[i];
    bool is_short = child->kind == BLOCK_ENTRY && !child->children.count;
    bool is_edge = i == 1 || i + 1 == section->children.count;
    if (i == 0 || child->kind != BLOCK_ENTRY)
        return BREAK_FREE;
    if (!is_edge)
        return COST_ENTRY;
    return is_short ? COST_LONELY : COST_ENTRY + COST_PARAGRAPH;
}

static bool
entries_are_compact(const struct flow *flow, const struct block *section)
{
    bool is_compact = flow->look->entry.compact;
    for (size_t i = 0; i < section->children.count; i++)
        if (section->children.at[i]->kind == BLOCK_ENTRY &&
            section->children.at[i]->children.count)
            is_compact = false;
    return is_compact;
}

static void
set_children(struct flow *flow, const struct block *section)
{
    flow->compact = entries_are_compact(flow, section);
    timeline_begin(flow, section);
    for (size_t i = 0; i < section->children.count; i++) {
        flow_keep(flow, child_cost(section, i));
        block_set(flow, section->children.at[i]);
    }
    timeline_end(flow, section);
}

void
section_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    struct tag *outer_tag = flow->tag;
    struct column_box outer = flow->column;
    int64_t inside = flow->inside;
    flow->tag = flow_tag(flow, TAG_SECTION, outer_tag);
    flow_space(flow,
               block->level > 1 ? look->space.subsection : look->space.section);
    add_to_outline(flow, block);
    if (has_side_title(flow, block))
        make_room_beside(flow);
    upt beside = 0;
    size_t first = flow->bands.count;
    if (!text_is_empty(&block->title))
        beside = set_section_title(flow, block);
    if (block->keep_whole)
        flow->inside += COST_TORN_SECTION;
    if (flow->is_narrow && block->level <= 1)
        flow->inside += COST_TORN_SECTION;
    if (!look->section.breaks && block->level <= 1)
        flow->inside += COST_WHOLE;
    set_children(flow, block);
    flow->inside = inside;
    flow_title_end(flow);
    flow_clear(flow, first, beside);
    flow->column = outer;
    flow->tag = outer_tag;
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
        flow_keep(flow, i ? COST_ITEM : COST_PARAGRAPH);
        set_labelled(flow, &block->lines.at[i]);
    }
}
