/* ToUnicode CMaps: what the codes of a font say (ISO 32000-1, 9.10.3). */
#ifndef OUTPUT_PDF_TO_UNICODE_H
#define OUTPUT_PDF_TO_UNICODE_H

#include "font.h"

/* `by_code[i]` is the glyph with code i, NULL where there is none. */
struct str to_unicode_print(struct arena *arena,
                            const struct glyph_use *const *by_code,
                            size_t code_count);

#endif
