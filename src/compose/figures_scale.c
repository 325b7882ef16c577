/*
 * Scales of charts. Ticks stand at round figures: 1, 2 or 5 times a power of
 * ten (Cleveland, The Elements of Graphing Data, 2.3). A scale ends where its
 * data end, so that its ends say something as well (Tufte's range frame).
 */
#include "figures.h"

#define MOST_STEPS 4

/* ---- values -------------------------------------------------------------- */

static void
print_scaled(struct buf *out, int64_t value, int decimals)
{
    int64_t power = 1;
    for (int i = 0; i < decimals; i++)
        power *= 10;
    buf_print(out, "%s%lld", value < 0 ? "-" : "",
              (long long)((value < 0 ? -value : value) / power));
    int64_t rest = (value < 0 ? -value : value) % power;
    if (decimals > 0)
        buf_print(out, ".%0*lld", decimals, (long long)rest);
}

struct str
value_words(const struct composer *c, int64_t value, int decimals,
            struct str unit)
{
    struct buf typed = buf_new(c->arena);
    while (decimals > 0 && value % 10 == 0) {
        value /= 10;
        decimals--;
    }
    print_scaled(&typed, value, decimals);
    const struct decimal decimal = {.given = true,
                                    .digits = value,
                                    .decimals = decimals,
                                    .typed = {.s = buf_str(&typed)}};
    return words_brief_value(&c->words, &decimal, unit);
}

static int64_t
round_step(int64_t range, int64_t least)
{
    static const int64_t factors[] = {1, 2, 5};
    for (int64_t power = least;; power *= 10)
        for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
            if (range / (power * factors[i]) <= MOST_STEPS)
                return power * factors[i];
}

/* Toward minus infinity. */
static int64_t
floor_to(int64_t value, int64_t step)
{
    int64_t rest = value % step;
    return value - rest - (rest < 0 ? step : 0);
}

bool
scale_values(const struct composer *c, struct chart *chart, int64_t least,
             int64_t most, int decimals, struct str unit)
{
    bool is_near_zero = least >= 0 && 3 * (most - least) >= most;
    if (is_near_zero || (least >= 0 && least == most))
        least = 0;
    if (most <= 0 && -3 * (least - most) >= -least)
        most = 0;
    if (least == most)
        most += 10;
    int64_t step = round_step(most - least, 10);
    chart->least = floor_to(least, step);
    chart->most = most;
    for (int64_t at = chart->least; at <= most; at += step)
        *list_add(c->arena, &chart->values) = (struct chart_tick){
            .at = at, .text = value_words(c, at, decimals, unit)};
    return chart->least <= 0 && most >= 0;
}

/* ---- times --------------------------------------------------------------- */

int64_t
time_of(const struct date *date)
{
    int64_t month = date->month ? date->month - 1 : 0;
    int64_t day = date->day ? date->day - 1 : 0;
    if (day >= CHART_MONTH)
        day = CHART_MONTH - 1;
    return date->year * CHART_YEAR + month * CHART_MONTH + day;
}

/* More months than these are told in years. */
#define MOST_MONTHS 30

void
scale_times(const struct composer *c, struct chart *chart, int64_t first,
            int64_t last, bool has_months)
{
    bool is_months = has_months && last - first <= MOST_MONTHS * CHART_MONTH;
    int64_t unit = is_months ? CHART_MONTH : CHART_YEAR;
    chart->first = first;
    chart->last = last;
    for (int64_t n = (first + unit - 1) / unit; n * unit <= last; n++) {
        const struct date date = {
            .year = (int)(is_months ? n / 12 : n),
            .month = is_months ? (int)(n % 12) + 1 : 0,
        };
        *list_add(c->arena, &chart->times) = (struct chart_tick){
            .at = n * unit, .text = words_date(&c->words, &date), .number = n};
    }
}
