/*
 * Plain text: what goes into the text box of a form, and what parsers of
 * resumes expect. The name first, a contact on each line, titles of sections
 * in capitals, dates on a line of their own or at the end, nothing drawn.
 */
#include "output/output.h"

#include "base/utf8.h"
#include "output/plain.h"
#include "wrap.h"

struct writer {
    struct arena *arena;
    const struct document *document;
    size_t columns;
    struct buf out;
    size_t depth;     /* of lists */
    bool is_titled;   /* nothing stands below the last title yet */
    bool is_tight;    /* no empty lines between blocks */
    bool wants_space; /* an empty line before the next one */
};

/* ---- words --------------------------------------------------------------- */

/* Blanks that end no line are no-break spaces. */
static void
add_words(struct buf *out, struct str words, bool no_break)
{
    for (size_t i = 0; i < words.len; i++)
        if (no_break && words.at[i] == ' ')
            buf_add_text(out, "\xc2\xa0");
        else
            buf_add_byte(out, words.at[i]);
}

/* Addresses are printed in full: nothing can be clicked here. */
static void
add_run(struct buf *out, const struct inline_run *run)
{
    bool is_web = str_equal(plain_url(run->url), run->url);
    if (run->url.len && plain_is_address(run->text, run->url)) {
        buf_add(out, is_web ? run->url : run->text);
        return;
    }
    add_words(out, run->text, run->style & INLINE_NO_BREAK);
    if (run->url.len)
        buf_print(out, " (%.*s)", STR_ARG(plain_url(run->url)));
}

static struct str
words_of(const struct writer *w, const struct inline_text *text)
{
    struct buf out = buf_new(w->arena);
    for (size_t i = 0; i < text->runs.count; i++) {
        const struct inline_run *run = &text->runs.at[i];
        struct inline_run whole = *run;
        /* A link of several styles has one address. */
        bool goes_on = i + 1 < text->runs.count &&
                       str_equal(run->url, text->runs.at[i + 1].url);
        if (goes_on)
            whole.url = STR("");
        add_run(&out, &whole);
    }
    return buf_str(&out);
}

/* ---- lines --------------------------------------------------------------- */

static struct str
blanks(const struct writer *w, size_t count)
{
    struct buf out = buf_new(w->arena);
    while (count--)
        buf_add_byte(&out, ' ');
    return buf_str(&out);
}

/* With `mark` before the first line, and `hang` blanks more before others. */
static void
add_hanging(struct writer *w, const char *mark, size_t hang, struct str words)
{
    struct str first =
        str_format(w->arena, "%.*s%s", STR_ARG(blanks(w, 2 * w->depth)), mark);
    const struct wrap wrap = {w->columns, first,
                              blanks(w, 2 * w->depth + hang)};
    struct buf lines = buf_new(w->arena);
    wrap_add(&lines, utf8_to_nfc(w->arena, words), &wrap);
    if (!lines.len)
        return;
    if (w->wants_space && w->out.len)
        buf_add_byte(&w->out, '\n');
    buf_add(&w->out, buf_str(&lines));
    w->wants_space = w->is_titled = false;
}

static void
add_line(struct writer *w, struct str words)
{
    add_hanging(w, "", 0, words);
}

static void
add_marked(struct writer *w, const char *mark, struct str words)
{
    add_hanging(w, mark, strlen(mark), words);
}

static void
add_text(struct writer *w, const struct inline_text *text)
{
    add_line(w, words_of(w, text));
}

/* An empty line unless a title stands right above. */
static void
add_space(struct writer *w)
{
    if (!w->is_titled)
        w->wants_space = true;
}

static void
add_space_if_loose(struct writer *w)
{
    if (!w->is_tight)
        add_space(w);
}

static struct str
labelled(const struct writer *w, struct str label, struct str text)
{
    struct str colon = w->document->words.colon;
    if (!label.len || !text.len)
        return label.len ? label : text;
    return str_format(w->arena, "%.*s%.*s%.*s", STR_ARG(label), STR_ARG(colon),
                      STR_ARG(text));
}

/* ---- head ---------------------------------------------------------------- */

/* Of an account the network is named where its address does not name it. */
static void
add_contact(struct writer *w, const struct contact *contact)
{
    const struct inline_run run = {.text = contact->text, .url = contact->url};
    struct inline_run plain = run;
    struct buf words = buf_new(w->arena);
    plain.text = plain_contact(contact);
    if (plain.text.len < run.text.len)
        buf_add(&words, str_slice(run.text, 0, run.text.len - plain.text.len));
    add_run(&words, &plain);
    add_line(w, buf_str(&words));
}

static void
write_head(struct writer *w, const struct block *block)
{
    add_line(w, plain_name(w->arena, w->document, block));
    add_text(w, &block->subtitle);
    for (size_t i = 0; i < block->contacts.count; i++)
        add_contact(w, &block->contacts.at[i]);
    w->wants_space = true;
    add_text(w, &block->attribution);
    add_text(w, &block->text);
    w->wants_space = true;
}

/* ---- sections and entries ------------------------------------------------ */

static void write_block(struct writer *w, const struct block *block);

static void
write_children(struct writer *w, const struct block *block)
{
    for (size_t i = 0; i < block->children.count; i++)
        write_block(w, block->children.at[i]);
}

/* "Certified Medical Manager (CMM), PAHCOM, Jun 2018" */
static void
write_listing(struct writer *w, const struct block *block)
{
    const char *comma = str_terminated(w->arena, w->document->words.comma);
    for (size_t i = 0; i < block->children.count; i++) {
        const struct block *entry = block->children.at[i];
        struct inline_text line = plain_title(w->arena, w->document, entry);
        plain_append(w->arena, &line, comma, &entry->aside);
        add_marked(w, "- ", words_of(w, &line));
    }
}

static void
write_section(struct writer *w, const struct block *block)
{
    struct str title = words_of(w, &block->title);
    w->wants_space = true;
    if (block->level <= 1)
        title = utf8_to_upper(w->arena, title);
    add_line(w, title);
    add_text(w, &block->subtitle);
    w->is_titled = title.len > 0;
    if (plain_is_listing(block))
        write_listing(w, block);
    else
        write_children(w, block);
    w->wants_space = true;
    w->is_titled = false;
}

static void
write_entry(struct writer *w, const struct block *block)
{
    struct inline_text title = plain_title(w->arena, w->document, block);
    bool was_tight = w->is_tight;
    add_space(w);
    add_text(w, &title);
    add_text(w, &block->aside);
    w->is_tight = true;
    write_children(w, block);
    w->is_tight = was_tight;
}

/* ---- texts --------------------------------------------------------------- */

static void
write_paragraph(struct writer *w, const struct block *block)
{
    add_space_if_loose(w);
    add_text(w, &block->text);
}

static void
write_list(struct writer *w, const struct block *block)
{
    if (!w->depth)
        add_space_if_loose(w);
    for (size_t i = 0; i < block->children.count; i++) {
        const struct block *item = block->children.at[i];
        struct str number = str_format(w->arena, "%zu. ", i + 1);
        add_marked(w, block->ordered ? str_terminated(w->arena, number) : "- ",
                   words_of(w, &item->text));
        bool was_tight = w->is_tight;
        w->is_tight = true;
        w->depth++;
        write_children(w, item);
        w->depth--;
        w->is_tight = was_tight;
    }
}

static void
write_quote(struct writer *w, const struct block *block)
{
    add_space(w);
    add_text(w, &block->text);
    add_hanging(w, "\xe2\x80\x94 ", 2, words_of(w, &block->attribution));
}

static void
write_callout(struct writer *w, const struct block *block)
{
    add_space_if_loose(w);
    add_line(
        w, labelled(w, words_of(w, &block->title), words_of(w, &block->text)));
    write_children(w, block);
}

/* An address that the text names is not said twice. */
static void
write_code(struct writer *w, const struct block *block)
{
    bool is_named = plain_leads_to(&block->text, block->url);
    add_space(w);
    add_line(w, is_named ? plain_words(w->arena, &block->title)
                         : words_of(w, &block->title));
    add_text(w, &block->text);
}

static void
write_image(struct writer *w, const struct block *block)
{
    struct str title = words_of(w, &block->title);
    add_space_if_loose(w);
    add_line(w, title);
    if (!str_equal(title, block->alt))
        add_line(w, block->alt);
    add_text(w, &block->text);
    write_children(w, block);
}

/* ---- data ---------------------------------------------------------------- */

static void
write_lines(struct writer *w, const struct block *block)
{
    add_space_if_loose(w);
    for (size_t i = 0; i < block->lines.count; i++) {
        const struct labelled *line = &block->lines.at[i];
        add_hanging(
            w, "", 2,
            labelled(w, words_of(w, &line->label), words_of(w, &line->text)));
    }
}

static void
write_table(struct writer *w, const struct block *block)
{
    for (size_t i = 0; i < block->rows.count; i++) {
        const struct row *row = &block->rows.at[i];
        add_space(w);
        for (size_t j = 0; j < row->cells.count; j++) {
            struct str text = words_of(w, &row->cells.at[j].text);
            struct str title =
                j < block->columns.count ? block->columns.at[j].title : STR("");
            if (text.len)
                add_hanging(w, "", 2, labelled(w, title, text));
        }
    }
}

static void
write_strip(struct writer *w, const struct block *block)
{
    add_space_if_loose(w);
    for (size_t i = 0; i < block->tiles.count; i++)
        add_marked(w, "- ",
                   plain_tile(w->arena, w->document, &block->tiles.at[i]));
}

static void
write_comparison(struct writer *w, const struct block *block)
{
    add_space_if_loose(w);
    for (size_t i = 0; i < block->comparisons.count; i++)
        add_marked(
            w, "- ",
            plain_comparison(w->arena, w->document, &block->comparisons.at[i]));
}

static void
write_chart(struct writer *w, const struct block *block)
{
    add_space_if_loose(w);
    add_line(w, plain_chart(w->arena, block->chart));
}

/* ---- all ----------------------------------------------------------------- */

/* Contents and pages are none here. */
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
text_write(const struct output_task *task)
{
    struct writer w = {.arena = task->arena,
                       .document = task->document,
                       .columns = task->columns,
                       .out = buf_new(task->arena)};
    for (size_t i = 0; i < w.document->blocks.count; i++)
        write_block(&w, w.document->blocks.at[i]);
    if (!w.out.len)
        buf_add_byte(&w.out, '\n');
    return (struct output_result){.bytes = buf_str(&w.out)};
}
