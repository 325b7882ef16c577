#include "layout/layout.h"

#include "columns.h"
#include "families.h"
#include "paint.h"

static struct pages *
pages_new(struct arena *arena, const struct document *document,
          struct font_book *fonts, const struct layout_options *options)
{
    struct pages *pages = ARENA_NEW(arena, struct pages);
    pages->title = document->title;
    pages->author = document->author;
    pages->subject = document->subject;
    pages->keywords = document->keywords;
    pages->language = document->language;
    pages->right_to_left = tag_is_right_to_left(document->language);
    pages->fonts = fonts;
    pages->created = options->created;
    return pages;
}

struct pages *
layout_pages(struct arena *arena, struct findings *findings,
             const struct document *document, const struct theme *theme,
             struct font_book *fonts, const struct layout_options *options)
{
    const struct look *look = theme_look(theme, document->kind);
    struct flow flow = {
        .arena = arena,
        .findings = findings,
        .document = document,
        .look = look,
        .fonts = fonts,
        .options = options,
        .ground = 0xffffff,
        .pages = pages_new(arena, document, fonts, options),
        .column = {look->margin_left,
                   look->page_width - look->margin_left - look->margin_right},
    };
    flow.right_to_left = flow.pages->right_to_left;
    flow.pages->root = flow_tag(&flow, TAG_DOCUMENT, NULL);
    flow.tag = flow.pages->root;
    families_check(arena, findings, fonts, look);
    columns_set(&flow);
    if (!flow.bands.count)
        flow_blank(&flow, 1);
    chapter_list chapters = chapters_fit(&flow);
    pages_paint(&flow, &chapters);
    return flow.pages;
}
