#include "unit.h"

#include "base/upt.h"

static void
scaling_rounds_half_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(upt_scale(10, 1, 3), 3);
    assert_int_equal(upt_scale(11, 1, 3), 4);
    assert_int_equal(upt_scale(5, 1, 2), 3);
    assert_int_equal(upt_scale(-5, 1, 2), -3);
    assert_int_equal(upt_scale(5, -1, 2), -3);
    assert_int_equal(upt_scale(-10, 1, 3), -3);
    assert_int_equal(upt_scale(-11, 1, 3), -4);
    assert_int_equal(upt_scale(0, 7, 3), 0);
    assert_int_equal(upt_scale(1, 1, INT64_MAX), 0);
    assert_int_equal(upt_scale(INT64_MAX, 1, INT64_MAX), 1);
    assert_int_equal(upt_scale(-INT64_MAX, 1, INT64_MAX), -1);
    /* An em of 1000 units at 10.5 pt. */
    assert_int_equal(upt_scale(PT(10.5), 556, 1000), 5838000);
}

static void
constants_are_exact(void **state)
{
    (void)state;
    assert_int_equal(PT(8.2), 8200000);
    assert_int_equal(PT(-8.2), -8200000);
    assert_int_equal(PT(100000), INT64_C(100000000000));
}

static const struct {
    const char *text;
    upt value;
} lengths[] = {
    {"12.5pt", 12500000},  {"12.5", 12500000},         {"1in", 72000000},
    {"2.54cm", 72000000},  {"25.4mm", 72000000},       {"20mm", 56692913},
    {"1.5cm", 42519685},   {".5in", 36000000},         {"5.pt", 5000000},
    {" 12 PT ", 12000000}, {"-3pt", -3000000},         {"0", 0},
    {"0.0000001pt", 0},    {"1000000pt", PT(1000000)},
};

static void
lengths_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        upt value = 99;

        assert_true(upt_parse(str_from(lengths[i].text), &value));
        assert_int_equal(value, lengths[i].value);
    }
}

static void
other_texts_are_refused(void **state)
{
    static const char *const texts[] = {
        "",
        "pt",
        ".",
        "-",
        ".pt",
        "1,5cm",
        "12px",
        "1e3",
        "+1",
        "--1",
        "1.2.3",
        "1 2",
        "1000001pt",
        "99999999999999999999",
        "1\xC2\xA0pt",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        upt value = 99;

        assert_false(upt_parse(str_from(texts[i]), &value));
        assert_int_equal(value, 99);
    }
}

static const struct {
    upt value;
    int decimals;
    const char *text;
} prints[] = {
    {0, 3, "0"},
    {PT(12), 3, "12"},
    {PT(12.5), 3, "12.5"},
    {PT(100), 0, "100"},
    {1, 6, "0.000001"},
    {1, 3, "0"},
    {-1, 3, "0"},
    {-500, 3, "-0.001"},
    {499, 3, "0"},
    {500, 3, "0.001"},
    {1999999, 2, "2"},
    {-1230000, 2, "-1.23"},
    {10050000, 2, "10.05"},
    {INT64_MAX, 6, "9223372036854.775807"},
    {INT64_MIN, 6, "-9223372036854.775808"},
};

static void
points_are_printed_short(void **state)
{
    for (size_t i = 0; i < sizeof prints / sizeof *prints; i++) {
        struct buf buf = buf_new(*state);

        upt_print(&buf, prints[i].value, prints[i].decimals);
        assert_str(buf_str(&buf), prints[i].text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(scaling_rounds_half_away_from_zero),
        UNIT_TEST(constants_are_exact),
        UNIT_TEST(lengths_are_read),
        UNIT_TEST(other_texts_are_refused),
        UNIT_TEST(points_are_printed_short),
    };

    return cmocka_run_group_tests_name("base_upt", tests, NULL, NULL);
}
