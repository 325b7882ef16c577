/*
 * A ZIP file in memory. Owns libzip, which is loaded when the first one is
 * made: a program that writes none never pays for it.
 */
#ifndef OUTPUT_DOCX_PACKAGE_H
#define OUTPUT_DOCX_PACKAGE_H

#include "base/list.h"
#include "output/output.h"

struct package_part {
    const char *name; /* "word/document.xml" */
    struct str bytes; /* borrowed until the package is written */
};

struct package {
    LIST(struct package_part) parts; /* in the order of the file */
};

/* All parts carry the time `created`, in seconds since 1970; what lies before
   1980 is 1980. */
struct output_result package_write(struct arena *arena,
                                   const struct package *package,
                                   int64_t created);

#endif
