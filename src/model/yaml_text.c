#include "yaml_text.h"

#include "words.h"

/* Letters, digits and what stands between them, nothing that YAML or an
   editor could take for something else. */
static bool
is_plain(struct str text)
{
    if (!text.len || !str_equal(str_trim(text), text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool is_letter = ascii_is_alpha(c) || (unsigned char)c >= 0x80;
        bool is_inside =
            ascii_is_digit(c) || c == ' ' || c == '.' || c == '\'' || c == '-';
        if (!is_letter && !(i > 0 && is_inside))
            return false;
    }
    return true;
}

void
yaml_add_text(struct buf *out, struct str text)
{
    static const char reserved[] =
        "null true false yes no on off y n Null True False Yes No On Off Y N "
        "NULL TRUE FALSE YES NO ON OFF";
    if (is_plain(text) && !words_hold(reserved, text))
        buf_add(out, text);
    else
        buf_add_json(out, text);
}
