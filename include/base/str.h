/*
 * Text as pointer and length: UTF-8, not terminated unless said so, borrowed
 * unless it comes from an arena. {NULL, 0} is the absent text and is empty.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/attr.h"

struct str {
    const char *at;
    size_t len;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/* The same in a static initializer. */
#define STR_INIT(literal)                                                      \
    {                                                                          \
        "" literal, sizeof(literal) - 1                                        \
    }
/* For printf: "%.*s", STR_ARG(s). Longer texts than INT_MAX are cut. */
#define STR_ARG(s) str_printf_len(s), ((s).at ? (s).at : "")

int str_printf_len(struct str s);

/* Short functions stand here so that the compiler counts the letters of
   literals and knows lengths. */
static inline struct str
str_from(const char *terminated)
{
    return (struct str){terminated, terminated ? strlen(terminated) : 0};
}

/* Copy in the arena; always terminated, so `.at` is also a C string. */
struct str str_copy(struct arena *arena, struct str s);
const char *str_terminated(struct arena *arena, struct str s);
ATTR_PRINTF(2, 3)
struct str str_format(struct arena *arena, const char *format, ...);
ATTR_PRINTF(2, 0)
struct str str_format_list(struct arena *arena, const char *format,
                           va_list args);

static inline bool
str_is_empty(struct str s)
{
    return s.len == 0;
}

static inline bool
str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool
str_is(struct str s, const char *terminated)
{
    return str_equal(s, str_from(terminated));
}

/* ASCII letters compared without case. */
/* `part` stands somewhere in it, ASCII case ignored. */
bool str_holds_nocase(struct str text, struct str part);
bool str_equal_nocase(struct str a, struct str b);
/* Whether one of `count` texts is `s`. */
bool str_among(struct str s, const struct str *list, size_t count);
/* Byte order, the shorter first: <0, 0, >0. */
int str_compare(struct str a, struct str b);
static inline bool
str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len &&
           (prefix.len == 0 || memcmp(s.at, prefix.at, prefix.len) == 0);
}

static inline bool
str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len &&
           (suffix.len == 0 ||
            memcmp(s.at + (s.len - suffix.len), suffix.at, suffix.len) == 0);
}

/* Byte offset of the first hit at or after `from`, or SIZE_MAX. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_byte(struct str s, char byte, size_t from);
/* Bytes from..to, both clamped to the text. */
static inline struct str
str_slice(struct str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return s.at ? (struct str){s.at + from, to - from} : s;
}

/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);
/* Cuts up to the first `byte` off *rest; all of it when there is none. */
struct str str_cut(struct str *rest, char byte);
uint64_t str_hash(struct str s);
/* Another one, eight bytes at a time: for kilobytes. */
uint64_t str_hash_long(struct str s);

/* ASCII only, locale never matters. */
static inline bool
ascii_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Space or tab. */
static inline bool
ascii_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static inline bool
ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
str_has_digit(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.at[i]))
            return true;
    return false;
}

static inline bool
ascii_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
ascii_is_alnum(char c)
{
    return ascii_is_digit(c) || ascii_is_alpha(c);
}

static inline char
ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static inline char
ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

/* Decimal digits only, no sign; false when empty, foreign or too large. */
bool str_to_u64(struct str s, uint64_t *value);

/*
 * The nearest of `count` candidates by edit distance (case ignored), or
 * SIZE_MAX when none is near enough to be what was meant.
 */
size_t str_nearest(struct str wrong, const struct str *candidates,
                   size_t count);

#endif
