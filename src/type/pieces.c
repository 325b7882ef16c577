/* Text into pieces of one face, shaped. */
#include "workspace.h"

#include <string.h>

#include "base/utf8.h"

/* Longer words are shaped in parts, so that memory stays in bounds. */
#define LONGEST_PIECE 1024
/* Capitals in place of small capitals: near the x-height of most faces. */
#define SMALL_CAPS_PERCENT 78
#define MOST_LETTER_SPACE_PERCENT 8

/* Regions change nothing in the shapes of letters, but for Chinese; without
   them more words are found already shaped. */
hb_language_t
language_handle(struct str language)
{
    if (str_is_empty(language))
        language = STR("en");
    size_t primary = str_find_byte(language, '-', 0);
    if (primary != SIZE_MAX && !str_starts(language, STR("zh")))
        language = str_slice(language, 0, primary);
    return hb_language_from_string(language.at, str_printf_len(language));
}

/* What all pieces of a run have in common. */
struct shaping {
    struct font_book *book;
    struct workspace *ws;
    struct str language_tag;
    hb_language_t language;
    const struct text_run *run;
    const struct face *face;
    unsigned features;
    const struct stretch *stretch;
};

/* ---- blanks ------------------------------------------------------------- */

static const struct {
    struct str bytes;
    bool blank, stretches;
} blanks[] = {
    {STR_INIT(" "), true, true},
    {STR_INIT("\xC2\xA0"), false, true},     /* no-break space */
    {STR_INIT("\xE1\x9A\x80"), true, false}, /* ogham */
    {STR_INIT("\xE2\x80\x80"), true, false}, /* en quad */
    {STR_INIT("\xE2\x80\x81"), true, false}, /* em quad */
    {STR_INIT("\xE2\x80\x82"), true, false}, /* en space */
    {STR_INIT("\xE2\x80\x83"), true, false}, /* em space */
    {STR_INIT("\xE2\x80\x84"), true, false}, /* three-per-em */
    {STR_INIT("\xE2\x80\x85"), true, false}, /* four-per-em */
    {STR_INIT("\xE2\x80\x86"), true, false}, /* six-per-em */
    {STR_INIT("\xE2\x80\x88"), true, false}, /* punctuation */
    {STR_INIT("\xE2\x80\x89"), true, false}, /* thin */
    {STR_INIT("\xE2\x80\x8A"), true, false}, /* hair */
    {STR_INIT("\xE2\x81\x9F"), true, false}, /* mathematical */
    {STR_INIT("\xE3\x80\x80"), true, false}, /* ideographic */
};

#define BLANK_COUNT (sizeof blanks / sizeof *blanks)

/* Row of `blanks`, or BLANK_COUNT. */
static size_t
blank_at(const struct workspace *ws, size_t at)
{
    if (ws->text[at] == ' ')
        return 0;
    unsigned char c = (unsigned char)ws->text[at];
    if (c != 0xC2 && c != 0xE1 && c != 0xE2 && c != 0xE3)
        return BLANK_COUNT;
    struct str rest = {ws->text + at, ws->len - at};
    for (size_t i = 1; i < BLANK_COUNT; i++) {
        if (str_starts(rest, blanks[i].bytes))
            return i;
    }
    return BLANK_COUNT;
}

/* ---- one piece ---------------------------------------------------------- */

static const struct shaped *
shape_bytes(struct font_book *book, const struct workspace *ws,
            const struct piece *piece, uint32_t from, uint32_t to,
            hb_language_t language)
{
    struct shape_request request = {
        .face = piece->face,
        .features = piece->features,
        .script = piece->script,
        .language = language,
        .rtl = piece->level & 1,
        .text = {ws->text + from, to - from},
    };
    return shape_text(book, &request);
}

const struct shaped *
piece_shape_part(struct font_book *book, const struct workspace *ws,
                 const struct piece *piece, uint32_t from, uint32_t to,
                 hb_language_t language)
{
    if (from == piece->from && to == piece->to)
        return piece->shaped;
    const struct shaped *slice = shape_slice(
        book->arena, piece->shaped, from - piece->from, to - piece->from);
    if (slice)
        return slice;
    return shape_bytes(book, ws, piece, from, to, language);
}

upt
piece_scale(const struct piece *piece, const struct shaped *shaped)
{
    return face_scale(piece->face, piece->size, shaped->advance) +
           piece->letter_space * (upt)shaped->clusters;
}

/* Precomposed letters that the embedded families all have, and punctuation:
   up to U+017F and from U+2000, but no combining marks for symbols. */
static bool
has_no_marks(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c > 0xC5 && c != 0xE2)
            return false;
        if (c < 0xC4)
            continue;
        unsigned char next = (unsigned char)text.at[i + 1];
        if (c == 0xE2 && next == 0x83)
            return false;
        if (c == 0xC4 && (next == 0xAC || next == 0xAD))
            return false; /* I breve, which Source Serif lacks */
    }
    return true;
}

/* Programs that read the page take a gap of a tenth of the size for a blank
   ("E DUCATION"), kerning may add to it; and letters that join stay joined. */
static upt
letter_space_of(const struct shaping *shaping)
{
    static const hb_script_t joining[] = {
        HB_SCRIPT_ARABIC, HB_SCRIPT_SYRIAC,     HB_SCRIPT_MONGOLIAN,
        HB_SCRIPT_NKO,    HB_SCRIPT_DEVANAGARI, HB_SCRIPT_BENGALI,
    };
    const struct font_style *style = &shaping->run->style;
    upt most = style->size * MOST_LETTER_SPACE_PERCENT / 100;
    if (style->letter_space == 0)
        return 0;
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++) {
        if (shaping->stretch->script == joining[i])
            return 0;
    }
    return style->letter_space < most ? style->letter_space : most;
}

/* Between characters of scripts without blanks lines are stretched a little,
   as if blanks stood there. */
static upt
elastic_of(const struct shaping *shaping)
{
    static const struct {
        hb_script_t script;
        int share; /* of the size */
    } rows[] = {
        {HB_SCRIPT_HAN, 8},      {HB_SCRIPT_HIRAGANA, 8},
        {HB_SCRIPT_KATAKANA, 8}, {HB_SCRIPT_BOPOMOFO, 8},
        {HB_SCRIPT_THAI, 16},    {HB_SCRIPT_LAO, 16},
        {HB_SCRIPT_KHMER, 16},   {HB_SCRIPT_MYANMAR, 16},
    };
    if (shaping->ws->simple)
        return 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].script == shaping->stretch->script)
            return shaping->run->style.size / rows[i].share;
    }
    return 0;
}

static struct piece
piece_make(const struct shaping *shaping, size_t from, size_t to,
           const struct face *face)
{
    struct piece piece = {
        .from = (uint32_t)from,
        .to = (uint32_t)to,
        .run = shaping->run,
        .face = face,
        .size = shaping->run->style.size,
        .letter_space = letter_space_of(shaping),
        .elastic = elastic_of(shaping),
        .script = shaping->stretch->script,
        .features = shaping->features,
        .level = shaping->stretch->level,
    };
    struct str text = {shaping->ws->text + from, to - from};
    if (face->embedded && has_no_marks(text))
        piece.features |= SHAPE_NO_MARKS;
    return piece;
}

static void
piece_add(const struct shaping *shaping, const struct piece *piece)
{
    struct piece *added = list_add(shaping->ws->arena, &shaping->ws->pieces);
    *added = *piece;
    added->shaped = shape_bytes(shaping->book, shaping->ws, piece, piece->from,
                                piece->to, shaping->language);
    added->width = piece_scale(added, added->shaped);
}

/* ---- missing characters ------------------------------------------------- */

/* About the character at `at`; moves behind it. */
static struct fallback_query
query_at(const struct shaping *shaping, size_t *at)
{
    struct str text = {shaping->ws->text, shaping->ws->len};
    size_t from = *at;
    struct fallback_query query = {
        .wanted = shaping->face,
        .code_point = utf8_next(text, at),
        .script = shaping->stretch->script == HB_SCRIPT_HAN
                      ? shaping->ws->han_like
                      : shaping->stretch->script,
        .language = shaping->language_tag,
        .run_span = shaping->run->span,
    };
    query.bytes = str_slice(text, from, *at);
    return query;
}

/* Says nothing by itself: joiners, variation selectors, tags, controls of
   direction (Unicode, Default_Ignorable_Code_Point). */
static bool
is_silent(uint32_t c)
{
    static const uint32_t ranges[][2] = {
        {0xAD, 0xAD},       {0x34F, 0x34F},   {0x61C, 0x61C},
        {0x115F, 0x1160},   {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F},
        {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF},
        {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (c <= ranges[i][1])
            return c >= ranges[i][0];
    }
    return false;
}

/* One finding for what is one sign to the reader, however many characters
   (a family of emoji) it is made of. */
static void
report_missing(const struct shaping *shaping, size_t from, size_t to)
{
    for (size_t at = from; at < to;) {
        struct fallback_query query = query_at(shaping, &at);
        if (is_silent(query.code_point) ||
            face_has(shaping->face, query.code_point))
            continue;
        query.bytes = (struct str){shaping->ws->text + from, to - from};
        fallback_report(shaping->book, &query);
        return;
    }
}

/* The character of a cluster for which another face is wanted. */
static struct fallback_query
missing_char(const struct shaping *shaping, size_t from, size_t to)
{
    struct str text = {shaping->ws->text, to};
    size_t missing = from;
    for (size_t at = from; at < to;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (!is_silent(c) && !face_has(shaping->face, c)) {
            missing = start;
            break;
        }
    }
    return query_at(shaping, &missing);
}

static const struct face *
face_for_cluster(const struct shaping *shaping, const struct cluster_walk *walk,
                 size_t base)
{
    if (!walk->missing)
        return shaping->face;
    struct fallback_query query =
        missing_char(shaping, base + walk->from, base + walk->to);
    const struct face *face = fallback_face(shaping->book, &query);
    return face ? face : shaping->face;
}

/* Cuts a word into the parts that one face can draw. */
static void
add_in_parts(const struct shaping *shaping, const struct piece *whole,
             const struct shaped *shaped)
{
    struct cluster_walk walk = {0};
    size_t len = whole->to - whole->from;
    struct piece part = *whole;
    part.to = part.from;
    while (shape_next_cluster(shaped, whole->level & 1, len, &walk)) {
        const struct face *face = face_for_cluster(shaping, &walk, whole->from);
        if (face != part.face && part.to > part.from) {
            piece_add(shaping, &part);
            part.from = part.to;
        }
        part.face = face;
        part.to = whole->from + walk.to;
        if (walk.missing && face == shaping->face)
            report_missing(shaping, whole->from + walk.from, part.to);
    }
    if (part.to > part.from)
        piece_add(shaping, &part);
}

static void
add_word(const struct shaping *shaping, const struct piece *word)
{
    const struct shaped *shaped =
        shape_bytes(shaping->book, shaping->ws, word, word->from, word->to,
                    shaping->language);
    if (shaped->any_missing) {
        shaping->ws->any_missing = true;
        add_in_parts(shaping, word, shaped);
        return;
    }
    struct piece *added = list_add(shaping->ws->arena, &shaping->ws->pieces);
    *added = *word;
    added->shaped = shaped;
    added->width = piece_scale(added, shaped);
}

/* ---- small capitals without the face's help ----------------------------- */

static bool
has_capital(uint32_t c)
{
    return utf8_upper(c) != c;
}

/* Combining diacritical marks stay with their letter. */
static bool
is_mark(uint32_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

static void
add_scaled_capitals(const struct shaping *shaping, size_t from, size_t to)
{
    struct str text = {shaping->ws->text, to};
    for (size_t at = from; at < to;) {
        size_t start = at;
        bool small = has_capital(utf8_next(text, &at));
        while (at < to) {
            size_t next = at;
            uint32_t c = utf8_next(text, &next);
            if (!is_mark(c) && has_capital(c) != small)
                break;
            at = next;
        }
        struct piece piece = piece_make(shaping, start, at, shaping->face);
        if (small) {
            piece.features |= SHAPE_UPPERCASE;
            piece.size = upt_scale(piece.size, SMALL_CAPS_PERCENT, 100);
        }
        add_word(shaping, &piece);
    }
}

/* ---- the paragraph ------------------------------------------------------ */

static unsigned
features_of(const struct font_style *style, const struct face *face)
{
    unsigned features = 0;
    if (style->tabular_figures)
        features |= SHAPE_TABULAR;
    if (style->oldstyle_figures)
        features |= SHAPE_OLDSTYLE;
    if (style->small_caps && face_has_small_caps(face))
        features |= SHAPE_SMALL_CAPS;
    if (style->letter_space)
        features |= SHAPE_NO_LIGATURES;
    return features;
}

static size_t
word_end(const struct workspace *ws, size_t from, size_t limit)
{
    size_t at = from, most = from + LONGEST_PIECE;
    while (at < limit && at < most && blank_at(ws, at) == BLANK_COUNT)
        at++;
    if (at == most) {
        while (((unsigned char)ws->text[at] & 0xC0) == 0x80)
            at--;
    }
    return at;
}

/* Between words of a script that the run's face lacks, blanks come from the
   face of the words, so that they stay one run. */
static const struct face *
face_for_blank(const struct shaping *shaping, size_t from, size_t at)
{
    const struct workspace *ws = shaping->ws;
    if (at == from || ws->simple)
        return shaping->face;
    const struct piece *before = &ws->pieces.at[ws->pieces.count - 1];
    return before->face->of_system && face_has(before->face, ' ')
               ? before->face
               : shaping->face;
}

/* Bytes from..to are of one run and one stretch. */
static void
shape_range(const struct shaping *shaping, size_t from, size_t to)
{
    const struct workspace *ws = shaping->ws;
    bool scaled = shaping->run->style.small_caps &&
                  !(shaping->features & SHAPE_SMALL_CAPS);
    for (size_t at = from; at < to;) {
        size_t blank = blank_at(ws, at);
        size_t end = blank < BLANK_COUNT ? at + blanks[blank].bytes.len
                                         : word_end(ws, at, to);
        if (blank == BLANK_COUNT && scaled) {
            add_scaled_capitals(shaping, at, end);
        } else {
            struct piece piece = piece_make(
                shaping, at, end,
                blank < BLANK_COUNT ? face_for_blank(shaping, from, at)
                                    : shaping->face);
            if (blank < BLANK_COUNT) {
                piece.elastic = 0;
                piece.blank = blanks[blank].blank;
                piece.stretches = blanks[blank].stretches;
                if (piece.stretches)
                    piece.letter_space += face_scale(piece.face, piece.size,
                                                     piece.face->blank_lack);
            }
            add_word(shaping, &piece);
        }
        at = end;
    }
}

void
flow_shape(struct font_book *book, struct workspace *ws, struct str language)
{
    struct shaping shaping = {.book = book,
                              .ws = ws,
                              .language_tag = language,
                              .language = language_handle(language)};
    ws->pieces.count = 0;
    for (size_t i = 0, s = 0; i < ws->extents.count; i++) {
        const struct run_extent *extent = &ws->extents.at[i];
        shaping.run = extent->run;
        shaping.face = font_book_face(book, &extent->run->style);
        shaping.features = features_of(&extent->run->style, shaping.face);
        size_t at = extent->from;
        while (at < extent->to) {
            while (ws->stretches.at[s].to <= at)
                s++;
            shaping.stretch = &ws->stretches.at[s];
            size_t end = shaping.stretch->to < extent->to ? shaping.stretch->to
                                                          : extent->to;
            shape_range(&shaping, at, end);
            at = end;
        }
    }
}
