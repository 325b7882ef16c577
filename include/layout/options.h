/*
 * The options of `layout:` for people, editors and programs: lists, a theme to
 * start from, the reference and the JSON Schema, all from the one table.
 */
#ifndef LAYOUT_OPTIONS_PUBLIC_H
#define LAYOUT_OPTIONS_PUBLIC_H

#include "model/fields.h"

/* An option a line: name, value, meaning, what it may be. Values are those of
   the theme, of which there must be one; empty: the defaults. */
void options_print_list(struct buf *out, struct str theme);
/* The same as JSON: a list of objects. */
void options_print_json(struct buf *out, struct str theme);
/* A theme that extends another, every option in it as a remark. */
void options_print_theme(struct buf *out, struct str theme);
/* Markdown: all options, and the names that other tools have for them. */
void options_print_page(struct buf *out);
/* What `layout:` may hold besides what the model knows. */
struct field_extra options_schema(struct arena *arena);

#endif
