/* Blocks of a posting from those of a page. */
#include "text_parts.h"

#include "load/html.h"

/* Links as long as a sentence are not a menu's. */
#define LINK_LIMIT 80

/* How much of a page stands where menus and forms do. */
struct shares {
    size_t all, page, form;
};

static struct shares
count_shares(const struct html_page *page)
{
    struct shares shares = {0};
    for (size_t i = 0; i < page->blocks.count; i++) {
        const struct html_block *block = &page->blocks.at[i];
        shares.all += block->text.len;
        shares.page += block->is_page ? block->text.len : 0;
        shares.form += block->is_form ? block->text.len : 0;
    }
    return shares;
}

/* Bold from its beginning to its end or to its colon. */
static bool
is_bold(const struct html_block *block)
{
    struct str rest = str_slice(block->text, block->bold, block->text.len);
    rest = str_trim(rest);
    return block->bold && (!rest.len || str_is(rest, ":"));
}

static void
add_block(struct posting *posting, const struct html_block *from,
          const struct shares *shares)
{
    size_t marker = from->kind == HTML_HEADING ? 0 : item_marker(from->text);
    struct str text = str_slice(from->text, marker, from->text.len);
    struct block *block = posting_add(posting, text, from->line);
    if (!block)
        return;
    bool is_item = marker || (from->kind == HTML_ITEM && from->begins_item);
    block->kind = is_item ? BLOCK_ITEM : BLOCK_TEXT;
    block->level = from->level;
    if (!block->level && is_bold(from) && from->text.len < 160)
        block->level = 7;
    else if (from->bold > marker)
        block->bold = from->bold - marker;
    block->in_cell = from->in_cell;
    block->column = from->column;
    block->begins_row = from->begins_row;
    block->begins_table = from->begins_table;
    /* A page that is all form or all menu to its author is none. */
    block->is_page =
        (from->is_page && shares->page * 5 < shares->all * 4) ||
        (from->is_form && shares->form * 2 < shares->all) ||
        (from->is_link && !from->level && from->text.len < LINK_LIMIT);
    if (from->level == 1)
        block->is_page = false;
}

static void
read_page(struct posting *posting, struct str text, bool is_file)
{
    struct html_page page = html_read(posting->arena, text);
    struct shares shares = count_shares(&page);
    for (size_t i = 0; i < page.blocks.count; i++)
        add_block(posting, &page.blocks.at[i], &shares);
    if (!is_file)
        return;
    posting->page_title = fold_blanks(posting->arena, page.title);
    posting->shared_title = fold_blanks(posting->arena, page.shared_title);
    posting->site_name = fold_blanks(posting->arena, page.site_name);
    for (size_t i = 0; i < page.data.count; i++)
        if (posting_read_data(posting, page.data.at[i].text,
                              page.data.at[i].line))
            break;
}

void
posting_read_html(struct posting *posting, struct str text)
{
    read_page(posting, text, true);
}

void
posting_read_any(struct posting *posting, struct str text, size_t line)
{
    size_t first = posting->blocks.count;
    /* Tags that were escaped once more. */
    if (!html_is_likely(text) && str_find(text, STR("&lt;"), 0) != SIZE_MAX)
        text = html_decode(posting->arena, text);
    if (html_is_likely(text))
        read_page(posting, text, false);
    else
        posting_read_plain(posting, text, line);
    bool is_value = posting->blocks.count == first + 1;
    for (size_t i = first; i < posting->blocks.count; i++) {
        posting->blocks.at[i].is_value = is_value;
        posting->blocks.at[i].line = line;
        posting->blocks.at[i].is_page = false;
    }
}
