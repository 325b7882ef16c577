/* Files in and out. Nothing is ever half-written under its final name. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/str.h"

/* Why the world said no; `why` is for people ("No such file or directory"). */
struct file_error {
    bool failed;
    struct str why;
};

/*
 * The whole file, "-" for standard input. Refuses directories and more than
 * `limit` bytes with a reason. The bytes live in the arena.
 */
struct file_error file_read(struct arena *arena, const char *path,
                            size_t limit, struct str *bytes);

/* The same of a file that another file names: no pipe, which may keep waiting,
   and no device. */
struct file_error file_read_regular(struct arena *arena, const char *path,
                                    size_t limit, struct str *bytes);

/*
 * Writes to a temporary name in the same folder, checks every write, fsync
 * and close, then renames; "-" is standard output. On failure the temporary
 * file is removed and an older file of that name is untouched.
 */
struct file_error file_write(struct arena *arena, const char *path,
                             struct str bytes);

/* mkdir -p. */
struct file_error file_make_folder(struct arena *arena, const char *path);
/* Folder part of a path, "." when it has none. */
struct str file_folder(struct str path);
struct str file_join(struct arena *arena, struct str folder, struct str name);

#endif
