#include "families.h"

#include "base/file.h"
#include "layout/theme.h"

static void
report(struct arena *arena, struct findings *findings,
       const struct font_book *fonts, struct str family, struct span span)
{
    const struct str *names;
    size_t count = font_book_families(fonts, &names);
    size_t nearest = str_nearest(family, names, count);
    struct finding *finding =
        finding_add(findings, CODE_X205, span,
                    "There is no family of fonts \"%.*s\".", STR_ARG(family));
    if (nearest != SIZE_MAX)
        finding_help(finding, "did you mean \"%.*s\"?",
                     STR_ARG(names[nearest]));
    struct buf list = buf_new(arena);
    for (size_t i = 0; i < count; i++)
        buf_print(&list, "%s%.*s", i ? ", " : "", STR_ARG(names[i]));
    finding_help(finding, "there are: %.*s", STR_ARG(buf_str(&list)));
}

static bool
has(const struct font_book *fonts, struct str family)
{
    return font_book_has_family(fonts, family);
}

/* The same family in several styles is told once. */
static bool
was_told(const struct look *look, size_t style)
{
    struct str family = look->text[style].family;
    if (str_equal(family, look->body_family) ||
        str_equal(family, look->heading_family))
        return true;
    for (size_t i = 0; i < style; i++)
        if (str_equal(look->text[i].family, family))
            return true;
    return false;
}

void
families_check(struct arena *arena, struct findings *findings,
               const struct font_book *fonts, const struct look *look)
{
    if (!has(fonts, look->body_family))
        report(arena, findings, fonts, look->body_family, look->body_span);
    if (!str_equal(look->heading_family, look->body_family) &&
        !has(fonts, look->heading_family))
        report(arena, findings, fonts, look->heading_family,
               look->heading_span);
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        if (!has(fonts, look->text[i].family) && !was_told(look, i))
            report(arena, findings, fonts, look->text[i].family,
                   look->text[i].family_span);
}

/* ---- the person's own ---------------------------------------------------- */

static bool
has_all(const struct font_book *fonts, const struct look *look)
{
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        if (!has(fonts, look->text[i].family))
            return false;
    return true;
}

/* Looks of documents that are not made are empty. */
static const struct look *
made_look(const struct theme *theme)
{
    for (int kind = 0; kind <= DOCUMENT_LETTER; kind++) {
        const struct look *look = theme_look(theme, (enum document_kind)kind);
        if (look->font_folder.len)
            return look;
    }
    return NULL;
}

bool
theme_wants_fonts(const struct theme *theme, const struct font_book *fonts)
{
    const struct look *look = made_look(theme);
    if (!look)
        return false;
    if (!str_is(look->font_folder, "fonts"))
        return true;
    for (int kind = 0; kind < DOCUMENT_KINDS; kind++) {
        const struct look *of = theme_look(theme, (enum document_kind)kind);
        if (of->font_folder.len > 0 && !has_all(fonts, of))
            return true;
    }
    return false;
}

void
theme_add_fonts(struct arena *arena, const struct theme *theme,
                struct font_book *fonts, struct str beside)
{
    if (!theme_wants_fonts(theme, fonts))
        return;
    const struct look *look = made_look(theme);
    bool must_exist = !str_is(look->font_folder, "fonts");
    font_book_add_folder(fonts, file_join(arena, beside, look->font_folder),
                         must_exist);
}
