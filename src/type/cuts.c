/* The pieces' widths and the breaks between and inside them, as the fit takes
   them. */
#include "workspace.h"

/* Chosen so that ours has no more hyphens and no more holes than TeX's lines
   and Typst's: tests/paragraphs. */
#define PENALTY_HYPHEN 1010
#define PENALTY_POOR 110
#define PENALTY_BOUND 900
/* After the hyphen of a compound: who extracts the text takes that hyphen for
   a hyphenation and makes "service-line" one word without it. */
#define PENALTY_COMPOUND 300
#define PENALTY_EMERGENCY 2000
/* Reshaping both sides of a break pays only in words. */
#define LONGEST_RESHAPED 64

struct cutting {
    struct font_book *book;
    struct workspace *ws;
    const struct cut_options *options;
    upt x, blanks;         /* up to here */
    upt ink_x, ink_blanks; /* up to the end of the last ink */
    uint32_t ink_to;
    size_t ink_piece; /* the first piece behind the ink */
};

/* ---- adding ------------------------------------------------------------- */

/* Blanks at the start of the text or behind a forced break indent the line;
   ending it after them would leave an empty one. */
static bool
begins_a_line(const struct workspace *ws, uint32_t end)
{
    if (ws->cuts.count == 0)
        return end == 0;
    size_t last = ws->cuts.count - 1;
    return ws->fit_breaks.at[last].forced && end <= ws->cuts.at[last].start;
}

static void
push(struct cutting *c, struct fit_break fit, struct cut cut)
{
    struct workspace *ws = c->ws;
    if (!fit.forced && begins_a_line(ws, cut.end))
        return;
    if (ws->cuts.count) {
        struct cut *last = &ws->cuts.at[ws->cuts.count - 1];
        struct fit_break *before = &ws->fit_breaks.at[ws->cuts.count - 1];
        /* Two breaks with nothing but blanks between, or with nothing that
           takes room, are one. */
        if ((last->end == cut.end || before->start == fit.end) &&
            !before->forced) {
            *last = cut;
            *before = fit;
            return;
        }
        if (fit.end < before->start) {
            fit.end = before->start;
            fit.blanks_end = before->blanks_start;
            cut.end = last->start;
            cut.end_piece = last->start_piece;
        }
    }
    *list_add(ws->arena, &ws->fit_breaks) = fit;
    *list_add(ws->arena, &ws->cuts) = cut;
}

static void
push_emergency(struct cutting *c, size_t piece, uint32_t byte, upt x,
               upt blanks)
{
    struct fit_break fit = {.end = x,
                            .start = x,
                            .blanks_end = blanks,
                            .blanks_start = blanks,
                            .penalty = PENALTY_EMERGENCY};
    struct cut cut = {piece, piece, byte, byte, false};
    push(c, fit, cut);
}

/* ---- text wider than the measure ---------------------------------------- */

/* Where the text after the last cut begins. */
struct origin {
    size_t piece;
    uint32_t byte;
    upt x, blanks, limit;
};

static struct origin
last_origin(const struct cutting *c)
{
    const struct workspace *ws = c->ws;
    struct origin origin = {.limit = c->options->first_measure};
    if (ws->cuts.count) {
        const struct fit_break *fit = &ws->fit_breaks.at[ws->cuts.count - 1];
        const struct cut *cut = &ws->cuts.at[ws->cuts.count - 1];
        origin = (struct origin){cut->start_piece, cut->start, fit->start,
                                 fit->blanks_start, c->options->measure};
    }
    return origin;
}

/* Moves x over a piece's clusters from byte `from` on; cuts where it must.
   The guard is for the kerning that a cut may undo. */
static void
break_piece(struct cutting *c, size_t index, uint32_t from, uint32_t to,
            struct origin *line, upt *x)
{
    const struct piece piece = c->ws->pieces.at[index];
    const struct shaped *shaped = piece.shaped;
    struct cluster_walk walk = {0};
    upt guard = piece.size / 20;
    while (shape_next_cluster(shaped, piece.level & 1, piece.to - piece.from,
                              &walk)) {
        uint32_t byte = piece.from + walk.from;
        if (byte < from)
            continue;
        if (byte >= to)
            return;
        upt width = face_scale(piece.face, piece.size, walk.advance) +
                    piece.letter_space;
        if (*x + width + guard - line->x > line->limit && *x > line->x) {
            push_emergency(c, index, byte, *x, line->blanks);
            line->x = *x;
            line->limit = c->options->measure;
        }
        *x += width;
    }
}

static void
break_where_needed(struct cutting *c, upt end_x, uint32_t end)
{
    struct origin line = last_origin(c);
    if (end_x - line.x <= line.limit)
        return;
    upt x = line.x;
    size_t count = c->ws->pieces.count;
    for (size_t i = line.piece; i < count; i++) {
        const struct piece *piece = &c->ws->pieces.at[i];
        if (piece->from >= end)
            return;
        bool stretches = piece->stretches;
        upt width = piece->width;
        break_piece(c, i, line.byte, end, &line, &x);
        if (stretches)
            line.blanks += width;
    }
}

/* A hyphen may be what is too much: then the break is none. */
static bool
can_be_reached(const struct cutting *c, const struct fit_break *fit)
{
    struct origin line = last_origin(c);
    return fit->end_extra <= 0 ||
           fit->end + fit->end_extra - line.x <= line.limit;
}

/* ---- breaks inside a piece ---------------------------------------------- */

static int32_t
penalty_at(const struct workspace *ws, uint32_t byte)
{
    uint8_t flags = ws->breaks[byte];
    if (flags & (BREAK_BOUND | BREAK_POOR))
        return flags & BREAK_BOUND ? PENALTY_BOUND : PENALTY_POOR;
    if (!(flags & BREAK_ALLOWED))
        return PENALTY_HYPHEN;
    return ws->text[byte - 1] == '-' ? PENALTY_COMPOUND : 0;
}

/* What changes in width when the piece is cut at `byte`, where its shapes
   touch. */
static void
add_reshaping(struct cutting *c, const struct piece *piece, uint32_t byte,
              upt offset, struct fit_break *fit)
{
    if (piece->to - piece->from > LONGEST_RESHAPED)
        return;
    hb_language_t language = c->options->language;
    const struct shaped *head =
        piece_shape_part(c->book, c->ws, piece, piece->from, byte, language);
    const struct shaped *tail =
        piece_shape_part(c->book, c->ws, piece, byte, piece->to, language);
    fit->end_extra += piece_scale(piece, head) - offset;
    fit->start_extra += piece_scale(piece, tail) - (piece->width - offset);
}

static void
cut_inside(struct cutting *c, size_t index, uint32_t byte, upt offset,
           size_t clusters, bool unsafe)
{
    const struct piece piece = c->ws->pieces.at[index];
    uint8_t flags = c->ws->breaks[byte];
    upt x = c->x + offset;
    struct fit_break fit = {.end = x,
                            .start = x,
                            .blanks_end = c->blanks,
                            .blanks_start = c->blanks,
                            .penalty = penalty_at(c->ws, byte)};
    if (clusters > 0) { /* no gap behind the last one of a line */
        fit.blanks_end += piece.elastic * (upt)(clusters - 1);
        fit.blanks_start += piece.elastic * (upt)clusters;
    }
    fit.hyphen = !(flags & BREAK_ALLOWED) && !(piece.level & 1) &&
                 c->ws->text[byte - 1] != '-';
    if (fit.hyphen)
        fit.end_extra = hyphen_width(c->book, &piece, c->options->language);
    if (unsafe)
        add_reshaping(c, &piece, byte, offset, &fit);
    break_where_needed(c, x + fit.end_extra, byte);
    if (!can_be_reached(c, &fit))
        return;
    struct cut cut = {index, index, byte, byte, fit.hyphen};
    push(c, fit, cut);
}

static bool
has_breaks_inside(const struct workspace *ws, const struct piece *piece)
{
    for (uint32_t byte = piece->from + 1; byte < piece->to; byte++) {
        if (ws->breaks[byte])
            return true;
    }
    return false;
}

static void
cut_clusters(struct cutting *c, size_t index)
{
    const struct piece piece = c->ws->pieces.at[index];
    struct cluster_walk walk = {0};
    upt offset = 0;
    size_t clusters = 0;
    while (shape_next_cluster(piece.shaped, piece.level & 1,
                              piece.to - piece.from, &walk)) {
        upt width = face_scale(piece.face, piece.size, walk.advance) +
                    piece.letter_space;
        uint32_t from = piece.from + walk.from, to = piece.from + walk.to;
        for (uint32_t byte = from; byte < to; byte++) {
            if (byte == piece.from || !c->ws->breaks[byte])
                continue;
            cut_inside(c, index, byte,
                       offset + width * (byte - from) / (to - from), clusters,
                       byte != from || walk.unsafe);
        }
        offset += width;
        clusters++;
    }
}

static void
cut_word(struct cutting *c, size_t index)
{
    const struct piece *piece = &c->ws->pieces.at[index];
    if (has_breaks_inside(c->ws, piece))
        cut_clusters(c, index);
    c->x += piece->width;
    if (piece->stretches)
        c->blanks += piece->width;
    c->blanks += piece->elastic * (upt)piece->shaped->clusters;
    c->ink_x = c->x;
    c->ink_blanks = c->blanks;
    c->ink_to = piece->to;
    c->ink_piece = index + 1;
}

/* ---- breaks between pieces ---------------------------------------------- */

static void
cut_after(struct cutting *c, size_t index, bool last)
{
    const struct piece *piece = &c->ws->pieces.at[index];
    uint8_t flags = c->ws->breaks[piece->to];
    if (!flags && !last)
        return;
    uint32_t to = piece->to;
    bool blank = piece->blank;
    struct fit_break fit = {.end = c->ink_x,
                            .start = c->x,
                            .blanks_end = c->ink_blanks,
                            .blanks_start = c->blanks,
                            .forced = last || (flags & BREAK_FORCED)};
    if (!fit.forced)
        fit.penalty = penalty_at(c->ws, to);
    fit.hyphen = !last && !blank && !(flags & ~(BREAK_SOFT | BREAK_HYPHEN)) &&
                 !(piece->level & 1);
    if (fit.hyphen)
        fit.end_extra = hyphen_width(c->book, piece, c->options->language);
    break_where_needed(c, c->ink_x + fit.end_extra, c->ink_to);
    if (!fit.forced && !can_be_reached(c, &fit))
        return;
    struct cut cut = {c->ink_piece, index + 1, c->ink_to, to, fit.hyphen};
    push(c, fit, cut);
}

void
flow_cut(struct font_book *book, struct workspace *ws,
         const struct cut_options *options)
{
    struct cutting c = {.book = book, .ws = ws, .options = options};
    ws->cuts.count = 0;
    ws->fit_breaks.count = 0;
    for (size_t i = 0; i < ws->pieces.count; i++) {
        if (ws->pieces.at[i].blank) {
            c.x += ws->pieces.at[i].width;
            if (ws->pieces.at[i].stretches)
                c.blanks += ws->pieces.at[i].width;
        } else {
            cut_word(&c, i);
        }
        cut_after(&c, i, i + 1 == ws->pieces.count);
    }
}
