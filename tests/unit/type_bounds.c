/* Texts that nobody should write: bounded memory, sensible lines. */
#include "type_setting.h"

#include <string.h>

static struct str
repeat(struct arena *arena, const char *text, size_t count)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < count; i++)
        buf_add_text(&out, text);
    return buf_str(&out);
}

/* Memory that setting a text hands out. */
static size_t
cost(struct setting *s, struct str text, upt measure)
{
    size_t before = arena_used(s->arena);
    struct paragraph p = setting_set(s, text, measure);
    for (size_t i = 0; i < p.line_count; i++)
        assert_true(p.lines[i].width <= measure);
    return arena_used(s->arena) - before;
}

/* Twice the text costs no more than about twice the memory. */
static void
check_linear(void **state, const char *unit, size_t count, upt measure)
{
    struct setting s = setting_open(*state, false);
    (void)cost(&s, repeat(s.arena, unit, 10), measure);
    size_t once = cost(&s, repeat(s.arena, unit, count), measure);
    size_t twice = cost(&s, repeat(s.arena, unit, 2 * count), measure);
    assert_true(twice < 3 * once);
    font_book_close(s.book);
}

static void
one_word_of_a_megabyte(void **state)
{
    struct setting s = setting_open(*state, false);
    struct paragraph p =
        setting_set(&s, repeat(s.arena, "abcdefghij", 100000), PT(400));
    assert_true(p.line_count > 10000 && p.line_count < 20000);
    for (size_t i = 0; i < p.line_count; i++)
        assert_true(p.lines[i].width <= PT(400));
    /* Filled lines, not one letter each. */
    for (size_t i = 0; i + 1 < p.line_count; i++)
        assert_true(p.lines[i].width > PT(380));
    font_book_close(s.book);
}

static void
ten_thousand_words(void **state)
{
    check_linear(state, "word and more ", 3500, PT(400));
}

static void
justified_and_hyphenated(void **state)
{
    struct setting s = setting_open(*state, false);
    s.options.alignment = ALIGN_JUSTIFY;
    s.options.hyphenate = true;
    (void)cost(&s, repeat(s.arena, "documentation of responsibility ", 2000),
               PT(60));
    font_book_close(s.book);
}

static void
many_empty_places(void **state)
{
    check_linear(state, "\xE2\x80\x8B", 20000, PT(400));
    check_linear(state, "\xC2\xAD", 20000, PT(400));
    check_linear(state, "-", 20000, PT(400));
    check_linear(state, "\n", 5000, PT(400));
}

static void
many_marks_on_a_letter(void **state)
{
    check_linear(state, "\xCC\x81", 5000, PT(400));
}

static void
deep_directions(void **state)
{
    check_linear(state, "\xE2\x80\xAE(a\xE2\x80\xAD", 2000, PT(400));
}

static void
malformed_bytes(void **state)
{
    struct setting s = setting_open(*state, false);
    struct paragraph p = setting_set(&s, STR("a\xFF\xC3(\xE2\x82"), PT(400));
    assert_int_equal(p.line_count, 1);
    font_book_close(s.book);
}

/* The library for line breaks stops at both of them. */
static void
flags_and_noncharacters(void **state)
{
    struct setting s = setting_open(*state, false);
    const char *text = "from \xF0\x9F\x87\xBA\xF0\x9F\x87\xB8 to "
                       "\xEF\xBF\xBF \xEF\xBF\xBE \xF4\x8F\xBF\xBF.";
    assert_int_equal(setting_set(&s, str_from(text), PT(400)).line_count, 1);
    font_book_close(s.book);
}

static void
measures_of_nothing(void **state)
{
    struct setting s = setting_open(*state, false);
    for (upt measure = -PT(5); measure <= PT(5); measure += PT(5)) {
        struct paragraph p = setting_set(&s, STR("some words"), measure);
        assert_true(p.line_count >= 9);
    }
    s.options.alignment = ALIGN_JUSTIFY;
    s.options.balance = true;
    s.options.indent_first = PT(50);
    assert_true(setting_set(&s, STR("some words"), PT(40)).line_count > 1);
    font_book_close(s.book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(one_word_of_a_megabyte),   UNIT_TEST(ten_thousand_words),
        UNIT_TEST(justified_and_hyphenated), UNIT_TEST(many_empty_places),
        UNIT_TEST(many_marks_on_a_letter),   UNIT_TEST(deep_directions),
        UNIT_TEST(malformed_bytes),          UNIT_TEST(flags_and_noncharacters),
        UNIT_TEST(measures_of_nothing),
    };
    return cmocka_run_group_tests_name("type_bounds", tests, NULL, NULL);
}
