/*
 * The files under templates/ and fonts/, carried in the binary. Paths are as
 * in the source tree: "templates/themes/classic.yaml".
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include "base/str.h"

struct embedded {
    struct str path;
    struct str bytes;
};

/* NULL when there is no such file. */
const struct embedded *embedded_find(struct str path);
/* All files, sorted by path. */
const struct embedded *embedded_all(size_t *count);

#endif
