#include "unit.h"

#include <string.h>

#include "output/pdf.h"
#include "pages_maker.h"
#include "pdf_text.h"

#include "../../src/output/pdf/predictor.h"
#include "../../src/output/pdf/writer.h"

/* ---- row filters ------------------------------------------------------ */

static int
paeth(int a, int b, int c)
{
    int p = a + b - c, pa = p > a ? p - a : a - p;
    int pb = p > b ? p - b : b - p, pc = p > c ? p - c : c - p;

    if (pa <= pb && pa <= pc)
        return a;
    return pb <= pc ? b : c;
}

/* The decoder of the PNG specification, section 9.2. */
static void
undo(uint8_t *row, const uint8_t *above, int filter, size_t len, size_t pixel)
{
    for (size_t i = 0; i < len; i++) {
        int a = i >= pixel ? row[i - pixel] : 0, b = above[i];
        int c = i >= pixel ? above[i - pixel] : 0;
        int add[] = {0, a, b, (a + b) / 2, paeth(a, b, c)};

        row[i] = (uint8_t)(row[i] + add[filter]);
    }
}

static void
filters_can_be_undone(void **state)
{
    enum { ROW = 31 * 3, ROWS = 40 };
    uint8_t samples[ROW * ROWS], above[ROW] = {0}, row[ROW];
    uint32_t random = 1;
    struct str filtered;

    for (size_t i = 0; i < sizeof samples; i++) {
        random = random * 1103515245u + 12345u;
        samples[i] = (uint8_t)(i / ROW % 7 < 3   ? random >> 24
                               : i / ROW % 7 < 5 ? i * 2
                                                 : i / ROW);
    }
    filtered = predictor_apply(
        *state, (struct str){(char *)samples, sizeof samples}, ROW, 3);
    assert_int_equal(filtered.len, ROWS * (ROW + 1));
    for (size_t y = 0; y < ROWS; y++) {
        memcpy(row, filtered.at + y * (ROW + 1) + 1, ROW);
        undo(row, above, filtered.at[y * (ROW + 1)], ROW, 3);
        assert_memory_equal(row, samples + y * ROW, ROW);
        memcpy(above, row, ROW);
    }
}

/* ---- pictures --------------------------------------------------------- */

static struct str
draw_round(struct arena *arena, struct image *image, upt radius)
{
    struct findings *findings = findings_new(arena, sources_new(arena));
    struct maker maker =
        maker_new(arena, findings, (struct font_book_options){0});
    struct mark *mark;
    struct pdf_result result;

    maker_page(&maker);
    *list_add(arena, &maker.pages->images) = image;
    mark = maker_mark(&maker, MARK_IMAGE, maker_tag(&maker, NULL, TAG_FIGURE));
    mark->image.image = image;
    mark->image.x = PT(10);
    mark->image.y = PT(92);
    mark->image.width = PT(30);
    mark->image.height = PT(20);
    mark->image.radius = radius;
    result = pdf_write(arena, findings, maker.pages, NULL);
    assert_false(result.failed);
    font_book_close(maker.book);
    return pdf_unpack(arena, result.bytes);
}

static struct str
draw(struct arena *arena, struct image *image)
{
    return draw_round(arena, image, 0);
}

static void
assert_holds(struct str text, const char *part)
{
    if (str_find(text, str_from(part), 0) == SIZE_MAX)
        print_error("not there: |%s|\n", part);
    assert_true(str_find(text, str_from(part), 0) != SIZE_MAX);
}

/* Drawings and screenshots: a byte for each pixel. */
static void
few_colours_are_numbered(void **state)
{
    size_t pixels = 50 * 50;
    char *bytes = arena_alloc(*state, pixels * 3);
    struct image image = {.kind = IMAGE_RGB,
                          .width = 50,
                          .height = 50,
                          .bytes = {bytes, pixels * 3}};
    struct str text;

    for (size_t i = 0; i < pixels; i++) {
        bytes[3 * i] = (char)(i % 2 ? 0x12 : 0x00);
        bytes[3 * i + 1] = (char)(i % 2 ? 0x34 : 0x80);
        bytes[3 * i + 2] = (char)(i % 2 ? 0x56 : 0xFF);
    }
    text = draw(*state, &image);
    assert_holds(text, "/ColorSpace[/Indexed/DeviceRGB 1<0080FF123456>]");
    for (size_t i = 0; i < pixels; i++)
        bytes[3 * i] = (char)(i / 5);
    assert_holds(draw(*state, &image), "/ColorSpace/DeviceRGB/");
}

static void
corners_are_clipped(void **state)
{
    struct image image = {
        .kind = IMAGE_GRAY, .width = 1, .height = 1, .bytes = STR("\177")};
    struct str text = draw_round(*state, &image, PT(10));

    assert_holds(text, "q\n20 680 m\n30 680 l\n35.523 680 40 684.477 40 690 c\n"
                       "40 690 l\n");
    assert_holds(text, "W n\n30 0 0 20 10 680 cm\n/I0 Do\nQ\n");
}

static void
samples_with_alpha(void **state)
{
    struct image image = {.kind = IMAGE_RGB,
                          .width = 2,
                          .height = 1,
                          .bytes = STR("\1\2\3\4\5\6"),
                          .alpha = STR("\377\0")};
    struct str text = draw(*state, &image);

    assert_holds(text, "/Width 2/Height 1/BitsPerComponent 8"
                       "/ColorSpace/DeviceRGB/SMask ");
    assert_holds(text, "/Colors 3/Columns 2>>");
    assert_holds(text, "/Group<</S/Transparency/CS/DeviceRGB>>");
    assert_holds(text, "/XObject<</I0 ");
    assert_holds(text, "q\n30 0 0 20 10 680 cm\n/I0 Do\nQ\n");
}

static void
jpeg_lying_on_its_side(void **state)
{
    struct image image = {.kind = IMAGE_JPEG,
                          .width = 30,
                          .height = 20,
                          .orientation = 6,
                          .jpeg_components = 3,
                          .bytes = STR("\xFF\xD8 jpeg \xFF\xD9")};
    struct str text = draw(*state, &image);

    assert_holds(text, "/Width 20/Height 30");
    assert_holds(text, "q\n0 -20 30 0 10 700 cm\n");
    assert_holds(text, "/DCTDecode");
}

/* No DeviceCMYK beside an sRGB output intent. */
static void
four_inks_become_rgb(void **state)
{
    struct image image = {.kind = IMAGE_JPEG,
                          .width = 3,
                          .height = 2,
                          .jpeg_components = 4,
                          .jpeg_inverted = true,
                          .bytes = STR("\xFF\xD8 jpeg \xFF\xD9")};
    struct str text = draw(*state, &image);

    assert_holds(text, "[/DeviceN[/Cyan/Magenta/Yellow/Black]/DeviceRGB ");
    assert_holds(text, "/Decode[1 0 1 0 1 0 1 0]");
    assert_true(str_find(text, STR("DeviceCMYK"), 0) == SIZE_MAX);
}

/* ---- the output intent ------------------------------------------------ */

static unsigned
number_at(struct str s, size_t at, size_t len)
{
    unsigned value = 0;

    for (size_t i = 0; i < len; i++)
        value = value << 8 | (unsigned char)s.at[at + i];
    return value;
}

/* The curve against IEC 61966-2-1: 0.5 is 0.21404 of full light. */
static void
profile_is_srgb(void **state)
{
    struct str icc = icc_srgb(*state);
    size_t curve;

    assert_int_equal(number_at(icc, 0, 4), icc.len);
    assert_int_equal(icc.len % 4, 0);
    assert_true(str_equal(str_slice(icc, 12, 24), STR("mntrRGB XYZ ")));
    assert_true(str_equal(str_slice(icc, 36, 40), STR("acsp")));
    curve = str_find(icc, STR("curv"), 0);
    assert_int_equal(number_at(icc, curve + 8, 4), 128);
    assert_int_equal(number_at(icc, curve + 12, 2), 0);
    assert_int_equal(number_at(icc, curve + 12 + 2 * 127, 2), 65535);
    /* 64/127 = 0.503937 gives 0.217703. */
    assert_in_range(number_at(icc, curve + 12 + 2 * 64, 2), 14266, 14268);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(filters_can_be_undone),    UNIT_TEST(samples_with_alpha),
        UNIT_TEST(few_colours_are_numbered), UNIT_TEST(corners_are_clipped),
        UNIT_TEST(jpeg_lying_on_its_side),   UNIT_TEST(four_inks_become_rgb),
        UNIT_TEST(profile_is_srgb),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
