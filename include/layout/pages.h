/*
 * Pages: the seam between layout and the writers. Positioned glyphs, paths,
 * images and links, each belonging to a tag of the structure tree or to none
 * (an artifact). Layout knows no PDF; a writer makes no decision.
 *
 * Coordinates: upt from the top left corner of the page, y downwards. A glyph
 * run's y is its baseline.
 */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "type/paragraph.h"

/* ---- structure -------------------------------------------------------- */

enum tag_kind {
    TAG_DOCUMENT, TAG_SECTION, TAG_H1, TAG_H2, TAG_H3, TAG_H4, TAG_P,
    TAG_LIST, TAG_ITEM, TAG_LABEL, TAG_BODY, TAG_TABLE, TAG_ROW, TAG_HEADER,
    TAG_CELL, TAG_FIGURE, TAG_CAPTION, TAG_LINK, TAG_SPAN, TAG_QUOTE,
    TAG_TOC, TAG_TOC_ITEM, TAG_REFERENCE, TAG_NOTE, TAG_KINDS
};

/* Children are in reading order; content (marks) belongs to the tag that a
   mark names, in the order of the marks. A tag that has both marks and child
   tags (a P with a Link in it) is read in the order of `first appearance`:
   writers interleave by the order of marks across the document. */
struct tag {
    enum tag_kind kind;
    struct tag *parent;
    LIST(struct tag *) children;
    struct str alt;          /* of figures and links */
    struct str actual_text;
    struct str language;     /* only where it differs from the document's */
    struct str title;        /* of headings and sections, optional */
    bool column_header;      /* TAG_HEADER: scope Column, else Row */
    unsigned column_span;    /* of cells; 0 and 1 are the same */
    struct { size_t page; upt x, y, width, height; } box; /* of figures */
    size_t number;           /* dense, for writers' tables */
};

/* ---- pictures --------------------------------------------------------- */

enum image_kind { IMAGE_JPEG, IMAGE_RGB, IMAGE_GRAY };

/* Rows as their file packed them: filtered as PNG does, then zlib. */
struct packed_rows {
    struct str rows;           /* empty: there are none */
    struct str palette;        /* RGB of each index; empty: no palette */
    unsigned channels, bits;   /* bits of one sample */
};

/* Decoded and checked. JPEG bytes pass through, metadata stripped. Width and
   height are those of the picture as it is shown. */
struct image {
    enum image_kind kind;
    uint32_t width, height;
    unsigned orientation;      /* how to turn the stored rows (EXIF 1-8);
                                  0 and 1 are upright */
    unsigned jpeg_components;  /* 1, 3 or 4 */
    bool jpeg_inverted;        /* Adobe CMYK */
    struct str profile;        /* ICC, of a JPEG that is not sRGB */
    struct str bytes;          /* JPEG file or 8-bit samples, rows packed */
    struct packed_rows packed; /* the same picture as `bytes` */
    struct str alpha;          /* 8-bit, width*height; empty when opaque */
    size_t number;             /* dense in the document */
};

/* ---- marks ------------------------------------------------------------ */

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

/* Coordinates of the verbs in order: 2 for move and line, 6 for a curve. */
struct path {
    const uint8_t *verbs;
    size_t verb_count;
    const upt *points;
    size_t point_count;
    bool fill, stroke, even_odd;
    rgb fill_color, stroke_color;
    upt stroke_width;
    bool round_caps;
    upt dash;                /* 0 = solid */
    upt gap;                 /* between dashes; 0 = as long as one */
};

enum mark_kind { MARK_GLYPHS, MARK_PATH, MARK_IMAGE };

struct mark {
    enum mark_kind kind;
    struct tag *tag;         /* NULL: artifact */
    union {
        struct { const struct glyph_run *run; upt x, y; } glyphs;
        struct path path;
        struct {
            const struct image *image;
            upt x, y, width, height;
            upt radius;      /* of its corners: what lies beyond is not drawn */
        } image;
    };
};

/* A rectangle that leads somewhere: `url`, or a destination of this document.
   Every link has a TAG_LINK, whose alt is its description. */
struct page_link {
    upt x, y, width, height;
    struct str url;
    struct str target;       /* name of a destination, when url is empty */
    struct tag *tag;
    struct str description;
};

struct page {
    upt width, height;
    LIST(struct mark) marks;         /* drawing order = reading order */
    LIST(struct page_link) links;
    struct str label;                /* printed number, may be empty */
};

struct destination {
    struct str name;
    size_t page;
    upt x, y;
};

struct outline_item {
    struct str title;
    unsigned level;          /* 0 = top */
    struct str target;       /* name of a destination */
};

struct attachment {
    struct str name, bytes, mime, description;
};

/* How a document came to its number of pages. */
struct pages_fit {
    size_t designed; /* pages without a goal */
    bool is_changed; /* for the goal's sake */
    /* Of spaces and leading, per mille, where they were changed most. */
    int64_t gap_change, leading_change;
    /* Of a goal that was not met: how much more a page would have to hold,
       per mille (1100: a tenth more; 0: that would not help), and the height
       that is too much. */
    bool missed;
    int64_t need;
    upt over;
    /* So many of the goal's parts would have to go, the first ones; one more
       than may go when that would not do. Of a portfolio, `gone` keeps those
       of them that would go for nothing; both by their number from 1. */
    size_t without;
    const bool *gone;
    /* Of each part of a missed goal: what leaving it out saves, once those
       before it are gone. */
    const upt *part_heights;
};

/* A finished document. */
struct pages {
    struct str title, author, subject, keywords, language;
    bool right_to_left;
    struct tag *root;                /* TAG_DOCUMENT */
    size_t tag_count;
    LIST(struct page) at;
    LIST(struct destination) destinations;
    LIST(struct outline_item) outline;
    LIST(const struct image *) images;
    LIST(struct attachment) attachments;
    struct font_book *fonts;         /* of the faces in the glyph runs */
    int64_t created;                 /* seconds since 1970, UTC */
    struct pages_fit fit;
};

/* For --dump pages: every mark with its place, text and tag. */
struct buf;
void pages_dump(struct buf *out, const struct pages *pages);

#endif
