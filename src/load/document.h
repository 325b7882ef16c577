/* A source, or the end of one, as a tree. */
#ifndef LOAD_DOCUMENT_H
#define LOAD_DOCUMENT_H

#include "diag/finding.h"
#include "load/node.h"

/*
 * Reads a source from byte `from` on. NULL when there is no tree; `is_empty`
 * says that there is nothing to read, which is no finding yet.
 */
struct node *document_read(struct arena *arena, struct findings *findings,
                           uint32_t source, size_t from, bool *is_empty);

/* A copy of a list or map that can take other items; they stay shared. */
struct node *node_clone(struct arena *arena, const struct node *node);

#endif
