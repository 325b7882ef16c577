/* Facts: label above text, two in a row. */
#include "setters.h"

struct fact {
    struct set_text label, text;
    upt height;
};

/* Longer texts, in lines, stand in a row of their own and may break. */
#define LONG_FACT 6

static upt
facts_gap(const struct flow *flow)
{
    return flow->look->table.gap * 3 / 2;
}

static struct fact
set_fact(struct flow *flow, const struct labelled *line, struct tag *list,
         upt measure)
{
    struct tag *item = flow_tag(flow, TAG_ITEM, list);
    struct fact fact;
    fact.label =
        text_set(flow, &line->label, STYLE_FACT_LABEL,
                 flow_tag(flow, TAG_LABEL, item), measure, ALIGN_START);
    fact.text = text_set(flow, &line->text, STYLE_BODY,
                         flow_tag(flow, TAG_BODY, item), measure, ALIGN_START);
    fact.height = text_height(&fact.label) + text_height(&fact.text);
    return fact;
}

static void
place_fact(struct flow *flow, const struct fact *fact, upt x)
{
    text_place_all(flow, &fact->label, x, 0);
    text_place_all(flow, &fact->text, x, text_height(&fact->label));
}

/* Two beside each other, or one. */
static void
place_facts(struct flow *flow, const struct fact *facts, size_t count)
{
    upt height = 0;
    for (size_t i = 0; i < count; i++)
        height = facts[i].height > height ? facts[i].height : height;
    flow_space(flow, flow->look->table.padding * 3 / 2);
    flow_keep(flow, COST_WHOLE);
    flow_band(flow, height);
    for (size_t i = 0; i < count; i++)
        place_fact(flow, &facts[i],
                   flow->column.x +
                       (facts[i].text.lines.measure + facts_gap(flow)) *
                           (upt)i);
}

static void
flow_fact(struct flow *flow, const struct fact *fact)
{
    flow_space(flow, flow->look->table.padding * 3 / 2);
    text_flow_title(flow, &fact->label, flow->column.x);
    text_flow(flow, &fact->text, flow->column.x);
}

static bool
is_long(const struct fact *fact)
{
    return fact->text.lines.line_count > LONG_FACT;
}

/* Facts from number i on; gives how many were set. */
static size_t
set_row(struct flow *flow, const struct block *block, size_t i,
        struct tag *list)
{
    upt half = (flow->column.width - facts_gap(flow)) / 2;
    struct fact facts[2] = {set_fact(flow, &block->lines.at[i], list, half)};
    if (is_long(&facts[0])) {
        flow_fact(flow, &facts[0]);
        return 1;
    }
    if (i + 1 < block->lines.count)
        facts[1] = set_fact(flow, &block->lines.at[i + 1], list, half);
    if (i + 1 < block->lines.count && !is_long(&facts[1])) {
        place_facts(flow, facts, 2);
        return 2;
    }
    place_facts(flow, facts, 1);
    if (i + 1 == block->lines.count)
        return 1;
    flow_fact(flow, &facts[1]);
    return 2;
}

static void
hairline(struct flow *flow)
{
    upt width = flow->look->table.rule_width;
    if (!width)
        return;
    flow_band(flow, width);
    flow_rect(flow, NULL, flow->column.x, 0, flow->column.width, width,
              flow->look->color.rule);
}

void
facts_set(struct flow *flow, const struct block *block)
{
    if (!block->lines.count)
        return;
    struct tag *list = flow_tag(flow, TAG_LIST, flow->tag);
    flow_space(flow, flow->look->space.block);
    if (!flow->ruled)
        hairline(flow);
    for (size_t i = 0; i < block->lines.count;)
        i += set_row(flow, block, i, list);
    flow_space(flow, flow->look->table.padding * 3 / 2);
    flow_keep(flow, BREAK_FORBIDDEN);
    hairline(flow);
    flow_space(flow, flow->look->space.block);
}
