/*
 * HTML (a page or a fragment of one) as a flat list of texts. A tokenizer in
 * the manner of the HTML standard and a bounded list of what is open: no tree,
 * no recursion, linear cost whatever a file nests. What a page hides, scripts
 * and pictures are left out.
 */
#ifndef LOAD_HTML_H
#define LOAD_HTML_H

#include "base/list.h"
#include "base/str.h"

enum html_kind {
    HTML_PARAGRAPH,
    HTML_HEADING,
    HTML_ITEM,      /* of a list */
    HTML_TERM,      /* dt */
    HTML_DEFINITION /* dd */
};

/* Text between two ends of blocks, blanks folded, entities decoded. A line
   break (br) ends it as well. */
struct html_block {
    struct str text;
    size_t line; /* in the text that was read */
    enum html_kind kind;
    unsigned level;    /* of a heading, 1 to 6 */
    size_t bold;       /* so many bytes at its beginning are bold */
    bool is_link;      /* all of it is a link */
    bool is_page;      /* in nav, header, footer, aside, button or the like,
                          by element, role or class */
    bool is_form;      /* in a form */
    bool in_cell;      /* of a table */
    unsigned column;   /* from 0 */
    bool begins_row;   /* the first block of a row */
    bool begins_table; /* the first block of a table */
    bool begins_item;  /* the first block of an item of a list */
};
typedef LIST(struct html_block) html_block_list;

/* A script of type application/ld+json, as it stands. */
struct html_data {
    struct str text;
    size_t line;
};

struct html_page {
    html_block_list blocks;
    struct str title;        /* of the head; these are empty when not there */
    struct str shared_title; /* og:title */
    struct str site_name;    /* og:site_name */
    LIST(struct html_data) data;
};

struct html_page html_read(struct arena *arena, struct str text);

/* Whether the text is a page or a fragment of one rather than a text that has
   a few brackets. */
bool html_is_likely(struct str text);

/* A tag or an entity that browsers know stands in it; a mere < or & is text. */
bool html_has_markup(struct str text);

/*
 * HTML of a text field as Markdown: bold, italics, code, links, lists, breaks;
 * other tags fall out. What Markdown would take for a mark is escaped. A text
 * without markup comes back as it is.
 */
struct str html_to_markdown(struct arena *arena, struct str html);
/* The same as words of one line. */
struct str html_to_words(struct arena *arena, struct str html);

/* Entities (&amp; &#8211;) of a text without tags decoded. */
struct str html_decode(struct arena *arena, struct str text);

#endif
