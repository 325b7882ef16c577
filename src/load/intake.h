/*
 * The bytes of a source made fit for reading: UTF-8 without a byte-order
 * mark and without control characters, each byte still in its place.
 */
#ifndef LOAD_INTAKE_H
#define LOAD_INTAKE_H

#include "diag/finding.h"

struct intake {
    struct str text; /* as long as the source; a byte-order mark and control
                        characters have become blanks */
    size_t from;     /* where the text begins, behind a byte-order mark */
    bool is_usable;  /* else there is an error finding */
};

/* Of source number `source`, from byte `from` on. */
struct intake intake_read(struct arena *arena, struct findings *findings,
                          uint32_t source, size_t from);

/*
 * Bytes of the control character or Unicode line break at `at` of well-formed
 * UTF-8, 0 for any other character. Newlines and tabs are none.
 */
size_t control_len(struct str s, size_t at);
/* Overwrites control characters with blanks; gives how many there were. */
size_t control_blank(char *at, size_t len);

#endif
