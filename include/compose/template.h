/*
 * Templates: text of an option with placeholders, "*{name}, {page_number} of
 * {total_pages}*". A placeholder may be written in capitals and without braces
 * as well, NAME, as other tools do; asterisks make emphasis and strong text,
 * and are printed after a backslash.
 *
 * What stands between two placeholders goes when the second has no text, what
 * stands before the first goes when that one has none: "{month} {year}" of a
 * year alone is the year. Letters and closing brackets right behind a
 * placeholder belong to it.
 */
#ifndef COMPOSE_TEMPLATE_H
#define COMPOSE_TEMPLATE_H

#include "compose/document.h"

struct placeholder {
    const char *name;               /* in small letters */
    struct str text;                /* empty: `rich`, when there is one */
    const struct inline_text *rich;
};

/* Ends with a name that is NULL. */
struct inline_text template_fill(struct arena *arena, struct str template,
                                 const struct placeholder *values);
/* The same without styles and links. */
struct str template_fill_plain(struct arena *arena, struct str template,
                               const struct placeholder *values);
/* The first placeholder in braces that has none of these names, NULL at their
   end; empty when all are known. */
struct str template_find_unknown(struct str template, const char *const *names);

#endif
