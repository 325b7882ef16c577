/*
 * Skills in words of a person's own, from role files. They match as those of
 * the pack do: whole words, case ignored, a hyphen equal to a blank, one or
 * many ("trial", "trials"); a name of up to three letters with a capital ("R",
 * "Go") as it is written.
 */
#ifndef PACK_OWN_H
#define PACK_OWN_H

#include "pack/lexicon.h"

struct own_phrases;

struct own_phrases *own_new(struct arena *arena);
size_t own_count(const struct own_phrases *own);
/* False when there is no word in the phrase, or too many. */
bool own_add(struct arena *arena, struct own_phrases *own, struct str phrase,
             size_t skill, bool is_sign);
/* Once, when all are added. */
void own_settle(struct arena *arena, struct own_phrases *own);

/* Adds those that begin at token i behind the first `count`, the shorter
   first; gives how many there are then. */
size_t own_find(const struct own_phrases *own, const struct tokens *tokens,
                size_t i, struct lexicon_skill found[LEXICON_SKILLS],
                size_t count);

#endif
