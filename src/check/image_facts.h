/*
 * What a picture file tells beside the picture: JPEG (ITU T.81 with the Exif,
 * XMP and IPTC blocks of its APP segments) and PNG (W3C PNG, third edition).
 * Looks only; takes any bytes, reads nothing twice, keeps nothing.
 */
#ifndef SRC_CHECK_IMAGE_FACTS_H
#define SRC_CHECK_IMAGE_FACTS_H

#include "base/str.h"

enum image_fact {
    IMAGE_PLACE = 1 << 0,   /* a position, a city */
    IMAGE_PERSON = 1 << 1,  /* who took it, owns it or is to be seen */
    IMAGE_CAMERA = 1 << 2,  /* serial number of camera or lens */
    IMAGE_COMMENT = 1 << 3, /* what somebody wrote about it */
};

/* Of those, or-ed. What a program writes by itself ("Created with GIMP") is
   no fact; what is broken or neither JPEG nor PNG has none. */
unsigned image_facts(struct str bytes);

#endif
