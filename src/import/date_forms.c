/* Dates that are digits alone, and years of other calendars. */
#include "dates.h"

#include "base/calendar.h"
#include "base/utf8.h"

/* Where the ten digits of a script begin. */
static const uint32_t zeros[] = {'0',   0x660, 0x6F0, 0x966,
                                 0x9E6, 0xE50, 0xFF10};

int
date_digit(uint32_t c)
{
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (c >= zeros[i] && c < zeros[i] + 10)
            return (int)(c - zeros[i]);
    return -1;
}

/* Our own forms: 2020, 2020-03, 2020-03-31, and the last with a time. */
bool
date_is_plain(struct str s)
{
    static const char form[] = "0000-00-00";
    size_t len = s.len > 10 && (s.at[10] == 'T' || s.at[10] == ' ') &&
                         str_find_byte(s, ':', 11) != SIZE_MAX
                     ? 10
                     : s.len;
    if (len != 4 && len != 7 && len != 10)
        return false;
    for (size_t i = 0; i < len; i++)
        if (form[i] == '-' ? s.at[i] != '-' : !ascii_is_digit(s.at[i]))
            return false;
    return true;
}

/* Years of other calendars; the decoder prints such a date as it is typed. */
bool
date_is_of_calendar(struct str s)
{
    static const struct str eras[] = {STR_INIT("\xE4\xBB\xA4\xE5\x92\x8C"),
                                      STR_INIT("\xE5\xB9\xB3\xE6\x88\x90"),
                                      STR_INIT("\xE6\x98\xAD\xE5\x92\x8C"),
                                      STR_INIT("\xE6\xB0\x91\xE5\x9C\x8B"),
                                      STR_INIT("\xE6\xB0\x91\xE5\x9B\xBD")};
    int value = 0;
    size_t at = 0, digits = 0;
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++)
        if (str_starts(s, eras[i]))
            return true;
    while (at < s.len) {
        size_t next = at;
        int digit = date_digit(utf8_next(s, &next));
        if (digit < 0 || digits == 4)
            break;
        value = value * 10 + digit;
        digits++;
        at = next;
    }
    for (size_t i = at; i < s.len; i++)
        if (s.at[i] != '-' && s.at[i] != '/' && s.at[i] != '.' &&
            !ascii_is_digit(s.at[i]) && (unsigned char)s.at[i] < 0x80)
            return false;
    return digits == 4 && ((value >= 1300 && value <= 1500) ||
                           (value >= 2443 && value <= 2643) ||
                           (value >= 5660 && value <= 5860));
}

/* Digits alone: 20200131, 202001, seconds or milliseconds since 1970. */
bool
date_read_digits(struct arena *arena, struct str s, struct date_read *read)
{
    uint64_t value;
    if (s.len < 6 || s.len > 13 || !str_to_u64(s, &value))
        return false;
    if (s.len == 6 || s.len == 8) {
        struct str plain =
            s.len == 6
                ? str_format(arena, "%.4s-%.2s", s.at, s.at + 4)
                : str_format(arena, "%.4s-%.2s-%.2s", s.at, s.at + 4, s.at + 6);
        *read = date_read(arena, plain, &(struct import_options){0});
        return true;
    }
    if (s.len < 9 || s.len == 11)
        return false;
    if (s.len >= 12)
        value /= 1000;
    struct calendar_day day = calendar_day_of((int64_t)(value / 86400));
    *read =
        (struct date_read){.text = str_format(arena, "%04d-%02d-%02d", day.year,
                                              day.month, day.day)};
    return true;
}
