/*
 * The edges of all nodes in one array, each node at the first place where its
 * edges meet no others (Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
 */
#include "language.h"

#include <stdlib.h>

struct packing {
    bool *used;
    bool *bases; /* a base serves one node, else edges would be mistaken */
    size_t first_free;
};

static bool
node_fits(const struct node *node, const struct packing *packing, size_t base)
{
    if (packing->bases[base])
        return false;
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        if (node->child[i] && packing->used[base + i])
            return false;
    }
    return true;
}

static void
place_node(struct language *language, struct packing *packing, size_t n)
{
    struct node *node = &language->nodes[n];
    while (packing->used[packing->first_free])
        packing->first_free++;
    size_t base = packing->first_free > MOST_LETTERS
                      ? packing->first_free - MOST_LETTERS
                      : 1;
    while (!node_fits(node, packing, base))
        base++;
    if (base + MOST_LETTERS >= MOST_SLOTS)
        stop(language->file, "too many patterns");
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        if (node->child[i])
            packing->used[base + i] = true;
    }
    packing->bases[base] = true;
    node->base = (uint32_t)base;
    node->placed = true;
    if (base + MOST_LETTERS + 1 > language->slot_count)
        language->slot_count = base + MOST_LETTERS + 1;
}

/* Marks the nodes that are still reached and gives each a place. */
static void
place_reached(struct language *language)
{
    struct packing packing = {take(MOST_SLOTS + 1, sizeof(bool)),
                              take(MOST_SLOTS + 1, sizeof(bool)), 1};
    uint32_t *queue = take(language->node_count, sizeof *queue);
    size_t head = 0, tail = 1;
    place_node(language, &packing, 0);
    while (head < tail) {
        const struct node *node = &language->nodes[queue[head++]];
        for (size_t i = 1; i <= MOST_LETTERS; i++) {
            uint32_t child = node->child[i];
            if (!child || child == LEAF || language->nodes[child].placed)
                continue;
            place_node(language, &packing, child);
            queue[tail++] = child;
        }
    }
    free(queue);
    free(packing.bases);
    free(packing.used);
}

void
slots_fill(struct language *language)
{
    place_reached(language);
    language->slots = take(language->slot_count, sizeof *language->slots);
    for (size_t n = 0; n < language->node_count; n++) {
        const struct node *node = &language->nodes[n];
        if (!node->placed)
            continue;
        for (size_t i = 1; i <= MOST_LETTERS; i++) {
            uint32_t child = node->child[i];
            if (!child)
                continue;
            uint32_t base = child == LEAF ? 0 : language->nodes[child].base;
            language->slots[node->base + i] =
                (uint32_t)i | (uint32_t)node->op[i] << 6 | base << 16;
        }
    }
}
