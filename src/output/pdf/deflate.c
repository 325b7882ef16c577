#include "deflate.h"

#include <libdeflate.h>

#include "base/bug.h"

/* Measured on a resume of two pages: level 1 takes 1.8 million instructions
   less of 12 and gives 3 % more bytes, level 9 takes 0.7 million more for
   0.2 % less. */
#define LEVEL 6

struct deflater {
    struct arena *arena;
    struct libdeflate_compressor *compressor;
    char *room; /* for the result, while its length is unknown */
    size_t room_len;
};

struct deflater *
deflater_new(struct arena *arena)
{
    struct deflater *deflater = ARENA_NEW(arena, struct deflater);

    deflater->arena = arena;
    deflater->compressor = libdeflate_alloc_compressor(LEVEL);
    return deflater->compressor ? deflater : NULL;
}

void
deflater_free(struct deflater *deflater)
{
    if (deflater != NULL)
        libdeflate_free_compressor(deflater->compressor);
}

struct str
deflate_bytes(struct deflater *deflater, struct str raw)
{
    size_t most = libdeflate_zlib_compress_bound(NULL, raw.len), len;

    if (deflater->room_len < most) {
        deflater->room = arena_alloc(deflater->arena, most);
        deflater->room_len = most;
    }
    len = libdeflate_zlib_compress(deflater->compressor, raw.at ? raw.at : "",
                                   raw.len, deflater->room, most);
    ENSURE(len > 0);
    return str_copy(deflater->arena, (struct str){deflater->room, len});
}
