/* QR codes (ISO/IEC 18004). */
#ifndef LAYOUT_CODES_H
#define LAYOUT_CODES_H

#include "flow.h"

/* The code of an address, drawn later. */
struct qr_code {
    struct path path; /* its corner is at x, 0; no verbs: there is none */
    upt x, size;
    upt quiet; /* the light border that readers need, around it */
};

/* None when the address is too long for a code. On white paper the margin at
   x is border enough. */
struct qr_code code_make(struct flow *flow, struct str url, upt x);
/* Into the last band. */
void code_draw(struct flow *flow, const struct qr_code *code, upt y,
               struct str alt);

#endif
