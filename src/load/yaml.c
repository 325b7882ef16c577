#include "load/yaml.h"

#include "document.h"

static struct span
start_of(uint32_t source)
{
    return (struct span){source, 0, 0};
}

static void
report_no_fields(struct findings *findings, const struct node *root)
{
    struct finding *finding;

    finding = finding_add(
        findings, CODE_X006,
        (struct span){root->span.source, root->span.from, root->span.from},
        root->kind == NODE_LIST ? "The file is a list; it needs the names of "
                                  "its sections."
                                : "The file is one text; it needs the names "
                                  "of its sections.");
    finding_help(finding, "Begin with a section such as `basics:` and move "
                          "what belongs to it two blanks to the right.");
}

struct node *
yaml_load(struct arena *arena, struct findings *findings, uint32_t source)
{
    bool is_empty;
    struct node *root = document_read(arena, findings, source, 0, &is_empty);
    struct finding *finding;

    if (is_empty) {
        finding = finding_add(findings, CODE_X005, start_of(source),
                              "The file is empty.");
        finding_help(finding, "`dossier new \"Your Name\"` writes a file to "
                              "begin with.");
        return NULL;
    }
    if (root == NULL || root->kind == NODE_MAP)
        return root;
    report_no_fields(findings, root);
    return NULL;
}
