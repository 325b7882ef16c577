/* Names of credentials and memberships, found by their hash. */
#include "parts.h"

enum name_kind { NAME_CREDENTIAL, NAME_WRONG, NAME_MEMBERSHIP };

struct name {
    const char *key;
    enum name_kind kind;
    size_t index;
};

static struct {
    struct name *at;
    size_t count, room;
    unsigned slots[1 << 13];
} names;

#define NAME_MASK (sizeof names.slots / sizeof *names.slots - 1)

/* What is known already keeps its meaning. */
static void
add_name(const char *name, enum name_kind kind, size_t index)
{
    char key[256];
    size_t len;
    if (!split_key(name, strlen(name), key, sizeof key, &len))
        fail("name too long", name);
    if (!len)
        return;
    size_t slot = split_hash(key, len) & NAME_MASK;
    for (; names.slots[slot]; slot = (slot + 1) & NAME_MASK) {
        const char *known = names.at[names.slots[slot] - 1].key;
        if (strlen(known) == len && memcmp(known, key, len) == 0)
            return;
    }
    names.at = grow(names.at, names.count, &names.room, sizeof *names.at);
    names.at[names.count++] = (struct name){copy(key, len), kind, index};
    names.slots[slot] = (unsigned)names.count;
    if (names.count > NAME_MASK / 2)
        fail("too many names", "widen the table");
}

static void
add_names(struct file *file, yaml_node_t *list, enum name_kind kind,
          size_t index)
{
    for (size_t i = 0; i < item_count(list); i++)
        add_name(file_item_text(file, list, i), kind, index);
}

/* One word in capitals is worth a look in every text. */
static void
add_wrong_abbreviation(const char *wrong, const char *right)
{
    size_t len = strlen(wrong);
    if (len < 3 || strspn(wrong, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != len)
        return;
    struct term term = {wrong, right, "", "0", false, true};
    add_phrase(wrong, L_CREDENTIAL_WRONG, term_add(L_CREDENTIAL_WRONG, term),
               0);
}

/* Right ones, or what people write instead. */
static void
add_credential_names(const struct entries *entries, bool wrong)
{
    struct file *file;
    yaml_node_t *entry;
    size_t index = 0;
    for (size_t at = 0; (entry = next_entry(entries, &at, &file)); index++) {
        if (!wrong) {
            add_name(file_text(file, entry, "abbr"), NAME_CREDENTIAL, index);
            add_name(file_text(file, entry, "name"), NAME_CREDENTIAL, index);
            add_names(file, file_get(file, entry, "aliases"), NAME_CREDENTIAL,
                      index);
            add_names(file, file_get(file, entry, "names"), NAME_CREDENTIAL,
                      index);
            continue;
        }
        yaml_node_t *slips = file_get(file, entry, "misspellings");
        add_names(file, slips, NAME_WRONG, index);
        for (size_t i = 0; i < item_count(slips); i++)
            add_wrong_abbreviation(file_item_text(file, slips, i),
                                   file_text(file, entry, "abbr"));
    }
}

static void
add_membership_names(const struct entries *entries)
{
    struct file *file;
    yaml_node_t *entry;
    size_t index = 0;
    for (size_t at = 0; (entry = next_entry(entries, &at, &file)); index++) {
        add_name(file_text(file, entry, "abbr"), NAME_MEMBERSHIP, index);
        add_name(file_text(file, entry, "name"), NAME_MEMBERSHIP, index);
        add_names(file, file_get(file, entry, "aliases"), NAME_MEMBERSHIP,
                  index);
    }
}

/* ---- as tables ----------------------------------------------------------- */

/* Keys stand in one text, so that nothing of it is touched at start-up. */
static void
print_names(unsigned number)
{
    size_t at = 0;
    printf("static const char name_keys_%u[] =\n", number);
    for (size_t i = 0; i < names.count; i++)
        printf("\"%s\"\n", names.at[i].key);
    printf("\"\";\n");
    printf("static const struct pack_name names_%u[] = {\n", number);
    for (size_t i = 0; i < names.count; i++) {
        size_t len = strlen(names.at[i].key);
        printf("{%zu, %zu, %zu, %d},\n", at, len, names.at[i].index,
               (int)names.at[i].kind);
        at += len;
    }
    printf("{0, 0, 0, 0}};\n");
    printf("static const unsigned short name_slots_%u[] = {", number);
    for (size_t i = 0; i <= NAME_MASK; i++)
        printf("%s%u,", i % 16 ? "" : "\n", names.slots[i]);
    printf("};\n");
}

/* ---- how they begin ------------------------------------------------------ */

/* Of all packs: by the hash of a first word the words of the longest name,
   and whether it is one by itself; by the hash of the first two words 1. */
static struct {
    unsigned char firsts[SPLIT_NAME_SLOTS], pairs[SPLIT_NAME_SLOTS];
} begun;

enum { NAME_WORDS_MOST = 15 };

static void
begin_name(const char *key)
{
    size_t first = strcspn(key, " "), words = 1;
    unsigned char *slot = &begun.firsts[split_first_slot(key, first)];
    unsigned char most = *slot & ~SPLIT_NAME_ALONE,
                  alone = *slot & SPLIT_NAME_ALONE;
    for (const char *at = key; *at; at++)
        words += *at == ' ' && words < NAME_WORDS_MOST;
    if (words == 1)
        alone = SPLIT_NAME_ALONE;
    else
        begun.pairs[split_pair_slot(key, first, key + first + 1,
                                    strcspn(key + first + 1, " "))] = 1;
    *slot = (unsigned char)((words > most ? words : most) | alone);
}

static void
print_bytes(const char *name, const unsigned char *bytes, size_t count)
{
    printf("const unsigned char %s[] = {", name);
    for (size_t i = 0; i < count; i++)
        printf("%s%u,", i % 32 ? "" : "\n", bytes[i]);
    printf("};\n");
}

void
names_print_begun(void)
{
    print_bytes("pack_name_firsts", begun.firsts, SPLIT_NAME_SLOTS);
    print_bytes("pack_name_pairs", begun.pairs, SPLIT_NAME_SLOTS);
}

/* ---- of one pack --------------------------------------------------------- */

void
names_make(unsigned number, struct file *own, struct file *base)
{
    memset(&names, 0, sizeof names);
    struct entries credentials =
        entries_of(&tables[CREDENTIALS], &own[CREDENTIALS], &base[CREDENTIALS]);
    struct entries memberships =
        entries_of(&tables[MEMBERSHIPS], &own[MEMBERSHIPS], &base[MEMBERSHIPS]);
    add_credential_names(&credentials, false);
    add_membership_names(&memberships);
    add_credential_names(&credentials, true);
    for (size_t i = 0; i < names.count; i++)
        begin_name(names.at[i].key);
    print_names(number);
}

void
names_print_fields(unsigned number)
{
    printf(".name_keys = name_keys_%u, .name_count = %zu, ", number,
           names.count);
    printf(".names = names_%u, .name_slots = name_slots_%u, .name_mask = %zu",
           number, number, (size_t)NAME_MASK);
}
