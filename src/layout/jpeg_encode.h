/* Samples as a JPEG file: baseline, no colour at half width, the tables that
   ITU-T T.81 gives as examples in annex K. */
#ifndef LAYOUT_JPEG_ENCODE_H
#define LAYOUT_JPEG_ENCODE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* `channels` is 1 or 3 (red, green, blue); width and height are 65535 at
   most. */
struct str jpeg_encode(struct arena *arena, const uint8_t *samples,
                       uint32_t width, uint32_t height, unsigned channels);

#endif
