/*
 * What documents written one after the other have in common: subsets of fonts
 * and streams, found by all that they follow from. Bounded: what no longer fits
 * is made again.
 */
#ifndef OUTPUT_PDF_STORE_H
#define OUTPUT_PDF_STORE_H

#include "output/pdf.h"
#include "type/face.h"

/* What `raw` was packed to; the null string when it was not. `store` may be
   NULL everywhere. */
struct str store_find_packed(const struct pdf_store *store, struct str raw);
/* The copy that is kept, or the null string. */
struct str store_keep_packed(struct pdf_store *store, struct str raw,
                             struct str packed);

/* NULL: not there. `glyphs` rise. */
const struct face_subset *store_find_subset(const struct pdf_store *store,
                                            const struct face *face,
                                            const uint32_t *glyphs,
                                            size_t count);
void store_keep_subset(struct pdf_store *store, const struct face *face,
                       const uint32_t *glyphs, size_t count,
                       const struct face_subset *subset);

#endif
