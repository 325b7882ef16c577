#include "shrink.h"

#include "base/bug.h"

/* ---- light --------------------------------------------------------------- */

/* Of a sample, 65535 at most. */
static const uint16_t light[256] = {
    0,     20,    40,    60,    80,    99,    119,   139,   159,   179,   199,
    219,   241,   264,   288,   313,   340,   367,   396,   427,   458,   491,
    526,   562,   599,   637,   677,   718,   761,   805,   851,   898,   947,
    997,   1048,  1101,  1156,  1212,  1270,  1330,  1391,  1453,  1517,  1583,
    1651,  1720,  1790,  1863,  1937,  2013,  2090,  2170,  2250,  2333,  2418,
    2504,  2592,  2681,  2773,  2866,  2961,  3058,  3157,  3258,  3360,  3464,
    3570,  3678,  3788,  3900,  4014,  4129,  4247,  4366,  4488,  4611,  4736,
    4864,  4993,  5124,  5257,  5392,  5530,  5669,  5810,  5953,  6099,  6246,
    6395,  6547,  6700,  6856,  7014,  7174,  7335,  7500,  7666,  7834,  8004,
    8177,  8352,  8528,  8708,  8889,  9072,  9258,  9445,  9635,  9828,  10022,
    10219, 10417, 10619, 10822, 11028, 11235, 11446, 11658, 11873, 12090, 12309,
    12530, 12754, 12980, 13209, 13440, 13673, 13909, 14146, 14387, 14629, 14874,
    15122, 15371, 15623, 15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727,
    18001, 18277, 18556, 18837, 19121, 19407, 19696, 19987, 20281, 20577, 20876,
    21177, 21481, 21787, 22096, 22407, 22721, 23038, 23357, 23678, 24002, 24329,
    24658, 24990, 25325, 25662, 26001, 26344, 26688, 27036, 27386, 27739, 28094,
    28452, 28813, 29176, 29542, 29911, 30282, 30656, 31033, 31412, 31794, 32179,
    32567, 32957, 33350, 33745, 34143, 34544, 34948, 35355, 35764, 36176, 36591,
    37008, 37429, 37852, 38278, 38706, 39138, 39572, 40009, 40449, 40891, 41337,
    41785, 42236, 42690, 43147, 43606, 44069, 44534, 45002, 45473, 45947, 46423,
    46903, 47385, 47871, 48359, 48850, 49344, 49841, 50341, 50844, 51349, 51858,
    52369, 52884, 53401, 53921, 54445, 54971, 55500, 56032, 56567, 57105, 57646,
    58190, 58737, 59287, 59840, 60396, 60955, 61517, 62082, 62650, 63221, 63795,
    64372, 64952, 65535,
};

/* For light in steps of 16, the lowest sample that may be the nearest. */
#define STEP_BITS 4
#define STEPS (65536 >> STEP_BITS)

static void
fill_lowest(uint8_t *lowest)
{
    unsigned sample = 0;
    for (unsigned i = 0; i < STEPS; i++) {
        while (sample < 255 && light[sample + 1] <= i << STEP_BITS)
            sample++;
        lowest[i] = (uint8_t)sample;
    }
}

/* The sample that is nearest to this light. */
static uint8_t
sample_of(const uint8_t *lowest, uint32_t amount)
{
    unsigned sample = lowest[amount >> STEP_BITS];
    while (sample < 255 &&
           amount * 2 > (uint32_t)light[sample] + light[sample + 1])
        sample++;
    return (uint8_t)sample;
}

/* ---- rows ---------------------------------------------------------------- */

/*
 * Lengths are counted in parts of which an old pixel has `to_width` and a new
 * one `width`, so that every overlap is a whole number. The sums of a new row:
 * 16 bits of light, 17 of each length and 8 of opacity stay below 64.
 */
struct shrinker {
    struct shrink_plan plan;
    unsigned colors; /* without alpha */
    bool has_alpha;
    uint32_t row;     /* of the picture, that comes next */
    uint32_t to_row;  /* that is being summed */
    uint64_t filled;  /* of its height */
    uint64_t *sums;   /* colours and alpha of each new pixel */
    uint64_t *across; /* the same of one old row */
    uint8_t *samples, *alpha;
    uint8_t lowest[STEPS];
};

struct shrinker *
shrinker_new(struct arena *arena, const struct shrink_plan *plan,
             unsigned channels, bool has_alpha)
{
    struct shrinker *shrinker = ARENA_NEW(arena, struct shrinker);
    size_t pixels = (size_t)plan->to_width * plan->to_height;
    ENSURE(plan->to_width > 0 && plan->to_width <= plan->width);
    ENSURE(plan->to_height > 0 && plan->to_height <= plan->height);
    fill_lowest(shrinker->lowest);
    shrinker->plan = *plan;
    shrinker->colors = channels;
    shrinker->has_alpha = has_alpha;
    shrinker->sums =
        ARENA_ARRAY(arena, (size_t)plan->to_width * (channels + 1), uint64_t);
    shrinker->across =
        ARENA_ARRAY(arena, (size_t)plan->to_width * (channels + 1), uint64_t);
    shrinker->samples = ARENA_ARRAY(arena, pixels * channels, uint8_t);
    if (has_alpha)
        shrinker->alpha = ARENA_ARRAY(arena, pixels, uint8_t);
    return shrinker;
}

/* Adds one old pixel, as wide as `weight`, to a new one: what shines through
   counts less. */
static void
add_pixel(const struct shrinker *shrinker, uint64_t *sum, const uint8_t *pixel,
          uint64_t weight)
{
    unsigned colors = shrinker->colors;
    if (shrinker->has_alpha)
        weight *= pixel[colors];
    for (unsigned i = 0; i < colors; i++)
        sum[i] += weight * light[pixel[i]];
    sum[colors] += weight;
}

static void
sum_across(struct shrinker *shrinker, const uint8_t *row)
{
    const struct shrink_plan *plan = &shrinker->plan;
    unsigned step = shrinker->colors + (shrinker->has_alpha ? 1 : 0);
    size_t cells = (size_t)plan->to_width * (shrinker->colors + 1);
    uint64_t *sum = shrinker->across;
    uint64_t room = plan->width; /* left of the new pixel */
    for (size_t i = 0; i < cells; i++)
        sum[i] = 0;
    row += (size_t)plan->x * step;
    for (uint32_t x = 0; x < plan->width; x++, row += step) {
        uint64_t part = plan->to_width;
        if (part > room) {
            add_pixel(shrinker, sum, row, room);
            sum += shrinker->colors + 1;
            part -= room;
            room = plan->width;
        }
        add_pixel(shrinker, sum, row, part);
        room -= part;
        if (room == 0 && x + 1 < plan->width) {
            sum += shrinker->colors + 1;
            room = plan->width;
        }
    }
}

static void
add_down(struct shrinker *shrinker, uint64_t weight)
{
    size_t cells = (size_t)shrinker->plan.to_width * (shrinker->colors + 1);
    for (size_t i = 0; i < cells; i++)
        shrinker->sums[i] += shrinker->across[i] * weight;
    shrinker->filled += weight;
}

static void
finish_row(struct shrinker *shrinker)
{
    const struct shrink_plan *plan = &shrinker->plan;
    unsigned colors = shrinker->colors;
    uint64_t area = (uint64_t)plan->width * plan->height;
    ENSURE(area > 0);
    size_t first = (size_t)shrinker->to_row * plan->to_width;
    for (size_t x = 0; x < plan->to_width; x++) {
        uint64_t *sum = shrinker->sums + x * (colors + 1);
        uint64_t weight = sum[colors];
        for (unsigned i = 0; i < colors; i++) {
            uint64_t mean = weight ? (sum[i] + weight / 2) / weight : 0;
            shrinker->samples[(first + x) * colors + i] =
                sample_of(shrinker->lowest, (uint32_t)mean);
            sum[i] = 0;
        }
        if (shrinker->has_alpha)
            shrinker->alpha[first + x] = (uint8_t)((weight + area / 2) / area);
        sum[colors] = 0;
    }
    shrinker->to_row++;
    shrinker->filled = 0;
}

void
shrinker_add_row(struct shrinker *shrinker, const uint8_t *row)
{
    const struct shrink_plan *plan = &shrinker->plan;
    uint32_t y = shrinker->row++;
    uint64_t part = plan->to_height, room = plan->height - shrinker->filled;
    if (y < plan->y || y - plan->y >= plan->height)
        return;
    sum_across(shrinker, row);
    if (part > room) {
        add_down(shrinker, room);
        finish_row(shrinker);
        part -= room;
    }
    add_down(shrinker, part);
    if (shrinker->filled == plan->height)
        finish_row(shrinker);
}

uint8_t *
shrinker_samples(const struct shrinker *shrinker)
{
    ENSURE(shrinker->to_row == shrinker->plan.to_height);
    return shrinker->samples;
}

uint8_t *
shrinker_alpha(const struct shrinker *shrinker)
{
    return shrinker->alpha;
}
