#include "model/values.h"

#include "base/calendar.h"
#include "dates.h"

/* ---- dates -------------------------------------------------------------- */

/* A career is within these; anything else is a slip of the finger. */
enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

bool
date_is_given(const struct date *date)
{
    return date->year != 0 || date->is_present;
}

int
date_months(const struct date *date, bool end)
{
    int month = date->month ? date->month : end ? 12 : 1;
    return date->year * 12 + month - 1;
}

int
date_compare(const struct date *a, const struct date *b)
{
    if (a->is_present || b->is_present)
        return (int)a->is_present - (int)b->is_present;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    if (!a->month || !b->month || a->month == b->month) {
        if (!a->month || !b->month || !a->day || !b->day)
            return 0;
        return (a->day > b->day) - (a->day < b->day);
    }
    return a->month < b->month ? -1 : 1;
}

bool
date_is_possible(int year, int month, int day)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || month > 12)
        return false;
    return day == 0 ||
           (month > 0 && day > 0 && day <= calendar_days_in(year, month));
}

/* Exactly `count` digits at `at`. */
static bool
read_digits(struct str s, size_t at, size_t count, int *value)
{
    uint64_t number = 0;
    struct str digits = str_slice(s, at, at + count);
    if (digits.len != count || !str_to_u64(digits, &number))
        return false;
    *value = (int)number;
    return true;
}

bool
date_parse(struct str s, struct date *date)
{
    struct date read = {.typed = date->typed};
    s = str_trim(s);
    read.is_present = str_equal_nocase(s, STR("present"));
    if (!read.is_present) {
        if (s.len != 4 && s.len != 7 && s.len != 10)
            return false;
        if (!read_digits(s, 0, 4, &read.year))
            return false;
        if (s.len >= 7 && (s.at[4] != '-' ||
                           !read_digits(s, 5, 2, &read.month) || !read.month))
            return false;
        if (s.len == 10 &&
            (s.at[7] != '-' || !read_digits(s, 8, 2, &read.day) || !read.day))
            return false;
        if (!date_is_possible(read.year, read.month, read.day))
            return false;
    }
    *date = read;
    return true;
}

/* ---- periods ------------------------------------------------------------ */

bool
period_parse(struct str s, struct period *period)
{
    struct str rest = str_trim(s);
    struct str first = str_cut(&rest, '/');
    struct date start = {0}, end = {0};
    if (!date_parse(first, &start) || start.is_present)
        return false;
    bool is_single = str_find_byte(s, '/', 0) == SIZE_MAX;
    if (is_single)
        end = start;
    else if (!date_parse(rest, &end))
        return false;
    if (date_compare(&end, &start) < 0)
        return false;
    period->start = start;
    period->end = end;
    return true;
}

static struct str
print_date(struct arena *arena, const struct locale *locale,
           const struct date *date)
{
    if (date->is_present)
        return locale_word(locale, WORD_PROSE_PRESENT);
    return locale_date_as(
        arena, locale, WORD_DATE_MONTH,
        (struct locale_date){date->year, date->month, date->day});
}

static bool
same_month(const struct date *a, const struct date *b)
{
    return a->year == b->year && a->month == b->month &&
           a->is_present == b->is_present;
}

struct str
period_print(struct arena *arena, const struct locale *locale,
             const struct period *period)
{
    const struct date *start = &period->start, *end = &period->end;
    if (!date_is_given(start))
        return (struct str){NULL, 0};
    if (!date_is_given(end) || same_month(start, end))
        return print_date(arena, locale, start);
    if (start->year == end->year && start->month && end->month)
        return locale_same_year(arena, locale, true, start->year, start->month,
                                end->month);
    return locale_say_two(arena, locale, WORD_PROSE_RANGE,
                          print_date(arena, locale, start),
                          print_date(arena, locale, end));
}

/* ---- durations ---------------------------------------------------------- */

/* 1:02:03 from the left; at most three parts. */
static bool
parse_clock(struct str s, int64_t *seconds)
{
    int64_t total = 0;
    int parts = 0;
    while (s.len && parts < 3) {
        uint64_t part = 0;
        if (!str_to_u64(str_trim(str_cut(&s, ':')), &part) || part > 100000 ||
            (parts && part > 59))
            return false;
        total = total * 60 + (int64_t)part;
        parts++;
    }
    *seconds = total;
    return parts > 1 && !s.len;
}

static int64_t
seconds_of_unit(struct str unit)
{
    static const struct {
        const char *unit;
        int64_t seconds;
    } units[] = {{"s", 1},       {"sec", 1},      {"second", 1}, {"seconds", 1},
                 {"secs", 1},    {"m", 60},       {"min", 60},   {"mins", 60},
                 {"minute", 60}, {"minutes", 60}, {"h", 3600},   {"hr", 3600},
                 {"hour", 3600}, {"hours", 3600}, {"", 1}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (str_equal_nocase(unit, str_from(units[i].unit)))
            return units[i].seconds;
    return 0;
}

static size_t
run_of(struct str s, size_t at, bool (*is)(char))
{
    size_t from = at;
    while (at < s.len && is(s.at[at]))
        at++;
    return at - from;
}

bool
duration_parse(struct str s, int64_t *seconds)
{
    s = str_trim(s);
    if (str_find_byte(s, ':', 0) != SIZE_MAX)
        return parse_clock(s, seconds);
    int64_t total = 0;
    for (size_t at = 0; at < s.len;) {
        uint64_t number = 0;
        size_t digits = run_of(s, at, ascii_is_digit);
        if (digits > 6 || !str_to_u64(str_slice(s, at, at + digits), &number))
            return false;
        at += digits;
        at += run_of(s, at, ascii_is_space);
        size_t letters = run_of(s, at, ascii_is_alpha);
        int64_t unit = seconds_of_unit(str_slice(s, at, at + letters));
        if (!unit)
            return false;
        total += (int64_t)number * unit;
        at += letters;
        at += run_of(s, at, ascii_is_space);
    }
    *seconds = total;
    return s.len > 0;
}
