/* Content streams (ISO 32000-1, 7.8 and 9.4): what they show, in order. */
#ifndef OUTPUT_READ_CONTENT_H
#define OUTPUT_READ_CONTENT_H

#include "base/index.h"
#include "font.h"
#include "gather.h"

/* What all pages share. */
struct reader {
    struct arena *arena;
    struct pdf_file file;
    struct gather gather;
    struct pdf_text *result;
    LIST(struct read_font *) fonts;
    struct index font_index; /* by the address of the dictionary */
    struct index described;  /* pictures with a text, by page and mark */
};

/* A key for marked content of a page; never 0. */
uint64_t mark_key(size_t page, int64_t mark);

void content_read_page(struct reader *reader, const struct pdf_value *page,
                       const struct pdf_value *resources,
                       struct pdf_text_page *result);

/* ---- tags.c ---- */

/* Which marks of which page are a picture that has a text. `pages` are their
   dictionaries, in order. */
void tags_read(struct reader *reader, const struct pdf_value *root,
               const struct pdf_value *const *pages, size_t count);

#endif
