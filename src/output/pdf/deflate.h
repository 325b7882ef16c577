/* Deflate in zlib's frame (FlateDecode). Owns libdeflate. */
#ifndef OUTPUT_PDF_DEFLATE_H
#define OUTPUT_PDF_DEFLATE_H

#include "base/str.h"

struct deflater;

/* NULL when memory ends; give back with deflater_free. The arena holds what
   is compressed. */
struct deflater *deflater_new(struct arena *arena);
void deflater_free(struct deflater *deflater);

/* In the arena. */
struct str deflate_bytes(struct deflater *deflater, struct str raw);

#endif
