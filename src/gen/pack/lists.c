/* Word lists: their phrases, and what their entries carry. */
#include "parts.h"

static const struct list_def {
    const char *name, *path;
    enum mode mode;
} lists[] = {
#define LEXICON_CLASS(name, path, mode) {#name, path, mode},
#define LEXICON_LIST(name, path, mode) {#name, path, mode},
#include "../../../include/pack/lists.def"
#undef LEXICON_CLASS
#undef LEXICON_LIST
};

_Static_assert(sizeof lists / sizeof *lists == LIST_COUNT, "");
_Static_assert(CLASS_COUNT <= 64, "classes are bits of one word");

/* ---- terms --------------------------------------------------------------- */

static struct {
    struct term *terms;
    size_t count, room;
} all[LIST_COUNT];

void
lists_reset(void)
{
    memset(all, 0, sizeof all);
}

unsigned
term_add(unsigned list, struct term term)
{
    all[list].terms =
        grow(all[list].terms, all[list].count, &all[list].room, sizeof term);
    all[list].terms[all[list].count] = term;
    return (unsigned)all[list].count++;
}

/* ---- from files ---------------------------------------------------------- */

/* Up to three items of a list, with commas between. */
static const char *
joined(struct file *file, yaml_node_t *list)
{
    char out[512];
    size_t n = 0;
    for (size_t i = 0; i < item_count(list) && i < 3; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", i ? ", " : "",
                              file_item_text(file, list, i));
    return copy(out, strlen(out));
}

/* The value of the first of these keys that is there. */
static const char *
first_text(struct file *file, yaml_node_t *map, const char *keys)
{
    char key[64];
    while (*keys) {
        size_t length = strcspn(keys, " ");
        snprintf(key, sizeof key, "%.*s", (int)length, keys);
        yaml_node_t *value = file_get(file, map, key);
        if (value && value->type == YAML_SCALAR_NODE)
            return scalar(value);
        if (item_count(value))
            return joined(file, value);
        keys += length + (keys[length] == ' ');
    }
    return "";
}

static void
add_forms(struct file *files, size_t count, const char *name, unsigned list,
          unsigned term)
{
    if (*name == '=')
        add_phrase(name + 1, list, term, UINT64_C(1) << L_FORM_ING);
    else if (lists[list].mode == VERBS)
        add_verb(files, count, name, list, term);
    else if (lists[list].mode == NOUNS)
        add_noun(name, list, term);
    else
        add_phrase(name, list, term, 0);
}

static void
add_item(struct file *files, size_t count, struct file *file, yaml_node_t *node,
         unsigned list)
{
    struct term term = {
        .name = scalar(node), .advice = "", .group = "", .value = "0"};
    yaml_node_t *aliases = NULL;
    if (node->type == YAML_MAPPING_NODE) {
        term.name = first_text(file, node, "phrase wrong old abbr base name");
        term.advice = first_text(file, node, "ask suggest fix full now past");
        term.group = first_text(file, node, "class group keep_if");
        term.known = strcmp(file_text(file, node, "known"), "true") == 0;
        term.case_sensitive =
            strcmp(file_text(file, node, "case_sensitive"), "true") == 0;
        if (*file_text(file, node, "since"))
            term.value = file_text(file, node, "since");
        aliases = file_get(file, node, "aliases");
    }
    if (!*term.name)
        fail("an entry without a name in", lists[list].path);
    unsigned number = term_add(list, term);
    add_forms(files, count, term.name, list, number);
    for (size_t i = 0; i < item_count(aliases); i++)
        add_forms(files, count, file_item_text(file, aliases, i), list, number);
}

/* A map: names, each with its value. */
static void
add_pairs(struct file *files, size_t count, struct file *file,
          yaml_node_t *node, unsigned list)
{
    for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const char *name =
            scalar(yaml_document_get_node(&file->document, pair->key));
        const char *value =
            scalar(yaml_document_get_node(&file->document, pair->value));
        unsigned number =
            term_add(list, (struct term){name, "", "", value, false, false});
        add_forms(files, count, name, list, number);
    }
}

void
list_add(struct file *files, size_t count, unsigned list)
{
    for (size_t f = 0; f < count && *lists[list].path; f++) {
        struct file *file = &files[f];
        yaml_node_t *node =
            file_get_path(file, file_root(file), lists[list].path);
        for (size_t i = 0; i < item_count(node); i++)
            add_item(files, count, file, file_item(file, node, i), list);
        if (node && node->type == YAML_MAPPING_NODE)
            add_pairs(files, count, file, node, list);
    }
}

/* ---- of skills and KPIs -------------------------------------------------- */

void
kpi_aliases_add(struct file *kpis)
{
    yaml_node_t *list = file_get_path(kpis, file_root(kpis), "kpis");
    for (size_t i = 0; i < item_count(list); i++) {
        yaml_node_t *aliases =
            file_get(kpis, file_item(kpis, list, i), "aliases");
        for (size_t j = 0; j < item_count(aliases); j++)
            add_noun(file_item_text(kpis, aliases, j), L_KPI, (unsigned)i);
    }
}

/* "Practice management software", of "Project management (PMO): tools" the
   first words. */
static void
add_skill_name(const char *name, unsigned skill)
{
    char *plain = copy(name, strcspn(name, "(:,;&"));
    add_noun(plain, L_SKILL, skill);
    free(plain);
}

static void
add_nouns(struct file *file, yaml_node_t *names, unsigned list, unsigned term)
{
    for (size_t i = 0; i < item_count(names); i++)
        add_noun(file_item_text(file, names, i), list, term);
}

void
skills_add(struct file *words, size_t count, struct file *roles)
{
    yaml_node_t *list = file_get_path(roles, file_root(roles), "skills");
    for (unsigned i = 0; i < item_count(list); i++) {
        yaml_node_t *skill = file_item(roles, list, i);
        yaml_node_t *verbs = file_get(roles, skill, "verbs");
        add_skill_name(file_text(roles, skill, "name"), i);
        add_nouns(roles, file_get(roles, skill, "aliases"), L_SKILL, i);
        add_nouns(roles, file_get(roles, skill, "names"), L_SKILL_NAME, i);
        add_nouns(roles, file_get(roles, skill, "signs"), L_SKILL_SIGN, i);
        for (size_t j = 0; j < item_count(verbs); j++)
            add_verb(words, count, file_item_text(roles, verbs, j),
                     L_SKILL_SIGN, i);
    }
}

/* ---- as tables ----------------------------------------------------------- */

/* Of a class, only what carries more than its words is worth its room. */
static bool
has_terms(size_t list)
{
    for (size_t i = 0; i < all[list].count; i++) {
        struct term *term = &all[list].terms[i];
        if (list >= CLASS_COUNT || *term->advice || *term->group ||
            strcmp(term->value, "0") != 0)
            return true;
    }
    return false;
}

static bool
same_term(const struct term *a, const struct term *b)
{
    return strcmp(a->name, b->name) == 0 && strcmp(a->advice, b->advice) == 0 &&
           strcmp(a->group, b->group) == 0 && strcmp(a->value, b->value) == 0 &&
           a->known == b->known && a->case_sensitive == b->case_sensitive;
}

/* Lists as they were printed last, with the number of that pack. */
static struct {
    struct term *terms;
    size_t count;
    unsigned number;
} printed[LIST_COUNT];

/* Most lists of words are the same in all packs. */
static bool
is_printed(size_t list)
{
    if (!printed[list].terms || printed[list].count != all[list].count)
        return false;
    for (size_t i = 0; i < printed[list].count; i++)
        if (!same_term(&printed[list].terms[i], &all[list].terms[i]))
            return false;
    return true;
}

/* Close together: there are thousands. */
static void
print_term_text(const char *name, const char *s)
{
    if (*s)
        printf(" .%s = %u, .%s_len = %zu,", name, text_place(s), name,
               strlen(s));
}

static void
print_list(unsigned number, size_t list)
{
    printf("static const struct lexicon_term terms_%u_%zu[] = {\n", number,
           list);
    for (size_t i = 0; i < all[list].count; i++) {
        const struct term *term = &all[list].terms[i];
        printf("{");
        print_term_text("name", term->name + (*term->name == '='));
        print_term_text("advice", term->advice);
        print_term_text("group", term->group);
        if (strcmp(term->value, "0") != 0)
            printf(" .value = %s,", term->value);
        printf(" .known = %d, .case_sensitive = %d},\n", term->known,
               term->case_sensitive);
    }
    printf("};\n");
}

void
terms_print(unsigned number)
{
    for (size_t l = 0; l < LIST_COUNT; l++) {
        if (!has_terms(l) || is_printed(l))
            continue;
        printed[l].terms = all[l].terms;
        printed[l].count = all[l].count;
        printed[l].number = number;
        print_list(number, l);
    }
    printf("static const struct pack_terms terms_%u[] = {\n", number);
    for (size_t l = 0; l < LIST_COUNT; l++)
        if (has_terms(l))
            printf("{terms_%u_%zu, %zu},\n", printed[l].number, l,
                   all[l].count);
        else
            printf("{NULL, 0},\n");
    printf("};\n\n");
}
