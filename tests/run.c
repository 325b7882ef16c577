/*
 * Runs the tests and closes with "N passed, N failed". Environment, set by the
 * Makefile: UNITS (the unit test programs).
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int passed, failed;

/* cmocka speaks TAP: "ok 1 - name", "not ok 2 - name". */
static void
run_unit(const char *program)
{
    char command[66000], line[4096];
    int ok = 0, not_ok = 0;
    snprintf(command, sizeof command, "%s 2>&1", program);
    FILE *out = popen(command, "r");
    if (!out) {
        failed++;
        return;
    }
    while (fgets(line, sizeof line, out)) {
        if (strncmp(line, "ok ", 3) == 0)
            ok++;
        else
            fputs(line, stdout);
        if (strncmp(line, "not ok ", 7) == 0)
            not_ok++;
    }
    if (pclose(out) != 0 && !not_ok) {
        printf("%s: stopped early\n", program);
        not_ok++;
    }
    passed += ok;
    failed += not_ok;
}

int
main(void)
{
    const char *units = getenv("UNITS");
    char list[65536] = "";
    setenv("CMOCKA_MESSAGE_OUTPUT", "tap", 1);
    snprintf(list, sizeof list, "%s", units ? units : "");
    for (char *at = list; *at;) {
        size_t length = strcspn(at, " ");
        bool last = !at[length];
        at[length] = '\0';
        if (length)
            run_unit(at);
        at += length + !last;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed || !passed;
}
