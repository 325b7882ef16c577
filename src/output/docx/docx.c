/* The parts of a Word file, in the order in which they stand in it. */
#include "word.h"

/* ---- the document --------------------------------------------------------
 */

/* In the order of CT_SectPr. The cover has no footer. */
static void
add_page(struct word_file *word, struct buf *out)
{
    const struct skin *skin = &word->skin;
    const struct document *document = word->document;
    bool has_cover =
        document->blocks.count && document->blocks.at[0]->kind == BLOCK_COVER;
    buf_add_text(out, "<w:sectPr>");
    if (skin->has_footer)
        buf_print(out,
                  "<w:footerReference w:type=\"default\" r:id=\"rId%zu\"/>",
                  word_relation(word, RELATION_FOOTER, STR("footer1.xml")));
    buf_print(
        out,
        "<w:pgSz w:w=\"%lld\" w:h=\"%lld\"/><w:pgMar w:top=\"%lld\" "
        "w:right=\"%lld\" w:bottom=\"%lld\" w:left=\"%lld\" "
        "w:header=\"360\" w:footer=\"%lld\" w:gutter=\"0\"/>"
        "<w:cols w:space=\"720\"/>%s%s</w:sectPr>",
        (long long)word_twips(skin->page_width),
        (long long)word_twips(skin->page_height),
        (long long)word_twips(skin->top), (long long)word_twips(skin->right),
        (long long)word_twips(skin->bottom), (long long)word_twips(skin->left),
        (long long)word_twips(skin->bottom / 2),
        has_cover ? "<w:titlePg/>" : "",
        word->right_to_left ? "<w:bidi/>" : "");
}

struct str
word_document_part(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    word_blocks_add(word, word->document->blocks.at,
                    word->document->blocks.count);
    /* A body ends with a paragraph (Word). */
    if (!word->body.len || str_ends(buf_str(&word->body), STR("</w:tbl>\n"))) {
        word_paragraph_begin(word,
                             &(struct paragraph_look){.style = "Separator"});
        word_paragraph_end(word);
    }
    buf_add_text(
        &out, XML_HEAD
        "<w:document xmlns:w=\"" MAIN_SPACE "\" xmlns:r=\"" RELATION_SPACE
        "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
        "wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/"
        "drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/"
        "drawingml/2006/picture\"><w:body>\n");
    buf_add(&out, buf_str(&word->body));
    add_page(word, &out);
    buf_add_text(&out, "</w:body></w:document>\n");
    return buf_str(&out);
}

/* ---- the file ------------------------------------------------------------
 */

/* Sizes and spaces that need a page of a known height. */
static void
tone_down(struct skin *skin)
{
    struct skin_type *value = &skin->text[SKIN_TILE_VALUE];
    upt most = skin->text[SKIN_BODY].size * 3 / 2;
    if (value->size > most)
        *value = (struct skin_type){.family = value->family,
                                    .size = most,
                                    .leading = most * 5 / 4,
                                    .color = value->color,
                                    .is_bold = value->is_bold};
    if (skin->space.cover > PT(36))
        skin->space.cover = PT(36);
}

static struct word_file
word_new(const struct output_task *task)
{
    struct word_file word = {
        .task = task,
        .arena = task->arena,
        .document = task->document,
        .right_to_left = tag_is_right_to_left(task->document->language),
        .body = buf_new(task->arena),
    };
    skin_read(task->theme, task->document->kind, &word.skin);
    tone_down(&word.skin);
    /* "Page 1 of 1" says nothing below a letter. */
    if (task->document->kind == DOCUMENT_LETTER)
        word.skin.has_footer = false;
    (void)word_relation(&word, RELATION_STYLES, STR("styles.xml"));
    (void)word_relation(&word, RELATION_NUMBERING, STR("numbering.xml"));
    (void)word_relation(&word, RELATION_SETTINGS, STR("settings.xml"));
    (void)word_relation(&word, RELATION_FONTS, STR("fontTable.xml"));
    return word;
}

struct part {
    const char *name;
    struct str (*write)(struct word_file *word);
};

/* The document first: it fills what the others tell of. */
static const struct part parts[] = {
    {"word/document.xml", word_document_part},
    {"[Content_Types].xml", word_types},
    {"_rels/.rels", word_package_relations},
    {"word/_rels/document.xml.rels", word_document_relations},
    {"word/styles.xml", word_styles},
    {"word/numbering.xml", word_numbering},
    {"word/settings.xml", word_settings},
    {"word/fontTable.xml", word_fonts},
    {"word/footer1.xml", word_footer},
    {"docProps/core.xml", word_core},
    {"docProps/app.xml", word_app},
};

#define PART_COUNT (sizeof parts / sizeof *parts)
/* Readers look for the kinds of the parts first. */
static const size_t order[PART_COUNT] = {1, 2, 0, 3, 4, 5, 6, 7, 8, 9, 10};

struct output_result
docx_write(const struct output_task *task)
{
    struct word_file word = word_new(task);
    struct package package = {0};
    struct str bytes[PART_COUNT];
    for (size_t i = 0; i < PART_COUNT; i++)
        bytes[i] = parts[i].write(&word);
    for (size_t i = 0; i < PART_COUNT; i++)
        if (parts[order[i]].write != word_footer || word.skin.has_footer)
            *list_add(task->arena, &package.parts) =
                (struct package_part){parts[order[i]].name, bytes[order[i]]};
    for (size_t i = 0; i < word.media.count; i++)
        *list_add(task->arena, &package.parts) = (struct package_part){
            str_terminated(task->arena,
                           str_format(task->arena, "word/%.*s",
                                      STR_ARG(word.media.at[i].name))),
            word.media.at[i].bytes};
    return package_write(task->arena, &package, task->created);
}
