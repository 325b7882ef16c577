/* Charts: title, drawing, small print; what all drawings are made of. */
#include "chart.h"

#include "setters.h"

/* ---- scales -------------------------------------------------------------- */

upt
scale_place(const struct chart_scale *scale, int64_t value)
{
    int64_t range = scale->last - scale->first, at = value - scale->first;
    /* Keep the product in range: values may have many digits. */
    while (range > INT64_C(1000000000)) {
        range /= 10;
        at /= 10;
    }
    if (range <= 0)
        return scale->start + scale->length / 2;
    return scale->start + upt_scale(scale->length, at, range);
}

/* ---- lines and signs ----------------------------------------------------- */

static struct path *
add_path(struct canvas *canvas)
{
    struct mark *mark = flow_mark(canvas->flow);
    mark->kind = MARK_PATH;
    mark->tag = canvas->figure;
    return &mark->path;
}

void
canvas_stroke(struct canvas *canvas, const struct chart_place *places,
              size_t count, struct pen pen)
{
    struct flow *flow = canvas->flow;
    uint8_t *verbs = ARENA_ARRAY(flow->arena, count, uint8_t);
    upt *points = ARENA_ARRAY(flow->arena, count * 2, upt);
    for (size_t i = 0; i < count; i++) {
        verbs[i] = i ? PATH_LINE : PATH_MOVE;
        points[2 * i] = flow_left(flow, places[i].x, 0);
        points[2 * i + 1] = places[i].y;
    }
    *add_path(canvas) = (struct path){.verbs = verbs,
                                      .verb_count = count,
                                      .points = points,
                                      .point_count = count * 2,
                                      .stroke = true,
                                      .stroke_color = pen.color,
                                      .stroke_width = pen.width,
                                      .dash = pen.dash};
}

void
canvas_line(struct canvas *canvas, struct chart_place from,
            struct chart_place to, struct pen pen)
{
    canvas_stroke(canvas, (const struct chart_place[]){from, to}, 2, pen);
}

/* A circle as four curves: their handles are 0.5523 of the radius long. */
static struct path
circle(struct flow *flow, struct chart_place center, upt radius)
{
    static const uint8_t verbs[] = {PATH_MOVE,  PATH_CURVE, PATH_CURVE,
                                    PATH_CURVE, PATH_CURVE, PATH_CLOSE};
    static const int units[][2] = {
        {2, 0},   {2, 1},   {1, 2},  {0, 2},  {-1, 2}, {-2, 1}, {-2, 0},
        {-2, -1}, {-1, -2}, {0, -2}, {1, -2}, {2, -1}, {2, 0}};
    enum { POINTS = sizeof units / sizeof *units };
    const upt lengths[] = {0, upt_scale(radius, 5523, 10000), radius};
    upt *points = ARENA_ARRAY(flow->arena, (size_t)POINTS * 2, upt);
    for (size_t i = 0; i < POINTS; i++) {
        int x = units[i][0], y = units[i][1];
        points[2 * i] =
            flow_left(flow, center.x, 0) + (x < 0 ? -lengths[-x] : lengths[x]);
        points[2 * i + 1] = center.y + (y < 0 ? -lengths[-y] : lengths[y]);
    }
    return (struct path){.verbs = verbs,
                         .verb_count = sizeof verbs,
                         .points = points,
                         .point_count = (size_t)POINTS * 2};
}

void
canvas_disc(struct canvas *canvas, struct chart_place center, upt radius,
            rgb color)
{
    struct path path = circle(canvas->flow, center, radius);
    path.fill = true;
    path.fill_color = color;
    *add_path(canvas) = path;
}

void
canvas_ring(struct canvas *canvas, struct chart_place center, upt radius,
            struct pen pen)
{
    struct path path = circle(canvas->flow, center, radius - pen.width / 2);
    path.fill = path.stroke = true;
    path.fill_color = 0xffffff;
    path.stroke_color = pen.color;
    path.stroke_width = pen.width;
    *add_path(canvas) = path;
}

/* ---- texts --------------------------------------------------------------- */

struct set_text
canvas_text(struct canvas *canvas, struct str text, enum text_style_id style,
            upt measure)
{
    return text_set_plain(canvas->flow, text, style, canvas->figure, measure,
                          ALIGN_START);
}

void
canvas_place(struct canvas *canvas, const struct set_text *text, upt x, upt y)
{
    text_place_all(canvas->flow, text, x, y);
    *list_add(canvas->flow->arena, &canvas->taken) =
        (struct chart_box){x, y, text->lines.widest, text_height(text)};
}

static bool
boxes_meet(const struct chart_box *a, const struct chart_box *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width &&
           a->y < b->y + b->height && b->y < a->y + a->height;
}

bool
canvas_place_if_free(struct canvas *canvas, const struct set_text *text, upt x,
                     upt y)
{
    const struct chart_box box = {x, y, text->lines.widest, text_height(text)};
    for (size_t i = 0; i < canvas->taken.count; i++)
        if (boxes_meet(&box, &canvas->taken.at[i]))
            return false;
    canvas_place(canvas, text, x, y);
    return true;
}

/* ---- labels beside lines ------------------------------------------------- */

static void
sort_labels(struct side_label *labels, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0 && labels[k].y < labels[k - 1].y; k--) {
            struct side_label label = labels[k];
            labels[k] = labels[k - 1];
            labels[k - 1] = label;
        }
}

void
labels_spread(struct side_label *labels, size_t count, upt top, upt bottom)
{
    sort_labels(labels, count);
    upt least = top;
    for (size_t i = 0; i < count; i++) {
        upt height = text_height(&labels[i].text);
        labels[i].y -= height / 2;
        if (labels[i].y < least)
            labels[i].y = least;
        least = labels[i].y + height;
    }
    upt most = bottom;
    for (size_t i = count; i-- > 0;) {
        upt height = text_height(&labels[i].text);
        if (labels[i].y + height > most)
            labels[i].y = most - height;
        most = labels[i].y;
    }
}

/* ---- times --------------------------------------------------------------- */

/* Centred at x as far as the room allows. */
static upt
time_left(const struct set_text *text, upt x, struct chart_box room)
{
    upt left = x - text->lines.widest / 2;
    upt most = room.x + room.width - text->lines.widest;
    left = left > most ? most : left;
    return left < room.x ? room.x : left;
}

static bool
place_time(struct canvas *canvas, struct str words, upt x,
           struct chart_box room)
{
    struct set_text text =
        canvas_text(canvas, words, STYLE_FACT_LABEL, room.width);
    return canvas_place_if_free(canvas, &text, time_left(&text, x, room),
                                room.y);
}

static upt
width_of(struct canvas *canvas, struct str words)
{
    return canvas_text(canvas, words, STYLE_FACT_LABEL,
                       canvas->flow->column.width)
        .lines.widest;
}

int64_t
canvas_time_step(struct canvas *canvas, const struct chart_scale *scale)
{
    static const int64_t months[] = {1, 2, 3, 6, 12}, years[] = {1, 2, 5, 10};
    const chart_tick_list *ticks = &canvas->chart->times;
    if (!ticks->count)
        return 1;
    int64_t unit =
        ticks->count > 1 ? ticks->at[1].at - ticks->at[0].at : CHART_YEAR;
    bool is_months = unit == CHART_MONTH;
    const int64_t *steps = is_months ? months : years;
    size_t count = is_months ? 5 : 4;
    upt need = width_of(canvas, ticks->at[0].text) * 2 +
               canvas->flow->look->font_size / 2;
    for (size_t i = 0; i < count; i++)
        if (scale_place(scale, scale->first + steps[i] * unit) - scale->start >=
            need)
            return steps[i];
    return steps[count - 1];
}

static void
place_ticks(struct canvas *canvas, const struct chart_scale *scale,
            struct chart_box room)
{
    const struct chart *chart = canvas->chart;
    const struct look *look = canvas->flow->look;
    int64_t step = canvas_time_step(canvas, scale);
    for (size_t i = 0; i < chart->times.count; i++) {
        const struct chart_tick *tick = &chart->times.at[i];
        upt x = scale_place(scale, tick->at);
        if (tick->number % step || !place_time(canvas, tick->text, x, room))
            continue;
        canvas_line(canvas, (struct chart_place){x, room.y - PT(1)},
                    (struct chart_place){x, room.y + PT(2)},
                    (struct pen){PT(0.5), look->color.muted, 0});
    }
}

/* The dates of the points themselves, when there is room for all of them. */
static bool
point_times_fit(struct canvas *canvas, const struct chart_scale *scale)
{
    const struct chart *chart = canvas->chart;
    upt reach = INT64_MIN;
    if (chart->points.count > 10 || !chart->points.count)
        return false;
    upt gap = canvas->flow->look->font_size / 2;
    for (size_t i = 0; i < chart->points.count; i++) {
        const struct chart_point *point = &chart->points.at[i];
        upt half = width_of(canvas, point->time_text) / 2;
        upt x = scale_place(scale, point->time);
        bool is_same = i > 0 && str_equal(point->time_text,
                                          chart->points.at[i - 1].time_text);
        if (is_same || x - half < reach)
            return false;
        reach = x + half + gap;
    }
    return true;
}

void
canvas_times(struct canvas *canvas, const struct chart_scale *scale,
             struct chart_box room)
{
    const struct chart *chart = canvas->chart;
    size_t count = chart->points.count, first = canvas->taken.count;
    if (point_times_fit(canvas, scale)) {
        for (size_t i = 0; i < count; i++)
            (void)place_time(canvas, chart->points.at[i].time_text,
                             scale_place(scale, chart->points.at[i].time),
                             room);
        return;
    }
    if (chart->times.count)
        place_ticks(canvas, scale, room);
    if (canvas->taken.count >= first + 2 || !count)
        return;
    (void)place_time(canvas, chart->points.at[0].time_text, room.x, room);
    (void)place_time(canvas, chart->points.at[count - 1].time_text,
                     scale_place(scale, chart->points.at[count - 1].time),
                     room);
}

/* ---- around the drawing -------------------------------------------------- */

/* Short parts of the small print are not broken: "target 96%". */
#define MOST_UNBROKEN 24

void
chart_add_note(struct text_builder *note, struct str text)
{
    if (!text.len)
        return;
    if (note->runs.count)
        text_add_plain(note, STR(" · "), STYLE_NOTE, SPAN_NONE);
    text_add_plain(note, text, STYLE_NOTE, SPAN_NONE);
    note->runs.at[note->runs.count - 1].no_break = text.len <= MOST_UNBROKEN;
}

static void
set_title(struct flow *flow, const struct chart *chart)
{
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    upt width = flow->column.width, gap = flow->look->table.gap;
    struct set_text aside = text_set_fitted(flow, chart->aside, STYLE_CHANGE,
                                            tag, width / 3, ALIGN_END);
    struct text_builder builder = text_begin(flow, tag);
    text_add_plain(&builder, chart->title, STYLE_LABEL, chart->span);
    if (chart->hint.len) {
        text_add_plain(&builder, STR(" · "), STYLE_NOTE, SPAN_NONE);
        text_add_plain(&builder, chart->hint, STYLE_NOTE, SPAN_NONE);
    }
    upt beside = chart->aside.len ? aside.lines.widest + gap : 0;
    struct set_text title =
        text_end(&builder, STYLE_LABEL, width - beside, ALIGN_START);
    upt drop = style_baseline(aside.style) - style_baseline(title.style);
    drop = drop > 0 && chart->aside.len ? drop : 0;
    upt left = text_height(&title) + drop, right = text_height(&aside);
    flow_band(flow, left > right ? left : right);
    text_place_all(flow, &title, flow->column.x, drop);
    text_place_all(flow, &aside, flow->column.x + width - width / 3, 0);
    flow_keep(flow, BREAK_FORBIDDEN);
}

static void
set_notes(struct flow *flow, const struct chart *chart)
{
    struct text_builder note =
        text_begin(flow, flow_tag(flow, TAG_P, flow->tag));
    for (size_t i = 0; i < chart->notes.count; i++)
        chart_add_note(&note, chart->notes.at[i]);
    struct set_text text =
        text_end(&note, STYLE_NOTE, flow->column.width, ALIGN_START);
    flow_keep(flow, BREAK_FORBIDDEN);
    text_flow(flow, &text, flow->column.x);
}

void
chart_set(struct flow *flow, const struct block *block)
{
    struct canvas canvas = {.flow = flow, .chart = block->chart};
    if (!canvas.chart)
        return;
    flow_space(flow, flow->look->space.block);
    flow_keep(flow, COST_PARAGRAPH);
    if (canvas.chart->title.len)
        set_title(flow, canvas.chart);
    canvas.figure = flow_tag(flow, TAG_FIGURE, flow->tag);
    canvas.figure->alt = canvas.chart->description;
    switch (canvas.chart->kind) {
    case CHART_RUN:
        run_draw(&canvas);
        break;
    case CHART_SLOPE:
        slope_draw(&canvas);
        break;
    case CHART_SPANS:
    case CHART_DOTS:
        rows_draw(&canvas);
        break;
    }
    if (canvas.chart->notes.count)
        set_notes(flow, canvas.chart);
    flow_space(flow, flow->look->space.block);
}
