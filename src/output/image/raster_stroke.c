/*
 * Strokes: a box for each line, and what is missing at the corners. All boxes
 * turn the same way, so that they add up where they lie on one another.
 */
#include "raster.h"

/* Corners go as far as in PDF: ten times the width (ISO 32000-1, 8.4.3.5). */
#define MITER_LIMIT 10
/* A hair is still seen: half of its width, in 1/256 of a dot. */
#define LEAST_HALF 16

static int64_t
root_of(int64_t value)
{
    int64_t root = 0;
    for (int64_t bit = INT64_C(1) << 30; bit; bit >>= 1)
        if ((root + bit) * (root + bit) <= value)
            root += bit;
    return root;
}

/* The lines of one outline after the other, without those of no length. */
struct stroke {
    struct raster *raster;
    int64_t half; /* of the width */
    bool is_round;
};

static void
add_polygon(const struct stroke *stroke, struct raster_point *points,
            size_t count)
{
    int64_t twice_area = 0;
    for (size_t i = 0; i < count; i++) {
        const struct raster_point a = points[i], b = points[(i + 1) % count];
        twice_area += (a.x - points[0].x) * (b.y - points[0].y) -
                      (b.x - points[0].x) * (a.y - points[0].y);
    }
    for (size_t i = 0; twice_area < 0 && i < count / 2; i++) {
        struct raster_point other = points[i];
        points[i] = points[count - 1 - i];
        points[count - 1 - i] = other;
    }
    raster_polygon(stroke->raster, points, count);
}

/* Of a circle, times 256. */
static void
add_disc(const struct stroke *stroke, struct raster_point center)
{
    static const int turns[16][2] = {
        {256, 0},  {237, 98},   {181, 181},   {98, 237},
        {0, 256},  {-98, 237},  {-181, 181},  {-237, 98},
        {-256, 0}, {-237, -98}, {-181, -181}, {-98, -237},
        {0, -256}, {98, -237},  {181, -181},  {237, -98}};
    struct raster_point points[16];
    for (size_t i = 0; i < 16; i++)
        points[i] =
            (struct raster_point){center.x + stroke->half * turns[i][0] / 256,
                                  center.y + stroke->half * turns[i][1] / 256};
    add_polygon(stroke, points, 16);
}

static bool
is_same(struct raster_point a, struct raster_point b)
{
    return a.x == b.x && a.y == b.y;
}

/* From the line to its left edge: half of the width long. */
static struct raster_point
aside(const struct stroke *stroke, struct raster_point a, struct raster_point b)
{
    int64_t dx = b.x - a.x, dy = b.y - a.y;
    int64_t length = root_of(dx * dx + dy * dy);
    return (struct raster_point){dy * stroke->half / length,
                                 -dx * stroke->half / length};
}

static void
add_bar(const struct stroke *stroke, struct raster_point a,
        struct raster_point b)
{
    if (is_same(a, b))
        return;
    struct raster_point n = aside(stroke, a, b);
    struct raster_point points[] = {{a.x + n.x, a.y + n.y},
                                    {b.x + n.x, b.y + n.y},
                                    {b.x - n.x, b.y - n.y},
                                    {a.x - n.x, a.y - n.y}};
    add_polygon(stroke, points, 4);
    if (stroke->is_round) {
        add_disc(stroke, a);
        add_disc(stroke, b);
    }
}

/* The outer side of the corner at `b`: up to its tip, or cut off where that
   would be too far away. Round corners are discs already. */
static void
add_corner(const struct stroke *stroke, struct raster_point a,
           struct raster_point b, struct raster_point c)
{
    if (stroke->is_round)
        return;
    struct raster_point n = aside(stroke, a, b), m = aside(stroke, b, c);
    int64_t cross = n.x * m.y - n.y * m.x, dot = n.x * m.x + n.y * m.y;
    int64_t square = stroke->half * stroke->half, sum = square + dot;
    int64_t side = cross > 0 ? 1 : -1;
    if (cross == 0)
        return;
    struct raster_point points[4] = {
        b,
        {b.x + side * n.x, b.y + side * n.y},
        {b.x + side * m.x, b.y + side * m.y},
        {b.x + side * m.x, b.y + side * m.y},
    };
    if (sum * MITER_LIMIT * MITER_LIMIT >= 2 * square && sum > 0)
        points[2] =
            (struct raster_point){b.x + side * (n.x + m.x) * square / sum,
                                  b.y + side * (n.y + m.y) * square / sum};
    add_polygon(stroke, points, 4);
}

/* Without points that stand where the one before stands. */
static size_t
drop_repeated(struct raster_point *points, size_t count, bool is_closed)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !is_same(points[kept - 1], points[i]))
            points[kept++] = points[i];
    while (is_closed && kept > 1 && is_same(points[kept - 1], points[0]))
        kept--;
    return kept;
}

static void
add_solid(const struct stroke *stroke, const struct raster_point *points,
          size_t count, bool is_closed)
{
    size_t lines = is_closed ? count : count - 1;
    for (size_t i = 0; i < lines; i++) {
        add_bar(stroke, points[i], points[(i + 1) % count]);
        if (is_closed || i + 1 < lines)
            add_corner(stroke, points[i], points[(i + 1) % count],
                       points[(i + 2) % count]);
    }
}

/* How long on and off are, in the units of points. */
struct dashes {
    int64_t on, off;
};

/* On and off in turn, going on from one line to the next. */
static void
add_dashes(const struct stroke *stroke, struct raster_point a,
           struct raster_point b, const struct dashes *dashes, int64_t *done)
{
    int64_t dx = b.x - a.x, dy = b.y - a.y;
    int64_t length = root_of(dx * dx + dy * dy), at = 0;
    while (at < length) {
        int64_t along = *done % (dashes->on + dashes->off);
        bool is_on = along < dashes->on;
        int64_t left =
            is_on ? dashes->on - along : dashes->on + dashes->off - along;
        int64_t to = at + left < length ? at + left : length;
        if (is_on)
            add_bar(stroke,
                    (struct raster_point){a.x + dx * at / length,
                                          a.y + dy * at / length},
                    (struct raster_point){a.x + dx * to / length,
                                          a.y + dy * to / length});
        *done += to - at;
        at = to;
    }
}

static void
add_outline(const struct stroke *stroke, struct raster_point *points,
            size_t count, bool is_closed, const struct dashes *dashes)
{
    int64_t done = 0;
    count = drop_repeated(points, count, is_closed);
    if (count < 2)
        return;
    if (dashes->on <= 0) {
        add_solid(stroke, points, count, is_closed);
        return;
    }
    for (size_t i = 0; i < (is_closed ? count : count - 1); i++)
        add_dashes(stroke, points[i], points[(i + 1) % count], dashes, &done);
}

/* The shape becomes that of its stroke. */
void
raster_stroke(struct raster *raster, rgb color, const struct raster_pen *pen)
{
    struct stroke stroke = {.raster = raster,
                            .half = raster_length(raster, pen->width) / 2,
                            .is_round = pen->is_round};
    size_t point_count = raster->points.count;
    size_t outline_count = raster->outlines.count;
    struct raster_point *points =
        ARENA_ARRAY(raster->arena, point_count, struct raster_point);
    struct raster_outline *outlines =
        ARENA_ARRAY(raster->arena, outline_count, struct raster_outline);
    if (outline_count == 0)
        return;
    memcpy(points, raster->points.at, point_count * sizeof *points);
    memcpy(outlines, raster->outlines.at, outline_count * sizeof *outlines);
    raster->points.count = raster->outlines.count = 0;
    stroke.half = stroke.half < LEAST_HALF ? LEAST_HALF : stroke.half;
    const struct dashes dashes = {
        .on = raster_length(raster, pen->dash),
        .off = raster_length(raster, pen->gap > 0 ? pen->gap : pen->dash),
    };
    for (size_t i = 0; i < outline_count; i++)
        add_outline(&stroke, points + outlines[i].first, outlines[i].count,
                    outlines[i].is_closed, &dashes);
    raster_fill(raster, color, false);
}
