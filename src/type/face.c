#include "type/face.h"

#include "base/bug.h"
#include "base/embedded.h"

#include "book.h"

/* ---- tables ------------------------------------------------------------- */

/* Big-endian fields of a table, 0 beyond its end: fonts lie. */
struct table {
    hb_blob_t *blob;
    const uint8_t *at;
    unsigned len;
};

static struct table
table_open(hb_face_t *hb, hb_tag_t tag)
{
    struct table table = {.blob = hb_face_reference_table(hb, tag)};
    table.at = (const uint8_t *)hb_blob_get_data(table.blob, &table.len);
    return table;
}

static void
table_close(struct table *table)
{
    hb_blob_destroy(table->blob);
}

static unsigned
table_u16(const struct table *table, unsigned offset)
{
    if (offset + 2 > table->len)
        return 0;
    return (unsigned)(table->at[offset] << 8 | table->at[offset + 1]);
}

static int
table_i16(const struct table *table, unsigned offset)
{
    unsigned value = table_u16(table, offset);
    return value < 0x8000 ? (int)value : (int)value - 0x10000;
}

#define TAG_OS2 HB_TAG('O', 'S', '/', '2')
#define TAG_HEAD HB_TAG('h', 'e', 'a', 'd')
#define TAG_HHEA HB_TAG('h', 'h', 'e', 'a')
#define TAG_POST HB_TAG('p', 'o', 's', 't')
#define TAG_GLYF HB_TAG('g', 'l', 'y', 'f')
#define TAG_CFF HB_TAG('C', 'F', 'F', ' ')
#define TAG_GSUB HB_TAG('G', 'S', 'U', 'B')

/* ---- names -------------------------------------------------------------- */

struct str
face_name_of(struct arena *arena, hb_face_t *hb, hb_ot_name_id_t id)
{
    char text[256];
    unsigned room = sizeof text;
    hb_ot_name_get_utf8(hb, id, hb_language_from_string("en", -1), &room, text);
    return str_copy(arena, (struct str){text, room});
}

/* A PDF name must be plain: letters, digits, hyphen. */
static struct str
postscript_name(struct font_book *book, hb_face_t *hb)
{
    struct str name =
        face_name_of(book->arena, hb, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    char *plain = (char *)arena_alloc(book->arena, name.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < name.len && len < 63; i++) {
        char c = name.at[i];
        if (ascii_is_alnum(c) || c == '-')
            plain[len++] = c;
    }
    if (len == 0)
        return str_format(book->arena, "Font%zu", book->faces.count);
    return (struct str){plain, len};
}

/* ---- metrics ------------------------------------------------------------ */

/* IBM's class in the high byte of sFamilyClass: 1-5 and 7 have serifs;
   PANOSE bSerifStyle 2-10 as well (OpenType specification, OS/2). */
static bool
os2_is_serif(const struct table *os2)
{
    unsigned family_class = table_u16(os2, 30) >> 8;
    if ((family_class >= 1 && family_class <= 5) || family_class == 7)
        return true;
    if (family_class == 8 || os2->len < 34)
        return false;
    return os2->at[32] == 2 && os2->at[33] >= 2 && os2->at[33] <= 10;
}

static enum font_weight
weight_from_class(unsigned weight_class)
{
    if (weight_class >= 650)
        return WEIGHT_BOLD;
    return weight_class >= 550 ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR;
}

enum font_weight
face_weight_of(hb_face_t *hb, bool *italic, bool *serif)
{
    struct table os2 = table_open(hb, TAG_OS2);
    enum font_weight weight = weight_from_class(table_u16(&os2, 4));
    *italic = (table_u16(&os2, 62) & 1) != 0; /* fsSelection ITALIC */
    *serif = os2_is_serif(&os2);
    table_close(&os2);
    return weight;
}

static void
read_os2(struct face *face)
{
    struct table os2 = table_open(face->hb, TAG_OS2);
    struct face_metrics *m = &face->metrics;
    m->weight_class = os2.len ? (int)table_u16(&os2, 4) : 400;
    m->is_serif = os2_is_serif(&os2);
    face->weight = weight_from_class((unsigned)m->weight_class);
    face->italic = (table_u16(&os2, 62) & 1) != 0;
    face->embedding = table_u16(&os2, 8);
    if (table_u16(&os2, 0) >= 2) {
        m->x_height = table_i16(&os2, 86);
        m->cap_height = table_i16(&os2, 88);
    }
    if (m->ascent == 0 && m->descent == 0) {
        m->ascent = table_i16(&os2, 68);
        m->descent = table_i16(&os2, 70);
    }
    table_close(&os2);
}

static void
read_post(struct face *face)
{
    struct table post = table_open(face->hb, TAG_POST);
    struct face_metrics *m = &face->metrics;
    /* italicAngle is 16.16 fixed */
    m->italic_angle_tenths = table_i16(&post, 4) * 10 +
                             (int)((uint64_t)table_u16(&post, 6) * 10 / 65536);
    m->underline_position = table_i16(&post, 8);
    m->underline_thickness = table_i16(&post, 10);
    m->is_fixed_pitch = table_u16(&post, 12) || table_u16(&post, 14);
    table_close(&post);
}

static void
read_metrics(struct face *face)
{
    struct face_metrics *m = &face->metrics;
    m->units_per_em = (int)hb_face_get_upem(face->hb);
    struct table head = table_open(face->hb, TAG_HEAD);
    for (unsigned i = 0; i < 4; i++)
        m->bbox[i] = table_i16(&head, 36 + 2 * i);
    table_close(&head);
    struct table hhea = table_open(face->hb, TAG_HHEA);
    m->ascent = table_i16(&hhea, 4);
    m->descent = table_i16(&hhea, 6);
    table_close(&hhea);
    read_os2(face);
    read_post(face);
    if (m->descent > 0)
        m->descent = -m->descent;
    if (m->ascent <= 0)
        m->ascent = m->units_per_em * 4 / 5;
    if (m->cap_height <= 0)
        m->cap_height = m->units_per_em * 7 / 10;
    if (m->x_height <= 0)
        m->x_height = m->units_per_em / 2;
    if (m->underline_thickness <= 0)
        m->underline_thickness = m->units_per_em / 20;
    if (m->underline_position >= 0)
        m->underline_position = -m->units_per_em / 10;
}

/* ---- opening ------------------------------------------------------------ */

/* Programs that read a page as it was drawn take a gap of less than 0.15 of
   the size for none: "tostayandthe". */
#define LEAST_BLANK_PERCENT 17

static int
find_blank_lack(const struct face *face)
{
    hb_codepoint_t blank;
    if (!hb_font_get_nominal_glyph(face->font, ' ', &blank))
        return 0;
    int least = face->metrics.units_per_em * LEAST_BLANK_PERCENT / 100;
    int width = hb_font_get_glyph_h_advance(face->font, blank);
    return width < least ? least - width : 0;
}

static bool
has_table(hb_face_t *hb, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(hb, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

static bool
has_feature(hb_face_t *hb, hb_tag_t wanted)
{
    hb_tag_t tags[64];
    unsigned start = 0, count, total;
    do {
        count = sizeof tags / sizeof *tags;
        total = hb_ot_layout_table_get_feature_tags(hb, TAG_GSUB, start, &count,
                                                    tags);
        for (unsigned i = 0; i < count; i++) {
            if (tags[i] == wanted)
                return true;
        }
        start += count;
    } while (count && start < total);
    return false;
}

bool
face_is_drawable(hb_face_t *hb)
{
    return (has_table(hb, TAG_GLYF) || has_table(hb, TAG_CFF)) &&
           hb_face_get_glyph_count(hb) > 0;
}

struct face *
face_open(struct font_book *book, hb_blob_t *blob, unsigned number)
{
    hb_face_t *hb = hb_face_create(blob, number);
    hb_blob_destroy(blob);
    if (!face_is_drawable(hb)) {
        hb_face_destroy(hb);
        return NULL;
    }
    hb_face_make_immutable(hb);
    struct face *face = ARENA_NEW(book->arena, struct face);
    face->book = book;
    face->hb = hb;
    face->font = hb_font_create(hb);
    hb_font_make_immutable(face->font);
    face->glyph_count = hb_face_get_glyph_count(hb);
    face->name = postscript_name(book, hb);
    face->family =
        face_name_of(book->arena, hb, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (str_is_empty(face->family))
        face->family = face_name_of(book->arena, hb, HB_OT_NAME_ID_FONT_FAMILY);
    read_metrics(face);
    face->blank_lack = find_blank_lack(face);
    face->index = book->faces.count;
    *list_add(book->arena, &book->faces) = face;
    return face;
}

void
face_close(struct face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->hb);
    face->font = NULL;
    face->hb = NULL;
}

void
face_rest(const struct face *face)
{
    if (!face->embedded)
        return;
    hb_blob_t *blob = hb_face_reference_blob(face->hb);
    unsigned len;
    const char *bytes = hb_blob_get_data(blob, &len);
    embedded_release((struct str){bytes, len});
    hb_blob_destroy(blob);
}

/* ---- asking ------------------------------------------------------------- */

bool
face_has(const struct face *face, uint32_t code_point)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->font, code_point, &glyph) &&
           glyph != 0 && glyph < face->glyph_count;
}

bool
face_has_small_caps(const struct face *face)
{
    return has_feature(face->hb, HB_TAG('s', 'm', 'c', 'p'));
}

/* OS/2 fsType: restricted, or bitmaps only. */
bool
face_may_embed(const struct face *face)
{
    return (face->embedding & 0x000F) != 0x0002 && !(face->embedding & 0x0200);
}

const struct face_metrics *
face_metrics(const struct face *face)
{
    return &face->metrics;
}

struct str
face_name(const struct face *face)
{
    return face->name;
}

size_t
face_index(const struct face *face)
{
    return face->index;
}

upt
face_scale(const struct face *face, upt size, int64_t units)
{
    return upt_scale(size, units, face->metrics.units_per_em);
}
