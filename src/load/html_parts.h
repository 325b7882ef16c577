/* The pieces that HTML is made of. */
#ifndef LOAD_HTML_PARTS_H
#define LOAD_HTML_PARTS_H

#include "base/buf.h"

/* What an element does to the text in it. */
enum html_trait {
    HTML_BLOCK = 1 << 0, /* ends the text before and behind */
    HTML_DROPS = 1 << 1, /* its text is not shown */
    HTML_PAGE = 1 << 2,  /* of the page around */
    HTML_FORM = 1 << 3,
    HTML_BOLD = 1 << 4,
    HTML_LINK = 1 << 5,
    HTML_VOID = 1 << 6,  /* has no end tag */
    HTML_RAW = 1 << 7,   /* no tags in it but its own end */
    HTML_SCOPE = 1 << 8, /* end tags do not reach out of it */
    HTML_LIST = 1 << 9,
    HTML_LI = 1 << 10,
    HTML_TABLE = 1 << 11,
    HTML_ROW = 1 << 12,
    HTML_CELL = 1 << 13,
    HTML_DT = 1 << 14,
    HTML_DD = 1 << 15,
    HTML_H = 1 << 16, /* h1 to h6 */
    HTML_PRE = 1 << 17,
    HTML_P = 1 << 18,
    HTML_ROOT = 1 << 19, /* html, body, main, article: never of the page */
    HTML_BREAK = 1 << 20,
    HTML_META = 1 << 21,
    HTML_TITLE = 1 << 22,
    HTML_SCRIPT = 1 << 23,
    HTML_MAIN = 1 << 24, /* a header in it is content */
    HTML_HEADER = 1 << 25
};

struct html_element {
    const char *name;
    unsigned traits;
};

/* NULL: an element that does nothing. */
const struct html_element *html_element_find(struct str name);

/* What attributes of a tag are looked at. */
struct html_attributes {
    struct str style, class_names, id, role, type, property, content,
        aria_hidden, href, src, alt;
    bool is_hidden;
};

struct html_tag {
    struct str name;
    bool is_end;
    bool closes_itself; /* "/>" */
    struct html_attributes attributes;
};

/*
 * Reads what begins with the < at *at. True: a tag, *at behind it. False: no
 * tag; *at is behind a comment, or where it was when the < is a text's.
 */
bool html_tag_read(struct str text, size_t *at, struct html_tag *tag);

/* Adds the character of the entity at *at (an &), or the & itself. */
void html_entity_add(struct buf *out, struct str text, size_t *at);

#endif
