#include "codes.h"

#include <qrencode.h>

#include "pictures.h"
#include "rects.h"
#include "setters.h"

/* Light modules around the dark ones (ISO/IEC 18004, 9.1). On white paper they
   need no drawing, only room. */
#define QUIET_MODULES 4
/* Cameras do not tell smaller modules apart: 0.4 mm. */
#define LEAST_MODULE PT(1.13)
#define WHITE 0xffffff

/* Dark modules, neighbours in a row joined to one rectangle. */
static void
add_row(struct rects *rects, const unsigned char *modules, int count,
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

static QRcode *
encode(struct flow *flow, struct str url)
{
    static const QRecLevel levels[] = {QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q,
                                       QR_ECLEVEL_H};
    if (!url.len)
        return NULL;
    return QRcode_encodeString8bit(str_terminated(flow->arena, url), 0,
                                   levels[flow->look->code.level]);
}

struct qr_code
code_make(struct flow *flow, struct str url, upt x)
{
    struct rects rects = {.arena = flow->arena};
    QRcode *made = encode(flow, url);
    struct qr_code code = {.x = x};
    if (!made)
        return code;
    upt module = flow->look->code.size / made->width;
    if (module < LEAST_MODULE)
        module = LEAST_MODULE;
    code.size = module * made->width;
    code.quiet = module * QUIET_MODULES;
    if (flow->ground != WHITE)
        code.x = x += code.quiet;
    upt left = flow_left(flow, x, code.size);
    for (int row = 0; row < made->width; row++)
        add_row(&rects, made->data + row * made->width, made->width, module,
                left, module * row);
    QRcode_free(made);
    code.path = rects_path(&rects, 0x000000);
    return code;
}

void
code_draw(struct flow *flow, const struct qr_code *code, upt y, struct str alt)
{
    struct tag *figure = flow_tag(flow, TAG_FIGURE, flow->tag);
    figure->alt = alt;
    if (flow->ground != WHITE)
        flow_rect(flow, NULL, code->x - code->quiet, y - code->quiet,
                  code->size + 2 * code->quiet, code->size + 2 * code->quiet,
                  WHITE);
    struct mark *mark = flow_mark(flow);
    mark->kind = MARK_PATH;
    mark->tag = figure;
    mark->path = path_moved(flow->arena, &code->path, y);
}

/* ---- beside words -------------------------------------------------------- */

/* Longer texts do not stand beside a code. */
#define MOST_CAPTION_LINES 14

/* A picture at the start, the words, the code behind them; without a picture
   the code comes first. */
struct media {
    struct qr_code code;
    struct image *image; /* NULL: none */
    struct picture_size preview;
    struct caption caption;
    upt caption_x;
};

static upt
gap_of(const struct flow *flow)
{
    return flow->look->font_size * 3 / 2;
}

static upt
larger(upt a, upt b)
{
    return a > b ? a : b;
}

static void
place_media(struct flow *flow, const struct block *block,
            const struct media *media)
{
    const struct qr_code *code = &media->code;
    upt height = code->size + 2 * code->quiet;
    height = larger(height, media->caption.height);
    height = larger(height, media->preview.height);
    flow_band(flow, height);
    if (media->image) {
        const struct picture_box box = {
            .x = flow->column.x,
            .y = (height - media->preview.height) / 2,
            .width = media->preview.width,
            .height = media->preview.height,
            .frame = flow->look->picture.frame,
        };
        picture_draw(flow, media->image, &box, block->preview_alt);
    }
    caption_place(flow, &media->caption, media->caption_x,
                  (height - media->caption.height) / 2);
    if (code->path.verb_count)
        code_draw(flow, code, (height - code->size) / 2,
                  block->alt.len ? block->alt : block->url);
}

static upt
measure_of(struct flow *flow, const struct block *block, struct media *media)
{
    const struct column_box *column = &flow->column;
    upt measure = column->width, gap = gap_of(flow);
    media->caption_x = column->x;
    if (media->image) {
        media->preview = picture_fit(media->image, flow->look->picture.preview,
                                     flow->look->picture.preview * 5 / 4);
        measure -= media->preview.width + gap;
        media->caption_x += media->preview.width + gap;
    }
    if (!flow->look->code.media)
        return measure;
    media->code = code_make(flow, block->url, column->x);
    if (!media->code.path.verb_count)
        return measure;
    upt room = media->code.size;
    if (media->image)
        media->code =
            code_make(flow, block->url, column->x + column->width - room);
    else
        media->caption_x += room + gap;
    return measure - room - gap;
}

void
code_set(struct flow *flow, const struct block *block)
{
    struct media media = {0};
    flow_space(flow, flow->look->space.item);
    flow_keep(flow, COST_ENTRY);
    if (block->file.len)
        media.image = picture_read(flow, block->file, block->file_span);
    upt measure = measure_of(flow, block, &media);
    media.caption = caption_set(flow, block, measure);
    size_t lines = media.caption.title.lines.line_count +
                   media.caption.text.lines.line_count;
    if ((media.image || media.code.path.verb_count) &&
        lines <= MOST_CAPTION_LINES)
        place_media(flow, block, &media);
    else
        caption_flow(flow, &media.caption);
}
