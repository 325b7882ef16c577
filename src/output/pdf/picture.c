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
print_head(struct buf *out, const struct image *image)
{
    uint32_t width = is_lying(image) ? image->height : image->width;
    uint32_t height = is_lying(image) ? image->width : image->height;

    buf_print(out,
              "/Type/XObject/Subtype/Image/Width %u/Height %u"
              "/BitsPerComponent 8",
              (unsigned)width, (unsigned)height);
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

static unsigned
write_alpha(struct writer *writer, const struct image *image)
{
    struct buf entries = buf_new(writer->arena);

    print_head(&entries, image);
    buf_add_text(&entries, "/ColorSpace/DeviceGray");
    return write_samples(writer, &entries, image->alpha, image->width,
                         image->height, 1);
}

static unsigned
write_picture(struct writer *writer, const struct image *image)
{
    struct buf entries = buf_new(writer->arena);
    unsigned channels = image->kind == IMAGE_GRAY ? 1 : 3;

    print_head(&entries, image);
    print_color_space(writer, &entries, image);
    if (image->kind == IMAGE_JPEG) {
        buf_add_text(&entries, "/Filter/DCTDecode");
        return haru_add_stream(writer->haru, buf_str(&entries), image->bytes);
    }
    ENSURE(!is_lying(image));
    if (image->alpha.len > 0)
        buf_print(&entries, "/SMask %u 0 R", write_alpha(writer, image));
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
