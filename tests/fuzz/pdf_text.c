/* Any bytes as a PDF that is read back. */
#include "fuzz.h"

#include "output/pdf_text.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    (void)pdf_text_read(arena, (struct str){(const char *)data, size});
    arena_free(arena);
    return 0;
}
