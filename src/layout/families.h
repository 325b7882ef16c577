/* The families of fonts that a look asks for. */
#ifndef LAYOUT_FAMILIES_H
#define LAYOUT_FAMILIES_H

#include "look.h"

/* Each family that is not there is a finding, X205. */
void families_check(struct arena *arena, struct findings *findings,
                    const struct font_book *fonts, const struct look *look);

#endif
