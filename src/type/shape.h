/*
 * Shaped text in font units. Words recur, so they are shaped once: the store
 * is keyed by face, features, script, direction, language and text.
 */
#ifndef TYPE_SHAPE_H
#define TYPE_SHAPE_H

#include "book.h"

enum shape_feature {
    SHAPE_TABULAR = 1,
    SHAPE_OLDSTYLE = 2,
    SHAPE_SMALL_CAPS = 4, /* the face's own */
    SHAPE_NO_LIGATURES = 8,
    SHAPE_NO_MARKS = 32, /* no combining marks to be composed and placed */
    SHAPE_UPPERCASE = 16 /* capitals drawn for small letters */
};

struct shape_glyph {
    uint32_t id;
    int32_t advance, dx, dy;
    uint32_t cluster; /* byte in the shaped text */
    bool unsafe;      /* cutting before its cluster changes shapes */
    bool missing;
};

struct shaped {
    struct shape_glyph *glyphs;
    size_t count;
    int64_t advance; /* sum */
    size_t clusters;
    uint32_t text_len;
    bool any_missing;
};

struct shape_request {
    const struct face *face;
    unsigned features; /* enum shape_feature */
    hb_script_t script;
    hb_language_t language;
    bool rtl;
    struct str text;
    /* Around the text, for joining letters; may be empty. */
    struct str before, after;
};

struct shape_store *shape_store_open(struct arena *arena);
void shape_store_close(struct shape_store *store);
/* Lives as long as the book. */
const struct shaped *shape_text(struct font_book *book,
                                const struct shape_request *request);

/* The share of text bytes from..to in what was shaped as a whole; NULL when
   shapes cross its ends, so that it must be shaped alone. */
const struct shaped *shape_slice(struct arena *arena,
                                 const struct shaped *whole, uint32_t from,
                                 uint32_t to);

/*
 * Walks the clusters of a shaped text in logical order. Begin with a zeroed
 * walk; `from`, `to` are bytes, `advance` and `unsafe` of this cluster.
 */
struct cluster_walk {
    size_t next; /* glyphs done */
    uint32_t from, to;
    int64_t advance;
    bool unsafe, missing;
};
bool shape_next_cluster(const struct shaped *shaped, bool rtl, size_t text_len,
                        struct cluster_walk *walk);

#endif
