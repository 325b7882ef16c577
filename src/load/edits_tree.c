/* Whether edits changed no more of a tree than they were to change. */
#include "base/bug.h"
#include "load/edits.h"

struct comparison {
    const struct fix_place *places;
    size_t count;
};

static bool same_node(const struct comparison *c, const struct node *before,
                      const struct node *after);

/* The first place that ends at or behind byte `at`, of one of the texts. */
static size_t
first_place(const struct comparison *c, size_t at, bool is_after)
{
    size_t low = 0, high = c->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct fix_place *place = &c->places[middle];

        if ((is_after ? place->new_to : place->to) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct fix_place *
place_that_touches(const struct comparison *c, struct span span)
{
    size_t i = first_place(c, span.from, false);

    return i < c->count && c->places[i].from <= span.to ? &c->places[i] : NULL;
}

/* Was all of it replaced, or put in its place? */
static bool
is_replaced(const struct comparison *c, struct span span)
{
    size_t i = first_place(c, span.to, false);

    return i < c->count && c->places[i].from <= span.from &&
           span.to <= c->places[i].to;
}

static bool
is_new(const struct comparison *c, struct span span)
{
    size_t i = first_place(c, span.to, true);

    return i < c->count && c->places[i].new_from <= span.from &&
           span.to <= c->places[i].new_to;
}

static bool
same_scalar(const struct node *before, const struct node *after)
{
    return before->style == after->style && before->is_null == after->is_null &&
           str_equal(before->text, after->text);
}

static bool
same_lists(const struct comparison *c, const struct node *before,
           const struct node *after)
{
    size_t i = 0, k = 0;

    while (i < before->items.count || k < after->items.count) {
        const struct node *old =
            i < before->items.count ? before->items.at[i] : NULL;
        const struct node *fresh =
            k < after->items.count ? after->items.at[k] : NULL;
        bool gone = old != NULL && is_replaced(c, old->span);
        bool come = fresh != NULL && is_new(c, fresh->span);

        if (!gone && !come &&
            (old == NULL || fresh == NULL || !same_node(c, old, fresh)))
            return false;
        i += gone || !come;
        k += come || !gone;
    }
    return true;
}

static bool
same_pair(const struct comparison *c, const struct node_pair *before,
          const struct node_pair *after)
{
    return str_equal(before->key, after->key) &&
           same_node(c, before->value, after->value);
}

static bool
same_maps(const struct comparison *c, const struct node *before,
          const struct node *after)
{
    size_t i = 0, k = 0;

    while (i < before->pairs.count || k < after->pairs.count) {
        const struct node_pair *old =
            i < before->pairs.count ? &before->pairs.at[i] : NULL;
        const struct node_pair *fresh =
            k < after->pairs.count ? &after->pairs.at[k] : NULL;
        bool gone = old != NULL && is_replaced(c, old->key_span);
        bool come = fresh != NULL && is_new(c, fresh->key_span);

        if (gone && come && !same_node(c, old->value, fresh->value))
            return false;
        if (!gone && !come &&
            (old == NULL || fresh == NULL || !same_pair(c, old, fresh)))
            return false;
        i += gone || !come;
        k += come || !gone;
    }
    return true;
}

/* Depth is bounded by what yaml_load accepts. */
static bool
same_node(const struct comparison *c, const struct node *before,
          const struct node *after)
{
    const struct fix_place *place = NULL;

    if (is_replaced(c, before->span))
        return true;
    if (before->kind == NODE_SCALAR)
        place = place_that_touches(c, before->span);
    if (place != NULL && place->is_yaml)
        return true;
    if (before->kind != after->kind)
        return false;
    switch (before->kind) {
    case NODE_SCALAR:
        return place != NULL || same_scalar(before, after);
    case NODE_LIST:
        return same_lists(c, before, after);
    case NODE_MAP:
        return same_maps(c, before, after);
    }
    BUG("no such kind of node: %d", (int)before->kind);
}

bool
edits_keep_tree(const struct node *before, const struct node *after,
                const struct fix_place *places, size_t count)
{
    struct comparison comparison = {places, count};

    return before != NULL && after != NULL &&
           same_node(&comparison, before, after);
}
