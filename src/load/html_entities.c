#include "html_parts.h"

#include <stdlib.h>

#include "base/utf8.h"

#define LONGEST_NAME 8

/* The names that texts have; mathematics and rarer letters come as numbers.
   Sorted by name. */
static const struct {
    const char name[LONGEST_NAME + 1];
    uint16_t code_point;
} entities[] = {
    {"AElig", 0xC6},    {"Aacute", 0xC1},   {"Acirc", 0xC2},
    {"Agrave", 0xC0},   {"Aring", 0xC5},    {"Atilde", 0xC3},
    {"Auml", 0xC4},     {"Ccedil", 0xC7},   {"Dagger", 0x2021},
    {"ETH", 0xD0},      {"Eacute", 0xC9},   {"Ecirc", 0xCA},
    {"Egrave", 0xC8},   {"Euml", 0xCB},     {"Iacute", 0xCD},
    {"Icirc", 0xCE},    {"Igrave", 0xCC},   {"Iuml", 0xCF},
    {"NewLine", 0xA},   {"Ntilde", 0xD1},   {"OElig", 0x152},
    {"Oacute", 0xD3},   {"Ocirc", 0xD4},    {"Ograve", 0xD2},
    {"Oslash", 0xD8},   {"Otilde", 0xD5},   {"Ouml", 0xD6},
    {"Prime", 0x2033},  {"Scaron", 0x160},  {"THORN", 0xDE},
    {"Tab", 0x9},       {"Uacute", 0xDA},   {"Ucirc", 0xDB},
    {"Ugrave", 0xD9},   {"Uuml", 0xDC},     {"Yacute", 0xDD},
    {"Yuml", 0x178},    {"Zcaron", 0x17D},  {"aacute", 0xE1},
    {"acirc", 0xE2},    {"acute", 0xB4},    {"aelig", 0xE6},
    {"agrave", 0xE0},   {"amp", 0x26},      {"apos", 0x27},
    {"aring", 0xE5},    {"ast", 0x2A},      {"asymp", 0x2248},
    {"atilde", 0xE3},   {"auml", 0xE4},     {"bdquo", 0x201E},
    {"brvbar", 0xA6},   {"bsol", 0x5C},     {"bull", 0x2022},
    {"bullet", 0x2022}, {"ccedil", 0xE7},   {"cedil", 0xB8},
    {"cent", 0xA2},     {"check", 0x2713},  {"cir", 0x25CB},
    {"circ", 0x2C6},    {"colon", 0x3A},    {"comma", 0x2C},
    {"commat", 0x40},   {"copy", 0xA9},     {"cross", 0x2717},
    {"curren", 0xA4},   {"dagger", 0x2020}, {"darr", 0x2193},
    {"dash", 0x2010},   {"deg", 0xB0},      {"divide", 0xF7},
    {"dollar", 0x24},   {"eacute", 0xE9},   {"ecirc", 0xEA},
    {"egrave", 0xE8},   {"emsp", 0x2003},   {"ensp", 0x2002},
    {"equals", 0x3D},   {"equiv", 0x2261},  {"eth", 0xF0},
    {"euml", 0xEB},     {"euro", 0x20AC},   {"excl", 0x21},
    {"fnof", 0x192},    {"frac12", 0xBD},   {"frac14", 0xBC},
    {"frac34", 0xBE},   {"frasl", 0x2044},  {"ge", 0x2265},
    {"grave", 0x60},    {"gt", 0x3E},       {"hairsp", 0x200A},
    {"harr", 0x2194},   {"hellip", 0x2026}, {"horbar", 0x2015},
    {"hyphen", 0x2010}, {"iacute", 0xED},   {"icirc", 0xEE},
    {"iexcl", 0xA1},    {"igrave", 0xEC},   {"infin", 0x221E},
    {"iquest", 0xBF},   {"iuml", 0xEF},     {"laquo", 0xAB},
    {"larr", 0x2190},   {"lbrace", 0x7B},   {"ldquo", 0x201C},
    {"le", 0x2264},     {"lowbar", 0x5F},   {"lpar", 0x28},
    {"lrm", 0x200E},    {"lsaquo", 0x2039}, {"lsqb", 0x5B},
    {"lsquo", 0x2018},  {"lt", 0x3C},       {"macr", 0xAF},
    {"mdash", 0x2014},  {"micro", 0xB5},    {"middot", 0xB7},
    {"minus", 0x2212},  {"nbsp", 0xA0},     {"ndash", 0x2013},
    {"ne", 0x2260},     {"not", 0xAC},      {"ntilde", 0xF1},
    {"num", 0x23},      {"numsp", 0x2007},  {"oacute", 0xF3},
    {"ocirc", 0xF4},    {"oelig", 0x153},   {"ograve", 0xF2},
    {"oline", 0x203E},  {"ordf", 0xAA},     {"ordm", 0xBA},
    {"oslash", 0xF8},   {"otilde", 0xF5},   {"ouml", 0xF6},
    {"para", 0xB6},     {"percnt", 0x25},   {"period", 0x2E},
    {"permil", 0x2030}, {"phone", 0x260E},  {"plus", 0x2B},
    {"plusmn", 0xB1},   {"pound", 0xA3},    {"prime", 0x2032},
    {"puncsp", 0x2008}, {"quest", 0x3F},    {"quot", 0x22},
    {"rArr", 0x21D2},   {"raquo", 0xBB},    {"rarr", 0x2192},
    {"rbrace", 0x7D},   {"rdquo", 0x201D},  {"reg", 0xAE},
    {"rlm", 0x200F},    {"rpar", 0x29},     {"rsaquo", 0x203A},
    {"rsqb", 0x5D},     {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"scaron", 0x161},  {"sdot", 0x22C5},   {"sect", 0xA7},
    {"semi", 0x3B},     {"shy", 0xAD},      {"sol", 0x2F},
    {"squ", 0x25A1},    {"star", 0x2606},   {"starf", 0x2605},
    {"sup1", 0xB9},     {"sup2", 0xB2},     {"sup3", 0xB3},
    {"szlig", 0xDF},    {"thinsp", 0x2009}, {"thorn", 0xFE},
    {"tilde", 0x2DC},   {"times", 0xD7},    {"trade", 0x2122},
    {"uacute", 0xFA},   {"uarr", 0x2191},   {"ucirc", 0xFB},
    {"ugrave", 0xF9},   {"uml", 0xA8},      {"uuml", 0xFC},
    {"verbar", 0x7C},   {"yacute", 0xFD},   {"yen", 0xA5},
    {"yuml", 0xFF},     {"zcaron", 0x17E},  {"zwj", 0x200D},
    {"zwnj", 0x200C},
};

/* Windows-1252 from 0x80 to 0x9F, which numbers mean as well. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

static int
compare_entity(const void *key, const void *entry)
{
    const struct str *name = key;
    return str_compare(*name, str_from(entry));
}

/* 0: no such name. */
static uint32_t
named(struct str name)
{
    if (!name.len || name.len > LONGEST_NAME)
        return 0;
    const void *found =
        bsearch(&name, entities, sizeof entities / sizeof *entities,
                sizeof *entities, compare_entity);
    if (!found)
        return 0;
    size_t i = (size_t)((const char *)found - (const char *)entities) /
               sizeof *entities;
    return entities[i].code_point;
}

static uint32_t
digit_of(char c, uint32_t base)
{
    uint32_t digit = 99;
    if (ascii_is_digit(c))
        digit = (uint32_t)(c - '0');
    else if (ascii_is_alpha(c))
        digit = (uint32_t)(ascii_lower(c) - 'a') + 10;
    return digit < base ? digit : 99;
}

/* "#8211" or "#x2013" at `at`, which is moved behind it; 0: none. */
static uint32_t
numbered(struct str s, size_t *at)
{
    size_t i = *at + 1;
    bool is_hex = i < s.len && ascii_lower(s.at[i]) == 'x';
    uint32_t base = is_hex ? 16 : 10, value = 0;
    size_t from = i += is_hex;
    for (; i < s.len && digit_of(s.at[i], base) < base; i++)
        if (value <= 0x10FFFF)
            value = value * base + digit_of(s.at[i], base);
    if (i == from)
        return 0;
    *at = i;
    if (value >= 0x80 && value < 0xA0)
        return windows_1252[value - 0x80];
    bool is_bad =
        value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
    return is_bad ? 0xFFFD : value;
}

void
html_entity_add(struct buf *out, struct str s, size_t *at)
{
    size_t i = *at + 1;
    uint32_t c = 0;
    if (i < s.len && s.at[i] == '#') {
        c = numbered(s, &i);
    } else {
        size_t from = i;
        while (i < s.len && i < from + LONGEST_NAME + 1 &&
               ascii_is_alnum(s.at[i]))
            i++;
        /* Without its semicolon it may be a part of an address. */
        if (i < s.len && s.at[i] == ';')
            c = named(str_slice(s, from, i));
    }
    if (!c) {
        buf_add_byte(out, '&');
        ++*at;
        return;
    }
    buf_add_code_point(out, c);
    *at = i + (i < s.len && s.at[i] == ';');
}
