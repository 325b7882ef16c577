/*
 * The problem: a PDF file has its words in the order of reading, yet many
 * programs ask where they stand instead. They gather lines that follow each
 * other in blocks, and read blocks that overlap from the top down and others
 * from the left (T. M. Breuel, "High performance document layout analysis",
 * 2003). Two things lead them across our columns: blocks that stand beside each
 * other twice in a row are taken for the cells of a table, which is read row by
 * row; and a block with nothing beside it is taken for one that spans both
 * columns.
 *
 * So the blocks are found as such programs find them, and of some small shifts
 * of the sidebar the one is taken with which they are misled least often.
 */
#include "sidelong.h"

/* Of the size of the text: lines of one block are not further apart, words of
   one block no further beside each other; what is nearer than the last is "at
   the same height". */
#define LINE_DISTANCE 150
#define WORD_DISTANCE 70
#define SAME_HEIGHT 50
/* Per cent by which sizes in a block may differ, above and beside. */
#define SIZE_ABOVE 5
#define SIZE_BESIDE 60

typedef LIST(struct text_box) box_list;

void
side_texts_add(struct side_texts *page, size_t column,
               const struct glyph_run *run, upt x, upt baseline)
{
    const struct face_metrics *face = face_metrics(run->face);
    *list_add(page->arena, &page->columns[column]) = (struct text_box){
        .left = x,
        .right = x + run->width,
        .top = baseline - face_scale(run->face, run->size, face->ascent),
        .bottom = baseline - face_scale(run->face, run->size, face->descent),
        .base = baseline,
        .size = run->size,
    };
}

/* ---- blocks -------------------------------------------------------------- */

/* Lines that belong together; its first and last baseline, the size of its
   first text. */
struct text_block {
    struct text_box box;
    upt last_base;
    size_t column;
};
typedef LIST(struct text_block) block_list;

static upt
distance(upt a, upt b)
{
    return a > b ? a - b : b - a;
}

static bool
is_of_size(const struct text_block *block, upt size, int64_t per_cent)
{
    return distance(block->box.size, size) * 100 < block->box.size * per_cent;
}

static bool
is_above_or_below(const struct text_block *block, const struct text_box *box)
{
    upt reach = block->box.size * LINE_DISTANCE / 100;
    bool is_near =
        (box->base < block->box.base && box->base >= block->box.base - reach) ||
        (box->base > block->last_base && box->base <= block->last_base + reach);
    return is_near && box->left < block->box.right &&
           box->right > block->box.left &&
           is_of_size(block, box->size, SIZE_ABOVE);
}

static bool
is_beside(const struct text_block *block, const struct text_box *box)
{
    upt reach = block->box.size * WORD_DISTANCE / 100;
    upt height = block->box.size * SAME_HEIGHT / 100;
    return box->base >= block->box.base - height &&
           box->base <= block->last_base + height &&
           box->left < block->box.right + reach &&
           box->right > block->box.left - reach &&
           is_of_size(block, box->size, SIZE_BESIDE);
}

static void
take_in(struct text_block *block, const struct text_box *box, bool is_line)
{
    struct text_box *own = &block->box;
    own->left = box->left < own->left ? box->left : own->left;
    own->right = box->right > own->right ? box->right : own->right;
    own->top = box->top < own->top ? box->top : own->top;
    own->bottom = box->bottom > own->bottom ? box->bottom : own->bottom;
    if (is_line && box->base < own->base)
        own->base = box->base;
    if (is_line && box->base > block->last_base)
        block->last_base = box->base;
}

/* Boxes 1.. of the list join the block that box 0 begins; gives how many are
   left, moved to the front. */
static size_t
grow(struct text_box *boxes, size_t count, struct text_block *block)
{
    bool found = true;
    while (found) {
        found = false;
        size_t left = 0;
        for (size_t i = 0; i < count; i++) {
            bool is_line = is_above_or_below(block, &boxes[i]);
            if (is_line || is_beside(block, &boxes[i])) {
                take_in(block, &boxes[i], is_line);
                found = true;
            } else {
                boxes[left++] = boxes[i];
            }
        }
        count = left;
    }
    return count;
}

/* The texts of a column are in the order of reading, from the top down. */
static void
find_blocks(struct side_texts *page, size_t column, block_list *blocks)
{
    size_t count = page->columns[column].count;
    struct text_box *boxes = ARENA_ARRAY(page->arena, count, struct text_box);
    for (size_t i = 0; i < count; i++)
        boxes[i] = page->columns[column].at[i];
    while (count > 0) {
        struct text_block *block = list_add(page->arena, blocks);
        *block = (struct text_block){boxes[0], boxes[0].base, column};
        for (size_t i = 1; i < count; i++)
            boxes[i - 1] = boxes[i];
        count = grow(boxes, count - 1, block);
    }
}

/* ---- what misleads ------------------------------------------------------- */

static bool
share_heights(const struct text_box *a, const struct text_box *b)
{
    return a->top <= b->bottom && a->bottom >= b->top;
}

static bool
share_widths(const struct text_box *a, const struct text_box *b)
{
    return a->left <= b->right && a->right >= b->left;
}

/* A block with the ones nearest to it at its right, below it, and both. */
struct cells {
    const struct text_block *at, *right, *below, *across;
};

static struct cells
cells_at(const block_list *blocks, const struct text_block *at)
{
    struct cells cells = {.at = at};
    const struct text_box *own = &at->box;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct text_block *block = &blocks->at[i];
        const struct text_box *box = &block->box;
        bool is_right = box->left > own->right,
             is_below = box->top > own->bottom;
        if (block == at)
            continue;
        if (share_heights(own, box) && is_right &&
            (!cells.right || box->left < cells.right->box.left))
            cells.right = block;
        else if (share_widths(own, box) && is_below &&
                 (!cells.below || box->top < cells.below->box.top))
            cells.below = block;
        else if (is_right && is_below &&
                 (!cells.across || (box->left < cells.across->box.left &&
                                    box->top < cells.across->box.top)))
            cells.across = block;
    }
    return cells;
}

static bool
are_level(const struct text_block *a, const struct text_block *b, upt near)
{
    const struct text_box *one = &a->box, *two = &b->box;
    return distance(one->top, two->top) <= near ||
           distance(one->bottom, two->bottom) <= near ||
           distance(one->top + one->bottom, two->top + two->bottom) <= 2 * near;
}

static upt
smaller(upt a, upt b)
{
    return a < b ? a : b;
}

/* That they stand in columns is so by themselves. */
static bool
form_table(const struct cells *cells)
{
    if (!cells->right || !cells->below || !cells->across ||
        cells->at->column == cells->right->column)
        return false;
    if (share_widths(&cells->below->box, &cells->across->box) ||
        share_heights(&cells->right->box, &cells->across->box) ||
        share_widths(&cells->right->box, &cells->below->box) ||
        share_heights(&cells->right->box, &cells->below->box) ||
        !share_widths(&cells->across->box, &cells->right->box) ||
        !share_heights(&cells->across->box, &cells->below->box))
        return false;
    upt size =
        smaller(smaller(cells->at->box.size, cells->right->box.size),
                smaller(cells->below->box.size, cells->across->box.size));
    upt near = size * SAME_HEIGHT / 100;
    return are_level(cells->at, cells->right, near) &&
           are_level(cells->below, cells->across, near);
}

/* A block beside which the other column is empty at its height, while that
   column goes on below it (and stands above it as well, if it is read later),
   is read between the two. */
static bool
stands_between(const block_list *blocks, const struct text_block *at)
{
    bool has_above = false, has_below = false;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct text_block *block = &blocks->at[i];
        if (block->column == at->column)
            continue;
        if (share_heights(&at->box, &block->box))
            return false;
        has_above |= block->box.top < at->box.top;
        has_below |= block->box.top >= at->box.bottom;
    }
    return has_below && (at->column == 1 || has_above);
}

/* Among the blocks that begin above `limit`. */
static size_t
count_misleading(const block_list *blocks, upt limit)
{
    size_t count = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        if (blocks->at[i].box.base > limit)
            continue;
        struct cells cells = cells_at(blocks, &blocks->at[i]);
        count += form_table(&cells) || stands_between(blocks, &blocks->at[i]);
    }
    return count;
}

/* ---- spaces -------------------------------------------------------------- */

/* Of the size of the text, in per cent; what looks best comes first. A column
   that stands a little lower than the other looks like a slip. */
static const int at_top[] = {0, 90, 100, 80, 110, 120, 70, 130, 60, 140};
static const int inside[] = {0, 40, 70, 100, 150, 200};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static void
move(block_list *blocks, const struct side_space *spaces, upt from, upt by)
{
    for (size_t i = 0; i < blocks->count; i++) {
        struct text_box *box = &blocks->at[i].box;
        if (blocks->at[i].column != spaces->column || box->base <= from)
            continue;
        box->top += by;
        box->bottom += by;
        box->base += by;
    }
}

/* Widens one space, and what stands below goes down. */
static void
widen(block_list *blocks, struct side_space *spaces, size_t at, upt by)
{
    upt from = spaces->tops[at];
    for (size_t i = 0; i <= at; i++)
        from += spaces->added[i];
    move(blocks, spaces, from, by);
    spaces->added[at] += by;
    spaces->room -= by;
}

/* Where what stands below space number `at` ends now. */
static upt
end_of(const struct side_space *spaces, size_t at)
{
    if (at + 1 >= spaces->count)
        return INT64_MAX;
    upt end = spaces->tops[at + 1];
    for (size_t i = 0; i <= at; i++)
        end += spaces->added[i];
    return end;
}

/* Makes the best of space number `at`: for all blocks, or for what stands down
   to the next space, which has its turn then. */
static void
try_space(block_list *blocks, struct side_space *spaces, size_t at,
          bool looks_ahead)
{
    upt best = 0;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < COUNT(inside) && least > 0; i++) {
        upt by = spaces->em * inside[i] / 100;
        if (by > spaces->room)
            break;
        widen(blocks, spaces, at, by);
        size_t misleading = count_misleading(
            blocks, looks_ahead ? INT64_MAX : end_of(spaces, at));
        widen(blocks, spaces, at, -by);
        if (misleading >= least)
            continue;
        least = misleading;
        best = by;
    }
    widen(blocks, spaces, at, best);
}

/* Widens spaces one after the other with that much at the top. */
static size_t
try_top(block_list *blocks, struct side_space *spaces, upt top,
        bool looks_ahead)
{
    widen(blocks, spaces, 0, top);
    if (count_misleading(blocks, INT64_MAX) == 0)
        return 0;
    for (size_t i = 1; i < spaces->count; i++)
        try_space(blocks, spaces, i, looks_ahead);
    return count_misleading(blocks, INT64_MAX);
}

static void
undo(block_list *blocks, struct side_space *spaces)
{
    for (size_t i = spaces->count; i-- > 0;)
        widen(blocks, spaces, i, -spaces->added[i]);
}

void
side_texts_part(struct side_texts *page, struct side_space *spaces)
{
    block_list blocks = {0};
    size_t least = SIZE_MAX, best = 0;
    find_blocks(page, 0, &blocks);
    find_blocks(page, 1, &blocks);
    for (size_t i = 0; i < 2 * COUNT(at_top) && least > 0; i++) {
        upt top = spaces->em * at_top[i / 2] / 100;
        if (top > spaces->room)
            continue;
        size_t misleading = try_top(&blocks, spaces, top, i % 2);
        undo(&blocks, spaces);
        if (misleading >= least)
            continue;
        least = misleading;
        best = i;
    }
    /* What is left cannot be mended. */
    (void)try_top(&blocks, spaces, spaces->em * at_top[best / 2] / 100,
                  best % 2);
}
