#include "layout/skin.h"

#include "look.h"

static const enum text_style_id styles[SKIN_PARTS] = {
    [SKIN_BODY] = STYLE_BODY,
    [SKIN_NAME] = STYLE_NAME,
    [SKIN_POST_NOMINALS] = STYLE_POST_NOMINALS,
    [SKIN_HEADLINE] = STYLE_HEADLINE,
    [SKIN_CONTACT] = STYLE_CONTACT,
    [SKIN_COVER_NAME] = STYLE_COVER_NAME,
    [SKIN_COVER_HEADLINE] = STYLE_COVER_HEADLINE,
    [SKIN_PROMISE] = STYLE_PROMISE,
    [SKIN_SECTION] = STYLE_SECTION,
    [SKIN_SUBSECTION] = STYLE_SUBSECTION,
    [SKIN_MINOR] = STYLE_MINOR,
    [SKIN_CASE_TITLE] = STYLE_CASE_TITLE,
    [SKIN_KICKER] = STYLE_KICKER,
    [SKIN_ENTRY_TITLE] = STYLE_ENTRY_TITLE,
    [SKIN_POSITION] = STYLE_POSITION,
    [SKIN_ENTRY_SUBTITLE] = STYLE_ENTRY_SUBTITLE,
    [SKIN_DATE] = STYLE_DATE,
    [SKIN_PLACE] = STYLE_PLACE,
    [SKIN_SUMMARY] = STYLE_SUMMARY,
    [SKIN_META] = STYLE_META,
    [SKIN_NOTE] = STYLE_NOTE,
    [SKIN_LABEL] = STYLE_LABEL,
    [SKIN_TABLE] = STYLE_TABLE,
    [SKIN_TABLE_HEAD] = STYLE_TABLE_HEAD,
    [SKIN_TILE_VALUE] = STYLE_TILE_VALUE,
    [SKIN_QUOTE] = STYLE_QUOTE,
    [SKIN_ATTRIBUTION] = STYLE_ATTRIBUTION,
    [SKIN_CALLOUT_TITLE] = STYLE_CALLOUT_TITLE,
    [SKIN_CALLOUT] = STYLE_CALLOUT,
    [SKIN_CONTENTS] = STYLE_CONTENTS,
    [SKIN_FOOTER] = STYLE_FOOTER,
};

static const enum skin_side sides[] = {
    [SIDE_START] = SKIN_START,
    [SIDE_CENTER] = SKIN_CENTER,
    [SIDE_END] = SKIN_END,
};

static struct skin_type
type_of(const struct text_style *style)
{
    return (struct skin_type){
        .family = style->family,
        .size = style->size,
        .leading = style->leading,
        .letter_space = style->letter_space,
        .color = style->color,
        .is_bold = style->weight != WEIGHT_REGULAR,
        .is_italic = style->italic,
        .is_upper = style->letter_case == CASE_UPPER,
        .is_small_caps = style->letter_case == CASE_SMALL_CAPS,
    };
}

/* Lines beside a title or shorter than it come to one below it. */
static enum skin_rule
rule_of(int place)
{
    if (place == RULE_NONE || place == RULE_BAR)
        return SKIN_NO_RULE;
    return place == RULE_ABOVE ? SKIN_RULE_ABOVE : SKIN_RULE_BELOW;
}

static void
read_page(const struct look *look, struct skin *skin)
{
    skin->page_width = look->page_width;
    skin->page_height = look->page_height;
    skin->top = look->margin_top;
    skin->right = look->margin_right;
    skin->bottom = look->margin_bottom;
    skin->left = look->margin_left;
    skin->muted = look->color.muted;
    skin->accent = look->color.accent;
    skin->rule = look->color.rule;
    skin->tint = look->color.tint;
    skin->link = look->color.link;
    skin->underlines_links = look->link_underline;
    skin->is_justified = look->setting == SET_JUSTIFIED;
    skin->has_footer = look->footer.pages != FOOTER_NONE;
    skin->footer[SKIN_START] = look->footer.start;
    skin->footer[SKIN_CENTER] = look->footer.center;
    skin->footer[SKIN_END] = look->footer.end;
}

static void
read_spaces(const struct look *look, struct skin *skin)
{
    skin->space.paragraph = look->space.paragraph;
    skin->space.section = look->space.section;
    skin->space.section_title = look->space.section_title;
    skin->space.subsection = look->space.subsection;
    skin->space.entry = look->space.entry;
    skin->space.entry_body = look->space.entry_body;
    skin->space.item = look->space.item;
    skin->space.block = look->space.block;
    skin->space.letter = look->letter.space;
    skin->space.signature = look->letter.signature;
    skin->list_indent = look->list.indent;
    skin->list_gap = look->list.gap;
}

static void
read_head(const struct look *look, struct skin *skin)
{
    skin->head = sides[look->head.alignment];
    skin->cover = sides[look->cover.alignment];
    skin->letter_date = sides[look->letter.date];
    skin->head_rule = rule_of(look->head.rule);
    skin->head_rule_width = look->head.rule_width;
    skin->contact_separator = look->head.separator;
    skin->has_contact_links = look->head.links;
    skin->space.cover = look->cover.top;
    skin->has_portrait = look->head.photo;
    skin->has_cover_portrait = look->cover.photo != PHOTO_NONE;
    skin->portrait_width = look->head.photo_width;
    skin->cover_portrait_width = look->cover.photo_width;
}

void
skin_read(const struct theme *theme, enum document_kind kind, struct skin *skin)
{
    const struct look *look = theme_look(theme, kind);
    *skin = (struct skin){0};
    read_page(look, skin);
    read_spaces(look, skin);
    read_head(look, skin);
    for (int part = 0; part < SKIN_PARTS; part++)
        skin->text[part] = type_of(&look->text[styles[part]]);
    skin->section = sides[look->section.alignment];
    skin->section_rule = rule_of(look->section.rule);
    skin->section_rule_width = look->section.rule_width;
    skin->section_rule_color = look->section.rule_color;
    skin->bullet = look->list.bullet;
    skin->nested_bullet = look->list.nested_bullet;
    skin->bullet_color = look->list.bullet_color;
}
