/* The records of a case as figures: which form each takes, and its words. */
#include "figures.h"

void
add_chart(const struct composer *c, struct block *parent,
          const struct chart *chart)
{
    block_add(c->arena, parent, BLOCK_CHART)->chart = chart;
}

/* ---- which form ---------------------------------------------------------- */

/* So many of one unit are seen best on one scale. */
#define LEAST_SLOPES 3
#define MOST_SLOPES 7

struct results {
    const struct composer *c;
    enum drawn_as usual; /* of what says nothing of its own */
    metric_refs all;     /* each once */
};

static enum drawn_as
drawn_of(const struct results *results, const struct metric *metric)
{
    if (metric->chart.value > DRAWN_AUTO)
        return (enum drawn_as)metric->chart.value;
    return results->usual;
}

static bool
has_pair(const struct metric *metric)
{
    return !metric->confidential.value && metric->before.given &&
           metric->after.given;
}

/* All of them of one unit and free to be drawn in any way. */
static bool
are_alike(const struct results *results)
{
    const metric_refs *all = &results->all;
    for (size_t i = 0; i < all->count; i++)
        if (!has_pair(all->at[i]) || all->at[i]->series.count ||
            drawn_of(results, all->at[i]) != DRAWN_AUTO ||
            !str_equal(all->at[i]->unit.s, all->at[0]->unit.s))
            return false;
    return all->count >= LEAST_SLOPES && all->count <= MOST_SLOPES;
}

/* The same record may be referred to by several sentences. */
static struct results
results_of(const struct composer *c, const metric_refs *metrics,
           enum drawn_as drawn)
{
    struct results results = {.c = c, .usual = drawn};
    if (drawn <= DRAWN_AUTO)
        results.usual = (enum drawn_as)c->figures.results;
    for (size_t i = 0; i < metrics->count; i++) {
        bool is_known = false;
        for (size_t k = 0; k < results.all.count; k++)
            is_known |= results.all.at[k] == metrics->at[i];
        if (!is_known)
            *list_add(c->arena, &results.all) = metrics->at[i];
    }
    if (are_alike(&results))
        results.usual = DRAWN_SLOPE;
    return results;
}

/* ---- rows of the table --------------------------------------------------- */

static int
most_decimals(const struct metric *metric)
{
    int most = metric->after.decimals;
    if (metric->before.given && metric->before.decimals > most)
        most = metric->before.decimals;
    if (metric->target.given && metric->target.decimals > most)
        most = metric->target.decimals;
    return most;
}

static void
add_figures(const struct composer *c, struct comparison *row,
            const struct metric *metric, struct str unit)
{
    row->decimals = most_decimals(metric);
    row->has_before =
        metric->before.given &&
        decimal_scaled(&metric->before, row->decimals, &row->before);
    row->has_after = metric->after.given &&
                     decimal_scaled(&metric->after, row->decimals, &row->after);
    row->has_target =
        metric->target.given &&
        decimal_scaled(&metric->target, row->decimals, &row->target);
    row->before_text = metric_before_words(c, metric);
    row->after_text = words_value(&c->words, &metric->after, unit);
    row->target_text = words_value(&c->words, &metric->target, unit);
}

static struct comparison *
add_comparison(const struct composer *c, struct block *block,
               const struct metric *metric)
{
    struct comparison *row = list_add(c->arena, &block->comparisons);
    /* A long unit would not fit beside each figure: the name bears it. */
    bool is_long = metric_unit_is_long(c, metric);
    struct str unit = is_long ? (struct str){NULL, 0} : metric->unit.s;
    row->label =
        is_long ? metric_name_with_unit(c, metric) : metric_name(c, metric);
    row->confidential = metric->confidential.value;
    if (!row->confidential)
        add_figures(c, row, metric, unit);
    row->change_text = metric_change_words(c, metric);
    row->period_text = metric_period_words(c, metric);
    row->source_text = metric_source_words(c, metric);
    row->good = metric_direction(c, metric);
    row->description = metric_sentence(c, metric);
    row->span = node_span(metric->item.node);
    return row;
}

/* Records of one unit stand on one scale. */
static void
make_dumbbell(const struct results *results, const struct metric *metric,
              struct comparison *row)
{
    int decimals = 0;
    struct chart scale = {0};
    int64_t least = 0, most = 0, value;
    bool is_first = true;
    const metric_refs *all = &results->all;
    for (size_t i = 0; i < all->count; i++)
        if (str_equal(all->at[i]->unit.s, metric->unit.s) &&
            most_decimals(all->at[i]) > decimals)
            decimals = most_decimals(all->at[i]);
    for (size_t i = 0; i < 3 * all->count; i++) {
        const struct metric *other = all->at[i / 3];
        const struct decimal *of = i % 3 == 0   ? &other->before
                                   : i % 3 == 1 ? &other->after
                                                : &other->target;
        if (!of->given || !str_equal(other->unit.s, metric->unit.s) ||
            drawn_of(results, other) != DRAWN_DUMBBELL ||
            !decimal_scaled(of, decimals, &value) || value > LARGEST_DRAWN ||
            value < -LARGEST_DRAWN)
            continue;
        least = is_first || value < least ? value : least;
        most = is_first || value > most ? value : most;
        is_first = false;
    }
    if (!row->has_before || !row->has_after || row->decimals > decimals)
        return;
    bool has_zero =
        scale_values(results->c, &scale, least, most, decimals, metric->unit.s);
    for (; row->decimals < decimals; row->decimals++) {
        row->before *= 10;
        row->after *= 10;
        row->target *= 10;
    }
    row->form = COMPARISON_DUMBBELL;
    row->least = scale.least;
    row->most = scale.most;
    if (has_zero)
        return;
    struct buf note = buf_new(results->c->arena);
    buf_add(&note, row->source_text);
    words_join_by(&results->c->words, &note, WORD_SEMICOLON,
                  said(results->c, WORD_SCALE_BEGINS, scale.values.at[0].text));
    row->source_text = buf_str(&note);
}

/* A series beside other records takes no more room than they do. */
static void
make_line(const struct results *results, const struct metric *metric,
          struct comparison *row)
{
    row->line = run_chart_of(results->c, metric);
    if (!row->line)
        return;
    row->form = COMPARISON_LINE;
    row->description = row->line->description;
}

static void
add_row(const struct results *results, struct block *table,
        const struct metric *metric)
{
    struct comparison *row = add_comparison(results->c, table, metric);
    switch (drawn_of(results, metric)) {
    case DRAWN_DUMBBELL:
        if (!row->confidential)
            make_dumbbell(results, metric, row);
        return;
    case DRAWN_TABLE:
        row->form = COMPARISON_NUMBERS;
        return;
    case DRAWN_BARS:
        return;
    case DRAWN_AUTO:
    case DRAWN_RUN:
    case DRAWN_SLOPE:
    case DRAWN_NONE:
        make_line(results, metric, row);
        return;
    }
}

/* ---- all of them --------------------------------------------------------- */

/* "Over time: 3.6 (Dec 2022), 2.1 (Dec 2023)", of too few points for a chart.
 */
static void
add_series(const struct composer *c, struct block *parent,
           const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < metric->series.count; i++) {
        const struct metric_point *point = &metric->series.at[i];
        struct str value =
            words_value(&c->words, &point->value, (struct str){NULL, 0});
        words_join_by(&c->words, &out, WORD_COMMA, value);
        buf_add(&out,
                said(c, WORD_PARENTHESES, words_date(&c->words, &point->date)));
    }
    if (out.len == 0)
        return;
    struct block *note = block_add_paragraph(c->arena, parent, ROLE_NOTE);
    inline_add(
        c->arena, &note->text,
        str_format(c->arena, "%.*s%.*s%.*s",
                   STR_ARG(said(c, WORD_OVER_TIME, metric_name(c, metric))),
                   STR_ARG(word_of(c, WORD_COLON)), STR_ARG(buf_str(&out))),
        0);
}

/* Those of one unit, one chart for each unit; what is left stays in `all`. */
static void
add_slopes(struct results *results, struct block *parent)
{
    metric_refs rest = {0}, slopes = {0};
    struct arena *arena = results->c->arena;
    for (size_t i = 0; i < results->all.count; i++) {
        const struct metric *metric = results->all.at[i];
        bool is_slope =
            drawn_of(results, metric) == DRAWN_SLOPE && has_pair(metric) &&
            (!slopes.count || str_equal(metric->unit.s, slopes.at[0]->unit.s));
        *list_add(arena, is_slope ? &slopes : &rest) = metric;
    }
    const struct chart *chart = slope_chart_of(results->c, &slopes, 1);
    if (!chart)
        return;
    add_chart(results->c, parent, chart);
    results->all = rest;
}

/* A series stands large where it is asked for or alone. */
static bool
add_run(const struct results *results, struct block *parent,
        const struct metric *metric)
{
    enum drawn_as drawn = drawn_of(results, metric);
    bool is_large =
        drawn == DRAWN_RUN || (drawn == DRAWN_AUTO && results->all.count == 1);
    const struct chart *chart =
        is_large ? run_chart_of(results->c, metric) : NULL;
    if (chart)
        add_chart(results->c, parent, chart);
    return chart != NULL;
}

static void
add_table(const struct results *results, struct block *parent)
{
    const struct composer *c = results->c;
    struct block *table =
        block_new(c->arena, BLOCK_COMPARISON, parent->section);
    table->level = parent->level + 1;
    for (size_t i = 0; i < results->all.count; i++)
        if (drawn_of(results, results->all.at[i]) != DRAWN_NONE &&
            !add_run(results, parent, results->all.at[i]))
            add_row(results, table, results->all.at[i]);
    if (table->comparisons.count > 0)
        *list_add(c->arena, &parent->children) = table;
    for (size_t i = 0; i < results->all.count; i++)
        if (!results->all.at[i]->confidential.value &&
            !run_chart_of(c, results->all.at[i]))
            add_series(c, parent, results->all.at[i]);
}

void
add_results_of(const struct composer *c, struct block *parent,
               const metric_refs *metrics, enum drawn_as drawn)
{
    struct results results = results_of(c, metrics, drawn);
    const metric_refs all = results.all;
    for (size_t left = SIZE_MAX; results.all.count < left;) {
        left = results.all.count;
        add_slopes(&results, parent);
    }
    add_table(&results, parent);
    for (size_t i = 0; i < all.count; i++)
        notes_add(c, parent, metric_name(c, all.at[i]), &all.at[i]->item);
}
