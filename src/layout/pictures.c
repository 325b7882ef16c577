/* QR codes and pictures, with what is said about them. */
#include <qrencode.h>

#include "base/file.h"
#include "layout/image.h"
#include "load/yaml.h"
#include "rects.h"
#include "setters.h"

/* ---- title and text ------------------------------------------------------ */

struct caption {
    struct set_text title, text;
    upt height;
};

static struct caption
set_caption(struct flow *flow, const struct block *block, upt measure)
{
    struct caption caption;
    caption.title =
        text_set(flow, &block->title, STYLE_ENTRY_TITLE,
                 flow_tag(flow, TAG_P, flow->tag), measure, ALIGN_START);
    caption.text =
        text_set(flow, &block->text, STYLE_META,
                 flow_tag(flow, TAG_P, flow->tag), measure, ALIGN_START);
    caption.height = text_height(&caption.title) + text_height(&caption.text);
    return caption;
}

static void
flow_caption(struct flow *flow, const struct caption *caption)
{
    text_flow(flow, &caption->title, flow->column.x);
    flow_keep(flow, BREAK_FORBIDDEN);
    text_flow(flow, &caption->text, flow->column.x);
}

/* ---- QR codes ------------------------------------------------------------ */

/* Readers of the code need a light border of four modules (ISO/IEC 18004, 9.1);
   no code of an address has fewer than 25. At the left the margin serves. */
#define QUIET_PART 6

/* Dark modules, neighbours in a row joined to one rectangle. */
static void
add_code_row(struct rects *rects, const unsigned char *modules, int count,
             upt module, upt x, upt y)
{
    for (int from = 0; from < count;) {
        int to = from;
        while (to < count && (modules[to] & 1))
            to++;
        if (to > from)
            rects_add(rects, x + module * from, y, module * (to - from),
                      module);
        from = to + 1;
    }
}

/* Empty when the address is too long for a code. */
static struct path
code_path(struct arena *arena, struct str url, upt x, upt size)
{
    struct rects rects = {.arena = arena};
    QRcode *code =
        QRcode_encodeString8bit(str_terminated(arena, url), 0, QR_ECLEVEL_M);
    if (!code)
        return (struct path){0};
    upt module = size / code->width;
    for (int row = 0; row < code->width; row++)
        add_code_row(&rects, code->data + row * code->width, code->width,
                     module, x, module * row);
    QRcode_free(code);
    return rects_path(&rects, 0x000000);
}

static void
draw_code(struct flow *flow, const struct block *block, const struct path *path,
          upt y)
{
    struct tag *figure = flow_tag(flow, TAG_FIGURE, flow->tag);
    struct mark *mark = flow_mark(flow);
    figure->alt = block->alt.len ? block->alt : block->url;
    mark->kind = MARK_PATH;
    mark->tag = figure;
    mark->path = path_moved(flow->arena, path, y);
}

/* Longer texts do not stand beside a code. */
#define MOST_CAPTION_LINES 14

static upt
code_gap(const struct flow *flow)
{
    return flow->look->font_size * 3 / 2;
}

static void
place_code(struct flow *flow, const struct block *block,
           const struct path *path, const struct caption *caption)
{
    upt size = flow->look->code.size;
    upt x = flow->column.x + size + code_gap(flow);
    upt height = size + 2 * (size / QUIET_PART);
    height = caption->height > height ? caption->height : height;
    upt top = (height - caption->height) / 2;
    flow_band(flow, height);
    text_place_all(flow, &caption->title, x, top);
    text_place_all(flow, &caption->text, x, top + text_height(&caption->title));
    draw_code(flow, block, path, (height - size) / 2);
}

void
code_set(struct flow *flow, const struct block *block)
{
    upt size = flow->look->code.size;
    upt measure = flow->column.width;
    struct path path = {0};
    flow_space(flow, flow->look->space.item);
    flow_keep(flow, COST_ENTRY);
    if (block->url.len)
        path = code_path(flow->arena, block->url,
                         flow_left(flow, flow->column.x, size), size);
    if (path.verb_count)
        measure -= size + code_gap(flow);
    struct caption caption = set_caption(flow, block, measure);
    size_t lines =
        caption.title.lines.line_count + caption.text.lines.line_count;
    if (path.verb_count && lines <= MOST_CAPTION_LINES)
        place_code(flow, block, &path, &caption);
    else
        flow_caption(flow, &caption);
}

/* ---- pictures ------------------------------------------------------------ */

static bool
read_picture(struct flow *flow, const struct block *block, struct str *bytes)
{
    const struct load_files *files = flow->options->files;
    struct file_error error = {.failed = true, .why = STR("no file is named")};
    if (files && block->file.len)
        error = files->read(files->context, flow->arena, block->file, bytes);
    if (!error.failed)
        return true;
    struct finding *finding =
        finding_add(flow->findings, CODE_X311, block->span,
                    "The picture \"%.*s\" cannot be read: %.*s.",
                    STR_ARG(block->file), STR_ARG(error.why));
    finding_help(finding, "its path counts from the folder of this file");
    return false;
}

static const struct image *
read_image(struct flow *flow, const struct block *block)
{
    struct image_source source = {.span = block->span, .name = block->file};
    if (!read_picture(flow, block, &source.bytes))
        return NULL;
    struct image *image = image_decode(flow->arena, flow->findings, &source);
    if (!image)
        return NULL;
    image->number = flow->pages->images.count;
    *list_add(flow->arena, &flow->pages->images) = image;
    return image;
}

/* As wide as the column and 2/5 of the page high at most, and not larger
   than 150 pixels to the inch allow. */
static void
image_size(const struct flow *flow, const struct image *image, upt *width,
           upt *height)
{
    upt most_height = flow->look->page_height * 2 / 5;
    *width = flow->column.width;
    upt sharp = PT(72) * (upt)image->width / 150;
    if (sharp < *width)
        *width = sharp;
    *height = upt_scale(*width / 1000, image->height, image->width) * 1000;
    if (*height > most_height) {
        *height = most_height;
        *width = upt_scale(*height / 1000, image->width, image->height) * 1000;
    }
}

static void
draw_image(struct flow *flow, const struct block *block,
           const struct image *image)
{
    upt width, height;
    image_size(flow, image, &width, &height);
    struct tag *figure = flow_tag(flow, TAG_FIGURE, flow->tag);
    figure->alt = block->alt;
    flow_band(flow, height);
    struct mark *mark = flow_mark(flow);
    mark->kind = MARK_IMAGE;
    mark->tag = figure;
    mark->image.image = image;
    mark->image.x = flow_left(flow, flow->column.x, width);
    mark->image.width = width;
    mark->image.height = height;
    flow_keep(flow, BREAK_FORBIDDEN);
    flow_space(flow, flow->look->space.entry_body * 2);
}

void
image_set(struct flow *flow, const struct block *block)
{
    flow_space(flow, flow->look->space.block);
    flow_keep(flow, COST_PARAGRAPH);
    const struct image *image = read_image(flow, block);
    if (image)
        draw_image(flow, block, image);
    struct caption caption = set_caption(flow, block, flow->column.width);
    flow_caption(flow, &caption);
    flow_space(flow, flow->look->space.block);
}
