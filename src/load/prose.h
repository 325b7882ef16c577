/*
 * Prose in the making. The text of a field is first prepared: what Markdown
 * must not see (placeholders, HTML, a line that only looks like a list) is
 * replaced by single characters of a private plane, the atoms, and put back
 * when the result is written. So neither a value of a placeholder nor a
 * number with a full stop can ever turn into markup.
 */
#ifndef LOAD_PROSE_H
#define LOAD_PROSE_H

#include "base/buf.h"
#include "load/markdown.h"

/* Longer fields are not read as Markdown; cmark has quadratic corners. */
#define PROSE_MARKUP_LIMIT 100000

/* One field while it is read. */
struct prose_job {
    struct arena *arena;
    struct findings *findings;
    const struct node *node;
    const struct prose_options *options;
};

/* Adds a finding on bytes from..to of the field's text. */
struct finding *prose_finding(const struct prose_job *job, enum code code,
                              size_t from, size_t to, const char *format, ...)
    ATTR_PRINTF(5, 6);

/* ---- preparing --------------------------------------------------------- */

struct atom {
    size_t raw_from, raw_to;
    struct str value;
    bool exact; /* the value is what stands there */
};

/* From byte `at` of the prepared text on, up to the next, the text is that of
   the field from byte `raw` on. */
struct prose_chunk {
    size_t at, raw;
};

struct prepared {
    struct str text;
    LIST(struct prose_chunk) chunks;
    LIST(struct atom) atoms;
    bool has_markup; /* else there is nothing for cmark to do */
};

struct prepared prose_prepare(const struct prose_job *job, struct str text);
/* The atom at byte `at` of the prepared text, or NULL. */
const struct atom *prepared_atom(const struct prepared *prepared, size_t at);
size_t prepared_raw(const struct prepared *prepared, size_t at);

/* Bytes of an atom's character. */
#define ATOM_LEN 4

/* ---- writing ----------------------------------------------------------- */

struct prose_writer {
    struct arena *arena;
    struct prose prose;
    struct buf plain;
    bool one_line; /* blocks are joined by blanks */
    bool in_block;
    size_t begun; /* blocks, empty ones left out */
};

void prose_begin_block(struct prose_writer *writer, enum prose_block_kind kind,
                       unsigned depth, unsigned number);
void prose_end_block(struct prose_writer *writer);
/* Adds text that comes from bytes raw_from..raw_to of the field. */
void prose_add(struct prose_writer *writer, struct str text, unsigned style,
               struct str url, size_t raw_from, size_t raw_to, bool exact);
/* Adds bytes from..to of the prepared text, atoms put back. */
void prose_add_prepared(struct prose_writer *writer,
                        const struct prepared *prepared, size_t from, size_t to,
                        unsigned style, struct str url);
struct prose prose_finish(struct prose_writer *writer);

/* Reads `prepared` with cmark. */
void prose_add_markup(const struct prose_job *job,
                      const struct prepared *prepared,
                      struct prose_writer *writer);

#endif
