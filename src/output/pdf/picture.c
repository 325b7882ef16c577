/* Pictures as image XObjects (ISO 32000-1, 8.9), and their drawing. */
#include <string.h>

#include "base/bug.h"
#include "predictor.h"
#include "sheet.h"

/* ---- drawing ---------------------------------------------------------- */

/*
 * Where the corners of the stored rows go, for each EXIF orientation: signs of
 * the matrix [a b c d] with the drawn width and height, and whether the
 * origin moves by the width or the height.
 */
static const struct {
    int across_x, across_y; /* the direction of the rows, times w and h */
    int up_x, up_y;         /* from the last row to the first */
    bool from_right, from_top;
} turns[9] = {
    {1, 0, 0, 1, false, false}, {1, 0, 0, 1, false, false},
    {-1, 0, 0, 1, true, false}, {-1, 0, 0, -1, true, true},
    {1, 0, 0, -1, false, true}, {0, -1, -1, 0, true, true},
    {0, -1, 1, 0, false, true}, {0, 1, 1, 0, false, false},
    {0, 1, -1, 0, true, false},
};

static bool
is_lying(const struct image *image)
{
    return image->orientation >= 5;
}

/* What is drawn after this stays inside of a box with round corners. A quarter
   of a circle is a curve whose handles are 0.5523 of the radius. */
static void
clip_to_corners(struct sheet *sheet, const struct mark *mark)
{
    milli left = milli_from_upt(mark->image.x);
    milli right = milli_from_upt(mark->image.x + mark->image.width);
    milli top = sheet_y(sheet, mark->image.y);
    milli bottom = sheet_y(sheet, mark->image.y + mark->image.height);
    milli r = milli_from_upt(mark->image.radius), h = r - r * 5523 / 10000;
    const milli points[] = {
        left + r, bottom,     right - r, bottom,     right - h, bottom,
        right,    bottom + h, right,     bottom + r, right,     top - r,
        right,    top - h,    right - h, top,        right - r, top,
        left + r, top,        left + h,  top,        left,      top - h,
        left,     top - r,    left,      bottom + r, left,      bottom + h,
        left + h, bottom,     left + r,  bottom};
    static const char operators[] = "mlclclclc";
    size_t at = 0;

    for (size_t i = 0; i + 1 < sizeof operators; i++) {
        size_t count = operators[i] == 'c' ? 6 : 2;

        for (size_t k = 0; k < count; k++)
            value_operand(&sheet->out, points[at++]);
        buf_print(&sheet->out, "%c\n", operators[i]);
    }
    buf_add_text(&sheet->out, "W n\n");
}

void
sheet_draw_image(struct sheet *sheet, const struct mark *mark)
{
    const struct image *image = mark->image.image;
    milli x = milli_from_upt(mark->image.x);
    milli y = sheet_y(sheet, mark->image.y + mark->image.height);
    milli w = milli_from_upt(mark->image.width);
    milli h = milli_from_upt(mark->image.height);
    unsigned turn = image->orientation;

    ENSURE(turn < sizeof turns / sizeof turns[0]);
    ENSURE(image->number < sheet->writer->pages->images.count);
    sheet_end_text(sheet);
    buf_add_text(&sheet->out, "q\n");
    if (mark->image.radius > 0)
        clip_to_corners(sheet, mark);
    value_operand(&sheet->out, turns[turn].across_x * w);
    value_operand(&sheet->out, turns[turn].across_y * h);
    value_operand(&sheet->out, turns[turn].up_x * w);
    value_operand(&sheet->out, turns[turn].up_y * h);
    value_operand(&sheet->out, turns[turn].from_right ? x + w : x);
    value_operand(&sheet->out, turns[turn].from_top ? y + h : y);
    buf_print(&sheet->out, "cm\n/I%zu Do\nQ\n", image->number);
    sheet->images_used[image->number] = true;
    if (image->alpha.len > 0)
        sheet->has_transparency = true;
}

/* ---- objects ---------------------------------------------------------- */

/*
 * Four-ink JPEG without a profile: PDF/A wants no DeviceCMYK beside an sRGB
 * output intent (ISO 19005-2, 6.2.4.3), so the inks are turned to RGB by a
 * function, as readers without colour management do: r = (1 - c)(1 - k).
 */
static const char ink_function[] =
    "{1 exch sub 4 1 roll 1 exch sub 3 index mul 4 1 roll 1 exch sub 2 index "
    "mul 4 1 roll 1 exch sub mul 3 1 roll}";

static void
print_ink_space(struct writer *writer, struct buf *out)
{
    unsigned function = writer_add_stream(
        writer,
        STR("/FunctionType 4/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]"),
        str_from(ink_function));

    buf_print(out,
              "/ColorSpace[/DeviceN[/Cyan/Magenta/Yellow/Black]/DeviceRGB "
              "%u 0 R]",
              function);
}

/* Pictures of one camera share their profile. */
static unsigned
profile_object(struct writer *writer, const struct image *image)
{
    const struct pages *pages = writer->pages;
    unsigned components = image->jpeg_components;

    for (size_t i = 0; pages->images.at[i] != image; i++)
        if (pages->images.at[i]->jpeg_components == components &&
            str_equal(pages->images.at[i]->profile, image->profile))
            return writer->profile_objects[pages->images.at[i]->number];
    return writer_add_stream(
        writer, str_format(writer->arena, "/N %u", components), image->profile);
}

static void
print_color_space(struct writer *writer, struct buf *out,
                  const struct image *image)
{
    bool gray = image->kind == IMAGE_GRAY ||
                (image->kind == IMAGE_JPEG && image->jpeg_components == 1);

    if (image->kind == IMAGE_JPEG && image->jpeg_components == 4) {
        print_ink_space(writer, out);
        if (image->jpeg_inverted)
            buf_add_text(out, "/Decode[1 0 1 0 1 0 1 0]");
        return;
    }
    if (image->profile.len > 0) {
        unsigned profile = profile_object(writer, image);

        writer->profile_objects[image->number] = profile;
        buf_print(out, "/ColorSpace[/ICCBased %u 0 R]", profile);
        return;
    }
    buf_add_text(out,
                 gray ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB");
}

static void
print_head(struct buf *out, const struct image *image, unsigned bits)
{
    uint32_t width = is_lying(image) ? image->height : image->width;
    uint32_t height = is_lying(image) ? image->width : image->height;

    buf_print(out,
              "/Type/XObject/Subtype/Image/Width %u/Height %u"
              "/BitsPerComponent %u",
              (unsigned)width, (unsigned)height, bits);
}

static unsigned
write_samples(struct writer *writer, struct buf *entries, struct str samples,
              uint32_t width, uint32_t height, unsigned channels)
{
    ENSURE(samples.len == (size_t)width * height * channels);
    buf_print(entries, "/DecodeParms<</Predictor 15/Colors %u/Columns %u>>",
              channels, (unsigned)width);
    return writer_add_stream(writer, buf_str(entries),
                             predictor_apply(writer->arena, samples,
                                             (size_t)width * channels,
                                             channels));
}

/* ---- few colours ------------------------------------------------------ */

#define MOST_COLORS 256
/* Smaller pictures gain nothing. */
#define LEAST_PIXELS 2000
/* Of the table in which colours are looked up: open places, half empty. */
#define PLACES 1024

/* The colours of a drawing or a screenshot, and for each pixel which it is: a
   third of the bytes, and bytes that are packed much better. */
struct few_colors {
    uint32_t colors[MOST_COLORS];
    size_t count;
    uint16_t at[PLACES]; /* 1 + number of the colour; 0: empty */
    char *indexes;
};

/* Its number; MOST_COLORS when there are too many. */
static size_t
color_number(struct few_colors *few, uint32_t color)
{
    size_t place = (color * 2654435761u) >> 22;

    while (few->at[place] && few->colors[few->at[place] - 1] != color)
        place = (place + 1) % PLACES;
    if (few->at[place])
        return few->at[place] - 1u;
    if (few->count == MOST_COLORS)
        return MOST_COLORS;
    few->colors[few->count++] = color;
    few->at[place] = (uint16_t)few->count;
    return few->count - 1;
}

static bool
has_few_colors(struct writer *writer, const struct image *image,
               struct few_colors *few)
{
    const uint8_t *samples = (const uint8_t *)image->bytes.at;
    size_t pixels = (size_t)image->width * image->height, number = 0;
    uint32_t last = UINT32_MAX;

    if (image->kind != IMAGE_RGB || image->profile.len > 0 ||
        pixels < LEAST_PIXELS)
        return false;
    few->indexes = arena_alloc(writer->arena, pixels);
    for (size_t i = 0; i < pixels; i++, samples += 3) {
        uint32_t color =
            (uint32_t)samples[0] << 16 | (uint32_t)samples[1] << 8 | samples[2];

        if (color != last)
            number = color_number(few, color);
        if (number == MOST_COLORS)
            return false;
        last = color;
        few->indexes[i] = (char)number;
    }
    return true;
}

/* ISO 32000-1, 8.6.6.3. */
static void
print_few_colors(struct buf *entries, const struct few_colors *few)
{
    buf_print(entries, "/ColorSpace[/Indexed/DeviceRGB %zu<", few->count - 1);
    for (size_t i = 0; i < few->count; i++)
        buf_print(entries, "%06X", (unsigned)few->colors[i]);
    buf_add_text(entries, ">]");
}

static unsigned
write_alpha(struct writer *writer, const struct image *image)
{
    struct buf entries = buf_new(writer->arena);

    print_head(&entries, image, 8);
    buf_add_text(&entries, "/ColorSpace/DeviceGray");
    return write_samples(writer, &entries, image->alpha, image->width,
                         image->height, 1);
}

/* The rows as the file has them: nothing is unpacked and packed again. */
static unsigned
write_packed(struct writer *writer, const struct image *image)
{
    const struct packed_rows *packed = &image->packed;
    struct buf entries = buf_new(writer->arena);

    print_head(&entries, image, packed->bits);
    if (packed->palette.len > 0) {
        buf_print(&entries, "/ColorSpace[/Indexed/DeviceRGB %zu<",
                  packed->palette.len / 3 - 1);
        for (size_t i = 0; i < packed->palette.len; i++)
            buf_print(&entries, "%02X", (unsigned char)packed->palette.at[i]);
        buf_add_text(&entries, ">]");
    } else {
        print_color_space(writer, &entries, image);
    }
    buf_print(&entries,
              "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %u"
              "/BitsPerComponent %u/Columns %u>>",
              packed->channels, packed->bits, (unsigned)image->width);
    return haru_add_stream(writer->haru, buf_str(&entries), packed->rows);
}

static unsigned
write_picture(struct writer *writer, const struct image *image)
{
    struct buf entries = buf_new(writer->arena);
    unsigned channels = image->kind == IMAGE_GRAY ? 1 : 3;
    struct few_colors few = {0};

    if (image->packed.rows.len > 0)
        return write_packed(writer, image);
    print_head(&entries, image, 8);
    if (image->kind == IMAGE_JPEG) {
        print_color_space(writer, &entries, image);
        buf_add_text(&entries, "/Filter/DCTDecode");
        return haru_add_stream(writer->haru, buf_str(&entries), image->bytes);
    }
    ENSURE(!is_lying(image));
    bool is_indexed = has_few_colors(writer, image, &few);
    if (is_indexed)
        print_few_colors(&entries, &few);
    else
        print_color_space(writer, &entries, image);
    if (image->alpha.len > 0)
        buf_print(&entries, "/SMask %u 0 R", write_alpha(writer, image));
    if (is_indexed)
        return writer_add_stream(
            writer, buf_str(&entries),
            (struct str){few.indexes, (size_t)image->width * image->height});
    return write_samples(writer, &entries, image->bytes, image->width,
                         image->height, channels);
}

void
pictures_write(struct writer *writer)
{
    size_t count = writer->pages->images.count;

    writer->image_objects = ARENA_ARRAY(writer->arena, count, unsigned);
    writer->profile_objects = ARENA_ARRAY(writer->arena, count, unsigned);
    for (size_t i = 0; i < count; i++) {
        const struct image *image = writer->pages->images.at[i];

        ENSURE(image->number < count);
        ENSURE(writer->image_objects[image->number] == 0);
        writer->image_objects[image->number] = write_picture(writer, image);
    }
}
