/* What the schema cannot tell: the values. Compared from "columnKind" on, for
   the rules before it are the whole table of codes. */
#include "findings.h"

#include <string.h>

#define MORE                                                                   \
    ", \"mimeType\": \"application/yaml\", \"encoding\": \"UTF-8\", "          \
    "\"roles\": [\"analysisTarget\"]"

static const struct print_options sarif = {.format = PRINT_SARIF,
                                           .version = "1.2.3"};

/* Fingerprints have a test of their own. */
static struct str
without_fingerprints(struct arena *arena, struct str text)
{
    static const char begin[] =
        ",\n   \"partialFingerprints\": {\"dossier/v1\": \"";
    struct buf out = buf_new(arena);
    size_t at = 0, next;

    while ((next = str_find(text, str_from(begin), at)) != SIZE_MAX) {
        buf_add(&out, str_slice(text, at, next));
        at = str_find_byte(text, '}', next) + 1;
    }
    buf_add(&out, str_slice(text, at, text.len));
    return buf_str(&out);
}

static struct str
after_rules(struct str text)
{
    size_t at = str_find(text, STR(" \"columnKind\""), 0);

    assert_int_not_equal(at, SIZE_MAX);
    return str_slice(text, at, text.len);
}

static void
the_head_names_tool_and_rules(void **state)
{
    struct str text = printed(findings_new(*state, sources_new(*state)), sarif);
    size_t rules = 0, at = 0;

    assert_true(str_starts(
        text, STR("{\"$schema\": \"https://docs.oasis-open.org/sarif/sarif/"
                  "v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\n"
                  "\"version\": \"2.1.0\",\n"
                  "\"runs\": [{\n"
                  " \"tool\": {\"driver\": {\"name\": \"dossier\", "
                  "\"version\": \"1.2.3\", \"semanticVersion\": \"1.2.3\", "
                  "\"rules\": [\n")));
    while ((at = str_find(text, STR("\"defaultConfiguration\""), at)) !=
           SIZE_MAX) {
        rules++;
        at++;
    }
    assert_int_equal(rules, CODE_COUNT);
    assert_str(after_rules(text), " \"columnKind\": \"unicodeCodePoints\",\n"
                                  " \"artifacts\": [],\n"
                                  " \"results\": []}]}\n");
}

static void
a_rule_explains_itself(void **state)
{
    struct str text = printed(findings_new(*state, sources_new(*state)), sarif);
    const struct code_entry *entry = code_entry(CODE_X313);
    struct str rule = str_format(
        *state,
        "  {\"id\": \"X313\", \"name\": \"picture-coding\",\n"
        "   \"shortDescription\": {\"text\": \"%s\"},\n"
        "   \"fullDescription\": {\"text\": \"%s\"},\n"
        "   \"help\": {\"text\": \"%s\",\n"
        "    \"markdown\": \"%s\\n\\nInstead of:\\n\\n```yaml\\n%s\\n"
        "```\\n\\nwrite:\\n\\n```yaml\\n%s\\n```\"},\n"
        "   \"defaultConfiguration\": {\"level\": \"error\"}, "
        "\"properties\": {\"tags\": [\"The file itself\"]}}",
        entry->title, entry->why, entry->fix, entry->fix, entry->bad,
        entry->good);

    assert_int_not_equal(str_find(text, rule, 0), SIZE_MAX);
}

/* The rule's index follows the list, which grows. */
static struct str
index_of(struct arena *arena, enum code code)
{
    return str_format(arena, "\"ruleIndex\": %d", (int)code);
}

static void
results_have_regions_in_characters_and_bytes(void **state)
{
    struct findings *findings =
        findings_over(*state, STR("n: \"José\nCorté\"\n"));
    struct str index = index_of(*state, CODE_A);
    const char *expected =
        str_format(*state,
                   " \"columnKind\": \"unicodeCodePoints\",\n"
                   " \"artifacts\": [\n"
                   "  {\"location\": {\"uri\": \"me.yaml\", \"index\": 0}, "
                   "\"length\": 18" MORE "}],\n"
                   " \"results\": [\n"
                   "  {\"ruleId\": \"X310\", %.*s, \"level\": \"error\", "
                   "\"message\": {\"text\": \"M\"},\n"
                   "   \"locations\": [{\"physicalLocation\": "
                   "{\"artifactLocation\": {\"uri\": \"me.yaml\", "
                   "\"index\": 0},\n"
                   "    \"region\": {\"startLine\": 1, \"startColumn\": 5, "
                   "\"endLine\": 2, \"endColumn\": 6, "
                   "\"charOffset\": 4, \"charLength\": 10, "
                   "\"byteOffset\": 4, \"byteLength\": 12}}}]}]}]}\n",
                   STR_ARG(index))
            .at;

    (void)finding_add(findings, CODE_A, span_of(findings, "José\nCorté"), "M");
    assert_str(
        without_fingerprints(*state, after_rules(printed(findings, sarif))),
        expected);
}

static void
edits_become_fixes_and_paths_become_names(void **state)
{
    struct findings *findings = findings_over(*state, STR("naem: x\n"));
    struct finding *finding =
        finding_add(findings, CODE_B, span_of(findings, "naem"), "M");
    static const char tail[] =
        ",\n    \"logicalLocations\": [{\"fullyQualifiedName\": "
        "\"basics.naem\"}]}],\n"
        "   \"fixes\": [{\"description\": {\"text\": \"write name\"},\n"
        "    \"artifactChanges\": [{\"artifactLocation\": "
        "{\"uri\": \"me.yaml\", \"index\": 0},\n"
        "     \"replacements\": [{\"deletedRegion\": "
        "{\"startLine\": 1, \"startColumn\": 1, "
        "\"endLine\": 1, \"endColumn\": 5, "
        "\"charOffset\": 0, \"charLength\": 4, "
        "\"byteOffset\": 0, \"byteLength\": 4},\n"
        "      \"insertedContent\": {\"text\": \"name\"}}]}]}]}]}]}\n";
    struct str text;

    finding_help(finding, "write name");
    finding->path = STR("basics.naem");
    finding->has_edit = true;
    finding->edit = (struct edit){finding->span, STR("name")};
    text = without_fingerprints(*state, printed(findings, sarif));
    assert_str(str_slice(text, text.len - strlen(tail), text.len), tail);
    assert_int_not_equal(
        str_find(text, STR("\"message\": {\"text\": \"M\\nwrite name\"}"), 0),
        SIZE_MAX);
}

static void
names_become_uris(void **state)
{
    struct sources *sources = sources_new(*state);
    struct str text;

    (void)sources_add(sources, STR("/home/a b/é.yaml"), STR(""));
    (void)sources_add(sources, STR("--set a[0]=100%"), STR("100%"));
    text = printed(findings_new(*state, sources), sarif);
    assert_str(after_rules(text),
               " \"columnKind\": \"unicodeCodePoints\",\n"
               " \"artifacts\": [\n"
               "  {\"location\": {\"uri\": \"file:///home/a%20b/%C3%A9.yaml\", "
               "\"index\": 0}, \"length\": 0" MORE "},\n"
               "  {\"location\": {\"uri\": \"--set%20a%5B0%5D=100%25\", "
               "\"index\": 1}, \"length\": 4" MORE "}],\n"
               " \"results\": []}]}\n");
}

static void
without_a_place_there_is_no_location(void **state)
{
    struct findings *findings = findings_over(*state, STR("x"));
    struct str text;

    (void)finding_add(findings, CODE_C, SPAN_NONE, "M");
    text = without_fingerprints(*state, printed(findings, sarif));
    assert_true(str_ends(
        text,
        STR("\"level\": \"note\", \"message\": {\"text\": \"M\"}}]}]}\n")));
}

/* The fingerprint of the n-th result. */
static struct str
print_of(struct str text, size_t n)
{
    static const char begin[] = "\"dossier/v1\": \"";
    size_t at = 0;

    for (size_t i = 0; i <= n; i++)
        at = str_find(text, str_from(begin), at) + strlen(begin);
    return str_slice(text, at, str_find_byte(text, '"', at));
}

static struct str
sarif_of(struct arena *arena, const char *source, const char *part,
         const char *path)
{
    struct findings *findings = findings_over(arena, str_from(source));

    finding_add(findings, CODE_A, span_of(findings, part), "M %s", source)
        ->path = str_from(path);
    finding_add(findings, CODE_A, span_of(findings, part), "N")->path =
        str_from(path);
    return printed(findings, sarif);
}

static void
a_fingerprint_outlives_lines_above_it(void **state)
{
    struct str here = sarif_of(*state, "a:\n- one two", "one two", "a[0].b");
    struct str moved = sarif_of(*state, "# x\na:\n- x\n- >\n one\n two",
                                "one\n two", "a[1].b");
    struct str other =
        sarif_of(*state, "a:\n- one three", "one three", "a[0].b");
    struct str first = print_of(here, 0), second = print_of(here, 1);

    assert_true(str_equal(first, print_of(moved, 0)));
    assert_true(str_equal(second, print_of(moved, 1)));
    assert_false(str_equal(first, print_of(other, 0)));
    assert_true(str_ends(first, STR(":1")) && str_ends(second, STR(":2")));
    assert_int_equal(first.len, 18);
}

static void
what_the_file_ignores_is_suppressed(void **state)
{
    struct findings *findings = findings_over(*state, STR("a: b\n"));
    struct str text;

    (void)finding_add(findings, CODE_A, (struct span){0, 0, 1}, "told");
    (void)finding_add(findings, CODE_B, (struct span){0, 0, 1}, "ignored");
    findings_ignore(findings, CODE_B, SPAN_NONE);
    text = printed(findings, sarif);
    assert_true(str_ends(
        text,
        STR(",\n   \"suppressions\": [{\"kind\": \"inSource\"}]}]}]}\n")));
    assert_int_equal(str_find(text, STR("\"suppressions\""),
                              str_find(text, STR("\"suppressions\""), 0) + 1),
                     SIZE_MAX);
    assert_in_range(str_find(text, STR("told"), 0), 1,
                    str_find(text, STR("ignored"), 0));
}

static void
a_failed_run_says_so(void **state)
{
    struct findings *findings = findings_over(*state, STR("x"));
    struct print_options failed = sarif;

    failed.failed = true;
    assert_int_not_equal(str_find(printed(findings, sarif),
                                  STR("{\"executionSuccessful\": true}"), 0),
                         SIZE_MAX);
    assert_int_not_equal(str_find(printed(findings, failed),
                                  STR("{\"executionSuccessful\": false}"), 0),
                         SIZE_MAX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(the_head_names_tool_and_rules),
        UNIT_TEST(a_rule_explains_itself),
        UNIT_TEST(results_have_regions_in_characters_and_bytes),
        UNIT_TEST(edits_become_fixes_and_paths_become_names),
        UNIT_TEST(names_become_uris),
        UNIT_TEST(without_a_place_there_is_no_location),
        UNIT_TEST(a_fingerprint_outlives_lines_above_it),
        UNIT_TEST(what_the_file_ignores_is_suppressed),
        UNIT_TEST(a_failed_run_says_so),
    };

    return cmocka_run_group_tests_name("diag_sarif", tests, NULL, NULL);
}
