/* What needs the whole file: ids, references, years. */
#include "decoder.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

static int
compare_known(const void *a, const void *b)
{
    const struct known_id *first = a, *second = b;
    int order = str_compare(first->id, second->id);
    if (order)
        return order;
    return (first->order > second->order) - (first->order < second->order);
}

/* ---- ids ---------------------------------------------------------------- */

static void
report_repeated(struct decoder *decoder, const struct known_id *first,
                const struct known_id *second)
{
    struct span there = first->node->span;
    struct place place =
        source_place(decoder->sources, there.source, there.from);
    struct str id = second->id;
    struct finding *finding = finding_add(
        decoder->findings, CODE_X125, second->node->span,
        "The id \"%.*s\" is taken; references mean the one in line %zu.",
        STR_ARG(id), place.line);
    finding_help(finding, "id: %.*s-2", STR_ARG(id));
}

/* Metrics and other entries each have ids of their own. */
static void
check_repeated(struct decoder *decoder)
{
    const struct known_id *last[2] = {NULL, NULL};
    for (size_t i = 0; i < decoder->known.count; i++) {
        const struct known_id *known = &decoder->known.at[i];
        const struct known_id **before = &last[known->metric != NULL];
        bool is_alias = *before && (*before)->node == known->node;
        if (is_alias)
            continue; /* one record, repeated with YAML's * */
        if (*before && str_equal((*before)->id, known->id))
            report_repeated(decoder, *before, known);
        else
            *before = known;
    }
}

static void
build_index(struct decoder *decoder)
{
    struct metric_index *index = ARENA_NEW(decoder->arena, struct metric_index);
    if (decoder->known.count)
        qsort(decoder->known.at, decoder->known.count,
              sizeof *decoder->known.at, compare_known);
    index->at =
        ARENA_ARRAY(decoder->arena, decoder->known.count, struct known_id);
    for (size_t i = 0; i < decoder->known.count; i++)
        if (decoder->known.at[i].metric)
            index->at[index->count++] = decoder->known.at[i];
    decoder->candidate->metric_index = index;
}

/* The first entry of a sorted array with this id, or NULL. */
static const struct known_id *
find_known(const struct known_id *at, size_t count, struct str id)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(at[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && str_equal(at[low].id, id) ? &at[low] : NULL;
}

const struct metric *
candidate_metric(const struct candidate *candidate, struct str id)
{
    const struct metric_index *index = candidate->metric_index;
    if (!index)
        return NULL;
    const struct known_id *known = find_known(index->at, index->count, id);
    return known ? known->metric : NULL;
}

/* ---- references --------------------------------------------------------- */

static void
help_unknown_id(struct decoder *decoder, struct finding *finding,
                const struct waiting_id *id)
{
    size_t count = 0;
    struct str *names =
        ARENA_ARRAY(decoder->arena, decoder->known.count, struct str);
    for (size_t i = 0; i < decoder->known.count; i++)
        if (decoder->known.at[i].metric || id->target == ID_OF_ANYTHING)
            names[count++] = decoder->known.at[i].id;
    size_t nearest = str_nearest(id->text.s, names, count);
    if (nearest == SIZE_MAX) {
        finding_help(finding, "Give the %s an id, or leave the reference out.",
                     id->target == ID_OF_METRIC ? "metric record" : "entry");
        return;
    }
    finding_help(finding, "Did you mean %.*s?", STR_ARG(names[nearest]));
    if (id->text.node->kind == NODE_SCALAR &&
        str_trim(id->text.node->text).len == id->text.s.len)
        decoder_edit(decoder, finding, id->text.node->span, names[nearest],
                     false);
}

static void
check_id_known(struct decoder *decoder, const struct waiting_id *id)
{
    bool is_known =
        id->target == ID_OF_METRIC
            ? candidate_metric(decoder->candidate, id->text.s) != NULL
            : find_known(decoder->known.at, decoder->known.count, id->text.s) !=
                  NULL;
    if (is_known || !id->text.node || decoder->cut_short)
        return;
    struct finding *finding =
        finding_add(decoder->findings, CODE_X126, id->text.node->span,
                    "There is no %s with the id \"%.*s\".",
                    id->target == ID_OF_METRIC ? "metric record" : "entry",
                    STR_ARG(id->text.s));
    finding->path = id->path;
    if (decoder->nearest_left) {
        decoder->nearest_left--;
        help_unknown_id(decoder, finding, id);
    }
}

static bool
holds_metric(const metric_refs *refs, const struct metric *metric)
{
    for (size_t i = 0; i < refs->count; i++)
        if (refs->at[i] == metric)
            return true;
    return false;
}

static void
resolve_list(struct decoder *decoder, const text_list *ids,
             const metric_list *own, metric_refs *resolved)
{
    for (size_t i = 0; i < ids->count; i++) {
        const struct metric *metric =
            candidate_metric(decoder->candidate, ids->at[i].s);
        if (metric && !holds_metric(resolved, metric))
            *list_add(decoder->arena, resolved) = metric;
    }
    for (size_t i = 0; own && i < own->count; i++)
        *list_add(decoder->arena, resolved) = &own->at[i];
}

/* `balancing: falls` is an id when a record has it, a line otherwise. */
static void
resolve_balancing(struct decoder *decoder, struct case_study *study)
{
    const struct node *node = node_get(study->item.node, "balancing");
    struct str typed = node && node->kind == NODE_SCALAR ? str_trim(node->text)
                                                         : (struct str){0};
    if (typed.len && candidate_metric(decoder->candidate, typed)) {
        struct text *id = list_add(decoder->arena, &study->balancing_ref);
        *id = (struct text){typed, node};
    }
    resolve_list(decoder, &study->balancing_ref, NULL,
                 &study->balancing_metrics);
}

/* `results: [wait]` is an id when a record has it, a line otherwise. */
static void
resolve_results(struct decoder *decoder, struct case_study *study)
{
    for (size_t i = 0; i < study->results.count; i++) {
        struct highlight *result = &study->results.at[i];
        const struct node *node = result->item.node;
        struct str typed = node && node->kind == NODE_SCALAR
                               ? str_trim(node->text)
                               : (struct str){0};
        if (!typed.len || !candidate_metric(decoder->candidate, typed))
            continue;
        *list_add(decoder->arena, &result->ref) = (struct text){typed, node};
        resolve_list(decoder, &result->ref, NULL, &result->metrics);
    }
}

void
decoder_resolve(struct decoder *decoder)
{
    struct candidate *candidate = decoder->candidate;
    build_index(decoder);
    check_repeated(decoder);
    for (size_t i = 0; i < decoder->ids.count; i++)
        check_id_known(decoder, &decoder->ids.at[i]);
    for (size_t i = 0; i < decoder->refs.count; i++) {
        struct waiting_refs *refs = &decoder->refs.at[i];
        resolve_list(decoder, refs->ids, refs->own, refs->resolved);
    }
    for (size_t i = 0; i < decoder->cases.count; i++) {
        resolve_balancing(decoder, decoder->cases.at[i]);
        resolve_results(decoder, decoder->cases.at[i]);
    }
    resolve_list(decoder, &candidate->key_metrics, NULL,
                 &candidate->key_metric_refs);
}
