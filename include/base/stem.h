/*
 * Stems of words by the Snowball algorithms of libstemmer, which this file
 * owns: "scheduling", "Schedules" and "scheduled" have one stem. Each stem has
 * a number, so that texts are compared by numbers; a word that was asked for
 * before costs a look into a table.
 */
#ifndef BASE_STEM_H
#define BASE_STEM_H

#include "base/str.h"

struct stemmer;

/*
 * A stemmer for English, the one language of the library that the program is
 * linked with. Its tables live in the arena; the library's object does not and
 * goes with stemmer_free.
 */
ATTR_RETURNS_NONNULL struct stemmer *stemmer_new(struct arena *arena);
void stemmer_free(struct stemmer *stemmer);

/* The number of the word's stem, from 1 in the order of first use. Case and
   the form of an apostrophe do not count, nor does a possessive "'s". 0: no
   word, or too long for one. */
unsigned stemmer_number(struct stemmer *stemmer, struct str word);

/* The same for a stem that is known, as stemmer_text gives it. */
unsigned stemmer_number_of_stem(struct stemmer *stemmer, struct str stem);

/* Lower case, UTF-8; of a number that stemmer_number gave. */
struct str stemmer_text(const struct stemmer *stemmer, unsigned number);

#endif
