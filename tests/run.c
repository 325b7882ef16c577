/*
 * Finds the tests on disk, runs them side by side and closes with
 * "N passed, N failed"; status 1 when one failed or nothing ran.
 *
 *     build/tests/run [TEXT]      only tests whose name holds TEXT
 *
 * A case is files, not code:
 *
 *     tests/cli/NAME/          `cmd` is run by sh in a copy of the folder, with
 *                              `dossier` on the PATH and $ROOT the source tree;
 *                              compared: `stdout` `stderr` (missing: nothing
 *                              may be printed), `status` (missing: 0), `files`
 *                              (the files it leaves behind, sorted; missing:
 *                              none)
 *     tests/dump/STAGE/NAME.yaml
 *                              `dossier build --dump STAGE NAME.yaml`; its
 *                              standard output equals NAME.STAGE
 *     tests/job/NAME           `dossier match --dump job` of a posting equals
 *                              NAME.lines, terms and needs left out
 *     tests/check/CODE[-words]/
 *                              `dossier check` on good*.yaml finds no CODE,
 *                              on bad*.yaml just the findings of bad*.expected
 *     tests/import/NAME/       `dossier import input.*` prints expected.yaml,
 *                              and on standard error expected.txt
 *     tests/worsened/EXAMPLE/NAME.sed
 *                              spoils one thing of examples/EXAMPLE.yaml; its
 *                              lines "#= " say what is found then
 *     tests/unit/, tests/property/
 *                              NAME.c: a cmocka program
 *     tests/checks/NAME.sh     a script; its status or its TAP lines count
 *     tests/fuzz/corpus/TARGET/
 *                              inputs on which tests/fuzz/TARGET.c must end
 *
 * A first line `# args: --role x` in a .yaml of dump/ and check/ adds options.
 * `today` is 2025-11-22 and SOURCE_DATE_EPOCH its midnight in all of them;
 * no line is too long (COLUMNS is 0).
 * UPDATE=1 rewrites what is expected: read the difference before committing.
 *
 * From the Makefile: DOSSIER (the binary, may be missing while there is none),
 * BUILD (folder of the unit test programs), LAYERS, CC, SAN.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runner/case.h"
#include "runner/files.h"

struct sums {
    int passed;
    int failed;
};

/* One test in the air: its process and the file that takes what it prints. */
struct slot {
    pid_t process;
    FILE *output;
    const struct test_case *test;
};

static bool verbose;

static void
start(struct slot *slot, const struct test_case *test)
{
    slot->test = test;
    slot->output = tmpfile();
    if (!slot->output)
        stop("tmpfile");
    fflush(stdout);
    slot->process = fork();
    if (slot->process < 0)
        stop("fork");
    if (slot->process > 0)
        return;
    setpgid(0, 0);
    if (dup2(fileno(slot->output), STDOUT_FILENO) < 0 ||
        dup2(STDOUT_FILENO, STDERR_FILENO) < 0)
        _exit(1);
    bool good = case_run(test);
    fflush(stdout);
    _exit(good ? 0 : 1);
}

static bool
starts(const char *line, const char *begin)
{
    return strncmp(line, begin, strlen(begin)) == 0;
}

/* TAP lines count one each. */
static struct sums
count_lines(FILE *output)
{
    char line[8192];
    struct sums sums = {0, 0};
    rewind(output);
    while (fgets(line, sizeof line, output)) {
        sums.passed += starts(line, "ok ");
        sums.failed += starts(line, "not ok ");
    }
    return sums;
}

static void
show(FILE *output)
{
    char line[8192];
    rewind(output);
    while (fgets(line, sizeof line, output))
        if (verbose || !(starts(line, "ok ") || starts(line, "1..")))
            fputs(line, stdout);
}

/* A test that prints no TAP counts by its status. */
static void
finish(struct slot *slot, int status, struct sums *sums)
{
    struct sums own = count_lines(slot->output);
    bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    bool silent = !own.passed && !own.failed;
    if (!good || own.failed || verbose)
        show(slot->output);
    if (!good && !own.failed) {
        own.failed = 1;
        if (WIFSIGNALED(status))
            printf("killed by signal %d\n", WTERMSIG(status));
        printf("not ok - %s\n", slot->test->name);
    } else if (good && silent) {
        own.passed = 1;
    }
    sums->passed += own.passed;
    sums->failed += own.failed;
    fclose(slot->output);
    slot->process = 0;
}

static void
wait_for_one(struct slot *slots, size_t count, struct sums *sums)
{
    int status;
    pid_t process = wait(&status);
    if (process < 0)
        stop("wait");
    for (size_t i = 0; i < count; i++)
        if (slots[i].process == process)
            finish(&slots[i], status, sums);
}

static struct slot *
free_slot(struct slot *slots, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!slots[i].process)
            return &slots[i];
    return NULL;
}

static struct sums
run_all(const struct case_list *cases, const char *only)
{
    struct slot slots[16] = {0};
    struct sums sums = {0, 0};
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = processors < 1    ? 1
                   : processors > 16 ? 16
                                     : (size_t)processors;
    size_t running = 0;
    for (size_t i = 0; i < cases->count; i++) {
        if (only && !strstr(cases->at[i].name, only))
            continue;
        if (running == count) {
            wait_for_one(slots, count, &sums);
            running--;
        }
        start(free_slot(slots, count), &cases->at[i]);
        running++;
    }
    for (; running; running--)
        wait_for_one(slots, count, &sums);
    return sums;
}

int
main(int argc, char **argv)
{
    verbose = getenv("VERBOSE") && *getenv("VERBOSE");
    case_set_environment();
    struct case_list cases = cases_find();
    struct sums sums = run_all(&cases, argc > 1 ? argv[1] : NULL);
    printf("%d passed, %d failed\n", sums.passed, sums.failed);
    return sums.failed || !sums.passed;
}
