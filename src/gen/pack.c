/*
 * Compiles packs into constant C tables:  pack DIRECTORY... > pack_tables.c
 *
 * A directory with `extends: name` in its pack.yaml is a pack; one without
 * only lends its words to others. The phrases of all word lists become one
 * trie over words, cut by the same code that cuts texts (src/pack/split.h).
 * What is wrong with a file stops the build with its name.
 */

#include "pack/parts.h"

/* The files of one pack, and of the one that it extends. */
struct pack_files {
    struct file about;
    struct file own[TABLE_COUNT], lent[TABLE_COUNT];
    struct file words[10]; /* the second half its own */
};

static const char *const word_files[] = {"asked.yaml", "detector.yaml",
                                         "lexicon.yaml", "openers.yaml",
                                         "privacy.yaml"};
enum { WORD_FILES = sizeof word_files / sizeof *word_files };

static void
load_pack(struct pack_files *files, const char *directory, const char *base)
{
    for (size_t i = 0; i < 2 * WORD_FILES; i++)
        file_load(&files->words[i], i < WORD_FILES ? base : directory,
                  word_files[i % WORD_FILES]);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        file_load(&files->own[i], directory, tables[i].file);
    file_load(&files->lent[CREDENTIALS], base, tables[CREDENTIALS].file);
    file_load(&files->lent[MEMBERSHIPS], base, tables[MEMBERSHIPS].file);
}

/* Gives the number of words that are read outside of postings. */
static size_t
make_lexicon(struct pack_files *files, unsigned number)
{
    trie_reset();
    lists_reset();
    names_make(number, files->own, files->lent);
    for (unsigned i = 0; i < L_ASKED_CUE; i++)
        list_add(files->words, 2 * WORD_FILES, i);
    kpi_aliases_add(&files->own[KPIS]);
    skills_add(files->words, 2 * WORD_FILES, &files->own[SKILLS]);
    stems_make(number, &files->own[SKILLS], &files->own[KPIS]);
    size_t first_asked = trie.word_count;
    for (unsigned i = L_ASKED_CUE; i < LIST_COUNT; i++)
        list_add(files->words, 2 * WORD_FILES, i);
    words_print(number);
    nodes_print(number);
    terms_print(number);
    return first_asked;
}

static void
print_about(struct file *about)
{
    yaml_node_t *root = file_root(about);
    printf(".name = ");
    print_string(file_text(about, root, "name"));
    printf(", .title = ");
    print_string(file_text(about, root, "title"));
    printf(", .served = ");
    print_string(file_text(about, root, "served"));
    printf(", .balanced = %d",
           strcmp(file_text(about, root, "balanced"), "true") == 0);
}

static void
print_pack(struct pack_files *files, unsigned number)
{
    size_t counts[TABLE_COUNT];
    for (size_t i = 0; i < TABLE_COUNT; i++)
        counts[i] =
            table_print(&tables[i], number, &files->own[i], &files->lent[i]);
    size_t first_asked = make_lexicon(files, number);
    printf("static const struct pack pack_%u = {\n", number);
    print_about(&files->about);
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
    stems_print_fields(number);
    printf(",\n");
    names_print_fields(number);
    printf("};\n\n");
}

/* False: the directory only lends its words. */
static bool
compile(const char *directory, unsigned number)
{
    struct pack_files files = {0};
    char base[1024];
    file_load(&files.about, directory, "pack.yaml");
    const char *extends =
        file_text(&files.about, file_root(&files.about), "extends");
    if (!*extends)
        return false;
    int parent = (int)(strrchr(directory, '/') - directory);
    snprintf(base, sizeof base, "%.*s/%s", parent, directory, extends);
    load_pack(&files, directory, base);
    print_pack(&files, number);
    return true;
}

int
main(int argc, char **argv)
{
    unsigned count = 0;
    printf("/* Written by src/gen/pack.c from templates/packs. */\n"
           "#include \"pack/tables.h\"\n\n");
    for (int i = 1; i < argc; i++)
        count += compile(argv[i], count);
    texts_print();
    names_print_begun();
    printf("const struct pack *const pack_tables[] = {");
    for (unsigned i = 0; i < count; i++)
        printf("&pack_%u, ", i);
    printf("};\nconst size_t pack_table_count = %u;\n", count);
    if (fflush(stdout) || ferror(stdout))
        fail("cannot write", "tables");
    return 0;
}
