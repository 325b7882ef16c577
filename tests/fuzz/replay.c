/*
 * Runs a fuzz target on the files and on all files of the folders named on
 * the command line, each in a process of its own. A crash or a hang is what
 * the target is about; there is nothing to compare. Prints TAP.
 */
#include "fuzz.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Seconds for one file, sanitizers included. */
#define LIMIT 60

static uint8_t *
read_file(const char *path, size_t *size)
{
    size_t room = (size_t)1 << 24;
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = file ? malloc(room) : NULL;
    if (!bytes) {
        perror(path);
        exit(3);
    }
    *size = fread(bytes, 1, room, file);
    fclose(file);
    /* Of the exact size, so that reading behind the end is noticed. */
    uint8_t *exact = realloc(bytes, *size ? *size : 1);
    return exact ? exact : bytes;
}

static bool
replay_file(const char *path)
{
    int status = 0;
    fflush(stdout);
    pid_t process = fork();
    if (process == 0) {
        size_t size;
        uint8_t *bytes = read_file(path, &size);
        alarm(LIMIT);
        LLVMFuzzerTestOneInput(bytes, size);
        free(bytes);
        exit(0);
    }
    bool good = process > 0 && waitpid(process, &status, 0) == process &&
                WIFEXITED(status) && WEXITSTATUS(status) == 0;
    printf("%s - %s\n", good ? "ok" : "not ok", path);
    return good;
}

static bool
replay_folder(DIR *folder, const char *name)
{
    bool good = true;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", name, entry->d_name);
        if (entry->d_name[0] != '.')
            good &= replay_file(path);
    }
    return good;
}

int
main(int argc, char **argv)
{
    bool good = true;
    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        good &= folder ? replay_folder(folder, argv[i]) : replay_file(argv[i]);
        if (folder)
            closedir(folder);
    }
    return good ? 0 : 1;
}
