/* What stays the same of a finding when lines above it come and go. */
#ifndef DIAG_FINGERPRINT_H
#define DIAG_FINGERPRINT_H

#include "base/buf.h"
#include "diag/finding.h"

struct fingerprints;

/* Room for so many; they are to be asked for in printing order. */
struct fingerprints *fingerprints_new(struct arena *arena, size_t count);

/* "0123456789abcdef:1", the number tells equal ones apart. */
void fingerprint_print(struct buf *out, struct fingerprints *fingerprints,
                       struct sources *sources, const struct finding *finding);

#endif
