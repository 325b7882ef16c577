/* Lists, sized once: what is decoded into them may be pointed at. */
#include "decoder.h"

#include <string.h>

#include "base/bug.h"
#include "walk.h"

/* Behind what another key has put there already. */
static void
put_list(struct decoder *decoder, void *object, size_t offset,
         struct any_list list, size_t size)
{
    struct any_list old = list_at(object, offset);
    if (old.count) {
        size_t count = old.count + list.count;
        char *joined = arena_array(decoder->arena, count, size);
        memcpy(joined, old.at, old.count * size);
        memcpy(joined + old.count * size, list.at, list.count * size);
        list = (struct any_list){joined, count, count};
    }
    memcpy((char *)object + offset, &list, sizeof list);
}

static void
report_empty_item(struct decoder *decoder, const struct where *where,
                  const struct node *item)
{
    struct finding *finding = decoder_report(decoder, where, CODE_X132,
                                             item->span, "This item is empty.");
    finding_help(finding, "Write it, or delete its line.");
}

static bool
is_empty_item(const struct node *item)
{
    return item->kind == NODE_SCALAR &&
           (item->is_null || str_is_empty(str_trim(item->text)));
}

static void
decode_item(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *item, void *object,
            char *slot)
{
    if (field->type == FIELD_MAP)
        decode_map(decoder, where, field->shape, item, slot);
    else
        decode_value(decoder, where, field, item, object, slot);
}

/* "a, b, c" in place of a list. */
static void
decode_commas(struct decoder *decoder, const struct where *where,
              const struct field *field, const struct node *node, void *object)
{
    size_t count = 1, at = 0;
    struct str rest = node->text;
    for (size_t i = 0; i < rest.len; i++)
        count += rest.at[i] == ',';
    struct text *texts = ARENA_ARRAY(decoder->arena, count, struct text);
    while (rest.len) {
        struct str part = str_trim(str_cut(&rest, ','));
        if (part.len)
            decode_text(decoder, where, field, node, part, &texts[at++]);
    }
    put_list(decoder, object, field->offset,
             (struct any_list){texts, at, count}, sizeof *texts);
}

static void
report_single(struct decoder *decoder, const struct where *where,
              const struct field *field, const struct node *node)
{
    struct finding *finding = decoder_report(
        decoder, where, CODE_X131, node->span,
        "Write `%s` as a list; it is read as a list of one.", field->key);
    struct str item = node->kind == NODE_SCALAR
                          ? one_line(decoder->arena, node->text)
                          : STR("...");
    finding_help(finding, "%s:\n  - %.*s", field->key, STR_ARG(item));
}

static void
check_limit(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *node)
{
    if (!field->limit || node->items.count <= field->limit)
        return;
    struct finding *finding = decoder_report(
        decoder, where, CODE_X133, node->items.at[field->limit]->span,
        "At most %u of `%s` are taken; the rest is left out.", field->limit,
        field->key);
    finding_help(finding, "Keep the %u that say most.", field->limit);
}

/* Splits the items: ids (scalars of a field with a place for them) and the
   others. */
static void
decode_items(struct decoder *decoder, const struct where *where,
             const struct field *field, const struct node *const *items,
             size_t count, void *object)
{
    bool takes_ids = field->type == FIELD_MAP && field->also;
    size_t size = field_item_size(field), own = 0, ids = 0;
    char *slots = arena_array(decoder->arena, count, size);
    struct text *texts =
        takes_ids ? ARENA_ARRAY(decoder->arena, count, struct text) : NULL;
    const struct field id_field = {.key = field->key, .type = FIELD_REF};
    for (size_t i = 0; i < count; i++) {
        struct where at = where_item(where, i, items[i]);
        if (is_empty_item(items[i]))
            report_empty_item(decoder, &at, items[i]);
        else if (takes_ids && items[i]->kind == NODE_SCALAR)
            decode_value(decoder, &at, &id_field, items[i], object,
                         &texts[ids++]);
        else if (!field->limit || own < field->limit)
            decode_item(decoder, &at, field, items[i], object,
                        slots + size * own++);
    }
    put_list(decoder, object, field->offset,
             (struct any_list){slots, own, count}, size);
    if (ids)
        put_list(decoder, object, field->also,
                 (struct any_list){texts, ids, count}, sizeof *texts);
}

void
decode_list(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *node, void *object)
{
    const struct field_shape *shape =
        field->type == FIELD_MAP ? field->shape : NULL;
    if (is_by_language(decoder, shape, node)) {
        node = text_by_language(decoder, where, node);
        if (!node)
            return;
    }
    const struct node *named = named_entries(decoder, where, field, node);
    if (named)
        node = named;
    if (node->kind == NODE_LIST) {
        check_limit(decoder, where, field, node);
        decode_items(decoder, where, field,
                     (const struct node *const *)node->items.at,
                     node->items.count, object);
        return;
    }
    bool is_line = node->kind == NODE_SCALAR;
    if (!field->scalar_is_list)
        report_single(decoder, where, field, node);
    if (is_line && field->splits_commas)
        decode_commas(decoder, where, field, node, object);
    else
        decode_items(decoder, where, field, &node, 1, object);
}
