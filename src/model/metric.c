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

/* 1140 as "1,140"; the sign is a hyphen, as keyboards and parsers have it. */
static void
print_number(struct buf *out, int64_t digits, int decimals)
{
    char text[32];
    int count = 0;
    uint64_t rest = digits < 0 ? -(uint64_t)digits : (uint64_t)digits;
    while (decimals && rest % 10 == 0) {
        rest /= 10;
        decimals--;
    }
    do {
        text[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest || count <= decimals);
    if (digits < 0)
        buf_add_byte(out, '-');
    for (int i = count - 1; i >= 0; i--) {
        buf_add_byte(out, text[i]);
        int left = i - decimals;
        if (left == 0 && decimals)
            buf_add_byte(out, '.');
        else if (left > 0 && left % 3 == 0)
            buf_add_byte(out, ',');
    }
}

/* As typed, for "$1.2M" and "3.0", but without %; bare digits are grouped. */
static struct str
print_decimal(struct arena *arena, const struct decimal *decimal)
{
    struct str typed = str_trim(decimal->typed.s);
    struct buf out = buf_new(arena);
    bool is_bare = true;
    if (!decimal->given)
        return (struct str){NULL, 0};
    if (typed.len && typed.at[typed.len - 1] == '%')
        typed = str_trim(str_slice(typed, 0, typed.len - 1));
    for (size_t i = 0; i < typed.len; i++)
        is_bare &= ascii_is_digit(typed.at[i]);
    if (!is_bare)
        return typed;
    print_number(&out, decimal->digits, decimal->decimals);
    return buf_str(&out);
}

/* As typed; else tenths below ten percent, whole percents above: "-4.8%",
   "-37%". */
static struct str
print_change(struct arena *arena, const struct metric *metric)
{
    const struct decimal *typed = &metric->change_percent;
    struct buf out = buf_new(arena);
    int64_t tenths = 0;
    if (!typed->given && !metric_change_tenths(metric, &tenths))
        return (struct str){NULL, 0};
    if (typed->given ? typed->digits > 0 : tenths > 0)
        buf_add_byte(&out, '+');
    if (typed->given)
        print_number(&out, typed->digits, typed->decimals);
    else if (tenths > -100 && tenths < 100)
        print_number(&out, tenths, 1);
    else
        print_number(&out, divide_rounded(tenths, 10), 0);
    buf_add_byte(&out, '%');
    return buf_str(&out);
}

static struct str
print_points(struct arena *arena, const struct metric *metric)
{
    int64_t before, after, difference;
    int decimals;
    struct buf out = buf_new(arena);
    if (!metric->before.given || !metric->after.given ||
        !align(&metric->before, &metric->after, &before, &after, &decimals) ||
        __builtin_sub_overflow(after, before, &difference))
        return (struct str){NULL, 0};
    if (difference > 0)
        buf_add_byte(&out, '+');
    print_number(&out, difference, decimals);
    bool is_one = !decimals && (difference == 1 || difference == -1);
    buf_add_text(&out, is_one ? " point" : " points");
    return buf_str(&out);
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
metric_print(struct arena *arena, const struct metric *metric,
             enum metric_field field)
{
    const struct str nothing = {NULL, 0};
    bool is_figure = field == METRIC_BEFORE || field == METRIC_AFTER ||
                     field == METRIC_POINTS || field == METRIC_TARGET;
    if (is_figure && metric->confidential.value)
        return nothing;
    switch (field) {
    case METRIC_BEFORE:
        return print_decimal(arena, &metric->before);
    case METRIC_AFTER:
        return print_decimal(arena, &metric->after);
    case METRIC_TARGET:
        return print_decimal(arena, &metric->target);
    case METRIC_CHANGE:
        return print_change(arena, metric);
    case METRIC_POINTS:
        return print_points(arena, metric);
    case METRIC_UNIT:
        return print_words(arena, metric->unit.s, '_');
    case METRIC_PERIOD:
        return period_print(arena, &metric->period);
    case METRIC_LABEL:
        return metric->label.s.len ? metric->label.s
                                   : print_words(arena, metric->kpi.s, '-');
    }
    BUG("no such figure of a metric: %d", (int)field);
}
