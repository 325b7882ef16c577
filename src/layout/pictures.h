/* Pictures of files, read once however often they are drawn. */
#ifndef LAYOUT_PICTURES_H
#define LAYOUT_PICTURES_H

#include "text.h"

/* Where one stands in the last band. */
struct picture_box {
    upt x, y, width, height;
    upt radius; /* of its corners */
    upt frame;  /* thickness of a line around it */
};

/* NULL with a finding when it cannot be drawn. */
struct image *picture_read(struct flow *flow, struct str file,
                           struct span span);
/* As a figure with that alternative text; without one it is an ornament. */
void picture_draw(struct flow *flow, struct image *image,
                  const struct picture_box *box, struct str alt);

/* The size of a picture as large as that, but no larger than 150 dots to the
   inch allow, the proportions kept. */
struct picture_size {
    upt width, height;
};
struct picture_size picture_fit(const struct image *image, upt most_width,
                                upt most_height);

/* Title and text of a picture or a code. */
struct caption {
    struct set_text title, text;
    upt height;
};
struct caption caption_set(struct flow *flow, const struct block *block,
                           upt measure);
void caption_flow(struct flow *flow, const struct caption *caption);
void caption_place(struct flow *flow, const struct caption *caption, upt x,
                   upt y);

/* Before the title of an entry, where logos are shown: narrows the column and
   gives the height that the entry must have, 0 without one. */
upt logo_set(struct flow *flow, const struct block *block);

/* ---- portraits ----------------------------------------------------------- */

/* The portrait of a head or a cover, and the QR code of the person's page,
   while the words beside them are set. */
struct portrait {
    size_t band; /* they hang from this one, which has no height */
    upt height;
    bool is_beside; /* something is: the column is narrower */
    struct column_box outer;
};

/* Draws what the look asks for and the block has, as far as its file is a
   picture, and narrows the column. */
struct portrait portrait_begin(struct flow *flow, const struct block *block,
                               int side);
/* All words are set: neither they nor what stands beside them is higher than
   the other. Restores the column. */
void portrait_end(struct flow *flow, const struct portrait *portrait);

#endif
