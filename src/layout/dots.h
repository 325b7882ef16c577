/* Middle dots between the parts of a line, where the line ends. */
#ifndef LAYOUT_DOTS_H
#define LAYOUT_DOTS_H

#include "type/paragraph.h"

/*
 * The lines of these runs; `lines` are those that they have now. A run " · "
 * at which a line can end without a line more gives way to the line's end: a
 * dot there would part a text from nothing. Changes the texts of such runs.
 */
struct paragraph dots_set(struct arena *arena, struct font_book *fonts,
                          struct text_run *runs, size_t count, upt measure,
                          const struct paragraph_options *options,
                          struct paragraph lines);

#endif
