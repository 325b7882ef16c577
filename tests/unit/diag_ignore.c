/* Who wishes to be spared what: spans within spans, beginnings, and wishes
   that spared nothing. */
#include "findings.h"

static struct span
at(size_t from, size_t to)
{
    return (struct span){0, (uint32_t)from, (uint32_t)to};
}

static struct ignore
wish(enum code code, struct span within, bool begins)
{
    return (struct ignore){code, within, begins, within, false};
}

static struct findings *
ten_bytes(struct arena *arena)
{
    return findings_over(arena, STR("0123456789"));
}

static void
spans_within_spans_are_all_used(void **state)
{
    struct findings *findings = ten_bytes(*state);
    struct ignore list[] = {
        wish(CODE_A, at(5, 9), false), wish(CODE_A, at(0, 10), false),
        wish(CODE_A, at(1, 3), false), wish(CODE_A, at(6, 8), false),
        wish(CODE_A, at(6, 7), false), wish(CODE_B, at(5, 9), false),
    };
    const bool used[] = {true, true, false, true, false, false};

    findings_ignore_all(findings, list, 6);
    (void)finding_add(findings, CODE_A, at(6, 8), "spared");
    assert_int_equal(findings_count(findings), 0);
    assert_int_equal(findings_spared(findings), 1);
    assert_str(findings_spared_at(findings, 0)->message, "spared");
    for (size_t i = 0; i < findings_ignores(findings); i++) {
        const struct ignore *ignore = findings_ignore_at(findings, i);

        for (size_t k = 0; k < 6; k++)
            if (list[k].code == ignore->code &&
                list[k].within.from == ignore->within.from &&
                list[k].within.to == ignore->within.to)
                assert_int_equal(ignore->is_used, used[k]);
    }
}

static void
what_begins_on_a_line_may_reach_out_of_it(void **state)
{
    struct findings *findings = ten_bytes(*state);
    struct ignore line = wish(CODE_A, at(2, 4), true);

    findings_ignore_all(findings, &line, 1);
    (void)finding_add(findings, CODE_A, at(2, 9), "begins there");
    (void)finding_add(findings, CODE_A, at(4, 4), "at its end");
    (void)finding_add(findings, CODE_A, at(1, 3), "begins before");
    (void)finding_add(findings, CODE_A, at(5, 6), "begins behind");
    (void)finding_add(findings, CODE_A, SPAN_NONE, "no place");
    assert_int_equal(findings_count(findings), 3);
    assert_int_equal(findings_spared(findings), 2);
}

static void
a_wish_for_the_file_hides_no_other(void **state)
{
    struct findings *findings = ten_bytes(*state);
    struct ignore list[] = {wish(CODE_A, SPAN_NONE, false),
                            wish(CODE_A, at(2, 4), true)};

    (void)finding_add(findings, CODE_A, at(2, 3), "held before");
    findings_ignore_all(findings, list, 2);
    for (size_t i = 0; i < 2; i++)
        assert_true(findings_ignore_at(findings, i)->is_used);
    assert_int_equal(findings_count(findings), 0);
}

static void
only_wanted_codes_and_unreadable_files_are_kept(void **state)
{
    bool wanted[CODE_COUNT] = {false};
    struct findings *findings = ten_bytes(*state);

    wanted[CODE_C] = true;
    (void)finding_add(findings, CODE_A, at(0, 1), "an error of group X");
    (void)finding_add(findings, CODE_B, at(0, 1), "a warning");
    (void)finding_add(findings, CODE_C, at(0, 1), "wanted");
    (void)finding_add(findings, CODE_M107, at(0, 1), "an error of a rule");
    findings_keep_only(findings, wanted);
    assert_int_equal(findings_count(findings), 2);
    assert_int_equal(findings_at(findings, 0)->code, CODE_A);
    assert_int_equal(findings_at(findings, 1)->code, CODE_C);
}

static void
many_lines_cost_no_square(void **state)
{
    enum { COUNT = 100000 };
    char *text = arena_alloc(*state, COUNT);
    struct ignore *list = ARENA_ARRAY(*state, COUNT, struct ignore);
    struct findings *findings;

    for (size_t i = 0; i < COUNT; i++) {
        text[i] = 'x';
        list[COUNT - 1 - i] = wish(CODE_A, at(i, i), true);
    }
    findings = findings_over(*state, (struct str){text, COUNT});
    findings_ignore_all(findings, list, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        (void)finding_add(findings, CODE_A, at(i, i + 1), "x");
    assert_int_equal(findings_spared(findings), COUNT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(spans_within_spans_are_all_used),
        UNIT_TEST(what_begins_on_a_line_may_reach_out_of_it),
        UNIT_TEST(a_wish_for_the_file_hides_no_other),
        UNIT_TEST(only_wanted_codes_and_unreadable_files_are_kept),
        UNIT_TEST(many_lines_cost_no_square),
    };

    return cmocka_run_group_tests_name("diag_ignore", tests, NULL, NULL);
}
