/* Any bytes as a picture: read, then made smaller and cut to a square. */
#include "fuzz.h"

#include "layout/image.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct findings *findings = findings_new(arena, sources_new(arena));
    struct image_source source = {.span = SPAN_NONE,
                                  .name = STR("fuzz"),
                                  .bytes = {(const char *)data, size}};
    struct image *image = image_decode(arena, findings, &source);
    if (image)
        (void)image_fit(arena, image, PT(9), PT(9)); /* only that it ends */
    arena_free(arena);
    return 0;
}
