/*
 * Files, names and processes for the test runner. It is a short-lived program:
 * what these functions allocate is never freed.
 */
#ifndef RUNNER_FILES_H
#define RUNNER_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct name_list {
    char **at;
    size_t count;
};

/* Message with errno's reason, status 3. */
__attribute__((noreturn)) void stop(const char *what);

__attribute__((format(printf, 1, 2))) char *text_format(const char *format,
                                                        ...);
bool text_ends(const char *text, const char *end);
void *memory_grow(void *old, size_t size);

bool file_exists(const char *path);
bool folder_exists(const char *path);
/* The whole file, terminated; NULL when there is none. */
char *file_text(const char *path);
void file_set(const char *path, const char *text);
/* Names in a folder, sorted, without dot files; none if it is missing. */
struct name_list folder_names(const char *path);
/* Paths of all files below a folder, relative to it, sorted. */
struct name_list folder_files(const char *path);
void folder_copy(const char *from, const char *to);
void folder_remove(const char *path);
/* A new empty folder. */
char *folder_temporary(void);

/* Runs a command of up to 15 words in `folder` (NULL: here), its output to the
   two files (NULL: inherited), input from /dev/null; gives its status, or 128
   + the signal that ended it. */
int command_run(const char *const *args, const char *folder, const char *out,
                const char *err);

#endif
