/* What stands outside the text on pages: the footer, the note at the top. */
#ifndef LAYOUT_FOOTER_H
#define LAYOUT_FOOTER_H

#include "flow.h"

/* Once all pages are there, and their number is known. */
void margins_paint(struct flow *flow);

#endif
