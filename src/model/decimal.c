#include "model/values.h"

/* Digits that an int64_t holds for certain. */
enum { MOST_DIGITS = 17, MOST_DECIMALS = 9 };

double
decimal_value(const struct decimal *decimal)
{
    double value = (double)decimal->digits;
    for (int i = 0; i < decimal->decimals; i++)
        value /= 10;
    return value;
}

static bool
take(struct str *s, struct str prefix)
{
    if (!str_starts(*s, prefix))
        return false;
    *s = str_slice(*s, prefix.len, s->len);
    return true;
}

/* The sign: +, hyphen, U+2212; *negative says which. */
static void
take_sign(struct str *s, bool *negative)
{
    if (take(s, STR("-")) || take(s, STR("\xE2\x88\x92")))
        *negative = true;
    else
        (void)take(s, STR("+")); /* a plus changes nothing */
}

static void
take_currency(struct str *s)
{
    static const char *const signs[] = {
        "$", "\xE2\x82\xAC", "\xC2\xA3", "USD", "EUR", "GBP", "CHF"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (take(s, str_from(signs[i])))
            break;
    *s = str_trim(*s);
}

/* 1,140,000: groups of three behind the first comma. */
static bool
commas_are_right(struct str whole)
{
    size_t comma = str_find_byte(whole, ',', 0);
    if (comma == SIZE_MAX)
        return true;
    if (comma == 0 || comma > 3 || (whole.len - comma) % 4 != 0)
        return false;
    for (size_t at = comma; at < whole.len; at++)
        if ((whole.at[at] == ',') != ((at - comma) % 4 == 0))
            return false;
    return true;
}

static bool
take_number(struct str *s, struct decimal *decimal)
{
    size_t at = 0, digits = 0;
    bool in_fraction = false;
    for (; at < s->len; at++) {
        char c = s->at[at];
        if (c == '.' && !in_fraction) {
            in_fraction = true;
        } else if (ascii_is_digit(c)) {
            if (++digits > MOST_DIGITS)
                return false;
            decimal->digits = decimal->digits * 10 + (c - '0');
            decimal->decimals += in_fraction;
        } else if (c != ',' || in_fraction) {
            break;
        }
    }
    size_t point = str_find_byte(str_slice(*s, 0, at), '.', 0);
    if (!digits || decimal->decimals > MOST_DECIMALS ||
        !commas_are_right(str_slice(*s, 0, point < at ? point : at)))
        return false;
    *s = str_trim(str_slice(*s, at, s->len));
    return true;
}

/* K, million ...: powers of ten behind the number. */
static int
power_of(struct str suffix)
{
    static const struct {
        const char *word;
        int power;
    } powers[] = {{"", 0},         {"%", 0},      {"percent", 0}, {"k", 3},
                  {"thousand", 3}, {"m", 6},      {"million", 6}, {"mm", 6},
                  {"b", 9},        {"billion", 9}};
    for (size_t i = 0; i < sizeof powers / sizeof powers[0]; i++)
        if (str_equal_nocase(suffix, str_from(powers[i].word)))
            return powers[i].power;
    return -1;
}

bool
decimal_parse(struct str s, struct decimal *decimal)
{
    struct decimal read = {.given = true, .typed = decimal->typed};
    bool negative = false;
    s = str_trim(s);
    take_sign(&s, &negative);
    take_currency(&s);
    if (!negative)
        take_sign(&s, &negative);
    if (!take_number(&s, &read))
        return false;
    int power = power_of(s);
    if (power < 0)
        return false;
    for (; power > 0; power--) {
        if (read.decimals > 0) {
            read.decimals--;
            continue;
        }
        if (read.digits > INT64_MAX / 1000)
            return false;
        read.digits *= 10;
    }
    if (negative)
        read.digits = -read.digits;
    *decimal = read;
    return true;
}
