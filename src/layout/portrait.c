/* The portrait of a person beside name and headline, or above them. */
#include "codes.h"
#include "pictures.h"
#include "setters.h"

/* What the words beside it keep, at least, of the column. */
#define LEAST_FOR_WORDS 55
/* Of the width: those that are higher are cut. */
#define MOST_HEIGHT 125

static upt
height_for(const struct image *image, int shape, upt width)
{
    upt height = upt_scale(width / 1000, image->height, image->width) * 1000;
    upt most = upt_scale(width, MOST_HEIGHT, 100);
    if (shape == PHOTO_SQUARE || shape == PHOTO_CIRCLE)
        return width;
    if (shape == PHOTO_ORIGINAL)
        most = width * 2;
    return height > most ? most : height;
}

static upt
radius_for(int shape, upt width)
{
    if (shape == PHOTO_CIRCLE)
        return width / 2;
    return shape == PHOTO_ROUNDED ? width / 16 : 0;
}

/* Where it is asked for; PHOTO_NONE where not. */
static enum photo_place
place_of(const struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    if (!block->file.len)
        return PHOTO_NONE;
    if (block->kind == BLOCK_COVER)
        return (enum photo_place)look->cover.photo;
    return look->head.photo && flow->document->kind == DOCUMENT_RESUME
               ? (enum photo_place)look->head.photo_side
               : PHOTO_NONE;
}

static upt
width_for(const struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    upt width = block->kind == BLOCK_COVER ? look->cover.photo_width
                                           : look->head.photo_width;
    upt most = upt_scale(flow->column.width, 100 - LEAST_FOR_WORDS, 100) -
               look->head.photo_space;
    return width > most && most > 0 ? most : width;
}

static struct picture_box
box_for(const struct flow *flow, const struct block *block,
        const struct image *image, enum photo_place place, int side)
{
    int shape = flow->look->head.photo_shape;
    const struct column_box *column = &flow->column;
    upt width = width_for(flow, block), room = column->width - width;
    struct picture_box box = {
        .x = column->x,
        .width = width,
        .height = height_for(image, shape, width),
        .radius = radius_for(shape, width),
    };
    if (place == PHOTO_END || (place == PHOTO_ABOVE && side == SIDE_END))
        box.x += room;
    else if (place == PHOTO_ABOVE && side == SIDE_CENTER)
        box.x += room / 2;
    return box;
}

/* ---- what stands beside the words ---------------------------------------- */

/* So much of the column is taken at that side. */
static void
take_room(struct flow *flow, struct portrait *portrait, enum photo_place place,
          const struct picture_box *box)
{
    upt taken = box->width + flow->look->head.photo_space;
    portrait->is_beside = true;
    if (box->height > portrait->height)
        portrait->height = box->height;
    flow->column.width -= taken;
    if (place == PHOTO_START)
        flow->column.x += taken;
}

static void
draw_photo(struct flow *flow, const struct block *block, int side,
           struct portrait *portrait)
{
    enum photo_place place = place_of(flow, block);
    struct image *image = NULL;
    if (place != PHOTO_NONE)
        image = picture_read(flow, block->file, block->file_span);
    if (!image)
        return;
    struct picture_box box = box_for(flow, block, image, place, side);
    flow_band(flow, place == PHOTO_ABOVE ? box.height : 0);
    picture_draw(flow, image, &box, block->alt);
    flow_keep(flow, BREAK_FORBIDDEN);
    if (place == PHOTO_ABOVE)
        flow_space(flow, flow->look->font_size);
    else
        take_room(flow, portrait, place, &box);
}

/* Of the person's web page, whose address stands among the contacts. */
static void
draw_code(struct flow *flow, const struct block *block,
          struct portrait *portrait)
{
    const struct look *look = flow->look;
    bool wanted =
        block->kind == BLOCK_COVER ? look->code.cover : look->code.head;
    if (!wanted || !block->url.len || flow->document->kind == DOCUMENT_LETTER)
        return;
    struct qr_code code = code_make(flow, block->url, 0);
    if (!code.path.verb_count ||
        code.size > upt_scale(flow->column.width, 100 - LEAST_FOR_WORDS, 100))
        return;
    struct picture_box box = {
        .x = flow->column.x + flow->column.width - code.size,
        .width = code.size,
        .height = code.size,
    };
    code = code_make(flow, block->url, box.x);
    if (!portrait->is_beside)
        flow_band(flow, 0);
    code_draw(flow, &code, 0, block->url_alt);
    flow_keep(flow, BREAK_FORBIDDEN);
    take_room(flow, portrait, PHOTO_END, &box);
}

struct portrait
portrait_begin(struct flow *flow, const struct block *block, int side)
{
    struct portrait portrait = {.outer = flow->column};
    draw_photo(flow, block, side, &portrait);
    draw_code(flow, block, &portrait);
    portrait.band = flow->bands.count - (portrait.is_beside ? 1 : 0);
    return portrait;
}

/* Of the bands behind the portrait's. */
static upt
words_height(const struct flow *flow, const struct portrait *portrait)
{
    upt height = 0;
    for (size_t i = portrait->band + 1; i < flow->bands.count; i++)
        height += flow->bands.at[i].gap + flow->bands.at[i].height;
    return height;
}

/* What is in a band stands lower, and the band is so much higher. */
static void
lower_band(struct flow *flow, size_t number, upt down)
{
    struct band *band = &flow->bands.at[number];
    for (size_t i = 0; i < band->mark_count; i++) {
        struct mark *mark = &flow->marks.at[band->first_mark + i];
        if (mark->kind == MARK_GLYPHS)
            mark->glyphs.y += down;
        else if (mark->kind == MARK_PATH)
            mark->path = path_moved(flow->arena, &mark->path, down);
        else
            mark->image.y += down;
    }
    for (size_t i = 0; i < band->link_count; i++)
        flow->links.at[band->first_link + i].y += down;
    band->height += down;
}

void
portrait_end(struct flow *flow, const struct portrait *portrait)
{
    flow->column = portrait->outer;
    if (!portrait->is_beside)
        return;
    upt words = words_height(flow, portrait);
    upt down = (portrait->height - words) / 2;
    if (down <= 0) {
        lower_band(flow, portrait->band, -down);
        flow->bands.at[portrait->band].height = 0;
        return;
    }
    if (portrait->band + 1 < flow->bands.count)
        lower_band(flow, portrait->band + 1, down);
    flow_clear(flow, portrait->band, portrait->height);
}
