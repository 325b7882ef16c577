#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

void
stop(const char *what)
{
    fprintf(stderr, "run: %s: %s\n", what, strerror(errno));
    exit(3);
}

void *
memory_grow(void *old, size_t size)
{
    void *grown = realloc(old, size);
    if (!grown)
        stop("memory");
    return grown;
}

char *
text_format(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        stop(format);
    char *text = memory_grow(NULL, (size_t)length + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)length + 1, format, args);
    va_end(args);
    return text;
}

bool
text_ends(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

bool
file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool
folder_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static char *
file_bytes(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t room = 4096;
    char *bytes = memory_grow(NULL, room + 1);
    *length = 0;
    for (;;) {
        size_t got = fread(bytes + *length, 1, room - *length, file);
        *length += got;
        if (*length < room)
            break;
        room *= 2;
        bytes = memory_grow(bytes, room + 1);
    }
    fclose(file);
    bytes[*length] = '\0';
    return bytes;
}

char *
file_text(const char *path)
{
    size_t length;
    return file_bytes(path, &length);
}

static void
write_bytes(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
        stop(path);
}

void
file_set(const char *path, const char *text)
{
    write_bytes(path, text, strlen(text));
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
name_add(struct name_list *list, char *name)
{
    list->at = memory_grow(list->at, (list->count + 1) * sizeof *list->at);
    list->at[list->count++] = name;
}

static void
names_sort(struct name_list *list)
{
    if (list->count)
        qsort(list->at, list->count, sizeof *list->at, compare_names);
}

static struct name_list
names_with_dots(const char *path)
{
    struct name_list list = {NULL, 0};
    DIR *folder = opendir(path);
    if (!folder)
        return list;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            name_add(&list, text_format("%s", entry->d_name));
    closedir(folder);
    names_sort(&list);
    return list;
}

struct name_list
folder_names(const char *path)
{
    struct name_list all = names_with_dots(path), list = {NULL, 0};
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i][0] != '.')
            name_add(&list, all.at[i]);
    return list;
}

static void
add_files(struct name_list *list, const char *root, const char *below)
{
    char *path = text_format("%s/%s", root, below);
    struct name_list names = names_with_dots(path);
    for (size_t i = 0; i < names.count; i++) {
        char *name = text_format("%s%s", below, names.at[i]);
        if (folder_exists(text_format("%s/%s", root, name)))
            add_files(list, root, text_format("%s/", name));
        else
            name_add(list, name);
    }
}

struct name_list
folder_files(const char *path)
{
    struct name_list list = {NULL, 0};
    add_files(&list, path, "");
    names_sort(&list);
    return list;
}

static void
make_folders_above(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            stop(path);
        *slash = '/';
    }
}

void
folder_copy(const char *from, const char *to)
{
    struct name_list files = folder_files(from);
    for (size_t i = 0; i < files.count; i++) {
        size_t length;
        char *target = text_format("%s/%s", to, files.at[i]);
        char *bytes =
            file_bytes(text_format("%s/%s", from, files.at[i]), &length);
        if (!bytes)
            stop(files.at[i]);
        make_folders_above(target);
        write_bytes(target, bytes, length);
    }
}

void
folder_remove(const char *path)
{
    const char *args[] = {"rm", "-rf", path, NULL};
    command_run(args, NULL, NULL, NULL);
}

char *
folder_temporary(void)
{
    const char *where = getenv("TMPDIR");
    char *path = text_format("%s/dossier-test-XXXXXX", where ? where : "/tmp");
    if (!mkdtemp(path))
        stop(path);
    return path;
}

static void
redirect(int to, const char *path, int flags)
{
    int file = open(path, flags, 0666);
    if (file < 0 || dup2(file, to) < 0)
        _exit(126);
    close(file);
}

static void
become(const char *const *args, const char *folder, const char *out,
       const char *err)
{
    const int write_flags = O_WRONLY | O_CREAT | O_TRUNC;
    redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
    if (out)
        redirect(STDOUT_FILENO, out, write_flags);
    if (err && out && strcmp(err, out) == 0)
        dup2(STDOUT_FILENO, STDERR_FILENO);
    else if (err)
        redirect(STDERR_FILENO, err, write_flags);
    if (folder && chdir(folder) != 0)
        _exit(126);
    /* exec takes them without const and changes none. */
    char *copies[16] = {NULL};
    for (size_t i = 0; args[i] && i < 15; i++)
        copies[i] = text_format("%s", args[i]);
    execvp(copies[0], copies);
    _exit(127);
}

int
command_run(const char *const *args, const char *folder, const char *out,
            const char *err)
{
    int status;
    fflush(stdout);
    pid_t process = fork();
    if (process < 0)
        stop("fork");
    if (process == 0)
        become(args, folder, out, err);
    while (waitpid(process, &status, 0) < 0)
        if (errno != EINTR)
            stop("waitpid");
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
