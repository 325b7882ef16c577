#include "smart.h"

#include <string.h>

#include "base/utf8.h"

#define APOSTROPHE "\xE2\x80\x99"
#define PRIME "\xE2\x80\xB2"
#define DOUBLE_PRIME "\xE2\x80\xB3"
#define ELLIPSIS "\xE2\x80\xA6"
#define TIMES "\xC3\x97"
#define GERSHAYIM "\xD7\xB4"
/* Scripts without blanks begin here: kana, ideographs, hangul. */
#define FIRST_EAST_ASIAN 0x2E80
#define NARROW_BLANK "\xE2\x80\xAF"

/* ---- neighbours ---------------------------------------------------------- */

uint32_t
smart_before(const struct smart *smart, size_t at)
{
    if (at == 0)
        return smart->state->before;
    size_t from = at - 1;
    while (from > 0 && ((unsigned char)smart->text.at[from] & 0xC0) == 0x80)
        from--;
    return utf8_next(smart->text, &from);
}

uint32_t
smart_after(const struct smart *smart, size_t at)
{
    return at < smart->text.len ? utf8_next(smart->text, &at) : smart->after;
}

bool
smart_is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x202F || c == 0x3000;
}

bool
smart_opens(uint32_t before)
{
    static const uint32_t signs[] = {
        '(',    '[',    '{',    '/',    '=',    '<',    0xAB,   0x2018, 0x201A,
        0x201C, 0x201E, 0x2039, 0x2013, 0x2014, 0x2192, 0x300C, 0x300E,
    };
    if (smart_is_blank(before))
        return true;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (before == signs[i])
            return true;
    }
    return false;
}

static bool
is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool
is_hebrew(uint32_t c)
{
    return c >= 0x5D0 && c <= 0x5EA;
}

static bool
is_word_char(uint32_t c)
{
    return is_digit(c) || utf8_is_letter(c);
}

/* ---- quotation marks ----------------------------------------------------- */

/* 5'10", 24" between letters of no kind; with a quotation open it closes. */
static bool
is_prime(const struct smart *smart, bool is_open)
{
    return is_digit(smart_before(smart, smart->at)) && !is_open &&
           !utf8_is_letter(smart_after(smart, smart->at + 1));
}

/* Comes another one in this text? What is not closed is no quotation. */
static bool
is_closed_later(const struct smart *smart, char sign)
{
    size_t at = smart->at;
    while ((at = str_find_byte(smart->text, sign, at + 1)) != SIZE_MAX) {
        uint32_t before = smart_before(smart, at);
        uint32_t behind = smart_after(smart, at + 1);
        if (!smart_is_blank(before) && !smart_opens(before) &&
            (!is_word_char(behind) || behind >= FIRST_EAST_ASIAN))
            return true;
    }
    return false;
}

static const char *
double_mark(const struct smart *smart, const struct quotation_marks *marks)
{
    uint32_t before = smart_before(smart, smart->at);
    uint32_t after = smart_after(smart, smart->at + 1);
    struct smart_state *state = smart->state;
    if (is_hebrew(before) && is_hebrew(after))
        return GERSHAYIM;
    if (is_prime(smart, state->in_quotes))
        return DOUBLE_PRIME;
    if (state->in_quotes && !smart_is_blank(before)) {
        state->in_quotes = false;
        return marks->close;
    }
    if (state->in_quotes || smart_is_blank(after) ||
        (!smart_opens(before) && before < FIRST_EAST_ASIAN) ||
        !is_closed_later(smart, '"'))
        return NULL;
    state->in_quotes = true;
    return marks->open;
}

static const char *
single_mark(const struct smart *smart, const struct quotation_marks *marks)
{
    uint32_t before = smart_before(smart, smart->at);
    uint32_t after = smart_after(smart, smart->at + 1);
    struct smart_state *state = smart->state;
    if (is_hebrew(before))
        return NULL;
    if (utf8_is_letter(before) && is_word_char(after))
        return APOSTROPHE;
    if (is_prime(smart, state->in_inner))
        return PRIME;
    if (state->in_inner && !smart_is_blank(before) && !is_word_char(after)) {
        state->in_inner = false;
        return marks->inner_close;
    }
    if (!state->in_inner && smart_opens(before) && !is_digit(after) &&
        !smart_is_blank(after) && is_closed_later(smart, '\'')) {
        state->in_inner = true;
        return marks->inner_open;
    }
    return is_word_char(before) || is_word_char(after) ? APOSTROPHE : NULL;
}

/* ---- other signs --------------------------------------------------------- */

static size_t
length_of_run(const struct smart *smart, char sign)
{
    size_t to = smart->at;
    while (to < smart->text.len && smart->text.at[to] == sign)
        to++;
    return to - smart->at;
}

/* "12 x 16", "1920x1080"; not "24x7", not "0x10". */
static bool
is_times(const struct smart *smart)
{
    size_t at = smart->at;
    bool spaced =
        smart_before(smart, at) == ' ' && smart_after(smart, at + 1) == ' ';
    if (spaced)
        return at >= 2 && ascii_is_digit(smart->text.at[at - 2]) &&
               is_digit(smart_after(smart, at + 2));
    if (at < 3 || at + 3 >= smart->text.len)
        return false;
    for (size_t i = 1; i <= 3; i++) {
        if (!ascii_is_digit(smart->text.at[at - i]) ||
            !ascii_is_digit(smart->text.at[at + i]))
            return false;
    }
    return true;
}

/* A blank before a French mark, or none where one belongs: in a word's end,
   not in a time or an address. */
static bool
is_french_mark(const struct smart *smart, size_t at)
{
    uint32_t c = smart_after(smart, at);
    uint32_t behind = smart_after(smart, at + 1);
    return (c == ';' || c == ':' || c == '!' || c == '?') &&
           smart_is_blank(behind);
}

struct sign {
    const char *instead; /* NULL: as typed */
    size_t len;          /* bytes it stands for */
};

static struct sign
french_sign(const struct smart *smart)
{
    char c = smart->text.at[smart->at];
    struct sign sign = {NULL, 1};
    if (c == ' ' && smart_before(smart, smart->at) != ' ' &&
        (is_french_mark(smart, smart->at + 1) ||
         smart_after(smart, smart->at + 1) == 0xBB ||
         smart_before(smart, smart->at) == 0xAB))
        sign.instead = NARROW_BLANK;
    return sign;
}

static struct sign
sign_at(const struct smart *smart, const struct quotation_marks *marks,
        bool french)
{
    struct sign sign = {NULL, 1};
    size_t run;
    switch (smart->text.at[smart->at]) {
    case '"':
        sign.instead = double_mark(smart, marks);
        break;
    case '\'':
        sign.instead = single_mark(smart, marks);
        break;
    case '-':
        sign.len = length_of_run(smart, '-');
        sign.instead = smart_dash(smart, sign.len);
        break;
    case '.':
        run = length_of_run(smart, '.');
        sign.len = run;
        sign.instead = run == 3 ? ELLIPSIS : NULL;
        break;
    case 'x':
        sign.instead = is_times(smart) ? TIMES : NULL;
        break;
    case ' ':
        if (french)
            return french_sign(smart);
        break;
    default:
        break;
    }
    return sign;
}

/* ---- texts --------------------------------------------------------------- */

static bool
is_address(struct str word)
{
    return str_find(word, STR("://"), 0) != SIZE_MAX ||
           str_starts(word, STR("www.")) ||
           str_find_byte(word, '@', 0) != SIZE_MAX ||
           str_find_byte(word, '_', 0) != SIZE_MAX ||
           str_find_byte(word, '\\', 0) != SIZE_MAX;
}

static size_t
word_end(struct str text, size_t from)
{
    size_t end = str_find_byte(text, ' ', from);
    return end == SIZE_MAX ? text.len : end;
}

static bool
has_signs(struct str text, bool french)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '"' || c == '\'' || c == '-')
            return true;
        if (c == '.' && i + 1 < text.len && text.at[i + 1] == '.')
            return true;
        if (c == 'x' && i > 0 &&
            (text.at[i - 1] == ' ' || ascii_is_digit(text.at[i - 1])))
            return true;
        if (french && (c == ':' || c == ';' || c == '!' || c == '?' ||
                       (unsigned char)c == 0xAB || (unsigned char)c == 0xBB))
            return true;
    }
    return false;
}

/* Byte after byte; what is taken over unchanged goes in one piece. */
static struct str
walk(struct smart *smart, struct str language)
{
    const struct quotation_marks *own = smart->state->own;
    struct quotation_marks marks = own ? *own : quotation_marks_usual(language);
    bool french = str_starts(language, STR("fr"));
    struct str text = smart->text;
    size_t taken = 0, skip = 0;
    for (smart->at = 0; smart->at < text.len;) {
        bool at_word = smart->at == 0 || text.at[smart->at - 1] == ' ';
        if (at_word && smart->at >= skip) {
            size_t end = word_end(text, smart->at);
            if (is_address(str_slice(text, smart->at, end)))
                skip = end;
        }
        if (smart->at < skip) {
            smart->at = skip;
            continue;
        }
        struct sign sign = sign_at(smart, &marks, french);
        if (sign.instead) {
            buf_add(&smart->out, str_slice(text, taken, smart->at));
            buf_add_text(&smart->out, sign.instead);
            taken = smart->at + sign.len;
        }
        smart->at += sign.len;
    }
    if (taken == 0)
        return text;
    buf_add(&smart->out, str_slice(text, taken, text.len));
    return buf_str(&smart->out);
}

struct str
smart_text(struct arena *arena, struct str language, struct smart_state *state,
           struct str text, uint32_t after)
{
    struct smart smart = {.text = text, .after = after, .state = state};
    struct str out = text;
    if (str_is_empty(text))
        return text;
    if (has_signs(text, str_starts(language, STR("fr")))) {
        smart.out = buf_new(arena);
        out = walk(&smart, language);
    }
    state->before = smart_before(&smart, text.len);
    return out;
}
