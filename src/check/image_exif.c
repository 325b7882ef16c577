/*
 * Exif: a TIFF without a picture. Of its directories the first is read and the
 * two that it names, each once: no circle can be walked.
 */
#include "image_blocks.h"

/* Of a directory; more is none. */
#define MOST_ENTRIES 512

enum directory { FIRST, EXIF, GPS };

/* Tags of CIPA DC-008 (Exif 2.32), and those that Windows adds. */
static const struct {
    enum directory in;
    unsigned tag;
    enum image_fact fact;
} tags[] = {
    {FIRST, 0x010E, IMAGE_COMMENT}, /* ImageDescription */
    {FIRST, 0x013B, IMAGE_PERSON},  /* Artist */
    {FIRST, 0x9C9B, IMAGE_COMMENT}, /* XPTitle */
    {FIRST, 0x9C9C, IMAGE_COMMENT}, /* XPComment */
    {FIRST, 0x9C9D, IMAGE_PERSON},  /* XPAuthor */
    {FIRST, 0x9C9E, IMAGE_COMMENT}, /* XPKeywords */
    {FIRST, 0x9C9F, IMAGE_COMMENT}, /* XPSubject */
    {FIRST, 0xC62F, IMAGE_CAMERA},  /* CameraSerialNumber */
    {EXIF, 0x9286, IMAGE_COMMENT},  /* UserComment */
    {EXIF, 0xA430, IMAGE_PERSON},   /* CameraOwnerName */
    {EXIF, 0xA431, IMAGE_CAMERA},   /* BodySerialNumber */
    {EXIF, 0xA435, IMAGE_CAMERA},   /* LensSerialNumber */
    {GPS, 0x0002, IMAGE_PLACE},     /* GPSLatitude */
    {GPS, 0x0004, IMAGE_PLACE},     /* GPSLongitude */
};

/* Where the first directory says that the others are. */
#define TAG_EXIF 0x8769
#define TAG_GPS 0x8825

static size_t
size_of_type(unsigned type)
{
    static const unsigned char sizes[] = {0, 1, 1, 2, 4, 8, 1,
                                          1, 2, 4, 8, 4, 8};
    return type < sizeof sizes ? sizes[type] : 0;
}

/* The value of an entry: in its last four bytes, or where they point to. */
static struct str
value_of(struct block tiff, size_t entry)
{
    size_t count = number_at(tiff, entry + 4, 4), from = entry + 8;
    size_t size = size_of_type(number_at(tiff, entry + 2, 2));
    if (!size || count > tiff.bytes.len / size)
        return STR("");
    if (count * size > 4)
        from = number_at(tiff, from, 4);
    size_t length =
        count * size < IMAGE_MOST_VALUE ? count * size : IMAGE_MOST_VALUE;
    return str_slice(tiff.bytes, from, from + length);
}

/* Degrees, minutes, seconds: a phone without a fix writes zeros. */
static bool
is_position(struct block value)
{
    for (size_t at = 0; at + 8 <= value.bytes.len && at < 24; at += 8)
        if (number_at(value, at, 4) && number_at(value, at + 4, 4))
            return true;
    return false;
}

/* A comment begins with eight bytes that name its code. */
static struct str
without_code(struct str value)
{
    static const struct str codes[] = {
        STR_INIT("ASCII\0\0\0"), STR_INIT("UNICODE\0"),
        STR_INIT("JIS\0\0\0\0\0"), STR_INIT("\0\0\0\0\0\0\0\0")};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (str_starts(value, codes[i]))
            return str_slice(value, 8, value.len);
    return value;
}

static unsigned
fact_of_entry(struct block tiff, enum directory in, size_t entry)
{
    unsigned tag = number_at(tiff, entry, 2);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (tags[i].in != in || tags[i].tag != tag)
            continue;
        struct str value = value_of(tiff, entry);
        bool tells = in == GPS ? is_position((struct block){value, tiff.little})
                               : image_says_something(without_code(value));
        return tells ? tags[i].fact : 0;
    }
    return 0;
}

/* One directory; the places of the other two when it is the first. */
static unsigned
facts_of_directory(struct block tiff, enum directory in, size_t at,
                   size_t others[3])
{
    unsigned facts = 0;
    size_t count = number_at(tiff, at, 2);
    if (at < 8 || count > MOST_ENTRIES)
        return 0;
    for (size_t i = 0; i < count; i++) {
        size_t entry = at + 2 + i * 12;
        if (entry + 12 > tiff.bytes.len)
            return facts;
        unsigned tag = number_at(tiff, entry, 2);
        if (in == FIRST && (tag == TAG_EXIF || tag == TAG_GPS))
            others[tag == TAG_EXIF ? EXIF : GPS] =
                number_at(tiff, entry + 8, 4);
        facts |= fact_of_entry(tiff, in, entry);
    }
    return facts;
}

unsigned
image_exif_facts(struct str bytes)
{
    struct block tiff = {bytes, str_starts(bytes, STR("II*\0"))};
    size_t others[3] = {0};
    if (!tiff.little && !str_starts(bytes, STR("MM\0*")))
        return 0;
    unsigned facts =
        facts_of_directory(tiff, FIRST, number_at(tiff, 4, 4), others);
    facts |= facts_of_directory(tiff, EXIF, others[EXIF], others);
    return facts | facts_of_directory(tiff, GPS, others[GPS], others);
}
