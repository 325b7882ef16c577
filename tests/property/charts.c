/*
 * Charts of many made-up people: whatever the figures and dates are, bars are
 * as long as their numbers, no word in a figure stands on another one or
 * leaves the column, and every figure has a description and a place.
 */
#include "../unit/model.h"

#include "../../src/layout/look.h"
#include "compose/compose.h"
#include "edition/edition.h"
#include "layout/layout.h"

static uint64_t seed;

static int
below(int limit)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)limit);
}

/* ---- a person made up from a seed ---------------------------------------- */

static void
add_words(struct buf *out, int count)
{
    static const char *const some[] = {
        "nurse",         "turnover", "of",  "clinic", "wait",
        "interfacility", "orders",   "and", "margin", "patients"};
    for (int i = 0; i < count; i++)
        buf_print(out, "%s%s", i ? " " : "", some[below(10)]);
}

/* Small, large, below zero, with places behind the point. */
static void
add_number(struct buf *out, int scale)
{
    static const int limits[] = {10, 100, 2000, 90000000};
    if (scale == 4)
        buf_print(out, "%d.%d", below(20) - 10, below(100));
    else
        buf_print(out, "%d", below(limits[scale]));
}

static void
add_metric(struct buf *out, int number)
{
    static const char *const units[] = {"percent", "minutes", "usd", "count",
                                        "per_1000_patient_days"};
    static const char *const goods[] = {"up", "down", "band"};
    int scale = below(5), points = below(4) ? below(9) : below(61);
    buf_print(out, "  - {id: m%d, label: \"", number);
    add_words(out, 1 + below(9));
    buf_print(out, "\", unit: %s, good: %s, period: %d-%02d/2023, after: ",
              units[below(5)], goods[below(3)], 2018 + below(5), 1 + below(12));
    add_number(out, scale);
    if (below(5)) {
        buf_add_text(out, ", before: ");
        add_number(out, scale);
    }
    if (below(2)) {
        buf_add_text(out, ", target: ");
        add_number(out, scale);
    }
    bool has_months = below(3) > 0;
    int step = 1 + below(3), month = 12 * (2012 + below(8));
    buf_add_text(out, ", series: [");
    for (int i = 0; i < points; i++) {
        month += has_months ? below(8) ? step : 7 * step : 12;
        buf_print(out,
                  has_months ? "%s{date: %d-%02d, value: "
                             : "%s{date: %d, value: ",
                  i ? ", " : "", month / 12, month % 12 + 1);
        add_number(out, scale);
        buf_add_text(out, "}");
    }
    buf_add_text(out, "]}\n");
}

static void
add_cases(struct buf *out, int metrics)
{
    static const char *const forms[] = {"auto",  "auto",     "bars", "run",
                                        "slope", "dumbbell", "table"};
    buf_add_text(out, "case_studies:\n");
    for (int i = 0; i < metrics;) {
        int count = 1 + below(5);
        buf_print(out,
                  "  - {title: Case, kind: workflow, period: 2022, chart: %s, "
                  "metrics: [",
                  forms[below(7)]);
        for (int k = 0; k < count && i < metrics; k++, i++)
            buf_print(out, "%sm%d", k ? ", " : "", i);
        buf_add_text(out, "]}\n");
    }
}

static void
add_spans(struct buf *out)
{
    buf_add_text(out, "experience:\n");
    for (int i = 0, count = 1 + below(18); i < count; i++) {
        int start = 1985 + below(38);
        buf_add_text(out, "  - {organization: \"");
        add_words(out, 1 + below(6));
        buf_add_text(out, "\", position: \"");
        add_words(out, 1 + below(8));
        buf_print(out,
                  below(2) ? "\", start_date: %d-%02d" : "\", start_date: %d",
                  start, 1 + below(12));
        if (below(4))
            buf_print(out, ", end_date: %d", start + below(4));
        buf_add_text(out, "}\n");
    }
    buf_add_text(out, "certifications:\n");
    for (int i = 0, count = 1 + below(6); i < count; i++) {
        int start = 2000 + below(25);
        buf_add_text(out, "  - {name: \"");
        add_words(out, 1 + below(7));
        buf_print(out, "\", issued: %d-03", start);
        if (below(4))
            buf_print(out, ", expires: %d-09", start + 1 + below(6));
        buf_add_text(out, "}\n");
    }
}

static void
add_skills(struct buf *out, int metrics)
{
    buf_add_text(out, "skills:\n");
    for (int i = 0, count = 1 + below(6); i < count; i++) {
        buf_add_text(out, "  - {name: \"");
        add_words(out, 1 + below(5));
        buf_add_text(out, "\", evidence: [");
        for (int k = 0, proofs = below(30); k < proofs; k++)
            buf_print(out, "%sm%d", k ? ", " : "", below(metrics));
        buf_add_text(out, "]}\n");
    }
}

static struct str
make_person(struct arena *arena)
{
    struct buf out = buf_new(arena);
    int metrics = 1 + below(9);
    buf_add_text(&out, "basics: {name: Ada Moss}\n");
    add_spans(&out);
    buf_add_text(&out, "metrics:\n");
    for (int i = 0; i < metrics; i++)
        add_metric(&out, i);
    add_cases(&out, metrics);
    add_skills(&out, metrics);
    return buf_str(&out);
}

/* ---- what holds ---------------------------------------------------------- */

struct look_at {
    const struct pages *pages;
    const struct document *document;
    upt left, right; /* the column */
};

/* Blanks at the end of a line are no ink. */
static bool
is_word(const struct mark *mark)
{
    return mark->kind == MARK_GLYPHS &&
           str_trim(mark->glyphs.run->text).len > 0;
}

static bool
is_in_figure(const struct mark *mark)
{
    return mark->tag && mark->tag->kind == TAG_FIGURE;
}

/* The letters of a run: from the height of capitals to below the line. */
struct box {
    upt left, right, top, bottom;
};

static struct box
letters_of(const struct mark *mark)
{
    const struct glyph_run *run = mark->glyphs.run;
    return (struct box){mark->glyphs.x, mark->glyphs.x + run->width,
                        mark->glyphs.y - upt_scale(run->size, 62, 100),
                        mark->glyphs.y + upt_scale(run->size, 5, 100)};
}

static bool
meet(const struct box *a, const struct box *b)
{
    upt slack = PT(0.3);
    return a->left < b->right - slack && b->left < a->right - slack &&
           a->top < b->bottom && b->top < a->bottom;
}

static void
check_words(const struct look_at *at, const struct page *page)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (!is_in_figure(mark) || !is_word(mark))
            continue;
        struct box box = letters_of(mark);
        if (box.left < at->left - PT(0.5) || box.right > at->right + PT(0.5))
            fail_msg("\"%.*s\" leaves the column",
                     STR_ARG(mark->glyphs.run->text));
        for (size_t k = 0; k < i; k++) {
            const struct mark *other = &page->marks.at[k];
            if (!is_in_figure(other) || !is_word(other) ||
                other->tag != mark->tag)
                continue;
            struct box there = letters_of(other);
            if (meet(&box, &there))
                fail_msg("\"%.*s\" stands on \"%.*s\"",
                         STR_ARG(mark->glyphs.run->text),
                         STR_ARG(other->glyphs.run->text));
        }
    }
}

static void
check_drawing(const struct look_at *at, const struct page *page)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (!is_in_figure(mark) || mark->kind != MARK_PATH)
            continue;
        assert_true(mark->tag->alt.len > 0);
        assert_true(mark->tag->box.height > 0);
        for (size_t k = 0; k < mark->path.point_count; k += 2)
            if (mark->path.points[k] < at->left - PT(3) ||
                mark->path.points[k] > at->right + PT(3))
                fail_msg("a line of \"%.*s\" leaves the column",
                         STR_ARG(mark->tag->alt));
    }
}

/* Widths of the outline and of the widest filled bar of a figure. */
static void
bars_of(const struct page *page, const struct tag *figure, upt *before,
        upt *after)
{
    *before = *after = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->tag != figure || mark->kind != MARK_PATH ||
            mark->path.point_count != 8)
            continue;
        upt width = mark->path.points[2] - mark->path.points[0];
        if (mark->path.stroke)
            *before = width + mark->path.stroke_width;
        else if (width > *after)
            *after = width;
    }
}

static void
check_bars(const struct page *page, const struct mark *mark,
           const struct comparison *of)
{
    upt before, after, slack = PT(1);
    if (of->form != COMPARISON_BARS ||
        !str_equal(mark->tag->alt, of->description))
        return;
    bars_of(page, mark->tag, &before, &after);
    if (before < PT(3) || after < PT(3) || of->after <= 0)
        return;
    upt expected =
        (upt)((double)before * (double)of->after / (double)of->before);
    if (expected < after - slack || expected > after + slack)
        fail_msg("bars of \"%.*s\" are %lld and %lld long",
                 STR_ARG(of->description), (long long)before, (long long)after);
}

/* Blocks nest a handful deep. */
static void
check_comparisons(const struct look_at *at, const struct page *page,
                  const struct block *block)
{
    for (size_t i = 0; i < block->comparisons.count; i++)
        for (size_t k = 0; k < page->marks.count; k++)
            if (is_in_figure(&page->marks.at[k]))
                check_bars(page, &page->marks.at[k], &block->comparisons.at[i]);
    for (size_t i = 0; i < block->children.count; i++)
        check_comparisons(at, page, block->children.at[i]);
}

static void
check_pages(const struct look_at *at)
{
    for (size_t p = 0; p < at->pages->at.count; p++) {
        const struct page *page = &at->pages->at.at[p];
        check_words(at, page);
        check_drawing(at, page);
        for (size_t i = 0; i < at->document->blocks.count; i++)
            check_comparisons(at, page, at->document->blocks.at[i]);
    }
}

/* ---- the tests ----------------------------------------------------------- */

static const struct theme *
theme_with(const struct decoded *decoded, const char *name, const char *layout)
{
    uint32_t source =
        sources_add(decoded->sources, STR("layout"), str_from(layout));
    const struct theme_request request = {
        .name = str_from(name),
        .layout = yaml_load(decoded->arena, decoded->findings, source)};
    return theme_load(decoded->arena, decoded->findings, &request);
}

static void
check_person(const char *theme_name, const char *layout, const char *language)
{
    struct arena *arena = arena_new();
    struct str made = make_person(arena);
    struct str person = str_format(arena, "meta: {language: %s}\n%.*s",
                                   language, STR_ARG(made));
    struct decoded decoded = decode_text(arena, person);
    const struct edition_options options = {.pack = pack_find(STR(""))};
    const struct edition *edition =
        edition_make(arena, decoded.findings, decoded.candidate, &options);
    const struct theme *theme = theme_with(&decoded, theme_name, layout);
    const struct compose_options composed = {
        .today = {.year = 2025, .month = 11, .day = 22},
        .figures = theme_figures(theme, DOCUMENT_PORTFOLIO)};
    const struct document *document =
        compose_portfolio(arena, edition, &composed);
    const struct font_book_options faces = {0};
    struct font_book *fonts = font_book_open(arena, decoded.findings, &faces);
    const struct layout_options set = {0};
    const struct pages *pages =
        layout_pages(arena, decoded.findings, document, theme, fonts, &set);
    const struct look *look = theme_look(theme, DOCUMENT_PORTFOLIO);
    const struct look_at at = {
        .pages = pages,
        .document = document,
        .left = look->margin_left,
        .right = look->page_width - look->margin_right,
    };
    assert_true(document->blocks.count > 3);
    check_pages(&at);
    font_book_close(fonts);
    arena_free(arena);
}

static void
check_people(uint64_t first, const char *theme, const char *layout,
             const char *language)
{
    for (int i = 0; i < 12; i++) {
        seed = first + (uint64_t)i;
        for (int k = 0; k < 4; k++)
            (void)below(2);
        print_message("# %s, %s, seed %d\n", theme, language, i);
        check_person(theme, layout, language);
    }
}

static void
figures_are_well_drawn(void **state)
{
    (void)state;
    check_people(1, "modern", "figures: {skills: yes, credentials: yes}", "en");
    check_people(100, "classic", "figures: {career: yes}", "de");
}

static void
figures_fit_narrow_columns(void **state)
{
    (void)state;
    check_people(200, "modern",
                 "margins: {left: 200pt, right: 200pt}\n"
                 "figures: {skills: yes, credentials: yes, career: yes}",
                 "en");
}

static void
mirrored_figures_are_well_drawn(void **state)
{
    (void)state;
    check_people(300, "modern", "figures: {skills: yes, credentials: yes}",
                 "he");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_well_drawn),
        cmocka_unit_test(figures_fit_narrow_columns),
        cmocka_unit_test(mirrored_figures_are_well_drawn),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
