/* The font book: families, nearest faces, metrics, coverage, subsets. */
#include "type_setting.h"

static const struct face *
face_of(const struct setting *s, const char *family, enum font_weight weight,
        bool italic)
{
    struct font_style style = {
        .family = str_from(family), .weight = weight, .italic = italic};
    return font_book_face(s->book, &style);
}

static void
nearest_faces(void **state)
{
    static const struct {
        const char *family;
        enum font_weight weight;
        bool italic;
        const char *name;
    } cases[] = {
        {"Source Sans 3", WEIGHT_REGULAR, false, "SourceSans3-Regular"},
        {"source sans 3", WEIGHT_BOLD, true, "SourceSans3-BoldItalic"},
        {"Source Sans 3", WEIGHT_SEMIBOLD, false, "SourceSans3-SemiBold"},
        {"Source Serif 4", WEIGHT_SEMIBOLD, true,
         "SourceSerif4-SemiBoldItalic"},
        {"EB Garamond", WEIGHT_REGULAR, true, "EBGaramond-Italic"},
        {"EB Garamond", WEIGHT_SEMIBOLD, true, "EBGaramond-BoldItalic"},
        {"Literata", WEIGHT_SEMIBOLD, true, "Literata-SemiBoldItalic"},
        {"IBM Plex Sans", WEIGHT_BOLD, true, "IBMPlexSans-BoldItalic"},
        {"Roboto", WEIGHT_REGULAR, true, "Roboto-Italic"},
        {"Alegreya Sans", WEIGHT_SEMIBOLD, false, "AlegreyaSans-Bold"},
        {"No Such Family", WEIGHT_BOLD, false, "SourceSans3-Bold"},
    };
    struct setting s = setting_open(*state, false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(face_name(face_of(&s, cases[i].family, cases[i].weight,
                                     cases[i].italic)),
                   cases[i].name);
    assert_true(font_book_has_family(s.book, STR("eb garamond")));
    assert_false(font_book_has_family(s.book, STR("No Such Family")));
    const struct str *names;
    assert_int_equal(font_book_families(s.book, &names), 7);
    assert_str(names[0], "Source Sans 3");
    for (size_t i = 0; i < font_book_face_count(s.book); i++)
        assert_int_equal(face_index(font_book_face_at(s.book, i)), i);
    font_book_close(s.book);
}

static void
metrics(void **state)
{
    struct setting s = setting_open(*state, false);
    const struct face_metrics *m =
        face_metrics(face_of(&s, "Source Sans 3", WEIGHT_REGULAR, false));
    assert_int_equal(m->units_per_em, 1000);
    assert_int_equal(m->ascent, 1024);
    assert_int_equal(m->descent, -400);
    assert_int_equal(m->cap_height, 660);
    assert_int_equal(m->x_height, 486);
    assert_int_equal(m->weight_class, 400);
    assert_false(m->is_serif);
    m = face_metrics(face_of(&s, "EB Garamond", WEIGHT_BOLD, true));
    assert_true(m->is_serif);
    assert_true(m->italic_angle_tenths < 0);
    assert_int_equal(m->weight_class, 700);
    font_book_close(s.book);
}

/* Ordinary writing needs no other font: punctuation, symbols, European
   languages, and no family may fall back for them. */
static void
repertoire(void **state)
{
    static const char text[] =
        "\xE2\x80\x93 \xE2\x80\x94 \xE2\x80\x98\xE2\x80\x99 "
        "\xE2\x80\x9C\xE2\x80\x9D \xE2\x80\xA2 \xE2\x86\x92 \xE2\x89\xA5 "
        "\xE2\x89\xA4 \xC3\x97 \xC2\xBD \xE2\x82\xAC \xC2\xA3 \xC2\xA9 "
        "\xE2\x80\xA6 \xC2\xB1 \xE2\x84\xA2 \xC2\xB0 "
        "\xC3\xA9 \xC3\xB1 \xC5\x82 \xC5\x91 \xC4\x9F \xC5\xA1 \xC3\xBE "
        "Vi\xE1\xBB\x87t Nguy\xE1\xBB\x85n "
        "\xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1 "
        "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD \xD0\x81\xD0\xB6";
    static const char *const families[] = {
        "Source Sans 3", "Source Serif 4", "EB Garamond",  "Literata",
        "IBM Plex Sans", "Alegreya Sans"};
    struct setting s = setting_open(*state, false);
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        s.style.family = str_from(families[i]);
        struct paragraph p = setting_set(&s, str_from(text), PT(2000));
        assert_int_equal(p.lines[0].run_count, 1);
    }
    assert_int_equal(findings_count(s.findings), 0);
    font_book_close(s.book);
}

/* What is never drawn is never missed. */
static void
invisible_characters(void **state)
{
    struct setting s = setting_open(*state, false);
    const char *text = "a\xE2\x80\x8D"
                       "b\xE2\x81\xA0"
                       "c\xEF\xB8\x8F"
                       "d\xC2\xAD"
                       "e\xE2\x80\x8B"
                       "f\xE2\x80\x8E"
                       "g\xC2\xA0"
                       "h\x07"
                       "e\xCC\x81";
    (void)setting_set(&s, str_from(text), PT(200));
    assert_int_equal(findings_count(s.findings), 0);
    font_book_close(s.book);
}

static void
borrowed_bullets(void **state)
{
    struct setting s = setting_open(*state, false);
    s.style.family = STR("Source Serif 4");
    struct paragraph p = setting_set(&s, STR("\xE2\x97\x8F one"), PT(200));
    assert_str(face_name(p.lines[0].runs[0].face), "SourceSans3-Regular");
    assert_str(face_name(p.lines[0].runs[1].face), "SourceSerif4-Regular");
    assert_int_equal(findings_count(s.findings), 0);
    font_book_close(s.book);
}

static void
missing_characters(void **state)
{
    struct setting s = setting_open(*state, false);
    struct sources *sources = findings_sources(s.findings);
    uint32_t source =
        sources_add(sources, STR("me.yaml"), STR("name: J \xF0\x93\x80\x80 A"));
    struct text_run run = {.text = STR("J \xF0\x93\x80\x80 A"),
                           .style = s.style,
                           .span = {source, 6, 14}};
    struct paragraph p =
        paragraph_set(s.arena, s.book, &run, 1, PT(200), &s.options);
    assert_int_equal(p.line_count, 1);
    assert_int_equal(findings_count(s.findings), 1);
    const struct finding *finding = findings_at(s.findings, 0);
    assert_int_equal(finding->code, CODE_X401);
    assert_int_equal(finding->span.from, 8);
    assert_int_equal(finding->span.to, 12);
    assert_true(str_find(finding->message, STR("U+13000"), 0) != SIZE_MAX);
    font_book_close(s.book);
}

/* ---- subsets ------------------------------------------------------------- */

static void
check_subset(const struct setting *s, const struct face *face,
             enum subset_kind kind)
{
    uint32_t glyphs[] = {40, 2, 40, 17};
    struct face_subset subset;
    assert_true(face_subset(s->arena, face, glyphs, 4, &subset));
    assert_int_equal(subset.kind, kind);
    assert_true(subset.bytes.len > 100 && subset.bytes.len < 20000);
    assert_int_equal(subset.new_ids[0], subset.new_ids[2]);
    assert_int_not_equal(subset.new_ids[0], subset.new_ids[1]);
    assert_int_not_equal(subset.new_ids[3], 0);
    for (size_t i = 0; i < 4; i++)
        assert_true(subset.advances[i] >= 0);
}

static void
truetype_subset(void **state)
{
    struct setting s = setting_open(*state, false);
    const struct face *face =
        face_of(&s, "Source Serif 4", WEIGHT_REGULAR, false);
    check_subset(&s, face, SUBSET_TRUETYPE);
    struct face_subset subset;
    uint32_t glyphs[] = {2};
    assert_true(face_subset(s.arena, face, glyphs, 1, &subset));
    assert_memory_equal(subset.bytes.at, "\0\1\0\0", 4);
    assert_int_equal(subset.new_ids[0], 1);
    font_book_close(s.book);
}

/* Japanese fonts are CID-keyed CFF: the codes are not the new glyph ids. */
static void
cff_subset(void **state)
{
    struct setting s = setting_open(*state, true);
    struct paragraph p = setting_set(&s, STR("\xE5\xB1\xB1"), PT(200));
    const struct face *face = p.lines[0].runs[0].face;
    struct face_subset subset;
    uint32_t glyph = p.lines[0].runs[0].glyphs[0].id;
    assert_true(face_subset(s.arena, face, &glyph, 1, &subset));
    if (subset.kind == SUBSET_CFF) {
        assert_int_equal(subset.bytes.at[0], 1); /* major version */
        assert_true(subset.new_ids[0] > 0);
    } else {
        print_message("no CFF font with Japanese here\n");
    }
    font_book_close(s.book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(nearest_faces),    UNIT_TEST(metrics),
        UNIT_TEST(repertoire),       UNIT_TEST(invisible_characters),
        UNIT_TEST(borrowed_bullets), UNIT_TEST(missing_characters),
        UNIT_TEST(truetype_subset),  UNIT_TEST(cff_subset),
    };
    return cmocka_run_group_tests_name("type_face", tests, NULL, NULL);
}
