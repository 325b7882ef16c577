/*
 * Pages as text, a line for each mark: `--dump pages` and golden tests. Places
 * in points with two decimals, so that a last bit changes no expectation.
 */
#include "layout/pages.h"

#include "base/bug.h"

static const char *const tag_names[TAG_KINDS] = {
    [TAG_DOCUMENT] = "document",
    [TAG_SECTION] = "section",
    [TAG_H1] = "h1",
    [TAG_H2] = "h2",
    [TAG_H3] = "h3",
    [TAG_H4] = "h4",
    [TAG_P] = "p",
    [TAG_LIST] = "list",
    [TAG_ITEM] = "item",
    [TAG_LABEL] = "label",
    [TAG_BODY] = "body",
    [TAG_TABLE] = "table",
    [TAG_ROW] = "row",
    [TAG_HEADER] = "header",
    [TAG_CELL] = "cell",
    [TAG_FIGURE] = "figure",
    [TAG_CAPTION] = "caption",
    [TAG_LINK] = "link",
    [TAG_SPAN] = "span",
    [TAG_QUOTE] = "quote",
    [TAG_TOC] = "toc",
    [TAG_TOC_ITEM] = "toc-item",
    [TAG_REFERENCE] = "reference",
    [TAG_NOTE] = "note",
};

static void
print_tag(struct buf *out, const struct tag *tag)
{
    if (tag == NULL)
        buf_add_text(out, "artifact");
    else
        buf_print(out, "%s#%zu", tag_names[tag->kind], tag->number);
}

static void
print_place(struct buf *out, upt x, upt y)
{
    buf_add_byte(out, ' ');
    upt_print(out, x, 2);
    buf_add_byte(out, ',');
    upt_print(out, y, 2);
}

static void
print_size(struct buf *out, upt width, upt height)
{
    buf_add_byte(out, ' ');
    upt_print(out, width, 2);
    buf_add_byte(out, 'x');
    upt_print(out, height, 2);
}

static void
print_text(struct buf *out, const char *key, struct str text)
{
    if (text.len == 0)
        return;
    buf_print(out, " %s=", key);
    buf_add_json(out, text);
}

/* ---- structure -------------------------------------------------------- */

static void
print_tag_line(struct buf *out, const struct tag *tag, size_t depth)
{
    buf_print(out, "%*s", (int)(2 * (depth < 40 ? depth : 40) + 2), "");
    print_tag(out, tag);
    print_text(out, "title", tag->title);
    print_text(out, "alt", tag->alt);
    print_text(out, "actual", tag->actual_text);
    print_text(out, "language", tag->language);
    if (tag->kind == TAG_HEADER)
        buf_add_text(out, tag->column_header ? " column" : " row");
    if (tag->column_span > 1)
        buf_print(out, " span=%u", tag->column_span);
    buf_add_byte(out, '\n');
}

/* The tag after `tag` when the tree is read from top to bottom; depth moves
   along. Each parent is searched for its child once for each step up, which
   is short next to what layout did. */
static const struct tag *
next_tag(const struct tag *tag, size_t *depth)
{
    if (tag->children.count > 0) {
        ++*depth;
        return tag->children.at[0];
    }
    for (; tag->parent != NULL; tag = tag->parent, --*depth) {
        const struct tag *parent = tag->parent;
        size_t i = 0;

        while (i < parent->children.count && parent->children.at[i] != tag)
            i++;
        ENSURE(i < parent->children.count);
        if (i + 1 < parent->children.count)
            return parent->children.at[i + 1];
    }
    return NULL;
}

static void
print_tree(struct buf *out, const struct tag *root)
{
    size_t depth = 0;

    buf_add_text(out, "tags\n");
    for (const struct tag *tag = root; tag != NULL; tag = next_tag(tag, &depth))
        print_tag_line(out, tag, depth);
}

/* ---- marks ------------------------------------------------------------ */

static void
print_glyphs(struct buf *out, const struct mark *mark)
{
    const struct glyph_run *run = mark->glyphs.run;
    struct str name = face_name(run->face);

    buf_add_text(out, "text");
    print_place(out, mark->glyphs.x, mark->glyphs.y - run->rise);
    buf_add_text(out, " w=");
    upt_print(out, run->width, 2);
    buf_print(out, " %.*s ", STR_ARG(name));
    upt_print(out, run->size, 2);
    if (run->color != 0)
        buf_print(out, " #%06X", (unsigned)run->color);
    buf_add_text(out, run->underline ? " underline" : "");
    buf_add_text(out, run->rtl ? " rtl " : " ");
    buf_add_json(out, run->text);
}

static void
print_dashes(struct buf *out, const struct path *path)
{
    buf_add_text(out, " dashes=");
    upt_print(out, path->dash, 2);
    buf_add_byte(out, '/');
    upt_print(out, path->gap > 0 ? path->gap : path->dash, 2);
}

static void
print_path(struct buf *out, const struct path *path)
{
    static const char letters[] = "MLCZ";
    size_t at = 0;

    buf_add_text(out, "path");
    if (path->fill)
        buf_print(out, " fill=#%06X", (unsigned)path->fill_color);
    if (path->stroke) {
        buf_print(out, " stroke=#%06X/", (unsigned)path->stroke_color);
        upt_print(out, path->stroke_width, 2);
        if (path->dash > 0)
            print_dashes(out, path);
    }
    for (size_t i = 0; i < path->verb_count; i++) {
        size_t numbers = path->verbs[i] == PATH_CURVE   ? 6
                         : path->verbs[i] == PATH_CLOSE ? 0
                                                        : 2;

        buf_print(out, " %c", letters[path->verbs[i]]);
        for (; numbers > 0; numbers -= 2, at += 2)
            print_place(out, path->points[at], path->points[at + 1]);
    }
}

static void
print_image(struct buf *out, const struct mark *mark)
{
    const struct image *image = mark->image.image;

    buf_print(out, "image#%zu", image->number);
    print_place(out, mark->image.x, mark->image.y);
    print_size(out, mark->image.width, mark->image.height);
    buf_print(out, " %ux%u px", (unsigned)image->width,
              (unsigned)image->height);
    if (mark->image.radius > 0) {
        buf_add_text(out, " radius=");
        upt_print(out, mark->image.radius, 2);
    }
}

static void
print_mark(struct buf *out, const struct mark *mark)
{
    buf_add_text(out, "  ");
    if (mark->kind == MARK_GLYPHS)
        print_glyphs(out, mark);
    else if (mark->kind == MARK_PATH)
        print_path(out, &mark->path);
    else
        print_image(out, mark);
    buf_add_text(out, " ");
    print_tag(out, mark->tag);
    buf_add_byte(out, '\n');
}

static void
print_link(struct buf *out, const struct page_link *link)
{
    buf_add_text(out, "  link");
    print_place(out, link->x, link->y);
    print_size(out, link->width, link->height);
    print_text(out, "url", link->url);
    print_text(out, "target", link->target);
    print_text(out, "says", link->description);
    buf_add_byte(out, ' ');
    print_tag(out, link->tag);
    buf_add_byte(out, '\n');
}

static void
print_page(struct buf *out, const struct page *page, size_t number)
{
    buf_print(out, "page %zu", number + 1);
    print_size(out, page->width, page->height);
    print_text(out, "label", page->label);
    buf_add_byte(out, '\n');
    for (size_t i = 0; i < page->marks.count; i++)
        print_mark(out, &page->marks.at[i]);
    for (size_t i = 0; i < page->links.count; i++)
        print_link(out, &page->links.at[i]);
}

/* ---- the rest --------------------------------------------------------- */

static void
print_head(struct buf *out, const struct pages *pages)
{
    buf_add_text(out, "pages");
    print_text(out, "title", pages->title);
    print_text(out, "author", pages->author);
    print_text(out, "subject", pages->subject);
    print_text(out, "keywords", pages->keywords);
    print_text(out, "language", pages->language);
    buf_print(out, " created=%lld%s\n", (long long)pages->created,
              pages->right_to_left ? " rtl" : "");
}

static void
print_ways(struct buf *out, const struct pages *pages)
{
    for (size_t i = 0; i < pages->destinations.count; i++) {
        const struct destination *to = &pages->destinations.at[i];

        buf_print(out, "destination %.*s page %zu", STR_ARG(to->name),
                  to->page + 1);
        print_place(out, to->x, to->y);
        buf_add_byte(out, '\n');
    }
    for (size_t i = 0; i < pages->outline.count; i++) {
        const struct outline_item *item = &pages->outline.at[i];

        buf_print(out, "outline %u ", item->level);
        buf_add_json(out, item->title);
        buf_print(out, " %.*s\n", STR_ARG(item->target));
    }
    for (size_t i = 0; i < pages->attachments.count; i++)
        buf_print(out, "attachment %.*s %zu bytes\n",
                  STR_ARG(pages->attachments.at[i].name),
                  pages->attachments.at[i].bytes.len);
}

void
pages_dump(struct buf *out, const struct pages *pages)
{
    print_head(out, pages);
    if (pages->root != NULL)
        print_tree(out, pages->root);
    for (size_t i = 0; i < pages->at.count; i++)
        print_page(out, &pages->at.at[i], i);
    print_ways(out, pages);
}
