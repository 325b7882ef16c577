/*
 * Markdown: CommonMark with GitHub's tables. Figures are their sentences;
 * what is a page's alone (contents, portraits, codes) is not here.
 */
#include "output/output.h"

#include "base/bug.h"
#include "inline.h"
#include "output/plain.h"

struct writer {
    struct arena *arena;
    const struct document *document;
    struct buf out;
    struct str prefix; /* of every line: "> ", the indent of an item */
    unsigned heading;  /* level of the last heading */
    char bullet;       /* of the list right above, 0: none is there */
    bool is_tight;     /* no empty line before the next block */
};

/* ---- lines --------------------------------------------------------------- */

/* The prefix alone, as an empty line has it. */
static void
add_space(struct writer *w)
{
    struct str prefix = w->prefix;
    while (prefix.len && prefix.at[prefix.len - 1] == ' ')
        prefix.len--;
    if (!w->out.len || w->is_tight)
        return;
    buf_add(&w->out, prefix);
    buf_add_byte(&w->out, '\n');
}

/* A block of lines: `mark` before the first one, the others below its text. */
static void
add_lines(struct writer *w, const char *mark, struct str lines)
{
    size_t indent = strlen(mark);
    if (!lines.len)
        return;
    add_space(w);
    for (bool is_first = true; lines.len; is_first = false) {
        struct str line = str_cut(&lines, '\n');
        buf_add(&w->out, w->prefix);
        if (is_first)
            buf_add_text(&w->out, mark);
        for (size_t i = 0; !is_first && i < indent; i++)
            buf_add_byte(&w->out, ' ');
        buf_add(&w->out, line);
        buf_add_byte(&w->out, '\n');
    }
    w->bullet = 0;
    w->is_tight = false;
}

static struct str
inline_of(const struct writer *w, const struct inline_text *text,
          enum markdown_place place)
{
    struct buf out = buf_new(w->arena);
    markdown_inline(&out, text, place);
    return buf_str(&out);
}

static void
add_text(struct writer *w, const struct inline_text *text)
{
    add_lines(w, "", inline_of(w, text, MARKDOWN_LINES));
}

static void
add_words(struct writer *w, struct str words)
{
    struct inline_text text = {0};
    plain_append_words(w->arena, &text, NULL, words);
    add_text(w, &text);
}

static void
add_heading(struct writer *w, unsigned level, const struct inline_text *text)
{
    static const char *const marks[] = {"# ",    "## ",    "### ",
                                        "#### ", "##### ", "###### "};
    const unsigned most = sizeof marks / sizeof *marks;
    ENSURE(level > 0);
    add_lines(w, marks[(level < most ? level : most) - 1],
              inline_of(w, text, MARKDOWN_HEADING));
}

/* Two lists that follow each other have different bullets, or they would be
   one. */
static char
next_bullet(const struct writer *w)
{
    return w->bullet == '-' ? '*' : '-';
}

static void
add_item(struct writer *w, char bullet, bool is_first,
         const struct inline_text *text)
{
    const char mark[] = {bullet, ' ', 0};
    w->is_tight = !is_first;
    add_lines(w, mark, inline_of(w, text, MARKDOWN_LINES));
    w->bullet = bullet;
}

static void
append_styled(const struct writer *w, struct inline_text *to,
              const char *separator, const struct inline_text *more,
              unsigned style)
{
    size_t from = to->runs.count + (separator && !plain_is_empty(to));
    plain_append(w->arena, to, separator, more);
    for (size_t i = from; i < to->runs.count; i++)
        to->runs.at[i].style |= style;
}

/* "**Label**: text" */
static struct inline_text
labelled(const struct writer *w, const struct inline_text *label,
         const struct inline_text *text)
{
    struct inline_text line = {0};
    append_styled(w, &line, NULL, label, INLINE_STRONG);
    plain_append(w->arena, &line,
                 str_terminated(w->arena, w->document->words.colon), text);
    return line;
}

/* ---- head ---------------------------------------------------------------- */

static void
write_head(struct writer *w, const struct block *block)
{
    struct inline_text name = {0}, contacts = {0};
    plain_append_words(w->arena, &name, NULL,
                       plain_name(w->arena, w->document, block));
    for (size_t i = 0; i < block->contacts.count; i++) {
        const struct contact *contact = &block->contacts.at[i];
        if (i > 0)
            plain_append_words(w->arena, &contacts, NULL, STR(PLAIN_LINE_END));
        *list_add(w->arena, &contacts.runs) =
            (struct inline_run){.text = contact->text, .url = contact->url};
    }
    add_heading(w, 1, &name);
    add_text(w, &block->subtitle);
    add_text(w, &contacts);
    add_text(w, &block->attribution);
    add_text(w, &block->text);
    w->heading = 1;
}

/* ---- sections and entries ------------------------------------------------ */

static void write_block(struct writer *w, const struct block *block);

static void
write_children(struct writer *w, const struct block *block)
{
    for (size_t i = 0; i < block->children.count; i++)
        write_block(w, block->children.at[i]);
}

/* "- **Certified Medical Manager (CMM)**, PAHCOM, Jun 2018" */
static void
write_listing(struct writer *w, const struct block *block)
{
    const char *comma = str_terminated(w->arena, w->document->words.comma);
    char bullet = next_bullet(w);
    for (size_t i = 0; i < block->children.count; i++) {
        const struct block *entry = block->children.at[i];
        struct inline_text line = {0};
        append_styled(w, &line, NULL, &entry->lead, INLINE_STRONG);
        append_styled(w, &line, comma, &entry->title, INLINE_STRONG);
        plain_append(w->arena, &line, comma, &entry->subtitle);
        plain_append(w->arena, &line, comma, &entry->place);
        plain_append(w->arena, &line, comma, &entry->aside);
        add_item(w, bullet, i == 0, &line);
    }
}

static void
write_section(struct writer *w, const struct block *block)
{
    unsigned before = w->heading;
    w->heading = block->level + 1;
    add_heading(w, w->heading, &block->title);
    add_text(w, &block->subtitle);
    if (plain_is_listing(block))
        write_listing(w, block);
    else
        write_children(w, block);
    w->heading = before;
}

/* A template keeps its two lines. */
static void
write_entry(struct writer *w, const struct block *block)
{
    struct inline_text title = {0}, dates = {0};
    unsigned before = w->heading++;
    struct block above = *block;
    if (block->is_templated)
        above.subtitle.runs.count = above.place.runs.count = 0;
    title = plain_title(w->arena, w->document, &above);
    if (plain_is_empty(&title)) {
        plain_append(w->arena, &title, NULL, &block->aside);
        above.aside.runs.count = 0;
    }
    add_heading(w, w->heading, &title);
    if (block->is_templated) {
        add_text(w, &block->subtitle);
        add_text(w, &block->place);
    }
    append_styled(w, &dates, NULL, &above.aside, INLINE_EMPHASIS);
    add_text(w, &dates);
    write_children(w, block);
    w->heading = before;
}

/* ---- texts --------------------------------------------------------------- */

static void
write_paragraph(struct writer *w, const struct block *block)
{
    add_text(w, &block->text);
}

/* With what belongs to it below its text. */
static void
write_item(struct writer *w, const struct block *item, const char *mark,
           bool is_first)
{
    struct str prefix = w->prefix;
    char bullet = *mark;
    w->is_tight = !is_first;
    add_lines(w, mark, inline_of(w, &item->text, MARKDOWN_LINES));
    w->prefix =
        str_format(w->arena, "%.*s%*s", STR_ARG(prefix), (int)strlen(mark), "");
    for (size_t i = 0; i < item->children.count; i++) {
        w->is_tight = item->children.at[i]->kind == BLOCK_LIST;
        write_block(w, item->children.at[i]);
    }
    w->prefix = prefix;
    w->is_tight = false;
    w->bullet = bullet;
}

static void
write_list(struct writer *w, const struct block *block)
{
    const char bullet[] = {next_bullet(w), ' ', 0};
    bool is_tight = w->is_tight; /* right below its item */
    for (size_t i = 0; i < block->children.count; i++) {
        struct str number = str_format(w->arena, "%zu. ", i + 1);
        write_item(w, block->children.at[i],
                   block->ordered ? str_terminated(w->arena, number) : bullet,
                   i == 0 && !is_tight);
    }
}

static void
begin_quote(struct writer *w)
{
    add_space(w);
    w->prefix = str_format(w->arena, "%.*s> ", STR_ARG(w->prefix));
    w->is_tight = true;
}

static void
write_quote(struct writer *w, const struct block *block)
{
    struct str prefix = w->prefix;
    struct inline_text by = {0};
    begin_quote(w);
    add_text(w, &block->text);
    plain_append(w->arena, &by, NULL, &block->attribution);
    if (!plain_is_empty(&by))
        add_lines(w, "\xe2\x80\x94 ", inline_of(w, &by, MARKDOWN_LINES));
    w->prefix = prefix;
    w->is_tight = false;
}

static void
write_callout(struct writer *w, const struct block *block)
{
    struct str prefix = w->prefix;
    struct inline_text line = labelled(w, &block->title, &block->text);
    begin_quote(w);
    add_text(w, &line);
    write_children(w, block);
    w->prefix = prefix;
    w->is_tight = false;
}

static void
write_code(struct writer *w, const struct block *block)
{
    struct inline_text line = {0};
    append_styled(w, &line, NULL, &block->title, INLINE_STRONG);
    plain_append(w->arena, &line, PLAIN_LINE_END, &block->text);
    add_text(w, &line);
}

static void
write_image(struct writer *w, const struct block *block)
{
    struct inline_text words = {0};
    add_text(w, &block->title);
    plain_append_words(w->arena, &words, NULL, block->alt);
    for (size_t i = 0; i < words.runs.count; i++)
        words.runs.at[i].style |= INLINE_EMPHASIS;
    add_text(w, &words);
    add_text(w, &block->text);
    write_children(w, block);
}

/* ---- data ---------------------------------------------------------------- */

static void
write_lines(struct writer *w, const struct block *block)
{
    char bullet = next_bullet(w);
    for (size_t i = 0; i < block->lines.count; i++) {
        const struct labelled *line = &block->lines.at[i];
        struct inline_text whole = labelled(w, &line->label, &line->text);
        add_item(w, bullet, i == 0, &whole);
    }
}

static void
add_cell(struct buf *row, const struct inline_text *text)
{
    buf_add_text(row, " ");
    markdown_inline(row, text, MARKDOWN_CELL);
    buf_add_text(row, " |");
}

static struct str
table_head(const struct writer *w, const struct block *block)
{
    static const char *const rules[] = {[COLUMN_START] = " --- |",
                                        [COLUMN_END] = " ---: |",
                                        [COLUMN_CENTER] = " :---: |"};
    struct buf out = buf_new(w->arena);
    buf_add_text(&out, "|");
    for (size_t i = 0; i < block->columns.count; i++) {
        struct inline_text title = {0};
        plain_append_words(w->arena, &title, NULL, block->columns.at[i].title);
        add_cell(&out, &title);
    }
    buf_add_text(&out, "\n|");
    for (size_t i = 0; i < block->columns.count; i++)
        buf_add_text(&out, rules[block->columns.at[i].alignment]);
    return buf_str(&out);
}

static void
write_table(struct writer *w, const struct block *block)
{
    struct buf out = buf_new(w->arena);
    if (!block->columns.count)
        return;
    buf_add(&out, table_head(w, block));
    for (size_t i = 0; i < block->rows.count; i++) {
        const struct row *row = &block->rows.at[i];
        const struct inline_text none = {0};
        buf_add_text(&out, "\n|");
        for (size_t j = 0; j < block->columns.count; j++)
            add_cell(&out,
                     j < row->cells.count ? &row->cells.at[j].text : &none);
    }
    add_lines(w, "", buf_str(&out));
}

static void
write_strip(struct writer *w, const struct block *block)
{
    char bullet = next_bullet(w);
    for (size_t i = 0; i < block->tiles.count; i++) {
        struct inline_text line = {0};
        plain_append_words(
            w->arena, &line, NULL,
            plain_tile(w->arena, w->document, &block->tiles.at[i]));
        add_item(w, bullet, i == 0, &line);
    }
}

static void
write_comparison(struct writer *w, const struct block *block)
{
    char bullet = next_bullet(w);
    for (size_t i = 0; i < block->comparisons.count; i++) {
        struct inline_text line = {0};
        plain_append_words(
            w->arena, &line, NULL,
            plain_comparison(w->arena, w->document, &block->comparisons.at[i]));
        add_item(w, bullet, i == 0, &line);
    }
}

static void
write_chart(struct writer *w, const struct block *block)
{
    add_words(w, plain_chart(w->arena, block->chart));
}

/* ---- all ----------------------------------------------------------------- */

static void (*const kinds[BLOCK_KINDS])(struct writer *,
                                        const struct block *) = {
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
    [BLOCK_COMPARISON] = write_comparison,
    [BLOCK_QUOTE] = write_quote,
    [BLOCK_CALLOUT] = write_callout,
    [BLOCK_CODE] = write_code,
    [BLOCK_IMAGE] = write_image,
    [BLOCK_CHART] = write_chart,
};

/* Blocks nest a handful deep: compose builds them, not the user. */
static void
write_block(struct writer *w, const struct block *block)
{
    if (kinds[block->kind])
        kinds[block->kind](w, block);
}

struct output_result
markdown_write(const struct output_task *task)
{
    struct writer w = {.arena = task->arena,
                       .document = task->document,
                       .out = buf_new(task->arena)};
    for (size_t i = 0; i < w.document->blocks.count; i++)
        write_block(&w, w.document->blocks.at[i]);
    if (!w.out.len)
        buf_add_byte(&w.out, '\n');
    return (struct output_result){.bytes = buf_str(&w.out)};
}
