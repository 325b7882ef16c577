/* What the parts of the HTML writer share. */
#ifndef OUTPUT_HTML_WRITER_H
#define OUTPUT_HTML_WRITER_H

#include "base/buf.h"
#include "output/output.h"

struct html {
    struct arena *arena;
    const struct output_task *task;
    const struct document *document;
    const struct locale *locale; /* of the language; NULL: not known */
    struct buf out;
    unsigned heading; /* level of the heading above; h1 is the name */
    const struct inline_text *section; /* title of the one around, or NULL */
    LIST(struct str) anchors;
};

/* ---- words (inline.c) ---------------------------------------------------- */

/* Markup as it stands; words, with what would be markup in them written out. */
void html_markup(struct html *h, const char *markup);
void html_words(struct html *h, struct str words);
void html_inline(struct html *h, const struct inline_text *text);
/* Dates in it are marked with what they are for machines. */
void html_dated(struct html *h, const struct inline_text *text);
/* `<p class="meta">...</p>`, nothing for no words; `name` is "p meta". */
void html_element(struct html *h, const char *name,
                  const struct inline_text *text);
void html_element_words(struct html *h, const char *name, struct str words);
/* ` name="value"` */
void html_attribute(struct html *h, const char *name, struct str value);
/* ` href="..."` of an address that leads out; false when it is none. */
bool html_link_begin(struct html *h, struct str url, const char *attributes);

/* Anchors of the document's blocks, as an id may be. */
void html_collect_anchors(struct html *h);
void html_id(struct html *h, struct str anchor);

/* ---- parts --------------------------------------------------------------- */

/* All before the body (page.c). */
void html_page_begin(struct html *h);

/* Pictures in the page itself (picture.c). False when there is none. */
struct html_picture {
    const char *class_name, *attributes;
    struct str file, alt;
    struct span span;
    upt width, height;
    bool fills;
};
bool html_picture(struct html *h, const struct html_picture *picture);

/* One block each: who it is about, what it holds (head.c). */
void html_head(struct html *h, const struct block *block);
void html_contents(struct html *h, const struct block *block);
/* (sections.c) */
void html_section(struct html *h, const struct block *block);
void html_entry(struct html *h, const struct block *block);
/* (data.c) */
void html_lines(struct html *h, const struct block *block);
void html_table(struct html *h, const struct block *block);
void html_strip(struct html *h, const struct block *block);
/* All blocks below one (html.c). */
void html_children(struct html *h, const struct block *block);

/* Figures (chart.c, comparison.c). */
void html_chart(struct html *h, const struct block *block);
void html_comparisons(struct html *h, const struct block *block);
/* A share of a whole in hundredths of a per cent, as "12.34%". */
void html_percent(struct html *h, const char *name, int64_t share);
/* Where `at` lies from `from` to `to`, as that. */
int64_t html_share(int64_t at, int64_t from, int64_t to);

#endif
