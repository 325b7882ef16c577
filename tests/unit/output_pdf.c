#include "unit.h"

#include <stdio.h>

#include "output/pdf.h"
#include "pages_maker.h"
#include "pdf_text.h"

struct fixture {
    struct maker maker;
    struct findings *findings;
};

static struct fixture
begin(struct arena *arena)
{
    struct fixture f;

    f.findings = findings_new(arena, sources_new(arena));
    f.maker = maker_new(arena, f.findings, (struct font_book_options){0});
    return f;
}

static struct str
write_file(struct fixture *f)
{
    struct pdf_result result =
        pdf_write(f->maker.arena, f->findings, f->maker.pages, NULL);

    assert_false(result.failed);
    return result.bytes;
}

/* Writes, closes the book, and gives the file as text. */
static struct str
end(struct fixture *f)
{
    struct str text = pdf_unpack(f->maker.arena, write_file(f));

    font_book_close(f->maker.book);
    return text;
}

static void
assert_holds(struct str text, const char *part)
{
    if (str_find(text, str_from(part), 0) == SIZE_MAX)
        print_error("not there: |%s|\n", part);
    assert_true(str_find(text, str_from(part), 0) != SIZE_MAX);
}

static void
assert_lacks(struct str text, const char *part)
{
    if (str_find(text, str_from(part), 0) != SIZE_MAX)
        print_error("is there: |%s|\n", part);
    assert_true(str_find(text, str_from(part), 0) == SIZE_MAX);
}

/* ---- the file --------------------------------------------------------- */

static void
same_pages_same_bytes(void **state)
{
    struct str first = {0};

    for (int i = 0; i < 3; i++) {
        struct arena *arena = arena_new();
        struct fixture f = begin(arena);
        struct str bytes;

        maker_page(&f.maker);
        maker_text(&f.maker, maker_tag(&f.maker, NULL, TAG_H1), "Jordan",
                   PT(20));
        bytes = str_copy(*state, write_file(&f));
        font_book_close(f.maker.book);
        arena_free(arena);
        if (i == 0)
            first = bytes;
        assert_true(str_equal(first, bytes));
    }
    assert_true(str_starts(first, STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")));
    assert_true(str_ends(first, STR("\n%%EOF\n")));
}

static void
says_what_it_is(void **state)
{
    struct fixture f = begin(*state);
    struct str text;

    maker_page(&f.maker);
    maker_text(&f.maker, maker_tag(&f.maker, NULL, TAG_P), "x", PT(10));
    text = end(&f);
    assert_holds(text, "/Lang(en-US)");
    assert_holds(text, "/MarkInfo<</Marked true>>");
    assert_holds(text, "/DisplayDocTitle true");
    assert_holds(text, "/Subject(Practice <Administrator> & more)");
    assert_holds(text, "Practice &lt;Administrator&gt; &amp; more</rdf:li>");
    assert_holds(text, "/CreationDate(D:20251122143000Z)");
    assert_holds(text, "<xmp:CreateDate>2025-11-22T14:30:00Z<");
    assert_holds(text, "<rdf:li>HEDIS</rdf:li>");
    assert_holds(text, "<pdf:Keywords>Lean, HEDIS, Tableau</pdf:Keywords>");
    assert_holds(text, "<pdfaid:part>2</pdfaid:part>");
    assert_holds(text, "/GTS_PDFA1");
    assert_lacks(text, "EmbeddedFile");
    assert_lacks(text, "Haru");
}

static void
attachments_make_it_part_three(void **state)
{
    struct fixture f = begin(*state);
    struct str text;

    maker_page(&f.maker);
    maker_text(&f.maker, maker_tag(&f.maker, NULL, TAG_P), "x", PT(10));
    *list_add(*state, &f.maker.pages->attachments) =
        (struct attachment){STR("a.yaml"), STR("basics: {}\n"),
                            STR("application/yaml"), STR("Source")};
    text = end(&f);
    assert_holds(text, "<pdfaid:part>3</pdfaid:part>");
    assert_holds(text, "/AFRelationship/Source");
    assert_holds(text, "/Subtype/application#2Fyaml");
    assert_holds(text, "/Params<</Size 11/ModDate(D:20251122143000Z)>>");
    assert_holds(text, "basics: {}\n");
    assert_holds(text, "/AF[");
}

static void
thousands_of_pages(void **state)
{
    struct fixture f = begin(*state);
    struct str text;

    for (int i = 0; i < 1000; i++) {
        struct tag *tag = maker_tag(&f.maker, NULL, TAG_P);

        maker_page(&f.maker);
        maker_text(&f.maker, tag, "A page.", PT(10));
    }
    text = end(&f);
    assert_holds(text, "/Count 1000\n");
    assert_holds(text, "/Nums[0<</S/D/St 1>>]");
    assert_holds(text, "/ParentTreeNextKey 1000");
}

/* A page without marks, and a document of nothing else. */
static void
blank_pages(void **state)
{
    struct fixture f = begin(*state);
    struct str text;

    maker_page(&f.maker);
    text = end(&f);
    assert_holds(text, "/Nums[]");
    assert_lacks(text, "/StructParents");
    f = begin(*state);
    maker_page(&f.maker);
    maker_page(&f.maker);
    maker_text(&f.maker, maker_tag(&f.maker, NULL, TAG_P), "x", PT(10));
    text = end(&f);
    assert_holds(text, "/Limits[1 1]/Nums[1[");
}

/* ---- structure -------------------------------------------------------- */

/* "A link, and more": the link stands between the words of its paragraph. */
static void
content_and_tags_interleave(void **state)
{
    struct fixture f = begin(*state);
    struct tag *p, *link;
    struct font_style style = {.family = STR("Source Sans 3"), .size = PT(10)};
    struct paragraph_options options = {.leading = PT(12)};
    struct str text;
    char kids[80];
    size_t object;

    maker_page(&f.maker);
    p = maker_tag(&f.maker, NULL, TAG_P);
    link = maker_tag(&f.maker, p, TAG_LINK);
    link->title = STR("https://example.org/");
    link->alt = STR("The example");
    maker_runs(
        &f.maker, p,
        (struct text_run[]){
            {.text = STR("A "), .style = style, .span = SPAN_NONE},
            {.text = STR("link"),
             .style = style,
             .mark = link,
             .span = SPAN_NONE},
            {.text = STR(", and more"), .style = style, .span = SPAN_NONE}},
        3, PT(400), &options);
    text = end(&f);
    object = pdf_number(text, "/K[0 ");
    assert_true(object > 0);
    snprintf(kids, sizeof kids, "/K[0 %zu 0 R 2 ]", object);
    assert_holds(text, kids);
    assert_holds(text, "/K[1 <</Type/OBJR");
    assert_holds(text, "/Contents(The example)");
    assert_holds(text, "/F 4/Border[0 0 0]/StructParent 1");
    assert_holds(text, "/URI(https://example.org/)");
    assert_holds(text, "/Tabs/S");
}

static void
empty_cells_stay_other_empty_tags_go(void **state)
{
    struct fixture f = begin(*state);
    struct tag *row, *header, *cell;
    struct str text;

    maker_page(&f.maker);
    (void)maker_tag(&f.maker, NULL, TAG_QUOTE);
    row = maker_tag(&f.maker, maker_tag(&f.maker, NULL, TAG_TABLE), TAG_ROW);
    (void)maker_tag(&f.maker, row, TAG_CELL);
    header = maker_tag(&f.maker, row, TAG_HEADER);
    header->column_header = true;
    maker_text(&f.maker, header, "Wait", PT(10));
    cell = maker_tag(&f.maker, row, TAG_CELL);
    cell->column_span = 2;
    text = end(&f);
    assert_lacks(text, "/S/BlockQuote");
    assert_holds(text, "/S/TD");
    assert_holds(text, "/A<</O/Table/ColSpan 2>>");
    assert_holds(text, "/A<</O/Table/Scope/Column>>");
}

static void
lists_say_how_they_number(void **state)
{
    struct fixture f = begin(*state);
    static const char *const labels[] = {"\xE2\x80\xA2", "1."};
    struct str text;

    maker_page(&f.maker);
    for (size_t i = 0; i < 2; i++) {
        struct tag *list = maker_tag(&f.maker, NULL, TAG_LIST);
        struct tag *item = maker_tag(&f.maker, list, TAG_ITEM);

        maker_text(&f.maker, maker_tag(&f.maker, item, TAG_LABEL), labels[i],
                   PT(10));
        maker_text(&f.maker, maker_tag(&f.maker, item, TAG_BODY), "Led",
                   PT(10));
    }
    text = end(&f);
    assert_holds(text, "/ListNumbering/Disc");
    assert_holds(text, "/ListNumbering/Decimal");
}

static void
figures_have_alt_and_box(void **state)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE};
    static const upt points[] = {PT(10), PT(10), PT(20), PT(92)};
    struct fixture f = begin(*state);
    struct tag *figure;
    struct mark *mark;
    struct str text;

    maker_page(&f.maker);
    figure = maker_tag(&f.maker, NULL, TAG_FIGURE);
    figure->alt = STR("Two bars");
    figure->box.width = PT(10);
    figure->box.height = PT(92);
    mark = maker_mark(&f.maker, MARK_PATH, figure);
    mark->path = (struct path){.verbs = verbs,
                               .verb_count = 2,
                               .points = points,
                               .point_count = 4,
                               .stroke = true,
                               .stroke_color = 0xFF0000,
                               .stroke_width = PT(0.5),
                               .round_caps = true};
    text = end(&f);
    assert_holds(text, "/Alt(Two bars)/A<</O/Layout/BBox[0 700 10 792]>>");
    assert_holds(text, "/Figure<</MCID 0>>BDC\n1 0 0 RG\n.5 w\n1 J 1 j\n"
                       "10 782 m\n20 700 l\nS\nEMC\n");
}

/* Upright boxes are one operator, whatever way they are drawn; others not. */
static void
boxes_are_rectangles(void **state)
{
    static const uint8_t verbs[] = {
        PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE,
        PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE,
        PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    static const upt points[] = {PT(1), PT(2), PT(4), PT(2), PT(4), PT(7),
                                 PT(1), PT(7), PT(9), PT(8), PT(9), PT(5),
                                 PT(6), PT(5), PT(6), PT(8), PT(1), PT(2),
                                 PT(4), PT(3), PT(4), PT(7), PT(1), PT(7)};
    struct fixture f = begin(*state);
    struct mark *mark;

    maker_page(&f.maker);
    mark = maker_mark(&f.maker, MARK_PATH, NULL);
    mark->path = (struct path){.verbs = verbs,
                               .verb_count = sizeof verbs,
                               .points = points,
                               .point_count = 24,
                               .fill = true,
                               .even_odd = true};
    assert_holds(end(&f), "/Artifact BMC\n1 790 3 -5 re\n9 787 -3 -3 re\n"
                          "1 790 m\n4 789 l\n4 785 l\n1 785 l\nh\n"
                          "f*\nEMC\n");
}

/* ---- ways ------------------------------------------------------------- */

static void
outline_names_and_labels(void **state)
{
    struct fixture f = begin(*state);
    static const struct {
        const char *name;
        unsigned level;
    } items[] = {{"b", 0}, {"c", 1}, {"a", 0}};
    struct str text;

    for (size_t i = 0; i < 3; i++) {
        maker_page(&f.maker);
        maker_destination(&f.maker, str_from(items[i].name));
        *list_add(*state, &f.maker.pages->outline) =
            (struct outline_item){.title = str_from(items[i].name),
                                  .level = items[i].level,
                                  .target = str_from(items[i].name)};
        maker_text(&f.maker, maker_tag(&f.maker, NULL, TAG_H1), "x", PT(10));
    }
    f.maker.pages->at.at[0].label = STR("i");
    f.maker.pages->at.at[2].label = STR("9");
    text = end(&f);
    assert_holds(text, "/Limits[(a)(c)]/Names[(a)[");
    assert_holds(text, "/XYZ 72 720 null]");
    assert_holds(text, "/Nums[0<</P(i)>>1<</S/D/St 2>>2<</S/D/St 9>>]");
    assert_holds(text, "/Type/Outlines");
    assert_holds(text, "/Count 3");
}

/* ---- text ------------------------------------------------------------- */

static const struct face *
plain_face(struct fixture *f)
{
    struct font_style style = {.family = STR("Source Sans 3"), .size = PT(10)};

    return font_book_face(f->maker.book, &style);
}

/* The glyphs' ids of an ASCII text in the face, by shaping it. */
static struct glyph *
glyphs_of(struct fixture *f, const char *text, size_t *count)
{
    struct text_run run = {
        .text = str_from(text),
        .style = {.family = STR("Source Sans 3"), .size = PT(10)},
        .span = SPAN_NONE};
    struct paragraph_options options = {.leading = PT(12)};
    struct paragraph p = paragraph_set(f->maker.arena, f->maker.book, &run, 1,
                                       PT(1000), &options);
    struct glyph *glyphs;

    *count = p.lines[0].runs[0].glyph_count;
    glyphs = ARENA_ARRAY(f->maker.arena, *count, struct glyph);
    for (size_t i = 0; i < *count; i++)
        glyphs[i] = p.lines[0].runs[0].glyphs[i];
    return glyphs;
}

static struct str
draw_run(struct fixture *f, struct glyph_run *run)
{
    struct mark *mark;

    maker_page(&f->maker);
    mark =
        maker_mark(&f->maker, MARK_GLYPHS, maker_tag(&f->maker, NULL, TAG_P));
    mark->glyphs.run = run;
    mark->glyphs.x = PT(72);
    mark->glyphs.y = PT(92);
    return end(f);
}

/* Reads a TJ number at *at, in 1/1000 em. */
static double
read_number(struct str s, size_t *at)
{
    double sign = 1, value = 0, place = 0;

    if (s.at[*at] == '-') {
        sign = -1;
        ++*at;
    }
    for (; ascii_is_digit(s.at[*at]) || s.at[*at] == '.'; ++*at) {
        if (s.at[*at] == '.') {
            place = 1;
            continue;
        }
        value = value * 10 + (s.at[*at] - '0');
        place *= 10;
    }
    return sign * (place > 0 ? value / place : value);
}

/* Widths of codes 1.. from the only /W of the file, in 1/1000 em. */
static size_t
read_widths(struct str text, double *widths)
{
    size_t at = str_find(text, STR("/W[1["), 0) + 5, count = 0;

    while (text.at[at] != ']') {
        widths[++count] = read_number(text, &at);
        if (text.at[at] == ' ')
            at++;
    }
    return count;
}

/*
 * Glyphs with uneven advances and offsets stand where they should, to half of
 * 1/1000 em, at the end of a long line as at its start.
 */
static void
places_are_exact(void **state)
{
    struct fixture f = begin(*state);
    struct glyph_run run = {.face = plain_face(&f), .size = PT(10)};
    struct glyph *glyphs;
    double widths[64] = {0}, pen = 0, expected = 0;
    size_t at, glyph = 0;
    struct str text;

    run.text = STR("the quick brown fox jumps over a lazy dog again");
    glyphs = glyphs_of(&f, run.text.at, &run.glyph_count);
    assert_int_equal(run.glyph_count, run.text.len);
    for (size_t i = 0; i < run.glyph_count; i++) {
        glyphs[i].advance += (upt)(i * 7919 % 2003) * 100 - 90000;
        glyphs[i].dx = i % 5 == 4 ? 33333 : 0;
    }
    run.glyphs = glyphs;
    text = draw_run(&f, &run);
    (void)read_widths(text, widths);
    at = str_find(text, STR("72 700 Td\n[("), 0);
    assert_true(at != SIZE_MAX);
    for (at += 12; text.at[at] != ']';) {
        unsigned code;

        if (text.at[at] == ')') {
            at++;
            if (text.at[at] != ']')
                pen -= read_number(text, &at);
            at += text.at[at] == '(';
            continue;
        }
        assert_int_equal(text.at[at], 0);
        at += text.at[at + 1] == '\\' ? 2 : 1;
        code = (unsigned char)text.at[at++];
        if (code == 'r' && text.at[at - 2] == '\\')
            code = '\r';
        expected += (double)glyphs[glyph].dx / 10000;
        assert_true(pen - expected < 0.501 && expected - pen < 0.501);
        expected -= (double)glyphs[glyph].dx / 10000;
        expected += (double)glyphs[glyph++].advance / 10000;
        pen += widths[code];
    }
    assert_int_equal(glyph, run.glyph_count);
}

/* PDF/A forbids the missing glyph; its character stays in the text. */
static void
missing_glyphs_are_boxes(void **state)
{
    struct fixture f = begin(*state);
    struct glyph_run run = {
        .face = plain_face(&f), .size = PT(10), .text = STR("a \xE6\x97\xA5z")};
    struct glyph *glyphs;
    size_t count;
    struct str text;

    glyphs = glyphs_of(&f, "a z", &count);
    run.glyph_count = 4;
    run.glyphs = (struct glyph[]){
        {.id = glyphs[0].id, .advance = PT(5), .cluster = 0},
        {.id = glyphs[1].id, .advance = PT(2), .cluster = 1},
        {.id = 0, .advance = PT(8), .cluster = 2},
        {.id = glyphs[2].id, .advance = PT(5), .cluster = 5},
    };
    text = draw_run(&f, &run);
    assert_holds(text, "/Span<</MCID 1/ActualText(\xFE\xFF\x65\xE5)>>BDC\n");
    assert_holds(text, "79.833 700 6.333 6.667 re\nS\nEMC\n/P<</MCID 2>>BDC\n");
    assert_holds(text, "87 700 Td\n[(");
}

/* Draws four times the glyph of "a", clusters as given, for that text. */
static struct str
draw_as(struct fixture *f, const char *text, const uint32_t clusters[4])
{
    struct glyph_run run = {
        .face = plain_face(f), .size = PT(10), .text = str_from(text)};
    struct glyph *glyphs;
    size_t count;

    glyphs = glyphs_of(f, "aaaa", &count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        glyphs[i].cluster = clusters[i];
    run.glyphs = glyphs;
    run.glyph_count = count;
    return draw_run(f, &run);
}

/* A glyph that says different things: the commonest has the glyph's own code,
   the other one a code behind all glyphs. */
static void
other_text_has_its_code(void **state)
{
    struct fixture f = begin(*state);
    struct str text = draw_as(&f, "aaXa", (uint32_t[]){0, 1, 2, 3});

    assert_holds(text, "<0001><0061>\n<0002><0058>\n");
    assert_holds(text, "/CIDToGIDMap ");
    assert_lacks(text, "/CIDToGIDMap/Identity");
    assert_lacks(text, "/ActualText");
}

static void
one_text_for_each_glyph_needs_no_map(void **state)
{
    struct fixture f = begin(*state);
    struct str text = draw_as(&f, "aaaa", (uint32_t[]){0, 1, 2, 3});

    assert_holds(text, "/CIDToGIDMap/Identity");
}

/* Glyphs that only together say something, in whatever order they stand. */
static void
parts_of_a_cluster_are_actual_text(void **state)
{
    struct fixture f = begin(*state);
    struct str text = draw_as(&f, "aaXa", (uint32_t[]){0, 1, 1, 3});

    assert_holds(text, "/ActualText(aX)>>BDC\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(same_pages_same_bytes),
        UNIT_TEST(says_what_it_is),
        UNIT_TEST(attachments_make_it_part_three),
        UNIT_TEST(thousands_of_pages),
        UNIT_TEST(blank_pages),
        UNIT_TEST(content_and_tags_interleave),
        UNIT_TEST(empty_cells_stay_other_empty_tags_go),
        UNIT_TEST(lists_say_how_they_number),
        UNIT_TEST(figures_have_alt_and_box),
        UNIT_TEST(boxes_are_rectangles),
        UNIT_TEST(outline_names_and_labels),
        UNIT_TEST(places_are_exact),
        UNIT_TEST(missing_glyphs_are_boxes),
        UNIT_TEST(other_text_has_its_code),
        UNIT_TEST(one_text_for_each_glyph_needs_no_map),
        UNIT_TEST(parts_of_a_cluster_are_actual_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
