/*
 * What becomes of the values of a foreign tree: each is put somewhere, told
 * of, or found by the walk at the end. Only the topmost node of what was
 * taken is marked; the walk does not go below it.
 */
#include "convert.h"

#include "base/bug.h"
#include "base/index.h"
#include "taken.h"

struct conversion
conversion_begin(struct arena *arena, struct findings *findings,
                 const struct import_options *options, enum file_format format,
                 const struct node *foreign, struct imported *result)
{
    struct node *native = ARENA_NEW(arena, struct node);
    native->kind = NODE_MAP;
    native->span = foreign->span;
    result->format = format;
    result->tree = native;
    struct taken *taken = ARENA_NEW(arena, struct taken);
    return (struct conversion){.arena = arena,
                               .findings = findings,
                               .options = options,
                               .format = file_format_name(format),
                               .foreign = foreign,
                               .native = native,
                               .result = result,
                               .taken = taken};
}

/* ---- foreign values ------------------------------------------------------ */

bool
foreign_says(const struct node *node)
{
    return node && node->kind == NODE_SCALAR && !node->is_null &&
           str_trim(node->text).len > 0;
}

void
foreign_take(struct conversion *c, const struct node *node)
{
    if (node)
        (void)index_add(c->arena, &c->taken->nodes, index_of_address(node), 1);
}

bool
foreign_is_taken(const struct conversion *c, const struct node *node)
{
    return index_find(&c->taken->nodes, index_of_address(node)) != SIZE_MAX;
}

/* Says nothing, all of it. Lists and maps are no deeper than their reader
   allows. */
static bool
is_empty(const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return !foreign_says(node);
    for (size_t i = 0; i < node->items.count; i++)
        if (!is_empty(node->items.at[i]))
            return false;
    for (size_t i = 0; i < node->pairs.count; i++)
        if (!is_empty(node->pairs.at[i].value))
            return false;
    return true;
}

static bool
is_same_text(const struct node *a, const struct node *b)
{
    return a->kind == NODE_SCALAR && b->kind == NODE_SCALAR &&
           str_equal(str_trim(a->text), str_trim(b->text));
}

/* The last value of a key, as programs read JSON. One that says nothing does
   not hide one that does. */
static const struct node *
last_of(struct conversion *c, const struct node *map, struct str key)
{
    const struct node *found = NULL;
    for (size_t i = map->pairs.count; i-- > 0;) {
        const struct node_pair *pair = &map->pairs.at[i];
        if (pair->key.len != key.len || !key.len ||
            pair->key.at[0] != key.at[0] || !str_equal(pair->key, key))
            continue;
        if (is_empty(pair->value))
            foreign_take(c, pair->value);
        else if (!found)
            found = pair->value;
        else if (is_same_text(found, pair->value))
            foreign_take(c, pair->value);
    }
    return found;
}

uint64_t
foreign_letters(const struct node *map)
{
    uint64_t letters = 0;
    for (size_t i = 0; map && i < map->pairs.count; i++) {
        struct str key = map->pairs.at[i].key;
        letters |= key.len ? UINT64_C(1) << (key.at[0] & 63) : 0;
    }
    return letters;
}

const struct node *
foreign_get_of(struct conversion *c, const struct node *map, const char *keys,
               uint64_t letters)
{
    const struct node *found = NULL;
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (const char *at = keys; *at; at += *at == '|') {
        struct str key = {at, 0};
        bool may_be = letters >> (*at & 63) & 1;
        while (*at && *at != '|')
            at++;
        key.len = (size_t)(at - key.at);
        const struct node *node = may_be ? last_of(c, map, key) : NULL;
        if (!node || foreign_is_taken(c, node))
            continue;
        if (!found)
            found = node;
        else if (is_same_text(found, node))
            foreign_take(c, node);
    }
    return found;
}

const struct node *
foreign_get(struct conversion *c, const struct node *map, const char *keys)
{
    return foreign_get_of(c, map, keys, UINT64_MAX);
}

/* ---- paths --------------------------------------------------------------- */

static void
index_children(struct conversion *c, const struct node *node, size_t parent)
{
    struct taken *taken = c->taken;
    size_t self = taken->places.count;
    *list_add(c->arena, &taken->places) =
        (struct taken_place){.parent = parent};
    (void)index_add(c->arena, &taken->place_of, index_of_address(node), self);
    for (size_t i = 0; i < node->items.count; i++) {
        size_t at = taken->places.count;
        index_children(c, node->items.at[i], self);
        taken->places.at[at].item = i;
    }
    for (size_t i = 0; i < node->pairs.count; i++) {
        size_t at = taken->places.count;
        index_children(c, node->pairs.at[i].value, self);
        taken->places.at[at].key = node->pairs.at[i].key;
        taken->places.at[at].is_key = true;
    }
}

/* "[2]" behind a list, ".name" behind a map, "name" at the top. */
static void
add_step(struct buf *out, const struct taken_place *place)
{
    if (!place->is_key) {
        buf_print(out, "[%zu]", place->item);
        return;
    }
    if (out->len)
        buf_add_byte(out, '.');
    buf_add(out, place->key);
}

struct str
foreign_path(struct conversion *c, const struct node *node)
{
    struct taken *taken = c->taken;
    struct buf out = buf_new(c->arena);
    LIST(size_t) steps = {0};
    if (!taken->places.count)
        index_children(c, c->foreign, SIZE_MAX);
    size_t at = index_find(&taken->place_of, index_of_address(node));
    for (; at != SIZE_MAX && taken->places.at[at].parent != SIZE_MAX;
         at = taken->places.at[at].parent)
        *list_add(c->arena, &steps) = at;
    for (size_t i = steps.count; i-- > 0;)
        add_step(&out, &taken->places.at[steps.at[i]]);
    return buf_str(&out);
}

/* ---- what is lost -------------------------------------------------------- */

/* Bytes of a value in a message, and in the help behind it. */
#define SHORT_VALUE ((size_t)300)
#define LONG_VALUE ((size_t)2000)

struct str
foreign_shown(struct conversion *c, struct str text, size_t most)
{
    struct buf out = buf_new(c->arena);
    struct str line = str_trim(text);
    size_t end = line.len < most ? line.len : most;
    if (str_starts(line, STR("data:")) && line.len > 80)
        return str_format(c->arena, "%.*s\xE2\x80\xA6 (%zu bytes)", 40, line.at,
                          line.len);
    while (end > 0 && end < line.len &&
           ((unsigned char)line.at[end] & 0xC0) == 0x80)
        end--;
    for (size_t i = 0; i < end; i++)
        if (!ascii_is_space(line.at[i]) && (unsigned char)line.at[i] >= ' ')
            buf_add_byte(&out, line.at[i]);
        else if (!i || !ascii_is_space(line.at[i - 1]))
            buf_add_byte(&out, ' ');
    if (end < line.len)
        buf_add_text(&out, "\xE2\x80\xA6");
    return buf_str(&out);
}

struct finding *
foreign_report(struct conversion *c, enum code code, const struct node *node,
               const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(c->arena, format, args);
    va_end(args);
    struct finding *finding =
        finding_add(c->findings, code, node->span, "%.*s", STR_ARG(message));
    finding->path = foreign_path(c, node);
    return finding;
}

static void
lose_scalar(struct conversion *c, const struct node *node, struct str why)
{
    struct str shown = foreign_shown(c, node->text, SHORT_VALUE);
    struct str path = foreign_path(c, node);
    struct finding *finding =
        foreign_report(c, CODE_I101, node, "`%.*s` %.*s: \"%.*s\"",
                       STR_ARG(path), STR_ARG(why), STR_ARG(shown));
    struct str whole = foreign_shown(c, node->text, LONG_VALUE);
    if (whole.len > shown.len)
        finding_help(finding, "All of it: %.*s", STR_ARG(whole));
    *list_add(c->arena, &c->taken->losses) =
        (struct taken_loss){path, foreign_shown(c, node->text, LONG_VALUE)};
}

/* All words of a node that are not taken. */
static void
lose(struct conversion *c, const struct node *node, struct str why)
{
    if (foreign_is_taken(c, node))
        return;
    if (foreign_says(node))
        lose_scalar(c, node, why);
    for (size_t i = 0; i < node->items.count; i++)
        lose(c, node->items.at[i], why);
    for (size_t i = 0; i < node->pairs.count; i++)
        lose(c, node->pairs.at[i].value, why);
}

void
foreign_lose(struct conversion *c, const struct node *node, const char *why,
             ...)
{
    va_list args;
    if (!node)
        return;
    va_start(args, why);
    struct str reason = str_format_list(c->arena, why, args);
    va_end(args);
    lose(c, node, reason);
    foreign_take(c, node);
}

static void
tell_settings(struct conversion *c, const struct node *node)
{
    if (foreign_is_taken(c, node))
        return;
    if (foreign_says(node)) {
        struct str path = foreign_path(c, node);
        struct str shown = foreign_shown(c, node->text, SHORT_VALUE);
        foreign_report(c, CODE_I106, node,
                       "`%.*s` is a setting of the other tool: \"%.*s\"",
                       STR_ARG(path), STR_ARG(shown));
    }
    for (size_t i = 0; i < node->items.count; i++)
        tell_settings(c, node->items.at[i]);
    for (size_t i = 0; i < node->pairs.count; i++)
        tell_settings(c, node->pairs.at[i].value);
}

void
foreign_tell_settings(struct conversion *c, const struct node *node)
{
    if (!node)
        return;
    tell_settings(c, node);
    foreign_take(c, node);
}

void
foreign_remark(struct conversion *c, const struct node *node)
{
    if (!node)
        return;
    if (foreign_says(node))
        native_note(c, c->native, "%.*s: %.*s", STR_ARG(foreign_path(c, node)),
                    STR_ARG(foreign_shown(c, node->text, 2000)));
    foreign_take(c, node);
}

void
conversion_end(struct conversion *c)
{
    lose(c, c->foreign, STR("has no place here"));
    for (size_t i = 0; i < c->taken->losses.count; i++) {
        const struct taken_loss *loss = &c->taken->losses.at[i];
        native_note(c, c->native, "%.*s: %.*s", STR_ARG(loss->path),
                    STR_ARG(loss->words));
    }
}
