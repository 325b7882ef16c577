/* Dates, periods, durations and numbers as people type them. */
#include "model/values.h"

#include "unit.h"

static void
dates_in_our_notation(void **state)
{
    static const struct {
        const char *typed;
        int year, month, day;
    } cases[] = {{"2019", 2019, 0, 0},        {"2019-05", 2019, 5, 0},
                 {"2019-05-21", 2019, 5, 21}, {" 2019-12 ", 2019, 12, 0},
                 {"2024-02-29", 2024, 2, 29}, {"2000-02-29", 2000, 2, 29}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct date date = {0};
        assert_true(date_parse(str_from(cases[i].typed), &date));
        assert_int_equal(date.year, cases[i].year);
        assert_int_equal(date.month, cases[i].month);
        assert_int_equal(date.day, cases[i].day);
        assert_false(date.is_present);
    }
    struct date date = {0};
    assert_true(date_parse(STR("Present"), &date));
    assert_true(date.is_present);
}

static void
dates_that_are_none(void **state)
{
    static const char *const cases[] = {
        "",           "19",         "2019-13",    "2019-00", "2019-5",
        "2023-02-29", "1900-02-29", "2019-04-31", "2019/05", "0219",
        "2019-05-",   "2019-05-0a", "20190521",   "May",     "+2019",
        "2019 05",    "9999"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct date date = {0};
        if (date_parse(str_from(cases[i]), &date))
            fail_msg("%s was read as a date", cases[i]);
        assert_false(date_is_given(&date));
    }
}

static void
other_notations_are_told(void **state)
{
    static const char *const cases[][2] = {
        {"May 2019", "2019-05"},
        {"may 2019", "2019-05"},
        {"Sept. 2019", "2019-09"},
        {"September, 2019", "2019-09"},
        {"05/2019", "2019-05"},
        {"5/2019", "2019-05"},
        {"2019/5", "2019-05"},
        {"2019.05", "2019-05"},
        {"2019-5", "2019-05"},
        {"May 21, 2019", "2019-05-21"},
        {"21 May 2019", "2019-05-21"},
        {"21st of May 2019", "2019-05-21"},
        {"05/21/2019", "2019-05-21"},
        {"21.05.2019", "2019-05-21"},
        {"2019-5-1", "2019-05-01"},
        {"2019-05-21T15:53:00", "2019-05-21"},
        {"2019-05-21 15:53", "2019-05-21"},
        {"current", "present"},
        {"Now", "present"},
        {"to date", "present"},
        /* Not for sure. */
        {"05/06/2019", ""},
        {"2019-13", ""},
        {"2019-02-30", ""},
        {"Fall 2019", ""},
        {"May 19", ""},
        {"May", ""},
        {"2019 2020", ""},
        {"next year", ""},
        {"", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_str(date_suggest(*state, str_from(cases[i][0])), cases[i][1]);
}

static int
order(const char *a, const char *b)
{
    struct date first = {0}, second = {0};
    assert_true(date_parse(str_from(a), &first));
    assert_true(date_parse(str_from(b), &second));
    int forth = date_compare(&first, &second);
    int back = date_compare(&second, &first);
    assert_int_equal((forth > 0) - (forth < 0), (back < 0) - (back > 0));
    return forth;
}

static void
dates_compare_by_what_both_say(void **state)
{
    (void)state;
    assert_true(order("2019", "2020") < 0);
    assert_true(order("2019-05", "2019") == 0);
    assert_true(order("2019-05", "2019-06") < 0);
    assert_true(order("2019-05", "2019-05-21") == 0);
    assert_true(order("2019-05-20", "2019-05-21") < 0);
    assert_true(order("present", "2100") > 0);
    assert_true(order("present", "present") == 0);
}

static void
periods_print_for_people(void **state)
{
    static const char *const cases[][2] = {
        {"2023-01/2023-06", "January\xE2\x80\x93June 2023"},
        {"2022-07/2023-06", "July 2022\xE2\x80\x93June 2023"},
        {"2023-06", "June 2023"},
        {"2023", "2023"},
        {"2019/2021", "2019\xE2\x80\x93"
                      "2021"},
        {"2023-01/present", "January 2023\xE2\x80\x93present"},
        {"2023-04/2023-04", "April 2023"}};
    static const char *const wrong[] = {
        "",      "2023-06/2023-01", "2023-01/",
        "/2023", "present/2023",    "2023-01/2023-06/2024"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct period period = {0};
        assert_true(period_parse(str_from(cases[i][0]), &period));
        assert_str(period_print(*state, NULL, &period), cases[i][1]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct period period = {0};
        assert_false(period_parse(str_from(wrong[i]), &period));
    }
}

static void
numbers_are_exact(void **state)
{
    static const struct {
        const char *typed;
        int64_t digits;
        int decimals;
    } cases[] = {{"41", 41, 0},
                 {"1,140", 1140, 0},
                 {"$1,140.50", 114050, 2},
                 {"97%", 97, 0},
                 {"97.4 percent", 974, 1},
                 {"-37", -37, 0},
                 {"\xE2\x88\x92"
                  "37",
                  -37, 0},
                 {"+5", 5, 0},
                 {"-$5", -5, 0},
                 {"$6.1M", 6100000, 0},
                 {"2.5 million", 2500000, 0},
                 {"480K", 480000, 0},
                 {"1.2345K", 12345, 1},
                 {".5", 5, 1},
                 {"0", 0, 0},
                 {"3.10", 310, 2}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decimal decimal = {0};
        if (!decimal_parse(str_from(cases[i].typed), &decimal))
            fail_msg("%s was not read", cases[i].typed);
        assert_true(decimal.given);
        assert_int_equal(decimal.digits, cases[i].digits);
        assert_int_equal(decimal.decimals, cases[i].decimals);
    }
}

static void
numbers_that_are_none(void **state)
{
    static const char *const cases[] = {"",
                                        "many",
                                        "1,14",
                                        "11,40",
                                        "1,1400",
                                        ",140",
                                        "1.2.3",
                                        "4x",
                                        "1 140",
                                        "$",
                                        "-",
                                        "1e5",
                                        "1,140,0",
                                        "--1",
                                        "1:5",
                                        "0x1F",
                                        "12345678901234567890",
                                        "99999999999 billion",
                                        "1.2345678901"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decimal decimal = {0};
        if (decimal_parse(str_from(cases[i]), &decimal))
            fail_msg("%s was read as a number", cases[i]);
        assert_false(decimal.given);
    }
}

static void
durations_in_seconds(void **state)
{
    static const struct {
        const char *typed;
        int64_t seconds;
    } cases[] = {{"00:01:20", 80}, {"1:20", 80},          {"80s", 80},
                 {"80", 80},       {"1h 5m", 3900},       {"90 seconds", 90},
                 {"1m20s", 80},    {"1 hour 2 min", 3720}};
    static const char *const wrong[] = {"",  "a while", "1:99",       "1:2:3:4",
                                        ":", "80x",     "9999999999s"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t seconds = 0;
        assert_true(duration_parse(str_from(cases[i].typed), &seconds));
        assert_int_equal(seconds, cases[i].seconds);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        int64_t seconds = 0;
        assert_false(duration_parse(str_from(wrong[i]), &seconds));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(dates_in_our_notation),
        UNIT_TEST(dates_that_are_none),
        UNIT_TEST(other_notations_are_told),
        UNIT_TEST(dates_compare_by_what_both_say),
        UNIT_TEST(periods_print_for_people),
        UNIT_TEST(numbers_are_exact),
        UNIT_TEST(numbers_that_are_none),
        UNIT_TEST(durations_in_seconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
