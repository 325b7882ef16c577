/*
 * The phrases of all lists as one trie over words, cut by the same code that
 * cuts texts (src/pack/split.h).
 */
#include "parts.h"

struct trie trie;

void
trie_reset(void)
{
    memset(&trie, 0, sizeof trie);
    trie.word_count = 1;
    trie.node_count = ROOT_COUNT;
    trie.words = grow(NULL, 0, &trie.word_room, sizeof *trie.words);
    trie.nodes = grow(NULL, 0, &trie.node_room, sizeof *trie.nodes);
    trie.words[0] = "";
    memset(trie.nodes, 0, trie.node_count * sizeof *trie.nodes);
}

/* Where a folded word stands in the slots, or belongs. */
static size_t
find_slot(const char *folded, size_t len)
{
    size_t mask = sizeof trie.slots / sizeof *trie.slots - 1;
    size_t slot = split_hash(folded, len) & mask;
    for (; trie.slots[slot]; slot = (slot + 1) & mask) {
        const char *known = trie.words[trie.slots[slot]];
        if (strlen(known) == len && memcmp(known, folded, len) == 0)
            break;
    }
    return slot;
}

static unsigned
word_id(const char *folded, size_t len)
{
    size_t slot = find_slot(folded, len);
    if (trie.slots[slot])
        return trie.slots[slot];
    trie.words =
        grow(trie.words, trie.word_count, &trie.word_room, sizeof *trie.words);
    trie.words[trie.word_count] = copy(folded, len);
    trie.slots[slot] = (unsigned)trie.word_count;
    return (unsigned)trie.word_count++;
}

static unsigned
child(unsigned parent, unsigned word)
{
    size_t mask = sizeof trie.node_slots / sizeof *trie.node_slots - 1;
    size_t slot = (parent * 2654435761u ^ word * 40503u) & mask;
    for (; trie.node_slots[slot]; slot = (slot + 1) & mask) {
        struct trie_node *known = &trie.nodes[trie.node_slots[slot]];
        if (known->parent == parent && known->word == word)
            return trie.node_slots[slot];
    }
    trie.nodes =
        grow(trie.nodes, trie.node_count, &trie.node_room, sizeof *trie.nodes);
    trie.nodes[trie.node_count] =
        (struct trie_node){.parent = parent, .word = word};
    trie.node_slots[slot] = (unsigned)trie.node_count;
    return (unsigned)trie.node_count++;
}

static unsigned
root_of_list(unsigned list)
{
    if (list >= L_ASKED_CUE)
        return ASKED_ROOT;
    return list < L_SKILL ? 0 : SKILL_ROOT;
}

static void
add_use(struct trie_node *end, const char *phrase, unsigned list, unsigned term)
{
    for (unsigned i = 0; i < end->use_count; i++)
        if (end->uses[i].list == list &&
            (list < L_SKILL || end->uses[i].term == term))
            return;
    if (end->use_count == sizeof end->uses / sizeof *end->uses)
        fail("phrase in too many lists", phrase);
    end->uses[end->use_count].list = list;
    end->uses[end->use_count++].term = term;
}

/* Hyphens inside a phrase equal blanks and are left out. */
void
add_phrase(const char *phrase, unsigned list, unsigned term, uint64_t forms)
{
    struct split piece;
    size_t at = 0, len = strlen(phrase), folded_len;
    unsigned root = root_of_list(list), node = root;
    char folded[256];
    while (split_next(phrase, len, &at, &piece)) {
        if (piece.kind == SPLIT_SYMBOL && piece.symbol == '-' && node != root)
            continue;
        if (!split_fold(phrase + piece.from, piece.to - piece.from, folded,
                        sizeof folded, &folded_len))
            fail("word too long", phrase);
        node = child(node, word_id(folded, folded_len));
    }
    if (node == root)
        return;
    trie.nodes[node].classes |= forms;
    if (list < CLASS_COUNT)
        trie.nodes[node].classes |= UINT64_C(1) << list;
    add_use(&trie.nodes[node], phrase, list, term);
}

uint64_t
word_classes(struct str word)
{
    char folded[256];
    size_t len;
    if (!split_fold(word.at, word.len, folded, sizeof folded, &len))
        return 0;
    unsigned id = trie.slots[find_slot(folded, len)];
    for (size_t i = ROOT_COUNT; id && i < trie.node_count; i++)
        if (!trie.nodes[i].parent && trie.nodes[i].word == id)
            return trie.nodes[i].classes;
    return 0;
}
