/* Tables and grids: text in columns. */
#include "setters.h"

/* ---- widths of columns --------------------------------------------------- */

/* More rows than this do not change the widths. */
#define SAMPLED_ROWS 60

/* What a column would take if nothing were broken, and its longest word. */
struct column_need {
    upt natural, least;
};

static upt
width_of(struct flow *flow, struct str text, enum text_style_id style,
         bool is_header)
{
    struct text_builder builder = text_begin(flow, NULL);
    text_add_plain(&builder, text, style, SPAN_NONE);
    for (size_t i = 0; is_header && i < builder.runs.count; i++)
        builder.runs.at[i].style.weight = WEIGHT_SEMIBOLD;
    return text_width(flow->arena, flow->fonts, builder.runs.at,
                      builder.runs.count);
}

static struct str
longer(struct str a, struct str b)
{
    return a.len >= b.len ? a : b;
}

/* What cannot be broken: a word, or a run that says so. */
static struct str
longest_part(const struct inline_text *text)
{
    struct str longest = {0};
    for (size_t i = 0; i < text->runs.count; i++) {
        struct str rest = text->runs.at[i].text;
        if (text->runs.at[i].style & INLINE_NO_BREAK)
            longest = longer(longest, rest);
        else
            while (rest.len)
                longest = longer(longest, str_cut(&rest, ' '));
    }
    return longest;
}

static void
widen_need(struct flow *flow, struct column_need *need,
           const struct inline_text *text, enum text_style_id style,
           bool is_header)
{
    upt natural =
        width_of(flow, text_plain(flow->arena, text), style, is_header);
    if (natural > need->natural)
        need->natural = natural;
    if (natural <= need->least)
        return;
    upt least = width_of(flow, longest_part(text), style, is_header);
    if (least > need->least)
        need->least = least;
}

static struct column_need
column_need(struct flow *flow, const struct block *table, size_t column)
{
    struct column_need need = {0};
    size_t rows =
        table->rows.count < SAMPLED_ROWS ? table->rows.count : SAMPLED_ROWS;
    struct inline_run run = {.text = table->columns.at[column].title};
    struct inline_text title = {.runs = {&run, 1, 1}};
    widen_need(flow, &need, &title, STYLE_TABLE_HEAD, false);
    for (size_t r = 0; r < rows; r++) {
        const struct row *row = &table->rows.at[r];
        if (column < row->cells.count)
            widen_need(flow, &need, &row->cells.at[column].text, STYLE_TABLE,
                       row->cells.at[column].is_header);
    }
    return need;
}

/* One round of fit_widths; true when a column was content with less. */
static bool
settle_widths(upt *widths, int64_t *weights, size_t count, upt room)
{
    upt left = room;
    int64_t weight = 0;
    bool changed = false;
    for (size_t c = 0; c < count; c++) {
        left -= weights[c] ? 0 : widths[c];
        weight += weights[c];
    }
    for (size_t c = 0; c < count; c++)
        if (weights[c] && widths[c] <= upt_scale(left, weights[c], weight)) {
            weights[c] = 0;
            changed = true;
        }
    for (size_t c = 0; c < count && !changed; c++)
        if (weights[c])
            widths[c] = upt_scale(left, weights[c], weight);
    return changed;
}

/*
 * The room is divided by weight. Columns that need less than their part get
 * what they need, and what they leave is divided again among the others.
 */
static void
fit_widths(upt *widths, int64_t *weights, size_t count, upt room)
{
    for (size_t round = 0; round <= count; round++)
        if (!settle_widths(widths, weights, count, room))
            return;
}

static upt
sum(const upt *widths, size_t count)
{
    upt total = 0;
    for (size_t c = 0; c < count; c++)
        total += widths[c];
    return total;
}

/* A table is as wide as the text: what is left over is divided. */
static void
spread_widths(upt *widths, size_t count, upt room)
{
    upt total = sum(widths, count);
    if (total >= room || total == 0)
        return;
    for (size_t c = 0; c < count; c++)
        widths[c] = upt_scale(widths[c], room / 1000, total / 1000 + 1);
}

/* No word is broken for the sake of another column, where all words fit:
   what a column lacks is taken from those that have more than they need. */
static void
respect_words(upt *widths, const struct column_need *needs, size_t count)
{
    upt lack = 0, spare = 0;
    for (size_t c = 0; c < count; c++)
        if (widths[c] < needs[c].least)
            lack += needs[c].least - widths[c];
        else
            spare += widths[c] - needs[c].least;
    if (lack == 0 || lack > spare)
        return;
    for (size_t c = 0; c < count; c++)
        if (widths[c] < needs[c].least)
            widths[c] = needs[c].least;
        else
            widths[c] -= upt_scale(widths[c] - needs[c].least, lack / 1000,
                                   spare / 1000 + 1);
}

/* Shares are wishes; without them the natural width is the weight. Where all
   fits unbroken, nothing is broken. */
static void
column_widths(struct flow *flow, const struct block *table, upt room,
              upt *widths)
{
    size_t count = table->columns.count;
    int64_t *weights = ARENA_ARRAY(flow->arena, count, int64_t);
    struct column_need *needs =
        ARENA_ARRAY(flow->arena, count, struct column_need);
    for (size_t c = 0; c < count; c++) {
        int64_t share = table->columns.at[c].share;
        needs[c] = column_need(flow, table, c);
        widths[c] = needs[c].natural < room ? needs[c].natural : room;
        weights[c] = share ? share * 100 : widths[c] / PT(1) + 1;
    }
    if (sum(widths, count) > room) {
        fit_widths(widths, weights, count, room);
        respect_words(widths, needs, count);
    }
    spread_widths(widths, count, room);
}

/* ---- rows ---------------------------------------------------------------- */

struct grid {
    upt *x, *width;
    size_t columns;
    upt gap, padding;
};

static struct grid
grid_of(struct flow *flow, const struct block *table)
{
    struct grid grid = {.columns = table->columns.count,
                        .gap = flow->look->table.gap,
                        .padding = flow->look->table.padding};
    upt room = flow->column.width - grid.gap * (upt)(grid.columns - 1);
    if (room < flow->column.width / 2) { /* very many columns */
        grid.gap = flow->column.width / 4 / (upt)grid.columns;
        room = flow->column.width - grid.gap * (upt)(grid.columns - 1);
    }
    grid.width = ARENA_ARRAY(flow->arena, grid.columns, upt);
    grid.x = ARENA_ARRAY(flow->arena, grid.columns, upt);
    column_widths(flow, table, room, grid.width);
    upt x = flow->column.x;
    for (size_t c = 0; c < grid.columns; c++) {
        grid.x[c] = x;
        x += grid.width[c] + grid.gap;
    }
    return grid;
}

static enum alignment
cell_alignment(const struct block *table, size_t column)
{
    static const enum alignment alignments[] = {
        [COLUMN_START] = ALIGN_START,
        [COLUMN_END] = ALIGN_END,
        [COLUMN_CENTER] = ALIGN_CENTER,
    };
    return alignments[table->columns.at[column].alignment];
}

static size_t
most_lines(const struct set_text *cells, size_t count)
{
    size_t most = 0;
    for (size_t c = 0; c < count; c++)
        if (cells[c].lines.line_count > most)
            most = cells[c].lines.line_count;
    return most;
}

/* Rows up to this many lines stay whole; longer ones break like text. */
#define MOST_WHOLE_LINES 8

static int64_t
slice_cost(size_t line, size_t lines)
{
    if (lines <= MOST_WHOLE_LINES || line < 2 || line + 2 > lines)
        return BREAK_FORBIDDEN;
    return COST_LINE;
}

/* Line by line over all cells, so that a row taller than a page can break. */
static void
place_row(struct flow *flow, const struct grid *grid,
          const struct set_text *cells, upt rule, rgb color)
{
    size_t lines = most_lines(cells, grid->columns);
    lines = lines ? lines : 1;
    for (size_t line = 0; line < lines; line++) {
        upt top = line == 0 ? grid->padding : 0;
        upt bottom = line + 1 == lines ? grid->padding + rule : 0;
        upt leading = cells[0].style->leading;
        if (line > 0)
            flow_keep(flow, slice_cost(line, lines));
        flow_band(flow, top + leading + bottom);
        for (size_t c = 0; c < grid->columns; c++)
            if (line < cells[c].lines.line_count)
                text_place(flow, &cells[c], line, grid->x[c],
                           top + style_baseline(cells[c].style));
        if (bottom && rule)
            flow_rect(flow, NULL, flow->column.x, top + leading + grid->padding,
                      flow->column.width, rule, color);
    }
}

static void
set_head_row(struct flow *flow, const struct block *table,
             const struct grid *grid, struct tag *parent)
{
    struct tag *row = flow_tag(flow, TAG_ROW, parent);
    struct set_text *cells =
        ARENA_ARRAY(flow->arena, grid->columns, struct set_text);
    for (size_t c = 0; c < grid->columns; c++) {
        struct tag *tag = flow_tag(flow, TAG_HEADER, row);
        tag->column_header = true;
        cells[c] =
            text_set_plain(flow, table->columns.at[c].title, STYLE_TABLE_HEAD,
                           tag, grid->width[c], cell_alignment(table, c));
    }
    place_row(flow, grid, cells, flow->look->table.rule_width * 2,
              flow->look->color.muted);
}

static void
set_row(struct flow *flow, const struct block *table, size_t number,
        const struct grid *grid, struct tag *parent)
{
    static const struct inline_text nothing;
    const struct row *row = &table->rows.at[number];
    struct tag *row_tag = flow_tag(flow, TAG_ROW, parent);
    struct set_text *cells =
        ARENA_ARRAY(flow->arena, grid->columns, struct set_text);
    for (size_t c = 0; c < grid->columns; c++) {
        const struct cell *cell =
            c < row->cells.count ? &row->cells.at[c] : NULL;
        bool is_header = cell && cell->is_header;
        struct tag *tag =
            flow_tag(flow, is_header ? TAG_HEADER : TAG_CELL, row_tag);
        struct text_builder builder = text_begin(flow, tag);
        text_add(&builder, cell ? &cell->text : &nothing, STYLE_TABLE);
        for (size_t i = 0; is_header && i < builder.runs.count; i++)
            builder.runs.at[i].style.weight = WEIGHT_SEMIBOLD;
        cells[c] = text_end(&builder, STYLE_TABLE, grid->width[c],
                            cell_alignment(table, c));
    }
    place_row(flow, grid, cells, flow->look->table.rule_width,
              flow->look->color.rule);
}

static bool
has_head(const struct block *table)
{
    for (size_t c = 0; c < table->columns.count; c++)
        if (table->columns.at[c].title.len)
            return true;
    return false;
}

/* The first and the last row do not stand alone on a page. */
static int64_t
row_cost(size_t number, size_t count)
{
    if (number == 0)
        return BREAK_FORBIDDEN;
    return number == 1 || number + 1 == count ? COST_ROW * 6 : COST_ROW;
}

static void
set_rows(struct flow *flow, const struct block *table, const struct grid *grid,
         struct tag *tag)
{
    size_t outer = flow->head;
    if (has_head(table)) {
        size_t first = flow->bands.count;
        set_head_row(flow, table, grid, tag);
        *list_add(flow->arena, &flow->heads) =
            (struct table_head){first, flow->bands.count};
        flow->head = flow->heads.count;
        flow_keep(flow, BREAK_FORBIDDEN);
    }
    for (size_t r = 0; r < table->rows.count; r++) {
        if (r > 0)
            flow_keep(flow, row_cost(r, table->rows.count));
        set_row(flow, table, r, grid, tag);
    }
    flow->head = outer;
}

void
table_set(struct flow *flow, const struct block *block)
{
    if (!block->columns.count || !block->rows.count)
        return;
    flow_space(flow, flow->look->space.block / 2);
    flow_keep(flow, COST_PARAGRAPH);
    struct grid grid = grid_of(flow, block);
    struct tag *tag = flow_tag(flow, TAG_TABLE, flow->tag);
    set_rows(flow, block, &grid, tag);
    flow_space(flow, flow->look->space.block);
}
