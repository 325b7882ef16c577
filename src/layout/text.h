/* Text of the document set as lines, and lines put into bands. */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include "compose/smart.h"
#include "flow.h"

/* Lines in one style. The marks of their glyphs are struct text_mark. */
struct set_text {
    struct paragraph lines;
    const struct text_style *style;
    const struct path *shape; /* drawn in their place, from the baseline */
};

/* Whom a glyph belongs to. */
struct text_mark {
    struct tag *tag;
    struct str url, target;
    struct str description;
};

/* Dots between the parts of a title: before its place, before its dates. */
#define TEXT_DOTS 2

/* A text in the making: runs of several styles in one paragraph. */
struct text_builder {
    struct flow *flow;
    struct tag *tag;
    LIST(struct text_run) runs;
    struct text_mark *link; /* the last one, continued when equal */
    bool is_code;           /* addresses and figures: left to right in any
                               document, standing where text begins */
    struct smart_state signs;
    size_t dots[TEXT_DOTS], dot_count; /* runs that a line's end replaces */
};

struct text_builder text_begin(struct flow *flow, struct tag *tag);
void text_add(struct text_builder *builder, const struct inline_text *text,
              enum text_style_id style);
void text_add_plain(struct text_builder *builder, struct str text,
                    enum text_style_id style, struct span span);
/* A dot between two parts; none where a line ends between them. */
void text_add_dot(struct text_builder *builder, enum text_style_id style);
/* The leading is that of `style`. */
struct set_text text_end(struct text_builder *builder, enum text_style_id style,
                         upt measure, enum alignment alignment);

struct set_text text_set(struct flow *flow, const struct inline_text *text,
                         enum text_style_id style, struct tag *tag, upt measure,
                         enum alignment alignment);
struct set_text text_set_plain(struct flow *flow, struct str text,
                               enum text_style_id style, struct tag *tag,
                               upt measure, enum alignment alignment);

/* Its longest word on one line if that can be had by a smaller size, at least
   6/10 of it. */
struct set_text text_set_narrow(struct flow *flow,
                                const struct inline_text *text,
                                enum text_style_id style, struct tag *tag,
                                upt measure);

/* One line if that can be had by a smaller size, at least 6/10 of it. */
struct set_text text_set_fitted(struct flow *flow, struct str text,
                                enum text_style_id style, struct tag *tag,
                                upt measure, enum alignment alignment);

bool text_is_empty(const struct inline_text *text);
/* Without styles, as one string. */
struct str text_plain(struct arena *arena, const struct inline_text *text);
/* How far from the start of its measure the last line reaches. */
upt text_end_of_last(const struct flow *flow, const struct set_text *text);
/* How far from the start of its measure the last line begins. */
upt text_start_of_last(const struct flow *flow, const struct set_text *text);
/* How body text is set: ragged or justified. */
enum alignment text_body_alignment(const struct flow *flow);
enum alignment alignment_of(int side);

/* The baseline in a line as high as the leading: capitals in its middle. */
upt style_baseline(const struct text_style *style);
upt text_height(const struct set_text *text);

/* Puts line number `line` into the last band, its measure beginning at x. */
void text_place(struct flow *flow, const struct set_text *text, size_t line,
                upt x, upt baseline);
/* The same with another tag than the one it was set with. */
void text_place_as(struct flow *flow, const struct set_text *text, upt x,
                   upt baseline, struct tag *tag);
/* All lines below each other in the last band, the first one's top at y. */
void text_place_all(struct flow *flow, const struct set_text *text, upt x,
                    upt y);
/* Of a page break before this line of a paragraph: two lines at least stay
   together at both ends. */
int64_t text_line_cost(size_t line, size_t count);
/* Each line a band of its own, at x; no widows, no orphans. */
void text_flow(struct flow *flow, const struct set_text *text, upt x);
/* The same with a sign before the first line, in flow->tag. */
void text_flow_item(struct flow *flow, const struct set_text *text, upt x,
                    const struct set_text *sign, upt sign_x);
/* The same for a title: breaks nowhere, and not after it. */
void text_flow_title(struct flow *flow, const struct set_text *text, upt x);

#endif
