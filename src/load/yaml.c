#include "load/yaml.h"

#include "intake.h"
#include "reader.h"

static struct span
start_of(uint32_t source)
{
    return (struct span){source, 0, 0};
}

/* The words that libyaml itself uses are for programmers. */
static void
report_syntax(const struct reading *reading, const struct trouble *trouble)
{
    struct finding *finding;

    finding = finding_add(reading->findings, CODE_X010,
                          (struct span){reading->source, (uint32_t)trouble->at,
                                        (uint32_t)trouble->at},
                          "This line does not fit the ones before it (%s).",
                          trouble->problem);
    finding_help(finding, "Compare it with the lines above: the same blanks "
                          "before each field of one entry, one blank after "
                          "each colon and each dash.");
}

static struct node *
read_text(struct arena *arena, struct findings *findings, uint32_t source,
          const struct intake *intake)
{
    struct reading reading = {.arena = arena,
                              .findings = findings,
                              .source = source,
                              .clean = intake->text,
                              .text = intake->text,
                              .from = intake->from};
    struct node *root = NULL;
    struct trouble trouble;
    enum outcome outcome = reader_run(&reading, &root, &trouble);

    if (outcome == OUTCOME_SYNTAX)
        report_syntax(&reading, &trouble);
    else if (outcome == OUTCOME_READ && (root == NULL || root->is_null))
        (void)finding_add(findings, CODE_X005, start_of(source),
                          "The file is empty.");
    return outcome == OUTCOME_READ ? root : NULL;
}

struct node *
yaml_load(struct arena *arena, struct findings *findings, uint32_t source)
{
    struct intake intake = intake_read(arena, findings, source, 0);
    struct finding *finding;
    struct node *root;

    if (!intake.is_usable)
        return NULL;
    root = read_text(arena, findings, source, &intake);
    if (root == NULL || root->is_null)
        return NULL;
    if (root->kind == NODE_MAP)
        return root;
    finding = finding_add(
        findings, CODE_X006,
        (struct span){source, root->span.from, root->span.from},
        root->kind == NODE_LIST ? "The file is a list; it needs the names of "
                                  "its sections."
                                : "The file is one text; it needs the names "
                                  "of its sections.");
    finding_help(finding, "Begin with a section such as `basics:` and move "
                          "what belongs to it two blanks to the right.");
    return NULL;
}
