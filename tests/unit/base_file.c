#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

#define LIMIT ((size_t)1000)

/* An arena, and an empty folder that is the current one during a test. */
struct place {
    struct arena *arena;
    char folder[64];
};

static int
enter(void **state)
{
    struct place *place = calloc(1, sizeof *place);

    assert_non_null(place);
    place->arena = arena_new();
    strncpy(place->folder, "/tmp/dossier-test-XXXXXX", 63);
    assert_non_null(mkdtemp(place->folder));
    assert_int_equal(chdir(place->folder), 0);
    *state = place;
    return 0;
}

/* Names in the folder that begin with `prefix`. */
static size_t
count_files(const char *path, const char *prefix)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    size_t count = 0;

    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL)
        count += strcmp(entry->d_name, ".") != 0 &&
                 strcmp(entry->d_name, "..") != 0 &&
                 strncmp(entry->d_name, prefix, strlen(prefix)) == 0;
    closedir(folder);
    return count;
}

/* Every test ends without a temporary file. */
static int
leave(void **state)
{
    struct place *place = *state;
    char command[128];

    assert_int_equal(count_files(".", ".dossier-"), 0);
    assert_int_equal(chdir("/"), 0);
    snprintf(command, sizeof command, "rm -rf %s", place->folder);
    assert_int_equal(system(command), 0);
    arena_free(place->arena);
    free(place);
    return 0;
}

static struct arena *
arena_of(void **state)
{
    return ((struct place *)*state)->arena;
}

static void
write_fine(void **state, const char *path, struct str bytes)
{
    struct file_error error = file_write(arena_of(state), path, bytes);

    if (error.failed)
        fail_msg("%s: %.*s", path, STR_ARG(error.why));
}

static void
check_content(void **state, const char *path, const char *expected)
{
    struct str bytes;
    struct file_error error = file_read(arena_of(state), path, LIMIT, &bytes);

    assert_false(error.failed);
    assert_str(bytes, expected);
    assert_int_equal(bytes.at[bytes.len], '\0');
}

static void
what_is_written_is_read_back(void **state)
{
    struct str bytes;

    write_fine(state, "a", STR("one\0two"));
    assert_false(file_read(arena_of(state), "a", LIMIT, &bytes).failed);
    assert_int_equal(bytes.len, 7);
    assert_memory_equal(bytes.at, "one\0two", 8);
    write_fine(state, "a", STR("shorter"));
    check_content(state, "a", "shorter");
    write_fine(state, "a", STR(""));
    check_content(state, "a", "");
    assert_int_equal(count_files(".", ""), 1);
}

static void
check_read_fails(void **state, const char *path, size_t limit, const char *why)
{
    struct str bytes = STR("before");
    struct file_error error = file_read(arena_of(state), path, limit, &bytes);

    assert_true(error.failed);
    assert_str(error.why, why);
    assert_true(str_is_empty(bytes));
}

static void
reading_says_why_not(void **state)
{
    check_read_fails(state, "none", LIMIT, "No such file or directory");
    check_read_fails(state, ".", LIMIT, "Is a directory");
    check_read_fails(state, "", LIMIT, "No such file or directory");
    write_fine(state, "a", STR("12345678"));
    check_read_fails(state, "a", 7, "Larger than 7 bytes");
    check_read_fails(state, "a/b", LIMIT, "Not a directory");
    check_read_fails(state, "/dev/zero", 1000000, "Larger than 1 MB");
}

static void
the_limit_itself_is_allowed(void **state)
{
    struct str bytes;

    write_fine(state, "a", STR("12345678"));
    assert_false(file_read(arena_of(state), "a", 8, &bytes).failed);
    assert_str(bytes, "12345678");
}

static void
pipes_are_read_to_their_end(void **state)
{
    int ends[2], saved = dup(STDIN_FILENO);
    struct str bytes;
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    if (child == 0) {
        char block[1000];

        memset(block, 'p', sizeof block);
        for (int i = 0; i < 100; i++)
            if (write(ends[1], block, sizeof block) != sizeof block)
                _exit(1);
        _exit(0);
    }
    (void)close(ends[1]);
    (void)dup2(ends[0], STDIN_FILENO);
    assert_false(file_read(arena_of(state), "-", 100000, &bytes).failed);
    (void)dup2(saved, STDIN_FILENO);
    (void)close(saved);
    (void)close(ends[0]);
    (void)waitpid(child, NULL, 0);
    assert_int_equal(bytes.len, 100000);
    assert_int_equal(bytes.at[99999], 'p');
}

static void
dash_writes_to_standard_output(void **state)
{
    int saved = dup(STDOUT_FILENO);
    int fd = open("out", O_WRONLY | O_CREAT, 0600);

    (void)fflush(stdout);
    (void)dup2(fd, STDOUT_FILENO);
    write_fine(state, "-", STR("to stdout"));
    (void)dup2(saved, STDOUT_FILENO);
    (void)close(saved);
    (void)close(fd);
    check_content(state, "out", "to stdout");
    assert_int_equal(count_files(".", ""), 1);
}

static void
check_write_fails(void **state, const char *path, const char *why)
{
    struct file_error error =
        file_write(arena_of(state), path, STR("new content"));

    assert_true(error.failed);
    assert_str(error.why, why);
}

static void
writing_says_why_not(void **state)
{
    char too_long[300];

    memset(too_long, 'n', sizeof too_long);
    too_long[299] = '\0';
    check_write_fails(state, ".", "Is a directory");
    check_write_fails(state, "none/a", "No such file or directory");
    check_write_fails(state, "/dev/full", "No space left on device");
    check_write_fails(state, too_long, "File name too long");
    assert_int_equal(symlink("loop", "loop"), 0);
    check_write_fails(state, "loop", "Too many levels of symbolic links");
}

static void
the_longest_name_can_be_written(void **state)
{
    char name[256];

    memset(name, 'n', sizeof name);
    name[255] = '\0';
    write_fine(state, name, STR("x"));
    check_content(state, name, "x");
}

static void
a_failed_write_keeps_the_older_file(void **state)
{
    struct rlimit before, small;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);

    write_fine(state, "a", STR("older"));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){4, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    check_write_fails(state, "a", "File too large");
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    (void)signal(SIGXFSZ, handler);
    check_content(state, "a", "older");
}

static void
links_stay_and_permissions_are_kept(void **state)
{
    struct stat info;

    assert_int_equal(mkdir("real", 0700), 0);
    write_fine(state, "real/a", STR("older"));
    assert_int_equal(chmod("real/a", 0640), 0);
    assert_int_equal(symlink("real/a", "link"), 0);
    write_fine(state, "link", STR("newer"));
    check_content(state, "real/a", "newer");
    assert_int_equal(lstat("link", &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat("real/a", &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(count_files("real", ""), 1);
}

static void
devices_are_not_replaced(void **state)
{
    struct stat info;

    write_fine(state, "/dev/null", STR("x"));
    assert_int_equal(stat("/dev/null", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

static void
write_until_killed(void)
{
    struct arena *arena = arena_new();
    const size_t size = 4u << 20;
    struct str bytes = {arena_alloc(arena, size), size};

    for (;;)
        if (file_write(arena, "a", bytes).failed)
            _exit(1);
}

static void
a_signal_leaves_no_temporary_file(void **state)
{
    const struct timespec moment = {.tv_nsec = 100000};
    int status;
    pid_t child = fork();

    (void)state;
    if (child == 0)
        write_until_killed();
    for (int i = 0; i < 50000 && count_files(".", ".dossier-") == 0; i++)
        (void)nanosleep(&moment, NULL);
    assert_int_equal(kill(child, SIGTERM), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    assert_int_equal(count_files(".", ".dossier-"), 0);
}

static void
signals_mean_afterwards_what_they_meant(void **state)
{
    struct sigaction action;

    (void)signal(SIGTERM, SIG_IGN);
    write_fine(state, "a", STR("x"));
    assert_int_equal(sigaction(SIGTERM, NULL, &action), 0);
    assert_true(action.sa_handler == SIG_IGN);
    (void)signal(SIGTERM, SIG_DFL);
    write_fine(state, "a", STR("x"));
    assert_int_equal(sigaction(SIGTERM, NULL, &action), 0);
    assert_true(action.sa_handler == SIG_DFL);
}

static void
folders_are_made_on_the_way(void **state)
{
    struct arena *arena = arena_of(state);
    struct file_error error;

    assert_false(file_make_folder(arena, "a/b//c/").failed);
    assert_false(file_make_folder(arena, "a/b/c").failed);
    assert_false(file_make_folder(arena, ".").failed);
    assert_false(file_make_folder(arena, "/").failed);
    write_fine(state, "a/b/c/f", STR("x"));
    error = file_make_folder(arena, "a/b/c/f/d");
    assert_true(error.failed);
    assert_str(error.why, "Not a directory");
    assert_true(file_make_folder(arena, "").failed);
}

static void
paths(void **state)
{
    struct arena *arena = arena_of(state);

    assert_str(file_folder(STR("a/b.yaml")), "a");
    assert_str(file_folder(STR("b.yaml")), ".");
    assert_str(file_folder(STR("/b.yaml")), "/");
    assert_str(file_folder(STR("//b.yaml")), "/");
    assert_str(file_folder(STR("a//b")), "a");
    assert_str(file_folder(STR("")), ".");
    assert_str(file_join(arena, STR("a"), STR("b")), "a/b");
    assert_str(file_join(arena, STR("a/"), STR("b")), "a/b");
    assert_str(file_join(arena, STR("."), STR("b")), "b");
    assert_str(file_join(arena, STR(""), STR("b")), "b");
    assert_str(file_join(arena, STR("/"), STR("b")), "/b");
    assert_str(file_join(arena, STR("a"), STR("/b")), "/b");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_is_written_is_read_back),
        IN_FOLDER(reading_says_why_not),
        IN_FOLDER(the_limit_itself_is_allowed),
        IN_FOLDER(pipes_are_read_to_their_end),
        IN_FOLDER(dash_writes_to_standard_output),
        IN_FOLDER(writing_says_why_not),
        IN_FOLDER(the_longest_name_can_be_written),
        IN_FOLDER(a_failed_write_keeps_the_older_file),
        IN_FOLDER(links_stay_and_permissions_are_kept),
        IN_FOLDER(devices_are_not_replaced),
        IN_FOLDER(a_signal_leaves_no_temporary_file),
        IN_FOLDER(signals_mean_afterwards_what_they_meant),
        IN_FOLDER(folders_are_made_on_the_way),
        IN_FOLDER(paths),
    };

    return cmocka_run_group_tests_name("base_file", tests, NULL, NULL);
}
