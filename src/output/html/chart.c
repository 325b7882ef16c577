/*
 * Charts. Places across are shares of the width, so that the same drawing
 * fits a telephone and a desk, and words keep their size; places down are
 * pixels. Rows are lists of words with a drawing beside each.
 */
#include "output/plain.h"
#include "writer.h"

#define WHOLE 10000

static void
add(struct html *h, const char *markup)
{
    buf_add_text(&h->out, markup);
}

static void
add_line(struct html *h, const char *name, int64_t x1, int64_t y1, int64_t x2,
         int64_t y2)
{
    buf_print(&h->out, "<line class=\"%s\"", name);
    html_percent(h, "x1", x1);
    html_percent(h, "x2", x2);
    buf_print(&h->out, " y1=\"%lld\" y2=\"%lld\"/>", (long long)y1,
              (long long)y2);
}

static void
add_anchored(struct html *h, const char *name, const char *anchor, int64_t x,
             int64_t y, struct str words)
{
    if (!words.len)
        return;
    add(h, "<text");
    if (*name)
        buf_print(&h->out, " class=\"%s\"", name);
    html_percent(h, "x", x);
    buf_print(&h->out, " y=\"%lld\" text-anchor=\"%s\">", (long long)y, anchor);
    html_words(h, words);
    add(h, "</text>");
}

/* At the edges of the drawing words stand inside. */
static void
add_words(struct html *h, const char *name, int64_t x, int64_t y,
          struct str words)
{
    add_anchored(h, name,
                 x < WHOLE / 8           ? "start"
                 : x > WHOLE - WHOLE / 8 ? "end"
                                         : "middle",
                 x, y, words);
}

/* ---- captions ------------------------------------------------------------ */

static void
begin_figure(struct html *h, const struct chart *chart)
{
    add(h, "<figure class=\"chart\">\n");
    if (!chart->title.len && !chart->aside.len && !chart->hint.len)
        return;
    add(h, "<figcaption>\n");
    html_element_words(h, "span label", chart->title);
    html_element_words(h, "span change", chart->aside);
    html_element_words(h, "span hint", chart->hint);
    add(h, "</figcaption>\n");
}

static void
end_figure(struct html *h, const struct chart *chart)
{
    struct buf notes = buf_new(h->arena);
    for (size_t i = 0; i < chart->notes.count; i++)
        buf_print(&notes, "%s%.*s", i ? "; " : "", STR_ARG(chart->notes.at[i]));
    html_element_words(h, "p small", buf_str(&notes));
    add(h, "</figure>\n");
}

/* ---- times --------------------------------------------------------------- */

/* Of all ticks so many that `most` of them are left. */
static int64_t
step_of(const chart_tick_list *ticks, size_t most)
{
    for (int64_t step = 1;; step++) {
        size_t count = 0;
        for (size_t i = 0; i < ticks->count; i++)
            count += ticks->at[i].number % step == 0;
        if (count <= most)
            return step;
    }
}

/* `y` is the line of the words. On narrow screens there are fewer. */
static void
add_times(struct html *h, const struct chart *chart, int64_t from, int64_t to,
          int64_t y)
{
    int64_t few = step_of(&chart->times, 3), more = step_of(&chart->times, 7);
    for (size_t i = 0; i < chart->times.count; i++) {
        const struct chart_tick *tick = &chart->times.at[i];
        bool is_few = tick->number % few == 0;
        /* Nothing stands between those that are always there. */
        if (!is_few && (few % more || tick->number % more))
            continue;
        int64_t x = from + html_share(tick->at, chart->first, chart->last) *
                               (to - from) / WHOLE;
        add_words(h, is_few ? "" : "wide", x, y, tick->text);
    }
}

/* ---- one figure over time ------------------------------------------------ */

#define RUN_TOP 24
#define RUN_HEIGHT 180
#define RUN_BELOW 24

struct run {
    const struct chart *chart;
    int64_t left, right; /* of the points, in shares */
};

static int64_t
run_x(const struct run *run, int64_t time)
{
    return run->left + html_share(time, run->chart->first, run->chart->last) *
                           (run->right - run->left) / WHOLE;
}

static int64_t
run_y(const struct run *run, int64_t value)
{
    return RUN_TOP + RUN_HEIGHT -
           html_share(value, run->chart->least, run->chart->most) * RUN_HEIGHT /
               WHOLE;
}

/* Room for the figures at the scale, on a narrow screen as well. */
static int64_t
scale_width(const struct chart *chart)
{
    size_t longest = 1;
    for (size_t i = 0; i < chart->values.count; i++)
        if (chart->values.at[i].text.len > longest)
            longest = chart->values.at[i].text.len;
    return 260 * (int64_t)(longest > 8 ? 8 : longest) + 150;
}

static void
add_scale(struct html *h, const struct run *run)
{
    const chart_tick_list *values = &run->chart->values;
    for (size_t i = 0; i < values->count; i++) {
        int64_t y = run_y(run, values->at[i].at);
        add_line(h, "grid", run->left, y, WHOLE, y);
        add_words(h, "", 0, y + 4, values->at[i].text);
    }
}

static void
add_levels(struct html *h, const struct run *run)
{
    for (size_t i = 0; i < run->chart->levels.count; i++) {
        const struct chart_level *level = &run->chart->levels.at[i];
        int64_t y = run_y(run, level->value);
        int64_t from = run_x(run, level->from), to = run_x(run, level->to);
        add_line(h, level->is_target ? "goal" : "level", from, y, to, y);
        bool is_below = !level->is_target && level->from <= run->chart->first;
        add_anchored(h, level->is_target ? "" : "wide", "start", from + 100,
                     is_below ? y + 15 : y - 5, level->text);
    }
}

static void
add_change(struct html *h, const struct run *run)
{
    const struct chart *chart = run->chart;
    if (!chart->has_change)
        return;
    int64_t x = run_x(run, chart->change);
    add_line(h, "level", x, 4, x, RUN_TOP + RUN_HEIGHT);
    add_words(h, "wide", (run->left + x) / 2, 12, chart->before_text);
    add_words(h, "wide", (x + run->right) / 2, 12, chart->after_text);
}

/* Below its neighbours: its number stands below it as well. */
static bool
is_low(const struct chart *chart, size_t i)
{
    int64_t value = chart->points.at[i].value;
    bool is_below_last = i > 0 && value < chart->points.at[i - 1].value;
    bool is_below_next =
        i + 1 < chart->points.count && value < chart->points.at[i + 1].value;
    return i > 0 ? is_below_last : is_below_next;
}

static void
add_points(struct html *h, const struct run *run)
{
    const struct chart *chart = run->chart;
    for (size_t i = 1; i < chart->points.count; i++) {
        const struct chart_point *a = &chart->points.at[i - 1], *b = a + 1;
        add_line(h, b->is_far ? "gap" : "curve", run_x(run, a->time),
                 run_y(run, a->value), run_x(run, b->time),
                 run_y(run, b->value));
    }
    for (size_t i = 0; i < chart->points.count; i++) {
        const struct chart_point *point = &chart->points.at[i];
        bool is_last = i + 1 == chart->points.count;
        int64_t x = run_x(run, point->time), y = run_y(run, point->value);
        buf_print(&h->out, "<circle class=\"%s\"",
                  point->is_after || !chart->has_change ? "solid" : "ring");
        html_percent(h, "cx", x);
        buf_print(&h->out, " cy=\"%lld\" r=\"4\"/>", (long long)y);
        if (is_last || point->is_extreme)
            add_words(h, is_last ? "strong" : "", x,
                      is_low(chart, i) ? y + 20 : y - 10, point->value_text);
    }
}

static void
add_run(struct html *h, const struct chart *chart)
{
    const struct run run = {chart, scale_width(chart), WHOLE - 200};
    buf_print(&h->out, "<svg width=\"100%%\" height=\"%d\" role=\"img\"",
              RUN_TOP + RUN_HEIGHT + RUN_BELOW);
    html_attribute(h, "aria-label", chart->description);
    add(h, ">\n");
    add_scale(h, &run);
    add_levels(h, &run);
    add_change(h, &run);
    add_points(h, &run);
    add_times(h, chart, run.left, run.right, RUN_TOP + RUN_HEIGHT + 18);
    add(h, "\n</svg>\n");
}

/* ---- rows ---------------------------------------------------------------- */

static void
begin_drawing(struct html *h, int height)
{
    buf_print(&h->out,
              "<svg width=\"100%%\" height=\"%d\" aria-hidden=\"true\" "
              "focusable=\"false\">",
              height);
}

static void
add_row_words(struct html *h, const struct chart_row *row)
{
    const struct str parts[] = {row->label, row->text, row->note,
                                row->time_text};
    static const char *const names[] = {"span name", "span", "span hint",
                                        "span hint"};
    bool is_begun = false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].len)
            continue;
        html_element_words(h, is_begun ? names[i] : "span name", parts[i]);
        is_begun = true;
    }
}

static int64_t
chart_x(const struct chart *chart, int64_t time)
{
    return html_share(time, chart->first, chart->last);
}

#define SPAN_HEIGHT 14

static void
add_spans(struct html *h, const struct chart *chart,
          const struct chart_row *row)
{
    static const char *const forms[] = {[SPAN_SOLID] = "solid",
                                        [SPAN_OUTLINE] = "outline",
                                        [SPAN_DASHED] = "dashed"};
    begin_drawing(h, SPAN_HEIGHT);
    for (size_t i = 0; i < row->spans.count; i++) {
        const struct chart_span *span = &row->spans.at[i];
        int64_t from = chart_x(chart, span->from);
        buf_print(&h->out, "<rect class=\"%s\"", forms[span->form]);
        html_percent(h, "x", from);
        html_percent(h, "width", chart_x(chart, span->to) - from);
        buf_print(&h->out, " y=\"1\" height=\"%d\"/>", SPAN_HEIGHT - 2);
    }
    for (size_t i = 0; i < row->notches.count; i++) {
        int64_t x = chart_x(chart, row->notches.at[i]);
        add_line(h, "notch", x, 1, x, SPAN_HEIGHT - 1);
    }
    if (chart->has_today) {
        int64_t x = chart_x(chart, chart->today);
        add_line(h, "level", x, -4, x, SPAN_HEIGHT + 4);
    }
    add(h, "</svg>\n");
}

static void
add_signs(struct html *h, const struct chart_row *row)
{
    static const char *const signs[SIGNS] = {
        [SIGN_DISC] = "<circle class=\"solid\" cx=\"6\" cy=\"6\" r=\"5\"/>",
        [SIGN_SQUARE] = "<path class=\"solid\" d=\"M1 1H11V11H1Z\"/>",
        [SIGN_RING] = "<circle class=\"ring\" cx=\"6\" cy=\"6\" r=\"4\"/>",
        [SIGN_DIAMOND] = "<path class=\"solid\" d=\"M6 0L12 6L6 12L0 6Z\"/>"};
    add(h, "<div>");
    for (size_t i = 0; i < row->signs.count; i++)
        buf_print(&h->out,
                  "<svg class=\"sign\" width=\"12\" height=\"12\" "
                  "aria-hidden=\"true\" focusable=\"false\">%s</svg>",
                  signs[row->signs.at[i]]);
    add(h, "</div>\n");
}

/* A ring and a disc on the scale of all rows, and what they say. */
static void
add_slope(struct html *h, const struct chart *chart,
          const struct chart_row *row)
{
    int64_t from = 400 + html_share(row->before, chart->least, chart->most) *
                             (WHOLE - 800) / WHOLE;
    int64_t to = 400 + html_share(row->after, chart->least, chart->most) *
                           (WHOLE - 800) / WHOLE;
    add(h, "<div>\n");
    begin_drawing(h, SPAN_HEIGHT);
    add_line(h, row->is_worse ? "gap" : "curve", from, SPAN_HEIGHT / 2, to,
             SPAN_HEIGHT / 2);
    add(h, "<circle class=\"ring\"");
    html_percent(h, "cx", from);
    buf_print(&h->out, " cy=\"%d\" r=\"5\"/><circle class=\"solid\"",
              SPAN_HEIGHT / 2);
    html_percent(h, "cx", to);
    buf_print(&h->out, " cy=\"%d\" r=\"5\"/></svg>\n", SPAN_HEIGHT / 2);
    html_element_words(h, "span",
                       str_format(h->arena, "%.*s \xe2\x86\x92 %.*s",
                                  STR_ARG(row->before_text),
                                  STR_ARG(row->after_text)));
    add(h, "</div>\n");
}

static void
add_axis(struct html *h, const struct chart *chart)
{
    if (!chart->times.count)
        return;
    add(h, "<div class=\"axis beside\">");
    begin_drawing(h, chart->has_today ? 30 : 16);
    add_times(h, chart, 0, WHOLE, 13);
    if (chart->has_today)
        add_words(h, "", chart_x(chart, chart->today), 28, chart->today_text);
    add(h, "</svg></div>\n");
}

static void
add_rows(struct html *h, const struct chart *chart)
{
    add(h, "<ul class=\"rows spans\">\n");
    for (size_t i = 0; i < chart->rows.count; i++) {
        const struct chart_row *row = &chart->rows.at[i];
        add(h, "<li>\n<div>\n");
        add_row_words(h, row);
        add(h, "</div>\n");
        if (chart->kind == CHART_SPANS)
            add_spans(h, chart, row);
        else if (chart->kind == CHART_DOTS)
            add_signs(h, row);
        else
            add_slope(h, chart, row);
        add(h, "</li>\n");
    }
    add(h, "</ul>\n");
    if (chart->kind == CHART_SPANS)
        add_axis(h, chart);
}

void
html_chart(struct html *h, const struct block *block)
{
    const struct chart *chart = block->chart;
    begin_figure(h, chart);
    if (chart->kind == CHART_RUN)
        add_run(h, chart);
    else if (chart->rows.count)
        add_rows(h, chart);
    end_figure(h, chart);
}
