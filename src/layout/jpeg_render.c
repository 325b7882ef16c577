/* Coefficients to samples, samples to colours (ITU-T T.81, A.3; T.871, 7). */
#include "jpeg_dct.h"
#include "jpeg_frame.h"

/* ---- cosine transform ---------------------------------------------------- */

/* Eight values `step` apart, back from their frequencies; what comes out is
   2^COS_BITS times twice as large. */
static void
transform(const int64_t *in, size_t step, int64_t *out)
{
    int64_t x0 = in[0], x1 = in[step], x2 = in[2 * step], x3 = in[3 * step];
    int64_t x4 = in[4 * step], x5 = in[5 * step], x6 = in[6 * step];
    int64_t x7 = in[7 * step];
    int64_t p = COS4 * (x0 + x4), q = COS4 * (x0 - x4);
    int64_t r = COS2 * x2 + COS6 * x6, s = COS6 * x2 - COS2 * x6;
    const int64_t even[4] = {p + r, q + s, q - s, p - r};
    const int64_t odd[4] = {
        COS1 * x1 + COS3 * x3 + COS5 * x5 + COS7 * x7,
        COS3 * x1 - COS7 * x3 - COS1 * x5 - COS5 * x7,
        COS5 * x1 - COS1 * x3 + COS7 * x5 + COS3 * x7,
        COS7 * x1 - COS5 * x3 + COS3 * x5 - COS1 * x7,
    };
    for (size_t i = 0; i < 4; i++) {
        out[i * step] = even[i] + odd[i];
        out[(7 - i) * step] = even[i] - odd[i];
    }
}

static uint8_t
clamp(int64_t value)
{
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

/* Beyond what any picture has; keeps sums within 64 bits. */
static int64_t
limit(int64_t value)
{
    return value < -32768 ? -32768 : value > 32767 ? 32767 : value;
}

#define LAST_SHIFT (2 * COS_BITS + 2)
#define MIDDLE_GRAY (INT64_C(128) << LAST_SHIFT)

static void
render_block(const int16_t *block, const uint16_t *quantizer, uint8_t *out,
             size_t stride)
{
    int64_t in[64], middle[64];
    bool is_flat = true;
    for (size_t k = 0; k < 64; k++) {
        unsigned place = jpeg_zigzag[k];
        in[place] = limit((int64_t)block[place] * quantizer[k]);
        is_flat = is_flat && (k == 0 || in[place] == 0);
    }
    if (is_flat) {
        uint8_t gray = clamp((in[0] + 1028) >> 3);
        for (size_t i = 0; i < 64; i++)
            out[i / 8 * stride + i % 8] = gray;
        return;
    }
    for (size_t x = 0; x < 8; x++)
        transform(in + x, 8, middle + x);
    for (size_t y = 0; y < 8; y++) {
        int64_t row[8];
        transform(middle + 8 * y, 1, row);
        for (size_t x = 0; x < 8; x++)
            out[y * stride + x] = clamp(
                (row[x] + MIDDLE_GRAY + (INT64_C(1) << (LAST_SHIFT - 1))) >>
                LAST_SHIFT);
    }
}

static void
render_component(const struct jpeg_frame *frame, size_t i, uint32_t stored)
{
    const struct jpeg_component *component = &frame->components[i];
    size_t stride = (size_t)component->stored_across * 8;
    for (size_t y = 0; y < component->down; y++) {
        const int16_t *blocks =
            component->blocks + ((size_t)stored * component->down + y) *
                                    component->stored_across * 64;
        for (size_t x = 0; x < component->stored_across; x++)
            render_block(blocks + x * 64,
                         frame->quantizers[component->quantizer],
                         frame->planes[i] + y * 8 * stride + x * 8, stride);
    }
}

/* ---- colours ------------------------------------------------------------- */

/* Factors of T.871, 7, times 65536. */
static void
put_ycc(uint8_t *out, int y, int cb, int cr)
{
    int blue = cb - 128, red = cr - 128;
    out[0] = clamp(y + ((91881 * red + 32768) >> 16));
    out[1] = clamp(y - ((22554 * blue + 46802 * red + 32768) >> 16));
    out[2] = clamp(y + ((116130 * blue + 32768) >> 16));
}

/* Programs that follow Adobe store inks inverted: 255 is none. */
static void
put_inks(const struct jpeg_frame *frame, uint8_t *out, const uint8_t *inks)
{
    uint8_t left[3] = {inks[0], inks[1], inks[2]};
    int black = inks[3];
    if (frame->adobe_transform == 2)
        put_ycc(left, inks[0], inks[1], inks[2]);
    if (!frame->has_adobe_mark) {
        black = 255 - black;
        for (size_t i = 0; i < 3; i++)
            left[i] = (uint8_t)(255 - left[i]);
    }
    for (size_t i = 0; i < 3; i++)
        out[i] = (uint8_t)((left[i] * black + 127) / 255);
}

/* Without a mark three components are YCbCr, unless their names say RGB. */
static bool
is_rgb(const struct jpeg_frame *frame)
{
    const struct jpeg_component *of = frame->components;
    if (frame->has_adobe_mark)
        return frame->adobe_transform == 0;
    return of[0].id == 'R' && of[1].id == 'G' && of[2].id == 'B';
}

static void
put_pixel(const struct jpeg_frame *frame, uint8_t *out, const uint8_t *samples,
          bool rgb)
{
    if (frame->component_count == 4) {
        put_inks(frame, out, samples);
        return;
    }
    if (!rgb) {
        put_ycc(out, samples[0], samples[1], samples[2]);
        return;
    }
    for (size_t i = 0; i < 3; i++)
        out[i] = samples[i];
}

static void
send_row(const struct jpeg_frame *frame, uint32_t y)
{
    const uint8_t *rows[MOST_COMPONENTS] = {0};
    bool rgb = frame->component_count == 3 && is_rgb(frame);
    for (size_t i = 0; i < frame->component_count; i++) {
        const struct jpeg_component *of = &frame->components[i];
        rows[i] = frame->planes[i] + (size_t)(y * of->down / frame->most_down) *
                                         of->stored_across * 8;
    }
    if (frame->component_count == 1) {
        frame->sink->row(frame->sink->context, rows[0]);
        return;
    }
    for (uint32_t x = 0; x < frame->width; x++) {
        uint8_t samples[MOST_COMPONENTS] = {0};
        for (size_t i = 0; i < frame->component_count; i++)
            samples[i] = rows[i][(size_t)x * frame->components[i].across /
                                 frame->most_across];
        put_pixel(frame, frame->row + (size_t)x * 3, samples, rgb);
    }
    frame->sink->row(frame->sink->context, frame->row);
}

static void
make_planes(struct jpeg_frame *frame)
{
    for (size_t i = 0; i < frame->component_count; i++) {
        const struct jpeg_component *of = &frame->components[i];
        frame->planes[i] = ARENA_ARRAY(
            frame->arena, (size_t)of->stored_across * 64 * of->down, uint8_t);
    }
    frame->row = ARENA_ARRAY(frame->arena, (size_t)frame->width * 3, uint8_t);
}

void
jpeg_render_units(struct jpeg_frame *frame, uint32_t row, uint32_t stored)
{
    uint32_t height = 8 * frame->most_down, top = row * height;
    if (!frame->row)
        make_planes(frame);
    for (size_t i = 0; i < frame->component_count; i++)
        render_component(frame, i, stored);
    for (uint32_t y = 0; y < height && top + y < frame->height; y++)
        send_row(frame, y);
}
