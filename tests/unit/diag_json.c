#include "findings.h"

#include <string.h>

static const struct print_options json = {.format = PRINT_JSON,
                                          .version = "1.2.3"};
static const struct print_options github = {.format = PRINT_GITHUB};

static void
nothing_found(void **state)
{
    struct findings *findings = findings_over(*state, STR("name: x\n"));

    assert_str(printed(findings, json),
               "{\"format\": 1, \"tool\": \"dossier\", \"version\": \"1.2.3\", "
               "\"findings\": [], \"errors\": 0, \"warnings\": 0, "
               "\"hints\": 0}\n");
    assert_str(printed(findings, github), "");
}

static struct findings *
some_findings(struct arena *arena)
{
    struct findings *findings =
        findings_over(arena, STR("n: \"José\nCorté\"\nnaem: x, y\n"));
    struct finding *finding;

    (void)finding_add(findings, CODE_C, SPAN_NONE, "Say \"when\"");
    (void)finding_add(findings, CODE_A, span_of(findings, "José\nCorté"),
                      "One\nline");
    finding = finding_add(findings, CODE_B, span_of(findings, "naem"),
                          "Unknown key, 100%%: `naem`");
    finding_help(finding, "write `name`\nor leave it out");
    finding->path = STR("basics.naem");
    finding->has_edit = true;
    finding->edit_is_safe = true;
    finding->edit = (struct edit){finding->span, STR("name")};
    return findings;
}

static void
json_gives_what_a_finding_has(void **state)
{
    assert_str(printed(some_findings(*state), json),
               "{\"format\": 1, \"tool\": \"dossier\", \"version\": \"1.2.3\", "
               "\"findings\": [\n"
               " {\"code\": \"X310\", \"name\": \"picture-format\", "
               "\"severity\": \"error\", \"message\": \"One\\nline\", "
               "\"file\": \"me.yaml\", \"line\": 1, \"column\": 5, "
               "\"end_line\": 2, \"end_column\": 6, \"from\": 4, \"to\": 16},\n"
               " {\"code\": \"X311\", \"name\": \"picture-broken\", "
               "\"severity\": \"warning\", "
               "\"message\": \"Unknown key, 100%: `naem`\", "
               "\"help\": \"write `name`\\nor leave it out\", "
               "\"path\": \"basics.naem\", "
               "\"file\": \"me.yaml\", \"line\": 3, \"column\": 1, "
               "\"end_line\": 3, \"end_column\": 5, \"from\": 18, \"to\": 22, "
               "\"edit\": {\"from\": 18, \"to\": 22, \"text\": \"name\", "
               "\"safe\": true}},\n"
               " {\"code\": \"X312\", \"name\": \"picture-too-large\", "
               "\"severity\": \"hint\", \"message\": \"Say \\\"when\\\"\"}\n"
               "], \"errors\": 1, \"warnings\": 1, \"hints\": 1}\n");
}

static void
github_commands_are_one_line_each(void **state)
{
    assert_str(printed(some_findings(*state), github),
               "::error file=me.yaml,line=1,endLine=2,"
               "title=X310 picture-format::One%0Aline\n"
               "::warning file=me.yaml,line=3,endLine=3,col=1,endColumn=5,"
               "title=X311 picture-broken::Unknown key, 100%25: `naem`"
               "%0Awrite `name`%0Aor leave it out\n"
               "::notice title=X312 picture-too-large::Say \"when\"\n");
}

static void
github_file_names_are_escaped(void **state)
{
    struct sources *sources = sources_new(*state);
    struct findings *findings = findings_new(*state, sources);
    uint32_t set = sources_add(sources, STR("a,b:c%.yaml"), STR("x"));

    findings_set_severity(findings, CODE_A, SEVERITY_ERROR);
    (void)finding_add(findings, CODE_A, (struct span){set, 0, 1}, "M");
    assert_str(printed(findings, github),
               "::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,"
               "endColumn=2,title=X310 picture-format::M\n");
}

static void
programs_get_all_of_a_kind(void **state)
{
    struct findings *findings = findings_over(*state, STR("0123456789abcdef"));

    for (uint32_t i = 0; i < 13; i++)
        (void)finding_add(findings, CODE_A, (struct span){0, i, i}, "many");
    assert_true(
        str_ends(printed(findings, json),
                 STR("], \"errors\": 13, \"warnings\": 0, \"hints\": 0}\n")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(nothing_found),
        UNIT_TEST(json_gives_what_a_finding_has),
        UNIT_TEST(github_commands_are_one_line_each),
        UNIT_TEST(github_file_names_are_escaped),
        UNIT_TEST(programs_get_all_of_a_kind),
    };

    return cmocka_run_group_tests_name("diag_json", tests, NULL, NULL);
}
