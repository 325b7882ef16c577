/*
 * Dates in other notations. People write "May 2019" and "05/2019"; what can be
 * told for sure is given back in ours. 03/04/2019 cannot: the order of day
 * and month depends on the country, unless one of them is above 12.
 */
#include "dates.h"
#include "words.h"

static const char *const present_words[] = {
    "current",   "currently", "now",      "today", "ongoing", "to date",
    "till date", "until now", "till now", "date",  "active",  "continuing"};

/* Words and numbers of a date; what stands between them is dropped. */
enum { MOST_PARTS = 4 };
struct part {
    bool is_number;
    int value; /* of a number; 1..12 of the name of a month */
    size_t digits;
};
struct parts {
    struct part at[MOST_PARTS];
    size_t count;
    bool failed;
};

static int
month_of(struct str word)
{
    static const char *const months[] = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word.len < 3)
        return 0;
    for (int i = 0; i < 12; i++) {
        struct str month = str_from(months[i]);
        if (word.len <= month.len &&
            str_equal_nocase(word, str_slice(month, 0, word.len)))
            return i + 1;
    }
    return str_equal_nocase(word, STR("sept")) ? 9 : 0;
}

static bool
is_filler(struct str word)
{
    return words_hold("of the st nd rd th de", word);
}

static void
add_part(struct parts *parts, struct part part)
{
    if (parts->count == MOST_PARTS)
        parts->failed = true;
    else
        parts->at[parts->count++] = part;
}

static void
add_word(struct parts *parts, struct str word)
{
    int month = month_of(word);
    if (month)
        add_part(parts, (struct part){.value = month});
    else if (!is_filler(word))
        parts->failed = true;
}

static void
add_number(struct parts *parts, struct str digits)
{
    uint64_t value = 0;
    if (digits.len > 4 || !str_to_u64(digits, &value))
        parts->failed = true;
    else
        add_part(parts, (struct part){.is_number = true,
                                      .value = (int)value,
                                      .digits = digits.len});
}

static struct parts
split(struct str s)
{
    struct parts parts = {0};
    for (size_t at = 0; at < s.len && !parts.failed;) {
        size_t from = at;
        bool (*is)(char) = ascii_is_digit(s.at[at])   ? ascii_is_digit
                           : ascii_is_alpha(s.at[at]) ? ascii_is_alpha
                                                      : NULL;
        if (!is) {
            parts.failed = (unsigned char)s.at[at] >= 0x80;
            at++;
            continue;
        }
        while (at < s.len && is(s.at[at]))
            at++;
        if (is == ascii_is_alpha)
            add_word(&parts, str_slice(s, from, at));
        else
            add_number(&parts, str_slice(s, from, at));
    }
    return parts;
}

struct ymd {
    int year, month, day;
};

/* Sorts the parts into year, month, day; false when it cannot be told. */
static bool
settle(const struct parts *parts, struct ymd *date)
{
    int loose[2] = {0}, count = 0;
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->at[i];
        if (!part->is_number && !date->month)
            date->month = part->value;
        else if (part->is_number && part->digits == 4 && !date->year)
            date->year = part->value;
        else if (part->is_number && part->digits <= 2 && count < 2)
            loose[count++] = part->value;
        else
            return false;
    }
    bool year_first = parts->count && parts->at[0].digits == 4;
    if (date->month) {
        date->day = loose[0];
        return count < 2;
    }
    if (count == 1) {
        date->month = loose[0];
    } else if (count == 2 && year_first) {
        date->month = loose[0];
        date->day = loose[1];
    } else if (count == 2 && loose[0] > 12) {
        date->day = loose[0];
        date->month = loose[1];
    } else if (count == 2 && loose[1] > 12) {
        date->month = loose[0];
        date->day = loose[1];
    } else if (count == 2) {
        return false;
    }
    return true;
}

static struct str
print_ymd(struct arena *arena, const struct ymd *date)
{
    if (date->day)
        return str_format(arena, "%04d-%02d-%02d", date->year, date->month,
                          date->day);
    if (date->month)
        return str_format(arena, "%04d-%02d", date->year, date->month);
    return str_format(arena, "%04d", date->year);
}

/* "2017-12-24T15:53:00": the day without the time. */
static struct str
without_time(struct str s)
{
    bool has_time = s.len > 10 && (s.at[10] == 'T' || s.at[10] == ' ') &&
                    str_find_byte(s, ':', 11) != SIZE_MAX;
    return has_time ? str_slice(s, 0, 10) : s;
}

struct str
date_suggest(struct arena *arena, struct str s)
{
    struct ymd date = {0};
    s = without_time(str_trim(s));
    for (size_t i = 0; i < sizeof present_words / sizeof present_words[0]; i++)
        if (str_equal_nocase(s, str_from(present_words[i])))
            return STR("present");
    struct parts parts = split(s);
    if (parts.failed || !settle(&parts, &date) ||
        !date_is_possible(date.year, date.month, date.day))
        return (struct str){NULL, 0};
    return print_ymd(arena, &date);
}

/* ---- periods ------------------------------------------------------------ */

/* "Q1 2023", "2023 Q1", "2023-Q1". */
static struct str
quarter_suggest(struct arena *arena, struct str s)
{
    size_t at = 0;
    uint64_t year = 0;
    while (at < s.len && ascii_lower(s.at[at]) != 'q')
        at++;
    if (s.len != 7 || at + 1 >= s.len || s.at[at + 1] < '1' ||
        s.at[at + 1] > '4')
        return (struct str){NULL, 0};
    struct str digits = at == 0 ? str_slice(s, 3, 7) : str_slice(s, 0, 4);
    if (!str_to_u64(digits, &year) || !date_is_possible((int)year, 0, 0))
        return (struct str){NULL, 0};
    int first = (s.at[at + 1] - '1') * 3 + 1;
    return str_format(arena, "%04d-%02d/%04d-%02d", (int)year, first, (int)year,
                      first + 2);
}

static struct str
one_date(struct arena *arena, struct str s)
{
    struct date date = {0};
    s = str_trim(s);
    return date_parse(s, &date) ? s : date_suggest(arena, s);
}

struct str
period_suggest(struct arena *arena, struct str s)
{
    static const char *const joints[] = {
        "/",         " to ",         " - ",          " until ",
        " through ", "\xE2\x80\x93", "\xE2\x80\x94", "--"};
    s = str_trim(s);
    struct str quarter = quarter_suggest(arena, s);
    if (quarter.len)
        return quarter;
    struct str single = date_suggest(arena, s);
    if (single.len)
        return single;
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        struct str joint = str_from(joints[i]);
        size_t at = str_find(s, joint, 0);
        if (at == SIZE_MAX)
            continue;
        struct str from = one_date(arena, str_slice(s, 0, at));
        struct str to = one_date(arena, str_slice(s, at + joint.len, s.len));
        struct period period = {0};
        struct str whole =
            str_format(arena, "%.*s/%.*s", STR_ARG(from), STR_ARG(to));
        if (from.len && to.len && period_parse(whole, &period))
            return whole;
    }
    return (struct str){NULL, 0};
}
