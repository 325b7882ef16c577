/* Inline text as CommonMark (0.31), with what GitHub's dialect adds in mind:
   special signs are escaped where they would mean something, only there. */
#ifndef OUTPUT_MARKDOWN_INLINE_H
#define OUTPUT_MARKDOWN_INLINE_H

#include "base/buf.h"
#include "compose/document.h"

enum markdown_place {
    MARKDOWN_LINES,   /* a paragraph or an item: U+2028 is a hard break */
    MARKDOWN_HEADING, /* one line, strong as it is */
    MARKDOWN_CELL     /* one line of a table */
};

void markdown_inline(struct buf *out, const struct inline_text *text,
                     enum markdown_place place);

#endif
