/* A record's figures as prose prints them. */
#include "model/decode.h"

#include "base/bug.h"
#include "base/buf.h"

/* Both of them times the same power of ten; false when too large for that. */
static bool
align(const struct decimal *a, const struct decimal *b, int64_t *x, int64_t *y,
      int *decimals)
{
    *x = a->digits;
    *y = b->digits;
    *decimals = a->decimals > b->decimals ? a->decimals : b->decimals;
    for (int i = a->decimals; i < *decimals; i++)
        if (__builtin_mul_overflow(*x, 10, x))
            return false;
    for (int i = b->decimals; i < *decimals; i++)
        if (__builtin_mul_overflow(*y, 10, y))
            return false;
    return true;
}

static int64_t
divide_rounded(int64_t numerator, int64_t denominator)
{
    int64_t half = denominator / 2;
    return (numerator + (numerator < 0 ? -half : half)) / denominator;
}

/* 100 times the change over the size of `before`, in tenths. */
bool
metric_change_tenths(const struct metric *metric, int64_t *tenths)
{
    int64_t before, after, difference;
    int decimals;
    if (!metric->before.given || !metric->after.given ||
        !align(&metric->before, &metric->after, &before, &after, &decimals) ||
        before == 0 || __builtin_sub_overflow(after, before, &difference) ||
        __builtin_mul_overflow(difference, 1000, &difference))
        return false;
    *tenths = divide_rounded(difference, before < 0 ? -before : before);
    return true;
}

/* ---- print -------------------------------------------------------------- */

/* Without zeros at the end; the sign is a hyphen, as keyboards and parsers have
   it. */
static struct str
print_number(struct arena *arena, const struct locale *locale, int64_t digits,
             int decimals)
{
    while (decimals && digits % 10 == 0) {
        digits /= 10;
        decimals--;
    }
    return locale_number(arena, locale, digits, decimals);
}

static bool
is_bare(struct str typed)
{
    for (size_t i = 0; i < typed.len; i++)
        if (!ascii_is_digit(typed.at[i]))
            return false;
    return true;
}

/* As typed, for "$1.2M" and "3.0", but without %; bare digits are grouped.
   Other languages than English have their own marks in it. */
static struct str
print_decimal(struct arena *arena, const struct locale *locale,
              const struct decimal *decimal)
{
    struct str typed = str_trim(decimal->typed.s);
    if (!decimal->given)
        return (struct str){NULL, 0};
    if (typed.len && typed.at[typed.len - 1] == '%')
        typed = str_trim(str_slice(typed, 0, typed.len - 1));
    if (is_bare(typed))
        return print_number(arena, locale, decimal->digits, decimal->decimals);
    return locale_is_english(locale)
               ? typed
               : locale_typed_number(arena, locale, typed);
}

/* Zero has none; a hyphen stands before what is less. */
static struct str
signed_number(struct arena *arena, const struct locale *locale, int64_t digits,
              int decimals)
{
    struct str number = print_number(arena, locale, digits, decimals);
    return digits > 0 ? str_format(arena, "+%.*s", STR_ARG(number)) : number;
}

/* As typed; else tenths below ten percent, whole percents above: "-4.8%",
   "-37%". */
static struct str
print_change(struct arena *arena, const struct locale *locale,
             const struct metric *metric)
{
    const struct decimal *typed = &metric->change_percent;
    int64_t tenths = 0;
    struct str number;
    if (!typed->given && !metric_change_tenths(metric, &tenths))
        return (struct str){NULL, 0};
    if (typed->given)
        number = signed_number(arena, locale, typed->digits, typed->decimals);
    else if (tenths > -100 && tenths < 100)
        number = signed_number(arena, locale, tenths, 1);
    else
        number = signed_number(arena, locale, divide_rounded(tenths, 10), 0);
    return locale_say(arena, locale, WORD_PERCENT, number);
}

/* "-20 to -30%": between which figures the change lies. */
static struct str
print_change_band(struct arena *arena, const struct locale *locale,
                  const struct metric_band *band)
{
    struct str low =
        signed_number(arena, locale, band->low.digits, band->low.decimals);
    struct str high =
        signed_number(arena, locale, band->high.digits, band->high.decimals);
    return locale_say(arena, locale, WORD_PERCENT,
                      locale_say_two(arena, locale, WORD_BAND, low, high));
}

static struct str
print_band(struct arena *arena, const struct locale *locale,
           const struct metric *metric, enum metric_field field)
{
    const struct metric_band *band = &metric->band;
    if (band->given && band->is_of_change && field == METRIC_CHANGE)
        return print_change_band(arena, locale, band);
    if (band->given && !band->is_of_change && field == METRIC_AFTER)
        return locale_say_two(arena, locale, WORD_BAND,
                              print_decimal(arena, locale, &band->low),
                              print_decimal(arena, locale, &band->high));
    return (struct str){NULL, 0};
}

static struct str
print_points(struct arena *arena, const struct locale *locale,
             const struct metric *metric)
{
    int64_t before, after, difference;
    int decimals;
    if (!metric->before.given || !metric->after.given ||
        !align(&metric->before, &metric->after, &before, &after, &decimals) ||
        __builtin_sub_overflow(after, before, &difference))
        return (struct str){NULL, 0};
    struct str number = signed_number(arena, locale, difference, decimals);
    int64_t size = difference < 0 ? -difference : difference;
    return locale_counted(arena, locale, WORD_POINTS, decimals ? -1 : size,
                          number);
}

/* "per_1000_patient_days" as "per 1,000 patient days". */
static struct str
print_words(struct arena *arena, struct str typed, char joint)
{
    struct buf out = buf_new(arena);
    while (typed.len) {
        struct str part = str_cut(&typed, joint);
        if (buf_str(&out).len)
            buf_add_byte(&out, ' ');
        buf_add(&out, str_is(part, "1000") ? STR("1,000") : part);
    }
    return buf_str(&out);
}

struct str
metric_print(struct arena *arena, const struct locale *locale,
             const struct metric *metric, enum metric_field field)
{
    bool is_figure = field == METRIC_BEFORE || field == METRIC_AFTER ||
                     field == METRIC_POINTS || field == METRIC_TARGET;
    if (is_figure && metric->confidential.value)
        return print_band(arena, locale, metric, field);
    switch (field) {
    case METRIC_BEFORE:
        return print_decimal(arena, locale, &metric->before);
    case METRIC_AFTER:
        return print_decimal(arena, locale, &metric->after);
    case METRIC_TARGET:
        return print_decimal(arena, locale, &metric->target);
    case METRIC_CHANGE:
        return metric->band.given ? print_band(arena, locale, metric, field)
                                  : print_change(arena, locale, metric);
    case METRIC_POINTS:
        return print_points(arena, locale, metric);
    case METRIC_UNIT:
        return print_words(arena, metric->unit.s, '_');
    case METRIC_PERIOD:
        return period_print(arena, locale, &metric->period);
    case METRIC_LABEL:
        return metric->label.s.len ? metric->label.s
                                   : print_words(arena, metric->kpi.s, '-');
    }
    BUG("no such figure of a metric: %d", (int)field);
}
