#include "gather.h"

#include "base/utf8.h"

/* Keeps products within 64 bits: 32,768 points. */
#define MOST_FIXED (INT64_C(1) << 31)

static fixed
limited(fixed value)
{
    return value > MOST_FIXED    ? MOST_FIXED
           : value < -MOST_FIXED ? -MOST_FIXED
                                 : value;
}

fixed
fixed_times(fixed a, fixed b)
{
    return limited(a) * limited(b) / FIXED_ONE;
}

struct matrix
matrix_times(const struct matrix *m, const struct matrix *n)
{
    return (struct matrix){
        .a = limited(fixed_times(m->a, n->a) + fixed_times(m->b, n->c)),
        .b = limited(fixed_times(m->a, n->b) + fixed_times(m->b, n->d)),
        .c = limited(fixed_times(m->c, n->a) + fixed_times(m->d, n->c)),
        .d = limited(fixed_times(m->c, n->b) + fixed_times(m->d, n->d)),
        .e = limited(fixed_times(m->e, n->a) + fixed_times(m->f, n->c) + n->e),
        .f = limited(fixed_times(m->e, n->b) + fixed_times(m->f, n->d) + n->f),
    };
}

static fixed
size_of(fixed value)
{
    return value < 0 ? -value : value;
}

struct gather
gather_new(struct arena *arena, struct pdf_text *result)
{
    return (struct gather){
        .arena = arena, .text = buf_new(arena), .result = result};
}

/* ---- words and lines --------------------------------------------------------
 */

static bool
ends_in_space(const struct gather *gather)
{
    return gather->text.len == gather->line_start ||
           gather->text.at[gather->text.len - 1] == ' ';
}

static void
end_line(struct gather *gather)
{
    struct buf *text = &gather->text;
    while (text->len > gather->line_start && text->at[text->len - 1] == ' ')
        text->len--;
    if (text->len == gather->line_start)
        return;
    if (gather->line_turns)
        line_turn(gather->arena, text->at + gather->line_start,
                  text->len - gather->line_start);
    buf_add_byte(text, '\n');
    gather->line_start = text->len;
    gather->line_turns = false;
}

static void
add_blank(struct gather *gather)
{
    if (!ends_in_space(gather))
        buf_add_byte(&gather->text, ' ');
}

static bool
is_blank(uint32_t c)
{
    return c == ' ' || c == 0xA0 || c == '\t' || c == '\n' || c == '\r' ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

static void
add_text(struct gather *gather, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (is_blank(c)) {
            add_blank(gather);
            continue;
        }
        if (c < 0x20)
            continue;
        gather->line_turns |= turns(c);
        buf_add_code_point(&gather->text, c);
    }
}

/* Neighbours join; a blank between them is no reason to part them. */
static void
note_decoration(struct gather *gather, size_t from)
{
    struct pdf_text *result = gather->result;
    size_t count = result->decoration.count;
    if (gather->text.len <= from)
        return;
    if (count && result->decoration.at[count - 1].to + 1 >= from) {
        result->decoration.at[count - 1].to = gather->text.len;
        return;
    }
    *list_add(gather->arena, &result->decoration) =
        (struct pdf_text_part){from, gather->text.len};
}

/* ---- places
 * ------------------------------------------------------------------ */

struct place {
    bool is_upright, is_back;
    fixed along, across, end, size;
};

/* Lines are taken to run along the page or up it, whichever is nearer. */
static struct place
place_of(const struct placed_glyph *glyph)
{
    const struct matrix *m = glyph->matrix;
    struct place place = {.is_upright = size_of(m->b) > size_of(m->a)};
    fixed unit = place.is_upright ? m->b : m->a;
    fixed x =
        m->e + fixed_times(glyph->x, m->a) + fixed_times(glyph->rise, m->c);
    fixed y =
        m->f + fixed_times(glyph->x, m->b) + fixed_times(glyph->rise, m->d);
    place.is_back = unit < 0;
    place.along = place.is_upright ? y : x;
    place.across = place.is_upright ? x : y;
    if (place.is_back)
        place.along = -place.along;
    place.size =
        size_of(fixed_times(glyph->size, place.is_upright ? m->c : m->d));
    place.end = place.along + fixed_times(glyph->width, size_of(unit));
    return place;
}

/* What stands higher or lower is on another line, unless it is near: a
   superscript. */
static bool
begins_line(const struct gather *gather, const struct place *place)
{
    fixed off = size_of(place->across - gather->across);
    fixed gap = place->along - gather->along;
    bool is_smaller = place->size < gather->size;
    fixed least = is_smaller ? place->size : gather->size;
    fixed most = is_smaller ? gather->size : place->size;
    if (place->is_upright != gather->is_upright ||
        place->is_back != gather->is_back || gap < -most)
        return true;
    return off * 2 > most || (off * 2 > least && size_of(gap) * 2 > most);
}

static void
stand(struct gather *gather, const struct place *place)
{
    gather->has_last = true;
    gather->is_upright = place->is_upright;
    gather->is_back = place->is_back;
    gather->along = place->end;
    gather->across = place->across;
    gather->size = place->size;
}

/* Combining marks stand anywhere over what they belong to. */
static bool
is_mark(struct str text)
{
    size_t at = 0;
    uint32_t c = text.len ? utf8_next(text, &at) : 0;
    return (c >= 0x300 && c < 0x370) || (c >= 0x591 && c <= 0x5C7) ||
           (c >= 0x64B && c <= 0x65F);
}

void
gather_glyph(struct gather *gather, const struct placed_glyph *glyph)
{
    struct place place = place_of(glyph);
    if (is_mark(glyph->text) && gather->has_last) {
        add_text(gather, glyph->text);
        return;
    }
    if (gather->has_last && begins_line(gather, &place))
        end_line(gather);
    else if (gather->has_last &&
             (place.along - gather->along) * 10 > place.size)
        add_blank(gather);
    size_t from = gather->text.len;
    add_text(gather, glyph->text);
    if (glyph->is_decoration)
        note_decoration(gather, from);
    stand(gather, &place);
}

void
gather_silent(struct gather *gather, const struct placed_glyph *glyph)
{
    struct place place = place_of(glyph);
    stand(gather, &place);
}

void
gather_end_page(struct gather *gather)
{
    end_line(gather);
    buf_add_byte(&gather->text, '\f');
    gather->line_start = gather->text.len;
    gather->has_last = false;
}
