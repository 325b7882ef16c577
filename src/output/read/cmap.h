/* Tables from codes to texts (ToUnicode) or to glyphs of a composite font
   (ISO 32000-1, 9.7.5 and 9.10.3; Adobe Technical Note 5014). */
#ifndef OUTPUT_READ_CMAP_H
#define OUTPUT_READ_CMAP_H

#include "object.h"

struct cmap_range {
    uint32_t low, high;
    struct str text; /* of the lowest code; its last character counts up */
    uint32_t glyph;  /* of the lowest code, without text */
};

struct cmap {
    LIST(struct cmap_range) ranges;
    /* Codes of so many bytes begin with bytes from..to. */
    struct {
        unsigned from, to;
        bool is_there;
    } starts[4];
};

void cmap_read(struct cmap *cmap, struct arena *arena, struct str bytes,
               size_t *work);
/* False when the table has no such code. */
bool cmap_text(struct arena *arena, const struct cmap *cmap, uint32_t code,
               struct str *text);
bool cmap_glyph(const struct cmap *cmap, uint32_t code, uint32_t *glyph);
/* Bytes of the code that begins so; `otherwise` when nothing says it. */
size_t cmap_code_len(const struct cmap *cmap, struct str bytes,
                     size_t otherwise);

/* UTF-16, the high byte first, as UTF-8. */
struct str utf16_text(struct arena *arena, struct str bytes);

#endif
