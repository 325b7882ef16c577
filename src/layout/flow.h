/*
 * The flow: the document set as one endless column of bands, each a line of
 * text, a row of a table or a figure, that no page break goes through. Blocks
 * are set into it in reading order; breaking and painting follow.
 *
 * x counts from the left edge of the page (of the right edge, mirrored, in
 * documents that run from right to left), y from the top of the band.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "breaks.h"
#include "layout/layout.h"
#include "look.h"

struct band {
    upt gap; /* above it; dropped at the top of a page */
    upt height;
    int64_t cost;   /* of a page break before it */
    bool stretches; /* a line of text: takes part in the leading */
    bool new_page;  /* stands at the top of a page */
    size_t head;    /* 1 + number of the table head that is repeated
                       when it begins a page; 0 = none */
    size_t first_mark, mark_count;
    size_t first_link, link_count;
    size_t first_anchor, anchor_count;
    size_t contents; /* 1 + number of its contents line; 0 = none */
    size_t part;     /* 1 + number of the part of a goal; 0 = none */
};

/* The head of a table: bands first..end. */
struct table_head {
    size_t first, end;
};

/* A ground or a line behind bands first..end, on every page they reach. */
struct frame {
    size_t first, end;
    upt x, width;
    int style; /* enum box_style */
    upt rule_width;
    rgb ground, rule;
};

/* A line beside bands first..end, and what it leads past. */
struct timeline {
    size_t first, end;
    upt x;
};
struct timeline_node {
    size_t band;
    upt x, y; /* from the top of its band */
    rgb ground;
    bool is_inner;
};

/* A line of the table of contents whose page number is not known yet. */
struct contents_line {
    const struct block *section;
    upt title_end, x, width; /* of the title; of the whole line */
    upt baseline;
    struct tag *tag;
};

struct anchor {
    struct str name;
};

/* The bands that a block of the document was set in, and its place in the
   source. Inner blocks come before those around them. */
struct extent {
    struct span span;
    size_t first, end;
};

/* The column in which blocks are set at the moment. */
struct column_box {
    upt x, width;
};

/* Bands that run down one column: those above both columns, those of the
   sidebar, those of the text. In one column there is one stream. */
struct stream {
    size_t first, end; /* bands */
    bool is_beside;    /* begins beside or below the first stream */
    bool is_sidebar;
    bool at_top; /* beside it: at the top of the page */
    bool has_ground;
    struct column_box column;
};
#define MOST_STREAMS 3

struct set_text;

struct flow {
    struct arena *arena;
    struct findings *findings;
    const struct document *document;
    const struct look *look;
    struct font_book *fonts;
    const struct layout_options *options;
    struct pages *pages;
    struct picture_store *pictures; /* its own; NULL: none yet */
    bool right_to_left;

    LIST(struct band) bands;
    LIST(struct mark) marks;
    LIST(struct page_link) links;
    LIST(struct anchor) anchors;
    LIST(struct table_head) heads;
    LIST(struct frame) frames;
    LIST(struct contents_line) contents;
    LIST(struct extent) extents; /* only where a goal has parts */
    LIST(struct timeline) timelines;
    LIST(struct timeline_node) nodes;
    struct stream streams[MOST_STREAMS]; /* in the order of reading */
    size_t stream_count;                 /* 0: all bands are one */
    size_t main_stream, side_stream;

    struct column_box column;
    rgb ground;          /* under what is set next */
    bool is_narrow;      /* in the sidebar */
    bool contacts_apart; /* set by columns.c, not with the head */
    struct tag *tag;     /* parent of what is set next */
    int64_t inside;      /* added to the cost of every break */
    size_t head;         /* of the bands to come, as in struct band */
    unsigned list_depth, entry_depth;
    bool has_timeline; /* entries of this section */
    size_t first_node; /* of its timeline */
    upt timeline_x;
    bool compact;                  /* entries of this section take one line */
    struct column_box list_column; /* around the list that is being set */

    const struct set_text *bullets[2]; /* set once, drawn often */
    const struct set_text *side_title; /* goes beside the next band */
    upt side_x;
    size_t first_side_mark;
    size_t side_marks; /* of it, whose baseline is not yet */
    upt side_baseline; /* that of the text beside it */

    /* Of the next band. */
    bool fresh; /* right below a title: no further space */
    bool ruled; /* right below a title's rule */
    upt next_gap;
    int64_t next_cost;
    bool next_new_page;
    LIST(struct str) next_anchors;
};

/* ---- what comes next ----------------------------------------------------- */

/* At least this much space; spaces do not add up. */
void flow_space(struct flow *flow, upt gap);
/* So much more than there would be. */
void flow_more_space(struct flow *flow, upt gap);
/* Exactly this much below a title, and no break. */
void flow_title_space(struct flow *flow, upt gap);
/* What was kept for the next band is forgotten: nothing came. */
void flow_title_end(struct flow *flow);
/* A page break here costs at least this. */
void flow_keep(struct flow *flow, int64_t cost);
void flow_new_page(struct flow *flow);
/* A destination at the top of the next band; empty names are none. */
void flow_anchor(struct flow *flow, struct str name);

/* ---- bands --------------------------------------------------------------- */

/* Adds a band; marks go into the band added last. The pointer holds until
   the next one. */
struct band *flow_band(struct flow *flow, upt height);
/* A band without ink. */
void flow_blank(struct flow *flow, upt height);

/* The bands from `first` on stay together for that height, filled up with
   blank space: what stands beside them is so high. */
void flow_clear(struct flow *flow, size_t first, upt height);

/* The first words beside a section's title stand on this baseline. */
void flow_align_side_title(struct flow *flow, upt baseline);

struct mark *flow_mark(struct flow *flow);
void flow_link(struct flow *flow, struct page_link link);
/* A filled rectangle. */
void flow_rect(struct flow *flow, struct tag *tag, upt x, upt y, upt width,
               upt height, rgb color);
/* A thin dashed line downwards. */
void flow_dashes(struct flow *flow, struct tag *tag, upt x, upt y, upt height,
                 rgb color);
/* The outline of a rectangle, the line inside of it. */
void flow_outline(struct flow *flow, struct tag *tag, upt x, upt y, upt width,
                  upt height, upt line, rgb color);
struct path path_rect(struct arena *arena, upt x, upt y, upt width, upt height);
/* The same path further down. */
struct path path_moved(struct arena *arena, const struct path *path, upt y);
/* Left edge on the paper of something `width` wide at x. */
upt flow_left(const struct flow *flow, upt x, upt width);

/* ---- tags ---------------------------------------------------------------- */

struct tag *flow_tag(struct flow *flow, enum tag_kind kind, struct tag *parent);

/* ---- blocks -------------------------------------------------------------- */

void block_set(struct flow *flow, const struct block *block);
/* One after the other. */
void blocks_set(struct flow *flow, struct block *const *blocks, size_t count);

#define BLOCK_CHILDREN(block) (block)->children.at, (block)->children.count

/* Costs of breaks; see breaks.h for the scale. */
#define COST_ENTRY 110 /* between entries */
#define COST_PARAGRAPH 30
#define COST_ITEM 60    /* between list items */
#define COST_LONELY 240 /* leaves one item alone on a page */
#define COST_LINE 120   /* inside a paragraph */
#define COST_ROW 40
#define COST_INSIDE_ENTRY 180  /* added inside an entry */
#define COST_TORN_SECTION 2000 /* added inside a section to be kept whole */
#define COST_WHOLE 6000        /* added where it should stay whole */

#endif
