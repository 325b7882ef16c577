/* What the rules about the terms of a field share (family_domain*.c). */
#ifndef CHECK_DOMAIN_H
#define CHECK_DOMAIN_H

#include "rule.h"

/* The pack knows what the list is about. */
bool domain_knows(const struct check *check, enum lexicon_list list);
/* Somewhere the file speaks of a place of the pack's field; a file of another
   profession, without `pack: general`, does not. */
bool domain_is_own(struct check *check);

/* The name of a person, an employer or a school. */
bool domain_is_proper(const struct check_text *text);

void domain_abbreviations(struct check *check); /* H104 */
/* H105 */
void domain_misspelled(struct check *check, const struct check_text *text);
void domain_renamed(struct check *check);

#endif
