/* Metric records as figures: tiles of the strip, rows of a comparison. */
#include <stdlib.h>

#include "figures.h"
#include "model/decode.h"
#include "pack/pack.h"

#define ARROW " \xe2\x86\x92 "

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
        return pack_str(kpi->name);
    return spell_out(c->arena, str_is_empty(metric->kpi.s) ? metric->item.id.s
                                                           : metric->kpi.s);
}

/* 1 when more is better, -1 when less is, 0 when nobody says. */
int
metric_direction(const struct composer *c, const struct metric *metric)
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
bool
decimal_scaled(const struct decimal *from, int decimals, int64_t *value)
{
    int64_t v = from->digits;
    for (int i = from->decimals; i < decimals; i++)
        if (__builtin_mul_overflow(v, 10, &v))
            return false;
    *value = v;
    return true;
}

static bool
is_percentage(const struct metric *metric)
{
    return str_is(metric->unit.s, "percent") || str_is(metric->unit.s, "%");
}

/* "0%", "0 points" */
static bool
is_nothing(const struct composer *c, struct str change)
{
    const struct locale *locale = c->words.locale;
    struct str zero = words_count(&c->words, 0);
    return str_equal(change,
                     locale_say(c->arena, locale, WORD_PERCENT, zero)) ||
           str_equal(change, locale_count_of(c->arena, locale, WORD_POINTS, 0));
}

/* "$5M to $10M": of a confidential figure without a change. */
static struct str
band_words(const struct composer *c, const struct metric *metric)
{
    const struct metric_band *band = &metric->band;
    struct str none = {NULL, 0}, unit = metric->unit.s;
    return locale_say_two(
        c->arena, c->words.locale, WORD_BAND,
        words_value(&c->words, &band->low,
                    metric_unit_is_word(c, metric) ? none : unit),
        words_value(&c->words, &band->high, unit));
}

static bool
is_band_of_value(const struct metric *metric)
{
    return metric->band.given && !metric->band.is_of_change;
}

/* "−37%"; "+8 points" for percentages, which a percentage of would confuse. Of
   what is confidential all that may be said. */
struct str
metric_change_words(const struct composer *c, const struct metric *metric)
{
    struct str change = {NULL, 0};
    if (is_band_of_value(metric))
        return band_words(c, metric);
    if (is_percentage(metric))
        change = metric_print(c->arena, c->words.locale, metric, METRIC_POINTS);
    if (str_is_empty(change))
        change = metric_print(c->arena, c->words.locale, metric, METRIC_CHANGE);
    if (is_nothing(c, change))
        return word_of(c, WORD_UNCHANGED);
    return words_minus(c->arena, change);
}

/* "Jan – Jun 2022; EHR report" */
static struct str
small_print(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  words_period(&c->words, &metric->period));
    words_join_by(&c->words, &out, WORD_SEMICOLON, metric->source.s);
    return buf_str(&out);
}

/* "Jan – Jun 2022, before that Jul – Dec 2021, annualized" */
struct str
metric_period_words(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    struct str baseline = words_period(&c->words, &metric->baseline_period);
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_period(&c->words, &metric->period));
    if (!str_is_empty(baseline))
        words_join_by(&c->words, &out, WORD_COMMA,
                      said(c, WORD_BEFORE_THAT, baseline));
    if (metric->annualized.value)
        words_join_by(&c->words, &out, WORD_COMMA, word_of(c, WORD_ANNUALIZED));
    return buf_str(&out);
}

/* "EHR report; split flow at check-in; 12 clinics; benchmark 32 (MGMA)" */
struct str
metric_source_words(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    struct str benchmark =
        words_value(&c->words, &metric->benchmark.value, metric->unit.s);
    words_join_by(&c->words, &out, WORD_SEMICOLON, metric->source.s);
    words_join_by(&c->words, &out, WORD_SEMICOLON, metric->method.s);
    words_join_by(&c->words, &out, WORD_SEMICOLON, metric->scope.s);
    if (metric->confidential.value || str_is_empty(benchmark))
        return buf_str(&out);
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  said(c, WORD_BENCHMARK, benchmark));
    if (!str_is_empty(metric->benchmark.source.s))
        buf_add(&out, said(c, WORD_PARENTHESES, metric->benchmark.source.s));
    return buf_str(&out);
}

/* Of a record that stands in no other place. */
static struct str
whole_print(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  metric_period_words(c, metric));
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  metric_source_words(c, metric));
    return buf_str(&out);
}

bool
metric_unit_is_word(const struct composer *c, const struct metric *metric)
{
    return str_starts(words_unit(&c->words, metric->unit.s), STR(" "));
}

/* "41" of "from 41 to 26 minutes", "22%" of "from 22% to 14%". */
struct str
metric_before_words(const struct composer *c, const struct metric *metric)
{
    struct str none = {NULL, 0};
    return words_value(&c->words, &metric->before,
                       metric_unit_is_word(c, metric) ? none : metric->unit.s);
}

#define LONGEST_UNIT 12

bool
metric_unit_is_long(const struct composer *c, const struct metric *metric)
{
    return words_unit(&c->words, metric->unit.s).len > LONGEST_UNIT;
}

/* A name with the unit that does not stand beside the figures. */
struct str
metric_name_with_unit(const struct composer *c, const struct metric *metric)
{
    struct str name = metric_name(c, metric);
    struct str unit = str_trim(words_unit(&c->words, metric->unit.s));
    if (metric->confidential.value || str_find(name, unit, 0) != SIZE_MAX)
        return name;
    return str_format(c->arena, "%.*s%.*s%.*s", STR_ARG(name),
                      STR_ARG(word_of(c, WORD_COMMA)), STR_ARG(unit));
}

struct str
metric_figures(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    struct str before = metric_before_words(c, metric);
    struct str after = words_value(&c->words, &metric->after, metric->unit.s);
    struct str change = metric_change_words(c, metric);
    buf_add(&out, metric_name(c, metric));
    buf_add(&out, word_of(c, WORD_COLON));
    if (is_band_of_value(metric))
        buf_add(&out, change);
    else if (metric->confidential.value)
        buf_add(&out, said(c, WORD_CHANGE_OF, change));
    else if (metric->before.given)
        buf_add(&out, locale_say_two(c->arena, c->words.locale, WORD_FROM_TO,
                                     before, after));
    else
        buf_add(&out, after);
    if (!metric->confidential.value && !str_is_empty(change))
        buf_add(&out, said(c, WORD_PARENTHESES, change));
    return buf_str(&out);
}

/* The figures in a sentence, for those who cannot see the bars. */
struct str
metric_sentence(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    buf_add(&out, metric_figures(c, metric));
    words_join_by(&c->words, &out, WORD_SEMICOLON, small_print(c, metric));
    return buf_str(&out);
}

struct str
metric_provenance(const struct composer *c, const struct metric *metric)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  metric_source_words(c, metric));
    if (out.len == 0)
        return buf_str(&out);
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  metric_period_words(c, metric));
    return str_format(c->arena, "%.*s%.*s%.*s", STR_ARG(metric_name(c, metric)),
                      STR_ARG(word_of(c, WORD_COLON)), STR_ARG(buf_str(&out)));
}

/* "41 → 26", "22% → 14%", "97%", "−37%" for what is confidential. */
static struct str
tile_value(const struct composer *c, const struct metric *metric,
           struct str unit)
{
    if (metric->confidential.value)
        return metric_change_words(c, metric);
    struct str after = words_brief_value(&c->words, &metric->after, unit);
    if (!metric->before.given)
        return after;
    struct str before = words_brief_value(&c->words, &metric->before, unit);
    return str_format(c->arena, "%.*s" ARROW "%.*s", STR_ARG(before),
                      STR_ARG(after));
}

static void
add_tile(const struct composer *c, struct block *strip,
         const struct metric *metric, bool is_alone)
{
    struct tile *tile = list_add(c->arena, &strip->tiles);
    /* A unit that is a word would make the figure too wide: it stands in the
       label then. */
    bool is_word = metric_unit_is_word(c, metric);
    tile->value =
        tile_value(c, metric, is_word ? (struct str){NULL, 0} : metric->unit.s);
    tile->label =
        is_word ? metric_name_with_unit(c, metric) : metric_name(c, metric);
    tile->note = is_alone ? whole_print(c, metric) : small_print(c, metric);
    tile->description = metric_sentence(c, metric);
    tile->span = node_span(metric->item.node);
}

/* ---- the section of key figures ---------------------------------------- */

#define MOST_TILES 6

/* Records that a sentence or a case refers to, sorted by address. */
struct uses {
    struct arena *arena;
    metric_refs refs;
};

static int
compare_refs(const void *a, const void *b)
{
    const struct metric *const *x = a, *const *y = b;
    return ((uintptr_t)*x > (uintptr_t)*y) - ((uintptr_t)*x < (uintptr_t)*y);
}

static void
use_refs(struct uses *uses, const metric_refs *refs)
{
    for (size_t i = 0; i < refs->count; i++)
        *list_add(uses->arena, &uses->refs) = refs->at[i];
}

static void
use_highlights(struct uses *uses, const highlight_list *highlights)
{
    for (size_t i = 0; i < highlights->count; i++)
        use_refs(uses, &highlights->at[i].metrics);
}

static struct uses
find_uses(const struct composer *c)
{
    struct uses uses = {.arena = c->arena};
    for (size_t i = 0; i < c->shown->experience.count; i++)
        for (size_t j = 0; j < c->shown->experience.at[i].positions.count;
             j++) {
            const struct position *position =
                &c->shown->experience.at[i].positions.at[j];
            use_highlights(&uses, &position->highlights);
            use_refs(&uses, &position->metric_refs);
        }
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        const struct case_study *study = &c->shown->case_studies.at[i];
        use_highlights(&uses, &study->results);
        use_refs(&uses, &study->metric_refs);
        use_refs(&uses, &study->balancing_metrics);
    }
    if (uses.refs.count > 1)
        qsort(uses.refs.at, uses.refs.count, sizeof uses.refs.at[0],
              compare_refs);
    return uses;
}

static bool
is_used(const struct uses *uses, const struct metric *metric)
{
    return uses->refs.count > 0 &&
           bsearch(&metric, uses->refs.at, uses->refs.count,
                   sizeof uses->refs.at[0], compare_refs) != NULL;
}

/* The points of the metric detector for a complete record, and first of all
   those that stand nowhere else. */
static int
worth(const struct uses *uses, const struct metric *metric)
{
    bool has_change = metric->confidential.value;
    return (metric->after.given || has_change ? 30 : 0) +
           (metric->before.given || has_change ? 25 : 0) +
           (metric->period.node ? 15 : 0) + (metric->method.node ? 15 : 0) +
           (metric->source.node ? 10 : 0) +
           (metric->target.given || metric->benchmark.value.given ? 5 : 0) +
           (is_used(uses, metric) ? 0 : 1000);
}

static bool
is_chosen(const metric_refs *chosen, const struct metric *metric)
{
    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->at[i] == metric)
            return true;
    return false;
}

/* The best six, in the order of the file within the same worth. */
static metric_refs
choose_best(const struct composer *c, const struct uses *uses)
{
    metric_refs chosen = {0};
    size_t count = c->shown->all_metrics.count;
    int *worths = ARENA_ARRAY(c->arena, count, int);
    for (size_t i = 0; i < count; i++)
        worths[i] = worth(uses, c->shown->all_metrics.at[i]);
    while (chosen.count < MOST_TILES && chosen.count < count) {
        size_t best = 0;
        for (size_t i = 1; i < count; i++)
            if (worths[i] > worths[best])
                best = i;
        *list_add(c->arena, &chosen) = c->shown->all_metrics.at[best];
        worths[best] = -1;
    }
    return chosen;
}

/* What found no place in the strip and stands nowhere else. */
static void
add_rest(const struct composer *c, struct block *section,
         const metric_refs *chosen, const struct uses *uses)
{
    metric_refs rest = {0};
    for (size_t i = 0; i < c->shown->metrics.count; i++) {
        const struct metric *metric = &c->shown->metrics.at[i];
        if (!is_used(uses, metric) && !is_chosen(chosen, metric))
            *list_add(c->arena, &rest) = metric;
    }
    add_results_of(c, section, &rest, DRAWN_AUTO);
}

void
fill_key_metrics(const struct composer *c, struct block *section)
{
    bool is_named = c->shown->key_metrics.count > 0;
    const struct uses uses = find_uses(c);
    metric_refs chosen =
        is_named ? c->shown->key_metric_refs : choose_best(c, &uses);
    if (chosen.count == 0)
        return;
    /* One figure that stands with its job or case already is no strip. */
    if (!is_named && chosen.count == 1 && is_used(&uses, chosen.at[0]))
        return;
    struct block *strip = block_add(c->arena, section, BLOCK_STRIP);
    for (size_t i = 0; i < chosen.count && i < MOST_TILES; i++)
        add_tile(c, strip, chosen.at[i], !is_used(&uses, chosen.at[i]));
    if (!is_named && !composes_resume(c))
        add_rest(c, section, &chosen, &uses);
}
