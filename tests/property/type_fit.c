/*
 * Total fit against brute force: for short paragraphs of random words every
 * way to break them is tried, and none may be better than what the search
 * found. The generator is seeded, a failure names its round.
 */
#include "unit/unit.h"

#include "type/fit.h"

#define ROUNDS 3000
#define MOST_BREAKS 11

struct generator {
    uint64_t state;
};

/* Marsaglia's xorshift. */
static uint32_t
draw(struct generator *g, uint32_t below)
{
    g->state ^= g->state << 13;
    g->state ^= g->state >> 7;
    g->state ^= g->state << 17;
    return (uint32_t)(g->state >> 20) % below;
}

/* Words, blanks, now and then a hyphenated word. */
static size_t
draw_breaks(struct generator *g, struct fit_break *breaks)
{
    size_t count = 1 + draw(g, MOST_BREAKS);
    upt x = 0, blanks = 0;
    for (size_t i = 0; i < count; i++) {
        struct fit_break *b = &breaks[i];
        *b = (struct fit_break){0};
        x += PT(4) + PT(1) * draw(g, 40);
        b->end = b->start = x;
        b->blanks_end = b->blanks_start = blanks;
        if (draw(g, 4) == 0) {
            b->hyphen = true;
            b->end_extra = PT(3);
            b->penalty = 60;
            if (draw(g, 3) == 0)
                b->start_extra = -PT(1);
        } else {
            x += PT(3);
            blanks += PT(3);
            b->start = x;
            b->blanks_start = blanks;
            b->penalty = draw(g, 5) == 0 ? 60 : 0;
        }
        b->forced = i + 1 == count || draw(g, 12) == 0;
        if (b->forced) {
            b->hyphen = false;
            b->end_extra = 0;
        }
    }
    return count;
}

/* The smallest cost of all ways; each bit of `ways` takes a break. */
static int64_t
brute_force(const struct fit_break *breaks, size_t count,
            const struct fit_options *options)
{
    int64_t best = INT64_MAX;
    for (uint32_t ways = 0; ways < 1u << count; ways++) {
        size_t ends[MOST_BREAKS], lines = 0;
        bool lawful = true;
        for (size_t i = 0; i < count; i++) {
            bool taken = ways >> i & 1;
            if (breaks[i].forced && !taken)
                lawful = false;
            if (taken)
                ends[lines++] = i;
        }
        if (!lawful)
            continue;
        int64_t cost = fit_cost(breaks, ends, lines, options);
        best = cost < best ? cost : best;
    }
    return best;
}

static int64_t
cost_of(const struct fit_break *breaks, const struct fit_line *lines,
        size_t count, const struct fit_options *options)
{
    size_t ends[MOST_BREAKS];
    for (size_t i = 0; i < count; i++) {
        assert_in_range(i, 0, MOST_BREAKS - 1);
        ends[i] = lines[i].at;
    }
    return fit_cost(breaks, ends, count, options);
}

static void
best_of_all_ways(void **state)
{
    struct generator g = {UINT64_C(88172645463325252)};
    size_t feasible = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct fit_break breaks[MOST_BREAKS];
        size_t count = draw_breaks(&g, breaks);
        upt measure = PT(40) + PT(1) * draw(&g, 120);
        struct fit_options options = {
            measure, measure - PT(1) * draw(&g, 20), draw(&g, 2) == 0,
            PT(1) + PT(1) * draw(&g, 40), (int)draw(&g, 333)};
        int64_t best = brute_force(breaks, count, &options);
        struct fit_line *lines;
        size_t line_count = fit_lines(*state, breaks, count, &options, &lines);
        assert_true(line_count > 0);
        assert_int_equal(lines[line_count - 1].at, count - 1);
        if (best == INT64_MAX)
            continue;
        feasible++;
        int64_t found = cost_of(breaks, lines, line_count, &options);
        if (found != best)
            print_error("round %zu: %lld, but %lld is possible\n", round,
                        (long long)found, (long long)best);
        assert_true(found == best);
    }
    assert_true(feasible > ROUNDS / 2);
}

/* Nothing fits: a line for each break, said to be overfull. */
static void
too_narrow(void **state)
{
    struct fit_break breaks[3];
    for (size_t i = 0; i < 3; i++)
        breaks[i] = (struct fit_break){.end = PT(50) * (upt)(i + 1),
                                       .start = PT(50) * (upt)(i + 1),
                                       .forced = i == 2};
    struct fit_options options = {PT(20), PT(20), false, PT(5), 0};
    struct fit_line *lines;
    assert_int_equal(fit_lines(*state, breaks, 3, &options, &lines), 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(lines[i].overfull);
}

/* Empty breaks must not make the search quadratic: with 20,000 of them the
   memory handed out stays in proportion. */
static void
many_empty_breaks(void **state)
{
    size_t count = 20000;
    struct fit_break *breaks = ARENA_ARRAY(*state, count, struct fit_break);
    breaks[count - 1].forced = true;
    struct fit_options options = {PT(20), PT(20), true, PT(5), 250};
    struct fit_line *lines;
    size_t used = arena_used(*state);
    assert_true(fit_lines(*state, breaks, count, &options, &lines) > 0);
    assert_true(arena_used(*state) - used < count * 1000);
}

static void
greedy_counts(void **state)
{
    (void)state;
    struct fit_break breaks[6];
    for (size_t i = 0; i < 6; i++)
        breaks[i] = (struct fit_break){.end = PT(10) * (upt)(i + 1),
                                       .start = PT(10) * (upt)(i + 1),
                                       .forced = i == 5};
    assert_int_equal(fit_greedy_count(breaks, 6, PT(60)), 1);
    assert_int_equal(fit_greedy_count(breaks, 6, PT(59)), 2);
    assert_int_equal(fit_greedy_count(breaks, 6, PT(20)), 3);
    assert_int_equal(fit_greedy_count(breaks, 6, PT(19)), 6);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(best_of_all_ways),
        UNIT_TEST(too_narrow),
        UNIT_TEST(many_empty_breaks),
        UNIT_TEST(greedy_counts),
    };
    return cmocka_run_group_tests_name("type_fit", tests, NULL, NULL);
}
