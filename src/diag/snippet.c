/*
 * A line may be a megabyte long and have a finding at each word. So only a
 * piece around the span is looked at: as many characters to either side as
 * there are columns. The piece is cut into cells (a character with its width),
 * then the cells that fit are chosen.
 */
#include "snippet.h"

#include "base/list.h"
#include "base/utf8.h"

#define TAB_STOP 4
#define ELLIPSIS "\xE2\x80\xA6"

struct cell {
    size_t offset; /* in the line */
    uint32_t character;
    size_t width;
};

struct piece {
    LIST(struct cell) cells;
    size_t first, last; /* cells of the span, `last` behind them */
    bool more_left, more_right;
};

/* The direction overrides among the format characters would let a line show
   as something else than it is. */
static bool
is_hidden(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Control pictures of Unicode show the ASCII ones. */
static uint32_t
visible(uint32_t c)
{
    if (c < 0x20)
        return 0x2400 + c;
    if (c == 0x7F)
        return 0x2421;
    return is_hidden(c) ? 0xFFFD : c;
}

void
add_visible(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);

        if (c == '\n' || c == '\r' || c == '\t')
            buf_add_byte(out, ' ');
        else
            buf_add_code_point(out, visible(c));
    }
}

static size_t
width_of(uint32_t c)
{
    char bytes[4];

    if (is_hidden(c))
        return 1;
    return utf8_columns((struct str){bytes, utf8_put(bytes, c)});
}

/* The offset `count` characters before `from`; malformed bytes count too. */
static size_t
walk_back(struct str line, size_t from, size_t count)
{
    while (from > 0 && count-- > 0) {
        size_t at = from - 1;

        while (at > 0 && from - at < 4 &&
               ((unsigned char)line.at[at] & 0xC0) == 0x80)
            at--;
        from = at;
    }
    return from;
}

/* Reads cells up to the offset `to`, at most `count`; gives where it ended. */
static size_t
read_cells(struct arena *arena, struct piece *piece, struct str line,
           size_t from, size_t to, size_t count)
{
    size_t at = from, column = 0;

    for (size_t i = 0; i < piece->cells.count; i++)
        column += piece->cells.at[i].width;
    while (at < to && count-- > 0) {
        struct cell *cell = list_add(arena, &piece->cells);

        cell->offset = at;
        cell->character = utf8_next(line, &at);
        cell->width = width_of(cell->character);
        if (cell->character == '\t')
            cell->width = TAB_STOP - column % TAB_STOP;
        column += cell->width;
    }
    return at;
}

static struct piece
read_piece(struct arena *arena, struct str line, size_t from, size_t to,
           size_t width)
{
    struct piece piece = {.cells = {0}};
    size_t start, end;

    from = from < line.len ? from : line.len;
    to = to < line.len ? to : line.len;
    start = walk_back(line, from, width);
    piece.more_left = start > 0;
    (void)read_cells(arena, &piece, line, start, from, width);
    piece.first = piece.cells.count;
    end = read_cells(arena, &piece, line, from, to, width);
    piece.last = piece.cells.count;
    if (end >= to)
        end = read_cells(arena, &piece, line, end, line.len, width);
    piece.more_right = end < line.len;
    return piece;
}

static size_t
columns_between(const struct piece *piece, size_t from, size_t to)
{
    size_t columns = 0;

    for (size_t i = from; i < to; i++)
        columns += piece->cells.at[i].width;
    return columns;
}

static size_t
smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/*
 * Leaves the cells that fit: the beginning of the span first, then what stands
 * around it, half and half unless one side needs less. Each ellipsis takes one
 * column.
 */
static void
choose_cells(struct piece *piece, size_t width, size_t *from, size_t *to)
{
    size_t count = piece->cells.count;
    size_t left = columns_between(piece, 0, piece->first);
    size_t span = columns_between(piece, piece->first, piece->last);
    size_t right = columns_between(piece, piece->last, count);
    size_t before, after, used;

    /* An empty span at the end needs a column for its caret. */
    *from = 0;
    *to = count;
    if (!piece->more_left && !piece->more_right &&
        left + span + right + (piece->first == count) <= width)
        return;
    width -= 2;
    span = smaller(span, width * 2 / 3);
    after = smaller(right, (width - span) / 2);
    before = smaller(left, width - span - after);
    *from = piece->first;
    for (used = 0; *from > 0; --*from) {
        used += piece->cells.at[*from - 1].width;
        if (used > before)
            break;
    }
    *to = piece->first;
    for (used = columns_between(piece, *from, *to); *to < count; ++*to) {
        used += piece->cells.at[*to].width;
        if (used > width)
            break;
    }
    piece->more_left = piece->more_left || *from > 0;
    piece->more_right = piece->more_right || *to < count;
}

static void
add_cell(struct buf *out, const struct cell *cell)
{
    if (cell->character != '\t') {
        buf_add_code_point(out, visible(cell->character));
        return;
    }
    for (size_t i = 0; i < cell->width; i++)
        buf_add_byte(out, ' ');
}

struct snippet
snippet_of(struct arena *arena, struct str line, size_t from, size_t to,
           size_t width)
{
    struct piece piece = read_piece(arena, line, from, to, width);
    struct buf text = buf_new(arena);
    struct snippet snippet;
    size_t start, end;

    choose_cells(&piece, width, &start, &end);
    if (piece.more_left)
        buf_add_text(&text, ELLIPSIS);
    for (size_t i = start; i < end; i++)
        add_cell(&text, &piece.cells.at[i]);
    if (piece.more_right)
        buf_add_text(&text, ELLIPSIS);
    snippet.text = buf_str(&text);
    snippet.caret =
        piece.more_left + columns_between(&piece, start, piece.first);
    snippet.length =
        columns_between(&piece, piece.first, smaller(piece.last, end));
    if (snippet.length == 0)
        snippet.length = 1;
    return snippet;
}
