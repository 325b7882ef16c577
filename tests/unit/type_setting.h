/* A font book and a way to set a text, for the tests of type. */
#ifndef TYPE_SETTING_H
#define TYPE_SETTING_H

#include "unit.h"

#include "base/buf.h"
#include "type/paragraph.h"

struct setting {
    struct arena *arena;
    struct findings *findings;
    struct font_book *book;
    struct paragraph_options options;
    struct font_style style;
};

static inline struct setting
setting_open(struct arena *arena, bool use_system_fonts)
{
    struct setting s = {.arena = arena};
    s.findings = findings_new(arena, sources_new(arena));
    s.book = font_book_open(
        arena, s.findings,
        &(struct font_book_options){.use_system_fonts = use_system_fonts});
    s.options.language = STR("en-US");
    s.options.leading = PT(12);
    s.style.family = STR("Source Sans 3");
    s.style.size = PT(10);
    return s;
}

static inline struct paragraph
setting_set(const struct setting *s, struct str text, upt measure)
{
    struct text_run run = {.text = text, .style = s->style, .span = SPAN_NONE};
    return paragraph_set(s->arena, s->book, &run, 1, measure, &s->options);
}

/* The lines' texts with "|" between them, glyph runs in visual order. */
static inline struct str
setting_lines(const struct setting *s, const struct paragraph *paragraph)
{
    struct buf out = buf_new(s->arena);
    for (size_t i = 0; i < paragraph->line_count; i++) {
        const struct line *line = &paragraph->lines[i];
        if (i)
            buf_add_byte(&out, '|');
        for (size_t r = 0; r < line->run_count; r++)
            buf_add(&out, line->runs[r].text);
    }
    return buf_str(&out);
}

static inline struct str
setting_break(const struct setting *s, const char *text, upt measure)
{
    struct paragraph paragraph = setting_set(s, str_from(text), measure);
    return setting_lines(s, &paragraph);
}

#endif
