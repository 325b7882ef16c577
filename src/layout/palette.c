#include "palette.h"

#include <string.h>

static const struct {
    struct str name;
    size_t offset;
} palette[] = {
    {STR_INIT("text"), offsetof(struct look, color.text)},
    {STR_INIT("muted"), offsetof(struct look, color.muted)},
    {STR_INIT("accent"), offsetof(struct look, color.accent)},
    {STR_INIT("rule"), offsetof(struct look, color.rule)},
    {STR_INIT("tint"), offsetof(struct look, color.tint)},
    {STR_INIT("link"), offsetof(struct look, color.link)},
};
#define PALETTE (sizeof palette / sizeof *palette)

bool
palette_is_name(struct str text)
{
    for (size_t i = 0; i < PALETTE; i++)
        if (str_equal(text, palette[i].name))
            return true;
    return false;
}

bool
palette_find(struct str name, const struct look *look, rgb *color)
{
    for (size_t i = 0; i < PALETTE; i++)
        if (str_equal(name, palette[i].name)) {
            memcpy(color, (const char *)look + palette[i].offset,
                   sizeof *color);
            return true;
        }
    return false;
}

struct str
color_name(struct arena *arena, rgb color)
{
    return str_format(arena, "#%06x", (unsigned)color);
}

/* The linear light of an sRGB component (IEC 61966-2-1), times 100,000. */
static const uint32_t linear[256] = {
    0,     30,    61,    91,    121,   152,    182,   212,   243,   273,
    304,   335,   368,   402,   439,   478,    518,   561,   605,   651,
    700,   750,   802,   857,   913,   972,    1033,  1096,  1161,  1229,
    1298,  1370,  1444,  1521,  1600,  1681,   1764,  1850,  1938,  2029,
    2122,  2217,  2315,  2416,  2519,  2624,   2732,  2843,  2956,  3071,
    3190,  3310,  3434,  3560,  3689,  3820,   3955,  4092,  4231,  4374,
    4519,  4667,  4817,  4971,  5127,  5286,   5448,  5613,  5781,  5951,
    6125,  6301,  6480,  6663,  6848,  7036,   7227,  7421,  7619,  7819,
    8022,  8228,  8438,  8650,  8866,  9084,   9306,  9531,  9759,  9990,
    10224, 10462, 10702, 10946, 11193, 11444,  11697, 11954, 12214, 12477,
    12744, 13014, 13287, 13563, 13843, 14126,  14413, 14703, 14996, 15293,
    15593, 15896, 16203, 16513, 16827, 17144,  17465, 17789, 18116, 18447,
    18782, 19120, 19462, 19807, 20156, 20508,  20864, 21223, 21586, 21953,
    22323, 22697, 23074, 23455, 23840, 24228,  24620, 25016, 25415, 25818,
    26225, 26636, 27050, 27468, 27889, 28315,  28744, 29177, 29614, 30054,
    30499, 30947, 31399, 31855, 32314, 32778,  33245, 33716, 34191, 34670,
    35153, 35640, 36131, 36625, 37124, 37626,  38133, 38643, 39157, 39676,
    40198, 40724, 41254, 41789, 42327, 42869,  43415, 43966, 44520, 45079,
    45641, 46208, 46778, 47353, 47932, 48515,  49102, 49693, 50289, 50888,
    51492, 52100, 52712, 53328, 53948, 54572,  55201, 55834, 56471, 57112,
    57758, 58408, 59062, 59720, 60383, 61050,  61721, 62396, 63076, 63760,
    64448, 65141, 65837, 66539, 67244, 67954,  68669, 69387, 70110, 70838,
    71569, 72306, 73046, 73791, 74540, 75294,  76052, 76815, 77582, 78354,
    79130, 79910, 80695, 81485, 82279, 83077,  83880, 84687, 85499, 86316,
    87137, 87962, 88792, 89627, 90466, 91310,  92158, 93011, 93869, 94731,
    95597, 96469, 97345, 98225, 99110, 100000,
};

/* Relative luminance times 100,000. */
static int64_t
luminance(rgb color)
{
    int64_t red = linear[color >> 16 & 255], green = linear[color >> 8 & 255],
            blue = linear[color & 255];
    return (2126 * red + 7152 * green + 722 * blue) / 10000;
}

int64_t
color_contrast(rgb a, rgb b)
{
    int64_t light = luminance(a), dark = luminance(b);
    if (light < dark) {
        int64_t other = light;
        light = dark;
        dark = other;
    }
    return (light + 5000) * 100 / (dark + 5000);
}

static rgb
scaled(rgb color, unsigned percent)
{
    rgb red = (color >> 16 & 255) * percent / 100;
    rgb green = (color >> 8 & 255) * percent / 100;
    rgb blue = (color & 255) * percent / 100;
    return red << 16 | green << 8 | blue;
}

rgb
color_darkened(rgb color, rgb ground, int64_t contrast)
{
    for (unsigned percent = 100; percent > 0; percent--)
        if (color_contrast(scaled(color, percent), ground) >= contrast)
            return scaled(color, percent);
    return 0;
}

/* `percent` of what lacks to white is added. */
static rgb
lightened(rgb color, unsigned percent)
{
    return 0xffffff - scaled(0xffffff - color, 100 - percent);
}

/* On a dark ground a colour stands out as much as it does on paper. */
rgb
color_on(rgb color, rgb ground, int64_t contrast)
{
    const rgb white = 0xffffff;
    int64_t most = color_contrast(white, ground);
    int64_t on_paper = color_contrast(color, white);
    if (color_contrast(0x000000, ground) >= most)
        return color_contrast(color, ground) >= contrast
                   ? color
                   : color_darkened(color, ground, contrast);
    contrast = on_paper > contrast ? on_paper : contrast;
    for (unsigned percent = 0; percent < 100; percent++)
        if (color_contrast(lightened(color, percent), ground) >= contrast)
            return lightened(color, percent);
    return white;
}
