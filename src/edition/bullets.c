/*
 * A variant's budget of bullets. Ranked by priority, then by their points: how
 * relevant to what is aimed at, how complete the result (the metric detector's
 * score, or that of the records it refers to), how recent; without an aim by
 * completeness and the variant's keywords. The order of the file decides last.
 * The budget cuts from the end of that ranking; what stays is printed in the
 * order of the file.
 */
#include <stdlib.h>

#include "base/index.h"
#include "check/reading.h"
#include "parts.h"

#define USUAL_PRIORITY 3

int
metric_score(const struct metric *metric)
{
    return (metric->after.given ? 30 : 0) + (metric->before.given ? 25 : 0) +
           (metric->period.node ? 15 : 0) + (metric->method.node ? 15 : 0) +
           (metric->source.node ? 10 : 0) +
           (metric->target.given || metric->benchmark.value.given ? 5 : 0);
}

/* ---- what bullets were found to be ----------------------------------------
 */

struct known_bullet {
    const struct pack *pack;
    struct str text;
    int score;
};

struct bullet_memory {
    struct arena *arena;
    struct index index; /* by hash of the text */
    LIST(struct known_bullet) bullets;
};

struct bullet_memory *
bullet_memory_new(struct arena *arena)
{
    struct bullet_memory *memory = ARENA_NEW(arena, struct bullet_memory);
    memory->arena = arena;
    return memory;
}

static int
read_score(struct arena *arena, const struct pack *pack, struct str text)
{
    return reading_of(arena, pack, text)->score;
}

/* Editions come and go, the texts are those of the file. */
static int
known_score(struct arena *arena, struct bullet_memory *memory,
            const struct pack *pack, struct str text)
{
    uint64_t key = str_hash(text) | 1;
    size_t at = index_find(&memory->index, key);
    if (at != SIZE_MAX) {
        const struct known_bullet *known = &memory->bullets.at[at];
        return known->pack == pack && str_equal(known->text, text)
                   ? known->score
                   : read_score(arena, pack, text);
    }
    (void)index_add(memory->arena, &memory->index, key, memory->bullets.count);
    struct known_bullet *known = list_add(memory->arena, &memory->bullets);
    *known = (struct known_bullet){pack, str_copy(memory->arena, text),
                                   read_score(arena, pack, text)};
    return known->score;
}

int
bullet_score(struct arena *arena, const struct edition *edition,
             const struct highlight *highlight)
{
    int best = 0;
    struct str text = highlight->text.plain;
    if (edition->pack && edition->memory)
        best = known_score(arena, edition->memory, edition->pack, text);
    else if (edition->pack)
        best = read_score(arena, edition->pack, text);
    for (size_t i = 0; i < highlight->metrics.count; i++) {
        int score = metric_score(highlight->metrics.at[i]);
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

/* "5th" */
static const char *
ordinal_ending(size_t n)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    return n % 10 < 4 && n % 100 / 10 != 1 ? endings[n % 10] : "th";
}

static const char *
reason_to_cut(struct arena *arena, const char *which, size_t most, size_t rank,
              size_t count)
{
    return str_format(arena, "over max_bullets.%s: %zu; ranked %zu%s of %zu",
                      which, most, rank, ordinal_ending(rank), count)
        .at;
}

static void
keep_best(struct filter *filter, struct position *position, const char *which,
          size_t most, int64_t priority)
{
    struct arena *arena = filter->arena;
    highlight_list *highlights = &position->highlights;
    size_t count = highlights->count;
    highlight_list kept = {0};
    if (count <= most)
        return;
    const struct ranked_bullet *order =
        rank_bullets(arena, filter->edition, highlights, priority,
                     position_recency(filter->edition, position));
    size_t *ranks = ARENA_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        ranks[order[i].index] = i + 1;
    for (size_t i = 0; i < count; i++)
        if (ranks[i] <= most)
            *list_add(arena, &kept) = highlights->at[i];
        else
            filter_note(filter, highlights->at[i].item.path,
                        reason_to_cut(arena, which, most, ranks[i], count));
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
            int64_t priority = item_priority(
                &position->item, item_priority(&job->item, USUAL_PRIORITY));
            if (most->given && most->value >= 0)
                keep_best(filter, position, is_current ? "current" : "previous",
                          (size_t)most->value, priority);
        }
    }
}
