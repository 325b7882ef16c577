/* What an edition holds after the filter: no way leads to what is withheld. */
#include "edition/edition.h"

#include "base/buf.h"
#include "load/yaml.h"
#include "model/decode.h"
#include "model/encode.h"
#include "unit.h"

struct made {
    const struct candidate *whole;
    const struct edition *edition;
};

static struct made
make(struct arena *arena, const char *yaml, enum audience audience,
     const char *variant)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, STR("test.yaml"), str_from(yaml));
    struct node *tree = yaml_load(arena, findings, source);
    const struct decode_options decode = {.today = {.year = 2025, .month = 11},
                                          .audience = audience};
    const struct edition_options options = {
        .variant = str_from(variant),
        .audience = audience,
        .pack = pack_find(STR("health-management")),
    };
    struct made made;
    assert_non_null(tree);
    made.whole = candidate_decode(arena, findings, tree, &decode);
    made.edition = edition_make(arena, findings, made.whole, &options);
    return made;
}

static const char with_records[] =
    "basics: {name: Ada Moss, email: a@example.net}\n"
    "metrics:\n"
    "  - {id: open, after: 1, unit: count, period: 2022,\n"
    "     benchmark: {value: 777, private: true}}\n"
    "  - {id: shut, after: 2, unit: count, period: 2022, private: true}\n"
    "key_metrics: [open, shut]\n"
    "case_studies:\n"
    "  - title: Ours\n"
    "    results: [{text: R., ref: [open, shut]}]\n"
    "    balancing: [shut]\n"
    "    evidence: [plan, 'a.pdf']\n"
    "  - title: Theirs\n"
    "    private: true\n"
    "    metrics: [{id: inner, after: 3, unit: count, period: 2022}]\n"
    "work_samples: [{id: plan, title: Plan, private: true}]\n"
    "skills: [{name: S, evidence: [plan]}]\n";

static void
records_of_withheld_entries_are_gone(void **state)
{
    const struct made made = make(*state, with_records, AUDIENCE_PUBLIC, "");
    const struct candidate *shown = made.edition->shown;
    assert_int_equal(made.whole->all_metrics.count, 3);
    assert_int_equal(shown->all_metrics.count, 1);
    assert_str(shown->all_metrics.at[0]->item.id.s, "open");
    assert_int_equal(shown->key_metric_refs.count, 1);
    assert_int_equal(shown->key_metrics.count, 1);
    const struct case_study *study = &shown->case_studies.at[0];
    assert_int_equal(shown->case_studies.count, 1);
    assert_int_equal(study->results.at[0].metrics.count, 1);
    assert_int_equal(study->results.at[0].ref.count, 1);
    assert_int_equal(study->balancing_metrics.count, 0);
}

static void
references_lead_to_the_filtered_record(void **state)
{
    const struct made made = make(*state, with_records, AUDIENCE_PUBLIC, "");
    const struct candidate *shown = made.edition->shown;
    const struct metric *record =
        shown->case_studies.at[0].results.at[0].metrics.at[0];
    assert_ptr_equal(record, &shown->metrics.at[0]);
    assert_ptr_equal(record, shown->key_metric_refs.at[0]);
    assert_false(record->benchmark.value.given);
    assert_true(made.whole->metrics.at[0].benchmark.value.given);
}

static void
ids_of_withheld_proofs_are_gone(void **state)
{
    const struct made made = make(*state, with_records, AUDIENCE_PUBLIC, "");
    const struct candidate *shown = made.edition->shown;
    assert_int_equal(shown->case_studies.at[0].evidence.count, 1);
    assert_str(shown->case_studies.at[0].evidence.at[0].s, "a.pdf");
    assert_int_equal(shown->skills.at[0].evidence.count, 0);
}

static const char with_settings[] =
    "basics: {name: Ada Moss, email: a@example.net, summary: Plain.}\n"
    "meta: {author_note: zqnote, version: 1}\n"
    "experience:\n"
    "  - {organization: O, position: P, start_date: 2020, notes: zqprivate}\n"
    "testimonials:\n"
    "  - {quote: Q, author: A, consent: {given: true, date: 2024,\n"
    "     scope: [portfolio], evidence: zqletter}}\n"
    "variants:\n"
    "  - {name: v, headline: Chief, summary: For you., locale: de,\n"
    "     target_role: ceo, keywords: [zqword]}\n"
    "  - {name: other, letter: {closing: zqclosing}}\n";

static struct str
encoded(struct arena *arena, const struct made *made)
{
    struct buf out = buf_new(arena);
    candidate_encode(&out, made->edition->shown, NULL, 0);
    return buf_str(&out);
}

/* The YAML attached to a PDF is written from the edition. */
static void
the_owners_settings_stay_home(void **state)
{
    const struct made made =
        make(*state, with_settings, AUDIENCE_EMPLOYER, "v");
    struct str yaml = encoded(*state, &made);
    assert_true(str_find(yaml, STR("zq"), 0) == SIZE_MAX);
    assert_true(str_find(yaml, STR("variants"), 0) == SIZE_MAX);
}

static void
notes_are_for_the_interview(void **state)
{
    struct made made = make(*state, with_settings, AUDIENCE_INTERVIEW, "");
    assert_int_equal(
        made.edition->shown->experience.at[0].item.notes.blocks.count, 1);
    made = make(*state, with_settings, AUDIENCE_EMPLOYER, "");
    assert_int_equal(
        made.edition->shown->experience.at[0].item.notes.blocks.count, 0);
}

static void
variants_speak_for_themselves(void **state)
{
    const struct made made =
        make(*state, with_settings, AUDIENCE_EMPLOYER, "v");
    const struct candidate *shown = made.edition->shown;
    assert_str(shown->basics.headline.s, "Chief");
    assert_str(shown->basics.summary.plain, "For you.");
    assert_str(shown->meta.language.s, "de");
    assert_str(made.edition->role, "ceo");
    assert_str(made.whole->basics.summary.plain, "Plain.");
}

static void
a_variant_that_is_not_there(void **state)
{
    const struct made made =
        make(*state, with_settings, AUDIENCE_EMPLOYER, "w");
    assert_null(made.edition);
}

static void
an_empty_file_makes_an_edition(void **state)
{
    const struct made made = make(*state, "{}", AUDIENCE_PUBLIC, "");
    assert_non_null(made.edition);
    assert_int_equal(made.edition->withheld.count, 0);
}

static void
confidential_figures_stay_home(void **state)
{
    const struct made made = make(
        *state,
        "basics: {name: Ada Moss, email: a@example.net}\n"
        "metrics:\n"
        "  - {id: pay, label: Pay, before: 9876, after: 7654, target: 7000,\n"
        "     unit: usd, period: 2022, confidential: true}\n",
        AUDIENCE_INTERVIEW, "");
    const struct metric *pay = &made.edition->shown->metrics.at[0];
    struct str yaml = encoded(*state, &made);
    assert_false(pay->before.given || pay->after.given || pay->target.given);
    assert_str(metric_print(*state, NULL, pay, METRIC_CHANGE), "-23%");
    assert_true(str_find(yaml, STR("9876"), 0) == SIZE_MAX);
    assert_true(str_find(yaml, STR("7654"), 0) == SIZE_MAX);
    assert_true(str_find(yaml, STR("-23%"), 0) != SIZE_MAX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(records_of_withheld_entries_are_gone),
        UNIT_TEST(references_lead_to_the_filtered_record),
        UNIT_TEST(ids_of_withheld_proofs_are_gone),
        UNIT_TEST(the_owners_settings_stay_home),
        UNIT_TEST(confidential_figures_stay_home),
        UNIT_TEST(notes_are_for_the_interview),
        UNIT_TEST(variants_speak_for_themselves),
        UNIT_TEST(a_variant_that_is_not_there),
        UNIT_TEST(an_empty_file_makes_an_edition),
    };
    return cmocka_run_group_tests_name("edition_filter", tests, NULL, NULL);
}
