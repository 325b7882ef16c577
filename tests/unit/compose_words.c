/* How dates, places and figures are worded. */
#include "../../src/compose/words.h"

#include "model/values.h"
#include "unit.h"

static struct date
date_of(const char *typed)
{
    struct date date = {0};
    assert_true(date_parse(str_from(typed), &date));
    return date;
}

static struct text
text_of(const char *s)
{
    return (struct text){.s = str_from(s)};
}

static void
ranges_of_dates(void **state)
{
    const struct words words = {*state, NULL};
    static const struct {
        const char *start, *end;
        bool open;
        const char *expected;
    } cases[] = {
        {"2020-02", "2021-03", false, "Feb 2020 – Mar 2021"},
        {"2020-02", NULL, true, "Feb 2020 – present"},
        {"2020-02", NULL, false, "Feb 2020"},
        {"2020", "present", false, "2020 – present"},
        {"2020-02-14", "2020-02-28", false, "Feb 2020"},
        {NULL, "2020", false, "2020"},
        {NULL, NULL, true, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct date start = {0}, end = {0};
        if (cases[i].start)
            start = date_of(cases[i].start);
        if (cases[i].end)
            end = date_of(cases[i].end);
        assert_str(words_range(&words, &start, &end, cases[i].open),
                   cases[i].expected);
    }
}

static void
periods_name_a_year_once(void **state)
{
    const struct words words = {*state, NULL};
    struct period period = {date_of("2022-01"), date_of("2022-06"), NULL};
    assert_str(words_period(&words, &period), "Jan – Jun 2022");
    period.end = date_of("2023-06");
    assert_str(words_period(&words, &period), "Jan 2022 – Jun 2023");
    period.end = period.start;
    assert_str(words_period(&words, &period), "Jan 2022");
    period.start = period.end = date_of("2022");
    assert_str(words_period(&words, &period), "2022");
}

static void
lengths_count_both_ends(void **state)
{
    const struct words words = {*state, NULL};
    struct period period = {date_of("2021-10"), date_of("2022-06"), NULL};
    assert_str(words_length(&words, &period), "9 months");
    period.end = date_of("2024-03");
    assert_str(words_length(&words, &period), "2 years 6 months");
    period.end = date_of("2023-09");
    assert_str(words_length(&words, &period), "2 years");
    period.end = date_of("2022-10");
    assert_str(words_length(&words, &period), "13 months");
    period.end = period.start;
    assert_str(words_length(&words, &period), "");
    period.start = period.end = date_of("2022");
    assert_str(words_length(&words, &period), "");
}

static void
countries_matter_abroad(void **state)
{
    const struct words words = {*state, NULL};
    const struct str home = STR("US");
    struct location place = {.city = text_of("Bremen"),
                             .region = text_of("HB"),
                             .country_code = text_of("DE")};
    assert_str(words_location(&words, &place, home), "Bremen, HB, DE");
    assert_str(words_location(&words, &place, STR("de")), "Bremen, HB");
    place.region = text_of("");
    assert_str(words_location(&words, &place, STR("DE")), "Bremen, DE");
    place = (struct location){.city = text_of("Peoria"),
                              .region = text_of("IL"),
                              .address = text_of("4 Elm Street"),
                              .postal_code = text_of("61602"),
                              .country_code = text_of("US")};
    assert_str(words_address(&words, &place), "4 Elm Street, Peoria, IL 61602");
    place.address = text_of("4 Elm Street, Peoria, IL 61602");
    assert_str(words_address(&words, &place), "4 Elm Street, Peoria, IL 61602");
    place.address = text_of("4 Peoria Street");
    assert_str(words_address(&words, &place),
               "4 Peoria Street, Peoria, IL 61602");
    place = (struct location){0};
    assert_str(words_location(&words, &place, home), "");
}

static void
figures_with_their_units(void **state)
{
    const struct words words = {*state, NULL};
    static const struct {
        const char *typed, *unit, *expected, *brief;
    } cases[] = {
        {"26", "minutes", "26 minutes", "26 minutes"},
        {"1", "minutes", "1 minute", "1 minute"},
        {"14", "percent", "14%", "14%"},
        {"14%", "percent", "14%", "14%"},
        {"-2.5", "percent", "−2.5%", "−2.5%"},
        {"1240", "usd", "$1,240", "$1,240"},
        {"9800000", "usd", "$9,800,000", "$9.8M"},
        {"$4,100,000", "usd", "$4,100,000", "$4.1M"},
        {"340000", "usd", "$340,000", "$340K"},
        {"12345678", "count", "12,345,678", "12,345,678"},
        {"3.40", "per_1000_patient_days", "3.40 per 1,000 patient days",
         "3.40 per 1,000 patient days"},
        {"4.2", "score5", "4.2 of 5", "4.2 of 5"},
        {"7", "", "7", "7"},
        {"12", "per_bed", "12 per bed", "12 per bed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decimal value = {0};
        struct str unit = str_from(cases[i].unit);
        assert_true(decimal_parse(str_from(cases[i].typed), &value));
        value.given = true;
        value.typed = text_of(cases[i].typed);
        assert_str(words_value(&words, &value, unit), cases[i].expected);
        assert_str(words_brief_value(&words, &value, unit), cases[i].brief);
    }
    struct decimal absent = {0};
    assert_str(words_value(&words, &absent, STR("minutes")), "");
    assert_str(words_brief_value(&words, &absent, STR("minutes")), "");
}

static void
first_sentences(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"A nurse. With years.", "A nurse."},
        {"Trained by Dr. L. Kim in St. Louis. And more.",
         "Trained by Dr. L. Kim in St. Louis."},
        {"Cut waits by 1.5 hours! Led 3 teams.", "Cut waits by 1.5 hours!"},
        {"No end", "No end"},
        {"First line\nsecond line", "First line"},
        {".", "."},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_str(words_first_sentence(str_from(cases[i].text)),
                   cases[i].expected);
}

static void
scope_names_what_is_counted(void **state)
{
    const struct words words = {*state, NULL};
    const struct scope scope = {.fte = text_of("38"),
                                .sites = text_of("1"),
                                .providers = text_of("14 physicians"),
                                .annual_visits = text_of("52,000"),
                                .budget = text_of("6.1M USD")};
    assert_str(words_scope(&words, &scope, STR("")),
               "38 FTE · 1 site · 14 physicians · 52,000 visits a year · "
               "6.1M USD budget");
    assert_str(words_scope(
                   &words,
                   &(struct scope){.fte = text_of("38"), .sites = text_of("3")},
                   STR("38 fte")),
               "3 sites");
    assert_str(words_scope(&words, &(struct scope){0}, STR("")), "");
}

static void
small_words(void **state)
{
    const struct words words = {*state, NULL};
    assert_str(words_capitalized(*state, STR("élan vital")), "Élan vital");
    assert_str(words_capitalized(*state, STR("")), "");
    assert_str(words_count(&words, 1234567), "1,234,567");
    assert_str(words_count(&words, 999), "999");
    assert_str(words_minus(*state, STR("-37%")), "−37%");
    assert_str(words_minus(*state, STR("+8 points")), "+8 points");
    assert_str(words_duration(&words, 80), "1:20 min");
    assert_str(words_duration(&words, 3725), "1:02:05 h");
    assert_str(words_duration(&words, 0), "");
    assert_str(words_url(STR("https://www.example.net/a/")), "example.net/a");
    assert_str(words_url(STR("mailto:a@example.net")), "a@example.net");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(ranges_of_dates),
        UNIT_TEST(periods_name_a_year_once),
        UNIT_TEST(lengths_count_both_ends),
        UNIT_TEST(countries_matter_abroad),
        UNIT_TEST(figures_with_their_units),
        UNIT_TEST(first_sentences),
        UNIT_TEST(scope_names_what_is_counted),
        UNIT_TEST(small_words),
    };
    return cmocka_run_group_tests_name("compose_words", tests, NULL, NULL);
}
