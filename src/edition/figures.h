/* Numbers as people type them into a sentence, in digits or in words. */
#ifndef EDITION_FIGURES_H
#define EDITION_FIGURES_H

#include "base/list.h"
#include "pack/lexicon.h"

struct said {
    size_t from, to; /* bytes of the text, with the word of its scale */
    double value;    /* without a sign */
    double place;    /* what its last digit stands for: 0.1 in 6.4, 100,000 in
                        "6.4 million" and 6,400,000 */
};
typedef LIST(struct said) said_list;

/* How the words of numbers that a pack knows look: by their first two letters,
   a bit for each length. Few other words look like one and must be looked up.
 */
struct number_words {
    const struct pack *pack; /* NULL: digits only */
    uint32_t lengths[26 * 26];
};
void number_words_read(struct number_words *words, const struct pack *pack);

/* All of them, in order; one whose marks can be read in two ways stands there
   twice. */
said_list said_in(struct arena *arena, const struct number_words *words,
                  struct str text);

/* Both are the same, or what was said is the figure rounded or cut. */
bool said_is(const struct said *said, double figure);
bool said_rounds(const struct said *said, double figure);

/* The number counts what the unit says; also money in any form. */
bool said_has_unit(struct str text, const struct said *said, struct str unit);
bool said_is_percent(struct str text, const struct said *said);
/* "8 points", "8 percentage points" */
bool said_is_points(struct str text, const struct said *said);

#endif
