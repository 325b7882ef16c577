/*
 * The people of the gallery in every theme, as resume, portfolio and letter:
 * no ink outside the margins, no text on top of other text, no title last on
 * its page or column, no last page with next to nothing on it, and what is
 * read is what stands from top to bottom.
 */
#include "base/buf.h"
#include "base/file.h"
#include "check/check.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "load/yaml.h"
#include "model/decode.h"
#include "pack/pack.h"

#include <string.h>

#include "../../src/layout/look.h"
#include "../unit/unit.h"

static const char *const people[] = {"short", "typical", "overlong"};
#define PEOPLE (sizeof people / sizeof *people)

/* What a failure names. */
struct where {
    const char *person;
    struct str theme;
    size_t kind, page;
};

static const char *const kinds[] = {"resume", "portfolio", "letter"};

#define FAIL(where, format, ...)                                               \
    fail_msg("%s, %.*s, %s, page %zu: " format, (where)->person,               \
             STR_ARG((where)->theme), kinds[(where)->kind], (where)->page + 1, \
             __VA_ARGS__)

/* ---- text on a page ------------------------------------------------------ */

static bool
is_text(const struct mark *mark)
{
    return mark->kind == MARK_GLYPHS && mark->tag &&
           str_trim(mark->glyphs.run->text).len > 0;
}

static upt
right_of(const struct mark *mark)
{
    return mark->glyphs.x + mark->glyphs.run->width;
}

/* ---- what holds on every page -------------------------------------------- */

/* Blank behind the last letter of letter-spaced text; bullets and marks of
   punctuation may hang a little. */
#define HANGING PT(3)

static void
check_margins(const struct where *where, const struct page *page,
              const struct look *look)
{
    upt right = page->width - look->margin_right + HANGING;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (!is_text(mark))
            continue;
        if (mark->glyphs.x < look->margin_left - HANGING ||
            right_of(mark) > right || mark->glyphs.y <= look->margin_top ||
            mark->glyphs.y >= page->height - look->margin_bottom)
            FAIL(where, "\"%.*s\" is outside the margins",
                 STR_ARG(mark->glyphs.run->text));
    }
}

static bool
meet(const struct mark *a, const struct mark *b)
{
    const upt slack = PT(0.05);
    upt a_top = a->glyphs.y - a->glyphs.run->size / 2;
    upt b_top = b->glyphs.y - b->glyphs.run->size / 2;
    return a->glyphs.x + slack < right_of(b) &&
           b->glyphs.x + slack < right_of(a) && a_top < b->glyphs.y &&
           b_top < a->glyphs.y;
}

static void
check_overlaps(const struct where *where, const struct page *page)
{
    for (size_t i = 0; i < page->marks.count; i++)
        for (size_t k = i + 1; k < page->marks.count; k++) {
            const struct mark *a = &page->marks.at[i];
            const struct mark *b = &page->marks.at[k];
            if (a->kind == MARK_GLYPHS && b->kind == MARK_GLYPHS && meet(a, b))
                FAIL(where, "\"%.*s\" and \"%.*s\" overlap",
                     STR_ARG(a->glyphs.run->text),
                     STR_ARG(b->glyphs.run->text));
        }
}

/* Where a tag, or a tag inside of it, first has text. */
struct first_text {
    const struct mark *mark;
    size_t page;
};

static struct first_text *
find_first_texts(struct arena *arena, const struct pages *pages)
{
    struct first_text *found =
        ARENA_ARRAY(arena, pages->tag_count, struct first_text);
    for (size_t p = 0; p < pages->at.count; p++)
        for (size_t i = 0; i < pages->at.at[p].marks.count; i++) {
            const struct mark *mark = &pages->at.at[p].marks.at[i];
            const struct tag *tag = is_text(mark) ? mark->tag : NULL;
            for (; tag && !found[tag->number].mark; tag = tag->parent)
                found[tag->number] = (struct first_text){mark, p};
        }
    return found;
}

/* What follows a title, dates on its line aside, begins on the title's page. */
static void
check_titles(struct where where, const struct tag *tag,
             const struct first_text *found)
{
    const struct first_text *title = NULL;
    for (size_t i = 0; i < tag->children.count; i++) {
        const struct tag *child = tag->children.at[i];
        const struct first_text *first = &found[child->number];
        bool is_heading = child->kind >= TAG_H1 && child->kind <= TAG_H4;
        if (first->mark && is_heading) {
            title = first;
        } else if (first->mark && title &&
                   first->mark->glyphs.y != title->mark->glyphs.y) {
            where.page = title->page;
            if (first->page != title->page)
                FAIL(&where, "nothing is below \"%.*s\"",
                     STR_ARG(title->mark->glyphs.run->text));
            title = NULL;
        }
        check_titles(where, child, found);
    }
}

/* ---- reading order ------------------------------------------------------- */

/* How far each column has been read: page and baseline. */
struct reading {
    const struct pages *pages;
    const struct first_text *found;
    upt edge; /* between two columns; 0: there is one */
    size_t page[2];
    upt lowest[2];
};

/*
 * Pages are read one after the other and downwards. The cells of a row and
 * what stands beside a line go up again, by no more than a part of the page.
 */
static void
check_order(struct where where, const struct tag *tag, struct reading *reading)
{
    const struct first_text *text = &reading->found[tag->number];
    if (text->mark && text->mark->tag == tag) {
        int column = text->mark->glyphs.x < reading->edge;
        upt y = text->mark->glyphs.y, *lowest = &reading->lowest[column];
        upt height = reading->pages->at.at[text->page].height;
        where.page = text->page;
        if (text->page > reading->page[column])
            *lowest = 0;
        if (text->page < reading->page[column] || y < *lowest - height / 4)
            FAIL(&where, "\"%.*s\" is read after what is below it",
                 STR_ARG(text->mark->glyphs.run->text));
        reading->page[column] = text->page;
        *lowest = y > *lowest ? y : *lowest;
    }
    for (size_t i = 0; i < tag->children.count; i++)
        check_order(where, tag->children.at[i], reading);
}

/* ---- the last page ------------------------------------------------------- */

#define LEAST_LINES 4

static size_t
lines_of(const struct page *page)
{
    size_t lines = 0;
    upt y = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (!is_text(mark) || mark->glyphs.y == y)
            continue;
        y = mark->glyphs.y;
        lines++;
    }
    return lines;
}

static void
check_pages(struct arena *arena, struct where where, const struct pages *pages,
            const struct look *look)
{
    assert_true(pages->at.count >= 1);
    const struct first_text *found = find_first_texts(arena, pages);
    struct reading reading = {.pages = pages, .found = found};
    if (look->columns > 1)
        reading.edge =
            look->margin_left + look->sidebar.width + look->sidebar.gap / 2;
    check_titles(where, pages->root, found);
    check_order(where, pages->root, &reading);
    for (where.page = 0; where.page < pages->at.count; where.page++) {
        const struct page *page = &pages->at.at[where.page];
        check_margins(&where, page, look);
        check_overlaps(&where, page);
        if (lines_of(page) < LEAST_LINES)
            FAIL(&where, "%zu lines on it", lines_of(page));
    }
}

/* ---- the gallery --------------------------------------------------------- */

struct person {
    const char *name;
    struct arena *arena;
    struct findings *findings;
    struct font_book *fonts;
    const struct edition *edition;
};

static const struct date today = {.year = 2025, .month = 11, .day = 22};

static struct person
load_person(const char *name)
{
    struct arena *arena = arena_new();
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    struct str path = str_format(arena, "tests/gallery/%s.yaml", name);
    struct str bytes;
    struct file_error error = file_read(arena, path.at, 1 << 20, &bytes);
    if (error.failed)
        fail_msg("%s: %.*s", path.at, STR_ARG(error.why));
    struct node *tree =
        yaml_load(arena, findings, sources_add(sources, path, bytes));
    assert_non_null(tree);
    const struct decode_options decode = {.today = today};
    const struct candidate *candidate =
        candidate_decode(arena, findings, tree, &decode);
    const struct edition_options options = {
        .pack = pack_choose(findings, candidate, STR(""), STR(""))};
    const struct font_book_options fonts = {0};
    assert_int_equal(findings_of(findings, SEVERITY_ERROR), 0);
    return (struct person){
        .name = name,
        .arena = arena,
        .findings = findings,
        .fonts = font_book_open(arena, findings, &fonts),
        .edition = edition_make(arena, findings, candidate, &options),
    };
}

static const struct document *(*const composers[])(
    struct arena *arena, const struct edition *edition,
    const struct compose_options *options) = {
    [DOCUMENT_RESUME] = compose_resume,
    [DOCUMENT_PORTFOLIO] = compose_portfolio,
    [DOCUMENT_LETTER] = compose_letter,
};

static void
check_theme(const struct person *person, struct str name)
{
    const struct theme_request request = {.name = name};
    const struct theme *theme =
        theme_load(person->arena, person->findings, &request);
    assert_non_null(theme);
    for (size_t i = 0; i < 3; i++) {
        enum document_kind kind = (enum document_kind)i;
        const struct where where = {person->name, name, i, 0};
        const struct compose_options compose = {
            .today = today, .figures = theme_figures(theme, kind)};
        const struct layout_options options = {0};
        const struct document *document =
            composers[i](person->arena, person->edition, &compose);
        check_pages(person->arena, where,
                    layout_pages(person->arena, person->findings, document,
                                 theme, person->fonts, &options),
                    theme_look(theme, kind));
    }
}

static void
gallery_is_well_set(void **state)
{
    const struct theme_name *themes;
    size_t count = theme_names(*state, &themes);
    for (size_t i = 0; i < PEOPLE; i++) {
        struct person person = load_person(people[i]);
        for (size_t k = 0; k < count; k++)
            check_theme(&person, themes[k].name);
        font_book_close(person.fonts);
        arena_free(person.arena);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(gallery_is_well_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
