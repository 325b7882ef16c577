/*
 * Steps 2 and 3: the numbers of a text and their units. Only "is this what I
 * count" is decided here; what a number means is step 5.
 */
#include "scan.h"

#include <string.h>

/* Units of time in seconds, for conversion. */
static const struct {
    const char *words;
    double seconds;
} time_units[] = {
    {"nanosecond nanoseconds ns", 1e-9},
    {"microsecond microseconds us", 1e-6},
    {"millisecond milliseconds ms", 1e-3},
    {"second seconds sec secs s", 1},
    {"minute minutes min mins", 60},
    {"hour hours hr hrs h", 3600},
    {"day days d", 86400},
    {"week weeks wk wks w", 604800},
    {"month months mo mos", 2629800},
    {"quarter quarters", 7889400},
    {"year years yr yrs y", 31557600},
};

static double
seconds_of(const struct scan *scan, size_t i)
{
    for (size_t u = 0; u < sizeof time_units / sizeof *time_units; u++)
        if (scan_word_is(scan, i, time_units[u].words))
            return time_units[u].seconds;
    return 0;
}

static double
term_value(const struct scan *scan, unsigned node, enum lexicon_list list)
{
    size_t count, term = lexicon_term_of(scan->pack, node, list);
    const struct lexicon_term *terms = lexicon_terms(scan->pack, list, &count);
    return term < count ? terms[term].value : 0;
}

/* Digits with separators: value and unit of the last place. */
static void
read_digits(struct str text, struct reading_number *out)
{
    bool point = false;
    out->value = 0;
    out->last_place = 1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '.') {
            point = true;
        } else if (ascii_is_digit(text.at[i])) {
            out->value = out->value * 10 + (text.at[i] - '0');
            out->last_place *= point ? 0.1 : 1;
        }
    }
    out->value *= out->last_place;
}

static void
scale_by(struct scan_number *number, double scale)
{
    number->out.value *= scale;
    number->out.last_place *= scale;
}

/* ---- suffixes ------------------------------------------------------------ */

static const struct suffix {
    const char *text; /* case matters */
    double scale;
    enum unit_kind unit;
} suffixes[] = {
    {"k", 1e3, UNIT_NONE},      {"K", 1e3, UNIT_NONE},
    {"M", 1e6, UNIT_NONE},      {"MM", 1e6, UNIT_NONE},
    {"m", 1e6, UNIT_MONEY},     {"mm", 1e6, UNIT_MONEY},
    {"mn", 1e6, UNIT_NONE},     {"B", 1e9, UNIT_NONE},
    {"bn", 1e9, UNIT_NONE},     {"Bn", 1e9, UNIT_NONE},
    {"b", 1e9, UNIT_MONEY},     {"T", 1e12, UNIT_NONE},
    {"x", 1, UNIT_MULTIPLE},    {"X", 1, UNIT_MULTIPLE},
    {"fold", 1, UNIT_MULTIPLE}, {"pp", 1, UNIT_POINTS},
    {"ppt", 1, UNIT_POINTS},    {"pts", 1, UNIT_POINTS},
    {"pt", 1, UNIT_POINTS},     {"bps", 0.01, UNIT_POINTS},
    {"bp", 0.01, UNIT_POINTS},  {"s", 1, UNIT_TIME},
    {"h", 1, UNIT_TIME},        {"d", 1, UNIT_TIME},
};

static const struct suffix *
suffix_at(const struct scan *scan, size_t i, bool money)
{
    struct str text = token_text(&scan->tokens, i);
    for (size_t s = 0; s < sizeof suffixes / sizeof *suffixes; s++)
        if (str_is(text, suffixes[s].text) &&
            (suffixes[s].unit != UNIT_MONEY || money))
            return &suffixes[s];
    return NULL;
}

static bool
is_glued(const struct scan *scan, size_t i)
{
    return i < scan->tokens.count && !scan->tokens.at[i].space_before;
}

/* What is glued to the digits; false when it makes them a code. */
static bool
read_suffix(const struct scan *scan, struct scan_number *number)
{
    size_t next = number->last + 1;
    bool money = number->out.unit == UNIT_MONEY;
    if (!is_glued(scan, next) || scan->tokens.at[next].kind != TOKEN_WORD)
        return true;
    if (scan_word_is(scan, next, "st nd rd th")) {
        number->ordinal = true;
        number->last = next;
        return true;
    }
    const struct suffix *suffix = suffix_at(scan, next, money);
    if (suffix) {
        scale_by(number, suffix->scale);
        if (suffix->unit != UNIT_NONE && suffix->unit != UNIT_MONEY)
            number->out.unit = suffix->unit;
        number->out.seconds =
            suffix->unit == UNIT_TIME ? seconds_of(scan, next) : 0;
        number->last = next;
        return true;
    }
    /* 30ms, 12GB, 40kg: the unit follows without a blank. */
    return scan_has(scan, next, UNIT_ANY) &&
           !(scan->tokens.at[next].all_caps &&
             scan->tokens.at[next].to - scan->tokens.at[next].from == 1);
}

static void
read_scale_words(const struct scan *scan, struct scan_number *number)
{
    size_t next = number->last + 1;
    while (scan_has(scan, next, CLASS(SCALE))) {
        scale_by(number,
                 term_value(scan, scan->tokens.at[next].node, LEXICON_SCALE));
        number->last = next++;
    }
}

static void
read_percent(const struct scan *scan, struct scan_number *number)
{
    size_t next = number->last + 1;
    if (scan_is_symbol(scan, next, '-') && scan_is_joint(scan, next) &&
        scan_word_is(scan, next + 1, "percent point percentage basis"))
        next++;
    if (scan_is_symbol(scan, next, '%') ||
        scan_word_is(scan, next, "percent pct")) {
        number->out.unit = UNIT_PERCENT;
        number->last = next++;
        if (scan_is_joint(scan, next) &&
            scan_word_is(scan, next + 1, "point points"))
            next++;
        if (!scan_word_is(scan, next, "point points"))
            return;
        number->out.unit = UNIT_POINTS;
        number->last = next;
    } else if (scan_word_is(scan, next, "percentage basis")) {
        size_t word = next + 1 + scan_is_joint(scan, next + 1);
        if (!scan_word_is(scan, word, "point points"))
            return;
        if (scan_word_is(scan, next, "basis"))
            scale_by(number, 0.01);
        number->out.unit = UNIT_POINTS;
        number->last = word;
    }
}

/* 3-fold, 2x, 3 times */
static void
read_multiple(const struct scan *scan, struct scan_number *number)
{
    size_t next = number->last + 1;
    if (scan_is_joint(scan, next))
        next++;
    if (scan_word_is(scan, next, "fold x") ||
        (scan_is_symbol(scan, next, 'x') && is_glued(scan, next))) {
        number->out.unit = UNIT_MULTIPLE;
        number->last = next;
    }
}

/* 1:6, 4.8/5, 4.7 out of 5, 9 of 12 */
static void
read_ratio(const struct scan *scan, struct scan_number *number)
{
    size_t next = number->last + 1;
    const struct token *at = scan->tokens.at;
    if (next + 1 >= scan->tokens.count || number->out.unit != UNIT_NONE)
        return;
    if (scan_is_symbol(scan, next, ':') && at[next + 1].kind == TOKEN_NUMBER &&
        !at[next + 1].space_before) {
        struct reading_number other = {0};
        read_digits(token_text(&scan->tokens, next + 1), &other);
        number->out.unit = UNIT_RATIO;
        number->digits_last = number->last = next + 1;
        if (number->out.value > 0)
            number->out.value = other.value / number->out.value;
        return;
    }
    if (scan_is_joint(scan, next) && at[next + 1].kind == TOKEN_NUMBER &&
        (scan_word_is(scan, next + 2, "record") ||
         scan_word_is(scan, next + 3, "record"))) {
        number->out.unit = UNIT_SCORE;
        number->digits_last = number->last = next + 1;
        return;
    }
    bool slash = scan_is_symbol(scan, next, '/') && is_glued(scan, next) &&
                 is_glued(scan, next + 1);
    size_t whole = next + 1;
    if (!slash) {
        bool out_of = scan_word_is(scan, next, "out") &&
                      scan_word_is(scan, next + 1, "of");
        whole = next + 1 + out_of;
        if (!out_of && !scan_word_is(scan, next, "of"))
            return;
        if (scan_word_is(scan, whole, "the all"))
            whole++;
    }
    if (whole >= scan->tokens.count || scan->at[whole].mask)
        return;
    if (!slash && scan_word_is(scan, whole, "whom them those which my our")) {
        number->out.unit = UNIT_SHARE;
        number->last = whole;
        return;
    }
    double total = 0;
    if (at[whole].kind == TOKEN_NUMBER) {
        struct reading_number other = {0};
        read_digits(token_text(&scan->tokens, whole), &other);
        total = other.value;
    } else if (at[whole].classes & CLASS(SPELLED)) {
        total = term_value(scan, at[whole].node, LEXICON_SPELLED);
    }
    if (total <= 0 || scan_is_symbol(scan, whole + 1, '%'))
        return;
    if (number->ordinal) {
        number->out.unit = UNIT_RANK;
    } else if (number->out.value > total) {
        return;
    } else {
        bool scale = total == 5 || total == 10 || total == 100 || total == 4 ||
                     total == 7;
        bool score =
            scale && !scan_has(scan, whole + 1, UNIT_ANY & ~CLASS(UNIT_SCORE));
        number->out.unit = score || slash ? UNIT_SCORE : UNIT_SHARE;
    }
    number->last = whole;
}

/* ---- the unit word ----------------------------------------------------- */

static bool
ends_unit_search(const struct scan *scan, size_t i, bool found)
{
    const struct token *token = &scan->tokens.at[i];
    if (token->kind != TOKEN_WORD)
        return !(scan_is_joint(scan, i) || (scan_is_symbol(scan, i, '/')));
    if (scan->at[i].mask)
        return scan->at[i].mask == MASK_TIME;
    if (found && scan_phrase_len(scan, i) > 1 &&
        scan_has(scan, i, CLASS(TIME_PHRASE)))
        return true; /* 9 points year over year */
    if (scan_has(scan, i, UNIT_ANY) && !scan_has(scan, i, CLASS(SPELLED)))
        return false;
    if (token->classes & CLASS(CLAUSE))
        return found || !scan_word_is(scan, i, "and or");
    return (scan_classes(scan, i) | token->classes) &
               (CLASS(PREPOSITION) | CLASS(DETERMINER) | CLASS(AUXILIARY) |
                CLASS(SPELLED)) ||
           (token->classes & CLASS(FORM_PAST) &&
            !(token->classes & CLASS(FORM_BASE))) ||
           scan->at[i].is_verb;
}

static void
take_unit(const struct scan *scan, struct scan_number *number, size_t i,
          size_t len)
{
    uint64_t classes = scan_classes(scan, i);
    if (!(classes & UNIT_ANY)) {
        classes = scan->tokens.at[i].classes;
        len = 1;
    }
    number->unit = i;
    number->unit_classes = classes;
    number->after = i + len;
    number->out.unit_text =
        str_slice(scan->tokens.text, scan->tokens.at[i].from,
                  scan->tokens.at[i + len - 1].to);
}

/* The last unit word within five words, before what ends the phrase. */
static void
find_unit(const struct scan *scan, struct scan_number *number)
{
    size_t i = number->last + 1, words = 0;
    if (scan_is_joint(scan, i)) {
        number->hyphenated = true;
        i++;
        if (i < scan->tokens.count && scan_has(scan, i, UNIT_ANY))
            take_unit(scan, number, i, scan_phrase_len(scan, i));
        return;
    }
    while (i < scan->tokens.count && words < 5 &&
           !ends_unit_search(scan, i, number->unit != NO_TOKEN)) {
        size_t len = scan_phrase_len(scan, i);
        number->has_more = number->has_more ||
                           scan_has(scan, i, CLASS(COMPARATIVE) | CLASS(MORE));
        if (scan_has(scan, i, UNIT_ANY))
            take_unit(scan, number, i, len);
        else
            len = 1;
        words += !scan->at[i].mask;
        i += len;
    }
}

static void
name_unit(const struct scan *scan, struct scan_number *number)
{
    uint64_t classes = number->unit_classes;
    struct reading_number *out = &number->out;
    if (number->ordinal && out->unit == UNIT_NONE &&
        !(number->unit != NO_TOKEN &&
          scan_word_is(scan, number->unit, "percentile decile quartile")))
        out->unit = UNIT_RANK;
    if (out->unit != UNIT_NONE && out->unit != UNIT_TIME)
        return;
    if (number->unit == NO_TOKEN)
        return;
    if (number->unit == NO_TOKEN && number->first > 1 &&
        scan_word_is(scan, number->first - 1, "of") &&
        scan_word_is(scan, number->first - 2, "score scores rating")) {
        out->unit = UNIT_SCORE; /* a score of 100 */
    } else if (scan_word_is(scan, number->unit, "percentile decile quartile")) {
        out->unit = UNIT_PERCENTILE;
    } else if (classes & CLASS(UNIT_TIME)) {
        out->unit = UNIT_TIME;
        out->seconds = seconds_of(scan, number->after - 1);
    } else if (classes & CLASS(UNIT_POINTS)) {
        out->unit = UNIT_POINTS;
    } else if (classes & CLASS(UNIT_SCORE)) {
        out->unit = scan_word_is(scan, number->unit, "star stars")
                        ? UNIT_SCORE
                        : UNIT_POINTS;
    } else {
        out->unit = UNIT_COUNT;
    }
}

static void
find_rate(const struct scan *scan, struct scan_number *number)
{
    size_t i = number->after;
    bool per =
        scan_word_is(scan, i, "per each every") || scan_is_symbol(scan, i, '/');
    bool article = scan_word_is(scan, i, "a an");
    if (per)
        number->out.is_rate = true;
    else if (article)
        number->out.is_rate = scan_has(scan, i + 1, CLASS(PERIOD));
}

/* ---- one number -------------------------------------------------------- */

static void
finish_number(struct scan *scan, struct scan_number *number)
{
    const struct token *at = scan->tokens.at;
    number->direct = number->after = number->last + 1;
    number->unit = NO_TOKEN;
    if (number->out.unit != UNIT_RATIO && number->out.unit != UNIT_MULTIPLE &&
        number->out.unit != UNIT_FRACTION)
        find_unit(scan, number);
    if (number->unit != NO_TOKEN &&
        (number->out.unit == UNIT_PERCENT || number->out.unit == UNIT_SHARE))
        number->after = number->direct;
    name_unit(scan, number);
    find_rate(scan, number);
    if (number->out.unit == UNIT_NONE && number->ordinal)
        number->out.unit = UNIT_RANK;
    number->out.from = at[number->digits_first].from;
    number->out.to = at[number->digits_last].to;
    number->out.whole_from = at[number->first].from;
    number->out.whole_to =
        at[(number->after > number->last ? number->after : number->last + 1) -
           1]
            .to;
    for (size_t i = number->first; i < number->direct; i++)
        scan->at[i].number = scan->numbers.count;
    *list_add(scan->arena, &scan->numbers) = *number;
}

static void
read_signs(const struct scan *scan, struct scan_number *number)
{
    size_t i = number->first;
    while (i > 0) {
        const struct token *sign = &scan->tokens.at[i - 1];
        bool near =
            !scan->tokens.at[i].space_before || sign->kind != TOKEN_SYMBOL;
        if (sign->kind == TOKEN_SYMBOL && sign->symbol && near &&
            strchr("$EL", sign->symbol)) {
            number->out.unit = UNIT_MONEY;
        } else if (sign->kind == TOKEN_SYMBOL && sign->symbol == '-' && near &&
                   (i == 1 || sign->space_before)) {
            number->negative = true;
        } else if (sign->kind == TOKEN_SYMBOL && near && sign->symbol == '~') {
            number->out.approximate = true;
        } else if (sign->kind == TOKEN_SYMBOL && near &&
                   (sign->symbol == '#' || sign->symbol == '+')) {
            number->ordinal = number->ordinal || sign->symbol == '#';
        } else if (scan_word_is(scan, i - 1,
                                "us usd eur gbp cad aud chf "
                                "sek nok dkk jpy inr sgd nzd "
                                "zar aed pln mxn brl cny hkd") &&
                   (number->out.unit == UNIT_MONEY ||
                    !scan_word_is(scan, i - 1, "us"))) {
            number->out.unit = UNIT_MONEY;
        } else {
            break;
        }
        i--;
    }
    number->first = i;
}

/* Gives the token behind the number, or i when there is none. */
static size_t
read_digit_number(struct scan *scan, size_t i)
{
    struct scan_number number = {.first = i,
                                 .last = i,
                                 .digits_first = i,
                                 .digits_last = i,
                                 .unit = NO_TOKEN};
    if (i > 1 && scan_is_joint(scan, i - 1) &&
        scan->at[i - 2].mask == MASK_NAME) {
        scan->at[i].mask = MASK_NAME; /* the rest of 10b-5 */
        return i + 1;
    }
    read_digits(token_text(&scan->tokens, i), &number.out);
    read_signs(scan, &number);
    if (i && scan_word_is(scan, i - 1, "no number") &&
        scan->tokens.at[i - 1].capital)
        number.ordinal = true;
    if (!read_suffix(scan, &number)) {
        for (size_t at = i; at <= i + 1 && at < scan->tokens.count; at++)
            scan->at[at].mask = MASK_NAME;
        return i + 2;
    }
    read_scale_words(scan, &number);
    if (number.out.unit != UNIT_MONEY)
        read_percent(scan, &number);
    if (number.out.unit == UNIT_NONE)
        read_multiple(scan, &number);
    read_ratio(scan, &number);
    if (scan_is_symbol(scan, number.last + 1, '+'))
        number.last++;
    if (scan_word_is(scan, number.last + 1,
                     "dollars euros pounds usd eur "
                     "gbp") &&
        number.out.unit == UNIT_NONE) {
        number.out.unit = UNIT_MONEY;
        number.last++;
    }
    finish_number(scan, &number);
    return number.direct;
}

/* twenty-five, three hundred; one alone counts only before a unit */
static size_t
read_spelled(struct scan *scan, size_t i)
{
    struct scan_number number = {.first = i,
                                 .last = i,
                                 .digits_first = i,
                                 .unit = NO_TOKEN,
                                 .is_word = true};
    double value = term_value(scan, scan->tokens.at[i].node, LEXICON_SPELLED);
    size_t next = i + 1 + scan_is_joint(scan, i + 1);
    number.out.last_place = 1;
    if (value >= 20 && scan_has(scan, next, CLASS(SPELLED)) &&
        term_value(scan, scan->tokens.at[next].node, LEXICON_SPELLED) < 10) {
        value += term_value(scan, scan->tokens.at[next].node, LEXICON_SPELLED);
        number.last = next;
    }
    number.out.value = value;
    read_scale_words(scan, &number);
    number.digits_last = number.last;
    read_percent(scan, &number);
    read_multiple(scan, &number);
    read_ratio(scan, &number);
    finish_number(scan, &number);
    return number.direct;
}

static size_t
read_phrase_number(struct scan *scan, size_t i, enum lexicon_list list,
                   enum unit_kind unit)
{
    size_t count, term;
    size_t len = lexicon_match(&scan->tokens, i, list, &term);
    const struct lexicon_term *terms = lexicon_terms(scan->pack, list, &count);
    if (!len || term >= count)
        return i;
    struct scan_number number = {.first = i,
                                 .last = i + len - 1,
                                 .digits_first = i,
                                 .digits_last = i + len - 1,
                                 .unit = NO_TOKEN,
                                 .is_word = true};
    number.out.value = terms[term].value;
    number.out.last_place = 0;
    number.out.unit = unit;
    number.ordinal = unit == UNIT_RANK;
    if (unit == UNIT_RANK)
        read_ratio(scan, &number);
    finish_number(scan, &number);
    return number.direct;
}

static size_t
read_number(struct scan *scan, size_t i)
{
    const struct token *token = &scan->tokens.at[i];
    uint64_t classes = scan_classes(scan, i) | token->classes;
    if (scan->at[i].mask)
        return i;
    if (token->kind == TOKEN_NUMBER)
        return read_digit_number(scan, i);
    size_t next = i;
    if (classes & CLASS(FRACTION))
        next = read_phrase_number(scan, i, LEXICON_FRACTION, UNIT_FRACTION);
    if (next == i && classes & CLASS(MULTIPLE))
        next = read_phrase_number(scan, i, LEXICON_MULTIPLE, UNIT_MULTIPLE);
    if (next == i && token->classes & CLASS(SPELLED))
        next = read_spelled(scan, i);
    if (next == i && classes & CLASS(ORDINAL))
        next = read_phrase_number(scan, i, LEXICON_ORDINAL, UNIT_RANK);
    if (next == i && token->classes & CLASS(SCALE) &&
        scan_has(scan, i + 1, UNIT_PEOPLE | UNIT_THINGS) &&
        scan_word_is(scan, i, "dozen hundred thousand million"))
        next = read_phrase_number(scan, i, LEXICON_SCALE, UNIT_NONE);
    return next;
}

void
scan_numbers(struct scan *scan)
{
    for (size_t i = 0; i < scan->tokens.count;) {
        size_t next = read_number(scan, i);
        i = next > i ? next : i + 1;
    }
}
