/*
 * Faces: what a run of glyphs is drawn with. Embedded families first; a
 * character that no embedded face has is looked for among the system's fonts
 * (through fontconfig, opened only then and only when allowed). Owned by the
 * font book, which lives as long as the build; HarfBuzz stays inside `type`.
 */
#ifndef TYPE_FACE_H
#define TYPE_FACE_H

#include "base/list.h"
#include "base/upt.h"
#include "diag/finding.h"

struct font_book;
struct face;

enum font_weight { WEIGHT_REGULAR, WEIGHT_SEMIBOLD, WEIGHT_BOLD };

/* What a piece of text asks for. Families are names of templates or of files
   in the font folder; features act on shaping. */
struct font_style {
    struct str family;
    enum font_weight weight;
    bool italic;
    bool tabular_figures;   /* tnum, where numbers stand in columns */
    bool oldstyle_figures;  /* onum */
    bool small_caps;        /* smcp where the face has it, else scaled caps */
    upt size;
    upt letter_space;       /* added after each cluster, at most 8% of the size;
                               disables ligatures */
};

struct face_metrics {
    int units_per_em;
    int ascent, descent;     /* descent negative, hhea or OS/2 typo */
    int cap_height, x_height;
    int underline_position, underline_thickness;
    int bbox[4];
    int italic_angle_tenths;
    bool is_fixed_pitch, is_serif;
    int weight_class;
};

struct font_book_options {
    bool use_system_fonts;   /* fallback through fontconfig */
    struct str font_folder;  /* of the user, may be empty */
};

/* The book is created in the arena and holds library handles: close it. */
struct font_book *font_book_open(struct arena *arena,
                                 struct findings *findings,
                                 const struct font_book_options *options);
/* The fonts of a folder beside the person's file, before any face is asked
   for: real files in it and in the folders in it, no links to elsewhere. A
   folder that need not be there may be absent. Findings: X404. */
void font_book_add_folder(struct font_book *book, struct str folder,
                          bool must_exist);
void font_book_close(struct font_book *book);
/* From now on a paragraph that was set before is not set again; for work that
   is likely to repeat itself. Takes two megabytes at most. */
void font_book_keep_paragraphs(struct font_book *book);
/* What is found from now on goes there. */
void font_book_report_to(struct font_book *book, struct findings *findings);
/* Family names that are embedded, for `list fonts` and for advice. */
size_t font_book_families(const struct font_book *book,
                          const struct str **names);
bool font_book_has_family(const struct font_book *book, struct str family);

/* The nearest face of the family; an unknown family gives the default. */
const struct face *font_book_face(struct font_book *book,
                                  const struct font_style *style);
const struct face_metrics *face_metrics(const struct face *face);
/* PostScript name, e.g. "SourceSans3-Regular". */
struct str face_name(const struct face *face);
/* Number of the face in its book, small and dense: faces 0..n-1. */
size_t face_index(const struct face *face);
size_t font_book_face_count(const struct font_book *book);
const struct face *font_book_face_at(const struct font_book *book, size_t i);
/* Font units to length at a size. */
upt face_scale(const struct face *face, upt size, int64_t units);

/*
 * The outline of a glyph: points in font units times FACE_OUTLINE_SCALE, y
 * upwards; a move and a line have one point, a curve has three.
 */
#define FACE_OUTLINE_SCALE 16
enum outline_verb { OUTLINE_MOVE, OUTLINE_LINE, OUTLINE_CURVE, OUTLINE_CLOSE };
struct face_outline {
    LIST(uint8_t) verbs;
    LIST(int64_t) points;
};
struct face_outline face_outline(struct arena *arena, const struct face *face,
                                 uint32_t glyph);

/*
 * A subset to embed. `glyphs` are the old glyph ids in use (any order, no
 * repeats needed to be removed). The new ids are given by `new_ids[i]` for
 * glyphs[i]; advances[i] are in font units.
 */
enum subset_kind { SUBSET_TRUETYPE, SUBSET_CFF };
struct face_subset {
    enum subset_kind kind;
    struct str bytes;        /* sfnt for TrueType, bare CFF table for CFF */
    uint32_t *new_ids;       /* per entry of `glyphs`; CIDs for CID-keyed CFF */
    int *advances;           /* per entry of `glyphs`, font units */
};
/* False with a finding when the font's licence (fsType) or data forbid it. */
bool face_subset(struct arena *arena, const struct face *face,
                 const uint32_t *glyphs, size_t glyph_count,
                 struct face_subset *subset);

/*
 * Says that the face is hardly read again: an embedded font leaves memory.
 * The face stays usable; what is read after all is fetched again.
 */
void face_rest(const struct face *face);

#endif
