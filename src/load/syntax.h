/*
 * What to say where libyaml stopped, and how to go on: a line of which the
 * meaning is certain is hidden from libyaml by letters (a mask) and the file
 * is read once more, so that one run shows all that is wrong.
 */
#ifndef LOAD_SYNTAX_H
#define LOAD_SYNTAX_H

#include "line.h"
#include "reader.h"

/* Hides bytes from..to; false when they are hidden already. */
bool mask_add(struct reading *reading, size_t from, size_t to);

/* Writes one byte that stays so. */
void mask_write(struct reading *reading, size_t at, char byte);

/* Reports what is wrong. True when it has been mended in reading->text, so
   that another pass may get further. */
bool syntax_mend(struct reading *reading, const struct trouble *trouble);

/* One place that is looked at. */
struct suspect {
    struct reading *reading;
    const struct trouble *trouble;
    struct line line;
    size_t at; /* where libyaml stopped or where that began */
};

/* Finding on bytes from..to of the source. */
struct finding *syntax_report(const struct suspect *suspect, enum code code,
                              size_t from, size_t to, const char *format, ...)
    ATTR_PRINTF(5, 6);
/* Shows bytes from..to in quotes, as an edit too, and masks them. */
bool syntax_quote(const struct suspect *suspect, struct finding *finding,
                  size_t from, size_t to);

/* Each looks for one habit; true when it was found and reported. *mended is
   set when the file can be read again. */
bool syntax_tabs(const struct suspect *suspect, bool *mended);
bool syntax_indent(const struct suspect *suspect, bool *mended);
bool syntax_blank(const struct suspect *suspect, bool *mended);
bool syntax_flow(const struct suspect *suspect, bool *mended);
bool syntax_open_at_end(const struct suspect *suspect, bool *mended);

#endif
