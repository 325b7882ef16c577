/*
 * Files of other tools as native trees. What a file is, its shape says, not
 * its name. The tree that comes out is what the decoder reads of a native
 * file; its spans lie in the file that was handed in, so that every later
 * finding points there. Nothing is lost in silence: each value of the file is
 * in the tree or in a finding (group I).
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "base/buf.h"
#include "diag/finding.h"
#include "load/node.h"
#include "model/values.h"

enum file_format {
    FILE_NATIVE,
    FILE_JSON_RESUME, /* 0.0.0 to 1.3 */
    FILE_RENDERCV,    /* 0.10 to 2.8, YAML or JSON */
    FILE_YAMLRESUME,
    FILE_FRESH,
    FILE_TEXT, /* Markdown or plain text */
    FILE_FORMATS
};

/* "JSON Resume" */
const char *file_format_name(enum file_format format);

/* A judgement that was made, as a remark beside the value it is about. */
struct import_note {
    const struct node *node; /* of the native tree */
    struct str text;         /* one line, without "# " */
};

struct imported {
    enum file_format format;
    struct node *tree; /* native; NULL with an error finding (X0..) when
                          nothing could be read */
    LIST(struct import_note) notes; /* in no order */
};

struct import_options {
    struct date today;        /* for "6 months ago" */
    bool is_strict;           /* a loss is an error */
    struct date_words *words; /* filled by import_read */
};

/*
 * Reads a source of any format. A native file costs no more than yaml_load.
 * A file that only looks like one (a JSON Schema, another tool's export) is an
 * error finding that says what it is (X051).
 */
struct imported import_read(struct arena *arena, struct findings *findings,
                            uint32_t source,
                            const struct import_options *options);

/* The native file: modeline, the tree as YAML, notes as remarks. `from` is the
   name of the file it was read from, `schema` where an editor finds that of the
   format. */
void import_print(struct buf *out, const struct imported *imported,
                  struct str from, struct str schema);

#endif
