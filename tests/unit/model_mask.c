/* Bands of confidential figures: true, and never the figure itself. */
#include "model/decode.h"
#include "unit.h"

/* What {id.change} and {id.after} print of a masked record. */
static struct str
masked(struct arena *arena, const char *change, const char *after,
       const char *unit, enum audience audience)
{
    struct metric metric = {.confidential = {.given = true, .value = true},
                            .unit = {.s = str_from(unit)}};
    if (change) {
        assert_true(decimal_parse(str_from(change), &metric.change_percent));
        metric.change_percent.typed.s = str_from(change);
    }
    if (after) {
        assert_true(decimal_parse(str_from(after), &metric.after));
        metric.after.typed.s = str_from(after);
    }
    metric_mask(arena, &metric, audience);
    assert_false(metric.after.given);
    return metric_print(arena, NULL, &metric,
                        change ? METRIC_CHANGE : METRIC_AFTER);
}

static void
changes(void **state)
{
    static const char *const cases[][2] = {
        {"-23", "-20 to -30%"},     {"-22.8", "-20 to -30%"},
        {"23", "+20 to +30%"},      {"-20", "-10 to -30%"},
        {"-3.4", "0 to -5%"},       {"7", "+5 to +10%"},
        {"0", "-5 to +5%"},         {"-100", "-90 to -100%"},
        {"-97", "-90 to -100%"},    {"100", "+90 to +150%"},
        {"600", "+500 to +1,000%"}, {"199.5", "+150 to +200%"},
        {"200", "+100 to +500%"},   {"4000", "+2,000 to +5,000%"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_str(masked(*state, cases[i][0], NULL, "", AUDIENCE_PUBLIC),
                   cases[i][1]);
        assert_str(masked(*state, cases[i][0], NULL, "", AUDIENCE_RECRUITER),
                   cases[i][1]);
    }
    assert_str(masked(*state, "-23", NULL, "", AUDIENCE_EMPLOYER), "-23%");
}

static void
figures_without_a_change(void **state)
{
    static const char *const cases[][3] = {
        {"$6.3M", "usd", "$5M to $10M"},
        {"6300000", "usd", "5M to 10M"},
        {"26", "minutes", "20 to 50"},
        {"20", "minutes", "10 to 50"},
        {"1200", "visits", "1,000 to 2,000"},
        {"2.1", "per_1000_patient_days", "2 to 5"},
        {"0.42", "per_fte", "0.2 to 0.5"},
        {"4", "count", "2 to 5"},
        {"1", "count", "0.5 to 2"},
        {"0", "count", "0 to 1"},
        {"97%", "percent", "90 to 100"},
        {"50", "percent", "40 to 60"},
        {"240000", "usd", "200K to 500K"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int audience = AUDIENCE_PUBLIC; audience <= AUDIENCE_INTERVIEW;
             audience++)
            assert_str(masked(*state, NULL, cases[i][0], cases[i][1],
                              (enum audience)audience),
                       cases[i][2]);
}

/* Whatever the figure, it lies in its band and is no end of it. */
static void
the_figure_lies_within(void **state)
{
    for (int64_t digits = -100000; digits < 100000; digits += 7) {
        struct metric metric = {
            .confidential = {.given = true, .value = true},
            .after = {.given = true, .digits = digits, .decimals = 2}};
        metric_mask(*state, &metric, AUDIENCE_PUBLIC);
        const struct metric_band *band = &metric.band;
        assert_true(band->given);
        double low = decimal_value(&band->low),
               high = decimal_value(&band->high);
        double figure = (double)digits / 100;
        if (digits < 0)
            assert_true(low > figure && figure > high);
        else if (digits > 0)
            assert_true(low < figure && figure < high);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(changes),
        UNIT_TEST(figures_without_a_change),
        UNIT_TEST(the_figure_lies_within),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
