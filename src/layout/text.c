#include "text.h"

#include <string.h>

#include "base/bug.h"
#include "base/utf8.h"
#include "dots.h"

/* ---- from inline text to runs -------------------------------------------- */

struct text_builder
text_begin(struct flow *flow, struct tag *tag)
{
    return (struct text_builder){.flow = flow, .tag = tag};
}

bool
text_is_empty(const struct inline_text *text)
{
    for (size_t i = 0; i < text->runs.count; i++)
        if (text->runs.at[i].text.len)
            return false;
    return true;
}

struct str
text_plain(struct arena *arena, const struct inline_text *text)
{
    struct buf plain = buf_new(arena);
    for (size_t i = 0; i < text->runs.count; i++)
        buf_add(&plain, text->runs.at[i].text);
    return buf_str(&plain);
}

static struct font_style
font_of(const struct text_style *style, unsigned flags)
{
    struct font_style font = {
        .family = style->family,
        .weight = (enum font_weight)style->weight,
        .italic = style->italic != !!(flags & INLINE_EMPHASIS),
        .tabular_figures =
            style->figures == FIGURES_TABULAR || (flags & INLINE_TABULAR),
        .oldstyle_figures = style->figures == FIGURES_OLDSTYLE,
        .small_caps = style->letter_case == CASE_SMALL_CAPS,
        .size = style->size,
        .letter_space = style->letter_space,
    };
    if (flags & INLINE_STRONG)
        font.weight =
            font.weight == WEIGHT_REGULAR ? WEIGHT_SEMIBOLD : WEIGHT_BOLD;
    return font;
}

static rgb
color_of(const struct look *look, const struct text_style *style,
         const struct inline_run *run)
{
    if ((run->url.len || run->target.len) &&
        look->color.link != look->color.text)
        return look->color.link;
    if (run->style & INLINE_MUTED && style->color == look->color.text)
        return look->color.muted;
    return style->color;
}

/* One link may have several runs (an emphasized word in it). */
static const struct text_mark *
mark_of(struct text_builder *builder, const struct inline_run *run)
{
    struct arena *arena = builder->flow->arena;
    struct text_mark *mark = builder->link;
    bool is_link = run->url.len || run->target.len;
    if (mark && is_link && str_equal(mark->url, run->url) &&
        str_equal(mark->target, run->target))
        return mark;
    mark = ARENA_NEW(arena, struct text_mark);
    builder->link = is_link ? mark : NULL;
    mark->tag = builder->tag;
    if (!is_link)
        return mark;
    mark->url = run->url;
    mark->target = run->target;
    mark->description = run->text;
    mark->tag = flow_tag(builder->flow, TAG_LINK, builder->tag);
    mark->tag->alt = run->text;
    return mark;
}

/* With a printer's signs. `after`: the character that follows, or 0. */
static struct str
set_signs(struct text_builder *builder, const struct inline_run *run,
          uint32_t after)
{
    const struct flow *flow = builder->flow;
    if (builder->is_code || run->style & INLINE_CODE ||
        !flow->look->typography.smart)
        return run->text;
    builder->signs.own = flow->document->quotes;
    return smart_text(flow->arena, flow->document->language, &builder->signs,
                      run->text, after);
}

static void
add_run(struct text_builder *builder, const struct inline_run *run,
        enum text_style_id id, uint32_t after)
{
    struct flow *flow = builder->flow;
    const struct text_style *style = &flow->look->text[id];
    bool is_link = run->url.len || run->target.len;
    if (!run->text.len)
        return;
    struct text_run *out = list_add(flow->arena, &builder->runs);
    out->text = set_signs(builder, run, after);
    if (style->letter_case == CASE_UPPER)
        out->text = utf8_to_upper(flow->arena, out->text);
    out->style = font_of(style, run->style);
    out->color = color_of(flow->look, style, run);
    out->mark = mark_of(builder, run);
    out->span = run->span;
    out->underline = is_link && flow->look->link_underline;
    out->no_break = run->style & INLINE_NO_BREAK;
}

static bool
leads_out(const struct inline_run *run)
{
    return str_starts(run->url, STR("http"));
}

/* Behind the last run of a link, and part of it. */
static void
add_link_mark(struct text_builder *builder, const struct inline_text *text,
              size_t i, enum text_style_id style)
{
    const struct inline_run *run = &text->runs.at[i];
    bool goes_on = i + 1 < text->runs.count &&
                   str_equal(run->url, text->runs.at[i + 1].url);
    struct inline_run mark = *run;
    mark.text = str_format(builder->flow->arena, "\xe2\x80\xaf%.*s",
                           STR_ARG(builder->flow->look->link_mark));
    mark.style |= INLINE_NO_BREAK;
    if (!goes_on)
        add_run(builder, &mark, style, 0);
}

static uint32_t
first_of_next(const struct inline_text *text, size_t i)
{
    size_t at = 0;
    return i + 1 < text->runs.count && text->runs.at[i + 1].text.len
               ? utf8_next(text->runs.at[i + 1].text, &at)
               : 0;
}

void
text_add(struct text_builder *builder, const struct inline_text *text,
         enum text_style_id style)
{
    bool marks = builder->flow->look->link_mark.len > 0;
    for (size_t i = 0; i < text->runs.count; i++) {
        add_run(builder, &text->runs.at[i], style, first_of_next(text, i));
        if (marks && leads_out(&text->runs.at[i]))
            add_link_mark(builder, text, i, style);
    }
}

void
text_add_plain(struct text_builder *builder, struct str text,
               enum text_style_id style, struct span span)
{
    struct inline_run run = {.text = text, .span = span};
    add_run(builder, &run, style, 0);
}

void
text_add_dot(struct text_builder *builder, enum text_style_id style)
{
    size_t before = builder->runs.count;
    text_add_plain(builder, STR(" \xc2\xb7 "), style, SPAN_NONE);
    if (before > 0 && builder->runs.count > before &&
        builder->dot_count < TEXT_DOTS)
        builder->dots[builder->dot_count++] = before;
}

/* ---- setting ------------------------------------------------------------- */

/* Short lines beside each other, such as facts, are no running text: in "em".
 */
#define LEAST_HYPHENATED 24

static bool
is_running_text(enum text_style_id style)
{
    return style == STYLE_BODY || style == STYLE_SUMMARY ||
           style == STYLE_QUOTE || style == STYLE_CALLOUT;
}

static bool
is_title(enum text_style_id style)
{
    return style == STYLE_SECTION || style == STYLE_SUBSECTION ||
           style == STYLE_COVER_NAME || style == STYLE_NAME ||
           style == STYLE_COVER_HEADLINE || style == STYLE_PROMISE;
}

/* A name or a place in another script stands where names stand; a sentence
   goes the way it is written. */
static enum base_direction
direction_of(const struct text_builder *builder, enum text_style_id style)
{
    if (builder->is_code)
        return DIRECTION_LTR;
    if (builder->flow->right_to_left)
        return DIRECTION_RTL;
    return is_running_text(style) ? DIRECTION_AUTO : DIRECTION_LTR;
}

struct set_text
text_end(struct text_builder *builder, enum text_style_id id, upt measure,
         enum alignment alignment)
{
    struct flow *flow = builder->flow;
    const struct text_style *style = &flow->look->text[id];
    struct paragraph_options options = {
        .alignment = alignment,
        .direction = direction_of(builder, id),
        .hyphenate = flow->look->hyphenate && is_running_text(id) &&
                     measure >= style->size * LEAST_HYPHENATED,
        .language = flow->document->language,
        .leading = style->leading,
        .hang = flow->look->typography.hang && is_running_text(id),
        .balance = is_title(id) || alignment == ALIGN_CENTER,
    };
    if (builder->is_code && flow->right_to_left)
        options.alignment = alignment == ALIGN_START ? ALIGN_END : ALIGN_START;
    if (measure < style->size)
        measure = style->size;
    struct paragraph lines =
        paragraph_set(flow->arena, flow->fonts, builder->runs.at,
                      builder->runs.count, measure, &options);
    for (size_t i = builder->dot_count; i-- > 0;)
        lines = dots_set(flow->arena, flow->fonts, builder->runs.at,
                         builder->runs.count, builder->dots[i], measure,
                         &options, lines);
    return (struct set_text){.lines = lines, .style = style};
}

struct set_text
text_set(struct flow *flow, const struct inline_text *text,
         enum text_style_id style, struct tag *tag, upt measure,
         enum alignment alignment)
{
    struct text_builder builder = text_begin(flow, tag);
    text_add(&builder, text, style);
    return text_end(&builder, style, measure, alignment);
}

struct set_text
text_set_plain(struct flow *flow, struct str text, enum text_style_id style,
               struct tag *tag, upt measure, enum alignment alignment)
{
    struct text_builder builder = text_begin(flow, tag);
    text_add_plain(&builder, text, style, SPAN_NONE);
    return text_end(&builder, style, measure, alignment);
}

struct set_text
text_set_fitted(struct flow *flow, struct str text, enum text_style_id style,
                struct tag *tag, upt measure, enum alignment alignment)
{
    struct text_builder builder = text_begin(flow, tag);
    builder.is_code = true;
    text_add_plain(&builder, text, style, SPAN_NONE);
    upt width = text_width(flow->arena, flow->fonts, builder.runs.at,
                           builder.runs.count);
    if (width > measure && builder.runs.count) {
        upt *size = &builder.runs.at[0].style.size;
        upt least = upt_scale(*size, 60, 100);
        upt fitting = upt_scale(*size, measure / 1000, width / 1000 + 1);
        *size = fitting < least ? least : fitting;
    }
    return text_end(&builder, style, measure, alignment);
}

static upt
longest_word(struct flow *flow, struct str text, enum text_style_id style)
{
    upt longest = 0;
    while (text.len) {
        struct text_builder word = text_begin(flow, NULL);
        text_add_plain(&word, str_cut(&text, ' '), style, SPAN_NONE);
        upt width =
            text_width(flow->arena, flow->fonts, word.runs.at, word.runs.count);
        longest = width > longest ? width : longest;
    }
    return longest;
}

struct set_text
text_set_narrow(struct flow *flow, const struct inline_text *text,
                enum text_style_id style, struct tag *tag, upt measure)
{
    struct text_builder builder = text_begin(flow, tag);
    text_add(&builder, text, style);
    upt width = longest_word(flow, text_plain(flow->arena, text), style);
    for (size_t i = 0; width > measure && i < builder.runs.count; i++) {
        struct font_style *font = &builder.runs.at[i].style;
        upt least = upt_scale(font->size, 60, 100);
        /* A hair less: every letter's width is rounded. */
        upt fitting = upt_scale(font->size, measure / 1000, width / 990 + 1);
        upt before = font->size;
        font->size = fitting < least ? least : fitting;
        /* Spaced letters are narrower only when their blanks are as well. */
        font->letter_space =
            upt_scale(font->letter_space, font->size / 1000, before / 1000);
    }
    return text_end(&builder, style, measure, ALIGN_START);
}

upt
text_end_of_last(const struct flow *flow, const struct set_text *text)
{
    if (!text->lines.line_count)
        return 0;
    const struct line *last = &text->lines.lines[text->lines.line_count - 1];
    return flow->right_to_left ? text->lines.measure - last->x
                               : last->x + last->width;
}

upt
text_start_of_last(const struct flow *flow, const struct set_text *text)
{
    if (!text->lines.line_count)
        return 0;
    const struct line *last = &text->lines.lines[text->lines.line_count - 1];
    return flow->right_to_left ? text->lines.measure - last->x - last->width
                               : last->x;
}

enum alignment
text_body_alignment(const struct flow *flow)
{
    return flow->look->setting == SET_JUSTIFIED ? ALIGN_JUSTIFY : ALIGN_START;
}

enum alignment
alignment_of(int side)
{
    if (side == SIDE_CENTER)
        return ALIGN_CENTER;
    return side == SIDE_END ? ALIGN_END : ALIGN_START;
}

/* ---- placing ------------------------------------------------------------- */

upt
style_baseline(const struct text_style *style)
{
    /* Capitals are about two thirds of the size. */
    return style->leading / 2 + upt_scale(style->size, 33, 100);
}

/* Scripts that reach far up or down get a higher line. */
static upt
extra_above(const struct set_text *text, size_t line)
{
    upt extra =
        text->lines.lines[line].ascent - upt_scale(text->style->size, 120, 100);
    return extra > 0 ? extra : 0;
}

static upt
extra_below(const struct set_text *text, size_t line)
{
    upt extra =
        text->lines.lines[line].descent - upt_scale(text->style->size, 60, 100);
    return extra > 0 ? extra : 0;
}

static upt
style_line_height(const struct set_text *text, size_t line)
{
    return text->style->leading + extra_above(text, line) +
           extra_below(text, line);
}

upt
text_height(const struct set_text *text)
{
    upt height = 0;
    for (size_t i = 0; i < text->lines.line_count; i++)
        height += style_line_height(text, i);
    return height;
}

static void
place_link(struct flow *flow, const struct text_mark *mark,
           const struct glyph_run *run, upt x, upt baseline)
{
    if (!str_trim(run->text).len) /* a blank at a line's end */
        return;
    flow_link(flow, (struct page_link){
                        .x = x,
                        .y = baseline - upt_scale(run->size, 85, 100),
                        .width = run->width,
                        .height = upt_scale(run->size, 110, 100),
                        .url = mark->url,
                        .target = mark->target,
                        .tag = mark->tag,
                        .description = mark->description,
                    });
}

static void
place_run(struct flow *flow, const struct glyph_run *run, struct tag *tag,
          upt x, upt baseline)
{
    if (flow->side_marks)
        flow_align_side_title(flow, baseline);
    struct mark *mark = flow_mark(flow);
    mark->kind = MARK_GLYPHS;
    mark->tag = tag;
    mark->glyphs.run = run;
    mark->glyphs.x = x;
    mark->glyphs.y = baseline;
}

static void
place_shape(struct flow *flow, const struct set_text *text, upt x, upt baseline,
            struct tag *tag)
{
    struct mark *mark = flow_mark(flow);
    upt *points = ARENA_ARRAY(flow->arena, text->shape->point_count, upt);
    for (size_t i = 0; i < text->shape->point_count; i++)
        points[i] = text->shape->points[i] + (i % 2 ? baseline : x);
    mark->kind = MARK_PATH;
    mark->tag = tag;
    mark->path = *text->shape;
    mark->path.points = points;
}

void
text_place_as(struct flow *flow, const struct set_text *text, upt x,
              upt baseline, struct tag *tag)
{
    upt left = flow_left(flow, x, text->lines.measure);
    if (text->shape)
        place_shape(flow, text, left, baseline, tag);
    if (!text->lines.line_count)
        return;
    const struct line *line = &text->lines.lines[0];
    for (size_t i = 0; i < line->run_count; i++)
        place_run(flow, &line->runs[i], tag, left + line->runs[i].x, baseline);
}

void
text_place(struct flow *flow, const struct set_text *text, size_t line, upt x,
           upt baseline)
{
    if (line >= text->lines.line_count) /* an empty text */
        return;
    const struct line *set = &text->lines.lines[line];
    upt left = flow_left(flow, x, text->lines.measure);
    for (size_t i = 0; i < set->run_count; i++) {
        const struct glyph_run *run = &set->runs[i];
        const struct text_mark *of = run->mark;
        place_run(flow, run, of ? of->tag : NULL, left + run->x, baseline);
        if (of && (of->url.len || of->target.len))
            place_link(flow, of, run, left + run->x, baseline);
    }
}

void
text_place_all(struct flow *flow, const struct set_text *text, upt x, upt y)
{
    for (size_t i = 0; i < text->lines.line_count; i++) {
        text_place(flow, text, i, x,
                   y + extra_above(text, i) + style_baseline(text->style));
        y += style_line_height(text, i);
    }
}

static void
flow_line(struct flow *flow, const struct set_text *text, size_t line, upt x)
{
    flow_band(flow, style_line_height(text, line))->stretches = true;
    text_place(flow, text, line, x,
               extra_above(text, line) + style_baseline(text->style));
}

int64_t
text_line_cost(size_t line, size_t count)
{
    return line == 1 || line + 1 == count ? BREAK_ALONE : COST_LINE;
}

static void
flow_rest(struct flow *flow, const struct set_text *text, upt x)
{
    for (size_t i = 1; i < text->lines.line_count; i++) {
        flow_keep(flow, text_line_cost(i, text->lines.line_count) +
                            (flow->is_narrow ? COST_WHOLE : 0));
        flow_line(flow, text, i, x);
    }
}

void
text_flow(struct flow *flow, const struct set_text *text, upt x)
{
    if (!text->lines.line_count)
        return;
    flow_line(flow, text, 0, x);
    flow_rest(flow, text, x);
}

void
text_flow_item(struct flow *flow, const struct set_text *text, upt x,
               const struct set_text *sign, upt sign_x)
{
    bool is_empty = text->lines.line_count == 0;
    upt above = is_empty ? 0 : extra_above(text, 0);
    upt baseline = above + style_baseline(text->style);
    flow_band(flow,
              is_empty ? text->style->leading : style_line_height(text, 0))
        ->stretches = true;
    text_place_as(flow, sign, sign_x, baseline, flow->tag);
    if (is_empty)
        return;
    text_place(flow, text, 0, x, baseline);
    flow_rest(flow, text, x);
}

void
text_flow_title(struct flow *flow, const struct set_text *text, upt x)
{
    size_t count = text->lines.line_count;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && text_line_cost(i, count) == BREAK_ALONE)
            flow_keep(flow, BREAK_ALONE);
        flow_line(flow, text, i, x);
        flow_keep(flow, BREAK_FORBIDDEN);
    }
}
