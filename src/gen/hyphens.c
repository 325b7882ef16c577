/*
 * Compiles TeX's hyphenation patterns into the tables of src/type/hyphens.h:
 *
 *     hyphens hyph-en-us.tex ... > hyphens.c
 *
 * The patterns of a language become a trie; equal branches are shared; the
 * edges of all nodes are laid into one array, each node at the first place
 * where its edges meet no others (Liang, "Word Hy-phen-a-tion by Com-put-er",
 * 1983).
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LETTERS 63
#define MOST_OPS 1023
#define MOST_SLOTS 65535
#define MOST_PATTERN 64
#define MOST_EXCEPTIONS 1000

static void
stop(const char *file, const char *what)
{
    fprintf(stderr, "hyphens: %s: %s\n", file, what);
    exit(1);
}

static void *
take(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory)
        stop("memory", strerror(errno));
    return memory;
}

/* ---- one language -------------------------------------------------------- */

struct node {
    uint32_t child[MOST_LETTERS + 1]; /* node by label; 0 = none */
    uint16_t op[MOST_LETTERS + 1];    /* of the edge */
    uint32_t base;
    bool placed;
};

struct op {
    uint8_t back, count;
    uint8_t digits[MOST_PATTERN];
};

struct language {
    const char *file;
    char tag[32], name[32];
    char *text; /* of the file */
    char *notice;
    uint32_t alphabet[MOST_LETTERS];
    size_t letters;
    struct node *nodes;
    size_t node_count, node_room;
    struct op ops[MOST_OPS + 1];
    size_t op_count; /* 0 is none */
    const char *exceptions[MOST_EXCEPTIONS];
    size_t exception_count;
    uint32_t *slots;
    size_t slot_count;
};

static char *
read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        stop(path, strerror(errno));
    long size = ftell(file);
    if (size < 0)
        stop(path, strerror(errno));
    rewind(file);
    char *text = take((size_t)size + 1, 1);
    if (fread(text, 1, (size_t)size, file) != (size_t)size)
        stop(path, "cannot be read");
    fclose(file);
    return text;
}

/* The comment that the file opens with: title, authors, licence. */
static void
keep_notice(struct language *language)
{
    const char *end = language->text;
    while (*end == '%') {
        if (strncmp(end, "% ====", 6) == 0)
            break;
        end += strcspn(end, "\n");
        end += *end == '\n';
    }
    size_t length = (size_t)(end - language->text);
    language->notice = take(length + 1, 1);
    memcpy(language->notice, language->text, length);
}

static void
drop_comments(char *text)
{
    for (char *at = text; (at = strchr(at, '%')) != NULL;)
        while (*at && *at != '\n')
            *at++ = ' ';
}

/* ---- letters ------------------------------------------------------------- */

static uint32_t
next_letter(const struct language *language, const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;
    unsigned more = *s >= 0xE0 ? 2 : *s >= 0xC0 ? 1 : 0;
    uint32_t letter = more == 2 ? *s & 0x0Fu : more == 1 ? *s & 0x1Fu : *s;
    if (*s >= 0xF0)
        stop(language->file, "a letter beyond the plane in use");
    for (unsigned i = 1; i <= more; i++)
        letter = letter << 6 | (s[i] & 0x3Fu);
    *at += 1 + more;
    return letter;
}

static int
compare_letters(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static size_t
label_of(const struct language *language, uint32_t letter)
{
    for (size_t i = 0; i < language->letters; i++) {
        if (language->alphabet[i] == letter)
            return i + 1;
    }
    return 0;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void
collect_letters(struct language *language, const char *pattern)
{
    while (*pattern) {
        if (is_digit(*pattern)) {
            pattern++;
            continue;
        }
        uint32_t letter = next_letter(language, &pattern);
        if (label_of(language, letter))
            continue;
        if (language->letters == MOST_LETTERS)
            stop(language->file, "too many letters");
        language->alphabet[language->letters++] = letter;
    }
}

/* ---- the trie ------------------------------------------------------------ */

static size_t
add_node(struct language *language)
{
    if (language->node_count == language->node_room) {
        language->node_room = language->node_room * 2 + 1024;
        language->nodes = realloc(language->nodes, language->node_room *
                                                       sizeof *language->nodes);
        if (!language->nodes)
            stop(language->file, strerror(errno));
    }
    memset(&language->nodes[language->node_count], 0, sizeof *language->nodes);
    return language->node_count++;
}

static uint16_t
find_op(struct language *language, const uint8_t *digits, size_t letters)
{
    struct op op = {0};
    size_t first = 0, last = letters + 1;
    while (first < last && !digits[first])
        first++;
    while (last > first && !digits[last - 1])
        last--;
    if (first == last)
        return 0;
    op.back = (uint8_t)(letters - first);
    op.count = (uint8_t)(last - first);
    memcpy(op.digits, digits + first, op.count);
    for (size_t i = 1; i <= language->op_count; i++) {
        if (memcmp(&language->ops[i], &op, sizeof op) == 0)
            return (uint16_t)i;
    }
    if (language->op_count == MOST_OPS)
        stop(language->file, "too many kinds of patterns");
    language->ops[++language->op_count] = op;
    return (uint16_t)language->op_count;
}

static void
add_pattern(struct language *language, const char *pattern)
{
    uint8_t digits[MOST_PATTERN + 1] = {0};
    size_t labels[MOST_PATTERN], count = 0;
    while (*pattern) {
        if (is_digit(*pattern)) {
            digits[count] = (uint8_t)(*pattern++ - '0');
            continue;
        }
        if (count == MOST_PATTERN - 1)
            stop(language->file, "a pattern is too long");
        labels[count++] = label_of(language, next_letter(language, &pattern));
    }
    size_t node = 0;
    for (size_t i = 0; i < count; i++) {
        if (i + 1 == count) {
            language->nodes[node].op[labels[i]] =
                find_op(language, digits, count);
        }
        if (!language->nodes[node].child[labels[i]]) {
            size_t child = add_node(language);
            language->nodes[node].child[labels[i]] = (uint32_t)child;
        }
        node = language->nodes[node].child[labels[i]];
    }
}

/* ---- sharing ------------------------------------------------------------- */

static uint64_t
node_hash(const struct node *node)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        uint64_t value = (uint64_t)node->child[i] << 16 | node->op[i];
        hash = (hash ^ value) * 1099511628211u;
    }
    return hash ^ hash >> 31;
}

static bool
node_is_leaf(const struct node *node)
{
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        if (node->child[i])
            return false;
    }
    return true;
}

static bool
nodes_equal(const struct node *a, const struct node *b)
{
    return memcmp(a->child, b->child, sizeof a->child) == 0 &&
           memcmp(a->op, b->op, sizeof a->op) == 0;
}

/* An edge to a leaf leads to node LEAF: it only says its op. */
#define LEAF UINT32_MAX

/* Children have higher numbers than their parents, so that going backwards
   finds every node's children already settled. */
static void
share_branches(struct language *language)
{
    size_t room = 1;
    while (room < language->node_count * 2)
        room *= 2;
    uint32_t *table = take(room, sizeof *table);
    uint32_t *same = take(language->node_count, sizeof *same);
    for (size_t n = language->node_count; n-- > 0;) {
        struct node *node = &language->nodes[n];
        for (size_t i = 1; i <= MOST_LETTERS; i++) {
            if (node->child[i])
                node->child[i] = same[node->child[i]];
        }
        if (node_is_leaf(node)) {
            same[n] = LEAF;
            continue;
        }
        size_t at = (size_t)node_hash(node) & (room - 1);
        while (table[at] && !nodes_equal(node, &language->nodes[table[at]]))
            at = (at + 1) & (room - 1);
        if (!table[at])
            table[at] = (uint32_t)n;
        same[n] = table[at];
    }
    free(table);
    free(same);
}

/* ---- packing ------------------------------------------------------------- */

struct packing {
    bool *used;
    bool *bases; /* a base serves one node, else edges would be mistaken */
    size_t first_free;
};

static bool
node_fits(const struct node *node, const struct packing *packing, size_t base)
{
    if (packing->bases[base])
        return false;
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        if (node->child[i] && packing->used[base + i])
            return false;
    }
    return true;
}

static void
place_node(struct language *language, struct packing *packing, size_t n)
{
    struct node *node = &language->nodes[n];
    while (packing->used[packing->first_free])
        packing->first_free++;
    size_t base = packing->first_free > MOST_LETTERS
                      ? packing->first_free - MOST_LETTERS
                      : 1;
    while (!node_fits(node, packing, base))
        base++;
    if (base + MOST_LETTERS >= MOST_SLOTS)
        stop(language->file, "too many patterns");
    for (size_t i = 1; i <= MOST_LETTERS; i++) {
        if (node->child[i])
            packing->used[base + i] = true;
    }
    packing->bases[base] = true;
    node->base = (uint32_t)base;
    node->placed = true;
    if (base + MOST_LETTERS + 1 > language->slot_count)
        language->slot_count = base + MOST_LETTERS + 1;
}

/* Marks the nodes that are still reached and gives each a place. */
static void
place_reached(struct language *language)
{
    struct packing packing = {take(MOST_SLOTS + 1, sizeof(bool)),
                              take(MOST_SLOTS + 1, sizeof(bool)), 1};
    uint32_t *queue = take(language->node_count, sizeof *queue);
    size_t head = 0, tail = 1;
    place_node(language, &packing, 0);
    while (head < tail) {
        const struct node *node = &language->nodes[queue[head++]];
        for (size_t i = 1; i <= MOST_LETTERS; i++) {
            uint32_t child = node->child[i];
            if (!child || child == LEAF || language->nodes[child].placed)
                continue;
            place_node(language, &packing, child);
            queue[tail++] = child;
        }
    }
    free(queue);
    free(packing.bases);
    free(packing.used);
}

static void
fill_slots(struct language *language)
{
    language->slots = take(language->slot_count, sizeof *language->slots);
    for (size_t n = 0; n < language->node_count; n++) {
        const struct node *node = &language->nodes[n];
        if (!node->placed)
            continue;
        for (size_t i = 1; i <= MOST_LETTERS; i++) {
            uint32_t child = node->child[i];
            if (!child)
                continue;
            uint32_t base = child == LEAF ? 0 : language->nodes[child].base;
            language->slots[node->base + i] =
                (uint32_t)i | (uint32_t)node->op[i] << 6 | base << 16;
        }
    }
}

/* ---- reading ------------------------------------------------------------- */

/* Calls `each` for the words of \command{...}. */
static void
each_word(struct language *language, const char *command,
          void (*each)(struct language *, const char *))
{
    const char *at = strstr(language->text, command);
    if (!at || !(at = strchr(at, '{')))
        return;
    at++;
    while (*at && *at != '}') {
        char word[MOST_PATTERN * 2] = "";
        size_t length = strcspn(at, " \t\r\n}");
        if (length >= sizeof word)
            stop(language->file, "a word is too long");
        memcpy(word, at, length);
        if (length)
            each(language, word);
        at += length;
        at += strspn(at, " \t\r\n");
    }
}

static void
add_exception(struct language *language, const char *word)
{
    if (language->exception_count == MOST_EXCEPTIONS)
        stop(language->file, "too many exceptions");
    char *copy = take(strlen(word) + 1, 1);
    memcpy(copy, word, strlen(word));
    language->exceptions[language->exception_count++] = copy;
}

/* "src/x/hyph-en-us.tex" gives the tag "en-us" and the name "en_us". */
static void
name_language(struct language *language)
{
    const char *from = strstr(language->file, "hyph-");
    if (!from)
        stop(language->file, "no name like hyph-en-us.tex");
    from += strlen("hyph-");
    size_t length = strcspn(from, ".");
    if (length >= sizeof language->tag)
        stop(language->file, "the language's tag is too long");
    memcpy(language->tag, from, length);
    for (size_t i = 0; i < length; i++)
        language->name[i] = from[i] == '-' ? '_' : from[i];
}

static void
read_language(struct language *language)
{
    name_language(language);
    language->text = read_all(language->file);
    keep_notice(language);
    drop_comments(language->text);
    each_word(language, "\\patterns", collect_letters);
    qsort(language->alphabet, language->letters, sizeof *language->alphabet,
          compare_letters);
    add_node(language);
    each_word(language, "\\patterns", add_pattern);
    each_word(language, "\\hyphenation", add_exception);
    share_branches(language);
    place_reached(language);
    fill_slots(language);
}

/* ---- writing ------------------------------------------------------------- */

static void
print_text(const char *text)
{
    putchar('"');
    for (const char *at = text; *at; at++) {
        if (*at == '\n')
            printf("\\n\"%s", at[1] ? "\n    \"" : "");
        else if (*at == '"' || *at == '\\')
            printf("\\%c", *at);
        else
            putchar(*at);
    }
    if (!*text || text[strlen(text) - 1] != '\n')
        putchar('"');
}

static void
print_numbers(const struct language *language, const char *type,
              const char *what, const uint32_t *numbers, size_t count)
{
    printf("static const %s %s_%s[] = {", type, language->name, what);
    for (size_t i = 0; i < count; i++)
        printf("%s%u,", i % 12 ? "" : "\n    ", numbers[i]);
    printf("\n};\n");
}

static void
print_ops(const struct language *language)
{
    size_t at = 0;
    printf("static const struct hyphen_op %s_ops[] = {\n    {0, 0, 0},\n",
           language->name);
    for (size_t i = 1; i <= language->op_count; i++) {
        const struct op *op = &language->ops[i];
        printf("    {%u, %u, %zu},\n", op->back, op->count, at);
        at += op->count;
    }
    printf("};\nstatic const uint8_t %s_digits[] = {\n", language->name);
    for (size_t i = 1; i <= language->op_count; i++) {
        printf("    ");
        for (size_t k = 0; k < language->ops[i].count; k++)
            printf("%u,", language->ops[i].digits[k]);
        printf("\n");
    }
    printf("};\n");
}

static void
print_language(const struct language *language)
{
    print_numbers(language, "uint16_t", "alphabet", language->alphabet,
                  language->letters);
    print_numbers(language, "uint32_t", "slots", language->slots,
                  language->slot_count);
    print_ops(language);
    printf("static const char *const %s_exceptions[] = {\n", language->name);
    for (size_t i = 0; i < language->exception_count; i++) {
        printf("    ");
        print_text(language->exceptions[i]);
        printf(",\n");
    }
    printf("    NULL,\n};\nstatic const char %s_notice[] =\n    ",
           language->name);
    print_text(language->notice);
    printf(";\n\n");
}

static void
print_row(const struct language *language)
{
    const char *name = language->name;
    printf("    {\"%s\", %s_alphabet, %zu, %s_slots, %zu, %u, %s_ops, "
           "%s_digits, %s_exceptions, %s_notice},\n",
           language->tag, name, language->letters, name, language->slot_count,
           language->nodes[0].base, name, name, name, name);
}

static void
free_language(struct language *language)
{
    for (size_t i = 0; i < language->exception_count; i++)
        free((void *)(uintptr_t)language->exceptions[i]);
    free(language->nodes);
    free(language->slots);
    free(language->notice);
    free(language->text);
}

int
main(int argc, char **argv)
{
    size_t count = argc > 1 ? (size_t)argc - 1 : 0;
    struct language *languages = take(count, sizeof *languages);
    puts("#include \"type/hyphens.h\"\n");
    for (size_t i = 0; i < count; i++) {
        languages[i].file = argv[i + 1];
        read_language(&languages[i]);
        print_language(&languages[i]);
    }
    puts("const struct hyphen_patterns hyphen_languages[] = {");
    for (size_t i = 0; i < count; i++)
        print_row(&languages[i]);
    printf("};\nconst size_t hyphen_language_count = %zu;\n", count);
    for (size_t i = 0; i < count; i++)
        free_language(&languages[i]);
    free(languages);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
