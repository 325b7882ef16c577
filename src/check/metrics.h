/* The numbers of one bullet (family_metrics*.c). */
#ifndef CHECK_METRICS_H
#define CHECK_METRICS_H

#include "rule.h"

/* Bytes of a text come from a placeholder: a record keeps the figure. */
bool metrics_is_printed(const struct prose *prose, size_t from, size_t to);

void metrics_arithmetic(struct check *check, /* M107 */
                        const struct check_bullet *bullet);
void metrics_in_summary(struct check *check, /* M107, M112 */
                        const struct check_text *text);
void metrics_impossible(struct check *check, /* M108 */
                        const struct check_bullet *bullet);
void metrics_implausible(struct check *check, /* M109 */
                         const struct check_bullet *bullet);
void metrics_units(struct check *check, /* M110 */
                   const struct check_bullet *bullet);
void metrics_direction(struct check *check, /* M111 */
                       const struct check_bullet *bullet);
void metrics_points(struct check *check, /* M112 */
                    const struct check_bullet *bullet);

#endif
