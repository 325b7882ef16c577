#include "years.h"

#include <stdlib.h>

/* ---- stretches of months ------------------------------------------------- */

static int
month_of(const struct date *date, int standard)
{
    return date->year * 12 + (date->month ? date->month : standard) - 1;
}

struct stretch
stretch_between(const struct check *check, const struct date *start,
                const struct date *end, enum stretch_width width)
{
    struct stretch stretch = {0, 0};
    bool wide = width == STRETCH_WIDE;
    int now = check->today.year ? date_months(&check->today, false) : 0;
    bool is_unread = end->typed.s.len && !date_is_given(end);
    if (!start->year || (is_unread && !wide))
        return stretch;
    stretch.from = month_of(start, wide ? 1 : 7);
    stretch.to = (end->year ? month_of(end, wide ? 12 : 6) : now) + 1;
    if (now && stretch.to > now + 1)
        stretch.to = now + 1;
    return stretch;
}

void
stretches_add(struct arena *arena, stretch_list *list, struct stretch stretch)
{
    if (stretch.to > stretch.from)
        *list_add(arena, list) = stretch;
}

static int
compare_stretches(const void *a, const void *b)
{
    const struct stretch *first = a, *second = b;
    if (first->from != second->from)
        return first->from < second->from ? -1 : 1;
    return (first->to > second->to) - (first->to < second->to);
}

void
stretches_join(stretch_list *list)
{
    size_t kept = 0;
    if (list->count)
        qsort(list->at, list->count, sizeof *list->at, compare_stretches);
    for (size_t i = 0; i < list->count; i++) {
        struct stretch stretch = list->at[i];
        struct stretch *last = kept ? &list->at[kept - 1] : NULL;
        if (stretch.to <= stretch.from)
            continue;
        if (!last || stretch.from > last->to)
            list->at[kept++] = stretch;
        else if (stretch.to > last->to)
            last->to = stretch.to;
    }
    list->count = kept;
}

int
stretches_months(const stretch_list *list)
{
    int months = 0;
    for (size_t i = 0; i < list->count; i++)
        months += list->at[i].to - list->at[i].from;
    return months;
}

stretch_list
stretches_gaps(struct arena *arena, const stretch_list *joined,
               struct stretch within)
{
    stretch_list gaps = {0};
    int covered_to = within.from;
    for (size_t i = 0; i < joined->count; i++) {
        struct stretch next = joined->at[i];
        int to = next.from < within.to ? next.from : within.to;
        stretches_add(arena, &gaps, (struct stretch){covered_to, to});
        if (next.to > covered_to)
            covered_to = next.to;
    }
    stretches_add(arena, &gaps, (struct stretch){covered_to, within.to});
    return gaps;
}

/* ---- who manages --------------------------------------------------------- */

/* "Account Executive" and "System Administrator" are passed over, so that the
   word in them is not taken for the title. */
static bool
title_manages(const struct tokens *tokens)
{
    size_t term;
    for (size_t i = 0; i < tokens->count;) {
        size_t other = lexicon_match(tokens, i, LEXICON_NOT_MANAGING, &term);
        if (!other && lexicon_match(tokens, i, LEXICON_MANAGING, &term))
            return true;
        i += other ? other : 1;
    }
    return false;
}

/* All positions one behind the other. */
static size_t
count_positions(const struct candidate *candidate)
{
    size_t count = 0;
    for (size_t i = 0; i < candidate->experience.count; i++)
        count += candidate->experience.at[i].positions.count;
    return count;
}

struct walk {
    const struct candidate *candidate;
    size_t employer, position, number;
};

static const struct position *
next_position(struct walk *walk)
{
    const struct candidate *candidate = walk->candidate;
    while (walk->employer < candidate->experience.count) {
        const struct experience *employer =
            &candidate->experience.at[walk->employer];
        if (walk->position < employer->positions.count) {
            walk->number++;
            return &employer->positions.at[walk->position++];
        }
        walk->employer++;
        walk->position = 0;
    }
    return NULL;
}

/* Texts stand in the order of the positions they belong to. */
static const bool *
mark_managing(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    bool *managing =
        ARENA_ARRAY(check->arena, count_positions(candidate) + 1, bool);
    struct walk walk = {.candidate = candidate};
    const struct position *position = next_position(&walk);
    for (size_t i = 0; position && check->english && i < check->texts.count;
         i++) {
        const struct check_text *text = &check->texts.at[i];
        if (!str_starts(text->in.item->path, STR("experience")) ||
            !text->in.text)
            continue;
        while (position && !position->position.s.len)
            position = next_position(&walk);
        if (!position || text->in.text != &position->position)
            continue;
        managing[walk.number - 1] = title_manages(check_tokens(check, text));
        position = next_position(&walk);
    }
    return managing;
}

/* ---- years --------------------------------------------------------------- */

static void
add_position(struct check *check, struct check_years *years,
             const struct experience *employer, const struct position *position,
             bool manages)
{
    struct stretch least = stretch_between(check, &position->start_date,
                                           &position->end_date, STRETCH_NARROW);
    struct stretch most = stretch_between(check, &position->start_date,
                                          &position->end_date, STRETCH_WIDE);
    struct arena *arena = check->arena;
    stretches_add(arena, &years->work_most, most);
    if (manages)
        stretches_add(arena, &years->managing_most, most);
    if (employer->kind.value == EXPERIENCE_INTERNSHIP)
        return;
    stretches_add(arena, &years->work_least, least);
    if (manages)
        stretches_add(arena, &years->managing_least, least);
}

static int
join(stretch_list *list)
{
    stretches_join(list);
    return stretches_months(list);
}

const struct check_years *
check_years(struct check *check)
{
    if (check->years)
        return check->years;
    struct check_years *years = ARENA_NEW(check->arena, struct check_years);
    const struct candidate *candidate = check->candidate;
    years->managing = mark_managing(check);
    size_t number = 0;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *employer = &candidate->experience.at[i];
        for (size_t j = 0; j < employer->positions.count; j++)
            add_position(check, years, employer, &employer->positions.at[j],
                         years->managing[number++]);
    }
    years->work_least_months = join(&years->work_least);
    years->work_most_months = join(&years->work_most);
    years->managing_least_months = join(&years->managing_least);
    years->managing_most_months = join(&years->managing_most);
    check->years = years;
    return years;
}

bool
check_is_managing(struct check *check, const struct position *position)
{
    struct walk walk = {.candidate = check->candidate};
    const struct position *other;
    while ((other = next_position(&walk)))
        if (other == position)
            return check_years(check)->managing[walk.number - 1];
    return false;
}
