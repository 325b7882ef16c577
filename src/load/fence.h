/* Fences of Markdown around a file that was copied from elsewhere. */
#ifndef LOAD_FENCE_H
#define LOAD_FENCE_H

#include "diag/finding.h"

/* The text with blanks for lines such as "```yaml" that begin in the first
   column, each of them reported; the same text when there are none. */
struct str fence_blank(struct arena *arena, struct findings *findings,
                       uint32_t source, struct str text);

#endif
