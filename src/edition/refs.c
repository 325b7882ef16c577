/*
 * Entries refer to metric records of the file as it was read. In an edition
 * they must lead to the records that it shows: those were copied, without what
 * is private in them, and some are gone. Both sides know the node they were
 * written at, so the records that stayed are found by it.
 */
#include <stdlib.h>

#include "filter.h"
#include "model/decode.h"

struct kept_metrics {
    struct arena *arena;
    enum audience audience;
    LIST(const struct metric *) by_node;
};

static int
compare_nodes(const struct node *a, const struct node *b)
{
    return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

static int
compare_metrics(const void *a, const void *b)
{
    const struct metric *const *x = a, *const *y = b;
    return compare_nodes((*x)->item.node, (*y)->item.node);
}

/* NULL when it is not shown. */
static const struct metric *
copy_of(const struct kept_metrics *kept, const struct metric *metric)
{
    size_t low = 0, high = kept->by_node.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct metric *found = kept->by_node.at[middle];
        int order = compare_nodes(found->item.node, metric->item.node);
        if (order == 0)
            return found;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- the records that are shown ---------------------------------------- */

static void
collect(struct kept_metrics *kept, metric_list *metrics)
{
    for (size_t i = 0; i < metrics->count; i++) {
        metric_mask(kept->arena, &metrics->at[i], kept->audience);
        *list_add(kept->arena, &kept->by_node) = &metrics->at[i];
    }
}

static void
collect_own(struct kept_metrics *kept, highlight_list *highlights)
{
    for (size_t i = 0; i < highlights->count; i++)
        collect(kept, &highlights->at[i].own_metrics);
}

/* ---- the references to them -------------------------------------------- */

static void
lead(struct kept_metrics *kept, metric_refs *refs)
{
    metric_refs led = {0};
    for (size_t i = 0; i < refs->count; i++) {
        const struct metric *copy = copy_of(kept, refs->at[i]);
        if (copy)
            *list_add(kept->arena, &led) = copy;
    }
    *refs = led;
}

/* Ids as typed: of the references that are left. */
static void
lead_ids(struct kept_metrics *kept, text_list *ids, const metric_refs *refs)
{
    text_list left = {0};
    for (size_t i = 0; i < ids->count; i++)
        for (size_t j = 0; j < refs->count; j++)
            if (str_equal(refs->at[j]->item.id.s, ids->at[i].s)) {
                *list_add(kept->arena, &left) = ids->at[i];
                break;
            }
    *ids = left;
}

static void
lead_highlights(struct kept_metrics *kept, highlight_list *highlights)
{
    for (size_t i = 0; i < highlights->count; i++) {
        lead(kept, &highlights->at[i].metrics);
        lead_ids(kept, &highlights->at[i].ref, &highlights->at[i].metrics);
    }
}

/* ---- what proves something: ids of cases and samples ------------------- */

static bool
has_id(const struct candidate *candidate, struct str id)
{
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        if (str_equal(candidate->case_studies.at[i].item.id.s, id))
            return true;
    for (size_t i = 0; i < candidate->work_samples.count; i++)
        if (str_equal(candidate->work_samples.at[i].item.id.s, id))
            return true;
    return false;
}

/* Without the ids of what is withheld; paths and addresses stay. */
static void
keep_evidence(struct arena *arena, const struct candidate *whole,
              const struct candidate *shown, text_list *evidence)
{
    text_list left = {0};
    for (size_t i = 0; i < evidence->count; i++)
        if (has_id(shown, evidence->at[i].s) ||
            !has_id(whole, evidence->at[i].s))
            *list_add(arena, &left) = evidence->at[i];
    *evidence = left;
}

void
filter_evidence(struct arena *arena, const struct candidate *whole,
                struct candidate *shown)
{
    for (size_t i = 0; i < shown->case_studies.count; i++)
        keep_evidence(arena, whole, shown, &shown->case_studies.at[i].evidence);
    for (size_t i = 0; i < shown->skills.count; i++)
        keep_evidence(arena, whole, shown, &shown->skills.at[i].evidence);
}

/* ---- both, over everything that holds highlights or records ------------ */

typedef void highlights_step(struct kept_metrics *kept,
                             highlight_list *highlights);

static void
each_highlights(struct kept_metrics *kept, struct candidate *shown,
                highlights_step *step)
{
    for (size_t i = 0; i < shown->education.count; i++)
        step(kept, &shown->education.at[i].highlights);
    for (size_t i = 0; i < shown->experience.count; i++)
        for (size_t j = 0; j < shown->experience.at[i].positions.count; j++)
            step(kept, &shown->experience.at[i].positions.at[j].highlights);
    for (size_t i = 0; i < shown->case_studies.count; i++)
        step(kept, &shown->case_studies.at[i].results);
    for (size_t i = 0; i < shown->volunteer.count; i++)
        step(kept, &shown->volunteer.at[i].highlights);
    for (size_t i = 0; i < shown->custom.count; i++)
        for (size_t j = 0; j < shown->custom.at[i].entries.count; j++)
            step(kept, &shown->custom.at[i].entries.at[j].highlights);
}

static void
collect_all(struct kept_metrics *kept, struct candidate *shown)
{
    collect(kept, &shown->metrics);
    for (size_t i = 0; i < shown->experience.count; i++)
        for (size_t j = 0; j < shown->experience.at[i].positions.count; j++)
            collect(kept, &shown->experience.at[i].positions.at[j].metrics);
    for (size_t i = 0; i < shown->case_studies.count; i++)
        collect(kept, &shown->case_studies.at[i].metrics);
    each_highlights(kept, shown, collect_own);
    if (kept->by_node.count > 1)
        qsort(kept->by_node.at, kept->by_node.count, sizeof kept->by_node.at[0],
              compare_metrics);
}

static void
lead_entries(struct kept_metrics *kept, struct candidate *shown)
{
    for (size_t i = 0; i < shown->experience.count; i++)
        for (size_t j = 0; j < shown->experience.at[i].positions.count; j++) {
            struct position *position =
                &shown->experience.at[i].positions.at[j];
            lead(kept, &position->metric_refs);
            lead_ids(kept, &position->metric_ids, &position->metric_refs);
        }
    for (size_t i = 0; i < shown->case_studies.count; i++) {
        struct case_study *study = &shown->case_studies.at[i];
        lead(kept, &study->metric_refs);
        lead_ids(kept, &study->metric_ids, &study->metric_refs);
        lead(kept, &study->balancing_metrics);
        lead_ids(kept, &study->balancing_ref, &study->balancing_metrics);
    }
}

void
filter_refs(struct arena *arena, struct candidate *shown,
            enum audience audience)
{
    struct kept_metrics kept = {.arena = arena, .audience = audience};
    metric_refs all = {.at = shown->all_metrics.at,
                       .count = shown->all_metrics.count};
    collect_all(&kept, shown);
    each_highlights(&kept, shown, lead_highlights);
    lead_entries(&kept, shown);
    lead(&kept, &shown->key_metric_refs);
    lead_ids(&kept, &shown->key_metrics, &shown->key_metric_refs);
    lead(&kept, &all);
    shown->all_metrics.at = all.at;
    shown->all_metrics.count = all.count;
    shown->all_metrics.room = all.room;
    /* It leads to the records of the whole file. */
    shown->metric_index = NULL;
}
