/* Fonts of the document: codes of their glyphs and the objects. */
#ifndef OUTPUT_PDF_FONT_H
#define OUTPUT_PDF_FONT_H

#include "words.h"
#include "writer.h"

/* A text that a glyph stands for somewhere. */
struct glyph_text {
    struct str text;
    size_t count;
    const struct glyph_use *use; /* its code; NULL: the glyph's own */
    struct glyph_text *next;
};

struct glyph_use {
    struct glyph_text *texts;
    struct str text; /* the one that ToUnicode gives */
    uint16_t code;   /* 0: not to be drawn */
    uint16_t gid;    /* in the subset; differs from the code in an alias */
    int64_t width;   /* 1/1,000,000 em, as in /W */
};

typedef LIST(const struct glyph_use *) glyph_use_list;

struct font {
    const struct face *face;
    struct glyph_use **uses; /* by glyph id of the face; NULL: not drawn */
    size_t use_room;
    size_t used;
    /* Each of its glyphs says one thing wherever it stands. */
    bool is_unequivocal;
    struct str name;               /* /ABCDEF+Name */
    const struct glyph_use *blank; /* NULL: the subset has none */
    glyph_use_list aliases; /* second codes of glyphs that say two things */
    unsigned object;        /* 0: not used or not to be embedded */
};

/* Finds out which glyphs are drawn, subsets and writes their fonts. */
void fonts_write(struct writer *writer);

struct font *font_of(const struct writer *writer, const struct face *face);
/* NULL for glyphs that are not to be drawn: the missing glyph (which PDF/A
   forbids) and those of fonts that may not be embedded. */
static inline const struct glyph_use *
font_use(const struct font *font, uint32_t glyph)
{
    if (glyph >= font->use_room || font->uses[glyph] == NULL ||
        font->uses[glyph]->code == 0)
        return NULL;
    return font->uses[glyph];
}
/* The code of the glyph that says this text; its common one when there is
   none. */
const struct glyph_use *font_use_as(const struct font *font, uint32_t glyph,
                                    struct str text);

/* The font itself or another of the document that has a blank; NULL when
   there is none. */
const struct font *font_with_blank(const struct writer *writer,
                                   const struct font *font);

#endif
