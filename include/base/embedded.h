/*
 * The files under templates/, fonts/ and include/<layer>/schemas/, carried in
 * the binary. Paths are as in the source tree: "templates/themes/classic.yaml".
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

/*
 * Says that `bytes` (of one of the files) will hardly be read soon, so that
 * they need not stay in memory. They stay valid: what is read after all comes
 * again from the program's file.
 */
void embedded_release(struct str bytes);

/* The same of all constants of the program and of its code: what the next stage
   needs of them comes again, what only earlier ones needed does not. */
void constants_release(void);

#endif
