/* Where in a line the dates stand. What they say, date_read tells. */
#include "text.h"

#include "base/utf8.h"

enum token_kind {
    TOKEN_YEAR,   /* 1900 to 2099 */
    TOKEN_NUMBER, /* one or two digits */
    TOKEN_MONTH,
    TOKEN_SEASON,
    TOKEN_PRESENT,
    TOKEN_TO,
    TOKEN_SINCE,
    TOKEN_OF,
    TOKEN_DASH, /* - and its longer kin, ~ */
    TOKEN_MARK, /* . / , ' between the parts of a date */
    TOKEN_CJK,  /* year, month, day: behind a number */
    TOKEN_OTHER
};

struct token {
    size_t from, to;
    enum token_kind kind;
    unsigned value; /* of numbers */
};

enum { TOKENS = 96, LONGEST = 400 };

struct tokens {
    struct token at[TOKENS];
    size_t count;
};

/* ---- tokens -------------------------------------------------------------- */

static enum token_kind
kind_of_number(struct str digits, unsigned value)
{
    if (digits.len == 4 && value >= 1900 && value < 2100)
        return TOKEN_YEAR;
    return digits.len <= 2 ? TOKEN_NUMBER : TOKEN_OTHER;
}

static enum token_kind
kind_of_word(const struct text_words *words, struct str word)
{
    unsigned is = text_word_is(words, word);
    bool is_upper =
        utf8_upper((unsigned char)*word.at) == (unsigned char)*word.at;
    if (is & TEXT_MONTH && (is_upper || !str_is(word, "may")))
        return TOKEN_MONTH;
    if (is & TEXT_SEASON)
        return TOKEN_SEASON;
    if (is & TEXT_PRESENT)
        return TOKEN_PRESENT;
    if (is & TEXT_TO)
        return TOKEN_TO;
    if (is & TEXT_SINCE)
        return TOKEN_SINCE;
    return is & TEXT_OF ? TOKEN_OF : TOKEN_OTHER;
}

static enum token_kind
kind_of_sign(uint32_t c)
{
    if (c == '-' || c == '~' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
        c == 0xFF5E || c == 0x301C || c == 0x2192 || c == 0xFF0D)
        return TOKEN_DASH;
    if (c == '.' || c == '/' || c == ',' || c == '\'' || c == 0x2019)
        return TOKEN_MARK;
    return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0xB144 ||
                   c == 0xC6D4 || c == 0xC77C
               ? TOKEN_CJK
               : TOKEN_OTHER;
}

static size_t
read_number(struct str s, size_t at, unsigned *value)
{
    *value = 0;
    while (at < s.len && ascii_is_digit(s.at[at])) {
        if (*value < 100000)
            *value = *value * 10 + (unsigned)(s.at[at] - '0');
        at++;
    }
    return at;
}

/* Letters up to the next digit or sign; of a script without blanks, as many
   as make a known word. */
static size_t
read_word(struct str s, size_t at)
{
    size_t end = at;
    while (end < s.len) {
        size_t next = end;
        uint32_t c = utf8_next(s, &next);
        bool is_letter = utf8_is_letter(c) || (c >= 0x300 && c < 0x370) ||
                         (c >= 0x900 && c < 0xE80);
        if (!is_letter || (end > at && kind_of_sign(c) == TOKEN_CJK))
            break;
        end = next;
    }
    return end;
}

static void
add_token(struct tokens *tokens, size_t from, size_t to, enum token_kind kind,
          unsigned value)
{
    if (tokens->count < TOKENS)
        tokens->at[tokens->count++] = (struct token){from, to, kind, value};
}

static size_t
read_token(const struct text_words *words, struct str s, size_t at,
           struct tokens *tokens)
{
    size_t next = at;
    unsigned value = 0;
    if (ascii_is_digit(s.at[at])) {
        next = read_number(s, at, &value);
        add_token(tokens, at, next,
                  kind_of_number(str_slice(s, at, next), value), value);
        return next;
    }
    uint32_t c = utf8_next(s, &next);
    enum token_kind kind = kind_of_sign(c);
    if (kind == TOKEN_OTHER && utf8_is_letter(c)) {
        next = read_word(s, at);
        kind = kind_of_word(words, str_slice(s, at, next));
    }
    if (!ascii_is_space(s.at[at]))
        add_token(tokens, at, next, kind, 0);
    return next;
}

/* ---- dates --------------------------------------------------------------- */

static bool
is_kind(const struct tokens *tokens, size_t i, enum token_kind kind)
{
    return i < tokens->count && tokens->at[i].kind == kind;
}

static size_t
skip(const struct tokens *tokens, size_t i, enum token_kind kind)
{
    return is_kind(tokens, i, kind) ? i + 1 : i;
}

static bool
is_touching(const struct tokens *tokens, size_t i)
{
    return i > 0 && i < tokens->count &&
           tokens->at[i - 1].to == tokens->at[i].from;
}

/* "2020", "2020-03", "2020.3.1", "2020 March", with signs for year, month. */
static size_t
date_from_year(const struct tokens *tokens, size_t i)
{
    i++;
    if (is_kind(tokens, i, TOKEN_CJK)) {
        while (is_kind(tokens, i, TOKEN_CJK) ||
               is_kind(tokens, i, TOKEN_NUMBER))
            i++;
        return i;
    }
    for (int part = 0; part < 2; part++) {
        bool has_sign =
            is_kind(tokens, i, TOKEN_MARK) || is_kind(tokens, i, TOKEN_DASH);
        if (!has_sign || !is_touching(tokens, i) ||
            !is_touching(tokens, i + 1) ||
            !is_kind(tokens, i + 1, TOKEN_NUMBER))
            break;
        i += 2;
    }
    if (is_kind(tokens, i, TOKEN_MONTH))
        i++;
    return i;
}

/* "March 2020", "March 3, 2020", "mars de 2020", "Fall '19". */
static size_t
date_from_month(const struct tokens *tokens, size_t i)
{
    size_t from = i;
    i = skip(tokens, i + 1, TOKEN_MARK);
    i = skip(tokens, i, TOKEN_OF);
    i = skip(tokens, i, TOKEN_MARK);
    if (is_kind(tokens, i, TOKEN_YEAR))
        return i + 1;
    if (!is_kind(tokens, i, TOKEN_NUMBER))
        return from;
    size_t behind = skip(tokens, i + 1, TOKEN_MARK);
    if (is_kind(tokens, behind, TOKEN_YEAR))
        return behind + 1;
    return tokens->at[i].to - tokens->at[i].from == 2 ? i + 1 : from;
}

/* "03/2020", "1.3.2020", "1 March 2020", "1er mars 2020". */
static size_t
date_from_number(const struct tokens *tokens, size_t from)
{
    size_t i = from + 1;
    for (int part = 0; part < 2; part++) {
        if (is_kind(tokens, i, TOKEN_YEAR))
            return i + 1;
        if (is_kind(tokens, i, TOKEN_MONTH) || is_kind(tokens, i, TOKEN_OF)) {
            i = skip(tokens, i, TOKEN_OF);
            size_t end = is_kind(tokens, i, TOKEN_MONTH)
                             ? date_from_month(tokens, i)
                             : i;
            return end > i ? end : from;
        }
        bool has_sign =
            is_kind(tokens, i, TOKEN_MARK) || is_kind(tokens, i, TOKEN_DASH);
        if (!has_sign)
            return from;
        i++;
        if (is_kind(tokens, i, TOKEN_YEAR))
            return i + 1;
        if (!is_kind(tokens, i, TOKEN_NUMBER))
            return is_kind(tokens, i, TOKEN_MONTH) ? date_from_month(tokens, i)
                                                   : from;
        i++;
    }
    return is_kind(tokens, skip(tokens, i, TOKEN_MARK), TOKEN_YEAR)
               ? skip(tokens, i, TOKEN_MARK) + 1
               : from;
}

/* The token behind a date that begins at `i`; `i`: there is none. */
static size_t
date_end(const struct tokens *tokens, size_t i)
{
    size_t end;
    if (i >= tokens->count)
        return i;
    switch (tokens->at[i].kind) {
    case TOKEN_YEAR:
        return date_from_year(tokens, i);
    case TOKEN_MONTH:
    case TOKEN_SEASON:
        end = date_from_month(tokens, i);
        if (end == i && is_kind(tokens, i + 1, TOKEN_SEASON))
            end = date_from_month(tokens, i + 1) > i + 1
                      ? date_from_month(tokens, i + 1)
                      : i;
        return end;
    case TOKEN_NUMBER:
        return date_from_number(tokens, i);
    default:
        return i;
    }
}

/* Between two dates; 0: nothing that parts them. */
static size_t
join_end(const struct tokens *tokens, size_t i)
{
    size_t end = i;
    while (is_kind(tokens, end, TOKEN_DASH) || is_kind(tokens, end, TOKEN_TO))
        end++;
    return end;
}

/* What ends a span: a date, "present", a month of the year named before. */
static size_t
second_end(const struct tokens *tokens, size_t i)
{
    i = skip(tokens, i, TOKEN_SINCE);
    i = skip(tokens, i, TOKEN_OF);
    if (is_kind(tokens, i, TOKEN_PRESENT) || is_kind(tokens, i, TOKEN_TO)) {
        /* "the present day", "à ce jour" are two words or three. */
        while (is_kind(tokens, i, TOKEN_PRESENT) ||
               is_kind(tokens, i, TOKEN_TO))
            i++;
        return i;
    }
    return date_end(tokens, i);
}

/* "Jan - Mar 2020": the first month has no year of its own. */
static size_t
months_end(const struct tokens *tokens, size_t i)
{
    if (!is_kind(tokens, i, TOKEN_MONTH))
        return i;
    size_t second = join_end(tokens, skip(tokens, i + 1, TOKEN_MARK));
    if (second == skip(tokens, i + 1, TOKEN_MARK))
        return i;
    size_t end = is_kind(tokens, second, TOKEN_MONTH)
                     ? date_from_month(tokens, second)
                     : second;
    return end > second ? end : i;
}

static bool
is_end_of_line(struct str s, size_t at)
{
    for (; at < s.len; at++)
        if (!ascii_is_space(s.at[at]) && s.at[at] != ')' && s.at[at] != '*' &&
            s.at[at] != '_' && s.at[at] != ']' && s.at[at] != '|')
            return false;
    return true;
}

/* What begins at token `i`; from == to: nothing. */
static struct text_dates
dates_at(const struct tokens *tokens, struct str s, size_t i)
{
    struct text_dates dates = {0};
    size_t first = skip(tokens, i, TOKEN_SINCE);
    size_t end = date_end(tokens, first);
    if (end == first)
        end = months_end(tokens, first);
    if (end == first)
        return dates;
    size_t second = join_end(tokens, end);
    size_t last = second > end ? second_end(tokens, second) : second;
    dates.from = tokens->at[i].from;
    dates.to = tokens->at[end - 1].to;
    dates.is_span = months_end(tokens, first) == end;
    if (second > end && last > second) {
        dates.to = tokens->at[last - 1].to;
        dates.is_span = true;
    } else if (second > end && is_kind(tokens, end, TOKEN_DASH) &&
               is_end_of_line(s, tokens->at[second - 1].to)) {
        dates.to = tokens->at[second - 1].to;
        dates.is_span = true;
    } else if (first > i) {
        dates.is_span = true;
    }
    return dates;
}

static bool
has_only_signs(struct str s)
{
    struct str word;
    size_t at = 0;
    word = text_word_next(s, &at);
    return word.len == 0;
}

/* A number in a sentence is no date: "over 2000 visits". At an edge, or
   parted by brackets and the like, it is. */
static void
find_edges(struct text_dates *dates, struct str s)
{
    struct str before = str_trim(str_slice(s, 0, dates->from));
    struct str behind = str_trim(str_slice(s, dates->to, s.len));
    dates->is_at_edge = has_only_signs(before) || has_only_signs(behind);
    if (!dates->is_at_edge && before.len && behind.len) {
        char left = before.at[before.len - 1], right = *behind.at;
        dates->is_at_edge = (left == '(' && right == ')') ||
                            (left == '[' && right == ']') ||
                            (left == '|' || right == '|');
    }
}

/* Numbers of an address are no dates: behind "](", and from "http" on. */
static size_t
address_end(struct str s, size_t at)
{
    struct str rest = str_slice(s, at, s.len);
    size_t end = SIZE_MAX;
    if (str_starts(rest, STR("](")))
        end = str_find_byte(s, ')', at);
    else if (str_starts(rest, STR("http://")) ||
             str_starts(rest, STR("https://")))
        end = str_find_byte(s, ' ', at);
    else
        return at;
    return end == SIZE_MAX ? s.len : end;
}

struct text_dates
text_dates_find(const struct text_words *words, struct str s)
{
    struct text_dates best = {0};
    struct tokens tokens;
    tokens.count = 0;
    if (s.len > LONGEST)
        return best;
    for (size_t at = 0; at < s.len;) {
        size_t behind = address_end(s, at);
        if (behind > at)
            add_token(&tokens, at, behind, TOKEN_OTHER, 0);
        at = behind > at ? behind : read_token(words, s, at, &tokens);
    }
    for (size_t i = 0; i < tokens.count;) {
        struct text_dates dates = dates_at(&tokens, s, i);
        size_t to = dates.to;
        i++;
        if (dates.from == to)
            continue;
        find_edges(&dates, s);
        if (best.from == best.to || (dates.is_span && !best.is_span) ||
            (dates.is_at_edge && !best.is_at_edge && !best.is_span))
            best = dates;
        while (i < tokens.count && tokens.at[i].from < to)
            i++;
    }
    return best;
}
