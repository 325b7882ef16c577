/* Figures with their units. */
#include "words.h"

#define MINUS "\xe2\x88\x92"

/* How the units of the packs are printed. */
enum unit_kind {
    UNIT_BARE, /* nothing */
    UNIT_PERCENT,
    UNIT_MONEY,   /* with `sign` */
    UNIT_COUNTED, /* a COUNTED word: "{n} minutes" */
    UNIT_PATTERN, /* a word with a place for the number: "{x} of 100" */
    UNIT_TEXT     /* `sign` behind it */
};

static const struct unit_form {
    const char *unit;
    enum unit_kind kind;
    enum word word;
    const char *sign;
} unit_forms[] = {
    {"percent", UNIT_PERCENT, WORD_PERCENT, "%"},
    {"%", UNIT_PERCENT, WORD_PERCENT, "%"},
    {"points", UNIT_COUNTED, WORD_POINTS, ""},
    {"usd", UNIT_MONEY, WORD_MONEY, "$"},
    {"USD", UNIT_MONEY, WORD_MONEY, "$"},
    {"$", UNIT_MONEY, WORD_MONEY, "$"},
    {"eur", UNIT_MONEY, WORD_MONEY, "\xe2\x82\xac"},
    {"EUR", UNIT_MONEY, WORD_MONEY, "\xe2\x82\xac"},
    {"gbp", UNIT_MONEY, WORD_MONEY, "\xc2\xa3"},
    {"GBP", UNIT_MONEY, WORD_MONEY, "\xc2\xa3"},
    {"count", UNIT_BARE, 0, ""},
    {"ratio", UNIT_BARE, 0, ""},
    {"seconds", UNIT_COUNTED, WORD_UNIT_SECONDS, ""},
    {"minutes", UNIT_COUNTED, WORD_UNIT_MINUTES, ""},
    {"hours", UNIT_COUNTED, WORD_UNIT_HOURS, ""},
    {"days", UNIT_COUNTED, WORD_UNIT_DAYS, ""},
    {"weeks", UNIT_COUNTED, WORD_UNIT_WEEKS, ""},
    {"months", UNIT_COUNTED, WORD_UNIT_MONTHS, ""},
    {"years", UNIT_COUNTED, WORD_UNIT_YEARS, ""},
    {"score100", UNIT_PATTERN, WORD_OF_100, ""},
    {"score5", UNIT_PATTERN, WORD_OF_5, ""},
    {"nps", UNIT_TEXT, 0, " NPS"},
    {"per_1000_patient_days", UNIT_PATTERN, WORD_PER_PATIENT_DAYS, ""},
    {"per_1000_device_days", UNIT_PATTERN, WORD_PER_DEVICE_DAYS, ""},
    {"per_1000_doses", UNIT_PATTERN, WORD_PER_DOSES, ""},
    {"per_fte", UNIT_PATTERN, WORD_PER_FTE, ""},
    {"multiple", UNIT_TEXT, 0, "\xc3\x97"},
};

static const struct unit_form *
unit_form(struct str unit)
{
    for (size_t i = 0; i < sizeof unit_forms / sizeof unit_forms[0]; i++)
        if (str_is(unit, unit_forms[i].unit))
            return &unit_forms[i];
    return NULL;
}

/* ---- units --------------------------------------------------------------- */

/* What stands behind {x} or {n} of a pattern. */
static struct str
behind_number(struct str pattern)
{
    size_t at = str_find_byte(pattern, '}', 0);
    return at == SIZE_MAX ? pattern : str_slice(pattern, at + 1, pattern.len);
}

/* A number of which every language has its common plural. */
#define MANY 100

struct str
words_unit(const struct words *w, struct str unit)
{
    const struct unit_form *form = unit_form(unit);
    if (!form) {
        struct buf out = buf_new(w->arena);
        if (!str_is_empty(unit))
            buf_add_byte(&out, ' ');
        for (size_t i = 0; i < unit.len; i++)
            buf_add_byte(&out, unit.at[i] == '_' ? ' ' : unit.at[i]);
        return buf_str(&out);
    }
    switch (form->kind) {
    case UNIT_PERCENT:
    case UNIT_PATTERN:
        return behind_number(words_of(w, form->word));
    case UNIT_COUNTED:
        return locale_counted(w->arena, w->locale, form->word, MANY, STR(""));
    case UNIT_TEXT:
        return str_from(form->sign);
    case UNIT_BARE:
    case UNIT_MONEY:
        break;
    }
    return (struct str){"", 0};
}

/* ---- numbers ------------------------------------------------------------- */

struct str
words_count(const struct words *w, int64_t count)
{
    return locale_number(w->arena, w->locale, count, 0);
}

/* A number as people type it: a sign of money, digits, a letter for thousands
   or millions. */
struct typed {
    struct str money;  /* "$" */
    struct str number; /* in the notation of the language */
    bool is_known;     /* it is nothing but these */
};

static struct str
cut_end(struct str s, struct str end)
{
    return str_ends(s, end) ? str_trim(str_slice(s, 0, s.len - end.len)) : s;
}

static struct str
cut_money(struct str *s)
{
    static const struct str signs[] = {STR_INIT("$"), STR_INIT("\xe2\x82\xac"),
                                       STR_INIT("\xc2\xa3")};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        struct str whole = *s;
        if (str_starts(*s, signs[i]))
            *s = str_trim(str_slice(*s, signs[i].len, s->len));
        else
            *s = cut_end(*s, signs[i]);
        if (s->len < whole.len)
            return signs[i];
    }
    return (struct str){NULL, 0};
}

/* The word of the scale that stands at the end; 0 for none. */
static enum word
cut_scale(struct str *s)
{
    static const struct {
        struct str end;
        enum word word;
    } scales[] = {{STR_INIT("K"), WORD_THOUSAND},
                  {STR_INIT("k"), WORD_THOUSAND},
                  {STR_INIT("M"), WORD_MILLION},
                  {STR_INIT("B"), WORD_BILLION}};
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        struct str whole = *s;
        *s = cut_end(*s, scales[i].end);
        if (s->len < whole.len)
            return scales[i].word;
    }
    return 0;
}

static bool
is_plain_number(struct str s)
{
    if (s.len && s.at[0] == '-')
        s = str_slice(s, 1, s.len);
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_digit(s.at[i]) && s.at[i] != '.' && s.at[i] != ',')
            return false;
    return s.len > 0;
}

static struct typed
read_typed(const struct words *w, struct str typed)
{
    struct str rest = str_trim(typed);
    struct typed read = {.money = cut_money(&rest)};
    rest = cut_end(rest, STR("%"));
    enum word scale = cut_scale(&rest);
    read.is_known = is_plain_number(rest);
    read.number = locale_typed_number(w->arena, w->locale, rest);
    if (scale)
        read.number = locale_say(w->arena, w->locale, scale, read.number);
    return read;
}

/* English prints what was typed: bare digits get their separators. */
struct str
words_number(const struct words *w, struct str typed)
{
    typed = str_trim(typed);
    if (locale_is_english(w->locale))
        return is_plain_number(typed)
                   ? locale_typed_number(w->arena, w->locale, typed)
                   : typed;
    struct typed read = read_typed(w, typed);
    if (!read.is_known)
        return typed;
    if (read.money.len)
        return locale_say_two(w->arena, w->locale, WORD_MONEY, read.number,
                              read.money);
    return str_ends(typed, STR("%"))
               ? locale_say(w->arena, w->locale, WORD_PERCENT, read.number)
               : read.number;
}

/* ---- values -------------------------------------------------------------- */

static bool
holds(struct str typed, struct str mark)
{
    mark = str_trim(mark);
    return !str_is_empty(mark) && str_find(typed, mark, 0) != SIZE_MAX;
}

/* What the value counts, when it is whole and not negative; else -1. */
static int64_t
whole_of(const struct decimal *value)
{
    return value->decimals || value->digits < 0 ? -1 : value->digits;
}

static struct str
with_unit(const struct words *w, const struct decimal *value, struct str number,
          struct str unit)
{
    const struct unit_form *form = unit_form(unit);
    struct arena *arena = w->arena;
    if (!form) {
        struct str behind = words_unit(w, unit);
        /* "1 visit", not "1 visits". */
        if (str_is(number, "1") && str_ends(behind, STR("s")))
            behind.len--;
        return str_format(arena, "%.*s%.*s", STR_ARG(number), STR_ARG(behind));
    }
    switch (form->kind) {
    case UNIT_MONEY:
        return locale_say_two(arena, w->locale, WORD_MONEY, number,
                              str_from(form->sign));
    case UNIT_PERCENT:
    case UNIT_PATTERN:
        return locale_say(arena, w->locale, form->word, number);
    case UNIT_COUNTED:
        return locale_counted(arena, w->locale, form->word, whole_of(value),
                              number);
    case UNIT_TEXT:
        return str_format(arena, "%.*s%s", STR_ARG(number), form->sign);
    case UNIT_BARE:
        break;
    }
    return number;
}

/* The typed text names its unit already: "$1.2M", "97%", "26 minutes". */
static bool
names_unit(const struct words *w, struct str typed, struct str unit)
{
    const struct unit_form *form = unit_form(unit);
    struct words english = {w->arena, NULL};
    return (form && holds(typed, str_from(form->sign))) ||
           holds(typed, words_unit(&english, unit));
}

struct str
words_value(const struct words *w, const struct decimal *value, struct str unit)
{
    if (!value->given)
        return (struct str){NULL, 0};
    struct str typed = str_trim(value->typed.s);
    struct str number = words_minus(w->arena, words_number(w, typed));
    if (names_unit(w, typed, unit))
        return number;
    return with_unit(w, value, number, unit);
}

/* A number of thousands or millions in three digits at most, or nothing. */
static struct str
brief_number(const struct words *w, const struct decimal *value)
{
    static const struct {
        int64_t size;
        enum word word;
    } scales[] = {{1000000, WORD_MILLION}, {1000, WORD_THOUSAND}};
    if (value->decimals || value->digits < 100000)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        int64_t tenth = scales[i].size / 10;
        if (value->digits < scales[i].size || value->digits % tenth)
            continue;
        bool is_whole = value->digits % scales[i].size == 0;
        struct str number = locale_number(
            w->arena, w->locale,
            value->digits / (is_whole ? scales[i].size : tenth), !is_whole);
        return locale_say(w->arena, w->locale, scales[i].word, number);
    }
    return (struct str){NULL, 0};
}

struct str
words_brief_value(const struct words *w, const struct decimal *value,
                  struct str unit)
{
    struct str number = brief_number(w, value);
    if (!value->given || str_is_empty(number))
        return words_value(w, value, unit);
    return with_unit(w, value, number, unit);
}

struct str
words_minus(struct arena *arena, struct str figure)
{
    struct buf out = buf_new(arena);
    if (str_find_byte(figure, '-', 0) == SIZE_MAX)
        return figure;
    for (size_t i = 0; i < figure.len; i++) {
        bool is_sign =
            figure.at[i] == '-' && (i == 0 || figure.at[i - 1] == ' ');
        if (is_sign)
            buf_add_text(&out, MINUS);
        else
            buf_add_byte(&out, figure.at[i]);
    }
    return buf_str(&out);
}

struct str
words_duration(const struct words *w, int64_t seconds)
{
    long long s = (long long)seconds;
    if (s <= 0)
        return (struct str){NULL, 0};
    if (s < 3600)
        return locale_say(w->arena, w->locale, WORD_CLOCK_MINUTES,
                          str_format(w->arena, "%lld:%02lld", s / 60, s % 60));
    return locale_say(w->arena, w->locale, WORD_CLOCK_HOURS,
                      str_format(w->arena, "%lld:%02lld:%02lld", s / 3600,
                                 s / 60 % 60, s % 60));
}
