/*
 * What findings are to be passed over: spans of each code, sorted, each with
 * the one around it, so that a look-up takes a binary search however many
 * lines of a file ask for silence.
 */
#ifndef DIAG_IGNORE_H
#define DIAG_IGNORE_H

#include "diag/finding.h"

struct ignores;

struct ignores *ignores_new(struct arena *arena);
void ignores_add(struct ignores *ignores, const struct ignore *ignore);
size_t ignores_count(const struct ignores *ignores);
const struct ignore *ignores_at(const struct ignores *ignores, size_t i);
/* Whether one of them, at least, covers the finding; all that do are noted as
   used. */
bool ignores_cover(struct ignores *ignores, enum code code, struct span span);
/* The same of those alone that are limited to a place, and none is noted. */
bool ignores_cover_here(struct ignores *ignores, enum code code,
                        struct span span);

#endif
