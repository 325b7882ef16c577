#include "output/uri.h"

#include "base/buf.h"

static bool
is_hex(char c)
{
    char lower = ascii_lower(c);
    return ascii_is_digit(c) || (lower >= 'a' && lower <= 'f');
}

/* RFC 3986. Word takes a file for broken that has another address in it. */
static bool
may_stand_in_uri(struct str url, size_t at)
{
    static const char marks[] = "-._~:/?#@!$&'()*+,;=";
    char c = url.at[at];
    if (c == '%')
        return at + 2 < url.len && is_hex(url.at[at + 1]) &&
               is_hex(url.at[at + 2]);
    return ascii_is_alnum(c) || (c && strchr(marks, c));
}

struct str
uri_clean(struct arena *arena, struct str url)
{
    struct buf out = buf_new(arena);
    bool has_fragment = false;
    for (size_t i = 0; i < url.len; i++) {
        bool stays =
            may_stand_in_uri(url, i) && !(url.at[i] == '#' && has_fragment);
        has_fragment = has_fragment || url.at[i] == '#';
        if (stays)
            buf_add_byte(&out, url.at[i]);
        else
            buf_print(&out, "%%%02X", (unsigned)(unsigned char)url.at[i]);
    }
    return buf_str(&out);
}

bool
uri_has_scheme(struct str address)
{
    size_t i = 0;
    while (i < address.len &&
           (ascii_is_alnum(address.at[i]) ||
            (i > 0 && str_find_byte(STR("+-."), address.at[i], 0) != SIZE_MAX)))
        i++;
    return i > 1 && i < address.len && address.at[i] == ':' &&
           ascii_is_alpha(address.at[0]);
}

bool
uri_leads_out(struct str url)
{
    static const struct str schemes[] = {STR_INIT("https://"),
                                         STR_INIT("http://"),
                                         STR_INIT("mailto:"), STR_INIT("tel:")};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (url.len > schemes[i].len &&
            str_equal_nocase(str_slice(url, 0, schemes[i].len), schemes[i]))
            return true;
    return false;
}
