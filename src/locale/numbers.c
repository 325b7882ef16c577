/* Numbers as a language groups and points them. */
#include "locale/locale.h"

#include "base/utf8.h"
#include "tables.h"

/* The code points of the digits in use; false for 0 to 9. */
static bool
read_digits(const struct locale *locale, uint32_t digits[10])
{
    struct str own = locale_word(locale, WORD_DIGITS);
    size_t at = 0, count = 0;
    while (at < own.len && count < 10)
        digits[count++] = utf8_next(own, &at);
    return count == 10;
}

void
locale_add_digits(struct buf *out, const struct locale *locale, struct str text)
{
    uint32_t digits[10];
    if (!read_digits(locale, digits)) {
        buf_add(out, text);
        return;
    }
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.at[i]))
            buf_add_code_point(out, digits[text.at[i] - '0']);
        else
            buf_add_byte(out, text.at[i]);
}

/* A separator stands before a group of three digits; in India the groups
   before the last have two. */
static bool
is_group_start(const struct locale_row *row, size_t left)
{
    if (left < 3)
        return false;
    return row->is_indian ? left % 2 == 1 : left % 3 == 0;
}

/* Digits of a whole part, with separators. */
static void
add_whole(struct buf *out, const struct locale *locale, struct str digits)
{
    const struct locale_row *row = locale_or_english(locale)->row;
    bool is_grouped = digits.len >= row->least_grouped;
    struct str sign = locale_word(locale, WORD_GROUP_SIGN);
    for (size_t i = 0; i < digits.len; i++) {
        if (i > 0 && is_grouped && is_group_start(row, digits.len - i))
            buf_add(out, sign);
        locale_add_digits(out, locale, str_slice(digits, i, i + 1));
    }
}

static struct str
print_number(struct arena *arena, const struct locale *locale, bool is_negative,
             struct str whole, struct str fraction)
{
    struct buf out = buf_new(arena);
    if (is_negative)
        buf_add_byte(&out, '-');
    add_whole(&out, locale, whole);
    if (fraction.len) {
        buf_add(&out, locale_word(locale, WORD_DECIMAL_SIGN));
        locale_add_digits(&out, locale, fraction);
    }
    return buf_str(&out);
}

struct str
locale_number(struct arena *arena, const struct locale *locale, int64_t digits,
              int decimals)
{
    uint64_t size = digits < 0 ? -(uint64_t)digits : (uint64_t)digits;
    struct str all =
        str_format(arena, "%0*llu", decimals + 1, (unsigned long long)size);
    size_t point = all.len - (size_t)decimals;
    return print_number(arena, locale, digits < 0, str_slice(all, 0, point),
                        str_slice(all, point, all.len));
}

/* "1240" and "1,240": the digits without separators; false when the commas are
   none of thousands. */
static bool
read_whole(struct str s, struct buf *digits)
{
    size_t group = 0, groups = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (ascii_is_digit(s.at[i])) {
            buf_add_byte(digits, s.at[i]);
            group++;
        } else if (s.at[i] == ',' && (groups ? group == 3 : group >= 1) &&
                   group <= 3) {
            groups++;
            group = 0;
        } else {
            return false;
        }
    }
    return groups ? group == 3 : group > 0;
}

struct str
locale_typed_number(struct arena *arena, const struct locale *locale,
                    struct str typed)
{
    struct str rest = str_trim(typed);
    bool is_negative = str_starts(rest, STR("-"));
    if (is_negative)
        rest = str_slice(rest, 1, rest.len);
    struct str fraction = rest, whole = str_cut(&fraction, '.');
    struct buf digits = buf_new(arena);
    for (size_t i = 0; i < fraction.len; i++)
        if (!ascii_is_digit(fraction.at[i]))
            return typed;
    if (!read_whole(whole, &digits) || str_ends(rest, STR(".")))
        return typed;
    return print_number(arena, locale, is_negative, buf_str(&digits), fraction);
}
