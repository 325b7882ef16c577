/* M118: the series of metric records, and charts that are asked for. */
#include <math.h>

#include "rule.h"

/* Points that make a run chart. */
#define LEAST_POINTS 3

static struct str
name_of(const struct metric *metric)
{
    if (metric->item.id.s.len)
        return metric->item.id.s;
    return metric->kpi.s.len ? metric->kpi.s : metric->label.s;
}

static struct finding *
on_point(struct check *check, const struct metric *metric,
         const struct text *typed, struct str message)
{
    const struct node *node = typed->node ? typed->node : metric->item.node;
    struct finding *finding = finding_add(
        check->findings, CODE_M118, node_span(node), "%.*s", STR_ARG(message));
    finding->path = metric->item.path;
    return finding;
}

/* ---- dates --------------------------------------------------------------- */

static bool
is_told_before(const struct metric *metric, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (metric->series.at[k].date.year &&
            date_compare(&metric->series.at[k].date,
                         &metric->series.at[i].date) == 0)
            return true;
    return false;
}

static void
order(struct check *check, const struct metric *metric)
{
    const struct date *latest = NULL;
    for (size_t i = 0; i < metric->series.count; i++) {
        const struct date *date = &metric->series.at[i].date;
        if (!date->year)
            continue;
        bool is_twice = is_told_before(metric, i);
        if (is_twice)
            finding_help(on_point(check, metric, &date->typed,
                                  str_format(check->arena,
                                             "Keep one figure for %.*s: the "
                                             "series of %.*s has two.",
                                             STR_ARG(date->typed.s),
                                             STR_ARG(name_of(metric)))),
                         "the first one is drawn");
        else if (latest && date_compare(date, latest) < 0)
            finding_help(
                on_point(check, metric, &date->typed,
                         str_format(check->arena,
                                    "Sort the series of %.*s: %.*s stands "
                                    "behind %.*s.",
                                    STR_ARG(name_of(metric)),
                                    STR_ARG(date->typed.s),
                                    STR_ARG(latest->typed.s))),
                "the earliest date first; it is drawn in that order");
        if (!latest || date_compare(date, latest) > 0)
            latest = date;
    }
}

static void
future(struct check *check, const struct metric *metric)
{
    for (size_t i = 0; i < metric->series.count; i++) {
        const struct date *date = &metric->series.at[i].date;
        bool is_future =
            date->year && check->today.year &&
            date_months(date, false) > date_months(&check->today, false);
        if (is_future)
            finding_help(on_point(check, metric, &date->typed,
                                  str_format(check->arena,
                                             "Nothing is measured in %.*s yet.",
                                             STR_ARG(date->typed.s))),
                         "what you aim at goes into target:");
    }
}

/* ---- figures ------------------------------------------------------------- */

static bool
is_unit_of(const struct metric *metric, const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (str_equal_nocase(metric->unit.s, str_from(names[i])))
            return true;
    return false;
}

/* A sign in the figure that belongs to another unit than the record's. */
static void
unit(struct check *check, const struct metric *metric)
{
    static const char *const percents[] = {"percent", "%", "pct", "percentage",
                                           NULL};
    static const char *const monies[] = {"usd", "$", "dollars", NULL};
    for (size_t i = 0; i < metric->series.count && metric->unit.s.len; i++) {
        const struct text *typed = &metric->series.at[i].value.typed;
        bool has_percent = str_find(typed->s, STR("%"), 0) != SIZE_MAX;
        bool has_money = str_find(typed->s, STR("$"), 0) != SIZE_MAX;
        if ((!has_percent || is_unit_of(metric, percents)) &&
            (!has_money || is_unit_of(metric, monies)))
            continue;
        finding_help(
            on_point(check, metric, typed,
                     str_format(check->arena,
                                "Use one unit: the record is in %.*s, not "
                                "\"%.*s\".",
                                STR_ARG(metric->unit.s), STR_ARG(typed->s))),
            "write the number alone");
    }
}

static const struct metric_point *
last_point(const struct metric *metric)
{
    const struct metric_point *last = NULL;
    for (size_t i = 0; i < metric->series.count; i++) {
        const struct metric_point *point = &metric->series.at[i];
        if (point->date.year && point->value.given &&
            (!last || date_compare(&point->date, &last->date) > 0))
            last = point;
    }
    return last;
}

/* Months of one year say less than it does, and it less than they. */
static bool
is_end_of(const struct metric *metric, const struct date *date)
{
    const struct date *end = &metric->period.end;
    return end->year && end->month && date->month &&
           date_months(date, false) == date_months(end, false);
}

/* The series ends where the record does, but with another figure. */
static void
end_of_series(struct check *check, const struct metric *metric)
{
    const struct metric_point *last = last_point(metric);
    if (!last || !metric->after.given || metric->confidential.value ||
        !is_end_of(metric, &last->date) ||
        fabs(decimal_value(&last->value) - decimal_value(&metric->after)) <
            1e-9)
        return;
    finding_help(on_point(check, metric, &last->value.typed,
                          str_format(check->arena,
                                     "Align the series of %.*s: it ends at "
                                     "%.*s, the record says %.*s.",
                                     STR_ARG(name_of(metric)),
                                     STR_ARG(last->value.typed.s),
                                     STR_ARG(metric->after.typed.s))),
                 "correct one of the two");
}

/* ---- charts that are asked for ------------------------------------------- */

static size_t
points_of(const struct metric *metric)
{
    size_t count = 0;
    for (size_t i = 0; i < metric->series.count; i++)
        count += metric->series.at[i].date.year &&
                 metric->series.at[i].value.given && !is_told_before(metric, i);
    return count;
}

static void
asked_for(struct check *check, const struct metric *metric)
{
    int drawn = metric->chart.value;
    bool needs_pair = drawn == DRAWN_SLOPE || drawn == DRAWN_DUMBBELL;
    if (drawn == DRAWN_RUN && points_of(metric) < LEAST_POINTS)
        finding_help(on_point(check, metric, &metric->chart.typed,
                              STR("A run chart needs a series of three dates "
                                  "or more.")),
                     "add series: [{date: ..., value: ...}, ...] or leave "
                     "chart out");
    if (needs_pair && (!metric->before.given || !metric->after.given) &&
        !metric->confidential.value)
        finding_help(on_point(check, metric, &metric->chart.typed,
                              str_format(check->arena,
                                         "A %.*s chart needs before and "
                                         "after.",
                                         STR_ARG(metric->chart.typed.s))),
                     "add before: or leave chart out");
}

static void
series(struct check *check, const struct metric *metric)
{
    order(check, metric);
    future(check, metric);
    unit(check, metric);
    end_of_series(check, metric);
    asked_for(check, metric);
}

const struct rule rules_series[] = {
    {.code = CODE_M118, .metric = series, .any_language = true},
    {.document = NULL},
};
