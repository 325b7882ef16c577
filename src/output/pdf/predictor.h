/* PNG's row filters in front of deflate (PNG specification, section 9). */
#ifndef OUTPUT_PDF_PREDICTOR_H
#define OUTPUT_PDF_PREDICTOR_H

#include "base/str.h"

/* Each row of `row_len` bytes with the number of its filter before it.
   `pixel_len` is the bytes of a pixel. */
struct str predictor_apply(struct arena *arena, struct str rows, size_t row_len,
                           size_t pixel_len);

#endif
