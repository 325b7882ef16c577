#include "predictor.h"

#include <stdlib.h>
#include <string.h>

#include "base/bug.h"

enum {
    FILTER_NONE,
    FILTER_SUB,
    FILTER_UP,
    FILTER_AVERAGE,
    FILTER_PAETH,
    FILTERS
};

static int
paeth(int left, int up, int corner)
{
    int a = abs(up - corner), b = abs(left - corner);
    int c = abs(left + up - 2 * corner);

    if (a <= b && a <= c)
        return left;
    return b <= c ? up : corner;
}

static int
predict(int filter, int left, int up, int corner)
{
    switch (filter) {
    case FILTER_SUB:
        return left;
    case FILTER_UP:
        return up;
    case FILTER_AVERAGE:
        return (left + up) / 2;
    case FILTER_PAETH:
        return paeth(left, up, corner);
    default:
        return 0;
    }
}

/* Filters one row; gives the sum of what is left as signed bytes, by which
   the best filter is chosen (PNG specification, 12.8). */
static size_t
filter_row(uint8_t *out, int filter, const uint8_t *row, const uint8_t *above,
           size_t row_len, size_t pixel_len)
{
    size_t sum = 0;

    for (size_t i = 0; i < row_len; i++) {
        int left = i >= pixel_len ? row[i - pixel_len] : 0;
        int corner = i >= pixel_len ? above[i - pixel_len] : 0;

        out[i] = (uint8_t)(row[i] - predict(filter, left, above[i], corner));
        sum += out[i] < 128 ? out[i] : 256u - out[i];
    }
    return sum;
}

struct str
predictor_apply(struct arena *arena, struct str rows, size_t row_len,
                size_t pixel_len)
{
    size_t count = row_len > 0 ? rows.len / row_len : 0;
    uint8_t *out = arena_array(arena, count, row_len + 1);
    uint8_t *trial = arena_alloc(arena, row_len);
    const uint8_t *above = arena_alloc(arena, row_len);

    for (size_t y = 0; y < count; y++) {
        const uint8_t *row = (const uint8_t *)rows.at + y * row_len;
        uint8_t *to = out + y * (row_len + 1);
        size_t best = SIZE_MAX;

        for (int filter = FILTER_NONE; filter < FILTERS; filter++) {
            size_t sum =
                filter_row(trial, filter, row, above, row_len, pixel_len);

            if (sum >= best)
                continue;
            best = sum;
            to[0] = (uint8_t)filter;
            memcpy(to + 1, trial, row_len);
        }
        above = row;
    }
    return (struct str){(const char *)out, count * (row_len + 1)};
}
