/*
 * Documents into pages: heads, sections, entries, tables, figures, contents
 * with page numbers; headings kept with what follows, entries kept whole
 * where they fit, no widows or orphans, last pages balanced.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "compose/document.h"
#include "layout/pages.h"
#include "layout/theme.h"

/* Reads a picture named in the file; see load/yaml.h. */
struct load_files;

/*
 * A number of pages to be met. `parts` are places in the source of what may be
 * left out to meet it, in the order of leaving out, what lies within another
 * before that; the first `cut_count` of them, the others are only measured.
 */
struct layout_goal {
    struct page_range pages;
    const struct span *parts;
    size_t part_count, cut_count;
};

/* Pictures that were read and made smaller, kept from one layout to the next.
   In the arena, which must live as long as the pages. */
struct picture_store;
struct picture_store *picture_store_new(struct arena *arena);

struct layout_options {
    const struct load_files *files;
    struct picture_store *pictures; /* NULL: read by each layout */
    int64_t created;          /* seconds since 1970 */
    struct layout_goal goal;
};

/* Never NULL. Findings: X3.. pictures, X4.. characters, F1.. */
struct pages *layout_pages(struct arena *arena, struct findings *findings,
                           const struct document *document,
                           const struct theme *theme,
                           struct font_book *fonts,
                           const struct layout_options *options);

#endif
