/*
 * Safe fixes, applied: bytes in, bytes out. Nothing but what a fix replaces is
 * changed, and the mended file still says what it said: it is read and judged
 * again after each round.
 */
#ifndef PIPELINE_FIX_H
#define PIPELINE_FIX_H

#include "pipeline/build.h"

/* One fix that was applied. */
struct dossier_fix {
    struct str file;
    struct place place; /* when it was found */
    enum code code;
    struct str message;
};

/* A file that is other than it was. */
struct fixed_file {
    struct str name; /* the request's, or that of an included file */
    struct str before, after;
};

struct dossier_fixed {
    struct dossier_result result; /* of the mended file: what remains */
    LIST(struct dossier_fix) fixes;
    LIST(struct fixed_file) files;
    size_t refused; /* fixes that would have changed more than they should */
};

struct dossier_fixed dossier_fix(struct arena *arena,
                                 const struct dossier_request *request);

#endif
