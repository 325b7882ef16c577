/* Words that no output repeats: numbers and names of other people. */
#ifndef DIAG_SECRET_H
#define DIAG_SECRET_H

#include "diag/finding.h"

/* The line with all but the ends of each secret blotted out, byte for byte as
   long; the line itself when there is none in it. `secrets` are in order. */
struct str secrets_hide_in_line(struct arena *arena, struct sources *sources,
                                uint32_t source, size_t number,
                                const struct span *secrets, size_t count);

/* Takes the words of finding `i` out of what the findings near it say.
   Findings are in order of place. */
void secrets_hide_around(struct arena *arena, const struct sources *sources,
                         struct finding *findings, size_t count, size_t i);

#endif
