/* Patterns as a trie over letters, whose equal branches are shared. */
#include "language.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- patterns ------------------------------------------------------------ */

static size_t
add_node(struct language *language)
{
    if (language->node_count == language->node_room) {
        language->node_room = language->node_room * 2 + 1024;
        language->nodes = realloc(language->nodes, language->node_room *
                                                       sizeof *language->nodes);
        if (!language->nodes)
            stop(language->file, strerror(errno));
    }
    memset(&language->nodes[language->node_count], 0, sizeof *language->nodes);
    return language->node_count++;
}

static uint16_t
find_op(struct language *language, const uint8_t *digits, size_t letters)
{
    struct op op = {0};
    size_t first = 0, last = letters + 1;
    while (first < last && !digits[first])
        first++;
    while (last > first && !digits[last - 1])
        last--;
    if (first == last)
        return 0;
    op.back = (uint8_t)(letters - first);
    op.count = (uint8_t)(last - first);
    memcpy(op.digits, digits + first, op.count);
    for (size_t i = 1; i <= language->op_count; i++) {
        if (memcmp(&language->ops[i], &op, sizeof op) == 0)
            return (uint16_t)i;
    }
    if (language->op_count == MOST_OPS)
        stop(language->file, "too many kinds of patterns");
    language->ops[++language->op_count] = op;
    return (uint16_t)language->op_count;
}

void
trie_begin(struct language *language)
{
    (void)add_node(language);
}

void
trie_add(struct language *language, const size_t *labels, size_t count,
         const uint8_t *digits)
{
    size_t node = 0;
    for (size_t i = 0; i < count; i++) {
        if (i + 1 == count) {
            language->nodes[node].op[labels[i]] =
                find_op(language, digits, count);
        }
        if (!language->nodes[node].child[labels[i]]) {
            size_t child = add_node(language);
            language->nodes[node].child[labels[i]] = (uint32_t)child;
        }
        node = language->nodes[node].child[labels[i]];
    }
}

/* ---- sharing ------------------------------------------------------------- */

static uint64_t
node_hash(const struct node *node)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        uint64_t value = (uint64_t)node->child[i] << 16 | node->op[i];
        hash = (hash ^ value) * 1099511628211u;
    }
    return hash ^ hash >> 31;
}

static bool
node_is_leaf(const struct node *node)
{
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        if (node->child[i])
            return false;
    }
    return true;
}

static bool
nodes_equal(const struct node *a, const struct node *b)
{
    return memcmp(a->child, b->child, sizeof a->child) == 0 &&
           memcmp(a->op, b->op, sizeof a->op) == 0;
}

/* Children have higher numbers than their parents, so that going backwards
   finds every node's children already settled. */
void
trie_share(struct language *language)
{
    size_t room = 1;
    while (room < language->node_count * 2)
        room *= 2;
    uint32_t *table = take(room, sizeof *table);
    uint32_t *same = take(language->node_count, sizeof *same);
    for (size_t n = language->node_count; n-- > 0;) {
        struct node *node = &language->nodes[n];
        for (size_t i = 1; i <= MOST_LETTERS; i++) {
            if (node->child[i])
                node->child[i] = same[node->child[i]];
        }
        if (node_is_leaf(node)) {
            same[n] = LEAF;
            continue;
        }
        size_t at = (size_t)node_hash(node) & (room - 1);
        while (table[at] && !nodes_equal(node, &language->nodes[table[at]]))
            at = (at + 1) & (room - 1);
        if (!table[at])
            table[at] = (uint32_t)n;
        same[n] = table[at];
    }
    free(table);
    free(same);
}
