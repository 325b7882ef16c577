/* `lint:` and its comments, who is judged how, and where the carets stand. */
#include "check/check.h"

#include "unit.h"

#include "load/yaml.h"
#include "model/decode.h"

#define HEAD                                                                   \
    "basics: {name: Jo Ray, email: jo@mail.net}\n"                             \
    "education: [{institution: U, degree: MHA}]\n"
#define JOB                                                                    \
    "experience:\n"                                                            \
    "  - organization: Lakeside Clinic\n"                                      \
    "    position: Manager\n"                                                  \
    "    start_date: 2012-01\n"

static struct findings *
check_text(struct arena *arena, const char *text, const char *role)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, STR("t.yaml"), str_from(text));
    struct date today = {.year = 2025, .month = 11, .day = 22};
    struct decode_options decode = {.today = today};
    const struct candidate *candidate = candidate_decode(
        arena, findings, yaml_load(arena, findings, source), &decode);
    struct check_options options = {.today = today, .role = str_from(role)};
    check_run(arena, findings, candidate, &options);
    findings_sort(findings);
    return findings;
}

static const struct finding *
find(const struct findings *findings, enum code code)
{
    for (size_t i = 0; i < findings_count(findings); i++)
        if (findings_at(findings, i)->code == code)
            return findings_at(findings, i);
    return NULL;
}

#define DUTY "    highlights:\n      - Improved communication on the ward.\n"

static void
a_code_is_ignored_in_the_file(void **state)
{
    assert_non_null(find(check_text(*state, HEAD JOB DUTY, ""), CODE_M101));
    assert_null(
        find(check_text(*state, HEAD JOB DUTY "lint: {ignore: [M101]}\n", ""),
             CODE_M101));
    assert_null(find(check_text(*state,
                                HEAD JOB DUTY
                                "lint: {ignore: achievement-unquantified}\n",
                                ""),
                     CODE_M101));
}

static void
a_code_is_ignored_in_an_entry(void **state)
{
    struct findings *findings = check_text(
        *state,
        HEAD JOB DUTY "    lint: {ignore: [M101]}\n"
                      "  - organization: Cedar Clinic\n"
                      "    position: Manager\n"
                      "    start_date: 2010-01\n"
                      "    end_date: 2011-12\n"
                      "    highlights: [Improved morale on the ward.]\n",
        "");
    const struct finding *finding = find(findings, CODE_M101);
    assert_non_null(finding);
    assert_str(span_text(findings_sources(findings), finding->span),
               "Improved morale on the ward.");
}

static void
a_code_is_ignored_on_a_line(void **state)
{
    assert_null(find(
        check_text(*state,
                   HEAD JOB "    highlights:\n"
                            "      - Improved the ward. # lint: ignore M101\n"
                            "      # lint: ignore M101, M104\n"
                            "      - Improved many things.\n",
                   ""),
        CODE_M101));
}

static void
severities_and_parameters_are_set(void **state)
{
    struct findings *findings = check_text(
        *state,
        HEAD JOB "    highlights: [Raised clean-claim rate from 89% to 96%.]\n"
                 "lint: {severity: {S104: error}, params: {M106: {min_score: "
                 "80}}}\n",
        "");
    assert_int_equal(find(findings, CODE_S104)->severity, SEVERITY_ERROR);
    assert_non_null(find(findings, CODE_M106));
    assert_null(find(findings, CODE_X184));
}

static void
other_languages_are_left_alone(void **state)
{
    struct findings *findings = check_text(
        *state,
        HEAD JOB "    highlights: [Verbesserte die Abl\xC3\xA4ufe.]\n"
                 "meta: {language: de}\n",
        "");
    assert_null(find(findings, CODE_M101));
    assert_null(find(findings, CODE_S102));
    assert_non_null(find(findings, CODE_S104));
}

static void
beginners_get_hints(void **state)
{
    struct findings *findings = check_text(*state, HEAD JOB DUTY, "feeder");
    assert_int_equal(find(findings, CODE_M101)->severity, SEVERITY_HINT);
    assert_int_equal(find(findings, CODE_S104)->severity, SEVERITY_HINT);
}

static void
an_unknown_role_is_named(void **state)
{
    assert_non_null(
        find(check_text(*state, HEAD JOB, "practice-manger"), CODE_X181));
}

static void
carets_stand_under_the_words_in_every_style(void **state)
{
    static const char *const bullets[] = {
        "Cut waits by 30% a year.",
        "\"Cut \\u201Cwaits\\u201D by 30% a year.\"",
        "'Cut the patients'' waits by 30% a year.'",
        ">-\n        Cut waits\n        by 30%\n        a year.",
        "|\n        Cut waits by 30%\n        a year.",
        "Cut *waits* by **30%** a year."};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        struct str text = str_format(
            *state, HEAD JOB "    highlights:\n      - %s\n", bullets[i]);
        struct findings *findings = check_text(*state, text.at, "");
        const struct finding *finding = find(findings, CODE_M105);
        if (!finding)
            fail_msg("no finding in %s", bullets[i]);
        assert_str(span_text(findings_sources(findings), finding->span), "30%");
    }
}

static void
an_unread_file_is_not_judged(void **state)
{
    struct sources *sources = sources_new(*state);
    struct findings *findings = findings_new(*state, sources);
    struct decode_options decode = {.today = {.year = 2025}};
    struct check_options options = {.today = {.year = 2025}};
    check_run(*state, findings,
              candidate_decode(*state, findings, NULL, &decode), &options);
    assert_null(find(findings, CODE_S103));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(a_code_is_ignored_in_the_file),
        UNIT_TEST(a_code_is_ignored_in_an_entry),
        UNIT_TEST(a_code_is_ignored_on_a_line),
        UNIT_TEST(severities_and_parameters_are_set),
        UNIT_TEST(other_languages_are_left_alone),
        UNIT_TEST(beginners_get_hints),
        UNIT_TEST(an_unknown_role_is_named),
        UNIT_TEST(carets_stand_under_the_words_in_every_style),
        UNIT_TEST(an_unread_file_is_not_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
