/*
 * {years}: whole years of work, overlaps counted once. Internships are left
 * out. A year without month counts from July, or to June, so that 2016-2018
 * is two years and not three.
 */
#include "decoder.h"

#include <stdlib.h>

struct stretch {
    int from, to; /* months since year 0; `to` is the first one outside */
};

static int
first_month(const struct date *date)
{
    return date->year * 12 + (date->month ? date->month : 7) - 1;
}

static int
last_month(const struct date *date)
{
    return date->year * 12 + (date->month ? date->month : 6) - 1;
}

/* `end` may be absent, which means present. `now` 0: today is not known. */
static struct stretch
stretch_of(const struct position *position, int now)
{
    struct stretch stretch = {0, 0};
    const struct date *end = &position->end_date;
    if (!position->start_date.year)
        return stretch;
    stretch.from = first_month(&position->start_date);
    bool is_over = end->year && !end->is_present;
    stretch.to = (is_over ? last_month(end) : now) + 1;
    if (now && stretch.to > now + 1)
        stretch.to = now + 1;
    return stretch;
}

static int
compare_stretches(const void *a, const void *b)
{
    const struct stretch *first = a, *second = b;
    return (first->from > second->from) - (first->from < second->from);
}

int
decoder_years(const struct decoder *decoder)
{
    LIST(struct stretch) stretches = {0};
    const struct candidate *candidate = decoder->candidate;
    int now = decoder->today.year ? date_months(&decoder->today, false) : 0;
    int months = 0, counted_to = 0;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *job = &candidate->experience.at[i];
        if (job->kind.value == EXPERIENCE_INTERNSHIP)
            continue;
        for (size_t j = 0; j < job->positions.count; j++)
            *list_add(decoder->arena, &stretches) =
                stretch_of(&job->positions.at[j], now);
    }
    if (stretches.count)
        qsort(stretches.at, stretches.count, sizeof *stretches.at,
              compare_stretches);
    for (size_t i = 0; i < stretches.count; i++) {
        struct stretch stretch = stretches.at[i];
        if (stretch.from < counted_to)
            stretch.from = counted_to;
        if (stretch.to <= stretch.from)
            continue;
        months += stretch.to - stretch.from;
        counted_to = stretch.to;
    }
    return months / 12;
}
