/* Name, headline and contact: the head of a resume, the cover of a
   portfolio. */
#include "setters.h"

/*
 * The contact line. Parts are never broken inside and no separator stands at
 * a line's end, so the line is filled by hand: greedily, then with the
 * narrowest measure that needs no more lines, so that they are of similar
 * length.
 */

#define NO_BREAK_SPACE "\xc2\xa0"

struct parts {
    struct set_text *at;
    size_t count;
    struct set_text separator;
    upt gap; /* from a part to the next, separator included */
};

static void
add_contact(struct text_builder *builder, const struct contact *contact)
{
    struct inline_run run = {
        .text = contact->text, .url = contact->url, .span = contact->span};
    struct inline_text text = {.runs = {&run, 1, 1}};
    text_add(builder, &text, STYLE_CONTACT);
}

static struct parts
set_parts(struct flow *flow, const struct block *block, struct tag *tag)
{
    struct parts parts = {.count = block->contacts.count};
    upt measure = flow->column.width;
    parts.at = ARENA_ARRAY(flow->arena, parts.count, struct set_text);
    for (size_t i = 0; i < parts.count; i++) {
        const struct contact *contact = &block->contacts.at[i];
        struct text_builder builder = text_begin(flow, tag);
        builder.is_code = contact->url.len > 0;
        add_contact(&builder, contact);
        parts.at[i] = text_end(&builder, STYLE_CONTACT, measure, ALIGN_START);
    }
    /* The blanks are text, so that the parts stay apart for whoever reads the
       text and not the page. */
    struct str separator =
        str_format(flow->arena, NO_BREAK_SPACE "%.*s" NO_BREAK_SPACE,
                   STR_ARG(flow->look->head.separator));
    parts.separator = text_set_plain(flow, separator, STYLE_CONTACT, tag,
                                     measure, ALIGN_START);
    parts.gap =
        parts.separator.lines.widest + flow->look->text[STYLE_CONTACT].size / 2;
    return parts;
}

static upt
part_width(const struct parts *parts, size_t i)
{
    return parts->at[i].lines.widest;
}

/* How many parts from `first` on one line, at least one; and their width. */
static size_t
fill_line(const struct parts *parts, size_t first, upt measure, upt *width)
{
    size_t end = first + 1;
    *width = part_width(parts, first);
    while (end < parts->count &&
           *width + parts->gap + part_width(parts, end) <= measure) {
        *width += parts->gap + part_width(parts, end);
        end++;
    }
    return end;
}

static size_t
count_lines(const struct parts *parts, upt measure)
{
    size_t lines = 0;
    upt width;
    for (size_t at = 0; at < parts->count;
         at = fill_line(parts, at, measure, &width))
        lines++;
    return lines;
}

static upt
narrowest_measure(const struct parts *parts, upt measure)
{
    size_t lines = count_lines(parts, measure);
    upt low = 0, high = measure;
    while (high - low > PT(2)) {
        upt middle = low + (high - low) / 2;
        if (count_lines(parts, middle) > lines)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static void
place_parts(struct flow *flow, const struct parts *parts, size_t from,
            size_t to, upt x, struct tag *tag)
{
    const struct text_style *style = &flow->look->text[STYLE_CONTACT];
    upt baseline = style_baseline(style);
    flow_band(flow, style->leading)->stretches = true;
    for (size_t i = from; i < to; i++) {
        if (i > from) {
            text_place_as(flow, &parts->separator, x + style->size / 4,
                          baseline, tag);
            x += parts->gap;
        }
        text_place(flow, &parts->at[i], 0, x, baseline);
        x += part_width(parts, i);
    }
}

static upt
aligned(const struct flow *flow, int side, upt width)
{
    upt room = flow->column.width - width;
    if (side == SIDE_START || room < 0)
        return flow->column.x;
    return flow->column.x + (side == SIDE_CENTER ? room / 2 : room);
}

static void
set_contact_lines(struct flow *flow, const struct block *block, int side)
{
    if (!block->contacts.count)
        return;
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct parts parts = set_parts(flow, block, tag);
    upt measure = narrowest_measure(&parts, flow->column.width);
    size_t lines = count_lines(&parts, measure), line = 0;
    for (size_t at = 0; at < parts.count; line++) {
        upt width;
        size_t end = fill_line(&parts, at, measure, &width);
        if (line > 0)
            flow_keep(flow, text_line_cost(line, lines));
        if (parts.at[at].lines.line_count > 1)
            text_flow(flow, &parts.at[at], flow->column.x);
        else if (parts.at[at].lines.line_count == 1)
            place_parts(flow, &parts, at, end, aligned(flow, side, width), tag);
        at = end;
    }
}

/* ---- name and headline --------------------------------------------------- */

struct head_styles {
    enum text_style_id name, headline;
    int side;
};

static struct set_text
set_name_in(struct flow *flow, const struct block *block, upt measure,
            const struct head_styles *styles, struct tag *tag)
{
    struct text_builder builder = text_begin(flow, tag);
    text_add(&builder, &block->title, styles->name);
    if (block->post_nominals.len) {
        text_add_plain(&builder, STR(", "), STYLE_POST_NOMINALS, SPAN_NONE);
        text_add_plain(&builder, block->post_nominals, STYLE_POST_NOMINALS,
                       SPAN_NONE);
    }
    if (!text_is_empty(&block->aside)) {
        text_add_plain(&builder, STR(" ("), STYLE_POST_NOMINALS, SPAN_NONE);
        text_add(&builder, &block->aside, STYLE_POST_NOMINALS);
        text_add_plain(&builder, STR(")"), STYLE_POST_NOMINALS, SPAN_NONE);
    }
    return text_end(&builder, styles->name, measure,
                    alignment_of(styles->side));
}

/* A name that takes more lines than this is set as large as a title only. */
#define MOST_NAME_LINES 4

static struct set_text
set_name(struct flow *flow, const struct block *block, upt measure,
         const struct head_styles *styles)
{
    struct tag *tag = flow_tag(flow, TAG_H1, flow->tag);
    struct set_text name = set_name_in(flow, block, measure, styles, tag);
    if (name.lines.line_count <= MOST_NAME_LINES)
        return name;
    struct head_styles smaller = *styles;
    smaller.name = STYLE_SECTION;
    return set_name_in(flow, block, measure, &smaller, tag);
}

static void
set_headline(struct flow *flow, const struct block *block,
             const struct head_styles *styles)
{
    if (text_is_empty(&block->subtitle))
        return;
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct set_text headline =
        text_set(flow, &block->subtitle, styles->headline, tag,
                 flow->column.width, alignment_of(styles->side));
    flow_space(flow, flow->look->head.name_space);
    text_flow_title(flow, &headline, flow->column.x);
}

static void
draw_head_rule(struct flow *flow, int place, upt width, rgb color, int side)
{
    upt length =
        place == RULE_SHORT ? flow->look->font_size * 5 : flow->column.width;
    if (place == RULE_NONE || width == 0)
        return;
    flow_keep(flow, BREAK_FORBIDDEN);
    flow_band(flow, width);
    flow_rect(flow, NULL, aligned(flow, side, length), 0, length, width, color);
}

/* ---- the head of a resume ------------------------------------------------ */

/* Contact in lines of their own at the right of the name: when it is short. */
#define MOST_BESIDE 5

static struct set_text
stack_contacts(struct flow *flow, const struct block *block, upt measure)
{
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct text_builder builder = text_begin(flow, tag);
    for (size_t i = 0; i < block->contacts.count; i++) {
        const struct contact *contact = &block->contacts.at[i];
        if (i)
            text_add_plain(&builder, STR("\n"), STYLE_CONTACT, SPAN_NONE);
        add_contact(&builder, contact);
    }
    return text_end(&builder, STYLE_CONTACT, measure, ALIGN_END);
}

static upt
contacts_width(struct flow *flow, const struct block *block)
{
    upt widest = 0;
    for (size_t i = 0; i < block->contacts.count; i++) {
        struct text_builder builder = text_begin(flow, NULL);
        text_add_plain(&builder, block->contacts.at[i].text, STYLE_CONTACT,
                       SPAN_NONE);
        upt width = text_width(flow->arena, flow->fonts, builder.runs.at,
                               builder.runs.count);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static bool
fits_beside(const struct flow *flow, const struct block *block)
{
    return flow->look->head.contact == CONTACT_BESIDE &&
           block->contacts.count > 0 && block->contacts.count <= MOST_BESIDE;
}

static bool
set_contacts_beside(struct flow *flow, const struct block *block,
                    const struct head_styles *styles)
{
    upt width = flow->column.width;
    if (!fits_beside(flow, block))
        return false;
    upt right = contacts_width(flow, block) + PT(1);
    if (right > width * 45 / 100)
        return false;
    upt left = width - right - flow->look->font_size * 2;
    struct set_text name = set_name(flow, block, left, styles);
    struct set_text headline =
        text_set(flow, &block->subtitle, styles->headline,
                 flow_tag(flow, TAG_P, flow->tag), left, ALIGN_START);
    struct set_text contacts = stack_contacts(flow, block, right);
    upt gap = flow->look->head.name_space;
    upt first = text_height(&name) + gap + text_height(&headline);
    upt second = text_height(&contacts);
    upt height = first > second ? first : second;
    flow_band(flow, height);
    text_place_all(flow, &name, flow->column.x, (height - first) / 2);
    text_place_all(flow, &headline, flow->column.x,
                   (height - first) / 2 + text_height(&name) + gap);
    text_place_all(flow, &contacts, flow->column.x + width - right,
                   (height - second) / 2);
    return true;
}

void
head_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    const struct head_styles styles = {STYLE_NAME, STYLE_HEADLINE,
                                       look->head.alignment};
    if (!set_contacts_beside(flow, block, &styles)) {
        struct set_text name =
            set_name(flow, block, flow->column.width, &styles);
        text_flow_title(flow, &name, flow->column.x);
        set_headline(flow, block, &styles);
        flow_space(flow, look->head.headline_space);
        flow_keep(flow, BREAK_FORBIDDEN);
        set_contact_lines(flow, block, styles.side);
    }
    flow_space(flow, look->head.headline_space);
    draw_head_rule(flow, look->head.rule, look->head.rule_width,
                   look->color.rule, styles.side);
    flow_space(flow, look->head.below);
}

/* ---- the cover ----------------------------------------------------------- */

static void
set_cover_line(struct flow *flow, const struct inline_text *text,
               enum text_style_id style, upt gap)
{
    if (text_is_empty(text))
        return;
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    upt measure = flow->column.width * 85 / 100;
    int side = flow->look->cover.alignment;
    if (side == SIDE_CENTER)
        measure = flow->column.width;
    struct set_text set =
        text_set(flow, text, style, tag, measure, alignment_of(side));
    flow_space(flow, gap);
    text_flow_title(flow, &set, flow->column.x);
}

void
cover_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    const struct head_styles styles = {STYLE_COVER_NAME, STYLE_COVER_HEADLINE,
                                       look->cover.alignment};
    upt em = look->font_size;
    flow_blank(flow, look->cover.top);
    struct set_text name = set_name(flow, block, flow->column.width, &styles);
    text_flow_title(flow, &name, flow->column.x);
    set_headline(flow, block, &styles);
    /* Below the name: readers of the text look for that on the first line. */
    set_cover_line(flow, &block->attribution, STYLE_KICKER, em / 2);
    flow_space(flow, em * 3 / 2);
    draw_head_rule(flow, look->cover.rule, look->cover.rule_width,
                   look->color.accent, styles.side);
    set_cover_line(flow, &block->text, STYLE_PROMISE, em * 3 / 2);
    flow_space(flow, em * 3 / 2);
    set_contact_lines(flow, block, styles.side);
    flow_space(flow, em * 3);
}
