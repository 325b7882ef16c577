/* Where lines may end: each text is set so narrow that every break that is
   allowed is taken, and the breaks are read off. */
#include "type_setting.h"

/* A measure at which no two chunks fit a line: the widest chunk's. */
static struct str
all_breaks(const struct setting *s, const char *expected)
{
    struct buf text = buf_new(s->arena);
    upt widest = 0;
    for (const char *at = expected; *at;) {
        struct buf chunk = buf_new(s->arena);
        for (; *at && *at != '|'; at++)
            buf_add_byte(&chunk, *at);
        at += *at == '|';
        struct text_run run = {
            .text = buf_str(&chunk), .style = s->style, .span = SPAN_NONE};
        upt width = text_width(s->arena, s->book, &run, 1);
        widest = width > widest ? width : widest;
        buf_add(&text, buf_str(&chunk));
    }
    return setting_break(s, str_terminated(s->arena, buf_str(&text)),
                         widest + PT(0.01));
}

/* "|" where a line may end; "[...]" chunks are long, so that the others have
   no company. */
static const char *const cases[] = {
    /* plain words */
    "Mississippi |Mississippi |Mississippi",
    /* figures and units stay together */
    "open24/7daily |Mississippi |Mississippi",
    "US$1.2Mbudget |Mississippi |Mississippi",
    "(2019-2023) |Mississippi |Mississippi",
    ("y2019\xE2\x80\x93"
     "2023y |Mississippi |Mississippi"),
    "COVID-19 ward |Mississippi |Mississippi",
    "312-555-0142 |Mississippi |Mississippi",
    "more than 20 % |Mississippi |Mississippi",
    "10\xC2\xA0minutes. |Mississippi |Mississippi",
    /* compounds part after the hyphen, short heads do not */
    "organization-|wide-ranging",
    "an e-mail |Mississippi |Mississippi",
    "X-rays |Mississippi |Mississippi",
    "-5fold -x |Mississippi |Mississippi",
    /* slashes: only between whole words */
    "physicians/|registrars",
    "and/or w/o |Mississippi |Mississippi",
    /* dashes never begin a line */
    "Mississippi \xE2\x80\x93 |Mississippi |Mississippi",
    "Mississippi\xE2\x80\x94|Mississippi |Mississippi",
    /* brackets and quotes */
    "many patient(s) |Mississippi |Mississippi",
    "\xE2\x80\x9CMississippi\xE2\x80\x9D |Mississippi |Mississippi",
    /* addresses */
    "https://example.org/|documentation/|introduction",
    "some.body@mail.net |Mississippi |Mississippi",
    /* a long part of one before its signs, an ordinary one nowhere */
    "https://example.org/|the-documentation|-of-many-releases",
    "http://example.org/|documentation-for/|introduction",
};

static void
breaks_of_latin(void **state)
{
    struct setting s = setting_open(*state, false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(all_breaks(&s, cases[i]), cases[i]);
    assert_int_equal(findings_count(s.findings), 0);
    font_book_close(s.book);
}

/* What belongs together parts only where the line would suffer. */
static void
poor_places(void **state)
{
    static const char *const texts[][2] = {
        {"valid to Dec 2027", "valid to |Dec 2027"},
        {"waited 41 minutes", "waited |41 minutes"},
        {"asked for Dr. Kim", "asked for |Dr. Kim"},
        {"from 41 to 26 now", "from 41 to |26 now"},
    };
    struct setting s = setting_open(*state, false);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct text_run run = {
            .text = str_from(texts[i][0]), .style = s.style, .span = SPAN_NONE};
        upt whole = text_width(s.arena, s.book, &run, 1);
        assert_str(setting_break(&s, texts[i][0], whole - PT(2)), texts[i][1]);
    }
    font_book_close(s.book);
}

static void
forced_breaks(void **state)
{
    struct setting s = setting_open(*state, false);
    assert_str(setting_break(&s, "one\ntwo", PT(200)), "one |two");
    assert_str(setting_break(&s, "one \n two\n", PT(200)), "one |two");
    assert_str(setting_break(&s, "one\xE2\x80\xA8two", PT(200)), "one |two");
    struct paragraph p = setting_set(&s, STR("one\n\ntwo"), PT(200));
    assert_int_equal(p.line_count, 3);
    assert_true(p.lines[1].hard_end);
    assert_int_equal(p.lines[1].width, 0);
    font_book_close(s.book);
}

static void
blanks_collapse(void **state)
{
    struct setting s = setting_open(*state, false);
    assert_str(setting_break(&s, "  one \t  two\x01three  ", PT(200)),
               "one two three");
    assert_int_equal(setting_set(&s, STR("   "), PT(200)).line_count, 0);
    assert_int_equal(setting_set(&s, STR(""), PT(200)).line_count, 0);
    font_book_close(s.book);
}

static void
soft_hyphens(void **state)
{
    struct setting s = setting_open(*state, false);
    assert_str(setting_break(&s, "Missis\xC2\xADsippi", PT(200)),
               "Mississippi");
    assert_str(setting_break(&s, "Missis\xC2\xADsippi", PT(35)),
               "Missis-|sippi");
    font_book_close(s.book);
}

static void
runs_that_stay_whole(void **state)
{
    struct setting s = setting_open(*state, false);
    struct text_run runs[2] = {
        {.text = STR("call "), .style = s.style, .span = SPAN_NONE},
        {.text = STR("+1 312 555 0142"),
         .style = s.style,
         .span = SPAN_NONE,
         .no_break = true},
    };
    struct paragraph p =
        paragraph_set(s.arena, s.book, runs, 2, PT(75), &s.options);
    assert_str(setting_lines(&s, &p), "call |+1 312 555 0142");
    font_book_close(s.book);
}

/* Initials, titles and short units stay with what they belong to, though the
   line before gets shorter: it has room for `fits`, no more. */
static void
bound_words(void **state)
{
    static const struct {
        const char *text, *fits, *lines;
    } bound[] = {
        {"written for J. R. Smith", "written for J.",
         "written for |J. R. Smith"},
        {"told to us by Dr. Lee", "told to us by Dr.",
         "told to us by |Dr. Lee"},
        {"a dose of about 12 mg", "a dose of about 12",
         "a dose of about |12 mg"},
        {"it began about 3 May", "it began about 3", "it began about |3 May"},
        /* no unit, no title */
        {"it grew from 12 to 40", "it grew from 12", "it grew from 12 |to 40"},
    };
    struct setting s = setting_open(*state, false);
    for (size_t i = 0; i < sizeof bound / sizeof *bound; i++) {
        struct paragraph line =
            setting_set(&s, str_from(bound[i].fits), PT(500));
        assert_str(setting_break(&s, bound[i].text, line.widest + PT(2)),
                   bound[i].lines);
    }
    font_book_close(s.book);
}

static size_t
places_inside(const struct setting *s, const char *text)
{
    struct paragraph p = setting_set(s, str_from(text), PT(1000));
    struct paragraph narrow = setting_set(s, str_from(text), PT(30));
    assert_int_equal(p.line_count, 1);
    return narrow.line_count;
}

/* No dictionary here: a leading vowel of Thai begins a syllable, a stacked
   consonant of Burmese and Khmer does not; that it is guessed is told once. */
static void
scripts_without_blanks(void **state)
{
    struct setting s = setting_open(*state, false);
    size_t guesses = 0;
    assert_true(places_inside(&s, "\xE0\xB8\x81\xE0\xB8\xB2\xE0\xB8\xA3"
                                  "\xE0\xB9\x80\xE0\xB8\x87\xE0\xB8\xB4"
                                  "\xE0\xB8\x99\xE0\xB9\x82\xE0\xB8\x95") > 1);
    assert_true(places_inside(&s, "\xE1\x80\x99\xE1\x80\xBC\xE1\x80\x94"
                                  "\xE1\x80\xBA\xE1\x80\x99\xE1\x80\xAC"
                                  "\xE1\x80\x99\xE1\x80\xAC") > 1);
    for (size_t i = 0; i < findings_count(s.findings); i++)
        guesses += findings_at(s.findings, i)->code == CODE_X406;
    assert_int_equal(guesses, 1);
    font_book_close(s.book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(breaks_of_latin), UNIT_TEST(poor_places),
        UNIT_TEST(forced_breaks),   UNIT_TEST(blanks_collapse),
        UNIT_TEST(soft_hyphens),    UNIT_TEST(runs_that_stay_whole),
        UNIT_TEST(bound_words),     UNIT_TEST(scripts_without_blanks),
    };
    return cmocka_run_group_tests_name("type_breaks", tests, NULL, NULL);
}
