/* Addresses as formats ask for them. */
#ifndef OUTPUT_URI_H
#define OUTPUT_URI_H

#include "base/str.h"

/* An address in which what RFC 3986 does not allow is percent-encoded; one
   "#" is left, and "%" before two hexadecimal digits. In the arena. */
struct str uri_clean(struct arena *arena, struct str address);

/* It begins with a scheme ("https:", "mailto:"). */
bool uri_has_scheme(struct str address);

/* To a page, a mailbox or a telephone: other addresses may run programs, or
   lead nowhere. */
bool uri_leads_out(struct str address);

#endif
