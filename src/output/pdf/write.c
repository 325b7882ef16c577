#include "output/pdf.h"

#include "base/bug.h"
#include "base/embedded.h"
#include "content.h"
#include "font.h"
#include "tree.h"
#include "value.h"
#include "writer.h"

unsigned
writer_add_object(struct writer *writer, struct str entries)
{
    unsigned object = haru_add_object(writer->haru);

    haru_set_entries(writer->haru, object, entries);
    return object;
}

unsigned
writer_add_stream(struct writer *writer, struct str entries, struct str raw)
{
    struct buf all = buf_new(writer->arena);

    buf_add(&all, entries);
    buf_add_text(&all, "/Filter/FlateDecode");
    return haru_add_stream(writer->haru, buf_str(&all),
                           deflate_bytes(writer->deflater, raw));
}

struct str
writer_language(const struct writer *writer)
{
    struct str language = writer->pages->language;

    return language.len > 0 ? language : STR("en");
}

static void
write_page(struct writer *writer, size_t page)
{
    const struct page *source = &writer->pages->at.at[page];
    struct buf out = buf_new(writer->arena);
    struct str resources = content_write(writer, page);
    struct str links = links_write(writer, page);

    buf_add_text(&out, "/MediaBox[0 0 ");
    value_operand(&out, milli_from_upt(source->width));
    value_number(&out, milli_from_upt(source->height));
    buf_add_byte(&out, ']');
    buf_add(&out, resources);
    if (tree_page_has_content(writer->tree, page))
        buf_print(&out, "/StructParents %zu", page);
    buf_add_text(&out, "/Tabs/S");
    buf_add(&out, links);
    haru_set_entries(writer->haru, writer->page_objects[page], buf_str(&out));
}

static void
write_pages(struct writer *writer)
{
    size_t count = writer->pages->at.count;

    writer->page_objects = ARENA_ARRAY(writer->arena, count, unsigned);
    for (size_t i = 0; i < count; i++)
        writer->page_objects[i] = haru_add_page(writer->haru);
    for (size_t i = 0; i < count; i++)
        write_page(writer, i);
}

static void
write_catalog(struct writer *writer)
{
    struct buf out = buf_new(writer->arena);

    buf_add_text(&out, "/Lang");
    value_text(&out, writer_language(writer));
    buf_print(&out,
              "/MarkInfo<</Marked true>>/StructTreeRoot %u 0 R"
              "/ViewerPreferences<</DisplayDocTitle true%s>>",
              tree_write(writer->tree),
              writer->pages->right_to_left ? "/Direction/R2L" : "");
    navigation_write(writer, &out);
    metadata_write(writer, &out);
    haru_set_entries(writer->haru, haru_catalog(writer->haru), buf_str(&out));
}

static struct str
write_all(struct writer *writer)
{
    destinations_sort(writer);
    fonts_write(writer);
    constants_release(); /* the fonts' */
    pictures_write(writer);
    writer->tree = tree_new(writer);
    write_pages(writer);
    write_catalog(writer);
    constants_release();
    return haru_save(writer->haru, writer->deflater);
}

struct pdf_result
pdf_write(struct arena *arena, struct findings *findings,
          const struct pages *pages, struct pdf_store *store)
{
    struct pdf_result result = {0};
    struct writer writer = {.arena = arena,
                            .findings = findings,
                            .pages = pages,
                            .store = store};

    ENSURE(pages->at.count > 0);
    writer.haru = haru_open(arena, pages->at.count);
    writer.deflater = deflater_new(arena, store);
    if (writer.deflater != NULL)
        result.bytes = write_all(&writer);
    result.why = haru_failure(writer.haru);
    if (writer.deflater == NULL)
        result.why = STR("out of memory");
    result.failed = result.why.len > 0;
    if (result.failed)
        result.bytes = (struct str){0};
    deflater_free(writer.deflater);
    haru_close(writer.haru);
    return result;
}
