/*
 * A variant's budget of bullets. Ranked by priority, by how complete the
 * result is (the metric detector's score, or that of the records it refers
 * to), by the variant's keywords in it and by the order of the file; the
 * budget cuts from the end of that ranking. What stays is printed in the order
 * of the file.
 */
#include <stdlib.h>

#include "check/reading.h"
#include "parts.h"

#define USUAL_PRIORITY 3

/* Points as the metric detector gives them, for a record. */
static int
record_score(const struct metric *metric)
{
    return (metric->after.given ? 30 : 0) + (metric->before.given ? 25 : 0) +
           (metric->period.node ? 15 : 0) + (metric->method.node ? 15 : 0) +
           (metric->source.node ? 10 : 0) +
           (metric->target.given || metric->benchmark.value.given ? 5 : 0);
}

int
bullet_score(struct arena *arena, const struct pack *pack,
             const struct highlight *highlight)
{
    int best = 0;
    if (pack)
        best = reading_of(arena, pack, highlight->text.plain)->score;
    for (size_t i = 0; i < highlight->metrics.count; i++) {
        int score = record_score(highlight->metrics.at[i]);
        best = score > best ? score : best;
    }
    return best;
}

static bool
holds_nocase(struct str text, struct str word)
{
    if (str_is_empty(word))
        return false;
    for (size_t at = 0; at + word.len <= text.len; at++)
        if (str_equal_nocase(str_slice(text, at, at + word.len), word))
            return true;
    return false;
}

static size_t
count_keywords(const struct highlight *highlight, const text_list *keywords)
{
    size_t count = 0;
    for (size_t i = 0; i < keywords->count; i++)
        count += holds_nocase(highlight->text.plain, keywords->at[i].s);
    return count;
}

size_t
bullet_keywords(const struct variant *variant,
                const struct highlight *highlight)
{
    if (!variant)
        return 0;
    return count_keywords(highlight, &variant->keywords) +
           count_keywords(highlight, &variant->required_keywords);
}

static struct ranked_bullet
rank(struct filter *filter, const highlight_list *highlights, size_t index)
{
    const struct highlight *highlight = &highlights->at[index];
    const struct integer *priority = &highlight->item.priority;
    return (struct ranked_bullet){
        .index = index,
        .priority = priority->given ? priority->value : USUAL_PRIORITY,
        .score = bullet_score(filter->arena, filter->edition->pack, highlight),
        .keywords = bullet_keywords(filter->variant, highlight),
    };
}

int
bullet_compare(const void *a, const void *b)
{
    const struct ranked_bullet *x = a, *y = b;
    if (x->priority != y->priority)
        return x->priority > y->priority ? -1 : 1;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->keywords != y->keywords)
        return x->keywords > y->keywords ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static void
keep_best(struct filter *filter, highlight_list *highlights, size_t most)
{
    size_t count = highlights->count;
    highlight_list kept = {0};
    if (count <= most)
        return;
    struct ranked_bullet *order =
        ARENA_ARRAY(filter->arena, count, struct ranked_bullet);
    bool *stays = ARENA_ARRAY(filter->arena, count, bool);
    for (size_t i = 0; i < count; i++)
        order[i] = rank(filter, highlights, i);
    qsort(order, count, sizeof order[0], bullet_compare);
    for (size_t i = 0; i < most; i++)
        stays[order[i].index] = true;
    for (size_t i = 0; i < count; i++)
        if (stays[i])
            *list_add(filter->arena, &kept) = highlights->at[i];
        else
            filter_note(filter, highlights->at[i].item.path,
                        "over the budget of bullets");
    *highlights = kept;
}

void
limit_bullets(struct filter *filter, struct candidate *shown)
{
    const struct variant *variant = filter->variant;
    const struct integer *current = &variant->max_bullets.current;
    const struct integer *previous = &variant->max_bullets.previous;
    for (size_t i = 0; i < shown->experience.count; i++) {
        struct experience *job = &shown->experience.at[i];
        for (size_t j = 0; j < job->positions.count; j++) {
            struct position *position = &job->positions.at[j];
            bool is_current = !position->end_date.year;
            const struct integer *most = is_current ? current : previous;
            if (most->given && most->value >= 0)
                keep_best(filter, &position->highlights, (size_t)most->value);
        }
    }
}
