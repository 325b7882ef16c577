#include "base/utf8.h"

#include <string.h>

#include <utf8proc.h>

#include "base/buf.h"
#include "base/bug.h"

#define REPLACEMENT 0xFFFD

/* Table 3-7 of the Unicode standard: how many bytes a first byte asks for and
   between which bounds the second one lies. */
struct shape {
    unsigned char len, second_min, second_max, mask;
};

static struct shape
shape_of(unsigned char first)
{
    if (first < 0xC2)
        return (struct shape){0, 0, 0, 0};
    if (first < 0xE0)
        return (struct shape){2, 0x80, 0xBF, 0x1F};
    if (first < 0xF0)
        return (struct shape){3, first == 0xE0 ? 0xA0 : 0x80,
                              first == 0xED ? 0x9F : 0xBF, 0x0F};
    if (first < 0xF5)
        return (struct shape){4, first == 0xF0 ? 0x90 : 0x80,
                              first == 0xF4 ? 0x8F : 0xBF, 0x07};
    return (struct shape){0, 0, 0, 0};
}

/* Decodes what does not begin with an ASCII byte; gives 0 bytes when it is
   malformed. */
static size_t
decode(const unsigned char *at, size_t left, uint32_t *code_point)
{
    struct shape shape = shape_of(at[0]);
    uint32_t c = at[0] & shape.mask;

    if (shape.len == 0 || left < shape.len || at[1] < shape.second_min ||
        at[1] > shape.second_max)
        return 0;
    for (size_t i = 1; i < shape.len; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (at[i] & 0x3F);
    }
    *code_point = c;
    return shape.len;
}

uint32_t
utf8_next(struct str s, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)s.at + *at;
    uint32_t c = bytes[0];
    size_t len;

    if (c < 0x80) {
        ++*at;
        return c;
    }
    len = decode(bytes, s.len - *at, &c);
    if (len == 0) {
        ++*at;
        return REPLACEMENT;
    }
    *at += len;
    return c;
}

size_t
utf8_put(char out[4], uint32_t c)
{
    ENSURE(c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF));
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Offset of the first byte at or after `at` that is not ASCII, or the length;
   eight bytes at a time. */
static size_t
skip_ascii(struct str s, size_t at)
{
    uint64_t eight;

    while (s.len - at >= sizeof eight) {
        memcpy(&eight, s.at + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
        at += sizeof eight;
    }
    while (at < s.len && (unsigned char)s.at[at] < 0x80)
        at++;
    return at;
}

size_t
utf8_find_malformed(struct str s)
{
    size_t at = 0, len;
    uint32_t c;

    while ((at = skip_ascii(s, at)) < s.len) {
        len = decode((const unsigned char *)s.at + at, s.len - at, &c);
        if (len == 0)
            return at;
        at += len;
    }
    return SIZE_MAX;
}

size_t
utf8_count(struct str s)
{
    size_t count = 0, ascii_end, at = 0;

    while (at < s.len) {
        ascii_end = skip_ascii(s, at);
        count += ascii_end - at;
        at = ascii_end;
        if (at < s.len) {
            (void)utf8_next(s, &at); /* only its length matters here */
            count++;
        }
    }
    return count;
}

static size_t
columns_of(uint32_t c)
{
    if (c < 0x7F)
        return c >= 0x20;
    return (size_t)utf8proc_charwidth((utf8proc_int32_t)c);
}

size_t
utf8_columns(struct str s)
{
    size_t columns = 0, at = 0;

    while (at < s.len)
        columns += columns_of(utf8_next(s, &at));
    return columns;
}

uint32_t
utf8_lower(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t
utf8_upper(uint32_t c)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

struct str
utf8_to_upper(struct arena *arena, struct str s)
{
    struct buf out = buf_new(arena);

    for (size_t at = 0; at < s.len;)
        buf_add_code_point(&out, utf8_upper(utf8_next(s, &at)));
    return buf_str(&out);
}

bool
utf8_is_letter(uint32_t c)
{
    utf8proc_category_t category;

    if (c < 0x80)
        return ascii_is_alpha((char)c);
    category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}
