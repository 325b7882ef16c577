/*
 * Dates in the words of the file's language ("März 2020", "2020年5月") and of
 * other calendars. The latter are printed as they were typed; for order and
 * gaps it is enough to know about when that was.
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "dates.h"
#include "decoder.h"

/* ---- digits -------------------------------------------------------------- */

/* Where the ten digits of a script begin. */
static const uint32_t zeros[] = {0x660, 0x6F0, 0x966, 0xE50, 0xFF10};

static struct str
with_ascii_digits(struct arena *arena, struct str s)
{
    struct buf out = buf_new(arena);
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        for (size_t i = 0; i < sizeof zeros / sizeof zeros[0]; i++)
            if (c >= zeros[i] && c < zeros[i] + 10)
                c = '0' + (c - zeros[i]);
        buf_add_code_point(&out, c);
    }
    return buf_str(&out);
}

/* Cuts digits off the front; false without any. */
static bool
cut_number(struct str *s, int *number)
{
    uint64_t value = 0;
    size_t len = 0;
    while (len < s->len && len < 5 && ascii_is_digit(s->at[len]))
        len++;
    if (!len || !str_to_u64(str_slice(*s, 0, len), &value))
        return false;
    *number = (int)value;
    *s = str_slice(*s, len, s->len);
    return true;
}

static bool
cut_word(struct str *s, const char *word)
{
    struct str start = str_from(word);
    if (!str_starts(*s, start))
        return false;
    *s = str_trim(str_slice(*s, start.len, s->len));
    return true;
}

/* ---- words of the language ------------------------------------------------
 */

static bool
is_month(const struct locale *locale, struct str word, int *month)
{
    static const enum word lists[] = {WORD_MONTH_NAMES, WORD_MONTHS_WITH_DAY,
                                      WORD_MONTH_ABBREVIATIONS};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        for (int m = 0; m < MONTHS_OF_YEAR; m++) {
            struct str name = locale_word(locale, (enum word)(lists[i] + m));
            struct str bare = name;
            if (str_ends(bare, STR(".")))
                bare.len--;
            if (str_equal_nocase(word, name) || str_equal_nocase(word, bare)) {
                *month = m + 1;
                return true;
            }
        }
    return false;
}

/* "2020年5月", "2020년 5월": ours in other signs. */
static bool
read_east_asian(struct str s, int *year, int *month)
{
    if (!cut_number(&s, year) ||
        !(cut_word(&s, "\xe5\xb9\xb4") || cut_word(&s, "\xeb\x85\x84")))
        return false;
    *month = 0;
    if (!s.len)
        return true;
    return cut_number(&s, month) &&
           (cut_word(&s, "\xe6\x9c\x88") || cut_word(&s, "\xec\x9b\x94")) &&
           !s.len;
}

struct str
date_in_words(struct decoder *decoder, struct str typed)
{
    const struct locale *locale = decoder->candidate->locale;
    const struct str none = {NULL, 0};
    int year = 0, month = 0, number;
    struct str plain = with_ascii_digits(decoder->arena, typed), rest = plain;
    if (str_equal_nocase(plain, locale_word(locale, WORD_PRESENT)) ||
        str_equal_nocase(plain, locale_word(locale, WORD_PROSE_PRESENT)))
        return STR("present");
    if (!read_east_asian(plain, &year, &month)) {
        year = month = 0;
        while (rest.len) {
            struct str word = str_trim(str_cut(&rest, ' '));
            struct str digits = word;
            if (!word.len || str_is(word, "de"))
                continue;
            if (!month && is_month(locale, word, &month))
                continue;
            if (year || !cut_number(&digits, &number) || digits.len)
                return none;
            year = number;
        }
        if (!month)
            return none;
    }
    if (!date_is_possible(year, month, 0) || month > MONTHS_OF_YEAR)
        return none;
    return month ? str_format(decoder->arena, "%04d-%02d", year, month)
                 : str_format(decoder->arena, "%04d", year);
}

/* ---- other calendars ------------------------------------------------------
 */

/* Years that begin with a reign or a founding. */
static const struct {
    const char *name;
    int before_first;
} eras[] = {
    {"\xe4\xbb\xa4\xe5\x92\x8c", 2018}, /* Reiwa */
    {"\xe5\xb9\xb3\xe6\x88\x90", 1988}, /* Heisei */
    {"\xe6\x98\xad\xe5\x92\x8c", 1925}, /* Showa */
    {"\xe6\xb0\x91\xe5\x9c\x8b", 1911}, /* Minguo */
    {"\xe6\xb0\x91\xe5\x9b\xbd", 1911},
};

static bool
read_era(struct str s, struct date *date)
{
    for (size_t i = 0; i < sizeof eras / sizeof eras[0]; i++) {
        struct str rest = s;
        int year = 1, month = 0;
        if (!cut_word(&rest, eras[i].name))
            continue;
        /* The first year is called so: 令和元年. */
        if (!cut_word(&rest, "\xe5\x85\x83") && !cut_number(&rest, &year))
            return false;
        if (!cut_word(&rest, "\xe5\xb9\xb4"))
            return false;
        (void)(cut_number(&rest, &month) && cut_word(&rest, "\xe6\x9c\x88"));
        date->year = eras[i].before_first + year;
        date->month = month <= MONTHS_OF_YEAR ? month : 0;
        return date_is_possible(date->year, 0, 0);
    }
    return false;
}

/* Of a solar year that begins in March. */
static void
set_persian(struct date *date, int year, int month)
{
    date->year = year + 621 + (month >= 10);
    date->month = month ? (month + 1) % MONTHS_OF_YEAR + 1 : 0;
}

/* Years that can be none of ours are those of another count. */
static bool
set_by_count(struct decoder *decoder, struct date *date, int year, int month)
{
    struct str language = tag_primary(decoder->candidate->printed_language);
    bool is_persian = str_equal_nocase(language, STR("fa")) ||
                      str_equal_nocase(language, STR("ps"));
    if (year >= 1300 && year <= 1500 && (is_persian || year < 1380))
        set_persian(date, year, month);
    else if (year >= 1300 && year <= 1500)
        date->year =
            year * 97 / 100 + 622; /* Hijri: 33 of its are 32 of ours */
    else if (year >= 2443 && year <= 2643)
        *date = (struct date){.year = year - 543, .month = month};
    else if (year >= 5660 && year <= 5860)
        date->year = year - 3760;
    return date_is_possible(date->year, date->month, 0);
}

/* 1399, 1399/05, 1399-05-12. */
static bool
read_numbers(struct str s, int *year, int *month)
{
    int day;
    *month = 0;
    if (s.len < 4 || !cut_number(&s, year))
        return false;
    int *const parts[] = {month, &day};
    for (size_t i = 0; i < 2 && s.len; i++) {
        if (s.at[0] != '/' && s.at[0] != '-' && s.at[0] != '.')
            return false;
        s = str_slice(s, 1, s.len);
        if (!cut_number(&s, parts[i]) || !*parts[i] || *parts[i] > 31)
            return false;
    }
    return !s.len && *month <= MONTHS_OF_YEAR;
}

bool
date_of_calendar(struct decoder *decoder, struct str typed, struct date *date)
{
    struct str plain = with_ascii_digits(decoder->arena, typed);
    struct date read = {.typed = date->typed};
    int year = 0, month = 0;
    bool is_known = read_era(plain, &read);
    if (!is_known && read_numbers(plain, &year, &month))
        is_known = set_by_count(decoder, &read, year, month);
    if (!is_known)
        return false;
    read.typed = date->typed;
    read.is_as_typed = true;
    *date = read;
    return true;
}
