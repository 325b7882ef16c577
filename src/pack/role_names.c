/* What a role file names: skills, KPIs, credentials, sections. */
#include "role_reading.h"

#include "base/bug.h"

/* Phrases of one's own in all role files together. */
#define PHRASES_MOST 2000

typedef LIST(struct str) name_list;

/* ---- skills of the pack -------------------------------------------------- */

/* Of "Budgeting, financial management and acumen" the first words. */
static struct str
short_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == '(' || name.at[i] == ',' || name.at[i] == ':' ||
            name.at[i] == ';')
            return str_trim(str_slice(name, 0, i));
    return name;
}

static bool
names_skill(const struct pack_skill *skill, struct str text)
{
    if (str_equal_nocase(skill->id, text) ||
        str_equal_nocase(skill->name, text) ||
        str_equal_nocase(short_name(skill->name), text))
        return true;
    return pack_list_has_nocase(skill->aliases, text) ||
           pack_list_has_nocase(skill->names, text);
}

/* The number of the skill of that id or name, one's own first; SIZE_MAX: there
   is none. An id comes before what another skill is also called. */
static size_t
find_skill(const struct role_reading *reading, struct str text)
{
    size_t known, own = reading->skills.count;
    const struct pack_skill *skills = pack_skills(reading->pack, &known);
    for (size_t i = 0; i < own; i++)
        if (names_skill(&reading->skills.at[i], text))
            return known + i;
    const struct pack_skill *by_id = pack_skill(reading->pack, text);
    if (by_id)
        return (size_t)(by_id - skills);
    for (size_t i = 0; i < known; i++)
        if (names_skill(&skills[i], text))
            return i;
    return SIZE_MAX;
}

static struct str
skill_id(const struct role_reading *reading, size_t number)
{
    size_t known;
    const struct pack_skill *skills = pack_skills(reading->pack, &known);
    return number < known ? skills[number].id
                          : reading->skills.at[number - known].id;
}

/* Ids have no blanks and no capitals. */
static bool
looks_like_id(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != '-' && (!ascii_is_alnum(text.at[i]) ||
                                  text.at[i] != ascii_lower(text.at[i])))
            return false;
    return text.len > 3;
}

static struct str
nearest_skill(const struct role_reading *reading, struct str text)
{
    size_t count;
    const struct pack_skill *skills = pack_skills(reading->pack, &count);
    name_list names = {0}, ids = {0};
    for (size_t i = 0; i < count; i++) {
        *list_add(reading->arena, &names) = skills[i].id;
        *list_add(reading->arena, &names) = short_name(skills[i].name);
        *list_add(reading->arena, &ids) = skills[i].id;
        *list_add(reading->arena, &ids) = skills[i].id;
    }
    size_t near = str_nearest(text, names.at, names.count);
    ENSURE(near == SIZE_MAX || near < ids.count);
    return near == SIZE_MAX ? STR("") : ids.at[near];
}

/* ---- skills of one's own ------------------------------------------------- */

static void
add_phrase(struct role_reading *reading, const struct node *node,
           struct str phrase, size_t skill, bool is_sign)
{
    struct finding *finding;
    if (own_count(reading->phrases) >= PHRASES_MOST) {
        finding = finding_add(reading->findings, CODE_X253, node->span,
                              "There are more than %d words of your own.",
                              PHRASES_MOST);
        finding_help(finding, "the rest is not looked for");
    } else if (!own_add(reading->arena, reading->phrases, phrase, skill,
                        is_sign)) {
        finding =
            finding_add(reading->findings, CODE_X253, node->span,
                        "\"%.*s\" cannot be looked for.", STR_ARG(phrase));
        finding_help(finding, "write a name of one to eight words");
    }
}

/* "Vendor audits" is vendor-audits. */
static struct str
id_of_name(struct arena *arena, struct str name)
{
    struct buf id = buf_new(arena);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool is_word = ascii_is_alnum(c) || (unsigned char)c >= 0x80;
        if (is_word)
            buf_add_byte(&id, ascii_lower(c));
        else if (id.len && id.at[id.len - 1] != '-')
            buf_add_byte(&id, '-');
    }
    while (id.len && id.at[id.len - 1] == '-')
        id.len--;
    return id.len ? buf_str(&id) : name;
}

static size_t
add_skill(struct role_reading *reading, const struct node *node,
          const struct pack_skill *skill)
{
    size_t known;
    (void)pack_skills(reading->pack, &known);
    *list_add(reading->arena, &reading->skills) = *skill;
    size_t number = known + reading->skills.count - 1;
    add_phrase(reading, node, skill->name, number, false);
    return number;
}

static const char *const skill_keys[] = {"id",    "name",   "aliases",
                                         "signs", "pillar", NULL};
/* Of the packs' files; what skills are in which list is told to nobody. */
static const char *const skill_remarks[] = {"lists", "source", "note", NULL};

static void
report_skill_key(struct role_reading *reading, const struct node_pair *pair)
{
    struct str names[sizeof skill_keys / sizeof *skill_keys];
    size_t count = 0;
    for (size_t i = 0; skill_remarks[i]; i++)
        if (str_is(pair->key, skill_remarks[i]))
            return;
    for (; skill_keys[count]; count++)
        names[count] = str_from(skill_keys[count]);
    size_t near = str_nearest(pair->key, names, count);
    struct finding *finding =
        finding_add(reading->findings, CODE_X251, pair->key_span,
                    "\"%.*s\" is no key of a skill.", STR_ARG(pair->key));
    if (near != SIZE_MAX)
        finding_help(finding, "did you mean \"%.*s\"?", STR_ARG(names[near]));
    else
        finding_help(finding, "there are: id, name, aliases, signs, pillar");
}

/* `{name: Vendor audits, aliases: [site audits]}` */
struct skill_map {
    struct str id, name, pillar;
    struct pack_list aliases, signs;
    const struct node *alias_node, *sign_node;
};

static struct skill_map
read_skill_map(struct role_reading *reading, const struct node *map)
{
    static const char *const pillars[] = {"technical", "leadership", "patient",
                                          NULL};
    struct skill_map read = {.pillar = STR("technical")};
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        if (str_is(pair->key, "id"))
            role_read_word(reading, "id", pair->value, &read.id);
        else if (str_is(pair->key, "name"))
            role_read_word(reading, "name", pair->value, &read.name);
        else if (str_is(pair->key, "pillar"))
            role_read_choice(reading, "pillar", pair->value, pillars,
                             &read.pillar);
        else if (str_is(pair->key, "aliases"))
            role_read_words(reading, "aliases", read.alias_node = pair->value,
                            &read.aliases);
        else if (str_is(pair->key, "signs") || str_is(pair->key, "verbs"))
            role_read_words(reading, "signs", read.sign_node = pair->value,
                            &read.signs);
        else if (!str_starts(pair->key, STR("x_")))
            report_skill_key(reading, pair);
    }
    return read;
}

/* Known by its id, it gets more words; else it is a new one. */
static size_t
take_skill_map(struct role_reading *reading, const struct node *map)
{
    struct skill_map read = read_skill_map(reading, map);
    size_t number = SIZE_MAX;
    if (read.id.len)
        number = find_skill(reading, read.id);
    if (number == SIZE_MAX && !read.name.len) {
        struct finding *finding = finding_add(
            reading->findings, CODE_X253, map->span, "The skill has no name.");
        finding_help(finding,
                     "write {name: Vendor audits, aliases: [site audits]}");
        return SIZE_MAX;
    }
    if (number == SIZE_MAX) {
        const struct pack_skill skill = {
            .id = read.id.len ? read.id : id_of_name(reading->arena, read.name),
            .name = read.name,
            .pillar = read.pillar,
            .aliases = read.aliases,
        };
        number = add_skill(reading, map, &skill);
    }
    for (size_t i = 0; i < read.aliases.count; i++)
        add_phrase(reading, read.alias_node, pack_list_at(read.aliases, i),
                   number, false);
    for (size_t i = 0; i < read.signs.count; i++)
        add_phrase(reading, read.sign_node, pack_list_at(read.signs, i), number,
                   true);
    return number;
}

/* ---- a skill, however it is written -------------------------------------- */

static size_t
take_skill_word(struct role_reading *reading, const struct node *node)
{
    struct str text = str_trim(node->text);
    size_t number = find_skill(reading, text);
    if (number != SIZE_MAX)
        return number;
    struct str near = nearest_skill(reading, text);
    if (near.len) {
        role_report_unknown(reading, "skill", node, near,
                            "for words of your own write {name: ...}; the ids "
                            "stand in `dossier list roles --format yaml`");
        if (looks_like_id(text))
            return SIZE_MAX;
    }
    const struct pack_skill skill = {.id = id_of_name(reading->arena, text),
                                     .name = text,
                                     .pillar = STR("technical")};
    return add_skill(reading, node, &skill);
}

static size_t
take_skill(struct role_reading *reading, const char *key,
           const struct node *node)
{
    struct str word = {NULL, 0};
    if (node->kind == NODE_MAP)
        return take_skill_map(reading, node);
    role_read_word(reading, key, node, &word);
    return word.len ? take_skill_word(reading, node) : SIZE_MAX;
}

static void
add_id(struct role_reading *reading, name_list *ids, struct str id)
{
    if (!str_among(id, ids->at, ids->count))
        *list_add(reading->arena, ids) = id;
}

void
role_read_skills(struct role_reading *reading, const char *key,
                 const struct node *node, struct pack_list *ids)
{
    node_list nodes = {0};
    name_list list = {0};
    if (role_says_nothing(node))
        return;
    role_read_list(reading, key, node, &nodes);
    for (size_t i = 0; i < nodes.count; i++) {
        size_t number = take_skill(reading, key, nodes.at[i]);
        if (number != SIZE_MAX)
            add_id(reading, &list, skill_id(reading, number));
    }
    *ids = pack_list_of(list.at, list.count);
}

void
role_read_own_skills(struct role_reading *reading, const struct node *node)
{
    struct pack_list ids = {0};
    role_read_skills(reading, "skills", node, &ids);
}

/* ---- KPIs, credentials, sections ----------------------------------------- */

static struct str
find_kpi(const struct pack *pack, struct str text)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(pack, &count);
    const struct pack_kpi *by_id = pack_kpi(pack, text);
    if (by_id)
        return pack_str(by_id->id);
    for (size_t i = 0; i < count; i++) {
        if (str_equal_nocase(pack_str(kpis[i].name), text))
            return pack_str(kpis[i].id);
        for (size_t a = 0; a < kpis[i].aliases.count; a++)
            if (str_equal_nocase(pack_list_at(kpis[i].aliases, a), text))
                return pack_str(kpis[i].id);
    }
    return (struct str){NULL, 0};
}

static struct str
find_credential(const struct pack *pack, struct str text)
{
    const struct pack_credential *found = pack_credential(pack, text);
    return found ? pack_str(found->id) : (struct str){NULL, 0};
}

static struct str
nearest_credential(struct role_reading *reading, struct str text)
{
    size_t count;
    const struct pack_credential *all = pack_credentials(reading->pack, &count);
    name_list names = {0}, shown = {0};
    for (size_t i = 0; i < count; i++) {
        const struct str of_one[] = {pack_str(all[i].id), pack_str(all[i].abbr),
                                     pack_str(all[i].name)};
        for (size_t n = 0; n < 3; n++) {
            *list_add(reading->arena, &names) = of_one[n];
            *list_add(reading->arena, &shown) = of_one[all[i].abbr.len ? 1 : 0];
        }
    }
    size_t near = str_nearest(text, names.at, names.count);
    ENSURE(near == SIZE_MAX || near < shown.count);
    return near == SIZE_MAX ? STR("") : shown.at[near];
}

static struct str
find_section(struct str text)
{
    size_t count;
    const struct str *sections = role_sections(&count);
    if (str_is(text, "settings_and_teams"))
        return STR("adaptability");
    for (size_t i = 0; i < count; i++)
        if (str_equal_nocase(sections[i], text))
            return sections[i];
    return (struct str){NULL, 0};
}

static struct str
nearest_section(struct str text)
{
    size_t count;
    const struct str *sections = role_sections(&count);
    size_t near = str_nearest(text, sections, count);
    return near == SIZE_MAX ? STR("") : sections[near];
}

enum name_kind { NAME_KPI, NAME_CREDENTIAL, NAME_SECTION };

static const struct {
    const char *word, *where;
} name_kinds[] = {
    [NAME_KPI] = {"KPI", "`dossier list kpis` shows all of them"},
    [NAME_CREDENTIAL] = {"credential",
                         "`dossier list credentials` shows all of them"},
    [NAME_SECTION] = {"section", "see `sections` in `dossier list roles "
                                 "--format yaml`"},
};

static struct str
find_name(struct role_reading *reading, enum name_kind kind, struct str text)
{
    if (kind == NAME_KPI)
        return find_kpi(reading->pack, text);
    return kind == NAME_CREDENTIAL ? find_credential(reading->pack, text)
                                   : find_section(text);
}

static struct str
nearest_name(struct role_reading *reading, enum name_kind kind, struct str text)
{
    if (kind == NAME_KPI)
        return pack_suggest_kpi(reading->pack, text);
    return kind == NAME_CREDENTIAL ? nearest_credential(reading, text)
                                   : nearest_section(text);
}

static void
read_names(struct role_reading *reading, const char *key,
           const struct node *node, enum name_kind kind, struct pack_list *ids)
{
    node_list nodes = {0};
    name_list list = {0};
    if (role_says_nothing(node))
        return;
    role_read_list(reading, key, node, &nodes);
    for (size_t i = 0; i < nodes.count; i++) {
        struct str word = {NULL, 0};
        role_read_word(reading, key, nodes.at[i], &word);
        struct str id = find_name(reading, kind, word);
        if (id.len)
            add_id(reading, &list, id);
        else if (word.len)
            role_report_unknown(reading, name_kinds[kind].word, nodes.at[i],
                                nearest_name(reading, kind, word),
                                name_kinds[kind].where);
    }
    *ids = pack_list_of(list.at, list.count);
}

void
role_read_kpis(struct role_reading *reading, const char *key,
               const struct node *node, struct pack_list *ids)
{
    read_names(reading, key, node, NAME_KPI, ids);
}

void
role_read_credentials(struct role_reading *reading, const char *key,
                      const struct node *node, struct pack_list *ids)
{
    read_names(reading, key, node, NAME_CREDENTIAL, ids);
}

void
role_read_sections(struct role_reading *reading, const char *key,
                   const struct node *node, struct pack_list *ids)
{
    read_names(reading, key, node, NAME_SECTION, ids);
}
