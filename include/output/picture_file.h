/*
 * The pictures of a document as files, for formats that hold them as files:
 * upright, without metadata, and with no more than is shown.
 */
#ifndef OUTPUT_PICTURE_FILE_H
#define OUTPUT_PICTURE_FILE_H

#include "output/output.h"

/* A picture as a block names it, and the box that it is shown in. */
struct picture_wish {
    struct str file;
    struct span span;
    upt width, height; /* of the box */
    bool fills;        /* cut to the shape of the box; else within it */
};

struct picture_file {
    struct str bytes;       /* in the arena of the task; empty: none */
    const char *type;       /* "image/jpeg", "image/png" */
    const char *ending;     /* ".jpg", ".png" */
    uint32_t width, height; /* in pixels */
    /* Of what is shown: that of the box, or as large as 150 pixels to the inch
       allow. */
    upt shown_width, shown_height;
};

/* No bytes where it cannot be drawn, with a finding (X310-X313) that is said
   once for each place. */
struct picture_file picture_file_read(const struct output_task *task,
                                      const struct picture_wish *wish);

#endif
