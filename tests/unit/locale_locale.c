/* Languages: which is meant, and how they count, date and point. */
#include "locale/locale.h"

#include "unit.h"

static void
tags_and_names(void **state)
{
    static const char *const cases[][3] = {
        {"de", "de", ""},
        {"DE_ch", "de-CH", ""},
        {"zh-hant-tw", "zh-Hant-TW", ""},
        {"german", "de", ""},
        {"Deutsch", "de", ""},
        {"mandarin_chinese", "zh", ""},
        {"norwegian_bokm\xC3\xA5l", "nb", ""},
        {"Norwegian Nynorsk", "nn", ""},
        {"eng", "en", ""},
        {"cy", "cy", ""}, /* a language without words */
        {"xx", "", ""},
        {"germn", "", "de"},
        {"de-", "", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str guess;
        assert_str(locale_tag(*state, str_from(cases[i][0]), &guess),
                   cases[i][1]);
        assert_str(guess, cases[i][2]);
    }
}

static void
regions_stand_on_languages(void **state)
{
    const struct locale *swiss = locale_find(*state, STR("de-CH"));
    assert_str(locale_tag_of(swiss), "de-CH");
    assert_str(locale_word(swiss, WORD_EXPERIENCE), "Berufserfahrung");
    assert_str(locale_number(*state, swiss, 12345678, 2), "123’456.78");
    assert_str(locale_word(locale_find(*state, STR("zh-HK")), WORD_SKILLS),
               "專業技能");
    assert_null(locale_find(*state, STR("cy-GB")));
    assert_str(locale_word(NULL, WORD_PRESENT), "present");
}

static void
plurals(void **state)
{
    static const struct {
        const char *tag;
        int64_t count;
        const char *expected;
    } cases[] = {
        {"en", 1, "1 year"},     {"en", 0, "0 years"},   {"fr", 0, "0 an"},
        {"fr", 2, "2 ans"},      {"ru", 21, "21 год"},   {"ru", 3, "3 года"},
        {"ru", 12, "12 лет"},    {"pl", 22, "22 lata"},  {"pl", 12, "12 lat"},
        {"pl", 1, "1 rok"},      {"cs", 4, "4 roky"},    {"cs", 5, "5 let"},
        {"ro", 20, "20 de ani"}, {"ro", 119, "119 ani"}, {"ar", 1, "سنة واحدة"},
        {"ar", 2, "سنتان"},      {"ar", 7, "7 سنوات"},   {"ar", 11, "11 سنة"},
        {"he", 2, "שנתיים"},     {"ja", 1, "1年"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(locale_count_of(*state,
                                   locale_find(*state, str_from(cases[i].tag)),
                                   WORD_YEARS, cases[i].count),
                   cases[i].expected);
}

static void
dates(void **state)
{
    static const char *const cases[][4] = {
        {"en", "Feb 2020", "February 1, 2020", "02/2020"},
        {"en-GB", "Feb 2020", "1 February 2020", "02/2020"},
        {"de", "Feb. 2020", "1. Februar 2020", "02/2020"},
        {"de-AT", "Feb. 2020", "1. Februar 2020", "02/2020"},
        {"fr", "févr. 2020", "1 février 2020", "02/2020"},
        {"cs", "2/2020", "1. února 2020", "2/2020"},
        {"ja", "2020年2月", "2020年2月1日", "2020/02"},
        {"ko", "2020년 2월", "2020년 2월 1일", "2020.02."},
        {"hu", "2020. febr.", "2020. február 1.", "2020. 02."},
    };
    const struct locale_date date = {2020, 2, 1};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct locale *locale =
            locale_find(*state, str_from(cases[i][0]));
        assert_str(locale_date_as(*state, locale, WORD_DATE_SHORT, date),
                   cases[i][1]);
        assert_str(locale_date_as(*state, locale, WORD_DATE_DAY, date),
                   cases[i][2]);
        assert_str(locale_date_as(*state, locale, WORD_DATE_NUMERIC, date),
                   cases[i][3]);
    }
    const struct locale_date year = {2020, 0, 0};
    assert_str(locale_date(*state, NULL, STR("MONTH_IN_TWO_DIGITS/YEAR"), year),
               "2020");
    assert_str(locale_date(*state, NULL, STR("MONTH_NAME DAY, YEAR"), year),
               "2020");
}

static void
numbers(void **state)
{
    static const char *const cases[][3] = {
        {"en", "1240", "1,240"},       {"en", "12,5", "12,5"},
        {"de", "1240.50", "1.240,50"}, {"es", "1240", "1240"},
        {"es", "12,400", "12.400"},    {"en-IN", "1234567", "12,34,567"},
        {"de", "about 3", "about 3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(locale_typed_number(
                       *state, locale_find(*state, str_from(cases[i][0])),
                       str_from(cases[i][1])),
                   cases[i][2]);
}

/* A language may lack words only knowingly: none does. */
static void
every_word_in_every_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < locale_count(); i++) {
        struct locale_info info = locale_info(i);
        if (info.missing)
            fail_msg("%.*s lacks %u words", STR_ARG(info.tag), info.missing);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(tags_and_names), UNIT_TEST(regions_stand_on_languages),
        UNIT_TEST(plurals),        UNIT_TEST(dates),
        UNIT_TEST(numbers),        UNIT_TEST(every_word_in_every_language),
    };
    return cmocka_run_group_tests_name("locale_locale", tests, NULL, NULL);
}
