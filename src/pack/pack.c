#include "pack/pack.h"

#include <stdint.h>

#include "split.h"
#include "tables.h"

#define DEFAULT_PACK "health-management"

const struct pack *
pack_find(struct str name)
{
    for (size_t i = 0; i < pack_table_count; i++)
        if (str_is_empty(name) ? str_is(pack_tables[i]->name, DEFAULT_PACK)
                               : str_equal_nocase(pack_tables[i]->name, name))
            return pack_tables[i];
    return NULL;
}

struct str
pack_name(const struct pack *pack)
{
    return pack->name;
}

struct str
pack_title(const struct pack *pack)
{
    return pack->title;
}

struct str
pack_served(const struct pack *pack)
{
    return pack->served;
}

bool
pack_is_balanced(const struct pack *pack)
{
    return pack->balanced;
}

size_t
pack_count(void)
{
    return pack_table_count;
}

const struct pack *
pack_at(size_t i)
{
    return i < pack_table_count ? pack_tables[i] : NULL;
}

bool
pack_list_has(struct pack_list list, struct str text)
{
    for (size_t i = 0; i < list.count; i++)
        if (str_equal(pack_list_at(list, i), text))
            return true;
    return false;
}

bool
pack_list_has_nocase(struct pack_list list, struct str text)
{
    for (size_t i = 0; i < list.count; i++)
        if (str_equal_nocase(pack_list_at(list, i), text))
            return true;
    return false;
}

static bool
is_called(struct pack_text id, struct str wanted)
{
    return id.len == wanted.len && str_equal_nocase(pack_str(id), wanted);
}

/* Every entry of these tables has its id. */
#define FIND_BY_ID(table, count, wanted)                                       \
    do {                                                                       \
        for (size_t i = 0; i < (count); i++)                                   \
            if (is_called((table)[i].id, wanted))                              \
                return &(table)[i];                                            \
        return NULL;                                                           \
    } while (0)

const struct pack_kpi *
pack_kpi(const struct pack *pack, struct str id)
{
    FIND_BY_ID(pack->kpis, pack->kpi_count, id);
}

const struct pack_role *
pack_role(const struct pack *pack, struct str id)
{
    for (size_t i = 0; i < pack->role_count; i++) {
        const struct pack_role *role = &pack->roles[i];
        bool is_id = role->id.len == id.len && str_equal_nocase(role->id, id);
        if (is_id || (role->file.len && str_equal(role->file, id)))
            return role;
    }
    return NULL;
}

const struct pack_skill *
pack_skill(const struct pack *pack, struct str id)
{
    for (size_t i = 0; i < pack->skill_count; i++)
        if (pack->skills[i].id.len == id.len &&
            str_equal_nocase(pack->skills[i].id, id))
            return &pack->skills[i];
    return NULL;
}

const struct pack_tip *
pack_tip(const struct pack *pack, struct str id)
{
    FIND_BY_ID(pack->tips, pack->tip_count, id);
}

const struct pack_credential *
pack_credential(const struct pack *pack, struct str name)
{
    if (str_is_empty(name))
        return NULL;
    for (size_t i = 0; i < pack->credential_count; i++) {
        const struct pack_credential *credential = &pack->credentials[i];
        if (str_equal_nocase(pack_str(credential->id), name) ||
            str_equal_nocase(pack_str(credential->abbr), name) ||
            str_equal_nocase(pack_str(credential->name), name) ||
            pack_list_has_nocase(credential->aliases, name))
            return credential;
    }
    return NULL;
}

/* The longest name of a pack fits; longer ones are unknown anyway. */
#define KEY_ROOM 256

const struct pack_name *
pack_known_name(const struct pack *pack, struct str name)
{
    char key[KEY_ROOM];
    size_t len;
    if (!split_key(name.at, name.len, key, sizeof key, &len) || !len)
        return NULL;
    unsigned slot = split_hash(key, len) & pack->name_mask;
    for (; pack->name_slots[slot]; slot = (slot + 1) & pack->name_mask) {
        const struct pack_name *known =
            &pack->names[pack->name_slots[slot] - 1];
        if (known->key_len == len &&
            memcmp(pack->name_keys + known->key, key, len) == 0)
            return known;
    }
    return NULL;
}

const struct pack_name *
pack_names(const struct pack *pack, size_t *count)
{
    *count = pack->name_count;
    return pack->names;
}

struct str
pack_name_key(const struct pack *pack, const struct pack_name *name)
{
    return (struct str){pack->name_keys + name->key, name->key_len};
}

_Static_assert((int)PACK_NAME_ALONE == (int)SPLIT_NAME_ALONE,
               "the compiler of packs means the same");

unsigned char
pack_name_begins(struct str word)
{
    return pack_name_firsts[split_first_slot(word.at, word.len)];
}

bool
pack_name_begins_pair(struct str first, struct str second)
{
    return pack_name_pairs[split_pair_slot(first.at, first.len, second.at,
                                           second.len)];
}

const struct pack_role *
pack_role_of_title(const struct pack *pack, struct str title)
{
    if (str_is_empty(title))
        return NULL;
    for (size_t i = 0; i < pack->role_count; i++)
        if (str_equal_nocase(pack->roles[i].title, title) ||
            pack_list_has_nocase(pack->roles[i].titles, title))
            return &pack->roles[i];
    return NULL;
}

const struct pack_kpi *
pack_kpis(const struct pack *pack, size_t *count)
{
    *count = pack->kpi_count;
    return pack->kpis;
}

const struct pack_kpi_group *
pack_kpi_groups(const struct pack *pack, size_t *count)
{
    *count = pack->kpi_group_count;
    return pack->kpi_groups;
}

const struct pack_role *
pack_roles(const struct pack *pack, size_t *count)
{
    *count = pack->role_count;
    return pack->roles;
}

const struct pack_skill *
pack_skills(const struct pack *pack, size_t *count)
{
    *count = pack->skill_count;
    return pack->skills;
}

const struct pack_credential *
pack_credentials(const struct pack *pack, size_t *count)
{
    *count = pack->credential_count;
    return pack->credentials;
}

const struct pack_membership *
pack_memberships(const struct pack *pack, size_t *count)
{
    *count = pack->membership_count;
    return pack->memberships;
}

const struct pack_tip *
pack_tips(const struct pack *pack, size_t *count)
{
    *count = pack->tip_count;
    return pack->tips;
}

const struct pack_tip_group *
pack_tip_groups(const struct pack *pack, size_t *count)
{
    *count = pack->tip_group_count;
    return pack->tip_groups;
}

/* Asked once a wrong id is found, so a look at every id is fine. */
#define SUGGEST_LIMIT 512

struct str
pack_suggest_kpi(const struct pack *pack, struct str wrong)
{
    struct str ids[SUGGEST_LIMIT];
    size_t count = pack->kpi_count;
    count = count < SUGGEST_LIMIT ? count : SUGGEST_LIMIT;
    for (size_t i = 0; i < count; i++) {
        ids[i] = pack_str(pack->kpis[i].id);
        if (str_equal_nocase(pack_str(pack->kpis[i].name), wrong) ||
            pack_list_has_nocase(pack->kpis[i].aliases, wrong))
            return ids[i];
    }
    size_t best = str_nearest(wrong, ids, count);
    return best == SIZE_MAX ? STR("") : ids[best];
}

/* Words of `text` that begin like one of `wanted`; short ones say nothing. */
static size_t
shared_words(struct str text, struct str wanted)
{
    size_t shared = 0;
    while (text.len) {
        size_t end = 0;
        while (end < text.len && ascii_is_alpha(text.at[end]))
            end++;
        struct str word = str_slice(text, 0, end < 6 ? end : 6);
        for (size_t at = 0; word.len > 3 && at + word.len <= wanted.len; at++)
            if ((at == 0 || !ascii_is_alpha(wanted.at[at - 1])) &&
                str_equal_nocase(str_slice(wanted, at, at + word.len), word)) {
                shared++;
                break;
            }
        text = str_slice(text, end + 1, text.len);
    }
    return shared;
}

/* The role that has most words in common, or the number of roles. */
static size_t
related_role(const struct pack *pack, struct str wrong)
{
    size_t best = pack->role_count, most = 0;
    for (size_t i = 0; i < pack->role_count; i++) {
        const struct pack_role *role = &pack->roles[i];
        size_t shared =
            shared_words(role->id, wrong) + shared_words(role->title, wrong);
        for (size_t t = 0; t < role->titles.count; t++)
            shared += shared_words(pack_list_at(role->titles, t), wrong) > 1;
        if (shared > most) {
            most = shared;
            best = i;
        }
    }
    return best;
}

struct str
pack_suggest_role(const struct pack *pack, struct str wrong)
{
    struct str ids[SUGGEST_LIMIT];
    size_t count = pack->role_count;
    count = count < SUGGEST_LIMIT ? count : SUGGEST_LIMIT;
    const struct pack_role *titled = pack_role_of_title(pack, wrong);
    if (titled)
        return titled->id;
    for (size_t i = 0; i < count; i++)
        ids[i] = pack->roles[i].id;
    size_t best = str_nearest(wrong, ids, count);
    if (best == SIZE_MAX)
        best = related_role(pack, str_slice(wrong, 0, 100));
    return best < count ? ids[best] : STR("");
}

struct str
pack_suggest_pack(struct str wrong)
{
    struct str names[SUGGEST_LIMIT];
    size_t count = pack_table_count;
    count = count < SUGGEST_LIMIT ? count : SUGGEST_LIMIT;
    for (size_t i = 0; i < count; i++)
        names[i] = pack_tables[i]->name;
    size_t best = str_nearest(wrong, names, count);
    return best == SIZE_MAX ? STR("") : names[best];
}

bool
pack_bounds_hold(struct pack_bounds bounds, double value)
{
    return (!bounds.has_low || value >= bounds.low) &&
           (!bounds.has_high || value <= bounds.high);
}
