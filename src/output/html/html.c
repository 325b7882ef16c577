/*
 * One page of HTML that stands alone: the elements that say what things are,
 * one style for screens of any width, by day and by night, and for paper. No
 * programs, nothing that is fetched. (HTML Living Standard; WCAG 2.2.)
 */
#include "output/output.h"

#include "layout/theme.h"
#include "output/plain.h"
#include "writer.h"

static void
add(struct html *h, const char *markup)
{
    buf_add_text(&h->out, markup);
}

/* ---- head ---------------------------------------------------------------- */

/* What a contact is of a person (schema.org/Person). */
static const char *
property_of(const struct contact *contact)
{
    static const struct {
        const char *kind, *property;
    } kinds[] = {{"email", "email"},
                 {"phone", "telephone"},
                 {"location", "address"},
                 {"web", "url"},
                 {"profile", "sameAs"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_is(contact->kind, kinds[i].kind))
            return kinds[i].property;
    return NULL;
}

/* Numbers of phones keep to one line. */
static struct str
unbroken(struct arena *arena, struct str words)
{
    struct buf out = buf_new(arena);
    while (words.len) {
        size_t blank = str_find_byte(words, ' ', 0);
        buf_add(&out, str_slice(words, 0, blank));
        if (blank == SIZE_MAX)
            break;
        buf_add_text(&out, "\xc2\xa0");
        words = str_slice(words, blank + 1, words.len);
    }
    return buf_str(&out);
}

static void
add_contact(struct html *h, const struct contact *contact)
{
    const char *property = property_of(contact);
    struct str marked =
        property
            ? str_format(h->arena, " itemprop=\"%s\" dir=\"ltr\"", property)
            : STR(" dir=\"ltr\"");
    add(h, "<li>");
    bool is_link =
        html_link_begin(h, contact->url, str_terminated(h->arena, marked));
    /* Of the others the words are the value. */
    bool is_value = !is_link && property && !str_is(contact->kind, "profile") &&
                    !str_is(contact->kind, "web");
    if (is_value)
        buf_print(&h->out, "<span itemprop=\"%s\">", property);
    html_words(h, str_is(contact->kind, "phone")
                      ? unbroken(h->arena, contact->text)
                      : contact->text);
    if (is_value)
        add(h, "</span>");
    add(h, is_link ? "</a></li>\n" : "</li>\n");
}

static void
add_contacts(struct html *h, const struct block *block)
{
    if (!block->contacts.count)
        return;
    add(h, "<address>\n<ul class=\"contacts\">\n");
    for (size_t i = 0; i < block->contacts.count; i++)
        add_contact(h, &block->contacts.at[i]);
    add(h, "</ul>\n</address>\n");
}

static void
add_name(struct html *h, const struct block *block)
{
    struct str name = plain_words(h->arena, &block->title);
    struct str whole = plain_name(h->arena, h->document, block);
    if (!whole.len)
        return;
    add(h, "<h1>");
    if (name.len) {
        add(h, "<span itemprop=\"name\">");
        html_words(h, name);
        add(h, "</span>");
    }
    struct str letters = str_slice(whole, name.len, whole.len);
    struct str comma = h->document->words.comma;
    if (name.len && str_starts(letters, comma)) {
        html_words(h, comma);
        letters = str_slice(letters, comma.len, letters.len);
    }
    if (letters.len) {
        add(h, "<span class=\"letters\">");
        html_words(h, letters);
        add(h, "</span>");
    }
    add(h, "</h1>\n");
}

static void
write_head(struct html *h, const struct block *block)
{
    struct theme_pictures shown =
        theme_pictures(h->task->theme, h->document->kind);
    const struct html_picture portrait = {.class_name = "portrait",
                                          .attributes = " itemprop=\"image\"",
                                          .file = block->file,
                                          .span = block->file_span,
                                          .alt = block->alt,
                                          .width = PT(96),
                                          .height = PT(96),
                                          .fills = true};
    add(h, "<header class=\"head\" itemscope "
           "itemtype=\"https://schema.org/Person\">\n");
    if (shown.portrait)
        (void)html_picture(h, &portrait);
    add_name(h, block);
    if (!plain_is_empty(&block->subtitle)) {
        add(h, "<p class=\"headline\" itemprop=\"jobTitle\">");
        html_inline(h, &block->subtitle);
        add(h, "</p>\n");
    }
    add_contacts(h, block);
    html_element(h, "p what", &block->attribution);
    html_element(h, "p promise", &block->text);
    add(h, "</header>\n");
}

/* ---- contents ------------------------------------------------------------ */

static void
add_contents_line(struct html *h, const struct block *section)
{
    struct inline_text title = {0};
    *list_add(h->arena, &title.runs) =
        (struct inline_run){.text = plain_words(h->arena, &section->title),
                            .target = section->anchor};
    html_element(h, "li", &title);
}

static void
write_contents(struct html *h, const struct block *block)
{
    const struct document *document = h->document;
    size_t listed = 0;
    for (size_t i = 0; i < document->blocks.count; i++)
        listed += document->blocks.at[i]->in_contents;
    if (!listed)
        return;
    add(h, "<nav class=\"contents\" aria-labelledby=\"contents-title\">\n"
           "<p class=\"label\" id=\"contents-title\">");
    html_inline(h, &block->title);
    add(h, "</p>\n<ol>\n");
    for (size_t i = 0; i < document->blocks.count; i++)
        if (document->blocks.at[i]->in_contents)
            add_contents_line(h, document->blocks.at[i]);
    add(h, "</ol>\n</nav>\n");
}

/* ---- sections and entries ------------------------------------------------ */

static void write_block(struct html *h, const struct block *block);

static void
write_children(struct html *h, const struct block *block)
{
    for (size_t i = 0; i < block->children.count; i++)
        write_block(h, block->children.at[i]);
}

/* Never deeper than six, and never a level left out. */
static void
add_heading(struct html *h, const struct inline_text *title)
{
    unsigned level = h->heading < 6 ? h->heading : 6;
    const char name[] = {'h', (char)('0' + level), 0};
    html_element(h, name, title);
}

static void
add_entry_line(struct html *h, const struct block *entry)
{
    const char *comma = str_terminated(h->arena, h->document->words.comma);
    struct inline_text title = {0}, rest = {0};
    plain_append(h->arena, &title, NULL, &entry->lead);
    plain_append(h->arena, &title, comma, &entry->title);
    plain_append(h->arena, &rest, NULL, &entry->subtitle);
    plain_append(h->arena, &rest, comma, &entry->place);
    bool has_title = !plain_is_empty(&title);
    bool has_rest = !plain_is_empty(&rest);
    add(h, "<li");
    html_id(h, entry->anchor);
    add(h, has_title ? "><strong>" : ">");
    html_inline(h, &title);
    add(h, has_title ? "</strong>" : "");
    html_words(h, has_title && has_rest ? h->document->words.comma : STR(""));
    html_inline(h, &rest);
    if (!plain_is_empty(&entry->aside)) {
        html_words(h,
                   has_title || has_rest ? h->document->words.comma : STR(""));
        add(h, "<span class=\"dates\">");
        html_dated(h, &entry->aside);
        add(h, "</span>");
    }
    add(h, "</li>\n");
}

static void
write_listing(struct html *h, const struct block *block)
{
    add(h, "<ul class=\"listing\">\n");
    for (size_t i = 0; i < block->children.count; i++)
        add_entry_line(h, block->children.at[i]);
    add(h, "</ul>\n");
}

/* A section without a heading is none. */
static void
write_section(struct html *h, const struct block *block)
{
    bool has_title = !plain_is_empty(&block->title);
    bool has_more = has_title && !plain_is_empty(&block->subtitle);
    const struct inline_text *outer = h->section;
    h->heading += has_title;
    h->section = has_title ? &block->title : outer;
    const char *begin =
        has_title ? "<section class=\"section\"" : "<div class=\"section\"";
    /* On paper, those that are chapters of their own begin a page. */
    if (has_more && block->new_page)
        begin = "<section class=\"section page\"";
    add(h, begin);
    html_id(h, block->anchor);
    add(h, has_more ? ">\n<hgroup>\n" : ">\n");
    add_heading(h, &block->title);
    html_element(h, "p", &block->subtitle);
    add(h, has_more ? "</hgroup>\n" : "");
    if (plain_is_listing(block))
        write_listing(h, block);
    else
        write_children(h, block);
    add(h, has_title ? "</section>\n" : "</div>\n");
    h->heading -= has_title;
    h->section = outer;
}

static bool
add_logo(struct html *h, const struct block *block)
{
    /* The name stands beside it. */
    const struct html_picture logo = {.class_name = "logo",
                                      .file = block->file,
                                      .span = block->file_span,
                                      .width = PT(30),
                                      .height = PT(30)};
    return html_picture(h, &logo);
}

/* What stands above the text of an entry. */
static void
add_entry_top(struct html *h, const struct block *block)
{
    const char *comma = str_terminated(h->arena, h->document->words.comma);
    bool has_logo = block->file.len &&
                    theme_pictures(h->task->theme, h->document->kind).logos;
    struct inline_text title = {0}, rest = {0};
    plain_append(h->arena, &title, NULL, &block->lead);
    plain_append(h->arena, &title, comma, &block->title);
    plain_append(h->arena, &rest, NULL, &block->subtitle);
    plain_append(h->arena, &rest, comma, &block->place);
    add(h,
        has_logo ? "<div class=\"top has-logo\">\n" : "<div class=\"top\">\n");
    if (has_logo)
        (void)add_logo(h, block);
    add_heading(h, &title);
    html_element(h, "p org", &rest);
    if (!plain_is_empty(&block->aside)) {
        add(h, "<p class=\"dates\">");
        html_dated(h, &block->aside);
        add(h, "</p>\n");
    }
    add(h, "</div>\n");
}

static void
write_entry(struct html *h, const struct block *block)
{
    bool has_title =
        !plain_is_empty(&block->title) || !plain_is_empty(&block->lead);
    h->heading += has_title;
    add(h, has_title ? "<article class=\"entry\"" : "<div class=\"entry\"");
    html_id(h, block->anchor);
    add(h, ">\n");
    add_entry_top(h, block);
    write_children(h, block);
    add(h, has_title ? "</article>\n" : "</div>\n");
    h->heading -= has_title;
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
    add(h, block->ordered ? "<ol>\n" : "<ul>\n");
    for (size_t i = 0; i < block->children.count; i++) {
        add(h, "<li>");
        html_inline(h, &block->children.at[i]->text);
        write_children(h, block->children.at[i]);
        add(h, "</li>\n");
    }
    add(h, block->ordered ? "</ol>\n" : "</ul>\n");
}

static void
write_quote(struct html *h, const struct block *block)
{
    add(h, "<figure class=\"quote\">\n<blockquote>\n");
    html_element(h, "p", &block->text);
    add(h, "</blockquote>\n");
    html_element(h, "figcaption", &block->attribution);
    add(h, "</figure>\n");
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
    add(h, "<div class=\"callout\">\n");
    html_element(h, "p", &text);
    write_children(h, block);
    add(h, "</div>\n");
}

static void
write_code(struct html *h, const struct block *block)
{
    const struct html_picture preview = {.file = block->file,
                                         .span = block->file_span,
                                         .alt = block->preview_alt,
                                         .width = PT(200),
                                         .height = PT(150)};
    add(h, "<div class=\"medium\">\n");
    (void)html_picture(h, &preview);
    html_element(h, "p label", &block->title);
    html_element(h, "p", &block->text);
    add(h, "</div>\n");
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
    add(h, block->is_page || block->children.count
               ? "<figure class=\"is-page\">\n"
               : "<figure>\n");
    bool is_drawn = block->children.count == 0 && add_one_picture(h, block);
    if (block->children.count)
        add(h, "<div class=\"pictures\">\n");
    for (size_t i = 0; i < block->children.count; i++)
        is_drawn |= add_one_picture(h, block->children.at[i]);
    if (block->children.count)
        add(h, "</div>\n");
    if (has_words) {
        add(h, "<figcaption>\n");
        html_element(h, "p label", &block->title);
        html_element(h, "p", &block->text);
        add(h, "</figcaption>\n");
    }
    add(h, "</figure>\n");
    if (!is_drawn && !has_words)
        h->out.len = before;
}

/* ---- data ---------------------------------------------------------------- */

static bool
all_are_labelled(const struct block *block)
{
    for (size_t i = 0; i < block->lines.count; i++)
        if (plain_is_empty(&block->lines.at[i].label) ||
            plain_is_empty(&block->lines.at[i].text))
            return false;
    return block->lines.count > 0;
}

static void
add_plain_lines(struct html *h, const struct block *block)
{
    const char *colon = str_terminated(h->arena, h->document->words.colon);
    for (size_t i = 0; i < block->lines.count; i++) {
        struct inline_text line = {0};
        plain_append(h->arena, &line, NULL, &block->lines.at[i].label);
        for (size_t k = 0; k < line.runs.count; k++)
            line.runs.at[k].style |= INLINE_STRONG;
        plain_append(h->arena, &line, colon, &block->lines.at[i].text);
        html_element(h, "p", &line);
    }
}

static void
write_lines(struct html *h, const struct block *block)
{
    if (!all_are_labelled(block)) {
        add_plain_lines(h, block);
        return;
    }
    add(h, block->kind == BLOCK_FACTS ? "<dl class=\"pairs facts\">\n"
                                      : "<dl class=\"pairs\">\n");
    for (size_t i = 0; i < block->lines.count; i++) {
        add(h, "<div>\n");
        html_element(h, "dt", &block->lines.at[i].label);
        html_element(h, "dd", &block->lines.at[i].text);
        add(h, "</div>\n");
    }
    add(h, "</dl>\n");
}

static const char *
class_of(const struct block *block, size_t column)
{
    static const char *const classes[] = {[COLUMN_START] = "",
                                          [COLUMN_END] = " class=\"end\"",
                                          [COLUMN_CENTER] =
                                              " class=\"center\""};
    return column < block->columns.count
               ? classes[block->columns.at[column].alignment]
               : "";
}

static void
add_row(struct html *h, const struct block *block, const struct row *row)
{
    add(h, "<tr>");
    for (size_t i = 0; i < row->cells.count; i++) {
        const struct cell *cell = &row->cells.at[i];
        bool is_head = cell->is_header && !plain_is_empty(&cell->text);
        buf_print(&h->out, "<%s%s>", is_head ? "th scope=\"row\"" : "td",
                  class_of(block, i));
        html_inline(h, &cell->text);
        add(h, is_head ? "</th>" : "</td>");
    }
    add(h, "</tr>\n");
}

/* Wider than the screen, it is moved by itself. */
static void
write_table(struct html *h, const struct block *block)
{
    if (!block->rows.count)
        return;
    add(h, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n");
    if (h->section)
        html_element(h, "caption only", h->section);
    add(h, "<thead>\n<tr>");
    for (size_t i = 0; i < block->columns.count; i++) {
        struct str title = block->columns.at[i].title;
        buf_print(&h->out, title.len ? "<th scope=\"col\"%s>" : "<td%s>",
                  class_of(block, i));
        html_words(h, title);
        add(h, title.len ? "</th>" : "</td>");
    }
    add(h, "</tr>\n</thead>\n<tbody>\n");
    for (size_t i = 0; i < block->rows.count; i++)
        add_row(h, block, &block->rows.at[i]);
    add(h, "</tbody>\n</table>\n</div>\n");
}

static void
write_strip(struct html *h, const struct block *block)
{
    if (!block->tiles.count)
        return;
    add(h, "<dl class=\"tiles\">\n");
    for (size_t i = 0; i < block->tiles.count; i++) {
        const struct tile *tile = &block->tiles.at[i];
        add(h, "<div>\n");
        html_element_words(h, "dt", tile->label);
        /* Numbers alone are written from left to right. */
        if (tile->value.len) {
            add(h, "<dd class=\"value\"><bdi>");
            html_words(h, tile->value);
            add(h, "</bdi></dd>\n");
        }
        html_element_words(h, "dd note", tile->note);
        add(h, "</div>\n");
    }
    add(h, "</dl>\n");
}

/* ---- all ----------------------------------------------------------------- */

static void (*const kinds[BLOCK_KINDS])(struct html *, const struct block *) = {
    [BLOCK_HEAD] = write_head,
    [BLOCK_COVER] = write_head,
    [BLOCK_SECTION] = write_section,
    [BLOCK_PARAGRAPH] = write_paragraph,
    [BLOCK_LIST] = write_list,
    [BLOCK_ENTRY] = write_entry,
    [BLOCK_LINES] = write_lines,
    [BLOCK_FACTS] = write_lines,
    [BLOCK_TABLE] = write_table,
    [BLOCK_STRIP] = write_strip,
    [BLOCK_COMPARISON] = html_comparisons,
    [BLOCK_QUOTE] = write_quote,
    [BLOCK_CALLOUT] = write_callout,
    [BLOCK_CONTENTS] = write_contents,
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
    add(h, "<main>\n");
    for (size_t i = 0; i < document->blocks.count; i++)
        if (!is_before_main(document->blocks.at[i]))
            write_block(h, document->blocks.at[i]);
    add(h, "</main>\n");
    if (document->kind == DOCUMENT_PORTFOLIO && document->footer.len) {
        add(h, "<footer class=\"foot\">\n");
        html_element_words(h, "p", document->footer);
        add(h, "</footer>\n");
    }
    add(h, "</body>\n</html>\n");
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
