#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "command.h"

static struct watched_file
look(const char *path)
{
    struct stat status;
    struct watched_file file = {.path = path, .size = -1};
    if (stat(path, &status) != 0)
        return file;
    file.seconds = (int64_t)status.st_mtim.tv_sec;
    file.nanoseconds = (int64_t)status.st_mtim.tv_nsec;
    file.size = (int64_t)status.st_size;
    return file;
}

void
watch_add(struct watched *watched, const char *path)
{
    for (size_t i = 0; i < watched->files.count; i++)
        if (strcmp(watched->files.at[i].path, path) == 0)
            return;
    const char *copy = str_copy(watched->arena, str_from(path)).at;
    *list_add(watched->arena, &watched->files) = look(copy);
}

static bool
has_changed(struct watched_file *file)
{
    struct watched_file now = look(file->path);
    bool changed = now.seconds != file->seconds ||
                   now.nanoseconds != file->nanoseconds ||
                   now.size != file->size;
    *file = now;
    return changed;
}

const char *
watch_wait(struct watched *watched)
{
    /* Polling a handful of files works on every file system and with every
       editor's way of saving; 150 ms feels immediate. */
    const struct timespec pause = {.tv_nsec = 150 * 1000 * 1000};
    for (;;) {
        nanosleep(&pause, NULL);
        for (size_t i = 0; i < watched->files.count; i++)
            if (has_changed(&watched->files.at[i]))
                return watched->files.at[i].path;
    }
}
