/*
 * A page as SVG 1.1 (W3C): nothing outside of the file is needed, the glyphs
 * are shapes. Readers of the time before SVG 2 know no href without xlink.
 */
#include "svg.h"

#include "base/bug.h"
#include "base/data_url.h"
#include "layout/image.h"

/* ---- glyphs -------------------------------------------------------------- */

static void
add_shape(struct svg *svg, const struct glyph_outline *glyph)
{
    if (glyph->number < svg->glyph_count)
        return;
    svg->glyph_count = glyph->number + 1;
    if (glyph->outline.verbs.count == 0)
        return;
    buf_print(&svg->shapes, "<path id=\"g%zu\"", glyph->number);
    svg_outline_data(&svg->shapes, &glyph->outline);
    buf_add_text(&svg->shapes, "/>\n");
}

/* Places in font units: each from where the run begins, so that rounding never
   adds up. */
static void
use_glyph(struct svg *svg, const struct glyph_run *run,
          const struct glyph *glyph, upt x)
{
    int64_t units = face_metrics(run->face)->units_per_em;
    if (glyph->id == 0) /* missing: a box is drawn */
        return;
    const struct glyph_outline *outline =
        outlines_get(&svg->outlines, run->face, glyph->id);
    add_shape(svg, outline);
    if (outline->outline.verbs.count == 0)
        return;
    buf_print(&svg->drawing, "<use xlink:href=\"#g%zu\"", outline->number);
    x = upt_scale(x + glyph->dx, units, run->size);
    upt y = upt_scale(glyph->dy, units, run->size);
    if (x != 0)
        buf_print(&svg->drawing, " x=\"%lld\"", (long long)x);
    if (y != 0)
        buf_print(&svg->drawing, " y=\"%lld\"", (long long)y);
    buf_add_text(&svg->drawing, "/>");
}

static void
draw_run(void *context, const struct glyph_run *run, upt x, upt y)
{
    struct svg *svg = context;
    struct buf *out = &svg->drawing;
    /* Billionths of a point are a thousand to the micropoint. */
    int64_t scale = face_scale(run->face, run->size * 1000, 1);
    upt along = 0;
    buf_add_text(out, "<g");
    svg_color(out, "fill", run->color);
    buf_add_text(out, " transform=\"matrix(");
    svg_billionths(out, scale);
    buf_add_text(out, " 0 0 -");
    svg_billionths(out, scale);
    buf_add_byte(out, ' ');
    upt_print(out, x, 3);
    buf_add_byte(out, ' ');
    upt_print(out, y, 3);
    buf_add_text(out, ")\">");
    for (size_t i = 0; i < run->glyph_count; i++) {
        use_glyph(svg, run, &run->glyphs[i], along);
        along += run->glyphs[i].advance;
    }
    buf_add_text(out, "</g>\n");
}

/* ---- paths --------------------------------------------------------------- */

/* Round ends go with round corners; 10 is how far corners go in PDF. */
static void
add_stroke(struct buf *out, const struct path *path)
{
    svg_color(out, "stroke", path->stroke_color);
    svg_length(out, "stroke-width", path->stroke_width);
    buf_add_text(out, path->round_caps ? " stroke-linecap=\"round\""
                                         " stroke-linejoin=\"round\""
                                       : " stroke-miterlimit=\"10\"");
    if (path->dash > 0)
        svg_dashes(out, path->dash, path->gap > 0 ? path->gap : path->dash);
}

static void
draw_path(void *context, const struct path *path)
{
    struct buf *out = &((struct svg *)context)->drawing;
    if (path->verb_count == 0 || (!path->fill && !path->stroke))
        return;
    buf_add_text(out, "<path");
    if (path->fill)
        svg_color(out, "fill", path->fill_color);
    else
        buf_add_text(out, " fill=\"none\"");
    if (path->fill && path->even_odd)
        buf_add_text(out, " fill-rule=\"evenodd\"");
    if (path->stroke)
        add_stroke(out, path);
    svg_path_data(out, path);
    buf_add_text(out, "/>\n");
}

/* ---- pictures ------------------------------------------------------------ */

static void
add_clip(struct svg *svg, const struct mark *mark)
{
    struct path box =
        rounded_box(svg->task->arena, mark->image.x, mark->image.y,
                    mark->image.width, mark->image.height, mark->image.radius);
    buf_print(&svg->clips, "<clipPath id=\"c%zu\"><path", svg->clip_count);
    svg_path_data(&svg->clips, &box);
    buf_add_text(&svg->clips, "/></clipPath>\n");
    buf_print(&svg->drawing, " clip-path=\"url(#c%zu)\"", svg->clip_count++);
}

/* The same picture on every page; what is decoded dies at once. */
static void
add_data(struct buf *out, const struct image *image)
{
    struct arena *work = arena_new();
    struct image copy = *image;
    const struct image *upright = image_upright(work, &copy);
    if (upright->kind == IMAGE_JPEG)
        data_url_add(out, "image/jpeg", upright->bytes);
    else
        data_url_add(out, "image/png", image_png(work, upright));
    arena_free(work);
}

static void
draw_image(void *context, const struct mark *mark)
{
    struct svg *svg = context;
    struct buf *out = &svg->drawing;
    buf_add_text(out, "<image");
    svg_length(out, "x", mark->image.x);
    svg_length(out, "y", mark->image.y);
    svg_length(out, "width", mark->image.width);
    svg_length(out, "height", mark->image.height);
    if (mark->image.radius > 0)
        add_clip(svg, mark);
    buf_add_text(out, " preserveAspectRatio=\"none\" xlink:href=\"");
    add_data(out, mark->image.image);
    buf_add_text(out, "\">");
    if (mark->tag && mark->tag->alt.len) {
        buf_add_text(out, "<title>");
        buf_add_xml(out, mark->tag->alt);
        buf_add_text(out, "</title>");
    }
    buf_add_text(out, "</image>\n");
}

/* ---- the file ------------------------------------------------------------ */

/* "Jordan Avery - Resume (2/3)"; without words that a language would have to
   bring. */
static struct str
name_of_page(const struct output_task *task)
{
    const struct pages *pages = task->pages;
    if (pages->at.count == 1)
        return pages->title;
    return str_format(task->arena, "%.*s (%zu/%zu)", STR_ARG(pages->title),
                      task->page + 1, pages->at.count);
}

static void
add_head(struct buf *out, const struct svg *svg, struct str name)
{
    const struct page *page = svg->page;
    struct str language = svg->task->pages->language;
    buf_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\""
                      " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                      " version=\"1.1\" width=\"");
    upt_print(out, page->width, 3);
    buf_add_text(out, "pt\" height=\"");
    upt_print(out, page->height, 3);
    buf_add_text(out, "pt\" viewBox=\"0 0 ");
    upt_print(out, page->width, 3);
    buf_add_byte(out, ' ');
    upt_print(out, page->height, 3);
    buf_add_byte(out, '"');
    svg_attribute(out, "xml:lang", language.len ? language : STR("en"));
    buf_add_text(out, ">\n<title>");
    buf_add_xml(out, name);
    buf_add_text(out, "</title>\n");
}

/* The drawing is one picture for who cannot see it, beside the words: they and
   the links are no part of it. */
static struct str
whole(struct svg *svg)
{
    struct buf out = buf_new(svg->task->arena);
    struct str name = name_of_page(svg->task);
    add_head(&out, svg, name);
    buf_add_text(&out, "<defs>\n");
    buf_add(&out, buf_str(&svg->shapes));
    buf_add(&out, buf_str(&svg->clips));
    buf_add_text(&out, "</defs>\n<g role=\"img\"");
    svg_attribute(&out, "aria-label", name);
    buf_add_text(&out, ">\n<rect width=\"100%\" height=\"100%\""
                       " fill=\"#ffffff\"/>\n");
    buf_add(&out, buf_str(&svg->drawing));
    buf_add_text(&out, "</g>\n");
    svg_add_words(&out, svg->page);
    svg_add_links(&out, svg->task->arena, svg->page);
    buf_add_text(&out, "</svg>\n");
    return buf_str(&out);
}

struct output_result
svg_write(const struct output_task *task)
{
    struct arena *arena = task->arena;
    struct svg svg = {.task = task,
                      .page = &task->pages->at.at[task->page],
                      .outlines = outlines_new(arena, task->pages),
                      .shapes = buf_new(arena),
                      .clips = buf_new(arena),
                      .drawing = buf_new(arena)};
    const struct painter painter = {&svg, draw_run, draw_path, draw_image};
    page_paint(arena, svg.page, &painter);
    return (struct output_result){.bytes = whole(&svg)};
}
