/*
 * A document that must have a certain number of pages. The problem: a run of
 * chapters, each of which can be set tighter or looser within what the theme
 * allows; wanted is the least change that brings their pages to the goal.
 * Spaces give way first, then the leading, a twentieth of the way at a time,
 * in all chapters in which it saves a page. Where even the tightest setting
 * is too long, what stands on the pages is held against the list of what may
 * be left out, so that the caller knows how much of it must go without setting
 * the text again.
 */
#include <stdlib.h>

#include "goal.h"

#define LEVELS 10
#define TIGHTEST (2 * LEVELS)
/* Under a goal a page costs more than any break that is not forbidden. */
#define PAGE_PRICE 100000
/* A page won by loosening holds at least this, per mille. */
#define LEAST_WON 400

/* ---- setting a chapter --------------------------------------------------- */

/* 0 to TIGHTEST: first the spaces, then the leading. */
static struct chapter
tightened(const struct flow *flow, struct chapter chapter, int level)
{
    const struct look *look = flow->look;
    int gaps = level < LEVELS ? level : LEVELS;
    chapter.gap_change = -look->space.shrink * gaps / LEVELS;
    chapter.leading_change =
        -look->space.leading_shrink * (level - gaps) / LEVELS;
    chapter.page_price = PAGE_PRICE;
    chapter.cost = chapter_break(flow, &chapter);
    if (chapter.height <= 0)
        chapter.page_count = 0; /* all of it is gone */
    return chapter;
}

static struct chapter
loosened(const struct flow *flow, struct chapter chapter, int level)
{
    const struct look *look = flow->look;
    chapter.gap_change = look->space.stretch * level / LEVELS;
    chapter.leading_change = look->space.leading_stretch * level / LEVELS;
    (void)chapter_break(flow, &chapter); /* only the pages count */
    return chapter;
}

static size_t
page_sum(const struct chapter *chapters, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += chapters[i].page_count;
    return sum;
}

static struct chapter *
all_tight(const struct flow *flow, const chapter_list *chapters,
          const bool *gone)
{
    struct chapter *tight =
        ARENA_ARRAY(flow->arena, chapters->count, struct chapter);
    for (size_t i = 0; i < chapters->count; i++) {
        struct chapter chapter = chapters->at[i];
        chapter.gone = gone;
        tight[i] = tightened(flow, chapter, TIGHTEST);
    }
    return tight;
}

/* ---- fewer pages --------------------------------------------------------- */

/* A level costs as much as one of the chapter's own fitting; see fit.c. */
#define LEVEL_COST 3

/* From this level on, the setting of as few pages whose breaks are worth the
   tightness: the first one that fits may tear a list to do so. */
static struct chapter
best_from(const struct flow *flow, struct chapter first, int level)
{
    struct chapter best = first;
    int64_t least = first.cost + (int64_t)LEVEL_COST * level * level;
    for (level++; level <= TIGHTEST; level++) {
        struct chapter attempt = tightened(flow, first, level);
        int64_t cost = attempt.cost + (int64_t)LEVEL_COST * level * level;
        if (attempt.page_count != first.page_count || cost >= least)
            continue;
        best = attempt;
        least = cost;
    }
    return best;
}

/* No chapter is set tighter than it must be. `tight` says where it helps. */
static void
tighten_some(const struct flow *flow, chapter_list *chapters,
             const struct chapter *tight, size_t most)
{
    size_t sum = page_sum(chapters->at, chapters->count);
    for (int level = 0; level <= TIGHTEST; level++)
        for (size_t i = 0; i < chapters->count && sum > most; i++) {
            struct chapter *chapter = &chapters->at[i];
            if (tight[i].page_count >= chapter->page_count)
                continue;
            struct chapter attempt = tightened(flow, *chapter, level);
            if (attempt.page_count >= chapter->page_count)
                continue;
            sum -= chapter->page_count - attempt.page_count;
            *chapter = best_from(flow, attempt, level);
        }
}

/* ---- more pages ---------------------------------------------------------- */

static void
loosen_some(const struct flow *flow, chapter_list *chapters,
            const struct page_range *pages)
{
    size_t sum = page_sum(chapters->at, chapters->count);
    for (int level = 1; level <= LEVELS; level++)
        for (size_t i = 0; i < chapters->count && sum < pages->least; i++) {
            struct chapter *chapter = &chapters->at[i];
            struct chapter attempt = loosened(flow, *chapter, level);
            size_t won = attempt.page_count - chapter->page_count;
            if (attempt.page_count <= chapter->page_count ||
                attempt.last_fill < LEAST_WON || sum + won > pages->most)
                continue;
            sum += won;
            *chapter = attempt;
        }
}

/* ---- what a missed goal would take --------------------------------------- */

/* How much more each page of a chapter would have to hold for one page less
   than it has now, `saved` being saved already; 0: it has one page. */
static int64_t
need_of(const struct chapter *chapter, size_t saved, upt room)
{
    upt left = (upt)(chapter->page_count - saved) - 1;
    return left > 0 ? chapter->height / (left * (room / 1000)) + 1 : 0;
}

/* The pages that are too many are saved where that is easiest. */
static void
measure_need(const struct flow *flow, const struct chapter *tight, size_t count,
             size_t too_many)
{
    struct pages_fit *fit = &flow->pages->fit;
    upt room = page_room(flow->look);
    size_t *saved = ARENA_ARRAY(flow->arena, count, size_t);
    for (; too_many > 0; too_many--) {
        size_t best = SIZE_MAX;
        int64_t least = 0;
        for (size_t i = 0; i < count; i++) {
            int64_t need = need_of(&tight[i], saved[i], room);
            if (!need || (best != SIZE_MAX && need >= least))
                continue;
            best = i;
            least = need;
        }
        if (best == SIZE_MAX) {
            fit->need = 0;
            fit->over += (upt)too_many * room;
            return;
        }
        saved[best]++;
        fit->need = least > fit->need ? least : fit->need;
    }
    for (size_t i = 0; i < count; i++) {
        upt over =
            tight[i].height - (upt)(tight[i].page_count - saved[i]) * room;
        fit->over += saved[i] && over > 0 ? over : 0;
    }
}

/* ---- what must be left out ----------------------------------------------- */

static void
measure_parts(struct flow *flow, const struct chapter *tight, size_t count)
{
    upt *heights =
        ARENA_ARRAY(flow->arena, flow->options->goal.part_count + 1, upt);
    for (size_t c = 0; c < count; c++)
        for (size_t i = tight[c].first; i < tight[c].end; i++) {
            const struct band *band = &flow->bands.at[i];
            if (band->part)
                heights[band->part - 1] +=
                    band_gap(band, &tight[c]) + band_height(band, &tight[c]);
        }
    flow->pages->fit.part_heights = heights;
}

/* The first so many parts. */
static bool *
first_parts(const struct flow *flow, size_t count)
{
    size_t total = flow->options->goal.part_count;
    bool *gone = ARENA_ARRAY(flow->arena, total + 2, bool);
    for (size_t i = 1; i <= count && i <= total; i++)
        gone[i] = true;
    return gone;
}

/* The least number of parts without which the pages are few enough. */
static size_t
find_without(const struct flow *flow, const chapter_list *chapters)
{
    const struct layout_goal *goal = &flow->options->goal;
    size_t low = 1, high = goal->cut_count + 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct chapter *tight =
            all_tight(flow, chapters, first_parts(flow, middle));
        if (page_sum(tight, chapters->count) <= goal->pages.most)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* ---- what would be cut for nothing --------------------------------------- */

/* More are not worth the time. */
#define MOST_SPARED 400

static bool
holds_part(const struct flow *flow, const struct chapter *chapter,
           size_t number)
{
    for (size_t i = chapter->first; i < chapter->end; i++)
        if (flow->bands.at[i].part == number)
            return true;
    return false;
}

/* How many pages there are more with the part than without it. */
static size_t
cost_of_part(const struct flow *flow, const chapter_list *chapters, bool *gone,
             size_t number)
{
    size_t with = 0, without = 0;
    for (size_t i = 0; i < chapters->count; i++) {
        struct chapter chapter = chapters->at[i];
        if (!holds_part(flow, &chapter, number))
            continue;
        chapter.gone = gone;
        without += tightened(flow, chapter, TIGHTEST).page_count;
        gone[number] = false;
        with += tightened(flow, chapter, TIGHTEST).page_count;
        gone[number] = true;
    }
    return with > without ? with - without : 0;
}

static bool
lies_in_gone(const size_t *around, const bool *gone, size_t number)
{
    for (number = around[number]; number; number = around[number])
        if (gone[number])
            return true;
    return false;
}

/* In a portfolio a case that goes saves a page, three awards before it did
   not, and of two columns only the longer one counts: what helps nothing
   stays, the most valued first. */
static void
spare_parts(const struct flow *flow, const chapter_list *chapters,
            const size_t *around, bool *gone, size_t count)
{
    bool is_plain =
        flow->document->kind != DOCUMENT_PORTFOLIO && !flow->stream_count;
    if (is_plain || count > MOST_SPARED)
        return;
    for (size_t number = count - 1; number > 0; number--)
        if (!lies_in_gone(around, gone, number) &&
            !cost_of_part(flow, chapters, gone, number))
            gone[number] = false;
}

/* What must go when nothing is set tighter than it is here. */
static void
find_cuts(struct flow *flow, const chapter_list *chapters,
          const struct chapter *tight)
{
    struct pages_fit *fit = &flow->pages->fit;
    const size_t *around = parts_mark(flow);
    measure_parts(flow, tight, chapters->count);
    fit->without = find_without(flow, chapters);
    bool *gone = first_parts(flow, fit->without);
    if (fit->without <= flow->options->goal.cut_count)
        spare_parts(flow, chapters, around, gone, fit->without);
    fit->gone = gone;
}

/* ---- the whole ----------------------------------------------------------- */

static struct chapter *
copy_of(const struct flow *flow, const chapter_list *chapters)
{
    struct chapter *copy =
        ARENA_ARRAY(flow->arena, chapters->count, struct chapter);
    for (size_t i = 0; i < chapters->count; i++)
        copy[i] = chapters->at[i];
    return copy;
}

/* The most that was changed; of several chapters only those count which are
   not as they were without a goal. */
static void
note_changes(struct flow *flow, const chapter_list *chapters,
             const struct chapter *before)
{
    struct pages_fit *fit = &flow->pages->fit;
    for (size_t i = 0; i < chapters->count; i++) {
        const struct chapter *chapter = &chapters->at[i];
        bool is_changed = chapter->gap_change != before[i].gap_change ||
                          chapter->leading_change != before[i].leading_change;
        fit->is_changed |= is_changed;
        if (!is_changed && chapters->count > 1)
            continue;
        if (llabs(chapter->gap_change) > llabs(fit->gap_change))
            fit->gap_change = chapter->gap_change;
        if (llabs(chapter->leading_change) > llabs(fit->leading_change))
            fit->leading_change = chapter->leading_change;
    }
}

static void
miss(struct flow *flow, chapter_list *chapters, const struct chapter *tight)
{
    const struct layout_goal *goal = &flow->options->goal;
    size_t sum = page_sum(tight, chapters->count);
    flow->pages->fit.missed = true;
    measure_need(flow, tight, chapters->count, sum - goal->pages.most);
    if (goal->part_count)
        find_cuts(flow, chapters, tight);
    for (size_t i = 0; i < chapters->count; i++)
        chapters->at[i] = tight[i];
}

/* Looser pages for nothing are no better. */
static void
loosen(const struct flow *flow, chapter_list *chapters,
       const struct chapter *before)
{
    const struct page_range *pages = &flow->options->goal.pages;
    loosen_some(flow, chapters, pages);
    if (page_sum(chapters->at, chapters->count) >= pages->least)
        return;
    for (size_t i = 0; i < chapters->count; i++)
        chapters->at[i] = before[i];
}

void
chapters_meet(struct flow *flow, chapter_list *chapters)
{
    const struct page_range *pages = &flow->options->goal.pages;
    if (!pages->most)
        return;
    const struct chapter *before = copy_of(flow, chapters);
    size_t sum = page_sum(chapters->at, chapters->count);
    flow->pages->fit.designed = sum;
    if (sum > pages->most) {
        const struct chapter *tight = all_tight(flow, chapters, NULL);
        if (page_sum(tight, chapters->count) > pages->most)
            miss(flow, chapters, tight);
        else
            tighten_some(flow, chapters, tight, pages->most);
    } else if (sum < pages->least) {
        loosen(flow, chapters, before);
    }
    note_changes(flow, chapters, before);
}
