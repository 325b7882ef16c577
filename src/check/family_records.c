/* M105 to M114 on metric records, and records against the sentences that
   refer to them. */
#include <math.h>

#include "rule.h"

static struct str
record_name(const struct metric *metric)
{
    if (metric->item.id.s.len)
        return metric->item.id.s;
    if (metric->kpi.s.len)
        return metric->kpi.s;
    return metric->label.s.len ? metric->label.s : STR("record");
}

static struct span
record_span(const struct metric *metric)
{
    return node_span(metric->item.node);
}

static struct span
decimal_span(const struct metric *metric, const struct decimal *decimal)
{
    return decimal->typed.node ? decimal->typed.node->span
                               : record_span(metric);
}

static struct finding *
on_record(struct check *check, enum code code, const struct metric *metric,
          const struct decimal *decimal, struct str message)
{
    struct finding *finding =
        finding_add(check->findings, code, decimal_span(metric, decimal),
                    "%.*s", STR_ARG(message));
    finding->path = metric->item.path;
    return finding;
}

static double
place_of(const struct decimal *decimal)
{
    double place = 1;
    for (int i = 0; i < decimal->decimals; i++)
        place /= 10;
    return place;
}

static const struct pack_kpi *
kpi_of(const struct check *check, const struct metric *metric)
{
    return metric->kpi.s.len ? pack_kpi(check->pack, metric->kpi.s) : NULL;
}

/* ---- M114 -------------------------------------------------------------- */

/* What the record must have beside its name, and does not. */
static void
missing_values(struct check *check, const struct metric *metric)
{
    const struct {
        bool given;
        const char *key, *example;
    } parts[] = {
        {metric->after.given || metric->after.typed.node ||
             (metric->confidential.value && metric->change_percent.given),
         "after", "after: 26"},
        {metric->unit.s.len, "unit", "unit: minutes"},
        {metric->period.node, "period", "period: 2023-01/2023-06"},
        {metric->kpi.s.len || metric->label.s.len, "kpi or label",
         "label: Median wait"},
    };
    struct buf names = buf_new(check->arena), lines = buf_new(check->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].given)
            continue;
        buf_print(&names, "%s%s", names.len ? ", " : "", parts[i].key);
        buf_print(&lines, "%s%s", lines.len ? "\n" : "", parts[i].example);
    }
    if (!names.len)
        return;
    struct str missing = buf_str(&names), help = buf_str(&lines);
    struct finding *finding =
        finding_add(check->findings, CODE_M114, record_span(metric),
                    "Complete metric %.*s: add %.*s.",
                    STR_ARG(record_name(metric)), STR_ARG(missing));
    finding->path = metric->item.path;
    finding_help(finding, "%.*s", STR_ARG(help));
}

static void
incomplete(struct check *check, const struct metric *metric)
{
    missing_values(check, metric);
    bool unknown = metric->kpi.s.len && !kpi_of(check, metric);
    if (unknown && !metric->label.s.len) {
        struct str near = pack_suggest_kpi(check->pack, metric->kpi.s);
        struct finding *finding =
            finding_add(check->findings, CODE_M114, metric->kpi.node->span,
                        "Complete metric %.*s: there is no KPI \"%.*s\".",
                        STR_ARG(record_name(metric)), STR_ARG(metric->kpi.s));
        finding->path = metric->item.path;
        if (near.len) {
            finding_help(finding, "did you mean \"%.*s\"?", STR_ARG(near));
            finding->has_edit = true;
            finding->edit = (struct edit){metric->kpi.node->span, near};
        } else {
            finding_help(finding, "or give label, unit and good (up or down) "
                                  "yourself");
        }
    }
}

/* ---- M105, M107, M112: change_percent ---------------------------------- */

static void
bare_change(struct check *check, const struct metric *metric)
{
    if (!metric->change_percent.given || metric->confidential.value ||
        (metric->before.given && metric->after.given))
        return;
    struct str value = metric->change_percent.typed.s;
    struct finding *finding =
        on_record(check, CODE_M105, metric, &metric->change_percent,
                  str_format(check->arena,
                             "Say from what to what; \"%.*s\" has no "
                             "baseline.",
                             STR_ARG(value)));
    finding_help(finding, "add before and after, or confidential: true when "
                          "they may not be shown");
}

struct span_of_change {
    double low, high, expected;
};

static struct span_of_change
change_of(const struct metric *metric)
{
    double a = decimal_value(&metric->before);
    double b = decimal_value(&metric->after);
    double ha = place_of(&metric->before) / 2;
    double hb = place_of(&metric->after) / 2;
    struct span_of_change span = {INFINITY, -INFINITY, 100 * (b - a) / fabs(a)};
    for (int corner = 0; corner < 4; corner++) {
        double x = a + (corner & 1 ? ha : -ha);
        double y = b + (corner & 2 ? hb : -hb);
        double change = x != 0 ? 100 * (y - x) / fabs(x) : 0;
        span.low = fmin(span.low, change);
        span.high = fmax(span.high, change);
    }
    return span;
}

/* What is wrong with change_percent; CLAIM_FITS when nothing is. */
static enum claim_fault
judge_change(const struct metric *metric, double *expected)
{
    double claimed = decimal_value(&metric->change_percent);
    double slack = fmax(place_of(&metric->change_percent) / 2, 0.5);
    if (!metric->change_percent.given || !metric->before.given ||
        !metric->after.given)
        return CLAIM_FITS;
    if (decimal_value(&metric->before) == 0)
        return CLAIM_FROM_ZERO;
    struct span_of_change span = change_of(metric);
    double difference =
        decimal_value(&metric->after) - decimal_value(&metric->before);
    *expected = span.expected;
    if (claimed >= span.low - slack && claimed <= span.high + slack)
        return CLAIM_FITS;
    if (str_is(metric->unit.s, "percent") &&
        fabs(fabs(claimed) - fabs(difference)) <= slack)
        return CLAIM_POINTS;
    return CLAIM_WRONG;
}

static struct str
signed_percent(struct check *check, double value)
{
    double rounded = round(value * 10) / 10;
    struct str digits = check_print_value(check->arena, rounded);
    return str_format(check->arena, "%s%.*s", rounded > 0 ? "+" : "",
                      STR_ARG(digits));
}

static void
change_wrong(struct check *check, const struct metric *metric)
{
    double expected = 0;
    enum claim_fault fault = judge_change(metric, &expected);
    if (fault == CLAIM_FROM_ZERO) {
        (void)on_record(check, CODE_M107, metric, &metric->change_percent,
                        STR("Drop change_percent: a change from 0 has "
                            "none."));
        return;
    }
    if (fault != CLAIM_WRONG)
        return;
    struct str right = signed_percent(check, expected);
    struct finding *finding =
        on_record(check, CODE_M107, metric, &metric->change_percent,
                  str_format(check->arena,
                             "Correct the figure: %.*s to %.*s is %.*s%%, "
                             "not %.*s.",
                             STR_ARG(metric->before.typed.s),
                             STR_ARG(metric->after.typed.s), STR_ARG(right),
                             STR_ARG(metric->change_percent.typed.s)));
    finding_help(finding, "or leave change_percent out: it is computed");
}

static void
change_in_points(struct check *check, const struct metric *metric)
{
    double expected = 0;
    if (judge_change(metric, &expected) != CLAIM_POINTS)
        return;
    struct str right = signed_percent(check, expected);
    struct finding *finding = on_record(
        check, CODE_M112, metric, &metric->change_percent,
        str_format(check->arena,
                   "Write %.*s for change_percent; %.*s are percentage "
                   "points.",
                   STR_ARG(right), STR_ARG(metric->change_percent.typed.s)));
    finding_help(finding, "or leave change_percent out: it is computed");
}

/* ---- M108 to M111 ------------------------------------------------------ */

static const struct {
    const char *unit;
    double seconds;
} times[] = {
    {"seconds", 1},
    {"minutes", 60},
    {"hours", 3600},
    {"days", 86400},
    {"weeks", 604800},
    {"months", 2629800},
    {"second", 1},
    {"minute", 60},
    {"hour", 3600},
    {"day", 86400},
    {"week", 604800},
    {"month", 2629800},
    {"milliseconds", 0.001},
    {"ms", 0.001},
    {"s", 1},
    {"min", 60},
    {"h", 3600},
    {"years", 31557600},
    {"year", 31557600},
};

static double
seconds_of(struct str unit)
{
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (str_equal_nocase(unit, str_from(times[i].unit)))
            return times[i].seconds;
    return 0;
}

/* Spellings people use for the units of kpis.yaml. */
static const struct {
    const char *typed, *unit;
} spellings[] = {
    {"%", "percent"},
    {"pct", "percent"},
    {"percentage", "percent"},
    {"USD", "usd"},
    {"$", "usd"},
    {"dollars", "usd"},
    {"percentage points", "points"},
    {"pp", "points"},
    {"point", "points"},
    {"visits", "count"},
    {"patients", "count"},
    {"cases", "count"},
    {"times", "multiple"},
};

static struct str
canonical(struct str unit)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (str_equal_nocase(unit, str_from(spellings[i].typed)))
            return str_from(spellings[i].unit);
    return unit;
}

static bool
is_counted(struct str unit)
{
    return str_is(unit, "count");
}

/* An own word for a counted thing ("grievances") is a count. */
static bool
unit_fits(const struct pack_kpi *kpi, struct str typed)
{
    struct str unit = canonical(typed);
    bool time = seconds_of(unit) > 0;
    if (str_equal_nocase(unit, pack_str(kpi->unit)) ||
        (time && seconds_of(pack_str(kpi->unit)) > 0))
        return true;
    bool counts = is_counted(pack_str(kpi->unit));
    for (size_t i = 0; i < kpi->also.count; i++) {
        if (str_equal_nocase(unit, pack_list_at(kpi->also, i)) ||
            (time && seconds_of(pack_list_at(kpi->also, i)) > 0))
            return true;
        counts = counts || is_counted(pack_list_at(kpi->also, i));
    }
    bool known = time || str_is(unit, "percent") || str_is(unit, "usd") ||
                 str_is(unit, "points") || str_is(unit, "ratio");
    return !known && (counts || str_starts(pack_str(kpi->unit), STR("per_")) ||
                      !str_starts(unit, STR("per")));
}

static void
unit_mismatch(struct check *check, const struct metric *metric)
{
    const struct pack_kpi *kpi = kpi_of(check, metric);
    if (!kpi || !metric->unit.s.len || !metric->unit.node ||
        unit_fits(kpi, metric->unit.s))
        return;
    struct finding *finding =
        finding_add(check->findings, CODE_M110, metric->unit.node->span,
                    "Use one unit: %.*s is measured in %.*s, not \"%.*s\".",
                    STR_ARG(pack_str(kpi->name)), STR_ARG(pack_str(kpi->unit)),
                    STR_ARG(metric->unit.s));
    finding->path = metric->item.path;
    finding_help(finding, "unit: %.*s", STR_ARG(pack_str(kpi->unit)));
}

/* The value in the KPI's unit; false when the record is in another one. */
static bool
in_kpi_unit(const struct pack_kpi *kpi, const struct metric *metric,
            const struct decimal *decimal, double *value)
{
    struct str unit = canonical(metric->unit.s);
    if (!decimal->given)
        return false;
    *value = decimal_value(decimal);
    if (!unit.len || str_equal_nocase(unit, pack_str(kpi->unit)))
        return true;
    double from = seconds_of(unit), to = seconds_of(pack_str(kpi->unit));
    if (from <= 0 || to <= 0)
        return false;
    *value *= from / to;
    return true;
}

/* The side outside the bounds, or NULL; before first. */
static const struct decimal *
side_outside(const struct pack_kpi *kpi, const struct metric *metric,
             struct pack_bounds bounds)
{
    double value;
    if (in_kpi_unit(kpi, metric, &metric->before, &value) &&
        !pack_bounds_hold(bounds, value))
        return &metric->before;
    if (in_kpi_unit(kpi, metric, &metric->after, &value) &&
        !pack_bounds_hold(bounds, value))
        return &metric->after;
    return NULL;
}

static void
impossible(struct check *check, const struct metric *metric)
{
    const struct pack_kpi *kpi = kpi_of(check, metric);
    const struct decimal *side =
        kpi ? side_outside(kpi, metric, kpi->hard) : NULL;
    if (side)
        (void)on_record(
            check, CODE_M108, metric, side,
            str_format(check->arena, "Fix %.*s: %.*s lies within %.*s.",
                       STR_ARG(side->typed.s), STR_ARG(pack_str(kpi->name)),
                       STR_ARG(check_print_bounds(check->arena, kpi->hard))));
    bool same =
        metric->before.given && metric->after.given &&
        decimal_value(&metric->before) == decimal_value(&metric->after) &&
        metric->change_percent.given &&
        decimal_value(&metric->change_percent) != 0;
    if (same)
        (void)on_record(check, CODE_M108, metric, &metric->after,
                        str_format(check->arena,
                                   "Fix %.*s: before and after are the same.",
                                   STR_ARG(metric->after.typed.s)));
}

static void
implausible(struct check *check, const struct metric *metric)
{
    const struct pack_kpi *kpi = kpi_of(check, metric);
    if (!kpi || side_outside(kpi, metric, kpi->hard))
        return;
    const struct decimal *side = side_outside(kpi, metric, kpi->plausible);
    if (side) {
        struct finding *finding = on_record(
            check, CODE_M109, metric, side,
            str_format(
                check->arena, "Check %.*s for %.*s; usual range is %.*s %.*s.",
                STR_ARG(side->typed.s), STR_ARG(pack_str(kpi->name)),
                STR_ARG(check_print_bounds(check->arena, kpi->plausible)),
                STR_ARG(pack_str(kpi->unit))));
        finding_help(finding, "when it is right: lint: {ignore: [M109]} in "
                              "this record");
        return;
    }
    double before, after;
    if (!in_kpi_unit(kpi, metric, &metric->before, &before) ||
        !in_kpi_unit(kpi, metric, &metric->after, &after) || before == 0 ||
        kpi->max_change <= 0)
        return;
    double change = 100 * fabs(after - before) / fabs(before);
    if (change > kpi->max_change + 0.5)
        (void)on_record(
            check, CODE_M109, metric, &metric->after,
            str_format(
                check->arena,
                "Check %.*s: %.*s seldom moves by more than %.*s%%.",
                STR_ARG(metric->after.typed.s), STR_ARG(pack_str(kpi->name)),
                STR_ARG(check_print_value(check->arena, kpi->max_change))));
}

static enum pack_good
good_of(const struct pack_kpi *kpi, const struct metric *metric)
{
    if (metric->good.value == GOOD_UP)
        return PACK_GOOD_UP;
    if (metric->good.value == GOOD_DOWN)
        return PACK_GOOD_DOWN;
    return kpi && metric->good.value != GOOD_BAND ? kpi->good : PACK_GOOD_BAND;
}

bool
record_goes_wrong(const struct check *check, const struct metric *metric)
{
    const struct pack_kpi *kpi = kpi_of(check, metric);
    enum pack_good good = good_of(kpi, metric);
    if (!metric->before.given || !metric->after.given ||
        good == PACK_GOOD_BAND || (kpi && !unit_fits(kpi, metric->unit.s)))
        return false;
    double moved =
        decimal_value(&metric->after) - decimal_value(&metric->before);
    return moved != 0 && (moved > 0) != (good == PACK_GOOD_UP);
}

static void
direction(struct check *check, const struct metric *metric)
{
    const struct pack_kpi *kpi = kpi_of(check, metric);
    bool up = decimal_value(&metric->after) > decimal_value(&metric->before);
    if (!record_goes_wrong(check, metric))
        return;
    struct finding *finding = on_record(
        check, CODE_M111, metric, &metric->after,
        str_format(check->arena, "Check direction: %.*s went %s, better is %s.",
                   STR_ARG(kpi ? pack_str(kpi->name) : record_name(metric)),
                   up ? "up" : "down", up ? "down" : "up"));
    finding_help(finding, "swap before and after, or say good: %s",
                 up ? "up" : "down");
}

/* ---- M113: the sentence and its record --------------------------------- */

static bool
near(double a, double b, double place)
{
    return fabs(a - b) <= place / 2 + 1e-9;
}

static double
unit_seconds(const struct metric *metric)
{
    double seconds = seconds_of(canonical(metric->unit.s));
    return seconds > 0 ? seconds : 1;
}

/* The number is this value of the record, or a rounding of it. */
static bool
tells(const struct reading_number *number, const struct metric *metric,
      const struct decimal *decimal)
{
    if (!decimal->given)
        return false;
    double value = decimal_value(decimal), place = place_of(decimal);
    double seconds = number->seconds > 0 ? number->seconds : 0;
    double factor = seconds > 0 && seconds_of(canonical(metric->unit.s)) > 0
                        ? unit_seconds(metric) / seconds
                        : 1;
    double wide = fmax(number->last_place, place * factor);
    return near(number->value, value * factor, wide) ||
           near(number->value, fabs(value) * factor, wide) ||
           /* 6.1 in a record of millions */
           near(number->value, value * 1e6, number->last_place) ||
           near(number->value, value * 1e3, number->last_place);
}

static bool
tells_result(const struct reading_number *number, const struct metric *metric)
{
    if (tells(number, metric, &metric->after) ||
        tells(number, metric, &metric->change_percent))
        return true;
    bool relative = number->relative_change || number->unit == UNIT_FRACTION ||
                    number->unit == UNIT_MULTIPLE;
    if (!metric->before.given || !metric->after.given)
        return relative && !metric->change_percent.given;
    double before = decimal_value(&metric->before);
    double after = decimal_value(&metric->after);
    double place = fmax(number->last_place, place_of(&metric->after));
    double change = before != 0 ? 100 * fabs(after - before) / fabs(before) : 0;
    double factor = number->unit == UNIT_FRACTION ? 100 : 1;
    double slack = number->approximate || number->unit == UNIT_FRACTION
                       ? fmax(0.12 * change + 1, 10)
                       : fmax(place, 1);
    if (near(number->value, fabs(after - before), place) ||
        near(number->value * factor, change, slack))
        return true;
    double ratio = before != 0 ? after / before : 0;
    if (number->unit == UNIT_MULTIPLE && ratio != 0)
        return number->value / ratio > 0.9 && number->value / ratio < 1.1;
    return false;
}

static bool
tells_any(const struct reading_number *number, const struct check_bullet *b)
{
    for (size_t i = 0; i < b->highlight->metrics.count; i++) {
        const struct metric *metric = b->highlight->metrics.at[i];
        if (tells_result(number, metric) ||
            tells(number, metric, &metric->target) ||
            tells(number, metric, &metric->before))
            return true;
    }
    return false;
}

static void
contradiction(struct check *check, const struct check_bullet *bullet, size_t n,
              const struct metric *metric, const struct decimal *decimal)
{
    const struct reading_number *number = &bullet->reading->numbers.at[n];
    struct finding *finding = check_on_bullet(
        check, CODE_M113, bullet, number->whole_from, number->whole_to,
        "Align text and metric %.*s: text %.*s, data %.*s.",
        STR_ARG(record_name(metric)),
        STR_ARG(str_slice(bullet->prose->plain, number->from, number->to)),
        STR_ARG(decimal->typed.s));
    if (metric->item.id.s.len)
        finding_help(finding,
                     "write {%.*s.before} and {%.*s.after} and let the "
                     "record fill them in",
                     STR_ARG(metric->item.id.s), STR_ARG(metric->item.id.s));
}

/* Only own records of a unit that can be told from the text's are asked. */
static bool
is_comparable(const struct reading_number *number, const struct metric *metric)
{
    struct str unit = canonical(metric->unit.s);
    if (number->unit == UNIT_PERCENT)
        return str_is(unit, "percent");
    if (number->unit == UNIT_TIME)
        return seconds_of(unit) > 0;
    if (number->unit == UNIT_MONEY)
        return str_is(unit, "usd");
    return !str_is(unit, "percent") && !str_is(unit, "usd") &&
           number->unit != UNIT_RANK;
}

static void
prose_and_data(struct check *check, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    if (!bullet->highlight || !bullet->highlight->ref.count ||
        bullet->highlight->metrics.count != 1)
        return;
    const struct metric *metric = bullet->highlight->metrics.at[0];
    size_t wrong = SIZE_MAX;
    bool told = false;
    for (size_t i = 0; i < reading->numbers.count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        if (number->class != NUMBER_OUTCOME)
            continue;
        if (tells_result(number, metric))
            told = true;
        else if (wrong == SIZE_MAX && !tells_any(number, bullet) &&
                 is_comparable(number, metric))
            wrong = i;
    }
    if (!told && wrong != SIZE_MAX && metric->after.given) {
        contradiction(check, bullet, wrong, metric, &metric->after);
        return;
    }
    for (size_t i = 0; i < reading->pairs.count; i++) {
        size_t before = reading->pairs.at[i].before;
        const struct reading_number *after =
            &reading->numbers.at[reading->pairs.at[i].after];
        if (metric->before.given && tells(after, metric, &metric->after) &&
            !tells(&reading->numbers.at[before], metric, &metric->before))
            contradiction(check, bullet, before, metric, &metric->before);
    }
}

const struct rule rules_records[] = {
    {.code = CODE_M105, .metric = bare_change, .any_language = true},
    {.code = CODE_M107, .metric = change_wrong, .any_language = true},
    {.code = CODE_M108, .metric = impossible, .any_language = true},
    {.code = CODE_M109, .metric = implausible, .any_language = true},
    {.code = CODE_M110, .metric = unit_mismatch, .any_language = true},
    {.code = CODE_M111, .metric = direction, .any_language = true},
    {.code = CODE_M112, .metric = change_in_points, .any_language = true},
    {.code = CODE_M113, .bullet = prose_and_data},
    {.code = CODE_M114, .metric = incomplete, .any_language = true},
    {.document = NULL},
};
