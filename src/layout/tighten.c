/*
 * A look for more on a page: the text a little smaller, then the margins a
 * little narrower. All lengths of the text go with its size, so that a page
 * keeps its proportions; small print stays legible.
 */
#include "layout/theme.h"

#include "options.h"

/* Of one step. */
#define SIZE_STEP PT(0.1)
#define MARGIN_STEP PT(3.6)
/* Small print is made no smaller than this. */
#define LEAST_PRINT PT(8)
/* Below the footer's baseline; most printers reach it. */
#define BELOW_FOOTER PT(21.6)

static size_t
steps_between(upt from, upt to, upt step)
{
    return from > to ? (size_t)((from - to + step - 1) / step) : 0;
}

static size_t
size_steps(const struct look *look)
{
    return steps_between(look->font_size, look->fit.size_least, SIZE_STEP);
}

/* Of the four margins, in the order of CSS. */
static void
least_margins(const struct look *look, upt least[4])
{
    for (int i = 0; i < 4; i++)
        least[i] = look->fit.margin_least;
    upt foot = look->footer.space + BELOW_FOOTER;
    if (look->footer.pages != FOOTER_NONE && foot > least[2])
        least[2] = foot;
}

static void
margins_of(struct look *look, upt *margins[4])
{
    margins[0] = &look->margin_top;
    margins[1] = &look->margin_right;
    margins[2] = &look->margin_bottom;
    margins[3] = &look->margin_left;
}

static size_t
margin_steps(const struct look *look)
{
    struct look own = *look;
    upt *margins[4], least[4];
    size_t most = 0;
    margins_of(&own, margins);
    least_margins(look, least);
    for (int i = 0; i < 4; i++) {
        size_t steps = steps_between(*margins[i], least[i], MARGIN_STEP);
        most = steps > most ? steps : most;
    }
    return most;
}

/* ---- smaller text -------------------------------------------------------- */

static bool
goes_with_size(const struct option *option)
{
    struct str name = str_from(option->name);
    return option->kind == OPTION_LENGTH &&
           !str_starts(name, STR("margins.")) &&
           !str_starts(name, STR("fit.")) && !str_starts(name, STR("code.")) &&
           !str_starts(name, STR("footer.")) && !str_ends(name, STR("_width"));
}

static void
scale_style(struct text_style *style, upt to, upt from)
{
    upt size = upt_scale(style->size, to, from);
    if (size < LEAST_PRINT)
        size = style->size < LEAST_PRINT ? style->size : LEAST_PRINT;
    style->leading = upt_scale(style->leading, size, style->size);
    style->letter_space = upt_scale(style->letter_space, size, style->size);
    style->size = size;
}

static void
set_size(struct look *look, upt size)
{
    upt from = look->font_size;
    for (size_t i = 0; i < option_plain_count(); i++) {
        const struct option *option = option_at(i);
        upt *length = (upt *)(void *)((char *)look + option->offset);
        if (goes_with_size(option))
            *length = upt_scale(*length, size, from);
    }
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        scale_style(&look->text[i], size, from);
}

/* ---- a step -------------------------------------------------------------- */

static void
tighten(struct look *look, size_t step)
{
    size_t of_size = size_steps(look);
    upt *margins[4], least[4];
    size_t smaller = step < of_size ? step : of_size;
    upt size = look->font_size - (upt)smaller * SIZE_STEP;
    upt narrower = (upt)(step - smaller) * MARGIN_STEP;
    margins_of(look, margins);
    least_margins(look, least);
    for (int i = 0; i < 4; i++) {
        upt margin = *margins[i] - narrower;
        if (*margins[i] > least[i])
            *margins[i] = margin < least[i] ? least[i] : margin;
    }
    if (size < look->fit.size_least)
        size = look->fit.size_least;
    if (smaller)
        set_size(look, size);
}

size_t
theme_steps(const struct theme *theme, enum document_kind kind)
{
    const struct look *look = theme_look(theme, kind);
    return size_steps(look) + margin_steps(look);
}

const struct theme *
theme_tightened(struct arena *arena, const struct theme *theme,
                enum document_kind kind, size_t step)
{
    if (!step)
        return theme;
    struct theme *tight = ARENA_NEW(arena, struct theme);
    *tight = *theme;
    tighten(&tight->look[kind], step);
    return tight;
}

/* ---- what it comes to ---------------------------------------------------- */

struct theme_measures
theme_measures(const struct theme *theme, enum document_kind kind)
{
    const struct look *look = theme_look(theme, kind);
    return (struct theme_measures){
        .size = look->text[STYLE_BODY].size,
        .leading = look->text[STYLE_BODY].leading,
        .top = look->margin_top,
        .right = look->margin_right,
        .bottom = look->margin_bottom,
        .left = look->margin_left,
    };
}

/* In thousandths of a point squared, which no page overflows. */
static int64_t
room_of(const struct look *look)
{
    upt width = look->page_width - look->margin_left - look->margin_right;
    upt height = look->page_height - look->margin_top - look->margin_bottom;
    return width / 1000 * (height / 1000);
}

int64_t
theme_gain(const struct theme *theme, enum document_kind kind, size_t step)
{
    const struct look *look = theme_look(theme, kind);
    struct look tight = *look;
    tighten(&tight, step);
    int64_t gain = room_of(&tight) / (room_of(look) / 1000 + 1);
    /* Lines get lower and hold more. */
    int64_t size = tight.font_size / 1000;
    gain = gain * (look->font_size / 1000) / size;
    return gain * (look->font_size / 1000) / size;
}

struct page_range
theme_pages(const struct theme *theme, enum document_kind kind,
            struct span *said)
{
    const struct look *look = theme_look(theme, kind);
    *said = look->pages_span;
    return look->pages;
}
