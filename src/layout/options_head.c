/* Options of the head of a resume and the cover of a portfolio. */
#include "option_rows.h"

const char *const option_sides[] = {"start|left", "center|centre", "end|right",
                                    NULL};
const char *const option_rules[] = {"none",   "below", "above",
                                    "beside", "short", NULL};
static const char *const contacts[] = {"below", "beside", "lines", "columns",
                                       NULL};
static const char *const post_nominals[] = {"inline", "below", NULL};
static const char *const profiles[] = {"address", "username", "network", NULL};
static const char *const phones[] = {"as_typed", "national", "international",
                                     "e164", NULL};

static const struct option options[] = {
    CHOICE("head.alignment", head.alignment, "start", option_sides,
           "where the name stands"),
    CHOICE("head.contact", head.contact, "below", contacts,
           "where phone, mail and town stand"),
    CHOICE("head.rule", head.rule, "none", option_rules, "line under the head"),
    LENGTH("head.rule_width", head.rule_width, "0.6pt", 0, 6,
           "thickness of that line"),
    LENGTH("head.name_space", head.name_space, "0.15em", 0, 36,
           "below the name"),
    LENGTH("head.headline_space", head.headline_space, "0.35em", 0, 36,
           "below the headline"),
    LENGTH("head.contact_space", head.contact_space, "0.35em", 0, 36,
           "between the contacts and the line below them"),
    LENGTH("head.below", head.below, "0.4em", 0, 72, "below the head"),
    TEXT("head.separator", head.separator, "·", 8,
         "between the parts of the contact line; may be empty"),
    LENGTH("head.contact_gap", head.contact_gap, "0", 0, 72,
           "further space between the parts of the contact line"),
    COUNT("head.contact_columns", head.contact_columns, "2", 1, 4,
          "most columns of contacts, with contact: columns"),
    BOOL("head.icons", head.icons, "no",
         "a small drawing before each contact; programs read it as a word"),
    LENGTH("head.icon_size", head.icon_size, "1em", 4, 24,
           "height of those drawings"),
    COLOR("head.icon_color", head.icon_color, "accent",
          "colour of those drawings"),
    BOOL("head.labels", head.labels, "no",
         "a word before each contact: Email, Phone"),
    BOOL("head.links", head.links, "yes", "contacts can be clicked"),
    CHOICE("head.post_nominals", head.post_nominals, "inline", post_nominals,
           "letters after the name: beside or below it"),
    CHOICE("head.profiles", head.profiles, "address", profiles,
           "what is printed of pages on networks"),
    CHOICE("head.phone", head.phone, "as_typed", phones,
           "how the phone number is written"),

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
