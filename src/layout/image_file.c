/* Samples as PNG files (ISO/IEC 15948), for writers that take pictures as
   files. */
#include <png.h>

#include "base/bug.h"
#include "base/buf.h"
#include "layout/image.h"

/* ---- rows that were packed before ---------------------------------------- */

static uint32_t
crc_of(struct str bytes)
{
    uint32_t crc = 0xffffffff;
    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= (uint8_t)bytes.at[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    return ~crc;
}

static void
add_number(struct buf *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_add_byte(out, (char)(number >> shift & 255));
}

static void
add_chunk(struct buf *out, const char *name, struct str bytes)
{
    add_number(out, (uint32_t)bytes.len);
    size_t from = out->len;
    buf_add_text(out, name);
    buf_add(out, bytes);
    add_number(out, crc_of(str_slice(buf_str(out), from, out->len)));
}

enum { COLOR_GRAY = 0, COLOR_RGB = 2, COLOR_PALETTE = 3 };

static struct str
png_of_packed(struct arena *arena, const struct image *image)
{
    const struct packed_rows *packed = &image->packed;
    struct buf head = buf_new(arena), out = buf_new(arena);
    add_number(&head, image->width);
    add_number(&head, image->height);
    buf_add_byte(&head, (char)packed->bits);
    buf_add_byte(&head, packed->palette.len     ? COLOR_PALETTE
                        : packed->channels == 1 ? COLOR_GRAY
                                                : COLOR_RGB);
    buf_add(&head, STR("\0\0\0"));
    buf_add(&out, STR("\x89PNG\r\n\x1A\n"));
    add_chunk(&out, "IHDR", buf_str(&head));
    if (packed->palette.len)
        add_chunk(&out, "PLTE", packed->palette);
    add_chunk(&out, "IDAT", packed->rows);
    add_chunk(&out, "IEND", STR(""));
    return buf_str(&out);
}

/* ---- samples ------------------------------------------------------------- */

static const uint8_t *
with_alpha(struct arena *work, const struct image *image, size_t channels)
{
    const uint8_t *from = (const uint8_t *)image->bytes.at;
    size_t pixels = image->alpha.len;
    uint8_t *all = arena_array(work, pixels, channels + 1), *to = all;
    for (size_t i = 0; i < pixels; i++) {
        for (size_t k = 0; k < channels; k++)
            *to++ = *from++;
        *to++ = (uint8_t)image->alpha.at[i];
    }
    return all;
}

static struct str
png_of_samples(struct arena *arena, const struct image *image)
{
    bool has_color = image->kind == IMAGE_RGB, has_alpha = image->alpha.len;
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = image->width,
                     .height = image->height,
                     .format = (has_color ? PNG_FORMAT_FLAG_COLOR : 0u) |
                               (has_alpha ? PNG_FORMAT_FLAG_ALPHA : 0u)};
    struct arena *work = arena_new();
    const uint8_t *samples = has_alpha
                                 ? with_alpha(work, image, has_color ? 3 : 1)
                                 : (const uint8_t *)image->bytes.at;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    char *bytes = arena_alloc(work, size);
    if (!png_image_write_to_memory(&png, bytes, &size, 0, samples, 0, NULL))
        BUG("a picture cannot be written: %s", png.message);
    struct str file = str_copy(arena, (struct str){bytes, size});
    arena_free(work);
    return file;
}

struct str
image_png(struct arena *arena, const struct image *image)
{
    ENSURE(image->kind != IMAGE_JPEG);
    return image->packed.rows.len ? png_of_packed(arena, image)
                                  : png_of_samples(arena, image);
}

/* The head of any PNG file: its signature and IHDR. */
#define HEAD_LEN 33

struct str
image_png_at(struct arena *arena, const struct image *image,
             uint32_t dots_per_metre)
{
    struct str file = image_png(arena, image);
    struct buf size = buf_new(arena), out = buf_new(arena);
    add_number(&size, dots_per_metre);
    add_number(&size, dots_per_metre);
    buf_add_byte(&size, 1); /* metres */
    buf_add(&out, str_slice(file, 0, HEAD_LEN));
    add_chunk(&out, "pHYs", buf_str(&size));
    buf_add(&out, str_slice(file, HEAD_LEN, file.len));
    return buf_str(&out);
}
