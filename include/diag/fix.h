/* Edits applied to the text of a source: bytes in, bytes out. */
#ifndef DIAG_FIX_H
#define DIAG_FIX_H

#include "diag/finding.h"

/* One edit that may be made. */
struct fix {
    struct edit edit;
    bool is_yaml;   /* as in the finding */
    size_t finding; /* that it is of */
};

/* Where one edit took place, in the text before and in the text after. */
struct fix_place {
    size_t from, to;
    size_t new_from, new_to;
    bool is_yaml; /* may have changed more than a text */
};

/*
 * Sorts the fixes of one source by place and takes away those that overlap an
 * earlier one or reach beyond `text`; gives how many are left. Of two at the
 * same place the first given stays.
 */
size_t fix_choose(struct arena *arena, struct fix *fixes, size_t count,
                  size_t text_len);

/*
 * The text with all fixes applied, which fix_choose has put in order. Line
 * breaks that they bring are those of the text. `places` takes one for each.
 */
struct str fix_apply(struct arena *arena, struct str text,
                     const struct fix *fixes, size_t count,
                     struct fix_place *places);

#endif
