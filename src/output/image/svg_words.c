/* Over the drawing: words that are not drawn, and links. */
#include "output/uri.h"
#include "svg.h"

/* ---- words --------------------------------------------------------------- */

/* Stretched to the width of its glyphs, whatever font a reader takes. */
static void
add_run(struct buf *out, const struct glyph_run *run, upt x, upt y)
{
    struct str text = str_trim(run->text);
    buf_add_text(out, "<tspan");
    svg_length(out, "x", run->rtl ? x + run->width : x);
    svg_length(out, "y", y - run->rise);
    svg_length(out, "font-size", run->size);
    if (run->width > 0)
        svg_length(out, "textLength", run->width);
    if (run->rtl)
        buf_add_text(out, " direction=\"rtl\" unicode-bidi=\"embed\"");
    buf_add_byte(out, '>');
    buf_add_xml(out, text);
    buf_add_text(out, "</tspan>");
}

static bool
has_words(const struct mark *mark)
{
    return mark->kind == MARK_GLYPHS &&
           !str_is_empty(str_trim(mark->glyphs.run->text));
}

/* A blank parts two runs where one of them has it. */
static bool
is_apart(const struct mark *before, const struct mark *mark)
{
    struct str a = before->glyphs.run->text, b = mark->glyphs.run->text;
    return ascii_is_space(a.at[a.len - 1]) || ascii_is_space(b.at[0]);
}

/* What stands on one baseline in a row is one element. */
void
svg_add_words(struct buf *out, const struct page *page)
{
    const struct mark *before = NULL;
    buf_add_text(out, "<g fill=\"none\" pointer-events=\"all\">\n");
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (!has_words(mark))
            continue;
        if (!before || before->glyphs.y != mark->glyphs.y)
            buf_add_text(out, before ? "</text>\n<text>" : "<text>");
        else if (is_apart(before, mark))
            buf_add_byte(out, ' ');
        add_run(out, mark->glyphs.run, mark->glyphs.x, mark->glyphs.y);
        before = mark;
    }
    buf_add_text(out, before ? "</text>\n</g>\n" : "</g>\n");
}

/* ---- links --------------------------------------------------------------- */

static struct str
description(const struct page_link *link)
{
    if (link->description.len > 0)
        return link->description;
    if (link->tag && link->tag->alt.len > 0)
        return link->tag->alt;
    return link->url;
}

/* Those inside of the document lead to another page, which is another file. */
void
svg_add_links(struct buf *out, struct arena *arena, const struct page *page)
{
    for (size_t i = 0; i < page->links.count; i++) {
        const struct page_link *link = &page->links.at[i];
        if (!uri_leads_out(link->url))
            continue;
        buf_add_text(out, "<a");
        svg_attribute(out, "xlink:href", uri_clean(arena, link->url));
        svg_attribute(out, "aria-label", description(link));
        buf_add_text(out, "><title>");
        buf_add_xml(out, description(link));
        buf_add_text(out, "</title><rect");
        svg_length(out, "x", link->x);
        svg_length(out, "y", link->y);
        svg_length(out, "width", link->width);
        svg_length(out, "height", link->height);
        buf_add_text(out, " fill=\"none\" pointer-events=\"all\"/></a>\n");
    }
}
