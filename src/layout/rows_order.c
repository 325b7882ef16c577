/*
 * Rows of tables are set line by line over all cells, so that a tall one can
 * break. Programs that take a page's words as they come would read across the
 * cells: on each page a row's marks are put cell after cell.
 */
#include "paint.h"

static const struct tag *
cell_of(const struct tag *tag)
{
    while (tag && tag->kind != TAG_CELL && tag->kind != TAG_HEADER)
        tag = tag->parent;
    return tag;
}

/* Behind the marks of the row that begins here. */
static size_t
row_end(const struct page *page, size_t from, const struct tag *row)
{
    size_t to = from;
    while (to < page->marks.count) {
        const struct tag *cell = cell_of(page->marks.at[to].tag);
        if (!cell || cell->parent != row)
            break;
        to++;
    }
    return to;
}

static void
order_row(struct arena *arena, struct mark *marks, size_t count,
          const struct tag *row)
{
    struct mark *ordered = ARENA_ARRAY(arena, count, struct mark);
    size_t done = 0;
    for (size_t c = 0; c < row->children.count; c++)
        for (size_t i = 0; i < count; i++)
            if (cell_of(marks[i].tag) == row->children.at[c])
                ordered[done++] = marks[i];
    if (done == count)
        memcpy(marks, ordered, count * sizeof *marks);
}

void
rows_order(struct arena *arena, struct page *page)
{
    for (size_t i = 0; i < page->marks.count;) {
        const struct tag *cell = cell_of(page->marks.at[i].tag);
        if (!cell) {
            i++;
            continue;
        }
        size_t to = row_end(page, i, cell->parent);
        order_row(arena, page->marks.at + i, to - i, cell->parent);
        i = to;
    }
}
