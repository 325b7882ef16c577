/* Key figures as tiles. */
#include "setters.h"

struct tile_text {
    struct set_text value, label, note;
    struct tag *tag;
    upt height;
};

static struct tile_text
set_tile(struct flow *flow, const struct tile *tile, struct tag *list,
         upt measure)
{
    struct tile_text text;
    struct tag *body = flow_tag(flow, TAG_BODY, flow_tag(flow, TAG_ITEM, list));
    text.tag = body;
    text.value =
        text_set_fitted(flow, tile->value, STYLE_TILE_VALUE,
                        flow_tag(flow, TAG_P, body), measure, ALIGN_START);
    text.label =
        text_set_plain(flow, tile->label, STYLE_TILE_LABEL,
                       flow_tag(flow, TAG_P, body), measure, ALIGN_START);
    text.note = (struct set_text){.style = &flow->look->text[STYLE_NOTE]};
    if (tile->note.len)
        text.note =
            text_set_plain(flow, tile->note, STYLE_NOTE,
                           flow_tag(flow, TAG_P, body), measure, ALIGN_START);
    text.height = text_height(&text.value) + text_height(&text.label) +
                  text_height(&text.note);
    return text;
}

static void
draw_tile_ground(struct flow *flow, upt x, upt width, upt height)
{
    const struct look *look = flow->look;
    switch ((enum box_style)look->strip.style) {
    case BOX_TINT:
        flow_rect(flow, NULL, x, 0, width, height, look->color.tint);
        return;
    case BOX_RULE:
        flow_rect(flow, NULL, x, 0, width, PT(1.5), look->color.accent);
        return;
    case BOX_FRAME:
        flow_outline(flow, NULL, x, 0, width, height, PT(0.5),
                     look->color.rule);
        return;
    case BOX_PLAIN:
        return;
    }
}

static void
place_tile(struct flow *flow, const struct tile_text *text, upt x, upt y)
{
    text_place_all(flow, &text->value, x, y);
    y += text_height(&text->value);
    text_place_all(flow, &text->label, x, y);
    y += text_height(&text->label);
    text_place_all(flow, &text->note, x, y);
}

/* 4 make two rows of two where three would fit. */
static size_t
tiles_in_a_row(const struct look *look, size_t count)
{
    size_t most = (size_t)look->strip.columns;
    if (count <= most)
        return count;
    return count == 4 && most == 3 ? 2 : most;
}

struct tile_row {
    upt width, gap, inset;
};

/* Texts that are no tiles any more. */
static void
flow_tiles(struct flow *flow, const struct tile_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_flow(flow, &texts[i].value, flow->column.x);
        text_flow(flow, &texts[i].label, flow->column.x);
        text_flow(flow, &texts[i].note, flow->column.x);
    }
}

static void
place_tiles(struct flow *flow, const struct tile_text *texts, size_t count,
            const struct tile_row *row, upt height)
{
    upt padding = flow->look->strip.padding;
    upt whole = padding + height + (row->inset ? padding : 0);
    /* Below a title's rule another one would be one too many. */
    bool is_ruled = flow->ruled && flow->look->strip.style == BOX_RULE;
    flow_band(flow, whole);
    for (size_t i = 0; i < count; i++) {
        upt x = flow->column.x + (row->width + row->gap) * (upt)i;
        if (!is_ruled)
            draw_tile_ground(flow, x, row->width, whole);
        place_tile(flow, &texts[i], x + row->inset, padding);
    }
}

static void
set_tile_row(struct flow *flow, const struct tile *tiles, size_t count,
             const struct tile_row *row, struct tag *list)
{
    struct tile_text *texts = ARENA_ARRAY(flow->arena, count, struct tile_text);
    upt height = 0;
    for (size_t i = 0; i < count; i++) {
        texts[i] = set_tile(flow, &tiles[i], list, row->width - 2 * row->inset);
        height = texts[i].height > height ? texts[i].height : height;
    }
    if (height > flow->look->page_height / 3)
        flow_tiles(flow, texts, count);
    else
        place_tiles(flow, texts, count, row, height);
}

static struct tile_row
tile_row_of(const struct flow *flow, size_t columns)
{
    const struct look *look = flow->look;
    bool has_ground =
        look->strip.style == BOX_TINT || look->strip.style == BOX_FRAME;
    upt gap = look->table.gap;
    return (struct tile_row){
        .width = (flow->column.width - gap * (upt)(columns - 1)) / (upt)columns,
        .gap = gap,
        .inset = has_ground ? look->strip.padding : 0,
    };
}

void
strip_set(struct flow *flow, const struct block *block)
{
    if (!block->tiles.count)
        return;
    size_t columns = tiles_in_a_row(flow->look, block->tiles.count);
    struct tile_row row = tile_row_of(flow, columns);
    struct tag *list = flow_tag(flow, TAG_LIST, flow->tag);
    for (size_t i = 0; i < block->tiles.count; i += columns) {
        size_t left = block->tiles.count - i;
        flow_space(flow, flow->look->space.block * 3 / 4);
        flow_keep(flow, i ? COST_WHOLE : COST_PARAGRAPH);
        set_tile_row(flow, &block->tiles.at[i], left < columns ? left : columns,
                     &row, list);
    }
    flow_space(flow, flow->look->space.block);
}
