#include "cff.h"

/* Reading past the end gives 0 and sets `bad`. */
struct reader {
    struct str bytes;
    size_t at;
    bool bad;
};

static uint32_t
take(struct reader *r, unsigned size)
{
    uint32_t value = 0;
    if (r->at > r->bytes.len || r->bytes.len - r->at < size) {
        r->bad = true;
        return 0;
    }
    for (unsigned i = 0; i < size; i++)
        value = value << 8 | (uint8_t)r->bytes.at[r->at++];
    return value;
}

/* Moves behind an INDEX; gives its first object's bytes (section 5). */
static struct str
take_index(struct reader *r)
{
    uint32_t count = take(r, 2);
    if (count == 0 || r->bad)
        return (struct str){NULL, 0};
    uint32_t size = take(r, 1);
    if (size < 1 || size > 4) {
        r->bad = true;
        return (struct str){NULL, 0};
    }
    size_t offsets = r->at;
    uint32_t first = take(r, size), second = take(r, size);
    r->at = offsets + (size_t)count * size;
    uint32_t last = take(r, size);
    size_t data = r->at - 1;
    r->at = data + last;
    if (r->bad || first < 1 || second < first || r->at > r->bytes.len ||
        last < second) {
        r->bad = true;
        return (struct str){NULL, 0};
    }
    return str_slice(r->bytes, data + first, data + second);
}

enum { OP_CHARSET = 15, OP_ESCAPE = 12, OP_ROS = 30 };

/* One operand of a DICT (section 4); reals are passed over. */
static int32_t
take_operand(struct reader *r, uint32_t first)
{
    if (first >= 32 && first <= 246)
        return (int32_t)first - 139;
    if (first >= 247 && first <= 250)
        return (int32_t)((first - 247) * 256 + take(r, 1) + 108);
    if (first >= 251 && first <= 254)
        return -(int32_t)((first - 251) * 256) - (int32_t)take(r, 1) - 108;
    if (first == 28)
        return (int16_t)take(r, 2);
    if (first == 29)
        return (int32_t)take(r, 4);
    if (first == 30) {
        while (!r->bad && (take(r, 1) & 0x0F) != 0x0F)
            continue;
        return 0;
    }
    r->bad = true;
    return 0;
}

/* True when the font is CID-keyed; then `charset` is an offset. */
static bool
read_top_dict(struct str dict, uint32_t *charset)
{
    struct reader r = {.bytes = dict};
    int32_t operand = 0;
    bool cid_keyed = false;
    while (r.at < dict.len && !r.bad) {
        uint32_t byte = take(&r, 1);
        if (byte == OP_ESCAPE)
            cid_keyed |= take(&r, 1) == OP_ROS;
        else if (byte == OP_CHARSET)
            *charset = (uint32_t)operand;
        else if (byte > 21)
            operand = take_operand(&r, byte);
    }
    return cid_keyed && !r.bad;
}

/* Section 13: format 0 lists, formats 1 and 2 give ranges. */
static bool
read_charset(struct reader *r, uint32_t *cids, size_t count)
{
    uint32_t format = take(r, 1);
    if (format > 2)
        return false;
    cids[0] = 0;
    for (size_t glyph = 1; glyph < count && !r->bad;) {
        uint32_t cid = take(r, 2);
        uint32_t left = format == 0 ? 0 : take(r, format);
        for (uint32_t i = 0; i <= left && glyph < count; i++)
            cids[glyph++] = cid + i;
    }
    return !r->bad;
}

bool
cff_read_cids(struct str table, uint32_t *cids, size_t count)
{
    struct reader r = {.bytes = table};
    uint32_t charset = 0;
    r.at = 2;
    r.at = take(&r, 1); /* header size */
    (void)take_index(&r);
    struct str dict = take_index(&r);
    /* Offsets 0 to 2 name predefined charsets, which CID fonts do not use. */
    if (r.bad || count == 0 || !read_top_dict(dict, &charset) || charset <= 2)
        return false;
    r.at = charset;
    return read_charset(&r, cids, count);
}
