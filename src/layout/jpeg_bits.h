/* Entropy-coded bytes of JPEG files as bits and Huffman codes (ITU-T T.81,
   annexes C and F). */
#ifndef LAYOUT_JPEG_BITS_H
#define LAYOUT_JPEG_BITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Codes of up to this length are found in one step. */
#define JPEG_FAST_BITS 9

struct jpeg_huffman {
    bool is_set;
    uint8_t values[256];
    uint16_t fast[1 << JPEG_FAST_BITS];    /* length << 8 | value; 0: longer */
    int32_t first_code[17], last_code[17]; /* by length; last -1: none */
    unsigned first_value[17];
};

/* 16 counts and the values, as in a DHT segment. False when they are no
   codes. Gives how many bytes were read. */
bool jpeg_huffman_read(struct jpeg_huffman *huffman, struct str bytes,
                       size_t *used);

/* Reading stops at a marker: `is_short` is set when more was asked for, or
   when a code is none. */
struct jpeg_bits {
    struct str bytes;
    size_t at;
    uint32_t bits; /* the next ones, at the top */
    unsigned count;
    bool is_short;
};

unsigned jpeg_bits_code(struct jpeg_bits *bits,
                        const struct jpeg_huffman *huffman);
/* As many as 16. */
unsigned jpeg_bits_take(struct jpeg_bits *bits, unsigned count);
/* A number of that many bits and its sign (T.81, F.2.2.1, EXTEND). */
int jpeg_bits_signed(struct jpeg_bits *bits, unsigned count);
/* Behind the rest of the byte and the restart marker of that number, 0-7;
   false when it is not there. */
bool jpeg_bits_restart(struct jpeg_bits *bits, unsigned number);

#endif
