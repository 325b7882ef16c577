/* Lines of plain text. */
#ifndef OUTPUT_TEXT_WRAP_H
#define OUTPUT_TEXT_WRAP_H

#include "base/buf.h"

struct wrap {
    size_t columns;         /* of a terminal; 0: a line is as long as it is */
    struct str first, rest; /* before the first line and before the others */
};

/*
 * Adds the words of `text` line by line. U+2028 ends a line. Between words
 * stands one blank; no-break spaces become blanks where no line ends. A word
 * is broken only where its script has no blanks (Han, kana). No line ends
 * with a blank. Nothing at all for a text without words.
 */
void wrap_add(struct buf *out, struct str text, const struct wrap *wrap);

#endif
