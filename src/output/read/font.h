/* Fonts of a file as far as text goes: what codes say and how wide they are
   (ISO 32000-1, 9.6 to 9.10). */
#ifndef OUTPUT_READ_FONT_H
#define OUTPUT_READ_FONT_H

#include "cmap.h"
#include "file.h"

struct font_widths {
    uint32_t low, high;
    const fixed *each; /* NULL: all are `same` */
    fixed same;
};

struct read_font {
    const struct pdf_value *dict;
    struct str name; /* without the six letters of a subset */
    bool is_composite;
    bool is_unicode; /* codes are UTF-16 */
    bool has_map;    /* a ToUnicode */
    struct cmap map;
    struct cmap codes; /* composite, with a table of its own */
    struct str *texts; /* simple: of 256 codes */
    LIST(struct font_widths) widths;
    fixed missing;         /* width of what has none */
    fixed unit;            /* of widths, in the text's space; 0: 1/1000 */
    size_t shown, unknown; /* glyphs; those whose text nothing says */
};

/* A code of a string that is shown. */
struct shown_code {
    struct str text; /* U+FFFD when nothing says it */
    fixed width;     /* of a size of 1 */
    bool is_blank;   /* the one byte 32, which word spacing is for */
    bool is_unknown;
};

struct read_font *font_read(struct pdf_file *file,
                            const struct pdf_value *dict);
/* Cuts the next code off `bytes`, which are not empty. */
struct shown_code font_shown(struct arena *arena, struct read_font *font,
                             struct str *bytes);

#endif
