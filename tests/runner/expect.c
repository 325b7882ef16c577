#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"

static void
show_difference(const char *expected, const char *got_path)
{
    const char *expected_path = text_format("%s.expected", got_path);
    const char *args[] = {"diff",        "-u",      "--label",
                          "expected",    "--label", "got",
                          expected_path, got_path,  NULL};
    file_set(expected_path, expected);
    command_run(args, NULL, NULL, NULL);
    unlink(expected_path);
}

bool
matches(const char *got, const char *expected_path, const char *usual,
        const char *scratch)
{
    char *expected = file_text(expected_path);
    if (!expected)
        expected = text_format("%s", usual);
    if (strcmp(got, expected) == 0)
        return true;
    const char *update = getenv("UPDATE");
    if (update && *update) {
        if (strcmp(got, usual) == 0)
            unlink(expected_path);
        else
            file_set(expected_path, got);
        return true;
    }
    char *got_path = text_format("%s/got", scratch);
    file_set(got_path, got);
    printf("%s:\n", expected_path);
    show_difference(expected, got_path);
    unlink(got_path);
    return false;
}

int
shell(const char *command, const char *folder, const char *out, const char *err)
{
    const char *args[] = {"sh", "-c", command, NULL};
    return command_run(args, folder, out, err);
}

const char *
text_or_nothing(const char *path)
{
    const char *text = file_text(path);
    return text ? text : "";
}
