/*
 * Dates as people type them, in any of the languages of the locales: the text
 * is cut into numbers, words and signs; what the words are is looked up, and
 * what the numbers can be is settled at the end. Nothing is guessed: what may
 * be a day or a month gives the year alone.
 */
#include "convert.h"

#include "base/calendar.h"
#include "base/index.h"
#include "base/utf8.h"
#include "locale/locale.h"

enum word_kind_of_date {
    DATE_NONE,
    DATE_PRESENT, /* only as the whole text */
    DATE_FILLER,
    DATE_VAGUE,
    DATE_SEASON,
    DATE_MONTH /* + 1 to 12 */
};
#define MONTH_BASE 100

static const struct {
    struct str text;
    int value;
} more_words[] = {
#define PRESENT(text) {STR_INIT(text), DATE_PRESENT},
#define FILLER(text) {STR_INIT(text), DATE_FILLER},
#define VAGUE(text) {STR_INIT(text), DATE_VAGUE},
#define SEASON(text) {STR_INIT(text), DATE_SEASON},
#define MONTH(text, number) {STR_INIT(text), MONTH_BASE + (number)},
#include "date_words.def"
#undef PRESENT
#undef FILLER
#undef VAGUE
#undef SEASON
#undef MONTH
};

struct date_words {
    struct index words;
};

/* ---- the words ----------------------------------------------------------- */

/* Lower case, without the full stop at the end. */
static struct str
folded(struct arena *arena, struct str word)
{
    struct buf out = buf_new(arena);
    if (str_ends(word, STR(".")))
        word.len--;
    for (size_t at = 0; at < word.len;)
        buf_add_code_point(&out, utf8_lower(utf8_next(word, &at)));
    return buf_str(&out);
}

static void
add_word(struct arena *arena, struct date_words *words, struct str text,
         int value)
{
    struct str key = folded(arena, text);
    if (key.len)
        (void)index_add(arena, &words->words, index_of_text(key),
                        (size_t)value);
}

static void
add_locale(struct arena *arena, struct date_words *words,
           const struct locale *locale)
{
    static const enum word lists[] = {WORD_MONTH_NAMES, WORD_MONTHS_WITH_DAY,
                                      WORD_MONTH_ABBREVIATIONS};
    add_word(arena, words, locale_word(locale, WORD_PRESENT), DATE_PRESENT);
    add_word(arena, words, locale_word(locale, WORD_PROSE_PRESENT),
             DATE_PRESENT);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (int m = 0; m < MONTHS_OF_YEAR; m++)
            add_word(arena, words,
                     locale_word(locale, (enum word)(lists[i] + m)),
                     MONTH_BASE + m + 1);
}

/* English first: of two languages that use a word the earlier one has it. */
static void
fill_words(struct arena *arena, struct date_words *words)
{
    add_locale(arena, words, NULL);
    for (size_t i = 0; i < sizeof more_words / sizeof *more_words; i++)
        add_word(arena, words, more_words[i].text, more_words[i].value);
    for (size_t i = 0; i < locale_count(); i++)
        add_locale(arena, words, locale_find(arena, locale_info(i).tag));
}

struct date_words *
date_words_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct date_words);
}

static int
look_up(struct arena *arena, const struct import_options *options,
        struct str text)
{
    struct date_words *words = options->words;
    if (!words)
        words = date_words_new(arena);
    if (!words->words.room)
        fill_words(arena, words);
    size_t found =
        index_find(&words->words, index_of_text(folded(arena, text)));
    return found == SIZE_MAX ? DATE_NONE : (int)found;
}

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

/* Where the ten digits of a script begin. */
static const uint32_t zeros[] = {'0',   0x660, 0x6F0, 0x966,
                                 0x9E6, 0xE50, 0xFF10};

static int
digit_value(uint32_t c)
{
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (c >= zeros[i] && c < zeros[i] + 10)
            return (int)(c - zeros[i]);
    return -1;
}

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

static size_t
read_number(struct reading *r, struct str s, size_t at, bool after_quote)
{
    int64_t value = 0;
    size_t digits = 0, len = 0;
    while (at < s.len) {
        size_t next = at;
        int digit = digit_value(utf8_next(s, &next));
        if (digit < 0)
            break;
        if (digits < 9)
            value = value * 10 + digit;
        digits++;
        at = next;
    }
    struct str rest = str_slice(s, at, s.len);
    while (rest.len && rest.at[0] == ' ')
        rest = str_slice(rest, 1, rest.len);
    if (take_unit(r, rest, (int)value, &len))
        return s.len - rest.len + len;
    if (r->count == MOST_NUMBERS || digits > 8) {
        r->is_unknown = true;
        return at;
    }
    if (after_quote && digits == 2) {
        r->year = (int)value + (value < 70 ? 2000 : 1900);
        r->is_short_year = true;
        return at;
    }
    r->numbers[r->count] = (int)value;
    r->digits[r->count++] = digits;
    return at;
}

static bool
is_word_byte(unsigned char byte)
{
    return byte >= 0x80 || ascii_is_alpha((char)byte);
}

static void
take_word(struct reading *r, struct str word)
{
    int value = look_up(r->arena, r->options, word);
    if (value > MONTH_BASE) {
        r->is_vague |= r->month != 0 && r->month != value - MONTH_BASE;
        if (!r->month)
            r->month = value - MONTH_BASE;
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

static void
split(struct reading *r, struct str s)
{
    bool after_quote = false;
    for (size_t at = 0; at < s.len;) {
        size_t len = sign_len(s, at), next = at;
        if (len) {
            bool is_sign =
                s.at[at] == '/' || s.at[at] == '-' || s.at[at] == '.';
            if (is_sign && (r->count || r->month) && !r->sign)
                r->sign = s.at[at];
            after_quote = s.at[at] == '\'' || len == 3;
            at += len;
            continue;
        }
        if (digit_value(utf8_next(s, &next)) >= 0) {
            at = read_number(r, s, at, after_quote);
        } else {
            next = at;
            /* A full stop within or behind a word belongs to it. */
            while (next < s.len && is_word_byte((unsigned char)s.at[next]) &&
                   !(sign_len(s, next))) {
                size_t after = next;
                if (digit_value(utf8_next(s, &after)) >= 0)
                    break;
                next = after;
                if (next + 1 < s.len && s.at[next] == '.' &&
                    is_word_byte((unsigned char)s.at[next + 1]) &&
                    (unsigned char)s.at[next - 1] >= 0x80)
                    next++;
            }
            take_word(r, str_slice(s, at, next));
            at = next;
        }
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

static void
settle(struct reading *r)
{
    int loose[MOST_NUMBERS], count = 0;
    bool year_first = false;
    for (size_t i = 0; i < r->count; i++) {
        bool is = !r->year && (is_year(r->numbers[i], r->digits[i]) ||
                               (r->digits[i] == 4 && r->count == 1));
        if (is) {
            r->year = r->numbers[i];
            year_first = i == 0;
        } else if (is_year(r->numbers[i], r->digits[i])) {
            r->is_vague = true; /* 2019/2020: the first of them */
        } else {
            loose[count++] = r->numbers[i];
            r->is_unknown |= r->digits[i] > 2;
        }
    }
    if (r->has_season || r->is_unknown)
        return;
    if (r->month && count == 1 && !r->year && r->sign == '-') {
        r->year = loose[0] + (loose[0] < 70 ? 2000 : 1900); /* Jan-19 */
        r->is_vague = true;
    } else if (r->month && count == 1) {
        r->day = loose[0];
    } else if (r->month && count) {
        r->is_vague = true;
    } else if (count == 1 && r->year && year_first &&
               loose[0] > MONTHS_OF_YEAR && loose[0] == (r->year + 1) % 100) {
        r->is_vague = true; /* 2019/20, a year of studies */
    } else if (count == 1 && r->year && !r->is_short_year) {
        r->month = loose[0];
    } else if (count == 2 && r->year) {
        settle_two(r, loose[0], loose[1], year_first);
    } else if (count) {
        r->is_unknown = true;
    }
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

/* Our own forms: 2020, 2020-03, 2020-03-31, and the last with a time. */
static bool
is_plain(struct str s)
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
static bool
is_of_calendar(struct str s)
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
        int digit = digit_value(utf8_next(s, &next));
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

/* A year in front that can be none of ours. */
static bool
is_of_count(struct str s)
{
    return !(s.at[0] == '1' && s.at[1] == '9') &&
           !(s.at[0] == '2' && s.at[1] == '0') && is_of_calendar(s);
}

/* Digits alone: 20200131, 202001, seconds or milliseconds since 1970. */
static bool
read_digits(struct arena *arena, struct str s, struct date_read *read)
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
    if (is_plain(typed) && !is_of_count(typed))
        return read_plain(&r, typed);
    if (is_of_calendar(typed))
        return (struct date_read){.text = typed, .is_exact = true};
    if (read_digits(arena, typed, &read))
        return read;
    if (look_up(arena, options, typed) == DATE_PRESENT)
        return (struct date_read){.text = STR("present"), .is_exact = true};
    split(&r, typed);
    settle(&r);
    read = give(&r);
    /* Words that are not known say what the year alone does not. */
    if (r.is_unknown)
        read.is_exact = false;
    return read;
}

/* ---- spans --------------------------------------------------------------- */

static const struct str joints[] = {
    STR_INIT("\xE2\x80\x93"),
    STR_INIT("\xE2\x80\x94"),
    STR_INIT("\xE2\x80\x95"),
    STR_INIT("\xE2\x88\x92"),
    STR_INIT("\xEF\xBD\x9E"),
    STR_INIT("\xE3\x80\x9C"),
    STR_INIT("~"),
    STR_INIT("--"),
    STR_INIT(" - "),
    STR_INIT(" to "),
    STR_INIT(" until "),
    STR_INIT(" till "),
    STR_INIT(" through "),
    STR_INIT(" bis "),
    STR_INIT(" \xC3\xA0 "),
    STR_INIT(" au "),
    STR_INIT(" a "),
    STR_INIT(" al "),
    STR_INIT(" hasta "),
    STR_INIT(" at\xC3\xA9 "),
    STR_INIT(" tot "),
    STR_INIT(" do "),
    STR_INIT(" \xD0\xBF\xD0\xBE "),
    STR_INIT(" \xE2\x86\x92 "),
    STR_INIT("\xE8\x87\xB3"),
    STR_INIT("/"),
    STR_INIT("-"),
};

/* "Jan" of "Jan - Mar 2020" has the year of the other end. */
static struct date_read
read_first(struct arena *arena, struct str first, struct date_read last,
           const struct import_options *options)
{
    struct date_read read = date_read(arena, first, options);
    if (read.text.len || last.text.len < 4 ||
        look_up(arena, options, first) <= MONTH_BASE)
        return read;
    return date_read(
        arena, str_format(arena, "%.*s %.4s", STR_ARG(first), last.text.at),
        options);
}

static bool
is_end_open(struct str s, struct str joint)
{
    return str_ends(s, joint) && joint.at[0] != '/';
}

bool
date_span_read(struct arena *arena, struct str typed,
               const struct import_options *options, struct date_read *from,
               struct date_read *to)
{
    typed = str_trim(typed);
    if (typed.len > 200 || is_plain(typed))
        return false;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        for (size_t at = str_find(typed, joints[i], 0); at != SIZE_MAX;
             at = str_find(typed, joints[i], at + 1)) {
            struct str first = str_trim(str_slice(typed, 0, at));
            struct str last =
                str_trim(str_slice(typed, at + joints[i].len, typed.len));
            if (!first.len)
                continue;
            if (!last.len && is_end_open(typed, joints[i]))
                *to = (struct date_read){STR("present"), true, false};
            else
                *to = date_read(arena, last, options);
            *from = read_first(arena, first, *to, options);
            if (from->text.len && to->text.len)
                return true;
        }
    return false;
}
