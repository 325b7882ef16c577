/*
 * Pictures made smaller: the mean of the light that falls on each new pixel
 * (IEC 61966-2-1: samples are not light, they are its root, roughly), row by
 * row, so that the whole picture need not be in memory.
 */
#ifndef LAYOUT_SHRINK_H
#define LAYOUT_SHRINK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* The part of a picture that is wanted, in its pixels, and how large it shall
   become: at most as large as it is. */
struct shrink_plan {
    uint32_t x, y, width, height;
    uint32_t to_width, to_height;
};

struct shrinker;

/* `channels` is 1 or 3, and one more with `has_alpha`. */
struct shrinker *shrinker_new(struct arena *arena,
                              const struct shrink_plan *plan, unsigned channels,
                              bool has_alpha);
/* The next row of the whole picture, from the top. */
void shrinker_add_row(struct shrinker *shrinker, const uint8_t *row);
/* The samples, rows packed; all rows must have been added. `alpha` is NULL
   where there is none. */
uint8_t *shrinker_samples(const struct shrinker *shrinker);
uint8_t *shrinker_alpha(const struct shrinker *shrinker);

#endif
