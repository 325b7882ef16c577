/*
 * Every text of a candidate, in the order of the field table, for those who
 * read them all: the check looks for words in them, an importer's test for
 * losses. Values without letters of the person's own (dates, numbers,
 * choices, flags) are no texts.
 */
#ifndef MODEL_TEXTS_H
#define MODEL_TEXTS_H

#include "model/candidate.h"
#include "model/fields.h"

/* Borrows from the candidate. */
struct field_text {
    const struct field_shape *shape; /* of the mapping it stands in */
    const struct field *field;
    const void *map;                 /* the struct of that shape */
    const struct item *item;         /* nearest mapping with one, not NULL */
    const struct item *entry;        /* nearest entry of a list, or item */
    const struct prose *prose;       /* of FIELD_PROSE and FIELD_LINE */
    const struct text *text;         /* else */
    size_t index;                    /* in a list; SIZE_MAX when single */
};

typedef void field_text_fn(void *context, const struct field_text *text);

/* Calls back for each text that is not empty. */
void candidate_each_text(const struct candidate *candidate, field_text_fn *fn,
                         void *context);

/* The same within one mapping of that shape. */
void map_each_text(const struct field_shape *shape, const void *map,
                   field_text_fn *fn, void *context);

/* What a reader sees of it: without markup, placeholders filled in. */
struct str field_text_plain(const struct field_text *text);
const struct node *field_text_node(const struct field_text *text);
/* "case_studies[0].actions[1]" */
struct str field_text_path(struct arena *arena, const struct field_text *text);

#endif
