/*
 * The tree of a candidate file: maps, lists and scalars with the bytes they
 * came from. Every scalar is text; the model converts it with the type of its
 * field. Immutable once loaded; lives in the arena of the load.
 */
#ifndef LOAD_NODE_H
#define LOAD_NODE_H

#include "base/list.h"
#include "diag/source.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

enum scalar_style {
    SCALAR_PLAIN,
    SCALAR_SINGLE_QUOTED,
    SCALAR_DOUBLE_QUOTED,
    SCALAR_LITERAL, /* | */
    SCALAR_FOLDED   /* > */
};

struct node;

struct node_pair {
    struct str key;
    struct span key_span;
    struct node *value;
};

struct node {
    enum node_kind kind;
    struct span span;        /* of the whole value in its source */
    enum scalar_style style; /* scalars */
    struct str text;         /* scalars, decoded; plain empty or ~ or null
                                give "" and is_null */
    bool is_null;
    bool is_made; /* the text is ours: all of the span stands for it */
    LIST(struct node *) items;    /* lists */
    LIST(struct node_pair) pairs; /* maps, in the order of the file */
};

/* The whole value; SPAN_NONE of no node. */
struct span node_span(const struct node *node);

/* The value of a key, or NULL; NULL node is fine. */
const struct node *node_get(const struct node *map, const char *key);
const struct node_pair *node_find_pair(const struct node *map, struct str key);

/*
 * The source bytes behind bytes from..to of a scalar's decoded text, in every
 * style: escapes, folded lines, block indentation.
 */
struct span node_text_span(const struct sources *sources,
                           const struct node *scalar, size_t from, size_t to);

/* Prints the tree for --dump tree. */
struct buf;
void node_dump(struct buf *out, const struct node *node,
               struct sources *sources);

#endif
