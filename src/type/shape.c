#include "shape.h"

#include <string.h>

#include "base/utf8.h"

/* Longer texts are whole lines of their own kind and seldom recur. */
#define LONGEST_STORED 48
#define CONTEXT 16

struct entry {
    struct entry *next;
    uint64_t hash;
    struct shape_request key; /* text copied, no context */
    struct shaped shaped;
};

/* HarfBuzz's preparation for one kind of text. */
struct plan {
    const struct face *face;
    unsigned features;
    hb_script_t script;
    hb_language_t language;
    bool rtl;
    hb_shape_plan_t *plan;
};

struct shape_store {
    struct arena *arena;
    hb_buffer_t *buffer;
    LIST(struct plan) plans;
    struct entry **slots;
    size_t slot_count, entry_count; /* slot_count is a power of two */
};

struct shape_store *
shape_store_open(struct arena *arena)
{
    struct shape_store *store = ARENA_NEW(arena, struct shape_store);
    store->arena = arena;
    store->buffer = hb_buffer_create();
    store->slot_count = 512;
    store->slots = ARENA_ARRAY(arena, store->slot_count, struct entry *);
    return store;
}

void
shape_store_close(struct shape_store *store)
{
    for (size_t i = 0; i < store->plans.count; i++)
        hb_shape_plan_destroy(store->plans.at[i].plan);
    store->plans.count = 0;
    hb_buffer_destroy(store->buffer);
    store->buffer = NULL;
}

/* ---- shaping ------------------------------------------------------------ */

static const struct {
    unsigned bit;
    bool when_absent; /* asked for by the bit's absence */
    hb_tag_t tag;
    uint32_t value;
} feature_table[] = {
    /* Most embedded families' figures are lining and tabular unless told
       otherwise, some are neither. */
    {SHAPE_OLDSTYLE, true, HB_TAG('l', 'n', 'u', 'm'), 1},
    {SHAPE_TABULAR, true, HB_TAG('p', 'n', 'u', 'm'), 1},
    {SHAPE_TABULAR, false, HB_TAG('t', 'n', 'u', 'm'), 1},
    {SHAPE_OLDSTYLE, false, HB_TAG('o', 'n', 'u', 'm'), 1},
    {SHAPE_SMALL_CAPS, false, HB_TAG('s', 'm', 'c', 'p'), 1},
    {SHAPE_NO_LIGATURES, false, HB_TAG('l', 'i', 'g', 'a'), 0},
    {SHAPE_NO_LIGATURES, false, HB_TAG('c', 'l', 'i', 'g'), 0},
    /* For every letter these go through lists as long as the font's
       repertoire: a third of the work. */
    {SHAPE_NO_MARKS, false, HB_TAG('c', 'c', 'm', 'p'), 0},
    {SHAPE_NO_MARKS, false, HB_TAG('m', 'a', 'r', 'k'), 0},
    {SHAPE_NO_MARKS, false, HB_TAG('m', 'k', 'm', 'k'), 0},
};

#define FEATURE_ROWS (sizeof feature_table / sizeof *feature_table)

static unsigned
choose_features(unsigned wanted, hb_feature_t features[FEATURE_ROWS])
{
    unsigned count = 0;
    for (size_t i = 0; i < FEATURE_ROWS; i++) {
        bool has = (wanted & feature_table[i].bit) != 0;
        if (has != feature_table[i].when_absent)
            features[count++] =
                (hb_feature_t){feature_table[i].tag, feature_table[i].value, 0,
                               HB_FEATURE_GLOBAL_END};
    }
    return count;
}

/* What depends on the kind of text only is decided once. */
static hb_shape_plan_t *
plan_for(struct shape_store *store, const struct shape_request *request)
{
    for (size_t i = 0; i < store->plans.count; i++) {
        const struct plan *plan = &store->plans.at[i];
        if (plan->face == request->face &&
            plan->features == request->features &&
            plan->script == request->script && plan->rtl == request->rtl &&
            plan->language == request->language)
            return plan->plan;
    }
    hb_feature_t features[FEATURE_ROWS];
    unsigned count = choose_features(request->features, features);
    hb_segment_properties_t properties = {
        .direction = request->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR,
        .script = request->script,
        .language = request->language,
    };
    struct plan *plan = list_add(store->arena, &store->plans);
    plan->face = request->face;
    plan->features = request->features;
    plan->script = request->script;
    plan->language = request->language;
    plan->rtl = request->rtl;
    plan->plan = hb_shape_plan_create(request->face->hb, &properties, features,
                                      count, NULL);
    return plan->plan;
}

static void
add_uppercase(hb_buffer_t *buffer, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        unsigned cluster = (unsigned)at;
        hb_buffer_add(buffer, utf8_upper(utf8_next(text, &at)), cluster);
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

static void
fill_buffer(hb_buffer_t *buffer, const struct shape_request *request)
{
    hb_buffer_reset(buffer);
    if (request->features & SHAPE_UPPERCASE) {
        add_uppercase(buffer, request->text);
    } else {
        if (request->before.len)
            hb_buffer_add_utf8(buffer, request->before.at,
                               (int)request->before.len,
                               (unsigned)request->before.len, 0);
        hb_buffer_add_utf8(buffer, request->text.at, (int)request->text.len, 0,
                           (int)request->text.len);
        if (request->after.len)
            hb_buffer_add_utf8(buffer, request->after.at,
                               (int)request->after.len, 0, 0);
    }
    hb_buffer_set_direction(buffer,
                            request->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, request->script);
    hb_buffer_set_language(buffer, request->language);
}

static void
read_buffer(struct arena *arena, const struct face *face, hb_buffer_t *buffer,
            struct shaped *shaped)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions =
        hb_buffer_get_glyph_positions(buffer, NULL);
    shaped->glyphs = ARENA_ARRAY(arena, count, struct shape_glyph);
    shaped->count = count;
    for (unsigned i = 0; i < count; i++) {
        struct shape_glyph *glyph = &shaped->glyphs[i];
        /* A damaged substitution table may name glyphs that do not exist. */
        glyph->id =
            infos[i].codepoint < face->glyph_count ? infos[i].codepoint : 0;
        glyph->advance = positions[i].x_advance;
        glyph->dx = positions[i].x_offset;
        glyph->dy = positions[i].y_offset;
        glyph->cluster = infos[i].cluster;
        glyph->unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) &
                         HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
        glyph->missing = glyph->id == 0;
        shaped->any_missing |= glyph->missing;
        shaped->advance += glyph->advance;
        shaped->clusters += i == 0 || glyph->cluster != glyph[-1].cluster;
    }
}

static void
shape_now(struct font_book *book, const struct shape_request *request,
          struct shaped *shaped)
{
    hb_buffer_t *buffer = book->shapes->buffer;
    shaped->text_len = (uint32_t)request->text.len;
    hb_feature_t features[FEATURE_ROWS];
    unsigned count = choose_features(request->features, features);
    fill_buffer(buffer, request);
    (void)hb_shape_plan_execute(plan_for(book->shapes, request),
                                request->face->font, buffer, features, count);
    read_buffer(book->arena, request->face, buffer, shaped);
}

/* ---- the store ---------------------------------------------------------- */

static uint64_t
request_hash(const struct shape_request *request)
{
    uint64_t hash = str_hash(request->text);
    hash ^=
        (request->face->index << 8 | request->features << 1 | request->rtl) *
        UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

static bool
request_equal(const struct shape_request *a, const struct shape_request *b)
{
    return a->face == b->face && a->features == b->features &&
           a->script == b->script && a->language == b->language &&
           a->rtl == b->rtl && str_equal(a->text, b->text);
}

static void
store_grow(struct shape_store *store)
{
    size_t slot_count = store->slot_count * 4;
    struct entry **slots =
        ARENA_ARRAY(store->arena, slot_count, struct entry *);
    for (size_t i = 0; i < store->slot_count; i++) {
        struct entry *entry = store->slots[i];
        while (entry) {
            struct entry *next = entry->next;
            struct entry **slot = &slots[entry->hash & (slot_count - 1)];
            entry->next = *slot;
            *slot = entry;
            entry = next;
        }
    }
    store->slots = slots;
    store->slot_count = slot_count;
}

static struct entry *
store_add(struct shape_store *store, const struct shape_request *request,
          uint64_t hash)
{
    if (store->entry_count >= store->slot_count)
        store_grow(store);
    struct entry *entry = ARENA_NEW(store->arena, struct entry);
    struct entry **slot = &store->slots[hash & (store->slot_count - 1)];
    entry->hash = hash;
    entry->key = *request;
    entry->key.text = str_copy(store->arena, request->text);
    entry->next = *slot;
    *slot = entry;
    store->entry_count++;
    return entry;
}

const struct shaped *
shape_text(struct font_book *book, const struct shape_request *request)
{
    struct shape_store *store = book->shapes;
    if (request->text.len > LONGEST_STORED || request->before.len ||
        request->after.len) {
        struct shaped *shaped = ARENA_NEW(book->arena, struct shaped);
        shape_now(book, request, shaped);
        return shaped;
    }
    uint64_t hash = request_hash(request);
    struct entry *entry = store->slots[hash & (store->slot_count - 1)];
    for (; entry; entry = entry->next) {
        if (entry->hash == hash && request_equal(&entry->key, request))
            return &entry->shaped;
    }
    entry = store_add(store, request, hash);
    shape_now(book, &entry->key, &entry->shaped);
    return &entry->shaped;
}

/* ---- shares ------------------------------------------------------------- */

static bool
cluster_is_in(const struct shape_glyph *glyph, uint32_t from, uint32_t to)
{
    return glyph->cluster >= from && glyph->cluster < to;
}

/* Whether a cluster begins at `byte` and may be parted from the one before. */
static bool
is_safe_cut(const struct shaped *whole, uint32_t byte)
{
    bool found = false;
    for (size_t i = 0; i < whole->count; i++) {
        if (whole->glyphs[i].cluster != byte)
            continue;
        if (whole->glyphs[i].unsafe)
            return false;
        found = true;
    }
    return found;
}

const struct shaped *
shape_slice(struct arena *arena, const struct shaped *whole, uint32_t from,
            uint32_t to)
{
    size_t first = 0, end;
    if ((from > 0 && !is_safe_cut(whole, from)) ||
        (to < whole->text_len && !is_safe_cut(whole, to)))
        return NULL;
    while (first < whole->count &&
           !cluster_is_in(&whole->glyphs[first], from, to))
        first++;
    for (end = first; end < whole->count; end++) {
        if (!cluster_is_in(&whole->glyphs[end], from, to))
            break;
    }
    struct shaped *slice = ARENA_NEW(arena, struct shaped);
    slice->count = end - first;
    slice->glyphs = ARENA_ARRAY(arena, slice->count, struct shape_glyph);
    for (size_t i = 0; i < slice->count; i++) {
        struct shape_glyph *glyph = &slice->glyphs[i];
        *glyph = whole->glyphs[first + i];
        glyph->cluster -= from;
        slice->advance += glyph->advance;
        slice->any_missing |= glyph->missing;
        slice->clusters += i == 0 || glyph->cluster != glyph[-1].cluster;
    }
    return slice;
}

/* ---- clusters ----------------------------------------------------------- */

static const struct shape_glyph *
logical_glyph(const struct shaped *shaped, bool rtl, size_t i)
{
    return &shaped->glyphs[rtl ? shaped->count - 1 - i : i];
}

bool
shape_next_cluster(const struct shaped *shaped, bool rtl, size_t text_len,
                   struct cluster_walk *walk)
{
    if (walk->next >= shaped->count)
        return false;
    walk->from = logical_glyph(shaped, rtl, walk->next)->cluster;
    walk->advance = 0;
    walk->unsafe = false;
    walk->missing = false;
    while (walk->next < shaped->count) {
        const struct shape_glyph *glyph =
            logical_glyph(shaped, rtl, walk->next);
        if (glyph->cluster != walk->from)
            break;
        walk->advance += glyph->advance;
        walk->unsafe |= glyph->unsafe;
        walk->missing |= glyph->missing;
        walk->next++;
    }
    walk->to = walk->next < shaped->count
                   ? logical_glyph(shaped, rtl, walk->next)->cluster
                   : (uint32_t)text_len;
    return true;
}
