/*
 * Signs as a printer sets them, for text as a keyboard gives it: quotation
 * marks of the language, apostrophes and primes, dashes in ranges, the minus,
 * the ellipsis, narrow blanks before French marks. Only what is beyond doubt
 * is changed; codes, dates, numbers of phones and addresses stay as typed.
 */
#ifndef COMPOSE_SMART_H
#define COMPOSE_SMART_H

#include "base/str.h"

struct arena;
struct locale;

/* Marks around words, and around words inside those. */
struct quotation_marks {
    const char *open, *close, *inner_open, *inner_close;
};
/* Those among the words of a language. */
struct quotation_marks quotation_marks_of(struct arena *arena,
                                          const struct locale *locale);
/* For the BCP 47 tag of a language without words; those of English when it is
   unknown. */
struct quotation_marks quotation_marks_usual(struct str language);

/* Where one stretch of a text ends and the next one goes on. Begin zeroed. */
struct smart_state {
    uint32_t before; /* the last character; 0 at the start */
    bool in_quotes, in_inner;
    const struct quotation_marks *own; /* the person's; NULL: the language's */
};

/* `after` is the character that follows the text, 0 at the end. Gives the text
   itself when nothing is to be changed. */
struct str smart_text(struct arena *arena, struct str language,
                      struct smart_state *state, struct str text,
                      uint32_t after);

#endif
