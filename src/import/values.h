/*
 * Values by their kind: what their files share.
 *
 *   value_texts.c  texts without what only other programs read: control
 *                  characters, places to fill in, HTML
 *   value_lists.c  lists, and texts that hold one
 *   values.c       dates and addresses; the tables that name the kinds
 */
#ifndef IMPORT_VALUES_H
#define IMPORT_VALUES_H

#include "convert.h"

/* Some byte of the text may begin what does not stand as it is: most texts
   have none. */
bool value_is_odd(struct str text);
/* "{{ name }}" was to be filled in by another program: tells of it; true when
   there is nothing else in the text. */
bool value_is_template(struct conversion *c, const struct node *node,
                       struct str text);
struct str value_to_markdown(struct conversion *c, struct str text);

/* Native lists of bullets and of texts; "a.b" is a way to the list. */
void convert_bullets(struct conversion *c, struct node *native,
                     const struct node *node, const char *to);
void convert_texts(struct conversion *c, struct node *native,
                   const struct node *node, const char *to);

#endif
