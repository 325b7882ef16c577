/*
 * Settles a finished map: a key given twice is a finding and the first one
 * stays; `<<: *name` takes in the pairs of another map. Keys are compared
 * two by two in small maps and sorted in large ones, so that a map of 100,000
 * keys costs n log n.
 */
#include "build.h"

#include <stdlib.h>

#define SMALL 12

static const struct node_pair *
first_of_key(const struct node *map, size_t before, struct str key)
{
    for (size_t i = 0; i < before; i++)
        if (str_equal(map->pairs.at[i].key, key))
            return &map->pairs.at[i];
    return NULL;
}

static void
report_duplicate(struct builder *builder, const struct node_pair *first,
                 const struct node_pair *again)
{
    struct findings *findings = builder->reading->findings;
    struct place place =
        source_place(findings_sources(findings), first->key_span.source,
                     first->key_span.from);
    struct finding *finding;

    finding = finding_add(findings, CODE_X011, again->key_span,
                          "`%.*s` stands twice in this entry, first in line "
                          "%zu; the second one is not read.",
                          STR_ARG(again->key), place.line);
    finding_help(finding,
                 "Join both under one `%.*s:`, or begin a new entry "
                 "with a dash.",
                 STR_ARG(again->key));
}

/* ---- duplicates -------------------------------------------------------- */

struct sort_item {
    struct str key;
    size_t index;
};

static int
compare_items(const void *a, const void *b)
{
    const struct sort_item *x = a, *y = b;
    int order = str_compare(x->key, y->key);

    if (order != 0)
        return order;
    return (x->index > y->index) - (x->index < y->index);
}

/* Marks what repeats an earlier key by an empty value. */
static void
mark_by_sorting(struct builder *builder, struct node *map)
{
    size_t count = map->pairs.count, first = 0;
    struct sort_item *items =
        ARENA_ARRAY(builder->reading->arena, count, struct sort_item);

    for (size_t i = 0; i < count; i++)
        items[i] = (struct sort_item){map->pairs.at[i].key, i};
    qsort(items, count, sizeof *items, compare_items);
    for (size_t i = 1; i < count; i++) {
        if (!str_equal(items[i].key, items[first].key)) {
            first = i;
            continue;
        }
        report_duplicate(builder, &map->pairs.at[items[first].index],
                         &map->pairs.at[items[i].index]);
        map->pairs.at[items[i].index].value = NULL;
    }
}

static void
mark_in_order(struct builder *builder, struct node *map)
{
    for (size_t i = 1; i < map->pairs.count; i++) {
        struct node_pair *pair = &map->pairs.at[i];
        const struct node_pair *first = first_of_key(map, i, pair->key);

        if (first == NULL)
            continue;
        report_duplicate(builder, first, pair);
        pair->value = NULL;
    }
}

static void
drop_duplicates(struct builder *builder, struct node *map)
{
    size_t kept = 0;

    if (map->pairs.count > SMALL)
        mark_by_sorting(builder, map);
    else
        mark_in_order(builder, map);
    for (size_t i = 0; i < map->pairs.count; i++)
        if (map->pairs.at[i].value != NULL)
            map->pairs.at[kept++] = map->pairs.at[i];
    map->pairs.count = kept;
}

/* ---- << ---------------------------------------------------------------- */

static void
merge_map(struct builder *builder, struct node *map, const struct node *other,
          struct extent *extent)
{
    struct arena *arena = builder->reading->arena;
    size_t own = map->pairs.count;

    size_t others = other->pairs.count;

    /* Looking the keys up costs own * others, which is counted as well. */
    if (!build_count_repeated(builder, map->span, others + own * others / 1000))
        return;
    for (size_t i = 0; i < others; i++) {
        const struct node_pair *pair = &other->pairs.at[i];

        if (first_of_key(map, own, pair->key) == NULL)
            *list_add(arena, &map->pairs) = *pair;
    }
    extent->nodes += others;
}

static void
merge(struct builder *builder, struct node *map, const struct node_pair *pair,
      struct extent *extent)
{
    const struct node *value = pair->value;
    bool is_fine = value->kind != NODE_SCALAR;
    struct finding *finding;

    if (value->kind == NODE_MAP)
        merge_map(builder, map, value, extent);
    for (size_t i = 0; i < value->items.count && !builder->stopped; i++) {
        if (value->items.at[i]->kind == NODE_MAP)
            merge_map(builder, map, value->items.at[i], extent);
        else
            is_fine = false;
    }
    if (is_fine)
        return;
    finding = finding_add(builder->reading->findings, CODE_X015, pair->key_span,
                          "`<<` needs the `*name` of a group of fields; this "
                          "value is not read.");
    finding_help(finding, "Write the fields out, or mark a group of fields "
                          "with `&name` and write `<<: *name`.");
}

void
pairs_settle(struct builder *builder, struct node *map, struct extent *extent)
{
    struct node_pair taken;
    size_t at;

    drop_duplicates(builder, map);
    for (at = 0; at < map->pairs.count; at++)
        if (str_is(map->pairs.at[at].key, "<<"))
            break;
    if (at == map->pairs.count)
        return;
    taken = map->pairs.at[at];
    for (size_t i = at + 1; i < map->pairs.count; i++)
        map->pairs.at[i - 1] = map->pairs.at[i];
    map->pairs.count--;
    merge(builder, map, &taken, extent);
}
