/*
 * A face cut down to the glyphs in use, ready to embed. HarfBuzz subsets a
 * face that shows only what a PDF needs: everything else would be read,
 * reduced and thrown away (a third of the work).
 */
#include "type/face.h"

#include <hb-subset.h>

#include "book.h"
#include "cff.h"

#define TAG_CFF HB_TAG('C', 'F', 'F', ' ')
#define NO_GLYPH HB_MAP_VALUE_INVALID

/* OS/2 fsType, OpenType specification. */
#define EMBED_NO_SUBSET 0x0100

static const hb_tag_t kept_tables[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
    HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('c', 'v', 't', ' '), HB_TAG('f', 'p', 'g', 'm'),
    HB_TAG('p', 'r', 'e', 'p'), HB_TAG('C', 'F', 'F', ' '),
    HB_TAG('O', 'S', '/', '2'),
};

#define KEPT_COUNT (sizeof kept_tables / sizeof *kept_tables)

static hb_blob_t *
reference_kept(hb_face_t *face, hb_tag_t tag, void *data)
{
    (void)face;
    for (size_t i = 0; i < KEPT_COUNT; i++) {
        if (kept_tables[i] == tag)
            return hb_face_reference_table((hb_face_t *)data, tag);
    }
    return NULL;
}

static hb_subset_plan_t *
make_plan(const struct face *face, hb_face_t *source, const uint32_t *glyphs,
          size_t count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    bool whole = (face->embedding & EMBED_NO_SUBSET) != 0;
    if (whole)
        hb_set_add_range(wanted, 0, face->glyph_count - 1);
    for (size_t i = 0; i < count; i++)
        hb_set_add(wanted, glyphs[i]);
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_set_add(drop, HB_TAG('O', 'S', '/', '2'));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(source, input);
    hb_subset_input_destroy(input);
    return plan;
}

/* ---- results ------------------------------------------------------------ */

static struct str
copy_blob(struct arena *arena, hb_blob_t *blob)
{
    unsigned len;
    const char *bytes = hb_blob_get_data(blob, &len);
    struct str copy = str_copy(arena, (struct str){bytes, len});
    hb_blob_destroy(blob);
    return copy;
}

static bool
take_bytes(struct arena *arena, hb_face_t *result, struct face_subset *subset)
{
    hb_blob_t *cff = hb_face_reference_table(result, TAG_CFF);
    if (hb_blob_get_length(cff) > 0) {
        subset->kind = SUBSET_CFF;
        subset->bytes = copy_blob(arena, cff);
    } else {
        hb_blob_destroy(cff);
        subset->kind = SUBSET_TRUETYPE;
        subset->bytes = copy_blob(arena, hb_face_reference_blob(result));
    }
    return subset->bytes.len > 0;
}

/* Codes of a CID-keyed font are its character ids, not its glyph ids. */
static void
name_by_cid(struct arena *arena, struct face_subset *subset, size_t count,
            size_t glyph_count)
{
    uint32_t *cids = ARENA_ARRAY(arena, glyph_count + 1, uint32_t);
    if (!cff_read_cids(subset->bytes, cids, glyph_count))
        return;
    for (size_t i = 0; i < count; i++) {
        if (subset->new_ids[i] < glyph_count)
            subset->new_ids[i] = cids[subset->new_ids[i]];
    }
}

static bool
number_glyphs(struct arena *arena, const struct face *face,
              hb_subset_plan_t *plan, const uint32_t *glyphs, size_t count,
              struct face_subset *subset)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    subset->new_ids = ARENA_ARRAY(arena, count, uint32_t);
    subset->advances = ARENA_ARRAY(arena, count, int);
    for (size_t i = 0; i < count; i++) {
        hb_codepoint_t id = hb_map_get(map, glyphs[i]);
        subset->new_ids[i] = id == NO_GLYPH ? 0 : id;
        subset->advances[i] =
            hb_font_get_glyph_h_advance(face->font, glyphs[i]);
    }
    return true;
}

static void
report_unusable(const struct face *face, const char *why)
{
    struct finding *finding =
        finding_add(face->book->findings, CODE_X403, SPAN_NONE,
                    "The font %.*s cannot be put into a PDF: %s.",
                    STR_ARG(face->family), why);
    finding_help(finding, "choose another font family");
}

static bool
cut(struct arena *arena, const struct face *face, hb_face_t *source,
    const uint32_t *glyphs, size_t count, struct face_subset *subset)
{
    hb_subset_plan_t *plan = make_plan(face, source, glyphs, count);
    if (!plan)
        return false;
    hb_face_t *result = hb_subset_plan_execute_or_fail(plan);
    bool done = result &&
                number_glyphs(arena, face, plan, glyphs, count, subset) &&
                take_bytes(arena, result, subset);
    if (done && subset->kind == SUBSET_CFF)
        name_by_cid(arena, subset, count, hb_face_get_glyph_count(result));
    hb_face_destroy(result);
    hb_subset_plan_destroy(plan);
    return done;
}

bool
face_subset(struct arena *arena, const struct face *face,
            const uint32_t *glyphs, size_t glyph_count,
            struct face_subset *subset)
{
    *subset = (struct face_subset){0};
    if (!face_may_embed(face)) {
        report_unusable(face, "its licence forbids it");
        return false;
    }
    hb_face_t *source =
        hb_face_create_for_tables(reference_kept, face->hb, NULL);
    hb_face_set_upem(source, hb_face_get_upem(face->hb));
    hb_face_set_glyph_count(source, face->glyph_count);
    bool done = cut(arena, face, source, glyphs, glyph_count, subset);
    hb_face_destroy(source);
    if (!done)
        report_unusable(face, "its data are damaged");
    return done;
}
