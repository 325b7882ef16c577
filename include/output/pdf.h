/*
 * Pages into PDF 1.7: tagged to PDF/UA-1 and PDF/A-2a (3a with attachments),
 * own font embedding, byte-identical for the same pages.
 */
#ifndef OUTPUT_PDF_H
#define OUTPUT_PDF_H

#include "layout/pages.h"

struct pdf_result {
    bool failed;
    struct str why;      /* for people, when failed */
    struct str bytes;    /* in the arena */
};

/* What documents of one run share; it lives as long as the arena. They must
   have the same book of fonts. */
struct pdf_store;
struct pdf_store *pdf_store_new(struct arena *arena);

/* `store` may be NULL. Findings: X3../X4.. on fonts that may not be
   embedded. */
struct pdf_result pdf_write(struct arena *arena, struct findings *findings,
                            const struct pages *pages,
                            struct pdf_store *store);

#endif
