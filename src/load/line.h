/*
 * One line of a file as people write it: blanks, dashes, a name with a colon,
 * a value. Used where YAML cannot read the line, so nothing is certain.
 */
#ifndef LOAD_LINE_H
#define LOAD_LINE_H

#include "base/str.h"

/* All are bytes of the text; name and value are empty when there is none. */
struct line {
    size_t from, to; /* without the line break */
    size_t content;  /* behind blanks and dashes */
    size_t dash;     /* the last of the dashes, SIZE_MAX without */
    size_t name_to;  /* content..name_to is the name before the colon */
    size_t value;
    size_t value_to; /* without blanks and a remark at the end */
};

/* The first byte of at..to that is no blank, or `to`. */
size_t skip_blanks(struct str text, size_t at, size_t to);
/* Where the line of byte `at` ends, before its break. */
size_t line_end(struct str text, size_t at);

/* The line that holds byte `at`. */
struct line line_at(struct str text, size_t at);
/* The one before it that is not empty, false when there is none. */
bool line_before(struct str text, const struct line *line, struct line *before);
/* The one behind it that is not empty. */
bool line_after(struct str text, const struct line *line, struct line *after);

bool line_has_name(const struct line *line);
bool line_has_value(const struct line *line);
/* Columns before the content, from 0. */
size_t line_column(const struct line *line);

/* The byte behind the quote that closes the one at `at`, or SIZE_MAX when it
   is not closed before `to`. */
size_t quote_end(struct str text, size_t at, size_t to);
/* The byte behind the bracket that closes the one at `at`, or SIZE_MAX. */
size_t bracket_end(struct str text, size_t at, size_t to);

/* In YAML quotes, on one line. */
struct str quoted(struct arena *arena, struct str text);
/* The line with bytes from..to replaced, without its indentation, cut to a
   length that can be shown. */
struct str line_mended(struct arena *arena, struct str text,
                       const struct line *line, size_t from, size_t to,
                       struct str better);

#endif
