#include "png_rows.h"

#include "base/buf.h"

/* Signature, and the parts of a chunk around its data: length, type, CRC
   (PNG specification, 5.2 and 5.3). */
enum { SIGNATURE = 8, HEAD = 8, CRC = 4 };
/* Colour types that PDF has as well (PNG specification, 11.2.1). */
enum { GRAY = 0, COLORS = 2, PALETTE = 3 };
/* What the file must save of the plain samples, times; else we pack better. */
#define LEAST_SAVED 3
/* gAMA of sRGB: 1/2.2 (PNG specification, 11.3.2.2). */
#define SRGB_GAMMA 45455

struct chunk {
    struct str type, data;
};

static uint32_t
number_at(struct str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.at + at;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 |
           p[3];
}

static bool
next_chunk(struct str *rest, struct chunk *chunk)
{
    if (rest->len < HEAD + CRC)
        return false;
    size_t len = number_at(*rest, 0);
    if (len > rest->len - HEAD - CRC)
        return false;
    chunk->type = str_slice(*rest, 4, HEAD);
    chunk->data = str_slice(*rest, HEAD, HEAD + len);
    *rest = str_slice(*rest, HEAD + len + CRC, rest->len);
    return true;
}

static bool
read_header(struct str data, struct packed_rows *packed)
{
    if (data.len != 13)
        return false;
    const unsigned char *header = (const unsigned char *)data.at;
    unsigned bits = header[8], type = header[9];
    bool interlaced = header[12] != 0;
    packed->bits = bits;
    packed->channels = type == COLORS ? 3 : 1;
    return bits <= 8 && !interlaced &&
           (type == GRAY || type == COLORS || type == PALETTE);
}

/* False when the samples mean something else in a PDF file. */
static bool
read_chunk(const struct chunk *chunk, struct packed_rows *packed,
           struct buf *rows)
{
    if (str_is(chunk->type, "IHDR"))
        return read_header(chunk->data, packed);
    if (str_is(chunk->type, "IDAT"))
        buf_add(rows, chunk->data);
    if (str_is(chunk->type, "PLTE"))
        packed->palette = chunk->data;
    if (str_is(chunk->type, "gAMA"))
        return chunk->data.len == 4 && number_at(chunk->data, 0) == SRGB_GAMMA;
    return !str_is(chunk->type, "tRNS") && !str_is(chunk->type, "iCCP") &&
           !str_is(chunk->type, "cHRM");
}

void
png_rows_keep(struct arena *arena, struct str file, struct image *image)
{
    struct packed_rows packed = {0};
    struct buf rows = buf_new(arena);
    struct str rest = str_slice(file, SIGNATURE, file.len);
    struct chunk chunk;
    bool is_palette = file.len > SIGNATURE + HEAD + 9 &&
                      file.at[SIGNATURE + HEAD + 9] == PALETTE;
    while (next_chunk(&rest, &chunk))
        if (!read_chunk(&chunk, &packed, &rows))
            return;
    packed.rows = buf_str(&rows);
    if (is_palette != (packed.palette.len > 0) || packed.palette.len % 3 ||
        packed.rows.len * LEAST_SAVED > image->bytes.len)
        return;
    image->packed = packed;
}
