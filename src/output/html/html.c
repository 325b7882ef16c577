/*
 * One page of HTML that stands alone: the elements that say what things are,
 * one style for screens of any width, by day and by night, and for paper. No
 * programs, nothing that is fetched. (HTML Living Standard; WCAG 2.2.)
 */
#include "output/output.h"

#include "output/plain.h"
#include "writer.h"

static void write_block(struct html *h, const struct block *block);

void
html_children(struct html *h, const struct block *block)
{
    for (size_t i = 0; i < block->children.count; i++)
        write_block(h, block->children.at[i]);
}

/* ---- texts --------------------------------------------------------------- */

static void
write_paragraph(struct html *h, const struct block *block)
{
    static const char *const roles[ROLE_KINDS] = {[ROLE_BODY] = "p",
                                                  [ROLE_SUMMARY] = "p summary",
                                                  [ROLE_META] = "p meta",
                                                  [ROLE_NOTE] = "p note",
                                                  [ROLE_LABELLED] = "p",
                                                  [ROLE_PROMISE] = "p promise",
                                                  [ROLE_DATE] = "p",
                                                  [ROLE_ADDRESS] = "p",
                                                  [ROLE_SUBJECT] = "p subject",
                                                  [ROLE_GREETING] = "p",
                                                  [ROLE_LETTER] = "p",
                                                  [ROLE_FAREWELL] =
                                                      "p farewell",
                                                  [ROLE_SIGNATURE] = "p"};
    html_element(h, roles[block->role], &block->text);
}

static void
write_list(struct html *h, const struct block *block)
{
    if (!block->children.count)
        return;
    html_markup(h, block->ordered ? "<ol>\n" : "<ul>\n");
    for (size_t i = 0; i < block->children.count; i++) {
        html_markup(h, "<li>");
        html_inline(h, &block->children.at[i]->text);
        html_children(h, block->children.at[i]);
        html_markup(h, "</li>\n");
    }
    html_markup(h, block->ordered ? "</ol>\n" : "</ul>\n");
}

static void
write_quote(struct html *h, const struct block *block)
{
    html_markup(h, "<figure class=\"quote\">\n<blockquote>\n");
    html_element(h, "p", &block->text);
    html_markup(h, "</blockquote>\n");
    html_element(h, "figcaption", &block->attribution);
    html_markup(h, "</figure>\n");
}

static void
write_callout(struct html *h, const struct block *block)
{
    struct inline_text text = {0};
    plain_append(h->arena, &text, NULL, &block->title);
    for (size_t i = 0; i < text.runs.count; i++)
        text.runs.at[i].style |= INLINE_STRONG;
    plain_append(h->arena, &text,
                 str_terminated(h->arena, h->document->words.colon),
                 &block->text);
    html_markup(h, "<div class=\"callout\">\n");
    html_element(h, "p", &text);
    html_children(h, block);
    html_markup(h, "</div>\n");
}

static void
write_code(struct html *h, const struct block *block)
{
    const struct html_picture preview = {.file = block->file,
                                         .span = block->file_span,
                                         .alt = block->preview_alt,
                                         .width = PT(200),
                                         .height = PT(150)};
    html_markup(h, "<div class=\"medium\">\n");
    (void)html_picture(h, &preview);
    html_element(h, "p label", &block->title);
    html_element(h, "p", &block->text);
    html_markup(h, "</div>\n");
}

/* ---- pictures ------------------------------------------------------------ */

static bool
add_one_picture(struct html *h, const struct block *block)
{
    const struct html_picture picture = {.file = block->file,
                                         .span = block->file_span,
                                         .alt = block->alt,
                                         .width = PT(520),
                                         .height = PT(640)};
    return html_picture(h, &picture);
}

static void
write_image(struct html *h, const struct block *block)
{
    bool has_words =
        !plain_is_empty(&block->title) || !plain_is_empty(&block->text);
    size_t before = h->out.len;
    html_markup(h, block->is_page || block->children.count
                       ? "<figure class=\"is-page\">\n"
                       : "<figure>\n");
    bool is_drawn = block->children.count == 0 && add_one_picture(h, block);
    if (block->children.count)
        html_markup(h, "<div class=\"pictures\">\n");
    for (size_t i = 0; i < block->children.count; i++)
        is_drawn |= add_one_picture(h, block->children.at[i]);
    if (block->children.count)
        html_markup(h, "</div>\n");
    if (has_words) {
        html_markup(h, "<figcaption>\n");
        html_element(h, "p label", &block->title);
        html_element(h, "p", &block->text);
        html_markup(h, "</figcaption>\n");
    }
    html_markup(h, "</figure>\n");
    if (!is_drawn && !has_words)
        h->out.len = before;
}

/* ---- all ----------------------------------------------------------------- */

static void (*const kinds[BLOCK_KINDS])(struct html *, const struct block *) = {
    [BLOCK_HEAD] = html_head,
    [BLOCK_COVER] = html_head,
    [BLOCK_SECTION] = html_section,
    [BLOCK_PARAGRAPH] = write_paragraph,
    [BLOCK_LIST] = write_list,
    [BLOCK_ENTRY] = html_entry,
    [BLOCK_LINES] = html_lines,
    [BLOCK_FACTS] = html_lines,
    [BLOCK_TABLE] = html_table,
    [BLOCK_STRIP] = html_strip,
    [BLOCK_COMPARISON] = html_comparisons,
    [BLOCK_QUOTE] = write_quote,
    [BLOCK_CALLOUT] = write_callout,
    [BLOCK_CONTENTS] = html_contents,
    [BLOCK_CODE] = write_code,
    [BLOCK_IMAGE] = write_image,
    [BLOCK_CHART] = html_chart,
};

/* Blocks nest a handful deep: compose builds them, not the user. */
static void
write_block(struct html *h, const struct block *block)
{
    if (kinds[block->kind])
        kinds[block->kind](h, block);
}

/* Head and contents stand before what the page is about. */
static bool
is_before_main(const struct block *block)
{
    return block->kind == BLOCK_HEAD || block->kind == BLOCK_COVER ||
           block->kind == BLOCK_CONTENTS;
}

static void
write_body(struct html *h)
{
    static const char *const kinds_of[DOCUMENT_KINDS] = {
        [DOCUMENT_RESUME] = "resume",
        [DOCUMENT_PORTFOLIO] = "portfolio",
        [DOCUMENT_LETTER] = "letter"};
    const struct document *document = h->document;
    buf_print(&h->out, "<body class=\"%s\">\n", kinds_of[document->kind]);
    for (size_t i = 0; i < document->blocks.count; i++)
        if (is_before_main(document->blocks.at[i]))
            write_block(h, document->blocks.at[i]);
    html_markup(h, "<main>\n");
    for (size_t i = 0; i < document->blocks.count; i++)
        if (!is_before_main(document->blocks.at[i]))
            write_block(h, document->blocks.at[i]);
    html_markup(h, "</main>\n");
    if (document->kind == DOCUMENT_PORTFOLIO && document->footer.len) {
        html_markup(h, "<footer class=\"foot\">\n");
        html_element_words(h, "p", document->footer);
        html_markup(h, "</footer>\n");
    }
    html_markup(h, "</body>\n</html>\n");
}

struct output_result
html_write(const struct output_task *task)
{
    struct html h = {.arena = task->arena,
                     .task = task,
                     .document = task->document,
                     .locale =
                         locale_find(task->arena, task->document->language),
                     .out = buf_new(task->arena),
                     .heading = 1};
    html_collect_anchors(&h);
    html_page_begin(&h);
    write_body(&h);
    return (struct output_result){.bytes = buf_str(&h.out)};
}
