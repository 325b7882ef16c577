/*
 * The design options of RenderCV 2.8 under the names they have here, for
 * people who bring a file of its. Names from its documentation.
 */
#ifndef LAYOUT_RENDERCV_H
#define LAYOUT_RENDERCV_H

#include "base/str.h"

struct rendercv_option {
    const char *name; /* below `design:` */
    const char *ours; /* below `layout:`; several are separated by ", " */
    const char *note; /* about values; may be NULL */
};

/* Ends with a name that is NULL. */
extern const struct rendercv_option rendercv_options[];

/* NULL when there is no such option. */
const struct rendercv_option *rendercv_find(struct str name);
/* True when the name of an option begins with this and a dot. */
bool rendercv_is_group(struct str name);

#endif
