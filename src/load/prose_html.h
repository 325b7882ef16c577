/* The HTML that people paste into prose: just enough to take it out. */
#ifndef LOAD_PROSE_HTML_H
#define LOAD_PROSE_HTML_H

#include "base/str.h"

/* The end of a tag or comment at `at` (which is a "<"), or `at`. */
size_t html_tag_end(struct str text, size_t at, bool *breaks_line);
/* Is this <https://...> or <name@host>, which Markdown makes a link? */
bool html_is_address(struct str text, size_t at);
/* The end of an entity at `at` (which is a "&"), or `at`; *value is what it
   means, empty for a rare one. */
size_t html_entity_end(struct str text, size_t at, struct str *value);

#endif
