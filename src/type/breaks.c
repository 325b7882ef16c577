/*
 * Where lines may end. Latin text goes by rules of our own, made for the way
 * people write results: 24/7, and/or, 2019-2023, COVID-19, e-mail, US$40, web
 * addresses, 20 %. They follow the Unicode line breaking algorithm (UAX 14)
 * and are stricter inside words. Other scripts go through the library first,
 * then through the same rules.
 */
#include "workspace.h"

#include <linebreak.h>
#include <string.h>

#include "base/utf8.h"

#define HYPHEN "\xE2\x80\x90"
#define FIGURE_DASH "\xE2\x80\x92"
#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"

/* ---- neighbours ---------------------------------------------------------- */

/* A word: bytes between blanks. */
struct word {
    const struct workspace *ws;
    size_t from, to;
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
letters_before(const struct word *word, size_t at)
{
    size_t from = at;
    while (from > word->from && is_word_byte(word->ws->text[from - 1]))
        from--;
    return at - from;
}

static size_t
letters_after(const struct word *word, size_t at)
{
    size_t to = at;
    while (to < word->to && is_word_byte(word->ws->text[to]))
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

/* "example.org/path": a dot between letters before the first slash. */
static bool
is_bare_address(struct str word)
{
    size_t slash = str_find_byte(word, '/', 0);
    size_t dot = str_find_byte(word, '.', 0);
    return slash != SIZE_MAX && dot != SIZE_MAX && dot > 0 && dot + 2 < slash &&
           ascii_is_alpha(word.at[dot - 1]) && ascii_is_alpha(word.at[dot + 1]);
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
    return is_bare_address(word);
}

/* ---- single characters --------------------------------------------------- */

/* "physicians/nurses" may part, "24/7", "w/o" and "and/or" not. */
static bool
slash_parts(const struct word *word, size_t at)
{
    return letters_before(word, at - 1) >= 4 && letters_after(word, at) >= 4;
}

/* After a hyphen: not when it leads, not behind a single letter (e-mail,
   X-ray), never before a figure. */
static bool
hyphen_parts(const struct word *word, size_t at, size_t width)
{
    return letters_before(word, at - width) >= 2 &&
           letters_after(word, at) >= 2 && !is_digit_at(word->ws, at);
}

static bool
dash_parts(const struct word *word, size_t at, size_t width)
{
    return at - width > word->from && !(is_digit_at(word->ws, at - width - 1) &&
                                        is_digit_at(word->ws, at));
}

static bool
address_parts(const struct word *word, size_t at)
{
    char before = word->ws->text[at - 1], after = word->ws->text[at];
    if (before == '/' && after != '/')
        return at < word->from + 2 || word->ws->text[at - 2] != '/';
    return after == '?' || after == '#' || after == '&' || after == '@';
}

/* Longer parts of an address than this part before a sign as well: narrow
   columns would cut them within a word. The sign begins the next line, where
   none takes it for a full stop or a hyphen. */
#define LONG_PART 24
#define LEAST_BESIDE 3

static bool
long_part_parts(const struct word *word, size_t at)
{
    const char *text = word->ws->text;
    size_t from = at, to = at + 1;
    if (text[at] != '-' && text[at] != '.' && text[at] != '_')
        return false;
    while (from > word->from && text[from - 1] != '/' && text[from] != '@')
        from--;
    while (to < word->to && text[to] != '/' && text[to] != '@' &&
           text[to] != '?')
        to++;
    return to - from > LONG_PART && at >= from + LEAST_BESIDE &&
           to > at + LEAST_BESIDE;
}

/* Punctuation that belongs to what stands before it. */
static bool
clings(char c)
{
    return c && strchr("!%),.:;?]}'\"", c) != NULL;
}

/* U+AC00 to U+D7A3 end before `at`. */
static bool
is_hangul_before(const struct workspace *ws, size_t at)
{
    if (at < 3)
        return false;
    unsigned char lead = (unsigned char)ws->text[at - 3];
    return lead >= 0xEA && lead <= 0xED &&
           (lead > 0xEA || (unsigned char)ws->text[at - 2] >= 0xB0) &&
           ((unsigned char)ws->text[at - 2] & 0xC0) == 0x80;
}

/* Kana and ideographs, U+3040 to U+9FFF and above U+20000. */
static bool
is_ideograph_at(const struct workspace *ws, size_t at)
{
    unsigned char lead = (unsigned char)ws->text[at];
    if (lead == 0xE3)
        return (unsigned char)ws->text[at + 1] >= 0x81;
    return (lead > 0xE3 && lead <= 0xE9) ||
           (lead == 0xF0 && (unsigned char)ws->text[at + 1] >= 0xA0);
}

/* Is the break before byte `at`, inside a word, one that a reader likes? */
static bool
word_parts(const struct word *word, size_t at)
{
    const struct workspace *ws = word->ws;
    if (bytes_are(ws, at, EM_DASH) || bytes_are(ws, at, EN_DASH))
        return false;
    if (ws->text[at - 1] == '-')
        return hyphen_parts(word, at, 1) && !clings(ws->text[at]);
    if (ws->text[at - 1] == '/')
        return slash_parts(word, at);
    if (at >= word->from + 3) {
        if (bytes_are(ws, at - 3, HYPHEN))
            return hyphen_parts(word, at, 3);
        if (bytes_are(ws, at - 3, EN_DASH) ||
            bytes_are(ws, at - 3, FIGURE_DASH) ||
            bytes_are(ws, at - 3, EM_DASH))
            return dash_parts(word, at, 3) && !clings(ws->text[at]);
    }
    /* Ideographs and other scripts; patient(s), US$40. Korean parts at blanks.
     */
    if (is_hangul_before(ws, at))
        return false;
    return (unsigned char)ws->text[at - 1] >= 0x80 || is_ideograph_at(ws, at);
}

/* ---- words --------------------------------------------------------------- */

static void
amend_word(struct workspace *ws, size_t from, size_t to)
{
    struct word word = {ws, from, to, is_address(ws, from, to)};
    for (size_t at = from + 1; at < to; at++) {
        if (ws->breaks[at] & BREAK_HERE)
            continue;
        if (word.is_address) {
            ws->breaks[at] &= (uint8_t)~BREAK_ALLOWED;
            if (address_parts(&word, at) || long_part_parts(&word, at))
                ws->breaks[at] |= BREAK_ALLOWED | BREAK_POOR;
        } else if (ws->breaks[at] & BREAK_ALLOWED) {
            if (!word_parts(&word, at))
                ws->breaks[at] &= (uint8_t)~BREAK_ALLOWED;
            else if (ws->text[at - 1] == '/')
                ws->breaks[at] |= BREAK_POOR;
        }
    }
}

/* Before `next`, after a blank: a dash belongs to what it follows, a percent
   sign to its figure, lone punctuation to the word before. */
static bool
blank_parts(const struct workspace *ws, size_t next)
{
    if (ws->text[next] == '%')
        return next < 2 || !is_digit_at(ws, next - 2);
    bool alone = next + 1 >= ws->len || ws->text[next + 1] == ' ';
    if (alone && (clings(ws->text[next]) || ws->text[next] == '-'))
        return false;
    return !bytes_are(ws, next, EN_DASH " ") &&
           !bytes_are(ws, next, EM_DASH " ");
}

/* ---- words that belong together ------------------------------------------ */

/* Words that open a new thought after a figure: "from 41 to 26". */
static const char *const joiners[] = {
    "a",    "an",   "and",     "as", "at",   "by",     "for",
    "from", "in",   "into",    "of", "on",   "or",     "per",
    "the",  "than", "through", "to", "with", "within",
};

static const char *const titles[] = {
    "Dr.",  "Mr.",   "Mrs.", "Ms.",      "No.",
    "Nr.",  "Prof.", "St.",  "vs.",      "e.g.",
    "i.e.", "p.",    "pp.",  "S.",       "Art.",
    "Fig.", "art.",  "n.",   "\xC2\xA7", "\xC2\xA7\xC2\xA7"};

/* As words of dates have them; more of them bind loosely, by their capital. */
static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
    "Jan",     "Feb",      "Mar",       "Apr",     "Jun",      "Jul",
    "Aug",     "Sep",      "Sept",      "Oct",     "Nov",      "Dec"};

static bool
is_one_of(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(word, words[i]))
            return true;
    }
    return false;
}

#define IS_ONE_OF(word, list)                                                  \
    is_one_of(word, list, sizeof(list) / sizeof *(list))

static bool
is_initial(struct str word)
{
    return word.len == 2 && word.at[0] >= 'A' && word.at[0] <= 'Z' &&
           word.at[1] == '.';
}

/* Without the marks of a sentence's end. */
static struct str
bare(struct str word)
{
    while (word.len && strchr(".,;:)", word.at[word.len - 1]))
        word.len--;
    return word;
}

/* "12 kg", "5 min", "3 May", "9 am". */
static uint8_t
bond_of_figure(struct str right)
{
    struct str word = bare(right);
    if (IS_ONE_OF(word, joiners))
        return 0;
    return word.len <= 3 || IS_ONE_OF(word, months) ? BREAK_BOUND : BREAK_POOR;
}

/* A line had better not end between "Dec" and "2027", "26" and "minutes", and
   hardly ever between "Dr." and a name, "12" and "kg", two initials. */
static uint8_t
bond(struct str left, struct str right)
{
    if (!left.len || !right.len)
        return 0;
    char first = left.at[0], last = left.at[left.len - 1];
    if (last == '.')
        return IS_ONE_OF(left, titles) || is_initial(left) ? BREAK_BOUND : 0;
    if ((unsigned char)first == 0xC2 && IS_ONE_OF(left, titles))
        return BREAK_BOUND;
    if (ascii_is_digit(right.at[0]))
        return first >= 'A' && first <= 'Z' && ascii_is_alpha(last) ? BREAK_POOR
                                                                    : 0;
    bool is_figure = ascii_is_digit(first) && ascii_is_alnum(last);
    return is_figure && ascii_is_alpha(right.at[0]) ? bond_of_figure(right) : 0;
}

/* ---- Latin text ---------------------------------------------------------- */

/* Bytes before `at` after which a break is thought of: hyphen, slash, dashes,
   blanks other than U+0020. */
static bool
is_candidate(const struct workspace *ws, size_t from, size_t at)
{
    unsigned char c = (unsigned char)ws->text[at - 1];
    if (c < 0x80)
        return c == '-' || c == '/';
    if (at < from + 3 || (unsigned char)ws->text[at - 3] != 0xE2)
        return false;
    unsigned char middle = (unsigned char)ws->text[at - 2];
    if (middle == 0x81)
        return c == 0x9F;
    return middle == 0x80 &&
           (c == 0x90 || (c >= 0x92 && c <= 0x94) || (c <= 0x8A && c != 0x87));
}

static void
find_in_word(struct workspace *ws, size_t from, size_t to)
{
    bool any = false;
    for (size_t at = from + 1; at < to; at++) {
        if (is_candidate(ws, from, at)) {
            ws->breaks[at] |= BREAK_ALLOWED;
            any = true;
        }
        any |= ws->text[at] == '@';
    }
    if (any)
        amend_word(ws, from, to);
}

static size_t
word_end(const struct workspace *ws, size_t from)
{
    const char *blank =
        (const char *)memchr(ws->text + from, ' ', ws->len - from);
    return blank ? (size_t)(blank - ws->text) : ws->len;
}

static void
find_latin(struct workspace *ws)
{
    struct str before = {NULL, 0};
    for (size_t at = 0; at < ws->len; at++) {
        size_t end = word_end(ws, at);
        struct str word = {ws->text + at, end - at};
        if (at > 0 && blank_parts(ws, at)) {
            ws->breaks[at] |= BREAK_ALLOWED;
            ws->breaks[at] |= bond(before, word);
        }
        find_in_word(ws, at, end);
        before = word;
        at = end;
    }
}

/* ---- other text ---------------------------------------------------------- */

/* Halves of flags: U+1F1E6 to U+1F1FF. */
static bool
is_flag_half(const struct workspace *ws, size_t at)
{
    return bytes_are(ws, at, "\xF0\x9F\x87") && at + 3 < ws->len &&
           (unsigned char)ws->text[at + 3] >= 0xA6;
}

/* The library stops the program at halves of flags (its table ends before
   their class) and takes U+FFFF for the end of the text: it gets a picture and
   a replacement character of the same length instead. */
static char *
text_for_library(const struct workspace *ws)
{
    char *text = (char *)arena_alloc(ws->arena, ws->len + 1);
    memcpy(text, ws->text, ws->len);
    for (size_t at = 0; at < ws->len; at++) {
        if (is_flag_half(ws, at))
            memcpy(text + at, "\xF0\x9F\x98\x80", 4);
        else if (bytes_are(ws, at, "\xEF\xBF\xBF"))
            memcpy(text + at, "\xEF\xBF\xBD", 3);
    }
    return text;
}

static void
find_any(struct workspace *ws, struct str language)
{
    char *marks = (char *)arena_alloc(ws->arena, ws->len + 1);
    set_linebreaks_utf8((const utf8_t *)text_for_library(ws), ws->len,
                        str_terminated(ws->arena, language), marks);
    /* The library says what comes after a byte, we what comes before. */
    for (size_t at = 1; at < ws->len; at++) {
        if (marks[at - 1] == LINEBREAK_ALLOWBREAK && !is_flag_half(ws, at))
            ws->breaks[at] |= BREAK_ALLOWED;
    }
    spaceless_find_breaks(ws);
    struct str before = {NULL, 0};
    for (size_t at = 0; at < ws->len; at++) {
        size_t end = word_end(ws, at);
        struct str word = {ws->text + at, end - at};
        if (!blank_parts(ws, at))
            ws->breaks[at] &= (uint8_t)~BREAK_ALLOWED;
        else if (ws->breaks[at] & BREAK_ALLOWED)
            ws->breaks[at] |= bond(before, word);
        before = word;
        amend_word(ws, at, end);
        at = end;
    }
}

void
flow_forbid_breaks(struct workspace *ws, uint8_t kinds)
{
    for (size_t i = 0; i < ws->extents.count; i++) {
        const struct run_extent *extent = &ws->extents.at[i];
        if (!extent->run->no_break)
            continue;
        for (size_t at = extent->from + 1; at < extent->to; at++)
            ws->breaks[at] &= (uint8_t)~kinds;
    }
}

void
flow_find_breaks(struct workspace *ws, struct str language)
{
    if (ws->simple)
        find_latin(ws);
    else
        find_any(ws, language);
    flow_forbid_breaks(ws, BREAK_ALLOWED | BREAK_SOFT | BREAK_POOR |
                               BREAK_BOUND | BREAK_HERE);
}
