/* Blank-separated lists of words in the field table. */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include "base/str.h"

/* Cuts the next word off *rest; empty at the end. */
struct str words_next(struct str *rest);
/* Whether a list (NULL is the empty one) holds the word. */
bool words_hold(const char *words, struct str word);

/* Letters and digits in lower case, é as e, everything between them as one
   `joint`: "End Date", "endDate", "end-date" give "end_date" with '_'. */
struct str words_normal(struct arena *arena, struct str s, char joint);

#endif
