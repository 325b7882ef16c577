/*
 * JSON (RFC 8259) into the tree that YAML gives, so that one walk serves
 * both. Strings are decoded; numbers, true, false and null are plain scalars
 * with the text as it stands, however large. Equal keys of a map are all kept,
 * in the order of the file. In one pass, without recursion; deeper than
 * JSON_DEPTH_LIMIT is wrong.
 */
#ifndef LOAD_JSON_H
#define LOAD_JSON_H

#include "load/node.h"

#define JSON_DEPTH_LIMIT 64

struct json {
    struct node *root; /* NULL when it is no JSON */
    /* What is wrong, for people, and at which byte; empty: nothing. With a
       root: there is more behind the value, at that byte. */
    struct str wrong;
    size_t at;
};

/*
 * Reads UTF-8 text, with or without a byte order mark. Spans are bytes of the
 * text, which is said to be that source. Texts without escapes are borrowed
 * from it. A half of a surrogate pair, and U+0000, become U+FFFD.
 */
struct json json_read(struct arena *arena, struct str text, uint32_t source);

#endif
