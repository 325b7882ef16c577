/*
 * A page as PNG: painted in the order of its marks on white, 144 dots to the
 * inch, in whole numbers, so that every machine paints the same.
 */
#include "output/output.h"

#include "layout/image.h"
#include "raster.h"

#define DOTS_PER_INCH 144
/* In a metre, for the file's pHYs. */
#define DOTS_PER_METRE 5669
/* Pages larger than a poster are painted smaller. */
#define MOST_DOTS 12000

/* ---- glyphs ----------------------------------------------------------------
 */

static void
add_outline(struct raster *raster, const struct face_outline *outline,
            const struct glyph_run *run, upt x, upt y)
{
    int64_t units =
        (int64_t)face_metrics(run->face)->units_per_em * FACE_OUTLINE_SCALE;
    const int64_t *point = outline->points.at;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        static const size_t counts[] = {1, 1, 3, 0};
        upt at[6];
        for (size_t k = 0; k < counts[outline->verbs.at[i]]; k++, point += 2) {
            at[2 * k] = x + upt_scale(point[0], run->size, units);
            at[2 * k + 1] = y - upt_scale(point[1], run->size, units);
        }
        raster_verb(raster, outline->verbs.at[i], at);
    }
}

static void
draw_underline(struct raster *raster, const struct glyph_run *run, upt x, upt y)
{
    const struct face_metrics *m = face_metrics(run->face);
    upt height = face_scale(run->face, run->size, m->underline_thickness);
    upt top = face_scale(run->face, run->size, m->underline_position);
    height = height > 0 ? height : run->size / 20;
    top = y - (top < 0 ? top : -run->size / 10);
    raster_rectangle(raster, x, top, run->width, height);
    raster_fill(raster, run->color, false);
}

static void
draw_glyphs(struct raster *raster, const struct mark *mark)
{
    const struct glyph_run *run = mark->glyphs.run;
    upt x = mark->glyphs.x, y = mark->glyphs.y - run->rise;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct arena *scratch = arena_new();
        struct face_outline outline =
            face_outline(scratch, run->face, glyph->id);
        add_outline(raster, &outline, run, x + glyph->dx, y - glyph->dy);
        raster_fill(raster, run->color, false);
        arena_free(scratch);
        x += glyph->advance;
    }
    if (run->underline)
        draw_underline(raster, run, mark->glyphs.x, y);
}

/* ---- paths ------------------------------------------------------------------
 */

static void
add_path(struct raster *raster, const struct path *path)
{
    static const size_t numbers[] = {2, 2, 6, 0};
    const upt *point = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        raster_verb(raster, path->verbs[i], point);
        point += numbers[path->verbs[i]];
    }
}

static void
draw_path(struct raster *raster, const struct path *path)
{
    if (path->fill) {
        add_path(raster, path);
        raster_fill(raster, path->fill_color, path->even_odd);
    }
    if (path->stroke) {
        const struct raster_pen pen = {
            .width = path->stroke_width,
            .dash = path->dash,
            .is_round = path->round_caps,
        };
        add_path(raster, path);
        raster_stroke(raster, path->stroke_color, &pen);
    }
}

/* ---- pictures
 * ---------------------------------------------------------------- */

static void
draw_image(struct raster *raster, const struct mark *mark)
{
    struct arena *scratch = arena_new();
    struct image *own = ARENA_NEW(scratch, struct image);
    *own = *mark->image.image;
    const struct image *image = image_samples(scratch, own);
    const struct raster_box box = {mark->image.x, mark->image.y,
                                   mark->image.width, mark->image.height};
    if (image) {
        raster_round_box(raster, &box, mark->image.radius);
        raster_picture(raster, image, &box);
    }
    arena_free(scratch);
}

/* ---- the file
 * ------------------------------------------------------------------ */

static size_t
dots_of(upt length)
{
    upt dots = upt_scale(length, DOTS_PER_INCH, 72 * UPT_PER_PT);
    return dots < 1 ? 1 : dots > MOST_DOTS ? MOST_DOTS : (size_t)dots;
}

struct output_result
png_write(const struct output_task *task)
{
    const struct page *page = &task->pages->at.at[task->page];
    struct raster *raster = raster_new(task->arena, dots_of(page->width),
                                       dots_of(page->height), DOTS_PER_INCH);
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind == MARK_GLYPHS)
            draw_glyphs(raster, mark);
        else if (mark->kind == MARK_PATH)
            draw_path(raster, &mark->path);
        else
            draw_image(raster, mark);
    }
    const struct image image = raster_image(raster);
    return (struct output_result){
        .bytes = image_png_at(task->arena, &image, DOTS_PER_METRE)};
}
