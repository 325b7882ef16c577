/* What was chosen becomes a look; what cannot be read with ease is said. */
#include "reading.h"

#include "palette.h"

/* Readable by people whose sight is not the best (WCAG 2.2, 1.4.3). */
#define LEAST_CONTRAST 450
#define WHITE 0xffffff

static const struct {
    upt width, height;
} page_sizes[] = {
    [FORMAT_LETTER] = {PT(612), PT(792)},
    [FORMAT_A4] = {PT(595.276), PT(841.89)},
    [FORMAT_LEGAL] = {PT(612), PT(1008)},
    [FORMAT_A5] = {PT(419.528), PT(595.276)},
    [FORMAT_EXECUTIVE] = {PT(522), PT(756)},
};

/* Findings about measures that readers and scanners cannot use. */
static void
check_measures(struct reading *reading, const struct look *look,
               const struct choice *choices)
{
    if (look->font_size < PT(9.5) || look->font_size > PT(12.5)) {
        struct finding *finding =
            finding_add(reading->findings, CODE_F102, choices[0].span,
                        "Body text is too %s to read with ease.",
                        look->font_size < PT(9.5) ? "small" : "large");
        finding_help(finding, "9.5 to 12.5 points; cut words before size");
    }
    if (look->head.icons && look->head.profiles == PROFILES_USERNAME &&
        !look->head.labels)
        finding_add(reading->findings, CODE_F101,
                    choices[option_find(STR("head.profiles"))].span,
                    "Print addresses or labels: beside a drawing a name does "
                    "not say of which network it is.");
    static const char *const sides[] = {"margins.top", "margins.right",
                                        "margins.bottom", "margins.left"};
    const upt margins[] = {look->margin_top, look->margin_right,
                           look->margin_bottom, look->margin_left};
    for (size_t i = 0; i < 4; i++)
        if (margins[i] < PT(36))
            finding_add(reading->findings, CODE_F102,
                        choices[option_find(str_from(sides[i]))].span,
                        "A margin under half an inch is cut off by many "
                        "printers.");
}

static bool
is_embedded(const struct reading *reading, struct span span)
{
    for (size_t i = 0; i < reading->embedded.count; i++)
        if (reading->embedded.at[i] == span.source)
            return true;
    return false;
}

/* Said of the resume: portfolios and letters are set in one column. */
static void
check_columns(struct reading *reading, const struct look *resume,
              struct span theme)
{
    const struct choice *choices = reading->choices[DOCUMENT_RESUME];
    struct span span = choices[option_find(STR("columns"))].span;
    if (resume->columns < 2)
        return;
    if (is_embedded(reading, span))
        span = theme;
    struct finding *finding = finding_add(
        reading->findings, CODE_F101, span,
        "The resume is set in two columns; some programs that read resumes "
        "expect one.");
    finding_help(finding, "for such a form, build it with "
                          "--set layout.columns=1");
}

/* Colours of text that are too light are darkened, and that is said once for
   each place that chose one. */
static void
check_contrast(struct reading *reading, struct look *look,
               const struct choice *choices)
{
    for (size_t id = 0; id < TEXT_STYLE_COUNT; id++) {
        struct text_style *style = &look->text[id];
        if (color_contrast(style->color, WHITE) >= LEAST_CONTRAST)
            continue;
        const struct choice *choice =
            &choices[option_number(id, COLOR_PROPERTY)];
        size_t palette = SIZE_MAX;
        if (palette_is_name(choice->text))
            palette = option_find(str_format(reading->arena, "colors.%.*s",
                                             STR_ARG(choice->text)));
        rgb dark = color_darkened(style->color, WHITE, LEAST_CONTRAST);
        struct finding *finding = finding_add(
            reading->findings, CODE_X204,
            palette == SIZE_MAX ? choice->span : choices[palette].span,
            "%s is too light for text on white paper.",
            color_name(reading->arena, style->color).at);
        finding_help(finding, "set as %s", color_name(reading->arena, dark).at);
        style->color = dark;
    }
}

/* Text needs some room: margins that leave none are not followed. */
#define LEAST_ROOM PT(180)
#define USUAL_MARGIN PT(36)

static void
check_room(struct reading *reading, upt room, upt *first, upt *second,
           struct span span)
{
    if (room - *first - *second >= LEAST_ROOM)
        return;
    *first = *second = USUAL_MARGIN;
    struct finding *finding =
        finding_add(reading->findings, CODE_X202, span,
                    "Margins as wide as these leave no room for text.");
    finding_help(finding, "at least 2.5 inches of the page are for text");
}

/* Styles that nobody spoke of and that have no default of their own are as the
   body's text is, "text.body.leading" for all. */
static void
follow_body(struct choice *choices)
{
    struct choice *styles = &choices[option_plain_count()];
    for (size_t style = 0; style < TEXT_STYLE_COUNT; style++)
        for (size_t i = 0; i < STYLE_OPTIONS; i++) {
            struct choice *choice = &styles[style * STYLE_OPTIONS + i];
            if (choice->text.at == style_fallback(style, i) &&
                style_follows_body(style, i))
                *choice = styles[STYLE_BODY * STYLE_OPTIONS + i];
        }
}

static void
resolve(struct reading *reading, int kind, struct look *look)
{
    follow_body(reading->choices[kind]);
    const struct choice *choices = reading->choices[kind];
    for (size_t i = 0, count = option_total(); i < count; i++)
        option_apply(i, choices[i].text, look);
    look->page_width = page_sizes[look->page].width;
    look->page_height = page_sizes[look->page].height;
    check_room(reading, look->page_width, &look->margin_left,
               &look->margin_right,
               choices[option_find(STR("margins.left"))].span);
    check_room(reading, look->page_height, &look->margin_top,
               &look->margin_bottom,
               choices[option_find(STR("margins.top"))].span);
    look->pages_span = choices[option_find(STR("pages"))].span;
    for (size_t id = 0; id < TEXT_STYLE_COUNT; id++)
        look->text[id].family_span =
            choices[option_number(id, FONT_PROPERTY)].span;
    look->body_span = choices[option_find(STR("fonts.body"))].span;
    look->heading_span = choices[option_find(STR("fonts.heading"))].span;
    check_measures(reading, look, choices);
    check_contrast(reading, look, reading->choices[kind]);
}

void
reading_resolve(struct reading *reading, unsigned kinds, struct theme *theme,
                struct span span)
{
    for (int kind = 0; kind < KINDS; kind++)
        if (kinds & 1u << kind)
            resolve(reading, kind, &theme->look[kind]);
    if (kinds & 1u << DOCUMENT_RESUME)
        check_columns(reading, &theme->look[DOCUMENT_RESUME], span);
}
