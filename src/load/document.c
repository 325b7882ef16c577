#include "document.h"

#include <string.h>

#include "habit.h"
#include "intake.h"
#include "syntax.h"

/* So often a text is read again after a line was mended, in all at most so
   many bytes: the cost stays linear. */
#define PASSES 30
#define BYTES_READ ((size_t)20 * 1000 * 1000)

/* Findings of a pass that counts. */
static void
take_findings(struct findings *to, const struct findings *from)
{
    for (size_t i = 0; i < findings_count(from); i++) {
        const struct finding *found = findings_at(from, i);
        struct finding *taken = finding_add(to, found->code, found->span,
                                            "%.*s", STR_ARG(found->message));

        if (taken->severity == code_entry(found->code)->severity)
            taken->severity = found->severity;
        taken->help = found->help;
        taken->has_edit = found->has_edit;
        taken->edit_is_safe = found->edit_is_safe;
        taken->edit = found->edit;
    }
}

/* Puts back what was cut off behind a # or before a text; true when there was
   any. */
static bool
mend_lost(struct reading *reading)
{
    bool mended = false;

    for (size_t i = 0; i < reading->lost.count; i++) {
        struct lost lost = reading->lost.at[i];

        habit_report_lost(reading, lost);
        if (mask_add(reading, lost.from, lost.to))
            mended = true;
    }
    reading->lost.count = 0;
    return mended;
}

static bool
may_read_again(const struct reading *reading, size_t passes)
{
    size_t len = reading->text.len;

    return passes < PASSES && (len == 0 || passes + 1 < BYTES_READ / len + 2);
}

/* What is wrong with the lines is reported at once, what is wrong with the
   tree when the last pass has made it. */
static enum outcome
read_in_passes(struct reading *reading, struct node **root)
{
    struct findings *findings = reading->findings;
    struct findings *of_pass;
    struct trouble trouble;
    enum outcome outcome;

    for (size_t passes = 0;; passes++) {
        bool mended;

        of_pass = findings_new(reading->arena, findings_sources(findings));
        reading->findings = of_pass;
        outcome = reader_run(reading, root, &trouble);
        reading->findings = findings;
        mended = mend_lost(reading);
        if (!mended && outcome == OUTCOME_SYNTAX &&
            !(reading->had_tabs && passes > 0))
            mended = syntax_mend(reading, &trouble);
        if (!mended || !may_read_again(reading, passes))
            break;
    }
    take_findings(findings, of_pass);
    return outcome;
}

/* What the reading of the lines proposes is written as the file is. */
static void
mark_edits(struct findings *findings, size_t first)
{
    for (size_t i = first; i < findings_count(findings); i++)
        findings_change(findings, i)->edit_is_yaml = true;
}

struct node *
document_read(struct arena *arena, struct findings *findings, uint32_t source,
              size_t from, bool *is_empty)
{
    size_t first = findings_count(findings);
    struct intake intake = intake_read(arena, findings, source, from);
    struct reading reading = {.arena = arena,
                              .findings = findings,
                              .source = source,
                              .clean = intake.text,
                              .text = intake.text,
                              .from = intake.from};
    struct node *root = NULL;
    enum outcome outcome;

    *is_empty = false;
    if (!intake.is_usable)
        return NULL;
    outcome = read_in_passes(&reading, &root);
    mark_edits(findings, first);
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
