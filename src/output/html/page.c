/* What a page says of itself, and its look in the colours of the theme. */
#include "base/bug.h"
#include "base/embedded.h"
#include "layout/theme.h"
#include "output/plain.h"
#include "writer.h"

/* Grounds of a page at night, behind text and behind boxes. */
#define NIGHT 0x14171b
#define NIGHT_TINT 0x20252b
#define PAPER 0xffffff
#define PAPER_TINT 0xf3f5f7

/* ---- colours ------------------------------------------------------------- */

struct colors {
    rgb ground, tint, text, muted, accent, link, rule;
};

/* Text stands on boxes as well, so that all can be read there. */
static struct colors
by_day(const struct theme_colors *theme)
{
    bool is_light = theme_color_on(theme->text, theme->tint) == theme->text;
    rgb tint = is_light ? theme->tint : PAPER_TINT;
    return (struct colors){
        .ground = PAPER,
        .tint = tint,
        .text = theme_color_on(theme->text, tint),
        .muted = theme_color_on(theme->muted, tint),
        .accent = theme_color_on(theme->accent, tint),
        .link = theme_color_on(theme->link, tint),
        .rule = theme->rule,
    };
}

/* The colour itself as far as it can be read, made lighter where not. */
static rgb
lightened(rgb color)
{
    for (unsigned percent = 0; percent < 100; percent++) {
        rgb light = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            rgb part = color >> shift & 255;
            light |= (part + (255 - part) * percent / 100) << shift;
        }
        if (theme_color_on(light, NIGHT_TINT) == light)
            return light;
    }
    return PAPER;
}

static struct colors
by_night(const struct theme_colors *theme)
{
    return (struct colors){
        .ground = NIGHT,
        .tint = NIGHT_TINT,
        .text = 0xe9ecef,
        .muted = 0xb4bbc3,
        .accent = lightened(theme->accent),
        .link = lightened(theme->link),
        .rule = 0x434b55,
    };
}

static void
add_colors(struct buf *out, const struct colors *colors)
{
    buf_print(out,
              ":root { --ground: #%06x; --tint: #%06x; --text: #%06x; "
              "--muted: #%06x; --accent: #%06x; --link: #%06x; "
              "--rule: #%06x }\n",
              (unsigned)colors->ground, (unsigned)colors->tint,
              (unsigned)colors->text, (unsigned)colors->muted,
              (unsigned)colors->accent, (unsigned)colors->link,
              (unsigned)colors->rule);
}

static void
add_paper(struct html *h)
{
    static const struct {
        upt width;
        const char *name;
    } names[] = {{PT(612), "letter"}, {PT(595), "A4"}, {PT(419), "A5"}};
    struct theme_paper paper = theme_paper(h->task->theme, h->document->kind);
    const char *name = "letter";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (paper.width / PT(1) == names[i].width / PT(1))
            name = names[i].name;
    buf_print(&h->out, "@page { size: %s; margin: 14mm }\n", name);
}

static void
add_style(struct html *h)
{
    const struct embedded *style =
        embedded_find(STR("templates/html/page.css"));
    struct theme_colors theme = theme_colors(h->task->theme, h->document->kind);
    struct colors day = by_day(&theme), night = by_night(&theme);
    ENSURE(style);
    html_markup(h, "<style>\n");
    add_colors(&h->out, &day);
    html_markup(h, "@media screen and (prefers-color-scheme: dark) {\n");
    add_colors(&h->out, &night);
    html_markup(h, "}\n");
    buf_add(&h->out, style->bytes);
    add_paper(h);
    html_markup(h, "</style>\n");
}

/* ---- what it is ---------------------------------------------------------- */

static void
add_meta(struct html *h, const char *name, struct str content)
{
    if (!content.len)
        return;
    buf_print(&h->out, "<meta name=\"%s\"", name);
    html_attribute(h, "content", content);
    html_markup(h, ">\n");
}

static const struct inline_text *
find_summary(struct block *const *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (blocks[i]->kind == BLOCK_PARAGRAPH &&
            blocks[i]->role == ROLE_SUMMARY)
            return &blocks[i]->text;
        const struct inline_text *inner =
            find_summary(blocks[i]->children.at, blocks[i]->children.count);
        if (inner)
            return inner;
    }
    return NULL;
}

/* As long as search engines and previews show it, whole words only. */
#define MOST_DESCRIPTION 300

static struct str
description_of(struct html *h)
{
    const struct document *document = h->document;
    const struct inline_text *summary =
        find_summary(document->blocks.at, document->blocks.count);
    struct str words =
        summary ? plain_words(h->arena, summary) : document->subject;
    if (words.len <= MOST_DESCRIPTION)
        return words;
    words = str_slice(words, 0, MOST_DESCRIPTION);
    while (words.len && words.at[words.len - 1] != ' ')
        words.len--;
    return words.len ? str_trim(words) : document->subject;
}

void
html_page_begin(struct html *h)
{
    const struct document *document = h->document;
    bool is_turned = tag_is_right_to_left(document->language);
    html_markup(h, "<!DOCTYPE html>\n<html");
    html_attribute(h, "lang",
                   document->language.len ? document->language : STR("en"));
    buf_print(&h->out, " dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
              is_turned ? "rtl" : "ltr");
    html_element_words(h, "title",
                       document->title.len ? document->title : document->what);
    add_meta(h, "viewport", STR("width=device-width, initial-scale=1"));
    add_meta(h, "description", description_of(h));
    add_meta(h, "author", document->author);
    add_meta(h, "keywords", document->keywords);
    add_meta(h, "generator", STR("dossier " DOSSIER_VERSION));
    add_meta(h, "color-scheme", STR("light dark"));
    add_style(h);
    html_markup(h, "</head>\n");
}
