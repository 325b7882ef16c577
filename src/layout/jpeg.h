/* JPEG files without decoding them (ITU-T T.81, annex B). */
#ifndef SRC_LAYOUT_JPEG_H
#define SRC_LAYOUT_JPEG_H

#include "base/buf.h"

enum jpeg_fault {
    JPEG_FINE,
    JPEG_BROKEN, /* cut off, or not what the format says */
    JPEG_FOREIGN /* a coding that PDF readers do not know */
};

struct jpeg {
    uint32_t width, height; /* of the stored rows */
    unsigned components;    /* 1, 3 or 4 */
    bool has_adobe_mark;    /* four inks are stored inverted */
    unsigned orientation;   /* EXIF, 1-8 */
    struct str profile;     /* ICC, in one piece and not sRGB */
    struct str bytes;       /* the file without metadata */
    const char *why;        /* of a fault, for people */
};

/* Checks all segments up to the end mark and copies those that a decoder
   needs: no EXIF, GPS, thumbnails, profiles or comments. */
enum jpeg_fault jpeg_read(struct arena *arena, struct str file,
                          struct jpeg *jpeg);

#endif
