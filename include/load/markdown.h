/*
 * Prose: the inline Markdown of one field into plain text with styled ranges.
 * Emphasis, strong, code, links, hard breaks; paragraphs and lists where the
 * field may hold more than a line. Headings, images, HTML are findings and
 * their text is kept, the markup dropped.
 *
 * In the plain text a line break of the source is a blank (an empty line ends
 * the paragraph, in every style of YAML), several blanks are one, and a hard
 * break (two blanks or a backslash at the end of a line) is U+2028 LINE
 * SEPARATOR. A field that is one line of text is never taken for a list, a
 * quotation or a code block: "2023. A good year" and "> 90%" are text. HTML
 * entities are never looked up in a value of a placeholder, nor is any other
 * markup.
 */
#ifndef LOAD_MARKDOWN_H
#define LOAD_MARKDOWN_H

#include "base/list.h"
#include "diag/finding.h"
#include "load/node.h"

enum prose_style { PROSE_EMPHASIS = 1, PROSE_STRONG = 2, PROSE_CODE = 4 };

/* A range of prose.plain with one look, never empty. Runs are in order,
   without gaps inside a block, and cover every byte of it. */
struct prose_run {
    size_t from, to;
    unsigned style; /* enum prose_style, or-ed */
    struct str url; /* of a link; empty otherwise */
};

enum prose_block_kind { PROSE_PARAGRAPH, PROSE_BULLET, PROSE_NUMBERED };

/*
 * A paragraph or a list item; runs first_run .. first_run + run_count. A
 * further paragraph of an item is a PROSE_PARAGRAPH one deeper than the item.
 * Lists are at most two deep.
 */
struct prose_block {
    enum prose_block_kind kind;
    unsigned depth;  /* of nested lists, 0 at the top */
    unsigned number; /* of a numbered item */
    size_t from, to; /* bytes of prose.plain */
    size_t first_run, run_count;
};

/* plain[plain .. plain + len] comes from bytes raw_from..raw_to of the field's
   decoded text. Not exact: from a placeholder, an entity or a line break, and
   any byte of it stands for all of raw_from..raw_to. In order; the newline
   between two blocks belongs to no piece. */
struct prose_piece {
    size_t plain, len;
    size_t raw_from, raw_to;
    bool exact; /* byte for byte the same as the raw text */
};

struct prose {
    struct str plain;        /* no markup; blocks separated by "\n" */
    const struct node *node; /* where it was written; NULL when absent */
    LIST(struct prose_run) runs;
    LIST(struct prose_block) blocks;
    LIST(struct prose_piece) pieces;
};

/* What a placeholder such as {wait.after} stands for: true and *value when
   it is known. Called with the text between the braces. */
struct placeholders {
    void *context;
    bool (*find)(void *context, struct str name, struct str *value);
    /* The name that was meant by a wrong one, if there is one near enough;
       may be NULL. */
    bool (*nearest)(void *context, struct str wrong, struct str *name);
};

/* The end of "{name}" at `at`, or `at` when there is none. */
size_t placeholder_end(struct str text, size_t at, struct str *name);

struct prose_options {
    bool one_line; /* the field holds one line: blocks are a finding */
    const struct placeholders *placeholders; /* NULL: none are known */
};

/* Unknown placeholders are findings (T110) and stay as written. `node` is a
   scalar. */
struct prose markdown_read(struct arena *arena, struct findings *findings,
                           const struct node *node,
                           const struct prose_options *options);

/* Prose made by us, without a source. */
struct prose prose_plain(struct arena *arena, struct str text);

/* Source bytes behind bytes from..to of prose.plain. */
struct span prose_span(const struct sources *sources, const struct prose *prose,
                       size_t from, size_t to);

#endif
