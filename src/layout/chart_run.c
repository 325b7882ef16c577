/*
 * One figure over time.
 *
 *          Before | After
 *   40 ---o-------+-------------------
 *      o     o----|--o
 *   30 - - - - - -|- - -o- - - - - - - target 30
 *                 |        o---o       26 minutes
 *   20 -----------+-------------------
 *      Jul 2021    Jan 2022   Jul
 *
 * Points before the work began are rings, those after it discs.
 */
#include "chart.h"

struct plot {
    struct canvas *canvas;
    const struct chart *chart;
    struct chart_box box; /* of the points */
    struct chart_scale times, values;
    struct chart_place *places; /* of the points */
    upt radius;
    upt line; /* leading of the labels */
};

/* ---- measures ------------------------------------------------------------ */

/* Below this a column is a narrow one. */
#define NARROW PT(230)
#define NARROW_LINES 5

/* The widest of the figures at the scale. */
static upt
ticks_width(struct canvas *canvas, struct set_text *ticks)
{
    const struct chart *chart = canvas->chart;
    upt widest = 0;
    for (size_t i = 0; i < chart->values.count; i++) {
        ticks[i] = canvas_text(canvas, chart->values.at[i].text,
                               STYLE_FACT_LABEL, canvas->flow->column.width);
        widest =
            ticks[i].lines.widest > widest ? ticks[i].lines.widest : widest;
    }
    return widest;
}

static bool
ends_at_last(const struct chart *chart, const struct chart_level *level)
{
    return level->to == chart->last;
}

/* The last figure and the lines that run up to it, named at the side. */
static size_t
make_side(struct canvas *canvas, struct side_label *labels, upt *width)
{
    const struct chart *chart = canvas->chart;
    upt most = canvas->flow->column.width * 3 / 10;
    size_t count = 0;
    labels[count++].text = canvas_text(
        canvas, chart->points.at[chart->points.count - 1].value_text,
        STYLE_LABEL, most);
    for (size_t i = 0; i < chart->levels.count; i++)
        if (ends_at_last(chart, &chart->levels.at[i]))
            labels[count++].text = canvas_text(canvas, chart->levels.at[i].text,
                                               STYLE_FACT_LABEL, most);
    *width = 0;
    for (size_t i = 0; i < count; i++)
        if (labels[i].text.lines.widest > *width)
            *width = labels[i].text.lines.widest;
    return count;
}

static void
find_places(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    for (size_t i = 0; i < chart->points.count; i++)
        plot->places[i] = (struct chart_place){
            scale_place(&plot->times, chart->points.at[i].time),
            scale_place(&plot->values, chart->points.at[i].value)};
}

static void
make_scales(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    upt inset = plot->radius * 2;
    plot->times =
        (struct chart_scale){chart->first, chart->last, plot->box.x + inset,
                             plot->box.width - 2 * inset};
    plot->values =
        (struct chart_scale){chart->least, chart->most,
                             plot->box.y + plot->box.height, -plot->box.height};
    plot->places = ARENA_ARRAY(plot->canvas->flow->arena, chart->points.count,
                               struct chart_place);
    find_places(plot);
}

/* ---- what lies behind the points ----------------------------------------- */

static void
draw_grid(struct plot *plot, const struct set_text *ticks)
{
    const struct look *look = plot->canvas->flow->look;
    upt left = plot->canvas->flow->column.x;
    for (size_t i = 0; i < plot->chart->values.count; i++) {
        int64_t at = plot->chart->values.at[i].at;
        upt y = scale_place(&plot->values, at);
        bool is_base = i == 0 || at == 0;
        canvas_line(plot->canvas, (struct chart_place){plot->box.x, y},
                    (struct chart_place){plot->box.x + plot->box.width, y},
                    (struct pen){is_base ? PT(0.6) : PT(0.3),
                                 is_base ? look->color.muted : look->color.rule,
                                 0});
        upt width = plot->box.x - left - look->font_size / 2;
        canvas_place(plot->canvas, &ticks[i],
                     left + width - ticks[i].lines.widest,
                     y - text_height(&ticks[i]) / 2);
    }
}

static void
draw_levels(struct plot *plot)
{
    const struct look *look = plot->canvas->flow->look;
    for (size_t i = 0; i < plot->chart->levels.count; i++) {
        const struct chart_level *level = &plot->chart->levels.at[i];
        upt y = scale_place(&plot->values, level->value);
        upt from = scale_place(&plot->times, level->from);
        upt to = ends_at_last(plot->chart, level)
                     ? plot->box.x + plot->box.width
                     : scale_place(&plot->times, level->to);
        canvas_line(plot->canvas, (struct chart_place){from, y},
                    (struct chart_place){to, y},
                    (struct pen){PT(0.75),
                                 level->is_target ? look->color.text
                                                  : look->color.muted,
                                 level->is_target ? PT(1.6) : 0});
    }
}

/* A line down where the work began, and a word on each side. */
static void
draw_change(struct plot *plot)
{
    struct canvas *canvas = plot->canvas;
    const struct look *look = canvas->flow->look;
    const struct chart *chart = plot->chart;
    if (!chart->has_change)
        return;
    upt x = scale_place(&plot->times, chart->change), top = plot->box.y;
    upt gap = look->font_size / 3;
    canvas_line(canvas, (struct chart_place){x, top - plot->line},
                (struct chart_place){x, top + plot->box.height},
                (struct pen){PT(0.5), look->color.muted, 0});
    struct set_text before = canvas_text(canvas, chart->before_text,
                                         STYLE_FACT_LABEL, plot->box.width);
    struct set_text after = canvas_text(canvas, chart->after_text,
                                        STYLE_FACT_LABEL, plot->box.width);
    if (x - gap - before.lines.widest >= canvas->flow->column.x)
        canvas_place(canvas, &before, x - gap - before.lines.widest,
                     top - plot->line);
    upt end = canvas->flow->column.x + canvas->flow->column.width;
    if (x + gap + after.lines.widest <= end)
        canvas_place(canvas, &after, x + gap, top - plot->line);
}

/* ---- points -------------------------------------------------------------- */

static void
draw_line(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const struct look *look = plot->canvas->flow->look;
    struct pen pen = {PT(1.4), look->color.accent, 0};
    struct pen dashed = {PT(0.8), look->color.accent, PT(2.5)};
    size_t from = 0, count = chart->points.count;
    for (size_t i = 1; i <= count; i++) {
        if (i < count && !chart->points.at[i].is_far)
            continue;
        if (i - from > 1)
            canvas_stroke(plot->canvas, &plot->places[from], i - from, pen);
        if (i < count)
            canvas_line(plot->canvas, plot->places[i - 1], plot->places[i],
                        dashed);
        from = i;
    }
}

static void
draw_points(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const struct look *look = plot->canvas->flow->look;
    for (size_t i = 0; i < chart->points.count; i++) {
        struct chart_place at = plot->places[i];
        if (chart->has_change && !chart->points.at[i].is_after)
            canvas_ring(plot->canvas, at, plot->radius + PT(0.3),
                        (struct pen){PT(1), look->color.accent, 0});
        else
            canvas_disc(plot->canvas, at, plot->radius, look->color.accent);
    }
}

/* ---- words --------------------------------------------------------------- */

/* Whether the line from one point to the next runs through the box. */
static bool
line_meets(struct chart_place a, struct chart_place b,
           const struct chart_box *box)
{
    upt left = box->x > a.x ? box->x : a.x;
    upt right = box->x + box->width < b.x ? box->x + box->width : b.x;
    if (left > right || b.x <= a.x)
        return false;
    /* In units that keep the product in range. */
    int64_t run = (b.x - a.x) / 1000 + 1;
    upt y1 = a.y + upt_scale(b.y - a.y, (left - a.x) / 1000, run);
    upt y2 = a.y + upt_scale(b.y - a.y, (right - a.x) / 1000, run);
    upt top = y1 < y2 ? y1 : y2, bottom = y1 < y2 ? y2 : y1;
    return top < box->y + box->height && bottom > box->y;
}

/* Whether a line across runs through the box. */
static bool
level_meets(const struct plot *plot, const struct chart_box *box)
{
    for (size_t i = 0; i < plot->chart->levels.count; i++) {
        upt y = scale_place(&plot->values, plot->chart->levels.at[i].value);
        if (y > box->y && y < box->y + box->height)
            return true;
    }
    return false;
}

static bool
is_clear(const struct plot *plot, const struct chart_box *box)
{
    for (size_t i = 1; i < plot->chart->points.count; i++)
        if (line_meets(plot->places[i - 1], plot->places[i], box))
            return false;
    return box->x >= plot->box.x &&
           box->x + box->width <= plot->box.x + plot->box.width &&
           box->y >= plot->box.y - plot->line &&
           box->y + box->height <= plot->box.y + plot->box.height;
}

static bool
try_label(struct plot *plot, const struct set_text *text, upt x, upt y,
          bool is_strict)
{
    /* Of the line's height the letters take the middle. */
    upt height = text_height(text), inset = height / 6;
    const struct chart_box box = {x, y + inset, text->lines.widest,
                                  height - 2 * inset};
    return is_clear(plot, &box) && !(is_strict && level_meets(plot, &box)) &&
           canvas_place_if_free(plot->canvas, text, x, y);
}

/* Above, below, and to both sides of that; in a valley first below. */
static void
name_point(struct plot *plot, size_t i)
{
    const struct chart_point *point = &plot->chart->points.at[i];
    struct chart_place at = plot->places[i];
    struct set_text text = canvas_text(plot->canvas, point->value_text,
                                       STYLE_TABLE, plot->box.width);
    upt width = text.lines.widest, height = text_height(&text);
    upt above = at.y - plot->radius - height, below = at.y + plot->radius;
    bool is_valley =
        i > 0 && plot->places[i - 1].y < at.y && plot->places[i + 1].y < at.y;
    const upt ys[] = {is_valley ? below : above, is_valley ? above : below};
    const upt xs[] = {at.x - width / 2, at.x, at.x - width,
                      at.x + plot->radius * 2, at.x - width - plot->radius * 2};
    for (size_t k = 0; k < 20; k++)
        if (try_label(plot, &text, xs[k / 2 % 5], ys[k % 2], k < 10))
            return;
}

/* Of few points all figures are printed, of many the first and the ends of
   their range. The last one stands at the side. */
#define MOST_NAMED 8

static void
name_points(struct plot *plot)
{
    size_t count = plot->chart->points.count;
    for (size_t i = 0; i + 1 < count; i++)
        if (i == 0 || count <= MOST_NAMED ||
            plot->chart->points.at[i].is_extreme)
            name_point(plot, i);
}

/* The median of the points before the work began ends inside. */
static void
name_levels(struct plot *plot)
{
    struct canvas *canvas = plot->canvas;
    for (size_t i = 0; i < plot->chart->levels.count; i++) {
        const struct chart_level *level = &plot->chart->levels.at[i];
        if (ends_at_last(plot->chart, level))
            continue;
        struct set_text text =
            canvas_text(canvas, level->text, STYLE_FACT_LABEL, plot->box.width);
        upt from = scale_place(&plot->times, level->from);
        upt to = scale_place(&plot->times, level->to) - text.lines.widest;
        upt y = scale_place(&plot->values, level->value);
        upt above = y - text_height(&text);
        (void)(try_label(plot, &text, to, above, false) ||
               try_label(plot, &text, to, y, false) ||
               try_label(plot, &text, from, above, false) ||
               try_label(plot, &text, from, y, false));
    }
}

static void
name_side(struct plot *plot, struct side_label *labels, size_t count)
{
    const struct chart *chart = plot->chart;
    size_t n = 0;
    labels[n++].y = scale_place(
        &plot->values, chart->points.at[chart->points.count - 1].value);
    for (size_t i = 0; i < chart->levels.count; i++)
        if (ends_at_last(chart, &chart->levels.at[i]))
            labels[n++].y =
                scale_place(&plot->values, chart->levels.at[i].value);
    /* The words about the change stand above. */
    labels_spread(labels, count,
                  plot->box.y - (chart->has_change ? 0 : plot->line),
                  plot->box.y + plot->box.height + plot->line / 2);
    upt x =
        plot->box.x + plot->box.width + plot->canvas->flow->look->font_size / 2;
    for (size_t i = 0; i < count; i++)
        canvas_place(plot->canvas, &labels[i].text, x, labels[i].y);
}

/* ---- the drawing --------------------------------------------------------- */

static void
draw(struct plot *plot, struct side_label *side, size_t side_count,
     const struct set_text *ticks)
{
    struct flow *flow = plot->canvas->flow;
    upt bottom = plot->box.y + plot->box.height;
    draw_grid(plot, ticks);
    draw_levels(plot);
    draw_change(plot);
    draw_line(plot);
    draw_points(plot);
    name_side(plot, side, side_count);
    name_points(plot);
    name_levels(plot);
    canvas_times(plot->canvas, &plot->times,
                 (struct chart_box){flow->column.x, bottom + plot->line / 2,
                                    flow->column.width, plot->line});
}

/* Points that stand close together are small. */
static upt
radius_of(upt width, size_t count)
{
    upt radius = width / (upt)(count * 4);
    return radius < PT(1) ? PT(1) : radius > PT(2.3) ? PT(2.3) : radius;
}

void
run_draw(struct canvas *canvas)
{
    struct flow *flow = canvas->flow;
    const struct chart *chart = canvas->chart;
    upt width = flow->column.width, gap = flow->look->font_size / 2;
    upt lines = flow->look->chart.lines;
    if (width < NARROW && lines > NARROW_LINES)
        lines = NARROW_LINES;
    upt leading = flow->look->text[STYLE_BODY].leading;
    struct set_text *ticks =
        ARENA_ARRAY(flow->arena, chart->values.count, struct set_text);
    struct side_label *side =
        ARENA_ARRAY(flow->arena, chart->levels.count + 1, struct side_label);
    upt right, left = ticks_width(canvas, ticks) + gap;
    size_t side_count = make_side(canvas, side, &right);
    struct plot plot = {.canvas = canvas, .chart = chart, .line = leading};
    plot.box = (struct chart_box){flow->column.x + left, leading,
                                  width - left - right - gap, lines * leading};
    plot.radius = radius_of(plot.box.width, chart->points.count);
    make_scales(&plot);
    flow_band(flow, (lines + 3) * leading - leading / 2);
    draw(&plot, side, side_count, ticks);
}

/* ---- in a row of a table ------------------------------------------------- */

/* From the lowest of the points and the target to the highest. */
static struct chart_scale
spark_scale(const struct chart *chart, const struct chart_box *box)
{
    struct chart_scale scale = {chart->points.at[0].value,
                                chart->points.at[0].value, box->y + box->height,
                                -box->height};
    for (size_t i = 0; i < chart->points.count + chart->levels.count; i++) {
        int64_t value = i < chart->points.count
                            ? chart->points.at[i].value
                            : chart->levels.at[i - chart->points.count].value;
        scale.first = value < scale.first ? value : scale.first;
        scale.last = value > scale.last ? value : scale.last;
    }
    return scale;
}

void
spark_draw(struct canvas *canvas, struct chart_box box)
{
    const struct chart *chart = canvas->chart;
    const struct look *look = canvas->flow->look;
    struct plot plot = {.canvas = canvas, .chart = chart, .radius = PT(1.8)};
    size_t last = chart->points.count - 1;
    upt inset = PT(4);
    plot.box = (struct chart_box){box.x, box.y + inset, box.width,
                                  box.height - 2 * inset};
    make_scales(&plot);
    plot.values = spark_scale(chart, &plot.box);
    find_places(&plot);
    for (size_t i = 0; i < chart->levels.count; i++) {
        upt y = scale_place(&plot.values, chart->levels.at[i].value);
        if (chart->levels.at[i].is_target)
            canvas_line(canvas, (struct chart_place){box.x, y},
                        (struct chart_place){box.x + box.width, y},
                        (struct pen){PT(0.6), look->color.text, PT(1.6)});
    }
    draw_line(&plot);
    canvas_ring(canvas, plot.places[0], plot.radius + PT(0.3),
                (struct pen){PT(1), look->color.accent, 0});
    canvas_disc(canvas, plot.places[last], plot.radius, look->color.accent);
}
