/* Options of sections, entries and lists. */
#include "option_rows.h"

static const char *const title_rules[] = {"none",  "below", "above", "beside",
                                          "short", "bar",   NULL};
static const char *const rule_levels[] = {"middle", "baseline", NULL};
static const char *const date_places[] = {"right", "column", "below", NULL};
static const char *const date_sides[] = {"auto", "start|left", "center|centre",
                                         "end|right", NULL};
static const char *const subtitle_places[] = {"below", "inline", NULL};
static const char *const town_places[] = {"inline", "right", NULL};

static const struct option options[] = {
    CHOICE("section.alignment", section.alignment, "start", option_sides,
           "where titles of sections stand"),
    CHOICE("section.rule", section.rule, "below", title_rules,
           "line at the title of a section"),
    LENGTH("section.rule_width", section.rule_width, "0.6pt", 0, 6,
           "thickness of that line"),
    LENGTH("section.rule_space", section.rule_space, "0.15em", 0, 18,
           "between title and line"),
    CHOICE("section.rule_level", section.rule_level, "middle", rule_levels,
           "height of a line beside the title"),
    COLOR("section.rule_color", section.rule_color, "rule",
          "colour of that line"),
    LENGTH("section.side_column", section.side_column, "0", 0, 180,
           "width of a column beside the text that holds the titles"),

    CHOICE("entry.dates", entry.dates, "right", date_places,
           "where dates stand"),
    LENGTH("entry.date_column", entry.date_column, "8.5em", 36, 180,
           "width of the column of dates"),
    LENGTH("entry.date_width", entry.date_width, "0", 0, 216,
           "width for dates and towns at the right; 0: what they need"),
    CHOICE("entry.date_alignment", entry.date_alignment, "auto", date_sides,
           "how dates and towns stand in their column"),
    LENGTH("entry.gap", entry.gap, "1.5em", 0, 72,
           "between a title and its dates"),
    CHOICE("entry.subtitle", entry.subtitle, "below", subtitle_places,
           "where the second line of a title stands"),
    CHOICE("entry.place", entry.place, "inline", town_places,
           "where the town stands"),
    LENGTH("entry.indent", entry.indent, "0", 0, 72,
           "of what belongs to an entry"),

    BOOL("entry.compact", entry.compact, "yes",
         "one line for entries that are only a title"),

    BOOL("entry.short_body", entry.short_body, "no",
         "text below a title ends where the column of dates begins"),
    LENGTH("entry.side_space", entry.side_space, "0", 0, 72,
           "at both sides of entries"),
    LENGTH("entry.lead_column", entry.lead_column, "1cm", 0, 144,
           "width of the column before a title, where a template has one"),
    LENGTH("entry.summary_space", entry.summary_space, "0", 0, 36,
           "above the summary of an entry, besides the usual"),
    LENGTH("entry.summary_indent", entry.summary_indent, "0", 0, 72,
           "left of the summary of an entry"),

    TEXT("list.bullet", list.bullet, "•", 8, "sign before an item"),
    TEXT("list.nested_bullet", list.nested_bullet, "–", 8,
         "sign before an item in an item"),
    LENGTH("list.indent", list.indent, "0.1em", 0, 36,
           "from the edge to the sign"),
    LENGTH("list.gap", list.gap, "0.55em", 1, 36, "from the sign to the text"),
    LENGTH("list.space", list.space, "0", 0, 36,
           "above a list, besides the usual"),
    COLOR("list.bullet_color", list.bullet_color, "muted",
          "colour of the sign"),
};

const struct option_group entry_options = GROUP(options);
