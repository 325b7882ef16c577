/*
 * A chapter is set a little tighter or looser than it was designed where that
 * is good for its pages: a page that holds only a few lines is saved, a section
 * ends with its page instead of leaving an entry to the next, a single page
 * that is almost full is spread to its foot. How far spaces and leading may
 * change, the theme says; every step away from the design has a cost, which is
 * weighed against what the breaks cost. All pages of a chapter are set alike,
 * so that no page looks tighter than its neighbour.
 */
#include "fit.h"

#define STEPS 10
/* Of a step, times its square; see breaks.h for the scale. */
#define STEP_COST 10
/* Per mille of a page. */
#define WORTH_SPREADING 800
#define FULL 985

struct attempt {
    struct chapter chapter;
    int64_t last_fill; /* of the last page, per mille */
    int64_t cost;      /* of the breaks and of the distance to the design */
};

static upt
page_room(const struct look *look)
{
    return look->page_height - look->margin_top - look->margin_bottom;
}

static upt
changed(upt length, int64_t per_mille)
{
    return length + length / 1000 * per_mille;
}

upt
band_gap(const struct band *band, const struct chapter *chapter)
{
    return changed(band->gap, chapter->gap_change);
}

upt
band_height(const struct band *band, const struct chapter *chapter)
{
    if (!band->stretches)
        return band->height;
    return changed(band->height, chapter->leading_change);
}

static upt
head_height(const struct flow *flow, const struct band *band, size_t number,
            const struct chapter *chapter)
{
    upt height = 0;
    if (!band->head)
        return 0;
    const struct table_head *head = &flow->heads.at[band->head - 1];
    if (number < head->end)
        return 0;
    for (size_t i = head->first; i < head->end; i++)
        height += band_height(&flow->bands.at[i], chapter);
    return height;
}

static struct break_item *
items_of(const struct flow *flow, const struct chapter *chapter)
{
    struct break_item *items = ARENA_ARRAY(
        flow->arena, chapter->end - chapter->first, struct break_item);
    for (size_t i = chapter->first; i < chapter->end; i++) {
        const struct band *band = &flow->bands.at[i];
        items[i - chapter->first] = (struct break_item){
            .gap = band_gap(band, chapter),
            .height = band_height(band, chapter),
            .cost = band->cost,
            .repeat = head_height(flow, band, i, chapter),
        };
    }
    return items;
}

/* `ratio` from -STEPS to STEPS: of what the theme allows. */
static struct attempt
try_ratio(const struct flow *flow, const struct chapter *from, int ratio)
{
    const struct look *look = flow->look;
    struct attempt attempt = {.chapter = *from};
    struct chapter *chapter = &attempt.chapter;
    chapter->gap_change =
        ratio * (ratio < 0 ? look->space.shrink : look->space.stretch) / STEPS;
    chapter->leading_change =
        ratio *
        (ratio < 0 ? look->space.leading_shrink : look->space.leading_stretch) /
        STEPS;
    struct break_item *items = items_of(flow, chapter);
    size_t count = chapter->end - chapter->first;
    upt room = page_room(look);
    size_t *starts;
    chapter->page_count = breaks_find(flow->arena, items, count, room, &starts);
    chapter->starts = starts;
    upt last = breaks_height(items, starts[chapter->page_count - 1], count);
    attempt.last_fill = last / (room / 1000);
    attempt.cost =
        breaks_cost(items, count, room, starts, chapter->page_count) +
        (int64_t)STEP_COST * ratio * ratio;
    return attempt;
}

static void
try_better(const struct flow *flow, int ratio, struct attempt *best)
{
    struct attempt attempt = try_ratio(flow, &best->chapter, ratio);
    if (attempt.cost < best->cost)
        *best = attempt;
}

/* Every second step, then the two beside the best. */
static void
find_best(const struct flow *flow, struct attempt *best)
{
    int center = 0;
    for (int ratio = -STEPS; ratio <= STEPS; ratio += 2) {
        int64_t cost = best->cost;
        if (ratio)
            try_better(flow, ratio, best);
        if (best->cost < cost)
            center = ratio;
    }
    if (center > -STEPS)
        try_better(flow, center - 1, best);
    if (center < STEPS)
        try_better(flow, center + 1, best);
}

/* The loosest setting that keeps the single page. */
static void
spread_page(const struct flow *flow, struct attempt *best)
{
    for (int ratio = 1; ratio <= STEPS; ratio++) {
        struct attempt attempt = try_ratio(flow, &best->chapter, ratio);
        if (attempt.chapter.page_count > 1 || attempt.last_fill > 1000)
            return;
        *best = attempt;
        if (attempt.last_fill >= FULL)
            return;
    }
}

/* Very long documents are set as designed: one page more or less does not
   matter there. */
#define MOST_FITTED_BANDS 1500

static struct chapter
fit_chapter(const struct flow *flow, struct chapter chapter)
{
    struct attempt best = try_ratio(flow, &chapter, 0);
    bool is_short = chapter.end - chapter.first <= MOST_FITTED_BANDS;
    bool is_resume = flow->document->kind == DOCUMENT_RESUME;
    if (!is_short)
        return best.chapter;
    if (best.chapter.page_count > 1)
        find_best(flow, &best);
    else if (is_resume && best.last_fill > WORTH_SPREADING)
        spread_page(flow, &best);
    return best.chapter;
}

/* The white space above the name on the title page gives way to the contents
   below it. */
static void
fit_cover(struct flow *flow, const struct chapter *cover)
{
    struct band *top = &flow->bands.at[cover->first];
    const struct document *document = flow->document;
    if (!document->blocks.count || top->mark_count > 0 ||
        document->blocks.at[0]->kind != BLOCK_COVER)
        return;
    struct break_item *items = items_of(flow, cover);
    upt over = breaks_height(items, 0, cover->end - cover->first) -
               page_room(flow->look);
    if (over > 0)
        top->height = over < top->height ? top->height - over : 0;
}

chapter_list
chapters_fit(struct flow *flow)
{
    chapter_list chapters = {0};
    size_t first = 0;
    for (size_t i = 1; i <= flow->bands.count; i++) {
        if (i < flow->bands.count && !flow->bands.at[i].new_page)
            continue;
        struct chapter chapter = {.first = first, .end = i};
        if (first == 0)
            fit_cover(flow, &chapter);
        *list_add(flow->arena, &chapters) = fit_chapter(flow, chapter);
        first = i;
    }
    return chapters;
}
