/* Page breaks: as good as the best of all ways to cut, and always some. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../src/layout/breaks.h"

static uint64_t seed;

static uint64_t
next_random(uint64_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (seed >> 33) % below;
}

/* The least cost over all subsets of cuts. */
static int64_t
best_by_trying(struct arena *arena, const struct break_item *items,
               size_t count, struct break_room room)
{
    int64_t best = INT64_MAX;
    size_t *starts = ARENA_ARRAY(arena, count, size_t);
    for (unsigned cuts = 0; cuts < 1u << (count - 1); cuts++) {
        size_t pages = 1;
        for (size_t i = 1; i < count; i++)
            if (cuts & 1u << (i - 1))
                starts[pages++] = i;
        int64_t cost = breaks_cost(items, count, room, starts, pages);
        if (cost < best)
            best = cost;
    }
    return best;
}

static void
breaks_are_the_best_there_are(void **state)
{
    (void)state;
    static const int64_t costs[] = {0, 30, 120, BREAK_FORBIDDEN};
    struct arena *arena = arena_new();
    for (uint64_t round = 1; round < 400; round++) {
        seed = round;
        struct break_item items[11] = {{0}};
        size_t count = 1 + next_random(11);
        for (size_t i = 0; i < count; i++) {
            items[i].gap = PT((double)next_random(20));
            items[i].height = PT((double)(5 + next_random(60)));
            items[i].cost = costs[next_random(4)];
            items[i].repeat = next_random(5) ? 0 : PT(8);
            items[i].forced = next_random(9) == 0;
        }
        struct break_room room = {PT((double)next_random(101)), PT(100)};
        size_t *starts;
        size_t pages = breaks_find(arena, items, count, room, &starts);
        int64_t best = best_by_trying(arena, items, count, room);
        int64_t found = breaks_cost(items, count, room, starts, pages);
        /* Where ink leaves a page anyhow, how much does not matter. */
        if (best < INT64_C(1) << 40)
            assert_int_equal(found, best);
        else
            assert_true(found >= best);
    }
    arena_free(arena);
}

static void
what_is_taller_than_a_page_gets_one(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct break_item items[3] = {
        {.height = PT(10)}, {.height = PT(500)}, {.height = PT(10)}};
    const struct break_room room = {PT(100), PT(100)};
    size_t *starts;
    assert_int_equal(breaks_find(arena, items, 3, room, &starts), 3);
    assert_int_equal(breaks_find(arena, items, 0, room, &starts), 1);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_are_the_best_there_are),
        cmocka_unit_test(what_is_taller_than_a_page_gets_one),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
