/* Characters of simple fonts (ISO 32000-1, annex D) and names of glyphs (as
   the Adobe Glyph List has them). */
#ifndef OUTPUT_READ_ENCODING_H
#define OUTPUT_READ_ENCODING_H

#include "base/str.h"

enum encoding { ENCODING_STANDARD, ENCODING_WIN, ENCODING_MAC };

/* 0: the encoding has none. */
uint32_t encoding_character(enum encoding encoding, unsigned code);
/* The text of a glyph by its name: "eacute", "f_i", "uni20AC", "a.sc". Empty
   when the name says nothing. */
struct str glyph_name_text(struct arena *arena, struct str name);

/* A text string of the file: UTF-16 or UTF-8 by its mark, else
   PDFDocEncoding, of which Latin-1 is near enough. */
struct str pdf_text_string(struct arena *arena, struct str bytes);

#endif
