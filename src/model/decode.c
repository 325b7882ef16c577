#include "model/decode.h"

#include <stdlib.h>
#include <string.h>

#include "base/bug.h"
#include "base/buf.h"
#include "decoder.h"
#include "seen.h"
#include "tables.h"

enum { DEFAULT_PRIORITY = 3, NEAREST_SEARCHES = 20 };

/* ---- places ------------------------------------------------------------- */

static void
print_index(struct buf *out, size_t index)
{
    char digits[24];
    size_t at = sizeof digits;
    digits[--at] = ']';
    do
        digits[--at] = (char)('0' + index % 10);
    while (index /= 10);
    digits[--at] = '[';
    buf_add(out, (struct str){digits + at, sizeof digits - at});
}

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
        print_index(out, where->index);
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

/* A value of a megabyte is not repeated in full. */
static struct str
shortened(struct arena *arena, struct str text)
{
    enum { MOST = 300, HEAD = 160, TAIL = 80 };
    if (text.len <= MOST)
        return text;
    size_t head = HEAD, tail = text.len - TAIL;
    while (((unsigned char)text.at[head] & 0xC0) == 0x80)
        head--; /* never inside a character */
    while (((unsigned char)text.at[tail] & 0xC0) == 0x80)
        tail--;
    return str_format(arena, "%.*s ... %.*s", (int)head, text.at,
                      (int)(text.len - tail), text.at + tail);
}

struct finding *
decoder_report(struct decoder *decoder, const struct where *where,
               enum code code, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(decoder->arena, format, args);
    va_end(args);
    message = shortened(decoder->arena, message);
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

/* ---- mappings ----------------------------------------------------------- */

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

void
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
    seen_check_missing(decoder, where, shape, &seen, map, object);
}

/* ---- one object --------------------------------------------------------- */

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
    seen_check_missing(decoder, where, shape, &seen, node, object);
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
    if (shape->scalar_key && is_by_language(decoder, shape, node)) {
        const struct node *chosen = text_by_language(decoder, where, node);
        node = chosen ? chosen : node;
    }
    begin_object(decoder, where, shape, node, object);
    if (node->kind == NODE_LIST && node->items.count == 1 &&
        node->items.at[0]->kind == NODE_MAP)
        node = node->items.at[0];
    if (node->kind == NODE_MAP && shape->scalar_key && looks_like_text(node) &&
        !field_find_foreign(decoder->arena, shape, node->pairs.at[0].key))
        text = recover_text(decoder, where, node);
    if (!text && node->kind == NODE_MAP)
        decode_parts(decoder, where, shape, node, object);
    else if (node->kind == NODE_LIST ||
             !decode_short_form(decoder, where, shape, text ? text : node,
                                object))
        report_no_map(decoder, where, shape, node);
    decode_finish(decoder, shape, node, object);
}

/* ---- the file ----------------------------------------------------------- */

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

/* In the order of the file; one that YAML's * repeats counts once. */
static void
order_metrics(struct candidate *candidate)
{
    const struct metric **at = candidate->all_metrics.at;
    size_t count = candidate->all_metrics.count, kept = 0;
    if (count)
        qsort(at, count, sizeof *at, compare_metrics);
    for (size_t i = 0; i < count; i++)
        if (!kept || at[kept - 1]->item.node != at[i]->item.node)
            at[kept++] = at[i];
    candidate->all_metrics.count = kept;
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
                              .nearest_left = NEAREST_SEARCHES,
                              .cut_short = findings_cut_short(findings)};
    if (options)
        decoder.today = options->today;
    if (options)
        decoder.audience = options->audience;
    if (options)
        candidate->job = options->job;
    if (!tree)
        return candidate;
    candidate->printed_language = STR("en-US");
    candidate->node = tree;
    decoder_choose_language(&decoder, tree,
                            options ? options->language : (struct str){0});
    decode_map(&decoder, NULL, fields_root(), tree, candidate);
    if (options)
        decoder_note_language(&decoder, options->language);
    order_metrics(candidate);
    decoder_resolve(&decoder);
    candidate->years = decoder_years(&decoder);
    decoder_read_prose(&decoder);
    decoder_tell_untranslated(&decoder);
    return candidate;
}
