/*
 * Edits and the tree: how words are written in the style of the text that
 * they belong to, and whether a mended file still says what it said.
 */
#ifndef LOAD_EDITS_H
#define LOAD_EDITS_H

#include "diag/fix.h"
#include "load/node.h"

/*
 * Makes every edit of the findings one of bytes: a quote inside of quotes is
 * doubled or escaped, a text that its style could no longer hold is put in
 * quotes as a whole. An edit that cannot be written is taken away.
 */
void edits_settle(struct arena *arena, struct findings *findings,
                  const struct node *tree);

/*
 * Whether `after` is `before` but for the values and keys that `places` (in
 * order) replaced.
 */
bool edits_keep_tree(const struct node *before, const struct node *after,
                     const struct fix_place *places, size_t count);

#endif
