/*
 * What a program that reads PDF files gets out of one: its words in the order
 * of the content, as programs take them that sort applications. Reads any
 * PDF 1.0 to 2.0, ours or not, whole or not, and believes nothing in it: work
 * and memory have bounds, and what is beyond them is said.
 */
#ifndef OUTPUT_PDF_TEXT_H
#define OUTPUT_PDF_TEXT_H

#include "base/list.h"
#include "base/str.h"

/* Larger files are nobody's resume. */
#define PDF_TEXT_SIZE_LIMIT ((size_t)50 * 1000 * 1000)

enum pdf_text_state {
    PDF_TEXT_READ,
    PDF_TEXT_FOREIGN, /* no PDF at all */
    PDF_TEXT_BROKEN,  /* no pages can be found in it */
    PDF_TEXT_LOCKED   /* encrypted */
};

struct pdf_text_page {
    size_t from, to;        /* bytes of the text, the form feed among them */
    size_t glyphs;          /* shown */
    size_t drawings;        /* paths painted */
    size_t pictures;        /* that are no decoration */
    size_t silent_pictures; /* of these: nothing says what they show */
};

struct pdf_text_font {
    struct str name;
    bool has_map;          /* a ToUnicode */
    size_t shown, unknown; /* glyphs; those whose text nothing says */
};

/* Bytes of the text that are decoration: page numbers, rules. */
struct pdf_text_part {
    size_t from, to;
};

struct pdf_text_file {
    struct str name, bytes;
};

struct pdf_text {
    enum pdf_text_state state;
    bool is_repaired; /* its tables of contents were wrong */
    bool is_short;    /* there is more in it than was read */
    bool is_tagged;
    struct str title, author, language;
    /* Words as lines, a line feed behind each line, a form feed behind each
       page. U+FFFD stands for a glyph of which nobody knows what it says. */
    struct str text;
    LIST(struct pdf_text_page) pages;
    LIST(struct pdf_text_font) fonts;      /* in the order of their first use */
    LIST(struct pdf_text_part) decoration; /* in order */
    LIST(struct pdf_text_file) attachments;
};

/* In the arena; `bytes` are borrowed. */
struct pdf_text pdf_text_read(struct arena *arena, struct str bytes);

#endif
