/* What covers how much of a dot, and what a stroke covers. */
#include "unit.h"

#include "../../src/output/image/painter.h"
#include "../../src/output/image/raster.h"

/* A dot is a point wide. */
#define DOTS 72
#define SIDE 8

/* The red of each dot: "." white, "#" covered, digits in tenths of coverage. */
static struct str
show(struct arena *arena, const struct raster *raster)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < SIDE * SIDE; i++) {
        unsigned covered = 255u - raster->samples[i * 3];
        char digit = (char)('0' + (covered * 10 + 127) / 255);
        if (i > 0 && i % SIDE == 0)
            buf_add_byte(&out, '|');
        buf_add_byte(&out, covered == 0 ? '.' : covered == 255 ? '#' : digit);
    }
    return buf_str(&out);
}

/* Corners in quarters of a dot; four times SIDE is the far side. */
static void
add_shape(struct raster *raster, const int *quarters, size_t count, bool close)
{
    for (size_t i = 0; i < count; i++) {
        const upt point[] = {quarters[2 * i] * PT(0.25),
                             quarters[2 * i + 1] * PT(0.25)};
        raster_verb(raster, i ? PATH_LINE : PATH_MOVE, point);
    }
    if (close)
        raster_verb(raster, PATH_CLOSE, NULL);
}

#define ADD(raster, close, ...)                                                \
    add_shape(raster, (const int[]){__VA_ARGS__},                              \
              sizeof((const int[]){__VA_ARGS__}) / sizeof(int) / 2, close)

static struct raster *
white(void **state)
{
    return raster_new(*state, SIDE, SIDE, DOTS);
}

static void
boxes(void **state)
{
    struct raster *raster = white(state);

    ADD(raster, true, 4, 4, 14, 4, 14, 10, 4, 10);
    raster_fill(raster, 0, false);
    assert_str(show(*state, raster),
               "........|.##5....|.552....|........|........|........|"
               "........|........");
}

static void
beyond_the_page(void **state)
{
    struct raster *raster = white(state);

    /* Around all of it, left of it, right of it, above and below. */
    ADD(raster, true, -400, 8, 400, 8, 400, 12, -400, 12);
    ADD(raster, true, -40, 0, -8, 0, -8, 32, -40, 32);
    ADD(raster, true, 36, 0, 60, 0, 60, 32, 36, 32);
    ADD(raster, true, 0, -20, 32, -20, 32, -4, 0, -4);
    ADD(raster, true, 0, 36, 32, 36, 32, 60, 0, 60);
    raster_fill(raster, 0, false);
    assert_str(show(*state, raster),
               "........|........|########|........|........|........|"
               "........|........");
}

static void
holes(void **state)
{
    struct raster *raster = white(state);

    ADD(raster, true, 0, 0, 20, 0, 20, 12, 0, 12);
    ADD(raster, true, 4, 4, 8, 4, 8, 8, 4, 8);
    raster_fill(raster, 0, true);
    /* Turning the other way, and turning the same way. */
    ADD(raster, true, 0, 16, 20, 16, 20, 28, 0, 28);
    ADD(raster, true, 4, 20, 4, 24, 8, 24, 8, 20);
    ADD(raster, true, 12, 20, 16, 20, 16, 24, 12, 24);
    raster_fill(raster, 0, false);
    assert_str(show(*state, raster),
               "#####...|#.###...|#####...|........|#####...|#.###...|"
               "#####...|........");
}

static void
slanted(void **state)
{
    struct raster *raster = white(state);

    ADD(raster, true, 0, 0, 32, 0, 0, 32);
    raster_fill(raster, 0, false);
    assert_str(show(*state, raster),
               "#######5|######5.|#####5..|####5...|###5....|##5.....|"
               "#5......|5.......");
}

static void
nothing(void **state)
{
    struct raster *raster = white(state);
    const struct raster_pen pen = {.width = PT(1)};

    raster_fill(raster, 0, false);
    raster_stroke(raster, 0, &pen);
    ADD(raster, false, 8, 8);
    raster_stroke(raster, 0, &pen);
    ADD(raster, true, 8, 8, 8, 8, 8, 8);
    raster_stroke(raster, 0, &pen);
    assert_str(show(*state, raster),
               "........|........|........|........|........|........|"
               "........|........");
}

/* Ends are cut off, corners are not; dashes begin with a line. */
static void
strokes(void **state)
{
    struct raster *raster = white(state);
    const struct raster_pen solid = {.width = PT(1)};
    const struct raster_pen dashed = {.width = PT(1), .dash = PT(2)};

    ADD(raster, false, 0, 2, 18, 2, 18, 12);
    raster_stroke(raster, 0, &solid);
    ADD(raster, true, 22, 14, 30, 14, 30, 22, 22, 22);
    raster_stroke(raster, 0, &solid);
    ADD(raster, false, 0, 30, 28, 30);
    raster_stroke(raster, 0, &dashed);
    assert_str(show(*state, raster),
               "#####...|....#...|....#...|.....###|.....#.#|.....###|"
               "........|##..##..");
}

static void
round_corners(void **state)
{
    struct raster *raster = white(state);
    struct path box = rounded_box(*state, PT(1), PT(1), PT(6), PT(6), PT(3));

    raster_path(raster, &box);
    raster_fill(raster, 0, false);
    struct str shown = show(*state, raster);
    /* The same from all sides. */
    for (size_t y = 0; y < SIDE; y++)
        for (size_t x = 0; x < SIDE; x++) {
            char c = shown.at[y * (SIDE + 1) + x];
            assert_int_equal(c, shown.at[x * (SIDE + 1) + y]);
            if (y == 0 || x == 0)
                assert_int_equal(c, '.');
            if (x > 1 && x < 6 && y > 1 && y < 6)
                assert_int_equal(c, '#');
        }
    assert_int_not_equal(shown.at[SIDE + 1 + 1], '#');
}

/* Four samples behind each dot, one of them not to be seen. */
static void
pictures(void **state)
{
    struct raster *raster = white(state);
    static const char samples[] = {0, 0, 0, 0, 0, 0, (char)255, 0};
    static const char alpha[] = {(char)255, (char)255, 0,         (char)255,
                                 (char)255, (char)255, (char)255, (char)255};
    const struct image image = {.kind = IMAGE_GRAY,
                                .width = 4,
                                .height = 2,
                                .bytes = {samples, sizeof samples},
                                .alpha = {alpha, sizeof alpha}};
    const struct raster_box box = {PT(2), PT(2), PT(2), PT(1)};

    ADD(raster, true, 8, 8, 16, 8, 16, 12, 8, 12);
    raster_picture(raster, &image, &box);
    assert_int_equal(raster->samples[(2 * SIDE + 2) * 3], 0);
    /* A third of what is seen is white, and a quarter is paper. */
    assert_in_range(raster->samples[(2 * SIDE + 3) * 3], 126, 130);
    assert_int_equal(raster->samples[(2 * SIDE + 4) * 3], 255);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(boxes),         UNIT_TEST(beyond_the_page),
        UNIT_TEST(holes),         UNIT_TEST(slanted),
        UNIT_TEST(nothing),       UNIT_TEST(strokes),
        UNIT_TEST(round_corners), UNIT_TEST(pictures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
