#include "font.h"

#include <string.h>

#include "base/bug.h"
#include "base/embedded.h"
#include "store.h"
#include "to_unicode.h"
#include "value.h"

/* FontDescriptor flags, ISO 32000-1, table 123. */
enum {
    FLAG_FIXED_PITCH = 1,
    FLAG_SERIF = 2,
    FLAG_SYMBOLIC = 4, /* codes are glyphs, no standard encoding */
    FLAG_ITALIC = 64
};

/* ---- which glyphs ----------------------------------------------------- */

struct font *
font_of(const struct writer *writer, const struct face *face)
{
    size_t number = writer->font_numbers[face_index(face)];

    ENSURE(number > 0);
    return &writer->fonts[number - 1];
}

static struct font *
take_font(struct writer *writer, const struct face *face)
{
    size_t *number = &writer->font_numbers[face_index(face)];

    if (*number == 0) {
        *number = ++writer->font_count;
        writer->fonts[*number - 1].face = face;
        writer->fonts[*number - 1].is_unequivocal = true;
    }
    return &writer->fonts[*number - 1];
}

const struct glyph_use *
font_use_as(const struct font *font, uint32_t glyph, struct str text)
{
    const struct glyph_use *use = font_use(font, glyph);

    if (use == NULL || str_equal(use->text, text))
        return use;
    for (const struct glyph_text *as = use->texts; as != NULL; as = as->next)
        if (as->use != NULL && str_equal(as->text, text))
            return as->use;
    return use;
}

const struct font *
font_with_blank(const struct writer *writer, const struct font *font)
{
    if (font->blank != NULL)
        return font;
    for (size_t i = 0; i < writer->font_count; i++)
        if (writer->fonts[i].blank != NULL)
            return &writer->fonts[i];
    return NULL;
}

static void
make_room(struct arena *arena, struct font *font, uint32_t glyph)
{
    size_t room = font->use_room < 256 ? 256 : font->use_room;
    struct glyph_use **uses;

    ENSURE(glyph <= UINT16_MAX);
    while (room <= glyph)
        room *= 2;
    uses = ARENA_ARRAY(arena, room, struct glyph_use *);
    if (font->use_room > 0)
        memcpy(uses, font->uses, font->use_room * sizeof *uses);
    font->uses = uses;
    font->use_room = room;
}

static void
count_text(struct arena *arena, struct font *font, uint32_t glyph,
           struct str text)
{
    struct glyph_text **at;

    if (glyph >= font->use_room)
        make_room(arena, font, glyph);
    if (font->uses[glyph] == NULL) {
        font->uses[glyph] = ARENA_NEW(arena, struct glyph_use);
        font->used++;
    }
    at = &font->uses[glyph]->texts;
    for (; *at != NULL; at = &(*at)->next)
        if (str_equal((*at)->text, text))
            break;
    if (*at == NULL) {
        font->is_unequivocal &= at == &font->uses[glyph]->texts;
        *at = ARENA_NEW(arena, struct glyph_text);
        (*at)->text = text;
    }
    (*at)->count++;
}

/* A letter that the glyph stood for when it was first seen. */
static bool
count_again(struct font *font, const struct glyph_run *run, size_t i)
{
    const struct glyph *glyph = &run->glyphs[i];
    struct glyph_text *text;

    if (!cluster_is_letter(run, i) || glyph->id >= font->use_room ||
        font->uses[glyph->id] == NULL)
        return false;
    text = font->uses[glyph->id]->texts;
    if (text->text.len != 1 || text->text.at[0] != run->text.at[glyph->cluster])
        return false;
    text->count++;
    return true;
}

static void
collect_run(struct writer *writer, const struct glyph_run *run)
{
    struct font *font = take_font(writer, run->face);
    struct cluster cluster = {0};

    for (;;) {
        while (count_again(font, run, cluster.to))
            cluster.to++;
        if (!cluster_next(writer->arena, run, &cluster))
            return;
        font->is_unequivocal &= cluster.text.len > 0;
        for (size_t i = cluster.from; i < cluster.to; i++)
            if (run->glyphs[i].id != 0)
                count_text(writer->arena, font, run->glyphs[i].id,
                           cluster_share(writer->arena, run, &cluster, i));
    }
}

static void
collect_page(struct writer *writer, const struct page *page)
{
    for (size_t i = 0; i < page->marks.count; i++)
        if (page->marks.at[i].kind == MARK_GLYPHS)
            collect_run(writer, page->marks.at[i].glyphs.run);
}

/* The text that a glyph has most often, the earlier of equals: one phone
   number with fixed blanks must not make every blank an exception. */
static struct str
commonest(const struct glyph_text *texts)
{
    const struct glyph_text *best = texts;

    ENSURE(best != NULL);
    for (; texts != NULL; texts = texts->next)
        if (texts->count > best->count)
            best = texts;
    return best->text;
}

/* ---- objects ---------------------------------------------------------- */

/* Glyphs of the face in use, and what the subset makes of them. */
struct chosen {
    uint32_t *glyphs;
    size_t count;
    struct face_subset subset;
};

static bool
choose(struct writer *writer, struct font *font, struct chosen *chosen)
{
    const struct face_subset *kept;

    chosen->glyphs = ARENA_ARRAY(writer->arena, font->used, uint32_t);
    for (uint32_t glyph = 0; glyph < font->use_room; glyph++)
        if (font->uses[glyph] != NULL)
            chosen->glyphs[chosen->count++] = glyph;
    kept = store_find_subset(writer->store, font->face, chosen->glyphs,
                             chosen->count);
    if (kept != NULL) {
        chosen->subset = *kept;
        return true;
    }
    if (!face_subset(writer->arena, font->face, chosen->glyphs, chosen->count,
                     &chosen->subset))
        return false;
    store_keep_subset(writer->store, font->face, chosen->glyphs, chosen->count,
                      &chosen->subset);
    return true;
}

static void
take_codes(struct font *font, const struct chosen *chosen)
{
    int upem = face_metrics(font->face)->units_per_em;

    ENSURE(upem > 0);
    for (size_t i = 0; i < chosen->count; i++) {
        struct glyph_use *use = font->uses[chosen->glyphs[i]];

        ENSURE(chosen->subset.new_ids[i] <= UINT16_MAX);
        use->code = use->gid = (uint16_t)chosen->subset.new_ids[i];
        use->width = upt_scale(chosen->subset.advances[i], 1000000, upem);
        use->text = commonest(use->texts);
        if (use->code != 0 && str_is(use->text, " "))
            font->blank = use;
    }
}

/*
 * A glyph that says different things in different places (the vowel sign in
 * front of each syllable, a capital that stands for a small one) gets a code
 * for each: then even readers that know nothing of ActualText find the words.
 * Only TrueType has a map from codes to glyphs.
 */
static void
add_aliases(struct arena *arena, struct font *font, struct glyph_use *use,
            size_t *code_count)
{
    for (struct glyph_text *as = use->texts; as != NULL; as = as->next) {
        struct glyph_use *alias;

        if (str_equal(as->text, use->text) || *code_count > UINT16_MAX)
            continue;
        alias = ARENA_NEW(arena, struct glyph_use);
        alias->text = as->text;
        alias->code = (uint16_t)(*code_count)++;
        alias->gid = use->gid;
        alias->width = use->width;
        as->use = alias;
        *list_add(arena, &font->aliases) = alias;
    }
}

/* How many codes there are in all. */
static size_t
count_codes(struct writer *writer, struct font *font,
            const struct chosen *chosen)
{
    size_t code_count = 0;

    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->subset.new_ids[i] >= code_count)
            code_count = chosen->subset.new_ids[i] + 1;
    for (size_t i = 0; i < chosen->count; i++) {
        struct glyph_use *use = font->uses[chosen->glyphs[i]];

        if (chosen->subset.kind == SUBSET_TRUETYPE && use->code != 0 &&
            use->texts->next != NULL)
            add_aliases(writer->arena, font, use, &code_count);
    }
    return code_count;
}

/* Two bytes for each code (ISO 32000-1, table 117). */
static void
print_gid_map(struct writer *writer, struct buf *out,
              const struct glyph_use *const *by_code, size_t code_count)
{
    struct buf map = buf_new(writer->arena);

    for (size_t code = 0; code < code_count; code++) {
        uint16_t gid = by_code[code] ? by_code[code]->gid : 0;

        buf_add_byte(&map, (char)(gid >> 8));
        buf_add_byte(&map, (char)(gid & 0xFF));
    }
    buf_print(out, "/CIDToGIDMap %u 0 R",
              writer_add_stream(writer, STR(""), buf_str(&map)));
}

/* /W: "first [width width ...]" for each stretch of codes. */
static void
print_widths(struct buf *out, const struct glyph_use *const *by_code,
             size_t code_count)
{
    buf_add_text(out, "/W[");
    for (size_t code = 0; code < code_count; code++) {
        if (by_code[code] == NULL)
            continue;
        if (code == 0 || by_code[code - 1] == NULL)
            buf_print(out, "%zu[", code);
        value_number(out, by_code[code]->width);
        if (code + 1 < code_count && by_code[code + 1] != NULL)
            buf_add_byte(out, ' ');
        else
            buf_add_byte(out, ']');
    }
    buf_add_byte(out, ']');
}

/* Six letters that tell one subset from another (9.6.4), and the face. */
static struct str
subset_name(struct arena *arena, const struct font *font, struct str bytes)
{
    uint64_t hash = str_hash_long(bytes);
    struct buf name = buf_new(arena), out = buf_new(arena);

    for (int i = 0; i < 6; i++, hash /= 26)
        buf_add_byte(&name, (char)('A' + hash % 26));
    buf_add_byte(&name, '+');
    buf_add(&name, face_name(font->face));
    value_name(&out, buf_str(&name));
    return buf_str(&out);
}

static void
print_em(struct buf *out, const char *key, int units, int upem)
{
    buf_print(out, "%s %lld", key, (long long)upt_scale(units, 1000, upem));
}

static unsigned
flags_of(const struct face_metrics *metrics)
{
    unsigned flags = FLAG_SYMBOLIC;

    if (metrics->is_fixed_pitch)
        flags |= FLAG_FIXED_PITCH;
    if (metrics->is_serif)
        flags |= FLAG_SERIF;
    if (metrics->italic_angle_tenths != 0)
        flags |= FLAG_ITALIC;
    return flags;
}

static unsigned
write_font_file(struct writer *writer, const struct face_subset *subset)
{
    struct str entries = STR("/Subtype/CIDFontType0C");

    if (subset->kind == SUBSET_TRUETYPE)
        entries = str_format(writer->arena, "/Length1 %zu", subset->bytes.len);
    return writer_add_stream(writer, entries, subset->bytes);
}

static unsigned
write_descriptor(struct writer *writer, const struct font *font,
                 const struct face_subset *subset)
{
    const struct face_metrics *m = face_metrics(font->face);
    int upem = m->units_per_em;
    struct buf out = buf_new(writer->arena);

    buf_add_text(&out, "/Type/FontDescriptor/FontName");
    buf_add(&out, font->name);
    buf_print(&out, "/Flags %u/ItalicAngle ", flags_of(m));
    value_number(&out, (milli)m->italic_angle_tenths * 100);
    buf_add_text(&out, "/FontBBox[");
    for (int i = 0; i < 4; i++)
        print_em(&out, i > 0 ? " " : "", m->bbox[i], upem);
    buf_add_byte(&out, ']');
    print_em(&out, "/Ascent", m->ascent, upem);
    print_em(&out, "/Descent", m->descent, upem);
    print_em(&out, "/CapHeight", m->cap_height, upem);
    print_em(&out, "/XHeight", m->x_height, upem);
    /* No table holds the width of stems; this is the usual estimate. */
    buf_print(&out, "/StemV %d/%s %u 0 R",
              50 + m->weight_class * m->weight_class / 4225,
              subset->kind == SUBSET_TRUETYPE ? "FontFile2" : "FontFile3",
              write_font_file(writer, subset));
    return writer_add_object(writer, buf_str(&out));
}

static unsigned
write_descendant(struct writer *writer, const struct font *font,
                 const struct face_subset *subset,
                 const struct glyph_use *const *by_code, size_t code_count)
{
    struct buf out = buf_new(writer->arena);
    bool truetype = subset->kind == SUBSET_TRUETYPE;

    buf_print(&out, "/Type/Font/Subtype/CIDFontType%d/BaseFont",
              truetype ? 2 : 0);
    buf_add(&out, font->name);
    buf_add_text(&out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                       "/Supplement 0>>");
    buf_print(&out, "/FontDescriptor %u 0 R",
              write_descriptor(writer, font, subset));
    if (font->aliases.count > 0)
        print_gid_map(writer, &out, by_code, code_count);
    else if (truetype)
        buf_add_text(&out, "/CIDToGIDMap/Identity");
    print_widths(&out, by_code, code_count);
    return writer_add_object(writer, buf_str(&out));
}

/* The subset's codes need not rise with the face's glyph ids. */
static const struct glyph_use **
order_by_code(struct writer *writer, const struct font *font,
              const struct chosen *chosen, size_t code_count)
{
    const struct glyph_use **by_code =
        ARENA_ARRAY(writer->arena, code_count, const struct glyph_use *);

    for (size_t i = 0; i < chosen->count; i++)
        by_code[chosen->subset.new_ids[i]] = font->uses[chosen->glyphs[i]];
    for (size_t i = 0; i < font->aliases.count; i++)
        by_code[font->aliases.at[i]->code] = font->aliases.at[i];
    return by_code;
}

static void
write_font(struct writer *writer, struct font *font)
{
    struct chosen chosen = {0};
    struct buf out = buf_new(writer->arena);
    const struct glyph_use **by_code;
    size_t code_count;
    bool done = choose(writer, font, &chosen);

    face_rest(font->face);
    if (!done)
        return;
    font->name = subset_name(writer->arena, font, chosen.subset.bytes);
    take_codes(font, &chosen);
    code_count = count_codes(writer, font, &chosen);
    by_code = order_by_code(writer, font, &chosen, code_count);
    buf_add_text(&out, "/Type/Font/Subtype/Type0/BaseFont");
    buf_add(&out, font->name);
    buf_print(
        &out,
        "/Encoding/Identity-H/DescendantFonts[%u 0 R]"
        "/ToUnicode %u 0 R",
        write_descendant(writer, font, &chosen.subset, by_code, code_count),
        writer_add_stream(
            writer, STR(""),
            to_unicode_print(writer->arena, by_code, code_count)));
    font->object = writer_add_object(writer, buf_str(&out));
}

void
fonts_write(struct writer *writer)
{
    const struct pages *pages = writer->pages;

    size_t most = pages->fonts ? font_book_face_count(pages->fonts) : 0;

    writer->fonts = ARENA_ARRAY(writer->arena, most, struct font);
    writer->font_numbers = ARENA_ARRAY(writer->arena, most, size_t);
    for (size_t i = 0; i < pages->at.count; i++)
        collect_page(writer, &pages->at.at[i]);
    /* Lines are set: what was read for that need not stay in memory while the
       outlines are read, one face after the other. */
    constants_release();
    for (size_t i = 0; i < writer->font_count; i++)
        if (writer->fonts[i].used > 0)
            write_font(writer, &writer->fonts[i]);
}
