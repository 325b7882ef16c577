/* L101: a figure of the writer's work that stands nowhere else in the file. */
#include "letters.h"
#include "metrics.h"
#include "model/decode.h"

/* Words around a figure that is no claim about work done. */
static const char no_claim[] =
    "salary compensation pay wage notice available availability relocate "
    "relocation miles commute posting advertisement advertised reference phone "
    "call suite street room minutes' page pages attached enclosed";

typedef LIST(double) double_list;

/* ---- what the file says -------------------------------------------------- */

static bool
is_near(double claimed, double known, const struct reading_number *number)
{
    double room = number->last_place / 2 + 1e-9;
    double size = known < 0 ? -known : known;
    double gap = claimed > size ? claimed - size : size - claimed;
    if (number->approximate && room < size / 8)
        room = size / 8;
    return gap <= room;
}

static bool
fits_decimal(const struct decimal *value, double claimed,
             const struct reading_number *number)
{
    return value->given && is_near(claimed, decimal_value(value), number);
}

static double
size_of(double value)
{
    return value < 0 ? -value : value;
}

/* Its figures, the change in percent and the difference. */
static bool
fits_record(const struct metric *metric, double claimed,
            const struct reading_number *number)
{
    double before = decimal_value(&metric->before);
    double after = decimal_value(&metric->after);
    if (fits_decimal(&metric->before, claimed, number) ||
        fits_decimal(&metric->after, claimed, number) ||
        fits_decimal(&metric->target, claimed, number) ||
        fits_decimal(&metric->change_percent, claimed, number))
        return true;
    for (size_t i = 0; i < metric->series.count; i++)
        if (fits_decimal(&metric->series.at[i].value, claimed, number))
            return true;
    if (!metric->before.given || !metric->after.given)
        return false;
    return is_near(claimed, size_of(after - before), number) ||
           (before != 0 &&
            is_near(claimed, size_of((after - before) / before * 100), number));
}

static bool
fits_records(const struct check *check, double claimed,
             const struct reading_number *number)
{
    for (size_t i = 0; i < check->candidate->all_metrics.count; i++)
        if (fits_record(check->candidate->all_metrics.at[i], claimed, number))
            return true;
    return false;
}

static bool
fits_reading(const struct reading *reading, double claimed,
             const struct reading_number *number)
{
    for (size_t i = 0; i < reading->numbers.count; i++)
        if (is_near(claimed, reading->numbers.at[i].value, number))
            return true;
    for (size_t i = 0; i < reading->pairs.count; i++) {
        double before = reading->numbers.at[reading->pairs.at[i].before].value;
        double after = reading->numbers.at[reading->pairs.at[i].after].value;
        if (is_near(claimed, size_of(after - before), number) ||
            (before != 0 &&
             is_near(claimed, size_of((after - before) / before * 100),
                     number)))
            return true;
    }
    return false;
}

static bool
fits_count(const struct integer *count, double claimed,
           const struct reading_number *number)
{
    return count->given && is_near(claimed, (double)count->value, number);
}

static bool
fits_counts(const struct check *check, double claimed,
            const struct reading_number *number)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count; j++)
            if (fits_count(
                    &candidate->experience.at[i].positions.at[j].team.size,
                    claimed, number) ||
                fits_count(
                    &candidate->experience.at[i].positions.at[j].team.sites,
                    claimed, number))
                return true;
    for (size_t i = 0; i < candidate->case_studies.count; i++) {
        const struct case_study *study = &candidate->case_studies.at[i];
        if (fits_count(&study->team.size, claimed, number) ||
            fits_count(&study->team.sites, claimed, number) ||
            fits_count(&study->adoption.trained, claimed, number))
            return true;
    }
    for (size_t i = 0; i < candidate->systems.count; i++)
        if (fits_count(&candidate->systems.at[i].trained, claimed, number))
            return true;
    return is_near(claimed, candidate->years, number);
}

/* Only what no record and no bullet says is looked for everywhere. */
static bool
fits_texts(struct check *check, double claimed,
           const struct reading_number *number)
{
    for (size_t i = 0; i < check->bullets.count; i++)
        if (fits_reading(check->bullets.at[i].reading, claimed, number))
            return true;
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if (letter_is_paragraph(text) || text->bullet)
            continue;
        for (size_t k = 0; k < text->plain.len; k++)
            if (ascii_is_digit(text->plain.at[k])) {
                if (fits_reading(
                        reading_of(check->arena, check->pack, text->plain),
                        claimed, number))
                    return true;
                break;
            }
    }
    return false;
}

static bool
is_in_file(struct check *check, double claimed,
           const struct reading_number *number)
{
    return fits_records(check, claimed, number) ||
           fits_counts(check, claimed, number) ||
           fits_texts(check, claimed, number);
}

/* ---- what is claimed ----------------------------------------------------- */

static size_t
token_at(const struct tokens *tokens, size_t byte)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->at[i].to > byte)
            return i;
    return tokens->count;
}

/* Years and weeks say how long, unless a figure moved. */
static bool
is_span(const struct reading *reading, size_t n)
{
    const struct reading_number *number = &reading->numbers.at[n];
    enum { DAY = 86400 };
    for (size_t i = 0; i < reading->pairs.count; i++)
        if (reading->pairs.at[i].before == n || reading->pairs.at[i].after == n)
            return false;
    return number->unit == UNIT_TIME && number->seconds >= DAY;
}

static bool
is_claim(const struct reading *reading, size_t n)
{
    enum { SMALL = 10, LEFT = 6, RIGHT = 6 };
    const struct reading_number *number = &reading->numbers.at[n];
    const struct tokens *tokens = &reading->tokens;
    size_t at = token_at(tokens, number->from), from, to;
    bool is_share = number->unit == UNIT_PERCENT || number->unit == UNIT_MONEY;
    if (number->unit == UNIT_MULTIPLE || number->unit == UNIT_RANK ||
        number->unit == UNIT_RATIO || at == tokens->count ||
        reading->masked[at] || token_is_symbol(tokens, at + 1, '-') ||
        is_span(reading, n) ||
        (!is_share && number->unit != UNIT_FRACTION && number->value < SMALL))
        return false;
    letter_sentence(tokens, at, &from, &to);
    size_t left = at > from + LEFT ? at - LEFT : from;
    size_t right = at + RIGHT < to ? at + RIGHT : to;
    return letter_is_own(tokens, from, to) &&
           !letter_says(tokens, left, right, "you your yours its their") &&
           !letter_says(tokens, from, to, no_claim);
}

void
letter_figures(struct check *check, const struct check_text *text)
{
    if (!letter_is_paragraph(text))
        return;
    const struct reading *reading =
        reading_of(check->arena, check->pack, text->plain);
    for (size_t i = 0; i < reading->numbers.count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        bool is_fraction = number->unit == UNIT_FRACTION;
        struct reading_number claimed = *number;
        if (!is_claim(reading, i) ||
            metrics_is_printed(text->in.prose, number->from, number->to))
            continue;
        double value = size_of(number->value);
        if (is_fraction) { /* a third: 33 percent, or nearly */
            value *= value <= 1 ? 100 : 1;
            claimed.last_place = 8;
        }
        if (is_in_file(check, value, &claimed))
            continue;
        struct str words =
            str_slice(text->plain, number->whole_from, number->whole_to);
        struct finding *finding = check_on_text(
            check, CODE_L101, text, number->whole_from, number->whole_to,
            "\"%.*s\" stands nowhere else in this file.", STR_ARG(words));
        finding_help(finding, "take it from its record, as {wait.change}; or "
                              "add the bullet or record that shows it");
    }
}
