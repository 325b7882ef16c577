/* Rows of a PNG file as the file packs them: PDF has the same packing. */
#ifndef LAYOUT_PNG_ROWS_H
#define LAYOUT_PNG_ROWS_H

#include "layout/pages.h"

/*
 * Fills image->packed when the rows of `file` mean the same in a PDF file: not
 * interlaced, at most 8 bits, without transparency, in sRGB, and packed well.
 * The file was decoded before, so it is known to be whole.
 */
void png_rows_keep(struct arena *arena, struct str file, struct image *image);

#endif
