/* Boxes: quotations, callouts. */
#include "setters.h"

/* ---- frames -------------------------------------------------------------- */

struct open_frame {
    struct frame frame;
    struct column_box outer;
    upt padding;
    int64_t inside;
};

struct frame_look {
    int style; /* enum box_style */
    upt padding, rule_width;
};

/* A box or a rule behind what follows, until it is ended. */
static struct open_frame
frame_begin(struct flow *flow, struct frame_look look)
{
    struct open_frame open = {
        .frame = {.first = flow->bands.count,
                  .x = flow->column.x,
                  .width = flow->column.width,
                  .style = look.style,
                  .rule_width = look.rule_width,
                  .ground = flow->look->color.tint,
                  .rule = look.style == BOX_FRAME ? flow->look->color.rule
                                                  : flow->look->color.accent},
        .outer = flow->column,
        .padding = look.padding,
        .inside = flow->inside,
    };
    upt side = look.style == BOX_PLAIN ? 0 : look.padding;
    bool is_closed = look.style == BOX_TINT || look.style == BOX_FRAME;
    if (side > flow->column.width / 4)
        side = flow->column.width / 4;
    flow->column.x += side;
    flow->column.width -= is_closed ? 2 * side : side;
    if (!is_closed)
        open.padding = 0;
    if (open.padding) {
        flow_blank(flow, upt_scale(open.padding, 70, 100));
        flow_keep(flow, BREAK_FORBIDDEN);
    }
    flow->inside += COST_WHOLE;
    return open;
}

static void
frame_end(struct flow *flow, const struct open_frame *open)
{
    flow->next_gap = 0;
    if (open->padding) {
        flow_keep(flow, BREAK_FORBIDDEN);
        flow_blank(flow, upt_scale(open->padding, 70, 100));
    }
    struct frame *frame = list_add(flow->arena, &flow->frames);
    *frame = open->frame;
    frame->end = flow->bands.count;
    flow->column = open->outer;
    flow->inside = open->inside;
}

/* ---- blocks -------------------------------------------------------------- */

static bool
has_quote_marks(struct str text)
{
    static const char *const marks[] = {"\"", "“", "„", "«", "‘", "'", "「"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(text, str_from(marks[i])))
            return true;
    return false;
}

static void
set_quoted_text(struct flow *flow, const struct block *block)
{
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct text_builder builder = text_begin(flow, tag);
    struct str plain = text_plain(flow->arena, &block->text);
    bool is_bare = plain.len && !has_quote_marks(plain);
    if (is_bare)
        text_add_plain(&builder, STR("“"), STYLE_QUOTE, SPAN_NONE);
    text_add(&builder, &block->text, STYLE_QUOTE);
    if (is_bare)
        text_add_plain(&builder, STR("”"), STYLE_QUOTE, SPAN_NONE);
    struct set_text text =
        text_end(&builder, STYLE_QUOTE, flow->column.width, ALIGN_START);
    text_flow(flow, &text, flow->column.x);
}

static void
set_attribution(struct flow *flow, const struct block *block)
{
    if (text_is_empty(&block->attribution))
        return;
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct text_builder builder = text_begin(flow, tag);
    text_add_plain(&builder, STR("— "), STYLE_ATTRIBUTION, SPAN_NONE);
    text_add(&builder, &block->attribution, STYLE_ATTRIBUTION);
    struct set_text text =
        text_end(&builder, STYLE_ATTRIBUTION, flow->column.width, ALIGN_START);
    flow_space(flow, flow->look->space.entry_body);
    flow_keep(flow, BREAK_FORBIDDEN);
    text_flow(flow, &text, flow->column.x);
}

void
quote_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    struct tag *outer = flow->tag;
    flow_space(flow, look->space.block * 5 / 4);
    flow_keep(flow, COST_PARAGRAPH);
    struct open_frame open = frame_begin(
        flow, (struct frame_look){look->quote.style, look->quote.padding,
                                  look->quote.rule_width});
    flow->tag = flow_tag(flow, TAG_QUOTE, outer);
    set_quoted_text(flow, block);
    set_attribution(flow, block);
    blocks_set(flow, BLOCK_CHILDREN(block));
    flow->tag = outer;
    frame_end(flow, &open);
    flow_space(flow, look->space.block * 5 / 4);
}

void
callout_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    flow_space(flow, look->space.block * 5 / 4);
    flow_keep(flow, COST_PARAGRAPH);
    struct open_frame open = frame_begin(
        flow, (struct frame_look){look->callout.style, look->callout.padding,
                                  look->callout.rule_width});
    if (!text_is_empty(&block->title)) {
        struct set_text title = text_set(
            flow, &block->title, STYLE_CALLOUT_TITLE,
            flow_tag(flow, TAG_P, flow->tag), flow->column.width, ALIGN_START);
        text_flow_title(flow, &title, flow->column.x);
    }
    struct set_text text = text_set(
        flow, &block->text, STYLE_CALLOUT, flow_tag(flow, TAG_P, flow->tag),
        flow->column.width, text_body_alignment(flow));
    text_flow(flow, &text, flow->column.x);
    blocks_set(flow, BLOCK_CHILDREN(block));
    frame_end(flow, &open);
    flow_space(flow, look->space.block * 5 / 4);
}
