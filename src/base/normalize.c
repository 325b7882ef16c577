/* Composed form (NFC) and names for files: what needs decomposition. */
#include "base/utf8.h"

#include <utf8proc.h>

#include "base/buf.h"

/* From here on a character may compose with the one before it. */
#define FIRST_COMBINING_LEAD_BYTE 0xCC /* of U+0300 */
/* UAX #15 section 13: no language stacks more marks than this. Sorting them
   costs the square of their number, so a longer run is left as typed. */
#define MOST_MARKS 30
/* Bytes of a file name; leaves room for "-portfolio-<variant>.pdf" in the 255
   that file systems give. */
#define LONGEST_SLUG 100

static bool
is_mark(uint32_t c)
{
    utf8proc_category_t category;

    if (c < 0x300)
        return false;
    category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

static bool
needs_composing(struct str s)
{
    size_t marks = 0;
    bool foreign = false;

    for (size_t at = 0; at < s.len;) {
        if ((unsigned char)s.at[at] < FIRST_COMBINING_LEAD_BYTE) {
            marks = 0;
            at++;
            continue;
        }
        foreign = true;
        marks = is_mark(utf8_next(s, &at)) ? marks + 1 : 0;
        if (marks > MOST_MARKS)
            return false;
    }
    return foreign;
}

struct str
utf8_to_nfc(struct arena *arena, struct str s)
{
    const utf8proc_option_t options = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.at;
    utf8proc_int32_t *points;
    utf8proc_ssize_t count, len;

    if (!needs_composing(s) || utf8_find_malformed(s) != SIZE_MAX)
        return s;
    count =
        utf8proc_decompose(bytes, (utf8proc_ssize_t)s.len, NULL, 0, options);
    if (count <= 0)
        return s;
    /* One more for the terminator that utf8proc_reencode writes. */
    points = arena_array(arena, (size_t)count + 1, sizeof *points);
    count = utf8proc_decompose(bytes, (utf8proc_ssize_t)s.len, points, count,
                               options);
    len = count <= 0 ? 0 : utf8proc_reencode(points, count, options);
    return len <= 0 ? s : (struct str){(const char *)points, (size_t)len};
}

/* Latin letters that do not decompose into an ASCII letter and a mark. */
static const struct {
    uint32_t letter;
    const char *ascii;
} latin[] = {
    {0xDF, "ss"},  {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},    {0xFE, "th"},
    {0x111, "d"},  {0x127, "h"}, {0x131, "i"}, {0x142, "l"},   {0x14B, "ng"},
    {0x153, "oe"}, {0x167, "t"}, {0x259, "e"}, {0x1E9E, "ss"},
};

/* The ASCII letters for one lower-case letter; empty when it has none. */
static struct str
ascii_of(uint32_t c, char room[8])
{
    utf8proc_int32_t parts[8];
    utf8proc_ssize_t count;
    struct str ascii = {room, 0};
    int last_class = 0;

    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (latin[i].letter == c)
            return str_from(latin[i].ascii);
    count = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8,
                                    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
                                    &last_class);
    for (utf8proc_ssize_t i = 0; i < count && i < 8; i++)
        if (parts[i] < 0x80 && ascii_is_alnum((char)parts[i]))
            room[ascii.len++] = ascii_lower((char)parts[i]);
    return ascii;
}

static bool
belongs_in_slug(uint32_t c, bool after_foreign)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);

    return utf8_is_letter(c) || category == UTF8PROC_CATEGORY_ND ||
           (is_mark(c) && after_foreign);
}

static bool
is_left_out(uint32_t c, bool after_foreign)
{
    return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xAD ||
           (is_mark(c) && !after_foreign);
}

/* Whole characters only, and no hyphen at the end. */
static struct str
cut_slug(struct str slug)
{
    if (slug.len > LONGEST_SLUG) {
        slug.len = LONGEST_SLUG;
        while (slug.len > 0 &&
               ((unsigned char)slug.at[slug.len] & 0xC0) == 0x80)
            slug.len--;
    }
    while (slug.len > 0 && slug.at[slug.len - 1] == '-')
        slug.len--;
    return slug.len == 0 ? STR("resume") : slug;
}

struct str
utf8_slug(struct arena *arena, struct str s)
{
    struct buf out = buf_new(arena);
    bool after_foreign = false;

    for (size_t at = 0; at < s.len && out.len <= LONGEST_SLUG;) {
        uint32_t c = utf8_lower(utf8_next(s, &at));
        char room[8];
        struct str ascii = ascii_of(c, room);

        if (is_left_out(c, after_foreign))
            continue;
        if (ascii.len > 0) {
            buf_add(&out, ascii);
            after_foreign = false;
        } else if (belongs_in_slug(c, after_foreign)) {
            buf_add_code_point(&out, c);
            after_foreign = true;
        } else if (out.len > 0 && out.at[out.len - 1] != '-') {
            buf_add_byte(&out, '-');
            after_foreign = false;
        }
    }
    return str_copy(arena, cut_slug(buf_str(&out)));
}
