/*
 * Before and after: the numbers are text, the bars beside them a drawing that
 * repeats them. Bars begin at zero; rings and discs stand on a scale of their
 * own; a series is a line.
 */
#include "output/plain.h"
#include "writer.h"

#define WHOLE 10000 /* shares count hundredths of a per cent */
#define BAR_HEIGHT 12

int64_t
html_share(int64_t at, int64_t from, int64_t to)
{
    if (to <= from || at <= from)
        return 0;
    if (at >= to)
        return WHOLE;
    /* No product overflows: both are made small first. */
    int64_t part = at - from, whole = to - from;
    while (whole > INT64_MAX / WHOLE / 2) {
        whole /= 2;
        part /= 2;
    }
    return part * WHOLE / whole;
}

void
html_percent(struct html *h, const char *name, int64_t share)
{
    buf_print(&h->out, " %s=\"%lld.%02lld%%\"", name, (long long)(share / 100),
              (long long)(share % 100));
}

/* ---- what is drawn ------------------------------------------------------- */

struct scale {
    int64_t from, to;
};

static bool
has_drawing(const struct comparison *of)
{
    if (of->form != COMPARISON_BARS)
        return of->form != COMPARISON_NUMBERS;
    return of->has_after && of->after >= 0 &&
           (!of->has_before || of->before >= 0) &&
           (!of->has_target || of->target >= 0);
}

static struct scale
scale_of(const struct comparison *of)
{
    struct scale scale = {0, of->after};
    if (of->form == COMPARISON_DUMBBELL)
        return (struct scale){of->least, of->most};
    if (of->has_before && of->before > scale.to)
        scale.to = of->before;
    if (of->has_target && of->target > scale.to)
        scale.to = of->target;
    return scale;
}

static void
add_target(struct html *h, const struct comparison *of,
           const struct scale *scale)
{
    if (!of->has_target)
        return;
    int64_t share = html_share(of->target, scale->from, scale->to);
    buf_add_text(&h->out, "<line class=\"goal\"");
    html_percent(h, "x1", share);
    html_percent(h, "x2", share);
    buf_print(&h->out, " y1=\"-2\" y2=\"%d\"/>", BAR_HEIGHT + 2);
}

/* "Before" is an outline and "after" is solid: they differ in black and white
   as well. */
static void
add_value_drawing(struct html *h, const struct comparison *of, int64_t value,
                  bool is_after)
{
    struct scale scale = scale_of(of);
    int64_t share = html_share(value, scale.from, scale.to);
    buf_print(&h->out,
              "<dd class=\"drawing\"><svg width=\"100%%\" height=\"%d\" "
              "aria-hidden=\"true\" "
              "focusable=\"false\">",
              BAR_HEIGHT);
    if (of->form == COMPARISON_DUMBBELL) {
        buf_print(&h->out, "<circle class=\"%s\"", is_after ? "solid" : "ring");
        html_percent(h, "cx", share);
        buf_print(&h->out, " cy=\"%d\" r=\"5\"/>", BAR_HEIGHT / 2);
    } else {
        buf_print(&h->out, "<rect class=\"%s\" x=\"0\" y=\"%d\"",
                  is_after ? "solid" : "outline", is_after ? 0 : 1);
        html_percent(h, "width", share);
        buf_print(&h->out, " height=\"%d\"/>",
                  is_after ? BAR_HEIGHT : BAR_HEIGHT - 2);
    }
    add_target(h, of, &scale);
    buf_add_text(&h->out, "</svg></dd>\n");
}

#define SERIES_HEIGHT 44

/* What lies between the numbers. */
static void
add_series(struct html *h, const struct chart *chart)
{
    buf_print(&h->out,
              "<dd class=\"drawing series\"><svg width=\"100%%\" "
              "height=\"%d\" aria-hidden=\"true\" focusable=\"false\">",
              SERIES_HEIGHT);
    for (size_t i = 0; i < chart->points.count; i++) {
        const struct chart_point *b = &chart->points.at[i], *a = i ? b - 1 : b;
        const struct chart_point *const ends[] = {a, b};
        buf_print(&h->out, "<line class=\"%s\"", b->is_far ? "gap" : "curve");
        for (int k = 0; k < 2; k++) {
            int64_t y = SERIES_HEIGHT -
                        html_share(ends[k]->value, chart->least, chart->most) *
                            SERIES_HEIGHT / WHOLE;
            html_percent(h, k ? "x2" : "x1",
                         html_share(ends[k]->time, chart->first, chart->last));
            buf_print(&h->out, " y%d=\"%lld\"", k + 1, (long long)y);
        }
        buf_add_text(&h->out, "/>");
    }
    buf_add_text(&h->out, "</svg></dd>\n");
}

/* ---- rows ---------------------------------------------------------------- */

static void
add_value(struct html *h, const struct comparison *of, bool is_after)
{
    const struct document_words *words = &h->document->words;
    struct str text = is_after ? of->after_text : of->before_text;
    bool is_drawn = has_drawing(of) && of->form != COMPARISON_LINE &&
                    (is_after ? of->has_after : of->has_before);
    html_element_words(h, "dt", is_after ? words->after : words->before);
    if (is_drawn)
        add_value_drawing(h, of, is_after ? of->after : of->before, is_after);
    else if (is_after && of->form == COMPARISON_LINE && of->line)
        add_series(h, of->line);
    html_element_words(h, is_after ? "dd last" : "dd", text);
}

static struct str
notes_of(const struct html *h, const struct comparison *of)
{
    const struct str parts[] = {of->period_text, of->source_text};
    struct buf out = buf_new(h->arena);
    for (size_t i = 0; i < 2; i++)
        buf_print(&out, "%s%.*s", out.len && parts[i].len ? "; " : "",
                  STR_ARG(parts[i]));
    if (of->has_target && of->target_text.len)
        buf_print(&out, "%s%.*s %.*s", out.len ? "; " : "",
                  STR_ARG(h->document->words.target), STR_ARG(of->target_text));
    return buf_str(&out);
}

static void
add_values(struct html *h, const struct comparison *of)
{
    if (!of->before_text.len && !of->after_text.len) {
        html_element_words(h, "p values", h->document->words.confidential);
        return;
    }
    buf_add_text(&h->out, "<dl class=\"values\">\n");
    if (of->before_text.len)
        add_value(h, of, false);
    if (of->after_text.len)
        add_value(h, of, true);
    buf_add_text(&h->out, "</dl>\n");
}

static void
add_comparison(struct html *h, const struct comparison *of)
{
    buf_add_text(&h->out, "<li>\n");
    html_element_words(h, "p label", of->label);
    html_element_words(h, "p change", of->change_text);
    add_values(h, of);
    html_element_words(h, "p small", notes_of(h, of));
    buf_add_text(&h->out, "</li>\n");
}

void
html_comparisons(struct html *h, const struct block *block)
{
    if (!block->comparisons.count)
        return;
    buf_add_text(&h->out, "<ul class=\"comparison\">\n");
    for (size_t i = 0; i < block->comparisons.count; i++)
        add_comparison(h, &block->comparisons.at[i]);
    buf_add_text(&h->out, "</ul>\n");
}
