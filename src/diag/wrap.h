/* Paragraphs in so many columns. */
#ifndef DIAG_WRAP_H
#define DIAG_WRAP_H

#include "base/buf.h"

/*
 * Adds text whose first line begins at column `indent` (already written) and
 * whose others are indented as far; no line feed at the end. Lines in the text
 * are kept. One that begins with a blank or "- " is an example and is never
 * broken. width 0: nothing is broken.
 */
void add_wrapped(struct buf *out, struct str text, size_t indent, size_t width);

/* One line of words that begins at column `column` and goes on at `indent`. */
void add_hanging(struct buf *out, struct str line, size_t column, size_t indent,
                 size_t width);

#endif
