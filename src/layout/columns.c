/*
 * A resume in two columns: what stands above both (the head, the summary), the
 * sidebar, the text. Each is a stream of bands that breaks over pages by
 * itself. They are set one after the other, and painted so on every page: the
 * words are read in that order, never across the columns. The same look in one
 * column has the same order.
 */
#include "columns.h"

#include "contacts.h"
#include "options.h"

enum region { IN_HEAD, IN_SIDEBAR, IN_TEXT, REGIONS };

#define WHITE 0xffffff

/* Where columns were asked for without saying what goes into them. */
#define USUAL_SECTIONS                                                         \
    STR("certifications, education, skills, systems, languages, memberships")

static struct str
sections_beside(const struct look *look)
{
    return look->sidebar.sections.len ? look->sidebar.sections : USUAL_SECTIONS;
}

static enum region
region_of(const struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    if (block->kind == BLOCK_HEAD)
        return IN_HEAD;
    if (option_list_has(look->sidebar.above, block->section))
        return IN_HEAD;
    if (option_list_has(sections_beside(look), block->section))
        return IN_SIDEBAR;
    return IN_TEXT;
}

static size_t
count_in(const struct flow *flow, enum region region)
{
    size_t count = 0;
    for (size_t i = 0; i < flow->document->blocks.count; i++)
        count += region_of(flow, flow->document->blocks.at[i]) == region;
    return count;
}

/* The contacts of the head, where they stand in the sidebar; in one column
   they stand where the sidebar would begin. */
static void
set_contacts(struct flow *flow, bool has_columns)
{
    for (size_t i = 0; i < flow->document->blocks.count; i++) {
        const struct block *block = flow->document->blocks.at[i];
        if (block->kind != BLOCK_HEAD || !block->contacts.count)
            continue;
        if (has_columns)
            contacts_set_lines(flow, block, SIDE_START);
        else
            contacts_set(flow, block, flow->look->head.alignment);
        flow_space(flow, flow->look->space.section);
    }
}

static void
set_blocks_in(struct flow *flow, enum region region)
{
    if (region == IN_SIDEBAR && flow->contacts_apart)
        set_contacts(flow, flow->is_narrow);
    for (size_t i = 0; i < flow->document->blocks.count; i++)
        if (region_of(flow, flow->document->blocks.at[i]) == region)
            block_set(flow, flow->document->blocks.at[i]);
}

/* ---- where the columns stand --------------------------------------------- */

static struct column_box
box_of(const struct look *look, enum region region)
{
    upt x = look->margin_left, side = look->sidebar.width;
    upt whole = look->page_width - look->margin_left - look->margin_right;
    upt rest = whole - side - look->sidebar.gap;
    bool at_end = look->sidebar.side == SIDEBAR_END;
    if (region == IN_SIDEBAR)
        return (struct column_box){at_end ? x + whole - side : x, side};
    if (region == IN_HEAD && look->sidebar.head == SIDEBAR_HEAD_FULL)
        return (struct column_box){x, whole};
    return (struct column_box){at_end ? x : x + whole - rest, rest};
}

static void
begin_stream(struct flow *flow, enum region region)
{
    const struct look *look = flow->look;
    bool is_side = region == IN_SIDEBAR;
    struct stream *stream = &flow->streams[flow->stream_count];
    *stream = (struct stream){
        .first = flow->bands.count,
        .is_beside = region != IN_HEAD,
        .is_sidebar = is_side,
        .at_top = is_side && look->sidebar.head == SIDEBAR_HEAD_MAIN,
        .has_ground = is_side && look->sidebar.ground != WHITE,
        .column = box_of(look, region),
    };
    if (region == IN_TEXT)
        flow->main_stream = flow->stream_count;
    if (is_side)
        flow->side_stream = flow->stream_count;
    flow->column = stream->column;
    flow->is_narrow = is_side;
    flow->ground = stream->has_ground ? look->sidebar.ground : WHITE;
    flow->bullets[0] = flow->bullets[1] = NULL; /* of another colour */
    flow->next_gap = 0;
    flow->next_cost = BREAK_FREE;
}

static void
set_stream(struct flow *flow, enum region region)
{
    begin_stream(flow, region);
    set_blocks_in(flow, region);
    flow->streams[flow->stream_count++].end = flow->bands.count;
}

/* ---- order --------------------------------------------------------------- */

static const enum region side_first[] = {IN_HEAD, IN_SIDEBAR, IN_TEXT};
static const enum region side_last[] = {IN_HEAD, IN_TEXT, IN_SIDEBAR};

void
columns_set(struct flow *flow)
{
    const struct look *look = flow->look;
    const struct document *document = flow->document;
    const enum region *order =
        look->sidebar.side == SIDEBAR_START ? side_first : side_last;
    bool has_columns = look->columns > 1 && count_in(flow, IN_SIDEBAR) > 0 &&
                       count_in(flow, IN_TEXT) > 0;
    bool is_ordered = has_columns || look->sidebar.sections.len > 0;
    if (document->kind != DOCUMENT_RESUME || !is_ordered) {
        blocks_set(flow, document->blocks.at, document->blocks.count);
        return;
    }
    flow->contacts_apart = look->sidebar.contact;
    for (size_t i = 0; i < REGIONS; i++)
        if (has_columns)
            set_stream(flow, order[i]);
        else
            set_blocks_in(flow, order[i]);
}

struct column_box
columns_clear(const struct flow *flow)
{
    const struct look *look = flow->look;
    for (size_t i = 0; i < flow->stream_count; i++)
        if (flow->streams[i].has_ground)
            return flow->streams[flow->main_stream].column;
    return (struct column_box){look->margin_left, look->page_width -
                                                      look->margin_left -
                                                      look->margin_right};
}
