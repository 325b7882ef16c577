/* A line of source with its place underlined, for the text format. */
#ifndef DIAG_SNIPPET_H
#define DIAG_SNIPPET_H

#include "base/buf.h"

/*
 * Part of a line as it is shown: tabs are blanks, control characters visible,
 * what does not fit is an ellipsis at either end.
 */
struct snippet {
    struct str text;
    size_t caret;  /* columns before the caret */
    size_t length; /* columns underlined, at least 1 */
};

/* Underlines the bytes from..to of a line, `to` perhaps beyond its end. Costs
   time for `width` columns, not for the length of the line. width >= 20. */
struct snippet snippet_of(struct arena *arena, struct str line, size_t from,
                          size_t to, size_t width);

/* One line of text with control characters made visible. */
void add_visible(struct buf *out, struct str text);

#endif
