/*
 * A list of entries written as fields, the name of each before the colon:
 *
 *     skills: {Leadership: [coaching, budgets], Tools: Excel}
 *
 * Nothing is lost: each name becomes an entry, and the finding shows the list
 * as it should be written.
 */
#include "decoder.h"

#include "yaml_text.h"

/* Entries shown; the rest follows the same way. */
enum { MOST_SHOWN = 3, MOST_ITEMS = 8 };

static const struct {
    const char *list;
    const char *name;  /* the field that the name is */
    const char *value; /* and its value, */
    const char *other; /* unless it is no address; may be NULL */
} lists[] = {
    {"skills", "name", "keywords", NULL},
    {"profiles", "network", "url", "username"},
    {"languages", "language", "fluency", NULL},
};

static bool
is_address(const struct node *value)
{
    return value->kind == NODE_SCALAR &&
           (str_find_byte(value->text, '/', 0) != SIZE_MAX ||
            str_find_byte(value->text, '.', 0) != SIZE_MAX);
}

/* A field of the entry among the names: then it is one entry, not several. */
static bool
holds_field(struct decoder *decoder, const struct field_shape *shape,
            const struct node *map)
{
    for (size_t i = 0; i < map->pairs.count; i++)
        if (field_find(shape, map->pairs.at[i].key) ||
            field_find_foreign(decoder->arena, shape, map->pairs.at[i].key))
            return true;
    return false;
}

static struct node *
name_of(struct arena *arena, const struct node_pair *pair)
{
    struct node *name = ARENA_NEW(arena, struct node);
    name->kind = NODE_SCALAR;
    name->style = SCALAR_PLAIN;
    name->span = pair->key_span;
    name->text = pair->key;
    return name;
}

static struct node *
entry_of(struct arena *arena, const struct node_pair *pair, const char *name,
         const char *value)
{
    struct node *entry = ARENA_NEW(arena, struct node);
    entry->kind = NODE_MAP;
    entry->span = pair->key_span;
    entry->span.to = pair->value->span.to;
    *list_add(arena, &entry->pairs) = (struct node_pair){
        str_from(name), pair->key_span, name_of(arena, pair)};
    *list_add(arena, &entry->pairs) =
        (struct node_pair){str_from(value), pair->key_span, pair->value};
    return entry;
}

static void
show_value(struct buf *out, const struct node *value)
{
    if (value->kind == NODE_MAP) {
        buf_add_text(out, "...");
    } else if (value->kind == NODE_SCALAR) {
        yaml_add_text(out, one_line(out->arena, value->text));
    } else {
        buf_add_byte(out, '[');
        for (size_t i = 0; i < value->items.count && i < MOST_ITEMS; i++) {
            buf_add_text(out, i ? ", " : "");
            show_value(out, value->items.at[i]);
        }
        buf_add_text(out, value->items.count > MOST_ITEMS ? ", ...]" : "]");
    }
}

static void
report(struct decoder *decoder, const struct where *where, const char *key,
       const struct node *map, const struct node *list)
{
    struct buf help = buf_new(decoder->arena);
    struct finding *finding = decoder_report(
        decoder, where, CODE_X131, map->pairs.at[0].key_span,
        "Write `%s` as a list; each name is read as an entry of it.", key);
    buf_print(&help, "%s:", key);
    for (size_t i = 0; i < list->items.count && i < MOST_SHOWN; i++) {
        const struct node_pair *pairs = list->items.at[i]->pairs.at;
        buf_print(&help, "\n  - %.*s: ", STR_ARG(pairs[0].key));
        show_value(&help, pairs[0].value);
        buf_print(&help, "\n    %.*s: ", STR_ARG(pairs[1].key));
        show_value(&help, pairs[1].value);
    }
    finding_help(finding, "%.*s", STR_ARG(buf_str(&help)));
}

const struct node *
named_entries(struct decoder *decoder, const struct where *where,
              const struct field *field, const struct node *map)
{
    size_t kind = 0, count = sizeof lists / sizeof *lists;
    struct str key = str_from(field->key);
    while (kind < count && !str_is(key, lists[kind].list))
        kind++;
    if (kind == count || map->kind != NODE_MAP || !map->pairs.count ||
        field->type != FIELD_MAP || holds_field(decoder, field->shape, map))
        return NULL;
    struct node *list = ARENA_NEW(decoder->arena, struct node);
    list->kind = NODE_LIST;
    list->span = map->span;
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        bool is_other = lists[kind].other && !is_address(pair->value);
        *list_add(decoder->arena, &list->items) =
            entry_of(decoder->arena, pair, lists[kind].name,
                     is_other ? lists[kind].other : lists[kind].value);
    }
    report(decoder, where, lists[kind].list, map, list);
    return list;
}
