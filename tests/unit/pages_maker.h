/*
 * Pages set by hand for the tests of the writers: tags, paragraphs below each
 * other, links, pictures.
 */
#ifndef PAGES_MAKER_H
#define PAGES_MAKER_H

#include "base/buf.h"
#include "base/list.h"
#include "layout/pages.h"

struct maker {
    struct arena *arena;
    struct font_book *book;
    struct pages *pages;
    struct page *page;
    upt y;
};

static inline struct maker
maker_new(struct arena *arena, struct findings *findings,
          struct font_book_options options)
{
    struct maker maker = {.arena = arena};

    maker.book = font_book_open(arena, findings, &options);
    maker.pages = ARENA_NEW(arena, struct pages);
    maker.pages->title = STR("R\xC3\xA9sum\xC3\xA9 of Jordan Avery");
    maker.pages->author = STR("Jordan Avery");
    maker.pages->subject = STR("Practice <Administrator> & more");
    maker.pages->keywords = STR("Lean, HEDIS, Tableau");
    maker.pages->language = STR("en-US");
    maker.pages->fonts = maker.book;
    maker.pages->created = INT64_C(1763821800);
    maker.pages->root = ARENA_NEW(arena, struct tag);
    maker.pages->root->kind = TAG_DOCUMENT;
    maker.pages->tag_count = 1;
    return maker;
}

static inline void
maker_page(struct maker *maker)
{
    maker->page = list_add(maker->arena, &maker->pages->at);
    maker->page->width = PT(612);
    maker->page->height = PT(792);
    maker->page->label =
        str_format(maker->arena, "%zu", maker->pages->at.count);
    maker->y = PT(72);
}

static inline struct tag *
maker_tag(struct maker *maker, struct tag *parent, enum tag_kind kind)
{
    struct tag *tag = ARENA_NEW(maker->arena, struct tag);

    tag->kind = kind;
    tag->parent = parent ? parent : maker->pages->root;
    tag->number = maker->pages->tag_count++;
    *list_add(maker->arena, &tag->parent->children) = tag;
    return tag;
}

static inline struct mark *
maker_mark(struct maker *maker, enum mark_kind kind, struct tag *tag)
{
    struct mark *mark = list_add(maker->arena, &maker->page->marks);

    mark->kind = kind;
    mark->tag = tag;
    return mark;
}

/* A text_run's `mark` is the tag of its glyphs, else `tag`; a TAG_LINK gets a
   link to its `title`. */
static inline void
maker_glyphs(struct maker *maker, const struct glyph_run *run, upt x,
             struct tag *tag)
{
    struct tag *own = (struct tag *)(uintptr_t)run->mark;
    struct mark *mark;
    struct page_link *link;

    mark = maker_mark(maker, MARK_GLYPHS, own ? own : tag);
    mark->glyphs.run = run;
    mark->glyphs.x = x + run->x;
    mark->glyphs.y = maker->y;
    if (own == NULL || own->kind != TAG_LINK)
        return;
    link = list_add(maker->arena, &maker->page->links);
    *link = (struct page_link){.x = x + run->x,
                               .y = maker->y - run->size,
                               .width = run->width,
                               .height = run->size + run->size / 4,
                               .tag = own,
                               .description = own->alt};
    if (str_starts(own->title, STR("#")))
        link->target = str_slice(own->title, 1, own->title.len);
    else
        link->url = own->title;
}

static inline void
maker_runs(struct maker *maker, struct tag *tag, const struct text_run *runs,
           size_t count, upt measure, const struct paragraph_options *options)
{
    struct paragraph p =
        paragraph_set(maker->arena, maker->book, runs, count, measure, options);

    for (size_t i = 0; i < p.line_count; i++) {
        for (size_t k = 0; k < p.lines[i].run_count; k++)
            maker_glyphs(maker, &p.lines[i].runs[k], PT(72) + p.lines[i].x,
                         tag);
        maker->y += options->leading;
    }
}

static inline void
maker_text(struct maker *maker, struct tag *tag, const char *text, upt size)
{
    struct text_run run = {
        .text = str_from(text),
        .style = {.family = STR("Source Sans 3"), .size = size},
        .span = SPAN_NONE};
    struct paragraph_options options = {.language = STR("en-US"),
                                        .leading = size * 13 / 10};

    maker_runs(maker, tag, &run, 1, PT(468), &options);
}

static inline void
maker_destination(struct maker *maker, struct str name)
{
    *list_add(maker->arena, &maker->pages->destinations) =
        (struct destination){.name = name,
                             .page = maker->pages->at.count - 1,
                             .x = PT(72),
                             .y = maker->y};
}

#endif
