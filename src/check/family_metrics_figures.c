/* M107 to M112: whether the figures of a bullet can be and agree. */
#include "metrics.h"

#include <math.h>

static bool
has_records(const struct check_bullet *bullet)
{
    return bullet->highlight && bullet->highlight->metrics.count;
}

/* Printed from a record, which keeps its own baseline. */
bool
metrics_is_printed(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = 0; i < prose->pieces.count; i++) {
        const struct prose_piece *piece = &prose->pieces.at[i];
        if (!piece->exact && piece->plain <= from &&
            to <= piece->plain + piece->len)
            return true;
    }
    return false;
}

/* ---- M107, M112: claims ------------------------------------------------ */

static struct str
value_text(struct check *check, const struct check_bullet *bullet,
           size_t number)
{
    const struct reading_number *n = &bullet->reading->numbers.at[number];
    (void)check;
    return str_slice(
        bullet->prose->plain,
        n->unit == UNIT_PERCENT || n->unit == UNIT_MONEY ? n->whole_from
                                                         : n->from,
        n->unit == UNIT_PERCENT || n->unit == UNIT_MONEY ? n->whole_to : n->to);
}

static struct str
expected_text(struct check *check, const struct reading_claim *claim,
              const struct reading_number *number)
{
    double expected = claim->expected;
    switch (number->unit) {
    case UNIT_MULTIPLE:
        return str_format(check->arena, "%.*s times",
                          STR_ARG(check_print_value(
                              check->arena, round(expected * 100) / 100)));
    case UNIT_POINTS:
        return str_format(check->arena, "%.*s points",
                          STR_ARG(check_print_value(check->arena, expected)));
    case UNIT_MONEY:
        return str_format(check->arena, "$%.*s",
                          STR_ARG(check_print_value(check->arena, expected)));
    default:
        break;
    }
    if (number->last_place >= 1 || number->unit == UNIT_FRACTION)
        expected = round(expected);
    else
        expected = round(expected * 10) / 10;
    return str_format(check->arena, "%.*s%%",
                      STR_ARG(check_print_value(check->arena, expected)));
}

static void
wrong_claim(struct check *check, const struct check_bullet *bullet,
            const struct reading_claim *claim)
{
    const struct reading *reading = bullet->reading;
    const struct reading_pair *pair = &reading->pairs.at[claim->pair];
    const struct reading_number *number = &reading->numbers.at[claim->number];
    struct str before = value_text(check, bullet, pair->before);
    struct str after = value_text(check, bullet, pair->after);
    struct str claimed = check_number_text(bullet, claim->number);
    struct str expected = expected_text(check, claim, number);
    if (claim->fault == CLAIM_FROM_ZERO) {
        check_on_bullet(check, CODE_M107, bullet, number->whole_from,
                        number->whole_to,
                        "Drop the percent: a change from 0 has none.");
        return;
    }
    struct finding *finding = check_on_bullet(
        check, CODE_M107, bullet, number->whole_from, number->whole_to,
        "Correct the figure: %.*s to %.*s is %.*s, not \"%.*s\".",
        STR_ARG(before), STR_ARG(after), STR_ARG(expected), STR_ARG(claimed));
    if (claim->fault == CLAIM_WRONG_BASE)
        finding_help(finding,
                     "it was computed on the value after; the base "
                     "is the value before, %.*s",
                     STR_ARG(before));
    if (number->unit == UNIT_PERCENT) {
        finding->has_edit = true;
        finding->edit.span =
            check_span(check, bullet->prose, number->from, number->to);
        finding->edit.text = str_slice(expected, 0, expected.len - 1);
    }
}

static void
points_as_percent(struct check *check, const struct check_bullet *bullet,
                  const struct reading_claim *claim)
{
    const struct reading_number *number =
        &bullet->reading->numbers.at[claim->number];
    struct str diff = str_slice(bullet->prose->plain, number->from, number->to);
    double relative = round(claim->expected);
    struct finding *finding = check_on_bullet(
        check, CODE_M112, bullet, number->whole_from, number->whole_to,
        "Write %.*s percentage points, or %.*s%%.", STR_ARG(diff),
        STR_ARG(check_print_value(check->arena, relative)));
    finding_help(finding, "%.*s percentage points (%.*s%%)", STR_ARG(diff),
                 STR_ARG(check_print_value(check->arena, relative)));
}

void
metrics_arithmetic(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->claims.count; i++) {
        const struct reading_claim *claim = &bullet->reading->claims.at[i];
        if (claim->fault != CLAIM_FITS && claim->fault != CLAIM_POINTS)
            wrong_claim(check, bullet, claim);
    }
}

void
metrics_points(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->claims.count; i++)
        if (bullet->reading->claims.at[i].fault == CLAIM_POINTS)
            points_as_percent(check, bullet, &bullet->reading->claims.at[i]);
}

/* The figures of a summary add up like those of a bullet. */
static struct check_bullet
as_bullet(struct check *check, const struct check_text *text)
{
    return (struct check_bullet){
        .prose = text->in.prose,
        .path = field_text_path(check->arena, &text->in),
        .reading = check_reading(check, text->in.prose),
    };
}

void
metrics_in_summary(struct check *check, const struct check_text *text)
{
    struct check_bullet bullet = as_bullet(check, text);
    metrics_arithmetic(check, &bullet);
    metrics_points(check, &bullet);
}

/* ---- M108 to M111: oddities -------------------------------------------- */

static const struct pack_kpi *
kpi_of(const struct check *check, size_t kpi)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    return kpi < count ? &kpis[kpi] : NULL;
}

/* The record that the figure is printed from, or NULL. */
static const struct metric *
record_of(const struct check *check, const struct check_bullet *bullet,
          const struct reading_oddity *oddity)
{
    const struct reading_number *number =
        &bullet->reading->numbers.at[oddity->number];
    struct str name;
    if (!has_records(bullet) ||
        !metrics_is_printed(bullet->prose, number->from, number->to))
        return NULL;
    struct str raw =
        span_text(check->sources,
                  check_span(check, bullet->prose, number->from, number->to));
    if (placeholder_end(raw, 0, &name) == 0)
        return NULL;
    name = str_slice(name, 0, str_find_byte(name, '.', 0));
    const metric_refs *metrics = &bullet->highlight->metrics;
    for (size_t i = 0; i < metrics->count; i++)
        if (str_equal(metrics->at[i]->item.id.s, name))
            return metrics->at[i];
    return NULL;
}

/* What its record says already, however often it is printed. */
static bool
is_judged(const struct check *check, const struct check_bullet *bullet,
          const struct reading_oddity *oddity)
{
    const struct metric *record = record_of(check, bullet, oddity);
    if (!record)
        return false;
    switch (oddity->kind) {
    case ODDITY_OUTSIDE_HARD:
    case ODDITY_OUTSIDE_PLAUSIBLE:
    case ODDITY_LARGE_CHANGE:
        return record->kpi.s.len && pack_kpi(check->pack, record->kpi.s);
    case ODDITY_DIRECTION:
        return record_goes_wrong(check, record);
    default:
        return false;
    }
}

static struct finding *
on_oddity(struct check *check, enum code code,
          const struct check_bullet *bullet,
          const struct reading_oddity *oddity, struct str message)
{
    const struct reading_number *number =
        &bullet->reading->numbers.at[oddity->number];
    return check_on_bullet(check, code, bullet, number->whole_from,
                           number->whole_to, "%.*s", STR_ARG(message));
}

/* A value that a record keeps is mended there. */
static struct finding *
on_value(struct check *check, enum code code, const struct check_bullet *bullet,
         const struct reading_oddity *oddity, struct str message)
{
    const struct metric *record = record_of(check, bullet, oddity);
    const struct node *node = record ? record->after.typed.node : NULL;
    if (!node)
        return on_oddity(check, code, bullet, oddity, message);
    struct finding *finding = finding_add(
        check->findings, code, node_span(node), "%.*s", STR_ARG(message));
    finding->path = record->item.path;
    return finding;
}

void
metrics_impossible(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &bullet->reading->oddities.at[i];
        struct str value = check_number_text(bullet, oddity->number);
        const struct pack_kpi *kpi = kpi_of(check, oddity->kpi);
        struct str reason;
        if (is_judged(check, bullet, oddity))
            continue;
        if (oddity->kind == ODDITY_DECREASE_OVER_100)
            reason = STR("nothing falls by more than 100 percent");
        else if (oddity->kind == ODDITY_NO_CHANGE)
            reason = STR("before and after are the same");
        else if (oddity->kind == ODDITY_OUTSIDE_HARD && kpi)
            reason = str_format(
                check->arena, "%.*s lies within %.*s",
                STR_ARG(pack_str(kpi->name)),
                STR_ARG(check_print_bounds(check->arena, kpi->hard)));
        else
            continue;
        (void)on_value(check, CODE_M108, bullet, oddity,
                       str_format(check->arena, "Fix \"%.*s\": %.*s.",
                                  STR_ARG(value), STR_ARG(reason)));
    }
}

static struct str
why_implausible(struct check *check, const struct check_bullet *bullet,
                const struct reading_oddity *oddity)
{
    struct str value = check_number_text(bullet, oddity->number);
    const struct pack_kpi *kpi = kpi_of(check, oddity->kpi);
    switch (oddity->kind) {
    case ODDITY_OUTSIDE_PLAUSIBLE:
        return str_format(
            check->arena, "Check \"%.*s\" for %.*s; usual range is %.*s %.*s.",
            STR_ARG(value), STR_ARG(pack_str(kpi->name)),
            STR_ARG(check_print_bounds(check->arena, kpi->plausible)),
            STR_ARG(pack_str(kpi->unit)));
    case ODDITY_LARGE_CHANGE:
        return str_format(
            check->arena,
            "Check \"%.*s\": %.*s seldom moves by more than "
            "%.*s%%.",
            STR_ARG(value), STR_ARG(pack_str(kpi->name)),
            STR_ARG(check_print_value(check->arena, kpi->max_change)));
    case ODDITY_LARGE_INCREASE:
        return str_format(check->arena,
                          "Give the values behind \"%.*s\"; so large a rise "
                          "often comes from a small number.",
                          STR_ARG(value));
    case ODDITY_TOTAL_DECREASE:
        return str_format(check->arena,
                          "Say \"eliminated\" when \"%.*s\" is meant.",
                          STR_ARG(value));
    default:
        return STR("");
    }
}

void
metrics_implausible(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &bullet->reading->oddities.at[i];
        struct str why = why_implausible(check, bullet, oddity);
        if (why.len && !is_judged(check, bullet, oddity))
            finding_help(on_value(check, CODE_M109, bullet, oddity, why),
                         "when it is right: lint: {ignore: [M109]} on this "
                         "entry");
    }
}

void
metrics_units(struct check *check, const struct check_bullet *bullet)
{
    for (size_t i = 0; i < bullet->reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &bullet->reading->oddities.at[i];
        if (oddity->kind != ODDITY_UNITS)
            continue;
        const struct reading_pair *pair =
            &bullet->reading->pairs.at[oddity->pair];
        struct str before = check_number_text(bullet, pair->before);
        struct str after = check_number_text(bullet, pair->after);
        (void)on_oddity(check, CODE_M110, bullet, oddity,
                        str_format(check->arena,
                                   "Use one unit: \"%.*s\" against "
                                   "\"%.*s\".",
                                   STR_ARG(before), STR_ARG(after)));
    }
}

void
metrics_direction(struct check *check, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    for (size_t i = 0; i < reading->oddities.count; i++) {
        const struct reading_oddity *oddity = &reading->oddities.at[i];
        if (oddity->kind != ODDITY_DIRECTION ||
            is_judged(check, bullet, oddity))
            continue;
        const struct reading_pair *pair = &reading->pairs.at[oddity->pair];
        const struct pack_kpi *kpi = kpi_of(check, oddity->kpi);
        bool up = reading->numbers.at[pair->after].value >
                  reading->numbers.at[pair->before].value;
        struct str message;
        if (kpi && kpi->good != PACK_GOOD_BAND)
            message = str_format(
                check->arena, "Check direction: %.*s went %s, better is %s.",
                STR_ARG(pack_str(kpi->name)), up ? "up" : "down",
                kpi->good == PACK_GOOD_UP ? "up" : "down");
        else
            message = str_format(check->arena,
                                 "Check direction: the figure went %s, the "
                                 "verb says %s.",
                                 up ? "up" : "down", up ? "down" : "up");
        finding_help(on_oddity(check, CODE_M111, bullet, oddity, message),
                     "swap the two figures, change the verb, or say what was "
                     "gained in exchange");
    }
}
