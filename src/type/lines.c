/* The chosen breaks as lines: parts in visual order, justified, as glyphs. */
#include "workspace.h"

/* Blanks wider than this look like holes: the line ends short instead. */
#define MOST_STRETCH_PERCENT 150

struct building {
    struct arena *arena;
    struct font_book *book;
    struct workspace *ws;
    struct str text;
    const struct line_options *options;
};

/* ---- hyphens ------------------------------------------------------------ */

static const struct shaped *
hyphen_shape(struct font_book *book, const struct piece *piece,
             hb_language_t language)
{
    struct shape_request request = {.face = piece->face,
                                    .features = piece->features,
                                    .script = piece->script,
                                    .language = language,
                                    .text = STR("-")};
    return shape_text(book, &request);
}

upt
hyphen_width(struct font_book *book, const struct piece *piece,
             hb_language_t language)
{
    return piece_scale(piece, hyphen_shape(book, piece, language));
}

/* ---- parts -------------------------------------------------------------- */

static void
add_part(struct building *b, const struct piece *piece, uint32_t from,
         uint32_t to, bool trailing)
{
    struct workspace *ws = b->ws;
    const struct shaped *shaped =
        piece_shape_part(b->book, ws, piece, from, to, b->options->language);
    struct part *part = list_add(ws->arena, &ws->parts);
    *part = (struct part){.piece = piece,
                          .shaped = shaped,
                          .from = from,
                          .to = to,
                          .level = trailing ? ws->base_rtl : piece->level,
                          .trailing = trailing};
}

static void
collect_parts(struct building *b, size_t piece, uint32_t from,
              const struct cut *cut)
{
    struct workspace *ws = b->ws;
    ws->parts.count = 0;
    for (size_t i = piece; i < ws->pieces.count; i++) {
        const struct piece *p = &ws->pieces.at[i];
        if (p->from >= cut->start)
            break;
        uint32_t start = p->from > from ? p->from : from;
        uint32_t end = p->to < cut->end ? p->to : cut->end;
        if (start < end)
            add_part(b, p, start, end, false);
        else if (ws->parts.count && p->from >= cut->end && p->blank)
            add_part(b, p, p->from, p->to, true);
    }
    if (cut->hyphen && ws->parts.count)
        ws->parts.at[ws->parts.count - 1].hyphenated = true;
}

static upt
part_width(const struct building *b, const struct part *part)
{
    upt width = piece_scale(part->piece, part->shaped) + part->stretch;
    if (part->hyphenated)
        width += hyphen_width(b->book, part->piece, b->options->language);
    return width;
}

/* Width of the ink; the space set after its last letter is none. */
static upt
parts_width(const struct building *b)
{
    upt width = 0, letter_space = 0;
    for (size_t i = 0; i < b->ws->parts.count; i++) {
        const struct part *part = &b->ws->parts.at[i];
        if (part->trailing)
            continue;
        width += part_width(b, part);
        letter_space = part->piece->letter_space;
    }
    return width - letter_space;
}

/* ---- justification ------------------------------------------------------ */

static upt
clamp(upt value, upt low, upt high)
{
    if (value < low)
        return low;
    return value > high ? high : value;
}

/* What a part brings to justification: the width of its blank, or what stands
   for blanks between its clusters. None behind the line's last one. */
static upt
part_blanks(const struct part *part, bool last)
{
    size_t gaps = part->shaped->clusters;
    if (part->trailing)
        return 0;
    if (part->piece->stretches)
        return piece_scale(part->piece, part->shaped);
    return part->piece->elastic * (upt)(gaps && last ? gaps - 1 : gaps);
}

static size_t
last_ink(const struct workspace *ws)
{
    size_t i = ws->parts.count;
    while (i > 0 && ws->parts.at[i - 1].trailing)
        i--;
    return i;
}

/* Spreads `room` over the blanks in proportion to their widths; rounding never
   adds up to more or less than the whole. */
static void
justify(struct building *b, upt room)
{
    struct workspace *ws = b->ws;
    upt blanks = 0;
    size_t count = last_ink(ws);
    for (size_t i = 0; i < count; i++)
        blanks += part_blanks(&ws->parts.at[i], i + 1 == count);
    if (blanks <= 0)
        return;
    room = clamp(room, -blanks * b->options->shrink / 1000,
                 blanks * MOST_STRETCH_PERCENT / 100);
    /* The product below stays under 2^63 for any page. */
    int coarse = blanks >> 31 ? 20 : 0;
    upt seen = 0, given = 0;
    for (size_t i = 0; i < count; i++) {
        struct part *part = &ws->parts.at[i];
        upt share = part_blanks(part, i + 1 == count);
        if (share == 0)
            continue;
        seen += share;
        upt upto = room * (seen >> coarse) / (blanks >> coarse);
        part->stretch = upto - given;
        part->last_on_line = i + 1 == count;
        given = upto;
    }
}

/* ---- visual order ------------------------------------------------------- */

static void
reverse(struct part *parts, size_t from, size_t to)
{
    while (from + 1 < to) {
        struct part swap = parts[from];
        parts[from++] = parts[--to];
        parts[to] = swap;
    }
}

/* UAX 9, rule L2. */
static void
reorder(struct workspace *ws)
{
    uint8_t highest = 0;
    for (size_t i = 0; i < ws->parts.count; i++) {
        if (ws->parts.at[i].level > highest)
            highest = ws->parts.at[i].level;
    }
    for (uint8_t level = highest; level > 0; level--) {
        for (size_t i = 0; i < ws->parts.count;) {
            size_t from = i;
            while (i < ws->parts.count && ws->parts.at[i].level >= level)
                i++;
            reverse(ws->parts.at, from, i);
            i += i == from;
        }
    }
}

/* ---- glyphs ------------------------------------------------------------- */

static bool
is_rtl(const struct part *part)
{
    return part->piece->level & 1;
}

/* Parts that stand beside each other and may be drawn as one run. */
static bool
joins(const struct part *a, const struct part *b)
{
    if (a->piece->run != b->piece->run || a->piece->face != b->piece->face ||
        a->piece->size != b->piece->size || is_rtl(a) != is_rtl(b))
        return false;
    return is_rtl(a) ? b->to == a->from : a->to == b->from;
}

static size_t
emit_glyphs(const struct part *part, const struct shaped *shaped,
            struct glyph *glyphs, uint32_t cluster_base, upt *width)
{
    const struct piece *piece = part->piece;
    for (size_t i = 0; i < shaped->count; i++) {
        const struct shape_glyph *from = &shaped->glyphs[i];
        struct glyph *glyph = &glyphs[i];
        *glyph = (struct glyph){
            .id = from->id,
            .cluster = cluster_base + from->cluster,
            .advance = face_scale(piece->face, piece->size, from->advance),
        };
        if (from->dx)
            glyph->dx = face_scale(piece->face, piece->size, from->dx);
        if (from->dy)
            glyph->dy = face_scale(piece->face, piece->size, from->dy);
        bool last = i + 1 == shaped->count ||
                    shaped->glyphs[i + 1].cluster != from->cluster;
        if (last)
            glyph->advance += piece->letter_space;
        *width += glyph->advance;
    }
    return shaped->count;
}

static size_t
count_glyphs(const struct building *b, const struct part *parts, size_t count)
{
    size_t glyphs = 0;
    for (size_t i = 0; i < count; i++) {
        glyphs += parts[i].shaped->count;
        if (parts[i].hyphenated)
            glyphs +=
                hyphen_shape(b->book, parts[i].piece, b->options->language)
                    ->count;
    }
    return glyphs;
}

/* The stretch behind each cluster, but for the line's last one. */
static void
spread(const struct part *part, struct glyph *glyphs, size_t count)
{
    size_t clusters = part->shaped->clusters, seen = 0;
    bool keeps_last = part->last_on_line;
    size_t gaps = keeps_last ? clusters - 1 : clusters;
    upt given = 0;
    for (size_t i = 0; i < count && gaps; i++) {
        bool ends =
            i + 1 == count || glyphs[i + 1].cluster != glyphs[i].cluster;
        if (!ends || seen == gaps)
            continue;
        upt upto = part->stretch * (upt)++seen / (upt)gaps;
        glyphs[i].advance += upto - given;
        given = upto;
    }
}

/* A part's glyphs, its stretch and its hyphen; gives their number. */
static size_t
emit_part(const struct building *b, const struct part *part,
          uint32_t cluster_base, struct glyph *glyphs, upt *width)
{
    size_t done = emit_glyphs(part, part->shaped, glyphs, cluster_base, width);
    if (part->stretch && done) {
        if (part->piece->elastic)
            spread(part, glyphs, done);
        else
            glyphs[done - 1].advance += part->stretch;
        *width += part->stretch;
    }
    if (part->hyphenated)
        done += emit_glyphs(
            part, hyphen_shape(b->book, part->piece, b->options->language),
            glyphs + done, cluster_base + (part->to - part->from), width);
    return done;
}

/* Fills the run from parts that join; gives the room they take, blanks at the
   line's end included. */
static upt
fill_run(const struct building *b, const struct part *parts, size_t count,
         struct glyph_run *run)
{
    const struct part *first = &parts[0], *last = &parts[count - 1];
    uint32_t from = is_rtl(first) ? last->from : first->from;
    uint32_t to = is_rtl(first) ? first->to : last->to;
    struct glyph *glyphs =
        arena_bytes(b->arena, count_glyphs(b, parts, count) * sizeof *glyphs);
    size_t done = 0;
    upt taken = 0;
    run->text = str_slice(b->text, from, to);
    for (size_t i = 0; i < count; i++) {
        const struct part *part = &parts[i];
        upt width = 0;
        done += emit_part(b, part, part->from - from, glyphs + done, &width);
        if (part->hyphenated)
            run->text = str_format(b->arena, "%.*s-", STR_ARG(run->text));
        taken += width;
        run->width += part->trailing ? 0 : width;
    }
    run->glyphs = glyphs;
    run->glyph_count = done;
    return taken;
}

static void
describe_run(const struct workspace *ws, const struct part *part,
             struct glyph_run *run)
{
    const struct piece *piece = part->piece;
    run->face = piece->face;
    run->size = piece->size;
    run->color = piece->run->color;
    run->underline = piece->run->underline;
    run->rtl = is_rtl(part);
    run->mark = piece->run->mark;
    run->span = piece->run->span;
    run->number = (size_t)(piece->run - ws->runs);
}

static void
measure_height(const struct glyph_run *run, struct line *line)
{
    const struct face_metrics *m = face_metrics(run->face);
    upt ascent = face_scale(run->face, run->size, m->ascent);
    upt descent = face_scale(run->face, run->size, -m->descent);
    if (ascent > line->ascent)
        line->ascent = ascent;
    if (descent > line->descent)
        line->descent = descent;
}

/* The parts are in visual order; x is where the first of them begins. */
static void
emit_runs(const struct building *b, struct line *line, upt x)
{
    const struct part *parts = b->ws->parts.at;
    size_t count = b->ws->parts.count, run_count = 0;
    for (size_t i = 0; i < count; i++)
        run_count += i == 0 || !joins(&parts[i - 1], &parts[i]);
    struct glyph_run *runs = ARENA_ARRAY(b->arena, run_count, struct glyph_run);
    for (size_t i = 0, r = 0; i < count; r++) {
        size_t from = i++;
        while (i < count && joins(&parts[i - 1], &parts[i]))
            i++;
        describe_run(b->ws, &parts[from], &runs[r]);
        runs[r].x = x;
        x += fill_run(b, parts + from, i - from, &runs[r]);
        measure_height(&runs[r], line);
    }
    line->runs = runs;
    line->run_count = run_count;
}

/* ---- lines -------------------------------------------------------------- */

static upt
line_start(const struct building *b, upt room, bool first)
{
    const struct line_options *options = b->options;
    bool rtl = b->ws->base_rtl;
    upt indent = first ? options->indent_first : 0;
    switch (options->alignment) {
    case ALIGN_CENTER:
        return room / 2;
    case ALIGN_END:
        return rtl ? indent : room - indent;
    case ALIGN_START:
    case ALIGN_JUSTIFY:
        break;
    }
    return rtl ? room - indent : indent;
}

/* Blanks at the end of a line that runs to the left stand before its ink. */
static upt
blank_before_ink(const struct building *b)
{
    upt width = 0;
    for (size_t i = 0; i < b->ws->parts.count; i++) {
        if (!b->ws->parts.at[i].trailing)
            break;
        width += part_width(b, &b->ws->parts.at[i]);
    }
    return width;
}

/* ---- hanging marks ------------------------------------------------------- */

/* How far marks stand out, per mille of their widths: as far as they leave the
   edge white (the idea is Hàn Thế Thành's, 2000). */
static const struct {
    struct str mark;
    int start, end;
} hanging[] = {
    {STR_INIT("."), 0, 600},
    {STR_INIT(","), 0, 600},
    {STR_INIT("-"), 0, 500},
    {STR_INIT(":"), 0, 300},
    {STR_INIT(";"), 0, 300},
    {STR_INIT("!"), 0, 150},
    {STR_INIT("?"), 0, 150},
    {STR_INIT("("), 100, 0},
    {STR_INIT(")"), 0, 100},
    {STR_INIT("\""), 500, 500},
    {STR_INIT("'"), 500, 500},
    {STR_INIT("\xE2\x80\x93"), 0, 300},   /* en dash */
    {STR_INIT("\xE2\x80\x98"), 500, 500}, /* quotation marks */
    {STR_INIT("\xE2\x80\x99"), 500, 600},
    {STR_INIT("\xE2\x80\x9A"), 500, 0},
    {STR_INIT("\xE2\x80\x9C"), 400, 400},
    {STR_INIT("\xE2\x80\x9D"), 400, 500},
    {STR_INIT("\xE2\x80\x9E"), 400, 0},
    {STR_INIT("\xC2\xAB"), 250, 250}, /* guillemets */
    {STR_INIT("\xC2\xBB"), 250, 250},
};
#define HANGING (sizeof hanging / sizeof *hanging)

static upt
glyph_share(const struct part *part, size_t glyph, int share)
{
    if (part->shaped->count == 0)
        return 0;
    upt advance = face_scale(part->piece->face, part->piece->size,
                             part->shaped->glyphs[glyph].advance);
    return advance * share / 1000;
}

static upt
hang_at_start(const struct building *b)
{
    const struct part *part = &b->ws->parts.at[0];
    struct str text = str_slice(b->text, part->from, part->to);
    for (size_t i = 0; i < HANGING; i++) {
        if (hanging[i].start && str_starts(text, hanging[i].mark))
            return glyph_share(part, 0, hanging[i].start);
    }
    return 0;
}

static upt
hang_at_end(const struct building *b)
{
    size_t count = last_ink(b->ws);
    if (count == 0)
        return 0;
    const struct part *part = &b->ws->parts.at[count - 1];
    if (part->hyphenated)
        return hyphen_width(b->book, part->piece, b->options->language) / 2;
    struct str text = str_slice(b->text, part->from, part->to);
    for (size_t i = 0; i < HANGING; i++) {
        if (hanging[i].end && str_ends(text, hanging[i].mark))
            return glyph_share(part, part->shaped->count - 1, hanging[i].end);
    }
    return 0;
}

static bool
hangs(const struct building *b)
{
    return b->options->hang && b->ws->parts.count && !b->ws->base_rtl &&
           (b->options->alignment == ALIGN_START ||
            b->options->alignment == ALIGN_JUSTIFY);
}

static void
build_line(struct building *b, const struct fit_line *fit, bool first,
           struct line *line)
{
    upt measure = b->options->measure;
    upt room = measure - (first ? b->options->indent_first : 0);
    line->hyphenated = b->ws->cuts.at[fit->at].hyphen;
    line->hard_end = b->ws->fit_breaks.at[fit->at].forced;
    line->badness = fit->badness;
    upt width = parts_width(b);
    upt before = hangs(b) ? hang_at_start(b) : 0;
    if (hangs(b) && b->options->alignment == ALIGN_JUSTIFY)
        room += before + hang_at_end(b);
    if (b->options->alignment == ALIGN_JUSTIFY &&
        (width > room || !line->hard_end)) {
        justify(b, room - width);
        width = parts_width(b);
    }
    line->width = width;
    line->x = line_start(b, measure - width, first) - before;
    reorder(b->ws);
    emit_runs(b, line, line->x - blank_before_ink(b));
}

struct paragraph
lines_build(struct arena *arena, struct font_book *book, struct workspace *ws,
            struct str text, const struct fit_line *fits, size_t fit_count,
            const struct line_options *options)
{
    struct building b = {arena, book, ws, text, options};
    struct line *lines = ARENA_ARRAY(arena, fit_count, struct line);
    struct paragraph paragraph = {
        .lines = lines, .line_count = fit_count, .measure = options->measure};
    size_t piece = 0;
    uint32_t from = 0;
    for (size_t i = 0; i < fit_count; i++) {
        const struct cut *cut = &ws->cuts.at[fits[i].at];
        collect_parts(&b, piece, from, cut);
        build_line(&b, &fits[i], i == 0, &lines[i]);
        if (lines[i].width > paragraph.widest)
            paragraph.widest = lines[i].width;
        piece = cut->start_piece;
        from = cut->start;
    }
    return paragraph;
}
