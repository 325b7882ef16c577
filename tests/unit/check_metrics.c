/* The metric detector against judged bullets: tests/metrics/. */
#include "check/reading.h"

#include "judged.h"

#include <stdio.h>

#include "check/check.h"
#include "model/decode.h"

struct tally {
    size_t cases, verdicts, claimed, unclaimed;
};

static struct str
text_of(const struct node *map, const char *key)
{
    const struct node *node = node_get(map, key);
    return node && node->kind == NODE_SCALAR ? node->text : STR("");
}

static struct str
number_text(struct str text, const struct reading_number *number)
{
    return str_slice(text, number->from, number->to);
}

static void
print_case(const struct node *node, const struct reading *reading,
           const char *what)
{
    struct str text = text_of(node, "t");
    printf("%.*s %s: %.*s\n   ", STR_ARG(text_of(node, "id")), what,
           STR_ARG(text));
    printf("verdict %s score %d", verdict_name(reading->verdict),
           reading->score);
    for (size_t i = 0; i < reading->numbers.count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        struct str written = number_text(text, number);
        printf(" [%.*s %s %s%s]", STR_ARG(written),
               number_class_name(number->class), unit_kind_name(number->unit),
               number->relative_change ? " relative" : "");
    }
    if (reading->pairs.count) {
        const struct reading_pair *pair = &reading->pairs.at[0];
        struct str a = number_text(text, &reading->numbers.at[pair->before]);
        struct str b = number_text(text, &reading->numbers.at[pair->after]);
        printf(" pair %.*s -> %.*s", STR_ARG(a), STR_ARG(b));
    }
    printf("\n");
}

static bool
outcomes_agree(const struct node *node, const struct reading *reading)
{
    const struct node *out = node_get(node, "out");
    struct str text = text_of(node, "t");
    size_t n = 0;
    if (!out)
        return true;
    for (size_t i = 0; i < reading->numbers.count; i++) {
        if (reading->numbers.at[i].class != NUMBER_OUTCOME)
            continue;
        if (n >= out->items.count ||
            !str_equal(out->items.at[n]->text,
                       number_text(text, &reading->numbers.at[i])))
            return false;
        n++;
    }
    return n == out->items.count;
}

static bool
pair_agrees(const struct node *node, const struct reading *reading)
{
    const struct node *pair = node_get(node, "pair");
    struct str text = text_of(node, "t");
    if (!pair)
        return true;
    if (!reading->pairs.count)
        return false;
    const struct reading_pair *found = &reading->pairs.at[0];
    struct str a = number_text(text, &reading->numbers.at[found->before]);
    struct str b = number_text(text, &reading->numbers.at[found->after]);
    return str_equal(pair->items.at[0]->text, a) &&
           (str_equal(pair->items.at[1]->text, b) ||
            str_equal(a, pair->items.at[1]->text));
}

static bool
score_agrees(const struct node *node, const struct reading *reading)
{
    const struct node *score = node_get(node, "score");
    uint64_t low, high;
    if (!score || !str_to_u64(score->items.at[0]->text, &low) ||
        !str_to_u64(score->items.at[1]->text, &high))
        return true;
    return (uint64_t)reading->score >= low && (uint64_t)reading->score <= high;
}

/* ---- the rules on one bullet ------------------------------------------- */

static const enum code judged[] = {CODE_M101, CODE_M103, CODE_M104,
                                   CODE_M105, CODE_M107, CODE_M108,
                                   CODE_M110, CODE_M111, CODE_M112};

static const struct candidate *
one_bullet(struct arena *arena, struct findings *findings, struct str text)
{
    struct buf yaml = buf_new(arena);
    buf_add_text(&yaml, "basics: {name: Jo Ray, email: jo@mail.net}\n"
                        "experience:\n"
                        "  - organization: Lakeside Clinic\n"
                        "    position: Manager\n"
                        "    start_date: 2012-01\n"
                        "    highlights: [");
    buf_add_json(&yaml, text);
    buf_add_text(&yaml, "]\n");
    uint32_t source =
        sources_add(findings_sources(findings), STR("t.yaml"), buf_str(&yaml));
    struct decode_options options = {.today = {.year = 2025, .month = 11}};
    return candidate_decode(arena, findings, yaml_load(arena, findings, source),
                            &options);
}

static bool
rules_agree(struct arena *arena, const struct node *node)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    struct check_options options = {
        .pack = pack_find(STR("health-management")),
        .today = {.year = 2025, .month = 11, .day = 22}};
    const struct candidate *candidate =
        one_bullet(arena, findings, text_of(node, "t"));
    bool agree = true;
    check_run(arena, findings, candidate, &options);
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++) {
        bool found = fires(findings, judged[i]);
        if (found == expects(node, judged[i]))
            continue;
        printf("%.*s %s %s: %.*s\n", STR_ARG(text_of(node, "id")),
               found ? "wrongly fires" : "misses", code_entry(judged[i])->id,
               STR_ARG(text_of(node, "t")));
        agree = false;
    }
    return agree;
}

static size_t
rules_wrong(const char *path)
{
    struct arena *arena = arena_new();
    const struct node *cases = load_cases(arena, path);
    size_t wrong = 0;
    for (size_t i = 0; i < cases->items.count; i++)
        wrong += !rules_agree(arena, cases->items.at[i]);
    arena_free(arena);
    return wrong;
}

static void
rules_fire_on_single_bullets(void **state)
{
    (void)state;
    assert_int_equal(rules_wrong("tests/metrics/cases.yaml"), 0);
    assert_int_equal(rules_wrong("tests/metrics/health-care.yaml"), 0);
}

static struct tally
measure(const char *path, const char *pack_name, bool details)
{
    struct arena *arena = arena_new();
    const struct node *cases = load_cases(arena, path);
    const struct pack *pack = pack_find(str_from(pack_name));
    struct tally tally = {0};
    assert_non_null(cases);
    assert_non_null(pack);
    for (size_t i = 0; i < cases->items.count; i++) {
        const struct node *node = cases->items.at[i];
        const struct reading *reading =
            reading_of(arena, pack, text_of(node, "t"));
        bool verdict =
            str_is(text_of(node, "v"), verdict_name(reading->verdict));
        bool result = str_is(text_of(node, "v"), "outcome");
        tally.cases++;
        tally.verdicts += verdict;
        tally.unclaimed += !result;
        tally.claimed += !result && reading->verdict == VERDICT_OUTCOME;
        if (!verdict)
            print_case(node, reading, "verdict");
        else if (details && !outcomes_agree(node, reading))
            print_case(node, reading, "outcomes");
        else if (details && !pair_agrees(node, reading))
            print_case(node, reading, "pair");
        else if (details && !score_agrees(node, reading))
            print_case(node, reading, "score");
        else
            continue;
        tally.verdicts -= verdict;
    }
    arena_free(arena);
    return tally;
}

static void
agrees_with_every_case(void **state)
{
    (void)state;
    struct tally tally =
        measure("tests/metrics/cases.yaml", "health-management", true);
    assert_int_equal(tally.verdicts, tally.cases);
    tally =
        measure("tests/metrics/health-care.yaml", "health-management", false);
    assert_int_equal(tally.verdicts, tally.cases);
}

static void
tally_add(struct tally *tally, const struct tally *more)
{
    tally->cases += more->cases;
    tally->verdicts += more->verdicts;
    tally->claimed += more->claimed;
    tally->unclaimed += more->unclaimed;
}

static void
generalises(void **state)
{
    (void)state;
    struct tally tally =
        measure("tests/metrics/other-fields.yaml", "general", false);
    struct tally more =
        measure("tests/metrics/more-fields.yaml", "general", false);
    struct tally everyday =
        measure("tests/metrics/everyday.yaml", "general", false);
    tally_add(&tally, &more);
    tally_add(&tally, &everyday);
    printf("other fields: %zu of %zu verdicts, %zu of %zu without a result "
           "taken for one\n",
           tally.verdicts, tally.cases, tally.claimed, tally.unclaimed);
    assert_true(tally.cases >= 150);
    assert_true(tally.verdicts * 100 >= tally.cases * 95);
    assert_true(tally.claimed * 100 <= tally.unclaimed * 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_every_case),
        cmocka_unit_test(rules_fire_on_single_bullets),
        cmocka_unit_test(generalises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
