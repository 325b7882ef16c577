/* realpath is X/Open's. */
#define _XOPEN_SOURCE 700

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "pending.h"

#define FIRST_READ ((size_t)16 * 1024)

static const struct file_error fine = {false, {NULL, 0}};

static struct file_error
fail(struct arena *arena, const char *why)
{
    return (struct file_error){true, str_copy(arena, str_from(why))};
}

static struct file_error
fail_errno(struct arena *arena, int number)
{
    return fail(arena, strerror(number));
}

static bool
is_dash(const char *path)
{
    return path[0] == '-' && path[1] == '\0';
}

static struct file_error
fail_too_large(struct arena *arena, size_t limit)
{
    struct file_error error = {.failed = true};
    const size_t mega = 1000 * 1000;

    if (limit >= mega && limit % mega == 0)
        error.why = str_format(arena, "Larger than %zu MB", limit / mega);
    else
        error.why = str_format(arena, "Larger than %zu bytes", limit);
    return error;
}

/* What fstat says about the size is a hint: a pipe has none, a file may grow.
   One byte more than the limit tells "as large as allowed" from "larger". */
static struct file_error
read_all(struct arena *arena, int fd, size_t hint, size_t limit,
         struct str *bytes)
{
    size_t room = hint, len = 0;
    char *at = arena_bytes(arena, room);
    ssize_t got;

    for (;;) {
        if (len + 1 >= room) { /* one is kept for the terminator */
            at = arena_grow(arena, at, room, room * 2);
            room *= 2;
        }
        got = read(fd, at + len, room - 1 - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_errno(arena, errno);
        if (got == 0)
            break;
        len += (size_t)got;
        if (len > limit)
            return fail_too_large(arena, limit);
    }
    at[len] = '\0';
    *bytes = (struct str){at, len};
    return fine;
}

static struct file_error
read_open(struct arena *arena, int fd, size_t limit, struct str *bytes)
{
    struct stat info;
    size_t hint = FIRST_READ;

    if (fstat(fd, &info) != 0)
        return fail_errno(arena, errno);
    if (S_ISDIR(info.st_mode))
        return fail_errno(arena, EISDIR);
    if (S_ISREG(info.st_mode)) {
        if (info.st_size > 0 && (uintmax_t)info.st_size > limit)
            return fail_too_large(arena, limit);
        hint = (size_t)info.st_size + 2; /* the end is seen without growing */
    }
    return read_all(arena, fd, hint, limit, bytes);
}

/* Addresses of pages are given where a file is wanted. */
static struct file_error
fail_open(struct arena *arena, const char *path, int number)
{
    if (number == ENOENT && strstr(path, "://") != NULL)
        return fail(arena, "An address, no file; nothing is fetched from the "
                           "web. Save the page and name its file");
    return fail_errno(arena, number);
}

struct file_error
file_read_regular(struct arena *arena, const char *path, size_t limit,
                  struct str *bytes)
{
    struct stat info;
    struct file_error error = {.failed = true, .why = STR("Not a plain file")};
    /* To open a pipe would wait for somebody who writes into it. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

    *bytes = (struct str){NULL, 0};
    if (fd < 0)
        return fail_open(arena, path, errno);
    if (fstat(fd, &info) != 0)
        error = fail_errno(arena, errno);
    else if (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode))
        error = read_open(arena, fd, limit, bytes);
    (void)close(fd); /* nothing was written, nothing can be lost */
    return error;
}

struct file_error
file_read(struct arena *arena, const char *path, size_t limit,
          struct str *bytes)
{
    struct file_error error;
    int fd;

    *bytes = (struct str){NULL, 0};
    if (is_dash(path))
        return read_open(arena, STDIN_FILENO, limit, bytes);
    fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return fail_open(arena, path, errno);
    error = read_open(arena, fd, limit, bytes);
    (void)close(fd); /* nothing was written, nothing can be lost */
    return error;
}

/* 0 or errno. */
static int
write_all(int fd, struct str bytes)
{
    while (bytes.len > 0) {
        ssize_t put = write(fd, bytes.at, bytes.len);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes = str_slice(bytes, (size_t)put, bytes.len);
    }
    return 0;
}

/* Devices and pipes are written as they are: there is nothing to replace. */
static int
write_in_place(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    int number;

    if (fd < 0)
        return errno;
    number = write_all(fd, bytes);
    if (close(fd) != 0 && number == 0)
        number = errno;
    return number;
}

/* Some file systems know no fsync and say so; that is not a failure. */
static int
sync_file(int fd)
{
    if (fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP)
        return 0;
    return errno;
}

static int
fill_temporary(int fd, struct str bytes, const struct stat *replaced)
{
    int number = write_all(fd, bytes);

    if (number == 0 && replaced != NULL &&
        fchmod(fd, replaced->st_mode & 0777) != 0)
        number = errno;
    if (number == 0)
        number = sync_file(fd);
    if (close(fd) != 0 && number == 0)
        number = errno;
    return number;
}

/* A short name of its own, for the final name may be as long as is allowed. */
static int
open_temporary(struct arena *arena, struct str folder, const char **name)
{
    static unsigned serial;
    int fd;

    for (unsigned tries = 0; tries < 100; tries++) {
        *name = file_join(arena, folder,
                          str_format(arena, ".dossier-%ld-%u.tmp",
                                     (long)getpid(), serial++))
                    .at;
        pending_begin(*name);
        fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0)
            return fd;
        pending_end();
        if (errno != EEXIST)
            return -1;
    }
    return -1;
}

/* Makes the new name last through a power cut, where the system can. */
static void
sync_folder(struct arena *arena, struct str folder)
{
    int fd = open(str_terminated(arena, folder), O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return;
    (void)fsync(fd); /* the file itself is safe already */
    (void)close(fd);
}

static int
replace(struct arena *arena, const char *path, struct str bytes,
        const struct stat *replaced)
{
    struct str folder = file_folder(str_from(path));
    const char *temporary;
    int fd = open_temporary(arena, folder, &temporary);
    int number;

    if (fd < 0)
        return errno;
    number = fill_temporary(fd, bytes, replaced);
    if (number == 0 && rename(temporary, path) != 0)
        number = errno;
    if (number != 0)
        (void)unlink(temporary); /* the first failure is the one to tell */
    pending_end();
    if (number == 0)
        sync_folder(arena, folder);
    return number;
}

/* A symbolic link stays; what it points to is replaced. */
static const char *
follow_link(struct arena *arena, const char *path)
{
    struct stat info;
    char *target;

    if (lstat(path, &info) != 0 || !S_ISLNK(info.st_mode))
        return path;
    target = realpath(path, NULL);
    if (target == NULL)
        return path;
    path = str_terminated(arena, str_from(target));
    free(target);
    return path;
}

struct file_error
file_write(struct arena *arena, const char *path, struct str bytes)
{
    struct stat info;
    int number;

    if (is_dash(path)) {
        number = write_all(STDOUT_FILENO, bytes);
    } else if (stat(path, &info) != 0) {
        number = errno != ENOENT ? errno : replace(arena, path, bytes, NULL);
    } else if (S_ISDIR(info.st_mode)) {
        number = EISDIR;
    } else if (!S_ISREG(info.st_mode)) {
        number = write_in_place(path, bytes);
    } else {
        number = replace(arena, follow_link(arena, path), bytes, &info);
    }
    return number == 0 ? fine : fail_errno(arena, number);
}

static int
make_one_folder(const char *path)
{
    struct stat info;
    int number;

    if (mkdir(path, 0777) == 0)
        return 0;
    number = errno;
    if (stat(path, &info) != 0)
        return number;
    return S_ISDIR(info.st_mode) ? 0 : ENOTDIR;
}

struct file_error
file_make_folder(struct arena *arena, const char *path)
{
    struct str whole = str_copy(arena, str_from(path));
    size_t at = 0;
    int number = whole.len == 0 ? ENOENT : 0;

    while (number == 0 && at < whole.len) {
        struct str part;

        while (at < whole.len && whole.at[at] == '/')
            at++;
        while (at < whole.len && whole.at[at] != '/')
            at++;
        part = str_slice(whole, 0, at);
        number = make_one_folder(str_terminated(arena, part));
    }
    return number == 0 ? fine : fail_errno(arena, number);
}

struct str
file_folder(struct str path)
{
    while (path.len > 0 && path.at[path.len - 1] != '/')
        path.len--;
    if (path.len == 0)
        return STR(".");
    while (path.len > 1 && path.at[path.len - 1] == '/')
        path.len--;
    return path;
}

struct str
file_join(struct arena *arena, struct str folder, struct str name)
{
    bool no_folder = folder.len == 0 || str_is(folder, ".");
    const char *slash = str_ends(folder, STR("/")) ? "" : "/";

    if (no_folder || str_starts(name, STR("/")))
        return str_copy(arena, name);
    return str_format(arena, "%.*s%s%.*s", STR_ARG(folder), slash,
                      STR_ARG(name));
}
