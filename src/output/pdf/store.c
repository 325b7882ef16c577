#include "store.h"

#include <string.h>

#include "base/index.h"

/* Of all that is kept. A resume with its portfolio has 200 KB of streams. */
#define MOST_KEPT ((size_t)3 * 1024 * 1024)
/* Pictures would push out all else. */
#define LONGEST_KEPT ((size_t)64 * 1024)

struct kept_stream {
    struct str raw, packed;
};

struct kept_subset {
    const struct face *face;
    struct str glyphs; /* their bytes in memory */
    struct face_subset subset;
};

struct pdf_store {
    struct arena *arena;
    size_t left; /* bytes that may still be kept */
    struct index streams_by_hash, subsets_by_hash;
    LIST(struct kept_stream) streams;
    LIST(struct kept_subset) subsets;
};

struct pdf_store *
pdf_store_new(struct arena *arena)
{
    struct pdf_store *store = ARENA_NEW(arena, struct pdf_store);

    store->arena = arena;
    store->left = MOST_KEPT;
    return store;
}

static bool
take_room(struct pdf_store *store, size_t size)
{
    if (store == NULL || size > store->left)
        return false;
    store->left -= size;
    return true;
}

/* Never 0, which the index takes for nothing. */
static uint64_t
key_of(struct str bytes, uint64_t more)
{
    return (str_hash_long(bytes) + more * UINT64_C(0x9E3779B97F4A7C15)) | 1;
}

/* ---- streams ------------------------------------------------------------ */

struct str
store_find_packed(const struct pdf_store *store, struct str raw)
{
    size_t at = SIZE_MAX;

    if (store != NULL && raw.len <= LONGEST_KEPT)
        at = index_find(&store->streams_by_hash, key_of(raw, 0));
    if (at == SIZE_MAX || !str_equal(store->streams.at[at].raw, raw))
        return (struct str){0};
    return store->streams.at[at].packed;
}

struct str
store_keep_packed(struct pdf_store *store, struct str raw, struct str packed)
{
    struct kept_stream *kept;

    if (raw.len > LONGEST_KEPT || !take_room(store, raw.len + packed.len) ||
        !index_add(store->arena, &store->streams_by_hash, key_of(raw, 0),
                   store->streams.count))
        return (struct str){0};
    kept = list_add(store->arena, &store->streams);
    kept->raw = str_copy(store->arena, raw);
    kept->packed = str_copy(store->arena, packed);
    return kept->packed;
}

/* ---- subsets ------------------------------------------------------------ */

static struct str
bytes_of(const uint32_t *glyphs, size_t count)
{
    return (struct str){(const char *)glyphs, count * sizeof *glyphs};
}

static uint64_t
subset_key(const struct face *face, struct str glyphs)
{
    return key_of(glyphs, index_of_address(face));
}

const struct face_subset *
store_find_subset(const struct pdf_store *store, const struct face *face,
                  const uint32_t *glyphs, size_t count)
{
    struct str bytes = bytes_of(glyphs, count);
    const struct kept_subset *kept;
    size_t at =
        store ? index_find(&store->subsets_by_hash, subset_key(face, bytes))
              : SIZE_MAX;

    if (at == SIZE_MAX)
        return NULL;
    kept = &store->subsets.at[at];
    return kept->face == face && str_equal(kept->glyphs, bytes) ? &kept->subset
                                                                : NULL;
}

static void *
copy(struct arena *arena, const void *from, size_t size)
{
    void *to = arena_bytes(arena, size);

    if (size > 0)
        memcpy(to, from, size);
    return to;
}

void
store_keep_subset(struct pdf_store *store, const struct face *face,
                  const uint32_t *glyphs, size_t count,
                  const struct face_subset *subset)
{
    struct str bytes = bytes_of(glyphs, count);
    struct kept_subset *kept;

    if (!take_room(store, 4 * bytes.len + subset->bytes.len) ||
        !index_add(store->arena, &store->subsets_by_hash,
                   subset_key(face, bytes), store->subsets.count))
        return;
    kept = list_add(store->arena, &store->subsets);
    *kept = (struct kept_subset){face, str_copy(store->arena, bytes), *subset};
    kept->subset.bytes = str_copy(store->arena, subset->bytes);
    kept->subset.new_ids =
        copy(store->arena, subset->new_ids, count * sizeof *subset->new_ids);
    kept->subset.advances =
        copy(store->arena, subset->advances, count * sizeof *subset->advances);
}
