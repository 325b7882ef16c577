/*
 * Before and after, as a table with bars.
 *
 *   Measure                 Before and after                         Change
 *   Median wait             Before |==================| 41            -37%
 *   Jan - Jun; EHR report   After  |###########| 26 minutes
 *
 * The numbers are cells of a table; the bars are a figure in it. Bars begin
 * at zero; "before" is an outline and "after" is solid, so that they differ
 * in black and white as well. Instead of bars there may be a ring and a disc,
 * joined, on a scale of their own, or the line of what lies between.
 */
#include "chart.h"
#include "setters.h"

struct bar_grid {
    upt label_x, label_width;
    upt word_x; /* "Before", "After" */
    upt bar_x, bar_room;
    upt chart_width;
    upt change_x, change_width;
    upt line; /* height of a bar with its number */
};

static upt
words_width(struct flow *flow)
{
    const struct document_words *words = &flow->document->words;
    upt before = text_set_plain(flow, words->before, STYLE_FACT_LABEL, NULL,
                                flow->column.width, ALIGN_START)
                     .lines.widest;
    upt after = text_set_plain(flow, words->after, STYLE_FACT_LABEL, NULL,
                               flow->column.width, ALIGN_START)
                    .lines.widest;
    return before > after ? before : after;
}

static struct bar_grid
grid_of(struct flow *flow)
{
    const struct look *look = flow->look;
    struct bar_grid grid;
    upt width = flow->column.width, gap = look->table.gap;
    grid.chart_width = upt_scale(width, look->chart.share, 100);
    grid.change_width = width * 16 / 100;
    grid.label_x = flow->column.x;
    grid.label_width = width - grid.chart_width - grid.change_width - 2 * gap;
    grid.word_x = grid.label_x + grid.label_width + gap;
    upt words = words_width(flow) + look->font_size / 2;
    grid.bar_x = grid.word_x + words;
    grid.bar_room = grid.chart_width - words;
    grid.change_x = grid.word_x + grid.chart_width + gap;
    grid.line = look->text[STYLE_TABLE].leading;
    return grid;
}

/* Everything said about one record. */
struct comparison_row {
    const struct comparison *of;
    struct set_text label, note, before_word, before, after_word, after, change;
    struct tag *figure;
    bool has_before, has_bars;
};

static void
set_comparison_label(struct flow *flow, struct comparison_row *row,
                     struct tag *tag, const struct bar_grid *grid)
{
    const struct comparison *of = row->of;
    struct text_builder note = text_begin(flow, tag);
    chart_add_note(&note, of->period_text);
    chart_add_note(&note, of->source_text);
    if (of->has_target && of->target_text.len)
        chart_add_note(&note, str_format(flow->arena, "%.*s %.*s",
                                         STR_ARG(flow->document->words.target),
                                         STR_ARG(of->target_text)));
    row->label = text_set_plain(flow, of->label, STYLE_LABEL, tag,
                                grid->label_width, ALIGN_START);
    row->note = text_end(&note, STYLE_NOTE, grid->label_width, ALIGN_START);
}

static bool
bars_are_possible(const struct comparison *of)
{
    if (of->form != COMPARISON_BARS)
        return of->form != COMPARISON_NUMBERS;
    return of->has_after && of->after >= 0 &&
           (!of->has_before || of->before >= 0) &&
           (!of->has_target || of->target >= 0);
}

static void
set_comparison_cells(struct flow *flow, struct comparison_row *row,
                     struct tag *tr, const struct bar_grid *grid)
{
    const struct document_words *words = &flow->document->words;
    const struct comparison *of = row->of;
    struct tag *before = flow_tag(flow, TAG_CELL, tr);
    struct tag *after = flow_tag(flow, TAG_CELL, tr);
    struct str after_text = of->after_text;
    row->has_before = of->before_text.len > 0;
    if (!row->has_before && !after_text.len)
        after_text = words->confidential;
    row->before_word = text_set_plain(flow, words->before, STYLE_FACT_LABEL,
                                      before, grid->bar_room, ALIGN_START);
    row->before = text_set_plain(flow, of->before_text, STYLE_TABLE, before,
                                 grid->bar_room, ALIGN_START);
    row->after_word = text_set_plain(flow, words->after, STYLE_FACT_LABEL,
                                     after, grid->bar_room, ALIGN_START);
    row->after = text_set_plain(flow, after_text, STYLE_TABLE, after,
                                grid->bar_room, ALIGN_START);
    upt most = grid->bar_room * 7 / 10; /* bars need the rest */
    row->has_bars = bars_are_possible(of) && row->before.lines.widest <= most &&
                    row->after.lines.widest <= most;
    if (!row->has_bars)
        return;
    row->figure = flow_tag(flow, TAG_FIGURE, after);
    row->figure->alt = of->description;
}

static struct comparison_row
set_comparison(struct flow *flow, const struct comparison *of,
               struct tag *table, const struct bar_grid *grid)
{
    struct comparison_row row = {.of = of};
    struct tag *tr = flow_tag(flow, TAG_ROW, table);
    set_comparison_label(flow, &row, flow_tag(flow, TAG_HEADER, tr), grid);
    set_comparison_cells(flow, &row, tr, grid);
    row.change = text_set_fitted(flow, of->change_text, STYLE_CHANGE,
                                 flow_tag(flow, TAG_CELL, tr),
                                 grid->change_width, ALIGN_END);
    return row;
}

static int64_t
largest_value(const struct comparison *of)
{
    int64_t most = of->after;
    if (of->has_before && of->before > most)
        most = of->before;
    if (of->has_target && of->target > most)
        most = of->target;
    return most;
}

struct bars {
    upt before, after, target; /* lengths */
};

static upt
numbers_width(const struct comparison_row *row)
{
    upt before = row->before.lines.widest, after = row->after.lines.widest;
    return before > after ? before : after;
}

/* Bars from zero, dots on the scale of their row. */
static struct bars
measure_bars(struct flow *flow, const struct comparison_row *row,
             const struct bar_grid *grid)
{
    const struct comparison *of = row->of;
    upt room = grid->bar_room - numbers_width(row) - flow->look->font_size / 2;
    struct chart_scale scale = {0, largest_value(of), 0, room};
    if (of->form == COMPARISON_LINE)
        return (struct bars){0};
    if (of->form == COMPARISON_DUMBBELL) {
        upt beside = numbers_width(row) + flow->look->font_size;
        scale = (struct chart_scale){of->least, of->most, beside,
                                     grid->bar_room - 2 * beside};
    }
    if (scale.last <= scale.first)
        return (struct bars){0};
    return (struct bars){
        .before = of->has_before ? scale_place(&scale, of->before) : 0,
        .after = scale_place(&scale, of->after),
        .target = of->has_target ? scale_place(&scale, of->target) : 0,
    };
}

#define AXIS PT(0.75)

static void
draw_bars(struct flow *flow, const struct comparison_row *row,
          const struct bar_grid *grid, const struct bars *bars, upt y)
{
    const struct look *look = flow->look;
    upt bar = look->chart.bar, lines = row->has_before ? 2 : 1;
    upt inset = (grid->line - bar) / 2;
    upt after_y = y + (row->has_before ? grid->line : 0) + inset;
    if (row->of->has_before && bars->before > PT(1.5))
        flow_outline(flow, row->figure, grid->bar_x, y + inset, bars->before,
                     bar, PT(0.8), look->color.muted);
    if (bars->after > 0)
        flow_rect(flow, row->figure, grid->bar_x, after_y, bars->after, bar,
                  look->color.accent);
    flow_rect(flow, row->figure, grid->bar_x - AXIS / 2, y + inset - PT(1.5),
              AXIS, grid->line * (lines - 1) + bar + PT(3), look->color.muted);
}

/* A ring for what was and a disc for what is, each on its line, joined. */
static void
draw_dumbbell(struct flow *flow, const struct comparison_row *row,
              const struct bar_grid *grid, const struct bars *bars, upt y)
{
    const struct look *look = flow->look;
    struct canvas canvas = {.flow = flow, .figure = row->figure};
    upt radius = look->chart.bar / 2, middle = y + grid->line / 2;
    const struct chart_place before = {grid->bar_x + bars->before, middle};
    const struct chart_place after = {grid->bar_x + bars->after,
                                      middle + grid->line};
    canvas_line(&canvas, before, after,
                (struct pen){PT(1.2), look->color.accent, 0});
    canvas_ring(&canvas, before, radius,
                (struct pen){PT(1.2), look->color.accent, 0});
    canvas_disc(&canvas, after, radius, look->color.accent);
}

/* The series beside the numbers, its target dashed. */
static void
draw_series(struct flow *flow, const struct comparison_row *row,
            const struct bar_grid *grid, upt y)
{
    struct canvas canvas = {
        .flow = flow, .chart = row->of->line, .figure = row->figure};
    upt beside = numbers_width(row) + flow->look->font_size;
    upt height = grid->line * (row->has_before ? 2 : 1);
    spark_draw(&canvas, (struct chart_box){grid->bar_x + beside, y,
                                           grid->bar_room - beside, height});
}

static void
draw_figure(struct flow *flow, const struct comparison_row *row,
            const struct bar_grid *grid, const struct bars *bars, upt y)
{
    upt bar = flow->look->chart.bar, inset = (grid->line - bar) / 2;
    upt lines = row->has_before ? 2 : 1;
    if (row->of->form == COMPARISON_LINE) {
        draw_series(flow, row, grid, y);
        return;
    }
    if (row->of->form == COMPARISON_DUMBBELL)
        draw_dumbbell(flow, row, grid, bars, y);
    else
        draw_bars(flow, row, grid, bars, y);
    if (row->of->has_target)
        flow_dashes(flow, row->figure, grid->bar_x + bars->target,
                    y + inset - PT(2), grid->line * (lines - 1) + bar + PT(4),
                    flow->look->color.text);
}

/* A number stands behind its bar, unless the line of the target would run
   through it: then behind that. */
static upt
number_start(const struct set_text *value, const struct bars *bars, upt length)
{
    upt end = length + value->lines.widest + value->style->size;
    bool is_crossed = bars->target > length && bars->target < end;
    return is_crossed ? bars->target : length;
}

/* The number of a dot, on the side where the other one is not. */
static upt
dot_number(struct flow *flow, const struct set_text *value, upt own, upt other)
{
    upt radius = flow->look->chart.bar / 2;
    if (own >= other)
        return own + radius;
    return own - radius - flow->look->font_size * 2 / 3 - value->lines.widest;
}

/* Word, bar and number on one line. */
static void
place_value(struct flow *flow, const struct set_text *word,
            const struct set_text *value, const struct bar_grid *grid,
            upt length, upt y)
{
    upt baseline = y + style_baseline(value->style);
    text_place(flow, word, 0, grid->word_x, baseline);
    if (value->lines.line_count == 1)
        text_place(flow, value, 0,
                   grid->bar_x + length + flow->look->font_size / 3, baseline);
    else
        text_place_all(flow, value, grid->bar_x, y);
}

static upt
chart_height(const struct comparison_row *row, const struct bar_grid *grid)
{
    upt before = text_height(&row->before), after = text_height(&row->after);
    upt height = after > grid->line ? after : grid->line;
    if (row->has_before)
        height += before > grid->line ? before : grid->line;
    return height;
}

static void
place_comparison(struct flow *flow, const struct comparison_row *row,
                 const struct bar_grid *grid, upt top, upt height)
{
    struct bars bars = {0};
    upt y = top, label = text_height(&row->label);
    text_place_all(flow, &row->label, grid->label_x, top);
    text_place_all(flow, &row->note, grid->label_x, top + label);
    if (row->has_bars)
        bars = measure_bars(flow, row, grid);
    upt before_x = number_start(&row->before, &bars, bars.before);
    upt after_x = number_start(&row->after, &bars, bars.after);
    if (row->of->form == COMPARISON_DUMBBELL) {
        before_x = dot_number(flow, &row->before, bars.before, bars.after);
        after_x = dot_number(flow, &row->after, bars.after, bars.before);
    }
    if (row->has_before) {
        place_value(flow, &row->before_word, &row->before, grid, before_x, y);
        upt before = text_height(&row->before);
        y += before > grid->line ? before : grid->line;
    }
    if (row->of->after_text.len || row->has_before)
        place_value(flow, &row->after_word, &row->after, grid, after_x, y);
    else
        text_place_all(flow, &row->after, grid->word_x, y);
    if (row->has_bars)
        draw_figure(flow, row, grid, &bars, top);
    text_place_all(flow, &row->change, grid->change_x,
                   top + (height - text_height(&row->change)) / 2);
}

/* A label that is a whole page of text stands above its bars. */
#define MOST_LABEL_LINES 12

static void
flow_comparison(struct flow *flow, struct comparison_row *row,
                const struct bar_grid *grid)
{
    upt padding = flow->look->table.padding,
        rule = flow->look->table.rule_width;
    if (row->label.lines.line_count + row->note.lines.line_count >
        MOST_LABEL_LINES) {
        text_flow(flow, &row->label, grid->label_x);
        text_flow(flow, &row->note, grid->label_x);
        row->label.lines.line_count = row->note.lines.line_count = 0;
    }
    upt left = text_height(&row->label) + text_height(&row->note);
    upt height = chart_height(row, grid);
    height = left > height ? left : height;
    flow_band(flow, height + padding * 2 + rule);
    place_comparison(flow, row, grid, padding, height);
    if (rule)
        flow_rect(flow, NULL, flow->column.x, height + padding * 2,
                  flow->column.width, rule, flow->look->color.rule);
}

static struct str
column_title(const struct block *block, size_t column, struct str usual)
{
    if (column < block->columns.count && block->columns.at[column].title.len)
        return block->columns.at[column].title;
    return usual;
}

static void
set_comparison_head(struct flow *flow, const struct block *block,
                    const struct bar_grid *grid, struct tag *table)
{
    const struct document_words *words = &flow->document->words;
    const struct str usual[] = {words->measure, words->before_and_after,
                                words->change};
    const upt x[] = {grid->label_x, grid->word_x, grid->change_x};
    const upt width[] = {grid->label_width, grid->chart_width,
                         grid->change_width};
    struct tag *row = flow_tag(flow, TAG_ROW, table);
    upt padding = flow->look->table.padding;
    upt leading = flow->look->text[STYLE_TABLE_HEAD].leading;
    upt rule = flow->look->table.rule_width * 2;
    flow_band(flow, padding / 2 + leading + padding + rule);
    for (size_t i = 0; i < 3; i++) {
        struct tag *tag = flow_tag(flow, TAG_HEADER, row);
        tag->column_header = true;
        tag->column_span = i == 1 ? 2 : 1;
        struct set_text text = text_set_plain(
            flow, column_title(block, i, usual[i]), STYLE_TABLE_HEAD, tag,
            width[i], i == 2 ? ALIGN_END : ALIGN_START);
        if (text.lines.line_count)
            text_place(flow, &text, 0, x[i],
                       padding / 2 + style_baseline(text.style));
    }
    flow_rect(flow, NULL, flow->column.x, padding / 2 + leading + padding,
              flow->column.width, rule, flow->look->color.muted);
    flow_keep(flow, BREAK_FORBIDDEN);
}

/* So many rows stay together; more would leave half a page empty. */
#define MOST_WHOLE 6

/* Of a page break before this row. Two rows at least stay together. */
static int64_t
row_cost(size_t i, size_t count)
{
    if (i == 0)
        return BREAK_FORBIDDEN;
    return count <= MOST_WHOLE || i == 1 || i + 1 == count ? COST_WHOLE
                                                           : COST_ROW;
}

void
comparison_set(struct flow *flow, const struct block *block)
{
    if (!block->comparisons.count)
        return;
    struct bar_grid grid = grid_of(flow);
    struct tag *table = flow_tag(flow, TAG_TABLE, flow->tag);
    size_t outer = flow->head;
    flow_space(flow, flow->look->space.block);
    flow_keep(flow, COST_PARAGRAPH);
    size_t first = flow->bands.count;
    set_comparison_head(flow, block, &grid, table);
    *list_add(flow->arena, &flow->heads) =
        (struct table_head){first, flow->bands.count};
    flow->head = flow->heads.count;
    for (size_t i = 0; i < block->comparisons.count; i++) {
        struct comparison_row row =
            set_comparison(flow, &block->comparisons.at[i], table, &grid);
        flow_keep(flow, row_cost(i, block->comparisons.count));
        flow_comparison(flow, &row, &grid);
    }
    flow->head = outer;
    flow_space(flow, flow->look->space.block);
}
