/* Name and contact, entries, contents: what stands above text. */
#include "word.h"

/* ---- the head ------------------------------------------------------------
 */

/* "Jordan Avery, MHA, CPHQ (she/her)" */
static void
add_name(struct word_file *word, const struct block *block, const char *style)
{
    const struct run_look letters = {.style = "PostNominals"};
    struct buf *out = &word->body;
    word_paragraph_begin(word, &(struct paragraph_look){
                                   .style = style, .anchor = block->anchor});
    word_runs_add(word, out, &block->title, (struct run_look){0});
    if (block->post_nominals.len) {
        word_runs_add_plain(word, out, STR(", "), letters);
        word_runs_add_plain(word, out, block->post_nominals, letters);
    }
    if (!word_is_empty(&block->aside)) {
        word_runs_add_plain(word, out, STR(" ("), letters);
        word_runs_add(word, out, &block->aside, letters);
        word_runs_add_plain(word, out, STR(")"), letters);
    }
    word_paragraph_end(word);
}

static void
add_contacts(struct word_file *word, const struct block *block,
             const char *style)
{
    const struct skin *skin = &word->skin;
    struct str separator = skin->contact_separator;
    if (!block->contacts.count)
        return;
    struct str between = str_format(
        word->arena, separator.len ? " %.*s " : "%.*s  ", STR_ARG(separator));
    word_paragraph_begin(word, &(struct paragraph_look){.style = style});
    for (size_t i = 0; i < block->contacts.count; i++) {
        const struct contact *contact = &block->contacts.at[i];
        if (i > 0)
            word_runs_add_plain(word, &word->body, between,
                                (struct run_look){.style = "Muted"});
        if (contact->url.len && skin->has_contact_links)
            word_runs_add_link(word, &word->body, contact->text, contact->url);
        else
            word_runs_add_plain(word, &word->body, contact->text,
                                (struct run_look){0});
    }
    word_paragraph_end(word);
}

void
word_head_add(struct word_file *word, const struct block *block)
{
    if (word->skin.has_portrait)
        word_portrait_add(word, block, "Portrait", word->skin.portrait_width);
    if (!word_is_empty(&block->title))
        add_name(word, block, "Title");
    word_paragraph_add(word, "Subtitle", &block->subtitle);
    add_contacts(word, block, "Contact");
}

void
word_cover_add(struct word_file *word, const struct block *block)
{
    if (word->skin.has_cover_portrait)
        word_portrait_add(word, block, "CoverPortrait",
                          word->skin.cover_portrait_width);
    add_name(word, block, "CoverTitle");
    word_paragraph_add(word, "CoverSubtitle", &block->subtitle);
    word_paragraph_add(word, "Kicker", &block->attribution);
    word_paragraph_add(word, "Promise", &block->text);
    add_contacts(word, block, "CoverContact");
}

/* ---- entries -------------------------------------------------------------
 */

static void
add_aside(struct word_file *word, const struct inline_text *aside,
          const char *style)
{
    if (word_is_empty(aside))
        return;
    word_runs_add_tab(&word->body);
    word_runs_add(word, &word->body, aside,
                  (struct run_look){.style = style, .is_loose = true});
}

static void
add_behind(struct word_file *word, struct str separator,
           const struct inline_text *text, const char *style)
{
    const struct run_look look = {.style = style};
    if (word_is_empty(text))
        return;
    word_runs_add_plain(word, &word->body, separator, look);
    word_runs_add(word, &word->body, text, look);
}

/* Those that are only a title take one line, a certification or a talk. */
static bool
is_short(const struct block *block)
{
    return !block->children.count && !block->is_templated && !block->has_side;
}

/* In a template, only what is strong looks like a title. */
static const char *
title_style(const struct word_file *word, const struct block *block)
{
    if (block->is_templated)
        return "EntryTemplate";
    if (is_short(block))
        return "EntryLine";
    return word->entry_depth ? "Heading3" : "Heading2";
}

static void
add_title(struct word_file *word, const struct block *block, bool has_second)
{
    bool is_alone = word_is_empty(&block->title);
    word_paragraph_begin(
        word, &(struct paragraph_look){.style = title_style(word, block),
                                       .keeps_next = has_second,
                                       .anchor = block->anchor});
    word_runs_add(word, &word->body, &block->lead, (struct run_look){0});
    if (!word_is_empty(&block->lead) && !is_alone)
        word_runs_add_plain(word, &word->body, STR(", "), (struct run_look){0});
    word_runs_add(word, &word->body, &block->title, (struct run_look){0});
    if (is_short(block))
        add_behind(word, is_alone ? STR("") : STR(", "), &block->subtitle,
                   "EntrySubtitleText");
    if (!has_second)
        add_behind(word, STR(" · "), &block->place, "Place");
    add_aside(word, &block->aside, "Dates");
    word_paragraph_end(word);
}

static void
add_second_line(struct word_file *word, const struct block *block)
{
    word_paragraph_begin(word, &(struct paragraph_look){
                                   .style = "EntrySubtitle",
                                   .keeps_next = block->children.count > 0});
    word_runs_add(word, &word->body, &block->subtitle, (struct run_look){0});
    if (block->has_side)
        add_aside(word, &block->place, "Place");
    else
        add_behind(word, STR(" · "), &block->place, "Place");
    word_paragraph_end(word);
}

void
word_entry_add(struct word_file *word, const struct block *block)
{
    bool has_side = block->has_side && !word_is_empty(&block->place);
    bool has_second =
        (!word_is_empty(&block->subtitle) || has_side) && !is_short(block);
    bool has_title = !word_is_empty(&block->title) ||
                     !word_is_empty(&block->lead) ||
                     !word_is_empty(&block->aside) ||
                     !word_is_empty(&block->place) || is_short(block);
    if (has_title)
        add_title(word, block, has_second);
    if (has_second)
        add_second_line(word, block);
    word->entry_depth++;
    word_blocks_add(word, block->children.at, block->children.count);
    word->entry_depth--;
}

/* ---- contents ------------------------------------------------------------
 */

/* The sections as links. They are what a field for contents shows until
   somebody has it brought up to date, which adds the pages. */
static size_t
add_sections(struct word_file *word, struct block *const *blocks, size_t count,
             size_t before)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *block = blocks[i];
        if (block->kind != BLOCK_SECTION || block->level > LIST_STYLES)
            continue;
        if (block->in_contents && block->anchor.len &&
            !word_is_empty(&block->title)) {
            word_paragraph_begin(
                word, &(struct paragraph_look){
                          .style = block->level > 1 ? "TOC2" : "TOC1"});
            if (!before++)
                buf_add_text(
                    &word->body,
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>"
                    "<w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\h "
                    "\\z \\u </w:instrText></w:r><w:r><w:fldChar "
                    "w:fldCharType=\"separate\"/></w:r>");
            buf_print(&word->body,
                      "<w:hyperlink w:anchor=\"%.*s\" w:history=\"1\">",
                      STR_ARG(word_bookmark_name(word, block->anchor)));
            struct inline_text title = {0};
            for (size_t r = 0; r < block->title.runs.count; r++)
                list_add(word->arena, &title.runs)->text =
                    block->title.runs.at[r].text;
            word_runs_add(word, &word->body, &title, (struct run_look){0});
            buf_add_text(&word->body, "</w:hyperlink>");
            word_paragraph_end(word);
        }
        before = add_sections(word, block->children.at, block->children.count,
                              before);
    }
    return before;
}

void
word_contents_add(struct word_file *word, const struct block *block)
{
    word_paragraph_add(word, "TOCHeading", &block->title);
    if (!add_sections(word, word->document->blocks.at,
                      word->document->blocks.count, 0))
        return;
    /* The field ends in the last line. */
    word->body.len -= STR("</w:p>\n").len;
    buf_add_text(&word->body,
                 "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\n");
}
