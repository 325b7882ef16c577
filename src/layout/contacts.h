/* Ways to reach a person: on a line, in lines, in columns. */
#ifndef LAYOUT_CONTACTS_H
#define LAYOUT_CONTACTS_H

#include "text.h"

/* Contacts set for one measure; in a band they stand below each other. */
struct contact_list;

/* Below each other, as wide as they are; wider ones than the measure are
   broken. NULL when there are none. */
const struct contact_list *
contacts_stack(struct flow *flow, const struct block *block, upt measure);
upt contacts_width(const struct contact_list *list);
upt contacts_height(const struct contact_list *list);
/* Into the last band: the first one's top at y, each at that side of the
   measure that begins at x. */
void contacts_place(struct flow *flow, const struct contact_list *list, upt x,
                    upt y, upt measure, int side);

/* Below a name, as the look says (head.contact). */
void contacts_set(struct flow *flow, const struct block *block, int side);
/* One a line, each a band of its own: in a sidebar. */
void contacts_set_lines(struct flow *flow, const struct block *block, int side);

#endif
