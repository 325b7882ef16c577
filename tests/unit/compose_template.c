/* Placeholders in the templates of options. */
#include "compose/template.h"

#include "unit.h"

static struct str
filled(struct arena *arena, const char *template, const char *month,
       const char *year)
{
    const struct placeholder values[] = {{"month", str_from(month), NULL},
                                         {"year", str_from(year), NULL},
                                         {"page_number", STR("3"), NULL},
                                         {0}};
    return template_fill_plain(arena, str_from(template), values);
}

static void
placeholders_are_filled(void **state)
{
    static const struct {
        const char *template, *month, *year, *expected;
    } cases[] = {
        {"{month} {year}", "May", "2020", "May 2020"},
        {"MONTH YEAR", "May", "2020", "May 2020"},
        {"{MONTH} {Year}", "May", "2020", "May 2020"},
        /* Nothing is left of what has no text. */
        {"{month} {year}", "", "2020", "2020"},
        {"{year}, {month}", "", "2020", "2020"},
        {"{year}年{month}月", "", "2020", "2020年"},
        {"{year}年{month}月", "5", "2020", "2020年5月"},
        {"{year} ({month})", "", "2020", "2020"},
        {"{year} ({month})", "5", "2020", "2020 (5)"},
        {"in {month} of {year}", "", "2020", "2020"},
        {"{month} {year}", "", "", ""},
        {"page PAGE_NUMBER of {month}", "", "", "page 3"},
        /* Near misses: no placeholders. */
        {"MONTHS and XMONTH, 2MONTH", "May", "2020",
         "MONTHS and XMONTH, 2MONTH"},
        {"{month", "May", "2020", "{month"},
        {"{} { } {a b}", "May", "2020", "{} { } {a b}"},
        {"\\*{year}\\*", "", "2020", "*2020*"},
        {"**{year}** *MONTH*", "May", "2020", "2020 May"},
        {"", "May", "2020", ""},
        {"no\\", "May", "2020", "no\\"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_str(
            filled(*state, cases[i].template, cases[i].month, cases[i].year),
            cases[i].expected);
}

static void
asterisks_are_styles(void **state)
{
    const struct placeholder values[] = {{"name", STR("Ada"), NULL}, {0}};
    struct inline_text text =
        template_fill(*state, STR("**{name}**, *x*"), values);
    assert_int_equal(text.runs.count, 3);
    assert_int_equal(text.runs.at[0].style, INLINE_STRONG);
    assert_int_equal(text.runs.at[1].style, 0);
    assert_int_equal(text.runs.at[2].style, INLINE_EMPHASIS);
}

static void
unknown_placeholders_are_found(void **state)
{
    static const char *const names[] = {"name", "year", NULL};
    (void)state;
    assert_str(template_find_unknown(STR("{name} {yeer}"), names), "yeer");
    assert_str(template_find_unknown(STR("{name} {YEAR} { x } NAM"), names),
               "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(placeholders_are_filled),
        UNIT_TEST(asterisks_are_styles),
        UNIT_TEST(unknown_placeholders_are_found),
    };
    return cmocka_run_group_tests_name("compose_template", tests, NULL, NULL);
}
