/* What a file is, and which reader has it. */
#include "import/import.h"

#include "base/utf8.h"
#include "convert.h"
#include "load/json.h"
#include "load/yaml.h"
#include "recognise.h"

static const struct {
    const char *name;
    int (*shape)(const struct node *tree);
    void (*convert)(struct conversion *c);
} formats[FILE_FORMATS] = {
    [FILE_NATIVE] = {"dossier", NULL, NULL},
    [FILE_JSON_RESUME] = {"JSON Resume", json_resume_shape,
                          json_resume_convert},
    [FILE_RENDERCV] = {"RenderCV", rendercv_shape, rendercv_convert},
    [FILE_YAMLRESUME] = {"YAMLResume", yamlresume_shape, yamlresume_convert},
    [FILE_FRESH] = {"FRESH", fresh_shape, fresh_convert},
    [FILE_TEXT] = {"text", NULL, text_convert},
};

const char *
file_format_name(enum file_format format)
{
    return formats[format].name;
}

/* What one call of import_read hands on. */
struct reading {
    struct arena *arena;
    struct findings *findings;
    uint32_t source;
    struct str text;
    bool is_json;
    struct import_options options;
};

/* The surest of the formats; native when none is. */
static enum file_format
format_of(const struct node *tree)
{
    enum file_format found = FILE_NATIVE;
    int surest = 0;
    for (int f = 0; f < FILE_FORMATS; f++) {
        int sure = formats[f].shape ? formats[f].shape(tree) : 0;
        if (sure <= surest)
            continue;
        surest = sure;
        found = (enum file_format)f;
    }
    return found;
}

static struct imported
convert_tree(struct reading *r, const struct node *tree,
             enum file_format format)
{
    struct imported imported = {.format = format};
    r->options.words = date_words_new(r->arena);
    struct conversion c = conversion_begin(r->arena, r->findings, &r->options,
                                           format, tree, &imported);
    c.is_json = r->is_json;
    formats[format].convert(&c);
    conversion_end(&c);
    return imported;
}

static struct imported
tell_alike(struct reading *r, const struct node *tree, const char *name)
{
    struct finding *finding =
        finding_add(r->findings, CODE_X051,
                    (struct span){r->source, tree->span.from, tree->span.from},
                    "This is not a resume but %s.", name);
    finding_help(finding, "Give the file that holds the resume itself; "
                          "`dossier import --help` names what can be read.");
    return (struct imported){.format = FILE_NATIVE};
}

/* A tree that is read: native, of another tool, or no resume. */
static struct imported
settle(struct reading *r, struct node *tree)
{
    struct imported native = {.format = FILE_NATIVE, .tree = tree};
    if (!tree || tree_is_native(tree))
        return native;
    enum file_format format = format_of(tree);
    /* Both formats share most names: what is YAML is ours unless it says. */
    if (format == FILE_JSON_RESUME && !r->is_json &&
        !tree_is_yaml_of_json_resume(tree) && !node_get(tree, "$schema"))
        return native;
    if (format != FILE_NATIVE)
        return convert_tree(r, tree, format);
    const char *alike = alike_name(tree);
    if (!alike && r->is_json && !node_get(tree, "basics"))
        alike = "data of a kind that is not known here";
    return alike ? tell_alike(r, tree, alike) : native;
}

static bool
has_errors(const struct findings *findings)
{
    for (size_t i = 0; i < findings_count(findings); i++)
        if (findings_at(findings, i)->severity == SEVERITY_ERROR)
            return true;
    return false;
}

static struct imported
tell_broken(struct reading *r, const struct json *json)
{
    struct finding *finding = finding_add(
        r->findings, CODE_X050,
        (struct span){r->source, (uint32_t)json->at, (uint32_t)json->at},
        "This is no JSON: %.*s.", STR_ARG(json->wrong));
    finding_help(finding, "Mend the place that is shown.");
    return (struct imported){.format = FILE_NATIVE};
}

/* What is no UTF-8 is told of by the reader of YAML. */
static bool
is_resume_in_words(const struct reading *r)
{
    return utf8_find_malformed(r->text) == SIZE_MAX && text_is_resume(r->text);
}

static struct imported
read_text(struct reading *r)
{
    struct node *tree = text_tree(r->arena, r->text, r->source);
    return convert_tree(r, tree, FILE_TEXT);
}

/*
 * A text that begins with a brace or a bracket. What JSON forbids (a comma
 * too many, keys without quotes) YAML may allow: then it is read as such.
 */
static struct imported
read_json(struct reading *r)
{
    struct json json = json_read(r->arena, r->text, r->source);
    if (json.root && !json.wrong.len) {
        r->is_json = true;
        struct imported imported = settle(r, json.root);
        if (imported.format != FILE_NATIVE || !imported.tree)
            return imported;
        imported.tree = yaml_load(r->arena, r->findings, r->source);
        return imported;
    }
    /* A link or a badge of Markdown. */
    if (!text_is_json(r->text) && is_resume_in_words(r))
        return read_text(r);
    struct findings *beside = findings_beside(r->findings);
    struct node *tree = yaml_load(r->arena, beside, r->source);
    if (!tree || has_errors(beside)) {
        if (!text_is_json(r->text)) {
            findings_join(r->findings, beside);
            return (struct imported){.format = FILE_NATIVE, .tree = tree};
        }
        return tell_broken(r, &json);
    }
    findings_join(r->findings, beside);
    r->is_json = text_is_json(r->text);
    if (r->is_json && !tree_is_native(tree))
        finding_help(
            finding_add(
                r->findings, CODE_I105,
                (struct span){r->source, (uint32_t)json.at, (uint32_t)json.at},
                "This is no JSON: %.*s; it is read all the same.",
                STR_ARG(json.wrong)),
            "Other programs may stop here.");
    return settle(r, tree);
}

/* Words, and no word of YAML among them: what YAML says of them helps
   nobody. */
static struct imported
tell_words(struct reading *r)
{
    struct finding *finding = finding_add(
        r->findings, CODE_X051, (struct span){r->source, 0, 0},
        "This is a text, but no headings of a resume were found in it.");
    finding_help(finding,
                 "A resume in words has a name, an e-mail address and "
                 "headings such as Experience and Education, each on a line "
                 "of its own. `dossier new \"Your Name\"` writes a file to "
                 "begin with.");
    return (struct imported){.format = FILE_NATIVE};
}

/*
 * A resume in words has no sections, or faults that YAML stumbles over; a
 * native file with a fault keeps its findings.
 */
static struct imported
read_yaml(struct reading *r)
{
    if (!text_begins_with_key(r->text) && is_resume_in_words(r))
        return read_text(r);
    struct findings *beside = findings_beside(r->findings);
    struct node *tree = yaml_load(r->arena, beside, r->source);
    bool is_sound = tree && (!has_errors(beside) || tree_is_native(tree));
    if (!is_sound && is_resume_in_words(r))
        return read_text(r);
    if (!tree && text_is_words(r->text))
        return tell_words(r);
    findings_join(r->findings, beside);
    return settle(r, tree);
}

struct imported
import_read(struct arena *arena, struct findings *findings, uint32_t source,
            const struct import_options *options)
{
    struct reading r = {
        .arena = arena,
        .findings = findings,
        .source = source,
        .text = source_text(findings_sources(findings), source),
        .options = *options,
    };
    return text_opens_group(r.text) ? read_json(&r) : read_yaml(&r);
}
