/*
 * A record's series as a run chart: the figure over time, the median across,
 * the target, and what was before the work began set off from what came after
 * (Provost and Murray, The Health Care Data Guide, chapter 3).
 */
#include <stdlib.h>

#include "figures.h"

/* Fewer say no more than before and after. */
#define LEAST_POINTS 3
/* A median of fewer would be one of them. */
#define LEAST_FOR_MEDIAN 5
#define LEAST_IN_PHASE 3

struct run {
    const struct composer *c;
    const struct metric *metric;
    struct chart *chart;
    struct str unit;      /* beside each figure */
    struct str last_unit; /* beside the last one */
    int decimals;         /* one more than they have, for medians */
    bool is_divided;      /* a median for each part */
};

/* ---- points -------------------------------------------------------------- */

static bool
is_drawable(const struct metric_point *point)
{
    return point->value.given && point->date.year > 0;
}

static int
find_decimals(const struct metric *metric)
{
    int most = metric->target.given ? metric->target.decimals : 0;
    for (size_t i = 0; i < metric->series.count; i++) {
        const struct metric_point *point = &metric->series.at[i];
        if (is_drawable(point) && point->value.decimals > most)
            most = point->value.decimals;
    }
    return most + 1;
}

/* Among months, a year alone stands in its middle. */
static int64_t
point_time(const struct metric_point *point, bool has_months)
{
    int64_t time = time_of(&point->date);
    return has_months && !point->date.month ? time + CHART_YEAR / 2 : time;
}

static bool
series_has_months(const struct metric *metric)
{
    for (size_t i = 0; i < metric->series.count; i++)
        if (metric->series.at[i].date.month)
            return true;
    return false;
}

static bool
in_range(int64_t value)
{
    return value <= LARGEST_DRAWN && value >= -LARGEST_DRAWN;
}

/* Into its place by time; of two for the same time the first one counts. */
static void
insert_point(const struct run *run, struct chart_point point)
{
    struct chart *chart = run->chart;
    size_t at = chart->points.count;
    while (at > 0 && chart->points.at[at - 1].time > point.time)
        at--;
    if (at > 0 && chart->points.at[at - 1].time == point.time)
        return;
    (void)list_add(run->c->arena, &chart->points);
    for (size_t i = chart->points.count - 1; i > at; i--)
        chart->points.at[i] = chart->points.at[i - 1];
    chart->points.at[at] = point;
}

static void
add_points(const struct run *run)
{
    const struct metric *metric = run->metric;
    bool has_months = series_has_months(metric);
    const struct composer *c = run->c;
    for (size_t i = 0; i < metric->series.count; i++) {
        const struct metric_point *from = &metric->series.at[i];
        struct chart_point point = {
            .time = point_time(from, has_months),
            .time_text = words_date(&c->words, &from->date),
            .value_text = words_value(&c->words, &from->value, run->unit),
        };
        if (is_drawable(from) &&
            decimal_scaled(&from->value, run->decimals, &point.value) &&
            in_range(point.value))
            insert_point(run, point);
    }
}

/* ---- what the points say ------------------------------------------------- */

static int
compare_values(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Of points first..end, one at least. */
static int64_t
median_of(const struct run *run, size_t first, size_t end)
{
    size_t count = end - first;
    int64_t *values = ARENA_ARRAY(run->c->arena, count, int64_t);
    for (size_t i = 0; i < count; i++)
        values[i] = run->chart->points.at[first + i].value;
    qsort(values, count, sizeof *values, compare_values);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static struct str
median_words(const struct run *run, size_t first, size_t end)
{
    return value_words(run->c, median_of(run, first, end), run->decimals,
                       run->unit);
}

static void
add_median(const struct run *run, size_t first, size_t end)
{
    const struct chart *chart = run->chart;
    *list_add(run->c->arena, &run->chart->levels) = (struct chart_level){
        .value = median_of(run, first, end),
        .from = chart->points.at[first].time,
        .to = chart->points.at[end - 1].time,
        .text = said(run->c, WORD_MEDIAN_OF, median_words(run, first, end)),
    };
}

/* The first point of the time after the work had begun; 0 or the count of
   points when that divides nothing. */
static size_t
first_after(const struct run *run)
{
    const struct chart *chart = run->chart;
    size_t first = 0;
    while (first < chart->points.count && !chart->points.at[first].is_after)
        first++;
    return first;
}

static void
divide_points(const struct run *run)
{
    const struct date *start = &run->metric->period.start;
    struct chart *chart = run->chart;
    size_t count = chart->points.count;
    if (!start->year)
        return;
    chart->change = time_of(start);
    for (size_t i = 0; i < count; i++)
        chart->points.at[i].is_after =
            chart->points.at[i].time >= chart->change;
    size_t after = first_after(run);
    chart->has_change = after > 0 && after < count;
    chart->before_text = word_of(run->c, WORD_BEFORE);
    chart->after_text = word_of(run->c, WORD_AFTER);
}

static void
add_medians(struct run *run)
{
    size_t count = run->chart->points.count, after = first_after(run);
    run->is_divided = run->chart->has_change && after >= LEAST_IN_PHASE &&
                      count - after >= LEAST_IN_PHASE;
    if (run->is_divided) {
        add_median(run, 0, after);
        add_median(run, after, count);
    } else if (count >= LEAST_FOR_MEDIAN) {
        add_median(run, 0, count);
    }
}

static void
add_target(const struct run *run)
{
    const struct decimal *target = &run->metric->target;
    struct chart_level level = {
        .from = run->chart->first, .to = run->chart->last, .is_target = true};
    if (!target->given ||
        !decimal_scaled(target, run->decimals, &level.value) ||
        !in_range(level.value))
        return;
    level.text = said(run->c, WORD_TARGET_OF,
                      words_value(&run->c->words, target, run->unit));
    *list_add(run->c->arena, &run->chart->levels) = level;
}

/* More than twice the usual distance: something is missing. */
static void
mark_gaps(const struct run *run)
{
    struct chart *chart = run->chart;
    size_t count = chart->points.count;
    int64_t *steps = ARENA_ARRAY(run->c->arena, count, int64_t);
    for (size_t i = 1; i < count; i++)
        steps[i - 1] = chart->points.at[i].time - chart->points.at[i - 1].time;
    qsort(steps, count - 1, sizeof *steps, compare_values);
    int64_t usual = steps[(count - 1) / 2];
    for (size_t i = 1; i < count; i++)
        chart->points.at[i].is_far =
            count > LEAST_POINTS &&
            chart->points.at[i].time - chart->points.at[i - 1].time >
                2 * usual + CHART_MONTH / 2;
}

struct extremes {
    size_t lowest, highest;
};

static struct extremes
find_extremes(const struct chart *chart)
{
    struct extremes found = {0, 0};
    for (size_t i = 1; i < chart->points.count; i++) {
        int64_t value = chart->points.at[i].value;
        if (value < chart->points.at[found.lowest].value)
            found.lowest = i;
        if (value > chart->points.at[found.highest].value)
            found.highest = i;
    }
    return found;
}

/* ---- words --------------------------------------------------------------- */

/* "26 minutes" where the others are "41". */
static void
name_last_unit(const struct run *run)
{
    struct chart_point *last =
        &run->chart->points.at[run->chart->points.count - 1];
    for (size_t i = 0; i < run->metric->series.count; i++) {
        const struct metric_point *from = &run->metric->series.at[i];
        int64_t value;
        if (is_drawable(from) &&
            decimal_scaled(&from->value, run->decimals, &value) &&
            value == last->value)
            last->value_text =
                words_value(&run->c->words, &from->value, run->last_unit);
    }
}

static void
add_note(const struct run *run, struct str note)
{
    if (!str_is_empty(note))
        *list_add(run->c->arena, &run->chart->notes) = note;
}

/* Nothing lies below or above the first point and the last one. */
static bool
ends_are_extreme(const struct chart *chart)
{
    struct extremes found = find_extremes(chart);
    int64_t first = chart->points.at[0].value;
    int64_t last = chart->points.at[chart->points.count - 1].value;
    int64_t lowest = chart->points.at[found.lowest].value;
    int64_t highest = chart->points.at[found.highest].value;
    return (first == lowest && last == highest) ||
           (first == highest && last == lowest);
}

/* "26 minutes in Dec 2022" */
static struct str
point_words(const struct composer *c, const struct chart_point *point)
{
    return locale_say_two(c->arena, c->words.locale, WORD_FIGURE_IN,
                          point->value_text, point->time_text);
}

static struct str
run_sentence(const struct run *run)
{
    const struct composer *c = run->c;
    const struct chart *chart = run->chart;
    size_t count = chart->points.count, after = first_after(run);
    const struct chart_point *first = &chart->points.at[0],
                             *last = &chart->points.at[count - 1];
    struct extremes found = find_extremes(chart);
    const struct chart_point *low = &chart->points.at[found.lowest],
                             *high = &chart->points.at[found.highest];
    struct buf out = buf_new(c->arena);
    buf_add(&out, said(c, WORD_OVER_TIME, chart->title));
    buf_add_text(&out, ": ");
    buf_add(&out, locale_say_two(c->arena, c->words.locale, WORD_FROM_TO,
                                 point_words(c, first), point_words(c, last)));
    words_join_by(&c->words, &out, WORD_COMMA,
                  locale_count_of(c->arena, c->words.locale, WORD_MEASUREMENTS,
                                  (int64_t)count));
    if (!ends_are_extreme(chart)) {
        words_join_by(&c->words, &out, WORD_SEMICOLON,
                      said(c, WORD_LOWEST, point_words(c, low)));
        words_join_by(&c->words, &out, WORD_COMMA,
                      said(c, WORD_HIGHEST, point_words(c, high)));
    }
    if (run->is_divided)
        words_join_by(&c->words, &out, WORD_SEMICOLON,
                      locale_say_two(c->arena, c->words.locale, WORD_MEDIANS,
                                     median_words(run, 0, after),
                                     median_words(run, after, count)));
    for (size_t i = run->is_divided ? 2 : 0; i < chart->levels.count; i++)
        words_join_by(&c->words, &out, WORD_SEMICOLON,
                      chart->levels.at[i].text);
    words_join_by(&c->words, &out, WORD_SEMICOLON, chart->hint);
    return buf_str(&out);
}

static void
say(const struct run *run)
{
    const struct composer *c = run->c;
    const struct metric *metric = run->metric;
    struct chart *chart = run->chart;
    int direction = metric_direction(c, metric);
    chart->title = metric_unit_is_long(c, metric)
                       ? metric_name_with_unit(c, metric)
                       : metric_name(c, metric);
    chart->aside = metric_change_words(c, metric);
    chart->span = node_span(metric->item.node);
    if (direction)
        chart->hint = word_of(c, direction < 0 ? WORD_LOWER_IS_BETTER
                                               : WORD_HIGHER_IS_BETTER);
    name_last_unit(run);
    add_note(run, metric_period_words(c, metric));
    add_note(run, metric_source_words(c, metric));
    chart->description = run_sentence(run);
}

/* ---- the chart ----------------------------------------------------------- */

static void
set_scales(const struct run *run)
{
    struct chart *chart = run->chart;
    struct extremes found = find_extremes(chart);
    int64_t least = chart->points.at[found.lowest].value;
    int64_t most = chart->points.at[found.highest].value;
    for (size_t i = 0; i < chart->levels.count; i++) {
        int64_t value = chart->levels.at[i].value;
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    chart->points.at[found.lowest].is_extreme = true;
    chart->points.at[found.highest].is_extreme = true;
    if (!scale_values(run->c, chart, least, most, run->decimals, run->unit))
        add_note(run,
                 said(run->c, WORD_SCALE_BEGINS, chart->values.at[0].text));
}

const struct chart *
run_chart_of(const struct composer *c, const struct metric *metric)
{
    struct run run = {.c = c, .metric = metric};
    if (metric->confidential.value || metric->series.count < LEAST_POINTS)
        return NULL;
    bool is_long = metric_unit_is_long(c, metric);
    run.chart = ARENA_NEW(c->arena, struct chart);
    run.decimals = find_decimals(metric);
    run.last_unit = is_long ? (struct str){NULL, 0} : metric->unit.s;
    run.unit =
        metric_unit_is_word(c, metric) ? (struct str){NULL, 0} : metric->unit.s;
    run.chart->kind = CHART_RUN;
    add_points(&run);
    size_t count = run.chart->points.count;
    if (count < LEAST_POINTS)
        return NULL;
    scale_times(c, run.chart, run.chart->points.at[0].time,
                run.chart->points.at[count - 1].time,
                series_has_months(metric));
    divide_points(&run);
    mark_gaps(&run);
    add_medians(&run);
    add_target(&run);
    say(&run);
    set_scales(&run);
    return run.chart;
}
