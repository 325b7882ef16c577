/*
 * A number may be typed as 6,374,219 or 6.374.219, as 6 374 219, $6.4M, "6.4
 * million" or "six million". All of them are read, so that none of them tells
 * what a record keeps back.
 */
#include "figures.h"

#include <string.h>

#define GROUPS_MOST 6
#define DIGITS_MOST 15
#define WORD_MOST 16
#define LARGEST 1e15

/* ---- digits -------------------------------------------------------------- */

struct group {
    char mark; /* before it: , . or ' for all that only ever divides */
    size_t from, to;
};

struct digits {
    struct group groups[GROUPS_MOST];
    size_t count, to;
};

/* Marks that stand between thousands and nowhere else. */
static const char *const dividers[] = {
    " ", "'", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x99"};

static size_t
digits_end(struct str text, size_t at)
{
    while (at < text.len && ascii_is_digit(text.at[at]))
        at++;
    return at;
}

/* The mark at `at` and where the digits behind it begin; 0: there is none. */
static char
mark_at(struct str text, size_t at, size_t *next)
{
    struct str rest = str_slice(text, at, text.len);
    if (!rest.len)
        return 0;
    *next = at + 1;
    if (rest.at[0] == ',' || rest.at[0] == '.')
        return rest.at[0];
    for (size_t i = 0; i < sizeof dividers / sizeof *dividers; i++)
        if (str_starts(rest, str_from(dividers[i]))) {
            *next = at + strlen(dividers[i]);
            return digits_end(text, *next) == *next + 3 ? '\'' : 0;
        }
    return 0;
}

static struct digits
read_groups(struct str text, size_t from)
{
    struct digits digits = {.count = 1, .to = digits_end(text, from)};
    digits.groups[0] = (struct group){0, from, digits.to};
    while (digits.count < GROUPS_MOST) {
        size_t next = 0;
        char mark = mark_at(text, digits.to, &next);
        size_t end = mark ? digits_end(text, next) : next;
        if (!mark || end == next ||
            (mark == '\'' && digits.groups[0].to - from > 3))
            break;
        digits.groups[digits.count++] = (struct group){mark, next, end};
        digits.to = end;
    }
    return digits;
}

/* With `point` before the decimals and all other marks between thousands;
   false: it cannot be read so. */
static bool
read_with(struct str text, const struct digits *digits, char point,
          struct said *said)
{
    size_t count = 0;
    *said = (struct said){.place = 1};
    for (size_t g = 0; g < digits->count; g++) {
        const struct group *group = &digits->groups[g];
        bool is_decimals = group->mark == point;
        size_t len = group->to - group->from;
        if (g && (is_decimals ? g + 1 < digits->count : len < 2 || len > 3))
            return false;
        for (size_t i = group->from; i < group->to && count < DIGITS_MOST;
             i++, count++) {
            said->value = said->value * 10 + (text.at[i] - '0');
            said->place *= is_decimals ? 10 : 1;
        }
    }
    said->value /= said->place;
    said->place = 1 / said->place;
    return true;
}

/* ---- scales -------------------------------------------------------------- */

/* Besides the words of the pack. Small letters. */
static const struct {
    struct str word;
    double scale;
} scales[] = {
    {STR_INIT("k"), 1e3},        {STR_INIT("tsd"), 1e3},
    {STR_INIT("thousand"), 1e3}, {STR_INIT("m"), 1e6},
    {STR_INIT("mm"), 1e6},       {STR_INIT("mn"), 1e6},
    {STR_INIT("mio"), 1e6},      {STR_INIT("mill"), 1e6},
    {STR_INIT("b"), 1e9},        {STR_INIT("bn"), 1e9},
    {STR_INIT("mrd"), 1e9},      {STR_INIT("million"), 1e6},
    {STR_INIT("lakh"), 1e5},     {STR_INIT("crore"), 1e7},
    {STR_INIT("billion"), 1e9},
};

static size_t
word_end(struct str text, size_t at)
{
    const char *from = text.at + at, *end = text.at + text.len;
    while (from < end && ascii_is_alpha(*from))
        from++;
    return (size_t)(from - text.at);
}

/* SIZE_MAX: no word of a number begins so. */
static size_t
place_of(struct str word)
{
    if (word.len < 2 || word.len > WORD_MOST)
        return SIZE_MAX;
    size_t first = (size_t)(ascii_lower(word.at[0]) - 'a');
    size_t second = (size_t)(ascii_lower(word.at[1]) - 'a');
    return first < 26 && second < 26 ? first * 26 + second : SIZE_MAX;
}

void
number_words_read(struct number_words *words, const struct pack *pack)
{
    static const enum lexicon_list lists[] = {LEXICON_SPELLED, LEXICON_SCALE};
    *words = (struct number_words){.pack = pack};
    for (size_t l = 0; pack && l < sizeof lists / sizeof *lists; l++) {
        size_t count = 0;
        const struct lexicon_term *terms =
            lexicon_terms(pack, lists[l], &count);
        for (size_t i = 0; i < count; i++) {
            struct str word = term_name(&terms[i]);
            size_t place = place_of(word);
            if (place != SIZE_MAX)
                words->lengths[place] |= UINT32_C(3) << word.len; /* "s" */
        }
    }
}

/* The value of a word in a list of the pack; -1: it is none. */
static double
term_value(const struct number_words *words, struct str word,
           enum lexicon_list list)
{
    size_t count = 0, term = SIZE_MAX, place = place_of(word);
    if (place == SIZE_MAX || !(words->lengths[place] >> word.len & 1))
        return -1;
    term = lexicon_term_of_word(words->pack, word, list);
    const struct lexicon_term *terms = lexicon_terms(words->pack, list, &count);
    return term < count ? terms[term].value : -1;
}

static double
scale_of(const struct number_words *words, struct str word)
{
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (word.len == scales[i].word.len &&
            str_equal_nocase(word, scales[i].word))
            return scales[i].scale;
    double scale = term_value(words, word, LEXICON_SCALE);
    return scale > 0 ? scale : 1;
}

static bool
is_blank(struct str text, size_t at)
{
    return at < text.len && (text.at[at] == ' ' || text.at[at] == '-');
}

static void
scale(const struct number_words *words, struct str text, struct said *said)
{
    size_t from = said->to + is_blank(text, said->to);
    size_t to = word_end(text, from);
    double by = scale_of(words, str_slice(text, from, to));
    if (by == 1)
        return;
    said->to = to;
    said->value *= by;
    said->place *= by;
}

/* 6,400,000 says as much as 6.4 million. */
static void
judge_zeros(struct said *said)
{
    double place = said->place;
    if (said->value < 1000 || said->value > LARGEST || said->place < 1)
        return;
    while (said->value / (place * 10) ==
           (double)(int64_t)(said->value / (place * 10)))
        place *= 10;
    if (place >= said->place * 100)
        said->place = place;
}

static void
add(struct arena *arena, said_list *list, struct said said)
{
    judge_zeros(&said);
    if (said.value > 0)
        *list_add(arena, list) = said;
}

/* Behind the number that begins at `at`. */
static size_t
take_digits(struct arena *arena, const struct number_words *words,
            struct str text, size_t at, said_list *list)
{
    struct digits digits = read_groups(text, at);
    size_t end = digits.to;
    double first = 0;
    static const char points[] = {'.', ','};
    for (size_t i = 0; i < sizeof points; i++) {
        struct said said;
        if (!read_with(text, &digits, points[i], &said) || said.value == first)
            continue;
        first = said.value;
        said.from = at;
        said.to = digits.to;
        scale(words, text, &said);
        end = said.to;
        add(arena, list, said);
    }
    return end;
}

/* ---- words --------------------------------------------------------------- */

/* "three hundred and eighteen", "six point four million": what is said so far
   and the part below the next scale. */
struct spelled {
    double whole, part, place;
    size_t to;
    bool is_number;
};

static bool
take_word(const struct number_words *words, struct str word,
          struct spelled *spelled)
{
    double value = term_value(words, word, LEXICON_SPELLED);
    if (value >= 0 && spelled->place < 1) {
        spelled->part += value * spelled->place;
        spelled->place /= 10;
    } else if (value >= 0) {
        spelled->part += value;
    } else {
        value = spelled->is_number ? term_value(words, word, LEXICON_SCALE) : 0;
        if (value <= 0)
            return false;
        spelled->part *= value;
        if (value >= 1000) {
            spelled->whole += spelled->part;
            spelled->part = 0;
        }
        spelled->place = 1;
    }
    spelled->is_number = true;
    return true;
}

static size_t
take_words(struct arena *arena, const struct number_words *words,
           struct str text, size_t at, said_list *list)
{
    struct spelled spelled = {.place = 1};
    size_t first = word_end(text, at), from = at;
    spelled.to = first;
    while (from < text.len) {
        size_t to = word_end(text, from);
        struct str word = str_slice(text, from, to);
        bool is_joint =
            spelled.is_number && (str_is(word, "and") || str_is(word, "point"));
        if (!is_joint && !take_word(words, word, &spelled))
            break;
        if (is_joint && str_is(word, "point"))
            spelled.place = 0.1;
        if (!is_joint)
            spelled.to = to;
        if (!is_blank(text, to))
            break;
        from = to + 1;
    }
    if (spelled.is_number && spelled.whole + spelled.part > 1)
        add(arena, list,
            (struct said){at, spelled.to, spelled.whole + spelled.part, 1});
    return spelled.to;
}

/* "room B318" is a code, "USD318" is money. */
static bool
is_code(struct str text, size_t at)
{
    static const char *const currencies[] = {"usd", "eur", "gbp", "chf", "us"};
    size_t from = at;
    while (from && ascii_is_alnum(text.at[from - 1]))
        from--;
    struct str before = str_slice(text, from, at);
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        if (str_equal_nocase(before, str_from(currencies[i])))
            return false;
    return before.len > 0;
}

/* By its first two letters alone. */
static bool
may_be_number(const struct number_words *words, struct str text, size_t at)
{
    if (at + 1 >= text.len)
        return false;
    unsigned first = (unsigned char)(text.at[at] | 32) - 'a';
    unsigned second = (unsigned char)(text.at[at + 1] | 32) - 'a';
    return first < 26 && second < 26 && words->lengths[first * 26 + second];
}

said_list
said_in(struct arena *arena, const struct number_words *words, struct str text)
{
    said_list list = {0};
    for (size_t at = 0; at < text.len;) {
        if (ascii_is_digit(text.at[at]) && is_code(text, at))
            at = digits_end(text, at);
        else if (ascii_is_digit(text.at[at]))
            at = take_digits(arena, words, text, at, &list);
        else if (ascii_is_alpha(text.at[at]) && may_be_number(words, text, at))
            at = take_words(arena, words, text, at, &list);
        else if (ascii_is_alpha(text.at[at]))
            at = word_end(text, at);
        else
            at++;
    }
    return list;
}

/* ---- what is said and what it may be of -----------------------------------
 */

/* Of the last digit: what sums of decimals are off by. */
#define OFF 1e-6

bool
said_is(const struct said *said, double figure)
{
    double off = said->value - figure, most = said->place * OFF;
    return off <= most && -off <= most;
}

bool
said_rounds(const struct said *said, double figure)
{
    double off = figure - said->value, half = said->place * (0.5 + OFF);
    return (off <= half && -off <= half) || (off > 0 && off < said->place);
}

static struct str
behind(struct str text, const struct said *said)
{
    struct str rest = str_slice(text, said->to, text.len);
    while (rest.len && (rest.at[0] == ' ' || rest.at[0] == '-'))
        rest = str_slice(rest, 1, rest.len);
    if (str_starts(rest, STR("\xc2\xa0"))) /* no-break blank */
        rest = str_slice(rest, 2, rest.len);
    return rest;
}

/* Small letters all of them, compared as they begin. */
static bool
begins(struct str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str word = str_from(words[i]);
        if (str_equal_nocase(str_slice(text, 0, word.len), word))
            return true;
    }
    return false;
}

#define BEGINS(text, words) begins(text, words, sizeof words / sizeof *words)

bool
said_is_percent(struct str text, const struct said *said)
{
    static const char *const words[] = {"%",        "percent", "per cent",
                                        "pct",      "prozent", "pour cent",
                                        "por cien", "procent"};
    return BEGINS(behind(text, said), words);
}

bool
said_is_points(struct str text, const struct said *said)
{
    static const char *const words[] = {"point", "percentage p", "pp", "pts",
                                        "prozentp"};
    return BEGINS(behind(text, said), words);
}

static bool
is_money(struct str unit)
{
    static const char *const units[] = {"usd", "eur",    "gbp",  "chf",
                                        "$",   "dollar", "euro", "pound"};
    return BEGINS(unit, units);
}

/* "318 US dollars" */
static struct str
without_country(struct str text)
{
    static const char *const countries[] = {"u.s. ", "us ", "canadian ",
                                            "australian "};
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++) {
        struct str country = str_from(countries[i]);
        if (str_equal_nocase(str_slice(text, 0, country.len), country))
            return str_slice(text, country.len, text.len);
    }
    return text;
}

static bool
is_money_at(struct str text, const struct said *said)
{
    static const char *const before[] = {
        "$", "\xe2\x82\xac", "\xc2\xa3", "USD", "EUR", "GBP", "CHF"};
    static const char *const words[] = {
        "$",     "\xe2\x82\xac", "\xc2\xa3", "dollar", "euro",
        "pound", "usd",          "eur",      "gbp",    "chf"};
    struct str left = str_trim(str_slice(text, 0, said->from));
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (str_ends(left, str_from(before[i])))
            return true;
    return BEGINS(without_country(behind(text, said)), words);
}

bool
said_has_unit(struct str text, const struct said *said, struct str unit)
{
    enum { LETTERS = 3 };
    if (str_is(unit, "percent") || str_is(unit, "%"))
        return said_is_percent(text, said);
    if (is_money(unit))
        return is_money_at(text, said);
    return unit.len >= LETTERS &&
           str_equal_nocase(str_slice(behind(text, said), 0, LETTERS),
                            str_slice(unit, 0, LETTERS));
}
