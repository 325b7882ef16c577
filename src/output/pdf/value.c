#include "value.h"

#include "base/utf8.h"
#include "output/moment.h"

milli
milli_from_upt(upt length)
{
    return upt_scale(length, 1, UPT_PER_MILLI);
}

void
value_number(struct buf *out, milli value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    unsigned fraction = (unsigned)(left % 1000);

    if (value < 0)
        buf_add_byte(out, '-');
    left /= 1000;
    if (fraction > 0) {
        for (int place = 0; place < 3; place++, fraction /= 10)
            if (fraction % 10 != 0 || at < sizeof digits)
                digits[--at] = (char)('0' + fraction % 10);
        digits[--at] = '.';
    }
    if (left == 0 && at == sizeof digits)
        digits[--at] = '0';
    for (; left > 0; left /= 10)
        digits[--at] = (char)('0' + left % 10);
    buf_add(out, (struct str){digits + at, sizeof digits - at});
}

void
value_operand(struct buf *out, milli value)
{
    value_number(out, value);
    buf_add_byte(out, ' ');
}

void
value_reference(struct buf *out, unsigned object)
{
    buf_add_number(out, object);
    buf_add(out, STR(" 0 R"));
}

static void
add_string_byte(struct buf *out, char c)
{
    if (c == '(' || c == ')' || c == '\\')
        buf_add_byte(out, '\\');
    if (c == '\r')
        buf_add_text(out, "\\r"); /* a bare one would be read as a newline */
    else
        buf_add_byte(out, c);
}

void
value_bytes(struct buf *out, struct str bytes)
{
    buf_add_byte(out, '(');
    for (size_t i = 0; i < bytes.len; i++)
        add_string_byte(out, bytes.at[i]);
    buf_add_byte(out, ')');
}

static bool
is_printable_ascii(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < 0x20 || s.at[i] > 0x7E)
            return false;
    return true;
}

/* One or two 16-bit units; gives their number. */
static unsigned
utf16_units(uint32_t code_point, uint16_t units[2])
{
    if (code_point < 0x10000) {
        units[0] = (uint16_t)code_point;
        return 1;
    }
    units[0] = (uint16_t)(0xD800 + ((code_point - 0x10000) >> 10));
    units[1] = (uint16_t)(0xDC00 + ((code_point - 0x10000) & 0x3FF));
    return 2;
}

/* The start of the text that gives at most `most` 16-bit units. */
static struct str
cut_at(struct str utf8, size_t most)
{
    size_t at = 0, units = 0;

    if (utf8.len <= most)
        return utf8;
    while (at < utf8.len && units < most) {
        uint16_t both[2];

        units += utf16_units(utf8_next(utf8, &at), both);
    }
    return str_slice(utf8, 0, at);
}

void
value_text(struct buf *out, struct str utf8)
{
    utf8 = cut_at(utf8, VALUE_TEXT_MOST);
    if (is_printable_ascii(utf8)) {
        value_bytes(out, utf8);
        return;
    }
    buf_add_text(out, "(\xFE\xFF");
    for (size_t at = 0; at < utf8.len;) {
        uint16_t units[2];
        unsigned count = utf16_units(utf8_next(utf8, &at), units);

        for (unsigned i = 0; i < count; i++) {
            add_string_byte(out, (char)(units[i] >> 8));
            add_string_byte(out, (char)(units[i] & 0xFF));
        }
    }
    buf_add_byte(out, ')');
}

void
value_hex(struct buf *out, unsigned value, unsigned digits)
{
    while (digits-- > 0)
        buf_add_byte(out, "0123456789ABCDEF"[value >> 4 * digits & 15]);
}

void
value_utf16_hex(struct buf *out, struct str utf8)
{
    for (size_t at = 0; at < utf8.len;) {
        uint16_t units[2];
        unsigned count = utf16_units(utf8_next(utf8, &at), units);

        for (unsigned i = 0; i < count; i++)
            value_hex(out, units[i], 4);
    }
}

void
value_name(struct buf *out, struct str name)
{
    buf_add_byte(out, '/');
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];

        if (ascii_is_alnum(c) || c == '-' || c == '_' || c == '+' || c == '.') {
            buf_add_byte(out, c);
        } else {
            buf_add_byte(out, '#');
            value_hex(out, (unsigned char)c, 2);
        }
    }
}

void
value_date(struct buf *out, int64_t seconds)
{
    struct moment m = moment_from(seconds);

    buf_print(out, "(D:%04d%02u%02u%02u%02u%02uZ)", m.year, m.month, m.day,
              m.hour, m.minute, m.second);
}

/* RFC 3986: unreserved, reserved and % stay. */
static bool
may_stand_in_uri(char c)
{
    static const char marks[] = "-._~:/?#[]@!$&'()*+,;=%";

    if (ascii_is_alnum(c))
        return true;
    for (size_t i = 0; i + 1 < sizeof marks; i++)
        if (c == marks[i])
            return true;
    return false;
}

void
value_uri(struct buf *out, struct str uri)
{
    buf_add_byte(out, '(');
    for (size_t i = 0; i < uri.len; i++) {
        if (may_stand_in_uri(uri.at[i])) {
            add_string_byte(out, uri.at[i]);
        } else {
            buf_add_byte(out, '%');
            value_hex(out, (unsigned char)uri.at[i], 2);
        }
    }
    buf_add_byte(out, ')');
}
