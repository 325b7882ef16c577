/* The picture in a JPEG file: Huffman-coded, baseline or progressive, 8 bits,
   of one, three or four colours (ITU-T T.81). */
#ifndef LAYOUT_JPEG_DECODE_H
#define LAYOUT_JPEG_DECODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Where rows go, from the top: `channels` is 1 or 3 (red, green, blue). */
struct jpeg_sink {
    void *context;
    void (*row)(void *context, const uint8_t *samples);
};

/* `file` is whole, as jpeg_read() gave it. With a sink all rows go there; NULL
   only checks that all coefficients are there. NULL when fine, else why not,
   for people. `arena` is for the work: it may be freed afterwards. */
const char *jpeg_decode(struct arena *arena, struct str file,
                        const struct jpeg_sink *sink);

#endif
