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

#include "grid.h"

#define STEPS 10
/* Of a step, times its square; see breaks.h for the scale. */
#define STEP_COST 10
/* Per mille of a page. */
#define WORTH_SPREADING 800
#define FULL 985

struct attempt {
    struct chapter chapter;
    int64_t cost; /* of the breaks and of the distance to the design */
};

upt
page_room(const struct look *look)
{
    return look->page_height - look->margin_top - look->margin_bottom;
}

static upt
changed(upt length, int64_t per_mille)
{
    return length + length / 1000 * per_mille;
}

static bool
is_gone(const struct band *band, const struct chapter *chapter)
{
    return band->part && chapter->gone && chapter->gone[band->part];
}

upt
band_gap(const struct band *band, const struct chapter *chapter)
{
    if (is_gone(band, chapter))
        return 0;
    return changed(band->gap, chapter->gap_change);
}

upt
band_height(const struct band *band, const struct chapter *chapter)
{
    if (is_gone(band, chapter))
        return 0;
    if (!band->stretches)
        return band->height;
    return changed(band->height, chapter->leading_change);
}

upt
chapter_gap(const struct flow *flow, const struct chapter *chapter,
            size_t number)
{
    if (chapter->gaps)
        return chapter->gaps[number - chapter->first];
    return band_gap(&flow->bands.at[number], chapter);
}

upt
chapter_lead(const struct chapter *chapter, size_t number)
{
    return chapter->leads ? chapter->leads[number - chapter->first] : 0;
}

upt
band_repeat(const struct flow *flow, size_t number,
            const struct chapter *chapter)
{
    const struct band *band = &flow->bands.at[number];
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

static struct break_item
item_of(const struct flow *flow, const struct chapter *chapter, size_t number)
{
    const struct band *band = &flow->bands.at[number];
    bool is_forced = band->new_page && !is_gone(band, chapter);
    return (struct break_item){
        .gap = chapter_gap(flow, chapter, number),
        .height = band_height(band, chapter),
        .cost = (is_forced ? BREAK_FREE : band->cost) + chapter->page_price,
        .repeat =
            band_repeat(flow, number, chapter) + chapter_lead(chapter, number),
        .forced = is_forced,
    };
}

/* A run that begins below something else has an item without height in front:
   it may leave that page alone. */
static size_t
lead_of(const struct run *run)
{
    return run->top > 0;
}

static struct break_item *
items_of(const struct flow *flow, const struct chapter *chapter,
         const struct run *run)
{
    size_t lead = lead_of(run), count = run->end - run->first;
    struct break_item *items =
        arena_bytes(flow->arena, (lead + count) * sizeof *items);
    for (size_t i = 0; i < lead; i++)
        items[i] = (struct break_item){.gap = 0};
    for (size_t i = 0; i < count; i++)
        items[lead + i] = item_of(flow, chapter, run->first + i);
    if (count) {
        items[lead].gap = 0;
        items[lead].cost = BREAK_FREE;
    }
    return items;
}

static upt
height_on(const struct break_item *items, const struct run *run, size_t page)
{
    size_t from = run->starts[page], count = run->end - run->first;
    size_t to = page + 1 < run->page_count ? run->starts[page + 1] : count;
    return from < to ? breaks_height(items + lead_of(run), from, to) : 0;
}

/* Where the run's pages end; gives what that costs. */
static int64_t
fit_run(const struct flow *flow, const struct chapter *chapter, struct run *run)
{
    struct break_item *items = items_of(flow, chapter, run);
    size_t lead = lead_of(run), count = lead + run->end - run->first;
    upt room = page_room(flow->look) - run->spare;
    struct break_room rooms = {run->top < room ? room - run->top : 0, room};
    size_t *starts;
    run->page_count = breaks_find(flow->arena, items, count, rooms, &starts);
    int64_t cost =
        count ? breaks_cost(items, count, rooms, starts, run->page_count) : 0;
    for (size_t p = 1; p < run->page_count; p++)
        starts[p] -= lead;
    run->starts = starts;
    run->height = run->top + (count ? breaks_height(items, 0, count) : 0);
    run->bottom = height_on(items, run, run->page_count - 1) +
                  (run->page_count == 1 ? run->top : 0);
    return cost;
}

/* ---- several runs -------------------------------------------------------- */

/* Spaces in the sidebar may grow when pages are painted. */
static upt
spare_room(const struct flow *flow)
{
    return flow->look->font_size * 3 / 2;
}

static struct run
run_of(const struct flow *flow, const struct chapter *chapter, size_t number)
{
    if (!flow->stream_count)
        return (struct run){.first = chapter->first, .end = chapter->end};
    const struct stream *stream = &flow->streams[number];
    return (struct run){.first = stream->first,
                        .end = stream->end,
                        .spare = stream->is_sidebar ? spare_room(flow) : 0};
}

/* The space between what stands above both columns and the columns: what the
   larger of their first gaps asks for. */
static upt
gap_below_head(const struct flow *flow, const struct chapter *chapter)
{
    upt widest = 0;
    for (size_t i = 0; i < flow->stream_count; i++) {
        const struct stream *stream = &flow->streams[i];
        if (!stream->is_beside || stream->first == stream->end)
            continue;
        upt gap = band_gap(&flow->bands.at[stream->first], chapter);
        if (stream->has_ground)
            gap += (flow->look->sidebar.gap + flow->look->font_size) / 2;
        widest = gap > widest ? gap : widest;
    }
    return widest;
}

/* Where a run begins that stands beside another or below the first. */
static void
begin_beside(const struct flow *flow, const struct chapter *chapter,
             size_t number, struct run *run)
{
    const struct run *head = &chapter->runs[0];
    if (!number || !flow->streams[number].is_beside ||
        head->first == head->end ||
        (flow->streams[number].at_top && head->page_count == 1))
        return;
    run->first_page = head->page_count - 1;
    run->top = head->bottom + gap_below_head(flow, chapter);
}

static upt
on_grid(upt top, upt step)
{
    return step > 0 && top % step ? top + step - top % step : top;
}

static int64_t
fit_runs(const struct flow *flow, struct chapter *chapter)
{
    int64_t cost = 0;
    chapter->gaps = chapter->leads = NULL;
    /* A number of pages that was asked for goes before the grid. */
    if (flow->look->grid && !chapter->is_off_grid &&
        !flow->options->goal.pages.most) {
        size_t count = chapter->end - chapter->first;
        chapter->gaps = ARENA_ARRAY(flow->arena, count, upt);
        chapter->leads = ARENA_ARRAY(flow->arena, count, upt);
    }
    chapter->page_count = 1;
    chapter->run_count = flow->stream_count ? flow->stream_count : 1;
    for (size_t i = 0; i < chapter->run_count; i++) {
        struct run *run = &chapter->runs[i];
        *run = run_of(flow, chapter, i);
        begin_beside(flow, chapter, i, run);
        if (chapter->gaps) {
            run->top = on_grid(run->top, grid_step(flow, chapter));
            grid_fit(flow, chapter, run);
        }
        cost += fit_run(flow, chapter, run);
        size_t pages = run->first_page + run->page_count;
        if (pages > chapter->page_count)
            chapter->page_count = pages;
    }
    return cost;
}

static upt
bottom_of(const struct chapter *chapter)
{
    upt lowest = 0;
    for (size_t i = 0; i < chapter->run_count; i++) {
        const struct run *run = &chapter->runs[i];
        if (run->first_page + run->page_count == chapter->page_count &&
            run->bottom > lowest)
            lowest = run->bottom;
    }
    return lowest;
}

struct page_part
page_part(const struct chapter *chapter, size_t number, size_t page)
{
    const struct run *run = &chapter->runs[number];
    if (page < run->first_page || page >= run->first_page + run->page_count)
        return (struct page_part){0};
    page -= run->first_page;
    return (struct page_part){
        .first = run->first + run->starts[page],
        .end = page + 1 < run->page_count ? run->first + run->starts[page + 1]
                                          : run->end,
        .top = page == 0 ? run->top : 0,
    };
}

/* ---- attempts ------------------------------------------------------------ */

int64_t
chapter_break(const struct flow *flow, struct chapter *chapter)
{
    upt room = page_room(flow->look);
    int64_t cost = fit_runs(flow, chapter);
    chapter->last_fill = bottom_of(chapter) / (room / 1000);
    chapter->height = 0;
    for (size_t i = 0; i < chapter->run_count; i++) {
        const struct run *run = &chapter->runs[i];
        upt height = run->height + (upt)run->first_page * room;
        if (height > chapter->height)
            chapter->height = height;
    }
    return cost;
}

/* `ratio` from -STEPS to STEPS: of what the theme allows. */
static struct chapter
at_ratio(const struct flow *flow, const struct chapter *from, int ratio)
{
    const struct look *look = flow->look;
    struct chapter chapter = *from;
    chapter.gap_change =
        ratio * (ratio < 0 ? look->space.shrink : look->space.stretch) / STEPS;
    chapter.leading_change =
        ratio *
        (ratio < 0 ? look->space.leading_shrink : look->space.leading_stretch) /
        STEPS;
    return chapter;
}

static int64_t
step_cost(int ratio)
{
    return (int64_t)STEP_COST * ratio * ratio;
}

static struct attempt
try_ratio(const struct flow *flow, const struct chapter *from, int ratio)
{
    struct attempt attempt = {.chapter = at_ratio(flow, from, ratio)};
    attempt.cost = chapter_break(flow, &attempt.chapter) + step_cost(ratio);
    return attempt;
}

/* No breaks at that ratio cost less: so many pages its bands fill, even when
   each page drops the largest gap. */
static int64_t
least_cost(const struct flow *flow, const struct chapter *from, int ratio)
{
    const struct chapter chapter = at_ratio(flow, from, ratio);
    int64_t cost = step_cost(ratio);
    for (size_t r = 0; r < from->run_count; r++) {
        const struct run run = run_of(flow, from, r);
        upt height = 0, widest = 0;
        for (size_t i = run.first; i < run.end; i++) {
            const struct band *band = &flow->bands.at[i];
            upt gap = band_gap(band, &chapter);
            height += gap + band_height(band, &chapter);
            widest = gap > widest ? gap : widest;
        }
        upt page = page_room(flow->look) + widest;
        cost += BREAK_PAGE * ((height + page - 1) / page);
    }
    return cost;
}

static void
try_better(const struct flow *flow, int ratio, struct attempt *best)
{
    if (least_cost(flow, &best->chapter, ratio) >= best->cost)
        return;
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
        if (attempt.chapter.page_count > 1 || attempt.chapter.last_fill > 1000)
            return;
        *best = attempt;
        if (attempt.chapter.last_fill >= FULL)
            return;
    }
}

/* Very long documents are set as designed: one page more or less does not
   matter there. */
#define MOST_FITTED_BANDS 1500

static struct chapter
fit_alike(const struct flow *flow, struct chapter chapter)
{
    struct attempt best = try_ratio(flow, &chapter, 0);
    bool is_short = chapter.end - chapter.first <= MOST_FITTED_BANDS;
    bool is_resume = flow->document->kind == DOCUMENT_RESUME;
    if (!is_short)
        return best.chapter;
    if (best.chapter.page_count > 1)
        find_best(flow, &best);
    else if (is_resume && best.chapter.last_fill > WORTH_SPREADING)
        spread_page(flow, &best);
    return best.chapter;
}

/* A page more is too much for the grid. */
static struct chapter
fit_chapter(const struct flow *flow, struct chapter chapter)
{
    struct chapter fitted = fit_alike(flow, chapter);
    if (!flow->look->grid || fitted.page_count == 1)
        return fitted;
    chapter.is_off_grid = true;
    struct chapter off_grid = fit_alike(flow, chapter);
    return off_grid.page_count < fitted.page_count ? off_grid : fitted;
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
    const struct run run = {.first = cover->first, .end = cover->end};
    struct break_item *items = items_of(flow, cover, &run);
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
        /* Columns go on beside each other until the end. */
        if (i < flow->bands.count &&
            (flow->stream_count || !flow->bands.at[i].new_page))
            continue;
        struct chapter chapter = {.first = first, .end = i};
        if (first == 0)
            fit_cover(flow, &chapter);
        *list_add(flow->arena, &chapters) = fit_chapter(flow, chapter);
        first = i;
    }
    chapters_meet(flow, &chapters);
    return chapters;
}
