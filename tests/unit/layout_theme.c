/* Themes: the ones that come along, what a file says on top, advice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../src/layout/look.h"
#include "../../src/layout/options.h"
#include "../../src/layout/palette.h"
#include "../../src/layout/rendercv.h"
#include "load/yaml.h"

struct fixture {
    struct arena *arena;
    struct findings *findings;
};

static int
set_up(void **state)
{
    static struct fixture fixture;
    fixture.arena = arena_new();
    fixture.findings = findings_new(fixture.arena, sources_new(fixture.arena));
    *state = &fixture;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    return 0;
}

static const struct theme *
load(struct fixture *fixture, const char *name, const char *layout)
{
    const struct node *node = NULL;
    if (layout) {
        uint32_t source = sources_add(findings_sources(fixture->findings),
                                      STR("test.yaml"), str_from(layout));
        node = yaml_load(fixture->arena, fixture->findings, source);
    }
    const struct theme_request request = {.name = str_from(name),
                                          .layout = node};
    return theme_load(fixture->arena, fixture->findings, &request);
}

static const struct finding *
only_finding(struct fixture *fixture, enum code code)
{
    assert_int_equal(findings_count(fixture->findings), 1);
    const struct finding *finding = findings_at(fixture->findings, 0);
    assert_int_equal(finding->code, code);
    return finding;
}

static void
every_default_is_valid(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < option_total(); i++) {
        const char *expected = option_refuse(fixture->arena, option_at(i),
                                             str_from(option_fallback(i)));
        if (expected)
            fail_msg("%s: %s", option_name(fixture->arena, i).at, expected);
        assert_int_equal(option_find(option_name(fixture->arena, i)), i);
    }
}

static void
the_file_stands_above_the_theme(void **state)
{
    struct fixture *fixture = *state;
    const struct theme *theme =
        load(fixture, "",
             "theme: classic\nfont_size: 11pt\npage: a4\nmargins: 2cm\n"
             "section: {rule: none}\ntext: {name: {size: 3em}}\n"
             "accent: '#123456'\nresume: {font_size: 10pt}\n");
    assert_int_equal(findings_count(fixture->findings), 0);
    const struct look *look = theme_look(theme, DOCUMENT_PORTFOLIO);
    assert_int_equal(look->font_size, PT(11));
    assert_int_equal(look->text[STYLE_NAME].size, PT(33));
    assert_int_equal(look->page, FORMAT_A4);
    assert_int_equal(look->section.rule, RULE_NONE);
    assert_int_equal(look->color.accent, 0x123456);
    assert_int_equal(look->margin_left, look->margin_top);
    assert_int_equal(theme_look(theme, DOCUMENT_RESUME)->font_size, PT(10));
}

/* Every text can be read on every ground that the look draws. */
static void
check_contrasts(struct str theme, const struct look *look)
{
    const struct {
        const char *name;
        rgb color;
    } grounds[] = {{"paper", 0xffffff},
                   {"tint", look->color.tint},
                   {"sidebar", look->sidebar.ground}};
    for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++)
        for (size_t i = 0; i < TEXT_STYLE_COUNT; i++) {
            int64_t contrast =
                color_contrast(look->text[i].color, grounds[g].color);
            if (contrast < 450)
                fail_msg("%.*s: text.%s on %s is %d.%02d:1", STR_ARG(theme),
                         text_style_names[i], grounds[g].name,
                         (int)(contrast / 100), (int)(contrast % 100));
        }
    assert_true(color_contrast(look->color.link, 0xffffff) >= 450);
}

static void
every_theme_is_without_fault(void **state)
{
    struct fixture *fixture = *state;
    const struct theme_name *names;
    size_t count = theme_names(fixture->arena, &names);
    assert_true(count >= 8);
    for (size_t i = 0; i < count; i++) {
        const struct theme *theme =
            load(fixture, str_terminated(fixture->arena, names[i].name), NULL);
        assert_non_null(theme);
        assert_true(names[i].description.len > 0);
        for (int kind = DOCUMENT_RESUME; kind <= DOCUMENT_LETTER; kind++) {
            const struct look *look =
                theme_look(theme, (enum document_kind)kind);
            check_contrasts(names[i].name, look);
            assert_true(look->font_size >= PT(9.5));
        }
    }
    for (size_t i = 0; i < findings_count(fixture->findings); i++)
        assert_int_equal(findings_at(fixture->findings, i)->code, CODE_F101);
}

/* A style with no default of its own is as the body's text. */
static void
styles_follow_the_body(void **state)
{
    struct fixture *fixture = *state;
    const struct theme *theme =
        load(fixture, "modern",
             "font_size: 10pt\ntext: {body: {leading: 1.6, weight: bold}, "
             "place: {leading: 1.2}}\n");
    const struct look *look = theme_look(theme, DOCUMENT_RESUME);
    assert_int_equal(look->text[STYLE_SUMMARY].leading, PT(16));
    assert_int_equal(look->text[STYLE_PLACE].leading, PT(12));
    assert_int_equal(look->text[STYLE_SUMMARY].weight, WEIGHT_BOLD);
    assert_int_equal(look->text[STYLE_LABEL].weight, WEIGHT_SEMIBOLD);
    assert_int_equal(findings_count(fixture->findings), 0);
}

static void
colours_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *text;
        rgb color;
    } good[] = {
        {"#1f4e79", 0x1f4e79},
        {"1F4E79", 0x1f4e79},
        {"#abc", 0xaabbcc},
        {"rgb(0, 79, 144)", 0x004f90},
        {"rgb(0,79,144)", 0x004f90},
        {"RGB(0 79 144)", 0x004f90},
        {"rgb(100%, 0%, 50%)", 0xff0080},
        {"hsl(120, 100%, 25%)", 0x008000},
        {"hsl(210deg 50% 40%)", 0x336699},
        {"hsl(0, 0%, 50%)", 0x808080},
        {"Navy", 0x000080},
        {"rebeccapurple", 0x663399},
    };
    static const char *const bad[] = {"",
                                      "#12",
                                      "#12345g",
                                      "rgb(0,79)",
                                      "rgb(0,79,144,1)",
                                      "rgb(0,79,256)",
                                      "rgb(-1,0,0)",
                                      "rgb(1pt,0,0)",
                                      "rgb 1 2 3",
                                      "hsl(10%, 1%, 1%)",
                                      "hsl(10, 101%, 1%)",
                                      "rgb()",
                                      "rgb(",
                                      "navi",
                                      "rgb(1,,2)"};
    rgb color;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(color_parse(str_from(good[i].text), &color));
        assert_int_equal(color, good[i].color);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (color_parse(str_from(bad[i]), &color))
            fail_msg("\"%s\" is no colour", bad[i]);
}

/* "section.rule, section.alignment": each one is ours. */
static void
names_of_rendercv_lead_to_options(void **state)
{
    size_t count = 0;
    (void)state;
    for (const struct rendercv_option *at = rendercv_options; at->name;
         at++, count++) {
        struct str rest = str_from(at->ours);
        while (rest.len) {
            struct str name = str_trim(str_cut(&rest, ','));
            if (option_find(name) == SIZE_MAX && !str_is(name, "fonts") &&
                !str_is(name, "footer") && !str_is(name, "top_note"))
                fail_msg("%s: there is no \"%.*s\"", at->name, STR_ARG(name));
        }
        assert_ptr_equal(rendercv_find(str_from(at->name)), at);
    }
    assert_int_equal(count, 90);
}

static void
an_unknown_theme_names_those_there_are(void **state)
{
    struct fixture *fixture = *state;
    assert_null(load(fixture, "moden", NULL));
    const struct finding *finding = only_finding(fixture, CODE_X203);
    assert_true(str_find(finding->help, STR("modern"), 0) != SIZE_MAX);
}

static void
an_unknown_option_is_advised(void **state)
{
    struct fixture *fixture = *state;
    load(fixture, "modern", "font-size: 11pt\n");
    const struct finding *finding = only_finding(fixture, CODE_X201);
    assert_true(str_find(finding->help, STR("font_size"), 0) != SIZE_MAX);
}

static void
a_bad_value_names_the_valid_ones(void **state)
{
    static const struct {
        const char *layout, *help;
    } cases[] = {
        {"page: b5\n", "letter, a4, legal"},
        {"font_size: huge\n", "a length from 6pt to 16pt"},
        {"font_size: 40pt\n", "a length from 6pt to 16pt"},
        {"accent: bleu\n", "#1f4e79"},
        {"columns: 3\n", "from 1 to 2"},
        {"hyphenate: maybe\n", "yes or no"},
        {"margins: {top: 9in}\n", "0.3in"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tear_down(state);
        set_up(state);
        assert_non_null(load(fixture, "modern", cases[i].layout));
        const struct finding *finding = only_finding(fixture, CODE_X202);
        if (str_find(finding->help, str_from(cases[i].help), 0) == SIZE_MAX)
            fail_msg("%s: %s", cases[i].layout, finding->help.at);
    }
}

static void
light_text_is_darkened_and_said_once(void **state)
{
    struct fixture *fixture = *state;
    const struct theme *theme = load(fixture, "modern", "accent: '#ffcc00'\n");
    const struct look *look = theme_look(theme, DOCUMENT_RESUME);
    assert_int_equal(look->color.accent, 0xffcc00);
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        assert_true(color_contrast(look->text[i].color, 0xffffff) >= 450);
    assert_true(findings_count(fixture->findings) > 0);
    for (size_t i = 0; i < findings_count(fixture->findings); i++)
        assert_int_equal(findings_at(fixture->findings, i)->code, CODE_X204);
}

static void
margins_leave_room_for_text(void **state)
{
    struct fixture *fixture = *state;
    const struct theme *theme =
        load(fixture, "modern", "page: a5\nmargins: 3in\n");
    assert_int_equal(findings_at(fixture->findings, 0)->code, CODE_X202);
    assert_int_equal(theme_look(theme, DOCUMENT_RESUME)->margin_left, PT(36));
}

static void
small_type_and_narrow_margins_are_reported(void **state)
{
    struct fixture *fixture = *state;
    load(fixture, "modern", "font_size: 8pt\n");
    assert_int_equal(findings_at(fixture->findings, 0)->code, CODE_F102);
}

static void
two_columns_are_said_once(void **state)
{
    struct fixture *fixture = *state;
    load(fixture, "modern", "columns: 2\n");
    assert_int_equal(findings_count(fixture->findings), 1);
    assert_int_equal(findings_at(fixture->findings, 0)->code, CODE_F101);
}

static void
contrast_is_that_of_the_standard(void **state)
{
    (void)state;
    assert_int_equal(color_contrast(0x000000, 0xffffff), 2100);
    assert_int_equal(color_contrast(0xffffff, 0x767676), 454);
    assert_true(color_contrast(0x777777, 0xffffff) < 450);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_default_is_valid),
        TEST(the_file_stands_above_the_theme),
        TEST(every_theme_is_without_fault),
        TEST(styles_follow_the_body),
        TEST(names_of_rendercv_lead_to_options),
        TEST(colours_are_read_as_people_write_them),
        TEST(an_unknown_theme_names_those_there_are),
        TEST(an_unknown_option_is_advised),
        TEST(a_bad_value_names_the_valid_ones),
        TEST(light_text_is_darkened_and_said_once),
        TEST(margins_leave_room_for_text),
        TEST(small_type_and_narrow_margins_are_reported),
        TEST(two_columns_are_said_once),
        TEST(contrast_is_that_of_the_standard),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
