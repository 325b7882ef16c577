/*
 * Where lines may end: the Unicode line breaking algorithm (UAX 14) by the
 * library, then what it does not know about the way people write results:
 * 24/7, and/or, 2019-2023, COVID-19, e-mail, web addresses, 20 %.
 */
#include "workspace.h"

#include <linebreak.h>

#include "base/utf8.h"

/* ---- neighbours --------------------------------------------------------- */

struct around {
    const struct workspace *ws;
    size_t from, to; /* the word: bytes between blanks */
    bool is_address; /* of the web or of mail */
};

static bool
is_digit_at(const struct workspace *ws, size_t at)
{
    return at < ws->len && ascii_is_digit(ws->text[at]);
}

static bool
is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Letters and digits that end before `at`. */
static size_t
letters_before(const struct around *around, size_t at)
{
    size_t from = at;
    while (from > around->from && is_word_byte(around->ws->text[from - 1]))
        from--;
    return at - from;
}

static size_t
letters_after(const struct around *around, size_t at)
{
    size_t to = at;
    while (to < around->to && is_word_byte(around->ws->text[to]))
        to++;
    return to - at;
}

static bool
bytes_are(const struct workspace *ws, size_t at, const char *bytes)
{
    for (; *bytes; bytes++, at++) {
        if (at >= ws->len || ws->text[at] != *bytes)
            return false;
    }
    return true;
}

static bool
is_address(const struct workspace *ws, size_t from, size_t to)
{
    struct str word = {ws->text + from, to - from};
    if (str_starts(word, STR("www.")) ||
        str_find(word, STR("://"), 0) != SIZE_MAX)
        return true;
    size_t at = str_find_byte(word, '@', 0);
    if (at != SIZE_MAX)
        return at > 0 && at + 1 < word.len;
    size_t slash = str_find_byte(word, '/', 0);
    size_t dot = str_find_byte(word, '.', 0);
    return slash != SIZE_MAX && dot != SIZE_MAX && dot > 0 && dot < slash &&
           ascii_is_alpha(word.at[dot - 1]) && dot + 2 < slash;
}

/* ---- single characters -------------------------------------------------- */

/* "and/or" and "nurses/physicians" may part, "24/7", "w/o" and "N/A" not. */
static bool
slash_parts(const struct around *around, size_t at)
{
    return letters_before(around, at - 1) >= 4 &&
           letters_after(around, at) >= 4;
}

/* After a hyphen: not when it leads, not behind a single letter (e-mail,
   X-ray), never before a figure. */
static bool
hyphen_parts(const struct around *around, size_t at)
{
    return letters_before(around, at - 1) >= 2 &&
           letters_after(around, at) >= 2 && !is_digit_at(around->ws, at);
}

static bool
dash_parts(const struct around *around, size_t at, size_t width)
{
    return at - width > around->from &&
           !(is_digit_at(around->ws, at - width - 1) &&
             is_digit_at(around->ws, at));
}

static bool
address_parts(const struct around *around, size_t at)
{
    char before = around->ws->text[at - 1], after = around->ws->text[at];
    if (before == '/' && after != '/' && at < around->to)
        return true;
    return (after == '?' || after == '#' || after == '&' || after == '@') &&
           at > around->from;
}

#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"

/* Is the break before byte `at`, inside a word, one that a reader likes? */
static bool
word_parts(const struct around *around, size_t at)
{
    const struct workspace *ws = around->ws;
    if (ws->text[at - 1] == '-')
        return hyphen_parts(around, at);
    if (ws->text[at - 1] == '/')
        return slash_parts(around, at);
    if (at >= 3 && bytes_are(ws, at - 3, EN_DASH))
        return dash_parts(around, at, 3);
    if (bytes_are(ws, at, EM_DASH))
        return false;
    if ((unsigned char)ws->text[at - 1] >= 0x80)
        return true; /* ideographs may part from figures */
    char next = ws->text[at];
    /* patient(s), 20%, $40 */
    return next != '(' && next != '%' && !ascii_is_digit(next);
}

/* ---- words -------------------------------------------------------------- */

static void
amend_word(struct workspace *ws, size_t from, size_t to)
{
    struct around around = {ws, from, to, false};
    around.is_address = is_address(ws, from, to);
    for (size_t at = from + 1; at < to; at++) {
        if (around.is_address) {
            ws->breaks[at] &= (uint8_t)~BREAK_ALLOWED;
            if (address_parts(&around, at))
                ws->breaks[at] |= BREAK_ALLOWED | BREAK_POOR;
        } else if (ws->breaks[at] & BREAK_ALLOWED) {
            if (!word_parts(&around, at))
                ws->breaks[at] &= (uint8_t)~BREAK_ALLOWED;
            else if (ws->text[at - 1] == '/')
                ws->breaks[at] |= BREAK_POOR;
        }
    }
}

/* A dash belongs to what it follows, a percent sign to its figure. */
static void
amend_blank(struct workspace *ws, size_t next)
{
    bool dash = bytes_are(ws, next, EN_DASH " ") ||
                bytes_are(ws, next, EM_DASH " ") || bytes_are(ws, next, "- ");
    bool percent =
        ws->text[next] == '%' && next >= 2 && is_digit_at(ws, next - 2);
    if (dash || percent)
        ws->breaks[next] &= (uint8_t)~BREAK_ALLOWED;
}

static void
amend(struct workspace *ws)
{
    for (size_t at = 0; at < ws->len;) {
        if (ws->text[at] == ' ') {
            at++;
            if (at < ws->len)
                amend_blank(ws, at);
            continue;
        }
        size_t from = at;
        while (at < ws->len && ws->text[at] != ' ')
            at++;
        amend_word(ws, from, at);
    }
}

static void
forbid_inside_runs(struct workspace *ws)
{
    for (size_t i = 0; i < ws->extents.count; i++) {
        const struct run_extent *extent = &ws->extents.at[i];
        if (!extent->run->no_break)
            continue;
        for (size_t at = extent->from + 1; at < extent->to; at++)
            ws->breaks[at] &= BREAK_FORCED;
    }
}

/* Letters and figures between blanks, and punctuation that never parts. */
static bool
is_plain(const struct workspace *ws)
{
    for (size_t at = 0; at < ws->len; at++) {
        char c = ws->text[at];
        bool after_blank = at == 0 || ws->text[at - 1] == ' ';
        bool quiet = c == '.' || c == ',' || c == ';' || c == ':' ||
                     c == '\'' || c == ')';
        if (!ascii_is_alnum(c) && c != ' ' && (!quiet || after_blank))
            return false;
    }
    return true;
}

static void
find_plain(struct workspace *ws)
{
    for (size_t at = 1; at < ws->len; at++) {
        if (ws->text[at - 1] == ' ')
            ws->breaks[at] |= BREAK_ALLOWED;
    }
}

static void
find_all(struct workspace *ws, struct str language)
{
    char *marks = (char *)arena_alloc(ws->arena, ws->len + 1);
    set_linebreaks_utf8((const utf8_t *)ws->text, ws->len,
                        str_terminated(ws->arena, language), marks);
    /* The library says what comes after a byte, we what comes before. */
    for (size_t at = 1; at < ws->len; at++) {
        if (marks[at - 1] == LINEBREAK_ALLOWBREAK)
            ws->breaks[at] |= BREAK_ALLOWED;
    }
    amend(ws);
}

void
flow_find_breaks(struct workspace *ws, struct str language)
{
    if (is_plain(ws))
        find_plain(ws);
    else
        find_all(ws, language);
    forbid_inside_runs(ws);
}
