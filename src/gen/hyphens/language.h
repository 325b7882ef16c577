/*
 * The compiler of hyphenation patterns: what its files share. What is wrong
 * ends it.
 *
 *   hyphens.c  reads a language and writes its tables
 *   trie.c     patterns become a trie, whose equal branches are shared
 *   slots.c    the edges of all nodes are laid into one array
 */
#ifndef GEN_HYPHENS_LANGUAGE_H
#define GEN_HYPHENS_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"

#define MOST_LETTERS 63
#define MOST_OPS 1023
#define MOST_SLOTS 65535
#define MOST_PATTERN 64
#define MOST_EXCEPTIONS 1000

/* An edge to a leaf leads to this node: it only says its op. */
#define LEAF UINT32_MAX

struct node {
    uint32_t child[MOST_LETTERS + 1]; /* node by label; 0 = none */
    uint16_t op[MOST_LETTERS + 1];    /* of the edge */
    uint32_t base;
    bool placed;
};

struct op {
    uint8_t back, count;
    uint8_t digits[MOST_PATTERN];
};

struct language {
    const char *file;
    char tag[32], name[32];
    char *text; /* of the file */
    char *notice;
    uint32_t alphabet[MOST_LETTERS];
    size_t letters;
    struct node *nodes;
    size_t node_count, node_room;
    struct op ops[MOST_OPS + 1];
    size_t op_count; /* 0 is none */
    const char *exceptions[MOST_EXCEPTIONS];
    size_t exception_count;
    uint32_t *slots;
    size_t slot_count;
};

ATTR_NORETURN void stop(const char *file, const char *what);
/* Zeroed; never NULL. */
void *take(size_t count, size_t size);

void trie_begin(struct language *language);
/* One pattern: the places of its letters in the alphabet, from 1, and the
   digits before, between and behind them. */
void trie_add(struct language *language, const size_t *labels, size_t count,
              const uint8_t *digits);
void trie_share(struct language *language);
/* Once the trie is shared: language->slots. */
void slots_fill(struct language *language);

#endif
