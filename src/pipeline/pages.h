/* One document as pages, as many as were asked for. */
#ifndef PIPELINE_PAGES_H
#define PIPELINE_PAGES_H

#include "compose/compose.h"
#include "layout/layout.h"
#include "pipeline/build.h"

struct page_task {
    struct arena *arena;
    struct findings *findings;
    enum document_kind kind;
    const struct edition *edition;
    const struct theme *theme;
    struct font_book *fonts;
    struct compose_options compose;
    struct layout_options layout; /* its goal is the number of pages */
    struct span said;             /* where that was asked for */
    bool is_usual;                /* nobody asked: so many are usual for the
                                     role, and no error when it is more */
};

struct paged {
    const struct edition *edition; /* without what was cut */
    const struct document *document;
    struct pages *pages;
    struct arena *arena; /* theirs, to be freed by the caller; NULL of a
                            document alone, which is in that of the task */
};

/*
 * Without a goal the document is set once, as designed. With one it is set
 * tighter as far as the theme lets it, then cut; what was done goes into the
 * report. A goal that cannot be met is an error finding (F103, F104), and the
 * document is set as designed.
 */
struct paged pages_make(const struct page_task *task,
                        struct page_report *report);

/* The document alone, as designed; `pages` is NULL. */
struct paged pages_compose(const struct page_task *task);

const char *document_name(enum document_kind kind);

#endif
