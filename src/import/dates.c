/*
 * Dates as people type them, in any of the languages of the locales: the text
 * is cut into numbers, words and signs; what the words are is looked up, and
 * what the numbers can be is settled at the end. Nothing is guessed: what may
 * be a day or a month gives the year alone.
 */
#include "dates.h"

#include "base/calendar.h"
#include "base/utf8.h"

/* ---- the parts ----------------------------------------------------------- */

enum { MOST_NUMBERS = 4 };

struct reading {
    struct arena *arena;
    const struct import_options *options;
    int numbers[MOST_NUMBERS];
    size_t digits[MOST_NUMBERS];
    size_t count;
    int year, month, day; /* by their names or signs */
    bool is_short_year;   /* '19 */
    bool is_vague, is_unknown, has_season;
    char sign; /* between numbers: . or / or - */
};

/* Signs behind a number that say what it is. */
static const struct {
    struct str sign;
    char part;
} unit_signs[] = {
    {STR_INIT("\xE5\xB9\xB4"), 'y'}, {STR_INIT("\xEB\x85\x84"), 'y'},
    {STR_INIT("\xE6\x9C\x88"), 'm'}, {STR_INIT("\xEC\x9B\x94"), 'm'},
    {STR_INIT("\xE6\x97\xA5"), 'd'}, {STR_INIT("\xEC\x9D\xBC"), 'd'},
    {STR_INIT("\xE5\x8F\xB7"), 'd'},
};

static bool
take_unit(struct reading *r, struct str rest, int number, size_t *len)
{
    for (size_t i = 0; i < sizeof unit_signs / sizeof *unit_signs; i++) {
        if (!str_starts(rest, unit_signs[i].sign))
            continue;
        int *to = unit_signs[i].part == 'y'   ? &r->year
                  : unit_signs[i].part == 'm' ? &r->month
                                              : &r->day;
        r->is_unknown |= *to != 0;
        *to = number;
        *len = unit_signs[i].sign.len;
        return true;
    }
    return false;
}

struct number {
    int value;
    size_t digits, end;
};

/* As many digits as stand there; of more than nine the first. */
static struct number
cut_number(struct str s, size_t at)
{
    struct number n = {.end = at};
    while (n.end < s.len) {
        size_t next = n.end;
        int digit = date_digit(utf8_next(s, &next));
        if (digit < 0)
            break;
        if (n.digits < 9)
            n.value = n.value * 10 + digit;
        n.digits++;
        n.end = next;
    }
    return n;
}

/* Gives where it ends, with the sign that says what it is. */
static size_t
read_number(struct reading *r, struct str s, size_t at, bool after_quote)
{
    struct number n = cut_number(s, at);
    size_t len = 0, behind = n.end;
    while (behind < s.len && s.at[behind] == ' ')
        behind++;
    if (take_unit(r, str_slice(s, behind, s.len), n.value, &len))
        return behind + len;
    if (r->count == MOST_NUMBERS || n.digits > 8) {
        r->is_unknown = true;
    } else if (after_quote && n.digits == 2) {
        r->year = n.value + (n.value < 70 ? 2000 : 1900);
        r->is_short_year = true;
    } else {
        r->numbers[r->count] = n.value;
        r->digits[r->count++] = n.digits;
    }
    return n.end;
}

static bool
is_word_byte(unsigned char byte)
{
    return byte >= 0x80 || ascii_is_alpha((char)byte);
}

static void
take_word(struct reading *r, struct str word)
{
    int value = date_word(r->arena, r->options, word);
    if (value > DATE_MONTH) {
        r->is_vague |= r->month != 0 && r->month != value - DATE_MONTH;
        if (!r->month)
            r->month = value - DATE_MONTH;
    } else if (value == DATE_SEASON) {
        r->has_season = r->is_vague = true;
    } else if (value == DATE_VAGUE) {
        r->is_vague = true;
    } else if (value != DATE_FILLER) {
        r->is_unknown = true;
    }
}

/* Dashes and quotes of other scripts are no words. */
static size_t
sign_len(struct str s, size_t at)
{
    unsigned char a = (unsigned char)s.at[at];
    if (a < 0x80)
        return is_word_byte(a) || ascii_is_digit((char)a) ? 0 : 1;
    unsigned char b = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;
    if (a == 0xC2 && (b == 0xA0 || b == 0xB7))
        return 2;
    return a == 0xE2 && b == 0x80 && at + 3 <= s.len ? 3 : 0;
}

static bool
is_stop_within(struct str s, size_t at)
{
    return at + 1 < s.len && s.at[at] == '.' &&
           is_word_byte((unsigned char)s.at[at + 1]) &&
           (unsigned char)s.at[at - 1] >= 0x80;
}

/* Behind the word at `at`; a full stop within it belongs to it. */
static size_t
word_end(struct str s, size_t at)
{
    while (at < s.len && is_word_byte((unsigned char)s.at[at]) &&
           !sign_len(s, at)) {
        size_t next = at;
        if (date_digit(utf8_next(s, &next)) >= 0)
            break;
        at = next;
        if (is_stop_within(s, at))
            at++;
    }
    return at;
}

static void
take_sign(struct reading *r, char sign)
{
    bool joins = sign == '/' || sign == '-' || sign == '.';
    if (joins && (r->count || r->month) && !r->sign)
        r->sign = sign;
}

static void
split(struct reading *r, struct str s)
{
    bool after_quote = false;
    for (size_t at = 0; at < s.len;) {
        size_t len = sign_len(s, at), next = at;
        if (len) {
            take_sign(r, s.at[at]);
            after_quote = s.at[at] == '\'' || len == 3;
            at += len;
            continue;
        }
        if (date_digit(utf8_next(s, &next)) >= 0) {
            next = read_number(r, s, at, after_quote);
        } else {
            next = word_end(s, at);
            take_word(r, str_slice(s, at, next));
        }
        at = next;
        after_quote = false;
    }
}

/* ---- what the numbers are ------------------------------------------------ */

static bool
is_year(int value, size_t digits)
{
    return digits == 4 && value >= 1900 && value <= 2099;
}

/* Two numbers beside a year; with the year first they are month and day. */
static void
settle_two(struct reading *r, int a, int b, bool year_first)
{
    bool day_first = r->sign == '.' || a > MONTHS_OF_YEAR;
    if (year_first) {
        r->month = a;
        r->day = b;
    } else if (day_first) {
        r->day = a;
        r->month = b;
    } else if (b > MONTHS_OF_YEAR || a == b) {
        r->month = a;
        r->day = b;
    } else {
        r->is_vague = true; /* 03/04/2019 */
    }
}

/* Years among the numbers; the others go into `loose`. */
static size_t
find_year(struct reading *r, int loose[MOST_NUMBERS], bool *year_first)
{
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++) {
        bool may_be = is_year(r->numbers[i], r->digits[i]);
        if (!r->year && (may_be || (r->digits[i] == 4 && r->count == 1))) {
            r->year = r->numbers[i];
            *year_first = i == 0;
        } else if (may_be) {
            r->is_vague = true; /* 2019/2020: the first of them */
        } else {
            loose[count++] = r->numbers[i];
            r->is_unknown |= r->digits[i] > 2;
        }
    }
    return count;
}

/* The one number beside a month, a year or both. */
static void
settle_one(struct reading *r, int loose, bool year_first)
{
    if (r->month && !r->year && r->sign == '-') {
        r->year = loose + (loose < 70 ? 2000 : 1900); /* Jan-19 */
        r->is_vague = true;
    } else if (r->month) {
        r->day = loose;
    } else if (r->year && year_first && loose > MONTHS_OF_YEAR &&
               loose == (r->year + 1) % 100) {
        r->is_vague = true; /* 2019/20, a year of studies */
    } else if (r->year && !r->is_short_year) {
        r->month = loose;
    } else {
        r->is_unknown = true;
    }
}

static void
settle(struct reading *r)
{
    int loose[MOST_NUMBERS];
    bool year_first = false;
    size_t count = find_year(r, loose, &year_first);
    if (r->has_season || r->is_unknown || !count)
        return;
    if (count == 1)
        settle_one(r, loose[0], year_first);
    else if (r->month)
        r->is_vague = true;
    else if (count == 2 && r->year)
        settle_two(r, loose[0], loose[1], year_first);
    else
        r->is_unknown = true;
}

static struct date_read
give(struct reading *r)
{
    struct date_read read = {.is_exact = !r->is_vague};
    if (r->year < 1900 || r->year > 2099) {
        read.is_impossible = r->count > 0 && !r->is_unknown &&
                             !(r->count == 1 && r->digits[0] < 4);
        return read;
    }
    if (r->month > MONTHS_OF_YEAR ||
        (r->month && r->day > calendar_days_in(r->year, r->month)) ||
        r->day > 31) {
        read.is_impossible = true;
        return read;
    }
    if (r->month && r->day)
        read.text =
            str_format(r->arena, "%04d-%02d-%02d", r->year, r->month, r->day);
    else if (r->month)
        read.text = str_format(r->arena, "%04d-%02d", r->year, r->month);
    else
        read.text = str_format(r->arena, "%04d", r->year);
    return read;
}

/* ---- forms of their own -------------------------------------------------- */

/* A year in front that can be none of ours. */
static bool
is_of_count(struct str s)
{
    return !(s.at[0] == '1' && s.at[1] == '9') &&
           !(s.at[0] == '2' && s.at[1] == '0') && date_is_of_calendar(s);
}

/* 2020-03-31 or 2020-00-00: a part that is zero is not known. */
static struct date_read
read_plain(struct reading *r, struct str s)
{
    uint64_t parts[3] = {0};
    for (size_t i = 0; i < 3 && (i ? s.len >= 3 * i + 4 : true); i++)
        (void)str_to_u64(i ? str_slice(s, 3 * i + 2, 3 * i + 4)
                           : str_slice(s, 0, 4),
                         &parts[i]);
    r->year = (int)parts[0];
    r->month = (int)parts[1];
    r->day = (int)parts[2];
    r->count = 1;
    r->digits[0] = 4;
    return give(r);
}

struct date_read
date_read(struct arena *arena, struct str typed,
          const struct import_options *options)
{
    struct reading r = {.arena = arena, .options = options};
    struct date_read read = {0};
    typed = str_trim(typed);
    if (!typed.len || typed.len > 200)
        return read;
    if (date_is_plain(typed) && !is_of_count(typed))
        return read_plain(&r, typed);
    if (date_is_of_calendar(typed))
        return (struct date_read){.text = typed, .is_exact = true};
    if (date_read_digits(arena, typed, &read))
        return read;
    if (date_word(arena, options, typed) == DATE_PRESENT)
        return (struct date_read){.text = STR("present"), .is_exact = true};
    split(&r, typed);
    settle(&r);
    read = give(&r);
    /* Words that are not known say what the year alone does not. */
    if (r.is_unknown)
        read.is_exact = false;
    return read;
}
