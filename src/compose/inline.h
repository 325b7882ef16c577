/* Building inline text and blocks. */
#ifndef COMPOSE_INLINE_H
#define COMPOSE_INLINE_H

#include "compose/document.h"
#include "words.h"
#include "model/candidate.h"

/* ---- inline text --------------------------------------------------------- */

/* Nothing is added for an empty text. */
void inline_add(struct arena *arena, struct inline_text *to, struct str text,
                unsigned style);
/* With its place in the source. */
void inline_add_text(struct arena *arena, struct inline_text *to,
                     const struct text *text, unsigned style);
/* A link to a web address when there is one. */
void inline_add_link(struct arena *arena, struct inline_text *to,
                     const struct text *text, struct str url, unsigned style);
/* A link to a block of this document. */
void inline_add_target(struct arena *arena, struct inline_text *to,
                       struct str text, struct str target);
/* All blocks of the prose on one line. */
void inline_add_prose(struct arena *arena, struct inline_text *to,
                      const struct prose *prose, unsigned style);
/* Parts of a text between separators, each of which keeps to one line when it
   is short: "38 FTE · 3 sites". */
void inline_add_parts(struct arena *arena, struct inline_text *to,
                      struct str text, const char *separator);
/* The first letter upper case, for what stands at the beginning of a cell. */
void inline_capitalize(struct arena *arena, struct inline_text *text);
/* `separator` before everything but the first. */
void inline_separate(struct arena *arena, struct inline_text *to,
                     const char *separator);
/* What a block says in text and lines, on one line. */
void inline_add_block(const struct words *w, struct inline_text *to,
                      const struct block *block);
bool inline_is_empty(const struct inline_text *text);

/* ---- blocks ------------------------------------------------------------ */

struct block *block_new(struct arena *arena, enum block_kind kind,
                        struct str section);
/* New block as the last child. */
struct block *block_add(struct arena *arena, struct block *parent,
                        enum block_kind kind);
struct block *block_add_paragraph(struct arena *arena, struct block *parent,
                                  enum paragraph_role role);
/* Paragraphs and lists of the prose as children; nothing when it is absent. */
void block_add_prose(struct arena *arena, struct block *parent,
                     const struct prose *prose, enum paragraph_role role);
/* "Label: text" as a paragraph; the first paragraph of the prose follows the
   label. Nothing when the prose is absent. */
void block_add_labelled(struct arena *arena, struct block *parent,
                        enum paragraph_role role, struct str label,
                        const struct prose *prose);
/* A bullet list of highlights, with their notes where an edition has them;
   nothing when none has text. */
void block_add_highlights(const struct words *w, struct block *parent,
                          const highlight_list *highlights);
/* A line of BLOCK_LINES or BLOCK_FACTS; its text is to be filled in. */
struct labelled *block_add_line(struct arena *arena, struct block *block,
                                struct str label);

#endif
