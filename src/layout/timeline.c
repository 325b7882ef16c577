#include "timeline.h"

#include "options.h"

/* In "em" times 1000. */
#define GUTTER 1900
#define NODE_RADIUS 270
#define INNER_RADIUS 210
#define HALO 130

static upt
em_part(const struct flow *flow, int64_t thousandths)
{
    return upt_scale(flow->look->font_size, thousandths, 1000);
}

upt
timeline_gutter(const struct flow *flow)
{
    return flow->has_timeline ? em_part(flow, GUTTER) : 0;
}

/* ---- setting ------------------------------------------------------------- */

void
timeline_begin(struct flow *flow, const struct block *section)
{
    if (section->level > 1)
        return;
    flow->has_timeline =
        option_list_has(flow->look->entry.timeline, section->section);
    flow->first_node = flow->nodes.count;
}

/* The line goes from the first node to the end of the last entry. */
void
timeline_end(struct flow *flow, const struct block *section)
{
    if (section->level > 1)
        return;
    bool has_nodes = flow->nodes.count > flow->first_node;
    if (flow->has_timeline && has_nodes) {
        const struct timeline_node *first = &flow->nodes.at[flow->first_node];
        *list_add(flow->arena, &flow->timelines) =
            (struct timeline){first->band, flow->bands.count, first->x};
    }
    flow->has_timeline = false;
}

void
timeline_add_node(struct flow *flow, upt leading)
{
    if (!flow->has_timeline)
        return;
    *list_add(flow->arena, &flow->nodes) = (struct timeline_node){
        .band = flow->bands.count,
        .x = flow->timeline_x,
        .y = leading / 2,
        .ground = flow->ground,
        .is_inner = flow->entry_depth > 0,
    };
}

/* ---- painting ------------------------------------------------------------ */

/* Four curves; the control points of a quarter are at 0.5523 of the radius. */
static struct path
path_circle(struct arena *arena, upt x, upt y, upt radius)
{
    static const uint8_t verbs[] = {PATH_MOVE,  PATH_CURVE, PATH_CURVE,
                                    PATH_CURVE, PATH_CURVE, PATH_CLOSE};
    /* 1 is the radius, 2 the distance of a control point. */
    static const int places[26] = {1, 0,  1, 2,  2, 1,  0,  1,  -2,
                                   1, -1, 2, -1, 0, -1, -2, -2, -1,
                                   0, -1, 2, -1, 1, -2, 1,  0};
    upt *points = ARENA_ARRAY(arena, 26, upt);
    for (size_t i = 0; i < 26; i++) {
        int at = places[i];
        upt offset = at == 2    ? upt_scale(radius, 5523, 10000)
                     : at == -2 ? -upt_scale(radius, 5523, 10000)
                                : at * radius;
        points[i] = (i % 2 ? y : x) + offset;
    }
    return (struct path){.verbs = verbs,
                         .verb_count = sizeof verbs,
                         .points = points,
                         .point_count = 26,
                         .fill = true};
}

static void
paint_path(const struct flow *flow, const struct timeline_part *part,
           struct path path, rgb color)
{
    struct mark *mark = list_add(flow->arena, &part->page->marks);
    mark->kind = MARK_PATH;
    mark->path = path;
    mark->path.fill_color = color;
    mark->path.fill = true;
}

static upt
bottom_of(const struct flow *flow, const struct timeline_part *part,
          size_t band)
{
    return part->tops[band - part->first] +
           band_height(&flow->bands.at[band], part->chapter);
}

static size_t
later(size_t a, size_t b)
{
    return a > b ? a : b;
}

static void
paint_line(const struct flow *flow, const struct timeline_part *part,
           const struct timeline *line)
{
    size_t end = line->end < part->end ? line->end : part->end;
    size_t first = later(line->first, part->first);
    upt width = flow->look->entry.timeline_width;
    if (first >= end || !width)
        return;
    upt top = part->tops[first - part->first];
    if (first == line->first)
        top += em_part(flow, 500);
    upt bottom = bottom_of(flow, part, end - 1);
    struct path path =
        path_rect(flow->arena, flow_left(flow, line->x, 0) - width / 2, top,
                  width, bottom - top);
    paint_path(flow, part, path, flow->look->color.rule);
}

static void
paint_node(const struct flow *flow, const struct timeline_part *part,
           const struct timeline_node *node)
{
    const struct band *band = &flow->bands.at[node->band];
    upt stretch = band_height(band, part->chapter) - band->height;
    upt x = flow_left(flow, node->x, 0);
    upt y = part->tops[node->band - part->first] + node->y + stretch / 2;
    upt radius = em_part(flow, node->is_inner ? INNER_RADIUS : NODE_RADIUS);
    struct arena *arena = flow->arena;
    paint_path(flow, part,
               path_circle(arena, x, y, radius + em_part(flow, HALO)),
               node->ground);
    paint_path(flow, part, path_circle(arena, x, y, radius),
               flow->look->entry.timeline_color);
    if (node->is_inner)
        paint_path(flow, part, path_circle(arena, x, y, radius * 11 / 20),
                   node->ground);
}

/* Nodes are in the order of their bands: the first that may stand here. */
static size_t
first_node(const struct flow *flow, size_t band)
{
    size_t low = 0, high = flow->nodes.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (flow->nodes.at[middle].band < band)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
timeline_paint(const struct flow *flow, const struct timeline_part *part)
{
    for (size_t i = 0; i < flow->timelines.count; i++)
        paint_line(flow, part, &flow->timelines.at[i]);
    if (!flow->timelines.count)
        return;
    for (size_t i = first_node(flow, part->first);
         i < flow->nodes.count && flow->nodes.at[i].band < part->end; i++)
        paint_node(flow, part, &flow->nodes.at[i]);
}
