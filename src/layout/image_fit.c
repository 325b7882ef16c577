/* Pictures cut to a shape and made smaller. */
#include "base/bug.h"
#include "jpeg_decode.h"
#include "jpeg_encode.h"
#include "layout/image.h"
#include "shrink.h"

struct part {
    uint32_t x, y, width, height;
};

/* ---- what is shown ------------------------------------------------------- */

static uint32_t
at_least_one(int64_t value)
{
    return value < 1 ? 1 : (uint32_t)value;
}

/* Faces are above the middle: of what is cut off a high picture, a third is
   taken above and the rest below. */
static struct part
part_shown(const struct image *image, upt width, upt height)
{
    struct part part = {0, 0, image->width, image->height};
    int64_t w = width / 1000, h = height / 1000;
    int64_t fit_width = upt_scale(image->height, w, h);
    int64_t fit_height = upt_scale(image->width, h, w);
    /* A pixel more or less is no other shape. */
    if (fit_width + 1 < image->width) {
        part.width = at_least_one(fit_width);
        part.x = (image->width - part.width) / 2;
    } else if (fit_height + 1 < image->height) {
        part.height = at_least_one(fit_height);
        part.y = (image->height - part.height) / 3;
    }
    return part;
}

static uint32_t
most_dots(upt length)
{
    return at_least_one(length * IMAGE_MOST_DOTS / PT(72));
}

/* ---- orientation --------------------------------------------------------- */

/* Where a part of the upright picture of that size is stored (EXIF 2.32, 4.6.4,
   Orientation). */
static struct part
part_stored(struct part part, uint32_t width, uint32_t height,
            unsigned orientation)
{
    uint32_t right = width - part.x - part.width;
    uint32_t below = height - part.y - part.height;
    switch (orientation) {
    case 2:
        return (struct part){right, part.y, part.width, part.height};
    case 3:
        return (struct part){right, below, part.width, part.height};
    case 4:
        return (struct part){part.x, below, part.width, part.height};
    case 5:
        return (struct part){part.y, part.x, part.height, part.width};
    case 6:
        return (struct part){part.y, right, part.height, part.width};
    case 7:
        return (struct part){below, right, part.height, part.width};
    case 8:
        return (struct part){below, part.x, part.height, part.width};
    default:
        return part;
    }
}

/* The stored samples upright. */
static uint8_t *
turn(struct arena *arena, const uint8_t *stored, uint32_t width,
     uint32_t height, unsigned orientation, unsigned channels)
{
    uint8_t *upright =
        ARENA_ARRAY(arena, (size_t)width * height * channels, uint8_t);
    uint8_t *out = upright;
    size_t stored_width = orientation >= 5 ? height : width;
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++) {
            struct part from = part_stored((struct part){x, y, 1, 1}, width,
                                           height, orientation);
            const uint8_t *pixel =
                stored + (from.y * stored_width + from.x) * channels;
            for (unsigned i = 0; i < channels; i++)
                *out++ = pixel[i];
        }
    return upright;
}

/* ---- making it smaller --------------------------------------------------- */

struct fitting {
    struct arena *arena, *work;
    const struct image *from;
    struct shrink_plan plan; /* of the stored picture */
    uint32_t width, height;  /* upright */
};

static void
take_row(void *context, const uint8_t *samples)
{
    shrinker_add_row(context, samples);
}

static struct image *
image_like(const struct fitting *fitting, enum image_kind kind)
{
    struct image *image = ARENA_NEW(fitting->arena, struct image);
    image->kind = kind;
    image->width = fitting->width;
    image->height = fitting->height;
    image->profile = fitting->from->profile;
    return image;
}

static struct image *
fit_jpeg(const struct fitting *fitting)
{
    const struct image *from = fitting->from;
    unsigned channels = from->jpeg_components == 1 ? 1 : 3;
    struct shrinker *shrinker =
        shrinker_new(fitting->work, &fitting->plan, channels, false);
    struct jpeg_sink sink = {shrinker, take_row};
    const char *why = jpeg_decode(fitting->work, from->bytes, &sink);
    ENSURE(!why); /* it was looked at when it was read */
    struct image *image = image_like(fitting, IMAGE_JPEG);
    image->jpeg_components = channels;
    const uint8_t *samples = shrinker_samples(shrinker);
    if (from->orientation > 1)
        samples = turn(fitting->work, samples, fitting->width, fitting->height,
                       from->orientation, channels);
    image->bytes = jpeg_encode(fitting->arena, samples, fitting->width,
                               fitting->height, channels);
    return image;
}

/* The alpha, kept apart, is put beside the colours row by row. */
static void
add_rows(struct shrinker *shrinker, struct arena *work,
         const struct image *from, unsigned channels)
{
    size_t width = from->width;
    bool has_alpha = from->alpha.len > 0;
    uint8_t *row = ARENA_ARRAY(work, width * (channels + 1), uint8_t);
    for (size_t y = 0; y < from->height; y++) {
        const uint8_t *colors =
            (const uint8_t *)from->bytes.at + y * width * channels;
        if (!has_alpha) {
            shrinker_add_row(shrinker, colors);
            continue;
        }
        for (size_t x = 0; x < width; x++) {
            for (size_t i = 0; i < channels; i++)
                row[x * (channels + 1) + i] = colors[x * channels + i];
            row[x * (channels + 1) + channels] =
                (uint8_t)from->alpha.at[y * width + x];
        }
        shrinker_add_row(shrinker, row);
    }
}

static struct image *
fit_samples(const struct fitting *fitting)
{
    const struct image *from = fitting->from;
    unsigned channels = from->kind == IMAGE_GRAY ? 1 : 3;
    size_t pixels = (size_t)fitting->width * fitting->height;
    struct shrinker *shrinker = shrinker_new(fitting->arena, &fitting->plan,
                                             channels, from->alpha.len > 0);
    add_rows(shrinker, fitting->work, from, channels);
    struct image *image = image_like(fitting, from->kind);
    image->bytes = (struct str){(const char *)shrinker_samples(shrinker),
                                pixels * channels};
    if (from->alpha.len)
        image->alpha =
            (struct str){(const char *)shrinker_alpha(shrinker), pixels};
    return image;
}

static struct shrink_plan
plan_of(const struct image *image, struct part shown, uint32_t width,
        uint32_t height)
{
    struct part stored =
        part_stored(shown, image->width, image->height, image->orientation);
    bool lies = image->orientation >= 5;
    return (struct shrink_plan){.x = stored.x,
                                .y = stored.y,
                                .width = stored.width,
                                .height = stored.height,
                                .to_width = lies ? height : width,
                                .to_height = lies ? width : height};
}

static struct image *
make_fitted(struct arena *arena, const struct image *image, struct part shown,
            uint32_t width, uint32_t height)
{
    struct fitting fitting = {
        .arena = arena,
        .work = arena_new(),
        .from = image,
        .width = width,
        .height = height,
    };
    fitting.plan = plan_of(image, shown, width, height);
    struct image *fitted =
        image->kind == IMAGE_JPEG ? fit_jpeg(&fitting) : fit_samples(&fitting);
    arena_free(fitting.work);
    return fitted;
}

struct image *
image_fit(struct arena *arena, struct image *image, upt width, upt height)
{
    struct part shown = part_shown(image, width, height);
    uint32_t most_width = most_dots(width), most_height = most_dots(height);
    bool is_cut = shown.width != image->width || shown.height != image->height;
    bool is_fine = shown.width <= most_width && shown.height <= most_height;
    if (is_fine && !is_cut)
        return image;
    return make_fitted(arena, image, shown,
                       shown.width < most_width ? shown.width : most_width,
                       shown.height < most_height ? shown.height : most_height);
}

struct image *
image_upright(struct arena *arena, struct image *image)
{
    if (image->kind != IMAGE_JPEG || image->orientation <= 1)
        return image;
    return make_fitted(arena, image,
                       (struct part){0, 0, image->width, image->height},
                       image->width, image->height);
}
