/*
 * Themes: looks as data, from templates/themes/NAME.yaml, with the file's
 * `layout:` and `--set layout....` on top. One table of options drives
 * reading, defaults and advice; a bad value is a finding with the valid ones.
 */
#ifndef LAYOUT_THEME_H
#define LAYOUT_THEME_H

#include "base/upt.h"
#include "diag/finding.h"
#include "load/node.h"

struct theme;

/* `layout` may be NULL. An unknown theme is an error finding (X2..) with the
   names there are, and NULL is returned. */
const struct theme *theme_load(struct arena *arena, struct findings *findings,
                               struct str name, const struct node *layout);

/* The same findings without the theme; cheaper where `layout` is NULL. False
   when there is no such theme. */
bool theme_check(struct arena *arena, struct findings *findings,
                 struct str name, const struct node *layout);

/* Names and one-line descriptions of the embedded themes, sorted. */
struct theme_name {
    struct str name, description;
};
size_t theme_names(struct arena *arena, const struct theme_name **names);

#endif
