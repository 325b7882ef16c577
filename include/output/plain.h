/*
 * What writers of text say alike: the words of a block in one order, however
 * they are marked. Nothing here decides how it looks. Texts are in the arena
 * or borrowed from the document.
 */
#ifndef OUTPUT_PLAIN_H
#define OUTPUT_PLAIN_H

#include "compose/document.h"

/* ---- inline text --------------------------------------------------------- */

#define PLAIN_LINE_END "\xe2\x80\xa8" /* U+2028 ends a line in a paragraph */

bool plain_is_empty(const struct inline_text *text);
/* Its words without any mark. */
struct str plain_words(struct arena *arena, const struct inline_text *text);
/* Runs of other texts at its end; `separator` before them when both are there
   and it is not NULL. */
void plain_append(struct arena *arena, struct inline_text *to,
                  const char *separator, const struct inline_text *more);
void plain_append_words(struct arena *arena, struct inline_text *to,
                        const char *separator, struct str more);

/* Without "mailto:" and "tel:", which nobody reads. */
struct str plain_url(struct str url);
/* The words of a link are its address, as far as people read it. */
bool plain_is_address(struct str words, struct str url);
bool plain_leads_to(const struct inline_text *text, struct str url);

/* ---- blocks -------------------------------------------------------------- */

/* "Jordan Avery, MHA, CPHQ (she/her)" of a head or a cover. */
struct str plain_name(struct arena *arena, const struct document *document,
                      const struct block *head);

/* "Email", "ORCID": what a contact is; and what it says, without that. */
struct str plain_contact_label(const struct document *document,
                               const struct contact *contact);
struct str plain_contact(const struct contact *contact);

/* "Practice Manager, Lakeside Medical Group, Springfield, IL": an entry
   without its dates. A template decides by itself and keeps two lines. */
struct inline_text plain_title(struct arena *arena,
                               const struct document *document,
                               const struct block *entry);

/* A block whose children are entries of a line each: they make a list. */
bool plain_is_listing(const struct block *block);

/* What a figure says, sentence first, then what the sentence leaves out. */
struct str plain_comparison(struct arena *arena,
                            const struct document *document,
                            const struct comparison *comparison);
struct str plain_chart(struct arena *arena, const struct chart *chart);
/* "Median wait: 41 → 26 (Jan – Jun 2022; EHR report)" */
struct str plain_tile(struct arena *arena, const struct document *document,
                      const struct tile *tile);

#endif
