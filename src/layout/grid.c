/*
 * Lines of body text stand at multiples of half the leading from the top
 * margin, on every page and in both columns. What stands between them (titles,
 * tables, figures) takes whole steps: what lacks to the next one is added to
 * its spaces, to the large ones most, so that a title stays near to the text
 * below it; what is less than half a step too large shrinks instead. With
 * whole lines as steps the same space would be nothing here and a line there.
 */
#include "grid.h"

static upt
line_height(const struct flow *flow, const struct chapter *chapter)
{
    const struct band line = {.height = flow->look->text[STYLE_BODY].leading,
                              .stretches = true};
    return band_height(&line, chapter);
}

/* An odd leading loses one unit here, too little to be seen. */
upt
grid_step(const struct flow *flow, const struct chapter *chapter)
{
    return line_height(flow, chapter) / 2;
}

static bool
is_body_line(const struct band *band, const struct chapter *chapter, upt line)
{
    return band->stretches && band_height(band, chapter) == line;
}

/* How much `total` must grow, or shrink when `spaces` can give it. Items of a
   list stand line below line; paragraphs stay apart where there is room. */
static upt
correction(upt total, upt spaces, upt step, bool is_bare)
{
    upt over = total % step;
    bool can_shrink = over <= step / 2 && (is_bare || over * 4 <= spaces);
    if (!over)
        return 0;
    return can_shrink && over <= spaces ? -over : step - over;
}

/* A large space takes more of it than a small one by the square: titles stay
   as near to their text as they are elsewhere. */
static int64_t
weight_of(upt gap)
{
    int64_t tenths = gap / (UPT_PER_PT / 10);
    return tenths * tenths;
}

static void
distribute(upt *gaps, size_t count, upt lacks)
{
    int64_t weights = 0;
    for (size_t i = 0; i < count; i++)
        weights += weight_of(gaps[i]);
    for (size_t i = 0; i < count && weights > 0; i++) {
        int64_t weight = weight_of(gaps[i]);
        upt share = upt_scale(lacks, weight, weights);
        weights -= weight;
        lacks -= share;
        gaps[i] += share;
    }
    gaps[count - 1] += lacks; /* where there was no space at all */
}

/* On top of a page there is room above the first title: a large part of the
   little space below it is better added there. */
static bool
leads_better(const struct chapter *chapter, size_t first, upt lacks, upt spaces)
{
    return first == chapter->first && lacks > 0 && lacks * 4 > spaces;
}

/* Bands first..last end with the next body line. */
static void
fill_up(struct chapter *chapter, size_t first, size_t last, upt total, upt step)
{
    upt *gaps = chapter->gaps + (first - chapter->first);
    size_t count = last - first + 1;
    upt spaces = 0;
    for (size_t i = 0; i < count; i++)
        spaces += gaps[i];
    upt lacks = correction(total, spaces, step, count == 1);
    if (lacks && !leads_better(chapter, first, lacks, spaces))
        distribute(gaps, count, lacks);
}

/* A page that begins with this band has so much space above it that the next
   body line, `below` further down, is on the grid. */
static upt
lead_above(upt below, upt step)
{
    return below % step ? step - below % step : 0;
}

static void
find_leads(const struct flow *flow, struct chapter *chapter, size_t first,
           size_t last, upt step)
{
    upt below = 0;
    for (size_t i = last; i > first; i--) {
        below += chapter->gaps[i - chapter->first] +
                 band_height(&flow->bands.at[i - 1], chapter);
        upt repeat = band_repeat(flow, i - 1, chapter);
        chapter->leads[i - 1 - chapter->first] =
            lead_above(below + repeat, step);
    }
}

void
grid_fit(const struct flow *flow, struct chapter *chapter,
         const struct run *run)
{
    upt line = line_height(flow, chapter), total = 0;
    upt step = grid_step(flow, chapter);
    size_t first = run->first;
    if (step <= 0)
        return;
    for (size_t i = run->first; i < run->end; i++) {
        const struct band *band = &flow->bands.at[i];
        upt *gap = &chapter->gaps[i - chapter->first];
        *gap = i > run->first ? band_gap(band, chapter) : 0;
        total += *gap;
        if (!is_body_line(band, chapter, line)) {
            total += band_height(band, chapter);
            continue;
        }
        if (i > run->first)
            fill_up(chapter, first, i, total, step);
        find_leads(flow, chapter, first, i, step);
        first = i + 1;
        total = 0;
    }
}
