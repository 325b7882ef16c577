/* Edits as bytes, and the difference of two texts. */
#include "diag/fix.h"

#include "unit.h"

#include "diag/diff.h"

static struct fix
fix(size_t from, size_t to, const char *text)
{
    return (struct fix){
        {{0, (uint32_t)from, (uint32_t)to}, str_from(text)}, false, 0};
}

static void
the_first_of_overlapping_edits_stays(void **state)
{
    struct fix fixes[] = {fix(6, 8, "G"),  fix(2, 4, "C"), fix(3, 7, "x"),
                          fix(2, 4, "y"),  fix(4, 4, "+"), fix(4, 4, "z"),
                          fix(9, 11, "w"), fix(8, 8, "-")};
    struct fix_place places[8];
    size_t count = fix_choose(*state, fixes, 8, 10);
    struct str text = STR("0123456789");

    assert_int_equal(count, 4);
    assert_str(fix_apply(*state, text, fixes, count, places), "01C+45G-89");
    assert_int_equal(places[2].from, 6);
    assert_int_equal(places[2].new_from, 6);
    assert_int_equal(places[3].new_to, 8);
}

static void
line_breaks_are_those_of_the_text(void **state)
{
    struct fix fixes[] = {fix(1, 1, "\nx\r\n")};
    struct fix_place places[1];

    assert_str(fix_apply(*state, STR("a\r\nb\r\n"), fixes, 1, places),
               "a\r\nx\r\n\r\nb\r\n");
    assert_str(fix_apply(*state, STR("a\nb\r\n"), fixes, 1, places),
               "a\nx\r\n\nb\r\n");
}

static struct str
difference(struct arena *arena, const char *before, const char *after)
{
    struct buf out = buf_new(arena);

    diff_print(&out, STR("a b.yaml"), str_from(before), str_from(after));
    return buf_str(&out);
}

#define HEAD "--- a/a b.yaml\t\n+++ b/a b.yaml\t\n"

static void
a_diff_has_hunks_with_context(void **state)
{
    assert_str(difference(*state, "a\n", "a\n"), "");
    assert_str(difference(*state, "", "a\n"), HEAD "@@ -0,0 +1 @@\n+a\n");
    assert_str(difference(*state, "a\n", ""), HEAD "@@ -1 +0,0 @@\n-a\n");
    assert_str(difference(*state, "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
                          "1\n2\n3\n4\nx\ny\n6\n7\n8\n9\n"),
               HEAD "@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+x\n+y\n 6\n 7\n 8\n");
    assert_str(difference(*state, "a\n1\n2\n3\n4\n5\n6\n7\nb\n",
                          "x\n1\n2\n3\n4\n5\n6\n7\ny\n"),
               HEAD "@@ -1,4 +1,4 @@\n-a\n+x\n 1\n 2\n 3\n"
                    "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+y\n");
    assert_str(difference(*state, "a\n1\n2\n3\n4\n5\n6\nb\n",
                          "x\n1\n2\n3\n4\n5\n6\ny\n"),
               HEAD "@@ -1,8 +1,8 @@\n-a\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n"
                    "+y\n");
}

static void
a_missing_last_line_end_is_told(void **state)
{
#define MISSING "\\ No newline at end of file\n"
    assert_str(difference(*state, "a", "b"),
               HEAD "@@ -1 +1 @@\n-a\n" MISSING "+b\n" MISSING);
    assert_str(difference(*state, "a\nb", "x\nb"),
               HEAD "@@ -1,2 +1,2 @@\n-a\n+x\n b\n" MISSING);
    assert_str(difference(*state, "a\nb", "a\nb\n"),
               HEAD "@@ -1,2 +1,2 @@\n a\n-b\n" MISSING "+b\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(the_first_of_overlapping_edits_stays),
        UNIT_TEST(line_breaks_are_those_of_the_text),
        UNIT_TEST(a_diff_has_hunks_with_context),
        UNIT_TEST(a_missing_last_line_end_is_told),
    };

    return cmocka_run_group_tests_name("diag_fix", tests, NULL, NULL);
}
