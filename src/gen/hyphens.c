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
#include "hyphens/language.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
stop(const char *file, const char *what)
{
    fprintf(stderr, "hyphens: %s: %s\n", file, what);
    exit(1);
}

void *
take(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory)
        stop("memory", strerror(errno));
    return memory;
}

/* ---- one language -------------------------------------------------------- */

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

/* ---- sharing ------------------------------------------------------------- */

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
    trie_add(language, labels, count, digits);
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
    trie_begin(language);
    each_word(language, "\\patterns", add_pattern);
    each_word(language, "\\hyphenation", add_exception);
    trie_share(language);
    slots_fill(language);
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
