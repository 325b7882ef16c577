/* Options of each text style, and what a style is by itself. */
#include "options.h"

static const char *const weights[] = {"regular", "semibold", "bold", NULL};
static const char *const cases[] = {"as_typed", "upper", "small_caps", NULL};
static const char *const figures[] = {"proportional", "tabular", "oldstyle",
                                      NULL};

#define STYLE_AT(member) offsetof(struct text_style, member)

/* Their order is that of struct style_defaults. The size comes first. */
const struct option style_options[STYLE_OPTIONS] = {
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
    [STYLE_TOP_NOTE] = {.size = "0.82em", .color = "muted"},
};

/* The text of a property, or NULL. */
static const char *
default_of(const struct style_defaults *from, size_t property)
{
    const char *const of[STYLE_OPTIONS] = {
        from->size,         from->font,    from->weight,
        from->italic,       from->color,   from->letter_case,
        from->letter_space, from->leading, from->figures};
    return of[property];
}

bool
style_follows_body(size_t style, size_t property)
{
    return style != STYLE_BODY && !default_of(&style_defaults[style], property);
}

const char *
style_fallback(size_t style, size_t property)
{
    const char *own = default_of(&style_defaults[style], property);
    return own ? own : default_of(&body_defaults, property);
}
