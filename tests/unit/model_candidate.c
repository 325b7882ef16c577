/* What the decoder makes of a file: entries in their several forms, records
   and the figures that prose takes from them, years, size. */
#include "model.h"

#include "model/fields.h"

#define HEAD                                                                   \
    "basics: {name: Jo Ray, email: jo@mail.net}\n"                             \
    "education: [{institution: U, degree: MHA}]\n"

/* ---- experience --------------------------------------------------------- */

static void
one_position_is_read_from_its_employer(void **state)
{
    struct decoded decoded = decode_text(
        *state, STR(HEAD "experience:\n"
                         "  - organization: A\n"
                         "    position: B\n"
                         "    start_date: 2020-02\n"
                         "    location: Springfield, IL\n"
                         "    setting: outpatient clinic\n"
                         "    summary: Runs it.\n"
                         "    tags: [x]\n"
                         "    metrics: [w, {kpi: k, after: 1, unit: x,\n"
                         "      period: 2020}]\n"
                         "    highlights: [One., {text: Two.}]\n"
                         "metrics: [{id: w, kpi: k, after: 2, unit: x, "
                         "period: 2020}]\n"));
    const struct experience *job = decoded.candidate->experience.at;
    assert_str(decoded_findings(&decoded), "");
    assert_false(job->has_positions);
    assert_int_equal(job->positions.count, 1);
    assert_str(job->positions.at->position.s, "B");
    assert_str(job->positions.at->summary.plain, "Runs it.");
    assert_str(job->positions.at->location.text.s, "Springfield, IL");
    assert_str(job->location.text.s, "Springfield, IL");
    assert_str(job->setting.kind.s, "outpatient clinic");
    assert_int_equal(job->positions.at->highlights.count, 2);
    assert_int_equal(job->positions.at->item.tags.count, 1);
    assert_int_equal(job->positions.at->metrics.count, 1);
    assert_int_equal(job->positions.at->metric_refs.count, 2);
    assert_ptr_equal(job->positions.at->metric_refs.at[0],
                     decoded.candidate->metrics.at);
    assert_str(job->positions.at->highlights.at[1].item.path,
               "experience[0].highlights[1]");
    assert_int_equal(job->summary.plain.len, 0);
}

static void
several_positions_share_their_employer(void **state)
{
    struct decoded decoded = decode_text(
        *state, STR(HEAD "experience:\n"
                         "  - organization: A\n"
                         "    summary: A group of clinics.\n"
                         "    positions:\n"
                         "      - {position: B, start_date: 2020}\n"
                         "      - {position: C, start_date: 2017,\n"
                         "         end_date: 2019, highlights: [One.]}\n"));
    const struct experience *job = decoded.candidate->experience.at;
    assert_str(decoded_findings(&decoded), "");
    assert_true(job->has_positions);
    assert_int_equal(job->positions.count, 2);
    assert_str(job->summary.plain, "A group of clinics.");
    assert_str(job->positions.at[1].highlights.at->item.path,
               "experience[0].positions[1].highlights[0]");
}

/* ---- cases -------------------------------------------------------------- */

#define CASE                                                                   \
    HEAD "experience: [{organization: A, position: B, start_date: 2020}]\n"    \
         "case_studies:\n"                                                     \
         "  - title: T\n"                                                      \
         "    setting: hospital\n"                                             \
         "    period: 2020/2021\n"                                             \
         "    role: Lead\n"                                                    \
         "    situation: S.\n"                                                 \
         "    challenge: C.\n"                                                 \
         "    actions: [One., Two.]\n"

static void
results_may_be_lines_or_records(void **state)
{
    struct decoded decoded = decode_text(
        *state,
        STR(CASE "    results:\n"
                 "      - Grew by {grow.points}.\n"
                 "      - {text: Fell., ref: [grow], metrics: [{id: fall,\n"
                 "         kpi: k, before: 4, after: 2, unit: x, "
                 "period: 2020}]}\n"
                 "      - {id: grow, kpi: k, before: 4, after: 7, unit: x,\n"
                 "         period: 2020}\n"));
    const struct case_study *study = decoded.candidate->case_studies.at;
    const struct highlight *results = study->results.at;
    assert_str(decoded_findings(&decoded), "");
    assert_int_equal(study->results.count, 3);
    assert_str(results[0].text.plain, "Grew by +3 points.");
    assert_int_equal(results[1].metrics.count, 2);
    assert_ptr_equal(results[1].metrics.at[0], results[2].metrics.at[0]);
    assert_str(results[1].metrics.at[1]->item.id.s, "fall");
    assert_int_equal(results[2].text.plain.len, 0);
    assert_int_equal(decoded.candidate->all_metrics.count, 2);
    assert_ptr_equal(candidate_metric(decoded.candidate, STR("grow")),
                     results[2].own_metrics.at);
}

static void
balancing_may_be_a_line_or_ids(void **state)
{
    static const struct {
        const char *balancing, *plain;
        size_t records;
    } cases[] = {{"Satisfaction held.", "Satisfaction held.", 0},
                 {"falls", "", 1},
                 {"[falls]", "", 1},
                 {"fallsx", "fallsx", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str file = str_format(
            *state,
            CASE "    results: [R.]\n"
                 "    balancing: %s\n"
                 "    metrics: [{id: falls, kpi: k, after: 1, unit: x, "
                 "period: 2020}]\n",
            cases[i].balancing);
        struct decoded decoded = decode_text(*state, file);
        const struct case_study *study = decoded.candidate->case_studies.at;
        assert_str(decoded_findings(&decoded), "");
        assert_str(study->balancing.plain, cases[i].plain);
        assert_int_equal(study->balancing_metrics.count, cases[i].records);
        assert_int_equal(study->metric_refs.count, 1);
    }
}

/* ---- records ------------------------------------------------------------ */

static void
figures_in_prose(void **state)
{
    static const struct {
        const char *record, *prose, *plain;
    } cases[] = {
        {"before: 41, after: 26", "{m.before} to {m.after} ({m.change})",
         "41 to 26 (-37%)"},
        {"before: 22%, after: 14%", "{m.before}% to {m.after}%, {m.points}",
         "22% to 14%, -8 points"},
        {"before: 4.2, after: 4.0", "{m.change}", "-4.8%"},
        {"before: 3, after: 21", "{m.change}", "+600%"},
        {"before: 10, after: 11", "{m.points} {m.change}", "+1 point +10%"},
        {"before: 1140, after: '$965.50'", "{m.before} {m.after}",
         "1,140 $965.50"},
        {"before: 3.50, after: 3", "{m.before} {m.points}", "3.50 -0.5 points"},
        {"before: -4, after: -2", "{m.change}", "+50%"},
        {"before: 1, after: 2, change_percent: -12.5", "{m.change}", "-12.5%"},
        {"after: 9, target: 8", "{m.target}", "8"},
        {"after: 9, label: Falls", "{m.label}", "Falls"},
        {"after: 9", "{m.label}", "some kpi"},
        {"after: 9, unit: per_1000_patient_days", "{m.unit}",
         "per 1,000 patient days"},
        {"after: 9, period: 2023-01/2023-06", "{m.period}",
         "January\xE2\x80\x93June 2023"},
        {"before: 9, after: 6, confidential: yes", "{m.change}", "-33%"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool has_unit =
            str_find(str_from(cases[i].record), STR("unit"), 0) != SIZE_MAX;
        bool has_period =
            str_find(str_from(cases[i].record), STR("period"), 0) != SIZE_MAX;
        struct str file = str_format(
            *state,
            HEAD "experience: [{organization: A, position: B, "
                 "start_date: 2020, highlights: ['%s']}]\n"
                 "metrics: [{id: m, kpi: some-kpi, %s%s%s}]\n",
            cases[i].prose, cases[i].record, has_unit ? "" : ", unit: x",
            has_period ? "" : ", period: 2023");
        struct decoded decoded = decode_text(*state, file);
        assert_str(decoded_findings(&decoded), "");
        assert_str(decoded.candidate->experience.at->positions.at->highlights
                       .at->text.plain,
                   cases[i].plain);
    }
}

static void
change_in_tenths(void **state)
{
    static const struct {
        const char *before, *after;
        bool known;
        int64_t tenths;
    } cases[] = {{"41", "26", true, -366},   {"26", "41", true, 577},
                 {"4.20", "4", true, -48},   {"1", "1", true, 0},
                 {"0", "5", false, 0},       {"8", "7", true, -125},
                 {"-4", "-6", true, -500},   {"200", "199.9", true, -1},
                 {"2000", "1999", true, -1}, {"3000", "2999", true, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct metric metric = {0};
        int64_t tenths = 0;
        assert_true(decimal_parse(str_from(cases[i].before), &metric.before));
        assert_true(decimal_parse(str_from(cases[i].after), &metric.after));
        assert_int_equal(metric_change_tenths(&metric, &tenths),
                         cases[i].known);
        assert_int_equal(tenths, cases[i].tenths);
    }
}

/* ---- years -------------------------------------------------------------- */

static void
years_count_overlaps_once(void **state)
{
    static const struct {
        const char *jobs;
        int years;
    } cases[] = {
        {"{organization: A, position: B, start_date: 2020-02}", 5},
        {"{organization: A, position: B, start_date: 2015-01, "
         "end_date: 2019-12}",
         5},
        {"{organization: A, position: B, start_date: 2015-01, "
         "end_date: 2019-11}",
         4},
        {"{organization: A, position: B, start_date: 2016, end_date: 2018}", 2},
        {"{organization: A, position: B, start_date: 2015-01, "
         "end_date: 2019-12}, "
         "{organization: C, position: D, start_date: 2017-01, "
         "end_date: 2020-12}",
         6},
        {"{organization: A, position: B, start_date: 2015-01, "
         "end_date: 2015-12}, "
         "{organization: C, position: D, start_date: 2018-01, "
         "end_date: 2018-12}",
         2},
        {"{organization: A, kind: internship, position: B, "
         "start_date: 2015-01, end_date: 2019-12}",
         0},
        {"{organization: A, positions: [{position: B, start_date: 2024-11}, "
         "{position: C, start_date: 2022-11, end_date: 2024-10}]}",
         3},
        {"{organization: A, position: B, start_date: 2030-01}", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str file =
            str_format(*state, HEAD "experience: [%s]\n", cases[i].jobs);
        struct decoded decoded = decode_text(*state, file);
        if (decoded.candidate->years != cases[i].years)
            fail_msg("%s: %d years", cases[i].jobs, decoded.candidate->years);
    }
}

/* ---- size --------------------------------------------------------------- */

static struct str
long_file(struct arena *arena, int bullets)
{
    struct buf file = buf_new(arena);
    buf_add_text(&file, HEAD "metrics:\n");
    for (int i = 0; i < bullets; i++)
        buf_print(&file,
                  "  - {id: m%d, kpi: k, before: 9, after: %d, unit: x, "
                  "period: 2023}\n",
                  i, i);
    buf_add_text(&file, "experience:\n"
                        "  - organization: A\n"
                        "    position: B\n"
                        "    start_date: 2020\n"
                        "    highlights:\n");
    for (int i = 0; i < bullets; i++)
        buf_print(&file,
                  "      - {text: 'To {m%d.after}.', ref: [m%d, q%d], z: 1}\n",
                  i, i, i);
    return buf_str(&file);
}

/* Memory stands for work: nothing in the model works without allocating. */
static void
ten_thousand_bullets_take_linear_memory(void **state)
{
    struct arena *small = arena_new();
    (void)decode_text(small, long_file(small, 1000));
    struct decoded decoded = decode_text(*state, long_file(*state, 10000));
    const struct position *job = decoded.candidate->experience.at->positions.at;
    assert_int_equal(job->highlights.count, 10000);
    assert_str(job->highlights.at[9999].text.plain, "To 9,999.");
    assert_ptr_equal(job->highlights.at[9999].metrics.at[0],
                     &decoded.candidate->metrics.at[9999]);
    assert_true(arena_used(*state) < 14 * arena_used(small));
    arena_free(small);
}

/* A slip of the finger must not show more to more people. */
static void
unknown_words_hold_back(void **state)
{
    struct decoded decoded = decode_text(
        *state, STR(HEAD "awards: [{title: A, audience: employers-only}]\n"
                         "testimonials: [{quote: Q, author: A, title: T,\n"
                         "  relationship: peer, date: 2024,\n"
                         "  attribution: anonymous,\n"
                         "  consent: {given: true, date: 2024, scope: web}}]\n"
                         "certifications: [{abbr: C, status: lapsed}]\n"));
    const struct candidate *candidate = decoded.candidate;
    assert_int_equal(candidate->awards.at->item.audience.value,
                     AUDIENCE_INTERVIEW);
    assert_int_equal(candidate->testimonials.at->attribution.value,
                     ATTRIBUTION_NONE);
    assert_int_equal(candidate->certifications.at->status.value, -1);
}

static void
nothing_at_all_is_an_empty_candidate(void **state)
{
    struct decoded decoded = decode_text(*state, STR(""));
    assert_non_null(decoded.candidate);
    assert_null(decoded.candidate->basics.name.node);
    struct buf out = buf_new(*state);
    candidate_dump(&out, decoded.candidate, decoded.sources);
    assert_str(buf_str(&out), "(years) 0\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(one_position_is_read_from_its_employer),
        UNIT_TEST(several_positions_share_their_employer),
        UNIT_TEST(results_may_be_lines_or_records),
        UNIT_TEST(balancing_may_be_a_line_or_ids),
        UNIT_TEST(figures_in_prose),
        UNIT_TEST(change_in_tenths),
        UNIT_TEST(years_count_overlaps_once),
        UNIT_TEST(ten_thousand_bullets_take_linear_memory),
        UNIT_TEST(unknown_words_hold_back),
        UNIT_TEST(nothing_at_all_is_an_empty_candidate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
