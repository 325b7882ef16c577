#include "encoding.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "cmap.h"

/* ---- encodings ------------------------------------------------------------
 */

/* From 0x80 on. */
static const uint16_t win_characters[32] = {
    0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
    0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178,
};

/* From 0x80 on. */
static const uint16_t mac_characters[128] = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0,
    0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB,
    0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6,
    0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8,
    0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5,
    0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6,
    0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013,
    0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178,
    0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A,
    0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0x0000, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD,
    0x02DB, 0x02C7,
};

/* From 0xA0 on. */
static const uint16_t standard_characters[96] = {
    0x0000, 0x00A1, 0x00A2, 0x00A3, 0x2044, 0x00A5, 0x0192, 0x00A7, 0x00A4,
    0x0027, 0x201C, 0x00AB, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x0000, 0x2013,
    0x2020, 0x2021, 0x00B7, 0x0000, 0x00B6, 0x2022, 0x201A, 0x201E, 0x201D,
    0x00BB, 0x2026, 0x2030, 0x0000, 0x00BF, 0x0000, 0x0060, 0x00B4, 0x02C6,
    0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x00A8, 0x0000, 0x02DA, 0x00B8, 0x0000,
    0x02DD, 0x02DB, 0x02C7, 0x2014, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,
    0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,
    0x0000, 0x0000, 0x00C6, 0x0000, 0x00AA, 0x0000, 0x0000, 0x0000, 0x0000,
    0x0141, 0x00D8, 0x0152, 0x00BA, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,
    0x00E6, 0x0000, 0x0000, 0x0000, 0x0131, 0x0000, 0x0000, 0x0142, 0x00F8,
    0x0153, 0x00DF, 0x0000, 0x0000, 0x0000, 0x0000,
};

uint32_t
encoding_character(enum encoding encoding, unsigned code)
{
    if (code < 0x20 || code > 0xFF || code == 0x7F)
        return 0;
    if (code < 0x7F) {
        bool is_quote = encoding == ENCODING_STANDARD;
        return is_quote && code == '\''  ? 0x2019
               : is_quote && code == '`' ? 0x2018
                                         : code;
    }
    if (encoding == ENCODING_MAC)
        return mac_characters[code - 0x80];
    if (encoding == ENCODING_STANDARD)
        return code < 0xA0 ? 0 : standard_characters[code - 0xA0];
    return code < 0xA0 ? win_characters[code - 0x80] : code;
}

struct str
pdf_text_string(struct arena *arena, struct str bytes)
{
    struct buf out = buf_new(arena);
    if (str_starts(bytes, STR("\xFE\xFF")))
        return utf16_text(arena, str_slice(bytes, 2, bytes.len));
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        return str_slice(bytes, 3, bytes.len);
    for (size_t i = 0; i < bytes.len; i++) {
        uint32_t c =
            encoding_character(ENCODING_WIN, (unsigned char)bytes.at[i]);
        if (c)
            buf_add_code_point(&out, c);
    }
    return buf_str(&out);
}

/* ---- names of glyphs -------------------------------------------------------
 */

static const struct glyph_name {
    const char *name;
    uint16_t character;
} glyph_names[] = {
#define GLYPH(name, character) {name, character},
#include "glyph_names.def"
#undef GLYPH
};

/* What follows the letter in "Eacute", and what it is. */
static const struct glyph_name accents[] = {
    {"grave", 0x300},        {"acute", 0x301},    {"circumflex", 0x302},
    {"tilde", 0x303},        {"macron", 0x304},   {"breve", 0x306},
    {"dotaccent", 0x307},    {"dieresis", 0x308}, {"ring", 0x30A},
    {"hungarumlaut", 0x30B}, {"caron", 0x30C},    {"commaaccent", 0x326},
    {"cedilla", 0x327},      {"ogonek", 0x328},   {"dot", 0x307},
};

static uint32_t
known_name(struct str name)
{
    size_t from = 0, to = sizeof glyph_names / sizeof glyph_names[0];
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = str_compare(str_from(glyph_names[middle].name), name);
        if (order == 0)
            return glyph_names[middle].character;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return 0;
}

static struct str
accented(struct arena *arena, struct str name)
{
    struct buf out = buf_new(arena);
    size_t count = sizeof accents / sizeof accents[0];
    for (size_t i = 0; i < count && ascii_is_alpha(name.at[0]); i++) {
        if (!str_is(str_slice(name, 1, name.len), accents[i].name))
            continue;
        buf_add_byte(&out, name.at[0]);
        buf_add_code_point(&out, accents[i].character);
        return utf8_to_nfc(arena, buf_str(&out));
    }
    return buf_str(&out);
}

/* "uni20AC", "u1F600" */
static uint32_t
numbered(struct str name)
{
    size_t from = str_starts(name, STR("uni")) ? 3 : 1;
    uint32_t value = 0;
    if (name.len < from + 4 || name.len > from + 6 || name.at[0] != 'u')
        return 0;
    for (size_t i = from; i < name.len; i++) {
        char c = ascii_upper(name.at[i]);
        if (!ascii_is_digit(c) && (c < 'A' || c > 'F'))
            return 0;
        value = value * 16 + (uint32_t)(c <= '9' ? c - '0' : c - 'A' + 10);
    }
    bool is_scalar = value < 0xD800 || (value >= 0xE000 && value < 0x110000);
    return is_scalar ? value : 0;
}

static bool
is_ligature(struct str name)
{
    static const struct str names[] = {STR_INIT("ff"), STR_INIT("fi"),
                                       STR_INIT("fl"), STR_INIT("ffi"),
                                       STR_INIT("ffl")};
    return str_among(name, names, sizeof names / sizeof names[0]);
}

static void
add_part(struct buf *out, struct str name)
{
    uint32_t c = name.len == 1 && ascii_is_alpha(name.at[0])
                     ? (uint32_t)name.at[0]
                     : known_name(name);
    if (!c)
        c = numbered(name);
    if (c)
        buf_add_code_point(out, c);
    else if (is_ligature(name))
        buf_add(out, name);
    else if (name.len > 3)
        buf_add(out, accented(out->arena, name));
}

struct str
glyph_name_text(struct arena *arena, struct str name)
{
    struct buf out = buf_new(arena);
    size_t dot = str_find_byte(name, '.', 0);
    name = str_slice(name, 0, dot ? dot : name.len);
    while (name.len)
        add_part(&out, str_cut(&name, '_'));
    return buf_str(&out);
}
