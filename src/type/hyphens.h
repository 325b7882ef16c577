/*
 * Hyphenation patterns as src/gen/hyphens.c packs them: a trie (in fact a
 * graph, equal branches are shared) whose edges lie in one array. An edge by
 * the letter of number n from the node at `base` is slots[base + n], if that
 * slot's label is n.
 *
 *     bits 0-5   label: 1 + index in the alphabet; 0 = no edge here
 *     bits 6-15  op: what a pattern that ends here says; 0 = nothing
 *     bits 16-31 base of the node that the edge leads to; 0 = a leaf
 */
#ifndef TYPE_HYPHENS_H
#define TYPE_HYPHENS_H

#include <stddef.h>
#include <stdint.h>

#define HYPHEN_LABEL(slot) ((slot)&0x3Fu)
#define HYPHEN_OP(slot) ((slot) >> 6 & 0x3FFu)
#define HYPHEN_BASE(slot) ((slot) >> 16)

/* Digits between letters; the first stands `back` letters before the end. */
struct hyphen_op {
    uint8_t back, count;
    uint16_t at; /* in digits */
};

struct hyphen_patterns {
    const char *tag;          /* "en-us" */
    const uint16_t *alphabet; /* code points, sorted; '.' is a word's edge */
    size_t alphabet_count;
    const uint32_t *slots;
    size_t slot_count;
    uint32_t root; /* base */
    const struct hyphen_op *ops;
    const uint8_t *digits;
    const char *const *exceptions; /* "as-so-ciate"; NULL at the end */
    const char *notice;            /* authors and licence */
};

extern const struct hyphen_patterns hyphen_languages[];
extern const size_t hyphen_language_count;

#endif
