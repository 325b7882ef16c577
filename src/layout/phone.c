#include "phone.h"

#include "base/buf.h"

/* ---- countries ----------------------------------------------------------- */

/* Calling codes of one and two digits; all others have three (E.164, list of
   assigned codes). */
static const char short_codes[] = " 1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 "
                                  "45 46 47 48 49 51 52 53 54 55 56 57 58 60 "
                                  "61 62 63 64 65 66 81 82 84 86 90 91 92 93 "
                                  "94 95 98 ";

/* What is dialled before a number inside the country. Where none is given the
   number is the same from everywhere. */
static const struct {
    const char *country, *code, *trunk;
} countries[] = {
    {"US", "1", ""},    {"CA", "1", ""},    {"PR", "1", ""},
    {"DO", "1", ""},    {"JM", "1", ""},    {"RU", "7", "8"},
    {"KZ", "7", "8"},   {"EG", "20", "0"},  {"ZA", "27", "0"},
    {"GR", "30", ""},   {"NL", "31", "0"},  {"BE", "32", "0"},
    {"FR", "33", "0"},  {"ES", "34", ""},   {"HU", "36", "06"},
    {"IT", "39", ""},   {"RO", "40", "0"},  {"CH", "41", "0"},
    {"AT", "43", "0"},  {"GB", "44", "0"},  {"DK", "45", ""},
    {"SE", "46", "0"},  {"NO", "47", ""},   {"PL", "48", ""},
    {"DE", "49", "0"},  {"PE", "51", "0"},  {"MX", "52", ""},
    {"AR", "54", "0"},  {"BR", "55", ""},   {"CL", "56", ""},
    {"CO", "57", ""},   {"VE", "58", "0"},  {"MY", "60", "0"},
    {"AU", "61", "0"},  {"ID", "62", "0"},  {"PH", "63", "0"},
    {"NZ", "64", "0"},  {"SG", "65", ""},   {"TH", "66", "0"},
    {"JP", "81", "0"},  {"KR", "82", "0"},  {"VN", "84", "0"},
    {"CN", "86", ""},   {"TR", "90", "0"},  {"IN", "91", "0"},
    {"PK", "92", "0"},  {"AF", "93", "0"},  {"LK", "94", "0"},
    {"MM", "95", "0"},  {"IR", "98", "0"},  {"MA", "212", "0"},
    {"DZ", "213", "0"}, {"TN", "216", ""},  {"GH", "233", "0"},
    {"NG", "234", "0"}, {"ET", "251", "0"}, {"KE", "254", "0"},
    {"TZ", "255", "0"}, {"UG", "256", "0"}, {"PT", "351", ""},
    {"LU", "352", ""},  {"IE", "353", "0"}, {"IS", "354", ""},
    {"AL", "355", "0"}, {"FI", "358", "0"}, {"BG", "359", "0"},
    {"LT", "370", "0"}, {"LV", "371", ""},  {"EE", "372", ""},
    {"UA", "380", "0"}, {"RS", "381", "0"}, {"HR", "385", "0"},
    {"SI", "386", "0"}, {"CZ", "420", ""},  {"SK", "421", "0"},
    {"HK", "852", ""},  {"BD", "880", "0"}, {"TW", "886", "0"},
    {"LB", "961", "0"}, {"JO", "962", "0"}, {"SY", "963", "0"},
    {"IQ", "964", "0"}, {"KW", "965", ""},  {"SA", "966", "0"},
    {"OM", "968", ""},  {"AE", "971", "0"}, {"IL", "972", "0"},
    {"BH", "973", ""},  {"QA", "974", ""},  {"NP", "977", "0"},
};

static size_t
country_of(struct str name)
{
    size_t i = 0, count = sizeof countries / sizeof *countries;
    while (i < count && !str_equal_nocase(name, str_from(countries[i].country)))
        i++;
    return i;
}

/* The first that has the code; SIZE_MAX for those not in the list. */
static size_t
country_with(struct str code)
{
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
        if (str_is(code, countries[i].code))
            return i;
    return SIZE_MAX;
}

/* ---- groups -------------------------------------------------------------- */

/*
 * How the national number is written, x for a digit: inside the country and
 * behind the code. The first row whose code, first digits and length fit.
 */
static const struct {
    const char *code, *begins, *national, *abroad;
} groups[] = {
    {"1", "", "(xxx) xxx-xxxx", "xxx-xxx-xxxx"},
    {"7", "", "(xxx) xxx-xx-xx", "xxx xxx-xx-xx"},
    {"27", "", "xx xxx xxxx", NULL},
    {"30", "", "xxx xxx xxxx", NULL},
    {"31", "6", "x xxxxxxxx", NULL},
    {"32", "4", "xxx xx xx xx", NULL},
    {"33", "", "x xx xx xx xx", NULL},
    {"34", "", "xxx xx xx xx", NULL},
    {"39", "3", "xxx xxx xxxx", NULL},
    {"41", "", "xx xxx xx xx", NULL},
    {"44", "2", "xx xxxx xxxx", NULL},
    {"44", "11", "xxx xxx xxxx", NULL},
    {"44", "3", "xxx xxx xxxx", NULL},
    {"44", "8", "xxx xxx xxxx", NULL},
    {"44", "1", "xxxx xxxxxx", NULL},
    {"44", "7", "xxxx xxxxxx", NULL},
    {"45", "", "xx xx xx xx", NULL},
    {"46", "7", "xx xxx xx xx", NULL},
    {"47", "", "xx xx xx xx", NULL},
    {"48", "", "xxx xxx xxx", NULL},
    {"49", "15", "xxx xxxxxxxx", NULL},
    {"49", "15", "xxx xxxxxxx", NULL},
    {"49", "16", "xxx xxxxxxx", NULL},
    {"49", "17", "xxx xxxxxxx", NULL},
    {"49", "17", "xxx xxxxxxxx", NULL},
    {"52", "", "xx xxxx xxxx", NULL},
    {"55", "", "(xx) xxxxx-xxxx", "xx xxxxx-xxxx"},
    {"55", "", "(xx) xxxx-xxxx", "xx xxxx-xxxx"},
    {"61", "4", "xxx xxx xxx", NULL},
    {"61", "", "x xxxx xxxx", NULL},
    {"65", "", "xxxx xxxx", NULL},
    {"81", "", "xx-xxxx-xxxx", NULL},
    {"82", "10", "xx-xxxx-xxxx", NULL},
    {"86", "1", "xxx xxxx xxxx", NULL},
    {"90", "", "xxx xxx xx xx", NULL},
    {"91", "", "xxxxx xxxxx", NULL},
    {"351", "", "xxx xxx xxx", NULL},
    {"353", "8", "xx xxx xxxx", NULL},
    {"420", "", "xxx xxx xxx", NULL},
    {"852", "", "xxxx xxxx", NULL},
    {"966", "5", "xx xxx xxxx", NULL},
    {"971", "5", "xx xxx xxxx", NULL},
    {"972", "5", "xx-xxx-xxxx", NULL},
};

static size_t
digits_in(struct str pattern)
{
    size_t count = 0;
    for (size_t i = 0; i < pattern.len; i++)
        count += pattern.at[i] == 'x';
    return count;
}

/* Empty when no row fits. */
static struct str
pattern_of(struct str code, struct str number, bool abroad)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        struct str pattern = str_from(groups[i].national);
        if (!str_is(code, groups[i].code) ||
            !str_starts(number, str_from(groups[i].begins)) ||
            digits_in(pattern) != number.len)
            continue;
        return abroad && groups[i].abroad ? str_from(groups[i].abroad)
                                          : pattern;
    }
    return (struct str){0};
}

static void
print_grouped(struct buf *out, struct str pattern, struct str number)
{
    for (size_t i = 0, at = 0; i < pattern.len; i++)
        buf_add_byte(out,
                     pattern.at[i] == 'x' ? number.at[at++] : pattern.at[i]);
}

/* ---- numbers ------------------------------------------------------------- */

struct phone {
    struct str typed;
    struct str code;     /* "49" */
    struct str number;   /* digits behind it, without what is dialled first */
    struct str grouping; /* the same as typed, "30 1234567" */
    struct str behind;   /* " ext. 12" */
    const char *trunk;
};

/* Where the extension begins: the first letter, or the end. */
static size_t
end_of_number(struct str typed)
{
    size_t at = 0;
    while (at < typed.len &&
           !((typed.at[at] | 32) >= 'a' && (typed.at[at] | 32) <= 'z') &&
           typed.at[at] != '#' && typed.at[at] != ';' && typed.at[at] != ',')
        at++;
    while (at > 0 && typed.at[at - 1] == ' ')
        at--;
    return at;
}

static struct str
digits_of(struct arena *arena, struct str s)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.at[i]))
            buf_add_byte(&out, s.at[i]);
    return buf_str(&out);
}

/* The place behind so many digits and the signs that follow them. */
static size_t
behind_digits(struct str s, size_t count)
{
    size_t at = 0;
    for (; count > 0 && at < s.len; at++)
        count -= ascii_is_digit(s.at[at]);
    while (at < s.len && !ascii_is_digit(s.at[at]) && s.at[at] != '(')
        at++;
    return at;
}

static size_t
code_length(struct str digits)
{
    char wanted[] = "    ";
    for (size_t length = 1; length <= 2 && length < digits.len; length++) {
        for (size_t i = 0; i < length; i++)
            wanted[1 + i] = digits.at[i];
        if (str_find(str_from(short_codes), (struct str){wanted, length + 2},
                     0) != SIZE_MAX)
            return length;
    }
    return 3;
}

/* "+49 (0)30 123": the zero in brackets is not dialled from abroad. */
static struct str
without_trunk(struct str grouping)
{
    return str_starts(grouping, STR("(0)"))
               ? str_trim(str_slice(grouping, 3, grouping.len))
               : grouping;
}

static bool
read_abroad(struct arena *arena, struct phone *phone, struct str number)
{
    struct str digits = digits_of(arena, number);
    size_t length = code_length(digits), country;
    if (digits.len < length + 4 || digits.len > 15)
        return false;
    phone->code = str_slice(digits, 0, length);
    phone->grouping = without_trunk(
        str_slice(number, behind_digits(number, length), number.len));
    phone->number = digits_of(arena, phone->grouping);
    country = country_with(phone->code);
    phone->trunk = country == SIZE_MAX ? NULL : countries[country].trunk;
    return true;
}

static bool
read_national(struct arena *arena, struct phone *phone, struct str number,
              struct str name)
{
    size_t country = country_of(name);
    struct str digits = digits_of(arena, number), trunk;
    if (country == sizeof countries / sizeof *countries || digits.len < 5 ||
        digits.len > 14)
        return false;
    phone->code = str_from(countries[country].code);
    phone->trunk = countries[country].trunk;
    trunk = str_from(phone->trunk);
    /* In North America the code itself is dialled first: 1-312-555-0142. */
    if (str_is(phone->code, "1") && digits.len == 11)
        trunk = phone->code;
    if (!str_starts(digits, trunk))
        trunk.len = 0;
    phone->number = str_slice(digits, trunk.len, digits.len);
    phone->grouping =
        trunk.len == 0
            ? number
            : str_slice(number, behind_digits(number, trunk.len), number.len);
    /* "(030) 123" without its zero would be "30) 123". */
    if (str_find_byte(phone->grouping, ')', 0) != SIZE_MAX &&
        str_find_byte(phone->grouping, '(', 0) == SIZE_MAX)
        phone->grouping = phone->number;
    return true;
}

static bool
read_phone(struct arena *arena, struct phone *phone, struct str country)
{
    size_t end = end_of_number(phone->typed);
    struct str number = str_slice(phone->typed, 0, end);
    phone->behind = str_slice(phone->typed, end, phone->typed.len);
    if (str_starts(number, STR("+")))
        return read_abroad(arena, phone, str_slice(number, 1, number.len));
    if (str_starts(number, STR("00")))
        return read_abroad(arena, phone, str_slice(number, 2, number.len));
    return read_national(arena, phone, number, country);
}

static void
print_international(struct buf *out, const struct phone *phone)
{
    struct str pattern = pattern_of(phone->code, phone->number, true);
    buf_print(out, "+%.*s ", STR_ARG(phone->code));
    if (pattern.len)
        print_grouped(out, pattern, phone->number);
    else
        buf_add(out, phone->grouping);
}

/* The zero joins the first group; in brackets, where that stands in some:
   "020 7946 0018", "(011) 555 0142". */
static void
print_national(struct buf *out, const struct phone *phone)
{
    struct str pattern = pattern_of(phone->code, phone->number, false);
    struct str rest = phone->grouping;
    struct str trunk = str_from(phone->trunk);
    if (pattern.len == 0 && str_starts(rest, STR("("))) {
        buf_add_byte(out, '(');
        rest = str_slice(rest, 1, rest.len);
    } else if (str_starts(pattern, STR("(")) && trunk.len) {
        buf_print(out, "%.*s ", STR_ARG(trunk));
        trunk.len = 0;
    }
    buf_add(out, trunk);
    if (pattern.len)
        print_grouped(out, pattern, phone->number);
    else
        buf_add(out, rest);
}

struct str
phone_write(struct arena *arena, struct str typed, struct str country,
            enum phone_format format)
{
    struct phone phone = {.typed = typed};
    struct buf out = buf_new(arena);
    if (format == PHONE_AS_TYPED || !read_phone(arena, &phone, country))
        return typed;
    /* What is dialled first there is not known. */
    if (format == PHONE_NATIONAL && !phone.trunk)
        return typed;
    if (format == PHONE_NATIONAL)
        print_national(&out, &phone);
    else if (format == PHONE_INTERNATIONAL)
        print_international(&out, &phone);
    else
        buf_print(&out, "+%.*s%.*s", STR_ARG(phone.code),
                  STR_ARG(phone.number));
    buf_add(&out, phone.behind);
    return buf_str(&out);
}
