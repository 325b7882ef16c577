#include "deflate.h"

#include <libdeflate.h>

#include "base/bug.h"
#include "store.h"

/*
 * Measured on a resume of two pages: level 1 takes 2.4 million instructions
 * less of 13 than level 6 and gives 3 % more bytes. Large streams (pictures,
 * East Asian fonts) are where the bytes are: they get the higher level.
 */
#define LEVEL_SMALL 1
#define LEVEL_LARGE 6
#define LARGE_FROM ((size_t)64 * 1024)

struct deflater {
    struct arena *arena;
    struct pdf_store *store;
    struct libdeflate_compressor *small;
    struct libdeflate_compressor *large; /* made when first needed */
    char *room; /* for the result, while its length is unknown */
    size_t room_len;
};

struct deflater *
deflater_new(struct arena *arena, struct pdf_store *store)
{
    struct deflater *deflater = ARENA_NEW(arena, struct deflater);

    deflater->arena = arena;
    deflater->store = store;
    deflater->small = libdeflate_alloc_compressor(LEVEL_SMALL);
    return deflater->small ? deflater : NULL;
}

void
deflater_free(struct deflater *deflater)
{
    if (deflater == NULL)
        return;
    libdeflate_free_compressor(deflater->small);
    libdeflate_free_compressor(deflater->large);
}

/* When memory is short, what is there does. */
static struct libdeflate_compressor *
compressor_for(struct deflater *deflater, size_t len)
{
    if (len < LARGE_FROM)
        return deflater->small;
    if (deflater->large == NULL)
        deflater->large = libdeflate_alloc_compressor(LEVEL_LARGE);
    return deflater->large ? deflater->large : deflater->small;
}

/* In the room. */
static struct str
pack(struct deflater *deflater, struct str raw)
{
    size_t most = libdeflate_zlib_compress_bound(NULL, raw.len), len;

    if (deflater->room_len < most) {
        deflater->room = arena_bytes(deflater->arena, most);
        deflater->room_len = most;
    }
    len = libdeflate_zlib_compress(compressor_for(deflater, raw.len),
                                   raw.at ? raw.at : "", raw.len,
                                   deflater->room, most);
    ENSURE(len > 0);
    return (struct str){deflater->room, len};
}

struct str
deflate_bytes(struct deflater *deflater, struct str raw)
{
    struct str kept = store_find_packed(deflater->store, raw), packed;

    if (kept.at != NULL)
        return kept;
    packed = pack(deflater, raw);
    kept = store_keep_packed(deflater->store, raw, packed);
    return kept.at != NULL ? kept : str_copy(deflater->arena, packed);
}
