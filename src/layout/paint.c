#include "paint.h"

#include "contents.h"
#include "footer.h"
#include "palette.h"
#include "sidelong.h"
#include "timeline.h"

#define PAPER 0xffffff

/* One run of bands on one page being painted: first..end. */
struct painter {
    struct flow *flow;
    const struct chapter *chapter;
    size_t number; /* of the page in the document */
    size_t first, end;
    rgb ground;
    upt top;    /* of the first, below the top margin */
    upt *tops;  /* of each band on this page */
    upt *added; /* to the space above each; or NULL */
};

static struct page *
page_of(const struct painter *painter)
{
    return &painter->flow->pages->at.at[painter->number];
}

/* ---- places -------------------------------------------------------------- */

static const struct table_head *
repeated_head(const struct painter *painter)
{
    const struct flow *flow = painter->flow;
    size_t head = flow->bands.at[painter->first].head;
    if (!head || painter->first < flow->heads.at[head - 1].end)
        return NULL;
    return &flow->heads.at[head - 1];
}

static upt
top_of(const struct painter *painter)
{
    return painter->flow->look->margin_top + painter->top +
           chapter_lead(painter->chapter, painter->first);
}

static void
find_tops(struct painter *painter)
{
    const struct flow *flow = painter->flow;
    const struct table_head *head = repeated_head(painter);
    upt y = top_of(painter);
    for (size_t i = head ? head->first : 0; head && i < head->end; i++)
        y += band_height(&flow->bands.at[i], painter->chapter);
    painter->tops =
        ARENA_ARRAY(flow->arena, painter->end - painter->first, upt);
    for (size_t i = painter->first; i < painter->end; i++) {
        const struct band *band = &flow->bands.at[i];
        if (i > painter->first)
            y += chapter_gap(flow, painter->chapter, i);
        if (painter->added)
            y += painter->added[i - painter->first];
        painter->tops[i - painter->first] = y;
        y += band_height(band, painter->chapter);
    }
}

/* ---- marks --------------------------------------------------------------- */

/* Of text and of what is drawn (WCAG 2.2, 1.4.3 and 1.4.11). */
#define TEXT_CONTRAST 450
#define SHAPE_CONTRAST 300

/* Lines that are faint on paper may be faint. */
static rgb
shape_on(rgb color, rgb ground)
{
    int64_t wanted = color_contrast(color, PAPER);
    wanted = wanted < SHAPE_CONTRAST ? wanted : SHAPE_CONTRAST;
    return color_contrast(color, ground) < wanted
               ? color_on(color, ground, SHAPE_CONTRAST)
               : color;
}

/* Colours are those of a white page; on a ground they may have to change. */
static void
recolor(struct painter *painter, struct mark *mark)
{
    rgb ground = painter->ground;
    if (mark->kind == MARK_PATH) {
        mark->path.fill_color = shape_on(mark->path.fill_color, ground);
        mark->path.stroke_color = shape_on(mark->path.stroke_color, ground);
        return;
    }
    rgb color = mark->kind == MARK_GLYPHS ? mark->glyphs.run->color : ground;
    rgb readable = color_on(color, ground, TEXT_CONTRAST);
    if (mark->kind != MARK_GLYPHS || readable == color)
        return;
    struct glyph_run *run = ARENA_NEW(painter->flow->arena, struct glyph_run);
    *run = *mark->glyphs.run;
    run->color = readable;
    mark->glyphs.run = run;
}

static void
paint_mark(struct painter *painter, const struct mark *from, upt y,
           bool is_artifact)
{
    struct arena *arena = painter->flow->arena;
    struct mark *mark = list_add(arena, &page_of(painter)->marks);
    *mark = *from;
    if (painter->ground != PAPER)
        recolor(painter, mark);
    if (is_artifact)
        mark->tag = NULL;
    switch (mark->kind) {
    case MARK_GLYPHS:
        mark->glyphs.y += y;
        return;
    case MARK_PATH:
        mark->path = path_moved(arena, &mark->path, y);
        return;
    case MARK_IMAGE:
        mark->image.y += y;
        return;
    }
}

static void
paint_links(struct painter *painter, const struct band *band, upt y)
{
    const struct flow *flow = painter->flow;
    for (size_t i = 0; i < band->link_count; i++) {
        struct page_link *link =
            list_add(flow->arena, &page_of(painter)->links);
        *link = flow->links.at[band->first_link + i];
        link->y += y;
    }
}

static void
paint_anchors(struct painter *painter, const struct band *band, upt y)
{
    struct flow *flow = painter->flow;
    for (size_t i = 0; i < band->anchor_count; i++)
        *list_add(flow->arena, &flow->pages->destinations) =
            (struct destination){
                .name = flow->anchors.at[band->first_anchor + i].name,
                .page = painter->number,
                .x = flow->look->margin_left,
                .y = y,
            };
}

/* Half of what the leading gained stands above the line. */
static upt
shift_of(const struct painter *painter, const struct band *band)
{
    return (band_height(band, painter->chapter) - band->height) / 2;
}

static void
paint_band(struct painter *painter, size_t number, upt y, bool is_artifact)
{
    const struct flow *flow = painter->flow;
    const struct band *band = &flow->bands.at[number];
    upt text_y = y + shift_of(painter, band);
    for (size_t i = 0; i < band->mark_count; i++)
        paint_mark(painter, &flow->marks.at[band->first_mark + i], text_y,
                   is_artifact);
    if (is_artifact)
        return;
    paint_links(painter, band, text_y);
    paint_anchors(painter, band, y);
}

static void
paint_repeated_head(struct painter *painter)
{
    const struct flow *flow = painter->flow;
    const struct table_head *head = repeated_head(painter);
    upt y = top_of(painter);
    for (size_t i = head ? head->first : 0; head && i < head->end; i++) {
        paint_band(painter, i, y, true);
        y += band_height(&flow->bands.at[i], painter->chapter);
    }
}

/* ---- frames -------------------------------------------------------------- */

static void
paint_rect(struct painter *painter, upt x, upt y, upt width, upt height,
           rgb color)
{
    struct flow *flow = painter->flow;
    struct mark *mark = list_add(flow->arena, &page_of(painter)->marks);
    mark->kind = MARK_PATH;
    mark->path =
        path_rect(flow->arena, flow_left(flow, x, width), y, width, height);
    mark->path.fill = true;
    mark->path.fill_color = color;
}

static void
paint_frame(struct painter *painter, const struct frame *frame, upt top,
            upt height)
{
    upt rule = frame->rule_width, line = PT(0.6);
    switch ((enum box_style)frame->style) {
    case BOX_TINT:
        paint_rect(painter, frame->x, top, frame->width, height, frame->ground);
        if (rule)
            paint_rect(painter, frame->x, top, rule, height, frame->rule);
        return;
    case BOX_RULE:
        paint_rect(painter, frame->x, top, rule, height, frame->rule);
        return;
    case BOX_FRAME:
        paint_rect(painter, frame->x, top, frame->width, line, frame->rule);
        paint_rect(painter, frame->x, top + height - line, frame->width, line,
                   frame->rule);
        paint_rect(painter, frame->x, top, line, height, frame->rule);
        paint_rect(painter, frame->x + frame->width - line, top, line, height,
                   frame->rule);
        return;
    case BOX_PLAIN:
        return;
    }
}

/* The part of each frame that stands on this page. Frames are in order and
   do not overlap; *next is the first that may reach this page. */
static void
paint_frames(struct painter *painter, size_t *next)
{
    const struct flow *flow = painter->flow;
    while (*next < flow->frames.count &&
           flow->frames.at[*next].end <= painter->first)
        ++*next;
    for (size_t i = *next; i < flow->frames.count; i++) {
        const struct frame *frame = &flow->frames.at[i];
        if (frame->first >= painter->end)
            return;
        size_t from =
            frame->first > painter->first ? frame->first : painter->first;
        size_t last =
            (frame->end < painter->end ? frame->end : painter->end) - 1;
        if (from > last)
            continue;
        upt top = painter->tops[from - painter->first];
        upt bottom = painter->tops[last - painter->first] +
                     band_height(&flow->bands.at[last], painter->chapter);
        paint_frame(painter, frame, top, bottom - top);
    }
}

/* ---- columns ------------------------------------------------------------- */

static struct painter
painter_of(struct flow *flow, const struct chapter *chapter, size_t run,
           size_t page)
{
    struct page_part part = page_part(chapter, run, page);
    bool has_ground = flow->stream_count && flow->streams[run].has_ground;
    return (struct painter){
        .ground = has_ground ? flow->look->sidebar.ground : PAPER,
        .flow = flow,
        .chapter = chapter,
        .number = flow->pages->at.count - 1,
        .first = part.first,
        .end = part.end,
        .top = part.top,
    };
}

/* The ground of the sidebar goes to the edges of the paper. */
static void
paint_ground(struct painter *painter, const struct stream *stream, upt top)
{
    const struct look *look = painter->flow->look;
    upt pad = look->sidebar.gap / 2;
    bool is_start = stream->column.x == look->margin_left;
    upt x = is_start ? 0 : stream->column.x - pad;
    upt right = is_start ? stream->column.x + stream->column.width + pad
                         : look->page_width;
    upt y = top ? look->margin_top + top - pad : 0;
    paint_rect(painter, x, y, right - x, look->page_height - y,
               look->sidebar.ground);
}

/* A line in the middle of the gap, down to the foot of the text. */
static void
paint_column_rule(struct painter *painter, const struct stream *stream, upt top)
{
    const struct look *look = painter->flow->look;
    upt width = look->sidebar.rule_width, gap = look->sidebar.gap;
    bool is_start = stream->column.x == look->margin_left;
    upt middle = is_start ? stream->column.x + stream->column.width + gap / 2
                          : stream->column.x - gap / 2;
    upt y = look->margin_top + top;
    paint_rect(painter, middle - width / 2, y, width,
               look->page_height - look->margin_bottom - y, look->color.rule);
}

static void
paint_columns(struct flow *flow, const struct chapter *chapter, size_t page)
{
    for (size_t r = 0; r < flow->stream_count; r++) {
        const struct stream *stream = &flow->streams[r];
        struct painter painter = painter_of(flow, chapter, r, page);
        if (!stream->is_sidebar || page < chapter->runs[r].first_page)
            continue;
        if (stream->has_ground)
            paint_ground(&painter, stream, painter.top);
        if (flow->look->sidebar.rule_width)
            paint_column_rule(&painter, stream, painter.top);
    }
}

/* ---- pages --------------------------------------------------------------- */

static void
paint_part(struct painter *painter, size_t *next_frame)
{
    if (painter->first >= painter->end)
        return;
    find_tops(painter);
    paint_frames(painter, next_frame);
    const struct timeline_part part = {
        .chapter = painter->chapter,
        .page = page_of(painter),
        .first = painter->first,
        .end = painter->end,
        .tops = painter->tops,
    };
    timeline_paint(painter->flow, &part);
    paint_repeated_head(painter);
    for (size_t i = painter->first; i < painter->end; i++)
        paint_band(painter, i, painter->tops[i - painter->first], false);
}

static void
add_page(struct flow *flow)
{
    struct page *page = list_add(flow->arena, &flow->pages->at);
    page->width = flow->look->page_width;
    page->height = flow->look->page_height;
    page->label = str_format(flow->arena, "%zu", flow->pages->at.count);
}

/* ---- the order in which programs read ------------------------------------ */

static void
add_texts(struct painter *painter, struct side_texts *page, size_t column)
{
    const struct flow *flow = painter->flow;
    find_tops(painter);
    for (size_t i = painter->first; i < painter->end; i++) {
        const struct band *band = &flow->bands.at[i];
        upt y = painter->tops[i - painter->first] + shift_of(painter, band);
        for (size_t m = 0; m < band->mark_count; m++) {
            const struct mark *mark = &flow->marks.at[band->first_mark + m];
            if (mark->kind == MARK_GLYPHS &&
                str_trim(mark->glyphs.run->text).len)
                side_texts_add(page, column, mark->glyphs.run, mark->glyphs.x,
                               y + mark->glyphs.y);
        }
    }
}

static upt
room_below(const struct painter *painter)
{
    const struct look *look = painter->flow->look;
    size_t last = painter->end - 1;
    return look->page_height - look->margin_bottom -
           painter->tops[last - painter->first] -
           band_height(&painter->flow->bands.at[last], painter->chapter);
}

/* Spaces as large as those above entries may grow, not those below titles. */
static bool
may_grow(const struct painter *painter, size_t number)
{
    const struct look *look = painter->flow->look;
    const struct band *band = &painter->flow->bands.at[number];
    return number == painter->first ||
           (band->cost < BREAK_FORBIDDEN && band->gap >= look->space.entry / 2);
}

/* Spaces in the sidebar grow where its lines would else be taken for cells of a
   table with those of the text. */
static void
part_columns(struct painter *side, struct painter *text)
{
    struct flow *flow = side->flow;
    size_t count = side->end - side->first;
    struct side_texts texts = {.arena = flow->arena};
    size_t column = flow->streams[flow->side_stream].column.x >
                    flow->streams[flow->main_stream].column.x;
    upt *tops = ARENA_ARRAY(flow->arena, count, upt);
    upt *added = ARENA_ARRAY(flow->arena, count, upt);
    struct side_space spaces = {column, flow->look->font_size, 0, tops, added,
                                0};
    add_texts(side, &texts, column);
    add_texts(text, &texts, !column);
    spaces.room = room_below(side);
    for (size_t i = 0; i < count; i++)
        if (may_grow(side, side->first + i))
            tops[spaces.count++] = side->tops[i];
    side_texts_part(&texts, &spaces);
    side->added = ARENA_ARRAY(flow->arena, count, upt);
    for (size_t i = 0, k = 0; i < count; i++)
        if (may_grow(side, side->first + i))
            side->added[i] = added[k++];
}

/* The sidebar of a page. */
static struct painter
sidebar_of(struct flow *flow, const struct chapter *chapter, size_t page)
{
    struct painter side = painter_of(flow, chapter, flow->side_stream, page);
    struct painter text = painter_of(flow, chapter, flow->main_stream, page);
    if (!flow->look->grid && side.first < side.end && text.first < text.end)
        part_columns(&side, &text);
    return side;
}

static void
paint_chapter(struct flow *flow, const struct chapter *chapter,
              size_t *next_frames)
{
    for (size_t p = 0; p < chapter->page_count; p++) {
        add_page(flow);
        paint_columns(flow, chapter, p);
        for (size_t r = 0; r < chapter->run_count; r++) {
            bool is_side = flow->stream_count && r == flow->side_stream;
            struct painter painter = is_side ? sidebar_of(flow, chapter, p)
                                             : painter_of(flow, chapter, r, p);
            paint_part(&painter, &next_frames[r]);
        }
    }
}

/* ---- contents ------------------------------------------------------------ */

static size_t
page_of_anchor(const struct pages *pages, struct str name)
{
    for (size_t i = 0; i < pages->destinations.count; i++)
        if (str_equal(pages->destinations.at[i].name, name))
            return pages->destinations.at[i].page;
    return 0;
}

/* The contents' bands are found again by their place in the chapters. */
static void
number_page(struct flow *flow, struct painter *painter)
{
    find_tops(painter);
    for (size_t i = painter->first; i < painter->end; i++) {
        const struct band *band = &flow->bands.at[i];
        size_t number = band->contents;
        if (!number)
            continue;
        const struct contents_line *line = &flow->contents.at[number - 1];
        size_t page = page_of_anchor(flow->pages, line->section->anchor);
        struct contents_place place = {page_of(painter),
                                       painter->tops[i - painter->first] +
                                           shift_of(painter, band)};
        contents_number(flow, line, flow->pages->at.at[page].label, &place);
    }
}

static void
number_contents(struct flow *flow, const chapter_list *chapters)
{
    size_t number = 0;
    for (size_t c = 0; flow->contents.count && c < chapters->count; c++) {
        const struct chapter *chapter = &chapters->at[c];
        for (size_t p = 0; p < chapter->page_count; p++, number++)
            for (size_t r = 0; r < chapter->run_count; r++) {
                struct painter painter = painter_of(flow, chapter, r, p);
                painter.number = number;
                number_page(flow, &painter);
            }
    }
}

/* ---- figures ------------------------------------------------------------- */

static void
widen_box(struct tag *tag, size_t page, upt x, upt y, upt width, upt height)
{
    upt right = tag->box.x + tag->box.width;
    upt bottom = tag->box.y + tag->box.height;
    if (!tag->box.height) {
        tag->box.x = right = x;
        tag->box.y = bottom = y;
        tag->box.page = page;
    }
    if (tag->box.page != page)
        return;
    right = x + width > right ? x + width : right;
    bottom = y + height > bottom ? y + height : bottom;
    tag->box.x = x < tag->box.x ? x : tag->box.x;
    tag->box.y = y < tag->box.y ? y : tag->box.y;
    tag->box.width = right - tag->box.x;
    tag->box.height = bottom - tag->box.y;
}

static void
add_to_figure(const struct mark *mark, size_t page)
{
    if (mark->kind == MARK_IMAGE)
        widen_box(mark->tag, page, mark->image.x, mark->image.y,
                  mark->image.width, mark->image.height);
    if (mark->kind == MARK_GLYPHS)
        widen_box(mark->tag, page, mark->glyphs.x,
                  mark->glyphs.y - mark->glyphs.run->size,
                  mark->glyphs.run->width,
                  upt_scale(mark->glyphs.run->size, 130, 100));
    if (mark->kind != MARK_PATH)
        return;
    for (size_t i = 0; i + 1 < mark->path.point_count; i += 2)
        widen_box(mark->tag, page, mark->path.points[i],
                  mark->path.points[i + 1], 1, 1);
}

static void
box_figures(struct flow *flow)
{
    for (size_t p = 0; p < flow->pages->at.count; p++) {
        const struct page *page = &flow->pages->at.at[p];
        for (size_t i = 0; i < page->marks.count; i++) {
            const struct mark *mark = &page->marks.at[i];
            if (mark->tag && mark->tag->kind == TAG_FIGURE)
                add_to_figure(mark, p);
        }
    }
}

void
pages_paint(struct flow *flow, const chapter_list *chapters)
{
    size_t next_frames[MOST_STREAMS] = {0};
    for (size_t i = 0; i < chapters->count; i++)
        paint_chapter(flow, &chapters->at[i], next_frames);
    number_contents(flow, chapters);
    for (size_t i = 0; i < flow->pages->at.count; i++)
        rows_order(flow->arena, &flow->pages->at.at[i]);
    margins_paint(flow);
    box_figures(flow);
}
