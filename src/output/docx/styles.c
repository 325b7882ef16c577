/* The styles of the document, as the theme has them. */
#include <stddef.h>
#include <string.h>

#include "word.h"

#define NO_PART (-1)
#define NO_OUTLINE (-1)
#define SPACE(name) (int)offsetof(struct skin, space.name)
#define NO_SPACE (-1)

enum style_flag {
    IS_SHOWN = 1, /* among the styles that Word offers first */
    KEEPS_NEXT = 2,
    KEEPS_LINES = 4,
    HAS_DATES = 8, /* a tab at the end of the line */
    IS_HEAD = 16,  /* stands as the head does, the cover ... */
    IS_COVER = 32,
    IS_SECTION = 64,
    IS_LETTER_DATE = 128,
    IS_RUNNING = 256, /* justified where the theme says so */
    IS_BOX = 512,
    IS_QUOTE = 1024,
    IS_HANGING = 2048, /* a label, then a tab */
    HAS_HEAD_RULE = 4096,
    IS_WIDE = 16384, /* of such labels */
    IS_OWN = 8192    /* Word has no such style */
};

struct style_row {
    const char *id, *name, *based_on, *next;
    int part; /* enum skin_part */
    unsigned flags;
    int before, after; /* offsets of spaces in the skin */
    int outline;
    size_t list, level; /* enum list_number */
};

#define TITLE (KEEPS_NEXT | KEEPS_LINES)

/* Names are those that Word knows, where it has such a style: it then shows
   them in the language of its user. */
static const struct style_row rows[] = {
    {"Title", "Title", "Normal", "Subtitle", SKIN_NAME,
     IS_SHOWN | TITLE | IS_HEAD, NO_SPACE, NO_SPACE, NO_OUTLINE, 0, 0},
    {"Subtitle", "Subtitle", "Normal", "Contact", SKIN_HEADLINE,
     IS_SHOWN | TITLE | IS_HEAD, NO_SPACE, NO_SPACE, NO_OUTLINE, 0, 0},
    {"Contact", "Contact", "Normal", "BodyText", SKIN_CONTACT,
     IS_OWN | IS_SHOWN | IS_HEAD | HAS_HEAD_RULE, SPACE(item), SPACE(paragraph),
     NO_OUTLINE, 0, 0},
    {"CoverTitle", "Cover Title", "Title", "Subtitle", SKIN_COVER_NAME,
     IS_OWN | TITLE | IS_COVER, SPACE(cover), NO_SPACE, NO_OUTLINE, 0, 0},
    {"CoverSubtitle", "Cover Subtitle", "Subtitle", "Promise",
     SKIN_COVER_HEADLINE, IS_OWN | TITLE | IS_COVER, SPACE(paragraph), NO_SPACE,
     NO_OUTLINE, 0, 0},
    {"Promise", "Promise", "Normal", "Contact", SKIN_PROMISE, IS_OWN | IS_COVER,
     SPACE(section), SPACE(section), NO_OUTLINE, 0, 0},
    {"CoverContact", "Cover Contact", "Contact", "BodyText", SKIN_CONTACT,
     IS_OWN | IS_COVER, SPACE(item), SPACE(section), NO_OUTLINE, 0, 0},
    {"Kicker", "Kicker", "Normal", "CaseTitle", SKIN_KICKER, IS_OWN | TITLE,
     SPACE(section), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Heading1", "heading 1", "Normal", "BodyText", SKIN_SECTION,
     IS_SHOWN | TITLE | IS_SECTION, SPACE(section), SPACE(entry_body), 0, 0, 0},
    {"CaseTitle", "Case Title", "Heading1", "BodyText", SKIN_CASE_TITLE,
     IS_OWN | TITLE, NO_SPACE, SPACE(paragraph), 0, 0, 0},
    {"Subsection", "Subsection", "Heading2", "BodyText", SKIN_SUBSECTION,
     IS_OWN | IS_SHOWN | TITLE, SPACE(subsection), SPACE(entry_body), 1, 0, 0},
    {"MinorHeading", "Minor Heading", "Heading3", "BodyText", SKIN_MINOR,
     IS_OWN | IS_SHOWN | TITLE, SPACE(subsection), SPACE(entry_body), 2, 0, 0},
    {"Heading2", "heading 2", "Normal", "EntrySubtitle", SKIN_ENTRY_TITLE,
     IS_SHOWN | TITLE | HAS_DATES, SPACE(entry), NO_SPACE, 1, 0, 0},
    {"EntryLine", "Entry Line", "Heading2", "EntryLine", SKIN_ENTRY_TITLE,
     IS_OWN | KEEPS_LINES | HAS_DATES, SPACE(entry_body), NO_SPACE, 1, 0, 0},
    {"EntryTemplate", "Entry Template", "Heading2", "EntrySubtitle",
     SKIN_ENTRY_SUBTITLE, IS_OWN | TITLE | HAS_DATES, SPACE(entry), NO_SPACE, 1,
     0, 0},
    {"Heading3", "heading 3", "Normal", "EntryMeta", SKIN_POSITION,
     TITLE | HAS_DATES, SPACE(paragraph), NO_SPACE, 2, 0, 0},
    {"EntrySubtitle", "Entry Subtitle", "Normal", "EntryMeta",
     SKIN_ENTRY_SUBTITLE, IS_OWN | IS_SHOWN | KEEPS_LINES | HAS_DATES, NO_SPACE,
     NO_SPACE, NO_OUTLINE, 0, 0},
    {"EntryMeta", "Entry Details", "Normal", "ListBullet", SKIN_META,
     IS_OWN | IS_SHOWN, SPACE(entry_body), SPACE(entry_body), NO_OUTLINE, 0, 0},
    {"BodyText", "Body Text", "Normal", "BodyText", SKIN_BODY,
     IS_SHOWN | IS_RUNNING, SPACE(paragraph), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Summary", "Summary", "BodyText", "BodyText", SKIN_SUMMARY,
     IS_OWN | IS_SHOWN | IS_RUNNING, SPACE(entry_body), NO_SPACE, NO_OUTLINE, 0,
     0},
    {"Note", "Note", "Normal", "BodyText", SKIN_NOTE, IS_OWN, SPACE(entry_body),
     NO_SPACE, NO_OUTLINE, 0, 0},
    {"Labelled", "Labelled Line", "Normal", "Labelled", SKIN_BODY,
     IS_OWN | IS_SHOWN | IS_RUNNING, SPACE(item), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Facts", "Facts", "Normal", "Facts", SKIN_BODY, IS_OWN | IS_HANGING,
     SPACE(item), NO_SPACE, NO_OUTLINE, 0, 0},
    {"KeyFigure", "Key Figure", "Normal", "KeyFigure", SKIN_BODY,
     IS_OWN | IS_HANGING | IS_WIDE | KEEPS_LINES, SPACE(paragraph), NO_SPACE,
     NO_OUTLINE, 0, 0},
    {"ListBullet", "List Bullet", "Normal", "ListBullet", SKIN_BODY,
     IS_SHOWN | IS_RUNNING, SPACE(item), NO_SPACE, NO_OUTLINE, LIST_BULLETS, 0},
    {"ListBullet2", "List Bullet 2", "Normal", "ListBullet2", SKIN_BODY,
     IS_RUNNING, SPACE(item), NO_SPACE, NO_OUTLINE, LIST_BULLETS, 1},
    {"ListBullet3", "List Bullet 3", "Normal", "ListBullet3", SKIN_BODY,
     IS_RUNNING, SPACE(item), NO_SPACE, NO_OUTLINE, LIST_BULLETS, 2},
    {"ListNumber", "List Number", "Normal", "ListNumber", SKIN_BODY,
     IS_SHOWN | IS_RUNNING, SPACE(item), NO_SPACE, NO_OUTLINE,
     LIST_FIRST_ORDERED, 0},
    {"ListNumber2", "List Number 2", "Normal", "ListNumber2", SKIN_BODY,
     IS_RUNNING, SPACE(item), NO_SPACE, NO_OUTLINE, LIST_FIRST_ORDERED, 1},
    {"ListNumber3", "List Number 3", "Normal", "ListNumber3", SKIN_BODY,
     IS_RUNNING, SPACE(item), NO_SPACE, NO_OUTLINE, LIST_FIRST_ORDERED, 2},
    {"Quote", "Quote", "Normal", "Attribution", SKIN_QUOTE,
     IS_SHOWN | IS_QUOTE | KEEPS_LINES, SPACE(block), NO_SPACE, NO_OUTLINE, 0,
     0},
    {"Attribution", "Attribution", "Normal", "BodyText", SKIN_ATTRIBUTION,
     IS_OWN | IS_QUOTE | KEEPS_LINES, SPACE(entry_body), SPACE(paragraph),
     NO_OUTLINE, 0, 0},
    {"CalloutTitle", "Callout Title", "Normal", "Callout", SKIN_CALLOUT_TITLE,
     IS_OWN | IS_BOX | TITLE, SPACE(block), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Callout", "Callout", "Normal", "BodyText", SKIN_CALLOUT,
     IS_OWN | IS_BOX | KEEPS_LINES, NO_SPACE, SPACE(paragraph), NO_OUTLINE, 0,
     0},
    {"Caption", "caption", "Normal", "BodyText", SKIN_LABEL, IS_SHOWN | TITLE,
     SPACE(paragraph), SPACE(entry_body), NO_OUTLINE, 0, 0},
    {"ChartText", "Chart Text", "Normal", "ChartText", SKIN_BODY,
     IS_OWN | HAS_DATES, NO_SPACE, NO_SPACE, NO_OUTLINE, 0, 0},
    {"TableText", "Table Text", "Normal", "TableText", SKIN_TABLE, IS_OWN,
     NO_SPACE, NO_SPACE, NO_OUTLINE, 0, 0},
    {"TableHead", "Table Head", "TableText", "TableText", SKIN_TABLE_HEAD,
     IS_OWN | KEEPS_NEXT, NO_SPACE, NO_SPACE, NO_OUTLINE, 0, 0},
    {"Picture", "Picture", "Normal", "Caption", SKIN_BODY, IS_OWN | KEEPS_NEXT,
     SPACE(paragraph), SPACE(entry_body), NO_OUTLINE, 0, 0},
    {"Portrait", "Portrait", "Normal", "Title", SKIN_BODY,
     IS_OWN | KEEPS_NEXT | IS_HEAD, NO_SPACE, SPACE(entry_body), NO_OUTLINE, 0,
     0},
    {"CoverPortrait", "Cover Portrait", "Normal", "CoverTitle", SKIN_BODY,
     IS_OWN | KEEPS_NEXT | IS_COVER, NO_SPACE, SPACE(paragraph), NO_OUTLINE, 0,
     0},
    {"Separator", "Separator", "Normal", "BodyText", SKIN_NOTE, IS_OWN,
     NO_SPACE, NO_SPACE, NO_OUTLINE, 0, 0},
    {"TOCHeading", "TOC Heading", "Normal", "BodyText", SKIN_SECTION,
     TITLE | IS_SECTION, SPACE(section), SPACE(section_title), NO_OUTLINE, 0,
     0},
    {"TOC1", "toc 1", "Normal", "Normal", SKIN_CONTENTS, HAS_DATES, NO_SPACE,
     NO_SPACE, NO_OUTLINE, 0, 0},
    {"TOC2", "toc 2", "TOC1", "Normal", SKIN_CONTENTS, HAS_DATES, NO_SPACE,
     NO_SPACE, NO_OUTLINE, 0, 0},
    {"Footer", "footer", "Normal", "Footer", SKIN_FOOTER, HAS_DATES, NO_SPACE,
     NO_SPACE, NO_OUTLINE, 0, 0},
    {"Date", "Date", "Normal", "LetterAddress", SKIN_BODY, IS_LETTER_DATE,
     SPACE(letter), NO_SPACE, NO_OUTLINE, 0, 0},
    {"LetterAddress", "Inside Address", "Normal", "LetterAddress", SKIN_BODY,
     IS_OWN, SPACE(letter), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Subject", "Subject Line", "Normal", "Salutation", SKIN_LABEL,
     IS_OWN | TITLE, SPACE(letter), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Salutation", "Salutation", "Normal", "LetterText", SKIN_BODY, KEEPS_NEXT,
     SPACE(letter), NO_SPACE, NO_OUTLINE, 0, 0},
    {"LetterText", "Letter Text", "BodyText", "LetterText", SKIN_BODY,
     IS_OWN | IS_RUNNING, SPACE(paragraph), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Closing", "Closing", "Normal", "Signature", SKIN_BODY, KEEPS_NEXT,
     SPACE(letter), NO_SPACE, NO_OUTLINE, 0, 0},
    {"Signature", "Signature", "Normal", "Normal", SKIN_BODY, 0,
     SPACE(signature), NO_SPACE, NO_OUTLINE, 0, 0},
};

/* ---- letters -------------------------------------------------------------
 */

static void
add_fonts(struct buf *out, struct str family)
{
    struct word_font font = word_font_for(family);
    buf_add_text(out, "<w:rFonts w:ascii=\"");
    buf_add_xml(out, font.name);
    buf_add_text(out, "\" w:hAnsi=\"");
    buf_add_xml(out, font.name);
    buf_add_text(out, "\"/>");
}

static void
add_switch(struct buf *out, const char *name, bool is_on)
{
    buf_print(out, "<w:%s%s/>", name, is_on ? "" : " w:val=\"0\"");
}

/* In the order of CT_RPr. What the body does not have either is only said
   where a style that is built on could have it. */
static void
add_type(const struct word_file *word, struct buf *out, enum skin_part part)
{
    const struct skin_type *type = &word->skin.text[part];
    const struct skin_type *body = &word->skin.text[SKIN_BODY];
    buf_add_text(out, "<w:rPr>");
    if (!str_equal(type->family, body->family))
        add_fonts(out, type->family);
    add_switch(out, "b", type->is_bold);
    add_switch(out, "bCs", type->is_bold);
    add_switch(out, "i", type->is_italic);
    add_switch(out, "iCs", type->is_italic);
    add_switch(out, "caps", type->is_upper);
    add_switch(out, "smallCaps", type->is_small_caps);
    buf_print(out,
              "<w:color w:val=\"%06X\"/><w:spacing w:val=\"%lld\"/>"
              "<w:sz w:val=\"%lld\"/><w:szCs w:val=\"%lld\"/></w:rPr>",
              (unsigned)type->color, (long long)word_twips(type->letter_space),
              (long long)word_half_points(type->size),
              (long long)word_half_points(type->size));
}

/* ---- paragraphs ----------------------------------------------------------
 */

static long long
space_at(const struct word_file *word, int offset)
{
    upt length = 0;
    if (offset >= 0)
        memcpy(&length, (const char *)&word->skin + offset, sizeof length);
    return (long long)word_twips(length);
}

static void
add_border(struct buf *out, const char *side, upt width, int space, rgb color)
{
    long long eighth = (long long)word_eighths(width);
    buf_print(out,
              "<w:pBdr><w:%s w:val=\"single\" w:sz=\"%lld\" w:space=\"%d\" "
              "w:color=\"%06X\"/></w:pBdr>",
              side,
              eighth < 2    ? 2
              : eighth > 96 ? 96
                            : eighth,
              space, (unsigned)color);
}

/* The side where lines begin. */
static const char *
start_side(const struct word_file *word)
{
    return word->right_to_left ? "right" : "left";
}

static void
add_borders(const struct word_file *word, struct buf *out, unsigned flags)
{
    const struct skin *skin = &word->skin;
    if (flags & IS_SECTION && skin->section_rule != SKIN_NO_RULE)
        add_border(out,
                   skin->section_rule == SKIN_RULE_ABOVE ? "top" : "bottom",
                   skin->section_rule_width, 1, skin->section_rule_color);
    else if (flags & HAS_HEAD_RULE && skin->head_rule != SKIN_NO_RULE)
        add_border(out, "bottom", skin->head_rule_width, 4, skin->rule);
    else if (flags & (IS_QUOTE | IS_BOX))
        add_border(out, start_side(word), PT(2.25), 8, skin->accent);
    if (flags & IS_BOX)
        buf_print(out,
                  "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>",
                  (unsigned)skin->tint);
}

/* From the edge to what stands behind a label. */
#define HANG PT(90)
#define WIDE_HANG PT(150)
#define BOX_INDENT PT(12)

static upt
hang_of(unsigned flags)
{
    return flags & IS_WIDE ? WIDE_HANG : HANG;
}

static void
add_tabs(const struct word_file *word, struct buf *out, unsigned flags)
{
    long long end = (long long)word_twips(word_measure(word));
    if (flags & HAS_DATES)
        buf_print(out,
                  "<w:tabs><w:tab w:val=\"right\" w:pos=\"%lld\"/></w:tabs>",
                  end);
    else if (flags & IS_HANGING)
        buf_print(out,
                  "<w:tabs><w:tab w:val=\"left\" w:pos=\"%lld\"/></w:tabs>",
                  (long long)word_twips(hang_of(flags)));
}

static void
add_indent(struct buf *out, unsigned flags)
{
    if (flags & IS_HANGING)
        buf_print(out, "<w:ind w:left=\"%lld\" w:hanging=\"%lld\"/>",
                  (long long)word_twips(hang_of(flags)),
                  (long long)word_twips(hang_of(flags)));
    else if (flags & (IS_QUOTE | IS_BOX))
        buf_print(out, "<w:ind w:left=\"%lld\"/>",
                  (long long)word_twips(BOX_INDENT));
}

/* "left" is where lines begin, in Arabic too. */
static const char *
justification(const struct word_file *word, unsigned flags)
{
    static const char *const sides[] = {
        [SKIN_START] = "left", [SKIN_CENTER] = "center", [SKIN_END] = "right"};
    const struct skin *skin = &word->skin;
    if (flags & IS_HEAD)
        return sides[skin->head];
    if (flags & IS_COVER)
        return sides[skin->cover];
    if (flags & IS_SECTION)
        return sides[skin->section];
    if (flags & IS_LETTER_DATE)
        return sides[skin->letter_date];
    return flags & IS_RUNNING && skin->is_justified ? "both" : "left";
}

/* In the order of CT_PPr. */
static void
add_shape(const struct word_file *word, struct buf *out,
          const struct style_row *row)
{
    const struct skin_type *type = &word->skin.text[row->part];
    buf_add_text(out, "<w:pPr>");
    if (row->flags & KEEPS_NEXT)
        buf_add_text(out, "<w:keepNext/>");
    else if (strcmp(row->based_on, "Normal") != 0)
        buf_add_text(out, "<w:keepNext w:val=\"0\"/>");
    if (row->flags & KEEPS_LINES)
        buf_add_text(out, "<w:keepLines/>");
    if (row->list)
        buf_print(out,
                  "<w:numPr><w:ilvl w:val=\"%zu\"/><w:numId w:val=\"%zu\"/>"
                  "</w:numPr>",
                  row->level, row->list);
    add_borders(word, out, row->flags);
    add_tabs(word, out, row->flags);
    buf_print(out,
              "<w:spacing w:before=\"%lld\" w:after=\"%lld\" w:line=\"%lld\" "
              "w:lineRule=\"atLeast\"/>",
              space_at(word, row->before), space_at(word, row->after),
              (long long)word_twips(type->leading));
    add_indent(out, row->flags);
    buf_print(out, "<w:jc w:val=\"%s\"/>", justification(word, row->flags));
    if (row->outline != NO_OUTLINE)
        buf_print(out, "<w:outlineLvl w:val=\"%d\"/>", row->outline);
    buf_add_text(out, "</w:pPr>");
}

static void
add_paragraph_style(const struct word_file *word, struct buf *out,
                    const struct style_row *row)
{
    buf_print(out,
              "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name "
              "w:val=\"%s\"/><w:basedOn w:val=\"%s\"/><w:next w:val=\"%s\"/>"
              "%s",
              row->flags & IS_OWN ? " w:customStyle=\"1\"" : "", row->id,
              row->name, row->based_on, row->next,
              row->flags & IS_SHOWN ? "<w:qFormat/>" : "");
    add_shape(word, out, row);
    add_type(word, out, (enum skin_part)row->part);
    buf_add_text(out, "</w:style>\n");
}

/* ---- defaults ------------------------------------------------------------
 */

/* Word asks for one language of each kind of writing. */
static void
add_languages(const struct word_file *word, struct buf *out)
{
    struct str language = word->document->language;
    const char *kind = "val";
    if (word->right_to_left)
        kind = "bidi";
    else if (str_starts(language, STR("zh")) ||
             str_starts(language, STR("ja")) || str_starts(language, STR("ko")))
        kind = "eastAsia";
    if (!language.len)
        language = STR("en-US");
    buf_add_text(out, "<w:lang");
    if (strcmp(kind, "val") != 0)
        buf_add_text(out, " w:val=\"en-US\"");
    buf_print(out, " w:%s=\"", kind);
    buf_add_xml(out, language);
    buf_add_text(out, "\"/>");
}

static void
add_defaults(const struct word_file *word, struct buf *out)
{
    const struct skin_type *body = &word->skin.text[SKIN_BODY];
    struct word_font font = word_font_for(body->family);
    struct str language = word->document->language;
    bool is_serif = strcmp(font.family, "roman") == 0;
    buf_add_text(out, "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
                      "w:ascii=\"");
    buf_add_xml(out, font.name);
    buf_print(out, "\" w:eastAsia=\"%s\" w:hAnsi=\"",
              word_font_east_asian(language, is_serif));
    buf_add_xml(out, font.name);
    buf_print(out,
              "\" w:cs=\"%s\"/><w:color w:val=\"%06X\"/><w:sz w:val=\"%lld\"/>"
              "<w:szCs w:val=\"%lld\"/>",
              word_font_complex(language, is_serif), (unsigned)body->color,
              (long long)word_half_points(body->size),
              (long long)word_half_points(body->size));
    add_languages(word, out);
    buf_print(out,
              "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing "
              "w:after=\"0\" w:line=\"%lld\" w:lineRule=\"atLeast\"/></w:pPr>"
              "</w:pPrDefault></w:docDefaults>\n",
              (long long)word_twips(body->leading));
    buf_print(out,
              "<w:style w:type=\"paragraph\" w:default=\"1\" "
              "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
              "<w:pPr><w:widowControl/>%s</w:pPr></w:style>\n"
              "<w:style w:type=\"character\" w:default=\"1\" "
              "w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default "
              "Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>"
              "</w:style>\n",
              word->right_to_left ? "<w:bidi/>" : "");
}

/* ---- letters of their own ------------------------------------------------
 */

struct letter_style {
    const char *id, *name;
    int part;
};

static const struct letter_style letter_styles[] = {
    {"PostNominals", "Post Nominals", SKIN_POST_NOMINALS},
    {"Dates", "Dates", SKIN_DATE},
    {"Place", "Place", SKIN_PLACE},
    {"EntrySubtitleText", "Entry Subtitle Text", SKIN_ENTRY_SUBTITLE},
    {"Label", "Label", SKIN_LABEL},
    {"NoteText", "Note Text", SKIN_NOTE},
    {"KeyValue", "Key Value", SKIN_TILE_VALUE},
};

static void
add_letter_styles(const struct word_file *word, struct buf *out)
{
    const struct skin *skin = &word->skin;
    size_t count = sizeof letter_styles / sizeof *letter_styles;
    for (size_t i = 0; i < count; i++) {
        buf_print(out,
                  "<w:style w:type=\"character\" w:customStyle=\"1\" "
                  "w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn "
                  "w:val=\"DefaultParagraphFont\"/>",
                  letter_styles[i].id, letter_styles[i].name);
        add_type(word, out, (enum skin_part)letter_styles[i].part);
        buf_add_text(out, "</w:style>\n");
    }
    buf_print(out,
              "<w:style w:type=\"character\" w:customStyle=\"1\" "
              "w:styleId=\"Muted\"><w:name w:val=\"Muted\"/><w:basedOn "
              "w:val=\"DefaultParagraphFont\"/><w:rPr><w:color w:val=\"%06X\"/>"
              "</w:rPr></w:style>\n",
              (unsigned)skin->muted);
    buf_print(out,
              "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name "
              "w:val=\"Hyperlink\"/><w:basedOn "
              "w:val=\"DefaultParagraphFont\"/><w:rPr><w:color w:val=\"%06X\"/>"
              "%s</w:rPr></w:style>\n",
              (unsigned)skin->link,
              skin->underlines_links ? "<w:u w:val=\"single\"/>" : "");
}

/* ---- tables --------------------------------------------------------------
 */

static void
add_line(struct buf *out, const char *side, rgb color)
{
    buf_print(out,
              "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
              "w:color=\"%06X\"/>",
              side, (unsigned)color);
}

static void
add_table_styles(const struct word_file *word, struct buf *out)
{
    static const char *const sides[] = {"top",   "left",    "bottom",
                                        "right", "insideH", "insideV"};
    rgb rule = word->skin.rule;
    buf_add_text(
        out,
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
        "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>"
        "<w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
        "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" "
        "w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right "
        "w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n"
        "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\">"
        "<w:name w:val=\"No List\"/><w:uiPriority w:val=\"99\"/>"
        "<w:semiHidden/></w:style>\n"
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name "
        "w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr>"
        "<w:tblBorders>");
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        add_line(out, sides[i], rule);
    buf_add_text(out,
                 "</w:tblBorders></w:tblPr></w:style>\n<w:style "
                 "w:type=\"table\" w:customStyle=\"1\" "
                 "w:styleId=\"DossierTable\"><w:name w:val=\"Dossier Table\"/>"
                 "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>");
    add_line(out, "bottom", rule);
    add_line(out, "insideH", rule);
    buf_add_text(out,
                 "</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" "
                 "w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/><w:bottom "
                 "w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"60\" "
                 "w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblStylePr "
                 "w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:tcBorders>");
    add_line(out, "bottom", word->skin.accent);
    buf_add_text(out, "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>\n");
}

struct str
word_styles(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    buf_add_text(&out, XML_HEAD "<w:styles xmlns:w=\"" MAIN_SPACE "\">\n");
    add_defaults(word, &out);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_paragraph_style(word, &out, &rows[i]);
    add_letter_styles(word, &out);
    add_table_styles(word, &out);
    buf_add_text(&out, "</w:styles>\n");
    return buf_str(&out);
}
