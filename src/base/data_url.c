#include "base/data_url.h"

bool
str_is_data_url(struct str text)
{
    return text.len > 5 &&
           str_equal_nocase(str_slice(text, 0, 5), STR("data:"));
}

/* The value of a digit of base64, also of its form for addresses; 64: none. */
static unsigned
digit_value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (unsigned)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return (unsigned)(c - 'a') + 26;
    if (ascii_is_digit(c))
        return (unsigned)(c - '0') + 52;
    if (c == '+' || c == '-')
        return 62;
    return c == '/' || c == '_' ? 63 : 64;
}

bool
data_url_read(struct arena *arena, struct str url, struct str *bytes)
{
    size_t comma = str_find_byte(url, ',', 0);
    if (!str_is_data_url(url) || comma == SIZE_MAX ||
        !str_holds_nocase(str_slice(url, 0, comma), STR(";base64")))
        return false;
    char *out = arena_alloc(arena, (url.len - comma) / 4 * 3 + 3);
    size_t len = 0;
    uint32_t bits = 0;
    unsigned held = 0;
    for (size_t i = comma + 1; i < url.len && url.at[i] != '='; i++) {
        unsigned value = digit_value(url.at[i]);
        if (ascii_is_space(url.at[i]))
            continue;
        if (value == 64)
            return false;
        bits = (bits << 6 | value) & 0xFFFFFF;
        held += 6;
        if (held >= 8) {
            held -= 8;
            out[len++] = (char)(bits >> held & 0xFF);
        }
    }
    *bytes = (struct str){out, len};
    return len > 0;
}

static void
add_base64(struct buf *out, struct str bytes)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        uint32_t three = (uint32_t)(uint8_t)bytes.at[i] << 16;
        if (left > 1)
            three |= (uint32_t)(uint8_t)bytes.at[i + 1] << 8;
        if (left > 2)
            three |= (uint8_t)bytes.at[i + 2];
        buf_add_byte(out, digits[three >> 18]);
        buf_add_byte(out, digits[three >> 12 & 63]);
        buf_add_byte(out, left > 1 ? digits[three >> 6 & 63] : '=');
        buf_add_byte(out, left > 2 ? digits[three & 63] : '=');
    }
}

void
data_url_add(struct buf *out, const char *type, struct str bytes)
{
    buf_print(out, "data:%s;base64,", type);
    add_base64(out, bytes);
}
