#include "model/decode.h"

#include <stdlib.h>
#include <string.h>

#include "base/bug.h"
#include "base/buf.h"
#include "decoder.h"
#include "tables.h"

enum { DEFAULT_PRIORITY = 3, NEAREST_SEARCHES = 20 };

/* ---- places -----------------------------------------------------------------
 */

static void
print_path(struct buf *out, const struct where *where)
{
    if (!where)
        return;
    print_path(out, where->parent); /* as deep as the field table, no deeper */
    if (where->key.at && out->len)
        buf_add_byte(out, '.');
    if (where->key.at)
        buf_add(out, where->key);
    else
        buf_print(out, "[%zu]", where->index);
}

struct str
where_path(struct arena *arena, const struct where *where)
{
    struct buf out = buf_new(arena);
    print_path(&out, where);
    return buf_str(&out);
}

struct where
where_key(const struct where *parent, const struct node_pair *pair)
{
    return (struct where){parent, pair->key, 0, pair->key_span};
}

struct where
where_item(const struct where *parent, size_t index, const struct node *node)
{
    return (struct where){parent, {NULL, 0}, index, node->span};
}

struct finding *
decoder_report(struct decoder *decoder, const struct where *where,
               enum code code, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(decoder->arena, format, args);
    va_end(args);
    struct finding *finding =
        finding_add(decoder->findings, code, span, "%.*s", STR_ARG(message));
    finding->path = where_path(decoder->arena, where);
    return finding;
}

void
decoder_edit(struct decoder *decoder, struct finding *finding, struct span span,
             struct str text, bool is_safe)
{
    finding->has_edit = true;
    finding->edit_is_safe = is_safe;
    finding->edit.span = span;
    finding->edit.text = str_copy(decoder->arena, text);
}

bool
decoder_has_rule(const char *rule)
{
    enum code code;
    return rule && code_find(str_from(rule), &code);
}

/* ---- mappings
 * ------------------------------------------------------------------ */

/* The first line of an entry: where a missing field is reported. */
static struct span
first_line(const struct decoder *decoder, struct span span)
{
    struct str text = span_text(decoder->sources, span);
    size_t end = str_find_byte(text, '\n', 0);
    if (end < text.len)
        span.to = span.from + (uint32_t)end;
    return span;
}

static bool
is_empty(const struct node *node)
{
    switch (node->kind) {
    case NODE_SCALAR:
        return node->is_null || str_is_empty(str_trim(node->text));
    case NODE_LIST:
        return node->items.count == 0;
    case NODE_MAP:
        return false;
    }
    BUG("no such kind of node: %d", (int)node->kind);
}

/* Which fields of a mapping have been seen, by their position. */
struct seen {
    const struct node_pair *own[64], *common[16];
};

static const struct node_pair **
seen_at(struct seen *seen, const struct field_shape *shape,
        const struct field *field)
{
    if (field_is_common(shape, field))
        return &seen->common[field - fields_common(shape->common)];
    size_t index = (size_t)(field - shape->fields);
    ENSURE(index < sizeof seen->own / sizeof seen->own[0]);
    return &seen->own[index];
}

/* "unit, period" and the lines to write for them. */
struct missing {
    struct buf names, lines;
    size_t count;
};

static void
add_missing(struct missing *missing, const char *name, const char *example)
{
    const char *joint = missing->count++ ? ", " : "";
    buf_print(&missing->names, "%s%s", joint, name);
    if (example)
        buf_print(&missing->lines, "%s%s: %s",
                  buf_str(&missing->lines).len ? "\n" : "", name, example);
}

static void
add_none_of(struct missing *missing, const struct field_shape *shape)
{
    struct buf names = buf_new(missing->names.arena);
    struct str rest = str_from(shape->one_of);
    bool is_first = true;
    while (rest.len) {
        struct str name = str_cut(&rest, ' ');
        if (!is_first)
            buf_add_text(&names, rest.len ? ", " : " or ");
        buf_add(&names, name);
        is_first = false;
    }
    buf_add_byte(&names, '\0');
    add_missing(missing, buf_str(&names).at, NULL);
}

/* Without them no page can be made. */
static bool
is_name(const struct field_shape *shape, const struct field *field)
{
    if (shape == fields_root())
        return str_is(str_from(field->key), "basics");
    return shape == &shape_basics && str_is(str_from(field->key), "name");
}

static void
report_no_name(struct decoder *decoder, const struct where *where,
               const struct field_shape *shape, const struct node *map)
{
    struct finding *finding = decoder_report(
        decoder, where, CODE_X106, first_line(decoder, map->span),
        "Add your name; without it there is no page.");
    finding_help(finding, "%s",
                 shape == fields_root() ? "basics:\n  name: Jordan Avery"
                                        : "name: Jordan Avery");
}

static bool
has_one_of(const struct field_shape *shape, struct seen *seen)
{
    struct str rest = str_from(shape->one_of);
    while (rest.len) {
        const struct field *field = field_find(shape, str_cut(&rest, ' '));
        if (field && *seen_at(seen, shape, field))
            return true;
    }
    return false;
}

/* A confidential record may tell its change and nothing else. */
static bool
may_be_missing(const struct field_shape *shape, const struct field *field,
               const void *object)
{
    const struct metric *metric = object;
    return shape == &shape_metric && str_is(str_from(field->key), "after") &&
           metric->confidential.value && metric->change_percent.given;
}

static void
check_missing(struct decoder *decoder, const struct where *where,
              const struct field_shape *shape, struct seen *seen,
              const struct node *map, const void *object)
{
    struct missing missing = {buf_new(decoder->arena), buf_new(decoder->arena),
                              0};
    for (const struct field *field = shape->fields; field->key; field++) {
        if (field->need != FIELD_REQUIRED || *seen_at(seen, shape, field))
            continue;
        if (is_name(shape, field))
            report_no_name(decoder, where, shape, map);
        else if (!decoder_has_rule(field->rule) &&
                 !may_be_missing(shape, field, object))
            add_missing(&missing, field->key, field->example);
    }
    if (shape->one_of && !decoder_has_rule(shape->one_of_rule) &&
        !has_one_of(shape, seen))
        add_none_of(&missing, shape);
    if (!missing.count)
        return;
    struct str names = buf_str(&missing.names);
    struct str lines = buf_str(&missing.lines);
    struct finding *finding = decoder_report(decoder, where, CODE_X105,
                                             first_line(decoder, map->span),
                                             "Add %.*s.", STR_ARG(names));
    if (lines.len)
        finding_help(finding, "%.*s", STR_ARG(lines));
}

static void
report_twice(struct decoder *decoder, const struct where *where,
             const struct field *field, const struct node_pair *first,
             const struct node_pair *second)
{
    struct str key = second->key, other = first->key;
    struct finding *finding = decoder_report(
        decoder, where, CODE_X107, second->key_span,
        "\"%.*s\" says the same as \"%.*s\" above and is left out.",
        STR_ARG(key), STR_ARG(other));
    finding_help(finding, "Keep one of them, as %s.", field->key);
}

void
decode_field(struct decoder *decoder, const struct where *where,
             const struct field *field, const struct node *node, void *object)
{
    char *slot = (char *)object + field->offset;
    if (field->is_list)
        decode_list(decoder, where, field, node, object);
    else if (field->type == FIELD_MAP)
        decode_map(decoder, where, field->shape, node, slot);
    else
        decode_value(decoder, where, field, node, object, slot);
    if (field->type == FIELD_MAP && !field->is_list && field->also)
        memcpy((char *)object + field->also, &node, sizeof node);
}

/* Keys passed over without a word: the person's own, and a JSON Schema's. */
static bool
is_passed_over(const struct where *where, struct str key)
{
    return str_starts(key, STR("x_")) ||
           (!where && str_equal(key, STR("$schema")));
}

/* start_date and end_date of another tool stand for our period. */
static void
see_period(struct seen *seen, const struct field_shape *shape,
           const struct field *part, const struct node_pair *pair)
{
    for (const struct field *field = shape->fields; field->key; field++)
        if (field->type == FIELD_PERIOD && part->offset >= field->offset &&
            part->offset < field->offset + sizeof(struct period))
            *seen_at(seen, shape, field) = pair;
}

static void
decode_pair(struct decoder *decoder, const struct where *where,
            const struct field_shape *shape, struct seen *seen,
            const struct node_pair *pair, void *object)
{
    const struct field *field = field_find(shape, pair->key);
    if (!field || field->is_hidden)
        field = decode_foreign_key(decoder, where, shape, pair);
    if (!field || is_empty(pair->value))
        return;
    const struct node_pair **first = seen_at(seen, shape, field);
    if (*first) {
        report_twice(decoder, where, field, *first, pair);
        return;
    }
    *first = pair;
    if (field->is_hidden)
        see_period(seen, shape, field, pair);
    decode_field(decoder, where, field, pair->value, object);
}

static void
decode_pairs(struct decoder *decoder, const struct where *where,
             const struct field_shape *shape, const struct node *map,
             void *object)
{
    struct seen seen = {{NULL}, {NULL}};
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct where at = where_key(where, pair);
        if (!is_passed_over(where, pair->key))
            decode_pair(decoder, &at, shape, &seen, pair, object);
    }
    check_missing(decoder, where, shape, &seen, map, object);
}

/* ---- shapes with a way of their own
 * ------------------------------------------ */

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

static enum custom_shape
custom_shape_of(const struct custom_entry *entry, const struct node *node)
{
    if (entry->label.node)
        return CUSTOM_ONE_LINE;
    bool is_entry =
        entry->title.node || entry->subtitle.node || entry->highlights.count;
    return is_entry || (node->kind == NODE_MAP && !node_get(node, "text"))
               ? CUSTOM_ENTRY
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

/* What a filled object still wants: ids known, references queued. */
static void
finish_object(struct decoder *decoder, const struct field_shape *shape,
              const struct node *node, void *object)
{
    const struct item *item = object;
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

static void
decode_fields_of(struct decoder *decoder, const struct where *where,
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

/* ---- one object
 * ------------------------------------------------------------------ */

static void
begin_object(struct decoder *decoder, const struct where *where,
             const struct field_shape *shape, const struct node *node,
             void *object)
{
    if (shape->node_offset)
        memcpy((char *)object + shape->node_offset, &node, sizeof node);
    if (shape->common == COMMON_NONE)
        return;
    struct item *item = object;
    item->node = node;
    item->path = where_path(decoder->arena, where);
    item->priority.value = DEFAULT_PRIORITY;
}

/* A bare value in place of a map: "outpatient clinic" for {kind: ...}. */
static bool
decode_short_form(struct decoder *decoder, const struct where *where,
                  const struct field_shape *shape, const struct node *node,
                  void *object)
{
    if (!shape->scalar_key)
        return false;
    const struct field *field = field_find(shape, str_from(shape->scalar_key));
    ENSURE(field != NULL);
    struct seen seen = {{NULL}, {NULL}};
    const struct node_pair here = {str_from(field->key), node->span, NULL};
    decode_field(decoder, where, field, node, object);
    *seen_at(&seen, shape, field) = &here;
    check_missing(decoder, where, shape, &seen, node, object);
    return true;
}

static void
report_no_map(struct decoder *decoder, const struct where *where,
              const struct field_shape *shape, const struct node *node)
{
    struct finding *finding = decoder_report(
        decoder, where, CODE_X101, node->span,
        node->kind == NODE_LIST ? "Write one %s here, not a list."
                                : "Write the parts of the %s, each with its "
                                  "name.",
        shape->name);
    struct buf help = buf_new(decoder->arena);
    size_t shown = 0;
    for (const struct field *field = shape->fields; field->key; field++) {
        bool show =
            !field->is_hidden && (shown < 2 || field->need == FIELD_REQUIRED);
        if (show && shown++ < 4)
            buf_print(&help, "%s%s: %s", shown > 1 ? "\n" : "", field->key,
                      field->example);
    }
    struct str text = buf_str(&help);
    finding_help(finding, "%.*s", STR_ARG(text));
}

void
decode_map(struct decoder *decoder, const struct where *where,
           const struct field_shape *shape, const struct node *node,
           void *object)
{
    const struct node *text = NULL;
    begin_object(decoder, where, shape, node, object);
    if (node->kind == NODE_LIST && node->items.count == 1 &&
        node->items.at[0]->kind == NODE_MAP)
        node = node->items.at[0];
    if (node->kind == NODE_MAP && shape->scalar_key && looks_like_text(node) &&
        !field_find_foreign(decoder->arena, shape, node->pairs.at[0].key))
        text = recover_text(decoder, where, node);
    if (!text && node->kind == NODE_MAP)
        decode_fields_of(decoder, where, shape, node, object);
    else if (node->kind == NODE_LIST ||
             !decode_short_form(decoder, where, shape, text ? text : node,
                                object))
        report_no_map(decoder, where, shape, node);
    finish_object(decoder, shape, node, object);
}

/* ---- the file
 * -------------------------------------------------------------------- */

static int
compare_metrics(const void *a, const void *b)
{
    const struct metric *first = *(const struct metric *const *)a;
    const struct metric *second = *(const struct metric *const *)b;
    const struct span *x = &first->item.node->span;
    const struct span *y = &second->item.node->span;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->from > y->from) - (x->from < y->from);
}

const struct candidate *
candidate_decode(struct arena *arena, struct findings *findings,
                 const struct node *tree, const struct decode_options *options)
{
    struct candidate *candidate = ARENA_NEW(arena, struct candidate);
    struct decoder decoder = {.arena = arena,
                              .findings = findings,
                              .sources = findings_sources(findings),
                              .candidate = candidate,
                              .nearest_left = NEAREST_SEARCHES};
    if (options)
        decoder.today = options->today;
    if (!tree)
        return candidate;
    candidate->node = tree;
    decode_map(&decoder, NULL, fields_root(), tree, candidate);
    if (candidate->all_metrics.count)
        qsort(candidate->all_metrics.at, candidate->all_metrics.count,
              sizeof *candidate->all_metrics.at, compare_metrics);
    decoder_resolve(&decoder);
    candidate->years = decoder_years(&decoder);
    decoder_read_prose(&decoder);
    return candidate;
}

bool
candidate_code_stops(enum code code)
{
    static const enum code stops[] = {CODE_X101, CODE_X106, CODE_X110,
                                      CODE_X112, CODE_X114};
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
        if (stops[i] == code)
            return true;
    return false;
}
