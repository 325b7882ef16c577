#include "load/node.h"

#include "base/buf.h"
#include "scalar_map.h"

struct span
node_span(const struct node *node)
{
    return node != NULL ? node->span : SPAN_NONE;
}

const struct node_pair *
node_find_pair(const struct node *map, struct str key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->pairs.count; i++)
        if (str_equal(map->pairs.at[i].key, key))
            return &map->pairs.at[i];
    return NULL;
}

const struct node *
node_get(const struct node *map, const char *key)
{
    const struct node_pair *pair = node_find_pair(map, str_from(key));

    return pair != NULL ? pair->value : NULL;
}

/* ---- places ------------------------------------------------------------ */

/* Where byte `at` of the text stands in raw; its end when `behind` is set,
   for a byte that was written as several. */
static size_t
raw_offset(const struct text_piece *piece, size_t at, bool behind)
{
    if (piece->exact)
        return piece->raw + (at - piece->text);
    return behind ? piece->raw + piece->raw_len : piece->raw;
}

/* Bytes from..to of the text as bytes of raw, from the pieces. */
static void
find_raw(struct scalar_walk *walk, size_t from, size_t to, size_t *begin,
         size_t *end)
{
    struct text_piece piece;

    while (scalar_walk_next(walk, &piece)) {
        size_t piece_end = piece.text + piece.len;

        if (*begin == walk->raw.len && from < piece_end)
            *begin = raw_offset(&piece, from, false);
        if (to > piece_end)
            continue;
        if (to > piece.text)
            *end = raw_offset(&piece, to, true);
        break;
    }
}

struct span
node_text_span(const struct sources *sources, const struct node *scalar,
               size_t from, size_t to)
{
    struct span span = scalar->span;
    struct str raw = span_text(sources, span);
    struct scalar_walk walk;
    size_t begin, end;

    if (scalar->kind != NODE_SCALAR || scalar->text.len == 0 || scalar->is_made)
        return span;
    if (scalar->style == SCALAR_PLAIN && scalar->text.len == raw.len)
        return (struct span){span.source, span.from + (uint32_t)from,
                             span.from + (uint32_t)to};
    walk = scalar_walk_start(raw, scalar->text, scalar->style);
    begin = end = walk.raw.len;
    find_raw(&walk, from, to, &begin, &end);
    if (end < begin || from >= to)
        end = begin;
    return (struct span){span.source, span.from + (uint32_t)begin,
                         span.from + (uint32_t)end};
}

/* ---- print ------------------------------------------------------------- */

static const char *const style_names[] = {
    [SCALAR_PLAIN] = "plain",          [SCALAR_SINGLE_QUOTED] = "single",
    [SCALAR_DOUBLE_QUOTED] = "double", [SCALAR_LITERAL] = "literal",
    [SCALAR_FOLDED] = "folded",
};

struct dump {
    struct buf *out;
    struct sources *sources;
};

static void
dump_place(const struct dump *dump, struct span span)
{
    struct place from = source_place(dump->sources, span.source, span.from);
    struct place to = source_place(dump->sources, span.source, span.to);

    buf_print(dump->out, " %zu:%zu-%zu:%zu", from.line, from.column, to.line,
              to.column);
}

static void
dump_indent(const struct dump *dump, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        buf_add_text(dump->out, "  ");
}

static void
dump_scalar(const struct dump *dump, const struct node *node)
{
    buf_add_text(dump->out, style_names[node->style]);
    dump_place(dump, node->span);
    buf_add_byte(dump->out, ' ');
    if (node->is_null)
        buf_add_text(dump->out, "null");
    else
        buf_add_json(dump->out, node->text);
    buf_add_byte(dump->out, '\n');
}

/* Depth is bounded by what yaml_load accepts. */
static void
dump_node(const struct dump *dump, const struct node *node, size_t depth)
{
    if (node->kind == NODE_SCALAR) {
        dump_scalar(dump, node);
        return;
    }
    buf_add_text(dump->out, node->kind == NODE_MAP ? "map" : "list");
    dump_place(dump, node->span);
    buf_add_byte(dump->out, '\n');
    for (size_t i = 0; i < node->items.count; i++) {
        dump_indent(dump, depth + 1);
        buf_add_text(dump->out, "- ");
        dump_node(dump, node->items.at[i], depth + 1);
    }
    for (size_t i = 0; i < node->pairs.count; i++) {
        dump_indent(dump, depth + 1);
        buf_add(dump->out, node->pairs.at[i].key);
        buf_add_text(dump->out, ": ");
        dump_node(dump, node->pairs.at[i].value, depth + 1);
    }
}

void
node_dump(struct buf *out, const struct node *node, struct sources *sources)
{
    struct dump dump = {out, sources};

    if (node == NULL)
        buf_add_text(out, "nothing\n");
    else
        dump_node(&dump, node, 0);
}
