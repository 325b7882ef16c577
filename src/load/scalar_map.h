/*
 * From the decoded text of a scalar back to the bytes it was written with:
 * the pieces of a scalar, in order, without a copy. YAML 1.1 as libyaml
 * reads it (folding, escapes, indentation of block scalars).
 */
#ifndef LOAD_SCALAR_MAP_H
#define LOAD_SCALAR_MAP_H

#include "load/node.h"

/* text[text .. text + len] was written as raw[raw .. raw + raw_len]. */
struct text_piece {
    size_t text, len;
    size_t raw, raw_len;
    bool exact; /* byte for byte the same */
};

struct scalar_walk {
    struct str raw; /* with its quotes or its | */
    enum scalar_style style;
    size_t text_len;
    size_t at;     /* in raw */
    size_t text;   /* in the decoded text */
    size_t indent; /* of a block scalar's lines */
    bool started;  /* a block scalar's first line has been given */
    bool indented; /* a folded scalar's last line began with a blank */
    bool at_line;  /* a block scalar: a line follows, not what is between */
};

struct scalar_walk scalar_walk_start(struct str raw, struct str text,
                                     enum scalar_style style);
/* False at the end. Pieces follow each other without a gap in the text. */
bool scalar_walk_next(struct scalar_walk *walk, struct text_piece *piece);

/* Bytes of the line break at `at`: 2, 1 or 0 (no break there). */
size_t line_break_len(struct str s, size_t at);

#endif
