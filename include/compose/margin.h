/*
 * What stands in the margins of pages: the templates of the options "footer"
 * and "top_note" with what a document says of itself.
 */
#ifndef COMPOSE_MARGIN_H
#define COMPOSE_MARGIN_H

#include "compose/document.h"

/* Pages as they are printed, or signs in their place where another program
   counts them. */
struct margin_pages {
    struct str number, count;
};

/* In the arena; empty where no placeholder has a text. */
struct inline_text margin_text(struct arena *arena,
                               const struct document *document,
                               struct str template, struct margin_pages pages);

#endif
