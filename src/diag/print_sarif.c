/* SARIF 2.1.0: section numbers are those of the OASIS standard. */
#include "print_format.h"

#include "fingerprint.h"

#define SCHEMA                                                                 \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"      \
    "sarif-schema-2.1.0.json"

static const char *const levels[] = {
    [SEVERITY_HINT] = "note",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_ERROR] = "error",
};

/* `"key": {"text": "..."}`, a message (3.11). */
static void
add_message(struct buf *out, const char *key, struct str text)
{
    buf_print(out, "\"%s\": {\"text\": ", key);
    buf_add_json(out, text);
    buf_add_byte(out, '}');
}

/* An example as a block of code (CommonMark 4.5). */
static void
add_block(struct buf *markdown, const char *title, const char *example)
{
    if (example[0] != '\0')
        buf_print(markdown, "\n\n%s:\n\n```yaml\n%s\n```", title, example);
}

/* multiformatMessageString (3.12). */
static void
add_help(struct buf *out, const struct code_entry *entry)
{
    struct buf markdown = buf_new(out->arena);

    buf_add_text(&markdown, entry->fix);
    add_block(&markdown, "Instead of", entry->bad);
    add_block(&markdown, "write", entry->good);
    buf_add(out, STR("\"help\": {\"text\": "));
    buf_add_json(out, str_from(entry->fix));
    buf_add(out, STR(",\n    \"markdown\": "));
    buf_add_json(out, buf_str(&markdown));
    buf_add_byte(out, '}');
}

/* The group, and the tips that the rule serves. */
static void
add_tags(struct buf *out, const struct code_entry *entry)
{
    struct str tips = str_from(entry->tips);

    buf_add(out, STR(", \"properties\": {\"tags\": ["));
    buf_add_json(out, str_from(code_group_title(entry->id[0])));
    while (tips.len > 0) {
        struct str tip = str_cut(&tips, ' ');

        if (tip.len == 0)
            continue;
        buf_add(out, STR(", "));
        buf_add_json(out, tip);
    }
    buf_add(out, STR("]}"));
}

/* reportingDescriptor (3.49). */
static void
add_rule(struct buf *out, const struct code_entry *entry)
{
    buf_print(out, "  {\"id\": \"%s\", \"name\": \"%s\",\n   ", entry->id,
              entry->name);
    add_message(out, "shortDescription", str_from(entry->title));
    buf_add(out, STR(",\n   "));
    add_message(out, "fullDescription", str_from(entry->why));
    buf_add(out, STR(",\n   "));
    add_help(out, entry);
    buf_print(out, ",\n   \"defaultConfiguration\": {\"level\": \"%s\"}",
              levels[entry->severity]);
    add_tags(out, entry);
    buf_add_byte(out, '}');
}

static void
add_driver(struct buf *out, const struct print_options *options)
{
    buf_add(out, STR(" \"tool\": {\"driver\": {\"name\": \"dossier\""));
    if (options->version != NULL) {
        buf_add(out, STR(", \"version\": "));
        buf_add_json(out, str_from(options->version));
        buf_add(out, STR(", \"semanticVersion\": "));
        buf_add_json(out, str_from(options->version));
    }
    buf_add(out, STR(", \"rules\": [\n"));
    for (size_t i = 0; i < CODE_COUNT; i++) {
        buf_add_text(out, i == 0 ? "" : ",\n");
        add_rule(out, code_entry((enum code)i));
    }
    buf_add(out, STR("]}}"));
}

/* RFC 3986: what may stand in a path as it is. */
static bool
may_stand_in_path(char c)
{
    return ascii_is_alnum(c) ||
           str_find_byte(STR("-._~/!$&'()*+,;=@"), c, 0) != SIZE_MAX;
}

/* artifactLocation (3.4); a relative path stays relative. */
static void
add_artifact(struct buf *out, struct sources *sources, uint32_t source)
{
    struct str name = source_name(sources, source);

    buf_add(out, STR("{\"uri\": \""));
    if (str_starts(name, STR("/")))
        buf_add(out, STR("file://"));
    for (size_t i = 0; i < name.len; i++) {
        if (may_stand_in_path(name.at[i]))
            buf_add_byte(out, name.at[i]);
        else
            buf_print(out, "%%%02X", (unsigned)(unsigned char)name.at[i]);
    }
    buf_print(out, "\", \"index\": %zu}", (size_t)source);
}

static void
add_artifacts(struct buf *out, struct sources *sources)
{
    buf_add(out, STR(" \"artifacts\": ["));
    for (size_t i = 0; i < sources_count(sources); i++) {
        buf_add_text(out, i == 0 ? "\n" : ",\n");
        buf_add(out, STR("  {\"location\": "));
        add_artifact(out, sources, (uint32_t)i);
        buf_print(out,
                  ", \"length\": %zu, \"mimeType\": \"application/yaml\", "
                  "\"encoding\": \"UTF-8\", \"roles\": [\"analysisTarget\"]}",
                  source_text(sources, (uint32_t)i).len);
    }
    buf_add(out, STR("]"));
}

/* region (3.30): end columns and lengths exclude what they point to. */
static void
add_region(struct buf *out, struct sources *sources, struct span span)
{
    struct place from = source_place(sources, span.source, span.from);
    struct place to = source_place(sources, span.source, span.to);
    size_t begin = source_characters_before(sources, span.source, span.from);
    size_t end = source_characters_before(sources, span.source, span.to);

    buf_print(out, "{\"startLine\": %zu, \"startColumn\": %zu, ", from.line,
              from.column);
    buf_print(out, "\"endLine\": %zu, \"endColumn\": %zu, ", to.line,
              to.column);
    buf_print(out, "\"charOffset\": %zu, \"charLength\": %zu, ", begin,
              end - begin);
    buf_print(out, "\"byteOffset\": %zu, \"byteLength\": %zu}",
              (size_t)span.from, (size_t)(span.to - span.from));
}

static void
add_location(struct buf *out, struct sources *sources,
             const struct finding *finding)
{
    const char *separator = "";

    buf_add(out, STR(",\n   \"locations\": [{"));
    if (!span_is_none(finding->span)) {
        buf_add(out, STR("\"physicalLocation\": {\"artifactLocation\": "));
        add_artifact(out, sources, finding->span.source);
        buf_add(out, STR(",\n    \"region\": "));
        add_region(out, sources, finding->span);
        buf_add(out, STR("}"));
        separator = ",\n    ";
    }
    if (finding->path.len > 0) {
        buf_print(out, "%s\"logicalLocations\": [{\"fullyQualifiedName\": ",
                  separator);
        buf_add_json(out, finding->path);
        buf_add(out, STR("}]"));
    }
    buf_add(out, STR("}]"));
}

/* fix (3.55) with one replacement. */
static void
add_fix(struct buf *out, struct sources *sources, const struct finding *finding)
{
    const struct edit *edit = &finding->edit;

    if (!finding->has_edit || span_is_none(edit->span))
        return;
    buf_add(out, STR(",\n   \"fixes\": [{"));
    add_message(out, "description",
                finding->help.len > 0
                    ? finding->help
                    : str_from(code_entry(finding->code)->fix));
    buf_add(out, STR(",\n    \"artifactChanges\": [{\"artifactLocation\": "));
    add_artifact(out, sources, edit->span.source);
    buf_add(out, STR(",\n     \"replacements\": [{\"deletedRegion\": "));
    add_region(out, sources, edit->span);
    buf_add(out, STR(",\n      "));
    add_message(out, "insertedContent", edit->text);
    buf_add(out, STR("}]}]}]"));
}

/* result (3.27); its message holds what a person needs, help included. */
static void
add_result(struct buf *out, struct sources *sources,
           struct fingerprints *fingerprints, const struct finding *finding,
           bool is_spared)
{
    const struct code_entry *entry = code_entry(finding->code);
    struct str text = finding->message;

    if (finding->help.len > 0)
        text = str_format(out->arena, "%.*s\n%.*s", STR_ARG(text),
                          STR_ARG(finding->help));
    buf_print(out, "  {\"ruleId\": \"%s\", \"ruleIndex\": %zu, ", entry->id,
              (size_t)finding->code);
    buf_print(out, "\"level\": \"%s\", ", levels[finding->severity]);
    add_message(out, "message", text);
    if (!span_is_none(finding->span) || finding->path.len > 0)
        add_location(out, sources, finding);
    buf_add(out, STR(",\n   \"partialFingerprints\": {\"dossier/v1\": \""));
    fingerprint_print(out, fingerprints, sources, finding);
    buf_add(out, STR("\"}"));
    add_fix(out, sources, finding);
    if (is_spared) /* suppression (3.35): by a remark or a list in the file */
        buf_add(out, STR(",\n   \"suppressions\": [{\"kind\": \"inSource\"}]"));
    buf_add_byte(out, '}');
}

/* What the file has ignored comes last, marked as suppressed. */
static void
add_results(struct buf *out, struct findings *findings)
{
    struct sources *sources = findings_sources(findings);
    size_t count = findings_count(findings);
    size_t all = count + findings_spared(findings);
    struct fingerprints *fingerprints = fingerprints_new(out->arena, all);

    for (size_t i = 0; i < all; i++) {
        buf_add_text(out, i == 0 ? "\n" : ",\n");
        add_result(out, sources, fingerprints,
                   i < count ? findings_at(findings, i)
                             : findings_spared_at(findings, i - count),
                   i >= count);
    }
}

void
print_sarif(struct buf *out, struct findings *findings,
            const struct print_options *options)
{
    struct sources *sources = findings_sources(findings);

    buf_add(out, STR("{\"$schema\": \"" SCHEMA "\",\n"
                     "\"version\": \"2.1.0\",\n\"runs\": [{\n"));
    add_driver(out, options);
    buf_print(out, ",\n \"invocations\": [{\"executionSuccessful\": %s}]",
              options->failed ? "false" : "true");
    buf_add(out, STR(",\n \"columnKind\": \"unicodeCodePoints\",\n"));
    add_artifacts(out, sources);
    buf_add(out, STR(",\n \"results\": ["));
    add_results(out, findings);
    buf_add(out, STR("]}]}\n"));
}
