/*
 * Geometry in micropoints: 1 pt = 1/72 inch = 1,000,000 upt. Integers only,
 * so that every machine breaks lines and pages alike.
 */
#ifndef BASE_UPT_H
#define BASE_UPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

typedef int64_t upt;

#define UPT_PER_PT INT64_C(1000000)
/* Only with constants: rounded by the compiler, so that 8.2 is 8,200,000. */
#define PT(points)                                                             \
    ((upt)((points) * 1000000.0 + ((points) < 0 ? -0.5 : 0.5)))

/* value * numerator / denominator, rounded half away from zero; no overflow
   for |value| < 2^62 / |numerator|. denominator > 0. */
upt upt_scale(upt value, int64_t numerator, int64_t denominator);
/* "12.5pt", "1.5cm", "20mm", "0.7in"; a bare number is points. */
bool upt_parse(struct str s, upt *value);
/* Decimal points without trailing zeros, at most `decimals` places. */
void upt_print(struct buf *buf, upt value, int decimals);

#endif
