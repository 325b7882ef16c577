#include "findings.h"

#include <string.h>

static struct span
at(uint32_t from, uint32_t to)
{
    return (struct span){0, from, to};
}

static void
are_sorted_by_place_then_code_then_order(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));
    static const char expected[] = "abcdefg";

    (void)finding_add(findings, CODE_A, SPAN_NONE, "g");
    (void)finding_add(findings, CODE_A, at(5, 6), "f");
    (void)finding_add(findings, CODE_B, at(2, 4), "d");
    (void)finding_add(findings, CODE_A, at(2, 4), "b");
    (void)finding_add(findings, CODE_A, at(2, 4), "c");
    (void)finding_add(findings, CODE_A, at(2, 5), "e");
    (void)finding_add(findings, CODE_C, at(0, 9), "a");
    findings_sort(findings);
    assert_int_equal(findings_count(findings), 7);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(findings_at(findings, i)->message.at[0], expected[i]);
}

static void
order_of_adding_beats_the_alphabet(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));

    (void)finding_add(findings, CODE_A, at(1, 2), "z");
    (void)finding_add(findings, CODE_A, at(1, 2), "a");
    findings_sort(findings);
    assert_str(findings_at(findings, 0)->message, "z");
}

static void
exact_repeats_are_dropped(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));

    for (int i = 0; i < 3; i++) {
        finding_help(finding_add(findings, CODE_A, at(1, 2), "same"), "%d", i);
        (void)finding_add(findings, CODE_A, at(1, 2), "other %d", i);
        (void)finding_add(findings, CODE_B, at(1, 2), "same");
        (void)finding_add(findings, CODE_A, at(1, 3), "same");
    }
    findings_sort(findings);
    assert_int_equal(findings_count(findings), 6);
    assert_str(findings_at(findings, 0)->help, "0");
    findings_sort(findings);
    assert_int_equal(findings_count(findings), 6);
}

static void
severities_are_configured(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));

    (void)finding_add(findings, CODE_A, at(1, 2), "held");
    findings_set_severity(findings, CODE_A, SEVERITY_HINT);
    (void)finding_add(findings, CODE_A, at(1, 2), "later");
    (void)finding_add(findings, CODE_B, at(1, 2), "another");
    assert_int_equal(findings_of(findings, SEVERITY_HINT), 2);
    assert_int_equal(findings_of(findings, SEVERITY_WARNING), 1);
    assert_int_equal(findings_of(findings, SEVERITY_ERROR), 0);
}

static void
the_table_gives_the_severity_otherwise(void **state)
{
    struct findings *findings = findings_new(*state, sources_new(*state));

    assert_int_equal(finding_add(findings, CODE_A, SPAN_NONE, "x")->severity,
                     code_entry(CODE_A)->severity);
}

static void
ignoring_reaches_back_and_forward_within_its_span(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));

    (void)finding_add(findings, CODE_A, at(2, 4), "dropped");
    (void)finding_add(findings, CODE_A, at(2, 7), "reaches out");
    (void)finding_add(findings, CODE_B, at(2, 4), "another code");
    findings_ignore(findings, CODE_A, at(2, 6));
    (void)finding_add(findings, CODE_A, at(3, 6), "dropped");
    (void)finding_add(findings, CODE_A, at(0, 1), "before");
    (void)finding_add(findings, CODE_A, SPAN_NONE, "no place");
    assert_int_equal(findings_count(findings), 4);
    findings_ignore(findings, CODE_A, SPAN_NONE);
    assert_int_equal(findings_count(findings), 1);
    assert_str(findings_at(findings, 0)->message, "another code");
}

static void
an_ignored_finding_can_be_filled_all_the_same(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));
    struct finding *finding;

    findings_ignore(findings, CODE_A, SPAN_NONE);
    finding = finding_add(findings, CODE_A, at(1, 2), "x");
    finding_help(finding, "help %s", "me");
    finding->path = STR("basics.name");
    assert_int_equal(findings_count(findings), 0);
}

static void
help_grows_by_lines(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));
    struct finding *finding = finding_add(findings, CODE_A, at(1, 2), "x");

    finding_help(finding, "one");
    finding_help(finding, "two %d", 2);
    assert_str(finding->help, "one\ntwo 2");
}

static void
a_message_that_quotes_a_megabyte_is_cut(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789"));
    const size_t size = 1u << 20;
    char *word = arena_alloc(*state, size);
    struct str message;

    for (size_t i = 0; i + 1 < size; i += 2)
        memcpy(word + i, "\xC3\xA9", 2);
    message = finding_add(findings, CODE_A, at(1, 2), "x%.*s", (int)size, word)
                  ->message;
    assert_in_range(message.len, 500, 700);
    assert_true(str_ends(message, STR("\xC3\xA9\xE2\x80\xA6")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(are_sorted_by_place_then_code_then_order),
        UNIT_TEST(order_of_adding_beats_the_alphabet),
        UNIT_TEST(exact_repeats_are_dropped),
        UNIT_TEST(severities_are_configured),
        UNIT_TEST(the_table_gives_the_severity_otherwise),
        UNIT_TEST(ignoring_reaches_back_and_forward_within_its_span),
        UNIT_TEST(an_ignored_finding_can_be_filled_all_the_same),
        UNIT_TEST(help_grows_by_lines),
        UNIT_TEST(a_message_that_quotes_a_megabyte_is_cut),
    };

    return cmocka_run_group_tests_name("diag_finding", tests, NULL, NULL);
}
