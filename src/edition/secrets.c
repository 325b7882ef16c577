/*
 * Texts that an error of privacy stands on. They go before anything else can
 * read them, whoever asks for the edition: a text that may be missing alone,
 * any other with the entry that it belongs to.
 */
#include <stdlib.h>
#include <string.h>

#include "filter.h"

static int
compare_nodes(const struct node *a, const struct node *b)
{
    return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

static int
compare_secrets(const void *a, const void *b)
{
    const struct check_withheld *x = a, *y = b;
    int order = compare_nodes(x->node, y->node);
    return order != 0 ? order : (x->code > y->code) - (x->code < y->code);
}

check_withheld_list
secrets_sorted(struct arena *arena, const check_withheld_list *list)
{
    check_withheld_list sorted = {0};
    if (!list || !list->count)
        return sorted;
    for (size_t i = 0; i < list->count; i++)
        *list_add(arena, &sorted) = list->at[i];
    qsort(sorted.at, sorted.count, sizeof *sorted.at, compare_secrets);
    return sorted;
}

static int
compare_places(const void *a, const void *b)
{
    const struct check_withheld *x = a, *y = b;
    struct span m = node_span(x->node), n = node_span(y->node);
    if (m.source != n.source)
        return m.source < n.source ? -1 : 1;
    if (m.from != n.from)
        return m.from < n.from ? -1 : 1;
    return (x->code > y->code) - (x->code < y->code);
}

check_withheld_list
secrets_in_order(struct arena *arena, const check_withheld_list *list)
{
    check_withheld_list all = secrets_sorted(arena, list), once = {0};
    if (all.count)
        qsort(all.at, all.count, sizeof *all.at, compare_places);
    for (size_t i = 0; i < all.count; i++)
        if (i == 0 || all.at[i].node != all.at[i - 1].node)
            *list_add(arena, &once) = all.at[i];
    return once;
}

const char *
filter_secret(struct filter *filter, const struct node *node)
{
    const check_withheld_list *secrets = &filter->secrets;
    size_t low = 0, high = secrets->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_nodes(secrets->at[middle].node, node) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (!node || low == secrets->count || secrets->at[low].node != node)
        return NULL;
    return str_format(filter->arena, "privacy: %s",
                      code_entry(secrets->at[low].code)->id)
        .at;
}

/* ---- texts of a mapping -------------------------------------------------- */

static bool
is_prose(const struct field *field)
{
    return field->type == FIELD_PROSE || field->type == FIELD_LINE;
}

static bool
is_text(const struct field *field)
{
    return is_prose(field) || field->type == FIELD_TEXT ||
           field->type == FIELD_URL || field->type == FIELD_EMAIL ||
           field->type == FIELD_PHONE || field->type == FIELD_PATH;
}

static const struct node *
node_of(const struct field *field, const void *slot)
{
    if (is_prose(field))
        return ((const struct prose *)slot)->node;
    return ((const struct text *)slot)->node;
}

/* What is left without it says nothing. */
static bool
is_needed(const struct field_shape *shape, const struct field *field)
{
    return field->need == FIELD_REQUIRED ||
           (shape->scalar_key &&
            str_is(str_from(shape->scalar_key), field->key));
}

const char *
filter_secret_entry(struct filter *filter, const struct field_shape *shape,
                    const void *entry)
{
    const struct item *item = entry;
    if (!filter->secrets.count)
        return NULL;
    const char *reason = filter_secret(filter, item->node);
    for (const struct field *field = shape->fields; field->key && !reason;
         field++)
        if (is_text(field) && !field->is_list && is_needed(shape, field))
            reason = filter_secret(
                filter, node_of(field, (const char *)entry + field->offset));
    return reason;
}

static void
note(struct filter *filter, const struct field_shape *shape, const void *map,
     const struct field *field, const char *reason)
{
    struct str path = {0};
    if (shape->common != COMMON_NONE)
        path = ((const struct item *)map)->path;
    filter_note(filter,
                str_format(filter->arena, "%.*s%s%s", STR_ARG(path),
                           path.len ? "." : "", field->key),
                reason);
}

static void
filter_list(struct filter *filter, const struct field_shape *shape, void *map,
            const struct field *field)
{
    size_t size = is_prose(field) ? sizeof(struct prose) : sizeof(struct text);
    LIST(char) *list = (void *)((char *)map + field->offset);
    const char *old = list->at;
    size_t count = list->count;
    list->at = arena_array(filter->arena, count, size);
    list->count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *reason =
            filter_secret(filter, node_of(field, old + i * size));
        if (reason)
            note(filter, shape, map, field, reason);
        else
            memcpy(list->at + list->count++ * size, old + i * size, size);
    }
    list->room = list->count;
}

static void
filter_one(struct filter *filter, const struct field_shape *shape, void *map,
           const struct field *field)
{
    char *slot = (char *)map + field->offset;
    const char *reason = filter_secret(filter, node_of(field, slot));
    if (!reason)
        return;
    note(filter, shape, map, field, reason);
    memset(slot, 0,
           is_prose(field) ? sizeof(struct prose) : sizeof(struct text));
}

void
filter_secret_texts(struct filter *filter, const struct field_shape *shape,
                    void *map)
{
    for (const struct field *field = shape->fields; field->key; field++) {
        if (!is_text(field))
            continue;
        if (field->is_list)
            filter_list(filter, shape, map, field);
        else
            filter_one(filter, shape, map, field);
    }
    if (shape->common == COMMON_ENTRY)
        for (const struct field *field = fields_common(COMMON_ENTRY);
             field->key; field++)
            if (is_prose(field))
                filter_one(filter, shape, map, field);
}
