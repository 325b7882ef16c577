/* Metric records as figures: tiles of the strip, rows of a comparison. */
#include "composer.h"
#include "model/decode.h"
#include "pack/pack.h"

#define ARROW " \xe2\x86\x92 "
#define MINUS "\xe2\x88\x92"

/* "staff_turnover" read as words, when a pack does not know the figure. */
static struct str
spell_out(struct arena *arena, struct str id)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < id.len; i++)
        buf_add_byte(&out, id.at[i] == '-' || id.at[i] == '_' ? ' ' : id.at[i]);
    return words_capitalized(arena, buf_str(&out));
}

struct str
metric_name(const struct composer *c, const struct metric *metric)
{
    if (!str_is_empty(metric->label.s))
        return metric->label.s;
    const struct pack_kpi *kpi =
        c->edition->pack && !str_is_empty(metric->kpi.s)
            ? pack_kpi(c->edition->pack, metric->kpi.s)
            : NULL;
    if (kpi)
        return kpi->name;
    return spell_out(c->arena, str_is_empty(metric->kpi.s) ? metric->item.id.s
                                                           : metric->kpi.s);
}

/* 1 when more is better, -1 when less is, 0 when nobody says. */
static int
good_direction(const struct composer *c, const struct metric *metric)
{
    if (metric->good.value == GOOD_UP)
        return 1;
    if (metric->good.value == GOOD_DOWN)
        return -1;
    const struct pack_kpi *kpi =
        c->edition->pack && !str_is_empty(metric->kpi.s)
            ? pack_kpi(c->edition->pack, metric->kpi.s)
            : NULL;
    if (!kpi || kpi->good == PACK_GOOD_BAND)
        return 0;
    return kpi->good == PACK_GOOD_UP ? 1 : -1;
}

/* digits * 10^(decimals - own decimals); false when it does not fit. */
static bool
to_decimals(const struct decimal *from, int decimals, int64_t *value)
{
    int64_t v = from->digits;
    for (int i = from->decimals; i < decimals; i++)
        if (__builtin_mul_overflow(v, 10, &v))
            return false;
    *value = v;
    return true;
}

/* "−37%", "+8 points" for percentages, empty when it cannot be told. */
static struct str
change_text(const struct composer *c, const struct metric *metric)
{
    struct arena *arena = c->arena;
    bool is_percent =
        str_is(metric->unit.s, "percent") || str_is(metric->unit.s, "%");
    int64_t tenths;
    struct str points = metric_print(arena, metric, METRIC_POINTS);
    if (is_percent && !str_is_empty(points) && !metric->confidential.value) {
        bool is_down = str_starts(points, STR("-"));
        struct str digits = is_down ? str_slice(points, 1, points.len) : points;
        if (str_starts(digits, STR("+")))
            digits = str_slice(digits, 1, digits.len);
        if (str_find(digits, STR("point"), 0) != SIZE_MAX)
            return str_format(arena, "%s%.*s", is_down ? MINUS : "+",
                              STR_ARG(digits));
        return str_format(arena, "%s%.*s points", is_down ? MINUS : "+",
                          STR_ARG(digits));
    }
    if (!metric_change_tenths(metric, &tenths))
        return (struct str){NULL, 0};
    int64_t size = tenths < 0 ? -tenths : tenths;
    const char *sign = tenths < 0 ? MINUS : "+";
    /* Tenths only where they say something: under ten percent. */
    if (size < 100 && size % 10 != 0)
        return str_format(arena, "%s%lld.%lld%%", sign, (long long)(size / 10),
                          (long long)(size % 10));
    return str_format(arena, "%s%lld%%", sign, (long long)((size + 5) / 10));
}

/* "Jan 2022 – Jun 2022; EHR report" */
static struct str
small_print(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, "; ", words_period(c->arena, &metric->period));
    words_join(&out, "; ", metric->source.s);
    return buf_str(&out);
}

/* The figures in a sentence, for those who cannot see the bars. */
static struct str
description(const struct composer *c, const struct metric *metric,
            struct str name)
{
    struct buf out = buf_new(c->arena);
    struct str before = words_value(c->arena, &metric->before, metric->unit.s);
    struct str after = words_value(c->arena, &metric->after, metric->unit.s);
    struct str change = change_text(c, metric);
    buf_add(&out, name);
    if (metric->confidential.value)
        buf_print(&out, ": change %.*s", STR_ARG(change));
    else if (metric->before.given)
        buf_print(&out, ": from %.*s to %.*s", STR_ARG(before), STR_ARG(after));
    else
        buf_print(&out, ": %.*s", STR_ARG(after));
    if (!metric->confidential.value && !str_is_empty(change))
        buf_print(&out, " (%.*s)", STR_ARG(change));
    words_join(&out, "; ", small_print(c, metric));
    return buf_str(&out);
}

static struct span
span_of(const struct node *node)
{
    return node ? node->span : SPAN_NONE;
}

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

void
add_comparison(const struct composer *c, struct block *block,
               const struct metric *metric)
{
    struct comparison *row = list_add(c->arena, &block->comparisons);
    bool is_open = !metric->confidential.value;
    row->label = metric_name(c, metric);
    row->confidential = !is_open;
    row->decimals = most_decimals(metric);
    row->has_before = is_open && metric->before.given &&
                      to_decimals(&metric->before, row->decimals, &row->before);
    row->has_after = is_open && metric->after.given &&
                     to_decimals(&metric->after, row->decimals, &row->after);
    row->has_target = is_open && metric->target.given &&
                      to_decimals(&metric->target, row->decimals, &row->target);
    if (is_open) {
        row->before_text =
            words_value(c->arena, &metric->before, metric->unit.s);
        row->after_text = words_value(c->arena, &metric->after, metric->unit.s);
        row->target_text =
            words_value(c->arena, &metric->target, metric->unit.s);
    }
    row->change_text = change_text(c, metric);
    row->period_text = words_period(c->arena, &metric->period);
    row->source_text = metric->source.s;
    row->good = good_direction(c, metric);
    row->description = description(c, metric, row->label);
    row->span = span_of(metric->item.node);
}

/* "41 → 26", "22% → 14%", "97%", "−37%" for what is confidential. */
static struct str
tile_value(const struct composer *c, const struct metric *metric,
           struct str unit)
{
    if (metric->confidential.value)
        return change_text(c, metric);
    struct str after = words_value(c->arena, &metric->after, unit);
    if (!metric->before.given)
        return after;
    struct str before = words_value(c->arena, &metric->before, unit);
    return str_format(c->arena, "%.*s" ARROW "%.*s", STR_ARG(before),
                      STR_ARG(after));
}

void
add_tile(const struct composer *c, struct block *strip,
         const struct metric *metric)
{
    struct tile *tile = list_add(c->arena, &strip->tiles);
    struct str behind = words_unit(c->arena, metric->unit.s);
    /* A unit that is a word would make the figure too wide: it stands in the
       label then. */
    bool is_word = str_starts(behind, STR(" "));
    struct str name = metric_name(c, metric);
    tile->value =
        tile_value(c, metric, is_word ? (struct str){NULL, 0} : metric->unit.s);
    struct str unit = str_trim(behind);
    bool is_said = str_find(name, unit, 0) != SIZE_MAX;
    tile->label =
        is_word && !is_said && !metric->confidential.value
            ? str_format(c->arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(unit))
            : name;
    tile->note = small_print(c, metric);
    tile->description = description(c, metric, name);
    tile->span = span_of(metric->item.node);
}

/* ---- the section of key figures
 * ---------------------------------------------- */

#define MOST_TILES 6

static bool
is_among(const metric_refs *refs, const struct metric *metric)
{
    for (size_t i = 0; i < refs->count; i++)
        if (refs->at[i] == metric ||
            (!str_is_empty(metric->item.id.s) &&
             str_equal(refs->at[i]->item.id.s, metric->item.id.s)))
            return true;
    return false;
}

static bool
highlights_use(const highlight_list *highlights, const struct metric *metric)
{
    for (size_t i = 0; i < highlights->count; i++)
        if (is_among(&highlights->at[i].metrics, metric))
            return true;
    return false;
}

static bool
is_referred_to(const struct candidate *shown, const struct metric *metric)
{
    for (size_t i = 0; i < shown->experience.count; i++)
        for (size_t j = 0; j < shown->experience.at[i].positions.count; j++)
            if (highlights_use(
                    &shown->experience.at[i].positions.at[j].highlights,
                    metric))
                return true;
    for (size_t i = 0; i < shown->case_studies.count; i++)
        if (highlights_use(&shown->case_studies.at[i].results, metric))
            return true;
    return false;
}

/* How much a record says; one that stands nowhere else comes first. */
static int
worth(const struct composer *c, const struct metric *metric)
{
    return (metric->before.given ? 3 : 0) + (metric->after.given ? 2 : 0) +
           (metric->period.start.year ? 1 : 0) + (metric->source.node ? 1 : 0) +
           (metric->method.node ? 1 : 0) +
           (is_referred_to(c->shown, metric) ? 0 : 10);
}

/* The `most` best, in the order of the file within the same worth. */
static void
choose_best(const struct composer *c, size_t most, metric_refs *chosen)
{
    for (int level = 20; level >= 0 && chosen->count < most; level--)
        for (size_t i = 0; i < c->shown->all_metrics.count; i++) {
            const struct metric *metric = c->shown->all_metrics.at[i];
            if (chosen->count < most && worth(c, metric) == level)
                *list_add(c->arena, chosen) = metric;
        }
}

void
fill_key_metrics(const struct composer *c, struct block *section)
{
    metric_refs chosen = c->shown->key_metric_refs;
    bool is_named = c->shown->key_metrics.count > 0;
    if (!is_named)
        choose_best(c, MOST_TILES, &chosen);
    if (chosen.count == 0)
        return;
    struct block *strip = block_add(c->arena, section, BLOCK_STRIP);
    for (size_t i = 0; i < chosen.count; i++)
        add_tile(c, strip, chosen.at[i]);
    if (composes_resume(c))
        return;
    /* Records that no sentence, case or tile shows. */
    struct block *rest = NULL;
    for (size_t i = 0; i < c->shown->metrics.count; i++) {
        const struct metric *metric = &c->shown->metrics.at[i];
        if (is_among(&chosen, metric) || is_referred_to(c->shown, metric))
            continue;
        if (!rest)
            rest = block_add(c->arena, section, BLOCK_COMPARISON);
        add_comparison(c, rest, metric);
    }
}
