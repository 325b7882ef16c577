/*
 * A walk over segments or chunks; each kind of block has a reader below. Every
 * number of a file is held against what is left of it before it is used, and
 * each walk has an end of its own.
 */
#include "image_blocks.h"

/* Bytes of a text; more is no note of a person. */
#define MOST_TEXT ((size_t)128 * 1024)
/* Segments, chunks, datasets. */
#define MOST_PARTS 4096

static uint32_t
big_at(struct str bytes, size_t at, size_t length)
{
    return number_at((struct block){bytes, false}, at, length);
}

/* ---- what is worth telling ----------------------------------------------- */

/* Programs and cameras write these; nobody did. */
static const struct str by_themselves[] = {
    STR_INIT("CREATOR: gd-jpeg"),
    STR_INIT("Created with"),
    STR_INIT("Created by"),
    STR_INIT("Compressed by"),
    STR_INIT("Optimized "),
    STR_INIT("Processed "),
    STR_INIT("File written by"),
    STR_INIT("LEAD Technologies"),
    STR_INIT("Intel(R)"),
    STR_INIT("AppleMark"),
    STR_INIT("Lavc"),
    STR_INIT("Handmade Software"),
    STR_INIT("ACD Systems"),
    STR_INIT("JPEG Encoder"),
    STR_INIT("Software:"),
    STR_INIT("Screenshot"),
    STR_INIT("OLYMPUS DIGITAL CAMERA"),
    STR_INIT("SONY DSC"),
    STR_INIT("KODAK Digital Still Camera"),
    STR_INIT("MINOLTA DIGITAL CAMERA"),
    STR_INIT("SAMSUNG"),
    STR_INIT("DCIM"),
    STR_INIT("Default"),
    STR_INIT("unknown"),
};

static bool
is_letter(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* UTF-16 has a zero beside each letter of ours. */
bool
image_says_something(struct str text)
{
    size_t letters = 0;
    while (text.len && !is_letter(text.at[0]))
        text = str_slice(text, 1, text.len);
    for (size_t i = 0; i < text.len && letters < 2; i++)
        letters += is_letter(text.at[i]);
    for (size_t i = 0; i < sizeof by_themselves / sizeof *by_themselves; i++) {
        struct str known = by_themselves[i];
        if (text.len >= known.len &&
            str_equal_nocase(str_slice(text, 0, known.len), known))
            return false;
    }
    return letters == 2;
}

/* ---- XMP: properties of an RDF text -------------------------------------- */

static const struct {
    struct str name;
    enum image_fact fact;
} properties[] = {
    {STR_INIT("exif:GPSLatitude"), IMAGE_PLACE},
    {STR_INIT("photoshop:City"), IMAGE_PLACE},
    {STR_INIT("Iptc4xmpCore:Location"), IMAGE_PLACE},
    {STR_INIT("dc:creator"), IMAGE_PERSON},
    {STR_INIT("tiff:Artist"), IMAGE_PERSON},
    {STR_INIT("aux:OwnerName"), IMAGE_PERSON},
    {STR_INIT("exifEX:CameraOwnerName"), IMAGE_PERSON},
    {STR_INIT("photoshop:CaptionWriter"), IMAGE_PERSON},
    {STR_INIT("Iptc4xmpExt:PersonInImage"), IMAGE_PERSON},
    {STR_INIT("mwg-rs:Name"), IMAGE_PERSON},
    {STR_INIT("MPReg:PersonDisplayName"), IMAGE_PERSON},
    {STR_INIT("aux:SerialNumber"), IMAGE_CAMERA},
    {STR_INIT("aux:LensSerialNumber"), IMAGE_CAMERA},
    {STR_INIT("exifEX:BodySerialNumber"), IMAGE_CAMERA},
    {STR_INIT("exifEX:LensSerialNumber"), IMAGE_CAMERA},
    {STR_INIT("dc:description"), IMAGE_COMMENT},
    {STR_INIT("dc:title"), IMAGE_COMMENT},
    {STR_INIT("exif:UserComment"), IMAGE_COMMENT},
    {STR_INIT("photoshop:Headline"), IMAGE_COMMENT},
};

/* Behind the name of a property, which may be part of a longer one. */
static size_t
find_property(struct str xmp, struct str name)
{
    static const struct str ends = STR_INIT("= />\t\r\n");
    size_t at = 0;
    while ((at = str_find(xmp, name, at)) != SIZE_MAX) {
        at += name.len;
        if (at < xmp.len && str_find_byte(ends, xmp.at[at], 0) != SIZE_MAX)
            return at;
    }
    return SIZE_MAX;
}

/* The text behind it: name="text", or <name>text, with other tags between. */
static struct str
text_behind(struct str xmp, size_t at)
{
    bool in_tag = true;
    if (at + 1 < xmp.len && xmp.at[at] == '=') {
        size_t end = str_find_byte(xmp, xmp.at[at + 1], at + 2);
        return end == SIZE_MAX ? STR("") : str_slice(xmp, at + 2, end);
    }
    for (size_t end = at + IMAGE_MOST_VALUE; at < xmp.len && at < end; at++) {
        char last = xmp.at[at - 1];
        if ((in_tag && xmp.at[at] == '>' && last == '/') ||
            (xmp.at[at] == '/' && last == '<'))
            break; /* it is empty */
        if (xmp.at[at] == '<' || xmp.at[at] == '>')
            in_tag = xmp.at[at] == '<';
        else if (!in_tag && is_letter(xmp.at[at]))
            return str_slice(xmp, at, str_find_byte(xmp, '<', at));
    }
    return STR("");
}

static unsigned
facts_of_xmp(struct str xmp)
{
    unsigned facts = 0;
    xmp = str_slice(xmp, 0, MOST_TEXT);
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        size_t at = find_property(xmp, properties[i].name);
        if (at != SIZE_MAX && image_says_something(text_behind(xmp, at)))
            facts |= properties[i].fact;
    }
    return facts;
}

/* ---- IPTC: datasets in a block of Photoshop ------------------------------ */

/* Of record 2 (IPTC-NAA IIM 4.1, chapter 6). */
static const struct {
    unsigned char number;
    enum image_fact fact;
} datasets[] = {
    {80, IMAGE_PERSON},   /* by-line */
    {90, IMAGE_PLACE},    /* city */
    {92, IMAGE_PLACE},    /* part of it */
    {105, IMAGE_COMMENT}, /* headline */
    {118, IMAGE_PERSON},  /* contact */
    {120, IMAGE_COMMENT}, /* caption */
    {122, IMAGE_PERSON},  /* its writer */
};

static unsigned
facts_of_iptc(struct str bytes)
{
    unsigned facts = 0;
    size_t at = 0;
    for (size_t n = 0;
         n < MOST_PARTS && at + 5 <= bytes.len && bytes.at[at] == 0x1C; n++) {
        size_t length = big_at(bytes, at + 3, 2);
        unsigned char number = (unsigned char)bytes.at[at + 2];
        struct str value = str_slice(bytes, at + 5, at + 5 + length);
        if (length & 0x8000)
            break; /* a longer length follows: no text of a person */
        for (size_t i = 0; i < sizeof datasets / sizeof *datasets; i++)
            if (bytes.at[at + 1] == 2 && datasets[i].number == number &&
                image_says_something(value))
                facts |= datasets[i].fact;
        at += 5 + length;
    }
    return facts;
}

/* "8BIM", number, a name of even length, size, bytes of even length. */
static unsigned
facts_of_photoshop(struct str bytes)
{
    size_t at = 0;
    for (size_t n = 0; n < MOST_PARTS; n++) {
        struct str rest = str_slice(bytes, at, bytes.len);
        if (!str_starts(rest, STR("8BIM")))
            return 0;
        size_t name = (big_at(rest, 6, 1) + 2) & ~(size_t)1;
        size_t size = big_at(rest, 6 + name, 4), from = 10 + name;
        if (from > rest.len || size > rest.len - from)
            return 0;
        if (big_at(rest, 4, 2) == 0x0404)
            return facts_of_iptc(str_slice(rest, from, from + size));
        at += from + size + (size & 1);
    }
    return 0;
}

/* ---- JPEG ---------------------------------------------------------------- */

static const struct {
    unsigned char mark;
    struct str prefix;
    unsigned (*read)(struct str bytes);
} segments[] = {
    {0xE1, STR_INIT("Exif\0\0"), image_exif_facts},
    {0xE1, STR_INIT("http://ns.adobe.com/xap/1.0/\0"), facts_of_xmp},
    {0xED, STR_INIT("Photoshop 3.0\0"), facts_of_photoshop},
};

static unsigned
facts_of_segment(unsigned char mark, struct str bytes)
{
    if (mark == 0xFE)
        return image_says_something(bytes) ? IMAGE_COMMENT : 0;
    for (size_t i = 0; i < sizeof segments / sizeof *segments; i++)
        if (segments[i].mark == mark && str_starts(bytes, segments[i].prefix))
            return segments[i].read(
                str_slice(bytes, segments[i].prefix.len, bytes.len));
    return 0;
}

/* Up to the first scan: pictures follow, no notes. */
static unsigned
facts_of_jpeg(struct str bytes)
{
    unsigned facts = 0;
    size_t at = 2;
    for (size_t n = 0; n < MOST_PARTS && at + 4 <= bytes.len; n++) {
        unsigned char mark = (unsigned char)bytes.at[at + 1];
        size_t length = big_at(bytes, at + 2, 2);
        if ((unsigned char)bytes.at[at] != 0xFF || mark == 0xDA)
            break;
        if (mark == 0xFF) { /* a filler */
            at++;
            continue;
        }
        if (length < 2 || length > bytes.len - at - 2)
            break;
        facts |=
            facts_of_segment(mark, str_slice(bytes, at + 4, at + 2 + length));
        at += 2 + length;
    }
    return facts;
}

/* ---- PNG ----------------------------------------------------------------- */

/* Keywords of texts; programs spell them in many ways. */
static const struct {
    struct str word;
    enum image_fact fact;
} keywords[] = {
    {STR_INIT("Author"), IMAGE_PERSON},
    {STR_INIT("Artist"), IMAGE_PERSON},
    {STR_INIT("Creator"), IMAGE_PERSON},
    {STR_INIT("Owner"), IMAGE_PERSON},
    {STR_INIT("GPS"), IMAGE_PLACE},
    {STR_INIT("Location"), IMAGE_PLACE},
    {STR_INIT("SerialNumber"), IMAGE_CAMERA},
    {STR_INIT("Comment"), IMAGE_COMMENT},
    {STR_INIT("Description"), IMAGE_COMMENT},
    {STR_INIT("Caption"), IMAGE_COMMENT},
    {STR_INIT("Title"), IMAGE_COMMENT},
};

/* "Author", "exif:Artist", "GPSLatitude"; not "Creator Tool". */
static unsigned
fact_of_keyword(struct str key)
{
    size_t colon = str_find_byte(key, ':', 0);
    if (colon != SIZE_MAX)
        key = str_slice(key, colon + 1, key.len);
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        struct str word = keywords[i].word;
        if (key.len >= word.len &&
            str_equal_nocase(str_slice(key, 0, word.len), word) &&
            (key.len == word.len || keywords[i].fact == IMAGE_PLACE))
            return keywords[i].fact;
    }
    return 0;
}

/* Where the text begins behind the zero that ends the keyword; SIZE_MAX: it is
   deflated, and said to be there without a look. */
static size_t
start_of_text(struct str bytes, size_t key, bool international)
{
    size_t at = key + 1;
    if (!international)
        return at;
    if (big_at(bytes, at, 1))
        return SIZE_MAX;
    at = str_find_byte(bytes, '\0', at + 2); /* behind the language */
    at = at == SIZE_MAX ? at : str_find_byte(bytes, '\0', at + 1);
    return at == SIZE_MAX ? bytes.len : at + 1;
}

static unsigned
facts_of_text(struct str bytes, bool international, bool deflated)
{
    size_t key = str_find_byte(bytes, '\0', 0);
    if (key == SIZE_MAX || key > 79)
        return 0;
    struct str word = str_slice(bytes, 0, key);
    size_t at = deflated ? SIZE_MAX : start_of_text(bytes, key, international);
    if (at == SIZE_MAX)
        return fact_of_keyword(word);
    struct str text = str_slice(bytes, at, bytes.len);
    if (str_is(word, "XML:com.adobe.xmp"))
        return facts_of_xmp(text);
    return image_says_something(text) ? fact_of_keyword(word) : 0;
}

static unsigned
facts_of_chunk(struct str type, struct str bytes)
{
    if (str_is(type, "eXIf"))
        return image_exif_facts(bytes);
    if (str_is(type, "tEXt") || str_is(type, "iTXt") || str_is(type, "zTXt"))
        return facts_of_text(str_slice(bytes, 0, MOST_TEXT), type.at[0] == 'i',
                             type.at[0] == 'z');
    return 0;
}

static unsigned
facts_of_png(struct str bytes)
{
    unsigned facts = 0;
    size_t at = 8;
    for (size_t n = 0; n < MOST_PARTS * 16 && at + 12 <= bytes.len; n++) {
        size_t length = big_at(bytes, at, 4);
        if (length > bytes.len - at - 12)
            break;
        facts |= facts_of_chunk(str_slice(bytes, at + 4, at + 8),
                                str_slice(bytes, at + 8, at + 8 + length));
        at += 12 + length;
    }
    return facts;
}

unsigned
image_facts(struct str bytes)
{
    if (str_starts(bytes, STR("\xFF\xD8\xFF")))
        return facts_of_jpeg(bytes);
    if (str_starts(bytes, STR("\x89PNG\r\n\x1A\n")))
        return facts_of_png(bytes);
    return 0;
}
