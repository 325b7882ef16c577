/* UTF-8, Unicode properties, folding. Owns utf8proc. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Decodes the code point at *at and moves *at behind it. A malformed byte
 * gives U+FFFD and moves by one. *at must be below s.len.
 */
uint32_t utf8_next(struct str s, size_t *at);
/* Writes 1-4 bytes, gives their number; `code_point` must be a scalar value. */
size_t utf8_put(char out[4], uint32_t code_point);
/* Offset of the first malformed byte, or SIZE_MAX. */
size_t utf8_find_malformed(struct str s);
size_t utf8_count(struct str s);
/* Terminal columns: wide East Asian characters take two, marks none. */
size_t utf8_columns(struct str s);
struct str utf8_to_nfc(struct arena *arena, struct str s);
/* Simple case mapping, one scalar value to one. */
uint32_t utf8_lower(uint32_t code_point);
uint32_t utf8_upper(uint32_t code_point);
struct str utf8_to_upper(struct arena *arena, struct str s);
bool utf8_is_letter(uint32_t code_point);
/* kebab-case of a name for file names: "José Núñez" gives "jose-nunez";
   letters outside Latin stay; "resume" when nothing is left. */
struct str utf8_slug(struct arena *arena, struct str s);

#endif
