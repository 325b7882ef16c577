/* Spaces of a sidebar grow where lines of two columns look like a table. */
#include "unit.h"

#include "../../src/layout/sidelong.h"

#define EM PT(10)

/* Blocks of one line each, `step` apart. */
static void
add_lines(struct side_texts *page, size_t column, upt left, upt from, upt step)
{
    for (int i = 0; i < 6; i++) {
        upt base = from + step * i;
        *list_add(page->arena, &page->columns[column]) =
            (struct text_box){.left = left,
                              .right = left + PT(100),
                              .top = base - PT(10),
                              .bottom = base + PT(4),
                              .base = base,
                              .size = EM};
    }
}

static struct side_space
part(struct side_texts *page, upt room)
{
    upt *tops = ARENA_ARRAY(page->arena, 6, upt);
    for (size_t i = 0; i < 6; i++)
        tops[i] = page->columns[0].at[i].top;
    struct side_space spaces = {
        0, EM, room, tops, ARENA_ARRAY(page->arena, 6, upt), 6};
    side_texts_part(page, &spaces);
    return spaces;
}

static void
rows_of_two_columns_are_parted(void **state)
{
    struct side_texts page = {.arena = *state};
    add_lines(&page, 0, PT(40), PT(100), PT(20));
    add_lines(&page, 1, PT(200), PT(100), PT(20));
    struct side_space spaces = part(&page, PT(60));
    upt sum = 0;
    for (size_t i = 0; i < spaces.count; i++)
        sum += spaces.added[i];
    assert_true(sum >= EM / 2);
    assert_true(sum <= PT(60));
}

static void
what_misleads_nobody_stays(void **state)
{
    struct side_texts page = {.arena = *state};
    add_lines(&page, 0, PT(40), PT(100), PT(20));
    add_lines(&page, 1, PT(200), PT(110), PT(20));
    struct side_space spaces = part(&page, PT(60));
    for (size_t i = 0; i < spaces.count; i++)
        assert_true(spaces.added[i] == 0);
}

static void
without_room_nothing_moves(void **state)
{
    struct side_texts page = {.arena = *state};
    add_lines(&page, 0, PT(40), PT(100), PT(20));
    add_lines(&page, 1, PT(200), PT(100), PT(20));
    struct side_space spaces = part(&page, 0);
    for (size_t i = 0; i < spaces.count; i++)
        assert_true(spaces.added[i] == 0);
}

static int
new_arena(void **state)
{
    *state = arena_new();
    return 0;
}

static int
free_arena(void **state)
{
    arena_free(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, new_arena, free_arena)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_of_two_columns_are_parted),
        TEST(what_misleads_nobody_stays),
        TEST(without_room_nothing_moves),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
