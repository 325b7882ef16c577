/* Where words of a language may be hyphenated. */
#ifndef TYPE_HYPHENATION_H
#define TYPE_HYPHENATION_H

#include "base/str.h"

struct hyphen_patterns;

/* For a BCP 47 tag; NULL when the language is unknown. */
const struct hyphen_patterns *hyphen_find(struct str language);

/* allowed[i]: a hyphen may stand before letters[i]. Letters are lower case,
   one scalar value each. */
void hyphen_word(const struct hyphen_patterns *patterns,
                 const uint32_t *letters, size_t count, bool *allowed);

#endif
