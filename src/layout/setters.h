/* One function for each kind of block; block_set chooses. */
#ifndef LAYOUT_SETTERS_H
#define LAYOUT_SETTERS_H

#include "text.h"

void head_set(struct flow *flow, const struct block *block);
void cover_set(struct flow *flow, const struct block *block);
void section_set(struct flow *flow, const struct block *block);
void paragraph_block_set(struct flow *flow, const struct block *block);
/* letter.c: roles from ROLE_DATE on */
void letter_part_set(struct flow *flow, const struct block *block);
void list_set(struct flow *flow, const struct block *block);
void item_set(struct flow *flow, const struct block *block);
void entry_set(struct flow *flow, const struct block *block);
void lines_set(struct flow *flow, const struct block *block);
void facts_set(struct flow *flow, const struct block *block);
void table_set(struct flow *flow, const struct block *block);
void strip_set(struct flow *flow, const struct block *block);
void comparison_set(struct flow *flow, const struct block *block);
void chart_set(struct flow *flow, const struct block *block);
void quote_set(struct flow *flow, const struct block *block);
void callout_set(struct flow *flow, const struct block *block);
void contents_set(struct flow *flow, const struct block *block);
void code_set(struct flow *flow, const struct block *block);
void image_set(struct flow *flow, const struct block *block);
void page_break_set(struct flow *flow, const struct block *block);

/* H2, H3, H4: the tag of a title on this level. */
enum tag_kind title_tag(unsigned level);

/* A sign before an item; its measure is what it needs, or the column. */
struct set_text bullet_set(struct flow *flow, struct str sign);

/* Narrows the column at its beginning; gives the column to restore. */
struct column_box column_indent(struct flow *flow, upt indent);

#endif
