/*
 * The problem: choose line ends so that the sum of demerits is smallest. The
 * solution is Knuth and Plass's: go through the breaks in order and keep the
 * active ones, from which a line to here could still fit; for each class of
 * tightness remember the best way to reach a break. A paragraph of n breaks
 * with at most m in a line costs n * m steps.
 *
 * Ragged lines have no stretchable blanks to judge by: their badness grows
 * with the square of the room left, measured against what is tolerable.
 */
#include "type/fit.h"

#include "base/bug.h"
#include "base/list.h"

#define RATIO_ONE 1024
#define BADNESS_MOST 10000
/* Blanks may stretch by half. */
#define STRETCH 2
/* Badness from which on a justified line has holes. */
#define HOLES 1000
/* A ragged line hides that it is short: a word is divided for a quarter of the
   line, not for the blanks between words. The penalty's share there. */
#define RAGGED_HYPHEN 4
#define DEMERITS_LINE 10
#define DEMERITS_CLASSES 10000      /* a tight line beside a loose one */
#define DEMERITS_HYPHENS 100000     /* two hyphens below each other */
#define DEMERITS_LADDER 250000000   /* three of them */
#define DEMERITS_LAST_HYPHEN 200000 /* on the last full line */
/* A short last line; justified, blanks pay for a longer one. */
#define DEMERITS_STRANDED 25000
#define DEMERITS_STRANDED_JUSTIFIED 600000
/* A ragged line costs paper and nothing is won by one more; justified, fewer
   lines would be squeezed lines. */
#define DEMERITS_RAGGED_LINE 50000
#define DEMERITS_OVERFULL INT64_C(1000000000000)
/* Empty breaks could all be active; beyond this the worst are dropped. */
#define MOST_ACTIVE 160

enum { CLASS_TIGHT, CLASS_DECENT, CLASS_LOOSE, CLASS_VERY_LOOSE, CLASSES };

#define START SIZE_MAX

/* How the line before ended, as far as it matters for the next one: its class
   and how many hyphens stand below each other. */
#define HYPHENS 3
struct ending {
    int class;
    int hyphens; /* less than HYPHENS */
};

struct line_fit {
    int64_t badness;
    int class;
    upt width, blanks;
    bool overfull; /* too wide even without its hyphen: for good */
    bool too_wide;
};

static const struct fit_break text_start = {0};

static const struct fit_break *
break_at(const struct fit_break *breaks, size_t at)
{
    return at == START ? &text_start : &breaks[at];
}

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t
cubic_badness(upt slack, upt flexible)
{
    if (slack <= 0)
        return 0;
    if (flexible <= 0 || slack / 8 > flexible)
        return BADNESS_MOST;
    int64_t ratio = slack * RATIO_ONE / flexible;
    int64_t badness =
        100 * ratio * ratio / RATIO_ONE * ratio / (RATIO_ONE * RATIO_ONE);
    return least(badness, BADNESS_MOST);
}

static int64_t
square_badness(upt slack, upt room)
{
    if (room <= 0 || slack / 16 > room)
        return BADNESS_MOST;
    int64_t ratio = slack * RATIO_ONE / room;
    int64_t badness = 100 * ratio * ratio / (RATIO_ONE * RATIO_ONE);
    return least(badness, BADNESS_MOST);
}

static int
loose_class(int64_t badness)
{
    if (badness <= 12)
        return CLASS_DECENT;
    return badness <= 99 ? CLASS_LOOSE : CLASS_VERY_LOOSE;
}

static upt
shrink_of(upt blanks, const struct fit_options *options)
{
    return options->justify ? blanks * options->shrink / 1000 : 0;
}

/* For a line that ends `slack` short of the measure, or is too long by what
   its blanks can give. */
static void
judge(struct line_fit *fit, upt slack, bool forced,
      const struct fit_options *options)
{
    if (slack < 0) {
        fit->badness = cubic_badness(-slack, shrink_of(fit->blanks, options));
        fit->class = fit->badness > 12 ? CLASS_TIGHT : CLASS_DECENT;
    } else if (forced) {
        fit->badness = 0;
    } else if (options->justify) {
        fit->badness = cubic_badness(slack, fit->blanks / STRETCH);
        fit->class = loose_class(fit->badness);
    } else {
        fit->badness = square_badness(slack, options->ragged_room);
    }
    /* Among hopeless lines the emptier is the worse. */
    if (fit->badness == BADNESS_MOST && slack > 0)
        fit->badness += slack / (options->measure / BADNESS_MOST + 1);
}

static struct line_fit
fit_one(const struct fit_break *breaks, size_t from, size_t to,
        const struct fit_options *options)
{
    const struct fit_break *a = break_at(breaks, from), *b = &breaks[to];
    upt measure = from == START ? options->first_measure : options->measure;
    struct line_fit fit = {.class = CLASS_DECENT};
    upt plain = b->end - a->start + a->start_extra;
    fit.width = plain + b->end_extra;
    fit.blanks = b->blanks_end - a->blanks_start;
    upt shrink = shrink_of(fit.blanks, options);
    upt slack = measure - fit.width;
    fit.overfull = plain - shrink > measure;
    fit.too_wide = slack < -shrink;
    if (fit.too_wide)
        fit.badness = BADNESS_MOST;
    else
        judge(&fit, slack, b->forced, options);
    return fit;
}

/* A last line of one word, or of next to nothing, looks lost. */
static bool
is_stranded(const struct line_fit *fit, upt measure)
{
    return fit->width < (fit->blanks > 0 ? measure / 10 : measure / 5);
}

/* A line whose blanks have doubled has holes; how large they are matters less
   than that there are any: no second hyphen for a somewhat smaller one. */
static int64_t
felt(int64_t badness)
{
    return badness <= HOLES ? badness : HOLES + (badness - HOLES) / 8;
}

static int64_t
line_demerits(const struct fit_break *breaks, size_t from, size_t to,
              struct ending before, const struct line_fit *fit,
              const struct fit_options *options)
{
    const struct fit_break *a = break_at(breaks, from), *b = &breaks[to];
    int64_t base = DEMERITS_LINE + felt(fit->badness);
    int64_t demerits = 0;
    if (b->hyphen)
        base += options->justify ? b->penalty : b->penalty / RAGGED_HYPHEN;
    else
        demerits = (int64_t)b->penalty * b->penalty;
    demerits += base * base;
    if (!options->justify)
        demerits += DEMERITS_RAGGED_LINE;
    if (b->hyphen && before.hyphens > 0)
        demerits += before.hyphens > 1 ? DEMERITS_LADDER : DEMERITS_HYPHENS;
    if (a->hyphen && b->forced)
        demerits += DEMERITS_LAST_HYPHEN;
    int step = fit->class - before.class;
    if (step > 1 || step < -1)
        demerits += DEMERITS_CLASSES;
    if (b->forced && from != START && !a->forced &&
        is_stranded(fit, options->measure))
        demerits +=
            options->justify ? DEMERITS_STRANDED_JUSTIFIED : DEMERITS_STRANDED;
    return demerits;
}

static struct ending
ending_after(struct ending before, const struct fit_break *b,
             const struct line_fit *fit)
{
    int hyphens = b->hyphen ? before.hyphens + 1 : 0;
    return (struct ending){fit->class,
                           hyphens < HYPHENS ? hyphens : HYPHENS - 1};
}

/* ---- the search --------------------------------------------------------- */

/* A break that can be reached, and the best way to it with one ending. */
struct node {
    size_t at;     /* break, or START */
    size_t before; /* node */
    int64_t demerits, badness;
    struct ending ending;
    bool overfull;
};

struct search {
    struct arena *arena;
    const struct fit_break *breaks;
    const struct fit_options *options;
    LIST(struct node) nodes;
    size_t active[MOST_ACTIVE + CLASSES * HYPHENS];
    size_t active_count;
};

struct candidate {
    size_t before;
    int64_t demerits, badness;
    bool overfull, found;
};

static void
search_add(struct search *search, size_t at, struct ending ending,
           const struct candidate *candidate)
{
    struct node *node = list_add(search->arena, &search->nodes);
    *node = (struct node){
        at,     candidate->before,  candidate->demerits, candidate->badness,
        ending, candidate->overfull};
    search->active[search->active_count++] = search->nodes.count - 1;
}

static void
drop_worst(struct search *search)
{
    while (search->active_count > MOST_ACTIVE) {
        size_t worst = 0;
        for (size_t i = 1; i < search->active_count; i++) {
            if (search->nodes.at[search->active[i]].demerits >
                search->nodes.at[search->active[worst]].demerits)
                worst = i;
        }
        for (size_t i = worst + 1; i < search->active_count; i++)
            search->active[i - 1] = search->active[i];
        search->active_count--;
    }
}

static void
consider(struct search *search, size_t index, size_t to,
         const struct line_fit *fit, struct candidate best[CLASSES][HYPHENS])
{
    const struct node *node = &search->nodes.at[index];
    int64_t demerits =
        node->demerits + line_demerits(search->breaks, node->at, to,
                                       node->ending, fit, search->options);
    if (fit->too_wide)
        demerits += DEMERITS_OVERFULL;
    struct ending ending = ending_after(node->ending, &search->breaks[to], fit);
    struct candidate *place = &best[ending.class][ending.hyphens];
    if (!place->found || demerits < place->demerits)
        *place = (struct candidate){index, demerits, fit->badness,
                                    fit->too_wide, true};
}

static void
keep_best(struct search *search, size_t to,
          struct candidate best[CLASSES][HYPHENS])
{
    int hyphens = search->breaks[to].hyphen ? HYPHENS : 1;
    for (int class = 0; class < CLASSES; class ++) {
        for (int h = 0; h < hyphens; h++) {
            if (best[class][h].found)
                search_add(search, to, (struct ending){class, h},
                           &best[class][h]);
        }
    }
}

/* All ways to break `to`; leaves the breaks that can still be used active. */
static void
search_step(struct search *search, size_t to)
{
    struct candidate best[CLASSES][HYPHENS] = {{{0}}};
    size_t kept = 0, nearest = search->active[search->active_count - 1];
    bool found = false, forced = search->breaks[to].forced;
    for (size_t i = 0; i < search->active_count; i++) {
        size_t index = search->active[i];
        struct line_fit fit = fit_one(
            search->breaks, search->nodes.at[index].at, to, search->options);
        if (!fit.too_wide) {
            consider(search, index, to, &fit, best);
            found = true;
        }
        if (!fit.overfull && !forced)
            search->active[kept++] = index;
    }
    search->active_count = kept;
    if (!found && (forced || kept == 0)) {
        struct line_fit fit = fit_one(
            search->breaks, search->nodes.at[nearest].at, to, search->options);
        consider(search, nearest, to, &fit, best);
    }
    keep_best(search, to, best);
    drop_worst(search);
}

static size_t
search_best(const struct search *search)
{
    size_t best = search->active[0];
    for (size_t i = 1; i < search->active_count; i++) {
        if (search->nodes.at[search->active[i]].demerits <
            search->nodes.at[best].demerits)
            best = search->active[i];
    }
    return best;
}

/* One line is better than any two. */
static bool
fits_in_one(const struct fit_break *breaks, size_t count,
            const struct fit_options *options)
{
    struct line_fit fit = fit_one(breaks, START, count - 1, options);
    if (fit.too_wide || fit.badness)
        return false;
    for (size_t i = 0; i + 1 < count; i++) {
        if (breaks[i].forced)
            return false;
    }
    return true;
}

/* Back from the best end to the start. */
static size_t
take_lines(const struct search *search, struct fit_line **lines)
{
    size_t last = search_best(search), count = 0;
    const struct node *nodes = search->nodes.at;
    for (size_t n = last; nodes[n].at != START; n = nodes[n].before)
        count++;
    *lines = ARENA_ARRAY(search->arena, count, struct fit_line);
    size_t line = count;
    for (size_t n = last; line > 0; n = nodes[n].before)
        (*lines)[--line] = (struct fit_line){
            nodes[n].at, least(nodes[n].badness, BADNESS_MOST),
            nodes[n].overfull};
    return count;
}

size_t
fit_lines(struct arena *arena, const struct fit_break *breaks, size_t count,
          const struct fit_options *options, struct fit_line **lines)
{
    *lines = NULL;
    if (count == 0)
        return 0;
    ENSURE(breaks[count - 1].forced);
    if (fits_in_one(breaks, count, options)) {
        *lines = ARENA_NEW(arena, struct fit_line);
        (*lines)->at = count - 1;
        return 1;
    }
    struct search search = {
        .arena = arena, .breaks = breaks, .options = options};
    struct candidate start = {.before = START};
    search_add(&search, START, (struct ending){CLASS_DECENT, 0}, &start);
    for (size_t i = 0; i < count; i++)
        search_step(&search, i);
    return take_lines(&search, lines);
}

/* ---- for tests and for headings ----------------------------------------- */

int64_t
fit_cost(const struct fit_break *breaks, const size_t *ends, size_t line_count,
         const struct fit_options *options)
{
    int64_t cost = 0;
    size_t from = START;
    struct ending ending = {CLASS_DECENT, 0};
    for (size_t i = 0; i < line_count; i++) {
        struct line_fit fit = fit_one(breaks, from, ends[i], options);
        if (fit.too_wide)
            return INT64_MAX;
        cost += line_demerits(breaks, from, ends[i], ending, &fit, options);
        ending = ending_after(ending, &breaks[ends[i]], &fit);
        from = ends[i];
    }
    return cost;
}

size_t
fit_greedy_count(const struct fit_break *breaks, size_t count, upt measure)
{
    const struct fit_options options = {measure, measure, false, measure, 0};
    size_t lines = 0, from = START, last = START;
    for (size_t i = 0; i < count; i++) {
        bool fits = !fit_one(breaks, from, i, &options).too_wide;
        if (!fits && last != from) {
            lines++;
            from = last;
        }
        last = i;
        if (breaks[i].forced) {
            lines++;
            from = i;
        }
    }
    return lines;
}
