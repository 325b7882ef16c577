/*
 * Bytes that are being written, in an arena. `buf_str` borrows them; the next
 * write may move them.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdint.h>

#include "base/str.h"

struct buf {
    struct arena *arena;
    char *at;
    size_t len, room;
};

struct buf buf_new(struct arena *arena);
/* Room for so many bytes more than there are. */
void buf_grow(struct buf *buf, size_t more);
void buf_add(struct buf *buf, struct str s);
void buf_add_text(struct buf *buf, const char *terminated);

static inline void
buf_add_byte(struct buf *buf, char byte)
{
    if (buf->len == buf->room)
        buf_grow(buf, 1);
    buf->at[buf->len++] = byte;
}

void buf_add_code_point(struct buf *buf, uint32_t code_point);
/* As %zu prints it, for where many are written. */
void buf_add_number(struct buf *buf, size_t number);
ATTR_PRINTF(2, 3) void buf_print(struct buf *buf, const char *format, ...);
ATTR_PRINTF(2, 0)
void buf_print_list(struct buf *buf, const char *format, va_list args);
/* Text of a manual page in mdoc(7): backslashes doubled, a stop or an
   apostrophe that would begin a request hidden, each sentence on its own lines,
   none longer than 78 bytes where there is a blank. */
void buf_add_mdoc(struct buf *buf, struct str text);
/* `"..."` with JSON's escapes; malformed UTF-8 becomes U+FFFD. */
void buf_add_json(struct buf *buf, struct str s);
/* & < > " escaped for XML text and attributes; control bytes left out. */
void buf_add_xml(struct buf *buf, struct str s);
struct str buf_str(const struct buf *buf);

#endif
