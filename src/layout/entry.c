/* Entries: title and dates, employer and place, then what was done. */
#include "pictures.h"
#include "setters.h"
#include "timeline.h"

/* What stands on the two lines of an entry's title. */
struct entry_parts {
    struct set_text lead, title, subtitle, dates, place;
    bool has_subtitle, has_dates, has_place;
};

/* An entry that is only a title takes one line, a certification or a talk,
   where all its neighbours do. */
static bool
is_compact(const struct flow *flow, const struct block *block)
{
    return flow->compact && block->children.count == 0 &&
           !block->is_templated && !block->has_side;
}

static bool
subtitle_is_inline(const struct flow *flow, const struct block *block)
{
    return !block->is_templated &&
           (flow->look->entry.subtitle == SUBTITLE_INLINE ||
            is_compact(flow, block));
}

/* In a sidebar no column of dates has room. */
static enum date_place
dates_of(const struct flow *flow)
{
    return flow->is_narrow ? DATES_BELOW
                           : (enum date_place)flow->look->entry.dates;
}

/* Between dates in a column and the text; the timeline runs there. */
static upt
gutter_of(const struct flow *flow)
{
    upt gutter = timeline_gutter(flow);
    return gutter ? gutter : flow->look->entry.gap;
}

/*
 * Dates at the right of lines that follow each other look like a column of
 * their own to programs that read text out of a PDF, which then take the dates
 * away from their lines. On entries of one line they follow the title.
 */
static bool
dates_are_inline(const struct flow *flow, const struct block *block)
{
    return flow->look->entry.dates != DATES_COLUMN && is_compact(flow, block);
}

static bool
fit_on_a_line(struct flow *flow, const struct block *block, upt dates)
{
    struct text_builder builder = text_begin(flow, NULL);
    struct str title = text_plain(flow->arena, &block->title);
    struct str subtitle = text_plain(flow->arena, &block->subtitle);
    text_add_plain(&builder, title, STYLE_ENTRY_TITLE, SPAN_NONE);
    if (subtitle_is_inline(flow, block) && subtitle.len) {
        text_add_plain(&builder, STR(", "), STYLE_ENTRY_SUBTITLE, SPAN_NONE);
        text_add_plain(&builder, subtitle, STYLE_ENTRY_SUBTITLE, SPAN_NONE);
    }
    return text_width(flow->arena, flow->fonts, builder.runs.at,
                      builder.runs.count) +
               dates <=
           flow->column.width;
}

static enum alignment
date_alignment(const struct flow *flow)
{
    switch ((enum date_side)flow->look->entry.date_alignment) {
    case DATE_SIDE_START:
        return ALIGN_START;
    case DATE_SIDE_CENTER:
        return ALIGN_CENTER;
    case DATE_SIDE_END:
        return ALIGN_END;
    case DATE_SIDE_AUTO:
        break;
    }
    return dates_of(flow) == DATES_RIGHT ? ALIGN_END : ALIGN_START;
}

/* Where dates are broken: behind commas, in a column behind a dash as well. */
static size_t
date_part_end(struct str dates, bool is_column)
{
    size_t comma = str_find(dates, STR(", "), 0);
    size_t dash = is_column ? str_find(dates, STR("– "), 0) : SIZE_MAX;
    if (comma == SIZE_MAX && dash == SIZE_MAX)
        return dates.len;
    return comma < dash ? comma + 1 : dash + STR("–").len;
}

/* With blanks at which a line may end. */
static struct str
loose_dates(struct arena *arena, const struct inline_text *dates)
{
    struct str rest = text_plain(arena, dates);
    struct buf loose = buf_new(arena);
    while (rest.len) {
        size_t blank = str_find(rest, STR("\xc2\xa0"), 0);
        buf_add(&loose,
                str_slice(rest, 0, blank < rest.len ? blank : rest.len));
        if (blank == SIZE_MAX)
            break;
        buf_add_text(&loose, " ");
        rest = str_slice(rest, blank + 2, rest.len);
    }
    return buf_str(&loose);
}

/* One part is not broken unless it is wider than the line. */
static void
add_date_part(struct text_builder *builder, struct str part, upt measure,
              struct span span)
{
    struct flow *flow = builder->flow;
    struct text_builder alone = text_begin(flow, NULL);
    text_add_plain(&alone, part, STYLE_DATE, span);
    text_add_plain(builder, part, STYLE_DATE, span);
    if (builder->runs.count && alone.runs.count)
        builder->runs.at[builder->runs.count - 1].no_break =
            text_width(flow->arena, flow->fonts, alone.runs.at,
                       alone.runs.count) <= measure;
}

/* "Apr 2023, renewed Oct 2025, valid to Dec 2027" */
static struct set_text
set_long_dates(struct flow *flow, const struct block *block, struct tag *tag,
               upt measure)
{
    struct text_builder builder = text_begin(flow, tag);
    struct str rest = loose_dates(flow->arena, &block->aside);
    bool is_column = dates_of(flow) == DATES_COLUMN;
    struct span span =
        block->aside.runs.count ? block->aside.runs.at[0].span : SPAN_NONE;
    while (rest.len) {
        size_t end = date_part_end(rest, is_column);
        add_date_part(&builder, str_slice(rest, 0, end), measure, span);
        if (end < rest.len)
            text_add_plain(&builder, STR(" "), STYLE_DATE, SPAN_NONE);
        rest = str_slice(rest, end + 1, rest.len);
    }
    return text_end(&builder, STYLE_DATE, measure,
                    is_column ? date_alignment(flow) : ALIGN_END);
}

/* The measure of dates and towns; zero where they take what they need. */
static upt
date_width(const struct flow *flow)
{
    upt width = flow->look->entry.date_width, most = flow->column.width / 2;
    if (dates_of(flow) == DATES_COLUMN)
        return flow->look->entry.date_column;
    if (dates_of(flow) == DATES_BELOW)
        return 0;
    return width < most ? width : most;
}

/* Each piece of the dates stays on one line unless it is too long for that. */
static struct set_text
set_dates_in(struct flow *flow, const struct inline_text *dates,
             struct tag *tag, upt measure)
{
    struct text_builder builder = text_begin(flow, tag);
    bool is_below = dates_of(flow) == DATES_BELOW;
    text_add(&builder, dates, STYLE_DATE);
    for (size_t i = 0; i < builder.runs.count; i++) {
        struct text_run *run = &builder.runs.at[i];
        if (run->no_break &&
            text_width(flow->arena, flow->fonts, run, 1) > measure)
            run->no_break = false;
    }
    return text_end(&builder, STYLE_DATE, measure,
                    is_below ? ALIGN_START : date_alignment(flow));
}

/* Dates take what they need, unless their width is given; when title and dates
   are too long for a line, at most two fifths of it. Gives the width that is
   lost to the title. */
static upt
set_dates(struct flow *flow, const struct block *block,
          struct entry_parts *parts, struct tag *tag)
{
    upt gap = flow->look->entry.gap, width = date_width(flow);
    upt most = width ? width : flow->column.width;
    if (!parts->has_dates)
        return 0;
    parts->dates = set_dates_in(flow, &block->aside, tag, most);
    if (dates_of(flow) == DATES_COLUMN && parts->dates.lines.line_count > 1)
        parts->dates = set_long_dates(flow, block, tag, most);
    if (dates_of(flow) != DATES_RIGHT)
        return 0;
    if (width)
        return width + gap;
    if (parts->dates.lines.widest > most * 2 / 5 &&
        !fit_on_a_line(flow, block, parts->dates.lines.widest + gap))
        parts->dates = set_long_dates(flow, block, tag, most * 2 / 5);
    return parts->dates.lines.widest + gap;
}

static void
add_place(struct text_builder *builder, const struct block *block)
{
    if (text_is_empty(&block->place))
        return;
    text_add_dot(builder, STYLE_PLACE);
    text_add(builder, &block->place, STYLE_PLACE);
}

/* Of a template, only what is strong looks like a title. */
static void
add_templated(struct text_builder *builder, const struct inline_text *text,
              enum text_style_id title)
{
    for (size_t i = 0; i < text->runs.count; i++) {
        struct inline_run run = text->runs.at[i];
        const struct inline_text one = {.runs = {&run, 1, 1}};
        bool is_strong = run.style & INLINE_STRONG;
        run.style &= ~(unsigned)INLINE_STRONG;
        text_add(builder, &one, is_strong ? title : STYLE_ENTRY_SUBTITLE);
    }
}

static void
set_title(struct flow *flow, const struct block *block,
          struct entry_parts *parts, struct tag *tag, upt measure)
{
    struct text_builder builder = text_begin(flow, tag);
    bool is_inline = subtitle_is_inline(flow, block);
    enum text_style_id style =
        flow->entry_depth ? STYLE_POSITION : STYLE_ENTRY_TITLE;
    if (block->is_templated)
        add_templated(&builder, &block->title, style);
    else
        text_add(&builder, &block->title, style);
    if (is_inline && !text_is_empty(&block->subtitle)) {
        if (!text_is_empty(&block->title))
            text_add_plain(&builder, STR(", "), STYLE_ENTRY_SUBTITLE,
                           SPAN_NONE);
        text_add(&builder, &block->subtitle, STYLE_ENTRY_SUBTITLE);
    }
    if ((is_inline || text_is_empty(&block->subtitle)) && !parts->has_place)
        add_place(&builder, block);
    if (dates_are_inline(flow, block) && !text_is_empty(&block->aside)) {
        text_add_dot(&builder, STYLE_DATE);
        text_add(&builder, &block->aside, STYLE_DATE);
    }
    parts->title = text_end(&builder, style, measure, ALIGN_START);
}

static void
set_subtitle(struct flow *flow, const struct block *block,
             struct entry_parts *parts, struct tag *parent)
{
    upt measure = flow->column.width;
    parts->has_subtitle =
        !text_is_empty(&block->subtitle) && !subtitle_is_inline(flow, block);
    if (parts->has_place) {
        struct tag *tag = flow_tag(flow, TAG_P, parent);
        upt width = dates_of(flow) == DATES_RIGHT ? date_width(flow) : 0;
        parts->place = text_set(flow, &block->place, STYLE_PLACE, tag,
                                width ? width : flow->column.width * 2 / 5,
                                width ? date_alignment(flow) : ALIGN_END);
        measure -= width ? width + flow->look->entry.gap
                         : parts->place.lines.widest + flow->look->font_size;
    }
    if (!parts->has_subtitle)
        return;
    struct tag *tag = flow_tag(flow, TAG_P, parent);
    struct text_builder builder = text_begin(flow, tag);
    if (block->is_templated)
        add_templated(&builder, &block->subtitle, STYLE_POSITION);
    else
        text_add(&builder, &block->subtitle, STYLE_ENTRY_SUBTITLE);
    if (!parts->has_place)
        add_place(&builder, block);
    parts->subtitle =
        text_end(&builder, STYLE_ENTRY_SUBTITLE, measure, ALIGN_START);
}

static upt
larger(upt a, upt b)
{
    return a > b ? a : b;
}

/* Title at the left, dates at the right, the dates on the title's first line.
   They are read after the whole title. One band: nothing breaks here. */
static void
place_title(struct flow *flow, const struct entry_parts *parts)
{
    const struct text_style *style = parts->title.style;
    const struct column_box *column = &flow->column;
    bool is_column = dates_of(flow) == DATES_COLUMN;
    upt start = column->x;
    if (parts->lead.lines.line_count)
        start -= parts->lead.lines.measure + flow->look->entry.gap;
    upt dates_x = is_column
                      ? start - flow->look->entry.date_column - gutter_of(flow)
                      : column->x + column->width - parts->dates.lines.measure;
    bool has_dates = parts->has_dates && dates_of(flow) != DATES_BELOW;
    upt top = has_dates
                  ? style_baseline(style) - style_baseline(parts->dates.style)
                  : 0;
    upt height = text_height(&parts->title);
    if (has_dates && parts->dates.lines.line_count && !is_column)
        height = larger(height, top + text_height(&parts->dates));
    bool is_line = parts->title.lines.line_count <= 1;
    height = larger(height, text_height(&parts->lead));
    flow_band(flow, larger(height, style->leading))->stretches = is_line;
    text_place_all(flow, &parts->lead, start, 0);
    text_place_all(flow, &parts->title, column->x, 0);
    if (has_dates)
        text_place_all(flow, &parts->dates, dates_x, top);
}

/* Read right behind the title, wherever dates stand. */
static void
place_dates_below(struct flow *flow, const struct entry_parts *parts)
{
    if (!parts->has_dates || dates_of(flow) != DATES_BELOW)
        return;
    flow_keep(flow, BREAK_FORBIDDEN);
    text_flow_title(flow, &parts->dates, flow->column.x);
}

static void
place_subtitle(struct flow *flow, const struct entry_parts *parts)
{
    const struct column_box *column = &flow->column;
    if (!parts->has_subtitle && !parts->has_place)
        return;
    flow_keep(flow, BREAK_FORBIDDEN);
    if (!parts->has_place) {
        text_flow_title(flow, &parts->subtitle, column->x);
        return;
    }
    upt height = larger(parts->has_subtitle ? text_height(&parts->subtitle) : 0,
                        parts->has_place ? text_height(&parts->place) : 0);
    flow_band(flow, height);
    if (parts->has_subtitle)
        text_place_all(flow, &parts->subtitle, column->x, 0);
    text_place_all(flow, &parts->place,
                   column->x + column->width - parts->place.lines.measure, 0);
}

/* What stands in the column before the title, a degree. */
static bool
has_lead(const struct flow *flow, const struct block *block)
{
    return flow->look->entry.lead_column > 0 && !flow->is_narrow &&
           !text_is_empty(&block->lead);
}

static void
set_lead(struct flow *flow, const struct block *block,
         struct entry_parts *parts)
{
    if (has_lead(flow, block))
        parts->lead = text_set(flow, &block->lead, STYLE_ENTRY_TITLE,
                               flow_tag(flow, TAG_P, flow->tag),
                               flow->look->entry.lead_column, ALIGN_START);
}

/* Title lines longer than this are set as text that may break. */
#define MOST_TITLE_LINES 12

/* Gives the height of the dates. */
static upt
set_entry_title(struct flow *flow, const struct block *block)
{
    struct entry_parts parts = {0};
    set_lead(flow, block, &parts);
    struct tag *title_tag_of =
        flow_tag(flow, title_tag(block->level), flow->tag);
    parts.has_dates =
        !text_is_empty(&block->aside) && !dates_are_inline(flow, block);
    bool place_below = flow->look->entry.place == PLACE_RIGHT &&
                       !text_is_empty(&block->subtitle) &&
                       !subtitle_is_inline(flow, block);
    parts.has_place =
        !text_is_empty(&block->place) && (place_below || block->has_side);
    struct tag *date_tag =
        parts.has_dates ? flow_tag(flow, TAG_P, flow->tag) : NULL;
    upt taken = set_dates(flow, block, &parts, date_tag);
    set_title(flow, block, &parts, title_tag_of, flow->column.width - taken);
    timeline_add_node(flow, parts.title.style->leading);
    if (parts.title.lines.line_count + parts.dates.lines.line_count >
        MOST_TITLE_LINES) {
        text_flow(flow, &parts.title, flow->column.x);
        text_flow(flow, &parts.dates, flow->column.x);
    } else {
        place_title(flow, &parts);
        place_dates_below(flow, &parts);
    }
    set_subtitle(flow, block, &parts, flow->tag);
    place_subtitle(flow, &parts);
    return parts.has_dates ? text_height(&parts.dates) : 0;
}

/* As wide as titles are beside their dates. */
static void
shorten_column(struct flow *flow)
{
    upt width = date_width(flow);
    if (!width)
        width = flow->look->entry.date_column;
    width += flow->look->entry.gap;
    if (width < flow->column.width / 2)
        flow->column.width -= width;
}

/* What is last said of an entry looks lost alone on the next page. */
static bool
is_lonely(const struct block *child)
{
    return child->kind == BLOCK_PARAGRAPH ||
           (child->kind == BLOCK_LIST && child->children.count == 1);
}

/* Positions at one employer have dates of their own at the column's end. */
static void
set_entry_children(struct flow *flow, const struct block *block)
{
    bool is_short =
        flow->look->entry.short_body && dates_of(flow) == DATES_RIGHT;
    struct column_box whole = flow->column;
    for (size_t i = 0; i < block->children.count; i++) {
        flow->column = whole;
        if (is_short && block->children.at[i]->kind != BLOCK_ENTRY)
            shorten_column(flow);
        if (i + 1 == block->children.count && is_lonely(block->children.at[i]))
            flow_keep(flow, COST_LONELY);
        block_set(flow, block->children.at[i]);
    }
}

static void
set_entry_body(struct flow *flow, const struct block *block)
{
    struct column_box outer = flow->column;
    int64_t inside = flow->inside;
    if (!block->children.count)
        return;
    if (flow->look->entry.indent)
        column_indent(flow, flow->look->entry.indent);
    flow->inside += COST_INSIDE_ENTRY;
    if (block->unbroken || !flow->look->entry.breaks)
        flow->inside += COST_WHOLE;
    flow->entry_depth++;
    flow_title_space(flow, flow->look->space.entry_body);
    set_entry_children(flow, block);
    flow_title_end(flow);
    flow->entry_depth--;
    flow->inside = inside;
    flow->column = outer;
}

/* In a sidebar an entry of one line takes several, and so may its dates in a
   column. */
static upt
tight_space(const struct flow *flow)
{
    const struct look *look = flow->look;
    return dates_of(flow) == DATES_RIGHT ? look->space.item
                                         : look->space.entry / 2;
}

/* Leaves room beside the entry for dates in a column and for the timeline. */
static void
indent_entry(struct flow *flow)
{
    if (flow->entry_depth)
        return;
    if (dates_of(flow) == DATES_COLUMN)
        column_indent(flow, flow->look->entry.date_column + gutter_of(flow));
    else if (flow->has_timeline)
        column_indent(flow, timeline_gutter(flow));
    flow->timeline_x = flow->column.x - timeline_gutter(flow) / 2;
}

void
entry_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    struct column_box outer = flow->column;
    bool is_tight = is_compact(flow, block);
    flow_space(flow, is_tight            ? tight_space(flow)
                     : flow->entry_depth ? look->space.entry * 2 / 3
                                         : look->space.entry);
    flow_keep(flow, COST_ENTRY);
    if (look->entry.side_space && !flow->entry_depth) {
        column_indent(flow, look->entry.side_space);
        flow->column.width -= look->entry.side_space;
    }
    indent_entry(flow);
    if (has_lead(flow, block))
        column_indent(flow, look->entry.lead_column + look->entry.gap);
    size_t first = flow->bands.count;
    upt logo = logo_set(flow, block);
    upt dates = set_entry_title(flow, block);
    set_entry_body(flow, block);
    flow_clear(flow, first, logo);
    /* Dates in their own column may be higher than what stands beside them. */
    if (dates_of(flow) == DATES_COLUMN)
        flow_clear(flow, first, dates);
    flow->column = outer;
}
