#include "jpeg.h"

/* Second bytes of markers. */
enum {
    MARK_TEM = 0x01,
    MARK_SOF0 = 0xC0, /* baseline */
    MARK_SOF1 = 0xC1, /* extended, Huffman */
    MARK_SOF2 = 0xC2, /* progressive, Huffman */
    MARK_DHT = 0xC4,
    MARK_JPG = 0xC8,
    MARK_DAC = 0xCC,
    MARK_SOF15 = 0xCF,
    MARK_RST0 = 0xD0,
    MARK_RST7 = 0xD7,
    MARK_SOI = 0xD8,
    MARK_EOI = 0xD9,
    MARK_SOS = 0xDA,
    MARK_APP0 = 0xE0,
    MARK_APP1 = 0xE1,
    MARK_APP2 = 0xE2,
    MARK_APP14 = 0xEE,
    MARK_APP15 = 0xEF,
    MARK_COM = 0xFE
};

struct reader {
    struct str file;
    size_t at;
    struct buf out;
    struct jpeg *jpeg;
    bool has_frame, has_scan;
};

static unsigned
byte_at(struct str s, size_t at)
{
    return (unsigned char)s.at[at];
}

static unsigned
big_endian_at(struct str s, size_t at)
{
    return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

static enum jpeg_fault
fault(struct reader *reader, enum jpeg_fault kind, const char *why)
{
    reader->jpeg->why = why;
    return kind;
}

/* ---- EXIF ------------------------------------------------------------- */

struct tiff {
    struct str bytes;
    bool is_little;
};

/* 0 when it lies outside. */
static uint32_t
tiff_number(const struct tiff *tiff, size_t at, unsigned len)
{
    uint32_t value = 0;

    if (at > tiff->bytes.len || tiff->bytes.len - at < len)
        return 0;
    for (unsigned i = 0; i < len; i++) {
        unsigned k = tiff->is_little ? len - 1 - i : i;

        value = value << 8 | byte_at(tiff->bytes, at + k);
    }
    return value;
}

/* Tag 0x0112 of the first directory; 1 when there is none (EXIF 2.32, 4.6). */
static unsigned
exif_orientation(struct str segment)
{
    struct tiff tiff = {.bytes = str_slice(segment, 6, segment.len)};
    uint32_t directory, entries, value;

    if (!str_starts(segment, STR("Exif\0\0")) || tiff.bytes.len < 8)
        return 1;
    tiff.is_little = tiff.bytes.at[0] == 'I';
    directory = tiff_number(&tiff, 4, 4);
    entries = tiff_number(&tiff, directory, 2);
    for (uint32_t i = 0; i < entries; i++) {
        size_t entry = (size_t)directory + 2 + (size_t)i * 12;

        if (tiff_number(&tiff, entry, 2) != 0x0112)
            continue;
        value = tiff_number(&tiff, entry + 8, 2);
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

/* ---- colour profiles -------------------------------------------------- */

/* An input, display, output or space profile of version 2 or 4 for as many
   colours as the picture has (ICC.1:2010, 7.2). */
static bool
is_fit(struct str profile, unsigned components)
{
    static const struct str classes[] = {STR_INIT("scnr"), STR_INIT("mntr"),
                                         STR_INIT("prtr"), STR_INIT("spac")};
    struct str space = components == 1 ? STR("GRAY") : STR("RGB ");
    bool is_known = false;

    if (profile.len < 132 || components > 3 ||
        tiff_number(&(struct tiff){.bytes = profile}, 0, 4) != profile.len)
        return false;
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        is_known =
            is_known || str_equal(str_slice(profile, 12, 16), classes[i]);
    return is_known && (profile.at[8] == 2 || profile.at[8] == 4) &&
           str_equal(str_slice(profile, 16, 20), space) &&
           str_equal(str_slice(profile, 36, 40), STR("acsp"));
}

/* APP2 of ICC.1:2010, B.4. Profiles in several pieces belong to printing
   presses; sRGB is what is meant without one. */
static struct str
one_piece_profile(struct str segment)
{
    struct str profile = str_slice(segment, 14, segment.len);

    if (!str_starts(segment, STR("ICC_PROFILE\0\1\1")) ||
        str_find(profile, STR("sRGB"), 0) != SIZE_MAX ||
        str_find(profile, STR("s\0R\0G\0B"), 0) != SIZE_MAX)
        return (struct str){0};
    return profile;
}

/* ---- segments --------------------------------------------------------- */

static bool
is_frame(unsigned mark)
{
    return mark >= MARK_SOF0 && mark <= MARK_SOF15 && mark != MARK_DHT &&
           mark != MARK_JPG && mark != MARK_DAC;
}

/* T.81, B.2.2: precision, height, width, components. */
static enum jpeg_fault
read_frame(struct reader *reader, unsigned mark, struct str segment)
{
    struct jpeg *jpeg = reader->jpeg;

    if (mark > MARK_SOF2)
        return fault(reader, JPEG_FOREIGN,
                     mark == 0xC3 ? "it is coded without loss"
                                  : "it is coded arithmetically or in steps");
    if (segment.len < 6 || reader->has_frame)
        return fault(reader, JPEG_BROKEN, "its frame header is damaged");
    if (byte_at(segment, 0) != 8)
        return fault(reader, JPEG_FOREIGN, "it has more than 8 bits a colour");
    reader->has_frame = true;
    jpeg->height = big_endian_at(segment, 1);
    jpeg->width = big_endian_at(segment, 3);
    jpeg->components = byte_at(segment, 5);
    if (segment.len < 6 + 3 * (size_t)jpeg->components || jpeg->width == 0 ||
        jpeg->height == 0)
        return fault(reader, JPEG_BROKEN, "its frame header is damaged");
    if (jpeg->components != 1 && jpeg->components != 3 && jpeg->components != 4)
        return fault(reader, JPEG_FOREIGN, "it has two or many colours");
    return JPEG_FINE;
}

/* Metadata is left out; what tells the colours of an Adobe file stays. */
static bool
is_kept(unsigned mark, struct str segment)
{
    if (mark == MARK_APP14)
        return str_starts(segment, STR("Adobe"));
    return mark != MARK_COM && (mark < MARK_APP0 || mark > MARK_APP15);
}

/* Entropy-coded bytes up to the next marker that is no restart. */
static void
skip_scan(struct reader *reader)
{
    struct str file = reader->file;

    while (reader->at < file.len) {
        size_t next = str_find_byte(file, '\xFF', reader->at);
        unsigned mark;

        if (next == SIZE_MAX || next + 1 >= file.len) {
            reader->at = file.len;
            return;
        }
        mark = byte_at(file, next + 1);
        reader->at = next;
        if (mark != 0 && mark != 0xFF && (mark < MARK_RST0 || mark > MARK_RST7))
            return;
        reader->at += mark == 0xFF ? 1 : 2;
    }
}

static enum jpeg_fault
read_segment(struct reader *reader, unsigned mark)
{
    size_t from = reader->at - 2, len;
    struct str segment;
    enum jpeg_fault result = JPEG_FINE;

    if (reader->file.len - reader->at < 2)
        return fault(reader, JPEG_BROKEN, "the file ends too early");
    len = big_endian_at(reader->file, reader->at);
    if (len < 2 || reader->file.len - reader->at < len)
        return fault(reader, JPEG_BROKEN, "the file ends too early");
    segment = str_slice(reader->file, reader->at + 2, reader->at + len);
    reader->at += len;
    if (is_frame(mark))
        result = read_frame(reader, mark, segment);
    if (mark == MARK_DAC)
        result = fault(reader, JPEG_FOREIGN, "it is coded arithmetically");
    if (mark == MARK_APP1 && reader->jpeg->orientation == 1)
        reader->jpeg->orientation = exif_orientation(segment);
    if (mark == MARK_APP2 && reader->jpeg->profile.len == 0)
        reader->jpeg->profile = one_piece_profile(segment);
    if (mark == MARK_APP14 && str_starts(segment, STR("Adobe")))
        reader->jpeg->has_adobe_mark = true;
    if (mark == MARK_SOS) {
        reader->has_scan = true;
        skip_scan(reader);
    }
    if (is_kept(mark, segment))
        buf_add(&reader->out, str_slice(reader->file, from, reader->at));
    return result;
}

/* The marker at the reader's place, with the fill bytes before it skipped; 0
   when there is none. */
static unsigned
next_mark(struct reader *reader)
{
    struct str file = reader->file;

    if (reader->at >= file.len || byte_at(file, reader->at) != 0xFF)
        return 0;
    while (reader->at < file.len && byte_at(file, reader->at) == 0xFF)
        reader->at++;
    if (reader->at >= file.len)
        return 0;
    return byte_at(file, reader->at++);
}

enum jpeg_fault
jpeg_read(struct arena *arena, struct str file, struct jpeg *jpeg)
{
    struct reader reader = {.file = file, .at = 2, .jpeg = jpeg};

    *jpeg = (struct jpeg){.orientation = 1};
    reader.out = buf_new(arena);
    buf_add(&reader.out, str_slice(file, 0, 2));
    for (;;) {
        unsigned mark = next_mark(&reader);
        enum jpeg_fault result;

        if (mark == 0 || mark == MARK_SOI)
            return fault(&reader, JPEG_BROKEN, "the file ends too early");
        if (mark == MARK_EOI)
            break;
        if (mark == MARK_TEM || (mark >= MARK_RST0 && mark <= MARK_RST7))
            continue;
        result = read_segment(&reader, mark);
        if (result != JPEG_FINE)
            return result;
    }
    if (!reader.has_frame || !reader.has_scan)
        return fault(&reader, JPEG_BROKEN, "there is no picture in it");
    buf_add(&reader.out, STR("\xFF\xD9"));
    if (!is_fit(jpeg->profile, jpeg->components))
        jpeg->profile = (struct str){0};
    jpeg->bytes = buf_str(&reader.out);
    return JPEG_FINE;
}
