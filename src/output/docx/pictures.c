/* Pictures, within the lines of a paragraph of their own. */
#include "output/picture_file.h"
#include "word.h"

/* The largest share of a page's height, in per cent. */
#define MOST_HEIGHT 40

/* The number of its relation; the same picture is in the file once. */
static size_t
add_media(struct word_file *word, const struct picture_file *file)
{
    size_t i = 0;
    while (i < word->media.count &&
           !str_equal(word->media.at[i].bytes, file->bytes))
        i++;
    if (i == word->media.count)
        *list_add(word->arena, &word->media) =
            (struct media){.name = str_format(word->arena, "media/image%zu%s",
                                              i + 1, file->ending),
                           .bytes = file->bytes};
    return word_relation(word, RELATION_PICTURE, word->media.at[i].name);
}

static void
add_drawing(struct word_file *word, const struct picture_file *file,
            struct str alt)
{
    struct buf *out = &word->body;
    size_t relation = add_media(word, file), id = ++word->picture_ids;
    long long width = (long long)word_emus(file->shown_width);
    long long height = (long long)word_emus(file->shown_height);
    buf_print(out,
              "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" "
              "distR=\"0\"><wp:extent cx=\"%lld\" cy=\"%lld\"/><wp:docPr "
              "id=\"%zu\" name=\"Picture %zu\" descr=\"",
              width, height, id, id);
    buf_add_xml(out, alt);
    buf_print(out,
              "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks "
              "noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic>"
              "<a:graphicData uri=\"http://schemas.openxmlformats.org/"
              "drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr "
              "id=\"%zu\" name=\"Picture %zu\"/><pic:cNvPicPr/>"
              "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId%zu\"/>"
              "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
              "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%lld\" "
              "cy=\"%lld\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
              "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
              "</wp:inline></w:drawing></w:r>",
              id, id, relation, width, height);
}

/* Pictures side by side; none: no paragraph. */
struct row_of_pictures {
    const char *style;
    upt width, height; /* of the box of each */
    bool fills, is_begun;
};

static void
add_picture(struct word_file *word, struct row_of_pictures *row,
            struct str name, struct span span, struct str alt)
{
    const struct picture_wish wish = {.file = name,
                                      .span = span,
                                      .width = row->width,
                                      .height = row->height,
                                      .fills = row->fills};
    struct picture_file file = picture_file_read(word->task, &wish);
    if (!file.bytes.len)
        return;
    if (row->is_begun)
        word_runs_add_plain(word, &word->body, STR(" "), (struct run_look){0});
    else
        word_paragraph_begin(
            word,
            &(struct paragraph_look){.style = row->style, .keeps_next = true});
    row->is_begun = true;
    add_drawing(word, &file, alt);
}

static void
end_row(struct word_file *word, const struct row_of_pictures *row)
{
    if (row->is_begun)
        word_paragraph_end(word);
}

/* ---- blocks --------------------------------------------------------------
 */

void
word_portrait_add(struct word_file *word, const struct block *block,
                  const char *style, upt width)
{
    struct row_of_pictures row = {
        .style = style, .width = width, .height = width * 3 / 2};
    if (!block->file.len || width <= 0)
        return;
    add_picture(word, &row, block->file, block->file_span, block->alt);
    end_row(word, &row);
}

static void
add_caption(struct word_file *word, const struct block *block)
{
    word_paragraph_add(word, "Caption", &block->title);
    word_paragraph_add(word, "Note", &block->text);
}

void
word_image_add(struct word_file *word, const struct block *block)
{
    size_t count = block->children.count;
    upt measure = word_measure(word) - word->indent;
    struct row_of_pictures row = {
        .style = "Picture",
        .width = count > 1 ? measure * 48 / 100 : measure,
        .height = word->skin.page_height / 100 * MOST_HEIGHT};
    if (!count)
        add_picture(word, &row, block->file, block->file_span, block->alt);
    for (size_t i = 0; i < count; i++) {
        const struct block *page = block->children.at[i];
        add_picture(word, &row, page->file, page->file_span, page->alt);
    }
    end_row(word, &row);
    add_caption(word, block);
}

#define PREVIEW PT(130)

/* Instead of the code to be photographed there is the link. */
void
word_code_add(struct word_file *word, const struct block *block)
{
    struct row_of_pictures row = {
        .style = "Picture", .width = PREVIEW, .height = PREVIEW};
    word_paragraph_add(word, "Heading2", &block->title);
    if (block->file.len)
        add_picture(word, &row, block->file, block->file_span,
                    block->preview_alt);
    end_row(word, &row);
    word_paragraph_add(word, "EntryMeta", &block->text);
}
