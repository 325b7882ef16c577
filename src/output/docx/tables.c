/* Tables, and figures as tables and words. */
#include "word.h"

struct column_look {
    struct str title;
    enum column_alignment alignment;
    size_t weight; /* share of the width */
};

/* Columns are this wide at least and at most, counted in letters. */
#define LEAST_WEIGHT 8
#define MOST_WEIGHT 48

static size_t
weight_of(size_t letters)
{
    return letters < LEAST_WEIGHT  ? LEAST_WEIGHT
           : letters > MOST_WEIGHT ? MOST_WEIGHT
                                   : letters;
}

/* ---- what tables are made of ---------------------------------------------
 */

struct table {
    struct word_file *word;
    const struct column_look *columns;
    size_t count, weights;
};

static int64_t
column_width(const struct table *table, size_t i)
{
    return upt_scale(word_twips(word_measure(table->word)),
                     (int64_t)table->columns[i].weight,
                     (int64_t)table->weights);
}

static void
begin_cell(const struct table *table, size_t i)
{
    buf_print(&table->word->body,
              "<w:tc><w:tcPr><w:tcW w:w=\"%lld\" w:type=\"dxa\"/></w:tcPr>",
              (long long)column_width(table, i));
}

/* Paragraphs in cells have a style and, where the column wants it, a side. */
static void
begin_cell_text(const struct table *table, size_t i, const char *style)
{
    static const char *const sides[] = {
        [COLUMN_START] = "",
        [COLUMN_END] = "<w:jc w:val=\"right\"/>",
        [COLUMN_CENTER] = "<w:jc w:val=\"center\"/>"};
    buf_print(
        &table->word->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>",
        style,
        sides[i < table->count ? table->columns[i].alignment : COLUMN_START]);
}

static void
end_cell_text(const struct table *table)
{
    buf_add_text(&table->word->body, "</w:p>");
}

static void
end_cell(const struct table *table)
{
    buf_add_text(&table->word->body, "</w:tc>");
}

static void
add_plain_cell(const struct table *table, size_t i, struct str text,
               const char *style)
{
    begin_cell(table, i);
    begin_cell_text(table, i, style);
    word_runs_add_plain(table->word, &table->word->body, text,
                        (struct run_look){0});
    end_cell_text(table);
    end_cell(table);
}

static void
begin_row(const struct table *table, bool is_head)
{
    buf_print(&table->word->body, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
              is_head ? "<w:tblHeader/>" : "");
}

static void
end_row(const struct table *table)
{
    buf_add_text(&table->word->body, "</w:tr>\n");
}

static bool
has_titles(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->columns[i].title.len)
            return true;
    return false;
}

/* Two tables without a paragraph between them would be one, and a page break
   is a paragraph's. */
static void
separate(struct word_file *word)
{
    if (word->page_break || str_ends(buf_str(&word->body), STR("</w:tbl>\n")))
        word_paragraph_begin(word,
                             &(struct paragraph_look){.style = "Separator"}),
            word_paragraph_end(word);
}

static struct table
begin_table(struct word_file *word, const struct column_look *columns,
            size_t count)
{
    struct table table = {word, columns, count, 0};
    for (size_t i = 0; i < count; i++)
        table.weights += columns[i].weight;
    separate(word);
    bool has_head = has_titles(&table);
    buf_print(&word->body,
              "<w:tbl><w:tblPr><w:tblStyle w:val=\"DossierTable\"/>%s"
              "<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"%s\" "
              "w:firstRow=\"%d\" w:lastRow=\"0\" w:firstColumn=\"0\" "
              "w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>"
              "<w:tblGrid>",
              word->right_to_left ? "<w:bidiVisual/>" : "",
              has_head ? "0620" : "0600", has_head);
    for (size_t i = 0; i < count; i++)
        buf_print(&word->body, "<w:gridCol w:w=\"%lld\"/>",
                  (long long)column_width(&table, i));
    buf_add_text(&word->body, "</w:tblGrid>\n");
    if (has_head) {
        begin_row(&table, true);
        for (size_t i = 0; i < count; i++)
            add_plain_cell(&table, i, columns[i].title, "TableHead");
        end_row(&table);
    }
    return table;
}

static void
end_table(const struct table *table)
{
    buf_add_text(&table->word->body, "</w:tbl>\n");
}

/* ---- tables --------------------------------------------------------------
 */

static size_t
text_length(const struct inline_text *text)
{
    size_t length = 0;
    for (size_t i = 0; i < text->runs.count; i++)
        length += text->runs.at[i].text.len;
    return length;
}

/* As wide as its longest cell wants, or as its share says. */
static size_t
column_weight(const struct block *block, size_t i)
{
    size_t most = block->columns.at[i].title.len;
    if (block->columns.at[i].share)
        return block->columns.at[i].share;
    for (size_t r = 0; r < block->rows.count; r++) {
        const struct row *row = &block->rows.at[r];
        size_t length =
            i < row->cells.count ? text_length(&row->cells.at[i].text) : 0;
        most = length > most ? length : most;
    }
    return weight_of(most);
}

static void
add_row(const struct table *table, const struct row *row)
{
    begin_row(table, false);
    for (size_t i = 0; i < table->count; i++) {
        begin_cell(table, i);
        begin_cell_text(table, i, "TableText");
        if (i < row->cells.count)
            word_runs_add(table->word, &table->word->body,
                          &row->cells.at[i].text,
                          (struct run_look){.is_loose = true});
        end_cell_text(table);
        end_cell(table);
    }
    end_row(table);
}

void
word_table_add(struct word_file *word, const struct block *block)
{
    size_t count = block->columns.count;
    if (!count || !block->rows.count)
        return;
    struct column_look *columns =
        ARENA_ARRAY(word->arena, count, struct column_look);
    for (size_t i = 0; i < count; i++)
        columns[i] = (struct column_look){block->columns.at[i].title,
                                          block->columns.at[i].alignment,
                                          column_weight(block, i)};
    struct table table = begin_table(word, columns, count);
    for (size_t r = 0; r < block->rows.count; r++)
        add_row(&table, &block->rows.at[r]);
    end_table(&table);
}

/* ---- before and after ----------------------------------------------------
 */

enum { LABEL, BEFORE, AFTER, CHANGE, COMPARISON_COLUMNS };

static void
add_note(struct buf *note, const char *separator, struct str text)
{
    if (note->len && text.len)
        buf_add_text(note, separator);
    buf_add(note, text);
}

static struct str
comparison_note(struct word_file *word, const struct comparison *of)
{
    struct buf note = buf_new(word->arena);
    add_note(&note, "; ", of->period_text);
    add_note(&note, "; ", of->source_text);
    if (of->has_target && of->target_text.len)
        add_note(&note, "; ",
                 str_format(word->arena, "%.*s %.*s",
                            STR_ARG(word->document->words.target),
                            STR_ARG(of->target_text)));
    return buf_str(&note);
}

static void
add_comparison(const struct table *table, const struct comparison *of)
{
    struct word_file *word = table->word;
    struct str after = of->after_text, note = comparison_note(word, of);
    if (!of->before_text.len && !after.len)
        after = word->document->words.confidential;
    begin_row(table, false);
    begin_cell(table, LABEL);
    begin_cell_text(table, LABEL, "TableText");
    word_runs_add_plain(word, &word->body, of->label,
                        (struct run_look){.style = "Label"});
    end_cell_text(table);
    if (note.len) {
        begin_cell_text(table, LABEL, "Note");
        word_runs_add_plain(word, &word->body, note, (struct run_look){0});
        end_cell_text(table);
    }
    end_cell(table);
    add_plain_cell(table, BEFORE, of->before_text, "TableText");
    add_plain_cell(table, AFTER, after, "TableText");
    add_plain_cell(table, CHANGE, of->change_text, "TableText");
    end_row(table);
}

void
word_comparison_add(struct word_file *word, const struct block *block)
{
    const struct document_words *words = &word->document->words;
    const struct column_look columns[COMPARISON_COLUMNS] = {
        [LABEL] = {words->measure, COLUMN_START, 40},
        [BEFORE] = {words->before, COLUMN_START, 18},
        [AFTER] = {words->after, COLUMN_START, 18},
        [CHANGE] = {words->change, COLUMN_END, 14},
    };
    if (!block->comparisons.count)
        return;
    struct table table = begin_table(word, columns, COMPARISON_COLUMNS);
    for (size_t i = 0; i < block->comparisons.count; i++)
        add_comparison(&table, &block->comparisons.at[i]);
    end_table(&table);
}

/* ---- key figures ---------------------------------------------------------
 */

void
word_strip_add(struct word_file *word, const struct block *block)
{
    struct buf *out = &word->body;
    for (size_t i = 0; i < block->tiles.count; i++) {
        const struct tile *tile = &block->tiles.at[i];
        word_paragraph_begin(word,
                             &(struct paragraph_look){.style = "KeyFigure"});
        word_runs_add_plain(word, out, tile->value,
                            (struct run_look){.style = "KeyValue"});
        word_runs_add_tab(out);
        word_runs_add_plain(word, out, tile->label, (struct run_look){0});
        if (tile->note.len) {
            buf_add_text(out, "<w:r><w:br/></w:r>");
            word_runs_add_plain(word, out, tile->note,
                                (struct run_look){.style = "NoteText"});
        }
        word_paragraph_end(word);
    }
}

/* ---- charts --------------------------------------------------------------
 */

/* Slopes are pairs of numbers; a run is told in a sentence. */
static void
add_slopes(struct word_file *word, const struct chart *chart)
{
    const struct document_words *words = &word->document->words;
    const struct column_look columns[] = {
        {words->measure, COLUMN_START, 40},
        {chart->before_text.len ? chart->before_text : words->before,
         COLUMN_START, 18},
        {chart->after_text.len ? chart->after_text : words->after, COLUMN_START,
         18},
    };
    struct table table = begin_table(word, columns, 3);
    for (size_t i = 0; i < chart->rows.count; i++) {
        const struct chart_row *row = &chart->rows.at[i];
        begin_row(&table, false);
        add_plain_cell(&table, 0, row->label.len ? row->label : row->text,
                       "TableText");
        add_plain_cell(&table, 1, row->before_text, "TableText");
        add_plain_cell(&table, 2, row->after_text, "TableText");
        end_row(&table);
    }
    end_table(&table);
}

/* Spans of time, and what was counted: a line for each row, its figure or its
   time at the end. */
static void
add_rows(struct word_file *word, const struct chart *chart)
{
    struct buf *out = &word->body;
    for (size_t i = 0; i < chart->rows.count; i++) {
        const struct chart_row *row = &chart->rows.at[i];
        bool is_time = row->time_text.len > 0;
        struct buf says = buf_new(word->arena);
        add_note(&says, ", ", row->label);
        if (is_time)
            add_note(&says, ", ", row->text);
        add_note(&says, ", ", row->note);
        word_paragraph_begin(word,
                             &(struct paragraph_look){.style = "ChartText"});
        word_runs_add_plain(word, out, buf_str(&says), (struct run_look){0});
        word_runs_add_tab(out);
        word_runs_add_plain(word, out, is_time ? row->time_text : row->text,
                            (struct run_look){.style = "Dates"});
        word_paragraph_end(word);
    }
}

static void
add_chart_title(struct word_file *word, const struct chart *chart)
{
    struct buf *out = &word->body;
    if (!chart->title.len && !chart->aside.len)
        return;
    word_paragraph_begin(
        word, &(struct paragraph_look){.style = "Caption", .keeps_next = true});
    word_runs_add_plain(word, out, chart->title, (struct run_look){0});
    if (chart->aside.len) {
        word_runs_add_plain(word, out, STR(" "), (struct run_look){0});
        word_runs_add_plain(word, out, chart->aside,
                            (struct run_look){.style = "Dates"});
    }
    word_paragraph_end(word);
}

void
word_chart_add(struct word_file *word, const struct block *block)
{
    const struct chart *chart = block->chart;
    struct buf notes = buf_new(word->arena);
    if (!chart)
        return;
    add_chart_title(word, chart);
    if (chart->kind == CHART_SLOPE && chart->rows.count)
        add_slopes(word, chart);
    else if (chart->rows.count)
        add_rows(word, chart);
    else
        word_paragraph_add_plain(word, "ChartText", chart->description);
    for (size_t i = 0; i < chart->notes.count; i++)
        add_note(&notes, "; ", chart->notes.at[i]);
    word_paragraph_add_plain(word, "Note", buf_str(&notes));
}
