#include "words.h"

#include "base/bug.h"
#include "base/utf8.h"

#define REPLACEMENT 0xFFFDu
/* Stands for "nothing" where a glyph must say something. */
#define ZERO_WIDTH_SPACE "\xE2\x80\x8B"

/* ---- characters ------------------------------------------------------- */

static const struct {
    uint32_t first, last, instead; /* 0: left out */
} replaced[] = {
    {0x0000, 0x0008, 0},
    {0x0009, 0x000D, ' '},
    {0x000E, 0x001F, 0},
    {0x007F, 0x009F, 0},
    {0x00A0, 0x00A0, ' '},
    {0x00AD, 0x00AD, '-'},
    {0x200B, 0x200B, 0},
    {0x200E, 0x200F, 0},
    {0x2011, 0x2011, '-'},
    {0x2028, 0x2029, ' '},
    {0x202A, 0x202E, 0},
    {0x202F, 0x202F, ' '},
    {0x2060, 0x2064, 0},
    {0x2066, 0x206F, 0},
    {0xD800, 0xF8FF, REPLACEMENT},
    {0xFDD0, 0xFDEF, REPLACEMENT},
    {0xFEFF, 0xFEFF, 0},
    {0xFFFE, 0xFFFF, REPLACEMENT},
    {0xF0000, 0x10FFFF, REPLACEMENT},
};

static uint32_t
for_readers(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return c;
    for (size_t i = 0; i < sizeof replaced / sizeof replaced[0]; i++)
        if (c <= replaced[i].last)
            return c < replaced[i].first ? c : replaced[i].instead;
    return c;
}

static bool
is_fine(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c;

        if (text.at[at] >= 0x20 && text.at[at] < 0x7F) {
            at++;
            continue;
        }
        c = utf8_next(text, &at);
        if (for_readers(c) != c || c == REPLACEMENT)
            return false;
    }
    return true;
}

struct str
words_for_readers(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);

    if (is_fine(text))
        return text;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = for_readers(utf8_next(text, &at));

        if (c != 0)
            buf_add_code_point(&out, c);
    }
    return buf_str(&out);
}

/* ---- clusters --------------------------------------------------------- */

/* Byte where the text of the cluster of this glyph begins; what no glyph
   stands for at the run's start belongs to its first cluster. */
static size_t
text_start(const struct glyph_run *run, size_t glyph, bool is_first)
{
    size_t at = run->glyphs[glyph].cluster;

    ENSURE(at <= run->text.len);
    return is_first ? 0 : at;
}

bool
cluster_next(struct arena *arena, const struct glyph_run *run,
             struct cluster *cluster)
{
    const struct glyph *glyphs = run->glyphs;
    size_t from = cluster->to, to = from + 1, start, end;

    if (from >= run->glyph_count)
        return false;
    if (cluster_is_letter(run, from)) {
        const char *at = run->text.at + glyphs[from].cluster;

        *cluster = (struct cluster){from, to, {at, 1}};
        return true;
    }
    while (to < run->glyph_count && glyphs[to].cluster == glyphs[from].cluster)
        to++;
    if (run->rtl) {
        start = text_start(run, from, to == run->glyph_count);
        end = from > 0 ? glyphs[from - 1].cluster : run->text.len;
    } else {
        start = text_start(run, from, from == 0);
        end = to < run->glyph_count ? glyphs[to].cluster : run->text.len;
    }
    cluster->from = from;
    cluster->to = to;
    /* Out of order (start beyond end) leaves the text empty. */
    cluster->text = words_for_readers(arena, str_slice(run->text, start, end));
    return true;
}

/* Code point number `index` of the text; the last share takes the rest. */
static struct str
share(struct str text, size_t index, size_t count)
{
    size_t at = 0, from = 0;

    for (size_t i = 0; i <= index && at < text.len; i++) {
        from = at;
        (void)utf8_next(text, &at);
        if (i < index && at >= text.len)
            return (struct str){0};
    }
    return str_slice(text, from, index + 1 == count ? text.len : at);
}

bool
cluster_glyph_is_mark(const struct glyph_run *run,
                      const struct cluster *cluster, size_t glyph)
{
    return run->glyphs[glyph].advance == 0 && cluster->to > cluster->from + 1;
}

/* Characters back to front. */
static struct str
turned_around(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);

    for (size_t end = text.len; end > 0;) {
        size_t from = end - 1;

        while (from > 0 && ((unsigned char)text.at[from] & 0xC0) == 0x80)
            from--;
        buf_add(&out, str_slice(text, from, end));
        end = from;
    }
    return buf_str(&out);
}

/*
 * Readers take a right-to-left line from left to right and then turn it
 * around, character by character: a ligature of lam and alef has to say "alef,
 * lam" for them, or "salam" is read "saalm" (poppler, PDFium, PDF.js).
 */
struct str
cluster_share(struct arena *arena, const struct glyph_run *run,
              const struct cluster *cluster, size_t glyph)
{
    size_t count = cluster->to - cluster->from;
    size_t index = run->rtl ? cluster->to - 1 - glyph : glyph - cluster->from;
    struct str text = cluster->text;

    text = count == 1 ? text : share(text, index, count);
    if (run->rtl && utf8_count(text) > 1)
        text = turned_around(arena, text);
    return text.len > 0 ? text : STR(ZERO_WIDTH_SPACE);
}
