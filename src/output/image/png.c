/*
 * A page as PNG: painted in the order of its marks on white, 144 dots to the
 * inch, in whole numbers, so that every machine paints the same.
 */
#include "output/output.h"

#include <libdeflate.h>

#include "base/bug.h"
#include "layout/image.h"
#include "painter.h"
#include "raster.h"

#define DOTS_PER_INCH 144
/* In a metre, for the file's pHYs. */
#define DOTS_PER_METRE 5669
/* Pages larger than a poster are painted in part. */
#define MOST_DOTS 12000
/* Of libdeflate, 1 to 12. */
#define PACKING_LEVEL 6

struct canvas {
    struct arena *work; /* dies with the page */
    struct raster *raster;
    struct outlines outlines;
};

/* ---- glyphs -------------------------------------------------------------- */

static void
add_outline(struct raster *raster, const struct face_outline *outline,
            const struct glyph_run *run, upt x, upt y)
{
    static const size_t counts[] = {[OUTLINE_MOVE] = 1,
                                    [OUTLINE_LINE] = 1,
                                    [OUTLINE_CURVE] = 3,
                                    [OUTLINE_CLOSE] = 0};
    int64_t units =
        (int64_t)face_metrics(run->face)->units_per_em * FACE_OUTLINE_SCALE;
    const int64_t *point = outline->points.at;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        upt at[6];
        for (size_t k = 0; k < counts[outline->verbs.at[i]]; k++, point += 2) {
            at[2 * k] = x + upt_scale(point[0], run->size, units);
            at[2 * k + 1] = y - upt_scale(point[1], run->size, units);
        }
        raster_verb(raster, outline->verbs.at[i], at);
    }
}

static void
draw_run(void *context, const struct glyph_run *run, upt x, upt y)
{
    struct canvas *canvas = context;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        if (glyph->id != 0) { /* missing: a box is drawn */
            const struct glyph_outline *shape =
                outlines_get(&canvas->outlines, run->face, glyph->id);
            add_outline(canvas->raster, &shape->outline, run, x + glyph->dx,
                        y - glyph->dy);
            raster_fill(canvas->raster, run->color, false);
        }
        x += glyph->advance;
    }
}

/* ---- paths and pictures -------------------------------------------------- */

static void
draw_path(void *context, const struct path *path)
{
    struct raster *raster = ((struct canvas *)context)->raster;
    if (path->fill) {
        raster_path(raster, path);
        raster_fill(raster, path->fill_color, path->even_odd);
    }
    if (path->stroke) {
        const struct raster_pen pen = {
            .width = path->stroke_width,
            .dash = path->dash,
            .gap = path->gap,
            .is_round = path->round_caps,
        };
        raster_path(raster, path);
        raster_stroke(raster, path->stroke_color, &pen);
    }
}

static void
draw_image(void *context, const struct mark *mark)
{
    struct canvas *canvas = context;
    struct arena *scratch = arena_new();
    struct image own = *mark->image.image;
    const struct image *image = image_samples(scratch, &own);
    const struct raster_box box = {mark->image.x, mark->image.y,
                                   mark->image.width, mark->image.height};
    if (image) {
        struct path shape = rounded_box(scratch, box.x, box.y, box.width,
                                        box.height, mark->image.radius);
        raster_path(canvas->raster, &shape);
        raster_picture(canvas->raster, image, &box);
    }
    arena_free(scratch);
}

/* ---- the file ------------------------------------------------------------ */

static size_t
dots_of(upt length)
{
    upt dots = upt_scale(length, DOTS_PER_INCH, 72 * UPT_PER_PT);
    return dots < 1 ? 1 : dots > MOST_DOTS ? MOST_DOTS : (size_t)dots;
}

/* Each row begins with its filter, and letters on white are packed best
   without one: 0 (ISO/IEC 15948, 9.2). */
static struct str
unfiltered_rows(struct arena *arena, const struct image *image)
{
    size_t row = (size_t)image->width * 3, len = (row + 1) * image->height;
    char *rows = arena_bytes(arena, len), *at = rows;
    for (uint32_t y = 0; y < image->height; y++) {
        *at++ = 0;
        memcpy(at, image->bytes.at + y * row, row);
        at += row;
    }
    return (struct str){rows, len};
}

static bool
pack_rows(struct arena *arena, struct image *image)
{
    struct libdeflate_compressor *packer =
        libdeflate_alloc_compressor(PACKING_LEVEL);
    struct str rows = unfiltered_rows(arena, image);
    if (!packer)
        return false;
    size_t most = libdeflate_zlib_compress_bound(packer, rows.len);
    char *packed = arena_bytes(arena, most);
    size_t len =
        libdeflate_zlib_compress(packer, rows.at, rows.len, packed, most);
    libdeflate_free_compressor(packer);
    ENSURE(len > 0);
    image->packed =
        (struct packed_rows){.rows = {packed, len}, .channels = 3, .bits = 8};
    return true;
}

struct output_result
png_write(const struct output_task *task)
{
    const struct page *page = &task->pages->at.at[task->page];
    struct output_result result = {.failed = true, .why = STR("out of memory")};
    struct canvas canvas = {.work = arena_new()};
    const struct painter painter = {&canvas, draw_run, draw_path, draw_image};
    canvas.outlines = outlines_new(canvas.work, task->pages);
    canvas.raster = raster_new(canvas.work, dots_of(page->width),
                               dots_of(page->height), DOTS_PER_INCH);
    page_paint(canvas.work, page, &painter);
    struct image image = raster_image(canvas.raster);
    if (pack_rows(canvas.work, &image))
        result = (struct output_result){
            .bytes = str_copy(task->arena, image_png_at(canvas.work, &image,
                                                        DOTS_PER_METRE))};
    arena_free(canvas.work);
    return result;
}
