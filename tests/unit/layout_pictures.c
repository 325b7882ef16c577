/*
 * Pictures of each kind. Those of tests/pictures/good show four quarters: red,
 * green, blue, white (gray files their lightness, one-bit files white alone).
 * Those of tests/pictures/bad are called after the finding they give.
 */
#include "unit.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/layout/jpeg_decode.h"
#include "../../src/layout/jpeg_encode.h"
#include "../../src/layout/shrink.h"
#include "base/buf.h"
#include "base/file.h"
#include "diag/codes.h"
#include "layout/image.h"

#define GOOD "tests/pictures/good/"
#define BAD "tests/pictures/bad/"

struct fixture {
    struct arena *arena;
    struct findings *findings;
    struct image *image;
};

static struct fixture
decode(struct arena *arena, const char *folder, const char *name)
{
    struct fixture f = {.arena = arena,
                        .findings = findings_new(arena, sources_new(arena))};
    struct str path = str_format(arena, "%s%s", folder, name);
    struct image_source source = {.span = SPAN_NONE, .name = str_from(name)};

    assert_false(file_read(arena, path.at, 1 << 20, &source.bytes).failed);
    f.image = image_decode(arena, f.findings, &source);
    return f;
}

static int
compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names of the files, sorted; the list ends with NULL. */
static char **
list(struct arena *arena, const char *folder)
{
    char **names = ARENA_ARRAY(arena, 200, char *);
    DIR *directory = opendir(folder);
    struct dirent *entry;
    size_t count = 0;

    assert_non_null(directory);
    while ((entry = readdir(directory)) && count < 199)
        if (entry->d_name[0] != '.')
            names[count++] =
                (char *)(uintptr_t)str_format(arena, "%s", entry->d_name).at;
    (void)closedir(directory);
    qsort(names, count, sizeof *names, compare);
    return names;
}

/* ---- pixels ----------------------------------------------------------- */

struct pixels {
    uint8_t *at;
    unsigned channels;
    size_t width, height, row;
};

static void
take_row(void *context, const uint8_t *samples)
{
    struct pixels *pixels = context;
    size_t bytes = pixels->width * pixels->channels;

    assert_true(pixels->row < pixels->height);
    memcpy(pixels->at + pixels->row++ * bytes, samples, bytes);
}

static struct pixels
pixels_of(struct arena *arena, const struct image *image)
{
    struct pixels pixels = {.channels = image->kind == IMAGE_GRAY ? 1 : 3,
                            .width = image->width,
                            .height = image->height};
    struct jpeg_sink sink = {&pixels, take_row};

    if (image->kind != IMAGE_JPEG) {
        pixels.at = (uint8_t *)(uintptr_t)image->bytes.at;
        return pixels;
    }
    pixels.channels = image->jpeg_components == 1 ? 1 : 3;
    pixels.at = arena_alloc(arena, pixels.width * pixels.height * 3);
    assert_null(jpeg_decode(arena, image->bytes, &sink));
    assert_int_equal(pixels.row, pixels.height);
    return pixels;
}

static bool
is_near(const uint8_t *pixel, unsigned channels, const int *expected)
{
    for (unsigned i = 0; i < channels; i++)
        if (abs(pixel[i] - expected[i]) > 14)
            return false;
    return true;
}

static void
assert_quarters(struct arena *arena, const char *name,
                const struct image *image)
{
    static const int colors[4][3] = {
        {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};
    static const int grays[4] = {76, 150, 29, 255};
    static const int white[4] = {0, 0, 0, 255};
    struct pixels pixels = pixels_of(arena, image);
    bool is_gray = strncmp(name, "gray", 4) == 0;

    for (size_t i = 0; i < 4; i++) {
        size_t x = pixels.width * (i % 2 * 2 + 1) / 4;
        size_t y = pixels.height * (i / 2 * 2 + 1) / 4;
        const uint8_t *pixel =
            pixels.at + (y * pixels.width + x) * pixels.channels;
        const int *expected = is_gray                ? &grays[i]
                              : pixels.channels == 1 ? &white[i]
                                                     : colors[i];
        int gray = grays[i];

        /* Two bits leave four grays, four sixteen. */
        if (strcmp(name, "gray-2.png") == 0)
            gray = (gray >> 6) * 85;
        if (strcmp(name, "gray-4.png") == 0)
            gray = (gray >> 4) * 17;
        if (!is_near(pixel, pixels.channels, is_gray ? &gray : expected)) {
            print_error("%s: quarter %zu is %d\n", name, i, pixel[0]);
            fail();
        }
    }
}

static void
good_ones_show_their_quarters(void **state)
{
    char **names = list(*state, GOOD);

    for (size_t i = 0; names[i]; i++) {
        struct fixture f = decode(*state, GOOD, names[i]);

        if (!f.image || findings_count(f.findings)) {
            print_error("%s is refused\n", names[i]);
            fail();
        }
        assert_true(f.image->orientation <= 1 ||
                    strstr(names[i], "turned") != NULL);
        if (f.image->orientation <= 1)
            assert_quarters(*state, names[i], f.image);
        assert_true(str_find(f.image->bytes, STR("Secret"), 0) == SIZE_MAX);
    }
}

static void
bad_ones_give_one_finding(void **state)
{
    char **names = list(*state, BAD);

    for (size_t i = 0; names[i]; i++) {
        struct fixture f = decode(*state, BAD, names[i]);
        char code[5] = {0};

        if (findings_count(f.findings) != 1) {
            print_error("%s gives no finding\n", names[i]);
            fail();
        }
        memcpy(code, code_entry(findings_at(f.findings, 0)->code)->id, 4);
        if (f.image || strncmp(code, names[i], 4) != 0) {
            print_error("%s gives %s\n", names[i], code);
            fail();
        }
    }
}

/* ---- fitting ---------------------------------------------------------- */

/* Printed small enough that every file is made anew, upright. */
static void
small_ones_show_the_same(void **state)
{
    char **names = list(*state, GOOD);

    for (size_t i = 0; names[i]; i++) {
        struct fixture f = decode(*state, GOOD, names[i]);
        upt width = PT(72) * 16 / 300, height = width;
        struct image *small;

        if (strstr(names[i], "turned"))
            height /= 2;
        small = image_fit(*state, f.image, width, height);
        assert_int_equal(small->width, 16);
        assert_int_equal(small->height, height == width ? 16 : 8);
        assert_true(small->orientation <= 1);
        assert_int_equal(small->kind, f.image->kind);
        assert_int_equal(small->alpha.len > 0, f.image->alpha.len > 0);
        if (small->kind == IMAGE_JPEG)
            assert_true(str_starts(small->bytes, STR("\xFF\xD8\xFF\xDB")));
        assert_quarters(*state, names[i], small);
    }
}

static void
what_is_not_shown_is_cut_off(void **state)
{
    struct fixture f = decode(*state, GOOD, "color-8.png");
    struct image *image;

    /* As large as it is: nothing to do. */
    assert_ptr_equal(image_fit(*state, f.image, PT(72), PT(72)), f.image);
    image = image_fit(*state, f.image, PT(36), PT(72));
    assert_int_equal(image->width, 12);
    assert_int_equal(image->height, 24);
    assert_memory_equal(image->bytes.at, "\377\0\0", 3);
    assert_memory_equal(image->bytes.at + 3 * 11, "\0\377\0", 3);
    /* A third of what goes is above. */
    image = image_fit(*state, f.image, PT(72), PT(36));
    assert_int_equal(image->width, 24);
    assert_int_equal(image->height, 12);
    assert_memory_equal(image->bytes.at + (size_t)3 * 24 * 7, "\377\0\0", 3);
    assert_memory_equal(image->bytes.at + (size_t)3 * 24 * 8, "\0\0\377", 3);
    f = decode(*state, GOOD, "color-turned-6.jpg");
    image = image_fit(*state, f.image, PT(30), PT(30));
    assert_int_equal(image->width, 16);
    assert_int_equal(image->height, 16);
    assert_quarters(*state, "color-turned-6.jpg", image);
}

/* Half of the light is 188, not 128; what shines through has no colour. */
static void
means_are_of_light(void **state)
{
    static const uint8_t gray[] = {0, 255, 255, 0};
    static const uint8_t through[] = {200, 255, 10, 0, 200, 255, 10, 0};
    struct shrink_plan plan = {0, 0, 2, 2, 1, 1};
    struct shrinker *shrinker = shrinker_new(*state, &plan, 1, false);

    shrinker_add_row(shrinker, gray);
    shrinker_add_row(shrinker, gray + 2);
    assert_int_equal(shrinker_samples(shrinker)[0], 188);
    shrinker = shrinker_new(*state, &plan, 1, true);
    shrinker_add_row(shrinker, through);
    shrinker_add_row(shrinker, through + 4);
    assert_int_equal(shrinker_samples(shrinker)[0], 200);
    assert_int_equal(shrinker_alpha(shrinker)[0], 128);
}

/* Every pixel of an even picture stays what it is, at any size. */
static void
even_pictures_stay_even(void **state)
{
    uint8_t row[37 * 3];

    for (size_t i = 0; i < sizeof row; i++)
        row[i] = (uint8_t)(i % 3 * 100 + 20);
    for (uint32_t to = 1; to <= 37; to++) {
        struct shrink_plan plan = {0, 0, 37, 29, to, to < 29 ? to : 29};
        struct shrinker *shrinker = shrinker_new(*state, &plan, 3, false);

        for (size_t y = 0; y < 29; y++)
            shrinker_add_row(shrinker, row);
        for (size_t i = 0; i < (size_t)plan.to_width * plan.to_height * 3; i++)
            assert_int_equal(shrinker_samples(shrinker)[i], row[i % 3]);
    }
}

/* ---- coding ----------------------------------------------------------- */

static void
coded_and_read_again(void **state)
{
    for (uint32_t width = 1; width < 40; width += 6) {
        uint32_t height = 41 - width;
        size_t count = (size_t)width * height * 3;
        uint8_t *samples = arena_alloc(*state, count);
        struct pixels pixels = {.channels = 3,
                                .width = width,
                                .height = height,
                                .at = arena_alloc(*state, count)};
        struct jpeg_sink sink = {&pixels, take_row};
        struct str file;

        for (size_t i = 0; i < count; i++)
            samples[i] = (uint8_t)(i / 3 % width * 6 + i % 3 * 9);
        file = jpeg_encode(*state, samples, width, height, 3);
        assert_null(jpeg_decode(*state, file, &sink));
        for (size_t i = 0; i < count; i++)
            assert_true(abs(pixels.at[i] - samples[i]) <= 12);
        /* A byte more or less is seen. */
        assert_non_null(jpeg_decode(
            *state, str_slice(file, 0, file.len - 4 - file.len / 50), NULL));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(good_ones_show_their_quarters),
        UNIT_TEST(bad_ones_give_one_finding),
        UNIT_TEST(small_ones_show_the_same),
        UNIT_TEST(what_is_not_shown_is_cut_off),
        UNIT_TEST(means_are_of_light),
        UNIT_TEST(even_pictures_stay_even),
        UNIT_TEST(coded_and_read_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
