/*
 * Source texts and places in them. Spans are byte ranges; line and column are
 * computed only when something is printed (1-based, a column is one Unicode
 * scalar value). A run may have several sources: the file, an included file,
 * each `--set`.
 */
#ifndef DIAG_SOURCE_H
#define DIAG_SOURCE_H

#include "base/str.h"

struct sources;

/* Bytes from..to-1 of source number `source`. {0,0,0} with from == to is a
   point; SPAN_NONE is no place at all (the whole run is meant). */
struct span {
    uint32_t source;
    uint32_t from;
    uint32_t to;
};

#define SPAN_NONE ((struct span){UINT32_MAX, 0, 0})

struct place {
    size_t line;
    size_t column;
};

struct sources *sources_new(struct arena *arena);
/* Gives the number of the source. `name` is what is printed before the line,
   `text` (under 4 GiB) is borrowed. */
uint32_t sources_add(struct sources *sources, struct str name, struct str text);
size_t sources_count(const struct sources *sources);
struct str source_name(const struct sources *sources, uint32_t source);
struct str source_text(const struct sources *sources, uint32_t source);
/*
 * Place of a byte offset; the index of lines is built on first use, then the
 * cost does not depend on the length of text or line. Lines end with LF, CRLF
 * or CR. A byte order mark has no column. An offset inside a character means
 * the character, one beyond the text its end.
 */
struct place source_place(struct sources *sources, uint32_t source,
                          size_t offset);
/* The line (1-based) without its end; empty when there is none. */
struct str source_line(struct sources *sources, uint32_t source, size_t line);
/* Scalar values before a byte offset, the byte order mark not counted. */
size_t source_characters_before(struct sources *sources, uint32_t source,
                                size_t offset);

bool span_is_none(struct span span);
/* Whether all of `inner` lies in `outer`. */
bool span_holds(struct span outer, struct span inner);
struct str span_text(const struct sources *sources, struct span span);

#endif
