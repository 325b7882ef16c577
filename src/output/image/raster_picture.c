/* Pictures, stretched over boxes. */
#include "raster.h"

#define SUB 256 /* parts of a dot */

struct painting {
    const struct image *image;
    int64_t x, y, width, height; /* of the box */
};

/* The samples that a stretch of dots shows, and how much of the first and the
   last one, in 256 parts of a sample. */
struct stretch {
    int64_t from, to;
    uint32_t first, last;
};

static struct stretch
stretch_of(int64_t at, int64_t from, int64_t length, uint32_t samples)
{
    int64_t most = (int64_t)samples * SUB;
    int64_t start = (at - from) * most / length;
    int64_t stop = (at + SUB - from) * most / length;
    start = start < 0 ? 0 : start >= most ? most - 1 : start;
    stop = stop <= start ? start + 1 : stop > most ? most : stop;
    return (struct stretch){start, stop, (uint32_t)(start / SUB),
                            (uint32_t)((stop - 1) / SUB)};
}

static uint64_t
share_of(const struct stretch *stretch, uint32_t sample)
{
    int64_t from = (int64_t)sample * SUB, to = from + SUB;
    from = from < stretch->from ? stretch->from : from;
    to = to > stretch->to ? stretch->to : to;
    return (uint64_t)(to - from);
}

/* Red, green and blue times alpha, and alpha, each times its weight. */
struct mean {
    uint64_t color[3], alpha, weight;
};

static void
add_sample(struct mean *mean, const struct image *image, size_t at,
           uint64_t weight)
{
    size_t channels = image->kind == IMAGE_GRAY ? 1 : 3;
    const unsigned char *sample =
        (const unsigned char *)image->bytes.at + at * channels;
    unsigned alpha =
        image->alpha.len ? (unsigned char)image->alpha.at[at] : 255;
    for (size_t i = 0; i < 3; i++)
        mean->color[i] += sample[channels == 3 ? i : 0] * alpha * weight;
    mean->alpha += alpha * weight;
    mean->weight += weight;
}

/* The mean of all that is behind a dot. */
static void
paint_picture(struct raster *raster, const void *context, size_t x, size_t y,
              unsigned opacity)
{
    const struct painting *painting = context;
    const struct image *image = painting->image;
    struct mean mean = {{0}, 0, 0};
    struct stretch across = stretch_of((int64_t)x * SUB, painting->x,
                                       painting->width, image->width);
    struct stretch down = stretch_of((int64_t)y * SUB, painting->y,
                                     painting->height, image->height);
    for (uint32_t v = down.first; v <= down.last; v++)
        for (uint32_t u = across.first; u <= across.last; u++)
            add_sample(&mean, image, (size_t)v * image->width + u,
                       share_of(&down, v) * share_of(&across, u));
    if (mean.alpha == 0)
        return;
    uint8_t color[3];
    for (size_t i = 0; i < 3; i++)
        color[i] = (uint8_t)((mean.color[i] + mean.alpha / 2) / mean.alpha);
    raster_blend(raster->samples + (y * raster->width + x) * 3, color,
                 (unsigned)(opacity * (mean.alpha / mean.weight) / 255));
}

void
raster_picture(struct raster *raster, const struct image *image,
               const struct raster_box *box)
{
    const struct painting painting = {
        .image = image,
        .x = raster_length(raster, box->x),
        .y = raster_length(raster, box->y),
        .width = raster_length(raster, box->width),
        .height = raster_length(raster, box->height),
    };
    if (painting.width > 0 && painting.height > 0)
        raster_paint_shape(raster, false, paint_picture, &painting);
}
