/* The rules of style against judged bullets: tests/style/. */
#include "check/check.h"

#include "judged.h"

#include <stdio.h>

#include "model/decode.h"

static const enum code judged[] = {CODE_T101, CODE_T102, CODE_T103, CODE_T104,
                                   CODE_T105, CODE_T106, CODE_T107, CODE_T109};

#define JUDGED (sizeof judged / sizeof *judged)

/* A candidate whose only bullet it is. */
static void
check_bullet(struct arena *arena, struct findings *findings,
             const struct node *node)
{
    struct buf yaml = buf_new(arena);
    bool now = node_get(node, "now") != NULL;
    buf_print(&yaml,
              "basics: {name: Jo Ray, email: jo@mail.net}\n"
              "experience:\n"
              "  - organization: Lakeside\n"
              "    position: Manager\n"
              "    start_date: 2012-01\n"
              "    end_date: %s\n"
              "    highlights: [",
              now ? "present" : "2021-05");
    buf_add_json(&yaml, node_get(node, "t")->text);
    buf_add_text(&yaml, "]\n");
    uint32_t source =
        sources_add(findings_sources(findings), STR("t.yaml"), buf_str(&yaml));
    struct decode_options decode = {.today = {.year = 2025, .month = 11}};
    const struct candidate *candidate = candidate_decode(
        arena, findings, yaml_load(arena, findings, source), &decode);
    struct check_options options = {
        .pack = pack_find(STR("general")),
        .today = {.year = 2025, .month = 11, .day = 22}};
    check_run(arena, findings, candidate, &options);
}

static bool
agrees(struct arena *arena, const struct node *node)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    bool agree = true;
    check_bullet(arena, findings, node);
    for (size_t i = 0; i < JUDGED; i++) {
        bool found = fires(findings, judged[i]);
        if (found == expects(node, judged[i]))
            continue;
        printf("%s %s: %.*s\n", code_entry(judged[i])->id,
               found ? "wrongly fires" : "misses",
               STR_ARG(node_get(node, "t")->text));
        agree = false;
    }
    return agree;
}

static void
agrees_with_every_case(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct node *cases = load_cases(arena, "tests/style/cases.yaml");
    size_t wrong = 0;
    for (size_t i = 0; i < cases->items.count; i++)
        wrong += !agrees(arena, cases->items.at[i]);
    assert_true(cases->items.count >= 150);
    arena_free(arena);
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_every_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
