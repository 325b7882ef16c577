/* Sections and their entries, each with its heading. */
#include "layout/theme.h"
#include "output/plain.h"
#include "writer.h"

/* ---- headings ------------------------------------------------------------ */

/* Never deeper than six, and never a level left out. */
static void
add_heading(struct html *h, const struct inline_text *title)
{
    unsigned level = h->heading < 6 ? h->heading : 6;
    const char name[] = {'h', (char)('0' + level), 0};
    html_element(h, name, title);
}

/* ---- sections ------------------------------------------------------------ */

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
    html_markup(h, "<li");
    html_id(h, entry->anchor);
    html_markup(h, has_title ? "><strong>" : ">");
    html_inline(h, &title);
    html_markup(h, has_title ? "</strong>" : "");
    html_words(h, has_title && has_rest ? h->document->words.comma : STR(""));
    html_inline(h, &rest);
    if (!plain_is_empty(&entry->aside)) {
        html_words(h,
                   has_title || has_rest ? h->document->words.comma : STR(""));
        html_markup(h, "<span class=\"dates\">");
        html_dated(h, &entry->aside);
        html_markup(h, "</span>");
    }
    html_markup(h, "</li>\n");
}

static void
write_listing(struct html *h, const struct block *block)
{
    html_markup(h, "<ul class=\"listing\">\n");
    for (size_t i = 0; i < block->children.count; i++)
        add_entry_line(h, block->children.at[i]);
    html_markup(h, "</ul>\n");
}

/* A section without a heading is none. */
void
html_section(struct html *h, const struct block *block)
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
    html_markup(h, begin);
    html_id(h, block->anchor);
    html_markup(h, has_more ? ">\n<hgroup>\n" : ">\n");
    add_heading(h, &block->title);
    html_element(h, "p", &block->subtitle);
    html_markup(h, has_more ? "</hgroup>\n" : "");
    if (plain_is_listing(block))
        write_listing(h, block);
    else
        html_children(h, block);
    html_markup(h, has_title ? "</section>\n" : "</div>\n");
    h->heading -= has_title;
    h->section = outer;
}

/* ---- entries ------------------------------------------------------------- */

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
    html_markup(h, has_logo ? "<div class=\"top has-logo\">\n"
                            : "<div class=\"top\">\n");
    if (has_logo)
        (void)add_logo(h, block);
    add_heading(h, &title);
    html_element(h, "p org", &rest);
    if (!plain_is_empty(&block->aside)) {
        html_markup(h, "<p class=\"dates\">");
        html_dated(h, &block->aside);
        html_markup(h, "</p>\n");
    }
    html_markup(h, "</div>\n");
}

void
html_entry(struct html *h, const struct block *block)
{
    bool has_title =
        !plain_is_empty(&block->title) || !plain_is_empty(&block->lead);
    h->heading += has_title;
    html_markup(h, has_title ? "<article class=\"entry\""
                             : "<div class=\"entry\"");
    html_id(h, block->anchor);
    html_markup(h, ">\n");
    add_entry_top(h, block);
    html_children(h, block);
    html_markup(h, has_title ? "</article>\n" : "</div>\n");
    h->heading -= has_title;
}
