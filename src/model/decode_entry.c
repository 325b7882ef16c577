/* Shapes with a way of their own: jobs, bullets, sections of one's own; and
   what an entry still wants when it is filled. */
#include "decoder.h"

#include <string.h>

#include "tables.h"

static bool
is_of_position(const struct decoder *decoder, struct str key)
{
    const struct field *own = field_find(&shape_position, key);
    if (own)
        return !field_is_common(&shape_position, own);
    return !field_find(&shape_experience, key) &&
           field_find_foreign(decoder->arena, &shape_position, key);
}

/* An entry without `positions:` holds the keys of one position among those of
   the employer; they are parted and read each with its own shape. */
static void
decode_experience(struct decoder *decoder, const struct where *where,
                  const struct node *map, struct experience *experience)
{
    struct node employer = *map, single = *map;
    if (node_get(map, "positions") || node_get(map, "roles")) {
        decode_pairs(decoder, where, &shape_experience, map, experience);
        experience->has_positions = true;
        return;
    }
    memset(&employer.pairs, 0, sizeof employer.pairs);
    memset(&single.pairs, 0, sizeof single.pairs);
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct node *half =
            is_of_position(decoder, pair->key) ? &single : &employer;
        *list_add(decoder->arena, &half->pairs) = *pair;
    }
    decode_pairs(decoder, where, &shape_experience, &employer, experience);
    struct position *position =
        list_add(decoder->arena, &experience->positions);
    decode_pairs(decoder, where, &shape_position, &single, position);
    decode_finish(decoder, &shape_position, &single, position);
    position->item = experience->item;
    experience->location = position->location;
    experience->setting = position->setting;
    experience->scope = position->scope;
}

/* A result may be a metric record itself. */
static void
decode_highlight(struct decoder *decoder, const struct where *where,
                 const struct field_shape *shape, const struct node *map,
                 struct highlight *highlight)
{
    if (shape == &shape_result && !node_get(map, "text") &&
        node_get(map, "after")) {
        struct metric *metric =
            list_add(decoder->arena, &highlight->own_metrics);
        decode_map(decoder, where, &shape_metric, map, metric);
        highlight->item = metric->item;
    } else {
        decode_pairs(decoder, where, shape, map, highlight);
    }
}

static bool
has_any(const struct node *node, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (node_get(node, keys[i]))
            return true;
    return false;
}

/* A line has a label and details and nothing besides; details alone are one
   that other tools left without a label. */
static enum custom_shape
custom_shape_of(const struct custom_entry *entry, const struct node *node)
{
    static const char *const keys[] = {"location", "date",    "start_date",
                                       "end_date", "summary", "url"};
    bool is_map = node->kind == NODE_MAP;
    bool has_text = is_map && node_get(node, "text");
    bool has_line = entry->label.node || (is_map && node_get(node, "details"));
    bool is_entry = entry->title.node || entry->subtitle.node ||
                    entry->highlights.count ||
                    (is_map && has_any(node, keys, sizeof keys / sizeof *keys));
    if (has_line && !is_entry && !has_text)
        return CUSTOM_ONE_LINE;
    return is_entry || has_line || (is_map && !has_text) ? CUSTOM_ENTRY
                                                         : CUSTOM_TEXT;
}

static void
know_id(struct decoder *decoder, const struct item *item,
        const struct metric *metric)
{
    struct known_id *known = list_add(decoder->arena, &decoder->known);
    known->id = item->id.s;
    known->node = item->id.node;
    known->metric = metric;
    known->order = decoder->known.count;
}

static void
wait_for_refs(struct decoder *decoder, const text_list *ids,
              const metric_list *own, metric_refs *resolved)
{
    if (!ids->count && !own->count)
        return;
    struct waiting_refs *refs = list_add(decoder->arena, &decoder->refs);
    refs->ids = ids;
    refs->own = own;
    refs->resolved = resolved;
}

/* `private` and `audience: interview`: sentences that others see must not print
   what stands in such a mapping. */
static void
know_held_back(struct decoder *decoder, const struct field_shape *shape,
               const struct node *node, const struct item *item)
{
    if (!fields_common(shape->common))
        return;
    bool is_private = item->is_private.value;
    if (!is_private && item->audience.value <= AUDIENCE_PUBLIC)
        return;
    *list_add(decoder->arena, &decoder->held_back) = (struct held_back){
        node->span, is_private ? HELD_FOR_NOBODY : item->audience.value};
}

/* What a filled object still wants: ids known, references queued. */
void
decode_finish(struct decoder *decoder, const struct field_shape *shape,
              const struct node *node, void *object)
{
    const struct item *item = object;
    know_held_back(decoder, shape, node, item);
    if (shape == &shape_metric) {
        const struct metric *metric = object;
        *list_add(decoder->arena, &decoder->candidate->all_metrics) = metric;
        if (item->id.s.len)
            know_id(decoder, item, metric);
    } else if (shape->common == COMMON_ENTRY && item->id.s.len) {
        know_id(decoder, item, NULL);
    }
    if (shape->fields == shape_highlight.fields) {
        struct highlight *line = object;
        wait_for_refs(decoder, &line->ref, &line->own_metrics, &line->metrics);
    } else if (shape == &shape_position) {
        struct position *job = object;
        wait_for_refs(decoder, &job->metric_ids, &job->metrics,
                      &job->metric_refs);
    } else if (shape == &shape_case_study) {
        struct case_study *study = object;
        wait_for_refs(decoder, &study->metric_ids, &study->metrics,
                      &study->metric_refs);
        *list_add(decoder->arena, &decoder->cases) = study;
    } else if (shape == &shape_custom_entry) {
        struct custom_entry *entry = object;
        entry->shape = custom_shape_of(entry, node);
    }
}

void
decode_parts(struct decoder *decoder, const struct where *where,
             const struct field_shape *shape, const struct node *map,
             void *object)
{
    if (shape == &shape_experience)
        decode_experience(decoder, where, map, object);
    else if (shape->fields == shape_highlight.fields)
        decode_highlight(decoder, where, shape, map, object);
    else
        decode_pairs(decoder, where, shape, map, object);
}
