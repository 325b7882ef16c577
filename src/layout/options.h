/*
 * The one list of what a theme and `layout:` may say, its rows in options_*.c.
 * Each option knows how its text is read, its range, its default and what it
 * means; the reader, the advice and the reference all walk this list.
 */
#ifndef LAYOUT_OPTIONS_H
#define LAYOUT_OPTIONS_H

#include "look.h"

enum option_kind {
    OPTION_LENGTH, /* "12pt", "0.5em", "1in" */
    OPTION_RATIO,  /* of the size when it has no unit: "1.35" */
    OPTION_COUNT,  /* whole number */
    OPTION_COLOR,  /* "#1f4e79" or a name of the palette */
    OPTION_CHOICE,
    OPTION_BOOL,
    OPTION_LIST,   /* some of the choices: "skills, languages" */
    OPTION_FAMILY, /* "body", "heading" or a family's name */
    OPTION_TEXT,
    OPTION_FOLDER, /* beside the person's file, or below it */
    OPTION_TEMPLATE, /* text with placeholders, whose names are the choices */
    OPTION_PAGES     /* "2", "1-2", "any" */
};

struct option {
    const char *name; /* "section.rule_width" */
    enum option_kind kind;
    size_t offset; /* in struct look, or in struct text_style */
    const char *fallback;
    int64_t least, most;        /* of lengths in upt, of counts */
    const char *const *choices; /* NULL-terminated, in the enum's order */
    const char *meaning;
};

/* Properties of every text style: `text.<style>.<property>`. */
#define STYLE_OPTIONS 9
extern const struct option style_options[STYLE_OPTIONS];
/* Where "font" and "color" stand among the properties of a style. */
#define FONT_PROPERTY 1
#define COLOR_PROPERTY 4
extern const char *const text_style_names[TEXT_STYLE_COUNT];
/* What the property is when no theme says otherwise. */
const char *style_fallback(size_t style, size_t property);
/* True where a style has no default of its own: what is said of the body's
   text holds for it as well. */
bool style_follows_body(size_t style, size_t property);

/* All of them in one numbering: the plain ones, then style by style. */
size_t option_plain_count(void);
size_t option_total(void);
/* SIZE_MAX when there is no such option. */
size_t option_find(struct str name);
const struct option *option_at(size_t number);
/* False for the plain ones. */
bool option_of_style(size_t number, size_t *style, size_t *property);
size_t option_number(size_t style, size_t property);
/* "text.name.size" for number; plain options give their name. */
struct str option_name(struct arena *arena, size_t number);
/* The default of an option: for styles from the table of styles. */
const char *option_fallback(size_t number);
/* True when an option's name begins with this and a dot. */
bool option_is_group(struct str name);

/* NULL when the text is a valid value, else what is expected, as words. */
const char *option_refuse(struct arena *arena, const struct option *option,
                          struct str text);
/* Writes a valid text into the look; earlier options must be there already:
   font size before lengths, palette before colours. */
void option_apply(size_t number, struct str text, struct look *look);
/* Of the text of an OPTION_LIST. */
bool option_list_has(struct str list, struct str word);

/* The chapter of the reference. */
struct str options_reference(struct arena *arena);
/* The same in mdoc(7). */
struct str options_manual(struct arena *arena);

#endif
