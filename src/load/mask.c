#include <string.h>

#include "build.h"
#include "scalar_map.h"
#include "syntax.h"

/* The first mask that ends behind `at`. */
static size_t
mask_find(const struct reading *reading, size_t at)
{
    size_t low = 0, high = reading->masks.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (reading->masks.at[middle].to > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Copies back what masks hide of one piece of text. */
static void
restore_piece(const struct reading *reading, char *text, size_t start,
              const struct text_piece *piece)
{
    size_t from = start + piece->raw, to = from + piece->raw_len;

    for (size_t i = mask_find(reading, from); i < reading->masks.count; i++) {
        struct mask mask = reading->masks.at[i];

        if (mask.from >= to)
            break;
        if (mask.from < from)
            mask.from = from;
        if (mask.to > to)
            mask.to = to;
        memcpy(text + piece->text + (mask.from - from),
               reading->clean.at + mask.from, mask.to - mask.from);
    }
}

struct str
mask_restore(const struct reading *reading, struct str text, struct span span,
             enum scalar_style style)
{
    size_t first = mask_find(reading, span.from);
    struct str raw = str_slice(reading->text, span.from, span.to);
    struct scalar_walk walk;
    struct text_piece piece;
    char *copy = arena_alloc(reading->arena, text.len + 1);

    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    if (first < reading->masks.count &&
        reading->masks.at[first].from < span.to) {
        walk = scalar_walk_start(raw, text, style);
        while (scalar_walk_next(&walk, &piece))
            if (piece.exact && piece.len == piece.raw_len)
                restore_piece(reading, copy, span.from, &piece);
    }
    return (struct str){copy, text.len};
}

/* ---- hiding ------------------------------------------------------------ */

static void
make_writable(struct reading *reading)
{
    size_t len = reading->text.len;

    if (reading->writable != NULL)
        return;
    reading->writable = arena_alloc(reading->arena, len + 1);
    memcpy(reading->writable, reading->text.at, len);
    reading->text.at = reading->writable;
}

void
mask_write(struct reading *reading, size_t at, char byte)
{
    make_writable(reading);
    reading->writable[at] = byte;
}

/* Habits are found in the order of the file, so the place is near the end. */
bool
mask_add(struct reading *reading, size_t from, size_t to)
{
    size_t at = mask_find(reading, from);

    if (from >= to || to > reading->text.len ||
        (at < reading->masks.count && reading->masks.at[at].from < to))
        return false;
    (void)list_add(reading->arena, &reading->masks);
    for (size_t i = reading->masks.count - 1; i > at; i--)
        reading->masks.at[i] = reading->masks.at[i - 1];
    reading->masks.at[at] = (struct mask){from, to};
    make_writable(reading);
    memset(reading->writable + from, 'x', to - from);
    return true;
}
