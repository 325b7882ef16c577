#include "document.h"

#include <string.h>

#include "intake.h"
#include "reader.h"

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

struct node *
document_read(struct arena *arena, struct findings *findings, uint32_t source,
              size_t from, bool *is_empty)
{
    struct intake intake = intake_read(arena, findings, source, from);
    struct reading reading = {.arena = arena,
                              .findings = findings,
                              .source = source,
                              .clean = intake.text,
                              .text = intake.text,
                              .from = intake.from};
    struct node *root = NULL;
    struct trouble trouble;
    enum outcome outcome;

    *is_empty = false;
    if (!intake.is_usable)
        return NULL;
    outcome = reader_run(&reading, &root, &trouble);
    if (outcome == OUTCOME_SYNTAX)
        report_syntax(&reading, &trouble);
    *is_empty = outcome == OUTCOME_READ && (root == NULL || root->is_null);
    return outcome == OUTCOME_READ && !*is_empty ? root : NULL;
}

struct node *
node_clone(struct arena *arena, const struct node *node)
{
    struct node *copy = ARENA_NEW(arena, struct node);

    *copy = *node;
    copy->items.room = copy->items.count;
    copy->pairs.room = copy->pairs.count;
    copy->items.at = ARENA_ARRAY(arena, node->items.count, struct node *);
    copy->pairs.at = ARENA_ARRAY(arena, node->pairs.count, struct node_pair);
    if (node->items.count > 0)
        memcpy(copy->items.at, node->items.at,
               node->items.count * sizeof *node->items.at);
    if (node->pairs.count > 0)
        memcpy(copy->pairs.at, node->pairs.at,
               node->pairs.count * sizeof *node->pairs.at);
    return copy;
}
