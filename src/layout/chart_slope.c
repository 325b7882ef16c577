/*
 * Figures of one unit, before and after.
 *
 *                   Before        After
 *       Turnover 22% o--_
 *    No-show rate 19% o---_-__
 *                        --_  --o 14%  -8 points
 *                           --__
 *                               -o 11%  -8 points
 *
 * Each figure stands beside its end of the line: there is no scale to look
 * values up on. A line that went where it should not is thin and dashed.
 */
#include "chart.h"

struct slope {
    struct canvas *canvas;
    const struct chart *chart;
    struct chart_box box; /* of the lines */
    struct chart_scale values;
    upt gap;
};

/* ---- words --------------------------------------------------------------- */

/* "Turnover 22%", "14% · -8 points"; the figure stands next to the line. */
static struct set_text
end_words(struct slope *slope, const struct chart_row *row, bool is_after,
          upt measure)
{
    struct canvas *canvas = slope->canvas;
    struct text_builder text = text_begin(canvas->flow, canvas->figure);
    if (!is_after) {
        text_add_plain(&text, row->label, STYLE_TABLE, SPAN_NONE);
        text_add_plain(&text, STR("  "), STYLE_TABLE, SPAN_NONE);
        text_add_plain(&text, row->before_text, STYLE_LABEL, SPAN_NONE);
        return text_end(&text, STYLE_TABLE, measure, ALIGN_END);
    }
    text_add_plain(&text, row->after_text, STYLE_LABEL, SPAN_NONE);
    if (row->note.len) {
        text_add_plain(&text, STR("  "), STYLE_TABLE, SPAN_NONE);
        text_add_plain(&text, row->note, STYLE_FACT_LABEL, SPAN_NONE);
    }
    return text_end(&text, STYLE_TABLE, measure, ALIGN_START);
}

static upt
set_side(struct slope *slope, struct side_label *labels, bool is_after,
         upt measure, upt *widest)
{
    upt height = 0;
    *widest = 0;
    for (size_t i = 0; i < slope->chart->rows.count; i++) {
        const struct chart_row *row = &slope->chart->rows.at[i];
        labels[i].text = end_words(slope, row, is_after, measure);
        labels[i].number = i;
        height += text_height(&labels[i].text);
        if (labels[i].text.lines.widest > *widest)
            *widest = labels[i].text.lines.widest;
    }
    return height;
}

/* ---- the drawing --------------------------------------------------------- */

static upt
value_y(const struct slope *slope, size_t row, bool is_after)
{
    const struct chart_row *of = &slope->chart->rows.at[row];
    return scale_place(&slope->values, is_after ? of->after : of->before);
}

/* A label that had to move keeps a thin line to its place. */
static void
place_side(struct slope *slope, struct side_label *labels, bool is_after,
           upt measure)
{
    struct canvas *canvas = slope->canvas;
    size_t count = slope->chart->rows.count;
    upt end = slope->box.x + (is_after ? slope->box.width : 0);
    upt out = is_after ? slope->gap : -slope->gap;
    for (size_t i = 0; i < count; i++)
        labels[i].y = value_y(slope, labels[i].number, is_after);
    labels_spread(labels, count, slope->box.y - slope->gap,
                  slope->box.y + slope->box.height + slope->gap);
    for (size_t i = 0; i < count; i++) {
        upt y = value_y(slope, labels[i].number, is_after);
        upt middle = labels[i].y + text_height(&labels[i].text) / 2;
        canvas_line(canvas, (struct chart_place){end + out * 3 / 4, middle},
                    (struct chart_place){end, y},
                    (struct pen){PT(0.3), canvas->flow->look->color.muted, 0});
        canvas_place(canvas, &labels[i].text,
                     is_after ? end + out : end + out - measure, labels[i].y);
    }
}

static void
draw_slopes(struct slope *slope)
{
    struct canvas *canvas = slope->canvas;
    const struct look *look = canvas->flow->look;
    upt left = slope->box.x, right = left + slope->box.width;
    for (size_t i = 0; i < slope->chart->rows.count; i++) {
        const struct chart_row *row = &slope->chart->rows.at[i];
        const struct chart_place from = {left, value_y(slope, i, false)};
        const struct chart_place to = {right, value_y(slope, i, true)};
        rgb color = row->is_worse ? look->color.muted : look->color.accent;
        canvas_line(canvas, from, to,
                    (struct pen){row->is_worse ? PT(0.9) : PT(1.6), color,
                                 row->is_worse ? PT(2.5) : 0});
        canvas_ring(canvas, from, PT(2.4), (struct pen){PT(1), color, 0});
        canvas_disc(canvas, to, PT(2.4), color);
    }
}

static void
draw_heads(struct slope *slope)
{
    struct canvas *canvas = slope->canvas;
    upt width = canvas->flow->column.width;
    struct set_text before =
        canvas_text(canvas, slope->chart->before_text, STYLE_FACT_LABEL, width);
    struct set_text after =
        canvas_text(canvas, slope->chart->after_text, STYLE_FACT_LABEL, width);
    upt start = canvas->flow->column.x;
    upt from = slope->box.x - before.lines.widest;
    upt to = slope->box.x + slope->box.width;
    upt most = start + width - after.lines.widest;
    canvas_place(canvas, &before, from < start ? start : from, 0);
    canvas_place(canvas, &after, to > most ? most : to, 0);
}

void
slope_draw(struct canvas *canvas)
{
    struct flow *flow = canvas->flow;
    size_t count = canvas->chart->rows.count;
    struct slope slope = {.canvas = canvas,
                          .chart = canvas->chart,
                          .gap = flow->look->font_size * 2 / 3};
    struct side_label *before =
        ARENA_ARRAY(flow->arena, count, struct side_label);
    struct side_label *after =
        ARENA_ARRAY(flow->arena, count, struct side_label);
    upt width = flow->column.width,
        leading = flow->look->text[STYLE_BODY].leading;
    upt measure = width * 2 / 5, left, right;
    upt tall = set_side(&slope, before, false, measure, &left);
    upt other = set_side(&slope, after, true, width * 3 / 10, &right);
    tall = other > tall ? other : tall;
    upt lines = flow->look->chart.lines + 2;
    upt height = (tall + leading - 1) / leading * leading;
    if (height < lines * leading)
        height = lines * leading;
    slope.box = (struct chart_box){
        flow->column.x + left + slope.gap, leading + slope.gap,
        width - left - right - 2 * slope.gap, height - 2 * slope.gap};
    slope.values =
        (struct chart_scale){canvas->chart->least, canvas->chart->most,
                             slope.box.y + slope.box.height, -slope.box.height};
    flow_band(flow, height + leading);
    draw_heads(&slope);
    draw_slopes(&slope);
    place_side(&slope, before, false, measure);
    place_side(&slope, after, true, measure);
}
