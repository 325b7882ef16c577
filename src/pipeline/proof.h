/*
 * The proof that a program gets out of a PDF what the document says: its
 * fields are looked for, word by word, in the text that comes back.
 *
 * proof_words.c cuts texts into words, proof_fields.c a document into fields,
 * proof_match.c finds the ones in the other, proof_order.c judges their order,
 * proof.c tells what is wrong.
 */
#ifndef PIPELINE_PROOF_H
#define PIPELINE_PROOF_H

#include "compose/document.h"
#include "layout/pages.h"
#include "output/pdf_text.h"

struct build;
struct paged;

/* ---- words ------------------------------------------------------------------
 */

/* Letters and digits in a row, case ignored; any other sign, and any character
   of a script without blanks, is a word of its own. */
struct proof_word {
    uint64_t hash;
    uint32_t from, to; /* bytes of the text */
    bool is_first;     /* on its line */
    bool is_last;
    bool is_used; /* by a field */
};

struct proof_text {
    struct arena *arena;
    struct str text; /* lines; a form feed ends a page */
    LIST(struct proof_word) words;
    uint32_t *heads, *next; /* words by hash: 1 + place, ascending; 0: none */
    size_t head_count;      /* a power of two */
    size_t far_cost;        /* of looking for a word that lines cut */
    bool composes;          /* it comes from a file: letters and their accents
                               may be one character or two */
    size_t work;            /* that looking for fields may still cost */
    bool shares;            /* words may be of two fields */
    struct str squeezed;    /* letters and digits only; made when needed */
};

/* `decoration` is left out; may be NULL. */
struct proof_text proof_text_of(struct arena *arena, struct str text,
                                const struct pdf_text_part *decoration,
                                size_t decoration_count);
/* What the glyphs of the pages say, in the order in which they are written. */
struct str proof_pages_text(struct arena *arena, const struct pages *pages);

typedef LIST(uint64_t) hash_list;
/* The words of a field. */
void proof_hashes(const struct proof_text *text, struct str field,
                  hash_list *hashes);
/* Behind the words that are these, from word `at` on; 0: they are others. Words
   that a line's end cuts count as whole. */
size_t proof_match_at(const struct proof_text *text, size_t at,
                      const uint64_t *hashes, size_t count);
/* Something in it is written from right to left. */
bool proof_turns(struct str text);
/* All of them are there, wherever. */
bool proof_has_words(const struct proof_text *text, const hash_list *hashes);
/* It is there when blanks and signs do not count. */
bool proof_is_squeezed(struct proof_text *text, struct str wanted);

/* ---- fields -----------------------------------------------------------------
 */

enum field_role {
    FIELD_NAME,
    FIELD_CONTACT,
    FIELD_TITLE,  /* of a section or an entry */
    FIELD_BESIDE, /* of an entry: employer, dates, place */
    FIELD_BODY
};

struct proof_field {
    enum field_role role;
    struct str text;
    struct span span;
    size_t node;
    size_t at, end; /* words; at SIZE_MAX: not found */
    bool is_free;   /* not judged: has no words, may be left out, or is found
                       in another order than that of its letters */
};

/* A block. */
struct proof_node {
    size_t parent;    /* SIZE_MAX: none */
    bool is_ordered;  /* comes behind those before it under its parent */
    size_t low, high; /* of its words; low SIZE_MAX: none was found */
    size_t first;     /* field */
};

struct proof_fields {
    struct arena *arena;
    LIST(struct proof_field) fields;
    LIST(struct proof_node) nodes;
};

struct proof_fields proof_fields_of(struct arena *arena,
                                    const struct document *document);

/* ---- proof ------------------------------------------------------------------
 */

/* Finds the fields. */
void proof_match(struct proof_fields *fields, struct proof_text *text);
/* The first field that stands where it should not; SIZE_MAX: none. */
size_t proof_misplaced(struct proof_fields *fields);

/* What is wrong with it; `is_own`: it was just made, from pages. */
void proof_tell(struct build *b, struct proof_fields *fields,
                struct proof_text *text, bool is_own);

/* Behind every PDF that is made. */
void build_prove(struct build *b, const struct paged *paged);

/* A PDF that was handed in, beside the document that it is most like. */
void build_prove_file(struct build *b);
/* The same without a document. */
void build_prove_alone(struct build *b);
/* Whether it has its source in it: then the request to hold them together. */
struct dossier_request;
bool build_attached(struct arena *arena, const struct dossier_request *request,
                    struct dossier_request *with_source);

#endif
