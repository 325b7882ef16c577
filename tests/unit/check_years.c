/* Months of work and of management, and the gaps between. */
#include "../../src/check/years.h"

#include "model.h"

static const struct date today = {.year = 2025, .month = 11, .day = 22};

/* What the check knows when its rules begin. */
static struct check *
check_of(struct arena *arena, const char *text)
{
    struct decoded decoded = decode_text(arena, str_from(text));
    struct check *check = ARENA_NEW(arena, struct check);
    check->arena = arena;
    check->findings = decoded.findings;
    check->sources = decoded.sources;
    check->candidate = decoded.candidate;
    check->pack = pack_find(STR("general"));
    check->today = today;
    check->english = true;
    check_collect_texts(check);
    return check;
}

#define JOB(title, start, end)                                                 \
    "  - {organization: Acme, position: " title ", start_date: " start         \
    ", end_date: " end "}\n"

static void
overlaps_count_once(void **state)
{
    struct check *check =
        check_of(*state, "experience:\n" JOB("Manager", "2020-01", "2021-12")
                             JOB("Bookkeeper", "2021-07", "2022-06"));
    const struct check_years *years = check_years(check);
    assert_int_equal(years->work_least_months, 30);
    assert_int_equal(years->managing_least_months, 24);
    assert_true(years->managing[0]);
    assert_false(years->managing[1]);
}

static void
years_alone_are_narrow_and_wide(void **state)
{
    struct check *check =
        check_of(*state, "experience:\n" JOB("Manager", "2016", "2018"));
    assert_int_equal(check_years(check)->work_least_months, 24);
    assert_int_equal(check_years(check)->work_most_months, 36);
}

static void
work_lasts_until_today_at_most(void **state)
{
    struct check *check =
        check_of(*state, "experience:\n" JOB("Manager", "2025-10", "present")
                             JOB("Manager", "2025-09", "2027-01"));
    assert_int_equal(check_years(check)->work_least_months, 3);
}

static void
internships_speak_for_the_person_only(void **state)
{
    struct check *check = check_of(
        *state, "experience:\n"
                "  - {organization: Acme, kind: internship, position: Intern, "
                "start_date: 2020-01, end_date: 2020-06}\n");
    assert_int_equal(check_years(check)->work_least_months, 0);
    assert_int_equal(check_years(check)->work_most_months, 6);
}

static void
titles_tell_who_manages(void **state)
{
    static const struct {
        const char *title;
        bool manages;
    } cases[] = {
        {"Practice Manager", true},
        {"Director of Quality", true},
        {"Chief Operating Officer", true},
        {"Team Lead, Billing", true},
        {"Senior Vice President", true},
        {"VP of Sales", true},
        {"Shift Supervisor", true},
        {"Assistant to the Director", false},
        {"Senior Account Executive", false},
        {"Systems Administrator", false},
        {"Staff Nurse", false},
        {"Head Start Teacher", false},
        {"Leadership Fellow", false},
        {"Account Executive and Team Lead", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct check *check = check_of(
            *state,
            str_format(*state,
                       "experience:\n  - organization: Acme\n"
                       "    positions:\n"
                       "      - {position: Clerk, start_date: 2018-01, "
                       "end_date: 2018-12}\n"
                       "      - {position: \"%s\", start_date: 2019-01, "
                       "end_date: 2019-12}\n",
                       cases[i].title)
                .at);
        bool manages = check_is_managing(
            check, &check->candidate->experience.at[0].positions.at[1]);
        if (manages != cases[i].manages)
            fail_msg("%s", cases[i].title);
        assert_int_equal(check_years(check)->managing_least_months,
                         cases[i].manages ? 12 : 0);
    }
}

static void
gaps_are_what_nothing_covers(void **state)
{
    stretch_list list = {0};
    stretches_add(*state, &list, (struct stretch){30, 40});
    stretches_add(*state, &list, (struct stretch){10, 20});
    stretches_add(*state, &list, (struct stretch){15, 22});
    stretches_add(*state, &list, (struct stretch){40, 40});
    stretches_join(&list);
    assert_int_equal(list.count, 2);
    assert_int_equal(stretches_months(&list), 22);
    stretch_list gaps = stretches_gaps(*state, &list, (struct stretch){0, 45});
    assert_int_equal(gaps.count, 3);
    assert_int_equal(gaps.at[0].to, 10);
    assert_int_equal(gaps.at[1].from, 22);
    assert_int_equal(gaps.at[1].to, 30);
    assert_int_equal(gaps.at[2].from, 40);
    gaps = stretches_gaps(*state, &list, (struct stretch){12, 35});
    assert_int_equal(gaps.count, 1);
    assert_int_equal(gaps.at[0].from, 22);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(overlaps_count_once),
        UNIT_TEST(years_alone_are_narrow_and_wide),
        UNIT_TEST(work_lasts_until_today_at_most),
        UNIT_TEST(internships_speak_for_the_person_only),
        UNIT_TEST(titles_tell_who_manages),
        UNIT_TEST(gaps_are_what_nothing_covers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
