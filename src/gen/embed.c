/*
 * Writes the files whose paths come on standard input, one a line, as code:
 *
 *     embed data     assembler that holds their bytes
 *     embed table    the C table that base/embedded.h searches
 *
 * The assembler includes the files itself (.incbin): four megabytes of fonts
 * as a C array would cost the compiler seconds and a gigabyte.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct file {
    char *path;
    long size;
};

static int
compare_paths(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->path,
                  ((const struct file *)b)->path);
}

static void
stop(const char *what, const char *path)
{
    fprintf(stderr, "embed: %s: %s: %s\n", path, what, strerror(errno));
    exit(1);
}

static long
file_size(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        stop("cannot open", path);
    if (fseek(file, 0, SEEK_END) != 0)
        stop("cannot seek", path);
    long size = ftell(file);
    if (size < 0)
        stop("cannot tell the size", path);
    fclose(file);
    return size;
}

static size_t
read_list(struct file **files)
{
    size_t count = 0, room = 0;
    char line[4096];
    *files = NULL;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        if (!line[0])
            continue;
        if (count == room) {
            room = room ? room * 2 : 64;
            *files = realloc(*files, room * sizeof **files);
            if (!*files)
                stop("no memory", line);
        }
        char *path = malloc(strlen(line) + 1);
        if (!path)
            stop("no memory", line);
        memcpy(path, line, strlen(line) + 1);
        (*files)[count++] = (struct file){path, file_size(path)};
    }
    if (count)
        qsort(*files, count, sizeof **files, compare_paths);
    return count;
}

static void
print_data(const struct file *files, size_t count)
{
    puts("#ifdef __APPLE__\n"
         "#define SYMBOL(name) _##name\n"
         "    .section __DATA,__const\n"
         "#else\n"
         "#define SYMBOL(name) name\n"
         "    .section .rodata\n"
         "#endif\n");
    for (size_t i = 0; i < count; i++)
        printf("    .globl SYMBOL(embedded_%zu)\n"
               "    .balign 16\n"
               "SYMBOL(embedded_%zu):\n"
               "    .incbin \"%s\"\n"
               "    .byte 0\n\n",
               i, i, files[i].path);
    puts("#ifdef __ELF__\n"
         "    .section .note.GNU-stack,\"\",%progbits\n"
         "#endif");
}

static void
print_table(const struct file *files, size_t count)
{
    puts("#include \"base/embedded_table.h\"\n");
    for (size_t i = 0; i < count; i++)
        printf("extern const char embedded_%zu[];\n", i);
    printf("\nconst size_t embedded_table_count = %zu;\n", count);
    puts("const struct embedded embedded_table[] = {");
    for (size_t i = 0; i < count; i++)
        printf("    {STR_INIT(\"%s\"), {embedded_%zu, %ld}},\n", files[i].path,
               i, files[i].size);
    puts("    {{NULL, 0}, {NULL, 0}},\n};");
}

int
main(int argc, char **argv)
{
    struct file *files;
    size_t count = read_list(&files);
    if (argc == 2 && strcmp(argv[1], "data") == 0)
        print_data(files, count);
    else if (argc == 2 && strcmp(argv[1], "table") == 0)
        print_table(files, count);
    else
        return 2;
    for (size_t i = 0; i < count; i++)
        free(files[i].path);
    free(files);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
