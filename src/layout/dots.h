/* Middle dots between the parts of a line, where the line ends. */
#ifndef LAYOUT_DOTS_H
#define LAYOUT_DOTS_H

#include "type/paragraph.h"

/*
 * The lines of these runs; `lines` are those that they have now. The run `dot`
 * is " · ", put there by the layout: when a line can end at it without a line
 * more it gives way to the line's end, for a dot there would part a text from
 * nothing. Changes the text of that run.
 */
struct paragraph dots_set(struct arena *arena, struct font_book *fonts,
                          struct text_run *runs, size_t count, size_t dot,
                          upt measure, const struct paragraph_options *options,
                          struct paragraph lines);

#endif
