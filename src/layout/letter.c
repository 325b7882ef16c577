/* Parts of a letter: each has its place and its white space. */
#include "setters.h"

struct part {
    enum text_style_id style;
    upt above;
    enum alignment alignment;
};

static struct part
part_of(struct flow *flow, enum paragraph_role role)
{
    const struct look *look = flow->look;
    struct part part = {STYLE_BODY, look->letter.space, ALIGN_START};
    switch (role) {
    case ROLE_DATE:
        part.alignment = alignment_of(look->letter.date);
        break;
    case ROLE_SUBJECT:
        part.style = STYLE_LABEL;
        break;
    case ROLE_LETTER:
        part.above = look->letter.paragraph;
        part.alignment = text_body_alignment(flow);
        break;
    case ROLE_SIGNATURE:
        part.above = look->letter.signature;
        break;
    default:
        break;
    }
    return part;
}

/* The farewell and the name do not begin a page alone. */
static int64_t
cost_before(enum paragraph_role role)
{
    if (role == ROLE_SIGNATURE)
        return BREAK_FORBIDDEN;
    return role == ROLE_FAREWELL ? COST_WHOLE : COST_PARAGRAPH;
}

void
letter_part_set(struct flow *flow, const struct block *block)
{
    struct part part = part_of(flow, block->role);
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    flow_space(flow, part.above);
    flow_keep(flow, cost_before(block->role));
    struct set_text text = text_set(flow, &block->text, part.style, tag,
                                    flow->column.width, part.alignment);
    text_flow(flow, &text, flow->column.x);
}
