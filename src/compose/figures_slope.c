/* Several records of one unit: two columns of figures, joined by lines. */
#include "figures.h"

static bool
add_slope(const struct composer *c, struct chart *chart,
          const struct metric *metric, int decimals)
{
    struct chart_row row = {.label = metric_name(c, metric)};
    if (!decimal_scaled(&metric->before, decimals, &row.before) ||
        !decimal_scaled(&metric->after, decimals, &row.after) ||
        row.before > LARGEST_DRAWN || row.before < -LARGEST_DRAWN ||
        row.after > LARGEST_DRAWN || row.after < -LARGEST_DRAWN)
        return false;
    int direction = metric_direction(c, metric);
    row.is_worse = direction > 0 ? row.after < row.before
                                 : direction < 0 && row.after > row.before;
    row.before_text = metric_before_words(c, metric);
    row.after_text =
        words_value(&c->words, &metric->after,
                    metric_unit_is_long(c, metric) ? (struct str){NULL, 0}
                                                   : metric->unit.s);
    row.note = metric_change_words(c, metric);
    *list_add(c->arena, &chart->rows) = row;
    return true;
}

static void
widen(struct chart *chart, int64_t value)
{
    chart->least = value < chart->least ? value : chart->least;
    chart->most = value > chart->most ? value : chart->most;
}

static void
add_note(const struct composer *c, struct chart *chart, struct str note)
{
    if (!str_is_empty(note))
        *list_add(c->arena, &chart->notes) = note;
}

static struct str
provenance(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  metric_period_words(c, metric));
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  metric_source_words(c, metric));
    return buf_str(&out);
}

/* Once where it is the same for all. */
static void
add_notes(const struct composer *c, struct chart *chart,
          const metric_refs *metrics)
{
    bool is_one = true;
    for (size_t i = 1; i < metrics->count; i++)
        is_one &= str_equal(provenance(c, metrics->at[i]),
                            provenance(c, metrics->at[0]));
    if (is_one) {
        add_note(c, chart, metric_period_words(c, metrics->at[0]));
        add_note(c, chart, metric_source_words(c, metrics->at[0]));
        return;
    }
    for (size_t i = 0; i < metrics->count; i++) {
        struct str from = provenance(c, metrics->at[i]);
        if (!str_is_empty(from))
            add_note(c, chart,
                     str_format(c->arena, "%.*s%.*s%.*s",
                                STR_ARG(metric_name(c, metrics->at[i])),
                                STR_ARG(word_of(c, WORD_COLON)),
                                STR_ARG(from)));
    }
}

static struct str
describe(const struct composer *c, const metric_refs *metrics)
{
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < metrics->count; i++)
        words_join(&out, ". ", metric_sentence(c, metrics->at[i]));
    return buf_str(&out);
}

/* "lower is better" where that holds for all of them. */
static void
add_hint(const struct composer *c, struct chart *chart,
         const metric_refs *metrics)
{
    int direction = metric_direction(c, metrics->at[0]);
    for (size_t i = 1; i < metrics->count; i++)
        if (metric_direction(c, metrics->at[i]) != direction)
            direction = 0;
    if (direction)
        add_note(c, chart,
                 word_of(c, direction < 0 ? WORD_LOWER_IS_BETTER
                                          : WORD_HIGHER_IS_BETTER));
}

const struct chart *
slope_chart_of(const struct composer *c, const metric_refs *metrics,
               size_t least)
{
    struct chart *chart = ARENA_NEW(c->arena, struct chart);
    int decimals = 0;
    if (metrics->count < least || !metrics->count)
        return NULL;
    for (size_t i = 0; i < metrics->count; i++) {
        const struct metric *metric = metrics->at[i];
        if (metric->before.decimals > decimals)
            decimals = metric->before.decimals;
        if (metric->after.decimals > decimals)
            decimals = metric->after.decimals;
    }
    for (size_t i = 0; i < metrics->count; i++)
        if (!add_slope(c, chart, metrics->at[i], decimals))
            return NULL;
    chart->kind = CHART_SLOPE;
    chart->least = chart->most = chart->rows.at[0].before;
    for (size_t i = 0; i < chart->rows.count; i++) {
        widen(chart, chart->rows.at[i].before);
        widen(chart, chart->rows.at[i].after);
    }
    chart->before_text = word_of(c, WORD_BEFORE);
    chart->after_text = word_of(c, WORD_AFTER);
    chart->span = node_span(metrics->at[0]->item.node);
    add_hint(c, chart, metrics);
    add_notes(c, chart, metrics);
    chart->description = describe(c, metrics);
    return chart;
}
