/*
 * What is printed for programs, of every bad file among the tests, is as its
 * schema says; the schema of SARIF beside the tests holds what the standard
 * demands of the parts that are written.
 */
#include "findings.h"
#include "json_schema.h"

#include <dirent.h>
#include <string.h>

#include "base/embedded.h"
#include "base/file.h"
#include "pipeline/build.h"

static struct json *
schema_of(struct arena *arena, struct str text)
{
    struct json *schema = json_read(arena, text);

    assert_non_null(schema);
    return schema;
}

static struct str
bytes_of(struct arena *arena, const char *path)
{
    struct str bytes = STR("");

    (void)file_read(arena, path, 1u << 20, &bytes);
    return bytes;
}

static void
check_output(struct arena *arena, const struct json *schema, struct str text,
             const char *what)
{
    const struct json *value = json_read(arena, text);
    struct str problem;

    if (!value)
        fail_msg("%s: not JSON: %.*s", what, STR_ARG(text));
    problem = json_problem(arena, schema, value);
    if (problem.len > 0)
        fail_msg("%s: %.*s", what, STR_ARG(problem));
}

struct schemas {
    const struct json *findings, *metrics, *sarif;
};

static struct dossier_result
result_of(struct arena *arena, struct str bytes, bool metrics)
{
    const struct dossier_request request = {
        .name = STR("a \"b\"/\xC3\xA9.yaml"),
        .bytes = bytes,
        .today = {.year = 2025, .month = 11, .day = 22},
        .only_check = true,
        .metrics = metrics,
        .metrics_json = metrics,
        .dump = STAGE_BYTES,
    };

    return dossier_build(arena, &request);
}

static void
check_file(const struct schemas *schemas, const char *path)
{
    struct arena *arena = arena_new();
    struct str bytes = bytes_of(arena, path), text;
    struct dossier_result result = result_of(arena, bytes, false);

    text = printed(result.findings, (struct print_options){.format = PRINT_JSON,
                                                           .version = "1"});
    check_output(arena, schemas->findings, text, path);
    text =
        printed(result.findings,
                (struct print_options){.format = PRINT_SARIF, .version = "1"});
    check_output(arena, schemas->sarif, text, path);
    result = result_of(arena, bytes, true);
    if (result.dump.len > 0)
        check_output(arena, schemas->metrics, result.dump, path);
    arena_free(arena);
}

static struct schemas
schemas_read(struct arena *arena)
{
    return (struct schemas){
        .findings = schema_of(
            arena,
            embedded_find(STR("include/diag/schemas/findings.json"))->bytes),
        .metrics = schema_of(
            arena,
            embedded_find(STR("include/check/schemas/metrics.json"))->bytes),
        .sarif = schema_of(arena, bytes_of(arena, "tests/schemas/sarif.json")),
    };
}

static void
outputs_are_as_their_schemas_say(void **state)
{
    struct schemas schemas = schemas_read(*state);
    DIR *folder = opendir("tests/check");
    size_t count = 0;

    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        struct str path =
            str_format(*state, "tests/check/%s/bad.yaml", entry->d_name);

        if (bytes_of(*state, path.at).len == 0)
            continue;
        check_file(&schemas, path.at);
        count++;
    }
    closedir(folder);
    assert_in_range(count, 50, 100000);
}

/* Each rule's index is its place, and each result points to its own rule. */
static void
results_point_to_their_rules(void **state)
{
    struct findings *findings = findings_over(*state, STR("a: b\n"));
    const struct json *log, *run, *rules, *results;

    (void)finding_add(findings, CODE_A, (struct span){0, 0, 1}, "M");
    (void)finding_add(findings, CODE_C, (struct span){0, 3, 4}, "M");
    log = json_read(
        *state, printed(findings, (struct print_options){.format = PRINT_SARIF,
                                                         .version = "1"}));
    run = json_member(log, "runs")->items.at[0];
    rules =
        json_member(json_member(json_member(run, "tool"), "driver"), "rules");
    results = json_member(run, "results");
    assert_int_equal(results->items.count, 2);
    for (size_t i = 0; i < results->items.count; i++) {
        const struct json *result = results->items.at[i];
        size_t index = (size_t)json_member(result, "ruleIndex")->number;

        assert_true(json_equal(json_member(result, "ruleId"),
                               json_member(rules->items.at[index], "id")));
    }
}

/* The test itself: a validator that accepts everything would prove nothing. */
static void
what_breaks_a_schema_is_told(void **state)
{
    static const struct {
        const char *format, *more, *problem;
    } cases[] = {
        {"1", "", ""},
        {"1", ", \"line\": 3, \"help\": \"H\"", ""},
        {"2", "", "#/format: has another value"},
        {"1, \"more\": []", "", "#/more: is not in the schema"},
        {"1, \"format\": 1", "", "#/format: stands twice"},
        {"1", ", \"line\": 0", "#/findings/0/line: is too little"},
        {"1", ", \"line\": 1.5", "#/findings/0/line: is of another type"},
        {"1", ", \"help\": 1", "#/findings/0/help: is of another type"},
        {"1", ", \"edit\": {\"from\": 1, \"to\": 2, \"text\": \"\"}",
         "#/findings/0/edit: lacks safe"},
    };
    struct schemas schemas = schemas_read(*state);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_format(
            *state,
            "{\"tool\": \"dossier\", \"version\": \"1\", \"errors\": 0, "
            "\"warnings\": 0, \"hints\": 0, \"format\": %s, \"findings\": "
            "[{\"code\": \"a\", \"name\": \"b\", \"severity\": \"hint\", "
            "\"message\": \"m\"%s}]}",
            cases[i].format, cases[i].more);
        const struct json *value = json_read(*state, text);

        assert_non_null(value);
        assert_str(json_problem(*state, schemas.findings, value),
                   cases[i].problem);
    }
}

static void
only_json_is_read(void **state)
{
    static const char *const bad[] = {
        "",       "{",      "[1,]",    "{\"a\":}", "[01]", "'a'",     "[1] 2",
        "{a: 1}", "\"\t\"", "\"\\x\"", "nul",      "[+1]", "\"\xFF\""};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (json_read(*state, str_from(bad[i])))
            fail_msg("|%s|", bad[i]);
    assert_non_null(
        json_read(*state, STR("{\"a\": [1, -2.5e3, \"\\u00e9\"]}")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(outputs_are_as_their_schemas_say),
        UNIT_TEST(results_point_to_their_rules),
        UNIT_TEST(what_breaks_a_schema_is_told),
        UNIT_TEST(only_json_is_read),
    };

    return cmocka_run_group_tests_name("diag_schemas", tests, NULL, NULL);
}
