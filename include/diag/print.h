/* Findings for people and for programs. */
#ifndef DIAG_PRINT_H
#define DIAG_PRINT_H

#include "base/buf.h"
#include "diag/finding.h"

enum print_format { PRINT_TEXT, PRINT_JSON, PRINT_SARIF, PRINT_GITHUB };

struct print_options {
    enum print_format format;
    bool colour;         /* ANSI colours in text */
    size_t width;        /* columns of the terminal; 0 = unlimited, but a source
                            line is never shown with more than 500 columns */
    bool quiet;          /* no line of sums in text */
    bool verbose;        /* no folding of more than 10 of one kind */
    bool wraps_messages; /* on a terminal, where no program reads the lines */
    /* [CODE_COUNT]: codes whose reason was told; the first finding of each
       other one says why it matters. NULL: no reasons. */
    bool *reasons_told;
    const char *version; /* of the program, for JSON and SARIF */
    struct str pages;    /* for JSON: objects of how documents came to their
                            number of pages; may be empty */
    struct str choices;  /* for JSON: objects of what editions show and why; may
                            be empty */
    bool failed;         /* a file could not be read; for SARIF */
};

/*
 * Sorts the findings and prints them all.
 *
 * Text, for people; without a place "dossier" stands for the file. Ends with a
 * line of sums ("2 errors, 1 hint") unless there is nothing to sum up.
 *
 *     file:line:column: severity: text [code]
 *        12 |   - Improved efficiency
 *           |     ^~~~~~~~~~~~~~~~~~~
 *           = why: ...
 *           = help: ...
 *
 * A span of several lines shows three of them. Of more than 10 findings of a
 * code the rest is folded into a line with their number, before the sums.
 *
 * JSON, for programs; `format` grows by one when a key changes its meaning or
 * goes away. Lines and columns count from 1, columns in Unicode scalar values,
 * bytes from 0; ends are exclusive. What a finding does not have is left out.
 *
 *     {"format": 1, "tool": "dossier", "version": "0.1.0", "findings": [
 *      {"code": "M105", "name": "...", "severity": "warning",
 *       "message": "...", "help": "...", "path": "experience[0].summary",
 *       "file": "me.yaml", "line": 12, "column": 5, "end_line": 12,
 *       "end_column": 9, "from": 310, "to": 314,
 *       "edit": {"from": 310, "to": 314, "text": "...", "safe": true}}
 *     ], "errors": 0, "warnings": 1, "hints": 0}
 *
 * Behind the findings stand "pages": [...] and "choices": [...] when there is
 * something in them.
 *
 * SARIF 2.1.0 (OASIS), one run, all codes as rules. GitHub: one workflow
 * command a line, which shows as an annotation.
 */
void findings_print(struct buf *out, struct findings *findings,
                    const struct print_options *options);
/* "2 errors, 1 hint"; nothing when there are no findings. */
void findings_print_sums(struct buf *out, const struct findings *findings);
/* The same of counts by severity, without an end of line. */
void print_sums(struct buf *out, const size_t counts[SEVERITY_COUNT]);
/* What the table says of a code, for `dossier explain`, in at most 80 columns;
   0: in 80. Examples are never broken. */
void code_explain(struct buf *out, enum code code, size_t width);
/* Text whose first line begins at column `indent` (already written); the others
   are indented as far. */
void print_wrapped(struct buf *out, struct str text, size_t indent,
                   size_t width);

#endif
