/* Name, headline and contact: the head of a resume, the cover of a
   portfolio. */
#include "contacts.h"
#include "pictures.h"
#include "setters.h"

static upt
aligned(const struct flow *flow, int side, upt width)
{
    upt room = flow->column.width - width;
    if (side == SIDE_START || room < 0)
        return flow->column.x;
    return flow->column.x + (side == SIDE_CENTER ? room / 2 : room);
}

/* ---- name and headline --------------------------------------------------- */

struct head_styles {
    enum text_style_id name, headline;
    int side;
    bool letters_below; /* post-nominals and pronouns, on their own line */
};

/* "MHA, CPHQ (she/her)" */
static void
add_letters(struct text_builder *builder, const struct block *block)
{
    text_add_plain(builder, block->post_nominals, STYLE_POST_NOMINALS,
                   SPAN_NONE);
    if (text_is_empty(&block->aside))
        return;
    text_add_plain(builder, block->post_nominals.len ? STR(" (") : STR("("),
                   STYLE_POST_NOMINALS, SPAN_NONE);
    text_add(builder, &block->aside, STYLE_POST_NOMINALS);
    text_add_plain(builder, STR(")"), STYLE_POST_NOMINALS, SPAN_NONE);
}

static bool
has_letters(const struct block *block)
{
    return block->post_nominals.len || !text_is_empty(&block->aside);
}

static struct set_text
set_name_in(struct flow *flow, const struct block *block, upt measure,
            const struct head_styles *styles, struct tag *tag)
{
    struct text_builder builder = text_begin(flow, tag);
    text_add(&builder, &block->title, styles->name);
    if (has_letters(block) && !styles->letters_below) {
        text_add_plain(&builder,
                       block->post_nominals.len ? STR(", ") : STR(" "),
                       STYLE_POST_NOMINALS, SPAN_NONE);
        add_letters(&builder, block);
    }
    return text_end(&builder, styles->name, measure,
                    alignment_of(styles->side));
}

/* A name that takes more lines than this is set as large as a title only. */
#define MOST_NAME_LINES 4

/* Letters that would break the name's line stand below it, without a comma. */
static struct set_text
set_name(struct flow *flow, const struct block *block, upt measure,
         struct head_styles *styles)
{
    struct tag *tag = flow_tag(flow, TAG_H1, flow->tag);
    bool may_go_below = has_letters(block) && !styles->letters_below;
    struct set_text name = set_name_in(flow, block, measure, styles, tag);
    if (name.lines.line_count > 1 && may_go_below) {
        struct head_styles below = *styles;
        below.letters_below = true;
        struct set_text alone = set_name_in(flow, block, measure, &below, tag);
        if (alone.lines.line_count < name.lines.line_count) {
            name = alone;
            styles->letters_below = true;
        }
    }
    if (name.lines.line_count <= MOST_NAME_LINES)
        return name;
    struct head_styles smaller = *styles;
    smaller.name = STYLE_SECTION;
    return set_name_in(flow, block, measure, &smaller, tag);
}

/* Empty when they stand beside the name. */
static struct set_text
set_post_nominals(struct flow *flow, const struct block *block, upt measure,
                  const struct head_styles *styles)
{
    if (!has_letters(block) || !styles->letters_below)
        return (struct set_text){.style =
                                     &flow->look->text[STYLE_POST_NOMINALS]};
    struct text_builder builder =
        text_begin(flow, flow_tag(flow, TAG_P, flow->tag));
    add_letters(&builder, block);
    return text_end(&builder, STYLE_POST_NOMINALS, measure,
                    alignment_of(styles->side));
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

/* Name, letters and headline below each other. */
static void
set_title(struct flow *flow, const struct block *block,
          struct head_styles *styles)
{
    upt width = flow->column.width;
    struct set_text name = set_name(flow, block, width, styles);
    struct set_text letters = set_post_nominals(flow, block, width, styles);
    text_flow_title(flow, &name, flow->column.x);
    text_flow_title(flow, &letters, flow->column.x);
    set_headline(flow, block, styles);
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

static bool
fits_beside(const struct flow *flow, const struct block *block)
{
    return flow->look->head.contact == CONTACT_BESIDE &&
           block->contacts.count > 0 && block->contacts.count <= MOST_BESIDE;
}

/* One above the other in the last band; gives where the next one stands. */
static upt
place_below(struct flow *flow, const struct set_text *text, upt y)
{
    text_place_all(flow, text, flow->column.x, y);
    return y + text_height(text);
}

/* Name, letters and headline; contacts beside them, both in the middle. */
static void
place_beside(struct flow *flow, const struct block *block,
             struct head_styles *styles, const struct contact_list *contacts)
{
    upt right = contacts_width(contacts) + PT(1);
    upt left = flow->column.width - right - flow->look->font_size * 2;
    struct set_text name = set_name(flow, block, left, styles);
    struct set_text letters = set_post_nominals(flow, block, left, styles);
    struct set_text headline =
        text_set(flow, &block->subtitle, styles->headline,
                 flow_tag(flow, TAG_P, flow->tag), left, ALIGN_START);
    upt gap = flow->look->head.name_space;
    upt first = text_height(&name) + text_height(&letters) + gap +
                text_height(&headline);
    upt second = contacts_height(contacts);
    upt height = first > second ? first : second;
    flow_band(flow, height);
    upt y = place_below(flow, &name, (height - first) / 2);
    y = place_below(flow, &letters, y);
    (void)place_below(flow, &headline, y + gap); /* nothing stands below */
    contacts_place(flow, contacts, flow->column.x + flow->column.width - right,
                   (height - second) / 2, right, SIDE_END);
}

static bool
set_contacts_beside(struct flow *flow, const struct block *block,
                    struct head_styles *styles)
{
    upt width = flow->column.width;
    if (!fits_beside(flow, block))
        return false;
    const struct contact_list *contacts = contacts_stack(flow, block, width);
    if (contacts_width(contacts) + PT(1) > width * 45 / 100)
        return false;
    place_beside(flow, block, styles, contacts);
    return true;
}

void
head_set(struct flow *flow, const struct block *block)
{
    const struct look *look = flow->look;
    struct head_styles styles = {
        STYLE_NAME, STYLE_HEADLINE, look->head.alignment,
        look->head.post_nominals == POST_NOMINALS_BELOW};
    struct portrait portrait = portrait_begin(flow, block, styles.side);
    if (flow->contacts_apart || !set_contacts_beside(flow, block, &styles)) {
        set_title(flow, block, &styles);
        if (!flow->contacts_apart) {
            flow_space(flow, look->head.headline_space);
            flow_keep(flow, BREAK_FORBIDDEN);
            contacts_set(flow, block, styles.side);
        }
    }
    portrait_end(flow, &portrait);
    flow_space(flow, look->head.contact_space);
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
    struct head_styles styles = {
        STYLE_COVER_NAME, STYLE_COVER_HEADLINE, look->cover.alignment,
        look->head.post_nominals == POST_NOMINALS_BELOW};
    upt em = look->font_size;
    flow_blank(flow, look->cover.top);
    struct portrait portrait = portrait_begin(flow, block, styles.side);
    set_title(flow, block, &styles);
    /* Below the name: readers of the text look for that on the first line. */
    set_cover_line(flow, &block->attribution, STYLE_KICKER, em / 2);
    flow_space(flow, em * 3 / 2);
    draw_head_rule(flow, look->cover.rule, look->cover.rule_width,
                   look->color.accent, styles.side);
    set_cover_line(flow, &block->text, STYLE_PROMISE, em * 3 / 2);
    portrait_end(flow, &portrait);
    flow_space(flow, em * 3 / 2);
    contacts_set(flow, block, styles.side);
    flow_space(flow, em * 3);
}
