#include "content.h"

#include "font.h"
#include "sheet.h"

static void
draw_mark(struct sheet *sheet, const struct mark *mark)
{
    if (mark->kind == MARK_GLYPHS && mark->glyphs.run->glyph_count == 0)
        return;
    switch (mark->kind) {
    case MARK_GLYPHS:
        sheet_draw_glyphs(sheet, mark);
        break;
    case MARK_PATH:
        sheet_enter(sheet, mark->tag);
        sheet_draw_path(sheet, &mark->path);
        break;
    case MARK_IMAGE:
        sheet_enter(sheet, mark->tag);
        sheet_draw_image(sheet, mark);
        break;
    }
}

static void
print_used(struct buf *out, const char *key, char letter, const bool *used,
           size_t count, const struct writer *writer)
{
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        if (!used[i])
            continue;
        if (!any)
            buf_print(out, "/%s<<", key);
        any = true;
        buf_print(out, "/%c%zu %u 0 R", letter, i,
                  letter == 'F' ? writer->fonts[i].object
                                : writer->image_objects[i]);
    }
    if (any)
        buf_add_text(out, ">>");
}

static struct str
resources(const struct sheet *sheet)
{
    const struct writer *writer = sheet->writer;
    struct buf out = buf_new(writer->arena);

    buf_add_text(&out, "/Resources<<");
    print_used(&out, "Font", 'F', sheet->fonts_used, writer->font_count,
               writer);
    print_used(&out, "XObject", 'I', sheet->images_used,
               writer->pages->images.count, writer);
    buf_add_text(&out, ">>");
    /* Blending happens in the colours of the output intent. */
    if (sheet->has_transparency)
        buf_add_text(&out, "/Group<</S/Transparency/CS/DeviceRGB>>");
    return buf_str(&out);
}

struct str
content_write(struct writer *writer, size_t page)
{
    const struct page *source = &writer->pages->at.at[page];
    struct sheet sheet = sheet_new(writer, page);
    struct str data;

    for (size_t i = 0; i < source->marks.count; i++)
        draw_mark(&sheet, &source->marks.at[i]);
    sheet_draw_underlines(&sheet);
    sheet_end_content(&sheet);
    data = deflate_bytes(writer->deflater, buf_str(&sheet.out));
    haru_set_content(writer->haru, writer->page_objects[page],
                     STR("/Filter/FlateDecode"), data);
    return resources(&sheet);
}
