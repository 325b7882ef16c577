#include "base/index.h"

/* The slot of a key, or the free one where it would stand. */
static struct index_slot *
slot_of(const struct index *index, uint64_t key)
{
    /* Fibonacci hashing: the upper bits of the product are well mixed. */
    uint64_t mixed = key * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(mixed >> 32) & (index->room - 1);
    while (index->slots[at].key && index->slots[at].key != key)
        at = (at + 1) & (index->room - 1);
    return &index->slots[at];
}

static void
grow(struct arena *arena, struct index *index)
{
    struct index old = *index;
    index->room = old.room ? old.room * 2 : 64;
    index->slots = ARENA_ARRAY(arena, index->room, struct index_slot);
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].key)
            *slot_of(index, old.slots[i].key) = old.slots[i];
}

bool
index_add(struct arena *arena, struct index *index, uint64_t key, size_t value)
{
    if (index->count * 2 >= index->room)
        grow(arena, index);
    struct index_slot *slot = slot_of(index, key);
    if (slot->key)
        return false;
    *slot = (struct index_slot){key, value};
    index->count++;
    return true;
}

size_t
index_find(const struct index *index, uint64_t key)
{
    if (!index->room)
        return SIZE_MAX;
    const struct index_slot *slot = slot_of(index, key);
    return slot->key ? slot->value : SIZE_MAX;
}

uint64_t
index_of_address(const void *address)
{
    uint64_t key = (uint64_t)(uintptr_t)address;
    return key ? key : 1;
}

/* FNV-1a, 64 bits. */
uint64_t
index_of_text(struct str text)
{
    uint64_t key = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < text.len; i++) {
        key ^= (unsigned char)ascii_lower(text.at[i]);
        key *= UINT64_C(0x100000001B3);
    }
    return key ? key : 1;
}
