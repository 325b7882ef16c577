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

/* The cells from..to-1 and what they take. */
struct window {
    size_t from, to;
    size_t columns;
};

/* Whether the window may grow to from..to: with an ellipsis at either end
   where something is left out. */
static bool
try_window(const struct piece *piece, struct window *window, size_t from,
           size_t to, size_t width)
{
    struct window wider = {from, to, window->columns};
    bool cut_left = piece->more_left || from > 0;
    bool cut_right = piece->more_right || to < piece->cells.count;

    wider.columns += columns_between(piece, from, window->from);
    wider.columns += columns_between(piece, window->to, to);
    if (wider.columns + cut_left + cut_right > width)
        return false;
    *window = wider;
    return true;
}

/* The beginning of the span first, then what stands around it, half and half
   unless one side needs less. */
static struct window
choose_cells(const struct piece *piece, size_t width)
{
    struct window window = {piece->first, piece->first, 0};
    size_t count = piece->cells.count;
    bool grows = true;

    if (piece->first == count)
        width--; /* the caret stands behind the last cell */
    while (window.to < piece->last && try_window(piece, &window, window.from,
                                                 window.to + 1, width * 2 / 3))
        ;
    while (grows) {
        grows = window.to < count &&
                try_window(piece, &window, window.from, window.to + 1, width);
        grows |= window.from > 0 &&
                 try_window(piece, &window, window.from - 1, window.to, width);
    }
    /* A mark without its letter would sit on the ellipsis. */
    while (window.from > 0 && window.from < piece->first &&
           piece->cells.at[window.from].width == 0)
        window.from++;
    return window;
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

static struct str
window_text(struct arena *arena, const struct piece *piece,
            struct window window)
{
    struct buf text = buf_new(arena);

    if (piece->more_left || window.from > 0)
        buf_add_text(&text, ELLIPSIS);
    for (size_t i = window.from; i < window.to; i++)
        add_cell(&text, &piece->cells.at[i]);
    if (piece->more_right || window.to < piece->cells.count)
        buf_add_text(&text, ELLIPSIS);
    return buf_str(&text);
}

struct snippet
snippet_of(struct arena *arena, struct str line, size_t from, size_t to,
           size_t width)
{
    struct piece piece = read_piece(arena, line, from, to, width);
    struct window window = choose_cells(&piece, width);
    size_t last = piece.last < window.to ? piece.last : window.to;
    struct snippet snippet = {
        .text = window_text(arena, &piece, window),
        .caret = columns_between(&piece, window.from, piece.first),
        .length = columns_between(&piece, piece.first, last),
    };

    if (piece.more_left || window.from > 0)
        snippet.caret++;
    if (snippet.length == 0)
        snippet.length = 1;
    return snippet;
}
