#include "raster.h"

#define SUB 256 /* parts of a dot */
#define CURVE_STEPS 16
/* Beyond this nothing is drawn: keeps sums within their types. */
#define MOST_SUB (INT64_C(1) << 24)

struct raster *
raster_new(struct arena *arena, size_t width, size_t height, unsigned dots)
{
    struct raster *raster = ARENA_NEW(arena, struct raster);
    raster->arena = arena;
    raster->dots = dots;
    raster->width = width;
    raster->height = height;
    raster->samples = arena_bytes(arena, height * width * 3);
    raster->begin = ARENA_ARRAY(arena, height, size_t);
    raster->cover = ARENA_ARRAY(arena, width + 2, int32_t);
    raster->area = ARENA_ARRAY(arena, width + 2, int32_t);
    memset(raster->samples, 0xFF, height * width * 3);
    return raster;
}

struct image
raster_image(const struct raster *raster)
{
    return (struct image){
        .kind = IMAGE_RGB,
        .width = (uint32_t)raster->width,
        .height = (uint32_t)raster->height,
        .bytes = {(const char *)raster->samples,
                  raster->width * raster->height * 3},
    };
}

/* ---- shapes -------------------------------------------------------------- */

int64_t
raster_length(const struct raster *raster, upt length)
{
    int64_t sub =
        upt_scale(length, (int64_t)raster->dots * SUB, 72 * UPT_PER_PT);
    return sub > MOST_SUB ? MOST_SUB : sub < -MOST_SUB ? -MOST_SUB : sub;
}

static void
begin_outline(struct raster *raster)
{
    list_add(raster->arena, &raster->outlines)->first = raster->points.count;
}

static void
add_point(struct raster *raster, struct raster_point point)
{
    *list_add(raster->arena, &raster->points) = point;
    raster->outlines.at[raster->outlines.count - 1].count++;
}

/* One coordinate at step `i` of a cubic Bezier curve. */
static int64_t
on_curve(const int64_t *p, int64_t i)
{
    const int64_t n = CURVE_STEPS, k = n - i;
    return (k * k * k * p[0] + 3 * k * k * i * p[1] + 3 * k * i * i * p[2] +
            i * i * i * p[3]) /
           (n * n * n);
}

static void
add_curve(struct raster *raster, const struct raster_point *control)
{
    struct raster_point from = raster->points.at[raster->points.count - 1];
    const int64_t x[] = {from.x, control[0].x, control[1].x, control[2].x};
    const int64_t y[] = {from.y, control[0].y, control[1].y, control[2].y};
    for (int64_t i = 1; i <= CURVE_STEPS; i++)
        add_point(raster,
                  (struct raster_point){on_curve(x, i), on_curve(y, i)});
}

/* A shape that does not begin with a move begins with it all the same. */
void
raster_verb(struct raster *raster, unsigned verb, const upt *points)
{
    struct raster_point at[3] = {{0, 0}};
    size_t count = verb == PATH_CURVE ? 3 : verb == PATH_CLOSE ? 0 : 1;
    for (size_t i = 0; i < count; i++)
        at[i] = (struct raster_point){raster_length(raster, points[2 * i]),
                                      raster_length(raster, points[2 * i + 1])};
    bool is_new = raster->outlines.count == 0;
    if (verb == PATH_MOVE || (is_new && verb != PATH_CLOSE))
        begin_outline(raster);
    if (verb == PATH_CLOSE && !is_new)
        raster->outlines.at[raster->outlines.count - 1].is_closed = true;
    else if (verb == PATH_CURVE && !is_new)
        add_curve(raster, at);
    else if (verb != PATH_CLOSE)
        add_point(raster, at[0]);
}

void
raster_path(struct raster *raster, const struct path *path)
{
    static const size_t numbers[] = {
        [PATH_MOVE] = 2, [PATH_LINE] = 2, [PATH_CURVE] = 6, [PATH_CLOSE] = 0};
    const upt *point = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        raster_verb(raster, path->verbs[i], point);
        point += numbers[path->verbs[i]];
    }
}

void
raster_polygon(struct raster *raster, const struct raster_point *points,
               size_t count)
{
    begin_outline(raster);
    for (size_t i = 0; i < count; i++)
        add_point(raster, points[i]);
}

static void
forget(struct raster *raster)
{
    raster->points.count = 0;
    raster->outlines.count = 0;
    raster->edges.count = 0;
    raster->active.count = 0;
}

/* ---- coverage ------------------------------------------------------------ */

/* A line within one row, y from 0 to SUB; x may be anywhere. What lies left of
   the page counts for all of it, what lies right of it for nothing. */
static void
add_in_row(struct raster *raster, struct raster_point a, struct raster_point b)
{
    int64_t step = b.x > a.x ? 1 : -1;
    struct raster_point from = a;
    while (from.y != b.y || from.x != b.x) {
        int64_t dot = (from.x - (step < 0 && from.x % SUB == 0)) / SUB;
        int64_t border = step > 0 ? (dot + 1) * SUB : dot * SUB;
        struct raster_point to = b;
        if (a.x != b.x && (step > 0 ? b.x > border : b.x < border)) {
            to.x = border;
            to.y = a.y + (b.y - a.y) * (border - a.x) / (b.x - a.x);
        }
        if (dot >= 0 && dot < (int64_t)raster->width) {
            int32_t height = (int32_t)(to.y - from.y);
            raster->cover[dot] += height;
            raster->area[dot] +=
                height * (int32_t)(from.x + to.x - 2 * dot * SUB);
        }
        from = to;
    }
}

/* Left of the page a line counts as if it stood on its edge. */
static void
clip_in_row(struct raster *raster, struct raster_point a, struct raster_point b)
{
    int64_t edge = (int64_t)raster->width * SUB;
    if (a.x >= edge && b.x >= edge)
        return;
    if (a.x < 0)
        a.x = 0;
    if (b.x < 0)
        b.x = 0;
    if (a.x > edge)
        a.x = edge;
    if (b.x > edge)
        b.x = edge;
    add_in_row(raster, a, b);
}

static void
add_line(struct raster *raster, struct raster_point a, struct raster_point b,
         int64_t row)
{
    int64_t top = row * SUB, bottom = top + SUB;
    int64_t low = a.y < b.y ? a.y : b.y, high = a.y < b.y ? b.y : a.y;
    struct raster_point from = a, to = b;
    if (low >= bottom || high <= top || a.y == b.y)
        return;
    if (from.y < top || from.y > bottom) {
        from.y = from.y < top ? top : bottom;
        from.x = a.x + (b.x - a.x) * (from.y - a.y) / (b.y - a.y);
    }
    if (to.y < top || to.y > bottom) {
        to.y = to.y < top ? top : bottom;
        to.x = a.x + (b.x - a.x) * (to.y - a.y) / (b.y - a.y);
    }
    from.y -= top;
    to.y -= top;
    clip_in_row(raster, from, to);
}

static unsigned
opacity_of(int64_t twice_covered, bool even_odd)
{
    int64_t whole = 2 * SUB * SUB;
    int64_t part = twice_covered < 0 ? -twice_covered : twice_covered;
    if (even_odd) {
        part %= 2 * whole;
        part = part > whole ? 2 * whole - part : part;
    }
    part = part > whole ? whole : part;
    return (unsigned)(part * 255 / whole);
}

void
raster_blend(uint8_t *sample, const uint8_t *color, unsigned opacity)
{
    for (size_t i = 0; i < 3; i++)
        sample[i] =
            (uint8_t)((sample[i] * (255 - opacity) + color[i] * opacity + 127) /
                      255);
}

/* Dots that a shape may cover: rows and columns, the last ones with it. */
struct reach {
    int64_t first, last, left, right;
};

static void
paint_row(struct raster *raster, int64_t row, const struct reach *reach,
          bool even_odd, raster_paint paint, const void *context)
{
    int64_t cover = 0;
    for (int64_t x = reach->left; x <= reach->right; x++) {
        cover += raster->cover[x];
        unsigned opacity =
            opacity_of(cover * 2 * SUB - raster->area[x], even_odd);
        raster->cover[x] = raster->area[x] = 0;
        if (opacity)
            paint(raster, context, (size_t)x, (size_t)row, opacity);
    }
}

static int64_t
between(int64_t value, int64_t least, int64_t most)
{
    return value < least ? least : value > most ? most : value;
}

static int64_t
row_of(int64_t y)
{
    return y < 0 ? (y - SUB + 1) / SUB : y / SUB;
}

static struct reach
reach_of(const struct raster *raster)
{
    struct reach reach = {INT64_MAX, -1, INT64_MAX, -1};
    int64_t right = (int64_t)raster->width - 1;
    int64_t bottom = (int64_t)raster->height - 1;
    for (size_t i = 0; i < raster->points.count; i++) {
        int64_t row = row_of(raster->points.at[i].y);
        int64_t dot = row_of(raster->points.at[i].x);
        reach.first = row < reach.first ? row : reach.first;
        reach.last = row > reach.last ? row : reach.last;
        reach.left = dot < reach.left ? dot : reach.left;
        reach.right = dot > reach.right ? dot : reach.right;
    }
    reach.first = between(reach.first, 0, bottom + 1);
    reach.last = between(reach.last, -1, bottom);
    reach.left = between(reach.left - 1, 0, right + 1);
    reach.right = between(reach.right + 1, -1, right);
    return reach;
}

/* ---- lines of the rows --------------------------------------------------- */

static void
add_edge(struct raster *raster, const struct reach *reach,
         struct raster_point a, struct raster_point b)
{
    int64_t first = row_of(a.y < b.y ? a.y : b.y);
    int64_t last = row_of((a.y < b.y ? b.y : a.y) - 1);
    if (a.y == b.y || last < reach->first || first > reach->last)
        return;
    first = first < reach->first ? reach->first : first;
    *list_add(raster->arena, &raster->edges) = (struct raster_edge){
        .a = a, .b = b, .last = last, .next = raster->begin[first]};
    raster->begin[first] = raster->edges.count;
}

static void
add_edges(struct raster *raster, const struct reach *reach)
{
    for (size_t i = 0; i < raster->outlines.count; i++) {
        const struct raster_outline *outline = &raster->outlines.at[i];
        const struct raster_point *points = raster->points.at + outline->first;
        for (size_t k = 0; k < outline->count; k++)
            add_edge(raster, reach, points[k],
                     points[k + 1 < outline->count ? k + 1 : 0]);
    }
}

/* Sums do not depend on the order of the lines. */
static void
add_row(struct raster *raster, int64_t row)
{
    size_t next = raster->begin[row], kept = 0;
    raster->begin[row] = 0;
    for (; next; next = raster->edges.at[next - 1].next)
        *list_add(raster->arena, &raster->active) = next - 1;
    for (size_t i = 0; i < raster->active.count; i++) {
        size_t number = raster->active.at[i];
        const struct raster_edge *edge = &raster->edges.at[number];
        add_line(raster, edge->a, edge->b, row);
        if (edge->last > row)
            raster->active.at[kept++] = number;
    }
    raster->active.count = kept;
}

void
raster_paint_shape(struct raster *raster, bool even_odd, raster_paint paint,
                   const void *context)
{
    struct reach reach = reach_of(raster);
    if (reach.left <= reach.right && reach.first <= reach.last) {
        add_edges(raster, &reach);
        for (int64_t row = reach.first; row <= reach.last; row++) {
            add_row(raster, row);
            paint_row(raster, row, &reach, even_odd, paint, context);
        }
    }
    forget(raster);
}

static void
paint_color(struct raster *raster, const void *context, size_t x, size_t y,
            unsigned opacity)
{
    raster_blend(raster->samples + (y * raster->width + x) * 3, context,
                 opacity);
}

void
raster_fill(struct raster *raster, rgb color, bool even_odd)
{
    const uint8_t parts[3] = {(uint8_t)(color >> 16), (uint8_t)(color >> 8),
                              (uint8_t)color};
    raster_paint_shape(raster, even_odd, paint_color, parts);
}
