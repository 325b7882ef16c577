/*
 * The field table as a whole. A file that gives every field of every mapping
 * is written from the table's examples: it must decode without a finding, and
 * the print of the candidate must show each of them.
 */
#include "model.h"

#include <string.h>

#include "model/encode.h"
#include "model/fields.h"

struct writer {
    struct buf *yaml;
    struct buf *paths; /* a line for each field: "basics.location.city" */
    int depth;
    int ids;
};

static void
indent(struct writer *writer)
{
    for (int i = 0; i < writer->depth; i++)
        buf_add_text(writer->yaml, "  ");
}

/* An example that fits this one file: each id once, references to the first,
   which is that of a metric record. */
static void
write_example(struct writer *writer, const struct field *field)
{
    bool is_evidence = field->is_list && strcmp(field->key, "evidence") == 0;
    if (field->type == FIELD_REF || is_evidence)
        buf_add_text(writer->yaml, "[wait]");
    else if (strcmp(field->key, "id") == 0 && !writer->ids++)
        buf_add_text(writer->yaml, "wait");
    else if (strcmp(field->key, "id") == 0)
        buf_print(writer->yaml, "id-%d", writer->ids);
    else if (strcmp(field->key, "extends") == 0)
        buf_add_text(writer->yaml, "qa-director");
    else if (strcmp(field->key, "confidential") == 0)
        buf_add_text(writer->yaml, "false");
    else
        buf_add_text(writer->yaml, field->example);
}

static void write_map(struct writer *writer, const struct field_shape *shape,
                      struct str path);

static void
write_field(struct writer *writer, const struct field *field, struct str path)
{
    struct arena *arena = writer->yaml->arena;
    struct str here = str_format(arena, "%.*s%s%s", STR_ARG(path),
                                 path.len ? "." : "", field->key);
    buf_print(writer->paths, "%.*s\n", STR_ARG(here));
    indent(writer);
    buf_print(writer->yaml, "%s: ", field->key);
    if (field->type != FIELD_MAP) {
        write_example(writer, field);
        buf_add_byte(writer->yaml, '\n');
        return;
    }
    buf_add_byte(writer->yaml, '\n');
    writer->depth++;
    if (field->is_list) {
        indent(writer);
        buf_add_text(writer->yaml, "-\n");
        writer->depth++;
        here = str_format(arena, "%.*s.-", STR_ARG(here));
    }
    write_map(writer, field->shape, here);
    writer->depth -= 1 + field->is_list;
}

static bool
is_own_key(const struct field_shape *shape, const char *key)
{
    for (const struct field *field = shape->fields; field->key; field++)
        if (strcmp(field->key, key) == 0)
            return true;
    return false;
}

static void
write_map(struct writer *writer, const struct field_shape *shape,
          struct str path)
{
    const struct field *common = fields_common(shape->common);
    for (; common && common->key; common++)
        if (!is_own_key(shape, common->key))
            write_field(writer, common, path);
    for (const struct field *field = shape->fields; field->key; field++)
        if (!field->is_hidden)
            write_field(writer, field, path);
}

/* The metrics first: the first id of all is then that of a record. */
static struct str
write_everything(struct arena *arena, struct buf *paths)
{
    struct buf yaml = buf_new(arena);
    struct writer writer = {&yaml, paths, 0, 0};
    const struct field *fields = fields_root()->fields;
    for (const struct field *field = fields; field->key; field++)
        if (strcmp(field->key, "metrics") == 0)
            write_field(&writer, field, STR(""));
    for (const struct field *field = fields; field->key; field++)
        if (strcmp(field->key, "metrics") != 0)
            write_field(&writer, field, STR(""));
    return buf_str(&yaml);
}

/* The paths of a print, from its indentation, a line for each. */
static struct str
paths_of_dump(struct arena *arena, struct str dump)
{
    struct buf out = buf_new(arena);
    struct str level[32] = {{NULL, 0}};
    while (dump.len) {
        struct str line = str_cut(&dump, '\n');
        size_t depth = 0;
        while (depth < 30 && str_starts(line, STR("  "))) {
            line = str_slice(line, 2, line.len);
            depth++;
        }
        size_t end = str_find_byte(line, ':', 0);
        struct str name =
            str_starts(line, STR("-")) ? STR("-") : str_slice(line, 0, end);
        level[depth + 1] =
            depth ? str_format(arena, "%.*s.%.*s", STR_ARG(level[depth]),
                               STR_ARG(name))
                  : name;
        buf_print(&out, "%.*s\n", STR_ARG(level[depth + 1]));
    }
    return buf_str(&out);
}

static void
every_field_is_read_and_printed(void **state)
{
    struct buf paths = buf_new(*state);
    struct str yaml = write_everything(*state, &paths);
    struct decoded decoded = decode_text(*state, yaml);
    assert_str(decoded_findings(&decoded), "");
    struct str dump = decoded_dump(&decoded);
    struct str shown =
        str_format(*state, "\n%.*s", STR_ARG(paths_of_dump(*state, dump)));
    struct str rest = buf_str(&paths);
    size_t count = 0;
    while (rest.len) {
        struct str path = str_cut(&rest, '\n');
        struct str line = str_format(*state, "\n%.*s\n", STR_ARG(path));
        if (str_find(shown, line, 0) == SIZE_MAX)
            fail_msg("%.*s is not in the print", STR_ARG(path));
        count++;
    }
    assert_true(count > 400);
}

/* ---- the table itself ---------------------------------------------------- */

/* Adds "word|" for each of a blank-separated list. */
static void
add_words(struct buf *out, const char *words)
{
    struct str rest = str_from(words ? words : "");
    while (rest.len) {
        struct str word = str_cut(&rest, ' ');
        if (word.len)
            buf_print(out, "%.*s|", STR_ARG(word));
    }
}

/* A word that meant two fields would put a value in the wrong one. */
static void
check_spellings(const struct field_shape *shape, struct str words)
{
    struct str all = words;
    while (words.len) {
        struct str word = str_cut(&words, '|'), rest = all;
        int count = 0;
        while (rest.len)
            count += str_equal(str_cut(&rest, '|'), word);
        if (count != 1)
            fail_msg("%.*s means %d fields of %s", STR_ARG(word), count,
                     shape->name);
    }
}

/* As deep as the table. */
static void
check_shape(struct arena *arena, const struct field_shape *shape)
{
    struct buf words = buf_new(arena);
    for (const struct field *field = shape->fields; field->key; field++) {
        if (!str_ends(str_from(field->meaning), STR(".")) || !field->example[0])
            fail_msg("%s.%s is not described", shape->name, field->key);
        add_words(&words, field->key);
        add_words(&words, field->accepted);
        add_words(&words, field->aliases);
        if (field->shape)
            check_shape(arena, field->shape);
    }
    check_spellings(shape, buf_str(&words));
    if (shape->scalar_key)
        assert_non_null(field_find(shape, str_from(shape->scalar_key)));
}

static void
every_field_is_described_and_spelled_alone(void **state)
{
    check_shape(*state, fields_root());
}

/* ---- the way back ------------------------------------------------------- */

static struct str
encoded(const struct decoded *decoded)
{
    struct buf out = buf_new(decoded->arena);
    candidate_encode(&out, decoded->candidate, NULL, 0);
    return buf_str(&out);
}

static void
what_is_written_reads_the_same(void **state)
{
    struct buf paths = buf_new(*state);
    struct decoded first =
        decode_text(*state, write_everything(*state, &paths));
    struct str once = encoded(&first);
    struct decoded second = decode_text(*state, once);
    struct str twice = encoded(&second);
    assert_true(once.len > 5000);
    assert_str(decoded_findings(&second), "");
    assert_true(str_equal(once, twice));
}

/* Forms of a field that the file of everything does not hold. */
static void
records_and_ids_read_the_same(void **state)
{
    struct decoded first = decode_text(
        *state,
        STR("basics: {name: Jo, email: j@m.net}\n"
            "education: [{institution: U, degree: D}]\n"
            "experience: [{organization: A, position: B, start_date: 2020,\n"
            "  highlights: [{text: One., metrics: [w]}]}]\n"
            "metrics: [{id: w, label: W, before: 9, after: 7, unit: days,\n"
            "  good: down, period: 2023}]\n"
            "case_studies: [{title: T, setting: {kind: hospital},\n"
            "  period: 2020, role: R, situation: S, challenge: C,\n"
            "  actions: [A, B], metrics: [w], balancing: [w],\n"
            "  results: [R 1., {id: r, label: R, before: 2, after: 1,\n"
            "    unit: days, good: down, period: 2020}]}]\n"));
    struct str once = encoded(&first);
    struct decoded second = decode_text(*state, once);
    assert_str(decoded_findings(&first), "");
    assert_str(decoded_findings(&second), "");
    assert_true(str_equal(once, encoded(&second)));
    const struct case_study *study = &second.candidate->case_studies.at[0];
    assert_int_equal(study->balancing_metrics.count, 1);
    assert_int_equal(study->results.at[1].own_metrics.count, 1);
    assert_int_equal(study->metric_ids.count, 1);
}

static void
what_is_for_the_writer_alone_is_not_written(void **state)
{
    static const char *const secrets[] = {"Kim", "note-to-self", "NUMBER-7",
                                          "mail-of-consent", "777"};
    struct decoded decoded = decode_text(
        *state,
        STR("basics: {name: Jo, email: j@m.net}\n"
            "education: [{institution: U, degree: D, notes: note-to-self}]\n"
            "experience: [{organization: A, position: B, start_date: 2020,\n"
            "  highlights: ['Cut cost by {c.change}.']}]\n"
            "certifications: [{abbr: C, number: NUMBER-7}]\n"
            "metrics: [{id: c, kpi: k, before: 777, after: 555, unit: usd,\n"
            "  period: 2023, confidential: true}]\n"
            "meta: {author_note: note-to-self}\n"
            "testimonials: [{quote: Q, author: Lee Kim, title: T,\n"
            "  relationship: peer, date: 2024, attribution: initials,\n"
            "  consent: {given: true, date: 2024, scope: web,\n"
            "    evidence: mail-of-consent}}]\n"));
    struct str yaml = encoded(&decoded);
    assert_str(decoded_findings(&decoded), "");
    for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++)
        if (str_find(yaml, str_from(secrets[i]), 0) != SIZE_MAX)
            fail_msg("%s is in\n%.*s", secrets[i], STR_ARG(yaml));
    assert_true(str_find(yaml, STR("author: L. K."), 0) != SIZE_MAX);
    assert_true(str_find(yaml, STR("by -29%."), 0) != SIZE_MAX);
}

/* ---- schema ------------------------------------------------------------- */

/* JSON is YAML: our own reader checks the form. */
static void
schema_is_json_and_its_references_hold(void **state)
{
    struct buf out = buf_new(*state);
    fields_print_schema(&out, NULL);
    struct sources *sources = sources_new(*state);
    struct findings *findings = findings_new(*state, sources);
    struct str schema = buf_str(&out);
    uint32_t source = sources_add(sources, STR("schema"), schema);
    const struct node *root = yaml_load(*state, findings, source);
    assert_int_equal(findings_count(findings), 0);
    const struct node *definitions = node_get(root, "$defs");
    const struct str mark = STR("\"$ref\": \"#/$defs/");
    size_t count = 0;
    for (size_t at = str_find(schema, mark, 0); at != SIZE_MAX;
         at = str_find(schema, mark, at + 1)) {
        struct str rest = str_slice(schema, at + mark.len, schema.len);
        struct str name = str_cut(&rest, '"');
        if (!node_find_pair(definitions, name))
            fail_msg("no definition of %.*s", STR_ARG(name));
        count++;
    }
    assert_true(count > 100);
    for (const struct field *field = fields_root()->fields; field->key; field++)
        assert_non_null(node_get(node_get(root, "properties"), field->key));
}

static void
reference_names_every_key(void **state)
{
    struct buf out = buf_new(*state);
    fields_print_reference(&out, NULL);
    struct str reference = buf_str(&out);
    for (const struct field *field = fields_root()->fields; field->key;
         field++) {
        struct str row = str_format(*state, "\n| `%s` | ", field->key);
        assert_true(str_find(reference, row, 0) != SIZE_MAX);
    }
}

/* ---- starter ------------------------------------------------------------ */

static struct str
starter(struct arena *arena, const char *name)
{
    struct buf out = buf_new(arena);
    fields_print_starter(&out, str_from(name), STR(""), STR(""),
                         STR("dossier.schema.json"));
    return buf_str(&out);
}

/* Takes the # from the lines of parts that are switched off. */
static struct str
switched_on(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    size_t off = str_find(text, STR("# ===="), 0);
    assert_true(off != SIZE_MAX);
    buf_add(&out, str_slice(text, 0, off));
    struct str rest = str_slice(text, off, text.len);
    while (rest.len) {
        struct str line = str_cut(&rest, '\n');
        bool is_key =
            line.len > 1 && line.at[0] == '#' &&
            (ascii_is_alpha(line.at[1]) || str_starts(line, STR("#  ")));
        buf_add(&out, str_slice(line, is_key, line.len));
        buf_add_byte(&out, '\n');
    }
    return buf_str(&out);
}

static void
starter_decodes_for_any_name(void **state)
{
    static const char *const names[] = {"Jordan Avery",
                                        "Ana O'Neil",
                                        "\351\277\212\345\255\220",
                                        "null",
                                        "Jo: the #1 \"best\"",
                                        "- x",
                                        "A\nB",
                                        "@NAME@"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct decoded decoded = decode_text(*state, starter(*state, names[i]));
        assert_str(decoded_findings(&decoded), "");
        assert_true(decoded.candidate->basics.name.s.len > 0);
    }
}

static void
starter_shows_every_part(void **state)
{
    struct str text = switched_on(*state, starter(*state, "Jordan Avery"));
    struct decoded decoded = decode_text(*state, text);
    assert_str(decoded_findings(&decoded), "");
    for (const struct field *field = fields_root()->fields; field->key; field++)
        if (!node_get(decoded.candidate->node, field->key))
            fail_msg("the starter does not show %s", field->key);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(every_field_is_read_and_printed),
        UNIT_TEST(every_field_is_described_and_spelled_alone),
        UNIT_TEST(what_is_written_reads_the_same),
        UNIT_TEST(what_is_for_the_writer_alone_is_not_written),
        UNIT_TEST(records_and_ids_read_the_same),
        UNIT_TEST(schema_is_json_and_its_references_hold),
        UNIT_TEST(reference_names_every_key),
        UNIT_TEST(starter_decodes_for_any_name),
        UNIT_TEST(starter_shows_every_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
