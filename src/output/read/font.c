#include "font.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "encoding.h"

/* Usual widths, in thousandths, where a font says none. */
#define USUAL_WIDTH 500
#define TYPEWRITER_WIDTH 600
#define MOST_WIDTHS ((size_t)1 << 17)

/* ---- what codes say --------------------------------------------------------
 */

static enum encoding
encoding_named(const struct pdf_value *name, enum encoding otherwise)
{
    if (pdf_is_name(name, "WinAnsiEncoding"))
        return ENCODING_WIN;
    if (pdf_is_name(name, "MacRomanEncoding"))
        return ENCODING_MAC;
    return pdf_is_name(name, "StandardEncoding") ? ENCODING_STANDARD
                                                 : otherwise;
}

/* [24 /breve 39 /quotesingle /grave] */
static void
take_differences(struct pdf_file *file, struct read_font *font,
                 const struct pdf_value *differences)
{
    size_t code = 0;
    for (size_t i = 0; i < differences->count; i++) {
        const struct pdf_value *item =
            pdf_resolve(file, &differences->items[i]);
        if (item->kind == PDF_NUMBER)
            code = (size_t)(pdf_whole(item, 0) & 0xFFFF);
        else if (item->kind == PDF_NAME && code < 256)
            font->texts[code++] = glyph_name_text(file->arena, item->text);
    }
}

static struct str
character_text(struct arena *arena, uint32_t c)
{
    struct buf out = buf_new(arena);
    if (c)
        buf_add_code_point(&out, c);
    return buf_str(&out);
}

/* A Type 3 font has pictures for letters: only names it gives itself count. */
static void
read_encoding(struct pdf_file *file, struct read_font *font)
{
    const struct pdf_value *encoding = pdf_look(file, font->dict, "Encoding");
    const struct pdf_value *name = encoding;
    bool is_drawn = pdf_is_name(pdf_get(font->dict, "Subtype"), "Type3");
    if (encoding->kind == PDF_DICT)
        name = pdf_look(file, encoding, "BaseEncoding");
    bool is_truetype = pdf_is_name(pdf_get(font->dict, "Subtype"), "TrueType");
    enum encoding base =
        encoding_named(name, is_truetype ? ENCODING_WIN : ENCODING_STANDARD);
    font->texts = ARENA_ARRAY(file->arena, 256, struct str);
    for (unsigned code = 0; code < 256 && !is_drawn; code++)
        font->texts[code] =
            character_text(file->arena, encoding_character(base, code));
    const struct pdf_value *differences =
        pdf_look(file, encoding, "Differences");
    if (differences->kind == PDF_ARRAY)
        take_differences(file, font, differences);
}

/* Codes of a composite font: two bytes, unless its own table says more. */
static void
read_codes(struct pdf_file *file, struct read_font *font)
{
    const struct pdf_value *encoding = pdf_look(file, font->dict, "Encoding");
    struct str bytes;
    if (encoding->kind == PDF_NAME)
        font->is_unicode =
            str_find(encoding->text, STR("UCS2"), 0) != SIZE_MAX ||
            str_find(encoding->text, STR("UTF16"), 0) != SIZE_MAX;
    else if (pdf_stream_bytes(file, encoding, &bytes))
        cmap_read(&font->codes, file->arena, bytes, &file->work);
}

/* ---- widths ----------------------------------------------------------------
 */

static fixed
number_of(struct pdf_file *file, const struct pdf_value *value, fixed otherwise)
{
    value = pdf_resolve(file, value);
    return value->kind == PDF_NUMBER ? value->number : otherwise;
}

static const fixed *
read_row(struct pdf_file *file, const struct pdf_value *row)
{
    fixed *each = ARENA_ARRAY(file->arena, row->count, fixed);
    for (size_t i = 0; i < row->count; i++)
        each[i] = number_of(file, &row->items[i], 0);
    return each;
}

static void
read_simple_widths(struct pdf_file *file, struct read_font *font)
{
    const struct pdf_value *row = pdf_look(file, font->dict, "Widths");
    const struct pdf_value *about =
        pdf_look(file, font->dict, "FontDescriptor");
    int64_t first = pdf_whole(pdf_look(file, font->dict, "FirstChar"), 0);
    bool is_typewriter = str_find(font->name, STR("Courier"), 0) != SIZE_MAX;
    font->missing =
        (is_typewriter ? TYPEWRITER_WIDTH : USUAL_WIDTH) * FIXED_ONE;
    if (row->kind != PDF_ARRAY || !row->count || first < 0 || first > 255 ||
        row->count > 256)
        return;
    font->missing = number_of(file, pdf_get(about, "MissingWidth"), 0);
    *list_add(file->arena, &font->widths) = (struct font_widths){
        .low = (uint32_t)first,
        .high = (uint32_t)(first + (int64_t)row->count - 1),
        .each = read_row(file, row),
    };
}

static int
by_low(const void *a, const void *b)
{
    const struct font_widths *x = a, *y = b;
    return (x->low > y->low) - (x->low < y->low);
}

/* [1 [500 600] 7 9 250]: from a glyph on each its own; from, to, the same. */
static void
read_glyph_widths(struct pdf_file *file, struct read_font *font,
                  const struct pdf_value *all)
{
    for (size_t i = 0; i + 1 < all->count && i < MOST_WIDTHS;) {
        uint32_t low =
            (uint32_t)(number_of(file, &all->items[i], 0) / FIXED_ONE &
                       0xFFFFFF);
        const struct pdf_value *next = pdf_resolve(file, &all->items[i + 1]);
        struct font_widths widths = {.low = low};
        if (next->kind == PDF_ARRAY) {
            widths.high = low + (uint32_t)next->count - 1;
            widths.each = read_row(file, next);
            i += 2;
            if (!next->count)
                continue;
        } else {
            widths.high = (uint32_t)(pdf_whole(next, 0) & 0xFFFFFF);
            widths.same =
                i + 2 < all->count ? number_of(file, &all->items[i + 2], 0) : 0;
            i += 3;
        }
        *list_add(file->arena, &font->widths) = widths;
    }
    if (font->widths.count)
        qsort(font->widths.at, font->widths.count, sizeof *font->widths.at,
              by_low);
}

static fixed
width_of(const struct read_font *font, uint32_t glyph)
{
    size_t from = 0, to = font->widths.count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (font->widths.at[middle].low <= glyph)
            from = middle + 1;
        else
            to = middle;
    }
    const struct font_widths *found = from ? &font->widths.at[from - 1] : NULL;
    if (!found || glyph > found->high)
        return font->missing;
    return found->each ? found->each[glyph - found->low] : found->same;
}

/* ---- the font ---------------------------------------------------------------
 */

static struct str
plain_name(struct str name)
{
    bool is_subset = name.len > 7 && name.at[6] == '+';
    return is_subset ? str_slice(name, 7, name.len) : name;
}

static void
read_composite(struct pdf_file *file, struct read_font *font)
{
    const struct pdf_value *list =
        pdf_look(file, font->dict, "DescendantFonts");
    const struct pdf_value *below = list->kind == PDF_ARRAY && list->count
                                        ? pdf_resolve(file, &list->items[0])
                                        : list;
    const struct pdf_value *widths = pdf_look(file, below, "W");
    font->is_composite = true;
    font->missing = number_of(file, pdf_get(below, "DW"), 1000 * FIXED_ONE);
    read_codes(file, font);
    if (widths->kind == PDF_ARRAY)
        read_glyph_widths(file, font, widths);
}

/* Widths of a Type 3 font are in a space of its own. */
static fixed
unit_of(struct pdf_file *file, const struct pdf_value *dict)
{
    const struct pdf_value *matrix = pdf_look(file, dict, "FontMatrix");
    if (!pdf_is_name(pdf_get(dict, "Subtype"), "Type3") ||
        matrix->kind != PDF_ARRAY || matrix->count < 1)
        return 0;
    fixed unit = number_of(file, &matrix->items[0], 0);
    return unit < 0 ? -unit : unit;
}

struct read_font *
font_read(struct pdf_file *file, const struct pdf_value *dict)
{
    struct read_font *font = ARENA_NEW(file->arena, struct read_font);
    const struct pdf_value *name = pdf_look(file, dict, "BaseFont");
    const struct pdf_value *map = pdf_look(file, dict, "ToUnicode");
    struct str bytes;
    font->dict = dict;
    font->unit = unit_of(file, dict);
    font->name =
        plain_name(name->kind == PDF_NAME ? name->text : STR("without a name"));
    if (pdf_is_name(pdf_get(dict, "Subtype"), "Type0")) {
        read_composite(file, font);
    } else {
        read_encoding(file, font);
        read_simple_widths(file, font);
    }
    font->has_map = pdf_stream_bytes(file, map, &bytes);
    if (font->has_map)
        cmap_read(&font->map, file->arena, bytes, &file->work);
    return font;
}

/* ---- codes that are shown
 * ---------------------------------------------------- */

/* Controls and what only the font's maker knows say nothing. */
static bool
says_something(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool is_private = (c >= 0xE000 && c < 0xF900) || c >= 0xF0000;
        if (c == 0xFFFD || is_private || (c < 0x20 && c != '\t' && c != '\n'))
            return false;
    }
    return true;
}

static bool
text_of(struct arena *arena, const struct read_font *font, uint32_t code,
        struct str raw, struct str *text)
{
    if (font->has_map && cmap_text(arena, &font->map, code, text))
        return says_something(*text);
    if (font->is_unicode) {
        *text = utf16_text(arena, raw);
        return says_something(*text);
    }
    if (font->is_composite)
        return false;
    *text = font->texts[code & 255];
    return text->len > 0;
}

/* Widths are below 2^32 in any font that means it. */
static fixed
scaled(fixed width, fixed unit)
{
    const fixed most = INT64_C(1) << 32;
    width = width < -most ? -most : width > most ? most : width;
    unit = unit > most / 8 ? most / 8 : unit;
    return unit ? width * unit / FIXED_ONE : width / 1000;
}

struct shown_code
font_shown(struct arena *arena, struct read_font *font, struct str *bytes)
{
    size_t len =
        font->is_composite ? cmap_code_len(&font->codes, *bytes, 2) : 1;
    struct str raw = str_slice(*bytes, 0, len);
    uint32_t code = 0, glyph;
    for (size_t i = 0; i < raw.len; i++)
        code = code << 8 | (unsigned char)raw.at[i];
    *bytes = str_slice(*bytes, raw.len, bytes->len);
    glyph = code;
    if (font->is_composite)
        (void)cmap_glyph(&font->codes, code, &glyph);
    struct shown_code shown = {
        .width = scaled(width_of(font, glyph), font->unit),
        .is_blank = raw.len == 1 && code == ' ',
    };
    shown.is_unknown = !text_of(arena, font, code, raw, &shown.text);
    if (shown.is_unknown)
        shown.text = STR("\xEF\xBF\xBD");
    font->shown++;
    font->unknown += shown.is_unknown;
    return shown;
}
