/* Blocks of running text: sections, paragraphs, lists, lines, boxes. */
#include "base/bug.h"
#include "word.h"

/* ---- sections ------------------------------------------------------------
 */

static const char *
section_style(const struct block *block)
{
    static const char *const styles[] = {"Heading1", "Heading1", "Subsection",
                                         "MinorHeading"};
    if (block->level <= 1 && !word_is_empty(&block->subtitle))
        return "CaseTitle";
    return styles[block->level < 4 ? block->level : 3];
}

static void
section_add(struct word_file *word, const struct block *block)
{
    word_paragraph_add(word, "Kicker", &block->subtitle);
    if (!word_is_empty(&block->title)) {
        const struct paragraph_look look = {.style = section_style(block),
                                            .anchor = block->anchor};
        word_paragraph_begin(word, &look);
        word_runs_add(word, &word->body, &block->title, (struct run_look){0});
        word_paragraph_end(word);
    }
    word_blocks_add(word, block->children.at, block->children.count);
}

/* ---- paragraphs ----------------------------------------------------------
 */

static const char *const role_styles[ROLE_KINDS] = {
    [ROLE_BODY] = "BodyText",       [ROLE_SUMMARY] = "Summary",
    [ROLE_META] = "EntryMeta",      [ROLE_NOTE] = "Note",
    [ROLE_LABELLED] = "BodyText",   [ROLE_PROMISE] = "Promise",
    [ROLE_DATE] = "Date",           [ROLE_ADDRESS] = "LetterAddress",
    [ROLE_SUBJECT] = "Subject",     [ROLE_GREETING] = "Salutation",
    [ROLE_LETTER] = "LetterText",   [ROLE_FAREWELL] = "Closing",
    [ROLE_SIGNATURE] = "Signature",
};

static void
paragraph_block_add(struct word_file *word, const struct block *block)
{
    if (word_is_empty(&block->text))
        return;
    const struct paragraph_look look = {.style = role_styles[block->role],
                                        .anchor = block->anchor};
    word_paragraph_begin(word, &look);
    word_runs_add(word, &word->body, &block->text, (struct run_look){0});
    word_paragraph_end(word);
}

/* ---- lists ---------------------------------------------------------------
 */

static const char *
item_style(bool is_ordered, size_t level)
{
    static const char *const bullets[] = {"ListBullet", "ListBullet2",
                                          "ListBullet3"};
    static const char *const numbers[] = {"ListNumber", "ListNumber2",
                                          "ListNumber3"};
    size_t i = level < LIST_STYLES ? level : LIST_STYLES - 1;
    return is_ordered ? numbers[i] : bullets[i];
}

static void
add_item(struct word_file *word, const struct block *item,
         const struct paragraph_look *look)
{
    struct paragraph_look own = *look;
    upt outer = word->indent;
    own.anchor = item->anchor;
    word_paragraph_begin(word, &own);
    word_runs_add(word, &word->body, &item->text, (struct run_look){0});
    word_paragraph_end(word);
    word->indent = (word->skin.list_indent + word->skin.list_gap * 2) *
                   (upt)(look->level + 1);
    word->list_depth++;
    word_blocks_add(word, item->children.at, item->children.count);
    word->list_depth--;
    word->indent = outer;
}

static void
list_add_block(struct word_file *word, const struct block *block)
{
    struct paragraph_look look = {.list = LIST_BULLETS,
                                  .level = word->list_depth};
    if (look.level >= LIST_LEVELS)
        look.level = LIST_LEVELS - 1;
    if (block->ordered)
        look.list = LIST_FIRST_ORDERED + word->ordered_lists++;
    look.style = item_style(block->ordered, look.level);
    for (size_t i = 0; i < block->children.count; i++)
        add_item(word, block->children.at[i], &look);
}

/* An item outside of a list is a paragraph. */
static void
item_add(struct word_file *word, const struct block *block)
{
    paragraph_block_add(word, block);
    word_blocks_add(word, block->children.at, block->children.count);
}

/* ---- lines with labels ---------------------------------------------------
 */

static struct str
colon_of(const struct word_file *word)
{
    struct str colon = word->document->words.colon;
    return colon.len ? colon : STR(": ");
}

static void
lines_add(struct word_file *word, const struct block *block)
{
    const struct run_look label = {.style = "Label"};
    for (size_t i = 0; i < block->lines.count; i++) {
        const struct labelled *line = &block->lines.at[i];
        word_paragraph_begin(word,
                             &(struct paragraph_look){.style = "Labelled"});
        word_runs_add(word, &word->body, &line->label, label);
        if (!word_is_empty(&line->label) && !word_is_empty(&line->text))
            word_runs_add_plain(word, &word->body, colon_of(word), label);
        word_runs_add(word, &word->body, &line->text, (struct run_look){0});
        word_paragraph_end(word);
    }
}

static void
facts_add(struct word_file *word, const struct block *block)
{
    for (size_t i = 0; i < block->lines.count; i++) {
        const struct labelled *line = &block->lines.at[i];
        word_paragraph_begin(word, &(struct paragraph_look){.style = "Facts"});
        word_runs_add(word, &word->body, &line->label,
                      (struct run_look){.style = "Label"});
        word_runs_add_tab(&word->body);
        word_runs_add(word, &word->body, &line->text, (struct run_look){0});
        word_paragraph_end(word);
    }
}

/* ---- boxes ---------------------------------------------------------------
 */

static bool
has_quote_marks(const struct inline_text *text)
{
    static const char *const marks[] = {"\"", "“", "„", "«", "‘", "'", "「"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text->runs.count &&
            str_starts(text->runs.at[0].text, str_from(marks[i])))
            return true;
    return false;
}

static void
quote_add(struct word_file *word, const struct block *block)
{
    bool is_bare = !has_quote_marks(&block->text);
    bool is_signed = !word_is_empty(&block->attribution);
    const struct paragraph_look look = {.style = "Quote",
                                        .keeps_next = is_signed};
    word_paragraph_begin(word, &look);
    if (is_bare)
        word_runs_add_plain(word, &word->body, STR("“"), (struct run_look){0});
    word_runs_add(word, &word->body, &block->text, (struct run_look){0});
    if (is_bare)
        word_runs_add_plain(word, &word->body, STR("”"), (struct run_look){0});
    word_paragraph_end(word);
    if (is_signed) {
        word_paragraph_begin(word,
                             &(struct paragraph_look){.style = "Attribution"});
        word_runs_add_plain(word, &word->body, STR("— "), (struct run_look){0});
        word_runs_add(word, &word->body, &block->attribution,
                      (struct run_look){0});
        word_paragraph_end(word);
    }
    word_blocks_add(word, block->children.at, block->children.count);
}

static void
callout_add(struct word_file *word, const struct block *block)
{
    word_paragraph_add(word, "CalloutTitle", &block->title);
    word_paragraph_add(word, "Callout", &block->text);
    word_blocks_add(word, block->children.at, block->children.count);
}

static void
page_break_add(struct word_file *word, const struct block *block)
{
    (void)block;
    word->page_break = word->body.len > 0;
}

/* ---- all of them ---------------------------------------------------------
 */

static void (*const writers[BLOCK_KINDS])(struct word_file *word,
                                          const struct block *block) = {
    [BLOCK_HEAD] = word_head_add,
    [BLOCK_COVER] = word_cover_add,
    [BLOCK_SECTION] = section_add,
    [BLOCK_PARAGRAPH] = paragraph_block_add,
    [BLOCK_LIST] = list_add_block,
    [BLOCK_ITEM] = item_add,
    [BLOCK_ENTRY] = word_entry_add,
    [BLOCK_LINES] = lines_add,
    [BLOCK_FACTS] = facts_add,
    [BLOCK_TABLE] = word_table_add,
    [BLOCK_STRIP] = word_strip_add,
    [BLOCK_COMPARISON] = word_comparison_add,
    [BLOCK_QUOTE] = quote_add,
    [BLOCK_CALLOUT] = callout_add,
    [BLOCK_CONTENTS] = word_contents_add,
    [BLOCK_CODE] = word_code_add,
    [BLOCK_IMAGE] = word_image_add,
    [BLOCK_CHART] = word_chart_add,
    [BLOCK_PAGE_BREAK] = page_break_add,
};

void
word_blocks_add(struct word_file *word, struct block *const *blocks,
                size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ENSURE((unsigned)blocks[i]->kind < BLOCK_KINDS);
        if (blocks[i]->new_page && word->body.len)
            word->page_break = true;
        writers[blocks[i]->kind](word, blocks[i]);
    }
}
