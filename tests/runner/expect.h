/* What cases share: commands, and texts held against what is expected. */
#ifndef RUNNER_EXPECT_H
#define RUNNER_EXPECT_H

#include <stdbool.h>

/* The day of all tests. */
#define TODAY "2025-11-22"

/* Runs sh in `folder`; the rest as command_run. */
int shell(const char *command, const char *folder, const char *out,
          const char *err);
const char *text_or_nothing(const char *path);

/*
 * Compares text with the file that holds what is expected, or rewrites that
 * file. `usual` stands for a missing file and is not stored.
 */
bool matches(const char *got, const char *expected_path, const char *usual,
             const char *scratch);

#endif
