#include "base/str.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/bug.h"

int
str_printf_len(struct str s)
{
    return s.len > INT_MAX ? INT_MAX : (int)s.len;
}

struct str
str_copy(struct arena *arena, struct str s)
{
    char *copy = arena_bytes(arena, s.len + 1);

    if (s.len > 0)
        memcpy(copy, s.at, s.len);
    copy[s.len] = '\0';
    return (struct str){copy, s.len};
}

const char *
str_terminated(struct arena *arena, struct str s)
{
    return str_copy(arena, s).at;
}

struct str
str_format_list(struct arena *arena, const char *format, va_list args)
{
    char small[256];
    va_list again;
    char *at;
    int len;

    va_copy(again, args);
    len = vsnprintf(small, sizeof small, format, args);
    ENSURE(len >= 0);
    at = arena_alloc(arena, (size_t)len + 1);
    if ((size_t)len < sizeof small)
        memcpy(at, small, (size_t)len);
    else
        ENSURE(vsnprintf(at, (size_t)len + 1, format, again) == len);
    va_end(again);
    return (struct str){at, (size_t)len};
}

struct str
str_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    struct str s;

    va_start(args, format);
    s = str_format_list(arena, format, args);
    va_end(args);
    return s;
}

bool
str_equal_nocase(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.at[i]) != ascii_lower(b.at[i]))
            return false;
    return true;
}

bool
str_among(struct str s, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(list[i], s))
            return true;
    return false;
}

int
str_compare(struct str a, struct str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common == 0 ? 0 : memcmp(a.at, b.at, common);

    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

size_t
str_find_byte(struct str s, char byte, size_t from)
{
    const char *hit;

    if (from >= s.len)
        return SIZE_MAX;
    hit = memchr(s.at + from, byte, s.len - from);
    return hit == NULL ? SIZE_MAX : (size_t)(hit - s.at);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
    size_t at;

    if (from > s.len || needle.len > s.len - from)
        return SIZE_MAX;
    if (needle.len == 0)
        return from;
    s.len -= needle.len - 1; /* where a hit may begin */
    for (at = from; (at = str_find_byte(s, needle.at[0], at)) != SIZE_MAX; at++)
        if (memcmp(s.at + at, needle.at, needle.len) == 0)
            return at;
    return SIZE_MAX;
}

struct str
str_trim(struct str s)
{
    while (s.len > 0 && ascii_is_space(s.at[s.len - 1]))
        s.len--;
    while (s.len > 0 && ascii_is_space(s.at[0])) {
        s.at++;
        s.len--;
    }
    return s;
}

struct str
str_cut(struct str *rest, char byte)
{
    size_t at = str_find_byte(*rest, byte, 0);
    struct str part = str_slice(*rest, 0, at);

    *rest = str_slice(*rest, at == SIZE_MAX ? rest->len : at + 1, rest->len);
    return part;
}

/* FNV-1a, 64 bits. */
uint64_t
str_hash(struct str s)
{
    uint64_t hash = UINT64_C(14695981039346656037);

    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.at[i]) * UINT64_C(1099511628211);
    return hash;
}

/* The first one lowest, on every machine; where that is how numbers lie in
   memory, compilers make one load of it. */
static uint64_t
eight_bytes(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 |
           (uint64_t)at[3] << 24 | (uint64_t)at[4] << 32 |
           (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

uint64_t
str_hash_long(struct str s)
{
    uint64_t hash = str_hash(str_slice(s, s.len & ~(size_t)7, s.len));

    for (size_t i = 0; i + 8 <= s.len; i += 8) {
        hash = (hash ^ eight_bytes(s.at + i)) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return hash;
}

bool
str_to_u64(struct str s, uint64_t *value)
{
    uint64_t sum = 0;

    if (s.len == 0)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        unsigned digit = (unsigned)(s.at[i] - '0');

        if (!ascii_is_digit(s.at[i]) || sum > (UINT64_MAX - digit) / 10)
            return false;
        sum = sum * 10 + digit;
    }
    *value = sum;
    return true;
}

bool
str_holds_nocase(struct str text, struct str part)
{
    for (size_t at = 0; at + part.len <= text.len; at++)
        if (str_equal_nocase(str_slice(text, at, at + part.len), part))
            return true;
    return false;
}
