/* Paragraphs that were kept come out as if they were set again. */
#include "type_setting.h"

static const char words[] =
    "Cut the wait for a new-patient visit from 34 to 12 days in 14 months by "
    "opening templates, AVATAR and a shared call center in Wales; office "
    "(9.5).";

static void
assert_same_run(const struct glyph_run *a, const struct glyph_run *b)
{
    assert_true(str_equal(a->text, b->text));
    assert_int_equal(a->x, b->x);
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->size, b->size);
    assert_int_equal(a->color, b->color);
    assert_int_equal(a->underline, b->underline);
    assert_int_equal(face_index(a->face), face_index(b->face));
    assert_ptr_equal(a->mark, b->mark);
    assert_int_equal(a->span.from, b->span.from);
    assert_int_equal(a->glyph_count, b->glyph_count);
    for (size_t i = 0; i < a->glyph_count; i++) {
        assert_int_equal(a->glyphs[i].id, b->glyphs[i].id);
        assert_int_equal(a->glyphs[i].cluster, b->glyphs[i].cluster);
        assert_int_equal(a->glyphs[i].advance, b->glyphs[i].advance);
        assert_int_equal(a->glyphs[i].dx, b->glyphs[i].dx);
        assert_int_equal(a->glyphs[i].dy, b->glyphs[i].dy);
    }
}

static void
assert_same(const struct paragraph *a, const struct paragraph *b)
{
    assert_int_equal(a->line_count, b->line_count);
    assert_int_equal(a->measure, b->measure);
    assert_int_equal(a->widest, b->widest);
    for (size_t i = 0; i < a->line_count; i++) {
        const struct line *one = &a->lines[i], *two = &b->lines[i];
        assert_int_equal(one->run_count, two->run_count);
        assert_int_equal(one->x, two->x);
        assert_int_equal(one->width, two->width);
        assert_int_equal(one->ascent, two->ascent);
        assert_int_equal(one->hyphenated, two->hyphenated);
        assert_int_equal(one->hard_end, two->hard_end);
        for (size_t r = 0; r < one->run_count; r++)
            assert_same_run(&one->runs[r], &two->runs[r]);
    }
}

/* One of many ways to set the words; each differs from the others in what
   lines follow from. */
static struct paragraph
set_one(struct setting *s, size_t way, rgb color, const void *mark)
{
    static const char *const families[] = {"Source Sans 3", "EB Garamond"};
    struct text_run runs[3] = {
        {.text = str_from(words), .style = s->style, .span = {0, 1, 2}},
        {.text = STR(" "), .style = s->style, .span = {0, 3, 4}},
        {.text = STR("of 2019"), .style = s->style, .span = {0, 5, 6}},
    };
    for (size_t i = 0; i < 3; i++) {
        runs[i].style.family = str_from(families[way & 1]);
        runs[i].style.weight = way & 2 ? WEIGHT_BOLD : WEIGHT_REGULAR;
        runs[i].style.tabular_figures = (way & 4) != 0;
    }
    runs[2].color = color;
    runs[2].mark = mark;
    runs[2].underline = mark != NULL;
    runs[2].no_break = (way & 8) != 0;
    s->options.alignment = way & 16 ? ALIGN_JUSTIFY : ALIGN_START;
    s->options.hyphenate = (way & 32) != 0;
    s->options.hang = (way & 64) != 0;
    s->options.balance = (way & 128) != 0;
    return paragraph_set(s->arena, s->book, runs, 3,
                         (upt)(way >> 8) * PT(10) + PT(90), &s->options);
}

static void
kept_ones_are_the_same(void **state)
{
    struct setting plain = setting_open(*state, false);
    struct setting keeping = setting_open(*state, false);
    static const char one, other;

    font_book_keep_paragraphs(keeping.book);
    /* More than are kept at a time, in two rounds of other colors. */
    for (size_t round = 0; round < 2; round++)
        for (size_t way = 0; way < 2048; way++) {
            const void *mark = round ? &one : &other;
            struct paragraph a = set_one(&plain, way, (rgb)(way + round), mark);
            struct paragraph b =
                set_one(&keeping, way, (rgb)(way + round), mark);
            struct paragraph c = set_one(&keeping, way, 7, NULL);
            assert_same(&a, &b);
            assert_int_equal(c.line_count, a.line_count);
            assert_int_equal(c.lines[c.line_count - 1]
                                 .runs[c.lines[c.line_count - 1].run_count - 1]
                                 .color,
                             7);
        }
    font_book_close(plain.book);
    font_book_close(keeping.book);
}

/* What is said of a character that no face has is said as often. */
static void
missing_ones_are_told(void **state)
{
    size_t told[2];

    for (int keeps = 0; keeps < 2; keeps++) {
        struct setting s = setting_open(*state, false);
        struct text_run run = {.text = STR("a \xF0\x92\x80\x80 b"),
                               .style = s.style};

        (void)sources_add(findings_sources(s.findings), STR("a"),
                          STR("as long as the spans reach"));
        if (keeps)
            font_book_keep_paragraphs(s.book);
        for (uint32_t at = 0; at < 20; at++) {
            run.span = (struct span){0, at, at + 1};
            (void)paragraph_set(s.arena, s.book, &run, 1, PT(100), &s.options);
        }
        told[keeps] = findings_count(s.findings);
        font_book_close(s.book);
    }
    assert_true(told[0] > 1);
    assert_int_equal(told[0], told[1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(kept_ones_are_the_same),
        UNIT_TEST(missing_ones_are_told),
    };
    return cmocka_run_group_tests_name("type_kept", tests, NULL, NULL);
}
