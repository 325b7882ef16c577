/* Content streams: the marks of a page as PDF operators. */
#ifndef OUTPUT_PDF_CONTENT_H
#define OUTPUT_PDF_CONTENT_H

#include "writer.h"

/* Writes the content of the page and gives the entries of the page that speak
   of it: /Resources, and /Group where pictures are transparent. */
struct str content_write(struct writer *writer, size_t page);

#endif
