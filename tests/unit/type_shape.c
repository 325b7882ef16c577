/* Shaping: kerning, ligatures, figures, small capitals, letter space. */
#include "type_setting.h"

static const struct glyph_run *
only_run(const struct setting *s, const char *text)
{
    struct paragraph p = setting_set(s, str_from(text), PT(1000));
    assert_int_equal(p.line_count, 1);
    assert_int_equal(p.lines[0].run_count, 1);
    return &p.lines[0].runs[0];
}

static void
kerning(void **state)
{
    struct setting s = setting_open(*state, false);
    upt together = only_run(&s, "AVA")->width;
    upt apart = 2 * only_run(&s, "A")->width + only_run(&s, "V")->width;
    assert_true(together < apart - PT(0.2));
    font_book_close(s.book);
}

static void
ligatures(void **state)
{
    struct setting s = setting_open(*state, false);
    s.style.family = STR("EB Garamond");
    const struct glyph_run *run = only_run(&s, "office");
    assert_int_equal(run->glyph_count, 4); /* o ffi c e */
    assert_int_equal(run->glyphs[1].cluster, 1);
    assert_int_equal(run->glyphs[2].cluster, 4);
    assert_str(run->text, "office");
    s.style.letter_space = PT(1);
    run = only_run(&s, "office");
    assert_int_equal(run->glyph_count, 6);
    font_book_close(s.book);
}

static void
letter_space(void **state)
{
    struct setting s = setting_open(*state, false);
    upt plain = only_run(&s, "oak")->width;
    s.style.letter_space = PT(0.5);
    struct paragraph p = setting_set(&s, STR("oak"), PT(1000));
    assert_true(p.lines[0].width == plain + PT(1));
    /* Wider gaps would be read as blanks. */
    s.style.letter_space = PT(5);
    p = setting_set(&s, STR("oak"), PT(1000));
    assert_true(p.lines[0].width == plain + PT(1.6));
    font_book_close(s.book);
}

static void
figures(void **state)
{
    static const char *const families[] = {"Source Sans 3", "Source Serif 4",
                                           "EB Garamond", "Literata"};
    struct setting s = setting_open(*state, false);
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        s.style.family = str_from(families[i]);
        s.style.tabular_figures = true;
        assert_true(only_run(&s, "1")->width == only_run(&s, "8")->width);
        s.style.tabular_figures = false;
        assert_true(only_run(&s, "1")->width < only_run(&s, "8")->width);
        uint32_t lining = only_run(&s, "8")->glyphs[0].id;
        s.style.oldstyle_figures = true;
        assert_int_not_equal(only_run(&s, "8")->glyphs[0].id, lining);
        s.style.oldstyle_figures = false;
    }
    font_book_close(s.book);
}

/* Alegreya Sans has old-style figures of its own accord. */
static void
lining_unless_asked(void **state)
{
    struct setting s = setting_open(*state, false);
    s.style.family = STR("Alegreya Sans");
    uint32_t lining = only_run(&s, "8")->glyphs[0].id;
    s.style.oldstyle_figures = true;
    assert_int_not_equal(only_run(&s, "8")->glyphs[0].id, lining);
    font_book_close(s.book);
}

static void
small_capitals(void **state)
{
    struct setting s = setting_open(*state, false);
    uint32_t small = only_run(&s, "a")->glyphs[0].id;
    uint32_t capital = only_run(&s, "A")->glyphs[0].id;
    s.style.small_caps = true;
    uint32_t drawn = only_run(&s, "a")->glyphs[0].id;
    assert_int_not_equal(drawn, small);
    assert_int_not_equal(drawn, capital);
    /* The italic has none: capitals of a smaller size stand in. */
    s.style.italic = true;
    struct paragraph p = setting_set(&s, STR("Mhab"), PT(1000));
    assert_int_equal(p.lines[0].run_count, 2);
    assert_true(p.lines[0].runs[1].size < p.lines[0].runs[0].size);
    assert_str(p.lines[0].runs[1].text, "hab");
    font_book_close(s.book);
}

static void
decomposed_letters(void **state)
{
    struct setting s = setting_open(*state, false);
    uint32_t composed = only_run(&s, "\xC3\xA9")->glyphs[0].id;
    const struct glyph_run *run = only_run(&s, "e\xCC\x81");
    assert_int_equal(run->glyph_count, 1);
    assert_int_equal(run->glyphs[0].id, composed);
    font_book_close(s.book);
}

static void
runs_and_marks(void **state)
{
    struct setting s = setting_open(*state, false);
    int link;
    struct text_run runs[2] = {
        {.text = STR("see "), .style = s.style, .span = SPAN_NONE},
        {.text = STR("example"),
         .style = s.style,
         .span = SPAN_NONE,
         .color = 0x336699,
         .underline = true,
         .mark = &link},
    };
    struct paragraph p =
        paragraph_set(s.arena, s.book, runs, 2, PT(200), &s.options);
    assert_int_equal(p.lines[0].run_count, 2);
    assert_ptr_equal(p.lines[0].runs[1].mark, &link);
    assert_int_equal(p.lines[0].runs[1].color, 0x336699);
    assert_true(p.lines[0].runs[1].underline);
    assert_ptr_equal(p.lines[0].runs[0].mark, NULL);
    font_book_close(s.book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(kerning),
        UNIT_TEST(ligatures),
        UNIT_TEST(letter_space),
        UNIT_TEST(figures),
        UNIT_TEST(lining_unless_asked),
        UNIT_TEST(small_capitals),
        UNIT_TEST(decomposed_letters),
        UNIT_TEST(runs_and_marks),
    };
    return cmocka_run_group_tests_name("type_shape", tests, NULL, NULL);
}
