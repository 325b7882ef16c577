#include "needs.h"

/*
 * Years of experience: a number with a unit, and proof around it that the
 * years are asked of a person: "five years of progressive experience", "5-7
 * yrs", "minimum of three (3) years", "24 months", "five years, three of them
 * in a supervisory role". Years of age, of contracts, of programs and of the
 * employer's history are none.
 */

/* More than a working life. */
#define MONTHS_MAX (40 * 12)
/* From here on employers boast of themselves rather than ask. */
#define MONTHS_BOAST (20 * 12)

struct amount {
    unsigned months; /* of the lower end; in hundredths before the unit */
    bool is_least;   /* "5+", "or more", "minimum", a range */
    bool has_unit;
};

static size_t
skip_symbol(const struct need_scan *scan, size_t i, char symbol)
{
    return need_is_symbol(scan, i, symbol) ? i + 1 : i;
}

/* "1/2", "1 1/2", "2½" behind a number or alone. */
static size_t
read_fraction(const struct need_scan *scan, size_t i, unsigned *hundredths)
{
    if (need_is(scan, i, WORD_BIT(AND))) {
        size_t at = i + 1;
        at += need_is_word(scan, at, "one") || need_is_word(scan, at, "a");
        at += need_is_symbol(scan, at, '-');
        if (!need_is_word(scan, at, "half"))
            return i;
        *hundredths += 50;
        return at + 1;
    }
    if (need_is_symbol(scan, i, 'h')) {
        *hundredths += 50;
        return i + 1;
    }
    if (need_is_symbol(scan, i, '/') && i > 0 &&
        scan->tokens.at[i - 1].hundredths == 100 &&
        need_is(scan, i + 1, WORD_BIT(NUMBER)) &&
        scan->tokens.at[i + 1].hundredths == 200) {
        *hundredths = 50;
        return i + 2;
    }
    return i;
}

/* A number, or the same number again in parentheses. */
static size_t
read_number(const struct need_scan *scan, size_t i, unsigned *hundredths)
{
    size_t begun = i;
    if (need_is_symbol(scan, i, 'h')) {
        *hundredths = 50;
        return i + 1;
    }
    i = skip_symbol(scan, i, '(');
    if (!need_is(scan, i, WORD_BIT(NUMBER)))
        return begun;
    *hundredths = scan->tokens.at[i].hundredths;
    i = read_fraction(scan, i + 1, hundredths);
    if (need_is_symbol(scan, i, ')'))
        i++;
    if (need_is_symbol(scan, i, '(') &&
        need_is(scan, i + 1, WORD_BIT(NUMBER))) {
        size_t end = i + 2;
        end = skip_symbol(scan, end, '+');
        if (need_is_symbol(scan, end, ')'))
            return end + 1;
    }
    return i;
}

/* "+", "plus", "or more", "-plus". */
static size_t
skip_more(const struct need_scan *scan, size_t i, bool *is_least)
{
    size_t begun = i;
    if (need_is_symbol(scan, i, '+')) {
        *is_least = true;
        return i + 1;
    }
    i = skip_symbol(scan, i, '-');
    if (need_is(scan, i, WORD_BIT(OR) | WORD_BIT(AND)))
        i++;
    if (need_is(scan, i, WORD_BIT(MORE)) || need_is_word(scan, i, "up")) {
        *is_least = true;
        return i + 1;
    }
    return begun;
}

/* The upper end of a range: "-7", "to 7", "or 7". */
static size_t
skip_upper(const struct need_scan *scan, size_t i, bool *is_least)
{
    unsigned upper;
    size_t at = i;
    if (need_is_symbol(scan, at, '-') || need_is_symbol(scan, at, '_') ||
        need_is_symbol(scan, at, '/') || need_is_word(scan, at, "to") ||
        need_is_word(scan, at, "bis") || need_is_word(scan, at, "à") ||
        need_is_word(scan, at, "a") || need_is_word(scan, at, "tot") ||
        need_is(scan, at, WORD_BIT(OR)))
        at++;
    else
        return i;
    size_t end = read_number(scan, at, &upper);
    if (end == at)
        return i;
    *is_least = true;
    return end;
}

static size_t
skip_fill(const struct need_scan *scan, size_t i)
{
    while (need_is(scan, i, WORD_BIT(FILL) | WORD_BIT(STATE)) ||
           need_is_symbol(scan, i, '\''))
        i++;
    return i;
}

static size_t
read_unit(const struct need_scan *scan, size_t i, struct amount *amount)
{
    size_t at = i;
    at = skip_symbol(scan, at, '-');
    while (need_is_word(scan, at, "full") ||
           need_is_word(scan, at, "additional") ||
           need_is_word(scan, at, "calendar") ||
           need_is_word(scan, at, "solid") || need_is_word(scan, at, "or") ||
           need_is_word(scan, at, "consecutive"))
        at++;
    if (need_is_symbol(scan, at, '(') && need_is(scan, at + 1, WORD_BIT(YEAR)))
        at++;
    if (!need_is(scan, at, WORD_BIT(YEAR) | WORD_BIT(MONTH)))
        return i;
    unsigned unit = need_is(scan, at, WORD_BIT(MONTH)) ? 1 : 12;
    if (scan->tokens.at[at].value)
        unit *= (unsigned)scan->tokens.at[at].value; /* a decade */
    amount->months = amount->months * unit / 100;
    amount->has_unit = true;
    at++;
    if (need_is_symbol(scan, at, '(') && need_is_word(scan, at + 1, "s") &&
        need_is_symbol(scan, at + 2, ')'))
        at += 3;
    return skip_symbol(scan, at, '\'');
}

/* The whole of "minimum of 5 (five) to 7 or more years"; i stands on the
   number. */
static size_t
read_amount(const struct need_scan *scan, size_t i, struct amount *amount)
{
    unsigned hundredths = 0;
    size_t at = read_number(scan, i, &hundredths);
    if (at == i && need_is_word(scan, i, "a") &&
        need_is(scan, i + 1, WORD_BIT(YEAR))) {
        hundredths = 100;
        at = i + 1;
    }
    if (at == i)
        return i;
    amount->months = hundredths;
    at = skip_more(scan, at, &amount->is_least);
    size_t unit = read_unit(scan, at, amount);
    if (unit != at) { /* "6 months to 1 year", "5 years or more" */
        struct amount upper = {0};
        size_t end = skip_upper(scan, unit, &amount->is_least);
        if (end != unit && read_unit(scan, end, &upper) != end)
            unit = read_unit(scan, end, &upper);
        return skip_more(scan, unit, &amount->is_least);
    }
    at = skip_upper(scan, at, &amount->is_least);
    at = skip_more(scan, at, &amount->is_least);
    unit = read_unit(scan, at, amount);
    if (unit != at && need_is_symbol(scan, unit, '+'))
        return unit + 1;
    return unit == at ? i : unit;
}

/* Where the words about these years end: the next number with a unit, or the
   sentence's end. */
static size_t
words_end(const struct need_scan *scan, size_t i)
{
    for (; i < scan->end; i++)
        if (need_is_symbol(scan, i, ';') ||
            (need_is(scan, i, WORD_BIT(NUMBER)) &&
             need_is_word(scan, i + 1, "of") &&
             (need_is_word(scan, i + 2, "which") ||
              need_is_word(scan, i + 2, "those") ||
              need_is_word(scan, i + 2, "them"))) ||
            (need_is(scan, i, WORD_BIT(NUMBER)) &&
             need_is(scan, i + 1, WORD_BIT(IN))) ||
            (need_is(scan, i, WORD_BIT(NUMBER)) &&
             (need_is(scan, i + 1, WORD_BIT(YEAR)) ||
              need_is(scan, i + 2, WORD_BIT(YEAR)))))
            break;
    return i;
}

/* The first token of "at least", "a minimum of" before the number. */
static size_t
quantifier_start(const struct need_scan *scan, size_t i, bool *is_least)
{
    size_t at = i, begun = i;
    while (at > scan->first && i - at < 5) {
        at--;
        if (need_is(scan, at, WORD_BIT(LEAST) | WORD_BIT(MORE)) ||
            need_is_symbol(scan, at, '>')) {
            *is_least = true;
            begun = at;
        } else if (!need_is(scan, at, WORD_BIT(FILL)) &&
                   !need_is_word(scan, at, "at") &&
                   !need_is_word(scan, at, "than") &&
                   !need_is_symbol(scan, at, '=') &&
                   !need_is_symbol(scan, at, '(') &&
                   !need_is_symbol(scan, at, ':')) {
            break;
        }
    }
    if (begun > scan->first && need_is_word(scan, begun - 1, "at"))
        begun--;
    if (begun > scan->first && need_is_word(scan, begun - 1, "a"))
        begun--;
    return begun;
}

/* "You will have managed a team for at least 2 years". */
static bool
is_spent_before(const struct need_scan *scan, size_t begun)
{
    const uint64_t demand = WORD_BIT(SEEK) | WORD_BIT(HAVE) | WORD_BIT(REQ);
    return need_holds(scan, scan->first, begun, demand) &&
           (need_is_word(scan, begun, "at") ||
            need_is(scan, begun, WORD_BIT(LEAST)));
}

/* Years of age, of a contract, "in the past 5 years", "2-year degree". */
static bool
is_about_else(const struct need_scan *scan, size_t begun, size_t first,
              size_t end)
{
    size_t next = end;
    bool has_of = need_is_word(scan, next, "of");
    next = skip_fill(scan, next);
    bool is_joined = need_is_symbol(scan, end, '-');
    next = is_joined ? next + 1 : next;
    bool is_led = need_is(scan, next + 1, WORD_BIT(LEAD) | WORD_BIT(EXP));
    if (need_is(scan, next, WORD_BIT(NOT_EXP)) && !(has_of && is_led))
        return true; /* but "two years of program management" */
    bool is_single = need_is_word(scan, end - 1, "year") &&
                     scan->tokens.at[first].hundredths > 100;
    if (!has_of && (is_single || is_joined) &&
        !need_holds(scan, end, next + 5, WORD_BIT(EXP) | WORD_BIT(WORK)))
        return true;
    if (need_is(scan, next, WORD_BIT(STUDY) | WORD_BIT(SCHOOL)) &&
        !need_is(scan, next + 1, WORD_BIT(EXP) | WORD_BIT(WORK)))
        return true;
    if (begun == scan->first)
        return false;
    if (need_is_word(scan, begun - 1, "is") && next >= scan->end)
        return true; /* "the tenure is 6 years" */
    if (begun > scan->first + 2 && need_is_word(scan, begun - 2, "total") &&
        need_holds(scan, scan->first, begun, WORD_BIT(BEFORE)))
        return true; /* "to make up a total of five years" */
    if (need_is_word(scan, begun - 1, "for") &&
        need_holds(scan, scan->first, begun, WORD_BIT(LIEU) | WORD_BIT(BEFORE)))
        return true; /* "30 credits for each year of experience" */
    if (need_is(scan, begun - 1, WORD_BIT(BEFORE)))
        return true;
    return need_is_word(scan, begun - 1, "in") ||
           (need_is_word(scan, begun - 1, "for") &&
            !is_spent_before(scan, begun) &&
            !need_holds(scan, end, words_end(scan, end), WORD_BIT(EXP)));
}

/* "within 2 years of hire", "1 year from start date". */
static bool
is_deadline(const struct need_scan *scan, size_t begun, size_t end)
{
    for (size_t i = begun; i > scan->first && begun - i < 4; i--)
        if (need_is(scan, i - 1, WORD_BIT(WITHIN)))
            return true;
    size_t limit = end + 4;
    return need_holds(scan, end, limit < scan->end ? limit : scan->end,
                      WORD_BIT(HIRE)) &&
           !need_holds(scan, end, words_end(scan, end), WORD_BIT(EXP));
}

/* "With over 30 years of experience, our ...": the employer's own. */
static bool
is_boast(const struct need_scan *scan, size_t begun, size_t end,
         const struct amount *amount)
{
    const uint64_t demand = WORD_BIT(REQ) | WORD_BIT(SEEK) | WORD_BIT(PREF);
    bool has_org = (scan->classes & WORD_BIT(ORG)) != 0;
    bool is_demand = need_holds(scan, scan->first, scan->end, demand) ||
                     need_is(scan, begun, WORD_BIT(LEAST));
    if (need_is(scan, end, WORD_BIT(ORG)) ||
        need_is(scan, end + 1, WORD_BIT(ORG)))
        return true; /* "years of serving", "combined years of" */
    if (amount->months >= MONTHS_BOAST)
        return !is_demand || has_org;
    if (begun == scan->first && amount->is_least && scan->place == JOB_REQUIRED)
        return false; /* "Two or more years of nursing in a hospital" */
    return has_org && !is_demand && !scan->line->is_item;
}

static bool
is_experience(const struct need_scan *scan, size_t begun, size_t end,
              const struct amount *amount)
{
    size_t stop = words_end(scan, end);
    bool is_listed =
        scan->place == JOB_REQUIRED || scan->place == JOB_PREFERRED;
    if (need_holds(scan, end, stop, WORD_BIT(EXP)))
        return true;
    size_t before = begun > scan->first + 8 ? begun - 8 : scan->first;
    if (need_holds(scan, before, begun, WORD_BIT(EXP)))
        return true;
    if (begun > scan->first && need_is_word(scan, begun - 1, "for") &&
        is_spent_before(scan, begun))
        return true;
    size_t next = skip_fill(scan, end);
    bool is_spent =
        need_is(scan, end, WORD_BIT(IN)) ||
        need_is(scan, next, WORD_BIT(WORK) | WORD_BIT(LEAD) | WORD_BIT(IN));
    if (is_spent && (amount->is_least || is_listed || scan->line->is_item))
        return true;
    return is_listed && (amount->is_least || next == end || next >= stop);
}

/* ---- of what -------------------------------------------------------------
 */

/* Management of projects, cases and data is nobody's supervision. */
static bool
is_in_charge(const struct need_scan *scan, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        if (!need_is(scan, i, WORD_BIT(LEAD)))
            continue;
        if (i > from && need_is(scan, i - 1, WORD_BIT(OF_WHAT)) &&
            need_is_word(scan, i, "management"))
            continue;
        if (need_is_word(scan, i, "lead") ||
            need_is_word(scan, i, "executive") ||
            need_is_word(scan, i, "administrator") ||
            need_is_word(scan, i, "manager"))
            continue; /* a rank or a noun more often than the task */
        return true;
    }
    return false;
}

static size_t
field_end(const struct need_scan *scan, size_t i)
{
    const uint64_t stop = WORD_BIT(REQ) | WORD_BIT(PREF) | WORD_BIT(STOP) |
                          WORD_BIT(WITH) | WORD_BIT(SEEK) | WORD_BIT(LEAST) |
                          WORD_BIT(EXP) | WORD_BIT(LICENSE) | WORD_BIT(LIEU);
    size_t begun = i;
    for (; i < scan->end && i - begun < 14; i++) {
        char symbol = scan->tokens.at[i].symbol;
        if (need_is(scan, i, stop) && !need_is(scan, i, WORD_BIT(OF_WHAT)))
            break;
        if (symbol == '(' || symbol == ';' || symbol == ',' || symbol == ':' ||
            symbol == '.' || symbol == '_' || symbol == '|')
            break;
        if (need_is(scan, i, WORD_BIT(AND) | WORD_BIT(OR)) &&
            (need_is(scan, i + 1,
                     WORD_BIT(LIKE) | WORD_BIT(NUMBER) | WORD_BIT(LEVEL)) ||
             i + 1 >= scan->end))
            break;
    }
    while (i > begun && need_is(scan, i - 1, WORD_BIT(FILL)))
        i--;
    return i;
}

/* "years of nursing experience", "experience in health care", "as a nurse". */
static struct str
years_field(const struct need_scan *scan, size_t end, size_t stop)
{
    size_t from = skip_fill(scan, end), exp = from;
    while (exp < stop && !need_is(scan, exp, WORD_BIT(EXP)))
        exp++;
    size_t work = exp;
    while (work > from && need_is(scan, work - 1, WORD_BIT(WORK)))
        work--;
    if (exp < stop && work > from && exp - from <= 6 &&
        !need_is(scan, from, WORD_BIT(IN)))
        return need_text(scan, from, work);
    size_t at = exp < stop ? exp + 1 : end;
    at = skip_fill(scan, at);
    if (need_is(scan, at, WORD_BIT(WORK)))
        at++;
    if (!need_is(scan, at, WORD_BIT(IN)) && !need_is_word(scan, at, "of"))
        return (struct str){NULL, 0};
    at = skip_fill(scan, at + 1);
    size_t last = field_end(scan, at);
    return need_text(scan, at, last < stop ? last : stop);
}

static size_t
add_years(struct need_scan *scan, size_t first, size_t end,
          const struct amount *amount)
{
    size_t stop = words_end(scan, end);
    struct need_hit *hit = need_add(scan, JOB_YEARS, first, end);
    hit->need.years = amount->months / 12.0;
    hit->need.in_charge = is_in_charge(scan, end, stop);
    if (first > scan->first && need_is_word(scan, first - 1, "for"))
        hit->need.in_charge = is_in_charge(scan, scan->first, first);
    hit->need.field = years_field(scan, end, stop);
    return end;
}

/* "3 of which in ambulatory care", "at least two in a supervisory role":
   behind years of the same sentence. */
static size_t
read_part(struct need_scan *scan, size_t i)
{
    unsigned hundredths = 0;
    size_t end = read_number(scan, i, &hundredths), at = end;
    if (end == i || !scan->hits.count ||
        scan->hits.at[scan->hits.count - 1].need.kind != JOB_YEARS)
        return i;
    bool is_least = false, has_of = false;
    at = skip_more(scan, at, &is_least);
    size_t begun = quantifier_start(scan, i, &is_least);
    if (need_is_word(scan, at, "of") && (need_is_word(scan, at + 1, "which") ||
                                         need_is_word(scan, at + 1, "those") ||
                                         need_is_word(scan, at + 1, "these") ||
                                         need_is_word(scan, at + 1, "them"))) {
        at += 2;
        has_of = true;
        if (need_is(scan, at, WORD_BIT(YEAR)))
            at++;
    }
    bool is_before =
        begun > scan->first && (need_is(scan, begun - 1, WORD_BIT(WITH)) ||
                                need_is_word(scan, begun - 1, "which"));
    if (!has_of && !(is_before && need_is(scan, at, WORD_BIT(IN))))
        return i;
    struct amount amount = {hundredths * 12 / 100, true, true};
    return add_years(scan, begun, at, &amount);
}

/* "Years of experience: 5", "Experience required: 3-5". */
static size_t
read_stated(struct need_scan *scan, size_t i)
{
    struct amount amount = {0};
    if (!need_is(scan, i, WORD_BIT(YEAR)) || i > scan->first + 3)
        return i;
    size_t colon = i;
    while (colon < scan->end && colon - i < 6 &&
           !need_is_symbol(scan, colon, ':'))
        colon++;
    if (!need_is_symbol(scan, colon, ':') ||
        !need_holds(scan, scan->first, colon, WORD_BIT(EXP)))
        return i;
    size_t end = read_number(scan, colon + 1, &amount.months);
    if (end == colon + 1 || need_is(scan, end, WORD_BIT(YEAR)))
        return i;
    end = skip_upper(scan, end, &amount.is_least);
    end = skip_more(scan, end, &amount.is_least);
    if (need_is(scan, end, WORD_BIT(YEAR)) || amount.months > 4000)
        return i;
    amount.months = amount.months * 12 / 100;
    return add_years(scan, scan->first, end, &amount);
}

/* "No experience required", "entry level, no experience necessary". */
static size_t
read_none(struct need_scan *scan, size_t i)
{
    if (!need_is(scan, i, WORD_BIT(NOT)))
        return i;
    size_t at = i + 1;
    while (at < scan->end && at - i < 4 && !need_is(scan, at, WORD_BIT(EXP)))
        at++;
    if (!need_is(scan, at, WORD_BIT(EXP)) || need_is(scan, i, WORD_BIT(AND)))
        return i;
    size_t end = at + 1;
    if (!need_is(scan, end, WORD_BIT(REQ)) &&
        !need_is(scan, end + 1, WORD_BIT(REQ)))
        return i;
    struct amount none = {0};
    (void)add_years(scan, i, end + 1, &none);
    scan->hits.at[scan->hits.count - 1].mode = MODE_REQUIRED;
    return end + 1;
}

size_t
need_read_years(struct need_scan *scan, size_t i)
{
    struct amount amount = {0};
    size_t end = read_amount(scan, i, &amount);
    if (end == i) {
        end = read_part(scan, i);
        if (end == i)
            end = read_stated(scan, i);
        return end == i ? read_none(scan, i) : end;
    }
    size_t begun = quantifier_start(scan, i, &amount.is_least);
    if (need_is_symbol(scan, end, '-') && need_is_word(scan, end - 1, "year") &&
        !need_is(scan, end + 1, WORD_BIT(EXP)))
        return end;
    if (amount.months > MONTHS_MAX || is_about_else(scan, begun, i, end) ||
        is_deadline(scan, begun, end) || is_boast(scan, begun, end, &amount) ||
        !is_experience(scan, begun, end, &amount))
        return end;
    return add_years(scan, begun, end, &amount);
}
