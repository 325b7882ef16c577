/*
 * Habits that YAML reads without complaint, but not as they were meant. Found
 * while the tree is built.
 */
#ifndef LOAD_HABIT_H
#define LOAD_HABIT_H

#include "build.h"

/* The # of a remark between `from` and the end of the line `to`, SIZE_MAX
   when there is none. */
size_t habit_find_hash(struct str text, size_t from, size_t to);
/* Reports the text from `hash` to the end of the line as lost. */
void habit_report_hash(const struct reading *reading, size_t value, size_t hash,
                       bool is_certain);

/* Reports what another pass will read. */
void habit_report_lost(const struct reading *reading, struct lost lost);

/* A plain text and the rest of its line: "- Ranked #1 in the region". */
void habit_text(struct builder *builder, const struct node *scalar);
/* A list behind >, which joins its lines. */
void habit_folded(struct builder *builder, const struct node *scalar);
/* A group in braces: "{city: Springfield, IL}". */
void habit_group(struct builder *builder, struct node *map);
/* The value of a field, when it stands below its name. */
void habit_value(struct builder *builder, const struct node_pair *pair);
/* "- !Important text": true when the word before a text was meant as such. */
bool habit_tag(struct builder *builder, const struct written *written,
               size_t content);
/* Marks (&name) that nothing repeats: "- &Partners led". */
void habit_anchors(struct builder *builder);

#endif
