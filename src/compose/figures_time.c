/* Spans of time: the career along the years, how long credentials hold. */
#include <stdlib.h>

#include "figures.h"

struct timeline {
    const struct composer *c;
    struct chart *chart;
};

static struct timeline
timeline_new(const struct composer *c)
{
    struct timeline line = {
        .c = c,
        .chart = ARENA_NEW(c->arena, struct chart),
    };
    line.chart->kind = CHART_SPANS;
    line.chart->today = time_of(&c->today);
    return line;
}

/* Wanted by the look: where it leaves the choice, in portfolios. */
static bool
is_wanted(const struct composer *c, int wish, bool helps)
{
    if (wish == FIGURE_AUTO)
        return helps && !composes_resume(c);
    return wish == FIGURE_YES;
}

/* The end of what a date says: of its year, its month, its day. */
static int64_t
end_time(const struct timeline *line, const struct date *date)
{
    if (!date->year)
        return line->chart->today;
    int64_t length = !date->month ? CHART_YEAR : !date->day ? CHART_MONTH : 1;
    return time_of(date) + length;
}

static void
add_span(const struct timeline *line, struct chart_row *row, int64_t from,
         int64_t to, enum span_form form)
{
    if (to > from)
        *list_add(line->c->arena, &row->spans) =
            (struct chart_span){from, to, form};
}

/* ---- the scale ----------------------------------------------------------- */

static void
widen(struct chart *chart, int64_t from, int64_t to, bool *is_first)
{
    if (*is_first || from < chart->first)
        chart->first = from;
    if (*is_first || to > chart->last)
        chart->last = to;
    *is_first = false;
}

static bool
make_scale(const struct timeline *line, bool with_today)
{
    struct chart *chart = line->chart;
    bool is_first = true;
    for (size_t i = 0; i < chart->rows.count; i++)
        for (size_t k = 0; k < chart->rows.at[i].spans.count; k++)
            widen(chart, chart->rows.at[i].spans.at[k].from,
                  chart->rows.at[i].spans.at[k].to, &is_first);
    if (is_first)
        return false;
    if (with_today)
        widen(chart, chart->today, chart->today, &is_first);
    scale_times(line->c, chart, chart->first, chart->last, true);
    return true;
}

/* ---- the career ---------------------------------------------------------- */

/* More rows than these are no picture. */
#define MOST_ROWS 14
#define LEAST_POSITIONS 3

struct step {
    int64_t from;
    size_t number; /* in the order of the file */
    struct chart_row row;
};
typedef LIST(struct step) step_list;

static void
add_step(const struct timeline *line, step_list *steps, struct chart_row row,
         const struct date *start, const struct date *end, enum span_form form)
{
    if (!start->year && !end->year)
        return;
    int64_t to = end_time(line, end);
    int64_t from = start->year ? time_of(start) : to - CHART_YEAR;
    row.time_text = words_range(&line->c->words, start, end, start->year > 0);
    add_span(line, &row, from, to, form);
    *list_add(line->c->arena, steps) = (struct step){from, steps->count, row};
}

static void
collect_positions(const struct timeline *line, step_list *steps)
{
    const struct candidate *shown = line->c->shown;
    for (size_t i = 0; i < shown->experience.count; i++) {
        const struct experience *job = &shown->experience.at[i];
        for (size_t k = 0; k < job->positions.count; k++) {
            const struct position *position = &job->positions.at[k];
            const struct chart_row row = {.text = position->position.s,
                                          .note = job->organization.s};
            add_step(line, steps, row, &position->start_date,
                     &position->end_date, SPAN_SOLID);
        }
    }
}

static void
collect_others(const struct timeline *line, step_list *steps)
{
    const struct candidate *shown = line->c->shown;
    for (size_t i = 0; i < shown->education.count; i++) {
        const struct education *school = &shown->education.at[i];
        bool has_degree = !str_is_empty(school->degree.s);
        const struct chart_row row = {.text = has_degree ? school->degree.s
                                                         : school->area.s,
                                      .note = school->institution.s};
        if (school->start_date.year)
            add_step(line, steps, row, &school->start_date,
                     school->end_date.year ? &school->end_date
                                           : &school->expected,
                     SPAN_OUTLINE);
    }
    for (size_t i = 0; i < shown->career_breaks.count; i++) {
        const struct career_break *pause = &shown->career_breaks.at[i];
        const struct chart_row row = {.text = pause->reason.s};
        if (pause->start.year)
            add_step(line, steps, row, &pause->start, &pause->end, SPAN_DASHED);
    }
}

/* Newest first, as entries stand. */
static int
compare_steps(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? 1 : -1;
    return (x->number > y->number) - (x->number < y->number);
}

static void
take_steps(const struct timeline *line, step_list *steps)
{
    if (steps->count > 1)
        qsort(steps->at, steps->count, sizeof *steps->at, compare_steps);
    for (size_t i = 0; i < steps->count && i < MOST_ROWS; i++)
        *list_add(line->c->arena, &line->chart->rows) = steps->at[i].row;
    if (steps->count > MOST_ROWS)
        *list_add(line->c->arena, &line->chart->notes) = locale_count_of(
            line->c->arena, line->c->words.locale, WORD_AND_EARLIER,
            (int64_t)(steps->count - MOST_ROWS));
}

/* "...: Practice Manager, Cedar Valley, 2018 to 2020; ..." */
static struct str
describe_rows(const struct timeline *line, struct str begin)
{
    struct arena *arena = line->c->arena;
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < line->chart->rows.count; i++) {
        const struct chart_row *row = &line->chart->rows.at[i];
        struct buf words = buf_new(arena);
        words_join(&words, ", ", row->label);
        words_join(&words, ", ", row->text);
        words_join(&words, ", ", row->note);
        words_join(&words, ", ", row->time_text);
        words_join(&out, "; ", buf_str(&words));
    }
    for (size_t i = 0; i < line->chart->notes.count; i++)
        words_join(&out, "; ", line->chart->notes.at[i]);
    return str_format(arena, "%.*s: %.*s", STR_ARG(begin),
                      STR_ARG(buf_str(&out)));
}

static struct str
time_words(const struct timeline *line, int64_t time)
{
    const struct date date = {.year = (int)(time / CHART_YEAR),
                              .month =
                                  (int)(time % CHART_YEAR / CHART_MONTH) + 1};
    return words_date(&line->c->words, &date);
}

void
add_career_chart(const struct composer *c, struct block *parent)
{
    struct timeline line = timeline_new(c);
    step_list steps = {0};
    collect_positions(&line, &steps);
    bool helps = steps.count >= LEAST_POSITIONS;
    if (!is_wanted(c, c->figures.career, helps) || !steps.count)
        return;
    collect_others(&line, &steps);
    take_steps(&line, &steps);
    if (!make_scale(&line, false))
        return;
    line.chart->description = describe_rows(
        &line, locale_say_two(c->arena, c->words.locale, WORD_CAREER_FROM,
                              time_words(&line, line.chart->first),
                              time_words(&line, line.chart->last - 1)));
    add_chart(c, parent, line.chart);
}

/* ---- credentials --------------------------------------------------------- */

static bool
is_over(const struct certification *held)
{
    return held->status.value == CERTIFICATION_EXPIRED ||
           held->status.value == CERTIFICATION_INACTIVE ||
           held->status.value == CERTIFICATION_RETIRED;
}

/* "expires Jun 2027", "since Jul 2001" */
static struct str
validity_words(const struct timeline *line, const struct certification *held)
{
    struct arena *arena = line->c->arena;
    struct str expires = words_date(&line->c->words, &held->expires);
    if (held->status.value == CERTIFICATION_IN_PROGRESS)
        return said(line->c, WORD_EXPECTED,
                    words_date(&line->c->words, &held->expected));
    if (held->expires.year)
        return said(line->c,
                    end_time(line, &held->expires) <= line->chart->today
                        ? WORD_EXPIRED_ON
                        : WORD_EXPIRES_ON,
                    expires);
    if (is_over(held))
        return words_capitalized(
            arena,
            words_choice(&line->c->words, &held->status, WORD_IN_PROGRESS, 4));
    return said(line->c, WORD_SINCE,
                words_date(&line->c->words, &held->issued));
}

/* What is over is dashed, what is still to come an outline. */
static void
add_validity(const struct timeline *line, struct chart_row *row,
             const struct certification *held)
{
    const struct date *start =
        held->issued.year ? &held->issued : &held->renewed;
    int64_t today = line->chart->today;
    int64_t from = start->year ? time_of(start) : today;
    int64_t to = held->expires.year ? end_time(line, &held->expires) : today;
    if (held->status.value == CERTIFICATION_IN_PROGRESS) {
        add_span(line, row, today, end_time(line, &held->expected),
                 SPAN_DASHED);
        return;
    }
    if (is_over(held) || to <= today) {
        add_span(line, row, from, to, SPAN_DASHED);
        return;
    }
    add_span(line, row, from, today, SPAN_SOLID);
    add_span(line, row, from > today ? from : today, to, SPAN_OUTLINE);
}

static void
add_credential(const struct timeline *line, const struct certification *held)
{
    struct chart_row row = {
        .label = str_is_empty(held->abbr.s) ? held->name.s : held->abbr.s,
        .text = validity_words(line, held),
    };
    if (held->expires.year && held->issued.year)
        row.time_text = said(line->c, WORD_SINCE,
                             words_date(&line->c->words, &held->issued));
    add_validity(line, &row, held);
    if (!row.spans.count)
        return;
    int64_t renewed = time_of(&held->renewed);
    if (held->issued.year && held->renewed.year &&
        renewed > row.spans.at[0].from)
        *list_add(line->c->arena, &row.notches) = renewed;
    *list_add(line->c->arena, &line->chart->rows) = row;
}

/* Two of them with a beginning and an end make a picture. */
static bool
credentials_help(const struct composer *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->shown->certifications.count; i++) {
        const struct certification *held = &c->shown->certifications.at[i];
        count += held->issued.year && held->expires.year;
    }
    return count >= 2;
}

void
add_credential_chart(const struct composer *c, struct block *parent)
{
    struct timeline line = timeline_new(c);
    struct chart *chart = line.chart;
    if (!is_wanted(c, c->figures.credentials, credentials_help(c)))
        return;
    for (size_t i = 0;
         i < c->shown->certifications.count && chart->rows.count < MOST_ROWS;
         i++)
        add_credential(&line, &c->shown->certifications.at[i]);
    if (!chart->rows.count || !make_scale(&line, true))
        return;
    chart->title = word_of(c, WORD_VALIDITY);
    chart->has_today = true;
    chart->today_text = word_of(c, WORD_TODAY);
    chart->description = describe_rows(
        &line, said(c, WORD_VALIDITY_ON, words_month(&c->words, &c->today)));
    add_chart(c, parent, chart);
}
