/* Which bands of the column were set from which part of the source. */
#include <stdlib.h>

#include "goal.h"

/* ---- parts in parts ------------------------------------------------------ */

/* A part and the one it lies in. */
struct nested {
    struct span span;
    size_t number;   /* of the part, from 1 */
    size_t earliest; /* of it and of those around it */
    size_t around;   /* index, SIZE_MAX: none */
};

struct nest {
    struct nested *at;
    size_t count;
};

static int
compare_nested(const void *a, const void *b)
{
    const struct nested *x = a, *y = b;
    if (x->span.source != y->span.source)
        return x->span.source < y->span.source ? -1 : 1;
    if (x->span.from != y->span.from)
        return x->span.from < y->span.from ? -1 : 1;
    if (x->span.to != y->span.to)
        return x->span.to > y->span.to ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static struct nest
nest_new(const struct flow *flow)
{
    const struct layout_goal *goal = &flow->options->goal;
    struct nest nest = {
        ARENA_ARRAY(flow->arena, goal->part_count, struct nested), 0};
    for (size_t i = 0; i < goal->part_count; i++)
        if (!span_is_none(goal->parts[i]))
            nest.at[nest.count++] = (struct nested){
                .span = goal->parts[i], .number = i + 1, .earliest = i + 1};
    if (nest.count > 1)
        qsort(nest.at, nest.count, sizeof nest.at[0], compare_nested);
    for (size_t i = 0; i < nest.count; i++) {
        struct nested *part = &nest.at[i];
        part->around = i - 1; /* SIZE_MAX for the first */
        while (part->around != SIZE_MAX &&
               !span_holds(nest.at[part->around].span, part->span))
            part->around = nest.at[part->around].around;
        if (part->around == SIZE_MAX)
            continue;
        size_t earliest = nest.at[part->around].earliest;
        if (earliest < part->earliest)
            part->earliest = earliest;
    }
    return nest;
}

/* The innermost part that holds a place; SIZE_MAX: none does. */
static size_t
nest_find(const struct nest *nest, struct span span)
{
    size_t low = 0, high = nest->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct span *at = &nest->at[middle].span;
        if (at->source < span.source ||
            (at->source == span.source && at->from <= span.from))
            low = middle + 1;
        else
            high = middle;
    }
    size_t part = low - 1; /* SIZE_MAX when none begins before */
    while (part != SIZE_MAX && !span_holds(nest->at[part].span, span))
        part = nest->at[part].around;
    return part;
}

static bool
nest_holds(const struct nest *nest, size_t outer, size_t inner)
{
    while (inner != SIZE_MAX && inner != outer)
        inner = nest->at[inner].around;
    return inner == outer;
}

/* The innermost part that holds all words of a band; SIZE_MAX: none does. */
static size_t
part_of_words(const struct flow *flow, const struct nest *nest,
              const struct band *band)
{
    bool is_first = true;
    size_t part = SIZE_MAX;
    for (size_t i = 0; i < band->mark_count; i++) {
        const struct mark *mark = &flow->marks.at[band->first_mark + i];
        if (mark->kind != MARK_GLYPHS || span_is_none(mark->glyphs.run->span))
            continue;
        struct span span = mark->glyphs.run->span;
        if (is_first)
            part = nest_find(nest, span);
        is_first = false;
        while (part != SIZE_MAX && !span_holds(nest->at[part].span, span))
            part = nest->at[part].around;
    }
    return part;
}

/* A band is of the part that its words were written in, or else of the one
   that the block around it comes from: a chart has words of many places. */
static void
mark_bands(struct flow *flow, const struct nest *nest)
{
    size_t count = flow->bands.count;
    size_t *blocks = ARENA_ARRAY(flow->arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        blocks[i] = SIZE_MAX;
    for (size_t e = flow->extents.count; e-- > 0;) {
        const struct extent *extent = &flow->extents.at[e];
        size_t part = nest_find(nest, extent->span);
        for (size_t i = extent->first; part != SIZE_MAX && i < extent->end; i++)
            blocks[i] = part;
    }
    for (size_t i = 0; i < count; i++) {
        struct band *band = &flow->bands.at[i];
        size_t part = part_of_words(flow, nest, band);
        if (blocks[i] != SIZE_MAX && !nest_holds(nest, blocks[i], part))
            part = blocks[i];
        band->part = part == SIZE_MAX ? 0 : nest->at[part].earliest;
    }
}

/* A title is of no part and kept with what follows. */
static bool
is_title(const struct flow *flow, size_t i)
{
    return !flow->bands.at[i].part && i + 1 < flow->bands.count &&
           flow->bands.at[i + 1].cost >= BREAK_FORBIDDEN;
}

/* It goes with the last part of its section, when all of that may go. */
static void
mark_titles(struct flow *flow)
{
    size_t last = 0; /* of the parts below, from the end upwards */
    bool all_go = true, below_is_title = false;
    for (size_t i = flow->bands.count; i-- > 0;) {
        struct band *band = &flow->bands.at[i];
        if (is_title(flow, i)) {
            band->part = all_go ? last : 0;
            below_is_title = true;
            continue;
        }
        if (below_is_title) {
            last = 0;
            all_go = true;
        }
        below_is_title = false;
        all_go &= band->part > 0;
        last = band->part > last ? band->part : last;
    }
}

/* ---- the whole ----------------------------------------------------------- */

const size_t *
parts_mark(struct flow *flow)
{
    struct nest nest = nest_new(flow);
    size_t *around =
        ARENA_ARRAY(flow->arena, flow->options->goal.part_count + 1, size_t);
    for (size_t i = 0; i < nest.count; i++)
        if (nest.at[i].around != SIZE_MAX)
            around[nest.at[i].number] = nest.at[nest.at[i].around].number;
    mark_bands(flow, &nest);
    mark_titles(flow);
    return around;
}
