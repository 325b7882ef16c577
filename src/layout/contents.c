/* The table of contents: set with room for the page numbers, which are put
   in when the pages are known. */
#include "contents.h"

#define DEEPEST_LEVEL 3

static upt
number_width(const struct flow *flow)
{
    return flow->look->text[STYLE_CONTENTS].size * 2;
}

/* What is needed later to put the page number in. */
static void
remember_line(struct flow *flow, const struct block *section,
              const struct set_text *title, struct tag *reference)
{
    if (!title->lines.line_count)
        return;
    *list_add(flow->arena, &flow->contents) = (struct contents_line){
        .section = section,
        .title_end = flow->column.x + text_end_of_last(flow, title),
        .x = flow->column.x,
        .width = flow->column.width,
        .baseline = style_baseline(title->style),
        .tag =
            reference->children.count ? reference->children.at[0] : reference,
    };
    flow->bands.at[flow->bands.count - 1].contents = flow->contents.count;
}

static void
set_contents_line(struct flow *flow, const struct block *section,
                  struct tag *toc)
{
    struct tag *reference =
        flow_tag(flow, TAG_REFERENCE, flow_tag(flow, TAG_TOC_ITEM, toc));
    struct inline_run run = {.text = text_plain(flow->arena, &section->title),
                             .target = section->anchor};
    struct inline_text title = {.runs = {&run, 1, 1}};
    upt depth = section->level > 1 ? section->level - 1 : 0;
    struct column_box outer =
        column_indent(flow, flow->look->font_size * 3 / 2 * depth);
    flow_keep(flow, COST_ITEM);
    flow_space(flow, flow->look->font_size / 5);
    struct set_text text =
        text_set(flow, &title, STYLE_CONTENTS, reference,
                 flow->column.width - number_width(flow), ALIGN_START);
    text_flow(flow, &text, flow->column.x);
    remember_line(flow, section, &text, reference);
    flow->column = outer;
}

static void
list_sections(struct flow *flow, struct block *const *blocks, size_t count,
              struct tag *toc)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *block = blocks[i];
        if (block->kind != BLOCK_SECTION || block->level > DEEPEST_LEVEL)
            continue;
        if (block->in_contents && block->anchor.len &&
            !text_is_empty(&block->title))
            set_contents_line(flow, block, toc);
        list_sections(flow, BLOCK_CHILDREN(block), toc);
    }
}

void
contents_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    flow_space(flow, look->space.section);
    if (!text_is_empty(&block->title)) {
        struct set_text title = text_set(flow, &block->title, STYLE_SECTION,
                                         flow_tag(flow, TAG_H2, flow->tag),
                                         flow->column.width, ALIGN_START);
        text_flow_title(flow, &title, flow->column.x);
        flow_title_space(flow, look->space.section_title);
    }
    list_sections(flow, flow->document->blocks.at, flow->document->blocks.count,
                  flow_tag(flow, TAG_TOC, flow->tag));
}

/* ---- the numbers --------------------------------------------------------- */

/* A line between two points of the page. */
static struct path
dotted(struct arena *arena, upt from, upt to, upt y)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE};
    upt *points = ARENA_ARRAY(arena, 4, upt);
    points[0] = from;
    points[2] = to;
    points[1] = points[3] = y;
    return (struct path){.verbs = verbs,
                         .verb_count = sizeof verbs,
                         .points = points,
                         .point_count = 4,
                         .stroke = true};
}

/* Files have no more places of a length: rounded further, dots would drift. */
static upt
whole_milli(upt length)
{
    return length / (UPT_PER_PT / 1000) * (UPT_PER_PT / 1000);
}

/* Dots at places that are the same on every line. */
static void
draw_leaders(struct flow *flow, const struct contents_line *line, upt end,
             const struct contents_place *place)
{
    upt size = flow->look->text[STYLE_CONTENTS].size;
    upt dot = whole_milli(size / 14), step = whole_milli(size / 2);
    upt from = line->title_end + size / 2, right = end - size / 2;
    upt edge = line->x + line->width - number_width(flow);
    upt first = edge - (edge - from) / step * step;
    if (first + dot > right)
        return;
    upt width = (right - dot - first) / step * step + dot;
    upt left = flow_left(flow, first, width);
    struct mark *mark = list_add(flow->arena, &place->page->marks);
    mark->kind = MARK_PATH;
    mark->path = dotted(flow->arena, left, left + width,
                        place->y + line->baseline - dot / 2);
    mark->path.stroke_color = flow->look->color.muted;
    mark->path.stroke_width = mark->path.dash = dot;
    mark->path.gap = step - dot;
}

void
contents_number(struct flow *flow, const struct contents_line *line,
                struct str number, const struct contents_place *place)
{
    struct set_text text = text_set_plain(flow, number, STYLE_CONTENTS,
                                          line->tag, line->width, ALIGN_END);
    if (!text.lines.line_count)
        return;
    if (flow->look->contents.leaders)
        draw_leaders(flow, line, line->x + line->width - text.lines.widest,
                     place);
    const struct line *set = &text.lines.lines[0];
    upt left = flow_left(flow, line->x, line->width);
    for (size_t i = 0; i < set->run_count; i++) {
        struct mark *mark = list_add(flow->arena, &place->page->marks);
        mark->kind = MARK_GLYPHS;
        mark->tag = line->tag;
        mark->glyphs.run = &set->runs[i];
        mark->glyphs.x = left + set->runs[i].x;
        mark->glyphs.y = place->y + line->baseline;
    }
}
