#include "painter.h"

#include "base/bug.h"

/* ---- outlines ------------------------------------------------------------ */

struct outlines
outlines_new(struct arena *arena, const struct pages *pages)
{
    size_t count = font_book_face_count(pages->fonts);
    return (struct outlines){
        .arena = arena,
        .faces = ARENA_ARRAY(arena, count, struct face_outlines),
        .face_count = count};
}

static void
make_room(struct arena *arena, struct face_outlines *face, uint32_t glyph)
{
    size_t room = face->room * 2 > glyph ? face->room * 2 : glyph + 1u;
    const struct glyph_outline **at =
        ARENA_ARRAY(arena, room, const struct glyph_outline *);
    for (size_t i = 0; i < face->room; i++)
        at[i] = face->at[i];
    face->at = at;
    face->room = room;
}

const struct glyph_outline *
outlines_get(struct outlines *outlines, const struct face *face, uint32_t glyph)
{
    struct arena *arena = outlines->arena;
    ENSURE(face_index(face) < outlines->face_count);
    struct face_outlines *of = &outlines->faces[face_index(face)];
    if (glyph >= of->room)
        make_room(arena, of, glyph);
    if (of->at[glyph])
        return of->at[glyph];
    struct glyph_outline *added = ARENA_NEW(arena, struct glyph_outline);
    added->number = outlines->count++;
    added->outline = face_outline(arena, face, glyph);
    of->at[glyph] = added;
    return added;
}

/* ---- paths --------------------------------------------------------------- */

static const uint8_t box_verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                    PATH_CLOSE};

static struct path
plain_box(struct arena *arena, upt x, upt y, upt width, upt height)
{
    const upt corners[] = {x,         y,          x + width, y,
                           x + width, y + height, x,         y + height};
    upt *points = arena_bytes(arena, sizeof corners);
    memcpy(points, corners, sizeof corners);
    return (struct path){.verbs = box_verbs,
                         .verb_count = sizeof box_verbs,
                         .points = points,
                         .point_count = 8};
}

struct path
rounded_box(struct arena *arena, upt x, upt y, upt width, upt height,
            upt radius)
{
    static const uint8_t verbs[] = {
        PATH_MOVE, PATH_LINE,  PATH_CURVE, PATH_LINE,  PATH_CURVE,
        PATH_LINE, PATH_CURVE, PATH_LINE,  PATH_CURVE, PATH_CLOSE};
    if (radius <= 0)
        return plain_box(arena, x, y, width, height);
    /* A quarter of a circle is a curve whose handles are 0.5523 of it. */
    upt right = x + width, below = y + height, r = radius;
    upt h = r - upt_scale(r, 5523, 10000);
    const upt around[] = {
        x + r,     y,     right - r, y,     right - h, y,     right,
        y + h,     right, y + r,     right, below - r, right, below - h,
        right - h, below, right - r, below, x + r,     below, x + h,
        below,     x,     below - h, x,     below - r, x,     y + r,
        x,         y + h, x + h,     y,     x + r,     y};
    upt *points = arena_bytes(arena, sizeof around);
    memcpy(points, around, sizeof around);
    return (struct path){.verbs = verbs,
                         .verb_count = sizeof verbs,
                         .points = points,
                         .point_count = sizeof around / sizeof *around};
}

/* ---- runs ---------------------------------------------------------------- */

/* A box in place of each missing glyph, as in the PDF. */
static void
paint_boxes(struct arena *arena, const struct painter *painter,
            const struct glyph_run *run, upt x, upt y)
{
    for (size_t i = 0; i < run->glyph_count; i++) {
        upt advance = run->glyphs[i].advance, high = run->size * 2 / 3;
        if (run->glyphs[i].id == 0 && advance > run->size / 4) {
            struct path box = plain_box(arena, x + run->size / 12, y - high,
                                        advance - run->size / 6, high);
            box.stroke = true;
            box.stroke_color = run->color;
            box.stroke_width = run->size / 24;
            painter->path(painter->context, &box);
        }
        x += advance;
    }
}

static void
paint_underline(struct arena *arena, const struct painter *painter,
                const struct mark *mark)
{
    const struct glyph_run *run = mark->glyphs.run;
    const struct face_metrics *m = face_metrics(run->face);
    upt height = face_scale(run->face, run->size, m->underline_thickness);
    upt top = face_scale(run->face, run->size, m->underline_position);
    if (height <= 0)
        height = run->size / 20;
    if (top >= 0)
        top = -run->size / 10;
    struct path line =
        plain_box(arena, mark->glyphs.x, mark->glyphs.y - run->rise - top,
                  run->width, height);
    line.fill = true;
    line.fill_color = run->color;
    painter->path(painter->context, &line);
}

static void
paint_run(struct arena *arena, const struct painter *painter,
          const struct mark *mark)
{
    const struct glyph_run *run = mark->glyphs.run;
    upt y = mark->glyphs.y - run->rise;
    ENSURE(run->size > 0);
    painter->run(painter->context, run, mark->glyphs.x, y);
    paint_boxes(arena, painter, run, mark->glyphs.x, y);
}

void
page_paint(struct arena *arena, const struct page *page,
           const struct painter *painter)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind == MARK_GLYPHS && mark->glyphs.run->glyph_count)
            paint_run(arena, painter, mark);
        else if (mark->kind == MARK_PATH)
            painter->path(painter->context, &mark->path);
        else if (mark->kind == MARK_IMAGE)
            painter->image(painter->context, mark);
    }
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind == MARK_GLYPHS && mark->glyphs.run->underline)
            paint_underline(arena, painter, mark);
    }
}
