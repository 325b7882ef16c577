/* Dates by pattern, and spans of time. */
#include "locale/locale.h"

#include "tables.h"

enum part {
    PART_TEXT,
    PART_YEAR,
    PART_SHORT_YEAR,
    PART_MONTH_NAME,
    PART_ABBREVIATION,
    PART_MONTH,
    PART_MONTH_IN_TWO,
    PART_DAY,
    PART_DAY_IN_TWO
};

/* Of names that begin alike the longer stands first. */
static const struct {
    struct str name;
    enum part part;
} parts[] = {
    {STR_INIT("YEAR_IN_TWO_DIGITS"), PART_SHORT_YEAR},
    {STR_INIT("YEAR"), PART_YEAR},
    {STR_INIT("MONTH_ABBREVIATION"), PART_ABBREVIATION},
    {STR_INIT("MONTH_IN_TWO_DIGITS"), PART_MONTH_IN_TWO},
    {STR_INIT("MONTH_NAME"), PART_MONTH_NAME},
    {STR_INIT("MONTH"), PART_MONTH},
    {STR_INIT("DAY_IN_TWO_DIGITS"), PART_DAY_IN_TWO},
    {STR_INIT("DAY"), PART_DAY},
};

/* The part that stands at the start of the pattern; its length. */
static enum part
part_at(struct str pattern, size_t *len)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_starts(pattern, parts[i].name)) {
            *len = parts[i].name.len;
            return parts[i].part;
        }
    *len = 1;
    return PART_TEXT;
}

static bool
is_known(enum part part, struct locale_date date)
{
    switch (part) {
    case PART_YEAR:
    case PART_SHORT_YEAR:
        return date.year > 0;
    case PART_MONTH_NAME:
    case PART_ABBREVIATION:
    case PART_MONTH:
    case PART_MONTH_IN_TWO:
        return date.month >= 1 && date.month <= MONTHS_OF_YEAR;
    case PART_DAY:
    case PART_DAY_IN_TWO:
        return date.day >= 1;
    case PART_TEXT:
        break;
    }
    return true;
}

static struct str
number(struct arena *arena, const struct locale *locale, int value, int digits)
{
    struct buf out = buf_new(arena);
    struct str plain = str_format(arena, "%0*d", digits, value);
    locale_add_digits(&out, locale, plain);
    return buf_str(&out);
}

static struct str
print_part(struct arena *arena, const struct locale *locale, enum part part,
           struct locale_date date, bool beside_day)
{
    enum word names = beside_day ? WORD_MONTHS_WITH_DAY : WORD_MONTH_NAMES;
    switch (part) {
    case PART_YEAR:
        return number(arena, locale, date.year, 1);
    case PART_SHORT_YEAR:
        return number(arena, locale, date.year % 100, 2);
    case PART_MONTH_NAME:
        return locale_word(locale, (enum word)(names + date.month - 1));
    case PART_ABBREVIATION:
        return locale_word(
            locale, (enum word)(WORD_MONTH_ABBREVIATIONS + date.month - 1));
    case PART_MONTH:
        return number(arena, locale, date.month, 1);
    case PART_MONTH_IN_TWO:
        return number(arena, locale, date.month, 2);
    case PART_DAY:
        return number(arena, locale, date.day, 1);
    case PART_DAY_IN_TWO:
        return number(arena, locale, date.day, 2);
    case PART_TEXT:
        break;
    }
    return (struct str){NULL, 0};
}

/*
 * Text belongs to the part before it: "年" to the year of "YEAR年MONTH月", the
 * full stop to the day of "DAY. MONTH_NAME". Where a part falls out, so does
 * its text, and what then ends the whole without a word behind it.
 */
struct str
locale_date(struct arena *arena, const struct locale *locale,
            struct str pattern, struct locale_date date)
{
    struct buf out = buf_new(arena);
    bool is_shown = true;
    size_t len, solid = 0;
    bool has_day = str_find(pattern, STR("DAY"), 0) != SIZE_MAX && date.day > 0;
    for (size_t at = 0; at < pattern.len; at += len) {
        struct str rest = str_slice(pattern, at, pattern.len);
        enum part part = part_at(rest, &len);
        if (part == PART_TEXT) {
            if (is_shown)
                buf_add_byte(&out, rest.at[0]);
            continue;
        }
        is_shown = is_known(part, date);
        if (!is_shown)
            continue;
        buf_add(&out, print_part(arena, locale, part, date, has_day));
        solid = out.len;
    }
    /* A sign that waited for a part that fell out: "2020/". */
    while (!is_shown && out.len > solid)
        out.len--;
    return str_trim(buf_str(&out));
}

struct str
locale_date_as(struct arena *arena, const struct locale *locale,
               enum word pattern, struct locale_date date)
{
    if (!is_known(PART_MONTH, date))
        pattern = WORD_DATE_YEAR;
    return locale_date(arena, locale, locale_word(locale, pattern), date);
}

struct str
locale_same_year(struct arena *arena, const struct locale *locale,
                 bool in_prose, int year, int first, int last)
{
    struct str alone = locale_word(locale, in_prose ? WORD_PROSE_MONTH_ALONE
                                                    : WORD_DATE_MONTH_ALONE);
    struct str pattern = locale_word(locale, in_prose ? WORD_PROSE_SAME_YEAR
                                                      : WORD_DATE_SAME_YEAR);
    struct str from =
        locale_date(arena, locale, alone, (struct locale_date){0, first, 0});
    struct str to =
        locale_date(arena, locale, alone, (struct locale_date){0, last, 0});
    struct str dated =
        locale_date(arena, locale, pattern, (struct locale_date){year, 0, 0});
    return locale_fill(arena, dated, from, to);
}

struct str
locale_span(struct arena *arena, const struct locale *locale, int months,
            int least_years)
{
    int years = months / 12 >= least_years ? months / 12 : 0;
    int rest = months - 12 * years;
    struct str y = locale_count_of(arena, locale, WORD_YEARS, years);
    struct str m = locale_count_of(arena, locale, WORD_MONTHS, rest);
    if (years == 0)
        return m;
    return rest ? locale_say_two(arena, locale, WORD_SPAN, y, m) : y;
}
