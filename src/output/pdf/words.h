/*
 * What glyphs say: runs cut into clusters (the smallest pieces of text that
 * have glyphs of their own), and the text of a cluster shared out among its
 * glyphs, for ToUnicode.
 */
#ifndef OUTPUT_PDF_WORDS_H
#define OUTPUT_PDF_WORDS_H

#include "type/paragraph.h"

struct cluster {
    size_t from, to; /* glyphs of the run */
    struct str text; /* as readers shall find it */
};

/* Nearly all clusters: one glyph for one ASCII character, and the next glyph
   for the next byte. `glyph` begins a cluster. */
static inline bool
cluster_is_letter(const struct glyph_run *run, size_t glyph)
{
    const struct glyph *glyphs = run->glyphs + glyph;

    return !run->rtl && glyph > 0 && glyph + 1 < run->glyph_count &&
           glyphs[1].cluster == glyphs[0].cluster + 1 &&
           glyphs[1].cluster <= run->text.len &&
           run->text.at[glyphs[0].cluster] >= 0x20 &&
           run->text.at[glyphs[0].cluster] < 0x7F;
}

/* The next cluster from left to right; the first after {0}. False at the end.
   Text in the arena or borrowed from the run. */
bool cluster_next(struct arena *arena, const struct glyph_run *run,
                  struct cluster *cluster);

/* What one of the cluster's glyphs says: the whole text when it is alone, else
   its share; never empty. Back to front in right-to-left runs. */
struct str cluster_share(struct arena *arena, const struct glyph_run *run,
                         const struct cluster *cluster, size_t glyph);

/* Set over or under a letter: takes no room of its own. */
bool cluster_glyph_is_mark(const struct glyph_run *run,
                           const struct cluster *cluster, size_t glyph);

/*
 * Text for those who search and copy: blanks and hyphens that only forbid a
 * break become plain ones, invisible controls go, private characters (icons)
 * become U+FFFD, since nobody else knows them (ISO 19005-2, 6.2.11.7).
 */
struct str words_for_readers(struct arena *arena, struct str text);

#endif
