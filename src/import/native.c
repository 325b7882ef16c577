/* The native tree, as it grows. */
#include "convert.h"

#include "base/bug.h"
#include "taken.h"

static struct node *
make(struct conversion *c, enum node_kind kind, const struct node *from)
{
    struct node *node = ARENA_NEW(c->arena, struct node);
    node->kind = kind;
    if (from)
        node->span = from->span;
    else
        node->span =
            (struct span){c->foreign->span.source, c->foreign->span.from,
                          c->foreign->span.from};
    return node;
}

static struct node *
find(const struct node *map, struct str key)
{
    for (size_t i = 0; i < map->pairs.count; i++)
        if (str_equal(map->pairs.at[i].key, key))
            return map->pairs.at[i].value;
    return NULL;
}

static struct node *
put(struct conversion *c, struct node *map, struct str key, struct node *value)
{
    ENSURE(map->kind == NODE_MAP);
    *list_add(c->arena, &map->pairs) =
        (struct node_pair){key, value->span, value};
    return value;
}

static struct node *
group(struct conversion *c, struct node *map, struct str key,
      enum node_kind kind, const struct node *from)
{
    struct node *node = find(map, key);
    if (!node)
        return put(c, map, key, make(c, kind, from));
    /* A place: what was one line becomes its parts. */
    if (node->kind == NODE_SCALAR) {
        struct node *text = make(c, NODE_SCALAR, node);
        *text = *node;
        *node = *make(c, kind, from);
        if (kind == NODE_MAP)
            put(c, node, STR("text"), text);
        else
            *list_add(c->arena, &node->items) = text;
    }
    ENSURE(node->kind == kind);
    return node;
}

struct node *
native_map(struct conversion *c, struct node *map, const char *key,
           const struct node *from)
{
    return group(c, map, str_from(key), NODE_MAP, from);
}

struct node *
native_list(struct conversion *c, struct node *map, const char *key,
            const struct node *from)
{
    return group(c, map, str_from(key), NODE_LIST, from);
}

struct node *
native_item(struct conversion *c, struct node *list, const struct node *from)
{
    struct node *item = make(c, NODE_MAP, from);
    *list_add(c->arena, &list->items) = item;
    return item;
}

/* The places in a text that stands as it was are exact; in one of ours they
   are the whole value. */
static struct node *
make_text(struct conversion *c, const struct node *from, struct str text)
{
    struct node *node = make(c, NODE_SCALAR, from);
    if (c->result->format == FILE_TEXT) /* others have done so */
        text = convert_controls(c->arena, text);
    bool is_same =
        from && from->kind == NODE_SCALAR && str_equal(from->text, text);
    node->text = text;
    node->style = from ? from->style : SCALAR_PLAIN;
    node->is_made = !is_same;
    foreign_take(c, from);
    return node;
}

struct node *
native_item_text(struct conversion *c, struct node *list,
                 const struct node *from, struct str text)
{
    struct node *node = make_text(c, from, text);
    *list_add(c->arena, &list->items) = node;
    return node;
}

/* "location.city": the map, which is made, and the last key. */
static struct node *
lead_to(struct conversion *c, struct node *map, struct str *key,
        const struct node *from)
{
    for (;;) {
        size_t dot = str_find_byte(*key, '.', 0);
        if (dot == SIZE_MAX)
            return map;
        map = group(c, map, str_slice(*key, 0, dot), NODE_MAP, from);
        *key = str_slice(*key, dot + 1, key->len);
    }
}

struct node *
native_text(struct conversion *c, struct node *map, const char *key,
            const struct node *from, struct str text)
{
    struct str last = str_from(key);
    if (!str_trim(text).len) {
        foreign_take(c, from);
        return NULL;
    }
    map = lead_to(c, map, &last, from);
    struct node *there = find(map, last);
    if (!there)
        return put(c, map, last, make_text(c, from, text));
    if (there->kind == NODE_SCALAR && str_equal(there->text, text))
        foreign_take(c, from);
    else if (from)
        foreign_lose(c, from, "says a second `%s`", key);
    return there;
}

void
native_note(struct conversion *c, const struct node *native, const char *text,
            ...)
{
    va_list args;
    va_start(args, text);
    struct str line = str_format_list(c->arena, text, args);
    va_end(args);
    *list_add(c->arena, &c->result->notes) = (struct import_note){native, line};
}
