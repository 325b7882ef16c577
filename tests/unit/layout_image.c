#include "unit.h"

#include <png.h>
#include <string.h>

#include "base/buf.h"
#include "layout/image.h"

struct fixture {
    struct arena *arena;
    struct findings *findings;
    struct image *image;
};

static struct fixture
decode(struct arena *arena, struct str bytes)
{
    struct fixture f = {.arena = arena,
                        .findings = findings_new(arena, sources_new(arena))};
    struct image_source source = {
        .span = SPAN_NONE, .name = STR("a picture"), .bytes = bytes};

    f.image = image_decode(arena, f.findings, &source);
    return f;
}

static void
assert_refused(struct arena *arena, struct str bytes, enum code code)
{
    struct fixture f = decode(arena, bytes);

    assert_null(f.image);
    assert_int_equal(findings_count(f.findings), 1);
    assert_int_equal(findings_at(f.findings, 0)->code, code);
}

/* ---- JPEG ------------------------------------------------------------- */

struct jpeg_parts {
    unsigned frame; /* marker: 0xC0 baseline, 0xC2 progressive ... */
    unsigned precision, components;
    struct str exif; /* TIFF bytes */
    bool adobe;
    struct str profile; /* ICC */
    struct str tail;
};

static void
add_segment(struct buf *out, unsigned mark, struct str bytes)
{
    buf_add_byte(out, (char)0xFF);
    buf_add_byte(out, (char)mark);
    buf_add_byte(out, (char)((bytes.len + 2) >> 8));
    buf_add_byte(out, (char)(bytes.len + 2));
    buf_add(out, bytes);
}

/* Each table has one code, "0": no difference, no further coefficient. */
static void
add_tables(struct buf *out)
{
    char steps[65];

    memset(steps, 1, sizeof steps);
    steps[0] = 0;
    add_segment(out, 0xDB, (struct str){steps, sizeof steps});
    add_segment(out, 0xC4, STR("\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    add_segment(out, 0xC4, STR("\20\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    add_segment(out, 0xDD, STR("\0\30"));
}

/* Two halves of 24 units, a block of each component in a unit. */
static void
add_scan(struct buf *out, unsigned components, bool progressive)
{
    struct buf head = buf_new(out->arena);
    size_t bytes = 24 * components * (progressive ? 1 : 2) / 8;

    buf_add_byte(&head, (char)components);
    for (unsigned i = 1; i <= components; i++) {
        buf_add_byte(&head, (char)i);
        buf_add_byte(&head, 0);
    }
    buf_add(&head, progressive ? STR("\0\0\0") : STR("\0\77\0"));
    add_segment(out, 0xDA, buf_str(&head));
    for (size_t i = 0; i < 2 * bytes; i++) {
        if (i == bytes)
            buf_add(out, STR("\xFF\xD0"));
        buf_add_byte(out, 0);
    }
}

/* 64 wide, 48 high, gray all over. */
static struct str
make_jpeg(struct arena *arena, struct jpeg_parts parts)
{
    struct buf out = buf_new(arena), frame = buf_new(arena);
    unsigned components = parts.components ? parts.components : 3;

    buf_add(&out, STR("\xFF\xD8"));
    add_segment(&out, 0xE0, STR("JFIF\0\1\1\0\0\1\0\1\0\0"));
    if (parts.exif.len > 0) {
        struct buf exif = buf_new(arena);

        buf_add(&exif, STR("Exif\0\0"));
        buf_add(&exif, parts.exif);
        add_segment(&out, 0xE1, buf_str(&exif));
    }
    if (parts.adobe)
        add_segment(&out, 0xEE, STR("Adobe\0\144\0\0\0\0\2"));
    if (parts.profile.len > 0) {
        struct buf icc = buf_new(arena);

        buf_add(&icc, STR("ICC_PROFILE\0\1\1"));
        buf_add(&icc, parts.profile);
        add_segment(&out, 0xE2, buf_str(&icc));
    }
    add_segment(&out, 0xFE, STR("GPS 41.88 -87.63"));
    buf_add_byte(&frame, (char)(parts.precision ? parts.precision : 8));
    buf_add(&frame, STR("\0\60\0\100"));
    buf_add_byte(&frame, (char)components);
    buf_add(&frame, STR("\1\21\0\2\21\0\3\21\0\4\21\0"));
    add_tables(&out);
    add_segment(&out, parts.frame ? parts.frame : 0xC0, buf_str(&frame));
    add_scan(&out, components, parts.frame == 0xC2);
    buf_add(&out, parts.tail.at ? parts.tail : STR("\xFF\xD9"));
    return buf_str(&out);
}

static void
jpeg_passes_without_metadata(void **state)
{
    struct str bytes = make_jpeg(*state, (struct jpeg_parts){0});
    struct fixture f = decode(*state, bytes);

    assert_non_null(f.image);
    assert_int_equal(f.image->kind, IMAGE_JPEG);
    assert_int_equal(f.image->width, 64);
    assert_int_equal(f.image->height, 48);
    assert_int_equal(f.image->jpeg_components, 3);
    assert_int_equal(f.image->orientation, 1);
    assert_int_equal(str_find(f.image->bytes, STR("GPS"), 0), SIZE_MAX);
    assert_int_equal(str_find(f.image->bytes, STR("JFIF"), 0), SIZE_MAX);
    assert_true(str_ends(f.image->bytes, STR("\0\xFF\xD9")));
    assert_int_equal(findings_count(f.findings), 0);
}

static void
jpeg_keeps_what_tells_its_colours(void **state)
{
    struct str bytes =
        make_jpeg(*state, (struct jpeg_parts){.components = 4, .adobe = true});
    struct fixture f = decode(*state, bytes);

    assert_int_equal(f.image->jpeg_components, 4);
    assert_true(f.image->jpeg_inverted);
    assert_int_not_equal(str_find(f.image->bytes, STR("Adobe"), 0), SIZE_MAX);
}

static void
jpeg_orientation_turns_the_size(void **state)
{
    static const char big[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0";
    static const char little[] = "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\10\0\0\0";
    struct fixture f;

    f = decode(*state, make_jpeg(*state, (struct jpeg_parts){
                                             .exif = {big, sizeof big - 1}}));
    assert_int_equal(f.image->orientation, 6);
    assert_int_equal(f.image->width, 48);
    assert_int_equal(f.image->height, 64);
    f = decode(*state,
               make_jpeg(*state, (struct jpeg_parts){
                                     .exif = {little, sizeof little - 1}}));
    assert_int_equal(f.image->orientation, 8);
}

/* Only a profile that says something, and that PDF/A allows. */
static void
jpeg_keeps_a_fit_profile(void **state)
{
    char bytes[140] = "\0\0\0\214lcms\4\100\0\0mntrRGB XYZ ";
    struct jpeg_parts parts = {.profile = {bytes, sizeof bytes}};
    struct fixture f;

    memcpy(bytes + 36, "acsp", 4);
    f = decode(*state, make_jpeg(*state, parts));
    assert_true(str_equal(f.image->profile, parts.profile));
    parts.components = 1;
    f = decode(*state, make_jpeg(*state, parts));
    assert_int_equal(f.image->profile.len, 0);
    parts.components = 3;
    memcpy(bytes + 132, "sRGB", 4);
    f = decode(*state, make_jpeg(*state, parts));
    assert_int_equal(f.image->profile.len, 0);
    bytes[132] = 0;
    bytes[8] = 5;
    f = decode(*state, make_jpeg(*state, parts));
    assert_int_equal(f.image->profile.len, 0);
}

/* Every prefix of a good file is broken, and none is read beyond its end. */
static void
jpeg_cut_off_anywhere(void **state)
{
    struct str whole = make_jpeg(*state, (struct jpeg_parts){.adobe = true});

    for (size_t len = 3; len < whole.len; len++) {
        struct arena *arena = arena_new();
        struct str part = str_copy(arena, str_slice(whole, 0, len));

        assert_refused(arena, part, CODE_X311);
        arena_free(arena);
    }
}

static void
jpeg_bytes_behind_the_end_go(void **state)
{
    struct str bytes = make_jpeg(
        *state, (struct jpeg_parts){.tail = STR("\xFF\xD9 and a film")});
    struct fixture f = decode(*state, bytes);

    assert_non_null(f.image);
    assert_true(str_ends(f.image->bytes, STR("\xFF\xD9")));
}

static void
jpeg_codings_that_readers_do_not_know(void **state)
{
    struct arena *arena = *state;

    assert_refused(arena, make_jpeg(arena, (struct jpeg_parts){.frame = 0xC3}),
                   CODE_X313);
    assert_refused(arena, make_jpeg(arena, (struct jpeg_parts){.frame = 0xC9}),
                   CODE_X313);
    assert_refused(arena,
                   make_jpeg(arena, (struct jpeg_parts){.precision = 12}),
                   CODE_X313);
    assert_refused(arena,
                   make_jpeg(arena, (struct jpeg_parts){.components = 2}),
                   CODE_X313);
    assert_non_null(
        decode(arena, make_jpeg(arena, (struct jpeg_parts){.frame = 0xC2}))
            .image);
}

/* ---- PNG -------------------------------------------------------------- */

static struct str
make_png(struct arena *arena, uint32_t width, uint32_t height, unsigned format,
         const void *samples)
{
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = width,
                     .height = height,
                     .format = format};
    png_alloc_size_t len = 1 << 16;
    char *bytes = arena_alloc(arena, len);

    assert_true(
        png_image_write_to_memory(&png, bytes, &len, 0, samples, 0, NULL));
    return (struct str){bytes, len};
}

static void
png_of_each_kind(void **state)
{
    static const uint8_t rgba[] = {255, 0, 0, 255, 0, 255, 0, 128};
    static const uint8_t opaque[] = {255, 0, 0, 255, 0, 255, 0, 255};
    static const uint8_t gray[] = {0, 200};
    static const uint16_t deep[] = {0, 65535};
    struct fixture f;

    f = decode(*state, make_png(*state, 2, 1, PNG_FORMAT_RGBA, rgba));
    assert_int_equal(f.image->kind, IMAGE_RGB);
    assert_memory_equal(f.image->bytes.at, "\377\0\0\0\377\0", 6);
    assert_memory_equal(f.image->alpha.at, "\377\200", 2);
    f = decode(*state, make_png(*state, 2, 1, PNG_FORMAT_RGBA, opaque));
    assert_int_equal(f.image->alpha.len, 0);
    f = decode(*state, make_png(*state, 2, 1, PNG_FORMAT_GRAY, gray));
    assert_int_equal(f.image->kind, IMAGE_GRAY);
    assert_memory_equal(f.image->bytes.at, "\0\310", 2);
    f = decode(*state, make_png(*state, 1, 2, PNG_FORMAT_LINEAR_Y, deep));
    assert_int_equal(f.image->kind, IMAGE_GRAY);
    assert_memory_equal(f.image->bytes.at, "\0\377", 2);
}

static void
png_cut_off_or_too_large(void **state)
{
    static uint8_t noise[30 * 30];
    struct str whole;
    char *large;

    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (uint8_t)(i * 7919 >> 3);
    whole = make_png(*state, 30, 30, PNG_FORMAT_GRAY, noise);
    for (size_t len = 8; len + 12 < whole.len; len += 7)
        assert_refused(*state, str_slice(whole, 0, len), CODE_X311);
    /* Width and height in IHDR; the check sum is theirs. */
    large = (char *)(uintptr_t)str_copy(*state, whole).at;
    memcpy(large + 16, "\0\1\0\0\0\1\0\0", 8);
    memcpy(large + 24, "\10\0\0\0\0", 5);
    memcpy(large + 29, "\111\357\157\77", 4);
    assert_refused(*state, (struct str){large, whole.len}, CODE_X312);
}

/* What was read is written as a file that reads as the same. */
static void
png_is_written_as_it_was_read(void **state)
{
    static uint8_t samples[64 * 64 * 4];
    static const unsigned formats[] = {PNG_FORMAT_GRAY, PNG_FORMAT_GA,
                                       PNG_FORMAT_RGB, PNG_FORMAT_RGBA};
    for (size_t i = 0; i < sizeof samples; i++)
        samples[i] = (uint8_t)(i / 61);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        struct str file = make_png(*state, 64, 64, formats[i], samples);
        struct image *read = decode(*state, file).image;
        struct image *again = decode(*state, image_png(*state, read)).image;
        assert_non_null(again);
        assert_int_equal(again->kind, read->kind);
        assert_true(str_equal(again->bytes, read->bytes));
        assert_true(str_equal(again->alpha, read->alpha));
        read->packed.rows.len = 0;
        again = decode(*state, image_png(*state, read)).image;
        assert_true(str_equal(again->bytes, read->bytes));
    }
}

/* ---- others ----------------------------------------------------------- */

static void
other_formats_are_named(void **state)
{
    static const struct {
        struct str bytes;
        const char *name;
    } files[] = {
        {STR_INIT("RIFF\0\0\0\0WEBPVP8 "), "WebP"},
        {STR_INIT("\0\0\0\30ftypheic\0\0\0\0"), "HEIC"},
        {STR_INIT("<svg xmlns='http://www.w3.org/2000/svg'/>"), "SVG"},
        {STR_INIT("GIF89a"), "GIF"},
        {STR_INIT("II*\0"), "TIFF"},
        {STR_INIT(""), "empty"},
        {STR_INIT("hello"), "no picture"},
    };

    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct fixture f = decode(*state, files[i].bytes);
        struct str message;

        assert_null(f.image);
        assert_int_equal(findings_count(f.findings), 1);
        assert_int_equal(findings_at(f.findings, 0)->code, CODE_X310);
        message = findings_at(f.findings, 0)->message;
        assert_int_not_equal(str_find(message, str_from(files[i].name), 0),
                             SIZE_MAX);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(jpeg_passes_without_metadata),
        UNIT_TEST(jpeg_keeps_what_tells_its_colours),
        UNIT_TEST(jpeg_orientation_turns_the_size),
        UNIT_TEST(jpeg_keeps_a_fit_profile),
        UNIT_TEST(jpeg_cut_off_anywhere),
        UNIT_TEST(jpeg_bytes_behind_the_end_go),
        UNIT_TEST(jpeg_codings_that_readers_do_not_know),
        UNIT_TEST(png_of_each_kind),
        UNIT_TEST(png_cut_off_or_too_large),
        UNIT_TEST(png_is_written_as_it_was_read),
        UNIT_TEST(other_formats_are_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
