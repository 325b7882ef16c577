/* What the readers of picture files share. */
#ifndef SRC_CHECK_IMAGE_BLOCKS_H
#define SRC_CHECK_IMAGE_BLOCKS_H

#include <stdint.h>

#include "image_facts.h"

/* Bytes of one value; more is no note of a person. */
#define IMAGE_MOST_VALUE ((size_t)512)

/* Bytes whose first number is the least or the most significant. */
struct block {
    struct str bytes;
    bool little;
};

/* `length` bytes at most four; 0 beyond the end, which all readers take for
   nothing. */
static inline uint32_t
number_at(struct block block, size_t at, size_t length)
{
    uint32_t value = 0;
    if (at > block.bytes.len || block.bytes.len - at < length)
        return 0;
    for (size_t i = 0; i < length; i++) {
        size_t from = block.little ? length - 1 - i : i;
        value = value << 8 | (unsigned char)block.bytes.at[at + from];
    }
    return value;
}

/* Words of a person: two letters or digits at least, and not a program's. */
bool image_says_something(struct str text);
/* Of a TIFF, as Exif has it. */
unsigned image_exif_facts(struct str bytes);

#endif
