#include "jpeg_bits.h"

#include <string.h>

/* ---- codes --------------------------------------------------------------- */

/* Codes that begin with the bits of this one are found by it. */
static void
fill_fast(struct jpeg_huffman *huffman, unsigned length, unsigned code,
          uint8_t value)
{
    unsigned rest = JPEG_FAST_BITS - length;
    for (unsigned i = 0; i < 1u << rest; i++)
        huffman->fast[code << rest | i] = (uint16_t)(length << 8 | value);
}

bool
jpeg_huffman_read(struct jpeg_huffman *huffman, struct str bytes, size_t *used)
{
    unsigned count = 0, code = 0;
    memset(huffman, 0, sizeof *huffman);
    if (bytes.len < 16)
        return false;
    for (unsigned length = 1; length <= 16; length++) {
        unsigned here = (unsigned char)bytes.at[length - 1];
        code <<= 1;
        huffman->first_code[length] = (int32_t)code;
        huffman->first_value[length] = count;
        huffman->last_code[length] = (int32_t)(code + here) - 1;
        if (code + here > 1u << length || count + here > 256 ||
            16 + count + here > bytes.len)
            return false;
        for (unsigned i = 0; i < here; i++, count++, code++) {
            huffman->values[count] = (uint8_t)bytes.at[16 + count];
            if (length <= JPEG_FAST_BITS)
                fill_fast(huffman, length, code, huffman->values[count]);
        }
    }
    *used = 16 + count;
    huffman->is_set = true;
    return count > 0;
}

/* ---- bits ---------------------------------------------------------------- */

/* At least 25 bits, as far as there are some: zeros follow the end. */
static void
fill(struct jpeg_bits *bits)
{
    const struct str *bytes = &bits->bytes;
    while (bits->count <= 24 && bits->at < bytes->len) {
        unsigned byte = (unsigned char)bytes->at[bits->at];
        if (byte == 0xFF) {
            if (bits->at + 1 >= bytes->len || bytes->at[bits->at + 1] != 0)
                return; /* a marker */
            bits->at++;
        }
        bits->at++;
        bits->bits |= (uint32_t)byte << (24 - bits->count);
        bits->count += 8;
    }
}

static void
drop(struct jpeg_bits *bits, unsigned count)
{
    if (count > bits->count) {
        bits->is_short = true;
        bits->bits = 0;
        bits->count = 0;
        return;
    }
    bits->bits = count < 32 ? bits->bits << count : 0;
    bits->count -= count;
}

unsigned
jpeg_bits_take(struct jpeg_bits *bits, unsigned count)
{
    unsigned value;
    if (count == 0)
        return 0;
    if (bits->count < count)
        fill(bits);
    value = bits->bits >> (32 - count);
    drop(bits, count);
    return value;
}

int
jpeg_bits_signed(struct jpeg_bits *bits, unsigned count)
{
    int value = (int)jpeg_bits_take(bits, count);
    if (count == 0)
        return 0;
    return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
}

static unsigned
long_code(struct jpeg_bits *bits, const struct jpeg_huffman *huffman)
{
    for (unsigned length = 1; length <= 16; length++) {
        int32_t code = (int32_t)(bits->bits >> (32 - length));
        if (code > huffman->last_code[length])
            continue;
        drop(bits, length);
        return huffman->values[huffman->first_value[length] +
                               (unsigned)(code - huffman->first_code[length])];
    }
    bits->is_short = true;
    return 0;
}

unsigned
jpeg_bits_code(struct jpeg_bits *bits, const struct jpeg_huffman *huffman)
{
    if (bits->count < 16)
        fill(bits);
    unsigned found = huffman->fast[bits->bits >> (32 - JPEG_FAST_BITS)];
    if (!found)
        return long_code(bits, huffman);
    drop(bits, found >> 8);
    return found & 0xFF;
}

bool
jpeg_bits_restart(struct jpeg_bits *bits, unsigned number)
{
    const struct str *bytes = &bits->bytes;
    bits->bits = 0;
    bits->count = 0;
    /* Fill bytes may stand before a marker (T.81, B.1.1.2). */
    while (bits->at + 2 < bytes->len && bytes->at[bits->at] == '\xFF' &&
           bytes->at[bits->at + 1] == '\xFF')
        bits->at++;
    if (bits->at + 2 > bytes->len || bytes->at[bits->at] != '\xFF' ||
        (unsigned char)bytes->at[bits->at + 1] != 0xD0 + number)
        return false;
    bits->at += 2;
    return true;
}
