#include "footer.h"

#include "columns.h"
#include "compose/margin.h"
#include "text.h"

static bool
has_cover(const struct flow *flow)
{
    return flow->document->blocks.count &&
           flow->document->blocks.at[0]->kind == BLOCK_COVER;
}

static bool
has_footer(const struct flow *flow, size_t page)
{
    const struct look *look = flow->look;
    size_t count = flow->pages->at.count;
    if (look->footer.pages == FOOTER_NONE ||
        (count == 1 && !look->footer.single))
        return false;
    return page > 0 || (look->footer.pages == FOOTER_ALL && !has_cover(flow));
}

/* The placeholders of the options "footer" and "top_note". */
static struct inline_text
fill(const struct flow *flow, struct str template, size_t page)
{
    struct arena *arena = flow->arena;
    const struct margin_pages pages = {
        str_format(arena, "%zu", page + 1),
        str_format(arena, "%zu", flow->pages->at.count)};
    return margin_text(arena, flow->document, template, pages);
}

/* One line of an artifact: where it stands and how. */
struct slot {
    struct str template;
    enum text_style_id style;
    enum alignment alignment;
    upt x, measure, baseline;
};

/* The first line only; gives its width. */
static upt
paint_slot(struct flow *flow, size_t page, const struct slot *slot)
{
    struct inline_text words = fill(flow, slot->template, page);
    struct set_text text = text_set(flow, &words, slot->style, NULL,
                                    slot->measure, slot->alignment);
    if (!text.lines.line_count)
        return 0;
    const struct line *line = &text.lines.lines[0];
    upt left = flow_left(flow, slot->x, text.lines.measure);
    for (size_t i = 0; i < line->run_count; i++) {
        struct mark *mark =
            list_add(flow->arena, &flow->pages->at.at[page].marks);
        mark->kind = MARK_GLYPHS;
        mark->glyphs.run = &line->runs[i];
        mark->glyphs.x = left + line->runs[i].x;
        mark->glyphs.y = slot->baseline;
    }
    return line->width;
}

static void
paint_rule(struct flow *flow, size_t page, const struct column_box *column,
           upt y)
{
    struct mark *mark = list_add(flow->arena, &flow->pages->at.at[page].marks);
    mark->kind = MARK_PATH;
    mark->path =
        path_rect(flow->arena, flow_left(flow, column->x, column->width), y,
                  column->width, PT(0.4));
    mark->path.fill = true;
    mark->path.fill_color = flow->look->color.rule;
}

/* What stands in the middle and at the end comes first: the rest of the line
   is for what stands at its beginning. */
static void
paint_footer(struct flow *flow, size_t page)
{
    const struct look *look = flow->look;
    upt lowest = look->page_height - PT(14);
    upt baseline = look->page_height - look->margin_bottom + look->footer.space;
    struct column_box column = columns_clear(flow);
    struct slot slot = {
        .style = STYLE_FOOTER,
        .x = column.x,
        .measure = column.width,
        .baseline = baseline > lowest ? lowest : baseline,
    };
    if (look->footer.rule)
        paint_rule(flow, page, &column,
                   slot.baseline - look->text[STYLE_FOOTER].leading);
    slot.template = look->footer.end;
    slot.alignment = ALIGN_END;
    upt end = paint_slot(flow, page, &slot);
    slot.template = look->footer.center;
    slot.alignment = ALIGN_CENTER;
    upt middle = paint_slot(flow, page, &slot);
    slot.template = look->footer.start;
    slot.alignment = ALIGN_START;
    slot.measure = middle ? (slot.measure - middle) / 2 : slot.measure - end;
    slot.measure -= look->font_size;
    (void)paint_slot(flow, page, &slot); /* its width does not matter */
}

/* In the margin above the first page's text. */
static void
paint_top_note(struct flow *flow)
{
    const struct look *look = flow->look;
    upt highest = PT(14) + look->text[STYLE_TOP_NOTE].size;
    upt baseline = look->margin_top - look->top_note.space;
    const struct slot slot = {
        .template = look->top_note.text,
        .style = STYLE_TOP_NOTE,
        .alignment = alignment_of(look->top_note.alignment),
        .x = look->margin_left,
        .measure = look->page_width - look->margin_left - look->margin_right,
        .baseline = baseline < highest ? highest : baseline,
    };
    (void)paint_slot(flow, 0, &slot); /* nothing stands beside it */
}

void
margins_paint(struct flow *flow)
{
    if (flow->look->top_note.text.len && !has_cover(flow))
        paint_top_note(flow);
    for (size_t i = 0; i < flow->pages->at.count; i++)
        if (has_footer(flow, i))
            paint_footer(flow, i);
}
