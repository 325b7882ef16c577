/*
 * The font book from inside: faces with their HarfBuzz handles, families and
 * where their files are, the store of shaped words.
 */
#ifndef TYPE_BOOK_H
#define TYPE_BOOK_H

#include <hb-ot.h>

#include "type/face.h"

struct face {
    struct font_book *book;
    hb_face_t *hb;
    hb_font_t *font; /* scale = units per em */
    struct str name, family;
    size_t index;
    struct face_metrics metrics;
    enum font_weight weight;
    bool italic;
    unsigned glyph_count;
    int blank_lack;     /* units by which U+0020 is too thin to part words */
    unsigned embedding; /* OS/2 fsType */
    bool embedded;      /* one of the families that come along */
    bool of_system;     /* neither embedded nor from the user's folder */
    bool announced;     /* the finding about that was given */
};

/* One face of a family: where it is, and the face once it was wanted. */
struct font_file {
    struct str path;
    bool embedded;
    bool broken;     /* tried, cannot be used */
    unsigned number; /* in a collection */
    enum font_weight weight;
    bool italic;
    struct face *face;
};

struct family {
    struct str name;
    bool is_serif;
    bool embedded;
    LIST(struct font_file) files;
};

struct fallback_store;
struct kept_store;
struct shape_store;
struct system_fonts;
struct workspace;

struct font_book {
    struct arena *arena;
    struct findings *findings;
    bool use_system_fonts;
    LIST(struct family) families;
    struct str *family_names;
    LIST(struct face *) faces;
    struct fallback_store *fallbacks; /* what was found for which character */
    struct shape_store *shapes;
    struct system_fonts *system; /* NULL until asked */
    struct workspace *workspace; /* of paragraphs, reused */
    struct kept_store *kept;     /* those that were set; NULL: not kept */
};

/* ---- face.c ------------------------------------------------------------- */

/* Takes the blob. NULL when the bytes are no usable font. */
struct face *face_open(struct font_book *book, hb_blob_t *blob,
                       unsigned number);
void face_close(struct face *face);
bool face_has(const struct face *face, uint32_t code_point);
/* By its licence, OS/2 fsType. */
/* smcp */
bool face_has_small_caps(const struct face *face);
bool face_may_embed(const struct face *face);
/* Has it outlines that a PDF can hold? */
bool face_is_drawable(hb_face_t *hb);
/* What OS/2 and head say, read without opening a font. */
enum font_weight face_weight_of(hb_face_t *hb, bool *italic, bool *serif);
struct str face_name_of(struct arena *arena, hb_face_t *hb, hb_ot_name_id_t id);

/* ---- folder.c ----------------------------------------------------------- */

/* Adds the families found in the user's folder to the book. */
/* With links to files elsewhere, or without. */
void folder_add_fonts(struct font_book *book, struct str folder,
                      bool follows_links);
bool folder_exists(struct arena *arena, struct str folder);
struct family *book_add_family(struct font_book *book, struct str name,
                               bool is_serif);

/* ---- fallback.c --------------------------------------------------------- */

/* A character that `wanted` lacks, and where it stands. */
struct fallback_query {
    const struct face *wanted;
    uint32_t code_point;
    struct str bytes; /* the character, or the whole cluster */
    hb_script_t script;
    struct str language;
    struct span run_span; /* of the text it stands in */
};
struct fallback_store *fallback_store_new(struct arena *arena);
/* NULL when nothing has it. A first use of a system's font is a finding. */
const struct face *fallback_face(struct font_book *book,
                                 const struct fallback_query *query);
/* Finding for a character that nothing has; the first places are enough. */
void fallback_report(struct font_book *book,
                     const struct fallback_query *query);
/* NULL when the file cannot be used. */
struct face *family_face(struct font_book *book, struct family *family,
                         enum font_weight weight, bool italic);

/* ---- system.c ----------------------------------------------------------- */

/* What the system's fonts offer for a character. */
enum system_answer { SYSTEM_NONE, SYSTEM_FOUND, SYSTEM_ONLY_COLOUR };
struct system_query {
    uint32_t code_point;
    hb_script_t script;
    struct str language; /* BCP 47, may be empty */
    bool serif, fixed_pitch, italic;
    enum font_weight weight;
};
enum system_answer system_find(struct font_book *book,
                               const struct system_query *query,
                               const struct face **face);
void system_close(struct system_fonts *system);

#endif
