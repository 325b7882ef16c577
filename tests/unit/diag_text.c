#include "findings.h"

#include <string.h>

static const struct print_options plain = {.format = PRINT_TEXT};

static struct str
in_columns(struct findings *findings, size_t width)
{
    return printed(findings, (struct print_options){.width = width});
}

static void
shows_the_line_and_underlines_the_place(void **state)
{
    struct findings *findings = findings_over(
        *state, STR("work:\n  - Improved efficiency\n  - Led a team\n"));
    struct finding *finding =
        finding_add(findings, CODE_B, span_of(findings, "Improved efficiency"),
                    "Say how much");

    finding_help(finding, "name the figure before and after");
    (void)finding_add(findings, CODE_A, span_of(findings, "Led"), "Say whom");
    assert_str(printed(findings, plain),
               "me.yaml:2:5: warning: Say how much [X311]\n"
               "    2 |   - Improved efficiency\n"
               "      |     ^~~~~~~~~~~~~~~~~~~\n"
               "      = help: name the figure before and after\n"
               "me.yaml:3:5: error: Say whom [X310]\n"
               "    3 |   - Led a team\n"
               "      |     ^~~\n"
               "1 error, 1 warning\n");
}

static void
counts_each_severity(void **state)
{
    struct findings *findings = findings_over(*state, STR(""));
    struct buf out = buf_new(*state);

    findings_print_sums(&out, findings);
    assert_str(buf_str(&out), "");
    assert_str(printed(findings, plain), "");
    (void)finding_add(findings, CODE_C, SPAN_NONE, "a");
    findings_print_sums(&out, findings);
    (void)finding_add(findings, CODE_A, SPAN_NONE, "b");
    (void)finding_add(findings, CODE_A, SPAN_NONE, "c");
    (void)finding_add(findings, CODE_B, SPAN_NONE, "d");
    (void)finding_add(findings, CODE_C, SPAN_NONE, "e");
    findings_print_sums(&out, findings);
    assert_str(buf_str(&out), "1 hint\n2 errors, 1 warning, 2 hints\n");
}

static void
without_a_place_there_is_no_line(void **state)
{
    struct findings *findings = findings_over(*state, STR("name: x\n"));

    finding_help(finding_add(findings, CODE_B, SPAN_NONE, "Add a photo"),
                 "one line");
    assert_str(printed(findings, plain),
               "dossier: warning: Add a photo [X311]\n"
               "      = help: one line\n"
               "1 warning\n");
}

/* What a finding at the first `part` of a text looks like. */
static void
check_snippet(void **state, struct str text, const char *part,
              const char *expected)
{
    struct findings *findings = findings_over(*state, text);

    (void)finding_add(findings, CODE_A, span_of(findings, part), "M");
    assert_str(printed(findings, plain), expected);
}

static void
an_empty_file_has_no_line_to_show(void **state)
{
    check_snippet(state, STR(""), "",
                  "me.yaml:1:1: error: M [X310]\n1 error\n");
}

static void
the_end_of_the_text_has_a_place(void **state)
{
    struct findings *findings = findings_over(*state, STR("name: \"x\n"));

    (void)finding_add(findings, CODE_A, (struct span){0, 9, 9}, "M");
    assert_str(printed(findings, plain), "me.yaml:2:1: error: M [X310]\n"
                                         "    2 |\n"
                                         "      | ^\n"
                                         "1 error\n");
}

static void
the_last_line_may_lack_its_end(void **state)
{
    struct findings *findings = findings_over(*state, STR("a\nname: x"));

    (void)finding_add(findings, CODE_A, (struct span){0, 9, 9}, "M");
    (void)finding_add(findings, CODE_A, (struct span){0, 8, 9}, "M");
    assert_str(printed(findings, plain), "me.yaml:2:7: error: M [X310]\n"
                                         "    2 | name: x\n"
                                         "      |       ^\n"
                                         "me.yaml:2:8: error: M [X310]\n"
                                         "    2 | name: x\n"
                                         "      |        ^\n"
                                         "2 errors\n");
}

static void
line_ends_of_every_kind_are_left_out(void **state)
{
    check_snippet(state, STR("a: 1\r\nb: 2\r\n"), "2",
                  "me.yaml:2:4: error: M [X310]\n"
                  "    2 | b: 2\n"
                  "      |    ^\n"
                  "1 error\n");
    check_snippet(state, STR("a: 1\r\nb: 2\r\n"), "1\r\n",
                  "me.yaml:1:4: error: M [X310]\n"
                  "    1 | a: 1\n"
                  "      |    ^\n"
                  "1 error\n");
}

static void
several_lines_are_underlined(void **state)
{
    check_snippet(state, STR("a: one\n   two\nb: x"), "one\n   two",
                  "me.yaml:1:4: error: M [X310]\n"
                  "    1 | a: one\n"
                  "      |    ^~~\n"
                  "    2 |    two\n"
                  "      |    ~~~\n"
                  "1 error\n");
    check_snippet(state, STR("a:\n  b"), "\n  b",
                  "me.yaml:1:3: error: M [X310]\n"
                  "    1 | a:\n"
                  "      |   ^\n"
                  "    2 |   b\n"
                  "      |   ~\n"
                  "1 error\n");
    check_snippet(state, STR("a: >\n  one \n\n  two, three\n"), "one \n\n  two",
                  "me.yaml:2:3: error: M [X310]\n"
                  "    2 |   one \n"
                  "      |   ^~~\n"
                  "    4 |   two, three\n"
                  "      |   ~~~\n"
                  "1 error\n");
}

static void
an_end_in_the_indentation_adds_no_line(void **state)
{
    check_snippet(state, STR("a: one\n  b: x"), "one\n  ",
                  "me.yaml:1:4: error: M [X310]\n"
                  "    1 | a: one\n"
                  "      |    ^~~\n"
                  "1 error\n");
}

static void
many_lines_are_cut(void **state)
{
    check_snippet(state, STR("a:\n- 1\n- 2\n- 3\n- 4\n"), "- 1\n- 2\n- 3\n- 4",
                  "me.yaml:2:1: error: M [X310]\n"
                  "    2 | - 1\n"
                  "      | ^~~\n"
                  "    3 | - 2\n"
                  "      | ~~~\n"
                  "    4 | - 3\n"
                  "      | ~~~\n"
                  "    ...\n"
                  "1 error\n");
}

static void
tabs_are_shown_as_blanks(void **state)
{
    check_snippet(state, STR("a:\t\tbad\there"), "bad\th",
                  "me.yaml:1:5: error: M [X310]\n"
                  "    1 | a:      bad here\n"
                  "      |         ^~~~~\n"
                  "1 error\n");
    check_snippet(state, STR("\tkey: x"), "\t",
                  "me.yaml:1:1: error: M [X310]\n"
                  "    1 |     key: x\n"
                  "      | ^~~~\n"
                  "1 error\n");
}

/* A column in the head is a character, under the line it is a cell. */
static void
wide_and_combining_characters_keep_the_caret_in_place(void **state)
{
    check_snippet(state, STR("n: \xE6\xBC\xA2\xE5\xAD\x97 here"), "here",
                  "me.yaml:1:7: error: M [X310]\n"
                  "    1 | n: \xE6\xBC\xA2\xE5\xAD\x97 here\n"
                  "      |         ^~~~\n"
                  "1 error\n");
    check_snippet(state, STR("n: \xE6\xBC\xA2\xE5\xAD\x97"), "\xE5\xAD\x97",
                  "me.yaml:1:5: error: M [X310]\n"
                  "    1 | n: \xE6\xBC\xA2\xE5\xAD\x97\n"
                  "      |      ^~\n"
                  "1 error\n");
    check_snippet(state, STR("n: Jose\xCC\x81 x"), "x",
                  "me.yaml:1:10: error: M [X310]\n"
                  "    1 | n: Jose\xCC\x81 x\n"
                  "      |         ^\n"
                  "1 error\n");
    check_snippet(state, STR("n: \xC3\x89mile x"), "x",
                  "me.yaml:1:10: error: M [X310]\n"
                  "    1 | n: \xC3\x89mile x\n"
                  "      |          ^\n"
                  "1 error\n");
}

static void
nothing_reaches_the_terminal_unseen(void **state)
{
    struct findings *findings =
        findings_over(*state, STR("a: \x1B[2J\xE2\x80\xAEx\xFFz\x7F"));

    (void)finding_add(findings, CODE_A, span_of(findings, "z"),
                      "Say\x1B[1m\nso");
    assert_str(printed(findings, plain),
               "me.yaml:1:11: error: Say\xE2\x90\x9B[1m so [X310]\n"
               "    1 | a: \xE2\x90\x9B[2J\xEF\xBF\xBDx\xEF\xBF\xBDz"
               "\xE2\x90\xA1\n"
               "      |           ^\n"
               "1 error\n");
}

static const char sentence[] =
    "summary: The quick brown fox jumps over the lazy dog and runs home";

static void
check_window(void **state, const char *part, size_t width, const char *expected)
{
    struct findings *findings = findings_over(*state, str_from(sentence));
    struct str text;

    (void)finding_add(findings, CODE_A, span_of(findings, part), "M");
    text = in_columns(findings, width);
    text = str_slice(text, str_find_byte(text, '\n', 0) + 1, text.len);
    assert_str(text, expected);
}

static void
long_lines_are_shown_around_the_place(void **state)
{
    check_window(state, "jumps", 40,
                 "    1 | …k brown fox jumps over the laz…\n"
                 "      |              ^~~~~\n1 error\n");
    check_window(state, "summary", 40,
                 "    1 | summary: The quick brown fox ju…\n"
                 "      | ^~~~~~~\n1 error\n");
    check_window(state, "home", 40,
                 "    1 | …over the lazy dog and runs home\n"
                 "      |                             ^~~~\n1 error\n");
    check_window(state, "", 40,
                 "    1 | summary: The quick brown fox ju…\n"
                 "      | ^\n1 error\n");
}

static void
lines_that_just_fit_are_whole(void **state)
{
    check_window(state, "jumps", 74,
                 "    1 | summary: The quick brown fox jumps over the lazy "
                 "dog and runs home\n"
                 "      |                              ^~~~~\n1 error\n");
    check_window(state, "jumps", 73,
                 "    1 | summary: The quick brown fox jumps over the lazy "
                 "dog and runs ho…\n"
                 "      |                              ^~~~~\n1 error\n");
}

static void
a_place_wider_than_the_window_shows_its_beginning(void **state)
{
    check_window(state, "brown fox jumps over the lazy dog and runs", 40,
                 "    1 | …uick brown fox jumps over the …\n"
                 "      |       ^~~~~~~~~~~~~~~~~~~~~~~~~\n1 error\n");
}

static void
a_window_is_never_too_narrow_to_read(void **state)
{
    check_window(state, "jumps", 1,
                 "    1 | …n fox jumps over t…\n"
                 "      |        ^~~~~\n1 error\n");
}

static void
windows_end_before_a_wide_character_that_is_half_in(void **state)
{
    struct findings *findings = findings_over(
        *state, STR("a: 漢字漢字漢字漢字漢字漢字漢字 x 漢字漢字漢字漢字漢字"));

    (void)finding_add(findings, CODE_A, span_of(findings, "x"), "M");
    assert_str(in_columns(findings, 30), "me.yaml:1:19: error: M [X310]\n"
                                         "    1 | …漢字漢字 x 漢字漢字…\n"
                                         "      |           ^\n1 error\n");
}

/* A line of a megabyte with 20,000 findings, each with its own window: read
   from its beginning for each of them, this takes minutes. */
static void
a_line_of_a_megabyte_costs_little(void **state)
{
    const size_t size = 1u << 20;
    char *at = arena_alloc(*state, size);
    struct findings *findings;
    struct str text;

    memset(at, 'x', size);
    findings = findings_over(*state, (struct str){at, size});
    for (uint32_t i = 0; i < 20000; i++)
        (void)finding_add(findings, CODE_A,
                          (struct span){0, 50 * i, (uint32_t)size}, "M");
    text =
        printed(findings, (struct print_options){.width = 80, .verbose = true});
    assert_in_range(text.len, 20000 * 180, 20000 * 260);
    text = printed(findings, plain);
    assert_in_range(text.len, 10 * 900, 10 * 1200);
}

static void
help_is_wrapped_and_examples_are_not(void **state)
{
    struct findings *findings = findings_over(*state, STR("name: x\n"));
    struct finding *finding =
        finding_add(findings, CODE_C, span_of(findings, "x"), "M");

    finding_help(finding, "give your name as it stands on the licence, "
                          "then check the spelling");
    finding_help(finding, "  name: Jordan Avery, MHA, FACMPE, and more of it");
    finding_help(finding, "- \"**Led** the team that was named before\"");
    finding_help(finding, "that is all");
    assert_str(in_columns(findings, 48),
               "me.yaml:1:7: hint: M [X312]\n"
               "    1 | name: x\n"
               "      |       ^\n"
               "      = help: give your name as it stands on the\n"
               "              licence, then check the spelling\n"
               "                name: Jordan Avery, MHA, FACMPE, and more of "
               "it\n"
               "              - \"**Led** the team that was named before\"\n"
               "              that is all\n"
               "1 hint\n");
}

static void
an_edit_is_help_enough(void **state)
{
    struct findings *findings = findings_over(*state, STR("naem: x\n"));
    struct finding *finding =
        finding_add(findings, CODE_A, span_of(findings, "naem"), "M");

    finding->has_edit = true;
    finding->edit = (struct edit){finding->span, STR("name")};
    assert_str(printed(findings, plain), "me.yaml:1:1: error: M [X310]\n"
                                         "    1 | naem: x\n"
                                         "      | ^~~~\n"
                                         "      = help: write `name`\n"
                                         "1 error\n");
}

static size_t
count_of(struct str text, const char *part)
{
    size_t count = 0, at = 0;

    while ((at = str_find(text, str_from(part), at)) != SIZE_MAX) {
        count++;
        at++;
    }
    return count;
}

static void
more_than_ten_of_a_kind_are_folded(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789abcdef"));
    struct str text;

    for (uint32_t i = 0; i < 13; i++)
        (void)finding_add(findings, CODE_A, (struct span){0, i, i}, "many");
    for (uint32_t i = 0; i < 10; i++)
        (void)finding_add(findings, CODE_B, (struct span){0, i, i}, "ten");
    text = printed(findings, plain);
    assert_int_equal(count_of(text, "many [X310]"), 10);
    assert_int_equal(count_of(text, "ten [X311]"), 10);
    assert_true(str_ends(text, STR("... and 3 more of X310; -v shows them\n"
                                   "13 errors, 10 warnings\n")));
    text = printed(findings, (struct print_options){.verbose = true});
    assert_int_equal(count_of(text, "many [X310]"), 13);
    assert_int_equal(count_of(text, "more of"), 0);
}

static void
large_line_numbers_push_the_bar(void **state)
{
    char *at = arena_alloc(*state, 123456);
    struct findings *findings;

    memset(at, '\n', 123455);
    at[123455] = 'x';
    findings = findings_over(*state, (struct str){at, 123456});
    (void)finding_add(findings, CODE_A, span_of(findings, "x"), "M");
    (void)finding_add(findings, CODE_A, (struct span){0, 99998, 99998}, "M");
    assert_str(printed(findings, plain), "me.yaml:99999:1: error: M [X310]\n"
                                         "99999 |\n"
                                         "      | ^\n"
                                         "me.yaml:123456:1: error: M [X310]\n"
                                         "123456 | x\n"
                                         "       | ^\n"
                                         "2 errors\n");
}

static void
colour_only_when_asked(void **state)
{
    struct findings *findings = findings_over(*state, STR("name: x\n"));

    finding_help(finding_add(findings, CODE_A, span_of(findings, "x"), "M"),
                 "H");
    assert_int_equal(count_of(printed(findings, plain), "\033"), 0);
    assert_str(printed(findings, (struct print_options){.colour = true}),
               "\033[1mme.yaml:1:7: \033[0m\033[1;31merror:\033[0m M [X310]\n"
               "\033[34m    1 |\033[0m name: x\n"
               "\033[34m      |\033[0m       \033[1;31m^\033[0m\n"
               "\033[34m      =\033[0m help: H\n"
               "1 error\n");
}

static void
each_kind_says_once_why_it_matters(void **state)
{
    struct findings *findings = findings_over(*state, STR("one, two, three"));
    bool told[CODE_COUNT + 1] = {false};
    const struct print_options options = {.width = 72, .reasons_told = told};
    const struct code_entry *entry = code_entry(CODE_A);
    struct str text;

    told[CODE_B] = true;
    (void)finding_add(findings, CODE_A, span_of(findings, "one"), "M");
    finding_help(finding_add(findings, CODE_A, span_of(findings, "two"), "M"),
                 "H");
    (void)finding_add(findings, CODE_B, span_of(findings, "three"), "M");
    text = printed(findings, options);
    assert_int_equal(count_of(text, "= why: "), 1);
    assert_int_not_equal(
        str_find(
            text,
            STR("      | ^~~\n"
                "      = why: Other kinds of pictures cannot be put into a "
                "PDF as they\n"
                "             are; printers and older readers would not "
                "show them.\n"
                "      = help: Open the picture,"),
            0),
        SIZE_MAX);
    assert_int_equal(count_of(text, "= help: "), 2);
    assert_true(told[CODE_A]);
    text = printed(findings, options);
    assert_int_equal(count_of(text, "= why: "), 0);
    assert_int_equal(count_of(text, entry->fix), 0);
}

/* In a pipe a program goes by lines. */
static void
messages_are_wrapped_on_a_terminal_only(void **state)
{
    struct findings *findings = findings_over(*state, STR("name: x"));

    (void)finding_add(findings, CODE_A, span_of(findings, "x"),
                      "Say how much, how many or how fast, and than when");
    assert_str(printed(findings, (struct print_options){.width = 40}),
               "me.yaml:1:7: error: Say how much, how many or how fast, and "
               "than when [X310]\n"
               "    1 | name: x\n"
               "      |       ^\n"
               "1 error\n");
    assert_str(
        printed(findings,
                (struct print_options){.width = 40, .wraps_messages = true}),
        "me.yaml:1:7: error: Say how much, how\n"
        "    many or how fast, and than when\n"
        "    [X310]\n"
        "    1 | name: x\n"
        "      |       ^\n"
        "1 error\n");
}

static void
findings_of_several_sources_follow_one_another(void **state)
{
    struct findings *findings = findings_over(*state, STR("name: x\n"));
    uint32_t set = sources_add(findings_sources(findings), STR("--set theme"),
                               STR("clasic"));

    (void)finding_add(findings, CODE_A, (struct span){set, 0, 6}, "M");
    (void)finding_add(findings, CODE_A, span_of(findings, "x"), "M");
    assert_str(printed(findings, plain), "me.yaml:1:7: error: M [X310]\n"
                                         "    1 | name: x\n"
                                         "      |       ^\n"
                                         "--set theme:1:1: error: M [X310]\n"
                                         "    1 | clasic\n"
                                         "      | ^~~~~~\n"
                                         "2 errors\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(shows_the_line_and_underlines_the_place),
        UNIT_TEST(counts_each_severity),
        UNIT_TEST(without_a_place_there_is_no_line),
        UNIT_TEST(an_empty_file_has_no_line_to_show),
        UNIT_TEST(the_end_of_the_text_has_a_place),
        UNIT_TEST(the_last_line_may_lack_its_end),
        UNIT_TEST(line_ends_of_every_kind_are_left_out),
        UNIT_TEST(several_lines_are_underlined),
        UNIT_TEST(an_end_in_the_indentation_adds_no_line),
        UNIT_TEST(many_lines_are_cut),
        UNIT_TEST(tabs_are_shown_as_blanks),
        UNIT_TEST(wide_and_combining_characters_keep_the_caret_in_place),
        UNIT_TEST(nothing_reaches_the_terminal_unseen),
        UNIT_TEST(long_lines_are_shown_around_the_place),
        UNIT_TEST(lines_that_just_fit_are_whole),
        UNIT_TEST(a_place_wider_than_the_window_shows_its_beginning),
        UNIT_TEST(a_window_is_never_too_narrow_to_read),
        UNIT_TEST(windows_end_before_a_wide_character_that_is_half_in),
        UNIT_TEST(a_line_of_a_megabyte_costs_little),
        UNIT_TEST(help_is_wrapped_and_examples_are_not),
        UNIT_TEST(an_edit_is_help_enough),
        UNIT_TEST(more_than_ten_of_a_kind_are_folded),
        UNIT_TEST(large_line_numbers_push_the_bar),
        UNIT_TEST(colour_only_when_asked),
        UNIT_TEST(each_kind_says_once_why_it_matters),
        UNIT_TEST(messages_are_wrapped_on_a_terminal_only),
        UNIT_TEST(findings_of_several_sources_follow_one_another),
    };

    return cmocka_run_group_tests_name("diag_text", tests, NULL, NULL);
}
