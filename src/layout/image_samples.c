/* Pictures as samples, for those who paint them dot by dot. */
#include "jpeg_decode.h"
#include "layout/image.h"

struct rows {
    uint8_t *at;
    size_t len, left; /* of a row; rows to come */
};

static void
take_row(void *context, const uint8_t *samples)
{
    struct rows *rows = context;
    if (!rows->left)
        return;
    memcpy(rows->at, samples, rows->len);
    rows->at += rows->len;
    rows->left--;
}

const struct image *
image_samples(struct arena *arena, struct image *image)
{
    image = image_upright(arena, image);
    if (image->kind != IMAGE_JPEG)
        return image;
    bool is_gray = image->jpeg_components == 1;
    struct rows rows = {.len = (size_t)image->width * (is_gray ? 1 : 3),
                        .left = image->height};
    const struct jpeg_sink sink = {&rows, take_row};
    uint8_t *samples = arena_array(arena, rows.len, image->height);
    rows.at = samples;
    if (jpeg_decode(arena, image->bytes, &sink))
        return NULL;
    struct image *decoded = ARENA_NEW(arena, struct image);
    *decoded = (struct image){
        .kind = is_gray ? IMAGE_GRAY : IMAGE_RGB,
        .width = image->width,
        .height = image->height,
        .bytes = {(const char *)samples, rows.len * image->height},
    };
    return decoded;
}
