/* Options of tables, figures and boxes. */
#include "option_rows.h"

static const char *const box_styles[] = {"tint", "rule", "frame", "plain",
                                         NULL};

static const char *const result_choices[] = {
    "auto", "bars", "run", "slope", "dumbbell", "table", "none", NULL};
static const char *const wishes[] = {"auto", "yes", "no", NULL};

static const struct option options[] = {
    LENGTH("table.rule_width", table.rule_width, "0.4pt", 0, 3,
           "lines between rows"),
    LENGTH("table.padding", table.padding, "0.3em", 0, 18,
           "above and below the text of a row"),
    LENGTH("table.gap", table.gap, "1.2em", 2, 48, "between columns"),

    CHOICE("strip.style", strip.style, "rule", box_styles,
           "form of the key figures"),
    COUNT("strip.columns", strip.columns, "3", 1, 6, "key figures in a row"),
    LENGTH("strip.padding", strip.padding, "0.6em", 0, 24,
           "inside a key figure"),

    LENGTH("chart.bar", chart.bar, "6.5pt", 2, 18, "thickness of a bar"),
    COUNT("chart.share", chart.share, "38", 20, 60,
          "per cent of the width that bars take"),
    COUNT("chart.lines", chart.lines, "6", 3, 20,
          "height of a run chart, in lines of text"),
    CHOICE("figures.results", figures.results, "auto", result_choices,
           "how the results of a case are drawn"),
    CHOICE("figures.career", figures.career, "auto", wishes,
           "positions and studies along the years"),
    CHOICE("figures.credentials", figures.credentials, "auto", wishes,
           "how long each credential holds"),
    CHOICE("figures.skills", figures.skills, "auto", wishes,
           "how much evidence there is for each skill"),
    CHOICE("figures.key_metrics", figures.key_metrics, "auto", wishes,
           "key figures: yes puts three below the summary of a resume"),

    CHOICE("callout.style", callout.style, "tint", box_styles, "form of a box"),
    LENGTH("callout.padding", callout.padding, "0.9em", 0, 36, "inside a box"),
    LENGTH("callout.rule_width", callout.rule_width, "2.5pt", 0, 6,
           "line at the side of a box"),
    CHOICE("quote.style", quote.style, "rule", box_styles,
           "form of a quotation"),
    LENGTH("quote.padding", quote.padding, "0.9em", 0, 36,
           "inside a quotation"),
    LENGTH("quote.rule_width", quote.rule_width, "2pt", 0, 6,
           "line at the side of a quotation"),
    BOOL("contents.leaders", contents.leaders, "yes",
         "dots between a title and its page"),
};

const struct option_group figure_options = GROUP(options);
