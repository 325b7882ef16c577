#include "base/upt.h"

#include "base/bug.h"

/* Lengths beyond this many units are no paper. */
#define MOST_UNITS 1000000
#define PLACES 6

static const struct {
    struct str name;
    int64_t numerator, denominator; /* points in one unit */
} units[] = {
    {STR_INIT(""), 1, 1},       {STR_INIT("pt"), 1, 1},
    {STR_INIT("in"), 72, 1},    {STR_INIT("cm"), 7200, 254},
    {STR_INIT("mm"), 720, 254},
};

upt
upt_scale(upt value, int64_t numerator, int64_t denominator)
{
    int64_t product, quotient, rest;

    ENSURE(denominator > 0);
    if (__builtin_mul_overflow(value, numerator, &product))
        BUG("length out of range: %lld * %lld", (long long)value,
            (long long)numerator);
    quotient = product / denominator;
    rest = product % denominator;
    if (rest < 0)
        return quotient - (-rest >= denominator - -rest);
    return quotient + (rest >= denominator - rest);
}

/* Digits with at most one point, as millionths; moves *at behind them. */
static bool
read_millionths(struct str s, size_t *at, int64_t *millionths)
{
    int64_t whole = 0, part = 0, weight = UPT_PER_PT;
    size_t from = *at, digits;

    for (; *at < s.len && ascii_is_digit(s.at[*at]); ++*at)
        if ((whole = whole * 10 + (s.at[*at] - '0')) > MOST_UNITS)
            return false;
    digits = *at - from;
    if (*at < s.len && s.at[*at] == '.') {
        for (++*at; *at < s.len && ascii_is_digit(s.at[*at]); ++*at) {
            weight /= 10; /* 0 after six places: finer than a micropoint */
            part += weight * (s.at[*at] - '0');
            digits++;
        }
    }
    *millionths = whole * UPT_PER_PT + part;
    return digits > 0;
}

bool
upt_parse(struct str s, upt *value)
{
    bool negative;
    size_t at = 0;
    int64_t millionths;

    s = str_trim(s);
    negative = s.len > 0 && s.at[0] == '-';
    at += negative;
    if (!read_millionths(s, &at, &millionths))
        return false;
    s = str_trim(str_slice(s, at, s.len));
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!str_equal_nocase(s, units[i].name))
            continue;
        *value = upt_scale(negative ? -millionths : millionths,
                           units[i].numerator, units[i].denominator);
        return true;
    }
    return false;
}

void
upt_print(struct buf *buf, upt value, int decimals)
{
    static const uint64_t coarseness[PLACES + 1] = {
        1000000, 100000, 10000, 1000, 100, 10, 1};
    char digits[32], *at = digits + sizeof digits;
    uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value;
    int places = decimals;

    ENSURE(decimals >= 0 && decimals <= PLACES);
    size = (size + coarseness[decimals] / 2) / coarseness[decimals];
    for (; places > 0 && size % 10 == 0; places--)
        size /= 10;
    if (value < 0 && size > 0)
        buf_add_byte(buf, '-');
    do {
        *--at = (char)('0' + size % 10);
        size /= 10;
        if (--places == 0)
            *--at = '.';
    } while (size > 0 || places >= 0);
    buf_add(buf, (struct str){at, (size_t)(digits + sizeof digits - at)});
}
