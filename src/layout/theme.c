#include "layout/theme.h"

#include "base/embedded.h"
#include "palette.h"
#include "reading.h"

#define THEME_FOLDER STR("templates/themes/")
#define THEME_ENDING STR(".yaml")

/* As asked for, as the file says, or the usual one. */
static struct theme_request
named(const struct theme_request *request)
{
    struct theme_request full = *request;
    const struct node *layout = request->layout;
    const struct node *theme = layout ? node_get(layout, "theme") : NULL;
    if (!full.name.len && theme && theme->kind == NODE_SCALAR) {
        full.name = str_trim(theme->text);
        full.span = node_span(theme);
    }
    if (!full.name.len)
        full.name = theme_default;
    if (full.span.from == full.span.to)
        full.span = SPAN_NONE; /* nowhere */
    return full;
}

const struct theme *
theme_load(struct arena *arena, struct findings *findings,
           const struct theme_request *request)
{
    struct theme_request full = named(request);
    struct reading reading = {.arena = arena, .findings = findings};
    reading_begin(&reading);
    if (!reading_theme(&reading, &full))
        return NULL;
    if (full.layout)
        reading_layer(&reading, full.layout);
    struct theme *theme = ARENA_NEW(arena, struct theme);
    theme->name = full.name;
    reading_resolve(&reading, full.kinds ? full.kinds : ALL_KINDS, theme,
                    full.span);
    return theme;
}

bool
theme_check(struct arena *arena, struct findings *findings,
            const struct theme_request *request)
{
    /* Our own theme files are right; only what the person wrote is read. */
    if (!request->layout &&
        embedded_find(theme_path(arena, named(request).name)))
        return true;
    return theme_load(arena, findings, request) != NULL;
}

struct date_choices
theme_dates(const struct theme *theme, enum document_kind kind)
{
    return theme_look(theme, kind)->dates;
}

struct entry_choices
theme_entries(const struct theme *theme, enum document_kind kind)
{
    return theme_look(theme, kind)->entries;
}

struct figure_choices
theme_figures(const struct theme *theme, enum document_kind kind)
{
    return theme_look(theme, kind)->figures;
}

struct theme_colors
theme_colors(const struct theme *theme, enum document_kind kind)
{
    const struct look *look = theme_look(theme, kind);
    return (struct theme_colors){
        .text = look->color.text,
        .muted = look->color.muted,
        .accent = look->color.accent,
        .rule = look->color.rule,
        .tint = look->color.tint,
        .link = look->color.link,
    };
}

rgb
theme_color_on(rgb color, rgb ground)
{
    /* Programs that check round in other places. */
    return color_on(color, ground, 460);
}

struct theme_paper
theme_paper(const struct theme *theme, enum document_kind kind)
{
    const struct look *look = theme_look(theme, kind);
    return (struct theme_paper){look->page_width, look->page_height};
}

struct theme_pictures
theme_pictures(const struct theme *theme, enum document_kind kind)
{
    const struct look *look = theme_look(theme, kind);
    return (struct theme_pictures){
        .portrait = kind == DOCUMENT_PORTFOLIO
                        ? look->cover.photo != PHOTO_NONE
                        : kind == DOCUMENT_RESUME && look->head.photo,
        .logos = look->picture.logo > 0,
    };
}

bool
theme_exists(struct str name)
{
    size_t count;
    const struct embedded *files = embedded_all(&count);
    for (size_t i = 0; i < count; i++) {
        struct str path = files[i].path;
        if (str_starts(path, THEME_FOLDER) && str_ends(path, THEME_ENDING) &&
            str_equal(
                str_slice(path, THEME_FOLDER.len, path.len - THEME_ENDING.len),
                name))
            return true;
    }
    return false;
}

/* The rest of the line that begins with "description:". */
static struct str
description_of(struct str text)
{
    while (text.len) {
        struct str line = str_cut(&text, '\n');
        if (str_starts(line, STR("description:")))
            return str_trim(str_slice(line, 12, line.len));
    }
    return text;
}

size_t
theme_names(struct arena *arena, const struct theme_name **names)
{
    LIST(struct theme_name) list = {0};
    size_t count;
    const struct embedded *files = embedded_all(&count);
    for (size_t i = 0; i < count; i++) {
        struct str path = files[i].path;
        if (!str_starts(path, THEME_FOLDER) || !str_ends(path, THEME_ENDING))
            continue;
        *list_add(arena, &list) = (struct theme_name){
            str_slice(path, THEME_FOLDER.len, path.len - THEME_ENDING.len),
            description_of(files[i].bytes)};
    }
    *names = list.at;
    return list.count;
}
