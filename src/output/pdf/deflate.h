/* Deflate in zlib's frame (FlateDecode). Owns libdeflate. */
#ifndef OUTPUT_PDF_DEFLATE_H
#define OUTPUT_PDF_DEFLATE_H

#include "base/str.h"

struct deflater;
struct pdf_store;

/* NULL when memory ends; give back with deflater_free. The arena holds what
   is compressed, or the store (NULL: none) what others have as well. */
struct deflater *deflater_new(struct arena *arena, struct pdf_store *store);
void deflater_free(struct deflater *deflater);

/* Borrowed from arena or store. */
struct str deflate_bytes(struct deflater *deflater, struct str raw);

#endif
