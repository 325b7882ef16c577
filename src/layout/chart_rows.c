/*
 * Charts in rows, what they say beside what is drawn:
 *
 *                          Practice Administrator · Lakeside  |============
 *               Practice Manager · Cedar Valley |=============|
 *           [   ] MHA · Prairie State           |             |
 *           |                                   |             |
 *           2015                                2020          2025
 *
 * or behind labels at the left. Each row is a band of its own. What is over is
 * drawn dashed, what is to come or was learned as an outline: no difference is
 * one of colour alone.
 */
#include "chart.h"

#include "base/bug.h"

struct rows {
    struct canvas *canvas;
    const struct chart *chart;
    upt label_width;
    struct chart_box box; /* of what is drawn; its height that of a line */
    struct chart_scale times;
    bool is_narrow; /* labels stand above what is drawn */
    int64_t step;   /* of the years that have a line and a label */
};

/* Below this a column is a narrow one. */
#define NARROW PT(260)

static struct set_text
label_of(struct rows *rows, const struct chart_row *row, upt measure)
{
    return canvas_text(rows->canvas, row->label, STYLE_TABLE, measure);
}

/* The widest label, as far as the drawing leaves room. */
static upt
labels_width(struct rows *rows)
{
    upt widest = 0, most = rows->canvas->flow->column.width * 2 / 5;
    for (size_t i = 0; i < rows->chart->rows.count; i++) {
        struct set_text label = label_of(rows, &rows->chart->rows.at[i], most);
        if (label.lines.widest > widest)
            widest = label.lines.widest;
    }
    return widest;
}

static struct rows
rows_of(struct canvas *canvas)
{
    struct flow *flow = canvas->flow;
    upt x = flow->column.x, width = flow->column.width;
    struct rows rows = {
        .canvas = canvas, .chart = canvas->chart, .is_narrow = width < NARROW};
    upt beside = rows.is_narrow ? 0 : labels_width(&rows);
    rows.label_width = rows.is_narrow ? width : beside;
    if (beside)
        beside += flow->look->table.gap;
    rows.box = (struct chart_box){x + beside, 0, width - beside,
                                  flow->look->text[STYLE_TABLE].leading};
    rows.times = (struct chart_scale){rows.chart->first, rows.chart->last,
                                      rows.box.x, rows.box.width};
    return rows;
}

/* ---- what stands beside the drawing -------------------------------------- */

static struct set_text
text_of(struct rows *rows, const struct chart_row *row, bool with_note)
{
    struct flow *flow = rows->canvas->flow;
    struct text_builder text = text_begin(flow, rows->canvas->figure);
    /* Behind a label it is a remark. */
    enum text_style_id style = row->label.len ? STYLE_FACT_LABEL : STYLE_TABLE;
    text_add_plain(&text, row->text, style, SPAN_NONE);
    if (row->note.len && with_note) {
        if (row->text.len)
            text_add_plain(&text, STR(" · "), STYLE_FACT_LABEL, SPAN_NONE);
        text_add_plain(&text, row->note, STYLE_FACT_LABEL, SPAN_NONE);
    }
    return text_end(&text, STYLE_TABLE, rows->box.width, ALIGN_START);
}

/* Behind the bar, else before it; false where there is no room. */
static bool
fits_beside(const struct rows *rows, const struct set_text *text, upt from,
            upt to, upt *x)
{
    upt gap = rows->canvas->flow->look->font_size / 3;
    upt width = text->lines.widest, end = rows->box.x + rows->box.width;
    if (text->lines.line_count > 1)
        return false;
    *x = to + gap;
    if (*x + width <= end)
        return true;
    *x = from - gap - width;
    return *x >= rows->box.x;
}

/* ---- a row --------------------------------------------------------------- */

static void
draw_bar(struct rows *rows, const struct chart_span *span, upt y)
{
    struct flow *flow = rows->canvas->flow;
    const struct look *look = flow->look;
    struct tag *figure = rows->canvas->figure;
    upt from = scale_place(&rows->times, span->from);
    upt to = scale_place(&rows->times, span->to), line = PT(0.8);
    upt bar = look->chart.bar, top = y - bar / 2;
    if (to - from < PT(2))
        to = from + PT(2);
    switch (span->form) {
    case SPAN_SOLID:
        flow_rect(flow, figure, from, top, to - from, bar, look->color.accent);
        return;
    case SPAN_OUTLINE:
        flow_outline(flow, figure, from, top, to - from, bar, line,
                     look->color.accent);
        return;
    case SPAN_DASHED:
        flow_outline(flow, figure, from, top, to - from, bar, line,
                     look->color.muted);
        flow->marks.at[flow->marks.count - 1].path.dash = PT(1.6);
        return;
    }
    BUG("form of a span %d", (int)span->form);
}

static void
draw_notches(struct rows *rows, const struct chart_row *row, upt y)
{
    struct flow *flow = rows->canvas->flow;
    upt bar = flow->look->chart.bar;
    for (size_t i = 0; i < row->notches.count; i++)
        flow_rect(flow, rows->canvas->figure,
                  scale_place(&rows->times, row->notches.at[i]), y - bar / 2,
                  PT(1.2), bar, 0xffffff);
}

/* A row as it will be drawn. */
struct set_row {
    const struct chart_row *of;
    struct set_text label, text;
    upt from, to; /* of its spans */
    upt text_x;
    bool is_text_above; /* there is no room beside the bar */
};

static struct set_row
set_row(struct rows *rows, const struct chart_row *row)
{
    struct set_row set = {.of = row};
    set.label = label_of(rows, row, rows->label_width);
    set.text = text_of(rows, row, true);
    size_t count = row->spans.count;
    if (!count)
        return set;
    set.from = scale_place(&rows->times, row->spans.at[0].from);
    set.to = scale_place(&rows->times, row->spans.at[count - 1].to);
    if (fits_beside(rows, &set.text, set.from, set.to, &set.text_x))
        return set;
    struct set_text brief = text_of(rows, row, false);
    if (fits_beside(rows, &brief, set.from, set.to, &set.text_x)) {
        set.text = brief;
        return set;
    }
    upt most = rows->box.x + rows->box.width - set.text.lines.widest;
    set.text_x = set.from < most ? set.from : most;
    set.is_text_above = true;
    return set;
}

/* Lines of years do not run through words. */
static void
place_text(struct rows *rows, const struct set_text *text, upt x, upt y)
{
    struct canvas *canvas = rows->canvas;
    upt height = text_height(text);
    flow_rect(canvas->flow, canvas->figure, x, y, text->lines.widest, height,
              0xffffff);
    canvas_place(canvas, text, x, y);
}

static void
draw_spans(struct rows *rows, const struct set_row *set, upt top, upt y)
{
    const struct chart_row *row = set->of;
    for (size_t i = 0; i < row->spans.count; i++)
        draw_bar(rows, &row->spans.at[i], y);
    draw_notches(rows, row, y);
    if (set->text.lines.line_count)
        place_text(rows, &set->text, set->text_x,
                   set->is_text_above ? top : y - text_height(&set->text) / 2);
}

static void
draw_sign(struct rows *rows, enum chart_sign sign, struct chart_place at,
          upt radius)
{
    struct canvas *canvas = rows->canvas;
    rgb color = canvas->flow->look->color.accent;
    const struct chart_place corners[] = {{at.x, at.y - radius},
                                          {at.x + radius, at.y},
                                          {at.x, at.y + radius},
                                          {at.x - radius, at.y},
                                          {at.x, at.y - radius}};
    switch (sign) {
    case SIGN_DISC:
        canvas_disc(canvas, at, radius, color);
        return;
    case SIGN_SQUARE:
        flow_rect(canvas->flow, canvas->figure, at.x - radius, at.y - radius,
                  2 * radius, 2 * radius, color);
        return;
    case SIGN_RING:
        canvas_ring(canvas, at, radius, (struct pen){PT(1), color, 0});
        return;
    case SIGN_DIAMOND:
        canvas_stroke(canvas, corners, 5, (struct pen){PT(1), color, 0});
        return;
    case SIGNS:
        break;
    }
    BUG("sign %d", (int)sign);
}

/* Signs one after the other, as far as they leave room for their count. */
static void
draw_signs(struct rows *rows, const struct set_row *set, upt y)
{
    upt radius = rows->canvas->flow->look->chart.bar / 2, pitch = 3 * radius;
    const struct set_text *text = &set->text;
    upt room = rows->box.width - text->lines.widest - 2 * pitch;
    upt x = rows->box.x + radius;
    for (size_t i = 0; i < set->of->signs.count; i++, x += pitch) {
        if (x > rows->box.x + room && i > 0)
            break;
        draw_sign(rows, set->of->signs.at[i], (struct chart_place){x, y},
                  radius);
    }
    canvas_place(rows->canvas, text, x, y - text_height(text) / 2);
}

/* ---- years --------------------------------------------------------------- */

static void
draw_years(struct rows *rows, upt height)
{
    const struct chart *chart = rows->chart;
    const struct look *look = rows->canvas->flow->look;
    for (size_t i = 0; i < chart->times.count; i++) {
        const struct chart_tick *tick = &chart->times.at[i];
        upt x = scale_place(&rows->times, tick->at);
        if (tick->number % rows->step == 0)
            canvas_line(rows->canvas, (struct chart_place){x, 0},
                        (struct chart_place){x, height},
                        (struct pen){PT(0.3), look->color.rule, 0});
    }
    if (!chart->has_today)
        return;
    upt x = scale_place(&rows->times, chart->today);
    canvas_line(rows->canvas, (struct chart_place){x, 0},
                (struct chart_place){x, height},
                (struct pen){PT(0.75), look->color.text, PT(1.6)});
}

static void
draw_row(struct rows *rows, const struct chart_row *row)
{
    struct canvas *canvas = rows->canvas;
    struct set_row set = set_row(rows, row);
    bool is_dots = rows->chart->kind == CHART_DOTS;
    upt line = rows->box.height, label = text_height(&set.label);
    upt padding = canvas->flow->look->table.padding / 2;
    upt above = (rows->is_narrow ? label : 0) +
                (set.is_text_above ? text_height(&set.text) : 0);
    upt height = above + line > label ? above + line : label;
    flow_band(canvas->flow, height + 2 * padding);
    canvas->taken.count = 0;
    upt y = padding + above + line / 2;
    if (!is_dots)
        draw_years(rows, height + 2 * padding);
    canvas_place(canvas, &set.label, canvas->flow->column.x, padding);
    if (is_dots)
        draw_signs(rows, &set, y);
    else
        draw_spans(rows, &set, padding + above - text_height(&set.text), y);
}

/* The line of today has its word above it. */
static void
draw_today(struct rows *rows)
{
    struct canvas *canvas = rows->canvas;
    struct set_text text = canvas_text(canvas, rows->chart->today_text,
                                       STYLE_FACT_LABEL, rows->box.width);
    upt x =
        scale_place(&rows->times, rows->chart->today) - text.lines.widest / 2;
    upt most = rows->box.x + rows->box.width - text.lines.widest;
    x = x > most ? most : x < rows->box.x ? rows->box.x : x;
    flow_band(canvas->flow, text_height(&text));
    canvas_place(canvas, &text, x, 0);
    flow_keep(canvas->flow, BREAK_FORBIDDEN);
}

void
rows_draw(struct canvas *canvas)
{
    struct rows rows = rows_of(canvas);
    const struct chart *chart = canvas->chart;
    struct flow *flow = canvas->flow;
    bool is_dots = chart->kind == CHART_DOTS;
    rows.step = is_dots ? 1 : canvas_time_step(canvas, &rows.times);
    if (chart->has_today)
        draw_today(&rows);
    for (size_t i = 0; i < chart->rows.count; i++) {
        draw_row(&rows, &chart->rows.at[i]);
        flow_keep(flow,
                  i + 2 < chart->rows.count ? COST_WHOLE : BREAK_FORBIDDEN);
    }
    if (is_dots)
        return;
    flow_band(flow, flow->look->text[STYLE_FACT_LABEL].leading);
    canvas->taken.count = 0;
    canvas_times(canvas, &rows.times,
                 (struct chart_box){rows.box.x, 0, rows.box.width, 0});
}
