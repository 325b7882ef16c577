/* Colours as people write them: "#1f4e79", "rgb(31, 78, 121)",
   "hsl(209, 59%, 30%)", "navy" (CSS Color Module Level 4). */
#include "palette.h"

static const struct {
    const char *name;
    rgb color;
} named[] = {
    {"aliceblue", 0xf0f8ff},
    {"antiquewhite", 0xfaebd7},
    {"aqua", 0x00ffff},
    {"aquamarine", 0x7fffd4},
    {"azure", 0xf0ffff},
    {"beige", 0xf5f5dc},
    {"bisque", 0xffe4c4},
    {"black", 0x000000},
    {"blanchedalmond", 0xffebcd},
    {"blue", 0x0000ff},
    {"blueviolet", 0x8a2be2},
    {"brown", 0xa52a2a},
    {"burlywood", 0xdeb887},
    {"cadetblue", 0x5f9ea0},
    {"chartreuse", 0x7fff00},
    {"chocolate", 0xd2691e},
    {"coral", 0xff7f50},
    {"cornflowerblue", 0x6495ed},
    {"cornsilk", 0xfff8dc},
    {"crimson", 0xdc143c},
    {"cyan", 0x00ffff},
    {"darkblue", 0x00008b},
    {"darkcyan", 0x008b8b},
    {"darkgoldenrod", 0xb8860b},
    {"darkgray", 0xa9a9a9},
    {"darkgreen", 0x006400},
    {"darkgrey", 0xa9a9a9},
    {"darkkhaki", 0xbdb76b},
    {"darkmagenta", 0x8b008b},
    {"darkolivegreen", 0x556b2f},
    {"darkorange", 0xff8c00},
    {"darkorchid", 0x9932cc},
    {"darkred", 0x8b0000},
    {"darksalmon", 0xe9967a},
    {"darkseagreen", 0x8fbc8f},
    {"darkslateblue", 0x483d8b},
    {"darkslategray", 0x2f4f4f},
    {"darkslategrey", 0x2f4f4f},
    {"darkturquoise", 0x00ced1},
    {"darkviolet", 0x9400d3},
    {"deeppink", 0xff1493},
    {"deepskyblue", 0x00bfff},
    {"dimgray", 0x696969},
    {"dimgrey", 0x696969},
    {"dodgerblue", 0x1e90ff},
    {"firebrick", 0xb22222},
    {"floralwhite", 0xfffaf0},
    {"forestgreen", 0x228b22},
    {"fuchsia", 0xff00ff},
    {"gainsboro", 0xdcdcdc},
    {"ghostwhite", 0xf8f8ff},
    {"gold", 0xffd700},
    {"goldenrod", 0xdaa520},
    {"gray", 0x808080},
    {"green", 0x008000},
    {"greenyellow", 0xadff2f},
    {"grey", 0x808080},
    {"honeydew", 0xf0fff0},
    {"hotpink", 0xff69b4},
    {"indianred", 0xcd5c5c},
    {"indigo", 0x4b0082},
    {"ivory", 0xfffff0},
    {"khaki", 0xf0e68c},
    {"lavender", 0xe6e6fa},
    {"lavenderblush", 0xfff0f5},
    {"lawngreen", 0x7cfc00},
    {"lemonchiffon", 0xfffacd},
    {"lightblue", 0xadd8e6},
    {"lightcoral", 0xf08080},
    {"lightcyan", 0xe0ffff},
    {"lightgoldenrodyellow", 0xfafad2},
    {"lightgray", 0xd3d3d3},
    {"lightgreen", 0x90ee90},
    {"lightgrey", 0xd3d3d3},
    {"lightpink", 0xffb6c1},
    {"lightsalmon", 0xffa07a},
    {"lightseagreen", 0x20b2aa},
    {"lightskyblue", 0x87cefa},
    {"lightslategray", 0x778899},
    {"lightslategrey", 0x778899},
    {"lightsteelblue", 0xb0c4de},
    {"lightyellow", 0xffffe0},
    {"lime", 0x00ff00},
    {"limegreen", 0x32cd32},
    {"linen", 0xfaf0e6},
    {"magenta", 0xff00ff},
    {"maroon", 0x800000},
    {"mediumaquamarine", 0x66cdaa},
    {"mediumblue", 0x0000cd},
    {"mediumorchid", 0xba55d3},
    {"mediumpurple", 0x9370db},
    {"mediumseagreen", 0x3cb371},
    {"mediumslateblue", 0x7b68ee},
    {"mediumspringgreen", 0x00fa9a},
    {"mediumturquoise", 0x48d1cc},
    {"mediumvioletred", 0xc71585},
    {"midnightblue", 0x191970},
    {"mintcream", 0xf5fffa},
    {"mistyrose", 0xffe4e1},
    {"moccasin", 0xffe4b5},
    {"navajowhite", 0xffdead},
    {"navy", 0x000080},
    {"oldlace", 0xfdf5e6},
    {"olive", 0x808000},
    {"olivedrab", 0x6b8e23},
    {"orange", 0xffa500},
    {"orangered", 0xff4500},
    {"orchid", 0xda70d6},
    {"palegoldenrod", 0xeee8aa},
    {"palegreen", 0x98fb98},
    {"paleturquoise", 0xafeeee},
    {"palevioletred", 0xdb7093},
    {"papayawhip", 0xffefd5},
    {"peachpuff", 0xffdab9},
    {"peru", 0xcd853f},
    {"pink", 0xffc0cb},
    {"plum", 0xdda0dd},
    {"powderblue", 0xb0e0e6},
    {"purple", 0x800080},
    {"rebeccapurple", 0x663399},
    {"red", 0xff0000},
    {"rosybrown", 0xbc8f8f},
    {"royalblue", 0x4169e1},
    {"saddlebrown", 0x8b4513},
    {"salmon", 0xfa8072},
    {"sandybrown", 0xf4a460},
    {"seagreen", 0x2e8b57},
    {"seashell", 0xfff5ee},
    {"sienna", 0xa0522d},
    {"silver", 0xc0c0c0},
    {"skyblue", 0x87ceeb},
    {"slateblue", 0x6a5acd},
    {"slategray", 0x708090},
    {"slategrey", 0x708090},
    {"snow", 0xfffafa},
    {"springgreen", 0x00ff7f},
    {"steelblue", 0x4682b4},
    {"tan", 0xd2b48c},
    {"teal", 0x008080},
    {"thistle", 0xd8bfd8},
    {"tomato", 0xff6347},
    {"turquoise", 0x40e0d0},
    {"violet", 0xee82ee},
    {"wheat", 0xf5deb3},
    {"white", 0xffffff},
    {"whitesmoke", 0xf5f5f5},
    {"yellow", 0xffff00},
    {"yellowgreen", 0x9acd32},
};

static int
hex_digit(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool
parse_hex(struct str text, rgb *color)
{
    if (str_starts(text, STR("#")))
        text = str_slice(text, 1, text.len);
    if (text.len != 6 && text.len != 3)
        return false;
    *color = 0;
    for (size_t i = 0; i < text.len; i++) {
        int digit = hex_digit(text.at[i]);
        if (digit < 0)
            return false;
        *color = *color << 4 | (rgb)digit;
        if (text.len == 3)
            *color = *color << 4 | (rgb)digit;
    }
    return true;
}

static bool
parse_name(struct str text, rgb *color)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_equal_nocase(text, str_from(named[i].name))) {
            *color = named[i].color;
            return true;
        }
    return false;
}

/* ---- functions ----------------------------------------------------------- */

enum { MOST_PARTS = 3 };

/* A number, perhaps with a unit, in thousandths. */
struct part {
    int64_t value;
    bool is_percent;
};

static bool
parse_part(struct str text, struct part *part)
{
    upt millionths;
    part->is_percent = str_ends(text, STR("%"));
    if (part->is_percent)
        text = str_slice(text, 0, text.len - 1);
    if (str_ends(text, STR("deg")))
        text = str_slice(text, 0, text.len - 3);
    /* A bare number is read as points; other units are none of a colour. */
    if (!text.len || !ascii_is_digit(text.at[text.len - 1]) ||
        !upt_parse(text, &millionths) || millionths < 0 ||
        millionths > 1000 * UPT_PER_PT)
        return false;
    part->value = millionths / 1000;
    return true;
}

/* "rgb(1, 2, 3)" and "rgb(1 2 3)": three parts behind the name. */
static bool
parse_parts(struct str text, const char *name, struct part *parts)
{
    size_t count = 0, start = str_from(name).len;
    if (text.len < start + 2 || text.at[start] != '(' ||
        text.at[text.len - 1] != ')' ||
        !str_equal_nocase(str_slice(text, 0, start), str_from(name)))
        return false;
    struct str rest = str_slice(text, start + 1, text.len - 1);
    char joint = str_find_byte(rest, ',', 0) == SIZE_MAX ? ' ' : ',';
    for (rest = str_trim(rest); rest.len; rest = str_trim(rest)) {
        struct str word = str_trim(str_cut(&rest, joint));
        if (count == MOST_PARTS || !parse_part(word, &parts[count++]))
            return false;
    }
    return count == MOST_PARTS;
}

/* Of a part in thousandths whose full value is `full`: 0 to 255. */
static bool
to_byte(const struct part *part, rgb *byte)
{
    int64_t full = part->is_percent ? 100000 : 255000;
    if (part->value > full)
        return false;
    *byte = (rgb)((part->value * 255 + full / 2) / full);
    return true;
}

static bool
parse_rgb(struct str text, rgb *color)
{
    struct part parts[MOST_PARTS];
    rgb red, green, blue;
    if (!parse_parts(text, "rgb", parts) || !to_byte(&parts[0], &red) ||
        !to_byte(&parts[1], &green) || !to_byte(&parts[2], &blue))
        return false;
    *color = red << 16 | green << 8 | blue;
    return true;
}

/* CSS Color 4, section 7: hue in thousandths of a degree, the others in
   thousandths of a per cent; `shift` is 0 for red, 8 for green, 4 for blue. */
static rgb
hsl_byte(int64_t hue, int64_t saturation, int64_t light, int64_t shift)
{
    int64_t k = (shift * 30000 + hue) % 360000; /* 30000 is one twelfth */
    int64_t room = light < 100000 - light ? light : 100000 - light;
    int64_t most = saturation * room / 100000;
    int64_t slope = k - 90000 < 270000 - k ? k - 90000 : 270000 - k;
    slope = slope < -30000 ? -30000 : slope > 30000 ? 30000 : slope;
    int64_t value = light - most * slope / 30000;
    return (rgb)((value * 255 + 50000) / 100000);
}

static bool
parse_hsl(struct str text, rgb *color)
{
    struct part parts[MOST_PARTS];
    if (!parse_parts(text, "hsl", parts) || parts[0].is_percent ||
        parts[1].value > 100000 || parts[2].value > 100000)
        return false;
    int64_t hue = parts[0].value % 360000;
    int64_t saturation = parts[1].value, light = parts[2].value;
    *color = hsl_byte(hue, saturation, light, 0) << 16 |
             hsl_byte(hue, saturation, light, 8) << 8 |
             hsl_byte(hue, saturation, light, 4);
    return true;
}

bool
color_parse(struct str text, rgb *color)
{
    return parse_hex(text, color) || parse_name(text, color) ||
           parse_rgb(text, color) || parse_hsl(text, color);
}
