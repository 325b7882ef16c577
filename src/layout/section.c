/* Sections: titles and their lines, what stands together below them. */
#include "setters.h"

#include "timeline.h"

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
