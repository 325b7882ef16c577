/*
 * A PDF of ours as text for tests: all streams unpacked, one after another,
 * with the objects around them. Knows only what our writer writes.
 */
#ifndef PDF_TEXT_H
#define PDF_TEXT_H

#include <libdeflate.h>

#include "base/buf.h"

/* The number behind the last `key` in s. */
static inline size_t
pdf_number(struct str s, const char *key)
{
    size_t at = SIZE_MAX, next = 0;
    uint64_t value = 0;

    while ((next = str_find(s, str_from(key), next)) != SIZE_MAX)
        at = next++;
    if (at == SIZE_MAX)
        return 0;
    for (at += str_from(key).len; at < s.len && s.at[at] == ' ';)
        at++;
    for (; at < s.len && ascii_is_digit(s.at[at]); at++)
        value = value * 10 + (uint64_t)(s.at[at] - '0');
    return (size_t)value;
}

/* As it is when it is not deflated. */
static inline struct str
pdf_inflate(struct arena *arena, struct str packed)
{
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    size_t room = 1 << 20, len = 0;
    char *out = arena_alloc(arena, room);
    enum libdeflate_result result =
        libdeflate_zlib_decompress(d, packed.at, packed.len, out, room, &len);

    libdeflate_free_decompressor(d);
    if (result != LIBDEFLATE_SUCCESS)
        return packed;
    return (struct str){out, len};
}

/* Every "stream ... endstream" that is deflated is replaced by its text. */
static inline struct str
pdf_unpack(struct arena *arena, struct str file)
{
    struct buf out = buf_new(arena);
    size_t at = 0;

    for (;;) {
        size_t start = str_find(file, STR("stream\r\n"), at), end, own;

        own = str_find(file, STR(">>\nstream\n"), at);
        if (own < start)
            start = own + 3;
        if (start == SIZE_MAX)
            break;
        buf_add(&out, str_slice(file, at, start));
        at = start + (file.at[start + 6] == '\r' ? 8 : 7);
        end = str_find(file, STR("\nendstream"), at);
        buf_add(&out, pdf_inflate(arena, str_slice(file, at, end)));
        buf_add_byte(&out, '\n');
        at = end;
    }
    buf_add(&out, str_slice(file, at, file.len));
    return buf_str(&out);
}

#endif
