/* QR codes as they are drawn, read by hand (ISO/IEC 18004): one block, byte
   mode, up to version 5. */
#include "../../src/layout/codes.h"
#include "unit.h"

#define MOST_MODULES 37

struct symbol {
    int size;
    bool dark[MOST_MODULES][MOST_MODULES]; /* row, column */
};

/* ---- from the path ---------------------------------------------------- */

/* The first rectangle is the upper side of a finder: seven modules wide. */
static void
read_path(const struct qr_code *code, struct symbol *symbol)
{
    const upt *p = code->path.points;
    upt module = (p[2] - p[0]) / 7, left = p[0], top = p[1];

    symbol->size = (int)(code->size / module);
    assert_true(symbol->size <= MOST_MODULES);
    assert_int_equal(code->size % module, 0);
    assert_int_equal(code->quiet, 4 * module);
    for (size_t i = 0; i < code->path.point_count; i += 8) {
        int row = (int)((p[i + 1] - top) / module);
        int from = (int)((p[i] - left) / module);
        int to = (int)((p[i + 2] - left) / module);

        assert_int_equal(p[i + 5] - p[i + 1], module);
        for (int x = from; x < to; x++)
            symbol->dark[row][x] = true;
    }
}

/* ---- from the modules ------------------------------------------------- */

static unsigned
format_of(const struct symbol *symbol)
{
    unsigned bits = 0;

    for (int x = 0; x <= 8; x++)
        if (x != 6)
            bits = bits << 1 | symbol->dark[8][x];
    for (int y = 7; y >= 0; y--)
        if (y != 6)
            bits = bits << 1 | symbol->dark[y][8];
    return bits ^ 0x5412;
}

static bool
is_masked(unsigned mask, int y, int x)
{
    switch (mask) {
    case 0:
        return (y + x) % 2 == 0;
    case 1:
        return y % 2 == 0;
    case 2:
        return x % 3 == 0;
    case 3:
        return (y + x) % 3 == 0;
    case 4:
        return (y / 2 + x / 3) % 2 == 0;
    case 5:
        return y * x % 2 + y * x % 3 == 0;
    case 6:
        return (y * x % 2 + y * x % 3) % 2 == 0;
    default:
        return ((y + x) % 2 + y * x % 3) % 2 == 0;
    }
}

/* Finders, timing, format and the one alignment pattern of versions 2-6. */
static bool
is_function(const struct symbol *symbol, int y, int x)
{
    int n = symbol->size, a = n - 7;

    return y == 6 || x == 6 || (y < 9 && (x < 9 || x >= n - 8)) ||
           (y >= n - 8 && x < 9) ||
           (n > 21 && y >= a - 2 && y <= a + 2 && x >= a - 2 && x <= a + 2);
}

/* Bits in pairs of columns, upwards first, from the right. */
static size_t
read_bits(const struct symbol *symbol, bool *bits)
{
    unsigned mask = format_of(symbol) >> 10 & 7;
    int n = symbol->size;
    size_t count = 0;
    bool up = true;

    for (int right = n - 1; right > 0; right -= 2, up = !up) {
        if (right == 6)
            right--;
        for (int i = 0; i < n; i++)
            for (int x = right; x > right - 2; x--) {
                int y = up ? n - 1 - i : i;

                if (!is_function(symbol, y, x))
                    bits[count++] = symbol->dark[y][x] != is_masked(mask, y, x);
            }
    }
    return count;
}

static unsigned
take(const bool **bits, unsigned count)
{
    unsigned value = 0;

    while (count-- > 0)
        value = value << 1 | *(*bits)++;
    return value;
}

static void
assert_reads(struct arena *arena, const struct qr_code *code, struct str url)
{
    static bool all[MOST_MODULES * MOST_MODULES];
    struct symbol *symbol = ARENA_NEW(arena, struct symbol);
    const bool *bits = all;

    read_path(code, symbol);
    assert_true(read_bits(symbol, all) >= (url.len + 2) * 8);
    assert_int_equal(take(&bits, 4), 4); /* bytes */
    assert_int_equal(take(&bits, 8), url.len);
    for (size_t i = 0; i < url.len; i++)
        assert_int_equal(take(&bits, 8), (unsigned char)url.at[i]);
}

/* ---- tests ------------------------------------------------------------ */

static struct flow
flow_for(struct arena *arena, struct look *look, int level)
{
    look->code.level = level;
    look->code.size = PT(64.8);
    look->page_width = PT(612);
    return (struct flow){.arena = arena, .look = look, .ground = 0xffffff};
}

static void
addresses_are_read_again(void **state)
{
    static const char *const urls[] = {
        "https://a.example", "https://video.example.net/avery",
        "https://example.net/~x?q=1&r=%20#top", "x"};

    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        for (int level = 0; level < 2; level++)
            for (int rtl = 0; rtl < 2; rtl++) {
                struct look *look = ARENA_NEW(*state, struct look);
                struct flow flow = flow_for(*state, look, level);
                struct qr_code code;

                flow.right_to_left = rtl;
                code = code_make(&flow, str_from(urls[i]), PT(72));
                assert_reads(*state, &code, str_from(urls[i]));
            }
}

/* A long address makes a larger code, not one that cameras cannot read. */
static void
modules_are_never_tiny(void **state)
{
    struct look *look = ARENA_NEW(*state, struct look);
    struct flow flow = flow_for(*state, look, 3);
    struct buf url = buf_new(*state);
    struct qr_code code;

    buf_add_text(&url, "https://example.net/");
    while (url.len < 300)
        buf_add_byte(&url, 'a');
    code = code_make(&flow, buf_str(&url), 0);
    assert_true(code.size > PT(64.8));
    assert_true(code.quiet >= 4 * PT(1.1));
    while (url.len < 5000)
        buf_add_byte(&url, 'a');
    code = code_make(&flow, buf_str(&url), 0);
    assert_int_equal(code.path.verb_count, 0);
}

/* On a coloured ground the border is drawn, so the code moves inwards. */
static void
coloured_ground_leaves_a_border(void **state)
{
    struct look *look = ARENA_NEW(*state, struct look);
    struct flow flow = flow_for(*state, look, 1);
    struct qr_code code;

    flow.ground = 0x203040;
    code = code_make(&flow, STR("https://a.example"), PT(72));
    assert_int_equal(code.x, PT(72) + code.quiet);
    assert_int_equal(code.path.points[0], code.x);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(addresses_are_read_again),
        UNIT_TEST(modules_are_never_tiny),
        UNIT_TEST(coloured_ground_leaves_a_border),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
