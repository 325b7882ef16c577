/* Phone numbers in another form than they were typed in (ITU-T E.164 and the
   numbering plans of countries, E.123 for how they are written). */
#ifndef LAYOUT_PHONE_H
#define LAYOUT_PHONE_H

#include "look.h"

/* `country` ("US") tells what a number without "+" belongs to; empty: not
   known. As typed when the form cannot be known. */
struct str phone_write(struct arena *arena, struct str typed,
                       struct str country, enum phone_format format);

#endif
