/*
 * Themes: looks as data, from templates/themes/NAME.yaml, with the file's
 * `layout:` and `--set layout....` on top. One table of options drives
 * reading, defaults and advice; a bad value is a finding with the valid ones.
 */
#ifndef LAYOUT_THEME_H
#define LAYOUT_THEME_H

#include "base/upt.h"
#include "compose/choices.h"
#include "compose/document.h"
#include "diag/finding.h"
#include "load/node.h"
#include "model/page_range.h"
#include "type/face.h"
#include "type/paragraph.h"

struct theme;

struct load_files;

struct theme_request {
    struct str name;           /* empty: as `layout` says, else the usual one;
                                  a path: a file of the person's own */
    struct span span;          /* where it was written */
    const struct node *layout; /* may be NULL */
    const struct load_files *files; /* reads such files; may be NULL */
    struct str bytes;               /* of the file `name`, when it was read */
    struct str folder;              /* of such files, as findings show it */
    unsigned kinds; /* bits of the kinds of document that are made,
                       the others have no look; 0: all */
};

/* An unknown theme, or one that cannot be read, is an error finding (X2..),
   and NULL is returned. */
const struct theme *theme_load(struct arena *arena, struct findings *findings,
                               const struct theme_request *request);

/* Which figures a document of that kind has. */
struct date_choices theme_dates(const struct theme *theme,
                                enum document_kind kind);
struct entry_choices theme_entries(const struct theme *theme,
                                   enum document_kind kind);
struct figure_choices theme_figures(const struct theme *theme,
                                    enum document_kind kind);

/* The person's own fonts, when a family is asked for that is not embedded or
   when the theme names their folder; that counts from the folder `beside`. */
void theme_add_fonts(struct arena *arena, const struct theme *theme,
                     struct font_book *fonts, struct str beside);

/* Whether that would look for any. */
bool theme_wants_fonts(const struct theme *theme,
                       const struct font_book *fonts);

/* The same findings without the theme; cheaper where `layout` is NULL. False
   when there is no such theme. */
bool theme_check(struct arena *arena, struct findings *findings,
                 const struct theme_request *request);

/* Does the name mean a file of the person's own, "./mine.yaml"? */
bool theme_is_file(struct str name);
/* Is it the name of an embedded one? */
bool theme_exists(struct str name);

/* ---- for a number of pages ---------------------------------------------- */

/* How many pages the theme and `layout:` ask for, and where. */
struct page_range theme_pages(const struct theme *theme,
                              enum document_kind kind, struct span *said);

/*
 * A theme can be tightened for one kind of document step by step: the text
 * gets smaller, then the margins narrower, as far as its options `fit.` let
 * them. Step 0 is the theme itself.
 */
size_t theme_steps(const struct theme *theme, enum document_kind kind);
const struct theme *theme_tightened(struct arena *arena,
                                    const struct theme *theme,
                                    enum document_kind kind, size_t step);
/* How much more a page holds at that step, per mille: 1000 is as much. */
int64_t theme_gain(const struct theme *theme, enum document_kind kind,
                   size_t step);

/* What people see of it: the body text, the distance of its lines. */
struct theme_measures {
    upt size, leading;
    upt top, right, bottom, left; /* margins */
};
struct theme_measures theme_measures(const struct theme *theme,
                                     enum document_kind kind);

/* ---- colours ------------------------------------------------------------- */

/* Those of its palette; what text is set in can be read on white. */
struct theme_colors {
    rgb text, muted, accent, rule, tint, link;
};
struct theme_colors theme_colors(const struct theme *theme,
                                 enum document_kind kind);
/* The nearest colour that can be read on `ground` with a contrast of at least
   4.5 to 1 (WCAG 2.2, 1.4.3), darker or lighter. */
rgb theme_color_on(rgb color, rgb ground);
/* Width and height of its paper. */
struct theme_paper {
    upt width, height;
};
struct theme_paper theme_paper(const struct theme *theme,
                               enum document_kind kind);

/* Which pictures of the person's are shown. */
struct theme_pictures {
    bool portrait, logos;
};
struct theme_pictures theme_pictures(const struct theme *theme,
                                     enum document_kind kind);

/* ---- all of them --------------------------------------------------------- */

/* Names and one-line descriptions of the embedded themes, sorted. */
struct theme_name {
    struct str name, description;
};
size_t theme_names(struct arena *arena, const struct theme_name **names);

#endif
