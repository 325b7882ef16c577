#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#include "base/bug.h"
#include "base/utf8.h"

#define FIRST_ROOM ((size_t)256)
#define MDOC_COLUMNS 78

struct buf
buf_new(struct arena *arena)
{
    return (struct buf){.arena = arena};
}

void
buf_grow(struct buf *buf, size_t more)
{
    size_t room = buf->room < FIRST_ROOM ? FIRST_ROOM : buf->room;

    while (room - buf->len < more && room <= SIZE_MAX / 2)
        room *= 2;
    if (room - buf->len < more)
        room = SIZE_MAX / 2; /* more than any arena can give */
    buf->at = arena_grow(buf->arena, buf->at, buf->room, room);
    buf->room = room;
}

static inline void
make_room(struct buf *buf, size_t more)
{
    if (more > buf->room - buf->len)
        buf_grow(buf, more);
}

void
buf_add(struct buf *buf, struct str s)
{
    if (s.len == 0)
        return;
    make_room(buf, s.len);
    memcpy(buf->at + buf->len, s.at, s.len);
    buf->len += s.len;
}

void
buf_add_text(struct buf *buf, const char *terminated)
{
    buf_add(buf, str_from(terminated));
}

void
buf_add_code_point(struct buf *buf, uint32_t code_point)
{
    make_room(buf, 4);
    buf->len += utf8_put(buf->at + buf->len, code_point);
}

void
buf_add_number(struct buf *buf, size_t number)
{
    char digits[24];
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    buf_add(buf, (struct str){digits + at, sizeof digits - at});
}

void
buf_print_list(struct buf *buf, const char *format, va_list args)
{
    va_list again;
    int len;

    make_room(buf, 64);
    va_copy(again, args);
    len = vsnprintf(buf->at + buf->len, buf->room - buf->len, format, args);
    ENSURE(len >= 0);
    if ((size_t)len >= buf->room - buf->len) {
        make_room(buf, (size_t)len + 1);
        len =
            vsnprintf(buf->at + buf->len, buf->room - buf->len, format, again);
        ENSURE(len >= 0);
    }
    va_end(again);
    buf->len += (size_t)len;
}

void
buf_print(struct buf *buf, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    buf_print_list(buf, format, args);
    va_end(args);
}

/* The letter behind the backslash, 0 when JSON has none for this byte. */
static char
json_letter(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    default:
        return 0;
    }
}

static void
add_json_byte(struct buf *buf, char c)
{
    char letter = json_letter(c);

    if (letter != 0) {
        buf_add_byte(buf, '\\');
        buf_add_byte(buf, letter);
    } else if ((unsigned char)c < 0x20 || c == 0x7F) {
        buf_print(buf, "\\u%04x", (unsigned)c);
    } else {
        buf_add_byte(buf, c);
    }
}

void
buf_add_json(struct buf *buf, struct str s)
{
    make_room(buf, s.len + 2);
    buf_add_byte(buf, '"');
    for (size_t i = 0; i < s.len;) {
        if ((unsigned char)s.at[i] < 0x80)
            add_json_byte(buf, s.at[i++]);
        else
            buf_add_code_point(buf, utf8_next(s, &i));
    }
    buf_add_byte(buf, '"');
}

/* Production [2] Char of XML 1.0: what may stand in a document. */
static bool
xml_may_hold(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' ||
           (c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF);
}

void
buf_add_xml(struct buf *buf, struct str s)
{
    make_room(buf, s.len);
    for (size_t i = 0; i < s.len;) {
        uint32_t c = utf8_next(s, &i);

        if (c == '&')
            buf_add(buf, STR("&amp;"));
        else if (c == '<')
            buf_add(buf, STR("&lt;"));
        else if (c == '>')
            buf_add(buf, STR("&gt;"));
        else if (c == '"')
            buf_add(buf, STR("&quot;"));
        else if (xml_may_hold(c))
            buf_add_code_point(buf, c);
    }
}

struct str
buf_str(const struct buf *buf)
{
    return (struct str){buf->at, buf->len};
}

/* The blank at `at` ends a line: of a sentence, or because the next word would
   go beyond it. */
static bool
ends_line(struct str text, size_t at, size_t column)
{
    size_t word = at + 1;
    if (at > 0 && text.at[at - 1] == '.' && word < text.len &&
        ascii_upper(text.at[word]) == text.at[word])
        return true;
    while (word < text.len && text.at[word] != ' ' && text.at[word] != '\n')
        word++;
    return column + (word - at) > MDOC_COLUMNS;
}

void
buf_add_mdoc(struct buf *buf, struct str text)
{
    size_t column = 0;
    for (size_t i = 0; i < text.len; i++, column++) {
        char byte = text.at[i];
        if (byte == ' ' && ends_line(text, i, column))
            byte = '\n';
        if (!column && (byte == '.' || byte == '\''))
            buf_add_text(buf, "\\&");
        if (byte == '\\')
            buf_add_text(buf, "\\e");
        else
            buf_add_byte(buf, byte);
        if (byte == '\n')
            column = SIZE_MAX; /* 0 at the next byte */
    }
}
