#include "options.h"

#include <string.h>

#include "base/bug.h"

static const char *const formats[] = {"letter", "a4",        "legal",
                                      "a5",     "executive", NULL};
static const char *const sides[] = {"start", "center", "end", NULL};
static const char *const settings[] = {"ragged", "justified", NULL};
static const char *const rules[] = {"none",   "below", "above",
                                    "beside", "short", NULL};
static const char *const head_contacts[] = {"below", "beside", NULL};
static const char *const date_places[] = {"right", "column", "below", NULL};
static const char *const subtitle_places[] = {"below", "inline", NULL};
static const char *const town_places[] = {"inline", "right", NULL};
static const char *const box_styles[] = {"tint", "rule", "frame", "plain",
                                         NULL};
static const char *const footer_choices[] = {"all", "not_first", "none", NULL};
static const char *const weights[] = {"regular", "semibold", "bold", NULL};
static const char *const cases[] = {"as_typed", "upper", "small_caps", NULL};
static const char *const figures[] = {"proportional", "tabular", "oldstyle",
                                      NULL};

#define AT(member) offsetof(struct look, member)
#define LENGTH(name, member, fallback, least, most, meaning)                   \
    {                                                                          \
        name, OPTION_LENGTH, AT(member), fallback, PT(least), PT(most), NULL,  \
            meaning                                                            \
    }
#define COUNT(name, member, fallback, least, most, meaning)                    \
    {                                                                          \
        name, OPTION_COUNT, AT(member), fallback, least, most, NULL, meaning   \
    }
#define COLOR(name, member, fallback, meaning)                                 \
    {                                                                          \
        name, OPTION_COLOR, AT(member), fallback, 0, 0, NULL, meaning          \
    }
#define CHOICE(name, member, fallback, list, meaning)                          \
    {                                                                          \
        name, OPTION_CHOICE, AT(member), fallback, 0, 0, list, meaning         \
    }
#define BOOL(name, member, fallback, meaning)                                  \
    {                                                                          \
        name, OPTION_BOOL, AT(member), fallback, 0, 0, NULL, meaning           \
    }
#define FAMILY(name, member, fallback, meaning)                                \
    {                                                                          \
        name, OPTION_FAMILY, AT(member), fallback, 0, 0, NULL, meaning         \
    }
#define TEXT(name, member, fallback, most, meaning)                            \
    {                                                                          \
        name, OPTION_TEXT, AT(member), fallback, 0, most, NULL, meaning        \
    }

/* The size of the body comes first: "em" is measured with it. */
const struct option options[] = {
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
    COUNT("columns", columns, "1", 1, 2, "columns of text"),
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

    CHOICE("head.alignment", head.alignment, "start", sides,
           "where the name stands"),
    CHOICE("head.contact", head.contact, "below", head_contacts,
           "where phone, mail and town stand"),
    CHOICE("head.rule", head.rule, "none", rules, "line under the head"),
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
    CHOICE("cover.alignment", cover.alignment, "start", sides,
           "where the name stands on the title page"),
    CHOICE("cover.rule", cover.rule, "short", rules,
           "line under the headline of the title page"),
    LENGTH("cover.rule_width", cover.rule_width, "2pt", 0, 8,
           "thickness of that line"),

    CHOICE("section.alignment", section.alignment, "start", sides,
           "where titles of sections stand"),
    CHOICE("section.rule", section.rule, "below", rules,
           "line at the title of a section"),
    LENGTH("section.rule_width", section.rule_width, "0.6pt", 0, 6,
           "thickness of that line"),
    LENGTH("section.rule_space", section.rule_space, "0.15em", 0, 18,
           "between title and line"),
    COLOR("section.rule_color", section.rule_color, "rule",
          "colour of that line"),
    LENGTH("section.side_column", section.side_column, "0", 0, 180,
           "width of a column beside the text that holds the titles"),

    CHOICE("entry.dates", entry.dates, "right", date_places,
           "where dates stand"),
    LENGTH("entry.date_column", entry.date_column, "8.5em", 36, 180,
           "width of the column of dates"),
    CHOICE("entry.subtitle", entry.subtitle, "below", subtitle_places,
           "where the second line of a title stands"),
    CHOICE("entry.place", entry.place, "inline", town_places,
           "where the town stands"),
    LENGTH("entry.indent", entry.indent, "0", 0, 72,
           "of what belongs to an entry"),

    BOOL("entry.compact", entry.compact, "yes",
         "one line for entries that are only a title"),

    TEXT("list.bullet", list.bullet, "•", 8, "sign before an item"),
    TEXT("list.nested_bullet", list.nested_bullet, "–", 8,
         "sign before an item in an item"),
    LENGTH("list.indent", list.indent, "0.1em", 0, 36,
           "from the edge to the sign"),
    LENGTH("list.gap", list.gap, "0.55em", 1, 36, "from the sign to the text"),
    COLOR("list.bullet_color", list.bullet_color, "muted",
          "colour of the sign"),

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
    LENGTH("code.size", code.size, "0.9in", 36, 216, "side of a QR code"),
    BOOL("contents.leaders", contents.leaders, "yes",
         "dots between a title and its page"),

    CHOICE("footer.pages", footer.pages, "all", footer_choices,
           "pages with a footer"),
    BOOL("footer.single", footer.single, "no",
         "also when there is only one page"),
    LENGTH("footer.space", footer.space, "0.4in", 8, 72,
           "from the text to the footer"),
    BOOL("footer.rule", footer.rule, "no", "line above the footer"),
};
const size_t option_count = sizeof options / sizeof *options;

#define STYLE_AT(member) offsetof(struct text_style, member)

/* Their order is that of struct style_defaults. The size comes first. */
const struct option style_options[] = {
    {"size", OPTION_LENGTH, STYLE_AT(size), "", PT(5), PT(96), NULL, "size"},
    {"font", OPTION_FAMILY, STYLE_AT(family), "", 0, 0, NULL, "family"},
    {"weight", OPTION_CHOICE, STYLE_AT(weight), "", 0, 0, weights, "weight"},
    {"italic", OPTION_BOOL, STYLE_AT(italic), "", 0, 0, NULL, "slanted"},
    {"color", OPTION_COLOR, STYLE_AT(color), "", 0, 0, NULL, "colour"},
    {"case", OPTION_CHOICE, STYLE_AT(letter_case), "", 0, 0, cases,
     "as typed, capitals or small capitals"},
    {"letter_space", OPTION_LENGTH, STYLE_AT(letter_space), "", PT(-2), PT(12),
     NULL, "added between letters"},
    {"leading", OPTION_RATIO, STYLE_AT(leading), "", PT(5), PT(160), NULL,
     "distance of lines"},
    {"figures", OPTION_CHOICE, STYLE_AT(figures), "", 0, 0, figures,
     "form of the digits"},
};
#define STYLE_OPTIONS 9
const size_t style_option_count = STYLE_OPTIONS;
_Static_assert(sizeof style_options / sizeof *style_options == STYLE_OPTIONS,
               "one default for each property");

const char *const text_style_names[TEXT_STYLE_COUNT] = {
#define X(id, name) [STYLE_##id] = name,
    TEXT_STYLES(X)
#undef X
};

/* What a style has when no theme says otherwise; NULL: as the body. */
struct style_defaults {
    const char *size, *font, *weight, *italic, *color, *letter_case,
        *letter_space, *leading, *figures;
};

static const struct style_defaults body_defaults = {
    "1em",      "body", "regular", "no",          "text",
    "as_typed", "0",    "1.34",    "proportional"};

static const struct style_defaults style_defaults[TEXT_STYLE_COUNT] = {
    [STYLE_BODY] = {0},
    [STYLE_NAME] = {.size = "2.5em",
                    .font = "heading",
                    .weight = "bold",
                    .leading = "1.12"},
    [STYLE_POST_NOMINALS] = {.size = "1.35em",
                             .font = "heading",
                             .color = "muted",
                             .leading = "1.2"},
    [STYLE_HEADLINE] = {.size = "1.25em",
                        .font = "heading",
                        .color = "accent",
                        .leading = "1.25"},
    [STYLE_CONTACT] = {.size = "0.95em", .leading = "1.4"},
    [STYLE_COVER_NAME] = {.size = "3.6em",
                          .font = "heading",
                          .weight = "bold",
                          .leading = "1.1"},
    [STYLE_COVER_HEADLINE] = {.size = "1.7em",
                              .font = "heading",
                              .color = "accent",
                              .leading = "1.25"},
    [STYLE_PROMISE] = {.size = "1.25em", .leading = "1.4"},
    [STYLE_SECTION] = {.size = "1.2em",
                       .font = "heading",
                       .weight = "bold",
                       .color = "accent",
                       .leading = "1.2"},
    [STYLE_SUBSECTION] = {.size = "1.15em",
                          .font = "heading",
                          .weight = "bold",
                          .leading = "1.2"},
    [STYLE_KICKER] = {.size = "0.9em", .weight = "semibold", .color = "muted"},
    [STYLE_CASE_TITLE] = {.size = "1.9em",
                          .font = "heading",
                          .weight = "bold",
                          .leading = "1.15"},
    [STYLE_MINOR] = {.weight = "semibold",
                     .color = "accent",
                     .leading = "1.25"},
    [STYLE_ENTRY_TITLE] = {.size = "1.05em",
                           .weight = "bold",
                           .leading = "1.28"},
    [STYLE_POSITION] = {.weight = "semibold", .leading = "1.3"},
    [STYLE_ENTRY_SUBTITLE] = {0},
    [STYLE_DATE] = {.color = "muted", .figures = "tabular"},
    [STYLE_PLACE] = {.color = "muted"},
    [STYLE_SUMMARY] = {0},
    [STYLE_META] = {.size = "0.95em", .color = "muted"},
    [STYLE_NOTE] = {.size = "0.86em", .color = "muted"},
    [STYLE_LABEL] = {.weight = "semibold"},
    [STYLE_FACT_LABEL] = {.size = "0.86em", .color = "muted"},
    [STYLE_TABLE] = {.size = "0.95em", .leading = "1.28", .figures = "tabular"},
    [STYLE_TABLE_HEAD] = {.size = "0.86em",
                          .weight = "semibold",
                          .color = "muted",
                          .leading = "1.28"},
    [STYLE_TILE_VALUE] = {.size = "1.9em",
                          .font = "heading",
                          .weight = "bold",
                          .color = "accent",
                          .leading = "1.15"},
    [STYLE_TILE_LABEL] = {.size = "0.95em",
                          .weight = "semibold",
                          .leading = "1.25"},
    [STYLE_CHANGE] = {.size = "1.3em",
                      .font = "heading",
                      .weight = "bold",
                      .color = "accent",
                      .leading = "1.1",
                      .figures = "tabular"},
    [STYLE_QUOTE] = {.size = "1.12em", .italic = "yes", .leading = "1.4"},
    [STYLE_ATTRIBUTION] = {.size = "0.95em", .color = "muted"},
    [STYLE_CALLOUT_TITLE] = {.weight = "bold", .color = "accent"},
    [STYLE_CALLOUT] = {0},
    [STYLE_CONTENTS] = {.size = "1.05em", .leading = "1.34"},
    [STYLE_FOOTER] = {.size = "0.82em", .color = "muted"},
};

size_t
option_total(void)
{
    return option_count + TEXT_STYLE_COUNT * STYLE_OPTIONS;
}

/* "name.size" of "text.name.size". */
static size_t
find_style_option(struct str name)
{
    struct str style = str_cut(&name, '.');
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++) {
        if (!str_is(style, text_style_names[i]))
            continue;
        for (size_t k = 0; k < STYLE_OPTIONS; k++)
            if (str_is(name, style_options[k].name))
                return option_count + i * STYLE_OPTIONS + k;
    }
    return SIZE_MAX;
}

size_t
option_find(struct str name)
{
    if (str_starts(name, STR("text.")))
        return find_style_option(str_slice(name, 5, name.len));
    for (size_t i = 0; i < option_count; i++)
        if (str_is(name, options[i].name))
            return i;
    return SIZE_MAX;
}

const struct option *
option_at(size_t number)
{
    ENSURE(number < option_total());
    if (number < option_count)
        return &options[number];
    return &style_options[(number - option_count) % STYLE_OPTIONS];
}

struct str
option_name(struct arena *arena, size_t number)
{
    const struct option *option = option_at(number);
    if (number < option_count)
        return str_from(option->name);
    return str_format(arena, "text.%s.%s",
                      text_style_names[(number - option_count) / STYLE_OPTIONS],
                      option->name);
}

static const char *
style_default(const struct style_defaults *style, size_t property)
{
    const char *const of[STYLE_OPTIONS] = {
        style->size,         style->font,    style->weight,
        style->italic,       style->color,   style->letter_case,
        style->letter_space, style->leading, style->figures};
    return of[property];
}

const char *
option_fallback(size_t number)
{
    if (number < option_count)
        return options[number].fallback;
    size_t style = (number - option_count) / STYLE_OPTIONS;
    size_t property = (number - option_count) % STYLE_OPTIONS;
    const char *own = style_default(&style_defaults[style], property);
    return own ? own : style_default(&body_defaults, property);
}

static bool
is_prefix(const char *name, struct str group)
{
    return strlen(name) > group.len && name[group.len] == '.' &&
           memcmp(name, group.at, group.len) == 0;
}

bool
option_is_group(struct str name)
{
    if (str_is(name, "text"))
        return true;
    if (str_starts(name, STR("text.")))
        name = str_slice(name, 5, name.len);
    else
        for (size_t i = 0; i < option_count; i++)
            if (is_prefix(options[i].name, name))
                return true;
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        if (str_is(name, text_style_names[i]))
            return true;
    return false;
}
