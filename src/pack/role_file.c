/*
 * A role of a person's own: one map with the keys of roles.yaml, which may
 * extend a role of the pack, or a file as the packs have it, with `skills:`
 * and one role under `roles:`.
 */
#include "pack/role_file.h"

#include "load/yaml.h"
#include "role_reading.h"
#include "tables.h"

bool
role_is_file(struct str name)
{
    return str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml")) ||
           str_starts(name, STR("./")) || str_starts(name, STR("../"));
}

/* ---- keys ---------------------------------------------------------------- */

struct role_draft {
    struct role_reading *reading;
    struct pack_role role;
    int shares[3]; /* thousandths; -1: not said */
    const struct node *emphasis;
};

static void
read_id(struct role_draft *draft, const struct node *node)
{
    role_read_word(draft->reading, "id", node, &draft->role.id);
}

static void
read_title(struct role_draft *draft, const struct node *node)
{
    role_read_word(draft->reading, "title", node, &draft->role.title);
}

static void
read_kind(struct role_draft *draft, const struct node *node)
{
    static const char *const kinds[] = {"tier", "position", "specialization",
                                        "feeder", NULL};
    role_read_choice(draft->reading, "kind", node, kinds, &draft->role.kind);
}

static void
read_titles(struct role_draft *draft, const struct node *node)
{
    role_read_words(draft->reading, "titles", node, &draft->role.titles);
}

static void
read_years(struct role_draft *draft, const struct node *node)
{
    role_read_years(draft->reading, node, &draft->role.years);
}

static void
read_must_have(struct role_draft *draft, const struct node *node)
{
    role_read_skills(draft->reading, "must_have", node, &draft->role.must_have);
}

static void
read_nice_to_have(struct role_draft *draft, const struct node *node)
{
    role_read_skills(draft->reading, "nice_to_have", node,
                     &draft->role.nice_to_have);
}

static void
read_min_cases(struct role_draft *draft, const struct node *node)
{
    role_read_count(draft->reading, "min_cases", node, &draft->role.min_cases);
}

static void
report_key(struct role_reading *reading, const char *group,
           const struct node_pair *pair, const struct str *known, size_t count)
{
    struct buf list = buf_new(reading->arena);
    for (size_t i = 0; i < count; i++)
        buf_print(&list, "%s%.*s", i ? ", " : "", STR_ARG(known[i]));
    size_t near = str_nearest(pair->key, known, count);
    struct finding *finding =
        finding_add(reading->findings, CODE_X251, pair->key_span,
                    "\"%.*s\" is no key of %s.", STR_ARG(pair->key), group);
    if (near != SIZE_MAX)
        finding_help(finding, "did you mean \"%.*s\"?", STR_ARG(known[near]));
    else
        finding_help(finding, "there are: %.*s", STR_ARG(buf_str(&list)));
}

/* `{expected: ..., plus: ...}`: the values of the parts; a value that is no
   map is that of the first. */
static void
split_parts(struct role_draft *draft, const char *key, const struct node *node,
            const struct str *parts, size_t count, const struct node **values)
{
    for (size_t i = 0; i < count; i++)
        values[i] = NULL;
    if (node->kind != NODE_MAP) {
        values[0] = node;
        return;
    }
    for (size_t i = 0; i < node->pairs.count; i++) {
        const struct node_pair *pair = &node->pairs.at[i];
        size_t part = 0;
        while (part < count && !str_equal(parts[part], pair->key))
            part++;
        if (part < count)
            values[part] = pair->value;
        else if (!str_starts(pair->key, STR("x_")))
            report_key(draft->reading, key, pair, parts, count);
    }
}

static void
read_degree(struct role_draft *draft, const struct node *node)
{
    static const struct str parts[] = {STR_INIT("min"), STR_INIT("preferred")};
    const struct node *at[2];
    split_parts(draft, "degree", node, parts, 2, at);
    role_read_degree(draft->reading, "degree.min", at[0],
                     &draft->role.degree_min);
    role_read_degree(draft->reading, "degree.preferred", at[1],
                     &draft->role.degree_preferred);
}

static void
read_credentials(struct role_draft *draft, const struct node *node)
{
    static const struct str parts[] = {STR_INIT("expected"), STR_INIT("plus")};
    const struct node *at[2];
    split_parts(draft, "credentials", node, parts, 2, at);
    role_read_credentials(draft->reading, "credentials.expected", at[0],
                          &draft->role.credentials_expected);
    role_read_credentials(draft->reading, "credentials.plus", at[1],
                          &draft->role.credentials_plus);
}

static void
read_kpis(struct role_draft *draft, const struct node *node)
{
    static const struct str parts[] = {STR_INIT("core"), STR_INIT("plus")};
    const struct node *at[2];
    split_parts(draft, "kpis", node, parts, 2, at);
    role_read_kpis(draft->reading, "kpis.core", at[0], &draft->role.kpis_core);
    role_read_kpis(draft->reading, "kpis.plus", at[1], &draft->role.kpis_plus);
}

static const struct str documents[] = {STR_INIT("resume"),
                                       STR_INIT("portfolio")};

static void
read_sections(struct role_draft *draft, const struct node *node)
{
    const struct node *at[2];
    split_parts(draft, "sections", node, documents, 2, at);
    role_read_sections(draft->reading, "sections.resume", at[0],
                       &draft->role.sections_resume);
    role_read_sections(draft->reading, "sections.portfolio", at[1],
                       &draft->role.sections_portfolio);
}

static void
read_pages(struct role_draft *draft, const struct node *node)
{
    const struct node *at[2];
    split_parts(draft, "pages", node, documents, 2, at);
    role_read_pages(draft->reading, "pages.resume", at[0],
                    &draft->role.pages_resume);
    role_read_pages(draft->reading, "pages.portfolio", at[1],
                    &draft->role.pages_portfolio);
}

static void
read_emphasis(struct role_draft *draft, const struct node *node)
{
    static const struct str parts[] = {
        STR_INIT("technical"), STR_INIT("leadership"), STR_INIT("patient")};
    static const char *const names[] = {
        "emphasis.technical", "emphasis.leadership", "emphasis.patient"};
    const struct node *at[3];
    split_parts(draft, "emphasis", node, parts, 3, at);
    draft->emphasis = node;
    for (size_t i = 0; i < 3; i++)
        role_read_share(draft->reading, names[i], at[i], &draft->shares[i]);
}

static const struct role_key {
    const char *name;
    void (*read)(struct role_draft *draft, const struct node *node);
} keys[] = {
    {"id", read_id},
    {"title", read_title},
    {"kind", read_kind},
    {"titles", read_titles},
    {"experience_years", read_years},
    {"degree", read_degree},
    {"must_have", read_must_have},
    {"nice_to_have", read_nice_to_have},
    {"credentials", read_credentials},
    {"kpis", read_kpis},
    {"sections", read_sections},
    {"emphasis", read_emphasis},
    {"pages", read_pages},
    {"min_cases", read_min_cases},
    /* What others read, or nobody: remarks of the packs' files. */
    {"extends", NULL},
    {"skills", NULL},
    {"note", NULL},
    {"doc", NULL},
    {"source", NULL},
    {"version", NULL},
};
#define KEYS (sizeof keys / sizeof *keys)

static void
read_key(struct role_draft *draft, const struct node_pair *pair)
{
    struct str names[KEYS];
    for (size_t i = 0; i < KEYS; i++) {
        names[i] = str_from(keys[i].name);
        if (!str_is(pair->key, keys[i].name))
            continue;
        if (keys[i].read && !pair->value->is_null)
            keys[i].read(draft, pair->value);
        return;
    }
    if (!str_starts(pair->key, STR("x_")))
        report_key(draft->reading, "a role", pair, names, KEYS);
}

/* ---- emphasis ------------------------------------------------------------ */

/* Shares are of one or of a hundred; those not said are as they were. */
static void
settle_shares(struct role_draft *draft)
{
    double *shares[] = {&draft->role.technical, &draft->role.leadership,
                        &draft->role.patient};
    int typed[3], sum = 0;
    bool is_percent = false;
    for (size_t i = 0; i < 3; i++)
        is_percent |= draft->shares[i] > 1000;
    for (size_t i = 0; i < 3; i++) {
        typed[i] = draft->shares[i] / (is_percent ? 100 : 1);
        if (draft->shares[i] < 0)
            typed[i] = (int)(*shares[i] * 1000 + 0.5);
        sum += typed[i];
    }
    if (!draft->emphasis)
        return;
    if (sum < 950 || sum > 1050) {
        struct finding *finding = finding_add(
            draft->reading->findings, CODE_X253, draft->emphasis->span,
            "The shares of \"emphasis\" add up to %d.%02d.", sum / 1000,
            sum % 1000 / 10);
        finding_help(finding, "write three parts of one: technical, "
                              "leadership, patient (work for those served)");
        return;
    }
    for (size_t i = 0; i < 3; i++)
        *shares[i] = (double)typed[i] / sum;
}

/* ---- one file ------------------------------------------------------------ */

static const struct pack *
pack_that_has(struct str role)
{
    for (size_t i = 0; i < pack_count(); i++)
        if (pack_role(pack_at(i), role))
            return pack_at(i);
    return NULL;
}

static void
report_base(struct role_reading *reading, const struct node *node,
            struct str name)
{
    const struct pack *other = pack_that_has(name);
    struct str near = pack_suggest_role(reading->pack, name);
    struct str own = pack_name(reading->pack);
    struct finding *finding =
        finding_add(reading->findings, CODE_X254, node->span,
                    "There is no role \"%.*s\" to extend in the pack %.*s.",
                    STR_ARG(name), STR_ARG(own));
    if (role_is_file(name))
        finding_help(finding, "a role extends one of the pack, not a file");
    else if (other)
        finding_help(finding,
                     "the pack %.*s has it: write `pack: %.*s` in "
                     "your file",
                     STR_ARG(pack_name(other)), STR_ARG(pack_name(other)));
    else if (near.len)
        finding_help(finding, "did you mean \"%.*s\"?", STR_ARG(near));
    else
        finding_help(finding,
                     "`dossier list roles --pack %.*s` shows all of "
                     "them",
                     STR_ARG(own));
}

/* False after a finding: what it builds on is not there. */
static bool
read_base(struct role_draft *draft, const struct node *root)
{
    const struct pack *pack = draft->reading->pack;
    const struct node *node = node_get(root, "extends");
    struct str name = {NULL, 0};
    if (role_says_nothing(node))
        return true;
    role_read_word(draft->reading, "extends", node, &name);
    const struct pack_role *base = pack_role(pack, name);
    if (!base)
        base = pack_role_of_title(pack, name);
    if (base)
        draft->role = *base;
    else if (name.len)
        report_base(draft->reading, node, name);
    draft->role.id = (struct str){NULL, 0};
    return base != NULL;
}

static struct pack_role
usual_role(void)
{
    return (struct pack_role){
        .kind = STR("position"),
        .degree_min = STR("none"),
        .degree_preferred = STR("none"),
        .technical = 1.0 / 3,
        .leadership = 1.0 / 3,
        .patient = 1.0 / 3,
        .pages_resume = {1, 2},
        .pages_portfolio = {6, 12},
        .min_cases = 2,
    };
}

/* "roles/my-role.yaml" is my-role. */
static struct str
stem_of_path(struct str path)
{
    size_t from = path.len, to = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    for (size_t i = path.len; i > from + 1; i--)
        if (path.at[i - 1] == '.') {
            to = i - 1;
            break;
        }
    return str_slice(path, from, to);
}

static bool
is_taken(const struct role_reading *reading, struct str id)
{
    bool taken = pack_role(reading->pack, id) != NULL;
    for (size_t i = 0; i < reading->roles.count; i++)
        taken |= str_equal_nocase(reading->roles.at[i].id, id);
    return taken;
}

/* Ids of the pack stay the pack's. */
static void
settle_names(const struct role_draft *draft, struct pack_role *role,
             struct str file)
{
    struct str stem = stem_of_path(file);
    role->file = file;
    if (!role->id.len || is_taken(draft->reading, role->id))
        role->id = stem;
    if (!role->id.len || is_taken(draft->reading, role->id))
        role->id = file;
    if (!role->title.len && role->titles.count)
        role->title = pack_list_at(role->titles, 0);
    if (!role->title.len)
        role->title = stem.len ? stem : file;
}

static void
ask_for_skills(const struct role_draft *draft, const struct node *root)
{
    const struct pack_role *role = &draft->role;
    if (role->must_have.count || role->nice_to_have.count)
        return;
    const struct node_pair *pair = node_find_pair(root, STR("must_have"));
    struct finding *finding = finding_add(draft->reading->findings, CODE_X253,
                                          pair ? pair->key_span : root->span,
                                          "The role asks for no skill.");
    finding_help(finding, "write must_have: [...], or extends: with a role "
                          "that `dossier list roles` shows");
}

static void
read_role(struct role_reading *reading, const struct role_file *file,
          const struct node *root)
{
    struct role_draft draft = {
        .reading = reading, .role = usual_role(), .shares = {-1, -1, -1}};
    if (!read_base(&draft, root))
        return;
    for (size_t i = 0; i < root->pairs.count; i++)
        read_key(&draft, &root->pairs.at[i]);
    settle_shares(&draft);
    settle_names(&draft, &draft.role, file->name);
    ask_for_skills(&draft, root);
    *list_add(reading->arena, &reading->roles) = draft.role;
}

static void
refuse_shape(struct role_reading *reading, const struct node *node)
{
    struct finding *finding = finding_add(reading->findings, CODE_X253,
                                          node->span, "This is no role.");
    finding_help(finding, "a role file holds one: title: ..., must_have: "
                          "[...]; to start one: dossier list roles --role ID "
                          "--format yaml");
}

/* As the packs have them: one role under `roles:`. */
static void
read_listed(struct role_reading *reading, const struct role_file *file,
            const struct node *root, const struct node *roles)
{
    static const struct str known[] = {STR_INIT("roles"), STR_INIT("skills"),
                                       STR_INIT("version"), STR_INIT("source"),
                                       STR_INIT("note")};
    size_t count = sizeof known / sizeof *known;
    for (size_t i = 0; i < root->pairs.count; i++)
        if (!str_among(root->pairs.at[i].key, known, count) &&
            !str_starts(root->pairs.at[i].key, STR("x_")))
            report_key(reading, "a file with `roles`", &root->pairs.at[i],
                       known, count);
    if (roles->kind == NODE_LIST && roles->items.count == 1 &&
        roles->items.at[0]->kind == NODE_MAP) {
        read_role(reading, file, roles->items.at[0]);
        return;
    }
    if (roles->kind != NODE_LIST || roles->items.count < 2) {
        refuse_shape(reading, roles);
        return;
    }
    struct finding *finding =
        finding_add(reading->findings, CODE_X253, roles->span,
                    "There are %zu roles in this file.", roles->items.count);
    finding_help(finding, "write each into a file of its own");
}

static void
read_file(struct role_reading *reading, const struct role_file *file)
{
    uint32_t source = sources_add(findings_sources(reading->findings),
                                  file->source_name, file->bytes);
    const struct node *root =
        yaml_load(reading->arena, reading->findings, source);
    if (!root)
        return;
    if (root->kind != NODE_MAP || !root->pairs.count) {
        refuse_shape(reading, root);
        return;
    }
    const struct node *skills = node_get(root, "skills");
    const struct node *roles = node_get(root, "roles");
    if (!role_says_nothing(skills))
        role_read_own_skills(reading, skills);
    if (roles)
        read_listed(reading, file, root, roles);
    else
        read_role(reading, file, root);
}

/* ---- the pack with them -------------------------------------------------- */

/* The pack's, then the others. */
static const void *
join(struct arena *arena, const void *own, size_t count, const void *others,
     size_t more, size_t size)
{
    char *all = arena_array(arena, count + more, size);
    if (count)
        memcpy(all, own, count * size);
    if (more)
        memcpy(all + count * size, others, more * size);
    return all;
}

const struct pack *
pack_with_roles(struct arena *arena, struct findings *findings,
                const struct pack *pack, const struct role_file *files,
                size_t count)
{
    struct role_reading reading = {
        .arena = arena,
        .findings = findings,
        .pack = pack,
        .phrases = own_new(arena),
    };
    for (size_t i = 0; i < count; i++)
        read_file(&reading, &files[i]);
    struct pack *joined = ARENA_NEW(arena, struct pack);
    *joined = *pack;
    joined->roles = join(arena, pack->roles, pack->role_count, reading.roles.at,
                         reading.roles.count, sizeof(struct pack_role));
    joined->role_count += reading.roles.count;
    joined->skills =
        join(arena, pack->skills, pack->skill_count, reading.skills.at,
             reading.skills.count, sizeof(struct pack_skill));
    joined->skill_count += reading.skills.count;
    if (own_count(reading.phrases)) {
        own_settle(arena, reading.phrases);
        joined->own = reading.phrases;
    }
    return joined;
}
