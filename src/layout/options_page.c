/* Options of paper, type, palette, spaces and footer. */
#include "option_rows.h"

static const char *const formats[] = {"letter", "a4",        "legal",
                                      "a5",     "executive", NULL};
static const char *const settings[] = {"ragged", "justified", NULL};
static const char *const margin_places[] = {
    "name",          "headline",     "document",    "about",
    "page_of_pages", "page_number",  "total_pages", "last_updated",
    "updated_date",  "current_date", NULL};
static const char *const footer_choices[] = {"all", "not_first", "none", NULL};

static const struct option options[] = {
    LENGTH("font_size", font_size, "10.5pt", 6, 16, "size of the body text"),
    FAMILY("fonts.body", body_family, "Source Sans 3", "family of the text"),
    FAMILY("fonts.heading", heading_family, "body",
           "family of name and titles"),
    COLOR("colors.text", color.text, "#1c1c1c", "body text"),
    COLOR("colors.muted", color.muted, "#595959", "dates, notes, labels"),
    COLOR("colors.accent", color.accent, "#1f4e79", "titles and figures"),
    COLOR("colors.rule", color.rule, "#b8b8b8", "thin lines"),
    COLOR("colors.tint", color.tint, "#f1f4f7", "ground of boxes"),
    COLOR("colors.link", color.link, "text", "links"),
    BOOL("links.underline", link_underline, "no", "underlines links"),
    CHOICE("page", page, "letter", formats, "size of the paper"),
    LENGTH("margins.top", margin_top, "0.75in", 18, 216, "above the text"),
    LENGTH("margins.right", margin_right, "0.9in", 18, 216,
           "right of the text"),
    LENGTH("margins.bottom", margin_bottom, "0.85in", 18, 216,
           "below the text"),
    LENGTH("margins.left", margin_left, "0.9in", 18, 216, "left of the text"),
    CHOICE("setting", setting, "ragged", settings, "right edge of the text"),
    BOOL("hyphenate", hyphenate, "no", "breaks words at line ends"),

    LENGTH("space.paragraph", space.paragraph, "0.45em", 0, 36,
           "between paragraphs"),
    LENGTH("space.section", space.section, "1.35em", 0, 72,
           "above a section's title"),
    LENGTH("space.section_title", space.section_title, "0.45em", 0, 36,
           "below a section's title"),
    LENGTH("space.subsection", space.subsection, "1.1em", 0, 72,
           "above a title inside a section"),
    LENGTH("space.entry", space.entry, "0.8em", 0, 48, "between entries"),
    LENGTH("space.entry_body", space.entry_body, "0.2em", 0, 24,
           "between an entry's title and its text"),
    LENGTH("space.item", space.item, "0.2em", 0, 24, "between list items"),
    LENGTH("space.block", space.block, "0.9em", 0, 48,
           "around tables, figures and boxes"),
    COUNT("space.shrink", space.shrink, "350", 0, 600,
          "per mille that spaces may lose to save a page"),
    COUNT("space.stretch", space.stretch, "450", 0, 1000,
          "per mille that spaces may gain to fill a page"),
    COUNT("space.leading_shrink", space.leading_shrink, "45", 0, 120,
          "per mille that the leading may lose"),
    COUNT("space.leading_stretch", space.leading_stretch, "45", 0, 120,
          "per mille that the leading may gain"),

    CHOICE("footer.pages", footer.pages, "all", footer_choices,
           "pages with a footer"),
    BOOL("footer.single", footer.single, "no",
         "also when there is only one page"),
    LENGTH("footer.space", footer.space, "0.4in", 8, 72,
           "from the text to the footer"),
    BOOL("footer.rule", footer.rule, "no", "line above the footer"),
    TEMPLATE("footer.start", footer.start, "{about}", margin_places,
             "at the beginning of the footer"),
    TEMPLATE("footer.center", footer.center, "", margin_places,
             "in the middle of the footer"),
    TEMPLATE("footer.end", footer.end, "{page_of_pages}", margin_places,
             "at the end of the footer"),
    TEMPLATE("top_note.text", top_note.text, "", margin_places,
             "in the margin above the first page"),
    CHOICE("top_note.alignment", top_note.alignment, "end", option_sides,
           "where that note stands"),
    LENGTH("top_note.space", top_note.space, "0.2in", 4, 72,
           "from that note to the text"),
};

const struct option_group page_options = GROUP(options);
