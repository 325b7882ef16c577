/*
 * The trie as tables: words by their hash, nodes with their edges, and for each
 * word the lists that have a phrase which begins with it.
 */
#include "parts.h"

/* ---- lists by first words ------------------------------------------------ */

#define SET_WORDS ((LIST_COUNT + 63) / 64)

struct list_set {
    uint64_t bits[SET_WORDS];
};

/* For each node the lists of all phrases that begin with its first word. */
static struct list_set *
find_sets(void)
{
    struct list_set *sets = calloc(trie.node_count, sizeof *sets);
    unsigned *first = calloc(trie.node_count, sizeof *first);
    if (!sets || !first)
        fail("memory", "ended");
    for (size_t i = ROOT_COUNT; i < trie.node_count; i++) {
        const struct trie_node *node = &trie.nodes[i];
        first[i] =
            node->parent >= ROOT_COUNT ? first[node->parent] : (unsigned)i;
        for (unsigned u = 0; u < node->use_count; u++)
            sets[first[i]].bits[node->uses[u].list / 64] |=
                UINT64_C(1) << node->uses[u].list % 64;
    }
    free(first);
    return sets;
}

static void
print_set(const struct list_set *set)
{
    printf("{{");
    for (size_t b = 0; b < SET_WORDS; b++)
        printf("0x%llxu,", (unsigned long long)set->bits[b]);
    printf("}},\n");
}

/* Each set once; gives its number for each word. */
static unsigned *
print_sets(unsigned number, const unsigned *starts)
{
    struct list_set *of_node = find_sets();
    struct list_set *known = calloc(trie.word_count + 1, sizeof *known);
    unsigned *numbers = calloc(trie.word_count, sizeof *numbers);
    size_t count = 1;
    if (!known || !numbers)
        fail("memory", "ended");
    printf("static const struct lexicon_set sets_%u[] = {\n", number);
    print_set(&known[0]);
    for (size_t i = 1; i < trie.word_count; i++) {
        const struct list_set *set = &of_node[starts[i]];
        size_t at = 0;
        while (at < count && memcmp(&known[at], set, sizeof *set) != 0)
            at++;
        if (at == count) {
            known[count++] = *set;
            print_set(set);
        }
        numbers[i] = (unsigned)at;
    }
    printf("};\n");
    free(known);
    free(of_node);
    return numbers;
}

/* ---- words --------------------------------------------------------------- */

/* For each word the node where phrases of a root begin with it. */
static unsigned *
starts_at(unsigned root)
{
    unsigned *starts = make_room(trie.word_count, sizeof *starts);
    for (size_t i = ROOT_COUNT; i < trie.node_count; i++)
        if (trie.nodes[i].parent == root)
            starts[trie.nodes[i].word] = (unsigned)i;
    return starts;
}

/* Numbers of words by their hash; at most every second slot is taken. */
static void
print_slots(unsigned number)
{
    size_t slots = 1024;
    while (slots < trie.word_count * 2)
        slots *= 2;
    unsigned *table = make_room(slots, sizeof *table);
    for (size_t i = 1; i < trie.word_count; i++) {
        size_t slot = split_hash(trie.words[i], strlen(trie.words[i]));
        while (table[slot & (slots - 1)])
            slot++;
        table[slot & (slots - 1)] = (unsigned)i;
    }
    printf("static const unsigned short slots_%u[] = {", number);
    for (size_t i = 0; i < slots; i++)
        printf("%s%u,", i % 16 ? "" : "\n", table[i]);
    printf("};\nenum { slot_mask_%u = %zu };\n\n", number, slots - 1);
    free(table);
}

void
words_print(unsigned number)
{
    unsigned *starts = starts_at(0), *skills = starts_at(SKILL_ROOT);
    unsigned *asked = starts_at(ASKED_ROOT);
    unsigned *sets = print_sets(number, starts);
    size_t offset = 0;
    printf("static const char letters_%u[] =\n", number);
    for (size_t i = 1; i < trie.word_count; i++) {
        print_quoted(trie.words[i]);
        putchar('\n');
    }
    printf(";\nstatic const struct pack_word words_%u[] = {\n", number);
    for (size_t i = 0; i < trie.word_count; i++) {
        size_t len = strlen(trie.words[i]);
        printf("{%zu, %zu, %u, %u, %u, %u},%s", offset, len, starts[i],
               skills[i], asked[i], sets[i], i % 8 ? "" : "\n");
        offset += len;
    }
    printf("};\n");
    print_slots(number);
    free(starts);
    free(skills);
    free(asked);
    free(sets);
}

/* ---- nodes --------------------------------------------------------------- */

static int
edge_order(const void *a, const void *b)
{
    const struct trie_node *x = &trie.nodes[*(const unsigned *)a];
    const struct trie_node *y = &trie.nodes[*(const unsigned *)b];
    if (x->parent != y->parent)
        return x->parent < y->parent ? -1 : 1;
    return x->word < y->word ? -1 : x->word > y->word;
}

/* Edges below words; the first one of each node, and how many it has. */
static void
print_edges(unsigned number, unsigned *first, unsigned *degree)
{
    size_t edges = 0;
    unsigned *order = make_room(trie.node_count, sizeof *order);
    for (size_t i = 1; i < trie.node_count; i++)
        if (trie.nodes[i].parent >= ROOT_COUNT)
            order[edges++] = (unsigned)i;
    qsort(order, edges, sizeof *order, edge_order);
    printf("static const struct pack_edge edges_%u[] = {\n", number);
    for (size_t i = 0; i < edges; i++) {
        const struct trie_node *node = &trie.nodes[order[i]];
        if (!degree[node->parent]++)
            first[node->parent] = (unsigned)i;
        printf("{%u, %u},%s", node->word, order[i], i % 8 ? "" : "\n");
    }
    printf("{0, 0}};\n");
    free(order);
}

static void
print_uses(unsigned number)
{
    printf("static const struct lexicon_use uses_%u[] = {\n", number);
    for (size_t i = 1; i < trie.node_count; i++)
        for (unsigned u = 0; u < trie.nodes[i].use_count; u++)
            printf("{%u, %u},%s", trie.nodes[i].uses[u].list,
                   trie.nodes[i].uses[u].term, u ? "" : "\n");
    printf("{0, 0}};\n");
}

void
nodes_print(unsigned number)
{
    size_t count = trie.node_count, uses = 0;
    unsigned *first = make_room(count, sizeof *first);
    unsigned *degree = make_room(count, sizeof *degree);
    print_edges(number, first, degree);
    print_uses(number);
    printf("static const struct pack_node nodes_%u[] = {\n", number);
    for (size_t i = 0; i < count; i++) {
        const struct trie_node *node = &trie.nodes[i];
        printf("{0x%llxu, %u, %u, %zu, %u},\n",
               (unsigned long long)node->classes, first[i], degree[i], uses,
               node->use_count);
        uses += node->use_count;
    }
    printf("};\n\n");
    if (count > UINT16_MAX || uses > UINT16_MAX)
        fail("too many phrases", "widen the tables");
    free(first);
    free(degree);
}
