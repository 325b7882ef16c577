/*
 * Whatever the text, its lines say all of it and nothing else, each glyph
 * belongs to a place in its run, runs stand side by side, and no line is wider
 * than the measure unless a single cluster is. Texts are drawn from a list of
 * awkward bits; the generator is seeded.
 */
#include "unit/type_setting.h"

#define ROUNDS 1500

static const char *const bits[] = {
    "a",
    "the",
    "office",
    "AVAToY",
    "administration",
    "state-of-the-art",
    "24/7",
    "physicians/registrars",
    "https://example.org/a/b?c=d",
    " ",
    " ",
    " ",
    "  ",
    "-",
    "\xE2\x80\x93", /* en dash */
    "\xE2\x80\x94", /* em dash */
    "\xC2\xAD",     /* soft hyphen */
    "\xC2\xA0",     /* no-break space */
    "\xE2\x80\x89", /* thin space */
    "\xE2\x80\x8B", /* zero-width space */
    "\xE2\x81\xA0", /* word joiner */
    "e\xCC\x81",    /* e, combining acute */
    "\xCC\x81",     /* alone */
    "\n",
    "(",
    ")",
    "1.2",
    "%",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",     /* Hebrew */
    "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",     /* Arabic */
    "\xE6\x97\xA5\xE6\x9C\xAC",             /* Han */
    "\xE0\xB8\xA0\xE0\xB8\xB2\xE0\xB8\xA9", /* Thai */
    "\xE2\x80\xAE",                         /* right-to-left override */
    "\xF0\x9F\x9A\x80",                     /* rocket */
    "\xFF",                                 /* malformed */
};

#define BITS (sizeof bits / sizeof *bits)

struct generator {
    uint64_t state;
};

static uint32_t
draw(struct generator *g, uint32_t below)
{
    g->state ^= g->state << 13;
    g->state ^= g->state >> 7;
    g->state ^= g->state << 17;
    return (uint32_t)(g->state >> 20) % below;
}

static struct str
draw_text(struct arena *arena, struct generator *g, bool latin_only)
{
    struct buf text = buf_new(arena);
    uint32_t count = 1 + draw(g, 40);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t bit = draw(g, latin_only ? 28 : (uint32_t)BITS);
        buf_add_text(&text, bits[bit]);
    }
    return buf_str(&text);
}

/* ---- what must hold ------------------------------------------------------ */

static void
check_run(const struct glyph_run *run, upt *taken)
{
    for (size_t g = 0; g < run->glyph_count; g++) {
        assert_true(run->glyphs[g].cluster < run->text.len);
        *taken += run->glyphs[g].advance;
        if (g == 0)
            continue;
        uint32_t before = run->glyphs[g - 1].cluster;
        assert_true(run->rtl ? run->glyphs[g].cluster <= before
                             : run->glyphs[g].cluster >= before);
    }
}

static void
check_line(const struct paragraph *p, const struct line *line, int round,
           struct str text)
{
    for (size_t r = 0; r < line->run_count; r++) {
        upt taken = 0;
        assert_true(line->runs[r].glyph_count > 0);
        check_run(&line->runs[r], &taken);
        if (r + 1 < line->run_count)
            assert_true(line->runs[r].x + taken == line->runs[r + 1].x);
    }
    /* Latin letters made to run to the left are kerned otherwise when cut. */
    if (line->width > p->measure + PT(3))
        print_error("round %d: %lld in %lld: |%.*s|\n", round,
                    (long long)line->width, (long long)p->measure,
                    STR_ARG(text));
    assert_true(line->width <= p->measure + PT(3));
}

static size_t
text_length(const struct paragraph *p)
{
    size_t length = 0;
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t r = 0; r < p->lines[i].run_count; r++)
            length += p->lines[i].runs[r].text.len;
        length -= p->lines[i].hyphenated;
    }
    return length;
}

static void
lines_of_any_text(void **state)
{
    struct generator g = {UINT64_C(0x9E3779B97F4A7C15)};
    struct setting s = setting_open(*state, false);
    for (int round = 0; round < ROUNDS; round++) {
        bool latin_only = draw(&g, 2) == 0;
        struct str text = draw_text(s.arena, &g, latin_only);
        s.options.alignment = (enum alignment)draw(&g, 4);
        s.options.hyphenate = draw(&g, 2) == 0;
        s.options.balance = draw(&g, 4) == 0;
        s.style.small_caps = draw(&g, 8) == 0;
        s.style.italic = draw(&g, 4) == 0;
        /* On one line everything is said once. */
        struct paragraph whole = setting_set(&s, text, PT(100000));
        struct paragraph p =
            setting_set(&s, text, PT(60) + PT(1) * draw(&g, 200));
        for (size_t i = 0; i < p.line_count; i++)
            check_line(&p, &p.lines[i], round, text);
        assert_int_equal(text_length(&p), text_length(&whole));
        assert_true(p.line_count >= whole.line_count);
    }
    font_book_close(s.book);
}

/* Left to right, the lines read one after the other are the text. */
static void
latin_lines_are_the_text(void **state)
{
    struct generator g = {UINT64_C(0xD1B54A32D192ED03)};
    struct setting s = setting_open(*state, false);
    for (int round = 0; round < ROUNDS; round++) {
        struct str text = draw_text(s.arena, &g, true);
        struct paragraph whole = setting_set(&s, text, PT(100000));
        struct paragraph p =
            setting_set(&s, text, PT(70) + PT(1) * draw(&g, 100));
        struct buf one = buf_new(s.arena), many = buf_new(s.arena);
        for (size_t i = 0; i < whole.line_count; i++)
            for (size_t r = 0; r < whole.lines[i].run_count; r++)
                buf_add(&one, whole.lines[i].runs[r].text);
        for (size_t i = 0; i < p.line_count; i++) {
            for (size_t r = 0; r < p.lines[i].run_count; r++)
                buf_add(&many, p.lines[i].runs[r].text);
            many.len -= p.lines[i].hyphenated;
        }
        if (!str_equal(buf_str(&one), buf_str(&many)))
            print_error("round %d: |%.*s|\n%.*s|\n%.*s|\n", round,
                        STR_ARG(text), STR_ARG(buf_str(&one)),
                        STR_ARG(buf_str(&many)));
        assert_true(str_equal(buf_str(&one), buf_str(&many)));
    }
    font_book_close(s.book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(lines_of_any_text),
        UNIT_TEST(latin_lines_are_the_text),
    };
    return cmocka_run_group_tests_name("type_lines", tests, NULL, NULL);
}
