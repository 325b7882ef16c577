/* Options of the head of a resume and the cover of a portfolio. */
#include "option_rows.h"

const char *const option_sides[] = {"start", "center", "end", NULL};
const char *const option_rules[] = {"none",   "below", "above",
                                    "beside", "short", NULL};
static const char *const head_contacts[] = {"below", "beside", NULL};

static const struct option options[] = {
    CHOICE("head.alignment", head.alignment, "start", option_sides,
           "where the name stands"),
    CHOICE("head.contact", head.contact, "below", head_contacts,
           "where phone, mail and town stand"),
    CHOICE("head.rule", head.rule, "none", option_rules, "line under the head"),
    LENGTH("head.rule_width", head.rule_width, "0.6pt", 0, 6,
           "thickness of that line"),
    LENGTH("head.name_space", head.name_space, "0.15em", 0, 36,
           "below the name"),
    LENGTH("head.headline_space", head.headline_space, "0.35em", 0, 36,
           "below the headline"),
    LENGTH("head.below", head.below, "0.4em", 0, 72, "below the head"),
    TEXT("head.separator", head.separator, "·", 8,
         "between the parts of the contact line"),

    LENGTH("cover.top", cover.top, "1.1in", 0, 500,
           "above the name on the title page"),
    CHOICE("cover.alignment", cover.alignment, "start", option_sides,
           "where the name stands on the title page"),
    CHOICE("cover.rule", cover.rule, "short", option_rules,
           "line under the headline of the title page"),
    LENGTH("cover.rule_width", cover.rule_width, "2pt", 0, 8,
           "thickness of that line"),

    LENGTH("letter.space", letter.space, "1.6em", 0, 72,
           "between the parts of a letter"),
    LENGTH("letter.paragraph", letter.paragraph, "0.8em", 0, 36,
           "between the paragraphs of a letter"),
    LENGTH("letter.signature", letter.signature, "3.2em", 0, 144,
           "above the name, to sign in"),
    CHOICE("letter.date", letter.date, "start", option_sides,
           "where the date of a letter stands"),
};

const struct option_group head_options = GROUP(options);
