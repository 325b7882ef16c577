/* The difference of two texts, as `patch` and `git apply` read it. */
#ifndef DIAG_DIFF_H
#define DIAG_DIFF_H

#include "base/buf.h"

/*
 * A unified diff with three lines of context, of a file and what becomes of
 * it; nothing when both are equal. Valid for any two texts, short for texts
 * that have most lines in common and in order.
 */
void diff_print(struct buf *out, struct str name, struct str before,
                struct str after);

#endif
