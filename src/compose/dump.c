/* The document as text, for --dump document and for tests. */
#include "base/buf.h"
#include "compose/document.h"

static const char *const kinds[BLOCK_KINDS] = {
    "head",  "cover",      "section", "paragraph", "list",
    "item",  "entry",      "lines",   "facts",     "table",
    "strip", "comparison", "quote",   "callout",   "contents",
    "code",  "image",      "chart",   "page-break"};

static const char *const roles[ROLE_KINDS] = {
    "body",    "summary", "meta",     "note",   "labelled", "promise",  "date",
    "address", "subject", "greeting", "letter", "farewell", "signature"};

static void
indent(struct buf *out, unsigned depth)
{
    for (unsigned i = 0; i < depth; i++)
        buf_add_text(out, "  ");
}

static void
dump_run(struct buf *out, const struct inline_run *run)
{
    static const struct {
        unsigned style;
        const char *mark;
    } marks[] = {
        {INLINE_STRONG, "**"}, {INLINE_EMPHASIS, "*"}, {INLINE_CODE, "`"}};
    bool is_link = !str_is_empty(run->url) || !str_is_empty(run->target);
    if (is_link)
        buf_add_byte(out, '[');
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (run->style & marks[i].style)
            buf_add_text(out, marks[i].mark);
    buf_add(out, run->text);
    for (size_t i = sizeof marks / sizeof marks[0]; i-- > 0;)
        if (run->style & marks[i].style)
            buf_add_text(out, marks[i].mark);
    if (is_link)
        buf_print(out, "](%s%.*s)", str_is_empty(run->url) ? "#" : "",
                  STR_ARG(str_is_empty(run->url) ? run->target : run->url));
}

static void
dump_inline(struct buf *out, const struct inline_text *text)
{
    for (size_t i = 0; i < text->runs.count; i++)
        dump_run(out, &text->runs.at[i]);
}

static void
dump_part(struct buf *out, unsigned depth, const char *name,
          const struct inline_text *text)
{
    if (text->runs.count == 0)
        return;
    indent(out, depth);
    buf_print(out, "%s: ", name);
    dump_inline(out, text);
    buf_add_byte(out, '\n');
}

static void
dump_str(struct buf *out, unsigned depth, const char *name, struct str text)
{
    if (str_is_empty(text))
        return;
    indent(out, depth);
    buf_print(out, "%s: %.*s\n", name, STR_ARG(text));
}

static void
dump_table(struct buf *out, unsigned depth, const struct block *block)
{
    for (size_t i = 0; i < block->columns.count; i++)
        dump_str(out, depth, "column", block->columns.at[i].title);
    for (size_t i = 0; i < block->rows.count; i++) {
        indent(out, depth);
        buf_add_text(out, "row:");
        for (size_t j = 0; j < block->rows.at[i].cells.count; j++) {
            buf_add_text(out, " | ");
            dump_inline(out, &block->rows.at[i].cells.at[j].text);
        }
        buf_add_byte(out, '\n');
    }
}

/* The sentence says the figures; below it what the sentence leaves out. */
static void
dump_comparison(struct buf *out, unsigned depth,
                const struct comparison *figure)
{
    static const char *const forms[] = {"bars", "dumbbell", "line", "numbers"};
    dump_str(out, depth, "figure", figure->description);
    if (figure->form != COMPARISON_BARS)
        dump_str(out, depth + 1, "form", str_from(forms[figure->form]));
    dump_str(out, depth + 1, "period", figure->period_text);
    dump_str(out, depth + 1, "source", figure->source_text);
    dump_str(out, depth + 1, "target", figure->target_text);
}

static void
dump_scale(struct buf *out, unsigned depth, const char *name, int64_t least,
           int64_t most, const chart_tick_list *ticks)
{
    if (!ticks->count)
        return;
    indent(out, depth);
    buf_print(out, "%s: %lld to %lld;", name, (long long)least,
              (long long)most);
    for (size_t i = 0; i < ticks->count; i++)
        buf_print(out, " %.*s=%lld", STR_ARG(ticks->at[i].text),
                  (long long)ticks->at[i].at);
    buf_add_byte(out, '\n');
}

static void
dump_point(struct buf *out, unsigned depth, const struct chart_point *point)
{
    indent(out, depth);
    buf_print(out, "point: %lld %lld \"%.*s\" \"%.*s\"%s%s%s\n",
              (long long)point->time, (long long)point->value,
              STR_ARG(point->time_text), STR_ARG(point->value_text),
              point->is_after ? " after" : "", point->is_far ? " far" : "",
              point->is_extreme ? " extreme" : "");
}

static void
dump_chart_row(struct buf *out, unsigned depth, const struct chart_row *row)
{
    static const char *const forms[] = {"solid", "outline", "dashed"};
    static const char *const signs[SIGNS] = {"disc", "square", "ring",
                                             "diamond"};
    indent(out, depth);
    buf_print(out, "row: \"%.*s\" \"%.*s\" \"%.*s\"", STR_ARG(row->label),
              STR_ARG(row->text), STR_ARG(row->note));
    for (size_t i = 0; i < row->spans.count; i++)
        buf_print(out, " %s %lld-%lld", forms[row->spans.at[i].form],
                  (long long)row->spans.at[i].from,
                  (long long)row->spans.at[i].to);
    for (size_t i = 0; i < row->notches.count; i++)
        buf_print(out, " notch %lld", (long long)row->notches.at[i]);
    for (size_t i = 0; i < row->signs.count; i++)
        buf_print(out, " %s", signs[row->signs.at[i]]);
    if (row->after_text.len)
        buf_print(out, " %lld \"%.*s\" to %lld \"%.*s\"%s",
                  (long long)row->before, STR_ARG(row->before_text),
                  (long long)row->after, STR_ARG(row->after_text),
                  row->is_worse ? " worse" : "");
    buf_add_byte(out, '\n');
}

static void
dump_chart(struct buf *out, unsigned depth, const struct chart *chart)
{
    dump_str(out, depth, "title", chart->title);
    dump_str(out, depth, "aside", chart->aside);
    dump_str(out, depth, "hint", chart->hint);
    for (size_t i = 0; i < chart->notes.count; i++)
        dump_str(out, depth, "note", chart->notes.at[i]);
    dump_str(out, depth, "alt", chart->description);
    dump_scale(out, depth, "values", chart->least, chart->most, &chart->values);
    dump_scale(out, depth, "times", chart->first, chart->last, &chart->times);
    for (size_t i = 0; i < chart->points.count; i++)
        dump_point(out, depth, &chart->points.at[i]);
    for (size_t i = 0; i < chart->levels.count; i++) {
        const struct chart_level *level = &chart->levels.at[i];
        indent(out, depth);
        buf_print(out, "level: %lld from %lld to %lld \"%.*s\"%s\n",
                  (long long)level->value, (long long)level->from,
                  (long long)level->to, STR_ARG(level->text),
                  level->is_target ? " target" : "");
    }
    if (chart->has_change) {
        indent(out, depth);
        buf_print(out, "change: %lld \"%.*s\" \"%.*s\"\n",
                  (long long)chart->change, STR_ARG(chart->before_text),
                  STR_ARG(chart->after_text));
    }
    for (size_t i = 0; i < chart->rows.count; i++)
        dump_chart_row(out, depth, &chart->rows.at[i]);
    if (chart->has_today) {
        indent(out, depth);
        buf_print(out, "today: %lld \"%.*s\"\n", (long long)chart->today,
                  STR_ARG(chart->today_text));
    }
}

static void
dump_data(struct buf *out, unsigned depth, const struct block *block)
{
    for (size_t i = 0; i < block->contacts.count; i++)
        dump_str(out, depth, "contact", block->contacts.at[i].text);
    for (size_t i = 0; i < block->lines.count; i++) {
        indent(out, depth);
        buf_add_text(out, "line: ");
        dump_inline(out, &block->lines.at[i].label);
        buf_add_text(out, " = ");
        dump_inline(out, &block->lines.at[i].text);
        buf_add_byte(out, '\n');
    }
    for (size_t i = 0; i < block->tiles.count; i++) {
        indent(out, depth);
        buf_print(out, "tile: %.*s | %.*s | %.*s\n",
                  STR_ARG(block->tiles.at[i].value),
                  STR_ARG(block->tiles.at[i].label),
                  STR_ARG(block->tiles.at[i].note));
    }
    for (size_t i = 0; i < block->comparisons.count; i++)
        dump_comparison(out, depth, &block->comparisons.at[i]);
    dump_table(out, depth, block);
    if (block->chart)
        dump_chart(out, depth, block->chart);
}

static void
dump_head(struct buf *out, unsigned depth, const struct block *block)
{
    indent(out, depth);
    buf_add_text(out, kinds[block->kind]);
    if (block->kind == BLOCK_PARAGRAPH)
        buf_print(out, " %s", roles[block->role]);
    if (block->kind == BLOCK_SECTION)
        buf_print(out, " %u", block->level);
    if (!str_is_empty(block->anchor))
        buf_print(out, " #%.*s", STR_ARG(block->anchor));
    if (block->unbroken)
        buf_add_text(out, " unbroken");
    if (block->new_page)
        buf_add_text(out, " new-page");
    buf_add_byte(out, '\n');
}

/* Blocks nest a handful deep: compose builds them, not the user. */
static void
dump_block(struct buf *out, unsigned depth, const struct block *block)
{
    dump_head(out, depth, block);
    depth++;
    dump_part(out, depth, "title", &block->title);
    dump_str(out, depth, "post-nominals", block->post_nominals);
    dump_part(out, depth, "subtitle", &block->subtitle);
    dump_part(out, depth, "aside", &block->aside);
    dump_part(out, depth, "place", &block->place);
    dump_part(out, depth, "lead", &block->lead);
    dump_part(out, depth, "text", &block->text);
    dump_part(out, depth, "attribution", &block->attribution);
    dump_str(out, depth, "url", block->url);
    dump_str(out, depth, "file", block->file);
    dump_str(out, depth, "alt", block->alt);
    dump_data(out, depth, block);
    for (size_t i = 0; i < block->children.count; i++)
        dump_block(out, depth, block->children.at[i]);
}

void
document_dump(struct buf *out, const struct document *document)
{
    dump_str(out, 0, "title", document->title);
    dump_str(out, 0, "author", document->author);
    dump_str(out, 0, "subject", document->subject);
    dump_str(out, 0, "keywords", document->keywords);
    dump_str(out, 0, "language", document->language);
    dump_str(out, 0, "footer", document->footer);
    for (size_t i = 0; i < document->blocks.count; i++)
        dump_block(out, 0, document->blocks.at[i]);
}
