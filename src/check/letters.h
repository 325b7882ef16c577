/* What the rules on letters share (family_letter*.c). */
#ifndef CHECK_LETTERS_H
#define CHECK_LETTERS_H

#include "rule.h"

/* A paragraph of a letter. */
bool letter_is_paragraph(const struct check_text *text);
/* The sentence around token i: first and one past the last. */
void letter_sentence(const struct tokens *tokens, size_t i, size_t *from,
                     size_t *to);
/* One of the words of a blank-separated list stands in tokens from..to. */
bool letter_says(const struct tokens *tokens, size_t from, size_t to,
                 const char *words);
/* The sentence is about the writer. */
bool letter_is_own(const struct tokens *tokens, size_t from, size_t to);
/* A name of capitals from token i on, "Mercy Valley Hospital"; the token behind
   it, or i. */
size_t letter_name_end(const struct tokens *tokens, size_t i);
/* Both names have a word in common that tells, or both are the same. */
bool letter_same_name(const struct check *check, struct str a, struct str b);

void letter_figures(struct check *check, /* L101 */
                    const struct check_text *text);
void letter_credentials(struct check *check, /* L102 */
                        const struct check_text *text);
void letter_employers(struct check *check, /* L103, L104 */
                      const struct check_text *text);

#endif
