/* Pages of many made-up documents: ink inside the margins, nothing on top of
   each other, no heading at a page's foot, no line alone; tags and links. */
#include "unit.h"

#include <string.h>

#include "../../src/layout/look.h"
#include "compose/document.h"
#include "layout/layout.h"
#include "load/yaml.h"

/* ---- documents made up from a seed --------------------------------------- */

static uint64_t seed;

static size_t
random_below(size_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((seed >> 33) % below);
}

struct maker {
    struct arena *arena;
    struct document *document;
    size_t anchors;
};

static struct str
words(struct maker *maker, size_t count)
{
    static const char *const some[] = {
        "patients", "wait", "of",     "26 minutes", "in",   "clinic",
        "budget",   "a",    "nurse",  "reduced",    "from", "interdisciplinary",
        "to",       "led",  "report", "14%",        "and",  "co-ordination"};
    struct buf text = buf_new(maker->arena);
    for (size_t i = 0; i < count; i++)
        buf_print(&text, "%s%s", i ? " " : "",
                  some[random_below(sizeof some / sizeof *some)]);
    return buf_str(&text);
}

static void
add_text(struct maker *maker, struct inline_text *text, size_t count)
{
    struct inline_run *run = list_add(maker->arena, &text->runs);
    run->text = words(maker, count);
    run->span = SPAN_NONE;
    if (random_below(12) == 0)
        run->url = STR("https://example.org/a");
}

static struct block *
new_block(struct maker *maker, enum block_kind kind, unsigned level)
{
    struct block *block = ARENA_NEW(maker->arena, struct block);
    block->kind = kind;
    block->level = level;
    block->span = SPAN_NONE;
    return block;
}

static struct block *
add_block(struct maker *maker, struct block *parent, enum block_kind kind)
{
    struct block *block = new_block(maker, kind, parent->level + 1);
    *list_add(maker->arena, &parent->children) = block;
    return block;
}

static void
add_list(struct maker *maker, struct block *parent)
{
    struct block *list = add_block(maker, parent, BLOCK_LIST);
    list->ordered = random_below(4) == 0;
    for (size_t i = 0, count = 1 + random_below(9); i < count; i++) {
        struct block *item = add_block(maker, list, BLOCK_ITEM);
        add_text(maker, &item->text, 1 + random_below(50));
        if (random_below(12) == 0)
            add_list(maker, item);
    }
}

static void
add_entry(struct maker *maker, struct block *parent)
{
    struct block *entry = add_block(maker, parent, BLOCK_ENTRY);
    add_text(maker, &entry->title, 1 + random_below(10));
    if (random_below(3))
        add_text(maker, &entry->subtitle, 1 + random_below(12));
    if (random_below(3))
        add_text(maker, &entry->aside, 1 + random_below(6));
    if (random_below(2))
        add_text(maker, &entry->place, 2);
    if (random_below(3) == 0) {
        struct block *meta = add_block(maker, entry, BLOCK_PARAGRAPH);
        meta->role = ROLE_META;
        add_text(maker, &meta->text, 12);
    }
    if (random_below(4))
        add_list(maker, entry);
}

static void
add_table(struct maker *maker, struct block *parent)
{
    struct block *table = add_block(maker, parent, BLOCK_TABLE);
    size_t columns = 2 + random_below(4), rows = 1 + random_below(30);
    for (size_t c = 0; c < columns; c++)
        *list_add(maker->arena, &table->columns) =
            (struct column){.title = words(maker, 1)};
    for (size_t r = 0; r < rows; r++) {
        struct row *row = list_add(maker->arena, &table->rows);
        for (size_t c = 0; c < columns; c++) {
            struct cell *cell = list_add(maker->arena, &row->cells);
            cell->is_header = c == 0;
            add_text(maker, &cell->text, 1 + random_below(12));
        }
    }
}

static void
add_figures(struct maker *maker, struct block *parent)
{
    struct block *block = add_block(maker, parent, BLOCK_COMPARISON);
    for (size_t i = 0, count = 1 + random_below(4); i < count; i++) {
        int64_t before = (int64_t)random_below(100);
        int64_t after = (int64_t)random_below(100);
        *list_add(maker->arena, &block->comparisons) = (struct comparison){
            .label = words(maker, 1 + random_below(8)),
            .has_before = true,
            .has_after = true,
            .before = before,
            .after = after,
            .before_text = str_format(maker->arena, "%d", (int)before),
            .after_text = str_format(maker->arena, "%d minutes", (int)after),
            .change_text = STR("−37%"),
            .period_text = STR("2023"),
            .description = STR("a figure"),
            .span = SPAN_NONE,
        };
    }
}

static void
add_strip(struct maker *maker, struct block *parent)
{
    struct block *block = add_block(maker, parent, BLOCK_STRIP);
    for (size_t i = 0, count = 1 + random_below(6); i < count; i++)
        *list_add(maker->arena, &block->tiles) =
            (struct tile){.value = STR("41 → 26"),
                          .label = words(maker, 1 + random_below(5)),
                          .note = words(maker, 1 + random_below(5)),
                          .span = SPAN_NONE};
}

static void
add_lines(struct maker *maker, struct block *parent, enum block_kind kind)
{
    struct block *block = add_block(maker, parent, kind);
    for (size_t i = 0, count = 1 + random_below(6); i < count; i++) {
        struct labelled *line = list_add(maker->arena, &block->lines);
        add_text(maker, &line->label, 1);
        add_text(maker, &line->text, 1 + random_below(30));
    }
}

static void
add_box(struct maker *maker, struct block *parent, enum block_kind kind)
{
    struct block *block = add_block(maker, parent, kind);
    add_text(maker, &block->title, 2);
    add_text(maker, &block->text, 1 + random_below(40));
    add_text(maker, &block->attribution, 3);
    block->url = STR("https://example.org/talk");
    block->alt = STR("QR code");
}

static void
add_something(struct maker *maker, struct block *parent)
{
    switch (random_below(10)) {
    case 0:
        add_text(maker, &add_block(maker, parent, BLOCK_PARAGRAPH)->text,
                 1 + random_below(120));
        return;
    case 1:
        add_list(maker, parent);
        return;
    case 2:
        add_table(maker, parent);
        return;
    case 3:
        add_figures(maker, parent);
        return;
    case 4:
        add_strip(maker, parent);
        return;
    case 5:
        add_lines(maker, parent, random_below(2) ? BLOCK_LINES : BLOCK_FACTS);
        return;
    case 6:
        add_box(maker, parent, random_below(2) ? BLOCK_QUOTE : BLOCK_CALLOUT);
        return;
    case 7:
        add_box(maker, parent, BLOCK_CODE);
        return;
    default:
        add_entry(maker, parent);
    }
}

static void
add_section(struct maker *maker)
{
    static const char *const ids[] = {"summary", "experience", "skills",
                                      "education", "awards"};
    struct block *section = new_block(maker, BLOCK_SECTION, 1);
    *list_add(maker->arena, &maker->document->blocks) = section;
    section->anchor = str_format(maker->arena, "s%zu", ++maker->anchors);
    section->section = str_from(ids[maker->anchors % 5]);
    section->in_contents = true;
    section->new_page = random_below(6) == 0;
    add_text(maker, &section->title, 1 + random_below(4));
    if (section->new_page)
        add_text(maker, &section->subtitle, 3);
    for (size_t i = 0, count = 1 + random_below(5); i < count; i++)
        add_something(maker, section);
}

static void
add_head(struct maker *maker, enum block_kind kind)
{
    struct block *head = new_block(maker, kind, 0);
    *list_add(maker->arena, &maker->document->blocks) = head;
    add_text(maker, &head->title, 1 + random_below(5));
    add_text(maker, &head->subtitle, 1 + random_below(12));
    add_text(maker, &head->text, 12);
    head->post_nominals = STR("MHA, CMM");
    for (size_t i = 0, count = random_below(9); i < count; i++)
        *list_add(maker->arena, &head->contacts) = (struct contact){
            .text = words(maker, 1 + random_below(4)),
            .url = random_below(2) ? STR("https://example.org") : STR(""),
            .span = SPAN_NONE};
    if (kind == BLOCK_COVER) {
        struct block *contents = new_block(maker, BLOCK_CONTENTS, 0);
        add_text(maker, &contents->title, 1);
        *list_add(maker->arena, &maker->document->blocks) = contents;
    }
}

static const struct document *
make_document(struct arena *arena, enum document_kind kind)
{
    struct maker maker = {arena, ARENA_NEW(arena, struct document), 0};
    maker.document->kind = kind;
    maker.document->language = STR("en-US");
    maker.document->words = document_words(NULL);
    maker.document->footer = STR("Jordan Avery");
    add_head(&maker, kind == DOCUMENT_RESUME ? BLOCK_HEAD : BLOCK_COVER);
    for (size_t i = 0, count = 1 + random_below(9); i < count; i++)
        add_section(&maker);
    return maker.document;
}

/* ---- setting ------------------------------------------------------------- */

struct world {
    struct arena *arena;
    struct findings *findings;
    struct font_book *fonts;
};

static struct world
world_new(void)
{
    struct arena *arena = arena_new();
    struct findings *findings = findings_new(arena, sources_new(arena));
    struct font_book_options options = {0};
    return (struct world){arena, findings,
                          font_book_open(arena, findings, &options)};
}

static void
world_free(struct world *world)
{
    font_book_close(world->fonts);
    arena_free(world->arena);
}

/* `layout` is YAML or NULL. */
static const struct theme *
theme_with(struct world *world, const char *name, const char *layout)
{
    const struct node *node = NULL;
    if (layout)
        node = yaml_load(world->arena, world->findings,
                         sources_add(findings_sources(world->findings),
                                     STR("layout"), str_from(layout)));
    const struct theme_request request = {.name = str_from(name),
                                          .layout = node};
    return theme_load(world->arena, world->findings, &request);
}

static const struct theme *
theme_named(struct world *world, const char *name)
{
    return theme_with(world, name, NULL);
}

static struct pages *
set_pages(struct world *world, const struct document *document,
          const struct theme *theme)
{
    struct layout_options options = {0};
    return layout_pages(world->arena, world->findings, document, theme,
                        world->fonts, &options);
}

/* ---- what holds on every page -------------------------------------------- */

#define SLACK PT(0.01)
/* Blank behind the last letter of letter-spaced text. */
#define LETTER_SPACE PT(1.5)

static void
check_ink(const struct page *page, const struct look *look)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind != MARK_GLYPHS || !mark->tag ||
            !str_trim(mark->glyphs.run->text).len) /* a blank at a line's end */
            continue;
        upt left = mark->glyphs.x, right = left + mark->glyphs.run->width;
        if (left < look->margin_left - SLACK ||
            right > page->width - look->margin_right + LETTER_SPACE)
            fail_msg("\"%.*s\" reaches from %lld to %lld",
                     STR_ARG(mark->glyphs.run->text), (long long)left,
                     (long long)right);
        assert_true(mark->glyphs.y > look->margin_top);
        assert_true(mark->glyphs.y < page->height - look->margin_bottom);
    }
}

static bool
overlaps(const struct mark *a, const struct mark *b)
{
    upt a_top = a->glyphs.y - a->glyphs.run->size / 2;
    upt b_top = b->glyphs.y - b->glyphs.run->size / 2;
    return a->glyphs.x + SLACK < b->glyphs.x + b->glyphs.run->width &&
           b->glyphs.x + SLACK < a->glyphs.x + a->glyphs.run->width &&
           a_top < b->glyphs.y && b_top < a->glyphs.y;
}

static void
check_overlaps(const struct page *page)
{
    for (size_t i = 0; i < page->marks.count; i++)
        for (size_t k = i + 1; k < page->marks.count; k++) {
            const struct mark *a = &page->marks.at[i];
            const struct mark *b = &page->marks.at[k];
            if (a->kind == MARK_GLYPHS && b->kind == MARK_GLYPHS &&
                overlaps(a, b))
                fail_msg("\"%.*s\" and \"%.*s\" overlap",
                         STR_ARG(a->glyphs.run->text),
                         STR_ARG(b->glyphs.run->text));
        }
}

/* The lowest text of the page is no title. */
static void
check_foot(const struct page *page)
{
    const struct mark *lowest = NULL;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind == MARK_GLYPHS && mark->tag &&
            (!lowest || mark->glyphs.y >= lowest->glyphs.y))
            lowest = mark;
    }
    if (lowest && lowest->tag->kind == TAG_H2)
        fail_msg("\"%.*s\" is last on its page",
                 STR_ARG(lowest->glyphs.run->text));
}

static const struct tag *
paragraph_of(const struct mark *mark)
{
    const struct tag *tag = mark->tag;
    if (mark->kind != MARK_GLYPHS || !tag)
        return NULL;
    if (tag->kind == TAG_LINK)
        tag = tag->parent;
    return tag->kind == TAG_P || tag->kind == TAG_BODY ? tag : NULL;
}

/* Lines of a paragraph on a page. */
static size_t
lines_on(const struct page *page, const struct tag *paragraph)
{
    size_t lines = 0;
    upt y = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (paragraph_of(mark) != paragraph || mark->glyphs.y == y)
            continue;
        y = mark->glyphs.y;
        lines++;
    }
    return lines;
}

static void
check_widows(const struct pages *pages)
{
    for (size_t p = 0; p + 1 < pages->at.count; p++) {
        const struct page *page = &pages->at.at[p];
        const struct page *next = &pages->at.at[p + 1];
        for (size_t i = 0; i < page->marks.count; i++) {
            const struct tag *paragraph = paragraph_of(&page->marks.at[i]);
            size_t after = paragraph ? lines_on(next, paragraph) : 0;
            if (!after)
                continue;
            if (after < 2 || lines_on(page, paragraph) < 2)
                fail_msg("a line of \"%.*s\" stands alone",
                         STR_ARG(page->marks.at[i].glyphs.run->text));
        }
    }
}

static void
check_tag(const struct tag *tag, bool *seen, size_t count)
{
    assert_true(tag->number < count);
    assert_false(seen[tag->number]);
    seen[tag->number] = true;
    for (size_t i = 0; i < tag->children.count; i++) {
        assert_ptr_equal(tag->children.at[i]->parent, tag);
        check_tag(tag->children.at[i], seen, count);
    }
}

static void
check_tags(struct world *world, const struct pages *pages)
{
    bool *seen = ARENA_ARRAY(world->arena, pages->tag_count, bool);
    check_tag(pages->root, seen, pages->tag_count);
    for (size_t p = 0; p < pages->at.count; p++) {
        const struct page *page = &pages->at.at[p];
        for (size_t i = 0; i < page->marks.count; i++)
            if (page->marks.at[i].tag)
                assert_true(seen[page->marks.at[i].tag->number]);
        for (size_t i = 0; i < page->links.count; i++) {
            const struct page_link *link = &page->links.at[i];
            assert_int_equal(link->tag->kind, TAG_LINK);
            assert_true(link->url.len || link->target.len);
            assert_true(link->width > 0 && link->x >= 0 &&
                        link->x + link->width <= page->width);
        }
    }
}

static void
check_pages(struct world *world, const struct pages *pages,
            const struct look *look)
{
    assert_true(pages->at.count >= 1);
    for (size_t p = 0; p < pages->at.count; p++) {
        const struct page *page = &pages->at.at[p];
        assert_true(page->marks.count > 0);
        check_ink(page, look);
        check_overlaps(page);
        check_foot(page);
    }
    check_widows(pages);
    check_tags(world, pages);
}

struct trial {
    const char *theme, *layout;
    enum document_kind kind;
    uint64_t from, to;    /* seeds */
    const char *language; /* NULL: English */
};

static void
check_documents(const struct trial *trial)
{
    for (uint64_t number = trial->from; number < trial->to; number++) {
        struct world world = world_new();
        const struct theme *theme =
            theme_with(&world, trial->theme, trial->layout);
        assert_int_equal(findings_of(world.findings, SEVERITY_ERROR), 0);
        seed = number;
        const struct document *document =
            make_document(world.arena, trial->kind);
        struct document spoken = *document;
        if (trial->language)
            spoken.language = str_from(trial->language);
        spoken.words =
            document_words(locale_find(world.arena, spoken.language));
        check_pages(&world, set_pages(&world, &spoken, theme),
                    theme_look(theme, trial->kind));
        world_free(&world);
    }
}

static void
resumes_are_well_set(void **state)
{
    (void)state;
    check_documents(
        &(struct trial){"modern", NULL, DOCUMENT_RESUME, 1, 60, NULL});
    check_documents(
        &(struct trial){"classic", NULL, DOCUMENT_RESUME, 100, 140, NULL});
}

static void
portfolios_are_well_set(void **state)
{
    (void)state;
    check_documents(
        &(struct trial){"modern", NULL, DOCUMENT_PORTFOLIO, 200, 240, NULL});
    check_documents(
        &(struct trial){"classic", NULL, DOCUMENT_PORTFOLIO, 300, 330, NULL});
}

/* From right to left all is mirrored, and nothing runs into another. */
static void
mirrored_pages_are_well_set(void **state)
{
    (void)state;
    check_documents(
        &(struct trial){"modern", NULL, DOCUMENT_RESUME, 500, 515, "he"});
    check_documents(&(struct trial){"classic", NULL, DOCUMENT_PORTFOLIO, 515,
                                    530, "ar-EG"});
}

/* What themes may choose otherwise. */
static void
other_structures_are_well_set(void **state)
{
    static const char *const layouts[] = {
        "entry: {dates: column}\n",
        "entry: {dates: column, timeline: [experience]}\n",
        "entry: {dates: below, timeline: [experience]}\n",
        "section: {side_column: 1.1in, rule: above}\n",
        "grid: yes\n",
        "grid: yes\ncolumns: 2\nentry: {timeline: [experience]}\n",
        "section: {allow_page_break: no}\n",
        "entry: {allow_page_break: no}\npage_breaks: [skills, awards]\n",
        "columns: 2\n",
        "columns: 2\npage_breaks: [skills, awards]\n",
        "columns: 2\nsidebar: {side: end, ground: tint, rule_width: 1pt}\n",
        "columns: 2\nsidebar: {head: main, ground: '#203040'}\n",
        "columns: 2\nsidebar: {above: '', width: 1.5in}\n"
        "entry: {dates: column}\nsection: {side_column: 1in}\n",
        "section: {side_column: 1.4in, rule: none}\n",
        "section: {rule: beside}\nhead: {contact: beside, rule: below}\n",
        "section: {rule: above}\nentry: {place: right, compact: no}\n",
        "setting: justified\nhyphenate: yes\nentry: {subtitle: inline}\n",
        "page: a5\nfont_size: 14pt\nmargins: {left: 1.6in, right: 1.6in}\n",
        "page: a5\nmargins: 0.5in\nstrip: {style: rule, columns: 2}\n",
        "quote: {style: frame}\ncallout: {style: rule}\npage: a4\n",
        "section: {rule: short}\nstrip: {style: frame, columns: 4}\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        check_documents(&(struct trial){"modern", layouts[i], DOCUMENT_RESUME,
                                        400, 412, NULL});
        check_documents(&(struct trial){"classic", layouts[i],
                                        DOCUMENT_PORTFOLIO, 412, 420, NULL});
    }
}

/* ---- page counts --------------------------------------------------------- */

static upt
last_ink(const struct page *page)
{
    upt lowest = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind == MARK_GLYPHS && mark->tag && mark->glyphs.y > lowest)
            lowest = mark->glyphs.y;
    }
    return lowest;
}

static const struct document *
document_with_items(struct arena *arena, size_t count)
{
    struct maker maker = {arena, ARENA_NEW(arena, struct document), 0};
    maker.document->language = STR("en");
    maker.document->words = document_words(NULL);
    add_head(&maker, BLOCK_HEAD);
    struct block *section = new_block(&maker, BLOCK_SECTION, 1);
    *list_add(arena, &maker.document->blocks) = section;
    add_text(&maker, &section->title, 1);
    for (size_t i = 0; i < count; i += 4) {
        struct block *entry = add_block(&maker, section, BLOCK_ENTRY);
        add_text(&maker, &entry->title, 3);
        struct block *list = add_block(&maker, entry, BLOCK_LIST);
        for (size_t k = i; k < count && k < i + 4; k++)
            add_text(&maker, &add_block(&maker, list, BLOCK_ITEM)->text, 9);
    }
    return maker.document;
}

static void
no_last_page_is_nearly_empty(void **state)
{
    (void)state;
    struct world world = world_new();
    const struct theme *theme = theme_named(&world, "modern");
    for (size_t count = 20; count < 120; count++) {
        seed = 7;
        const struct pages *pages =
            set_pages(&world, document_with_items(world.arena, count), theme);
        const struct page *last = &pages->at.at[pages->at.count - 1];
        if (pages->at.count > 1)
            assert_true(last_ink(last) > last->height / 5);
    }
    world_free(&world);
}

static void
contents_name_the_right_pages(void **state)
{
    (void)state;
    struct world world = world_new();
    const struct theme *theme = theme_named(&world, "modern");
    seed = 4;
    const struct pages *pages = set_pages(
        &world, make_document(world.arena, DOCUMENT_PORTFOLIO), theme);
    const struct page *first = &pages->at.at[0];
    size_t checked = 0;
    for (size_t i = 0; i < first->links.count; i++) {
        struct str target = first->links.at[i].target;
        const struct mark *number = NULL;
        for (size_t k = 0; target.len && k < first->marks.count; k++)
            if (first->marks.at[k].tag == first->links.at[i].tag)
                number = &first->marks.at[k];
        if (!number)
            continue;
        for (size_t d = 0; d < pages->destinations.count; d++)
            if (str_equal(pages->destinations.at[d].name, target)) {
                size_t page = pages->destinations.at[d].page;
                assert_true(str_equal(number->glyphs.run->text,
                                      pages->at.at[page].label));
                checked++;
            }
    }
    assert_true(checked > 0);
    assert_int_equal(pages->outline.count, checked);
    world_free(&world);
}

/* A table over several pages repeats its head as an artifact. */
static void
table_heads_are_repeated(void **state)
{
    (void)state;
    struct world world = world_new();
    const struct theme *theme = theme_named(&world, "modern");
    struct maker maker = {world.arena, ARENA_NEW(world.arena, struct document),
                          0};
    maker.document->language = STR("en");
    maker.document->words = document_words(NULL);
    struct block *table = new_block(&maker, BLOCK_TABLE, 1);
    *list_add(world.arena, &maker.document->blocks) = table;
    *list_add(world.arena, &table->columns) =
        (struct column){.title = STR("Framework")};
    for (size_t r = 0; r < 120; r++) {
        struct row *row = list_add(world.arena, &table->rows);
        add_text(&maker, &list_add(world.arena, &row->cells)->text, 3);
    }
    const struct pages *pages = set_pages(&world, maker.document, theme);
    assert_true(pages->at.count >= 3);
    for (size_t p = 0; p < pages->at.count; p++) {
        const struct mark *head = NULL;
        for (size_t i = 0; !head && i < pages->at.at[p].marks.count; i++)
            if (pages->at.at[p].marks.at[i].kind == MARK_GLYPHS)
                head = &pages->at.at[p].marks.at[i];
        assert_non_null(head);
        assert_str(head->glyphs.run->text, "Framework");
        assert_true((head->tag != NULL) == (p == 0));
    }
    world_free(&world);
}

/* Widths of the bars of a figure: rectangles thicker than its axis. */
static size_t
bar_widths(const struct page *page, upt *widths, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind != MARK_PATH || !mark->tag ||
            mark->path.point_count != 8)
            continue;
        const upt *points = mark->path.points;
        upt width = points[2] - points[0] + mark->path.stroke_width;
        if (width > PT(2) && count < most)
            widths[count++] = width;
    }
    return count;
}

/* Bars begin at zero: their lengths are as their numbers. */
static void
bars_are_as_long_as_their_numbers(void **state)
{
    (void)state;
    struct world world = world_new();
    struct maker maker = {world.arena, ARENA_NEW(world.arena, struct document),
                          0};
    maker.document->language = STR("en");
    maker.document->words = document_words(NULL);
    struct block *block = new_block(&maker, BLOCK_COMPARISON, 1);
    *list_add(world.arena, &maker.document->blocks) = block;
    *list_add(world.arena, &block->comparisons) =
        (struct comparison){.label = STR("Median wait"),
                            .has_before = true,
                            .has_after = true,
                            .before = 41,
                            .after = 26,
                            .before_text = STR("41"),
                            .after_text = STR("26 minutes"),
                            .change_text = STR("−37%"),
                            .description = STR("from 41 to 26 minutes"),
                            .span = SPAN_NONE};
    const struct pages *pages =
        set_pages(&world, maker.document, theme_named(&world, "modern"));
    upt widths[4] = {0};
    assert_int_equal(bar_widths(&pages->at.at[0], widths, 4), 2);
    assert_true(widths[0] > PT(60));
    upt expected = upt_scale(widths[0], 26, 41);
    assert_true(widths[1] > expected - PT(0.1) &&
                widths[1] < expected + PT(0.1));
    world_free(&world);
}

/* Up to a point all is taken onto one page by tightening it; beyond that the
   second page holds more than what was too much. */
static void
the_first_page_that_spills_leaves_no_crumbs(void **state)
{
    (void)state;
    struct world world = world_new();
    const struct theme *theme = theme_named(&world, "modern");
    size_t full = 20, pages = 1;
    for (; pages == 1; full++)
        pages = set_pages(&world, document_with_items(world.arena, full), theme)
                    ->at.count;
    const struct pages *spilt =
        set_pages(&world, document_with_items(world.arena, full - 1), theme);
    assert_int_equal(spilt->at.count, 2);
    assert_true(last_ink(&spilt->at.at[1]) > spilt->at.at[1].height / 5);
    world_free(&world);
}

static void
an_empty_document_has_a_page(void **state)
{
    (void)state;
    struct world world = world_new();
    struct document document = {.language = STR("en")};
    const struct pages *pages =
        set_pages(&world, &document, theme_named(&world, "modern"));
    assert_int_equal(pages->at.count, 1);
    world_free(&world);
}

/* ---- the grid ------------------------------------------------------------ */

/* Where running text of a document was written. */
static const struct span running = {7, 1, 2};

static void
mark_running_text(struct block *const *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct block *block = blocks[i];
        bool is_running =
            block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM;
        for (size_t r = 0; is_running && r < block->text.runs.count; r++)
            if (block->role == ROLE_BODY)
                block->text.runs.at[r].span = running;
        mark_running_text(block->children.at, block->children.count);
    }
}

/* Gives how many lines there were. */
static size_t
check_grid(const struct page *page, const struct look *look)
{
    const struct text_style *body = &look->text[STYLE_BODY];
    upt first = look->margin_top + body->leading / 2 + body->size * 33 / 100;
    size_t lines = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind != MARK_GLYPHS ||
            mark->glyphs.run->span.source != running.source)
            continue;
        upt off = (mark->glyphs.y - first) % (body->leading / 2);
        if (off > SLACK && off < body->leading / 2 - SLACK)
            return 0; /* the grid would have taken a page more */
        lines++;
    }
    return lines;
}

static void
lines_stand_on_the_grid(void **state)
{
    static const char *const layouts[] = {
        "grid: yes\nspace: {leading_shrink: 0, leading_stretch: 0}\n",
        "grid: yes\nspace: {leading_shrink: 0, leading_stretch: 0}\n"
        "columns: 2\nsidebar: {sections: [skills, awards]}\n"
        "entry: {dates: column, timeline: [experience]}\n"};
    (void)state;
    size_t lines = 0;
    for (uint64_t round = 500; round < 560; round++) {
        struct world world = world_new();
        enum document_kind kind =
            round % 2 ? DOCUMENT_PORTFOLIO : DOCUMENT_RESUME;
        seed = round;
        const struct document *document = make_document(world.arena, kind);
        const struct theme *theme =
            theme_with(&world, "modern", layouts[round / 2 % 2]);
        mark_running_text(document->blocks.at, document->blocks.count);
        const struct pages *pages = set_pages(&world, document, theme);
        for (size_t p = 0; p < pages->at.count; p++)
            lines += check_grid(&pages->at.at[p], theme_look(theme, kind));
        world_free(&world);
    }
    assert_true(lines > 500);
}

/* ---- two columns --------------------------------------------------------- */

/* Text of the sidebar ends before the other column begins. */
static bool
is_in_sidebar(const struct mark *mark, const struct look *look)
{
    return mark->glyphs.x < look->margin_left + look->sidebar.width;
}

/* Head, sidebar, text: on every page each is drawn at one go, and goes on where
   it was left on the page before. Tags are numbered in the order of reading,
   those of a title and what stands beside it at once. */
#define TAGS_AT_ONCE 12

static void
check_columns_order(const struct page *page, const struct look *look,
                    size_t *last)
{
    int column = -1, changes = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind != MARK_GLYPHS || !mark->tag ||
            mark->glyphs.y < look->margin_top)
            continue;
        int own = is_in_sidebar(mark, look);
        upt right = mark->glyphs.x + mark->glyphs.run->width;
        if (own && right > look->margin_left + look->sidebar.width +
                               LETTER_SPACE + look->sidebar.gap / 2)
            fail_msg("\"%.*s\" reaches out of the sidebar",
                     STR_ARG(mark->glyphs.run->text));
        changes += own != column;
        column = own;
        if (mark->tag->number + TAGS_AT_ONCE < last[own])
            fail_msg("\"%.*s\" is read too late",
                     STR_ARG(mark->glyphs.run->text));
        last[own] = mark->tag->number;
    }
    assert_true(changes <= 2);
}

static void
columns_are_drawn_one_after_the_other(void **state)
{
    (void)state;
    size_t pages_seen = 0;
    for (uint64_t round = 600; round < 640; round++) {
        struct world world = world_new();
        seed = round;
        const struct document *document =
            make_document(world.arena, DOCUMENT_RESUME);
        /* Without what stands above both columns. */
        document->blocks.at[0]->contacts.count = 0;
        const struct theme *theme =
            theme_with(&world, "modern",
                       "columns: 2\nsidebar: {head: main, above: none, "
                       "sections: [skills, awards, summary]}\n");
        const struct look *look = theme_look(theme, DOCUMENT_RESUME);
        const struct pages *pages = set_pages(&world, document, theme);
        size_t last[2] = {0};
        bool has_columns = false;
        for (size_t i = 0; i < document->blocks.count; i++)
            has_columns |= str_is(document->blocks.at[i]->section, "skills");
        for (size_t p = 1; has_columns && p < pages->at.count; p++) {
            check_columns_order(&pages->at.at[p], look, last);
            pages_seen++;
        }
        world_free(&world);
    }
    assert_true(pages_seen > 20);
}

/* ---- page breaks asked for ----------------------------------------------- */

/* A section of entries with a title of one word and an item each. */
static struct block *
add_entries(struct maker *maker, const char *id, size_t count)
{
    struct block *section = new_block(maker, BLOCK_SECTION, 1);
    *list_add(maker->arena, &maker->document->blocks) = section;
    section->section = str_from(id);
    list_add(maker->arena, &section->title.runs)->text = str_from(id);
    for (size_t i = 0; i < count; i++) {
        struct block *entry = add_block(maker, section, BLOCK_ENTRY);
        list_add(maker->arena, &entry->title.runs)->text =
            str_format(maker->arena, "%s%zu", id, i + 1);
        add_list(maker, entry);
    }
    return section;
}

static struct str
first_words(const struct page *page)
{
    for (size_t i = 0; i < page->marks.count; i++)
        if (page->marks.at[i].kind == MARK_GLYPHS && page->marks.at[i].tag)
            return page->marks.at[i].glyphs.run->text;
    return STR("");
}

static void
pages_begin_where_they_are_asked_to(void **state)
{
    (void)state;
    struct world world = world_new();
    struct maker maker = {world.arena, ARENA_NEW(world.arena, struct document),
                          0};
    maker.document->language = STR("en-US");
    (void)add_entries(&maker, "awards", 1);
    struct block *work = add_entries(&maker, "experience", 3);
    work->children.at[0]->new_page = true; /* with the section's title */
    work->children.at[2]->new_page = true;
    (void)add_entries(&maker, "skills", 1);
    const struct pages *pages =
        set_pages(&world, maker.document,
                  theme_with(&world, "modern", "page_breaks: [skills]\n"));
    assert_int_equal(pages->at.count, 4);
    assert_true(str_is(first_words(&pages->at.at[1]), "experience"));
    assert_true(str_is(first_words(&pages->at.at[2]), "experience3"));
    assert_true(str_is(first_words(&pages->at.at[3]), "skills"));
    world_free(&world);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resumes_are_well_set),
        cmocka_unit_test(portfolios_are_well_set),
        cmocka_unit_test(mirrored_pages_are_well_set),
        cmocka_unit_test(other_structures_are_well_set),
        cmocka_unit_test(no_last_page_is_nearly_empty),
        cmocka_unit_test(contents_name_the_right_pages),
        cmocka_unit_test(table_heads_are_repeated),
        cmocka_unit_test(bars_are_as_long_as_their_numbers),
        cmocka_unit_test(the_first_page_that_spills_leaves_no_crumbs),
        cmocka_unit_test(an_empty_document_has_a_page),
        cmocka_unit_test(pages_begin_where_they_are_asked_to),
        cmocka_unit_test(lines_stand_on_the_grid),
        cmocka_unit_test(columns_are_drawn_one_after_the_other),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
