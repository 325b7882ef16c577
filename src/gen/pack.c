/*
 * Compiles packs into constant C tables:  pack DIRECTORY... > pack_tables.c
 *
 * A directory with `extends: name` in its pack.yaml is a pack; one without
 * only lends its words to others. The phrases of all word lists become one
 * trie over words, cut by the same code that cuts texts (src/pack/split.h).
 * What is wrong with a file stops the build with its name.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

#include "../pack/split.h"
#include "base/word_heads.h"

#include <libstemmer.h>

enum mode { WORDS, VERBS, NOUNS, FORMS };

static const struct list_def {
    const char *name, *path;
    enum mode mode;
} lists[] = {
#define LEXICON_CLASS(name, path, mode) {#name, path, mode},
#define LEXICON_LIST(name, path, mode) {#name, path, mode},
#include "../../include/pack/lists.def"
#undef LEXICON_CLASS
#undef LEXICON_LIST
};

enum {
#define LEXICON_CLASS(name, path, mode) L_##name,
#define LEXICON_LIST(name, path, mode) L_##name,
#include "../../include/pack/lists.def"
#undef LEXICON_CLASS
#undef LEXICON_LIST
};

enum {
#define LEXICON_CLASS(name, path, mode) CLASS_##name,
#define LEXICON_LIST(name, path, mode)
#include "../../include/pack/lists.def"
#undef LEXICON_CLASS
#undef LEXICON_LIST
    CLASS_COUNT
};

#define LIST_COUNT (sizeof lists / sizeof *lists)

/* The nodes from which the phrases of skills and those of postings begin; all
   others begin at 0. */
enum { SKILL_ROOT = 1, ASKED_ROOT, ROOT_COUNT };

_Static_assert(CLASS_COUNT <= 64, "classes are bits of one word");

static const char *context = "pack";

static void
fail(const char *what, const char *which)
{
    fprintf(stderr, "%s: %s: %s\n", context, what, which);
    exit(1);
}

static void *
grow(void *old, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return old;
    *room = *room ? *room * 2 : 64;
    void *now = realloc(old, *room * size);
    if (!now)
        fail("memory", "ended");
    return now;
}

static char *
copy(const char *s, size_t len)
{
    char *now = malloc(len + 1);
    if (!now)
        fail("memory", "ended");
    memcpy(now, s, len);
    now[len] = '\0';
    return now;
}

/* ---- YAML ------------------------------------------------------------- */

struct file {
    yaml_document_t document;
    bool loaded;
};

static void
file_load(struct file *file, const char *directory, const char *name)
{
    char path[1024];
    yaml_parser_t parser;
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *in = fopen(path, "rb");
    if (!in && errno == ENOENT)
        return;
    context = copy(path, strlen(path));
    if (!in)
        fail("cannot read", strerror(errno));
    if (!yaml_parser_initialize(&parser))
        fail("memory", "ended");
    yaml_parser_set_input_file(&parser, in);
    if (!yaml_parser_load(&parser, &file->document)) {
        fprintf(stderr, "%s:%zu: ", path, parser.problem_mark.line + 1);
        fail("cannot parse", parser.problem ? parser.problem : "?");
    }
    yaml_parser_delete(&parser);
    fclose(in);
    file->loaded = yaml_document_get_root_node(&file->document) != NULL;
}

static yaml_node_t *
root_of(struct file *file)
{
    return file->loaded ? yaml_document_get_root_node(&file->document) : NULL;
}

static const char *
scalar(yaml_node_t *node)
{
    if (!node || node->type != YAML_SCALAR_NODE)
        return "";
    const char *text = (const char *)node->data.scalar.value;
    if (node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
        (strcmp(text, "null") == 0 || strcmp(text, "~") == 0))
        return "";
    return text;
}

static yaml_node_t *
get(struct file *file, yaml_node_t *map, const char *key)
{
    if (!map || map->type != YAML_MAPPING_NODE)
        return NULL;
    for (yaml_node_pair_t *pair = map->data.mapping.pairs.start;
         pair < map->data.mapping.pairs.top; pair++) {
        yaml_node_t *name = yaml_document_get_node(&file->document, pair->key);
        if (strcmp(scalar(name), key) == 0)
            return yaml_document_get_node(&file->document, pair->value);
    }
    return NULL;
}

static yaml_node_t *
get_path(struct file *file, const char *path)
{
    yaml_node_t *node = root_of(file);
    char key[128];
    while (node && *path) {
        size_t length = strcspn(path, ".");
        snprintf(key, sizeof key, "%.*s", (int)length, path);
        node = get(file, node, key);
        path += length + (path[length] == '.');
    }
    return node;
}

static size_t
item_count(yaml_node_t *list)
{
    if (!list || list->type != YAML_SEQUENCE_NODE)
        return 0;
    return (size_t)(list->data.sequence.items.top -
                    list->data.sequence.items.start);
}

static yaml_node_t *
item(struct file *file, yaml_node_t *list, size_t i)
{
    return yaml_document_get_node(&file->document,
                                  list->data.sequence.items.start[i]);
}

static const char *
text(struct file *file, yaml_node_t *map, const char *key)
{
    return scalar(get(file, map, key));
}

/* ---- the trie of phrases ----------------------------------------------- */

struct use {
    unsigned list, term;
};

struct trie_node {
    unsigned parent, word, first_use, use_count;
    uint64_t classes;
    struct use uses[24];
};

struct term {
    const char *name, *advice, *group, *value;
    bool known, case_sensitive;
};

static struct {
    const char **words;
    unsigned *word_nodes;
    size_t word_count, word_room, word_node_room;
    struct trie_node *nodes;
    size_t node_count, node_room;
    struct term *terms[LIST_COUNT];
    size_t term_count[LIST_COUNT], term_room[LIST_COUNT];
    unsigned slots[1 << 17], node_slots[1 << 18];
} trie;

static void
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

static unsigned
word_id(const char *folded, size_t len)
{
    size_t mask = sizeof trie.slots / sizeof *trie.slots - 1;
    size_t slot = split_hash(folded, len) & mask;
    for (; trie.slots[slot]; slot = (slot + 1) & mask) {
        const char *known = trie.words[trie.slots[slot]];
        if (strlen(known) == len && memcmp(known, folded, len) == 0)
            return trie.slots[slot];
    }
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

/* Hyphens inside a phrase equal blanks and are left out. */
static void
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
    struct trie_node *end = &trie.nodes[node];
    end->classes |= forms;
    if (list < CLASS_COUNT)
        end->classes |= UINT64_C(1) << list;
    for (unsigned i = 0; i < end->use_count; i++)
        if (end->uses[i].list == list &&
            (list < L_SKILL || end->uses[i].term == term))
            return;
    if (end->use_count == sizeof end->uses / sizeof *end->uses)
        fail("phrase in too many lists", phrase);
    end->uses[end->use_count++] = (struct use){list, term};
}

/* ---- forms of verbs and nouns ------------------------------------------ */

static bool
is_vowel(char c)
{
    return c && strchr("aeiou", c);
}

/* Of one syllable, ends in consonant, vowel, consonant: plan, planned. */
static bool
doubles(const char *word, size_t len)
{
    size_t groups = 0;
    for (size_t i = 0; i < len; i++)
        groups += is_vowel(word[i]) && !(i && is_vowel(word[i - 1]));
    return groups == 1 && len >= 2 && is_vowel(word[len - 2]) &&
           !(len > 2 && is_vowel(word[len - 3])) && !is_vowel(word[len - 1]) &&
           !strchr("wxy", word[len - 1]);
}

enum form { PAST, PARTICIPLE, ING, THIRD, FORM_COUNT };

static bool
ends(const char *word, size_t len, const char *tail)
{
    size_t size = strlen(tail);
    return len >= size && memcmp(word + len - size, tail, size) == 0;
}

static void
plural(char *out, size_t room, const char *word, size_t len)
{
    bool consonant_y =
        len > 1 && word[len - 1] == 'y' && !is_vowel(word[len - 2]);
    bool hissing = ends(word, len, "s") || ends(word, len, "x") ||
                   ends(word, len, "z") || ends(word, len, "ch") ||
                   ends(word, len, "sh");
    int stem = (int)len - (consonant_y ? 1 : 0);
    snprintf(out, room, "%.*s%s", stem, word,
             consonant_y ? "ies"
             : hissing   ? "es"
                         : "s");
}

static void
regular(char *out, size_t room, const char *word, size_t len, enum form form)
{
    bool e = word[len - 1] == 'e';
    bool consonant_y =
        len > 1 && word[len - 1] == 'y' && !is_vowel(word[len - 2]);
    bool twice = doubles(word, len);
    if (form == THIRD) {
        plural(out, room, word, len);
    } else if (form == ING) {
        bool drop = e && len > 2 && !strchr("eoy", word[len - 2]);
        snprintf(out, room, "%.*s%.*sing", (int)len - drop, word, twice,
                 word + len - 1);
    } else if (consonant_y) {
        snprintf(out, room, "%.*sied", (int)len - 1, word);
    } else {
        snprintf(out, room, "%.*s%.*s%s", (int)len, word, twice, word + len - 1,
                 e ? "d" : "ed");
    }
}

/* The irregular form of a word of the given files, or NULL. */
static const char *
irregular(struct file *files, size_t count, const char *word, enum form form)
{
    for (size_t i = 0; i < count; i++) {
        yaml_node_t *table = get_path(&files[i], "irregular");
        yaml_node_t *forms = table ? get(&files[i], table, word) : NULL;
        if (!forms)
            continue;
        size_t have = item_count(forms);
        size_t wanted = form;
        if (form == PARTICIPLE && have < 2)
            wanted = PAST;
        if (wanted < have)
            return scalar(item(&files[i], forms, wanted));
    }
    return NULL;
}

static void
add_verb(struct file *files, size_t count, const char *base, unsigned list,
         unsigned term)
{
    static const unsigned bits[] = {[PAST] = L_FORM_PAST,
                                    [PARTICIPLE] = L_FORM_PAST,
                                    [ING] = L_FORM_ING,
                                    [THIRD] = L_FORM_THIRD};
    size_t len = strcspn(base, " ");
    char *word = copy(base, len), form[256], phrase[512];
    add_phrase(base, list, term, UINT64_C(1) << L_FORM_BASE);
    for (unsigned i = 0; i < FORM_COUNT; i++) {
        const char *given = irregular(files, count, word, i);
        if (given)
            snprintf(form, sizeof form, "%s", given);
        else
            regular(form, sizeof form, word, len, i);
        snprintf(phrase, sizeof phrase, "%s%s", form, base + len);
        add_phrase(phrase, list, term, UINT64_C(1) << bits[i]);
    }
}

static void
add_noun(const char *base, unsigned list, unsigned term)
{
    size_t len = strlen(base);
    char form[512];
    add_phrase(base, list, term, 0);
    if (ends(base, len, "s") && !ends(base, len, "ss")) {
        if (len <= 3)
            return;
        bool ies = ends(base, len, "ies");
        snprintf(form, sizeof form, "%.*s%s", (int)(len - (ies ? 3 : 1)), base,
                 ies ? "y" : "");
    } else {
        plural(form, sizeof form, base, len);
    }
    add_phrase(form, list, term, 0);
}

/* ---- lists ------------------------------------------------------------- */

static const char *
first_text(struct file *file, yaml_node_t *map, const char *keys)
{
    char key[64];
    while (*keys) {
        size_t length = strcspn(keys, " ");
        snprintf(key, sizeof key, "%.*s", (int)length, keys);
        yaml_node_t *value = get(file, map, key);
        if (value && value->type == YAML_SCALAR_NODE)
            return scalar(value);
        if (item_count(value)) {
            static char joined[8][512];
            static unsigned turn;
            char *out = joined[turn++ % 8];
            size_t n = 0;
            for (size_t i = 0; i < item_count(value) && i < 3; i++)
                n += (size_t)snprintf(out + n, 512 - n, "%s%s", i ? ", " : "",
                                      scalar(item(file, value, i)));
            return copy(out, strlen(out));
        }
        keys += length + (keys[length] == ' ');
    }
    return "";
}

static unsigned
add_term(unsigned list, struct term term)
{
    trie.terms[list] = grow(trie.terms[list], trie.term_count[list],
                            &trie.term_room[list], sizeof term);
    trie.terms[list][trie.term_count[list]] = term;
    return (unsigned)trie.term_count[list]++;
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
        term.known = strcmp(text(file, node, "known"), "true") == 0;
        term.case_sensitive =
            strcmp(text(file, node, "case_sensitive"), "true") == 0;
        if (*text(file, node, "since"))
            term.value = text(file, node, "since");
        aliases = get(file, node, "aliases");
    }
    if (!*term.name)
        fail("an entry without a name in", lists[list].path);
    unsigned number = add_term(list, term);
    add_forms(files, count, term.name, list, number);
    for (size_t i = 0; i < item_count(aliases); i++)
        add_forms(files, count, scalar(item(file, aliases, i)), list, number);
}

static void
add_list(struct file *files, size_t count, unsigned list)
{
    for (size_t f = 0; f < count; f++) {
        struct file *file = &files[f];
        yaml_node_t *node = get_path(file, lists[list].path);
        if (!*lists[list].path || !node)
            continue;
        for (size_t i = 0; i < item_count(node); i++)
            add_item(files, count, file, item(file, node, i), list);
        if (node->type != YAML_MAPPING_NODE)
            continue;
        for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
             pair < node->data.mapping.pairs.top; pair++) {
            const char *name =
                scalar(yaml_document_get_node(&file->document, pair->key));
            const char *value =
                scalar(yaml_document_get_node(&file->document, pair->value));
            unsigned number = add_term(
                list, (struct term){name, "", "", value, false, false});
            add_forms(files, count, name, list, number);
        }
    }
}

/* ---- texts -------------------------------------------------------------- */

/* All texts that C gets, each once, in the order of first use: tables have
   their places, since thousands of pointers would be relocated at each start.
 */
static struct {
    char *at;
    size_t len, room;
    unsigned slots[1 << 17]; /* place + 1, by hash */
    size_t count;
} texts;

#define TEXT_MASK (sizeof texts.slots / sizeof *texts.slots - 1)

static unsigned
add_text(const char *s, size_t len)
{
    if (texts.len + len + 1 > texts.room) {
        texts.room = 2 * (texts.len + len + 1);
        texts.at = realloc(texts.at, texts.room);
        if (!texts.at)
            fail("memory", "ended");
    }
    unsigned place = (unsigned)texts.len;
    memcpy(texts.at + texts.len, s, len + 1);
    texts.len += len + 1;
    if (++texts.count > TEXT_MASK / 2 || texts.len > UINT32_MAX)
        fail("too many texts", "widen the table");
    return place;
}

static unsigned
text_place(const char *s)
{
    size_t len = strlen(s), slot = split_hash(s, len) & TEXT_MASK;
    if (!len)
        return 0;
    if (len > UINT16_MAX)
        fail("too long", s);
    for (; texts.slots[slot]; slot = (slot + 1) & TEXT_MASK)
        if (strcmp(texts.at + texts.slots[slot] - 1, s) == 0)
            return texts.slots[slot] - 1;
    unsigned place = add_text(s, len);
    texts.slots[slot] = place + 1;
    return place;
}

/* Those of lists, one list behind the other. */
static struct {
    unsigned *at;
    size_t count, room;
} listed;

static void
add_listed(const char *s)
{
    listed.at = grow(listed.at, listed.count, &listed.room, sizeof *listed.at);
    listed.at[listed.count++] = text_place(s);
}

#define TEXTS_A_LINE 60

static void
print_texts(void)
{
    printf("const char pack_texts[] =\n    \"");
    for (size_t i = 0; i < texts.len; i++) {
        unsigned char c = (unsigned char)texts.at[i];
        if (i > 0 && i % TEXTS_A_LINE == 0)
            printf("\"\n    \"");
        if (c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '?')
            printf("\\%03o", c);
        else
            putchar(c);
    }
    printf("\";\nconst struct pack_text pack_listed[] = {");
    for (size_t i = 0; i < listed.count; i++)
        printf("%s{%u, %zu},", i % 6 ? " " : "\n", listed.at[i],
               strlen(texts.at + listed.at[i]));
    printf("};\n");
    free(texts.at);
    free(listed.at);
}

/* ---- writing C ---------------------------------------------------------- */

static void
print_quoted(const char *s)
{
    putchar('"');
    for (const char *at = s; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ' || c >= 0x7F || c == '?')
            printf("\\%03o", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void
print_string(const char *s)
{
    putchar('{');
    print_quoted(s);
    printf(", %zu}", strlen(s));
}

static void
print_field(const char *name, const char *s)
{
    if (*s) {
        printf(" .%s = ", name);
        print_string(s);
        putchar(',');
    }
}

/* The same as a place in the texts. */
static void
print_text(const char *name, const char *s)
{
    if (*s)
        printf(" .%s = {%u, %zu},", name, text_place(s), strlen(s));
}

/* A list of texts, by its first one. */
static void
print_list(const char *name, struct file *file, yaml_node_t *list)
{
    size_t count = item_count(list), first = listed.count;
    if (!count)
        return;
    for (size_t i = 0; i < count; i++)
        add_listed(scalar(item(file, list, i)));
    printf(" .%s = {.first = %zu, .count = %zu},", name, first, count);
}

static void
print_bounds(const char *name, struct file *file, yaml_node_t *pair)
{
    if (item_count(pair) != 2)
        return;
    const char *low = scalar(item(file, pair, 0));
    const char *high = scalar(item(file, pair, 1));
    printf(" .%s = {%s, %s, %s, %s},", name, *low ? "true" : "false",
           *high ? "true" : "false", *low ? low : "0", *high ? high : "0");
}

static void
print_range(const char *name, struct file *file, yaml_node_t *pair)
{
    if (item_count(pair) != 2)
        return;
    const char *low = scalar(item(file, pair, 0));
    const char *high = scalar(item(file, pair, 1));
    printf(" .%s = {%s, %s},", name, *low ? low : "0", *high ? high : "0");
}

static const char *
chosen(const char *value, const char *const *names, const char *const *values)
{
    for (size_t i = 0; names[i]; i++)
        if (strcmp(value, names[i]) == 0)
            return values[i];
    fail("unknown value", value);
    return "";
}

static void
print_kpi(struct file *file, yaml_node_t *kpi)
{
    static const char *const names[] = {"down", "up", "band", NULL};
    static const char *const values[] = {"PACK_GOOD_DOWN", "PACK_GOOD_UP",
                                         "PACK_GOOD_BAND"};
    static const char *const fields[] = {"id", "name", "category", "unit"};
    for (size_t i = 0; i < 4; i++)
        print_text(fields[i], text(file, kpi, fields[i]));
    print_list("aliases", file, get(file, kpi, "aliases"));
    print_list("also", file, get(file, kpi, "also"));
    printf(" .good = %s,", chosen(text(file, kpi, "good"), names, values));
    print_bounds("hard", file, get(file, kpi, "hard"));
    print_bounds("plausible", file, get(file, kpi, "plausible"));
    const char *change = text(file, kpi, "max_change");
    printf(" .max_change = %s,", *change ? change : "0");
    print_text("benchmark", text(file, get(file, kpi, "benchmark"), "text"));
}

static void
print_kpi_group(struct file *file, yaml_node_t *group)
{
    print_text("id", text(file, group, "id"));
    print_text("name", text(file, group, "name"));
    print_text("example", text(file, group, "example"));
    print_list("kpis", file, get(file, group, "kpis"));
    print_list("categories", file, get(file, group, "categories"));
}

static void
print_role(struct file *file, yaml_node_t *role)
{
    yaml_node_t *credentials = get(file, role, "credentials");
    yaml_node_t *kpis = get(file, role, "kpis");
    yaml_node_t *sections = get(file, role, "sections");
    yaml_node_t *pages = get(file, role, "pages");
    yaml_node_t *emphasis = get(file, role, "emphasis");
    static const char *const shares[] = {"technical", "leadership", "patient"};
    print_field("id", text(file, role, "id"));
    print_field("title", text(file, role, "title"));
    print_field("kind", text(file, role, "kind"));
    print_list("titles", file, get(file, role, "titles"));
    print_range("years", file, get(file, role, "experience_years"));
    print_field("degree_min", text(file, get(file, role, "degree"), "min"));
    print_field("degree_preferred",
                text(file, get(file, role, "degree"), "preferred"));
    print_list("must_have", file, get(file, role, "must_have"));
    print_list("nice_to_have", file, get(file, role, "nice_to_have"));
    print_list("credentials_expected", file,
               get(file, credentials, "expected"));
    print_list("credentials_plus", file, get(file, credentials, "plus"));
    print_list("kpis_core", file, get(file, kpis, "core"));
    print_list("kpis_plus", file, get(file, kpis, "plus"));
    print_list("sections_resume", file, get(file, sections, "resume"));
    print_list("sections_portfolio", file, get(file, sections, "portfolio"));
    for (size_t i = 0; i < 3; i++) {
        const char *share = text(file, emphasis, shares[i]);
        printf(" .%s = %s,", shares[i], *share ? share : "0");
    }
    print_range("pages_resume", file, get(file, pages, "resume"));
    print_range("pages_portfolio", file, get(file, pages, "portfolio"));
    const char *cases = text(file, role, "min_cases");
    printf(" .min_cases = %s,", *cases ? cases : "0");
}

static void
print_skill(struct file *file, yaml_node_t *skill)
{
    print_field("id", text(file, skill, "id"));
    print_field("name", text(file, skill, "name"));
    print_field("pillar", text(file, skill, "pillar"));
    print_list("aliases", file, get(file, skill, "aliases"));
    print_list("names", file, get(file, skill, "names"));
}

static const char *
is_true(bool value)
{
    return value ? "true" : "false";
}

static void
print_credential(struct file *file, yaml_node_t *credential)
{
    static const char *const fields[] = {
        "id",   "abbr", "name",  "issuer",  "issuer_abbr", "kind",
        "area", "tier", "level", "renewal", "confidence"};
    yaml_node_t *checks = get(file, credential, "checks");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        print_text(fields[i], text(file, credential, fields[i]));
    print_text("prerequisite", text(file, credential, "prereq"));
    const char *years = text(file, credential, "renewal_years");
    printf(" .renewal_years = %s,", *years ? years : "-1");
    printf(" .renews_by_calendar = %s,",
           strcmp(text(file, credential, "renewal_rule"), "calendar") == 0
               ? "true"
               : "false");
    const char *least = text(file, checks, "min_experience_years");
    printf(" .min_experience_years = %s,", *least ? least : "0");
    print_text("min_degree", text(file, checks, "min_degree"));
    printf(" .needs_current_role = %s,",
           *text(file, checks, "needs_current_role") ? "true" : "false");
    printf(" .experience_managing = %s, .experience_of_issuer = %s,",
           is_true(strcmp(text(file, checks, "experience"), "management") == 0),
           is_true(strcmp(text(file, checks, "figure"), "issuer") == 0));
    printf(" .generic = %s,", is_true(*text(file, credential, "generic")));
    print_text("covers", text(file, checks, "degree_level"));
    print_list("requires", file, get(file, checks, "requires"));
    print_list("ambiguous", file, get(file, credential, "ambiguous_with"));
    print_list("issuer_aliases", file, get(file, credential, "issuer_aliases"));
    print_list("aliases", file, get(file, credential, "aliases"));
    print_list("misspellings", file, get(file, credential, "misspellings"));
    bool after = strcmp(text(file, credential, "postnominal"), "true") == 0;
    const char *order = text(file, credential, "order");
    printf(" .postnominal = %s, .order = (enum pack_postnominal)%s,",
           after ? "true" : "false", after && *order ? order : "0");
    printf(" .disputed = %s,",
           *text(file, credential, "disputed") ? "true" : "false");
}

static void
print_membership(struct file *file, yaml_node_t *membership)
{
    print_text("id", text(file, membership, "abbr"));
    print_text("name", text(file, membership, "name"));
    print_text("credential", text(file, membership, "credential"));
    print_list("aliases", file, get(file, membership, "aliases"));
}

static void
print_tip(struct file *file, yaml_node_t *tip)
{
    static const char *const fields[] = {"id",    "text",  "level",
                                         "check", "shows", "next"};
    static const char *const choices[] = {"rules", "evidence", "when"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        print_text(fields[i], text(file, tip, fields[i]));
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        print_list(choices[i], file, get(file, tip, choices[i]));
}

static void
print_tip_group(struct file *file, yaml_node_t *group)
{
    print_text("id", text(file, group, "id"));
    print_text("title", text(file, group, "title"));
    print_list("tips", file, get(file, group, "tips"));
}

/* ---- a pack ------------------------------------------------------------- */

enum {
    KPIS,
    KPI_GROUPS,
    ROLES,
    SKILLS,
    CREDENTIALS,
    MEMBERSHIPS,
    TIPS,
    TIP_GROUPS,
    TABLE_COUNT
};

static const struct table {
    const char *file, *key, *type, *field;
    void (*print)(struct file *file, yaml_node_t *node);
} tables[TABLE_COUNT] = {
    [KPIS] = {"kpis.yaml", "kpis", "pack_kpi", "kpi", print_kpi},
    [KPI_GROUPS] = {"kpis.yaml", "signature_groups", "pack_kpi_group",
                    "kpi_group", print_kpi_group},
    [ROLES] = {"roles.yaml", "roles", "pack_role", "role", print_role},
    [SKILLS] = {"roles.yaml", "skills", "pack_skill", "skill", print_skill},
    [CREDENTIALS] = {"credentials.yaml", "credentials", "pack_credential",
                     "credential", print_credential},
    [MEMBERSHIPS] = {"credentials.yaml", "memberships", "pack_membership",
                     "membership", print_membership},
    [TIPS] = {"tips.yaml", "tips", "pack_tip", "tip", print_tip},
    [TIP_GROUPS] = {"tips.yaml", "coverage_groups", "pack_tip_group",
                    "tip_group", print_tip_group},
};

/* Entries of a table: the pack's own, then those that the pack it extends has
   besides. */
struct entries {
    struct file *files[2];
    yaml_node_t *at[2];
    size_t counts[2];
};

static struct entries
entries_of(const struct table *table, struct file *own, struct file *base)
{
    struct entries entries = {.files = {own, base}};
    for (size_t i = 0; i < 2; i++) {
        entries.at[i] = get_path(entries.files[i], table->key);
        entries.counts[i] = item_count(entries.at[i]);
    }
    return entries;
}

static const char *
id_of(struct file *file, yaml_node_t *entry)
{
    const char *id = text(file, entry, "id");
    return *id ? id : text(file, entry, "abbr");
}

static bool
is_own(const struct entries *entries, const char *id)
{
    for (size_t i = 0; i < entries->counts[0]; i++)
        if (strcmp(id_of(entries->files[0],
                         item(entries->files[0], entries->at[0], i)),
                   id) == 0)
            return true;
    return false;
}

/* The next entry at or behind *at; NULL at the end. */
static yaml_node_t *
next_entry(const struct entries *entries, size_t *at, struct file **file)
{
    while (*at < entries->counts[0] + entries->counts[1]) {
        bool own = *at < entries->counts[0];
        size_t i = *at - (own ? 0 : entries->counts[0]);
        *file = entries->files[!own];
        yaml_node_t *entry = item(*file, entries->at[!own], i);
        ++*at;
        if (own || !is_own(entries, id_of(*file, entry)))
            return entry;
    }
    return NULL;
}

static size_t
print_table(const struct table *table, unsigned number, struct file *own,
            struct file *base)
{
    struct entries entries = entries_of(table, own, base);
    struct file *file;
    yaml_node_t *entry;
    size_t count = 0;
    printf("static const struct %s %s_%u[] = {\n", table->type, table->field,
           number);
    for (size_t at = 0; (entry = next_entry(&entries, &at, &file)); count++) {
        printf("{");
        table->print(file, entry);
        printf("},\n");
    }
    printf("%s};\n\n", count ? "" : "{.id = {0, 0}}");
    return count;
}

/* ---- names of credentials and memberships ------------------------------- */

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
        add_name(scalar(item(file, list, i)), kind, index);
}

/* One word in capitals is worth a look in every text. */
static void
add_wrong_abbreviation(const char *wrong, const char *right)
{
    size_t len = strlen(wrong);
    if (len < 3 || strspn(wrong, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != len)
        return;
    struct term term = {wrong, right, "", "0", false, true};
    add_phrase(wrong, L_CREDENTIAL_WRONG, add_term(L_CREDENTIAL_WRONG, term),
               0);
}

static void
add_credential_names(const struct entries *entries, bool wrong)
{
    struct file *file;
    yaml_node_t *entry;
    size_t index = 0;
    for (size_t at = 0; (entry = next_entry(entries, &at, &file)); index++) {
        if (!wrong) {
            add_name(text(file, entry, "abbr"), NAME_CREDENTIAL, index);
            add_name(text(file, entry, "name"), NAME_CREDENTIAL, index);
            add_names(file, get(file, entry, "aliases"), NAME_CREDENTIAL,
                      index);
            add_names(file, get(file, entry, "names"), NAME_CREDENTIAL, index);
            continue;
        }
        yaml_node_t *slips = get(file, entry, "misspellings");
        add_names(file, slips, NAME_WRONG, index);
        for (size_t i = 0; i < item_count(slips); i++)
            add_wrong_abbreviation(scalar(item(file, slips, i)),
                                   text(file, entry, "abbr"));
    }
}

static void
add_membership_names(const struct entries *entries)
{
    struct file *file;
    yaml_node_t *entry;
    size_t index = 0;
    for (size_t at = 0; (entry = next_entry(entries, &at, &file)); index++) {
        add_name(text(file, entry, "abbr"), NAME_MEMBERSHIP, index);
        add_name(text(file, entry, "name"), NAME_MEMBERSHIP, index);
        add_names(file, get(file, entry, "aliases"), NAME_MEMBERSHIP, index);
    }
}

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

static void
make_names(unsigned number, struct file *own, struct file *base)
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

static void
add_kpi_aliases(struct file *kpis)
{
    yaml_node_t *list = get_path(kpis, "kpis");
    for (size_t i = 0; i < item_count(list); i++) {
        yaml_node_t *aliases = get(kpis, item(kpis, list, i), "aliases");
        for (size_t j = 0; j < item_count(aliases); j++)
            add_noun(scalar(item(kpis, aliases, j)), L_KPI, (unsigned)i);
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
add_skills(struct file *words, size_t count, struct file *roles)
{
    yaml_node_t *list = get_path(roles, "skills");
    for (unsigned i = 0; i < item_count(list); i++) {
        yaml_node_t *skill = item(roles, list, i);
        yaml_node_t *aliases = get(roles, skill, "aliases");
        yaml_node_t *own = get(roles, skill, "names");
        yaml_node_t *signs = get(roles, skill, "signs");
        yaml_node_t *verbs = get(roles, skill, "verbs");
        add_skill_name(text(roles, skill, "name"), i);
        for (size_t j = 0; j < item_count(aliases); j++)
            add_noun(scalar(item(roles, aliases, j)), L_SKILL, i);
        for (size_t j = 0; j < item_count(own); j++)
            add_noun(scalar(item(roles, own, j)), L_SKILL_NAME, i);
        for (size_t j = 0; j < item_count(signs); j++)
            add_noun(scalar(item(roles, signs, j)), L_SKILL_SIGN, i);
        for (size_t j = 0; j < item_count(verbs); j++)
            add_verb(words, count, scalar(item(roles, verbs, j)), L_SKILL_SIGN,
                     i);
    }
}

/* ---- phrases by stems --------------------------------------------------- */

enum { PHRASE_MOST = 5 };

/* A word of phrases by its stem; two words of one stem may begin otherwise. */
struct stem {
    char *text;
    unsigned head, head_of_three;
    bool keeps_three;
    bool is_stem; /* else a word that the library has to be asked about */
};

struct phrase {
    unsigned stems[PHRASE_MOST];
    size_t count;
    unsigned of;
    bool is_kpi;
    bool is_loose; /* its words are parted otherwise where heads are noted */
};

static struct {
    struct stem *stems;
    size_t stem_count, stem_room;
    struct phrase *at;
    size_t count, room;
    struct word_heads heads; /* of three letters, of all words */
    struct sb_stemmer *stemmer;
} phrases;

/* Classes of a word that is a phrase by itself. */
static uint64_t
word_classes(struct str word)
{
    char folded[256];
    size_t len, mask = sizeof trie.slots / sizeof *trie.slots - 1;
    if (!split_fold(word.at, word.len, folded, sizeof folded, &len))
        return 0;
    size_t slot = split_hash(folded, len) & mask;
    for (; trie.slots[slot]; slot = (slot + 1) & mask) {
        const char *known = trie.words[trie.slots[slot]];
        if (strlen(known) == len && memcmp(known, folded, len) == 0)
            break;
    }
    for (size_t i = ROOT_COUNT; trie.slots[slot] && i < trie.node_count; i++)
        if (!trie.nodes[i].parent && trie.nodes[i].word == trie.slots[slot])
            return trie.nodes[i].classes;
    return 0;
}

/* Words without which a phrase is none; lexicon.h has the classes. */
static bool
is_telling(struct str word)
{
    uint64_t small =
        UINT64_C(1) << CLASS_PREPOSITION | UINT64_C(1) << CLASS_DETERMINER |
        UINT64_C(1) << CLASS_CLAUSE | UINT64_C(1) << CLASS_AUXILIARY;
    return !(word_classes(word) & small);
}

/* What else the program folds is left to it: apostrophes, letters beyond
   ASCII, plurals that Snowball parts from their singular ("analyses"). */
static bool
is_stemmed_here(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_alpha(word.at[i]))
            return false;
    return !str_ends(word, STR("yses"));
}

static struct stem
stem_of(struct str word)
{
    char folded[256];
    struct stem stem = {.head = word_head(word, 0),
                        .head_of_three = word_head_of_three(word),
                        .keeps_three = word_keeps_three(word),
                        .is_stem = is_stemmed_here(word)};
    if (word.len > sizeof folded)
        fail("word too long", word.at);
    for (size_t i = 0; i < word.len; i++)
        folded[i] = stem.is_stem ? ascii_lower(word.at[i]) : word.at[i];
    stem.text = copy(folded, word.len);
    if (stem.is_stem) {
        const sb_symbol *cut = sb_stemmer_stem(
            phrases.stemmer, (const sb_symbol *)stem.text, (int)word.len);
        int len = cut ? sb_stemmer_length(phrases.stemmer) : 0;
        if (len > 0)
            stem.text = copy((const char *)cut, (size_t)len);
    }
    return stem;
}

static unsigned
stem_number(struct str word)
{
    struct stem stem = stem_of(word);
    for (size_t i = 0; i < phrases.stem_count; i++) {
        const struct stem *known = &phrases.stems[i];
        if (strcmp(known->text, stem.text) == 0 && known->head == stem.head &&
            known->head_of_three == stem.head_of_three &&
            known->keeps_three == stem.keeps_three &&
            known->is_stem == stem.is_stem)
            return (unsigned)i;
    }
    phrases.stems = grow(phrases.stems, phrases.stem_count, &phrases.stem_room,
                         sizeof *phrases.stems);
    phrases.stems[phrases.stem_count] = stem;
    return (unsigned)phrases.stem_count++;
}

/* A telling word where the program parts a posting by blanks and signs. */
static struct str
next_telling(struct str text, size_t *at)
{
    for (;;) {
        size_t from = *at;
        while (from < text.len && !word_heads_hold(text.at[from]))
            from++;
        for (*at = from; *at < text.len && word_heads_hold(text.at[*at]);)
            ++*at;
        struct str word = {text.at + from, *at - from};
        if (!word.len || is_telling(word))
            return word;
    }
}

/* False: not of two to five words, or of more than words. */
static bool
read_phrase(struct phrase *phrase, struct str text)
{
    struct split piece;
    size_t seen = 0;
    for (size_t at = 0; split_next(text.at, text.len, &at, &piece);) {
        struct str word = {text.at + piece.from, piece.to - piece.from};
        if (piece.kind != SPLIT_WORD && piece.symbol != '-')
            return false; /* A/R, ICD-10 */
        if (piece.kind != SPLIT_WORD || !is_telling(word))
            continue;
        if (phrase->count == PHRASE_MOST)
            return false;
        struct str same = next_telling(text, &seen);
        if (same.at != word.at || same.len != word.len)
            phrase->is_loose = true;
        word_heads_add(&phrases.heads, word_head_of_three(word));
        phrase->stems[phrase->count++] = stem_number(word);
    }
    return phrase->count > 1;
}

static void
note_heads(struct str text)
{
    for (size_t i = 0, end; i < text.len; i = end + 1) {
        for (end = i; end < text.len && word_heads_hold(text.at[end]);)
            end++;
        if (end > i)
            word_heads_add(&phrases.heads, word_head_of_three((struct str){
                                               text.at + i, end - i}));
    }
}

static void
add_stem_phrases(struct file *file, yaml_node_t *list, bool is_kpi)
{
    for (unsigned i = 0; i < item_count(list); i++) {
        yaml_node_t *aliases = get(file, item(file, list, i), "aliases");
        for (size_t k = 0; k < item_count(aliases); k++) {
            struct phrase phrase = {.of = i, .is_kpi = is_kpi};
            struct str text = str_from(scalar(item(file, aliases, k)));
            note_heads(text);
            if (!read_phrase(&phrase, text))
                continue;
            phrases.at = grow(phrases.at, phrases.count, &phrases.room,
                              sizeof *phrases.at);
            phrases.at[phrases.count++] = phrase;
        }
    }
}

static void
print_phrases(unsigned number)
{
    printf("static const struct pack_stem stems_%u[] = {\n", number);
    for (size_t i = 0; i < phrases.stem_count; i++) {
        const struct stem *stem = &phrases.stems[i];
        printf("{{%u, %zu}, %u, %u, %d, %d},\n", text_place(stem->text),
               strlen(stem->text), stem->head, stem->head_of_three,
               stem->keeps_three, stem->is_stem);
    }
    printf("};\nstatic const struct pack_phrase phrases_%u[] = {\n", number);
    for (size_t i = 0; i < phrases.count; i++) {
        const struct phrase *phrase = &phrases.at[i];
        printf("{{");
        for (size_t k = 0; k < PHRASE_MOST; k++)
            printf("%u,", phrase->stems[k]);
        printf("}, %u, %zu, %d, %d},\n", phrase->of, phrase->count,
               phrase->is_kpi, phrase->is_loose);
    }
    printf("};\nstatic const struct word_heads phrase_heads_%u = {{", number);
    for (size_t i = 0; i < sizeof phrases.heads.bits / sizeof(uint64_t); i++)
        printf("%s0x%llxu,", i % 4 ? "" : "\n",
               (unsigned long long)phrases.heads.bits[i]);
    printf("}};\n");
}

/* Once all words are known that are read outside of postings. */
static void
make_phrases(unsigned number, struct file *roles, struct file *kpis)
{
    memset(&phrases, 0, sizeof phrases);
    phrases.stemmer = sb_stemmer_new("en", NULL);
    if (!phrases.stemmer)
        fail("no stems for", "English");
    add_stem_phrases(roles, get_path(roles, "skills"), false);
    add_stem_phrases(kpis, get_path(kpis, "kpis"), true);
    sb_stemmer_delete(phrases.stemmer);
    print_phrases(number);
}

static int
edge_order(const void *a, const void *b)
{
    const struct trie_node *x = &trie.nodes[*(const unsigned *)a];
    const struct trie_node *y = &trie.nodes[*(const unsigned *)b];
    if (x->parent != y->parent)
        return x->parent < y->parent ? -1 : 1;
    return x->word < y->word ? -1 : x->word > y->word;
}

/* ---- lists by first words ---------------------------------------------- */

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

static void
print_words(unsigned number)
{
    unsigned *starts = calloc(trie.word_count, sizeof *starts);
    unsigned *skills = calloc(trie.word_count, sizeof *skills);
    unsigned *asked = calloc(trie.word_count, sizeof *asked);
    size_t slots = 1024;
    while (slots < trie.word_count * 2)
        slots *= 2;
    unsigned *table = calloc(slots, sizeof *table);
    if (!starts || !skills || !asked || !table)
        fail("memory", "ended");
    for (size_t i = ROOT_COUNT; i < trie.node_count; i++) {
        if (trie.nodes[i].parent == 0)
            starts[trie.nodes[i].word] = (unsigned)i;
        if (trie.nodes[i].parent == SKILL_ROOT)
            skills[trie.nodes[i].word] = (unsigned)i;
        if (trie.nodes[i].parent == ASKED_ROOT)
            asked[trie.nodes[i].word] = (unsigned)i;
    }
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
        if (!i)
            continue;
        size_t slot = split_hash(trie.words[i], strlen(trie.words[i]));
        while (table[slot & (slots - 1)])
            slot++;
        table[slot & (slots - 1)] = (unsigned)i;
    }
    printf("};\nstatic const unsigned short slots_%u[] = {", number);
    for (size_t i = 0; i < slots; i++)
        printf("%s%u,", i % 16 ? "" : "\n", table[i]);
    printf("};\nenum { slot_mask_%u = %zu };\n\n", number, slots - 1);
    free(starts);
    free(skills);
    free(asked);
    free(sets);
    free(table);
}

static void
print_nodes(unsigned number)
{
    size_t count = trie.node_count, edges = 0, uses = 0;
    unsigned *order = calloc(count, sizeof *order);
    unsigned *first = calloc(count, sizeof *first);
    unsigned *degree = calloc(count, sizeof *degree);
    if (!order || !first || !degree)
        fail("memory", "ended");
    for (size_t i = 1; i < count; i++)
        if (trie.nodes[i].parent >= ROOT_COUNT)
            order[edges++] = (unsigned)i;
    qsort(order, edges, sizeof *order, edge_order);
    printf("static const struct pack_edge edges_%u[] = {\n", number);
    for (size_t i = 0; i < edges; i++) {
        struct trie_node *node = &trie.nodes[order[i]];
        if (!degree[node->parent]++)
            first[node->parent] = (unsigned)i;
        printf("{%u, %u},%s", node->word, order[i], i % 8 ? "" : "\n");
    }
    printf("{0, 0}};\nstatic const struct lexicon_use uses_%u[] = {\n", number);
    for (size_t i = 1; i < count; i++) {
        struct trie_node *node = &trie.nodes[i];
        node->first_use = (unsigned)uses;
        uses += node->use_count;
        for (unsigned u = 0; u < node->use_count; u++)
            printf("{%u, %u},%s", node->uses[u].list, node->uses[u].term,
                   u ? "" : "\n");
    }
    printf("{0, 0}};\nstatic const struct pack_node nodes_%u[] = {\n", number);
    for (size_t i = 0; i < count; i++) {
        struct trie_node *node = &trie.nodes[i];
        printf("{0x%llxu, %u, %u, %u, %u},\n",
               (unsigned long long)node->classes, first[i], degree[i],
               node->first_use, node->use_count);
    }
    printf("};\n\n");
    if (count > UINT16_MAX || uses > UINT16_MAX)
        fail("too many phrases", "widen the tables");
    free(order);
    free(first);
    free(degree);
}

/* Of a class, only what carries more than its words is worth its room. */
static bool
has_terms(size_t list)
{
    for (size_t i = 0; i < trie.term_count[list]; i++) {
        struct term *term = &trie.terms[list][i];
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
    if (!printed[list].terms || printed[list].count != trie.term_count[list])
        return false;
    for (size_t i = 0; i < printed[list].count; i++)
        if (!same_term(&printed[list].terms[i], &trie.terms[list][i]))
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
print_terms(unsigned number)
{
    for (size_t l = 0; l < LIST_COUNT; l++) {
        if (!has_terms(l) || is_printed(l))
            continue;
        printed[l].terms = trie.terms[l];
        printed[l].count = trie.term_count[l];
        printed[l].number = number;
        printf("static const struct lexicon_term terms_%u_%zu[] = {\n", number,
               l);
        for (size_t i = 0; i < trie.term_count[l]; i++) {
            struct term *term = &trie.terms[l][i];
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
    printf("static const struct pack_terms terms_%u[] = {\n", number);
    for (size_t l = 0; l < LIST_COUNT; l++) {
        if (has_terms(l))
            printf("{terms_%u_%zu, %zu},\n", printed[l].number, l,
                   trie.term_count[l]);
        else
            printf("{NULL, 0},\n");
    }
    printf("};\n\n");
}

static void
print_pack(const char *directory, const char *base, const char *name,
           const char *title, struct file *about, unsigned number)
{
    static const char *const lists_of[] = {"asked.yaml", "detector.yaml",
                                           "lexicon.yaml", "openers.yaml",
                                           "privacy.yaml"};
    enum { FILES = sizeof lists_of / sizeof *lists_of };
    struct file words[2 * FILES] = {0};
    struct file files[TABLE_COUNT] = {0}, lent[TABLE_COUNT] = {0};
    size_t counts[TABLE_COUNT];
    for (size_t i = 0; i < 2 * FILES; i++)
        file_load(&words[i], i < FILES ? base : directory, lists_of[i % FILES]);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        file_load(&files[i], directory, tables[i].file);
    file_load(&lent[CREDENTIALS], base, tables[CREDENTIALS].file);
    file_load(&lent[MEMBERSHIPS], base, tables[MEMBERSHIPS].file);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        counts[i] = print_table(&tables[i], number, &files[i], &lent[i]);
    trie_reset();
    make_names(number, files, lent);
    for (unsigned i = 0; i < L_ASKED_CUE; i++)
        add_list(words, 2 * FILES, i);
    add_kpi_aliases(&files[KPIS]);
    add_skills(words, 2 * FILES, &files[SKILLS]);
    make_phrases(number, &files[SKILLS], &files[KPIS]);
    size_t first_asked = trie.word_count;
    for (unsigned i = L_ASKED_CUE; i < LIST_COUNT; i++)
        add_list(words, 2 * FILES, i);
    print_words(number);
    print_nodes(number);
    print_terms(number);
    printf("static const struct pack pack_%u = {\n.name = ", number);
    print_string(name);
    printf(", .title = ");
    print_string(title);
    printf(", .served = ");
    print_string(text(about, root_of(about), "served"));
    bool balanced =
        strcmp(text(about, root_of(about), "balanced"), "true") == 0;
    printf(", .balanced = %d", balanced);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        printf(",\n.%ss = %s_%u, .%s_count = %zu", tables[i].field,
               tables[i].field, number, tables[i].field, counts[i]);
    printf(
        ",\n.letters = letters_%u, .words = words_%u, "
        ".slots = slots_%u, .slot_mask = "
        "slot_mask_%u,\n.sets = sets_%u, .nodes = nodes_%u, .edges = edges_%u, "
        ".uses = uses_%u, .terms = terms_%u,\n",
        number, number, number, number, number, number, number, number, number);
    printf(".first_asked = %zu, ", first_asked);
    printf(".stems = stems_%u, .stem_count = %zu, .phrases = phrases_%u, "
           ".phrase_count = %zu, .phrase_heads = &phrase_heads_%u,\n",
           number, phrases.stem_count, number, phrases.count, number);
    printf(".name_keys = name_keys_%u, .name_count = %zu, ", number,
           names.count);
    printf(".names = names_%u, .name_slots = name_slots_%u, .name_mask = "
           "%zu};\n\n",
           number, number, (size_t)NAME_MASK);
}

int
main(int argc, char **argv)
{
    unsigned count = 0;
    printf("/* Written by src/gen/pack.c from templates/packs. */\n"
           "#include \"pack/tables.h\"\n\n");
    for (int i = 1; i < argc; i++) {
        struct file about = {0};
        char base[1024];
        file_load(&about, argv[i], "pack.yaml");
        yaml_node_t *root = root_of(&about);
        const char *extends = text(&about, root, "extends");
        if (!*extends)
            continue;
        int parent = (int)(strrchr(argv[i], '/') - argv[i]);
        snprintf(base, sizeof base, "%.*s/%s", parent, argv[i], extends);
        print_pack(argv[i], base, text(&about, root, "name"),
                   text(&about, root, "title"), &about, count++);
    }
    print_texts();
    print_bytes("pack_name_firsts", begun.firsts, SPLIT_NAME_SLOTS);
    print_bytes("pack_name_pairs", begun.pairs, SPLIT_NAME_SLOTS);
    printf("const struct pack *const pack_tables[] = {");
    for (unsigned i = 0; i < count; i++)
        printf("&pack_%u, ", i);
    printf("};\nconst size_t pack_table_count = %u;\n", count);
    if (fflush(stdout) || ferror(stdout))
        fail("cannot write", "tables");
    return 0;
}
