/* Findings for people and for programs. */
#ifndef DIAG_PRINT_H
#define DIAG_PRINT_H

#include "base/buf.h"
#include "diag/finding.h"

enum print_format { PRINT_TEXT, PRINT_JSON, PRINT_SARIF, PRINT_GITHUB };

struct print_options {
    enum print_format format;
    bool colour;       /* ANSI colours in text */
    size_t width;      /* columns of the terminal; 0 = unlimited */
    bool verbose;      /* no folding of more than 10 of one kind */
    const char *version;
};

/*
 * file:line:column: severity: text [code]
 *    12 |   - Improved efficiency
 *       |     ^~~~~~~~~~~~~~~~~~~
 *       = help: ...
 * Findings must be sorted. Ends with a summary line in the text format.
 */
void findings_print(struct buf *out, struct findings *findings,
                    const struct print_options *options);
/* `dossier explain CODE`. */
void code_explain(struct buf *out, enum code code);

#endif
