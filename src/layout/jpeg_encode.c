#include "jpeg_encode.h"

#include "base/buf.h"
#include "base/bug.h"
#include "jpeg_dct.h"

/* ---- tables -------------------------------------------------------------- */

/* T.81, tables K.1 and K.2, row by row, at about a quarter of their steps: what
   is lost by it is not seen at 300 dots to the inch. */
#define QUALITY_PERCENT 26

static const uint8_t luminance_steps[64] = {
    16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
    14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
    18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};
static const uint8_t color_steps[64] = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99,
    24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

/* T.81, tables K.3 to K.6: how many codes of each length, and their values. */
static const struct str dc_codes[2] = {
    STR_INIT("\0\1\5\1\1\1\1\1\1\0\0\0\0\0\0\0"
             "\0\1\2\3\4\5\6\7\10\11\12\13"),
    STR_INIT("\0\3\1\1\1\1\1\1\1\1\1\0\0\0\0\0"
             "\0\1\2\3\4\5\6\7\10\11\12\13"),
};
static const struct str ac_codes[2] = {
    STR_INIT("\0\2\1\3\3\2\4\3\5\5\4\4\0\0\1\x7d"
             "\x01\x02\x03\x00\x04\x11\x05\x12\x21\x31\x41\x06\x13\x51\x61\x07"
             "\x22\x71\x14\x32\x81\x91\xa1\x08\x23\x42\xb1\xc1\x15\x52\xd1\xf0"
             "\x24\x33\x62\x72\x82\x09\x0a\x16\x17\x18\x19\x1a\x25\x26\x27\x28"
             "\x29\x2a\x34\x35\x36\x37\x38\x39\x3a\x43\x44\x45\x46\x47\x48\x49"
             "\x4a\x53\x54\x55\x56\x57\x58\x59\x5a\x63\x64\x65\x66\x67\x68\x69"
             "\x6a\x73\x74\x75\x76\x77\x78\x79\x7a\x83\x84\x85\x86\x87\x88\x89"
             "\x8a\x92\x93\x94\x95\x96\x97\x98\x99\x9a\xa2\xa3\xa4\xa5\xa6\xa7"
             "\xa8\xa9\xaa\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xc2\xc3\xc4\xc5"
             "\xc6\xc7\xc8\xc9\xca\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9\xda\xe1\xe2"
             "\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8"
             "\xf9\xfa"),
    STR_INIT("\0\2\1\2\4\4\3\4\7\5\4\4\0\1\2\x77"
             "\x00\x01\x02\x03\x11\x04\x05\x21\x31\x06\x12\x41\x51\x07\x61\x71"
             "\x13\x22\x32\x81\x08\x14\x42\x91\xa1\xb1\xc1\x09\x23\x33\x52\xf0"
             "\x15\x62\x72\xd1\x0a\x16\x24\x34\xe1\x25\xf1\x17\x18\x19\x1a\x26"
             "\x27\x28\x29\x2a\x35\x36\x37\x38\x39\x3a\x43\x44\x45\x46\x47\x48"
             "\x49\x4a\x53\x54\x55\x56\x57\x58\x59\x5a\x63\x64\x65\x66\x67\x68"
             "\x69\x6a\x73\x74\x75\x76\x77\x78\x79\x7a\x82\x83\x84\x85\x86\x87"
             "\x88\x89\x8a\x92\x93\x94\x95\x96\x97\x98\x99\x9a\xa2\xa3\xa4\xa5"
             "\xa6\xa7\xa8\xa9\xaa\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xc2\xc3"
             "\xc4\xc5\xc6\xc7\xc8\xc9\xca\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9\xda"
             "\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xf2\xf3\xf4\xf5\xf6\xf7\xf8"
             "\xf9\xfa"),
};

struct code {
    uint16_t bits;
    uint8_t length; /* 0: there is none */
};

struct encoder {
    struct buf out;
    uint32_t bits;
    unsigned bit_count;
    unsigned channels;
    int steps[2][64];
    struct code dc[2][256], ac[2][256];
    int last_dc[3];
};

static void
make_codes(struct code *codes, struct str table)
{
    unsigned code = 0;
    size_t at = 16;
    for (unsigned length = 1; length <= 16; length++, code <<= 1)
        for (int i = 0; i < table.at[length - 1]; i++, at++, code++)
            codes[(unsigned char)table.at[at]] =
                (struct code){(uint16_t)code, (uint8_t)length};
}

static void
make_steps(int *steps, const uint8_t *table)
{
    for (size_t i = 0; i < 64; i++) {
        int step = (table[i] * QUALITY_PERCENT + 50) / 100;
        steps[i] = step < 1 ? 1 : step;
    }
}

/* ---- segments ------------------------------------------------------------ */

static void
add_word(struct buf *out, unsigned word)
{
    buf_add_byte(out, (char)(word >> 8));
    buf_add_byte(out, (char)word);
}

static void
begin_segment(struct buf *out, unsigned mark, size_t length)
{
    add_word(out, 0xFF00 | mark);
    add_word(out, (unsigned)length + 2);
}

static void
add_steps(struct encoder *encoder, unsigned number)
{
    begin_segment(&encoder->out, 0xDB, 65);
    buf_add_byte(&encoder->out, (char)number);
    for (size_t k = 0; k < 64; k++)
        buf_add_byte(&encoder->out,
                     (char)encoder->steps[number][jpeg_zigzag[k]]);
}

static void
add_codes(struct encoder *encoder, unsigned number, struct str table)
{
    begin_segment(&encoder->out, 0xC4, table.len + 1);
    buf_add_byte(&encoder->out, (char)number);
    buf_add(&encoder->out, table);
}

static void
add_frame(struct encoder *encoder, uint32_t width, uint32_t height)
{
    struct buf *out = &encoder->out;
    begin_segment(out, 0xC0, 6 + 3 * (size_t)encoder->channels);
    buf_add_byte(out, 8);
    add_word(out, height);
    add_word(out, width);
    buf_add_byte(out, (char)encoder->channels);
    for (unsigned i = 0; i < encoder->channels; i++) {
        buf_add_byte(out, (char)(i + 1));
        buf_add_byte(out, 0x11);
        buf_add_byte(out, (char)(i > 0));
    }
}

static void
add_scan_head(struct encoder *encoder)
{
    struct buf *out = &encoder->out;
    begin_segment(out, 0xDA, 4 + 2 * (size_t)encoder->channels);
    buf_add_byte(out, (char)encoder->channels);
    for (unsigned i = 0; i < encoder->channels; i++) {
        buf_add_byte(out, (char)(i + 1));
        buf_add_byte(out, (char)(i > 0 ? 0x11 : 0));
    }
    buf_add(out, STR("\0\77\0"));
}

static void
add_head(struct encoder *encoder, uint32_t width, uint32_t height)
{
    static const uint8_t *const steps[2] = {luminance_steps, color_steps};
    unsigned tables = encoder->channels > 1 ? 2 : 1;
    buf_add(&encoder->out, STR("\xFF\xD8"));
    for (unsigned i = 0; i < tables; i++) {
        make_steps(encoder->steps[i], steps[i]);
        make_codes(encoder->dc[i], dc_codes[i]);
        make_codes(encoder->ac[i], ac_codes[i]);
        add_steps(encoder, i);
    }
    add_frame(encoder, width, height);
    for (unsigned i = 0; i < tables; i++) {
        add_codes(encoder, i, dc_codes[i]);
        add_codes(encoder, 0x10 | i, ac_codes[i]);
    }
    add_scan_head(encoder);
}

/* ---- bits ---------------------------------------------------------------- */

static void
put_bits(struct encoder *encoder, unsigned bits, unsigned count)
{
    encoder->bits = encoder->bits << count | bits;
    encoder->bit_count += count;
    while (encoder->bit_count >= 8) {
        unsigned byte = encoder->bits >> (encoder->bit_count - 8) & 0xFF;
        buf_add_byte(&encoder->out, (char)byte);
        if (byte == 0xFF)
            buf_add_byte(&encoder->out, 0);
        encoder->bit_count -= 8;
    }
}

static unsigned
length_of(int value)
{
    unsigned size = (unsigned)(value < 0 ? -value : value), length = 0;
    while (size >> length)
        length++;
    return length;
}

/* The code of `run` zeros and a length, then the number (T.81, F.1.2.1). */
static void
put_number(struct encoder *encoder, const struct code *codes, unsigned run,
           int value)
{
    unsigned length = length_of(value);
    const struct code *code = &codes[run << 4 | length];
    unsigned bits = (unsigned)(value < 0 ? value - 1 : value);
    ENSURE(code->length > 0);
    put_bits(encoder, code->bits, code->length);
    if (length)
        put_bits(encoder, bits & ((1u << length) - 1), length);
}

/* ---- blocks -------------------------------------------------------------- */

/* Frequencies of eight values `step` apart, 2^COS_BITS times twice as large. */
static void
transform(const int64_t *in, size_t step, int64_t *out)
{
    int64_t sum[4], d[4];
    for (size_t i = 0; i < 4; i++) {
        sum[i] = in[i * step] + in[(7 - i) * step];
        d[i] = in[i * step] - in[(7 - i) * step];
    }
    int64_t a = sum[0] + sum[3], b = sum[1] + sum[2];
    int64_t c = sum[0] - sum[3], e = sum[1] - sum[2];
    out[0] = COS4 * (a + b);
    out[4 * step] = COS4 * (a - b);
    out[2 * step] = COS2 * c + COS6 * e;
    out[6 * step] = COS6 * c - COS2 * e;
    out[step] = COS1 * d[0] + COS3 * d[1] + COS5 * d[2] + COS7 * d[3];
    out[3 * step] = COS3 * d[0] - COS7 * d[1] - COS1 * d[2] - COS5 * d[3];
    out[5 * step] = COS5 * d[0] - COS1 * d[1] + COS7 * d[2] + COS3 * d[3];
    out[7 * step] = COS7 * d[0] - COS5 * d[1] + COS3 * d[2] - COS1 * d[3];
}

/* Rounded half away from zero; within what the codes can say. */
static int
quantized(int64_t value, int step)
{
    int64_t unit = (int64_t)step << (2 * COS_BITS + 2);
    int64_t size = value < 0 ? -value : value;
    int64_t whole = (size + unit / 2) / unit;
    if (whole > 1023)
        whole = 1023;
    return (int)(value < 0 ? -whole : whole);
}

static void
put_block(struct encoder *encoder, const int64_t *samples, unsigned channel)
{
    unsigned table = channel > 0, run = 0;
    int64_t middle[64], values[64];
    for (size_t x = 0; x < 8; x++)
        transform(samples + x, 8, middle + x);
    for (size_t y = 0; y < 8; y++)
        transform(middle + 8 * y, 1, values + 8 * y);
    int dc = quantized(values[0], encoder->steps[table][0]);
    put_number(encoder, encoder->dc[table], 0, dc - encoder->last_dc[channel]);
    encoder->last_dc[channel] = dc;
    for (size_t k = 1; k < 64; k++) {
        unsigned place = jpeg_zigzag[k];
        int value = quantized(values[place], encoder->steps[table][place]);
        if (!value) {
            run++;
            continue;
        }
        for (; run > 15; run -= 16)
            put_bits(encoder, encoder->ac[table][0xF0].bits,
                     encoder->ac[table][0xF0].length);
        put_number(encoder, encoder->ac[table], run, value);
        run = 0;
    }
    if (run)
        put_bits(encoder, encoder->ac[table][0].bits,
                 encoder->ac[table][0].length);
}

/* ---- pixels -------------------------------------------------------------- */

/* Y, Cb and Cr of a pixel, less the middle (T.871, 7); factors times 65536.
   `at` is its place in the blocks. */
static void
put_pixel(const uint8_t *pixel, unsigned channels, int64_t blocks[3][64],
          uint32_t at)
{
    int red = pixel[0], green, blue;
    if (channels == 1) {
        blocks[0][at] = red - 128;
        return;
    }
    green = pixel[1];
    blue = pixel[2];
    blocks[0][at] =
        ((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16) - 128;
    blocks[1][at] = (-11059 * red - 21709 * green + 32768 * blue + 32768) >> 16;
    blocks[2][at] = (32768 * red - 27439 * green - 5329 * blue + 32768) >> 16;
}

struct picture {
    const uint8_t *samples;
    uint32_t width, height;
};

/* Beyond the edges the last pixels go on. */
static void
take_blocks(const struct encoder *encoder, const struct picture *picture,
            uint32_t left, uint32_t top, int64_t blocks[3][64])
{
    unsigned channels = encoder->channels;
    for (uint32_t i = 0; i < 8; i++) {
        uint32_t y = top + i < picture->height ? top + i : picture->height - 1;
        const uint8_t *row =
            picture->samples + (size_t)y * picture->width * channels;
        for (uint32_t k = 0; k < 8; k++) {
            uint32_t x =
                left + k < picture->width ? left + k : picture->width - 1;
            put_pixel(row + (size_t)x * channels, channels, blocks, 8 * i + k);
        }
    }
}

struct str
jpeg_encode(struct arena *arena, const uint8_t *samples, uint32_t width,
            uint32_t height, unsigned channels)
{
    struct encoder *encoder = ARENA_NEW(arena, struct encoder);
    const struct picture picture = {samples, width, height};
    ENSURE(width > 0 && width <= 65535 && height > 0 && height <= 65535);
    encoder->out = buf_new(arena);
    encoder->channels = channels;
    add_head(encoder, width, height);
    for (uint32_t y = 0; y < height; y += 8)
        for (uint32_t x = 0; x < width; x += 8) {
            int64_t blocks[3][64];
            take_blocks(encoder, &picture, x, y, blocks);
            for (unsigned i = 0; i < channels; i++)
                put_block(encoder, blocks[i], i);
        }
    if (encoder->bit_count) /* ones fill up the last byte */
        put_bits(encoder, (1u << (8 - encoder->bit_count)) - 1,
                 8 - encoder->bit_count);
    buf_add(&encoder->out, STR("\xFF\xD9"));
    return buf_str(&encoder->out);
}
