#include "words.h"

#include "base/buf.h"
#include "base/utf8.h"

struct str
words_next(struct str *rest)
{
    struct str trimmed = str_trim(*rest);
    *rest = trimmed;
    return str_cut(rest, ' ');
}

bool
words_hold(const char *words, struct str word)
{
    if (!words || str_is_empty(word))
        return false;
    struct str rest = str_from(words);
    while (!str_is_empty(rest))
        if (str_equal(words_next(&rest), word))
            return true;
    return false;
}

/* The letters that people put accents on in words of the format. */
static uint32_t
without_accent(uint32_t letter)
{
    switch (letter) {
    case 0xE8: /* è */
    case 0xE9: /* é */
    case 0xEA: /* ê */
    case 0xEB: /* ë */
        return 'e';
    case 0xEF: /* ï */
        return 'i';
    case 0xF6: /* ö */
        return 'o';
    default:
        return letter;
    }
}

static bool
is_upper(uint32_t letter)
{
    return utf8_lower(letter) != letter;
}

struct str
words_normal(struct arena *arena, struct str s, char joint)
{
    struct buf out = buf_new(arena);
    bool after_lower = false, open = false;
    for (size_t at = 0; at < s.len;) {
        uint32_t letter = utf8_next(s, &at);
        bool is_digit = letter >= '0' && letter <= '9';
        if (letter == 0x301) /* e and combining acute accent */
            continue;
        if (!utf8_is_letter(letter) && !is_digit) {
            open = buf_str(&out).len > 0;
            after_lower = false;
            continue;
        }
        if (open || (after_lower && is_upper(letter)))
            buf_add_byte(&out, joint);
        open = false;
        after_lower = !is_upper(letter);
        buf_add_code_point(&out, without_accent(utf8_lower(letter)));
    }
    return buf_str(&out);
}
