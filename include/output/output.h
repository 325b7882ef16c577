/*
 * One document, or what it was made from, as a file of another format than
 * PDF. Writers see what the edition shows, never the whole file: what was
 * withheld, masked or cut is in none of them. Same input, same bytes.
 */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include "compose/document.h"
#include "edition/edition.h"
#include "layout/layout.h"
#include "layout/pages.h"

/* In the order of OUTPUT_CHOICES of the command line. */
enum output_format {
    OUTPUT_PDF, /* pdf.h */
    OUTPUT_TXT,
    OUTPUT_MD,
    OUTPUT_HTML,
    OUTPUT_DOCX,
    OUTPUT_JSON, /* JSON Resume */
    OUTPUT_RENDERCV,
    OUTPUT_SVG, /* a file for each page */
    OUTPUT_PNG,
    OUTPUT_FORMATS
};
#define OUTPUT_CHOICES "pdf|txt|md|html|docx|json|rendercv|svg|png"

enum output_source {
    OUTPUT_OF_DOCUMENT, /* one for each resume, portfolio, letter */
    OUTPUT_OF_EDITION,  /* one for each edition: data for other tools */
    OUTPUT_OF_PAGE      /* one for each page of a document */
};

struct output_task {
    struct arena *arena;
    struct findings *findings; /* F110: what the format cannot hold */
    const struct edition *edition;
    const struct document *document; /* NULL: OUTPUT_OF_EDITION */
    const struct pages *pages;       /* NULL unless OUTPUT_OF_PAGE */
    size_t page;                     /* OUTPUT_OF_PAGE: which, from 0 */
    const struct theme *theme;       /* for colours */
    const struct load_files *files;  /* to read pictures; may be NULL */
    int64_t created;                 /* seconds since 1970, UTC */
    size_t columns;                  /* OUTPUT_TXT: to wrap at, 0: never */
};

struct output_result {
    bool failed;
    struct str why;   /* for people, when failed */
    struct str bytes; /* in the arena */
};

struct output_spec {
    const char *ending;  /* ".docx" */
    const char *meaning; /* for --help and README */
    enum output_source source;
    /* NULL: OUTPUT_PDF, which the pipeline writes with pdf_write. */
    struct output_result (*write)(const struct output_task *task);
};

const struct output_spec *output_spec(enum output_format format);

/* The writers. Each in src/output/<format>/. */
struct output_result text_write(const struct output_task *task);
struct output_result markdown_write(const struct output_task *task);
struct output_result html_write(const struct output_task *task);
struct output_result docx_write(const struct output_task *task);
struct output_result json_resume_write(const struct output_task *task);
struct output_result rendercv_write(const struct output_task *task);
struct output_result svg_write(const struct output_task *task);
struct output_result png_write(const struct output_task *task);

#endif
