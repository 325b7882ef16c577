/*
 * Every diagnostic that Dossier can give, from the one list in codes.def: the
 * compiler expands it into this enum and into the table behind code_entry.
 * A published code never changes its meaning and is never used again.
 */
#ifndef DIAG_CODES_H
#define DIAG_CODES_H

#include "base/str.h"

enum severity { SEVERITY_HINT, SEVERITY_WARNING, SEVERITY_ERROR };

#define SEVERITY_COUNT 3

enum code {
#define CODE(id, name, severity, title, why, fix, bad, good, tips) CODE_##id,
#include "diag/codes.def"
#undef CODE
    CODE_COUNT
};

struct code_entry {
    const char *id;         /* "M105" */
    const char *name;       /* "metric-without-baseline" */
    enum severity severity; /* unless the configuration says otherwise */
    const char *title;      /* one line: what it protects */
    const char *why;        /* why it matters, a sentence or two */
    const char *fix;        /* how to mend it */
    const char *bad;        /* smallest example that has the fault */
    const char *good;       /* the same, mended */
    const char *tips;       /* ids of the tips it serves, blank-separated */
};

const struct code_entry *code_entry(enum code code);
/* By id ("m105" too) or by name; false when there is none. */
bool code_find(struct str id_or_name, enum code *code);
/* For what code_find does not know: the code that was meant, if one is near. */
bool code_nearest(struct str id_or_name, enum code *code);
/* What the codes of a letter are about: "Metrics" of 'M'. */
const char *code_group_title(char letter);
const char *severity_name(enum severity severity);
/* "error", "warning" or "hint". */
bool severity_find(struct str name, enum severity *severity);

#endif
