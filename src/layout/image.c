#include "layout/image.h"

#include <png.h>

#include "jpeg.h"
#include "jpeg_decode.h"
#include "png_rows.h"

/* Forty million: a sheet of A4 at 600 dots to the inch. */
#define MOST_PIXELS (40u * 1000 * 1000)

/* ---- what it is ------------------------------------------------------- */

enum format { FORMAT_JPEG, FORMAT_PNG, FORMAT_OTHER };

/* How files of other formats become pictures that can be used. */
static const char as_photograph[] =
    "open it, choose \"Save as\" or \"Export\", and pick JPEG";
static const char as_drawing[] =
    "open it, choose \"Save as\" or \"Export\", and pick PNG";
static const char from_phone[] =
    "open it and export it as JPEG; phones send JPEG by mail, or when the "
    "camera is set to the most compatible format";
static const char from_vectors[] =
    "open it in a browser or a drawing program and export it as PNG, 1500 "
    "pixels wide";
static const char from_pages[] =
    "make pictures of its pages, such as with "
    "\"pdftoppm -r 200 -png FILE page\", and name those";
static const char any_way[] =
    "open it, choose \"Save as\" or \"Export\", and pick JPEG for "
    "photographs, PNG for drawings and screenshots";

/* Bytes at an offset that tell the format (their registrations and
   specifications). The first that fits counts. */
static const struct signature {
    size_t at;
    struct str bytes;
    enum format format;
    const char *name, *how;
} signatures[] = {
    {0, STR_INIT("\xFF\xD8\xFF"), FORMAT_JPEG, "JPEG", any_way},
    {0, STR_INIT("\x89PNG\r\n\x1A\n"), FORMAT_PNG, "PNG", any_way},
    {0, STR_INIT("GIF8"), FORMAT_OTHER, "a GIF picture", as_drawing},
    {8, STR_INIT("WEBP"), FORMAT_OTHER, "a WebP picture", any_way},
    {4, STR_INIT("ftypheic"), FORMAT_OTHER, "a HEIC picture", from_phone},
    {4, STR_INIT("ftypheix"), FORMAT_OTHER, "a HEIC picture", from_phone},
    {4, STR_INIT("ftypmif1"), FORMAT_OTHER, "a HEIF picture", from_phone},
    {4, STR_INIT("ftypavif"), FORMAT_OTHER, "an AVIF picture", any_way},
    {4, STR_INIT("ftyp"), FORMAT_OTHER, "a film or a HEIC picture", from_phone},
    {0, STR_INIT("II*\0"), FORMAT_OTHER, "a TIFF picture", any_way},
    {0, STR_INIT("MM\0*"), FORMAT_OTHER, "a TIFF picture", any_way},
    {0, STR_INIT("BM"), FORMAT_OTHER, "a BMP picture", as_drawing},
    {0, STR_INIT("8BPS"), FORMAT_OTHER, "a Photoshop file", any_way},
    {0, STR_INIT("%PDF"), FORMAT_OTHER, "a PDF file", from_pages},
    {0, STR_INIT("PK\3\4"), FORMAT_OTHER, "a document or an archive",
     from_pages},
    {4, STR_INIT("jP  "), FORMAT_OTHER, "a JPEG 2000 picture", as_photograph},
    {4, STR_INIT("JXL "), FORMAT_OTHER, "a JPEG XL picture", as_photograph},
    {0, STR_INIT("\xFF\x0A"), FORMAT_OTHER, "a JPEG XL picture", as_photograph},
    {0, STR_INIT("<svg"), FORMAT_OTHER, "an SVG drawing", from_vectors},
    {0, STR_INIT("<?xml"), FORMAT_OTHER, "an SVG drawing or another XML file",
     from_vectors},
    {0, STR_INIT("<"), FORMAT_OTHER, "a web page or an SVG drawing",
     from_vectors},
};
static const struct signature no_bytes = {0, STR_INIT(""), FORMAT_OTHER,
                                          "an empty file",
                                          "copy or export the picture again"},
                              unknown = {0, STR_INIT(""), FORMAT_OTHER,
                                         "no picture that we know", any_way};

/* Text formats may begin with a byte order mark and blanks. */
static struct str
without_blanks(struct str bytes)
{
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_slice(bytes, 3, bytes.len);
    return str_trim(str_slice(bytes, 0, 256));
}

static const struct signature *
find_signature(struct str bytes)
{
    struct str text = without_blanks(bytes);

    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++) {
        const struct signature *signature = &signatures[i];
        bool is_text = signature->bytes.at[0] == '<';
        struct str there =
            is_text ? text : str_slice(bytes, signature->at, bytes.len);

        if (str_starts(there, signature->bytes))
            return signature;
    }
    return bytes.len == 0 ? &no_bytes : &unknown;
}

static bool
is_too_large(struct findings *findings, const struct image_source *source,
             uint32_t width, uint32_t height)
{
    if ((uint64_t)width * height <= MOST_PIXELS)
        return false;
    finding_help(finding_add(findings, CODE_X312, source->span,
                             "\"%.*s\" has %u x %u pixels.",
                             STR_ARG(source->name), (unsigned)width,
                             (unsigned)height),
                 "scale it down to 2000 pixels across");
    return true;
}

/* ---- JPEG ------------------------------------------------------------- */

/* Whether all of the picture is there; as words when not. */
static const char *
find_damage(struct str jpeg)
{
    struct arena *work = arena_new();
    const char *why = jpeg_decode(work, jpeg, NULL);
    arena_free(work);
    return why;
}

static struct image *
decode_jpeg(struct arena *arena, struct findings *findings,
            const struct image_source *source)
{
    struct jpeg jpeg;
    enum jpeg_fault fault = jpeg_read(arena, source->bytes, &jpeg);
    struct image *image;
    bool lying;

    if (fault != JPEG_FINE) {
        (void)finding_add(findings,
                          fault == JPEG_BROKEN ? CODE_X311 : CODE_X313,
                          source->span, "\"%.*s\" cannot be used: %s.",
                          STR_ARG(source->name), jpeg.why);
        return NULL;
    }
    if (is_too_large(findings, source, jpeg.width, jpeg.height))
        return NULL;
    jpeg.why = find_damage(jpeg.bytes);
    if (jpeg.why) {
        (void)finding_add(findings, CODE_X311, source->span,
                          "\"%.*s\" cannot be used: %s.", STR_ARG(source->name),
                          jpeg.why);
        return NULL;
    }
    lying = jpeg.orientation >= 5;
    image = ARENA_NEW(arena, struct image);
    image->kind = IMAGE_JPEG;
    image->width = lying ? jpeg.height : jpeg.width;
    image->height = lying ? jpeg.width : jpeg.height;
    image->orientation = jpeg.orientation;
    image->jpeg_components = jpeg.components;
    image->jpeg_inverted = jpeg.components == 4 && jpeg.has_adobe_mark;
    image->profile = jpeg.profile;
    image->bytes = jpeg.bytes;
    return image;
}

/* ---- PNG -------------------------------------------------------------- */

/* Colours and alpha apart, the colours moved together where they are. */
static void
split_alpha(struct arena *arena, struct image *image, uint8_t *samples,
            size_t channels)
{
    size_t pixels = (size_t)image->width * image->height;
    uint8_t *alpha = arena_alloc(arena, pixels);
    bool is_opaque = true;

    for (size_t i = 0; i < pixels; i++) {
        for (size_t k = 0; k < channels; k++)
            samples[i * channels + k] = samples[i * (channels + 1) + k];
        alpha[i] = samples[i * (channels + 1) + channels];
        is_opaque = is_opaque && alpha[i] == 255;
    }
    if (!is_opaque)
        image->alpha = (struct str){(const char *)alpha, pixels};
}

/* 8-bit sRGB or gray, whatever the file has: depths, palettes, interlacing. */
static bool
read_png(struct arena *arena, png_image *png, struct image *image)
{
    bool has_color = png->format & PNG_FORMAT_FLAG_COLOR;
    bool has_alpha = png->format & PNG_FORMAT_FLAG_ALPHA;
    size_t channels = has_color ? 3 : 1;
    uint8_t *samples;

    png->format = (has_color ? PNG_FORMAT_FLAG_COLOR : 0u) |
                  (has_alpha ? PNG_FORMAT_FLAG_ALPHA : 0u);
    image->kind = has_color ? IMAGE_RGB : IMAGE_GRAY;
    image->width = png->width;
    image->height = png->height;
    /* Deep samples are meant as light by libpng unless this says otherwise;
       programs that write them mean sRGB. */
    png->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    samples = arena_array(arena, (size_t)png->width * png->height,
                          channels + (has_alpha ? 1 : 0));
    if (!png_image_finish_read(png, NULL, samples, 0, NULL))
        return false;
    if (has_alpha)
        split_alpha(arena, image, samples, channels);
    image->bytes = (struct str){(const char *)samples,
                                (size_t)png->width * png->height * channels};
    return true;
}

static struct image *
decode_png(struct arena *arena, struct findings *findings,
           const struct image_source *source)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    struct image *image = ARENA_NEW(arena, struct image);
    bool is_whole = png_image_begin_read_from_memory(&png, source->bytes.at,
                                                     source->bytes.len);

    if (is_whole && is_too_large(findings, source, png.width, png.height)) {
        png_image_free(&png);
        return NULL;
    }
    if (is_whole)
        is_whole = read_png(arena, &png, image);
    if (!is_whole)
        (void)finding_add(findings, CODE_X311, source->span,
                          "\"%.*s\" cannot be read as PNG: %s.",
                          STR_ARG(source->name), png.message);
    png_image_free(&png);
    if (is_whole && !image->alpha.len)
        png_rows_keep(arena, source->bytes, image);
    return is_whole ? image : NULL;
}

/* ---- all -------------------------------------------------------------- */

struct image *
image_decode(struct arena *arena, struct findings *findings,
             const struct image_source *source)
{
    const struct signature *signature = find_signature(source->bytes);

    switch (signature->format) {
    case FORMAT_JPEG:
        return decode_jpeg(arena, findings, source);
    case FORMAT_PNG:
        return decode_png(arena, findings, source);
    case FORMAT_OTHER:
        break;
    }
    finding_help(finding_add(findings, CODE_X310, source->span,
                             "\"%.*s\" is %s; only PNG and JPEG can be drawn.",
                             STR_ARG(source->name), signature->name),
                 "%s", signature->how);
    return NULL;
}
