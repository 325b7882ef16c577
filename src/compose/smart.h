/* A text on its way from the keyboard's signs to the printer's. */
#ifndef COMPOSE_SMART_PRIVATE_H
#define COMPOSE_SMART_PRIVATE_H

#include "base/buf.h"
#include "compose/smart.h"

struct smart {
    struct str text;
    size_t at;      /* the sign in question */
    uint32_t after; /* what follows the text */
    struct smart_state *state;
    struct buf out;
};

/* The character that ends before byte `at`, or begins at it; what stands
   around the text at its ends. */
uint32_t smart_before(const struct smart *smart, size_t at);
uint32_t smart_after(const struct smart *smart, size_t at);
/* Can a word, or what opens one, begin after this character? */
bool smart_opens(uint32_t before);
bool smart_is_blank(uint32_t c);

/* The sign for `count` hyphens from smart->at on; NULL: as typed.
 * smart_dashes.c
 */
const char *smart_dash(const struct smart *smart, size_t count);

#endif
