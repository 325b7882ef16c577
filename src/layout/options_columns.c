/* Options of columns and pages: sidebar, timeline, where pages end. */
#include "option_rows.h"

static const char *const sidebar_sides[] = {"start", "end", NULL};
static const char *const sidebar_heads[] = {"full", "main", NULL};

static const struct option options[] = {
    COUNT("columns", columns, "1", 1, 2,
          "columns of the resume: the text alone, or beside a sidebar"),
    CHOICE("sidebar.side", sidebar.side, "start", sidebar_sides,
           "where the sidebar stands"),
    LENGTH("sidebar.width", sidebar.width, "2in", 90, 240,
           "width of the text in the sidebar"),
    LENGTH("sidebar.gap", sidebar.gap, "0.35in", 8, 72,
           "between the sidebar and the text"),
    COLOR("sidebar.ground", sidebar.ground, "#ffffff",
          "ground of the sidebar, to the edge of the paper; white is none"),
    LENGTH("sidebar.rule_width", sidebar.rule_width, "0", 0, 6,
           "thickness of a line between sidebar and text"),
    CHOICE("sidebar.head", sidebar.head, "full", sidebar_heads,
           "what the head stands above: both columns, or the text; programs "
           "read what stands at the start side first"),
    BOOL("sidebar.contact", sidebar.contact, "no",
         "phone, mail and town stand in the sidebar"),
    SECTIONS("sidebar.sections", sidebar.sections, "",
             "sections in the sidebar; in one column they follow the head"),
    SECTIONS("sidebar.above", sidebar.above, "summary",
             "sections that stand with the head, before the sidebar"),

    BOOL("grid", grid, "no",
         "lines of text at the same heights on all pages; in between, spaces "
         "are half lines"),
    SECTIONS("page_breaks", page_breaks, "",
             "sections that begin on a new page"),
    BOOL("section.allow_page_break", section.breaks, "yes",
         "sections go on on the next page; no: only if longer than one"),
    BOOL("entry.allow_page_break", entry.breaks, "yes",
         "entries go on on the next page; no: only if longer than one"),

    SECTIONS("entry.timeline", entry.timeline, "",
             "sections with a line and nodes beside their entries"),
    LENGTH("entry.timeline_width", entry.timeline_width, "0.75pt", 0, 4,
           "thickness of that line"),
    COLOR("entry.timeline_color", entry.timeline_color, "accent",
          "colour of its nodes"),
};

const struct option_group column_options = GROUP(options);
