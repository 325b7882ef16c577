/* Links as annotations (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5). */
#include "base/bug.h"
#include "tree.h"
#include "value.h"

/* /F: printed, not hidden, as PDF/A asks of every annotation. */
#define FLAG_PRINT 4

static void
print_rectangle(struct buf *out, const struct page *page,
                const struct page_link *link)
{
    buf_add_text(out, "/Rect[");
    value_operand(out, milli_from_upt(link->x));
    value_operand(out, milli_from_upt(page->height - link->y - link->height));
    value_operand(out, milli_from_upt(link->x + link->width));
    value_number(out, milli_from_upt(page->height - link->y));
    buf_add_byte(out, ']');
}

static void
print_target(struct writer *writer, struct buf *out,
             const struct page_link *link)
{
    if (link->url.len > 0) {
        buf_add_text(out, "/A<</S/URI/URI");
        value_uri(out, link->url);
        buf_add_text(out, ">>");
        return;
    }
    if (destination_find(writer, link->target) == NULL)
        BUG("link to a destination that is not there: %.*s",
            STR_ARG(link->target));
    buf_add_text(out, "/Dest");
    value_bytes(out, link->target);
}

/* Screen readers say this; every link has it. */
static struct str
description(const struct page_link *link)
{
    if (link->description.len > 0)
        return link->description;
    if (link->tag->alt.len > 0)
        return link->tag->alt;
    return link->url.len > 0 ? link->url : link->target;
}

static unsigned
write_link(struct writer *writer, size_t page, const struct page_link *link)
{
    struct buf out = buf_new(writer->arena);
    unsigned object = haru_add_object(writer->haru);
    size_t key;

    ENSURE(link->tag != NULL);
    key = tree_add_annotation(writer->tree, link->tag, page, object);
    buf_print(&out,
              "/Type/Annot/Subtype/Link/F %d/Border[0 0 0]"
              "/StructParent %zu/Contents",
              FLAG_PRINT, key);
    value_text(&out, description(link));
    print_rectangle(&out, &writer->pages->at.at[page], link);
    print_target(writer, &out, link);
    haru_set_entries(writer->haru, object, buf_str(&out));
    return object;
}

struct str
links_write(struct writer *writer, size_t page)
{
    const struct page *source = &writer->pages->at.at[page];
    struct buf out = buf_new(writer->arena);

    if (source->links.count == 0)
        return (struct str){0};
    buf_add_text(&out, "/Annots[");
    for (size_t i = 0; i < source->links.count; i++)
        buf_print(&out, "%u 0 R ",
                  write_link(writer, page, &source->links.at[i]));
    buf_add_byte(&out, ']');
    return buf_str(&out);
}
