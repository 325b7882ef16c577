/*
 * Hyphens that are something else: dashes between words, ranges, minus signs.
 * A range has two numbers, the larger one behind, and nothing around it that
 * would make it a code, a date, a law or the number of a phone.
 */
#include "smart.h"

#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"
#define MINUS "\xE2\x88\x92"

/* Digits of the numbers of a range; more of them are an identifier. */
#define MOST_DIGITS 6

/* ---- numbers ------------------------------------------------------------- */

/* "1,250" "0.5" "8:30" */
struct number {
    size_t from, to;
    size_t digits; /* before the first mark */
    size_t marks;  /* dots, commas, colons */
    char mark;     /* the last of them */
    size_t behind; /* digits behind it */
    int64_t value; /* all digits in a row */
    bool leading_zero;
};

static bool
is_mark(char c)
{
    return c == '.' || c == ',' || c == ':';
}

static void
count_digits(const struct smart *smart, struct number *number)
{
    for (size_t i = number->from; i < number->to; i++) {
        char c = smart->text.at[i];
        if (is_mark(c)) {
            number->marks++;
            number->mark = c;
            number->behind = 0;
            continue;
        }
        number->digits += number->marks == 0;
        number->behind += number->marks > 0;
        if (number->value < INT64_C(1000000000000))
            number->value = number->value * 10 + (c - '0');
    }
    number->leading_zero =
        number->digits > 1 && smart->text.at[number->from] == '0';
}

static struct number
number_before(const struct smart *smart, size_t end)
{
    struct number number = {.from = end, .to = end};
    const char *at = smart->text.at;
    while (number.from > 0 &&
           (ascii_is_digit(at[number.from - 1]) ||
            (is_mark(at[number.from - 1]) && number.from < end)))
        number.from--;
    while (number.from < end && is_mark(at[number.from]))
        number.from++;
    count_digits(smart, &number);
    return number;
}

static struct number
number_after(const struct smart *smart, size_t from)
{
    struct number number = {.from = from, .to = from};
    struct str text = smart->text;
    while (number.to < text.len &&
           (ascii_is_digit(text.at[number.to]) ||
            (is_mark(text.at[number.to]) && number.to > from)))
        number.to++;
    while (number.to > from && is_mark(text.at[number.to - 1]))
        number.to--; /* the end of a sentence */
    count_digits(smart, &number);
    return number;
}

/* ---- ranges -------------------------------------------------------------- */

static bool
is_year(const struct number *number)
{
    return number->marks == 0 && number->digits == 4 && number->value >= 1900 &&
           number->value < 2100;
}

/* 2019-2021, 2019-21; not 2010-12, which may be a month. */
static bool
are_years(const struct number *left, const struct number *right)
{
    if (!is_year(left) || right->marks)
        return false;
    if (right->digits == 2)
        return right->value > left->value % 100 && right->value > 12;
    return is_year(right) && left->value < right->value;
}

static bool
are_times(const struct number *left, const struct number *right)
{
    return left->marks == 1 && right->marks == 1 && left->mark == ':' &&
           right->mark == ':' && left->behind == 2 && right->behind == 2 &&
           left->digits <= 2 && right->digits <= 2;
}

/* "ISO 9001", "Public Law 104-191": what a number behind them is, is no
   amount. */
static bool
names_a_code(struct str word)
{
    static const char *const words[] = {
        "iso",  "iec",   "en",  "din", "ansi", "ieee",  "nist", "sp",
        "fips", "rfc",   "law", "l.",  "pl",   "act",   "no.",  "tel",
        "tel.", "phone", "fax", "ext", "form", "grant", "id",   "code",
        "room", "suite", "po",  "box", "cage", "naics", "title"};
    while (word.len && (word.at[word.len - 1] == ':' || word.at[0] == '(')) {
        bool opens = word.at[0] == '(';
        word = str_slice(word, opens, word.len - !opens);
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_equal_nocase(word, str_from(words[i])))
            return true;
    }
    return false;
}

static struct str
word_before(const struct smart *smart, size_t at)
{
    const char *text = smart->text.at;
    while (at > 0 && text[at - 1] == ' ')
        at--;
    size_t to = at;
    while (at > 0 && text[at - 1] != ' ')
        at--;
    return str_slice(smart->text, at, to);
}

/* Of three digits and more: "120-150 beds", "120-150%", not "104-191". */
static bool
counts_something(const struct smart *smart, size_t end)
{
    struct str rest = str_slice(smart->text, end, smart->text.len);
    if (!str_is_empty(rest) && (rest.at[0] == '%' || rest.at[0] == '-'))
        return true;
    return rest.len > 1 && rest.at[0] == ' ' && rest.at[1] >= 'a' &&
           rest.at[1] <= 'z';
}

static bool
are_amounts(const struct smart *smart, const struct number *left,
            const struct number *right)
{
    if (left->leading_zero || right->leading_zero ||
        left->digits > MOST_DIGITS || right->digits > MOST_DIGITS ||
        left->marks != right->marks || left->behind != right->behind ||
        left->mark != right->mark || left->marks > 1)
        return false;
    if (left->value >= right->value || right->digits > left->digits + 1)
        return false;
    return left->digits < 3 || left->marks > 0 ||
           counts_something(smart, right->to);
}

static bool
may_begin_range(uint32_t before)
{
    return before == '$' || before == 0xA3 || before == 0xA5 ||
           before == 0x20AC || before == '~' || before == '<' ||
           (smart_opens(before) && before != '/');
}

/* After the second number: no more of a code. */
static bool
may_end_range(const struct smart *smart, size_t to)
{
    uint32_t next = smart_after(smart, to);
    if (next == '-') { /* "6-12-month" */
        uint32_t letter = smart_after(smart, to + 1);
        return letter < 0x80 && ascii_is_alpha((char)letter);
    }
    if (next == 'x' || next == 'k' || next == 'K' || next == 'M') {
        uint32_t behind = smart_after(smart, to + 1);
        return behind >= 0x80 || !ascii_is_alnum((char)behind);
    }
    if (next == '/' || next == '@' || next == '_' || next == '=' || next == '#')
        return false;
    return next >= 0x80 ? smart_is_blank(next) || next > 0x2000
                        : !ascii_is_alnum((char)next);
}

/* Percent signs and thousands that the first number may bring: "10%-15%". */
static size_t
end_of_first(const struct smart *smart)
{
    size_t end = smart->at;
    char c = end > 0 ? smart->text.at[end - 1] : ' ';
    return c == '%' || c == 'K' || c == 'k' || c == 'M' ? end - 1 : end;
}

/* A currency before the second number as well: "$5-$10". */
static size_t
start_of_second(const struct smart *smart)
{
    size_t start = smart->at + 1;
    struct str rest = str_slice(smart->text, start, smart->text.len);
    if (!str_is_empty(rest) && rest.at[0] == '$')
        return start + 1;
    return str_starts(rest, STR("\xE2\x82\xAC")) ? start + 3 : start;
}

static bool
is_range(const struct smart *smart)
{
    struct number left = number_before(smart, end_of_first(smart));
    struct number right = number_after(smart, start_of_second(smart));
    if (left.from == left.to || right.from == right.to)
        return false;
    if (!may_begin_range(smart_before(smart, left.from)) ||
        !may_end_range(smart, right.to) ||
        names_a_code(word_before(smart, left.from)))
        return false;
    return are_years(&left, &right) || are_times(&left, &right) ||
           are_amounts(smart, &left, &right);
}

/* ---- signs --------------------------------------------------------------- */

/* "-5%", "(-12)"; not "-1-800". */
static bool
is_minus(const struct smart *smart)
{
    struct number number = number_after(smart, smart->at + 1);
    uint32_t before = smart_before(smart, smart->at);
    uint32_t next = smart_after(smart, number.to);
    if (number.from == number.to || !smart_opens(before))
        return false;
    return next != '-' && (next >= 0x80 || !ascii_is_alnum((char)next));
}

static bool
is_letter_or_digit(uint32_t c)
{
    return c >= 0x80 ? !smart_is_blank(c) && (c < 0x2000 || c > 0x206F)
                     : ascii_is_alnum((char)c);
}

const char *
smart_dash(const struct smart *smart, size_t count)
{
    uint32_t before = smart_before(smart, smart->at);
    uint32_t after = smart_after(smart, smart->at + count);
    bool spaced = before && smart_is_blank(before) && after &&
                  smart_is_blank(after) &&
                  (smart->at > 1 || smart->state->before);
    if (spaced)
        return count == 3 ? EM_DASH : count < 3 ? EN_DASH : NULL;
    if (count == 1)
        return is_minus(smart) ? MINUS : is_range(smart) ? EN_DASH : NULL;
    if (count > 3 || !is_letter_or_digit(before) || !is_letter_or_digit(after))
        return NULL;
    bool figures = count == 2 && before < 0x80 && after < 0x80 &&
                   ascii_is_digit((char)before) && ascii_is_digit((char)after);
    return figures ? EN_DASH : EM_DASH;
}
