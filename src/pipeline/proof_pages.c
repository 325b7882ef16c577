/* What pages say before they are written: their glyph runs in the order of the
   content, as the writer of PDF puts them. */
#include "base/buf.h"
#include "proof.h"

struct piece {
    struct str text;
    upt x, end, y, size;
    bool turns;
};

struct telling {
    struct buf out;
    LIST(struct piece) line;
    bool has_turned;        /* something in the line */
    bool is_turned;         /* the document runs from right to left */
    const struct tag *said; /* whose ActualText was given */
};

static upt
gap_between(const struct piece *a, const struct piece *b)
{
    upt behind = b->x - a->end, before = a->x - b->end;
    return behind > before ? behind : before;
}

static void
reverse(struct piece *pieces, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        struct piece held = pieces[from];
        pieces[from] = pieces[to - 1];
        pieces[to - 1] = held;
    }
}

/* Runs stand as they are seen, from left to right; they are read another way
   where some run from right to left. */
static void
turn_line(struct telling *telling)
{
    struct piece *pieces = telling->line.at;
    size_t count = telling->line.count;
    for (size_t i = 0; i < count;) {
        size_t from = i;
        while (i < count && pieces[i].turns != telling->is_turned)
            i++;
        reverse(pieces, from, i);
        i += i == from;
    }
    if (telling->is_turned)
        reverse(pieces, 0, count);
}

static void
end_line(struct telling *telling)
{
    if (telling->has_turned)
        turn_line(telling);
    for (size_t i = 0; i < telling->line.count; i++) {
        const struct piece *piece = &telling->line.at[i];
        if (i && gap_between(piece - 1, piece) * 10 > piece->size)
            buf_add_byte(&telling->out, ' ');
        buf_add(&telling->out, piece->text);
    }
    if (telling->line.count)
        buf_add_byte(&telling->out, '\n');
    telling->line.count = 0;
    telling->has_turned = false;
}

static bool
goes_on(const struct telling *telling, const struct piece *piece)
{
    if (!telling->line.count)
        return true;
    const struct piece *last = &telling->line.at[telling->line.count - 1];
    upt off = piece->y > last->y ? piece->y - last->y : last->y - piece->y;
    upt size = piece->size < last->size ? piece->size : last->size;
    return off * 2 <= size && (piece->x + piece->size >= last->end);
}

static void
add_mark(struct telling *telling, const struct mark *mark)
{
    const struct glyph_run *run = mark->glyphs.run;
    const struct tag *tag = mark->tag;
    struct piece piece = {
        .text = run->text,
        .x = mark->glyphs.x,
        .end = mark->glyphs.x + run->width,
        .y = mark->glyphs.y - run->rise,
        .size = run->size,
        .turns = run->rtl,
    };
    if (tag->actual_text.len)
        piece.text = telling->said == tag ? STR("") : tag->actual_text;
    if (tag->actual_text.len)
        telling->said = tag;
    if (!goes_on(telling, &piece))
        end_line(telling);
    telling->has_turned |= piece.turns;
    *list_add(telling->out.arena, &telling->line) = piece;
}

struct str
proof_pages_text(struct arena *arena, const struct pages *pages)
{
    struct telling telling = {.out = buf_new(arena),
                              .is_turned = pages->right_to_left};
    for (size_t p = 0; p < pages->at.count; p++) {
        const struct page *page = &pages->at.at[p];
        for (size_t i = 0; i < page->marks.count; i++)
            if (page->marks.at[i].kind == MARK_GLYPHS && page->marks.at[i].tag)
                add_mark(&telling, &page->marks.at[i]);
        end_line(&telling);
    }
    return buf_str(&telling.out);
}
