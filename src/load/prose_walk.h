/* The walk through the tree of cmark; only prose_*.c know cmark. */
#ifndef LOAD_PROSE_WALK_H
#define LOAD_PROSE_WALK_H

/* Its short names are ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "prose.h"

#define LIST_DEPTH 2

struct walk {
    const struct prose_job *job;
    const struct prepared *prepared;
    struct prose_writer *writer;
    LIST(size_t) lines; /* where each line of the prepared text begins */
    size_t cursor;      /* all before it has been written */
    size_t steps;       /* of searching */
    unsigned emphasis, strong;
    LIST(struct str) urls; /* of the links around, the last one counts */
    unsigned depth;        /* of lists */
    unsigned numbers[LIST_DEPTH];
    bool numbered[LIST_DEPTH];
    bool item_begins; /* the next paragraph is the first of an item */
};

/* ---- prose_places.c ---------------------------------------------------- */

void walk_find_lines(struct walk *walk);
/* Where cmark says that a node begins, never before the cursor. */
size_t walk_claimed_start(const struct walk *walk, cmark_node *node);
struct finding *walk_report_link(const struct walk *walk, cmark_node *node,
                                 enum code code, const char *what);
void walk_report_heading(struct walk *walk, cmark_node *node);
void walk_report_image(struct walk *walk, cmark_node *node);
void walk_report_code(struct walk *walk, cmark_node *node);
void walk_report_other(struct walk *walk, cmark_node *node);
void walk_report_tables(struct walk *walk);

#endif
