/*
 * Numbers and addresses that belong to one person, known by their form. Each
 * function looks at one place of a text and gives where the form ends there.
 */
#include "base/utf8.h"
#include "privacy.h"

static bool
is_digit_at(struct str text, size_t at)
{
    return at < text.len && ascii_is_digit(text.at[at]);
}

/* The sign at `at`, typographic hyphens and blanks as plain ones; 0 for what is
   no sign of a number and at the end. */
static char
sign_at(struct str text, size_t at, size_t *length)
{
    size_t next = at;
    *length = 0;
    if (at >= text.len)
        return 0;
    uint32_t c = utf8_next(text, &next);
    *length = next - at;
    if ((c >= 0x2010 && c <= 0x2013) || c == 0x2212)
        return '-';
    if (c == 0xA0 || c == 0x2009 || c == 0x202F)
        return ' ';
    return c < 0x80 ? (char)c : 0;
}

/* ---- groups of digits ---------------------------------------------------- */

#define MOST_GROUPS 6

/* "(312) 555-0142" is 3, 3, 4. */
struct groups {
    bool plus;
    bool brackets; /* around the first or second */
    size_t count;
    size_t len[MOST_GROUPS];
    char before[MOST_GROUPS]; /* the sign between it and the one before */
    size_t end[MOST_GROUPS];
    char first[MOST_GROUPS]; /* digit */
    size_t digits;
};

/* Signs between two groups: "-", ".", " ", ") ", ")-", " ("; 0 digits follow:
   nothing is skipped. */
static size_t
skip_between(struct str text, size_t at, struct groups *groups)
{
    size_t from = at, length;
    char last = 0;
    for (int i = 0; i < 3; i++) {
        char sign = sign_at(text, at, &length);
        if (sign != '-' && sign != '.' && sign != ' ' && sign != '(' &&
            sign != ')')
            break;
        groups->brackets |= sign == '(' || sign == ')';
        if (last && sign == last)
            return from;
        last = last == '-' || last == '.' ? last : sign;
        at += length;
    }
    if (!is_digit_at(text, at) || groups->count == MOST_GROUPS)
        return from;
    groups->before[groups->count] = last;
    return at;
}

static void
read_groups(struct str text, size_t at, struct groups *groups)
{
    size_t length;
    *groups = (struct groups){0};
    if (sign_at(text, at, &length) == '+') {
        groups->plus = true;
        at += length;
    }
    if (sign_at(text, at, &length) == '(') {
        groups->brackets = true;
        at += length;
    }
    while (is_digit_at(text, at) && groups->count < MOST_GROUPS) {
        size_t from = at, next;
        while (is_digit_at(text, at))
            at++;
        groups->len[groups->count] = at - from;
        groups->first[groups->count] = text.at[from];
        groups->end[groups->count++] = at;
        groups->digits += at - from;
        next = skip_between(text, at, groups);
        if (next == at)
            break;
        at = next;
    }
}

/* The number goes on: a digit glued to it, a decimal, a percent, a thousand. */
static bool
goes_on(struct str text, size_t end)
{
    size_t length;
    char sign = sign_at(text, end, &length);
    if (end < text.len && (ascii_is_alnum(text.at[end]) ||
                           text.at[end] == '%' || text.at[end] == '_'))
        return true;
    return (sign == '-' || sign == '.' || sign == ',' || sign == '/') &&
           is_digit_at(text, end + length);
}

/* ---- telephone ----------------------------------------------------------- */

/* Of North America: 3, 3, 4 with a 1 before or not. */
static size_t
american_end(const struct groups *groups)
{
    size_t from =
        groups->count >= 4 && groups->len[0] == 1 && groups->first[0] == '1';
    if (groups->count < from + 3 || groups->len[from] != 3 ||
        groups->len[from + 1] != 3 || groups->len[from + 2] != 4 ||
        groups->first[from] < '2')
        return 0;
    bool alike = groups->before[from + 1] == groups->before[from + 2];
    return alike || groups->brackets || groups->plus ? groups->end[from + 2]
                                                     : 0;
}

/* "+44 20 7946 0958", "+49 (0)171 1234567" */
static size_t
foreign_end(const struct groups *groups)
{
    if (!groups->plus || groups->digits < 9 || groups->digits > 15)
        return 0;
    bool is_code = groups->len[0] <= 3 && groups->first[0] != '0';
    return (groups->count > 1 && is_code) ||
                   (groups->count == 1 && groups->digits >= 11)
               ? groups->end[groups->count - 1]
               : 0;
}

/* Where the text says that it is one, seven digits will do. */
static size_t
said_end(const struct groups *groups)
{
    if (groups->count == 1)
        return groups->digits == 10 && groups->first[0] > '1' ? groups->end[0]
                                                              : 0;
    if (groups->len[0] == 3 && groups->len[1] == 4)
        return groups->end[1];
    return groups->digits >= 9 && groups->digits <= 13
               ? groups->end[groups->count - 1]
               : 0;
}

size_t
privacy_phone(struct str text, size_t at, bool said_so)
{
    struct groups groups;
    read_groups(text, at, &groups);
    if (!groups.count)
        return 0;
    size_t end = american_end(&groups);
    if (!end)
        end = foreign_end(&groups);
    if (!end && said_so)
        end = said_end(&groups);
    return end && !goes_on(text, end) ? end : 0;
}

/* ---- social security ----------------------------------------------------- */

/* Numbers of the areas 000, 666 and 900 to 999 are not given out: the shape
   alone is a leak. */
size_t
privacy_ssn(struct str text, size_t at)
{
    struct groups groups;
    read_groups(text, at, &groups);
    bool fits = groups.count == 3 && groups.len[0] == 3 && groups.len[1] == 2 &&
                groups.len[2] == 4 && groups.before[1] == '-' &&
                groups.before[2] == '-' && !groups.plus && !groups.brackets;
    return fits && !goes_on(text, groups.end[2]) ? groups.end[2] : 0;
}

/* ---- e-mail -------------------------------------------------------------- */

static bool
is_mail_byte(char c)
{
    return ascii_is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' ||
           c == '%';
}

/* RFC 5321, 4.5.3.1.1 */
#define LONGEST_LOCAL 64

size_t
privacy_mail_start(struct str text, size_t at)
{
    size_t from = at;
    while (from > 0 && at - from < LONGEST_LOCAL &&
           is_mail_byte(text.at[from - 1]))
        from--;
    while (from < at && !ascii_is_alnum(text.at[from]))
        from++;
    return from;
}

/* The end of "name@host.tld"; a host has a point and ends with letters. */
size_t
privacy_mail(struct str text, size_t at)
{
    size_t end = at, point = 0;
    while (end < text.len && is_mail_byte(text.at[end]))
        end++;
    if (end == at || end >= text.len || text.at[end] != '@')
        return 0;
    size_t host = ++end;
    while (end < text.len && (ascii_is_alnum(text.at[end]) ||
                              text.at[end] == '.' || text.at[end] == '-')) {
        if (text.at[end] == '.' && end > host)
            point = end;
        end++;
    }
    while (end > host && !ascii_is_alnum(text.at[end - 1]))
        end--;
    if (point >= end) /* it ends the sentence */
        for (point = end - 1; point > host && text.at[point] != '.';)
            point--;
    return point > host && end - point > 2 && ascii_is_alpha(text.at[end - 1])
               ? end
               : 0;
}

/* ---- vehicles ------------------------------------------------------------ */

/* What a character of a VIN counts (49 CFR 565.15); -1: none stands there. */
static int
vin_value(char c)
{
    static const char letters[] = "ABCDEFGH*JKLMN*P*RSTUVWXYZ";
    static const char values[] = "12345678*12345*7*923456789";
    if (ascii_is_digit(c))
        return c - '0';
    if (c < 'A' || c > 'Z' || letters[c - 'A'] == '*')
        return -1;
    return values[c - 'A'] - '0';
}

/* Seventeen characters of which the ninth proves the others. */
size_t
privacy_vin(struct str text, size_t at)
{
    static const int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0,
                                  9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    bool has_letter = false;
    if (text.len < at + 17 ||
        (text.len > at + 17 && ascii_is_alnum(text.at[at + 17])))
        return 0;
    for (size_t i = 0; i < 17; i++) {
        int value = vin_value(text.at[at + i]);
        if (value < 0)
            return 0;
        sum += value * weights[i];
        has_letter |= !ascii_is_digit(text.at[at + i]);
    }
    char proof = (char)(sum % 11 == 10 ? 'X' : '0' + sum % 11);
    return has_letter && text.at[at + 8] == proof ? at + 17 : 0;
}

/* ---- Medicare ------------------------------------------------------------ */

/* N a digit, A a letter but S L O I B Z, B either; hyphens after 4 and 7. */
size_t
privacy_medicare(struct str text, size_t at)
{
    static const char form[] = "NABNABNAANN";
    for (size_t i = 0; i < 11; i++) {
        if ((i == 4 || i == 7) && at < text.len && text.at[at] == '-')
            at++;
        char c = at < text.len ? text.at[at] : 0;
        bool letter = c >= 'A' && c <= 'Z' &&
                      str_find_byte(STR("SLOIBZ"), c, 0) == SIZE_MAX;
        bool digit = ascii_is_digit(c) && (i > 0 || c != '0');
        if (!(form[i] != 'N' && letter) && !(form[i] != 'A' && digit))
            return 0;
        at++;
    }
    return goes_on(text, at) ? 0 : at;
}

size_t
privacy_digits(struct str text, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len && n < room; i++)
        if (ascii_is_digit(text.at[i]))
            out[n++] = text.at[i];
    return n;
}
