/* Pictures: pages of samples, photographs, screenshots. */
#include "pictures.h"

#include "base/data_url.h"
#include "base/file.h"
#include "layout/image.h"
#include "load/yaml.h"
#include "setters.h"

/* ---- reading ------------------------------------------------------------- */

/* Pages are set again and again until they fit; files are read once. */
struct picture {
    struct str file;
    struct span span;
    struct image *image; /* NULL: it cannot be drawn, which was said there */
};

/* What was made of a picture for a box of that size. */
struct fitted_picture {
    const struct image *from;
    upt width, height;
    struct image *image;
};

struct picture_store {
    struct arena *arena;
    LIST(struct picture) read;
    LIST(struct fitted_picture) fitted;
};

struct picture_store *
picture_store_new(struct arena *arena)
{
    struct picture_store *store = ARENA_NEW(arena, struct picture_store);
    store->arena = arena;
    return store;
}

static struct picture_store *
store_of(struct flow *flow)
{
    if (flow->options->pictures)
        return flow->options->pictures;
    if (!flow->pictures)
        flow->pictures = picture_store_new(flow->arena);
    return flow->pictures;
}

static bool
read_bytes(struct flow *flow, struct arena *arena, struct image_source *source)
{
    const struct load_files *files = flow->options->files;
    struct file_error error = {.failed = true, .why = STR("no file is named")};
    bool is_data = str_is_data_url(source->name);
    if (is_data && data_url_read(arena, source->name, &source->bytes)) {
        source->name = STR("data:"); /* not the bytes in a message */
        return true;
    }
    if (is_data) {
        error.why = STR("it is not written in base64");
        source->name = STR("data:");
    } else if (files && source->name.len)
        error =
            files->read(files->context, arena, source->name, &source->bytes);
    if (!error.failed)
        return true;
    struct finding *finding =
        finding_add(flow->findings, CODE_X311, source->span,
                    "The picture \"%.*s\" cannot be read: %.*s.",
                    STR_ARG(source->name), STR_ARG(error.why));
    finding_help(finding, "its path counts from the folder of this file");
    return false;
}

static bool
is_same_place(struct span a, struct span b)
{
    return a.source == b.source && a.from == b.from && a.to == b.to;
}

struct image *
picture_read(struct flow *flow, struct str file, struct span span)
{
    struct picture_store *store = store_of(flow);
    for (size_t i = 0; i < store->read.count; i++) {
        const struct picture *read = &store->read.at[i];
        if (str_equal(read->file, file) &&
            (read->image || is_same_place(read->span, span)))
            return read->image;
    }
    struct image_source source = {.span = span,
                                  .name = str_copy(store->arena, file)};
    struct image *image = NULL;
    if (read_bytes(flow, store->arena, &source))
        image = image_decode(store->arena, flow->findings, &source);
    *list_add(store->arena, &store->read) =
        (struct picture){str_copy(store->arena, file), span, image};
    return image;
}

static struct image *
fit_once(struct flow *flow, struct image *image, upt width, upt height)
{
    struct picture_store *store = store_of(flow);
    for (size_t i = 0; i < store->fitted.count; i++) {
        const struct fitted_picture *fitted = &store->fitted.at[i];
        if (fitted->from == image && fitted->width == width &&
            fitted->height == height)
            return fitted->image;
    }
    struct image *made = image_fit(store->arena, image, width, height);
    *list_add(store->arena, &store->fitted) =
        (struct fitted_picture){image, width, height, made};
    return made;
}

/* ---- drawing ------------------------------------------------------------- */

/* Once in a document, however often it is drawn. */
static const struct image *
number_image(struct flow *flow, const struct image *image)
{
    struct pages *pages = flow->pages;
    for (size_t i = 0; i < pages->images.count; i++)
        if (pages->images.at[i]->bytes.at == image->bytes.at)
            return pages->images.at[i];
    struct image *own = ARENA_NEW(flow->arena, struct image);
    *own = *image;
    own->number = pages->images.count;
    *list_add(flow->arena, &pages->images) = own;
    return own;
}

void
picture_draw(struct flow *flow, struct image *image,
             const struct picture_box *box, struct str alt)
{
    struct tag *figure = alt.len ? flow_tag(flow, TAG_FIGURE, flow->tag) : NULL;
    struct image *fitted = fit_once(flow, image, box->width, box->height);
    struct mark *mark = flow_mark(flow);
    if (figure)
        figure->alt = alt;
    mark->kind = MARK_IMAGE;
    mark->tag = figure;
    mark->image.image = number_image(flow, fitted);
    mark->image.x = flow_left(flow, box->x, box->width);
    mark->image.y = box->y;
    mark->image.width = box->width;
    mark->image.height = box->height;
    mark->image.radius = box->radius;
    if (box->frame)
        flow_outline(flow, figure, box->x, box->y, box->width, box->height,
                     box->frame, flow->look->color.rule);
}

struct picture_size
picture_fit(const struct image *image, upt most_width, upt most_height)
{
    struct picture_size size = {.width = PT(72) * (upt)image->width / 150};
    if (size.width > most_width)
        size.width = most_width;
    size.height =
        upt_scale(size.width / 1000, image->height, image->width) * 1000;
    if (size.height > most_height) {
        size.height = most_height;
        size.width =
            upt_scale(size.height / 1000, image->width, image->height) * 1000;
    }
    /* A line of pixels is still to be seen. */
    if (size.width < PT(1))
        size.width = PT(1);
    if (size.height < PT(1))
        size.height = PT(1);
    return size;
}

/* ---- title and text ------------------------------------------------------ */

struct caption
caption_set(struct flow *flow, const struct block *block, upt measure)
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

void
caption_flow(struct flow *flow, const struct caption *caption)
{
    text_flow(flow, &caption->title, flow->column.x);
    flow_keep(flow, BREAK_FORBIDDEN);
    text_flow(flow, &caption->text, flow->column.x);
}

void
caption_place(struct flow *flow, const struct caption *caption, upt x, upt y)
{
    text_place_all(flow, &caption->title, x, y);
    text_place_all(flow, &caption->text, x, y + text_height(&caption->title));
}

/* ---- one picture, or pages beside each other ------------------------------
 */

static upt
most_height(const struct flow *flow)
{
    return flow->look->page_height / 100 * flow->look->picture.height;
}

static void
set_one(struct flow *flow, const struct block *block)
{
    struct image *image = picture_read(flow, block->file, block->file_span);
    if (!image)
        return;
    struct picture_size size =
        picture_fit(image, flow->column.width, most_height(flow));
    flow_band(flow, size.height);
    const struct picture_box box = {
        .x = flow->column.x,
        .width = size.width,
        .height = size.height,
        .frame = block->is_page ? flow->look->picture.frame : 0};
    picture_draw(flow, image, &box, block->alt);
}

/* A picture in a row, and what is said below it. */
struct page_shown {
    const struct block *block;
    struct image *image;
    struct picture_size size;
};

static void
draw_row(struct flow *flow, const struct page_shown *shown, size_t count,
         upt width, upt gap)
{
    upt height = 0, x = flow->column.x;
    for (size_t i = 0; i < count; i++)
        if (shown[i].size.height > height)
            height = shown[i].size.height;
    flow_band(flow, height);
    for (size_t i = 0; i < count; i++) {
        const struct picture_box box = {.x = x,
                                        .width = shown[i].size.width,
                                        .height = shown[i].size.height,
                                        .frame = flow->look->picture.frame};
        picture_draw(flow, shown[i].image, &box, shown[i].block->alt);
        x += width + gap;
    }
}

static void
set_pages(struct flow *flow, const struct block *block)
{
    size_t columns = (size_t)flow->look->picture.columns, count = 0;
    upt gap = flow->look->table.gap;
    struct page_shown *shown =
        ARENA_ARRAY(flow->arena, block->children.count, struct page_shown);
    if (columns > block->children.count)
        columns = block->children.count;
    upt width = (flow->column.width - gap * (upt)(columns - 1)) / (upt)columns;
    for (size_t i = 0; i < block->children.count; i++) {
        const struct block *page = block->children.at[i];
        struct image *image = picture_read(flow, page->file, page->file_span);
        if (image)
            shown[count++] = (struct page_shown){
                page, image, picture_fit(image, width, most_height(flow))};
    }
    for (size_t i = 0; i < count; i += columns) {
        if (i > 0)
            flow_space(flow, gap);
        draw_row(flow, shown + i, i + columns < count ? columns : count - i,
                 width, gap);
    }
}

void
image_set(struct flow *flow, const struct block *block)
{
    flow_space(flow, flow->look->space.block);
    flow_keep(flow, COST_PARAGRAPH);
    if (block->children.count)
        set_pages(flow, block);
    else
        set_one(flow, block);
    struct caption caption = caption_set(flow, block, flow->column.width);
    if (caption.height) {
        flow_keep(flow, BREAK_FORBIDDEN);
        flow_space(flow, flow->look->space.entry_body * 2);
        caption_flow(flow, &caption);
    }
    flow_space(flow, flow->look->space.block * 3 / 2);
}

/* ---- logos --------------------------------------------------------------- */

/* In a square, so that titles below each other begin at one place. */
upt
logo_set(struct flow *flow, const struct block *block)
{
    upt side = flow->look->picture.logo;
    if (!side || !block->file.len)
        return 0;
    struct image *image = picture_read(flow, block->file, block->file_span);
    if (!image)
        return 0;
    struct picture_size size = picture_fit(image, side, side);
    const struct picture_box box = {
        .x = flow->column.x + (side - size.width) / 2,
        .y = flow->look->text[STYLE_ENTRY_TITLE].leading / 6,
        .width = size.width,
        .height = size.height,
    };
    flow_band(flow, 0);
    /* The name stands beside it. */
    picture_draw(flow, image, &box, STR(""));
    flow_keep(flow, BREAK_FORBIDDEN);
    (void)column_indent(flow, side + flow->look->font_size * 4 / 5);
    return box.y + side;
}
