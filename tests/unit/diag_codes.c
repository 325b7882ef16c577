/* The list of codes is well-formed, and what stands in it can be found. */
#include "findings.h"

#include <string.h>

#include "base/utf8.h"

static const char groups[] = "XSMKHCEDPTABRLFI";

/* Groups in their order, ids within a group rising. */
static size_t
rank(const char *id)
{
    const char *group = strchr(groups, id[0]);

    assert_non_null(group);
    return (size_t)(group - groups);
}

static void
check_id(const char *id)
{
    assert_int_equal(strlen(id), 4);
    for (size_t i = 1; i < 4; i++)
        assert_true(ascii_is_digit(id[i]));
}

static void
ids_rise_within_ordered_groups(void **state)
{
    (void)state;
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const char *id = code_entry((enum code)i)->id, *last;

        check_id(id);
        if (i == 0)
            continue;
        last = code_entry((enum code)(i - 1))->id;
        if (rank(id) < rank(last) ||
            (rank(id) == rank(last) && strcmp(id, last) <= 0))
            fail_msg("%s stands behind %s", id, last);
    }
}

static bool
is_kebab_case(const char *name)
{
    struct str s = str_from(name);

    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != '-' && !ascii_is_digit(s.at[i]) &&
            (s.at[i] < 'a' || s.at[i] > 'z'))
            return false;
    return s.len > 0 && s.at[0] != '-' && s.at[s.len - 1] != '-' &&
           strstr(name, "--") == NULL;
}

static void
names_are_kebab_case_and_unique(void **state)
{
    (void)state;
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const char *name = code_entry((enum code)i)->name;

        if (!is_kebab_case(name))
            fail_msg("%s", name);
        for (size_t k = 0; k < i; k++)
            if (strcmp(name, code_entry((enum code)k)->name) == 0)
                fail_msg("%s stands twice", name);
    }
}

/* Sentences with their full stop, or a line that is none. */
static void
check_sentence(const struct code_entry *entry, const char *text)
{
    struct str s = str_from(text);

    if (s.len == 0 || utf8_find_malformed(s) != SIZE_MAX ||
        ascii_is_space(s.at[0]) || strstr(text, "  ") != NULL ||
        s.at[0] != ascii_upper(s.at[0]) ||
        str_find_byte(STR(".?!`:"), s.at[s.len - 1], 0) == SIZE_MAX)
        fail_msg("%s: |%s|", entry->id, text);
}

static void
check_title(const struct code_entry *entry)
{
    struct str s = str_from(entry->title);

    if (s.len == 0 || utf8_columns(s) > 80 || str_ends(s, STR(".")) ||
        ascii_is_space(s.at[s.len - 1]) || s.at[0] != ascii_upper(s.at[0]) ||
        strchr(entry->title, '\n') != NULL)
        fail_msg("%s: |%s|", entry->id, entry->title);
}

static void
check_example(const struct code_entry *entry, const char *text)
{
    struct str rest = str_from(text);

    if (rest.len == 0 || text[rest.len - 1] == '\n' ||
        strchr(text, '\t') != NULL)
        fail_msg("%s: |%s|", entry->id, text);
    while (rest.len > 0)
        if (utf8_columns(str_cut(&rest, '\n')) > 76)
            fail_msg("%s has a line too long for the manual: |%s|", entry->id,
                     text);
}

static void
every_code_explains_itself(void **state)
{
    (void)state;
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const struct code_entry *entry = code_entry((enum code)i);

        check_title(entry);
        check_sentence(entry, entry->why);
        check_sentence(entry, entry->fix);
        check_example(entry, entry->bad);
        check_example(entry, entry->good);
        assert_string_not_equal(entry->bad, entry->good);
        assert_in_range(entry->severity, SEVERITY_HINT, SEVERITY_ERROR);
    }
}

static void
codes_are_found_by_id_and_name(void **state)
{
    enum code code = CODE_A;

    (void)state;
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const struct code_entry *entry = code_entry((enum code)i);

        assert_true(code_find(str_from(entry->id), &code) && code == i);
        assert_true(code_find(str_from(entry->name), &code) && code == i);
    }
    assert_true(code_find(STR("x310"), &code) && code == CODE_X310);
    assert_true(code_find(STR("Picture-Format"), &code) && code == CODE_X310);
    assert_false(code_find(STR("X31"), &code));
    assert_false(code_find(STR("X3100"), &code));
    assert_false(code_find(STR(""), &code));
    assert_int_equal(code, CODE_X310);
}

static void
the_nearest_code_is_proposed(void **state)
{
    enum code code = CODE_A;

    (void)state;
    assert_true(code_nearest(STR("picture-brokn"), &code));
    assert_int_equal(code, CODE_X311);
    assert_true(code_nearest(STR("picture_coding"), &code));
    assert_int_equal(code, CODE_X313);
    assert_true(code_nearest(STR("X-311"), &code));
    assert_int_equal(code, CODE_X311);
    assert_false(code_nearest(STR("quux"), &code));
    assert_false(code_nearest(STR(""), &code));
}

static void
severities_have_names(void **state)
{
    enum severity severity = SEVERITY_HINT;

    (void)state;
    assert_string_equal(severity_name(SEVERITY_HINT), "hint");
    assert_string_equal(severity_name(SEVERITY_WARNING), "warning");
    assert_string_equal(severity_name(SEVERITY_ERROR), "error");
    assert_true(severity_find(STR("Warning"), &severity));
    assert_int_equal(severity, SEVERITY_WARNING);
    assert_false(severity_find(STR("fatal"), &severity));
    assert_false(severity_find(STR(""), &severity));
}

static void
explaining_a_code(void **state)
{
    struct buf out = buf_new(*state);

    code_explain(&out, CODE_X311, 0);
    assert_str(buf_str(&out),
               "X311 picture-broken (error)\n"
               "\n"
               "A picture's file is whole\n"
               "\n"
               "A file that was cut off while it was copied or downloaded "
               "shows a grey "
               "or\n"
               "missing area, often only on the reader's machine.\n"
               "\n"
               "Instead of:\n"
               "\n"
               "    image: half-downloaded.jpg\n"
               "\n"
               "write:\n"
               "\n"
               "    image: office.jpg\n"
               "\n"
               "Copy or export the picture again and check that it opens.\n");
}

static void
every_group_has_a_title(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof groups - 1; i++)
        assert_true(strlen(code_group_title(groups[i])) > 0);
}

/* Prose in 80 columns for all of them, so that no code surprises. */
static void
explanations_fit_the_terminal(void **state)
{
    for (size_t i = 0; i < CODE_COUNT; i++) {
        struct buf out = buf_new(*state);
        struct str rest;

        code_explain(&out, (enum code)i, 200);
        rest = buf_str(&out);
        assert_int_equal(str_find(rest, STR("\n\n\n"), 0), SIZE_MAX);
        while (rest.len > 0)
            assert_in_range(utf8_columns(str_cut(&rest, '\n')), 0, 80);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(ids_rise_within_ordered_groups),
        UNIT_TEST(names_are_kebab_case_and_unique),
        UNIT_TEST(every_code_explains_itself),
        UNIT_TEST(codes_are_found_by_id_and_name),
        UNIT_TEST(the_nearest_code_is_proposed),
        UNIT_TEST(severities_have_names),
        UNIT_TEST(explaining_a_code),
        UNIT_TEST(every_group_has_a_title),
        UNIT_TEST(explanations_fit_the_terminal),
    };

    return cmocka_run_group_tests_name("diag_codes", tests, NULL, NULL);
}
