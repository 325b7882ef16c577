/*
 * A page as SVG 1.1, self-contained: glyphs are outlines that are drawn again
 * where they stand again, pictures are in the file, the words of the page are
 * its description. Numbers are whole ones with a point put in.
 */
#include "output/output.h"

#include "base/index.h"
#include "layout/image.h"

struct drawing {
    struct arena *arena;
    struct buf defs, out;
    struct index glyphs; /* by face and glyph; those that are in defs */
    size_t clips;
};

/* ---- numbers
 * ------------------------------------------------------------------- */

/* value / 10^decimals, without zeros at the end. */
static void
print_number(struct buf *out, int64_t value, int decimals)
{
    char digits[24];
    size_t count = 0, keep = 0;
    if (value < 0)
        buf_add_byte(out, '-');
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    while (rest || count <= (size_t)decimals) {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    }
    while (keep < (size_t)decimals && digits[keep] == '0')
        keep++;
    while (count > keep || count > (size_t)decimals) {
        if (count == (size_t)decimals)
            buf_add_byte(out, '.');
        buf_add_byte(out, digits[--count]);
    }
}

/* Thousandths of a point are finer than any screen. */
static void
print_length(struct buf *out, upt length)
{
    print_number(out, upt_scale(length, 1, 1000), 3);
}

static void
print_pair(struct buf *out, upt x, upt y)
{
    print_length(out, x);
    buf_add_byte(out, ' ');
    print_length(out, y);
}

/* name="12.5" */
static void
add_length(struct buf *out, const char *name, upt length)
{
    buf_print(out, " %s=\"", name);
    print_length(out, length);
    buf_add_byte(out, '"');
}

/* ---- paths
 * ---------------------------------------------------------------------- */

static const char letters[] = {[PATH_MOVE] = 'M',
                               [PATH_LINE] = 'L',
                               [PATH_CURVE] = 'C',
                               [PATH_CLOSE] = 'Z'};
static const size_t pairs_of[] = {
    [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};

static void
add_stroke(struct buf *out, const struct path *path)
{
    buf_print(out, " stroke=\"#%06x\"", (unsigned)path->stroke_color);
    add_length(out, "stroke-width", path->stroke_width);
    if (path->round_caps)
        buf_add_text(out,
                     " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    if (path->dash > 0)
        add_length(out, "stroke-dasharray", path->dash);
}

static void
draw_path(struct drawing *drawing, const struct path *path)
{
    struct buf *out = &drawing->out;
    const upt *point = path->points;
    buf_add_text(out, "<path d=\"");
    for (size_t i = 0; i < path->verb_count; i++) {
        buf_add_byte(out, letters[path->verbs[i]]);
        for (size_t k = 0; k < pairs_of[path->verbs[i]]; k++, point += 2) {
            buf_add_text(out, k ? " " : "");
            print_pair(out, point[0], point[1]);
        }
    }
    buf_add_byte(out, '"');
    if (!path->fill)
        buf_add_text(out, " fill=\"none\"");
    else
        buf_print(out, " fill=\"#%06x\"", (unsigned)path->fill_color);
    if (path->fill && path->even_odd)
        buf_add_text(out, " fill-rule=\"evenodd\"");
    if (path->stroke)
        add_stroke(out, path);
    buf_add_text(out, "/>\n");
}

/* ---- glyphs
 * ---------------------------------------------------------------------- */

/* FACE_OUTLINE_SCALE is 16: a unit has four decimals of 625. */
static void
print_units(struct buf *out, int64_t value)
{
    print_number(out, value * 625, 4);
}

static void
define_glyph(struct drawing *drawing, const struct face *face, uint32_t glyph)
{
    uint64_t key = ((uint64_t)face_index(face) + 1) << 32 | glyph;
    struct buf *out = &drawing->defs;
    if (!index_add(drawing->arena, &drawing->glyphs, key, 1))
        return;
    struct face_outline outline = face_outline(drawing->arena, face, glyph);
    const int64_t *point = outline.points.at;
    buf_print(out, "<path id=\"g%zu-%u\" d=\"", face_index(face),
              (unsigned)glyph);
    for (size_t i = 0; i < outline.verbs.count; i++) {
        buf_add_byte(out, letters[outline.verbs.at[i]]);
        for (size_t k = 0; k < pairs_of[outline.verbs.at[i]]; k++, point += 2) {
            buf_add_text(out, k ? " " : "");
            print_units(out, point[0]);
            buf_add_byte(out, ' ');
            print_units(out, point[1]);
        }
    }
    buf_add_text(out, "\"/>\n");
}

/* Inside, a unit is one of the font, and up is up. */
static void
begin_run(struct drawing *drawing, const struct glyph_run *run, upt x, upt y)
{
    struct buf *out = &drawing->out;
    int64_t scale =
        upt_scale(run->size, 1000, face_metrics(run->face)->units_per_em);
    buf_print(out, "<g fill=\"#%06x\" transform=\"matrix(",
              (unsigned)run->color);
    print_number(out, scale, 9);
    buf_add_text(out, " 0 0 ");
    print_number(out, -scale, 9);
    buf_add_byte(out, ' ');
    print_pair(out, x, y);
    buf_add_text(out, ")\">\n");
}

static void
draw_underline(struct drawing *drawing, const struct glyph_run *run, upt x,
               upt y)
{
    const struct face_metrics *m = face_metrics(run->face);
    upt height = face_scale(run->face, run->size, m->underline_thickness);
    upt top = face_scale(run->face, run->size, m->underline_position);
    height = height > 0 ? height : run->size / 20;
    top = top < 0 ? top : -run->size / 10;
    buf_add_text(&drawing->out, "<rect");
    add_length(&drawing->out, "x", x);
    add_length(&drawing->out, "y", y - top);
    add_length(&drawing->out, "width", run->width);
    add_length(&drawing->out, "height", height);
    buf_print(&drawing->out, " fill=\"#%06x\"/>\n", (unsigned)run->color);
}

static void
draw_glyphs(struct drawing *drawing, const struct glyph_run *run, upt x, upt y)
{
    int64_t per_em = face_metrics(run->face)->units_per_em;
    upt along = 0;
    y -= run->rise;
    begin_run(drawing, run, x, y);
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        define_glyph(drawing, run->face, glyph->id);
        buf_print(&drawing->out, "<use href=\"#g%zu-%u\" x=\"",
                  face_index(run->face), (unsigned)glyph->id);
        print_number(&drawing->out,
                     upt_scale(along + glyph->dx, per_em * 100, run->size), 2);
        if (glyph->dy) {
            buf_add_text(&drawing->out, "\" y=\"");
            print_number(&drawing->out,
                         upt_scale(glyph->dy, per_em * 100, run->size), 2);
        }
        buf_add_text(&drawing->out, "\"/>\n");
        along += glyph->advance;
    }
    buf_add_text(&drawing->out, "</g>\n");
    if (run->underline)
        draw_underline(drawing, run, x, y);
}

/* ---- pictures
 * --------------------------------------------------------------------- */

static void
add_base64(struct buf *out, struct str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqr"
                                 "stuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; k++)
            bits = bits << 8 |
                   (i + k < bytes.len ? (unsigned char)bytes.at[i + k] : 0);
        for (size_t k = 0; k < 4; k++)
            buf_add_byte(out, i + k > bytes.len
                                  ? '='
                                  : digits[bits >> (18 - 6 * k) & 63]);
    }
}

static void
add_box(struct buf *out, const struct mark *mark)
{
    add_length(out, "x", mark->image.x);
    add_length(out, "y", mark->image.y);
    add_length(out, "width", mark->image.width);
    add_length(out, "height", mark->image.height);
}

static void
draw_image(struct drawing *drawing, const struct mark *mark)
{
    /* It may be turned, which makes another one of it. */
    struct image *own = ARENA_NEW(drawing->arena, struct image);
    *own = *mark->image.image;
    struct image *image = image_upright(drawing->arena, own);
    bool is_jpeg = image->kind == IMAGE_JPEG;
    struct buf *out = &drawing->out;
    if (mark->image.radius > 0) {
        buf_print(&drawing->defs, "<clipPath id=\"c%zu\"><rect",
                  drawing->clips);
        add_box(&drawing->defs, mark);
        add_length(&drawing->defs, "rx", mark->image.radius);
        buf_add_text(&drawing->defs, "/></clipPath>\n");
    }
    buf_add_text(out, "<image preserveAspectRatio=\"none\"");
    add_box(out, mark);
    if (mark->image.radius > 0)
        buf_print(out, " clip-path=\"url(#c%zu)\"", drawing->clips++);
    buf_print(out, " href=\"data:%s;base64,",
              is_jpeg ? "image/jpeg" : "image/png");
    add_base64(out, is_jpeg ? image->bytes : image_png(drawing->arena, image));
    buf_add_text(out, "\"/>\n");
}

/* ---- the page
 * ---------------------------------------------------------------------- */

static void
draw_links(struct drawing *drawing, const struct page *page)
{
    struct buf *out = &drawing->out;
    for (size_t i = 0; i < page->links.count; i++) {
        const struct page_link *link = &page->links.at[i];
        if (!link->url.len)
            continue;
        buf_add_text(out, "<a href=\"");
        buf_add_xml(out, link->url);
        buf_add_text(out, "\"><title>");
        buf_add_xml(out, link->description.len ? link->description : link->url);
        buf_add_text(out, "</title><rect");
        add_length(out, "x", link->x);
        add_length(out, "y", link->y);
        add_length(out, "width", link->width);
        add_length(out, "height", link->height);
        buf_add_text(out, " fill=\"none\" pointer-events=\"all\"/></a>\n");
    }
}

/* What stands on the page, line by line. */
static void
add_words(struct buf *out, const struct page *page)
{
    upt y = -1;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind != MARK_GLYPHS || !mark->tag)
            continue;
        if (y >= 0 && mark->glyphs.y != y)
            buf_add_byte(out, '\n');
        y = mark->glyphs.y;
        buf_add_xml(out, mark->glyphs.run->text);
    }
}

static void
draw_marks(struct drawing *drawing, const struct page *page)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind == MARK_GLYPHS)
            draw_glyphs(drawing, mark->glyphs.run, mark->glyphs.x,
                        mark->glyphs.y);
        else if (mark->kind == MARK_PATH)
            draw_path(drawing, &mark->path);
        else
            draw_image(drawing, mark);
    }
}

static void
add_head(struct buf *out, const struct output_task *task)
{
    const struct pages *pages = task->pages;
    const struct page *page = &pages->at.at[task->page];
    buf_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    print_length(out, page->width);
    buf_add_text(out, "pt\" height=\"");
    print_length(out, page->height);
    buf_add_text(out, "pt\" viewBox=\"0 0 ");
    print_pair(out, page->width, page->height);
    buf_add_text(out, "\" role=\"img\" aria-labelledby=\"title words\" "
                      "xml:lang=\"");
    buf_add_xml(out, pages->language.len ? pages->language : STR("en"));
    buf_add_text(out, "\">\n<title id=\"title\">");
    buf_add_xml(out, pages->title);
    buf_add_text(out, "</title>\n<desc id=\"words\">");
    add_words(out, page);
    buf_add_text(out, "</desc>\n");
}

struct output_result
svg_write(const struct output_task *task)
{
    const struct page *page = &task->pages->at.at[task->page];
    struct drawing drawing = {.arena = task->arena,
                              .defs = buf_new(task->arena),
                              .out = buf_new(task->arena)};
    struct buf all = buf_new(task->arena);
    draw_marks(&drawing, page);
    draw_links(&drawing, page);
    add_head(&all, task);
    buf_add_text(&all, "<defs>\n");
    buf_add(&all, buf_str(&drawing.defs));
    buf_add_text(&all,
                 "</defs>\n"
                 "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    buf_add(&all, buf_str(&drawing.out));
    buf_add_text(&all, "</svg>\n");
    return (struct output_result){.bytes = buf_str(&all)};
}
