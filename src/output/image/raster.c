#include "raster.h"

#define SUB 256 /* parts of a dot */
#define CURVE_STEPS 16
/* Beyond this nothing is drawn: keeps sums within their types. */
#define MOST_SUB (INT64_C(1) << 24)

struct point {
    int64_t x, y;
};

struct outline {
    LIST(struct point) points;
    bool is_closed;
};

struct raster {
    struct arena *arena;
    struct arena *scratch; /* of the shape at hand */
    unsigned dots;
    size_t width, height;
    uint8_t *samples; /* red, green, blue */
    LIST(struct outline) shape;
    int32_t *cover, *area; /* of one row */
};

struct raster *
raster_new(struct arena *arena, size_t width, size_t height, unsigned dots)
{
    struct raster *raster = ARENA_NEW(arena, struct raster);
    raster->arena = arena;
    raster->dots = dots;
    raster->width = width;
    raster->height = height;
    raster->samples = arena_array(arena, height, width * 3);
    raster->cover = ARENA_ARRAY(arena, width + 2, int32_t);
    raster->area = ARENA_ARRAY(arena, width + 2, int32_t);
    memset(raster->samples, 0xFF, height * width * 3);
    raster->scratch = arena_new();
    return raster;
}

struct image
raster_image(const struct raster *raster)
{
    arena_free(raster->scratch);
    return (struct image){
        .kind = IMAGE_RGB,
        .width = (uint32_t)raster->width,
        .height = (uint32_t)raster->height,
        .bytes = {(const char *)raster->samples,
                  raster->width * raster->height * 3},
    };
}

/* ---- shapes -----------------------------------------------------------------
 */

static int64_t
sub_of(const struct raster *raster, upt length)
{
    int64_t sub =
        upt_scale(length, (int64_t)raster->dots * SUB, 72 * UPT_PER_PT);
    return sub > MOST_SUB ? MOST_SUB : sub < -MOST_SUB ? -MOST_SUB : sub;
}

static void
add_point(struct raster *raster, struct point point)
{
    if (!raster->shape.count)
        return;
    struct outline *outline = &raster->shape.at[raster->shape.count - 1];
    *list_add(raster->scratch, &outline->points) = point;
}

static void
add_curve(struct raster *raster, const struct point *control)
{
    const struct outline *outline = &raster->shape.at[raster->shape.count - 1];
    struct point from = outline->points.at[outline->points.count - 1];
    const int64_t n = CURVE_STEPS;
    for (int64_t i = 1; i <= n; i++) {
        int64_t k = n - i;
        int64_t a = k * k * k, b = 3 * k * k * i, c = 3 * k * i * i,
                d = i * i * i;
        add_point(raster, (struct point){(a * from.x + b * control[0].x +
                                          c * control[1].x + d * control[2].x) /
                                             (n * n * n),
                                         (a * from.y + b * control[0].y +
                                          c * control[1].y + d * control[2].y) /
                                             (n * n * n)});
    }
}

void
raster_verb(struct raster *raster, unsigned verb, const upt *points)
{
    struct point at[3] = {{0, 0}};
    size_t count = verb == PATH_CURVE ? 3 : verb == PATH_CLOSE ? 0 : 1;
    for (size_t i = 0; i < count; i++)
        at[i] = (struct point){sub_of(raster, points[2 * i]),
                               sub_of(raster, points[2 * i + 1])};
    if (verb == PATH_MOVE)
        (void)list_add(raster->scratch, &raster->shape);
    if (verb == PATH_CLOSE && raster->shape.count)
        raster->shape.at[raster->shape.count - 1].is_closed = true;
    else if (verb == PATH_CURVE && raster->shape.count)
        add_curve(raster, at);
    else if (verb != PATH_CLOSE)
        add_point(raster, at[0]);
}

void
raster_rectangle(struct raster *raster, upt x, upt y, upt width, upt height)
{
    const upt corners[] = {x,         y,          x + width, y,
                           x + width, y + height, x,         y + height};
    for (size_t i = 0; i < 4; i++)
        raster_verb(raster, i ? PATH_LINE : PATH_MOVE, corners + 2 * i);
    raster_verb(raster, PATH_CLOSE, NULL);
}

/* A quarter of a circle as a curve: control points at 0.5523 of the radius. */
void
raster_round_box(struct raster *raster, const struct raster_box *box,
                 upt radius)
{
    upt r = radius, k = upt_scale(radius, 4477, 10000);
    upt x = box->x, y = box->y, right = x + box->width,
        bottom = y + box->height;
    if (r <= 0) {
        raster_rectangle(raster, x, y, box->width, box->height);
        return;
    }
    const upt steps[] = {
        x + r,     y,      right - r,  y,      right - k,  y,      right,
        y + k,     right,  y + r,      right,  bottom - r, right,  bottom - k,
        right - k, bottom, right - r,  bottom, x + r,      bottom, x + k,
        bottom,    x,      bottom - k, x,      bottom - r, x,      y + r,
        x,         y + k,  x + k,      y,      x + r,      y};
    static const uint8_t verbs[] = {
        PATH_MOVE, PATH_LINE,  PATH_CURVE, PATH_LINE,  PATH_CURVE,
        PATH_LINE, PATH_CURVE, PATH_LINE,  PATH_CURVE, PATH_CLOSE};
    const upt *at = steps;
    for (size_t i = 0; i < sizeof verbs; i++) {
        raster_verb(raster, verbs[i], at);
        at += verbs[i] == PATH_CURVE ? 6 : verbs[i] == PATH_CLOSE ? 0 : 2;
    }
}

static void
forget(struct raster *raster)
{
    raster->shape.at = NULL;
    raster->shape.count = raster->shape.room = 0;
    arena_free(raster->scratch);
    raster->scratch = arena_new();
}

/* ---- coverage
 * ---------------------------------------------------------------- */

/* A line within one row, y from 0 to SUB; x may be anywhere. What lies left of
   the page counts for all of it, what lies right of it for nothing. */
static void
add_in_row(struct raster *raster, struct point a, struct point b)
{
    int64_t edge = (int64_t)raster->width * SUB;
    int64_t step = b.x > a.x ? 1 : -1;
    struct point from = a;
    while (from.y != b.y || from.x != b.x) {
        int64_t dot = (from.x - (step < 0 && from.x % SUB == 0)) / SUB;
        int64_t border = step > 0 ? (dot + 1) * SUB : dot * SUB;
        struct point to = b;
        if (a.x != b.x && (step > 0 ? b.x > border : b.x < border)) {
            to.x = border;
            to.y = a.y + (b.y - a.y) * (border - a.x) / (b.x - a.x);
        }
        if (from.x < edge && to.x < edge + SUB && dot >= 0 &&
            dot < (int64_t)raster->width) {
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
clip_in_row(struct raster *raster, struct point a, struct point b)
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
add_line(struct raster *raster, struct point a, struct point b, int64_t row)
{
    int64_t top = row * SUB, bottom = top + SUB;
    int64_t low = a.y < b.y ? a.y : b.y, high = a.y < b.y ? b.y : a.y;
    struct point from = a, to = b;
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

static void
blend(uint8_t *sample, const uint8_t *color, unsigned opacity)
{
    for (size_t i = 0; i < 3; i++)
        sample[i] =
            (uint8_t)((sample[i] * (255 - opacity) + color[i] * opacity + 127) /
                      255);
}

/* Gives each covered dot to `paint`. */
typedef void (*painter)(struct raster *raster, const void *context, size_t x,
                        size_t y, unsigned opacity);

/* Dots that a shape may cover: rows and columns, the last ones with it. */
struct reach {
    int64_t first, last, left, right;
};

static void
paint_row(struct raster *raster, int64_t row, const struct reach *reach,
          bool even_odd, painter paint, const void *context)
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

static struct reach
reach_of(const struct raster *raster)
{
    struct reach reach = {INT64_MAX, -1, INT64_MAX, -1};
    int64_t right = (int64_t)raster->width - 1;
    int64_t bottom = (int64_t)raster->height - 1;
    for (size_t i = 0; i < raster->shape.count; i++)
        for (size_t k = 0; k < raster->shape.at[i].points.count; k++) {
            struct point at = raster->shape.at[i].points.at[k];
            int64_t row = at.y / SUB, dot = at.x / SUB;
            reach.first = row < reach.first ? row : reach.first;
            reach.last = row > reach.last ? row : reach.last;
            reach.left = dot < reach.left ? dot : reach.left;
            reach.right = dot > reach.right ? dot : reach.right;
        }
    reach.first = between(reach.first - 1, 0, bottom + 1);
    reach.last = between(reach.last, -1, bottom);
    reach.left = between(reach.left - 1, 0, right + 1);
    reach.right = between(reach.right + 1, -1, right);
    return reach;
}

static void
paint_shape(struct raster *raster, bool even_odd, painter paint,
            const void *context)
{
    struct reach reach = reach_of(raster);
    bool is_seen = reach.left <= reach.right;
    for (int64_t row = reach.first; is_seen && row <= reach.last; row++) {
        for (size_t i = 0; i < raster->shape.count; i++) {
            const struct outline *outline = &raster->shape.at[i];
            size_t count = outline->points.count;
            for (size_t k = 0; k < count; k++)
                add_line(raster, outline->points.at[k],
                         outline->points.at[(k + 1) % count], row);
        }
        paint_row(raster, row, &reach, even_odd, paint, context);
    }
    forget(raster);
}

static void
paint_color(struct raster *raster, const void *context, size_t x, size_t y,
            unsigned opacity)
{
    blend(raster->samples + (y * raster->width + x) * 3, context, opacity);
}

void
raster_fill(struct raster *raster, rgb color, bool even_odd)
{
    const uint8_t parts[3] = {(uint8_t)(color >> 16), (uint8_t)(color >> 8),
                              (uint8_t)color};
    paint_shape(raster, even_odd, paint_color, parts);
}

/* ---- strokes
 * ------------------------------------------------------------------ */

static int64_t
root_of(int64_t value)
{
    int64_t root = 0;
    for (int64_t bit = INT64_C(1) << 30; bit; bit >>= 1)
        if ((root + bit) * (root + bit) <= value)
            root += bit;
    return root;
}

struct stroke {
    struct raster *raster;
    LIST(struct outline) shape;
    int64_t half; /* of the width */
    bool is_round;
};

static void
add_polygon(struct stroke *stroke, const struct point *points, size_t count)
{
    struct outline *outline = list_add(stroke->raster->scratch, &stroke->shape);
    outline->is_closed = true;
    for (size_t i = 0; i < count; i++)
        *list_add(stroke->raster->scratch, &outline->points) = points[i];
}

/* Of a circle, times 256. */
static void
add_disc(struct stroke *stroke, struct point center)
{
    static const int turns[16][2] = {
        {256, 0},  {237, 98},   {181, 181},   {98, 237},
        {0, 256},  {-98, 237},  {-181, 181},  {-237, 98},
        {-256, 0}, {-237, -98}, {-181, -181}, {-98, -237},
        {0, -256}, {98, -237},  {181, -181},  {237, -98}};
    struct point points[16];
    for (size_t i = 0; i < 16; i++)
        points[i] = (struct point){center.x + stroke->half * turns[i][0] / 256,
                                   center.y + stroke->half * turns[i][1] / 256};
    add_polygon(stroke, points, 16);
}

/* A line as a box; `before` and `behind`: it goes on by half its width there,
   as a corner does. */
static void
add_bar(struct stroke *stroke, struct point a, struct point b, bool before,
        bool behind)
{
    int64_t dx = b.x - a.x, dy = b.y - a.y;
    int64_t length = root_of(dx * dx + dy * dy);
    if (!length)
        return;
    int64_t ux = dx * stroke->half / length, uy = dy * stroke->half / length;
    if (before)
        a = (struct point){a.x - ux, a.y - uy};
    if (behind)
        b = (struct point){b.x + ux, b.y + uy};
    const struct point points[] = {{a.x + uy, a.y - ux},
                                   {b.x + uy, b.y - ux},
                                   {b.x - uy, b.y + ux},
                                   {a.x - uy, a.y + ux}};
    add_polygon(stroke, points, 4);
}

static void
add_segment(struct stroke *stroke, struct point a, struct point b, bool joins)
{
    bool is_corner = joins && !stroke->is_round;
    add_bar(stroke, a, b, is_corner, is_corner);
    if (stroke->is_round) {
        add_disc(stroke, a);
        add_disc(stroke, b);
    }
}

/* On and off in turn, going on from one line to the next. */
static void
add_dashes(struct stroke *stroke, struct point a, struct point b, int64_t dash,
           int64_t *done)
{
    int64_t dx = b.x - a.x, dy = b.y - a.y;
    int64_t length = root_of(dx * dx + dy * dy), at = 0;
    while (at < length) {
        int64_t left = dash - *done % dash;
        int64_t to = at + left < length ? at + left : length;
        bool is_on = *done / dash % 2 == 0;
        if (is_on)
            add_segment(
                stroke,
                (struct point){a.x + dx * at / length, a.y + dy * at / length},
                (struct point){a.x + dx * to / length, a.y + dy * to / length},
                false);
        *done += to - at;
        at = to;
    }
}

void
raster_stroke(struct raster *raster, rgb color, const struct raster_pen *pen)
{
    struct stroke stroke = {.raster = raster,
                            .half = sub_of(raster, pen->width) / 2,
                            .is_round = pen->is_round};
    int64_t dash = sub_of(raster, pen->dash);
    /* Thinner than a dot is a dot of less colour; a hair is still seen. */
    stroke.half = stroke.half < 16 ? 16 : stroke.half;
    for (size_t i = 0; i < raster->shape.count; i++) {
        const struct outline *outline = &raster->shape.at[i];
        size_t count = outline->points.count;
        size_t lines = outline->is_closed ? count : count ? count - 1 : 0;
        int64_t done = 0;
        for (size_t k = 0; k < lines; k++) {
            struct point a = outline->points.at[k];
            struct point b = outline->points.at[(k + 1) % count];
            if (dash > 0)
                add_dashes(&stroke, a, b, dash, &done);
            else
                add_segment(&stroke, a, b, outline->is_closed);
        }
    }
    raster->shape.at = stroke.shape.at;
    raster->shape.count = stroke.shape.count;
    raster->shape.room = stroke.shape.room;
    raster_fill(raster, color, false);
}

/* ---- pictures
 * ------------------------------------------------------------------ */

struct painting {
    const struct image *image;
    int64_t x, y, width, height; /* of the box */
};

/* The samples of a picture that a stretch of dots shows, at least one. */
static void
stretch_of(int64_t at, int64_t from, int64_t length, uint32_t samples,
           uint32_t *first, uint32_t *end)
{
    int64_t start = (at - from) * samples / length;
    int64_t stop = (at + SUB - from) * samples / length;
    start = start < 0 ? 0 : start >= samples ? samples - 1 : start;
    stop = stop <= start ? start + 1 : stop > samples ? samples : stop;
    *first = (uint32_t)start;
    *end = (uint32_t)stop;
}

/* The mean of all samples behind a dot. */
static void
paint_picture(struct raster *raster, const void *context, size_t x, size_t y,
              unsigned opacity)
{
    const struct painting *painting = context;
    const struct image *image = painting->image;
    size_t channels = image->kind == IMAGE_GRAY ? 1 : 3;
    uint32_t left, right, top, bottom;
    uint64_t sums[4] = {0}, count = 0;
    stretch_of((int64_t)x * SUB, painting->x, painting->width, image->width,
               &left, &right);
    stretch_of((int64_t)y * SUB, painting->y, painting->height, image->height,
               &top, &bottom);
    for (uint32_t v = top; v < bottom; v++)
        for (uint32_t u = left; u < right; u++) {
            size_t at = (size_t)v * image->width + u;
            unsigned alpha =
                image->alpha.len ? (unsigned char)image->alpha.at[at] : 255;
            for (size_t i = 0; i < 3; i++)
                sums[i] += (unsigned char)image->bytes
                               .at[at * channels + (channels == 3 ? i : 0)] *
                           (uint64_t)alpha;
            sums[3] += alpha;
            count++;
        }
    if (!sums[3])
        return;
    uint8_t color[3];
    for (size_t i = 0; i < 3; i++)
        color[i] = (uint8_t)((sums[i] + sums[3] / 2) / sums[3]);
    blend(raster->samples + (y * raster->width + x) * 3, color,
          (unsigned)(opacity * (sums[3] / count) / 255));
}

void
raster_picture(struct raster *raster, const struct image *image,
               const struct raster_box *box)
{
    const struct painting painting = {
        .image = image,
        .x = sub_of(raster, box->x),
        .y = sub_of(raster, box->y),
        .width = sub_of(raster, box->width),
        .height = sub_of(raster, box->height),
    };
    if (painting.width > 0 && painting.height > 0)
        paint_shape(raster, false, paint_picture, &painting);
    else
        forget(raster);
}
