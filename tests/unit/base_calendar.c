#include "unit.h"

#include "base/calendar.h"

static const struct {
    int year, month, day;
    int64_t days;
} dates[] = {
    {1970, 1, 1, 0},      {1969, 12, 31, -1},  {1900, 1, 1, -25567},
    {2000, 2, 29, 11016}, {2000, 3, 1, 11017}, {2025, 11, 22, 20414},
    {2100, 2, 28, 47540}, {2100, 3, 1, 47541}, {9999, 12, 31, 2932896},
    {1, 1, 1, -719162},   {0, 2, 29, -719469},
};

static void
dates_are_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct calendar_day day = calendar_day_of(dates[i].days);
        assert_int_equal(calendar_days_since_1970(dates[i].year, dates[i].month,
                                                  dates[i].day),
                         dates[i].days);
        assert_int_equal(day.year, dates[i].year);
        assert_int_equal(day.month, dates[i].month);
        assert_int_equal(day.day, dates[i].day);
    }
}

/* Every day of a century that skips a leap year. */
static void
each_day_follows_the_one_before(void **state)
{
    int64_t next = calendar_days_since_1970(1895, 1, 1);
    (void)state;
    for (int year = 1895; year <= 2005; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= calendar_days_in(year, month); day++) {
                struct calendar_day back = calendar_day_of(next);
                assert_int_equal(calendar_days_since_1970(year, month, day),
                                 next++);
                assert_int_equal(back.year, year);
                assert_int_equal(back.month, month);
                assert_int_equal(back.day, day);
            }
}

static void
a_day_too_many_runs_on(void **state)
{
    (void)state;
    assert_int_equal(calendar_days_since_1970(2023, 2, 29),
                     calendar_days_since_1970(2023, 3, 1));
    assert_int_equal(calendar_days_in(2023, 2), 28);
    assert_int_equal(calendar_days_in(2024, 2), 29);
    assert_int_equal(calendar_days_in(1900, 2), 28);
    assert_int_equal(calendar_days_in(2000, 2), 29);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_days),
        cmocka_unit_test(each_day_follows_the_one_before),
        cmocka_unit_test(a_day_too_many_runs_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
