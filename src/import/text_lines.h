/*
 * How a line was written, read off step by step.
 *
 *   text_markup.c  signs that say nothing, HTML, attributes
 *   text_marks.c   marks of headings, lists, quotes and emphasis; drawn lines
 *   text_lines.c   the file cut into lines; what of it is no line of a resume
 */
#ifndef IMPORT_TEXT_LINES_H
#define IMPORT_TEXT_LINES_H

#include "text.h"

/* Blanks of all kinds as one kind, signs without width and direction taken
   out. Text that is clean is given back as it is, with its place. */
struct str text_clean(struct arena *arena, struct str s);

bool text_has_tag(struct str s);
/* HTML tags of a line as Markdown; addresses in < > stay. */
struct str text_without_tags(struct arena *arena, struct str s);
/* "{: .center}", "{#id}", "{.class}" at the end of a line are cut off. */
struct str text_without_attributes(struct str s);
/* "<h2 class=...>Skills</h2>": its level, 0: it is none. */
unsigned text_html_heading(struct str s);
bool text_is_html_item(struct str s);

/* A drawn line: three or more of one sign, blanks between. */
bool text_is_rule(struct str s);
/* A row of a table that only parts: |---|:--:|. */
bool text_is_delimiter_row(struct str s);
/* Takes marks off *text and says in `line` what they were. */
void text_marks_read(struct text_line *line, struct str *text);
/* Decoration around a heading: "=== Skills ===", "[ Skills ]". */
struct str text_without_decoration(struct str s);
/* Emphasis around all of the line; whether it is written in capitals. */
void text_emphasis_read(struct text_line *line, struct str *text);

#endif
