/* Paragraphs that were set, for when they are set again. */
#ifndef TYPE_KEPT_H
#define TYPE_KEPT_H

#include "type/paragraph.h"

/* What a paragraph follows from, as paragraph_set is asked. */
struct paragraph_question {
    const struct text_run *runs;
    size_t run_count;
    upt measure;
    const struct paragraph_options *options;
    uint64_t hash; /* made by kept_find */
};

struct kept_store;

struct kept_store *kept_open(struct arena *arena);
/* NULL is fine. */
void kept_close(struct kept_store *store);

/*
 * The answer, copied to the arena; false when it is not there. Its runs have
 * the color, underline, mark and span of those of the question.
 */
bool kept_find(struct kept_store *store, struct arena *arena,
               struct paragraph_question *question, struct paragraph *answer);
/* After it was not found. */
void kept_add(struct kept_store *store,
              const struct paragraph_question *question,
              const struct paragraph *answer);

#endif
