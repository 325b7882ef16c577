/*
 * sRGB (IEC 61966-2-1) as an ICC profile, version 2: three primaries adapted
 * to D50 and one curve. Made here rather than carried along: the known files
 * come with terms of their own, and this one is 700 bytes.
 */
#include "value.h"
#include "writer.h"

#define HEADER_LEN 128
#define ENTRY_LEN 12
/* Points of the curve; readers draw straight lines between them. */
#define CURVE_POINTS 128
#define FIRST_CURVED 6 /* 0.04045 of 127 steps */

static void
add_u16(struct buf *out, unsigned value)
{
    buf_add_byte(out, (char)(value >> 8 & 255));
    buf_add_byte(out, (char)(value & 255));
}

static void
add_u32(struct buf *out, uint32_t value)
{
    add_u16(out, value >> 16);
    add_u16(out, value & 0xFFFF);
}

static void
add_zeros(struct buf *out, size_t count)
{
    while (count-- > 0)
        buf_add_byte(out, 0);
}

/* ---- tags ------------------------------------------------------------- */

static void
add_xyz(struct buf *out, const int32_t xyz[3])
{
    buf_add_text(out, "XYZ ");
    add_u32(out, 0);
    for (int i = 0; i < 3; i++)
        add_u32(out, (uint32_t)xyz[i]);
}

/*
 * The value of point i as 0-65535: ((c + 0.055) / 1.055)^2.4, found as the
 * fifth root of the twelfth power by halving, with multiplications alone, so
 * that every machine gets the same bytes.
 */
static unsigned
curve_value(unsigned i)
{
    double c = (double)i / (CURVE_POINTS - 1), a, power = 1;
    unsigned low = 0, high = 65535;

    if (i < FIRST_CURVED)
        return (unsigned)(c / 12.92 * 65535 + 0.5);
    a = (c + 0.055) / 1.055;
    for (int k = 0; k < 12; k++)
        power *= a;
    while (low < high) {
        unsigned middle = (low + high + 1) / 2;
        double y = (middle - 0.5) / 65535;

        if (y * y * y * y * y <= power)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static void
add_curve(struct buf *out)
{
    buf_add_text(out, "curv");
    add_u32(out, 0);
    add_u32(out, CURVE_POINTS);
    for (unsigned i = 0; i < CURVE_POINTS; i++)
        add_u16(out, curve_value(i));
}

/* textDescriptionType with an ASCII text only (ICC.1:2001, 6.5.17). */
static void
add_description(struct buf *out)
{
    static const char text[] = "sRGB";

    buf_add_text(out, "desc");
    add_u32(out, 0);
    add_u32(out, sizeof text);
    buf_add(out, (struct str){text, sizeof text});
    add_zeros(out, 4 + 4 + 2 + 1 + 67);
}

static void
add_copyright(struct buf *out)
{
    static const char text[] = "No copyright, use freely";

    buf_add_text(out, "text");
    add_u32(out, 0);
    buf_add(out, (struct str){text, sizeof text});
}

/* s15Fixed16 numbers, adapted from D65 to D50 by Bradford's matrix. */
static const int32_t white[3] = {0xF6D6, 0x10000, 0xD32D};
static const int32_t red[3] = {0x6FA2, 0x38F5, 0x0390};
static const int32_t green[3] = {0x6299, 0xB785, 0x18DA};
static const int32_t blue[3] = {0x24A0, 0x0F84, 0xB6CF};

static const struct {
    const char *name;
    const int32_t *xyz;
    void (*add)(struct buf *out);
} tags[] = {
    {"desc", NULL, add_description},
    {"cprt", NULL, add_copyright},
    {"wtpt", white, NULL},
    {"rXYZ", red, NULL},
    {"gXYZ", green, NULL},
    {"bXYZ", blue, NULL},
    {"rTRC", NULL, add_curve},
    {"gTRC", NULL, NULL},
    {"bTRC", NULL, NULL}, /* all three share one curve */
};

#define TAG_COUNT (sizeof tags / sizeof tags[0])

/* ---- the file --------------------------------------------------------- */

static void
add_header(struct buf *out, size_t len)
{
    add_u32(out, (uint32_t)len);
    add_u32(out, 0);
    add_u32(out, 0x02100000); /* version 2.1 */
    buf_add_text(out, "mntrRGB XYZ ");
    add_u16(out, 2001); /* a fixed date: the same bytes every time */
    add_u16(out, 1);
    add_u16(out, 1);
    add_zeros(out, 6);
    buf_add_text(out, "acsp");
    add_zeros(out, 28);
    for (int i = 0; i < 3; i++)
        add_u32(out, (uint32_t)white[i]);
    add_zeros(out, HEADER_LEN - out->len);
}

static void
add_tag_data(struct buf *data, size_t i)
{
    if (tags[i].xyz != NULL)
        add_xyz(data, tags[i].xyz);
    else
        tags[i].add(data);
    add_zeros(data, -data->len & 3);
}

struct str
icc_srgb(struct arena *arena)
{
    struct buf out = buf_new(arena), data = buf_new(arena);
    size_t base = HEADER_LEN + 4 + TAG_COUNT * ENTRY_LEN;
    struct buf table = buf_new(arena);
    size_t from = 0, len = 0;

    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (tags[i].xyz != NULL || tags[i].add != NULL) {
            from = data.len;
            add_tag_data(&data, i);
            len = data.len - from;
        }
        buf_add_text(&table, tags[i].name);
        add_u32(&table, (uint32_t)(base + from));
        add_u32(&table, (uint32_t)len);
    }
    add_header(&out, base + data.len);
    add_u32(&out, TAG_COUNT);
    buf_add(&out, buf_str(&table));
    buf_add(&out, buf_str(&data));
    return buf_str(&out);
}
