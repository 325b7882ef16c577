/*
 * Glyph runs as text operators. The numbers inside TJ bring every glyph to its
 * place: each is computed from absolute positions against what the reader
 * will have added up from /W, so that rounding never adds up.
 */
#include "sheet.h"

#include "base/bug.h"
#include "font.h"

/* Keeps products of lengths in text space within 64 bits. */
#define LARGEST_SIZE PT(10000)

/* A stretch of a run whose clusters are drawn the same way. */
enum segment_kind {
    SEGMENT_PLAIN,
    SEGMENT_SILENT,      /* an empty ActualText */
    SEGMENT_ACTUAL_TEXT, /* ToUnicode alone would say something else */
    SEGMENT_MISSING      /* no glyph: a box is drawn */
};

struct segment {
    enum segment_kind kind;
    size_t from, to; /* glyphs */
    struct buf text; /* unless plain */
};

struct drawing {
    struct sheet *sheet;
    const struct glyph_run *run;
    const struct font *font;
    const struct tag *tag;         /* NULL: artifact */
    const struct glyph_use **uses; /* of each glyph; NULL: each its own */
    upt x;                         /* of the glyph that comes next */
    milli y;
};

/* ---- segments --------------------------------------------------------- */

/* What a reader gets from ToUnicode for the cluster, compared with its text.
   In right-to-left runs readers turn the glyphs' texts around. */
static bool
says_its_text(const struct drawing *drawing, const struct cluster *cluster)
{
    const struct glyph_run *run = drawing->run;
    size_t at = 0;

    for (size_t i = cluster->from; i < cluster->to; i++) {
        size_t glyph = run->rtl ? cluster->to - 1 - (i - cluster->from) : i;
        struct str text = font_use(drawing->font, run->glyphs[glyph].id)->text;

        if (!str_equal(str_slice(cluster->text, at, at + text.len), text))
            return false;
        at += text.len;
    }
    return at == cluster->text.len;
}

/* Alone, with a code that says just this text. */
static bool
has_own_code(const struct drawing *drawing, const struct cluster *cluster)
{
    return drawing->uses && cluster->to == cluster->from + 1 &&
           str_equal(drawing->uses[cluster->from]->text, cluster->text);
}

/*
 * Readers that take ActualText turn it around in right-to-left runs (poppler),
 * and readers of all kinds expect such runs as they are drawn, from left to
 * right: there the codes alone have to do. A mark that is set over or under its
 * letter stands on a line of its own for them.
 */
static enum segment_kind
kind_of(const struct drawing *drawing, const struct cluster *cluster)
{
    const struct glyph *glyphs = drawing->run->glyphs;
    bool has_marks = false;

    for (size_t i = cluster->from; i < cluster->to; i++) {
        if (font_use(drawing->font, glyphs[i].id) == NULL)
            return SEGMENT_MISSING;
        has_marks |= glyphs[i].dy != 0 || (glyphs[i].advance == 0 &&
                                           cluster->to > cluster->from + 1);
    }
    if (drawing->run->rtl || (!has_marks && (says_its_text(drawing, cluster) ||
                                             has_own_code(drawing, cluster))))
        return SEGMENT_PLAIN;
    return SEGMENT_ACTUAL_TEXT;
}

static const struct glyph_use **
choose_uses(const struct drawing *drawing)
{
    struct arena *arena = drawing->sheet->writer->arena;
    const struct glyph_run *run = drawing->run;
    const struct glyph_use **uses =
        ARENA_ARRAY(arena, run->glyph_count, const struct glyph_use *);
    struct cluster cluster = {0};

    while (cluster_next(arena, run, &cluster))
        for (size_t i = cluster.from; i < cluster.to; i++)
            uses[i] = font_use_as(drawing->font, run->glyphs[i].id,
                                  cluster_share(arena, run, &cluster, i));
    return uses;
}

/* ---- glyphs ----------------------------------------------------------- */

static void
set_font(struct sheet *sheet, const struct face *face, upt size)
{
    size_t number =
        (size_t)(font_of(sheet->writer, face) - sheet->writer->fonts);

    sheet->fonts_used[number] = true;
    if (sheet->face == face && sheet->size == size)
        return;
    buf_add(&sheet->out, STR("/F"));
    buf_add_number(&sheet->out, number);
    buf_add_byte(&sheet->out, ' ');
    value_operand(&sheet->out, milli_from_upt(size));
    buf_add_text(&sheet->out, "Tf\n");
    sheet->face = face;
    sheet->size = size;
}

static void
move_to(struct sheet *sheet, milli x, milli y)
{
    if (x == sheet->line_x && y == sheet->line_y)
        return;
    value_operand(&sheet->out, x - sheet->line_x);
    value_operand(&sheet->out, y - sheet->line_y);
    buf_add_text(&sheet->out, "Td\n");
    sheet->line_x = x;
    sheet->line_y = y;
}

static char *
put_code_byte(char *at, unsigned byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        *at++ = '\\';
    *at++ = byte == '\r' ? 'r' : (char)byte;
    return at;
}

static void
add_code(struct buf *out, const struct glyph_use *use)
{
    char *at;

    if (out->room - out->len < 4)
        buf_grow(out, 4);
    at = put_code_byte(out->at + out->len, use->code >> 8);
    at = put_code_byte(at, use->code & 0xFF);
    out->len = (size_t)(at - out->at);
}

/* Ts lifts single glyphs (marks above letters); closes and opens TJ. */
static void
set_rise(struct sheet *sheet, upt rise)
{
    if (rise == sheet->rise)
        return;
    buf_add_text(&sheet->out, ")]TJ ");
    value_operand(&sheet->out, milli_from_upt(rise));
    buf_add_text(&sheet->out, "Ts[(");
    sheet->rise = rise;
}

/*
 * `reached` is where the reader is: the sum of what /W and the numbers in TJ
 * moved it, in 1/1,000,000 em from the start. A number is written where it is
 * off by half of 1/1000 em or more; only then is there a division.
 */
static void
print_glyphs(struct drawing *drawing, size_t from, size_t to, milli start)
{
    struct sheet *sheet = drawing->sheet;
    upt size = milli_from_upt(drawing->run->size) * UPT_PER_MILLI;
    upt origin = start * UPT_PER_MILLI;
    int64_t reached = 0;

    buf_add_text(&sheet->out, "[(");
    for (size_t i = from; i < to; i++) {
        const struct glyph *glyph = &drawing->run->glyphs[i];
        const struct glyph_use *use = drawing->uses
                                          ? drawing->uses[i]
                                          : font_use(drawing->font, glyph->id);
        upt place = drawing->x + glyph->dx - origin;
        int64_t off = place * 1000000 - reached * size;

        set_rise(sheet, glyph->dy);
        if (off >= size * 500 || off <= -size * 500) {
            int64_t shift = upt_scale(off, 1, size * 1000);

            buf_add_byte(&sheet->out, ')');
            value_number(&sheet->out, -shift * 1000);
            buf_add_byte(&sheet->out, '(');
            reached += shift * 1000;
        }
        add_code(&sheet->out, use);
        reached += use->width;
        drawing->x += glyph->advance;
    }
    buf_add_text(&sheet->out, ")]TJ\n");
}

static void
draw_glyphs(struct drawing *drawing, size_t from, size_t to)
{
    struct sheet *sheet = drawing->sheet;
    milli start = milli_from_upt(drawing->x);

    sheet_begin_text(sheet);
    set_font(sheet, drawing->run->face, drawing->run->size);
    sheet_fill_color(sheet, drawing->run->color);
    move_to(sheet, start, drawing->y);
    print_glyphs(drawing, from, to, start);
    if (sheet->rise != 0)
        buf_add_text(&sheet->out, "0 Ts\n");
    sheet->rise = 0;
}

/* Readers give the ActualText of marked content only where there is some
   glyph: a blank, under the first box. */
static void
draw_blank(const struct drawing *drawing)
{
    struct sheet *sheet = drawing->sheet;
    const struct font *font = font_with_blank(sheet->writer, drawing->font);

    if (font == NULL)
        return;
    sheet_begin_text(sheet);
    set_font(sheet, font->face, drawing->run->size);
    move_to(sheet, milli_from_upt(drawing->x), drawing->y);
    buf_add_byte(&sheet->out, '(');
    add_code(&sheet->out, font->blank);
    buf_add_text(&sheet->out, ")Tj\n");
    sheet_end_text(sheet);
}

/* A box in place of the missing glyph, which PDF/A does not let us draw
   (ISO 19005-2, 6.2.11.8). */
static void
draw_boxes(struct drawing *drawing, size_t from, size_t to)
{
    struct sheet *sheet = drawing->sheet;
    upt size = drawing->run->size;

    sheet_end_text(sheet);
    draw_blank(drawing);
    sheet_stroke_color(sheet, drawing->run->color);
    sheet_stroke_style(sheet, size / 24, false, 0, 0);
    for (size_t i = from; i < to; i++) {
        upt advance = drawing->run->glyphs[i].advance;

        if (advance > size / 4) {
            sheet_rectangle(sheet, milli_from_upt(drawing->x + size / 12),
                            drawing->y, milli_from_upt(advance - size / 6),
                            milli_from_upt(size * 2 / 3));
            buf_add_text(&sheet->out, "S\n");
        }
        drawing->x += advance;
    }
}

static void
draw_segment(struct drawing *drawing, const struct segment *segment)
{
    struct sheet *sheet = drawing->sheet;
    bool says = segment->kind != SEGMENT_PLAIN && drawing->tag != NULL &&
                (segment->kind == SEGMENT_SILENT || !drawing->run->rtl);

    if (says)
        sheet_enter_actual_text(sheet, drawing->tag, buf_str(&segment->text));
    else
        sheet_enter(sheet, drawing->tag);
    if (segment->kind == SEGMENT_MISSING)
        draw_boxes(drawing, segment->from, segment->to);
    else
        draw_glyphs(drawing, segment->from, segment->to);
    if (says)
        sheet_end_content(sheet);
}

/* ---- underlines ------------------------------------------------------- */

static void
note_underline(const struct drawing *drawing, upt x, upt width)
{
    struct sheet *sheet = drawing->sheet;
    const struct glyph_run *run = drawing->run;
    const struct face_metrics *m = face_metrics(run->face);
    upt height = face_scale(run->face, run->size, m->underline_thickness);
    upt top = face_scale(run->face, run->size, m->underline_position);

    if (height <= 0)
        height = run->size / 20;
    if (top >= 0)
        top = -run->size / 10;
    *list_add(sheet->writer->arena, &sheet->underlines) = (struct underline){
        .x = milli_from_upt(x),
        .y = drawing->y + milli_from_upt(top - height),
        .width = milli_from_upt(width),
        .height = milli_from_upt(height),
        .color = run->color,
    };
}

void
sheet_draw_underlines(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->underlines.count; i++) {
        const struct underline *line = &sheet->underlines.at[i];

        sheet_enter(sheet, NULL);
        sheet_end_text(sheet);
        sheet_fill_color(sheet, line->color);
        sheet_rectangle(sheet, line->x, line->y, line->width, line->height);
        buf_add_text(&sheet->out, "f\n");
    }
}

/* ---- runs ------------------------------------------------------------- */

/* Extends the segment to the glyph; draws it when another begins there. */
static void
add_glyph(struct drawing *drawing, struct segment *segment,
          enum segment_kind kind)
{
    if (segment->to > segment->from && segment->kind != kind) {
        draw_segment(drawing, segment);
        segment->from = segment->to;
        segment->text.len = 0;
    }
    segment->kind = kind;
    segment->to++;
}

/* Points of Hebrew and vowels of Arabic stand on lines of their own for readers
   like poppler and tear the word apart; no ActualText can put them back in
   right-to-left text. Such readers get the word without them, as it is
   written and looked for on most days. */
static void
add_cluster(struct drawing *drawing, struct segment *segment,
            const struct cluster *cluster)
{
    const struct glyph_run *run = drawing->run;
    enum segment_kind kind = kind_of(drawing, cluster);

    for (size_t i = cluster->from; i < cluster->to; i++) {
        bool is_silent = run->rtl && kind == SEGMENT_PLAIN &&
                         cluster_glyph_is_mark(run, cluster, i);

        add_glyph(drawing, segment, is_silent ? SEGMENT_SILENT : kind);
    }
    if (kind != SEGMENT_PLAIN)
        buf_add(&segment->text, cluster->text);
}

/* Nearly all runs: every glyph is a cluster of its own and says its text. */
static bool
is_plain(const struct drawing *drawing)
{
    const struct glyph_run *run = drawing->run;

    if (run->rtl || !drawing->font->is_unequivocal)
        return false;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];

        if (glyph->dy != 0 || font_use(drawing->font, glyph->id) == NULL ||
            (i > 0 && glyph->cluster <= glyph[-1].cluster))
            return false;
    }
    return true;
}

static void
draw_clusters(struct drawing *drawing)
{
    struct arena *arena = drawing->sheet->writer->arena;
    struct segment segment = {.text = buf_new(arena)};
    struct cluster cluster = {0};

    if (drawing->font->aliases.count > 0)
        drawing->uses = choose_uses(drawing);
    while (cluster_next(arena, drawing->run, &cluster))
        add_cluster(drawing, &segment, &cluster);
    draw_segment(drawing, &segment);
}

void
sheet_draw_glyphs(struct sheet *sheet, const struct mark *mark)
{
    const struct glyph_run *run = mark->glyphs.run;
    struct drawing drawing = {
        .sheet = sheet,
        .run = run,
        .font = font_of(sheet->writer, run->face),
        .tag = mark->tag,
        .x = mark->glyphs.x,
        .y = sheet_y(sheet, mark->glyphs.y - run->rise),
    };

    ENSURE(run->size > 0 && run->size < LARGEST_SIZE);
    if (is_plain(&drawing))
        draw_segment(&drawing, &(const struct segment){
                                   SEGMENT_PLAIN, 0, run->glyph_count, {0}});
    else
        draw_clusters(&drawing);
    if (run->underline)
        note_underline(&drawing, mark->glyphs.x, run->width);
}
