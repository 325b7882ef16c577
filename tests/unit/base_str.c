#include "unit.h"

#include "base/str.h"

static void
comparisons_know_length_and_absence(void **state)
{
    const struct str absent = {NULL, 0};

    (void)state;
    assert_true(str_is_empty(absent));
    assert_true(str_equal(absent, STR("")));
    assert_true(str_equal(STR("abc"), STR("abc")));
    assert_false(str_equal(STR("abc"), STR("abcd")));
    assert_true(str_is(STR("abc"), "abc"));
    assert_true(str_equal_nocase(STR("KeY-1"), STR("kEy-1")));
    assert_false(str_equal_nocase(STR("\xC3\x84"), STR("\xC3\xA4")));
    assert_true(str_compare(STR("ab"), STR("abc")) < 0);
    assert_true(str_compare(STR("b"), STR("abc")) > 0);
    assert_true(str_compare(STR("\xFF"), STR("a")) > 0);
    assert_int_equal(str_compare(absent, STR("")), 0);
}

static void
beginnings_and_ends(void **state)
{
    (void)state;
    assert_true(str_starts(STR("include:"), STR("incl")));
    assert_true(str_starts(STR("x"), STR("")));
    assert_false(str_starts(STR("inc"), STR("incl")));
    assert_true(str_ends(STR("a.yaml"), STR(".yaml")));
    assert_false(str_ends(STR("yaml"), STR(".yaml")));
    assert_true(str_starts((struct str){NULL, 0}, (struct str){NULL, 0}));
}

static void
finding(void **state)
{
    const struct str s = STR("banana");

    (void)state;
    assert_int_equal(str_find(s, STR("ana"), 0), 1);
    assert_int_equal(str_find(s, STR("ana"), 2), 3);
    assert_int_equal(str_find(s, STR("ana"), 4), SIZE_MAX);
    assert_int_equal(str_find(s, STR("banana"), 0), 0);
    assert_int_equal(str_find(s, STR("bananas"), 0), SIZE_MAX);
    assert_int_equal(str_find(s, STR(""), 6), 6);
    assert_int_equal(str_find(s, STR(""), 7), SIZE_MAX);
    assert_int_equal(str_find_byte(s, 'n', 3), 4);
    assert_int_equal(str_find_byte(s, 'n', 6), SIZE_MAX);
    assert_int_equal(str_find_byte((struct str){NULL, 0}, 'n', 0), SIZE_MAX);
}

static void
slices_are_clamped(void **state)
{
    (void)state;
    assert_str(str_slice(STR("hello"), 1, 3), "el");
    assert_str(str_slice(STR("hello"), 3, 99), "lo");
    assert_str(str_slice(STR("hello"), 9, 99), "");
    assert_str(str_slice(STR("hello"), 4, 2), "");
    assert_null(str_slice((struct str){NULL, 0}, 1, 2).at);
}

static void
one_of_several(void **state)
{
    const struct str list[] = {STR_INIT("a"), STR_INIT(""), STR_INIT("b c")};

    (void)state;
    assert_true(str_among(STR("b c"), list, 3));
    assert_true(str_among(STR(""), list, 3));
    assert_false(str_among(STR("b c"), list, 2));
    assert_false(str_among(STR("b"), list, 3));
    assert_false(str_among(STR("a"), NULL, 0));
}

static void
trimming_and_cutting(void **state)
{
    struct str rest = STR("a,,b");

    (void)state;
    assert_str(str_trim(STR(" \t\r\n a b \v\f")), "a b");
    assert_str(str_trim(STR("  ")), "");
    assert_str(str_trim(STR("\xC2\xA0x")), "\xC2\xA0x");
    assert_str(str_cut(&rest, ','), "a");
    assert_str(str_cut(&rest, ','), "");
    assert_str(str_cut(&rest, ','), "b");
    assert_true(str_is_empty(rest));
    assert_str(str_cut(&rest, ','), "");
}

static void
copies_are_terminated(void **state)
{
    struct str copy = str_copy(*state, str_slice(STR("abcdef"), 2, 4));

    assert_str(copy, "cd");
    assert_string_equal(copy.at, "cd");
    assert_string_equal(str_terminated(*state, (struct str){NULL, 0}), "");
}

static void
formats_of_any_length(void **state)
{
    struct str s = str_format(*state, "%s:%d", "a", 7), longer;

    assert_str(s, "a:7");
    assert_string_equal(s.at, "a:7");
    for (size_t len = 250; len < 262; len++) {
        longer = str_format(*state, "%0*d", (int)len, 5);
        assert_int_equal(longer.len, len);
        assert_int_equal(longer.at[len - 1], '5');
        assert_int_equal(longer.at[len], '\0');
    }
    assert_str(str_format(*state, "<%.*s>", STR_ARG(((struct str){NULL, 0}))),
               "<>");
}

static void
numbers(void **state)
{
    uint64_t value = 7;

    (void)state;
    assert_true(str_to_u64(STR("0"), &value) && value == 0);
    assert_true(str_to_u64(STR("007"), &value) && value == 7);
    assert_true(str_to_u64(STR("18446744073709551615"), &value) &&
                value == UINT64_MAX);
    assert_false(str_to_u64(STR("18446744073709551616"), &value));
    assert_false(str_to_u64(STR("99999999999999999999"), &value));
    assert_false(str_to_u64(STR(""), &value));
    assert_false(str_to_u64(STR("-1"), &value));
    assert_false(str_to_u64(STR("1 "), &value));
    assert_false(str_to_u64(STR("1\xD9\xA1"), &value));
    assert_true(value == UINT64_MAX);
}

static void
hashes_differ_by_one_byte(void **state)
{
    (void)state;
    /* Published test vectors of FNV-1a, 64 bits. */
    assert_true(str_hash(STR("")) == UINT64_C(0xcbf29ce484222325));
    assert_true(str_hash(STR("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(str_hash(STR("foobar")) == UINT64_C(0x85944171f73967e8));
}

static void
ascii_only(void **state)
{
    (void)state;
    for (int c = -128; c < 0; c++) {
        assert_false(ascii_is_alnum((char)c) || ascii_is_space((char)c));
        assert_int_equal(ascii_lower((char)c), (char)c);
        assert_int_equal(ascii_upper((char)c), (char)c);
    }
    assert_true(ascii_is_space('\v') && !ascii_is_space('\0'));
    assert_int_equal(ascii_lower('Z'), 'z');
    assert_int_equal(ascii_upper('a'), 'A');
    assert_int_equal(ascii_lower('['), '[');
}

static const struct str keys[] = {
    STR_INIT("experience"),  STR_INIT("education"),  STR_INIT("url"),
    STR_INIT("description"), STR_INIT("start_date"), STR_INIT("id"),
    STR_INIT("role"),
};

static void
check_nearest(const char *wrong, const char *expected)
{
    size_t i = str_nearest(str_from(wrong), keys, sizeof keys / sizeof *keys);

    if (expected == NULL)
        assert_int_equal(i, SIZE_MAX);
    else
        assert_str(keys[i], expected);
}

static void
the_nearest_name_is_what_was_meant(void **state)
{
    (void)state;
    check_nearest("experiance", "experience");
    check_nearest("Experience", "experience");
    check_nearest("expereince", "experience");
    check_nearest("start-date", "start_date");
    check_nearest("startdate", "start_date");
    check_nearest("ulr", "url");
    check_nearest("desc", "description");
    check_nearest("roles", "role");
    check_nearest("ids", "id");
}

static void
nothing_near_gives_no_advice(void **state)
{
    const char longest[] = "experienceexperienceexperienceexperience"
                           "experienceexperienceexperience";

    (void)state;
    check_nearest("hobbies", NULL);
    check_nearest("", NULL);
    check_nearest("x", NULL);
    check_nearest("xy", NULL);
    check_nearest("de", NULL);
    check_nearest(longest, NULL);
    assert_int_equal(str_nearest(STR("a"), NULL, 0), SIZE_MAX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(comparisons_know_length_and_absence),
        UNIT_TEST(beginnings_and_ends),
        UNIT_TEST(finding),
        UNIT_TEST(slices_are_clamped),
        UNIT_TEST(one_of_several),
        UNIT_TEST(trimming_and_cutting),
        UNIT_TEST(copies_are_terminated),
        UNIT_TEST(formats_of_any_length),
        UNIT_TEST(numbers),
        UNIT_TEST(hashes_differ_by_one_byte),
        UNIT_TEST(ascii_only),
        UNIT_TEST(the_nearest_name_is_what_was_meant),
        UNIT_TEST(nothing_near_gives_no_advice),
    };

    return cmocka_run_group_tests_name("base_str", tests, NULL, NULL);
}
