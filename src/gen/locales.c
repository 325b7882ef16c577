/*
 * Compiles languages into constant C tables:
 *
 *     locales FILE.yaml... > locale_tables.c
 *
 * A file says what its language has of include/locale/words.def. What it leaves
 * out it has from its `parent`, else from English; a key that no word has stops
 * the build, with file and line, and so does a placeholder that got lost.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "../locale/plural.h"

enum kind { ONE_TEXT, COUNTED_TEXT, MONTH_LIST };
enum { FORMS = 6, OTHER_FORM = 5, TWELVE = 12, MOST_LOCALES = 200 };

static const struct def {
    const char *key;
    enum kind kind;
} defs[] = {
#define WORD(id, key) {key, ONE_TEXT},
#define COUNTED(id, key) {key, COUNTED_TEXT},
#define MONTHS(id, key) {key, MONTH_LIST},
#include "../../include/locale/words.def"
#undef WORD
#undef COUNTED
#undef MONTHS
};
enum { DEFS = sizeof defs / sizeof *defs };

static const char *const forms[FORMS] = PLURAL_FORM_NAMES;
static const char *const plural_rules[] = {
#define PLURAL_RULE(id, name) name,
    PLURAL_RULES(PLURAL_RULE)
#undef PLURAL_RULE
};

/* Number of the first place of each word, and of places in all. */
static unsigned places[DEFS + 1];

struct locale {
    const char *file;
    const char *tag, *name, *own_name, *parent, *plural;
    char aliases[400];
    bool right_to_left, indian, no_spaces, is_filled;
    unsigned least_grouped, missing;
    const char **words; /* by place */
};

static struct locale locales[MOST_LOCALES];
static size_t locale_count;

static void
stop(const char *file, size_t line, const char *what, const char *which)
{
    fprintf(stderr, "%s:%zu: %s: %s\n", file, line, what, which);
    exit(1);
}

static void *
take(size_t count, size_t size)
{
    void *now = calloc(count, size);
    if (!now)
        stop("locales", 0, "memory", "ended");
    return now;
}

static const char *
keep(const char *s)
{
    char *now = take(strlen(s) + 1, 1);
    memcpy(now, s, strlen(s));
    return now;
}

static void
number_places(void)
{
    static const unsigned widths[] = {1, FORMS, TWELVE};
    for (size_t i = 0; i < DEFS; i++)
        places[i + 1] = places[i] + widths[defs[i].kind];
}

/* ---- a file -------------------------------------------------------------- */

static const char *
text_of(const struct locale *locale, const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE)
        stop(locale->file, node->start_mark.line + 1, "not one text", "");
    return (const char *)node->data.scalar.value;
}

static void
read_counted(struct locale *locale, yaml_document_t *document,
             const yaml_node_t *node, unsigned place)
{
    if (node->type == YAML_SCALAR_NODE) {
        locale->words[place + OTHER_FORM] = keep(text_of(locale, node));
    } else if (node->type == YAML_MAPPING_NODE) {
        for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
             pair < node->data.mapping.pairs.top; pair++) {
            yaml_node_t *key = yaml_document_get_node(document, pair->key);
            yaml_node_t *value = yaml_document_get_node(document, pair->value);
            int form = 0;
            while (form < FORMS &&
                   strcmp(text_of(locale, key), forms[form]) != 0)
                form++;
            if (form == FORMS)
                stop(locale->file, key->start_mark.line + 1, "no plural form",
                     text_of(locale, key));
            locale->words[place + (unsigned)form] =
                keep(text_of(locale, value));
        }
    }
    if (!locale->words[place + OTHER_FORM])
        stop(locale->file, node->start_mark.line + 1, "without", "other");
    for (unsigned form = 0; form < OTHER_FORM; form++)
        if (!locale->words[place + form])
            locale->words[place + form] = locale->words[place + OTHER_FORM];
}

static void
read_months(struct locale *locale, yaml_document_t *document,
            const yaml_node_t *node, unsigned place)
{
    size_t count = 0;
    if (node->type == YAML_SEQUENCE_NODE)
        count = (size_t)(node->data.sequence.items.top -
                         node->data.sequence.items.start);
    if (count != TWELVE)
        stop(locale->file, node->start_mark.line + 1, "not twelve months", "");
    for (unsigned i = 0; i < TWELVE; i++)
        locale->words[place + i] = keep(
            text_of(locale, yaml_document_get_node(
                                document, node->data.sequence.items.start[i])));
}

/* What is no word: the language itself. */
static bool
read_property(struct locale *locale, const char *key, const yaml_node_t *node)
{
    const struct {
        const char *key;
        const char **slot;
    } texts[] = {{"tag", &locale->tag},
                 {"name", &locale->name},
                 {"own_name", &locale->own_name},
                 {"parent", &locale->parent},
                 {"plural", &locale->plural}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(key, texts[i].key) == 0) {
            *texts[i].slot = keep(text_of(locale, node));
            return true;
        }
    if (strcmp(key, "aliases") == 0)
        snprintf(locale->aliases, sizeof locale->aliases, "%s",
                 text_of(locale, node));
    else if (strcmp(key, "direction") == 0)
        locale->right_to_left = strcmp(text_of(locale, node), "rtl") == 0;
    else if (strcmp(key, "numbers.grouping") == 0)
        locale->indian = strcmp(text_of(locale, node), "indian") == 0;
    else if (strcmp(key, "numbers.least_grouped") == 0)
        locale->least_grouped =
            (unsigned)strtoul(text_of(locale, node), NULL, 10);
    else if (strcmp(key, "word_spaces") == 0)
        locale->no_spaces = strcmp(text_of(locale, node), "no") == 0;
    else
        return false;
    return true;
}

static void read_map(struct locale *locale, yaml_document_t *document,
                     const yaml_node_t *map, const char *prefix);

static void
read_key(struct locale *locale, yaml_document_t *document, const char *key,
         const yaml_node_t *node)
{
    for (size_t i = 0; i < DEFS; i++) {
        if (strcmp(defs[i].key, key) != 0)
            continue;
        if (defs[i].kind == ONE_TEXT)
            locale->words[places[i]] = keep(text_of(locale, node));
        else if (defs[i].kind == COUNTED_TEXT)
            read_counted(locale, document, node, places[i]);
        else
            read_months(locale, document, node, places[i]);
        return;
    }
    if (read_property(locale, key, node))
        return;
    if (node->type != YAML_MAPPING_NODE)
        stop(locale->file, node->start_mark.line + 1, "no such word", key);
    read_map(locale, document, node, key);
}

static void
read_map(struct locale *locale, yaml_document_t *document,
         const yaml_node_t *map, const char *prefix)
{
    for (yaml_node_pair_t *pair = map->data.mapping.pairs.start;
         pair < map->data.mapping.pairs.top; pair++) {
        char key[200];
        const yaml_node_t *name = yaml_document_get_node(document, pair->key);
        snprintf(key, sizeof key, "%s%s%s", prefix, *prefix ? "." : "",
                 text_of(locale, name));
        read_key(locale, document, key,
                 yaml_document_get_node(document, pair->value));
    }
}

static void
read_file(struct locale *locale, const char *file)
{
    yaml_parser_t parser;
    yaml_document_t document;
    FILE *in = fopen(file, "rb");
    locale->file = file;
    locale->words = take(places[DEFS], sizeof *locale->words);
    if (!in)
        stop(file, 0, "cannot read", strerror(errno));
    if (!yaml_parser_initialize(&parser))
        stop(file, 0, "memory", "ended");
    yaml_parser_set_input_file(&parser, in);
    if (!yaml_parser_load(&parser, &document))
        stop(file, parser.problem_mark.line + 1, "cannot parse",
             parser.problem ? parser.problem : "?");
    yaml_node_t *root = yaml_document_get_root_node(&document);
    if (!root || root->type != YAML_MAPPING_NODE)
        stop(file, 1, "not a map", "");
    read_map(locale, &document, root, "");
    if (!locale->tag || !locale->name || !locale->own_name)
        stop(file, 1, "without", "tag, name or own_name");
    yaml_document_delete(&document);
    yaml_parser_delete(&parser);
    fclose(in);
}

/* ---- what is left out -----------------------------------------------------
 */

static size_t
find_locale(const char *tag)
{
    for (size_t i = 0; tag && i < locale_count; i++)
        if (strcmp(locales[i].tag, tag) == 0)
            return i;
    return SIZE_MAX;
}

/* Forms that many languages share with English; their absence says nothing. */
static bool
is_form(const char *key)
{
    static const char *const prefixes[] = {
        "dates.", "numbers.", "list.", "quotes.", "months_with_day", "prose_"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (strncmp(key, prefixes[i], strlen(prefixes[i])) == 0)
            return true;
    return false;
}

/* Months beside a day are the months, unless the file says otherwise. */
static void
fill_months_with_day(struct locale *locale)
{
    for (size_t i = 0; i < DEFS; i++)
        if (strcmp(defs[i].key, "months_with_day") == 0 &&
            !locale->words[places[i]])
            for (unsigned m = 0; m < TWELVE; m++)
                locale->words[places[i] + m] = locale->words[m];
}

static void
fill_locale(struct locale *locale)
{
    size_t parent = find_locale(locale->parent), english = find_locale("en");
    if (locale->is_filled)
        return;
    locale->is_filled = true;
    if (locale->parent && parent == SIZE_MAX)
        stop(locale->file, 1, "no such parent", locale->parent);
    const struct locale *base = NULL;
    if (parent != SIZE_MAX)
        base = &locales[parent];
    else if (english != SIZE_MAX && &locales[english] != locale)
        base = &locales[english];
    if (base)
        fill_locale(&locales[base - locales]);
    fill_months_with_day(locale);
    if (!locale->plural)
        locale->plural = base ? base->plural : "one";
    if (!locale->least_grouped)
        locale->least_grouped =
            parent != SIZE_MAX ? locales[parent].least_grouped : 4;
    if (parent != SIZE_MAX) {
        locale->right_to_left |= base->right_to_left;
        locale->indian |= base->indian;
        locale->no_spaces |= base->no_spaces;
        locale->missing = base->missing;
    }
    for (size_t i = 0; i < DEFS; i++)
        for (unsigned p = places[i]; p < places[i + 1]; p++) {
            if (locale->words[p])
                continue;
            if (!base || !base->words[p])
                stop(locale->file, 1, "without", defs[i].key);
            locale->words[p] = base->words[p];
            locale->missing +=
                parent == SIZE_MAX && !is_form(defs[i].key) && p == places[i];
        }
}

/* {x}, {y}, {n} of the English text must stand in each translation. */
static void
check_placeholders(const struct locale *locale, const struct locale *english)
{
    static const char *const names[] = {"{x}", "{y}"};
    for (size_t i = 0; i < DEFS; i++)
        for (size_t n = 0; n < 2 && defs[i].kind == ONE_TEXT; n++)
            if (strstr(english->words[places[i]], names[n]) &&
                !strstr(locale->words[places[i]], names[n]))
                stop(locale->file, 1, "a placeholder got lost", defs[i].key);
}

/* ---- print ----------------------------------------------------------------
 */

enum { POOL_SLOTS = 1 << 16 };
static struct {
    const char *at[POOL_SLOTS];
    uint32_t offset[POOL_SLOTS];
    uint32_t size;
    const char **order;
    size_t count, room;
} pool;

static uint32_t
pool_add(const char *s)
{
    uint32_t hash = 2166136261u;
    for (const char *at = s; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 16777619u;
    uint32_t slot = hash % POOL_SLOTS;
    while (pool.at[slot] && strcmp(pool.at[slot], s) != 0)
        slot = (slot + 1) % POOL_SLOTS;
    if (pool.at[slot])
        return pool.offset[slot];
    if (pool.count == pool.room) {
        pool.room = pool.room * 2 + 1024;
        pool.order = realloc(pool.order, pool.room * sizeof *pool.order);
        if (!pool.order)
            stop("locales", 0, "memory", "ended");
    }
    if (pool.count >= POOL_SLOTS / 2)
        stop("locales", 0, "too many words", s);
    pool.order[pool.count++] = s;
    pool.at[slot] = s;
    pool.offset[slot] = pool.size;
    pool.size += (uint32_t)strlen(s) + 1;
    return pool.offset[slot];
}

static unsigned
plural_number(const struct locale *locale)
{
    for (unsigned i = 0; i < sizeof plural_rules / sizeof *plural_rules; i++)
        if (strcmp(plural_rules[i], locale->plural) == 0)
            return i;
    stop(locale->file, 1, "no such rule of plurals", locale->plural);
    return 0;
}

static void
print_row(const struct locale *locale)
{
    size_t parent = find_locale(locale->parent);
    printf("    {.tag = %u, .name = %u, .own_name = %u, .aliases = %u,\n"
           "     .parent = %zu, .missing = %u, .plural = %u,\n"
           "     .least_grouped = %u, .is_right_to_left = %d, .is_indian = %d,"
           "\n     .no_spaces = %d},\n",
           pool_add(locale->tag), pool_add(locale->name),
           pool_add(locale->own_name), pool_add(locale->aliases),
           parent == SIZE_MAX ? 0 : parent + 1, locale->missing,
           plural_number(locale), locale->least_grouped, locale->right_to_left,
           locale->indian, locale->no_spaces);
}

static void
print_words(const struct locale *locale)
{
    printf("    {");
    for (unsigned p = 0; p < places[DEFS]; p++)
        printf("%u,%s", pool_add(locale->words[p]), p % 12 == 11 ? "\n" : "");
    printf("},\n");
}

/* Octal escapes end after three digits whatever follows. */
static void
print_pool(void)
{
    printf("const char locale_pool[] =\n");
    for (size_t i = 0; i < pool.count; i++) {
        printf("    \"");
        for (const char *s = pool.order[i]; *s; s++)
            if ((unsigned char)*s < ' ' || (unsigned char)*s >= 0x7F ||
                strchr("\"\\?", *s))
                printf("\\%03o", (unsigned char)*s);
            else
                putchar(*s);
        printf("\\0\"\n");
    }
    printf(";\n");
}

static int
compare_locales(const void *a, const void *b)
{
    const struct locale *x = a, *y = b;
    return strcmp(x->tag, y->tag);
}

int
main(int argc, char **argv)
{
    number_places();
    for (int i = 1; i < argc && locale_count < MOST_LOCALES; i++)
        read_file(&locales[locale_count++], argv[i]);
    qsort(locales, locale_count, sizeof *locales, compare_locales);
    size_t english = find_locale("en");
    if (english == SIZE_MAX)
        stop("locales", 0, "without", "en.yaml");
    for (size_t i = 0; i < locale_count; i++)
        fill_locale(&locales[i]);
    for (size_t i = 0; i < locale_count; i++)
        check_placeholders(&locales[i], &locales[english]);
    printf("/* Written by src/gen/locales.c from templates/locales. */\n"
           "#include \"locale/tables.h\"\n\n"
           "const size_t locale_row_count = %zu;\n"
           "const struct locale_row locale_rows[] = {\n",
           locale_count);
    for (size_t i = 0; i < locale_count; i++)
        print_row(&locales[i]);
    printf("};\nconst uint32_t locale_words[][WORD_COUNT] = {\n");
    for (size_t i = 0; i < locale_count; i++)
        print_words(&locales[i]);
    printf("};\n");
    print_pool();
    printf("const struct locale locale_english = {\n"
           "    .tag = STR_INIT(\"en-US\"), .row = &locale_rows[%zu],\n"
           "    .words = locale_words[%zu]};\n",
           english, english);
    return 0;
}
