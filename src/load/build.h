/*
 * The tree under construction: a stack of the lists and maps that are open.
 * What happens comes in the order of the file, with bytes for places.
 */
#ifndef LOAD_BUILD_H
#define LOAD_BUILD_H

#include "reader.h"

/* A node as it is written. */
struct written {
    size_t from, to;
    struct str anchor; /* &name, empty without */
    struct str tag;    /* empty without */
    bool has_properties;
};

/* What a node stands for when aliases are written out. */
struct extent {
    size_t nodes;
    unsigned height;
};

struct anchor {
    struct str name;
    struct node *node; /* NULL while it is open */
    struct extent extent;
    struct span span; /* of the whole value with its mark */
    bool is_used;
};

struct frame {
    struct node *node;
    struct extent extent;
    size_t anchor; /* index, SIZE_MAX without */
    bool has_key;
    bool skips_value; /* the key was no text: its value is not kept */
    struct node_pair pair;
};

struct builder {
    struct reading *reading;
    struct frame frames[DEPTH_LIMIT];
    size_t depth;
    LIST(struct anchor) anchors;
    struct node *root;
    size_t nodes;    /* made */
    size_t expanded; /* that aliases repeat */
    size_t end;      /* of the last value, for what has no bracket */
    bool stopped;    /* a limit was met; there is a finding */
};

void build_scalar(struct builder *builder, const struct written *written,
                  struct str value, enum scalar_style style);
void build_alias(struct builder *builder, const struct written *written);
void build_open(struct builder *builder, const struct written *written,
                enum node_kind kind);
/* `to` is the end of a list or map in brackets, 0 for one without. */
void build_close(struct builder *builder, size_t to);

/* Duplicate keys and << of a finished map; `written` counts what it adds. */
void pairs_settle(struct builder *builder, struct node *map,
                  struct extent *extent);

/* A scalar's text with the bytes that masks hide put back. */
struct str mask_restore(const struct reading *reading, struct str text,
                        struct span span, enum scalar_style style);

/* Counts nodes that an alias or << repeats; false, with a finding, when that
   is too much. */
bool build_count_repeated(struct builder *builder, struct span span,
                          size_t nodes);

#endif
