/*
 * Confidential figures as bands: wide enough to keep the figure, narrow enough
 * to be of use. Percents stand in tens (fives below ten), other figures between
 * 1, 2 and 5 times a power of ten.
 */
#include "base/buf.h"
#include "model/decode.h"

/* Ends as digits of the decimal they are of. */
struct ends {
    int64_t low, high;
    int decimals;
};

static int64_t
size_of(int64_t digits)
{
    return digits < 0 ? -digits : digits;
}

/* ---- steps --------------------------------------------------------------- */

static const int64_t percents[] = {0,  5,  10, 20, 30,  40,  50,
                                   60, 70, 80, 90, 100, 150, 200};
enum { PERCENTS = sizeof percents / sizeof *percents };

/* The step below `size` and the one above; a size that is a step itself lies
   inside of both. False: larger than the steps. */
static bool
band_of_percent(int64_t size, int64_t one, struct ends *ends)
{
    size_t above = 1;
    while (above < PERCENTS && percents[above] * one <= size)
        above++;
    if (above == PERCENTS)
        return false;
    size_t below = above - 1;
    if (below && percents[below] * one == size)
        below--;
    ends->low = percents[below] * one;
    ends->high = percents[above] * one;
    return true;
}

/* 1, 2, 5, 10 ... times the largest power of ten that is not above it. */
static bool
band_of_size(int64_t size, struct ends *ends)
{
    int64_t power = 1;
    if (size > INT64_MAX / 100)
        return false;
    if (size < 10) { /* steps below one digit */
        if (ends->decimals == 9)
            return false;
        size *= 10;
        ends->decimals++;
    }
    while (power <= size / 10)
        power *= 10;
    int64_t steps[] = {power / 2, power, 2 * power, 5 * power, 10 * power};
    size_t above = 1, below;
    while (steps[above] <= size)
        above++;
    below = above - 1;
    if (below > 0 && steps[below] == size) /* a band has its value within */
        below--;
    ends->high = steps[above];
    ends->low = steps[below];
    return true;
}

static bool
find_ends(const struct decimal *value, bool is_percent, struct ends *ends)
{
    int64_t size = size_of(value->digits), one = 1;
    ends->decimals = value->decimals;
    for (int i = 0; i < value->decimals; i++)
        one *= 10; /* nine of them at most */
    if (is_percent && size <= INT64_MAX / 200 &&
        band_of_percent(size, one, ends))
        return true;
    if (size)
        return band_of_size(size, ends);
    *ends = (struct ends){0, 1, 0};
    return true;
}

/* ---- an end as somebody would type it ------------------------------------ */

static struct str
money_sign(struct str typed)
{
    static const char *const signs[] = {"$", "\xe2\x82\xac", "\xc2\xa3"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_find(typed, str_from(signs[i]), 0) != SIZE_MAX)
            return str_from(signs[i]);
    return STR("");
}

/* 2,000,000 as "2M". */
static const char *
cut_scale(struct decimal *end)
{
    static const struct {
        int64_t size;
        const char *letter;
    } scales[] = {{1000000000, "B"}, {1000000, "M"}, {1000, "K"}};
    if (end->decimals || size_of(end->digits) < 100000)
        return "";
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (size_of(end->digits) >= scales[i].size &&
            end->digits % scales[i].size == 0) {
            end->digits /= scales[i].size;
            return scales[i].letter;
        }
    return "";
}

static struct decimal
make_end(struct arena *arena, int64_t digits, int decimals,
         const struct decimal *of)
{
    struct decimal end = {.given = true,
                          .digits = digits,
                          .decimals = decimals,
                          .typed = of->typed};
    while (end.decimals && end.digits % 10 == 0) {
        end.digits /= 10;
        end.decimals--;
    }
    struct decimal shown = end;
    const char *scale = cut_scale(&shown);
    bool is_percent = str_ends(str_trim(of->typed.s), STR("%"));
    struct str number =
        locale_number(arena, NULL, size_of(shown.digits), shown.decimals);
    end.typed.s = str_format(arena, "%s%.*s%.*s%s%s", digits < 0 ? "-" : "",
                             STR_ARG(money_sign(of->typed.s)), STR_ARG(number),
                             scale, is_percent ? "%" : "");
    return end;
}

static struct metric_band
band_of(struct arena *arena, const struct decimal *value, bool is_percent)
{
    struct metric_band band = {.given = true};
    struct ends ends;
    if (!find_ends(value, is_percent, &ends))
        return (struct metric_band){.given = false};
    int64_t sign = value->digits < 0 ? -1 : 1;
    band.low = make_end(arena, sign * ends.low, ends.decimals, value);
    band.high = make_end(arena, sign * ends.high, ends.decimals, value);
    return band;
}

/* ---- a record ------------------------------------------------------------ */

/* Nothing falls by more than all of it; no change lies between two. */
static struct metric_band
band_of_change(struct arena *arena, const struct decimal *change)
{
    const struct decimal all = {.given = true, .digits = -100};
    struct metric_band band = band_of(arena, change, true);
    int64_t one = 1;
    band.is_of_change = true;
    for (int i = 0; i < change->decimals; i++)
        one *= 10;
    if (change->digits == 0)
        band.low = make_end(arena, -5, 0, &all);
    if (change->digits == 0)
        band.high = make_end(arena, 5, 0, &all);
    if (change->digits < 0 && change->digits / one >= -100 &&
        band.high.digits < -100)
        band.high = make_end(arena, -100, 0, &all);
    return band;
}

static bool
is_percent(const struct metric *metric)
{
    return str_is(metric->unit.s, "percent") || str_is(metric->unit.s, "%");
}

void
metric_mask(struct arena *arena, struct metric *metric, enum audience audience)
{
    const struct decimal none = {0};
    if (!metric->confidential.value)
        return;
    struct str change = metric_print(arena, NULL, metric, METRIC_CHANGE);
    if (!metric->change_percent.given &&
        decimal_parse(change, &metric->change_percent))
        metric->change_percent.typed.s = change;
    if (metric->change_percent.given && audience < AUDIENCE_EMPLOYER) {
        metric->band = band_of_change(arena, &metric->change_percent);
        metric->change_percent = none;
    } else if (!metric->change_percent.given && metric->after.given) {
        metric->band = band_of(arena, &metric->after, is_percent(metric));
    }
    metric->before = metric->after = metric->target = none;
    metric->benchmark = (struct benchmark){0};
    metric->series.count = 0;
}
