/*
 * One document being written: what its parts share. Parts are written in this
 * order: fonts (which glyphs, under which codes), pictures, pages with their
 * content and links, structure tree, then what hangs off the catalogue.
 */
#ifndef OUTPUT_PDF_WRITER_H
#define OUTPUT_PDF_WRITER_H

#include "diag/finding.h"
#include "haru.h"
#include "layout/pages.h"

struct font;
struct pdf_store;
struct tree;

struct writer {
    struct arena *arena;
    struct findings *findings;
    const struct pages *pages;
    struct haru *haru;
    struct deflater *deflater;
    struct pdf_store *store; /* NULL: the document is the only one */
    struct font *fonts; /* in the order of their first use */
    size_t font_count;
    size_t *font_numbers; /* by face_index: 1 + place in `fonts`; 0: none.
                             What other documents used does not show. */
    struct tree *tree;
    unsigned *page_objects;                  /* by page */
    unsigned *image_objects;                 /* by image number */
    unsigned *profile_objects;               /* the same, 0 where it has none */
    const struct destination **destinations; /* sorted by name */
    size_t destination_count;
};

/* Deflated; `entries` without Filter. */
unsigned writer_add_stream(struct writer *writer, struct str entries,
                           struct str raw);
/* An object with these entries. */
unsigned writer_add_object(struct writer *writer, struct str entries);

/* BCP 47, never empty. */
struct str writer_language(const struct writer *writer);

/* The parts; each is one file of that name. */
void pictures_write(struct writer *writer);
/* Outline, destinations, page labels, attachments into the catalogue. */
void navigation_write(struct writer *writer, struct buf *catalog);
/* Info, XMP, output intent. */
void metadata_write(struct writer *writer, struct buf *catalog);
/* The links of a page: its /Annots, empty when it has none. */
struct str links_write(struct writer *writer, size_t page);
/* Before anything asks for one. */
void destinations_sort(struct writer *writer);
const struct destination *destination_find(const struct writer *writer,
                                           struct str name);
/* A small ICC profile of sRGB, version 2. */
struct str icc_srgb(struct arena *arena);

#endif
