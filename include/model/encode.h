/*
 * A candidate back into YAML of the native format, through the field table.
 * Writes only what the value holds: given an edition's `shown`, nothing that
 * was withheld. Private notes, `lint`, `variants` and `layout` are left out.
 * Of the sections only those named are written, so that a resume does not
 * carry what stands in the portfolio; all of them without names (NULL).
 */
#ifndef MODEL_ENCODE_H
#define MODEL_ENCODE_H

#include "base/buf.h"
#include "model/candidate.h"

void candidate_encode(struct buf *out, const struct candidate *candidate,
                      const struct str *sections, size_t count);

#endif
