#include "flow.h"

#include "base/bug.h"
#include "text.h"

/* ---- what comes next ----------------------------------------------------- */

void
flow_space(struct flow *flow, upt gap)
{
    if (gap > flow->next_gap && !flow->fresh)
        flow->next_gap = gap;
}

void
flow_more_space(struct flow *flow, upt gap)
{
    flow->next_gap += gap;
}

void
flow_title_space(struct flow *flow, upt gap)
{
    flow->next_gap = gap;
    flow->fresh = true;
    flow_keep(flow, BREAK_FORBIDDEN);
}

void
flow_title_end(struct flow *flow)
{
    if (!flow->fresh)
        return;
    flow->fresh = false;
    flow->next_gap = 0;
    flow->next_cost = BREAK_FREE;
}

void
flow_keep(struct flow *flow, int64_t cost)
{
    if (cost > flow->next_cost)
        flow->next_cost = cost;
}

void
flow_new_page(struct flow *flow)
{
    flow->next_new_page = flow->bands.count > 0;
}

void
flow_anchor(struct flow *flow, struct str name)
{
    if (name.len)
        *list_add(flow->arena, &flow->next_anchors) = name;
}

/* ---- bands --------------------------------------------------------------- */

static void
take_anchors(struct flow *flow, struct band *band)
{
    band->first_anchor = flow->anchors.count;
    band->anchor_count = flow->next_anchors.count;
    for (size_t i = 0; i < flow->next_anchors.count; i++)
        list_add(flow->arena, &flow->anchors)->name = flow->next_anchors.at[i];
    flow->next_anchors.count = 0;
}

/* The title of a section, in the column beside its text. */
static void
place_side_title(struct flow *flow)
{
    const struct set_text *title = flow->side_title;
    if (!title)
        return;
    flow->side_title = NULL;
    size_t first = flow->marks.count;
    text_place_all(flow, title, flow->side_x, 0);
    flow->first_side_mark = first;
    flow->side_marks = flow->marks.count - first;
    if (flow->side_marks)
        flow->side_baseline = flow->marks.at[first].glyphs.y;
}

/* Title and text beside each other stand on one line; a large title must not
   rise out of its band. */
void
flow_align_side_title(struct flow *flow, upt baseline)
{
    upt shift = baseline - flow->side_baseline;
    if (flow->side_marks &&
        shift > -upt_scale(flow->look->text[STYLE_SECTION].size, 25, 100))
        for (size_t i = 0; i < flow->side_marks; i++)
            flow->marks.at[flow->first_side_mark + i].glyphs.y += shift;
    flow->side_marks = 0;
}

struct band *
flow_band(struct flow *flow, upt height)
{
    struct band *band = list_add(flow->arena, &flow->bands);
    band->gap = flow->next_gap;
    band->height = height;
    band->cost = flow->next_cost + flow->inside;
    band->new_page = flow->next_new_page;
    band->head = flow->head;
    band->first_mark = flow->marks.count;
    band->first_link = flow->links.count;
    take_anchors(flow, band);
    flow->next_gap = 0;
    flow->next_cost = BREAK_FREE;
    flow->next_new_page = false;
    flow->fresh = false;
    flow->ruled = false;
    flow->side_marks = 0;
    place_side_title(flow);
    return band;
}

void
flow_blank(struct flow *flow, upt height)
{
    if (height > 0)
        flow_band(flow, height);
}

void
flow_clear(struct flow *flow, size_t first, upt height)
{
    for (size_t i = first; i < flow->bands.count && height > 0; i++) {
        struct band *band = &flow->bands.at[i];
        if (i > first && band->cost < BREAK_FORBIDDEN)
            band->cost = BREAK_FORBIDDEN;
        height -= band->height + (i > first ? band->gap : 0);
    }
    if (height <= 0)
        return;
    flow_keep(flow, BREAK_FORBIDDEN);
    flow_blank(flow, height);
}

static struct band *
last_band(struct flow *flow)
{
    ENSURE(flow->bands.count > 0);
    return &flow->bands.at[flow->bands.count - 1];
}

struct mark *
flow_mark(struct flow *flow)
{
    last_band(flow)->mark_count++;
    return list_add(flow->arena, &flow->marks);
}

void
flow_link(struct flow *flow, struct page_link link)
{
    last_band(flow)->link_count++;
    *list_add(flow->arena, &flow->links) = link;
}

upt
flow_left(const struct flow *flow, upt x, upt width)
{
    return flow->right_to_left ? flow->look->page_width - x - width : x;
}

/* ---- shapes -------------------------------------------------------------- */

struct path
path_rect(struct arena *arena, upt x, upt y, upt width, upt height)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                    PATH_CLOSE};
    upt *points = ARENA_ARRAY(arena, 8, upt);
    points[0] = points[6] = x;
    points[2] = points[4] = x + width;
    points[1] = points[3] = y;
    points[5] = points[7] = y + height;
    return (struct path){.verbs = verbs,
                         .verb_count = sizeof verbs,
                         .points = points,
                         .point_count = 8};
}

struct path
path_moved(struct arena *arena, const struct path *path, upt y)
{
    struct path moved = *path;
    upt *points = ARENA_ARRAY(arena, path->point_count, upt);
    for (size_t i = 0; i < path->point_count; i++)
        points[i] = path->points[i] + (i % 2 ? y : 0);
    moved.points = points;
    return moved;
}

void
flow_rect(struct flow *flow, struct tag *tag, upt x, upt y, upt width,
          upt height, rgb color)
{
    struct mark *mark = flow_mark(flow);
    mark->kind = MARK_PATH;
    mark->tag = tag;
    mark->path =
        path_rect(flow->arena, flow_left(flow, x, width), y, width, height);
    mark->path.fill = true;
    mark->path.fill_color = color;
}

void
flow_dashes(struct flow *flow, struct tag *tag, upt x, upt y, upt height,
            rgb color)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE};
    upt *points = ARENA_ARRAY(flow->arena, 4, upt);
    struct mark *mark = flow_mark(flow);
    points[0] = points[2] = flow_left(flow, x, 0);
    points[1] = y;
    points[3] = y + height;
    mark->kind = MARK_PATH;
    mark->tag = tag;
    mark->path = (struct path){.verbs = verbs,
                               .verb_count = sizeof verbs,
                               .points = points,
                               .point_count = 4,
                               .stroke = true,
                               .stroke_color = color,
                               .stroke_width = PT(0.75),
                               .dash = PT(1.6)};
}

void
flow_outline(struct flow *flow, struct tag *tag, upt x, upt y, upt width,
             upt height, upt line, rgb color)
{
    struct mark *mark = flow_mark(flow);
    upt left = flow_left(flow, x, width);
    mark->kind = MARK_PATH;
    mark->tag = tag;
    mark->path = path_rect(flow->arena, left + line / 2, y + line / 2,
                           width - line, height - line);
    mark->path.stroke = true;
    mark->path.stroke_color = color;
    mark->path.stroke_width = line;
}

/* ---- tags ---------------------------------------------------------------- */

struct tag *
flow_tag(struct flow *flow, enum tag_kind kind, struct tag *parent)
{
    struct tag *tag = ARENA_NEW(flow->arena, struct tag);
    tag->kind = kind;
    tag->parent = parent;
    tag->number = flow->pages->tag_count++;
    if (parent)
        *list_add(flow->arena, &parent->children) = tag;
    return tag;
}
