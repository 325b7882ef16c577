/* Lines as a whole: alignment, justification, hyphens, last lines, balance,
   direction, and what glyph runs promise. */
#include "type_setting.h"

static const char *const prose =
    "Cut the median wait from 41 to 26 minutes in six months by splitting "
    "patient flow at check-in, and held visit satisfaction at 92% while the "
    "budget closed 2% under plan in every quarter of the year.";

/* What holds of every paragraph, whatever its text. */
static void
check_promises(const struct paragraph *p)
{
    for (size_t i = 0; i < p->line_count; i++) {
        const struct line *line = &p->lines[i];
        upt ink = 0;
        for (size_t r = 0; r < line->run_count; r++) {
            const struct glyph_run *run = &line->runs[r];
            upt sum = 0;
            for (size_t g = 0; g < run->glyph_count; g++) {
                assert_true(run->glyphs[g].cluster < run->text.len);
                sum += run->glyphs[g].advance;
            }
            assert_true(sum >= run->width);
            if (r + 1 < line->run_count)
                assert_true(run->x + sum == run[1].x);
            ink += run->width;
        }
        assert_true(ink == line->width);
        assert_true(line->width <= p->measure);
        assert_true(line->width <= p->widest);
    }
}

static void
alignments(void **state)
{
    struct setting s = setting_open(*state, false);
    upt measure = PT(200);
    for (int a = ALIGN_START; a <= ALIGN_JUSTIFY; a++) {
        s.options.alignment = (enum alignment)a;
        struct paragraph p = setting_set(&s, str_from(prose), measure);
        check_promises(&p);
        assert_true(p.line_count == 5);
        for (size_t i = 0; i < p.line_count; i++) {
            const struct line *line = &p.lines[i];
            upt room = measure - line->width;
            upt expected = a == ALIGN_CENTER ? room / 2
                           : a == ALIGN_END  ? room
                                             : 0;
            assert_true(line->x == expected);
            assert_true(line->runs[0].x == expected);
            if (a == ALIGN_JUSTIFY && !line->hard_end)
                assert_true(room == 0);
        }
    }
    font_book_close(s.book);
}

static void
blank_at_line_end(void **state)
{
    struct setting s = setting_open(*state, false);
    struct paragraph p = setting_set(&s, STR("Mississippi Missouri"), PT(60));
    assert_int_equal(p.line_count, 2);
    const struct glyph_run *run = &p.lines[0].runs[0];
    assert_str(run->text, "Mississippi ");
    assert_int_equal(run->glyphs[run->glyph_count - 1].cluster, 11);
    assert_true(run->glyphs[run->glyph_count - 1].advance > 0);
    assert_true(run->width == p.lines[0].width);
    assert_str(p.lines[1].runs[0].text, "Missouri");
    font_book_close(s.book);
}

static void
hyphens(void **state)
{
    struct setting s = setting_open(*state, false);
    s.options.alignment = ALIGN_JUSTIFY;
    const char *text = "Responsible for the administration of three clinics, "
                       "their reimbursement and their documentation.";
    struct paragraph p = setting_set(&s, str_from(text), PT(110));
    for (size_t i = 0; i < p.line_count; i++)
        assert_false(p.lines[i].hyphenated);
    s.options.hyphenate = true;
    p = setting_set(&s, str_from(text), PT(110));
    check_promises(&p);
    size_t count = 0;
    for (size_t i = 0; i < p.line_count; i++) {
        const struct line *line = &p.lines[i];
        if (!line->hyphenated)
            continue;
        count++;
        const struct glyph_run *run = &line->runs[line->run_count - 1];
        assert_true(str_ends(run->text, STR("-")));
        assert_int_equal(run->glyphs[run->glyph_count - 1].cluster,
                         run->text.len - 1);
        assert_true(i + 2 >= p.line_count || !p.lines[i + 1].hyphenated ||
                    !p.lines[i + 2].hyphenated);
    }
    assert_true(count > 0);
    assert_false(p.lines[p.line_count - 2].hyphenated);
    font_book_close(s.book);
}

/* A last line of one short word is avoided where it can be. */
static void
stranded_words(void **state)
{
    struct setting s = setting_open(*state, false);
    const char *text = "Led the move to one record system for three clinics "
                       "and trained all 46 of us";
    struct text_run run = {
        .text = str_from(text), .style = s.style, .span = SPAN_NONE};
    upt whole = text_width(s.arena, s.book, &run, 1);
    struct paragraph p = setting_set(&s, str_from(text), whole - PT(1));
    assert_int_equal(p.line_count, 2);
    assert_true(p.lines[1].width > whole / 12);
    assert_str(p.lines[1].runs[0].text, "46 of us");
    font_book_close(s.book);
}

static void
balanced_headings(void **state)
{
    struct setting s = setting_open(*state, false);
    s.style.size = PT(20);
    const char *text = "Telehealth that reached a rural county in one year";
    struct paragraph plain = setting_set(&s, str_from(text), PT(400));
    s.options.balance = true;
    struct paragraph p = setting_set(&s, str_from(text), PT(400));
    assert_int_equal(plain.line_count, 2);
    assert_int_equal(p.line_count, 2);
    assert_true(p.lines[0].width - p.lines[1].width < PT(60));
    assert_true(plain.lines[0].width - plain.lines[1].width > PT(200));
    font_book_close(s.book);
}

static void
first_line_indent(void **state)
{
    struct setting s = setting_open(*state, false);
    s.options.indent_first = PT(20);
    struct paragraph p = setting_set(&s, str_from(prose), PT(200));
    assert_true(p.lines[0].x == PT(20));
    assert_true(p.lines[0].width <= PT(180));
    assert_true(p.lines[1].x == 0);
    font_book_close(s.book);
}

static void
same_lines_every_time(void **state)
{
    struct setting s = setting_open(*state, false);
    s.options.alignment = ALIGN_JUSTIFY;
    struct paragraph a = setting_set(&s, str_from(prose), PT(150));
    (void)setting_set(&s, STR("something else between them"), PT(40));
    struct paragraph b = setting_set(&s, str_from(prose), PT(150));
    assert_int_equal(a.line_count, b.line_count);
    for (size_t i = 0; i < a.line_count; i++) {
        const struct glyph_run *x = &a.lines[i].runs[0];
        const struct glyph_run *y = &b.lines[i].runs[0];
        assert_int_equal(x->glyph_count, y->glyph_count);
        assert_memory_equal(x->glyphs, y->glyphs,
                            x->glyph_count * sizeof *x->glyphs);
    }
    font_book_close(s.book);
}

/* ---- other scripts: need a font of the system ---------------------------- */

static bool
has_all_glyphs(const struct setting *s)
{
    for (size_t i = 0; i < findings_count(s->findings); i++) {
        if (findings_at(s->findings, i)->code == CODE_X401)
            return false;
    }
    return true;
}

static void
right_to_left(void **state)
{
    struct setting s = setting_open(*state, true);
    const char *text = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D abc "
                       "\xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D";
    struct paragraph p = setting_set(&s, str_from(text), PT(200));
    check_promises(&p);
    if (!has_all_glyphs(&s)) {
        print_message("no font with Hebrew here\n");
        font_book_close(s.book);
        return;
    }
    const struct line *line = &p.lines[0];
    /* The first word stands at the right edge, the last one left. */
    const struct glyph_run *right = &line->runs[line->run_count - 1];
    assert_true(right->rtl);
    assert_true(str_starts(right->text, STR("\xD7\xA9")));
    assert_true(right->x + right->width == PT(200));
    assert_true(line->runs[0].rtl);
    /* Glyphs go from left to right, so the clusters fall. */
    assert_true(right->glyphs[0].cluster >
                right->glyphs[right->glyph_count - 1].cluster);
    assert_true(line->x == PT(200) - line->width);
    font_book_close(s.book);
}

static void
right_to_left_lines(void **state)
{
    struct setting s = setting_open(*state, true);
    struct buf text = buf_new(*state);
    for (int i = 0; i < 20; i++)
        buf_add_text(&text, "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D ");
    struct paragraph p = setting_set(&s, buf_str(&text), PT(100));
    check_promises(&p);
    assert_true(p.line_count > 3);
    for (size_t i = 0; i + 1 < p.line_count; i++) {
        /* The blank of the line's end is left of the ink. */
        const struct line *line = &p.lines[i];
        assert_true(line->runs[0].x < line->x);
        assert_true(line->x + line->width == PT(100));
    }
    font_book_close(s.book);
}

static void
ideographs(void **state)
{
    struct setting s = setting_open(*state, true);
    s.options.language = STR("ja");
    struct paragraph p = setting_set(
        &s,
        STR("\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x81\xAE\xE6\x96\x87"
            "\xE7\xAB\xA0\xE3\x81\xAF\xE3\x80\x81\xE5\x8D\x98\xE8\xAA\x9E"),
        PT(70));
    check_promises(&p);
    if (!has_all_glyphs(&s)) {
        print_message("no font with Japanese here\n");
        font_book_close(s.book);
        return;
    }
    /* The comma may not begin a line. */
    assert_str(setting_lines(&s, &p),
               "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x81\xAE\xE6\x96\x87"
               "\xE7\xAB\xA0|\xE3\x81\xAF\xE3\x80\x81\xE5\x8D\x98\xE8\xAA"
               "\x9E");
    font_book_close(s.book);
}

/* A full stop and an opening quotation mark stand out of the measure, and only
   where that is asked for. */
static void
hanging_marks(void **state)
{
    struct setting s = setting_open(*state, false);
    const char *text = "\xE2\x80\x9CRebuilt the schedule of three clinics, "
                       "cut waits, and kept them there.\xE2\x80\x9D";
    s.options.alignment = ALIGN_JUSTIFY;
    struct paragraph p = setting_set(&s, str_from(text), PT(120));
    assert_true(p.line_count > 1 && p.lines[0].x == 0);
    assert_true(p.widest <= PT(120));
    s.options.hang = true;
    p = setting_set(&s, str_from(text), PT(120));
    assert_true(p.lines[0].x < 0 && p.lines[0].x > -PT(3));
    assert_true(p.lines[1].x == 0);
    font_book_close(s.book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(alignments),        UNIT_TEST(blank_at_line_end),
        UNIT_TEST(hyphens),           UNIT_TEST(hanging_marks),
        UNIT_TEST(stranded_words),    UNIT_TEST(balanced_headings),
        UNIT_TEST(first_line_indent), UNIT_TEST(same_lines_every_time),
        UNIT_TEST(right_to_left),     UNIT_TEST(right_to_left_lines),
        UNIT_TEST(ideographs),
    };
    return cmocka_run_group_tests_name("type_paragraph", tests, NULL, NULL);
}
