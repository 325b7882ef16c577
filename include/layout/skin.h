/*
 * A look for writers that set no pages themselves (Word): paper, type, colours
 * and spaces of one kind of document, in the lengths of the theme.
 */
#ifndef LAYOUT_SKIN_H
#define LAYOUT_SKIN_H

#include "layout/theme.h"
#include "type/paragraph.h"

enum skin_part {
    SKIN_BODY,
    SKIN_NAME,
    SKIN_POST_NOMINALS,
    SKIN_HEADLINE,
    SKIN_CONTACT,
    SKIN_COVER_NAME,
    SKIN_COVER_HEADLINE,
    SKIN_PROMISE,
    SKIN_SECTION,
    SKIN_SUBSECTION,
    SKIN_MINOR,
    SKIN_CASE_TITLE,
    SKIN_KICKER,
    SKIN_ENTRY_TITLE,
    SKIN_POSITION,
    SKIN_ENTRY_SUBTITLE,
    SKIN_DATE,
    SKIN_PLACE,
    SKIN_SUMMARY,
    SKIN_META,
    SKIN_NOTE,
    SKIN_LABEL,
    SKIN_TABLE,
    SKIN_TABLE_HEAD,
    SKIN_TILE_VALUE,
    SKIN_QUOTE,
    SKIN_ATTRIBUTION,
    SKIN_CALLOUT_TITLE,
    SKIN_CALLOUT,
    SKIN_CONTENTS,
    SKIN_FOOTER,
    SKIN_PARTS
};

struct skin_type {
    struct str family;
    upt size, leading, letter_space;
    rgb color;
    bool is_bold, is_italic, is_upper, is_small_caps;
};

enum skin_side { SKIN_START, SKIN_CENTER, SKIN_END };
enum skin_rule { SKIN_NO_RULE, SKIN_RULE_BELOW, SKIN_RULE_ABOVE };

struct skin {
    upt page_width, page_height;
    upt top, right, bottom, left; /* margins */
    struct skin_type text[SKIN_PARTS];
    rgb muted, accent, rule, tint, link;
    bool underlines_links, is_justified;
    struct {
        upt paragraph, section, section_title, subsection, entry, entry_body,
            item, block, letter, signature, cover;
    } space;
    enum skin_side head, cover, section, letter_date;
    enum skin_rule head_rule, section_rule;
    upt head_rule_width, section_rule_width;
    rgb section_rule_color;
    struct str contact_separator;
    bool has_contact_links;
    upt list_indent; /* to the sign of a list, and from there to the text: */
    upt list_gap;
    struct str bullet, nested_bullet;
    rgb bullet_color;
    bool has_footer;
    struct str footer[SKIN_END + 1]; /* by enum skin_side: templates */
    bool has_portrait, has_cover_portrait;
    upt portrait_width, cover_portrait_width;
};

void skin_read(const struct theme *theme, enum document_kind kind,
               struct skin *skin);

#endif
